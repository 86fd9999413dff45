//! What `confidence` is worth: figures that the program is surer of are right more often. Prints the calibration by tenths
//! (`cargo test --test calibration -- --nocapture`), on our own annotated documents and, where they are there, the shared ones.

#[path = "../cases/label.rs"]
mod label;

use std::path::Path;

use jiandu::report::{Figure, Value};
use jiandu::{Options, analyze};
use serde_json::Value as Json;

/// A figure of the gold, with its numeral's place in UTF-16 units.
struct Gold {
    start: u32,
    end: u32,
    fact: Json,
}

fn gold(path: &Path, text: &str) -> Vec<Gold> {
    let units: Vec<u32> = std::iter::once(0)
        .chain(text.chars().scan(0, |sum, c| {
            *sum += c.len_utf16() as u32;
            Some(*sum)
        }))
        .collect();
    let lines = std::fs::read_to_string(path).unwrap();
    let facts = lines.lines().filter_map(|line| serde_json::from_str::<Json>(line).ok());
    facts
        .filter(|fact| fact["class"] == "figure" && fact["optional"] != true)
        .map(|fact| {
            let start = fact["start"].as_u64().unwrap() as usize;
            let end = start + fact["quote"].as_str().unwrap().chars().count();
            Gold { start: units[start], end: units[end], fact }
        })
        .collect()
}

fn among(fact: &Json, key: &str, found: &Json) -> bool {
    let also = fact[format!("{key}_also")].as_array().cloned().unwrap_or_default();
    fact[key] == *found || also.contains(found)
}

fn number(found: &Value, wanted: &Json) -> bool {
    let list = |json: &Json| json.as_array().cloned().unwrap_or_else(|| vec![json.clone()]);
    let found = match found {
        Value::One(one) => vec![*one],
        Value::Many(many) => many.clone(),
    };
    let wanted: Vec<f64> = list(wanted).iter().filter_map(Json::as_f64).collect();
    found.len() == wanted.len() && found.iter().zip(&wanted).all(|(a, b)| (a - b).abs() <= 1e-9 * b.abs().max(1.0))
}

/// Value, unit, measure, status, period and indicator right together.
fn right(figure: &Figure, fact: &Json) -> bool {
    let word = |value: &dyn erased::Word| Json::String(value.word());
    let period = figure.period.as_ref().map_or(Json::Null, |p| serde_json::json!([p.start, p.end]));
    let labels = std::iter::once(&fact["indicator"]).chain(fact["indicator_also"].as_array().into_iter().flatten());
    number(&figure.value, &fact["value"])
        && (fact["measure"] == "rank" || among(fact, "unit", &Json::String(figure.unit.clone())))
        && among(fact, "measure", &word(&figure.measure))
        && among(fact, "status", &word(&figure.status))
        && among(fact, "period", &period)
        && labels.filter_map(Json::as_str).any(|wanted| label::same(&figure.indicator, wanted))
}

/// The word by which an enumeration is written.
mod erased {
    pub trait Word {
        fn word(&self) -> String;
    }

    impl<T: serde::Serialize> Word for T {
        fn word(&self) -> String {
            serde_json::to_value(self).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
        }
    }
}

/// For each tenth of confidence: figures judged, and those right.
fn tally(documents: &Path, annotations: &Path, tenths: &mut [(u32, u32); 10]) {
    let mut names: Vec<_> = std::fs::read_dir(annotations).unwrap().map(|e| e.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|end| end == "jsonl"));
    names.sort();
    for path in names {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut texts = std::fs::read_dir(documents).unwrap().map(|e| e.unwrap().path());
        let Some(file) = texts.find(|p| p.is_file() && p.file_name().unwrap().to_str().unwrap().starts_with(&stem))
        else {
            continue;
        };
        let text = std::fs::read_to_string(&file).unwrap();
        let meta = std::fs::read_to_string(path.with_extension("meta.json")).unwrap_or_else(|_| "{}".to_owned());
        let meta: Json = serde_json::from_str(&meta).unwrap();
        let options = Options { date: meta["given_date"].as_str().map(str::to_owned), ..Options::default() };
        let report = analyze(text.as_str(), &options).unwrap();
        let annotated = gold(&path, &text);
        for figure in &report.figures {
            let same = annotated.iter().find(|g| g.start < figure.span.end && figure.span.start < g.end);
            let Some(same) = same else { continue };
            let tenth = (0..10_u8).rev().find(|t| figure.confidence * 10.0 >= f64::from(*t)).map_or(0, usize::from);
            tenths[tenth].0 += 1;
            tenths[tenth].1 += u32::from(right(figure, &same.fact));
        }
    }
}

#[test]
fn surer_figures_are_right_more_often() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tenths = [(0, 0); 10];
    tally(&root.join("tests/documents"), &root.join("tests/documents/gold"), &mut tenths);
    let shared = root.join("../shared");
    if shared.join("gold").is_dir() {
        tally(&shared.join("documents"), &shared.join("gold"), &mut tenths);
    } else {
        println!("the shared annotated documents are not here: our own alone are counted");
    }
    println!("confidence   figures   whole facts right");
    for (tenth, (all, good)) in tenths.iter().enumerate().filter(|(_, (all, _))| *all > 0) {
        println!(
            "  0.{tenth}–{:.1}    {all:5}     {:.3}",
            (tenth + 1) as f64 / 10.0,
            f64::from(*good) / f64::from(*all)
        );
    }
    let rate = |range: std::ops::Range<usize>| {
        let (all, good) = tenths[range].iter().fold((0, 0), |(a, g), (all, good)| (a + all, g + good));
        assert!(all >= 10, "too few figures to compare");
        f64::from(good) / f64::from(all)
    };
    assert!(rate(8..10) > rate(0..8), "above 0.8: {:.3}, below: {:.3}", rate(8..10), rate(0..8));
}
