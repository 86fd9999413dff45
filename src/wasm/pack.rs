//! A report or a collection on its way to JavaScript.

use js_sys::{Array, Error as JsError, Uint32Array};
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::dense::Dense;
use super::flat::{Flat, Out, Unsupported};
use super::numbered::{Count, Numbered};
use super::words::Words;
use crate::Report;
use crate::compare::Collection;
use crate::report::Outgoing;

/// Members of a list in one piece.
const TOGETHER: usize = 1 << 8;

/// A collection, packed: `[numbers, words, lengths]`. A word goes once, and not at all where JavaScript has it.
pub(super) fn collection(collection: &Collection, words: Words) -> Result<JsValue, JsValue> {
    let mut counted = Flat(Count::default());
    collection.serialize(&mut counted).map_err(error)?;
    let mut flat = Flat(Numbered::new(counted.0.0, words));
    collection.serialize(&mut flat).map_err(error)?;
    let (numbers, words, lengths) = flat.0.finish();
    Ok(Array::of3(&numbers, &JsValue::from_str(&words), &Uint32Array::from(lengths.as_slice())).into())
}

/// A report, packed: `[pieces, text]`, the text of its document by itself. The first piece is the document, each other the
/// place of a list in the report, a count, and so many of its members; each is let go when it is written.
pub(super) fn report(outgoing: Outgoing<'_>) -> Result<JsValue, JsValue> {
    let Outgoing { report, figures, map } = outgoing;
    let Report {
        mut document,
        sections,
        figures: _,
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
    let mut pieces = Pieces { flat: Flat(Dense::default()), list: 0 };
    pieces.document(&document).map_err(error)?;
    pieces.list(sections.into_iter()).map_err(error)?;
    pieces.list(figures.outward(map, &words)).map_err(error)?;
    pieces.list(dates.into_iter()).map_err(error)?;
    pieces.list(timeline.into_iter()).map_err(error)?;
    pieces.list(slogans.into_iter()).map_err(error)?;
    pieces.list(others.into_iter()).map_err(error)?;
    pieces.list(projects.into_iter()).map_err(error)?;
    pieces.list(people.into_iter()).map_err(error)?;
    pieces.list(cleaning.into_iter()).map_err(error)?;
    pieces.list(diagnostics.into_iter()).map_err(error)?;
    Ok(Array::of2(&pieces.flat.0.finish(), &text).into())
}

struct Pieces {
    flat: Flat<Dense>,
    /// Place of the list in the report.
    list: u32,
}

impl Pieces {
    fn document(&mut self, document: &impl Serialize) -> Result<(), Unsupported> {
        document.serialize(&mut self.flat)?;
        self.flat.0.end();
        Ok(())
    }

    fn list<T: Serialize>(&mut self, mut members: impl ExactSizeIterator<Item = T>) -> Result<(), Unsupported> {
        while members.len() > 0 {
            let count = members.len().min(TOGETHER);
            self.flat.0.whole(self.list);
            self.flat.0.whole(count as u32);
            for member in members.by_ref().take(count) {
                member.serialize(&mut self.flat)?;
            }
            self.flat.0.end();
        }
        self.list += 1;
        Ok(())
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn error(error: Unsupported) -> JsValue {
    JsError::new(&error.to_string()).into()
}
