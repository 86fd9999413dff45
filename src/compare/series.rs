//! Rows of one indicator of one place → rows of the panel, with what a reader of the series must know: that the place
//! had another name, that the indicator was defined otherwise.

use super::names::Names;
use super::observation::Observation;
use super::panel::{Facts, Row};
use super::period::{Period, Writer};
use super::shown;
use super::types::{Alternative, Note, NoteKind, PanelRow, Text};
use crate::lexicon::definitions::{Definition, Departure, definitions};

/// Adds the rows of a series to the panel.
pub(super) fn publish(facts: Facts, rows: &[Row], periods: &Writer, published: &mut Vec<PanelRow>) {
    let Facts { names, observations, panel, .. } = facts;
    let changed = changed(names, observations, rows);
    for row in rows {
        let Some(lead) = observations.get(row.lead()) else { continue };
        let others = row.others.iter().filter_map(|group| {
            let lead = observations.get(group.lead as usize)?;
            Some(Alternative { value: lead.value(), bound: lead.bound, sources: panel.references(facts, group) })
        });
        let word = |name| names.text(name);
        let mut notes = notes(names, panel.observed(observations, &row.main));
        if row.disputed {
            notes.push(disputed());
        }
        let like = |group| observations.get(group).and_then(|o: &Observation| o.like);
        if lead.like.is_some() || row.others.iter().any(|group| like(group.lead as usize).is_some()) {
            let words =
                std::iter::once(lead).chain(row.others.iter().filter_map(|g| observations.get(g.lead as usize)));
            notes.extend(
                words.filter_map(|o| Some(footed(o.like?, &shown::value(&o.value(), names.word(o.unit), o.measure)))),
            );
        }
        if let (Some((year, definition)), Some(last)) = (changed, lead.period.and_then(Period::last_year))
            && last < year
        {
            notes.push(departs("", definition));
        }
        published.push(PanelRow {
            subject: word(lead.subject.name),
            subject_code: lead.subject.code.is_some().then(|| word(lead.subject.key)),
            indicator: word(lead.indicator.name),
            indicator_id: lead.indicator.id.map(word),
            period: lead.period.map(|period| periods.interval(period)),
            measure: lead.measure,
            status: lead.status,
            value: lead.value(),
            unit: word(lead.unit),
            bound: lead.bound,
            every: lead.every,
            average: lead.average,
            real: lead.real,
            scope: lead.scope.map(word),
            labels: labels(names, panel.observed(observations, &row.main)),
            sources: panel.references(facts, &row.main),
            alternatives: others.collect(),
            notes,
        });
    }
}

/// The year in which the definition of the indicator changed, where the series has rows on both sides of it.
fn changed(names: &Names, observations: &[Observation], rows: &[Row]) -> Option<(i32, &'static Definition)> {
    let id = observations.get(rows.first()?.lead())?.indicator.id?;
    let definition = definitions().changed(names.word(id))?;
    let year = definition.year?;
    let mut years = rows.iter().filter_map(|row| observations.get(row.lead())?.period?.last_year());
    let before = years.clone().any(|last| last < year);
    (before && years.any(|last| last >= year)).then_some((year, definition))
}

/// That other values are told of the same.
fn disputed() -> Note {
    let message = "文件还给出别的数值，未说明为何不同。Other values are told, and nothing says why they differ.";
    Note { kind: NoteKind::Disputed, message: message.into(), values: Vec::new() }
}

/// On which footing growth is told.
fn footed(like: bool, value: &str) -> Note {
    let (label, english) =
        if like { ("同口径", "on the same footing") } else { ("自然口径", "as the numbers stand") };
    let note = if like {
        "按同口径计算，与当年数和上年数之比不同。"
    } else {
        "按当年数和上年数计算。"
    };
    Note {
        kind: NoteKind::Definition,
        message: format!("{value}：{note}Growth {english}.").into(),
        values: vec![format!("{label} {value}").into(), note.into(), format!("Growth {english}.").into()],
    }
}

/// That a label, or the indicator before a year, has another definition.
fn departs(label: &str, Definition { note, english, .. }: &Definition) -> Note {
    let head = if label.is_empty() { String::new() } else { format!("{label}：") };
    Note {
        kind: NoteKind::Definition,
        message: format!("{head}{note}{english}").into(),
        values: vec![label.into(), (*note).into(), (*english).into()],
    }
}

fn labels<'a>(names: &Names, members: impl Iterator<Item = &'a Observation>) -> Vec<Text> {
    // Most rows have one source.
    let mut labels = Vec::with_capacity(1);
    labels.extend(members.map(|o| names.text(o.label)));
    if labels.len() > 1 {
        labels.sort_unstable();
        labels.dedup();
    }
    labels
}

fn notes<'a>(names: &Names, members: impl Iterator<Item = &'a Observation>) -> Vec<Note> {
    let mut notes = Vec::new();
    for o in members {
        if let Some(former) = o.subject.former {
            let (was, is) = (names.word(o.subject.written), names.word(o.subject.name));
            let code = o.subject.code.unwrap_or_default();
            let message = format!("{former:06} {was} → {code:06} {is}").into();
            let values = vec![format!("{former:06}").into(), was.into(), format!("{code:06}").into(), is.into()];
            notes.push(Note { kind: NoteKind::SubjectChange, message, values });
        }
        if let Some(definition) = o.indicator.definition
            && definition.departure != Departure::Year
        {
            notes.push(departs(names.word(o.label), definition));
        }
    }
    notes.sort_unstable_by(|a, b| (a.kind, &a.message).cmp(&(b.kind, &b.message)));
    notes.dedup();
    notes
}
