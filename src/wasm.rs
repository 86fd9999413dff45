//! The JavaScript side: bytes or text in, a plain object out. The only file that knows wasm-bindgen.
//!
//! What a figure is, is decided elsewhere; this layer only converts. Text crosses once in each direction, a report as
//! plain objects (`null` where there is nothing, numbers for numbers, never a `BigInt`), an error as an `Error` whose
//! `name` is `JianduError` and which carries `code`, `stage` and `file`. The TypeScript types of all this are in www/lib.

use js_sys::{Array, ArrayBuffer, Error as JsError, Function, JsString, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::report::{Diagnostic, Severity, Span};
use crate::{Options, Report, Stage};

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

/// The analyzer: build it once, use it for every document.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Analyzer(crate::Analyzer);

/// The options as JavaScript writes them; `undefined`, `null` and a missing field all mean "not known".
#[derive(Default, Deserialize)]
struct GivenOptions {
    name: Option<String>,
    date: Option<String>,
    region: Option<String>,
}

#[wasm_bindgen]
impl Analyzer {
    /// An analyzer.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Analyzer {
        Analyzer(crate::Analyzer::new())
    }

    /// Reads one document.
    ///
    /// `input` is the file's bytes or its text; `on_progress` is called with each stage's name, its index and the
    /// number of stages as it begins.
    ///
    /// # Errors
    /// A `JianduError` when the input or an option can't be used; whatever `on_progress` threw, after the analysis.
    pub fn analyze(
        &self,
        input: &JsValue,
        options: &JsValue,
        on_progress: Option<Function>,
    ) -> Result<JsValue, JsValue> {
        let options = read_options(options)?;
        let mut thrown = None;
        let mut progress = |stage: Stage| {
            if let (Some(function), None) = (&on_progress, &thrown) {
                thrown = tell(function, stage).err();
            }
        };
        let report = if let Some(text) = input.dyn_ref::<JsString>() {
            let mut report = self.0.analyze_with(String::from(text).as_str(), &options, &mut progress);
            if let Ok(report) = &mut report {
                say_lone_surrogates(text, report);
            }
            report
        } else if let Some(bytes) = bytes_of(input) {
            self.0.analyze_with(bytes.as_slice(), &options, &mut progress)
        } else {
            return Err(js_error(
                "输入应是 Uint8Array、ArrayBuffer 或字符串。The input must be a Uint8Array, an ArrayBuffer or a string.",
                "input",
                Stage::Read,
                options.name.as_deref().unwrap_or_default(),
            ));
        };
        match (report, thrown) {
            (_, Some(thrown)) => Err(thrown),
            (Ok(report), None) => Ok(report.serialize(&Serializer::json_compatible())?),
            (Err(error), None) => Err(js_error(&error.to_string(), error.code(), error.stage(), error.file())),
        }
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

fn read_options(given: &JsValue) -> Result<Options, JsValue> {
    if given.is_undefined() || given.is_null() {
        return Ok(Options::default());
    }
    let GivenOptions { name, date, region } = serde_wasm_bindgen::from_value(given.clone()).map_err(|error| {
        js_error(
            &format!("选项应是 {{ name, date, region }}，值为字符串。Options are {{ name, date, region }}, each a string: {error}"),
            "option",
            Stage::Read,
            "",
        )
    })?;
    Ok(Options { name, date, region })
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
