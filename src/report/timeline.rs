//! The timeline: dated events, deadlines, milestones and recurring duties, each with its words.

mod aim;
mod deed;
mod entry;
mod milestone;
mod title;

use std::collections::hash_map::Entry as Slot;

use rustc_hash::FxHashMap;

use super::clause::Place;
use super::scene::Scene;
use super::{Edge, EntryKind, Figure, Grain, Interval, State, TimelineEntry};
use crate::lexicon::timeline_cues::timeline;

/// An entry with its place in the clean text, before it has an id.
struct Draft<'a> {
    place: Place,
    date: Interval,
    grain: Grain,
    kind: EntryKind,
    state: State,
    title: String,
    subject: Option<&'a str>,
    /// Indices of its figures and dates in the document.
    figures: Vec<usize>,
    dates: Vec<usize>,
}

/// The entries as the walk over the sentences finds them.
#[derive(Default)]
pub(super) struct Timeline<'a> {
    drafts: Vec<Draft<'a>>,
}

impl<'a> Timeline<'a> {
    /// Takes the entries of a sentence.
    #[inline(never)]
    pub(super) fn read(&mut self, scene: &Scene<'a, '_>) {
        let from = self.drafts.len();
        scene.dated(&mut self.drafts);
        scene.deeds(&mut self.drafts);
        scene.reached(&mut self.drafts, from);
    }

    /// Orders the entries, takes each event once, and numbers them.
    #[inline(never)]
    pub(super) fn finish(mut self, edge: &Edge<'_>, figures: &[Figure]) -> Vec<TimelineEntry> {
        self.drafts.sort_by(|a, b| (&a.date, a.place).cmp(&(&b.date, b.place)));
        let mut known: FxHashMap<(&Interval, String), usize> = FxHashMap::default();
        let mut first: Vec<(usize, Vec<usize>, Vec<usize>)> = Vec::new();
        for (at, draft) in self.drafts.iter().enumerate() {
            match known.entry((&draft.date, essence(&draft.title))) {
                Slot::Occupied(slot) => {
                    let (_, figures, dates) = &mut first[*slot.get()];
                    figures
                        .extend(draft.figures.iter().copied().filter(|new| !figures.contains(new)).collect::<Vec<_>>());
                    dates.extend(draft.dates.iter().copied().filter(|new| !dates.contains(new)).collect::<Vec<_>>());
                }
                Slot::Vacant(slot) => {
                    slot.insert(first.len());
                    first.push((at, draft.figures.clone(), draft.dates.clone()));
                }
            }
        }
        drop(known);
        let mut first = first.into_iter().peekable();
        let mut entries = Vec::new();
        for (at, draft) in self.drafts.into_iter().enumerate() {
            let Some((_, own, dates)) = first.next_if(|(first, ..)| *first == at) else { continue };
            entries.push(TimelineEntry {
                id: format!("t{}", entries.len() + 1),
                date: draft.date,
                grain: draft.grain,
                kind: draft.kind,
                state: draft.state,
                title: draft.title,
                subject: draft.subject.map(str::to_owned),
                span: edge.span(draft.place),
                figures: own.into_iter().map(|i| figures[i].id.clone()).collect(),
                dates: dates.into_iter().map(|i| format!("d{}", i + 1)).collect(),
            });
        }
        entries
    }
}

/// A title without the words that praise, by which two tellings of one event are known.
fn essence(title: &str) -> String {
    let mut words = String::with_capacity(title.len());
    let mut skip = 0;
    for (at, c) in title.char_indices() {
        if at < skip {
            continue;
        }
        match timeline().praise.prefix_at(c, &title[at..]) {
            Some(word) => skip = at + word.len(),
            None => words.push(c),
        }
    }
    words
}

/// The grain of an interval that no single date names.
fn grain(interval: &Interval) -> Grain {
    let (Some(start), Some(end)) = (&interval.start, &interval.end) else { return Grain::Years };
    match (start.get(..4) == end.get(..4), start == end) {
        (_, true) => Grain::Day,
        (true, _) if start.ends_with("01-01") && end.ends_with("12-31") => Grain::Year,
        (true, _) => Grain::Quarter,
        _ => Grain::Years,
    }
}
