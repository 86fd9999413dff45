//! `jiandu-bench FILE…`: start-up and time for each file, in milliseconds, as JSON.

use std::hint::black_box;
use std::time::Instant;

use jiandu::{Analyzer, Options, Stage};
use jiandu_bench::Bare;
use serde_json::{Map, Value, json};

const WORDS: &[u8] = include_bytes!("../../../src/lexicon/data/words.tsv");

fn milliseconds<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let begin = Instant::now();
    let result = black_box(work());
    (begin.elapsed().as_secs_f64() * 1e3, result)
}

/// Milliseconds of an analysis, and of those the ones until the text was read and cleaned.
fn analysis(analyzer: Analyzer, bytes: &[u8]) -> (f64, f64) {
    let begin = Instant::now();
    let mut cleaned = None;
    let report = analyzer.analyze_with(bytes, &Options::default(), &mut |stage| {
        if stage == Stage::Structure {
            cleaned = Some(begin.elapsed());
        }
    });
    black_box(report.is_ok());
    let whole = begin.elapsed();
    (whole.as_secs_f64() * 1e3, cleaned.unwrap_or(whole).as_secs_f64() * 1e3)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let analyzer = Analyzer::new();
    let first = "2023年，全县地区生产总值463.3亿元。";
    let (start, _) = milliseconds(|| analyzer.analyze(first, &Options::default()));
    let (start_words, words) = milliseconds(|| Bare::with_words(WORDS));
    let (start_default, default) = milliseconds(Bare::with_default);
    let words = words.ok_or("words.tsv is no dictionary")?;

    let mut files = Vec::new();
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file)?;
        let mut best = Map::new();
        let mut keep = |name: &str, time: f64| {
            let kept = best.get(name).and_then(Value::as_f64).unwrap_or(f64::INFINITY);
            best.insert(name.to_owned(), json!(kept.min(time)));
        };
        // One after the other in each round, so that a slow moment of the machine meets them all.
        for _ in 0..(3_000_000 / bytes.len().max(1)).clamp(3, 30) {
            let (whole, reading) = analysis(analyzer, &bytes);
            keep("analyze", whole);
            keep("reading", reading);
            if std::str::from_utf8(&bytes).is_err() {
                continue;
            }
            keep("words", milliseconds(|| words.cut(&bytes, false)).0);
            if let Some(default) = &default {
                keep("default", milliseconds(|| default.cut(&bytes, false)).0);
                keep("defaultHmm", milliseconds(|| default.cut(&bytes, true)).0);
            }
        }
        files.push(Value::Object(best));
    }
    let start_default = default.is_some().then_some(start_default);
    println!(
        "{}",
        json!({ "start": { "analyze": start, "words": start_words, "default": start_default }, "files": files })
    );
    Ok(())
}
