//! `figures.tsv`: whole facts.

use jiandu::report::{Figure, Status};

use crate::label;
use crate::setting::{Reading, Setting, pair};
use crate::table::{Row, check, list, readings};
use crate::value::{is_interval, is_unit, is_value, is_word, numbers, shown, word};

#[test]
fn figures_are_read_as_whole_facts() {
    check("figures.tsv", 250, judge);
}

fn judge(row: &Row) -> Vec<String> {
    let setting = Setting { kind: row.cell(0), day: row.cell(1), place: row.cell(2), section: row.cell(3) };
    let reading = setting.read(row.cell(4));
    let wanted: Vec<Vec<&str>> =
        list(row.cell(5), " ;; ").into_iter().map(|figure| figure.split(" | ").collect()).collect();
    for fields in &wanted {
        assert_eq!(fields.len(), 11, "{}: fields of {fields:?}", row.cell(4));
    }
    let spans = reading.locate(wanted.iter().map(|fields| fields[0].trim_start_matches('?')));
    let found: Vec<&Figure> = reading.report.figures.iter().filter(|figure| reading.holds(figure.span)).collect();
    let (partner, left) = pair(
        &spans.iter().map(|span| reading.numerals(*span)).collect::<Vec<_>>(),
        &found.iter().map(|figure| reading.numerals(figure.span)).collect::<Vec<_>>(),
    );
    let mut faults = Vec::new();
    for (fields, partner) in wanted.iter().zip(partner) {
        if fields[0].starts_with('?') {
            continue;
        }
        match partner {
            Some(at) => faults.extend(compare(found[at], fields)),
            None => faults.push(format!("{}: not found", fields[0])),
        }
    }
    faults.extend(left.into_iter().map(|at| format!("{}: no figure here ({})", found[at].quote, found[at].indicator)));
    faults.extend(exact(&reading, &found));
    faults
}

/// Faults of one figure against the fields of the table.
fn compare(figure: &Figure, fields: &[&str]) -> Vec<String> {
    let rank = word(figure.measure) == "rank";
    let subject = figure.subject.as_deref().unwrap_or("");
    let scope = figure.scope.as_deref().unwrap_or("");
    let commitment = figure.commitment.map_or("-".to_owned(), word);
    let period = figure.period.as_ref();
    let checks = [
        ("value", is_value(&figure.value, fields[1]), format!("{:?}", numbers(&figure.value)), fields[1]),
        ("unit", rank || is_unit(&figure.unit, fields[2]), figure.unit.clone(), fields[2]),
        ("measure", is_word(&word(figure.measure), fields[3]), word(figure.measure), fields[3]),
        ("bound", is_word(&word(figure.bound), fields[4]), word(figure.bound), fields[4]),
        ("status", is_word(&word(figure.status), fields[5]), word(figure.status), fields[5]),
        ("period", is_interval(period, fields[6]), shown(period), fields[6]),
        ("indicator", is_label(&figure.indicator, fields[7]), figure.indicator.clone(), fields[7]),
        ("subject", is_label(subject, fields[8]), subject.to_owned(), fields[8]),
        (
            "commitment",
            figure.status != Status::Target || fields[5] != "target" || is_word(&commitment, fields[9]),
            commitment,
            fields[9],
        ),
        ("scope", fields[10] == "*" || is_label(scope, fields[10]), scope.to_owned(), fields[10]),
    ];
    checks
        .into_iter()
        .filter(|(_, right, ..)| !right)
        .map(|(what, _, found, wanted)| format!("{}: {what} is {found}, should be {wanted}", fields[0]))
        .collect()
}

fn is_label(found: &str, field: &str) -> bool {
    readings(field).any(|wanted| wanted == "*" || label::same(found, wanted))
}

/// A figure's quote is the words of its span.
fn exact(reading: &Reading, figures: &[&Figure]) -> Vec<String> {
    figures
        .iter()
        .filter(|figure| reading.words(figure.span) != figure.quote)
        .map(|figure| format!("{}: the span holds {}", figure.quote, reading.words(figure.span)))
        .collect()
}
