//! The JavaScript side: bytes or text in, a report out. The only room that knows wasm-bindgen.
//!
//! What a figure is, is decided elsewhere; this layer only converts. Text crosses once in each direction; a report
//! crosses packed ([`flat`]) and is a plain object after `readReport` in JavaScript; an error is an `Error` whose `name`
//! is `JianduError` and which carries `code`, `stage` and `file`. The TypeScript types of all this are in www/lib.

mod dense;
mod flat;
mod numbered;
mod pack;
mod unflat;
mod words;

use std::cell::RefCell;

use js_sys::{Array, ArrayBuffer, Error as JsError, Float64Array, Function, JsString, Reflect, Uint8Array};
use serde::Deserialize;
use serde::de::value::{Error as ValueError, StrDeserializer};
use wasm_bindgen::prelude::*;

use crate::compare::told::Told;
use crate::compare::{CompareOptions, Text};
use crate::error::{Error, Kind as ErrorKind};
use crate::report::{Diagnostic, Kind, Outgoing, Severity, Span};
use crate::{Input, Options, Report, Stage};
use words::Words;

#[wasm_bindgen]
extern "C" {
    /// `String.prototype.isWellFormed`, which asks the engine instead of fetching the code units one by one.
    type EngineString;

    #[wasm_bindgen(method, catch, js_name = isWellFormed)]
    fn is_well_formed(this: &EngineString) -> Result<bool, JsValue>;
}

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Version of jiandu, as in package.json.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Bytes of memory that the wasm holds. It never gives any back: to let go of what a large document took, it is started
/// anew.
#[wasm_bindgen(js_name = memoryTaken)]
#[must_use]
pub fn memory_taken() -> usize {
    std::arch::wasm32::memory_size::<0>() * 65_536
}

/// The analyzer: build it once, use it for every document.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Analyzer(crate::Analyzer);

#[wasm_bindgen]
impl Analyzer {
    /// An analyzer.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Analyzer {
        Analyzer(crate::Analyzer::new())
    }

    /// Reads one document and returns its report packed: `[pieces, text]`, the document's text by itself.
    ///
    /// `input` is the file's bytes or its text; `on_progress` is called with each stage's name, its index and the
    /// number of stages as it begins.
    ///
    /// # Errors
    /// A `JianduError` when the input or an option can't be used; whatever `on_progress` threw, after the analysis.
    #[wasm_bindgen(unchecked_return_type = "[Uint8Array<ArrayBuffer>[], string]")]
    pub fn analyze(&self, input: &JsValue, options: &JsValue, on_progress: &JsValue) -> Result<JsValue, JsValue> {
        self.outgoing(input, options, on_progress, pack::report)?
    }
}

impl Analyzer {
    fn outgoing<R>(
        &self,
        input: &JsValue,
        options: &JsValue,
        on_progress: &JsValue,
        hand_on: impl FnOnce(Outgoing<'_>) -> R,
    ) -> Result<R, JsValue> {
        let options = read_options(options)?;
        let on_progress = on_progress.dyn_ref::<Function>();
        let thrown = RefCell::new(None);
        let mut progress = |stage: Stage| {
            let mut thrown = thrown.borrow_mut();
            if let (Some(function), None) = (on_progress, &*thrown) {
                *thrown = tell(function, stage).err();
            }
        };
        let text = input.dyn_ref::<JsString>();
        let input = if let Some(text) = text {
            Input::from(String::from(text))
        } else if let Some(bytes) = bytes_of(input) {
            Input::from(bytes)
        } else if let Some(pages) = pages_of(input) {
            Input::from(pages)
        } else {
            return Err(js_error(
                "输入应是 Uint8Array、ArrayBuffer 或字符串。The input must be a Uint8Array, an ArrayBuffer or a string.",
                "input",
                Stage::Read,
                options.name.as_deref().unwrap_or_default(),
            ));
        };
        // Nothing is handed on of what was to be stopped.
        let handed = self.0.outgoing(input, &options, &mut progress, |mut outgoing| {
            if let Some(text) = text {
                say_lone_surrogates(text, &mut outgoing.report);
            }
            thrown.borrow().is_none().then(|| hand_on(outgoing))
        });
        match (handed, thrown.take()) {
            (_, Some(thrown)) => Err(thrown),
            (Ok(handed), None) => handed.ok_or(JsValue::UNDEFINED),
            (Err(error), None) => Err(js_error(&error.to_string(), error.code(), error.stage(), error.file())),
        }
    }
}

/// The files of a ZIP archive, one after the other.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Archive(crate::read::Archive);

#[wasm_bindgen]
impl Archive {
    /// Opens an archive; nothing for what is none or is one document.
    ///
    /// # Errors
    /// A `JianduError` when it is damaged or has too many entries.
    pub fn open(bytes: &[u8], name: &str) -> Result<Option<Archive>, JsValue> {
        let archive = crate::read::Archive::open(bytes, name);
        archive
            .map(|found| found.map(Archive))
            .map_err(|error| js_error(&error.to_string(), error.code(), error.stage(), error.file()))
    }

