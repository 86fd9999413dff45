//! `timeline.tsv`: what happened when, what is due by when.

use jiandu::report::{DateMention, Figure, Report, TimelineEntry};

use crate::label;
use crate::setting::Setting;
use crate::table::{Row, check, list, readings};
use crate::value::{is_interval, is_word, shown, word};

/// Words that lean on what was said before: a title begins with none of them, and ends with none from the comma on.
const LEANING: [&str; 12] = ["其中", "并", "同时", "特别是", "而", "且", "以及", "，", "、", "等", "的", "和"];

#[test]
fn the_timeline_has_the_entries_that_a_reader_wants() {
    check("timeline.tsv", 120, judge);
}

fn judge(row: &Row) -> Vec<String> {
    let section = row.cell(1);
    let kind = if section == "-" { "note" } else { "work_report" };
    let reading = Setting { kind, day: row.cell(0), place: "青沅县", section }.read(row.cell(2));
    let wanted: Vec<Vec<&str>> =
        list(row.cell(3), " ;; ").into_iter().map(|entry| entry.split(" | ").collect()).collect();
    let mut found: Vec<&TimelineEntry> =
        reading.report.timeline.iter().filter(|entry| reading.holds(entry.span)).collect();
    let mut faults: Vec<String> = found.iter().filter_map(|entry| leans(&entry.title)).collect();
    faults.extend(found.iter().filter_map(|entry| rootless(entry, &reading.report)));
    for fields in wanted {
        let fits = |entry: &&TimelineEntry| readings(fields[3]).any(|title| label::same(&entry.title, title));
        let Some(at) = found.iter().position(fits) else {
            faults.push(format!("{}: not found", fields[3]));
            continue;
        };
        let entry = found.remove(at);
        if !is_interval(Some(&entry.date), fields[0]) {
            faults.push(format!("{}: is {}, should be {}", entry.title, shown(Some(&entry.date)), fields[0]));
        }
        if !is_word(&word(entry.kind), fields[1]) {
            faults.push(format!("{}: kind is {}, should be {}", entry.title, word(entry.kind), fields[1]));
        }
        let place = entry.subject.as_deref().unwrap_or("-");
        if fields.get(4).is_some_and(|wanted| *wanted != place) {
            faults.push(format!("{}: place is {place}, should be {}", entry.title, fields[4]));
        }
        if !is_word(&word(entry.state), fields[2]) {
            faults.push(format!("{}: state is {}, should be {}", entry.title, word(entry.state), fields[2]));
        }
    }
    faults.extend(found.iter().map(|entry| format!("{}: no entry here", entry.title)));
    faults
}

/// What an entry rests on is in the report, tells its date, and stands in its sentence.
fn rootless(entry: &TimelineEntry, report: &Report) -> Option<String> {
    let dates: Vec<_> = report.dates.iter().filter(|date| entry.dates.contains(&date.id)).collect();
    let figures: Vec<_> = report.figures.iter().filter(|figure| entry.figures.contains(&figure.id)).collect();
    let all_there = dates.len() == entry.dates.len() && figures.len() == entry.figures.len();
    // 每季度 is no day of the calendar.
    let says = |date: &&DateMention| date.date.as_ref().is_none_or(|interval| *interval == entry.date);
    let timed = dates.is_empty() || dates.iter().any(says);
    // What is told again elsewhere is the same figure.
    let (near, far): (Vec<&Figure>, Vec<&Figure>) =
        figures.iter().partition(|figure| entry.span.start <= figure.span.start && figure.span.end <= entry.span.end);
    let same = |one: &Figure, other: &Figure| {
        (&one.value, &one.unit, one.measure) == (&other.value, &other.unit, other.measure)
    };
    let near = far.iter().all(|figure| near.iter().any(|known| same(known, figure)));
    // Where the document speaks for a place, so does every entry.
    let placed = entry.subject.is_some() || report.document.region.is_empty();
    (!all_there || !timed || !near || !placed)
        .then(|| format!("{}: rests on {dates:?} and {figures:?} of {:?}", entry.title, entry.subject))
}

fn leans(title: &str) -> Option<String> {
    let cut = LEANING.iter().any(|word| title.starts_with(word))
        || LEANING[7..].iter().any(|word| title.ends_with(word))
        || title.is_empty()
        || title.chars().count() > 40;
    cut.then(|| format!("{title}: does not stand on its own"))
}
