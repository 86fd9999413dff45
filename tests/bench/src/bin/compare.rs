//! `compare DOCUMENT…`: 3,000 reports of 50 kB made of these, analysed and compared; seconds as JSON.

use std::hint::black_box;
use std::time::Instant;

use jiandu::{Analyzer, Options};
use serde_json::json;

const REPORTS: usize = 3_000;
const BYTES: usize = 50_000;
/// Digits of the greatest number.
const DIGITS: usize = 4;

/// Documents with their digits moved on, line by line by one of the digits of their number: each tells other things of other
/// years, and no two are one text.
fn text(documents: &[String], number: usize) -> String {
    let mut text = String::with_capacity(BYTES + 1_000);
    for at in 0.. {
        for (place, line) in documents[(number + at) % documents.len()].lines().enumerate() {
            if text.len() + line.len() > BYTES && !text.is_empty() {
                return text;
            }
            let by = number / 10_usize.pow((place % DIGITS) as u32);
            let moved = |c: char| c.to_digit(10).map_or(c, |d| char::from(b'0' + ((d as usize + by) % 10) as u8));
            text.extend(line.chars().map(moved));
            text.push('\n');
        }
    }
    text
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let documents = std::env::args().skip(1).map(std::fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let analyzer = Analyzer::new();
    let options = |number| Options { name: Some(format!("{number}.txt")), ..Options::default() };
    black_box(analyzer.analyze(text(&documents, 0).as_str(), &options(0))?);
    let mut rows = Vec::new();
    let mut reports = Vec::with_capacity(REPORTS);
    let mut analyzed = 0.0;
    for number in 0..REPORTS {
        let text = text(&documents, number);
        let begin = Instant::now();
        let report = analyzer.analyze(text.as_str(), &options(number))?;
        analyzed += begin.elapsed().as_secs_f64();
        reports.push(report);
        if [REPORTS / 10, REPORTS / 3, REPORTS].contains(&reports.len()) {
            let figures: usize = reports.iter().map(|report| report.figures.len()).sum();
            let compared = (0..3)
                .map(|_| {
                    let begin = Instant::now();
                    black_box(jiandu::compare(&reports).panel.len());
                    begin.elapsed().as_secs_f64()
                })
                .fold(f64::INFINITY, f64::min);
            rows.push(json!({ "reports": reports.len(), "figures": figures, "analyze": analyzed, "compare": compared }));
        }
    }
    println!("{}", json!(rows));
    Ok(())
}
