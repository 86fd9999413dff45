//! `compare.tsv` and `whole_reports.tsv`: collections of a few documents, with the panel, the promises and the contradictions that a careful
//! reader finds in them.

use jiandu::compare::{Collection, PanelRow, PromiseRow};
use jiandu::report::{Interval, Value};
use jiandu::{Options, Report, analyze, compare};

use crate::setting::Setting;
use crate::table::{Row, check, list};
use crate::value::{numbers, word};

#[test]
fn collections_are_compared_as_a_careful_reader_would() {
    check("compare.tsv", 40, judge);
}

/// Whole reports with the titles, datelines and headings that such reports have.
#[test]
fn whole_reports_are_compared_as_a_careful_reader_would() {
    check("whole_reports.tsv", 12, |row| {
        let documents = list(row.cell(1), " || ");
        faults(row, documents.into_iter().enumerate().map(|(at, text)| whole(at, text)).collect())
    });
}

fn judge(row: &Row) -> Vec<String> {
    faults(row, list(row.cell(1), " || ").into_iter().map(report).collect())
}

fn faults(row: &Row, mut reports: Vec<Report>) -> Vec<String> {
    let collection = compare(&reports);
    reports.reverse();
    let mut faults = Vec::new();
    if compare(&reports) != collection {
        faults.push("the order of the documents changes the answer".to_owned());
    }
    let found = [panel(&collection), promises(&collection), disputes(&collection)];
    for (what, column, found) in [("panel", 2, &found[0]), ("promises", 3, &found[1]), ("disputes", 4, &found[2])] {
        if row.cell(column) != found {
            faults.push(format!("{what} is {found}"));
        }
    }
    faults
}

/// `kind | day | place | section | sentence`.
fn report(document: &str) -> Report {
    let cells: Vec<&str> = document.split(" | ").collect();
    let [kind, day, place, section, sentence] = cells[..] else { panic!("five cells: {document}") };
    let mut report = Setting { kind, day, place, section }.read(sentence).report;
    report.document.name = format!("{place} {day}");
    // A note says nothing of its place.
    if report.document.region.is_empty() {
        report.document.region = vec![place.to_owned()];
    }
    report
}

/// A document as it stands; Markdown where it begins with a title of that kind.
fn whole(at: usize, text: &str) -> Report {
    let end = if text.starts_with('#') { "md" } else { "txt" };
    let options = Options { name: Some(format!("{at}.{end}")), ..Options::default() };
    analyze(text, &options).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn or_none(rows: &[String]) -> String {
    if rows.is_empty() { "-".to_owned() } else { rows.join(" ;; ") }
}

fn years(period: Option<&Interval>) -> String {
    let Some(Interval { start, end }) = period else { return "-".to_owned() };
    let start = start.as_deref().unwrap_or("").trim_end_matches("-01-01");
    let end = end.as_deref().unwrap_or("").trim_end_matches("-12-31");
    if start == end { start.to_owned() } else { format!("{start}..{end}") }
}

fn value(value: &Value, unit: &str) -> String {
    let parts: Vec<String> = numbers(value).iter().map(f64::to_string).collect();
    format!("{}{unit}", parts.join(","))
}

/// `place | indicator | period | measure | status | value | sources`.
fn panel(collection: &Collection) -> String {
    let row = |row: &PanelRow| {
        let kind = word(row.measure) + if row.average { " average" } else { "" } + if row.real { " real" } else { "" };
        let mut cells = vec![
            row.subject.to_string(),
            row.indicator.to_string(),
            years(row.period.as_ref()),
            kind,
            word(row.status),
            value(&row.value, &row.unit),
            row.sources.len().to_string(),
        ];
        cells.extend(row.notes.iter().map(|note| word(note.kind)));
        cells.join(" | ")
    };
    or_none(&collection.panel.iter().map(row).collect::<Vec<_>>())
}

/// `indicator | due | value | commitment | result | arithmetic`, and promises without a number: `project | due | commitment |
/// promised | reached | result`.
fn promises(collection: &Collection) -> String {
    let row = |row: &PromiseRow| {
        let aim = value(&row.value, &row.unit);
        let commitment = row.commitment.map_or("-".to_owned(), word);
        let caveat = row.caveat.map_or(String::new(), |caveat| format!(" [{}]", word(caveat)));
        let arithmetic = format!("{}{caveat}", row.arithmetic);
        [&row.indicator, &*years(row.due.as_ref()), &aim, &commitment, &word(row.result), &arithmetic].join(" | ")
    };
    let mut rows: Vec<String> = collection.promises.iter().map(row).collect();
    rows.extend(collection.commitments.iter().map(|row| {
        let project = row.project.as_deref().unwrap_or("-");
        let reached = row.reached.map_or("-".to_owned(), word);
        [project, &years(Some(&row.due)), &word(row.commitment), &word(row.promised), &reached, &word(row.result)]
            .join(" | ")
    }));
    or_none(&rows)
}

fn disputes(collection: &Collection) -> String {
    let mut rows: Vec<String> = collection.conflicts.iter().map(|one| format!("conflict: {}", one.note)).collect();
    rows.extend(collection.revisions.iter().map(|one| format!("{}: {}", word(one.kind), one.note)));
    rows.extend(collection.checks.iter().map(|one| format!("check {}: {}", word(one.kind), one.arithmetic)));
    or_none(&rows)
}