    /// The next file: `[path, bytes]`, or a `JianduError` for one that can't be unpacked; nothing after the last.
    #[wasm_bindgen(unchecked_return_type = "[string, Uint8Array<ArrayBuffer>] | Error | undefined")]
    #[allow(clippy::should_implement_trait)] // it is JavaScript's
    pub fn next(&mut self) -> JsValue {
        match self.0.next() {
            None => JsValue::UNDEFINED,
            Some(Ok(entry)) => Array::of2(&entry.path.into(), &Uint8Array::from(entry.bytes.as_slice())).into(),
            Some(Err(error)) => js_error(&error.to_string(), error.code(), error.stage(), error.file()),
        }
    }
}

/// A comparison of reports, of which what it needs comes one by one and packed.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Comparison {
    core: crate::compare::Comparison,
    /// What each word that JavaScript has sent is called here; it is sent back by its number.
    words: Vec<u32>,
}

#[wasm_bindgen]
impl Comparison {
    /// A comparison of no reports.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Comparison {
        Comparison::default()
    }

    /// Adds a report: what is told of it, packed, `[numbers, words]`, and the text of its document.
    ///
    /// # Errors
    /// A `JianduError` when they are no packed report.
    pub fn add(&mut self, numbers: &[f64], words: &str, text: &str) -> Result<(), JsValue> {
        let Comparison { core, words: known } = self;
        let told: Told = unflat::unpack(numbers, words, known, &mut |word| core.number(word))
            .map_err(|error| js_error(&error.to_string(), "input", Stage::Report, ""))?;
        core.add_told(&told.with_text(text));
        Ok(())
    }

    /// What the reports say together, packed: `[numbers, words, lengths]`, the lengths of the words. The comparison is used up.
    ///
    /// # Errors
    /// A `JianduError` when the day is none or the leeway is no number from 0 on.
    #[wasm_bindgen(unchecked_return_type = "[Float64Array<ArrayBuffer>, string, Uint32Array<ArrayBuffer>]")]
    pub fn finish(self, as_of: Option<String>, leeway: Option<f64>) -> Result<JsValue, JsValue> {
        let options = CompareOptions::new(as_of, leeway)
            .map_err(|error| js_error(&error.to_string(), error.code(), error.stage(), error.file()))?;
        let Comparison { core, words } = self;
        let words: Vec<Text> = words.into_iter().map(|number| core.word(number)).collect();
        let collection = core.finish(&options);
        pack::collection(&collection, Words::known(&words))
    }
}

fn tell(function: &Function, stage: Stage) -> Result<(), JsValue> {
    let index = Stage::ALL.iter().position(|&other| other == stage).unwrap_or_default();
    let arguments = Array::of3(&stage.name().into(), &(index as u32).into(), &(Stage::ALL.len() as u32).into());
    function.apply(&JsValue::UNDEFINED, &arguments).map(drop)
}

