//! A report on its way to JavaScript. Its parts go as they are written, so that it never lies in memory twice: wasm gives
//! no memory back.

use js_sys::{Array, Error as JsError, Function, Uint32Array};
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::flat::{Flat, Unsupported};
use super::words::Words;
use crate::Report;
use crate::clean::OffsetMap;
use crate::compare::Collection;
use crate::report::{Figures, Outgoing};

/// Members of a list in one piece.
const TOGETHER: usize = 1 << 8;

/// A collection, packed: `[numbers, words, lengths]`. A word goes once, and not at all where JavaScript has it.
pub(super) fn collection(collection: &Collection, words: Words) -> Result<JsValue, JsValue> {
    let mut flat = Flat::measuring().naming(words);
    collection.serialize(&mut flat).map_err(error)?;
    let mut flat = flat.writing();
    collection.serialize(&mut flat).map_err(error)?;
    let (numbers, words, lengths) = flat.finish();
    Ok(Array::of3(&numbers, &JsValue::from_str(&words), &Uint32Array::from(lengths.as_slice())).into())
}

/// A report, packed: `[numbers, words, text]`.
pub(super) fn report(report: Report) -> Result<JsValue, JsValue> {
    let mut flat = Flat::measuring();
    report.serialize(&mut flat).map_err(error)?;
    let mut flat = flat.without(report.document.text.len()).writing();
    let text = each(report, None, &mut Whole(&mut flat))?;
    let (numbers, words, _) = flat.finish();
    Ok(Array::of3(&numbers, &JsValue::from_str(&words), &text).into())
}

/// A report in pieces: `take(numbers, words, text)` for the document, `take(numbers, words)` for some members of a list, where
/// the first number is the place of the list in the report.
pub(super) fn pieces(outgoing: Outgoing<'_>, take: &Function) -> Result<(), JsValue> {
    let Outgoing { report, figures, map } = outgoing;
    let mut pieces = Pieces { flat: Flat::pieces(), list: 0, take };
    each(report, Some((figures, map)), &mut pieces).map(drop)
}

/// What becomes of the parts of a report.
trait Parts {
    fn document(&mut self, document: &impl Serialize, text: &JsValue) -> Result<(), JsValue>;
    fn list<T: Serialize>(&mut self, list: impl ExactSizeIterator<Item = T>) -> Result<(), JsValue>;
}

/// Gives the parts of a report in the order of its fields, of which the figures may be still to be written out; returns the
/// document's text, which goes by itself.
fn each(report: Report, outgoing: Option<(Figures, &OffsetMap)>, parts: &mut impl Parts) -> Result<JsValue, JsValue> {
    let Report {
        mut document,
        sections,
        figures,
        dates,
        timeline,
        slogans,
        others,
        projects,
        people,
        cleaning,
        diagnostics,
    } = report;
    let words = std::mem::take(&mut document.text);
    let text = JsValue::from_str(&words);
    parts.document(&document, &text)?;
    parts.list(sections.into_iter())?;
    match outgoing {
        Some((figures, map)) => parts.list(figures.outward(map, &words))?,
        None => parts.list(figures.into_iter())?,
    }
    parts.list(dates.into_iter())?;
    parts.list(timeline.into_iter())?;
    parts.list(slogans.into_iter())?;
    parts.list(others.into_iter())?;
    parts.list(projects.into_iter())?;
    parts.list(people.into_iter())?;
    parts.list(cleaning.into_iter())?;
    parts.list(diagnostics.into_iter())?;
    Ok(text)
}

/// All of it in one.
struct Whole<'a>(&'a mut Flat);

impl Parts for Whole<'_> {
    fn document(&mut self, document: &impl Serialize, _: &JsValue) -> Result<(), JsValue> {
        document.serialize(&mut *self.0).map_err(error)
    }

    fn list<T: Serialize>(&mut self, list: impl ExactSizeIterator<Item = T>) -> Result<(), JsValue> {
        self.0.give(list).map_err(error)
    }
}

struct Pieces<'a> {
    flat: Flat,
    /// Place of the list in the report.
    list: u32,
    take: &'a Function,
}

impl Parts for Pieces<'_> {
    fn document(&mut self, document: &impl Serialize, text: &JsValue) -> Result<(), JsValue> {
        document.serialize(&mut self.flat).map_err(error)?;
        let (numbers, words) = self.flat.piece();
        self.take.call3(&JsValue::UNDEFINED, &numbers, &words, text).map(drop)
    }

    fn list<T: Serialize>(&mut self, mut members: impl ExactSizeIterator<Item = T>) -> Result<(), JsValue> {
        while members.len() > 0 {
            let count = members.len().min(TOGETHER);
            self.flat.number(self.list).map_err(error)?;
            self.flat.number(count as u32).map_err(error)?;
            for member in members.by_ref().take(count) {
                member.serialize(&mut self.flat).map_err(error)?;
            }
            let (numbers, words) = self.flat.piece();
            self.take.call2(&JsValue::UNDEFINED, &numbers, &words)?;
        }
        self.list += 1;
        Ok(())
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn error(error: Unsupported) -> JsValue {
    JsError::new(&error.to_string()).into()
}
