//! What is read in our own documents, line by line, for a reviewer to read beside the text.

use std::fmt::Write as _;
use std::path::Path;

use jiandu::report::{Interval, Report, Value};
use jiandu::{Options, analyze};
use serde::Serialize;

fn word<T: Serialize>(member: T) -> String {
    serde_json::to_value(member).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or("-".to_owned())
}

fn interval(interval: Option<&Interval>) -> String {
    let Some(i) = interval else { return "-".to_owned() };
    let (start, end) = (i.start.as_deref().unwrap_or(""), i.end.as_deref().unwrap_or(""));
    match (start.strip_suffix("-01-01"), end.strip_suffix("-12-31")) {
        (Some(first), Some(last)) if first == last => first.to_owned(),
        _ if start == end => start.to_owned(),
        _ => format!("{start}..{end}"),
    }
}

fn number(value: &Value) -> String {
    match value {
        Value::One(number) => number.to_string(),
        Value::Many(numbers) => numbers.iter().map(f64::to_string).collect::<Vec<_>>().join(","),
    }
}

/// One line an item, in the order of the text.
fn outline(report: &Report) -> String {
    let mut out = String::new();
    let d = &report.document;
    let none = || "-".to_owned();
    let _ = writeln!(
        out,
        "document  {} | {} | {} | {} {} | review {}",
        d.title.clone().unwrap_or_else(none),
        word(d.kind),
        d.region.join(" "),
        d.date.clone().unwrap_or_else(none),
        word(d.date_source),
        d.review_year.map_or_else(none, |year| year.to_string())
    );
    for section in &report.sections {
        let _ = writeln!(
            out,
            "section   {} | {}",
            section.heading.clone().unwrap_or_else(none),
            section.speaker.clone().unwrap_or_else(none)
        );
    }
    for person in &report.people {
        let _ = writeln!(
            out,
            "person    {} | {} | {}",
            person.name,
            person.post.clone().unwrap_or_else(none),
            word(person.role)
        );
    }
    for f in &report.figures {
        let _ = writeln!(
            out,
            "figure    {} | {} {} {} {} | {} | {} | {} | {} {} | {}",
            f.quote.replace('\n', "↵"),
            number(&f.value),
            f.unit,
            word(f.measure),
            word(f.bound),
            f.indicator,
            f.subject.clone().unwrap_or_else(none),
            interval(f.period.as_ref()),
            word(f.status),
            word(f.commitment),
            f.scope.clone().unwrap_or_else(none)
        );
    }
    for date in &report.dates {
        let _ = writeln!(
            out,
            "date      {} | {} | {} {}",
            date.quote,
            interval(date.date.as_ref()),
            word(date.grain),
            word(date.role)
        );
    }
    for slogan in &report.slogans {
        let _ = writeln!(out, "slogan    {} | {}", slogan.phrase, slogan.parts.join(" "));
    }
    for entry in &report.timeline {
        let _ = writeln!(
            out,
            "timeline  {} | {} {} | {} | {}",
            interval(Some(&entry.date)),
            word(entry.kind),
            word(entry.state),
            entry.title,
            entry.subject.clone().unwrap_or_else(none)
        );
    }
    for project in &report.projects {
        let _ = writeln!(
            out,
            "project   {} | {} | {} figures | {}",
            project.name,
            word(project.stage),
            project.figures.len(),
            interval(project.date.as_ref())
        );
    }
    for cleaning in &report.cleaning {
        let _ = writeln!(out, "cleaning  {} {}-{}", word(cleaning.kind), cleaning.span.start, cleaning.span.end);
    }
    for diagnostic in &report.diagnostics {
        let _ = writeln!(out, "note      {}", diagnostic.code);
    }
    out
}

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(name);
    let bytes = std::fs::read(path).expect("a document of our own");
    let report = analyze(bytes.as_slice(), &Options { name: Some(name.to_owned()), ..Options::default() })
        .unwrap_or_else(|error| panic!("{error}"));
    outline(&report)
}

#[test]
fn county_report() {
    insta::assert_snapshot!(read("county_report.txt"));
}

#[test]
fn interview() {
    insta::assert_snapshot!(read("interview.txt"));
}

#[test]
fn communique() {
    insta::assert_snapshot!(read("communique.md"));
}

#[test]
fn project_news() {
    insta::assert_snapshot!(read("project_news.txt"));
}
