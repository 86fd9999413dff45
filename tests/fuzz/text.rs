//! Any text, with a day and a place given: figures have finite values, and the same text gives the same report.
#![no_main]

use jiandu::{Options, analyze};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let options =
        Options { date: Some("2025-01-14".to_owned()), region: Some("河南省".to_owned()), ..Options::default() };
    let Ok(report) = analyze(text, &options) else { return };
    assert_eq!(Some(report), analyze(text, &options).ok());
});
