//! The timeline: dated events, deadlines, milestones and recurring duties, each with its words.

mod aim;
mod beside;
mod deed;
mod duty;
mod entry;
mod limit;
mod milestone;
mod repeat;
mod result;
mod task;
mod thing;
mod title;
mod whose;

use super::clause::Place;
use super::figure::{self, Figures};
use super::scene::Scene;
use super::{Edge, EntryKind, Grain, Interval, State, TimelineEntry};
use crate::digits;

/// An entry with its place in the clean text, before it has an id.
struct Draft<'a> {
    place: Place,
    date: Interval,
    grain: Grain,
    kind: EntryKind,
    state: State,
    title: String,
    subject: Option<&'a str>,
    /// The place that its own words name, where it is another.
    place_told: Option<String>,
    /// Indices of its figures and dates in the document.
    figures: Vec<usize>,
    dates: Vec<usize>,
}

/// The entries as the walk over the sentences finds them.
#[derive(Default)]
pub(super) struct Timeline<'a> {
    drafts: Vec<Draft<'a>>,
    told: result::Told,
}

impl<'a> Timeline<'a> {
    /// Takes the entries of a sentence.
    #[inline(never)]
    pub(super) fn read(&mut self, scene: &Scene<'a, '_>) {
        let from = self.drafts.len();
        scene.dated(&mut self.drafts);
        scene.deeds(&mut self.drafts);
        scene.tasks(&mut self.drafts, from);
        scene.reached(&mut self.drafts, from);
        scene.results(&mut self.drafts, from, &mut self.told);
    }

    /// Takes each event once, orders the entries and numbers them.
    #[inline(never)]
    pub(super) fn finish(mut self, edge: &Edge<'_>, figures: &Figures) -> Vec<TimelineEntry> {
        // In the order of the text, so that the first telling is the one that stands.
        self.drafts.sort_by_key(|draft| draft.place);
        let mut drafts = repeat::join(self.drafts, figures);
        drafts.sort_by(|a, b| (order(a), &a.date, a.place).cmp(&(order(b), &b.date, b.place)));
        drafts
            .into_iter()
            .enumerate()
            .map(|(at, draft)| TimelineEntry {
                id: digits::id('t', at),
                date: draft.date,
                grain: draft.grain,
                kind: draft.kind,
                state: draft.state,
                title: draft.title,
                subject: draft.place_told.or_else(|| draft.subject.map(str::to_owned)),
                span: edge.span(draft.place),
                figures: draft.figures.into_iter().map(figure::id).collect(),
                dates: draft.dates.into_iter().map(|i| digits::id('d', i)).collect(),
            })
            .collect()
    }
}

/// Dated entries come first, then what comes again, then what has no day at all.
fn order(draft: &Draft<'_>) -> u8 {
    match (draft.kind, &draft.date) {
        (_, Interval { start: None, end: None }) => 2,
        (EntryKind::Recurring, _) => 1,
        _ => 0,
    }
}

/// The grain of an interval that no single date names.
fn grain(interval: &Interval) -> Grain {
    let (Some(start), Some(end)) = (&interval.start, &interval.end) else { return Grain::Years };
    match (start.get(..4) == end.get(..4), start == end) {
        (_, true) => Grain::Day,
        (true, _) => match (start.get(5..7), end.get(5..7)) {
            (Some("01"), Some("12")) => Grain::Year,
            (Some("01"), Some("06")) | (Some("07"), Some("12")) => Grain::Half,
            (Some("01"), Some("03"))
            | (Some("04"), Some("06"))
            | (Some("07"), Some("09"))
            | (Some("10"), Some("12")) => Grain::Quarter,
            _ => Grain::Month,
        },
        _ => Grain::Years,
    }
}
