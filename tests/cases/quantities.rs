//! `quantities.tsv`: number, unit, bound and measure.

use jiandu::report::Figure;

use crate::setting::{Setting, pair};
use crate::table::{Row, check, list};
use crate::value::{is_unit, is_value, is_word, numbers, word};

#[test]
fn quantities_have_their_unit_bound_and_measure() {
    check("quantities.tsv", 150, judge);
}

fn judge(row: &Row) -> Vec<String> {
    let setting = Setting { kind: "work_report", day: "2025-01-14", place: "青沅县", section: "review 2024" };
    let reading = setting.read(row.cell(0));
    let wanted: Vec<(&str, Vec<&str>)> = list(row.cell(1), " ; ")
        .into_iter()
        .map(|quantity| {
            let (quote, rest) = quantity.split_once(" = ").expect("quote = value unit bound measure");
            (quote, rest.split(' ').collect())
        })
        .collect();
    let spans = reading.locate(wanted.iter().map(|(quote, _)| *quote));
    let found: Vec<&Figure> = reading.report.figures.iter().filter(|figure| reading.holds(figure.span)).collect();
    let (partner, left) = pair(
        &spans.iter().map(|span| reading.numerals(*span)).collect::<Vec<_>>(),
        &found.iter().map(|figure| reading.numerals(figure.span)).collect::<Vec<_>>(),
    );
    let mut faults = Vec::new();
    for (((quote, fields), span), partner) in wanted.iter().zip(spans).zip(partner) {
        let Some(figure) = partner.map(|at| found[at]) else {
            faults.push(format!("{quote}: not found"));
            continue;
        };
        if figure.span.end != span.end {
            faults.push(format!("{quote}: quoted as {}", figure.quote));
        }
        if !is_value(&figure.value, fields[0]) {
            faults.push(format!("{quote}: value is {:?}", numbers(&figure.value)));
        }
        if fields[3] != "rank" && !is_unit(&figure.unit, fields[1]) {
            faults.push(format!("{quote}: unit is {}", figure.unit));
        }
        if !is_word(&word(figure.bound), fields[2]) {
            faults.push(format!("{quote}: bound is {}", word(figure.bound)));
        }
        if !is_word(&word(figure.measure), fields[3]) {
            faults.push(format!("{quote}: measure is {}", word(figure.measure)));
        }
    }
    faults.extend(left.into_iter().map(|at| format!("{}: no quantity here", found[at].quote)));
    faults
}