fn bytes_of(input: &JsValue) -> Option<Vec<u8>> {
    if let Some(bytes) = input.dyn_ref::<Uint8Array>() {
        return Some(bytes.to_vec());
    }
    input.dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec())
}

/// `{ runs, text, sizes, rules }`: the words of a PDF, as `www/pdf` finds them.
fn pages_of(input: &JsValue) -> Option<crate::read::Pages> {
    let numbers = |key: &str| Some(Reflect::get(input, &key.into()).ok()?.dyn_ref::<Float64Array>()?.to_vec());
    let text = input.is_object().then(|| Reflect::get(input, &"text".into()).ok()?.as_string())??;
    let rules = numbers("rules").unwrap_or_default();
    Some(crate::read::Pages::unpack(&numbers("runs")?, &text, &numbers("sizes")?, &rules))
}

/// `{ name, date, region, title, kind }`, each a string; `undefined`, `null` and a missing field all mean "not known".
fn read_options(given: &JsValue) -> Result<Options, JsValue> {
    if given.is_undefined() || given.is_null() {
        return Ok(Options::default());
    }
    if !given.is_object() {
        let message =
            "选项应是一个对象，如 { date: \"2025-01-14\" }。Options must be an object, as { date: \"2025-01-14\" }.";
        return Err(js_error(message, "option", Stage::Read, ""));
    }
    let field = |key: &str| {
        let value = Reflect::get(given, &key.into()).ok();
        match value.filter(|value| !value.is_undefined() && !value.is_null()) {
            None => Ok(None),
            Some(value) => value.as_string().map(Some).ok_or_else(|| {
                let message = format!("选项 {key} 应是字符串。Option {key} must be a string.");
                js_error(&message, "option", Stage::Read, "")
            }),
        }
    };
    let kind = match field("kind")?.filter(|word| !word.is_empty()) {
        None => None,
        Some(word) => Some(kind_of(&word).ok_or_else(|| {
            let error = Error::new(ErrorKind::Option { name: "kind", value: word }, "");
            js_error(&error.to_string(), error.code(), error.stage(), error.file())
        })?),
    };
    Ok(Options { name: field("name")?, date: field("date")?, region: field("region")?, title: field("title")?, kind })
}

/// A kind of document by its word in the report: `work_report`.
fn kind_of(word: &str) -> Option<Kind> {
    Kind::deserialize(StrDeserializer::<ValueError>::new(word)).ok()
}

/// A JavaScript string may hold half a surrogate pair. Each arrives here as one U+FFFD, which is one code unit too, so
/// every span still fits the caller's string; the report says where they stood.
fn say_lone_surrogates(text: &JsString, report: &mut Report) {
    let well_formed = text.unchecked_ref::<EngineString>().is_well_formed();
    if well_formed.unwrap_or_else(|_| text.is_valid_utf16()) {
        return;
    }
    let mut at = 0;
    for unit in char::decode_utf16(text.iter()) {
        let length = unit.as_ref().map_or(1, |c| c.len_utf16() as u32);
        if unit.is_err() {
            report.diagnostics.push(Diagnostic {
                level: Severity::Warning,
                code: "lone_surrogate".to_owned(),
                message: "半个代理对不是字符，读作 U+FFFD。Half a surrogate pair is no character: read as U+FFFD."
                    .to_owned(),
                span: Some(Span { start: at, end: at + length }),
            });
        }
        at += length;
    }
}

fn js_error(message: &str, code: &str, stage: Stage, file: &str) -> JsValue {
    let error = JsError::new(message);
    error.set_name("JianduError");
    for (key, value) in [("code", code), ("stage", stage.name()), ("file", file)] {
        // A fresh Error object is extensible, so this can't fail.
        let _ = Reflect::set(&error, &key.into(), &value.into());
    }
    error.into()
}
