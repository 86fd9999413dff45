//! `dates.tsv`: expressions of calendar time, and numbers that are none.

use jiandu::report::{DateMention, Span};

use crate::setting::{Setting, pair};
use crate::table::{Row, check, list};
use crate::value::{is_interval, is_word, shown, word};

#[test]
fn dates_are_resolved_against_document_section_and_sentence() {
    check("dates.tsv", 400, judge);
}

fn judge(row: &Row) -> Vec<String> {
    let section = row.cell(1);
    let kind = if section == "-" { "note" } else { "work_report" };
    let reading = Setting { kind, day: row.cell(0), place: "青沅县", section }.read(row.cell(2));
    let wanted: Vec<(&str, &str, &str)> = list(row.cell(3), " ; ")
        .into_iter()
        .map(|date| {
            let (quote, rest) = date.split_once(" = ").expect("quote = interval : role");
            let (interval, role) = rest.split_once(" : ").expect("interval : role");
            (quote, interval, role)
        })
        .collect();
    let spans = reading.locate(wanted.iter().map(|(quote, ..)| quote.trim_start_matches('?')));
    let found: Vec<&DateMention> = reading.report.dates.iter().filter(|date| reading.holds(date.span)).collect();
    let all = |span: Span| (span.start..span.end).collect::<Vec<u32>>();
    let (partner, left) = pair(
        &spans.iter().map(|span| all(*span)).collect::<Vec<_>>(),
        &found.iter().map(|date| all(date.span)).collect::<Vec<_>>(),
    );
    let mut faults = Vec::new();
    for ((quote, interval, role), partner) in wanted.iter().zip(partner) {
        if quote.starts_with('?') {
            continue;
        }
        let Some(at) = partner else {
            faults.push(format!("{quote}: not found"));
            continue;
        };
        let date = found[at];
        if bare(&date.quote) != bare(quote) {
            faults.push(format!("{quote}: quoted as {}", date.quote));
        }
        if reading.words(date.span) != date.quote {
            faults.push(format!("{quote}: the span holds {}", reading.words(date.span)));
        }
        if !is_interval(date.date.as_ref(), interval) {
            faults.push(format!("{quote}: is {}, should be {interval}", shown(date.date.as_ref())));
        }
        if !is_word(&word(date.role), role) {
            faults.push(format!("{quote}: role is {}, should be {role}", word(date.role)));
        }
    }
    faults.extend(left.into_iter().map(|at| format!("{}: no date here", found[at].quote)));
    faults
}

/// Quotation marks, spaces and a leading preposition may stand in the quote or not.
fn bare(quote: &str) -> String {
    let kept: String = quote.chars().filter(|c| !c.is_whitespace() && !"“”\"".contains(*c)).collect();
    ["截至", "截止", "自", "从", "在"].iter().find_map(|word| kept.strip_prefix(word)).unwrap_or(&kept).to_owned()
}
