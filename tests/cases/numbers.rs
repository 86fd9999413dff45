//! `numbers.tsv`: how a written number is read.

use jiandu::report::Figure;

use crate::setting::{Setting, pair};
use crate::table::{Row, check};
use crate::value::{is_value, numbers};

#[test]
fn numbers_are_read_exactly() {
    check("numbers.tsv", 80, judge);
}

fn judge(row: &Row) -> Vec<String> {
    let setting = Setting { kind: "work_report", day: "2025-01-14", place: "青沅县", section: "review 2024" };
    let reading = setting.read(row.cell(0));
    let span = reading.locate(std::iter::once(row.cell(1)))[0];
    let found: Vec<&Figure> = reading.report.figures.iter().filter(|figure| reading.holds(figure.span)).collect();
    let all: Vec<_> = found.iter().map(|figure| reading.numerals(figure.span)).collect();
    let (partner, left) = pair(&[reading.numerals(span)], &all);
    let mut faults: Vec<String> = left.into_iter().map(|at| format!("{}: no number here", found[at].quote)).collect();
    match partner[0].map(|at| found[at]) {
        None => faults.push("not found".to_owned()),
        Some(figure) if figure.span.end != span.end => faults.push(format!("quoted as {}", figure.quote)),
        Some(figure) if !is_value(&figure.value, row.cell(2)) => {
            faults.push(format!("value is {:?}", numbers(&figure.value)));
        }
        Some(_) => {}
    }
    faults
}
