//! Any bytes as a file of any format: read or refused, never a panic; what is read is quoted exactly.
#![no_main]

use jiandu::{Options, analyze};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(report) = analyze(bytes, &Options::default()) else { return };
    let text: Vec<u16> = report.document.text.encode_utf16().collect();
    for figure in &report.figures {
        let quote: Vec<u16> = figure.quote.encode_utf16().collect();
        assert_eq!(&text[figure.span.start as usize..figure.span.end as usize], quote);
    }
});
