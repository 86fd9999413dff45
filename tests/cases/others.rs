//! `others.tsv`: names and grades, list numbering, page furniture.

use jiandu::report::Span;

use crate::setting::Setting;
use crate::table::{Row, check, list};
use crate::value::word;

#[test]
fn names_markers_and_furniture_are_no_figures() {
    check("others.tsv", 50, judge);
}

fn judge(row: &Row) -> Vec<String> {
    let setting = Setting { kind: "news", day: "2024-06-18", place: "青沅县", section: "-" };
    let reading = setting.read(row.cell(0));
    let wanted: Vec<(&str, &str)> =
        list(row.cell(1), " ; ").into_iter().map(|other| other.split_once(" = ").expect("quote = kind")).collect();
    let spans = reading.locate(wanted.iter().map(|(quote, _)| *quote));
    let mut faults = Vec::new();
    for ((quote, kind), span) in wanted.iter().zip(spans) {
        let touches = |other: Span| other.start < span.end && span.start < other.end;
        let report = &reading.report;
        faults.extend(
            report
                .figures
                .iter()
                .filter(|figure| touches(figure.span))
                .map(|figure| format!("{quote}: {} is taken for a figure", figure.quote)),
        );
        faults.extend(
            report
                .dates
                .iter()
                .filter(|date| touches(date.span))
                .map(|date| format!("{quote}: {} is taken for a date", date.quote)),
        );
        let digits = quote.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
        let cleaned = report.cleaning.iter().any(|c| word(c.kind) == "boilerplate" && touches(c.span));
        let kinds: Vec<String> =
            report.others.iter().filter(|other| touches(other.span)).map(|other| word(other.kind)).collect();
        // A Chinese numeral in a name need not be listed; where it is, it is listed as what it is.
        let asked = digits || !kinds.is_empty();
        if asked && *kind != "-" && !cleaned && !kinds.iter().any(|found| found == kind) {
            faults.push(format!("{quote}: listed as {kinds:?}, should be {kind}"));
        }
    }
    faults
}
