//! The timeline: dated events, deadlines, milestones and recurring duties, each with its words.
//!
//! One walk over the sentences takes along the dates and figures that stand in each, so that the cost is linear in the
//! text. What a date is said of stands around it in its clause, or in the clause behind it.

mod milestone;

use std::collections::HashMap;

use super::clause::{Clause, Place, clauses, is_subordinate};
use super::{Edge, EntryKind, Figure, Grain, Interval, Kind, Role, State, TimelineEntry, aim, deed, title};
use crate::clean::Clean;
use crate::figure::Figure as Linked;
use crate::mention::{Date, Mentions, date};
use crate::report::Status;
use crate::span::Span;
use crate::structure::{Block, BlockKind, Mode, Structure, sentence};

/// An entry with its place in the clean text, before it has an id.
struct Draft {
    place: Place,
    entry: TimelineEntry,
}

/// One sentence with what stands in it.
struct Scene<'a> {
    clean: &'a Clean,
    structure: &'a Structure,
    block: &'a Block,
    clauses: Vec<Clause>,
    /// Dates of the sentence, and the index of the first in the document.
    dates: &'a [Date],
    first: usize,
    /// Figures of the sentence: where the quantity stands, and the figure's index.
    figures: &'a [(Place, usize)],
    linked: &'a [Linked],
    outward: &'a [Figure],
    today: Option<String>,
}

pub(super) fn timeline(
    edge: &Edge<'_>,
    clean: &Clean,
    structure: &Structure,
    mentions: &Mentions,
    linked: &[Linked],
    figures: &[Figure],
) -> Vec<TimelineEntry> {
    let mut places: Vec<(Place, usize)> =
        linked.iter().enumerate().map(|(i, f)| (mentions.quantities[f.quantity].span, i)).collect();
    places.sort_unstable();
    let today = structure.date.map(|day| day.to_string());
    let mut drafts: Vec<Draft> = Vec::new();
    for block in structure.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        if block.span.of(&clean.text).starts_with("<!--") {
            continue;
        }
        for sentence in sentence::sentences(&clean.text, block.span) {
            let dates = range(&mentions.dates, sentence, |d| d.span.start);
            let own = range(&places, sentence, |(span, _)| span.start);
            let scene = Scene {
                clean,
                structure,
                block,
                clauses: clauses(&clean.text, sentence),
                dates: &mentions.dates[dates.clone()],
                first: dates.start,
                figures: &places[own],
                linked,
                outward: figures,
                today: today.clone(),
            };
            scene.read(edge, &mut drafts);
        }
    }
    // Figures in tables stand in no sentence and are no entries.
    finish(drafts)
}

/// The members of an ordered list that begin in a sentence.
pub(super) fn range<T>(all: &[T], sentence: Place, start: impl Fn(&T) -> usize) -> std::ops::Range<usize> {
    let from = all.partition_point(|item| start(item) < sentence.start);
    from..from + all[from..].partition_point(|item| start(item) < sentence.end)
}

/// Orders the entries, takes each event once, and numbers them.
fn finish(mut drafts: Vec<Draft>) -> Vec<TimelineEntry> {
    drafts.sort_by(|a, b| (&a.entry.date, a.place).cmp(&(&b.entry.date, b.place)));
    let mut known: HashMap<(Interval, String), usize> = HashMap::new();
    let mut entries: Vec<TimelineEntry> = Vec::new();
    for Draft { entry, .. } in drafts {
        match known.entry((entry.date.clone(), essence(&entry.title))) {
            std::collections::hash_map::Entry::Occupied(at) => {
                let first = &mut entries[*at.get()];
                first.figures.extend(entry.figures);
                first.dates.extend(entry.dates);
            }
            std::collections::hash_map::Entry::Vacant(slot) => {
                slot.insert(entries.len());
                entries.push(entry);
            }
        }
    }
    for (i, entry) in entries.iter_mut().enumerate() {
        entry.id = format!("t{}", i + 1);
        let mut seen = std::collections::HashSet::new();
        entry.figures.retain(|id| seen.insert(id.clone()));
        entry.dates.retain(|id| seen.insert(id.clone()));
    }
    entries
}

/// A title without the words that praise, by which two tellings of one event are known.
fn essence(title: &str) -> String {
    let mut words = title.to_owned();
    for word in ["顺利", "成功", "正式", "全面", "圆满", "基本", "实现", "达到", "了", "“", "”"] {
        words = words.replace(word, "");
    }
    words
}

fn grain(interval: &Interval) -> Grain {
    let (Some(start), Some(end)) = (&interval.start, &interval.end) else { return Grain::Years };
    match (start.get(..4) == end.get(..4), start == end) {
        (_, true) => Grain::Day,
        (true, _) if start.ends_with("01-01") && end.ends_with("12-31") => Grain::Year,
        (true, _) => Grain::Quarter,
        _ => Grain::Years,
    }
}

/// What a date's clause says, in the text.
struct Told {
    /// The clauses it stands in.
    place: Place,
    /// Words for the title.
    words: String,
}

impl Scene<'_> {
    fn of(&self, start: usize, end: usize) -> &str {
        self.clean.text.get(start..end.max(start)).unwrap_or_default()
    }

    fn read(&self, edge: &Edge<'_>, drafts: &mut Vec<Draft>) {
        let from = drafts.len();
        let mut skip = 0;
        for i in 0..self.dates.len() {
            if i < skip {
                continue;
            }
            // 2020年7月下旬至10月底: one time, said with two dates.
            let joined = self.dates.get(i + 1).is_some_and(|next| {
                matches!(self.of(self.dates[i].span.end, next.span.start).trim(), "至" | "到" | "—" | "-" | "–" | "~")
            });
            let last = if joined { i + 1 } else { i };
            skip = last + 1;
            if let Some(draft) = self.entry(edge, i, last) {
                drafts.push(draft);
            }
        }
        self.deeds(edge, drafts);
        self.reached(edge, drafts, from);
    }

    fn draft(
        &self,
        edge: &Edge<'_>,
        place: Place,
        interval: Interval,
        kind: EntryKind,
        state: State,
        title: String,
    ) -> Draft {
        let figures = self
            .figures
            .iter()
            .filter(|(span, _)| place.covers(*span))
            .map(|(_, i)| self.outward[*i].id.clone())
            .collect();
        Draft {
            place,
            entry: TimelineEntry {
                id: String::new(),
                grain: grain(&interval),
                date: interval,
                kind,
                state,
                title,
                subject: self.subject(),
                span: edge.span(place),
                figures,
                dates: Vec::new(),
            },
        }
    }

    fn subject(&self) -> Option<String> {
        let section = self.structure.sections.get(self.block.section);
        section.and_then(|s| s.region.last()).or(self.structure.region.last()).cloned()
    }

    /// The entry of the dates `i..=last`, which name one time.
    fn entry(&self, edge: &Edge<'_>, i: usize, last: usize) -> Option<Draft> {
        let (date, end) = (&self.dates[i], &self.dates[last]);
        let every = matches!(date.expression.part, date::Part::Recurring(_));
        if matches!(date.role, Role::Meta | Role::Name) || !every && date.interval.is_none() {
            return None;
        }
        let at = self.clauses.iter().position(|clause| clause.span.covers(date.span))?;
        let clause = self.clauses[at].span;
        let head_start = if i > 0 { self.dates[i - 1].span.end.max(clause.start) } else { clause.start };
        // “十五五”末: the sign before the plan's number belongs to the date.
        let head = self.of(head_start, date.span.start);
        let head = head.strip_suffix(['“', '"']).unwrap_or(head);
        let tail_end = match self.dates.get(last + 1) {
            Some(next) if next.span.start < clause.end && matches!(next.role, Role::Event | Role::Deadline) => {
                next.span.start
            }
            _ => clause.end,
        };
        let tail = self.of(end.span.end.min(tail_end), tail_end);
        if aim::is_frame(date, self.of(clause.start, head_start + head.len()), tail) || self.rhetorical(date) {
            return None;
        }
        let told = self.told(at, head, tail, Span::new(head_start, tail_end), last)?;
        let lead = self.of(self.clauses[0].span.start, date.span.start);
        let asked = aim::is_aimed(lead, head, tail, &told.words);
        let (kind, state) = if every { self.recurring(&told)? } else { self.kind(date, end, asked, &told)? };
        let interval = match (&date.interval, &end.interval) {
            (Some(from), Some(to)) if last > i => Interval { start: from.start.clone(), end: to.end.clone() },
            (Some(own), _) => own.clone(),
            // What comes again has no day; it holds from the plan's first year on.
            (None, _) => {
                Interval { start: self.block.frame.years.map(|(from, _)| format!("{from:04}-01-01")), end: None }
            }
        };
        if matches!((&interval.start, &interval.end), (Some(start), Some(end)) if start > end) {
            return None;
        }
        let title = self.titled(at, &told)?;
        let mut draft = self.draft(edge, told.place, interval, kind, state, title);
        if !every && last == i {
            draft.entry.grain = date.grain;
        }
        draft.entry.dates = (i..=last).map(|n| format!("d{}", self.first + n + 1)).collect();
        Some(draft)
    }

    /// 今天, 明天 in a report are a manner of speaking.
    fn rhetorical(&self, date: &Date) -> bool {
        matches!(date.expression.part, date::Part::DayOffset(_))
            && matches!(self.structure.kind, Kind::WorkReport | Kind::Plan | Kind::Communique | Kind::Budget)
    }

    /// The words around a date, or behind it where it stands alone.
    fn told(&self, at: usize, head: &str, tail: &str, own: Place, last: usize) -> Option<Told> {
        let head = aim::without_preposition(head);
        let tail = tail.trim_start_matches(['，', '、', ' ']);
        // The date alone, or with words that only set the stage.
        let bare = title::trim(tail).chars().count() + title::trim(head).chars().count() < 4
            || is_subordinate(tail) && head.is_empty();
        if bare && self.clauses[at].stop != '；' {
            let next = self.dates.get(last + 1).filter(|next| matches!(next.role, Role::Event | Role::Deadline));
            let stop = next.map_or(usize::MAX, |next| next.span.start);
            let mut next = at + 1;
            while self.clauses.get(next).is_some_and(|c| is_subordinate(c.span.of(&self.clean.text))) {
                next += 1;
            }
            let clause = self.clauses.get(next)?.span;
            if clause.start >= stop {
                return None;
            }
            let end = clause.end.min(stop);
            let words = format!("{}{}", title::trim(head), self.of(clause.start, end));
            return Some(Told { place: Span::new(own.start, end), words });
        }
        if head.ends_with(['的', '之', '“', '《', '（', '"']) || is_subordinate(head) {
            return Some(Told { place: own, words: tail.to_owned() }).filter(|_| !tail.is_empty());
        }
        Some(Told { place: own, words: format!("{head}{tail}") })
    }

    /// The title; a predicate alone is given the thing that the clause before is about.
    fn titled(&self, at: usize, told: &Told) -> Option<String> {
        let title = title::title(&aim::without_modals(&told.words))?;
        if milestone::leans(&title) {
            return self.counted(told);
        }
        if !deed::is_bare(&title) || at == 0 {
            return Some(title);
        }
        let before = self.clauses[at - 1].span.of(&self.clean.text);
        let thing = aim::thing(before);
        Some(match thing {
            Some(thing) if thing.chars().count() + title.chars().count() <= crate::limits::TITLE_CHARS => {
                format!("{thing}{title}")
            }
            _ => title,
        })
    }

    fn recurring(&self, told: &Told) -> Option<(EntryKind, State)> {
        let words = title::trim(&told.words);
        let grows = ["增长", "递增", "平均", "下降", "提高", "增加", "都", "的", "均", "约", "以", "减少", "能", "可"];
        let after = told.words.trim();
        if grows.iter().any(|word| after.starts_with(word)) || !title::opens_with_verb(words) && !words.contains('次')
        {
            return None;
        }
        let planned = self.block.frame.mode == Mode::Plan;
        Some((EntryKind::Recurring, if planned { State::Planned } else { State::Ongoing }))
    }

    /// Kind and state of what is said of a date.
    fn kind(&self, date: &Date, end: &Date, asked: bool, told: &Told) -> Option<(EntryKind, State)> {
        let interval = date.interval.as_ref()?;
        let mode = self.block.frame.mode;
        let today = self.today.as_deref();
        let ahead = |day: &Option<String>| matches!((day.as_deref(), today), (Some(day), Some(today)) if day > today);
        let ends_ahead = ahead(&end.interval.as_ref().unwrap_or(interval).end);
        let later = ahead(&interval.start);
        let known_past = today.is_some() && !ends_ahead;
        let acts = aim::acts(&told.words);
        let counted = self.figures.iter().any(|(span, i)| {
            told.place.covers(*span) && span.start >= date.span.start && self.linked[*i].confidence >= 0.5
        });
        let whole = matches!(date.grain, Grain::Year | Grain::Years | Grain::Plan | Grain::None);
        // 年末 in a communiqué frames its stocks; each of them is in the table of figures.
        let frames = self.structure.kind == Kind::Communique
            && matches!(date.expression.year, date::Year::Frame)
            && matches!(date.expression.part, date::Part::End);
        let own_year = frames
            || matches!(date.expression.year, date::Year::Frame) && matches!(date.expression.part, date::Part::Whole);
        let due = match date.role {
            Role::Deadline => !(mode == Mode::Review && known_past && !asked),
            Role::Event => !known_past && (mode == Mode::Plan || later || asked),
            _ if whole => (asked || later && acts) && !own_year && !known_past && (acts || counted),
            _ => (asked || later || mode == Mode::Plan && ends_ahead) && acts && !known_past,
        };
        if due {
            return Some((EntryKind::Deadline, State::Planned));
        }
        match date.role {
            Role::Event if mode == Mode::Plan && !known_past => None,
            Role::Event | Role::Deadline if title::has_verb(&told.words) || deed::is_reached(&told.words) => {
                let under_way = ["正在", "加快推进", "有序推进"].iter().any(|word| told.words.contains(word));
                Some((EntryKind::Event, if under_way { State::Ongoing } else { State::Done }))
            }
            Role::Event | Role::Deadline => None,
            _ if mode == Mode::Plan && !known_past || later || own_year => None,
            _ if date.expression.edge == date::Edge::Since || ends_ahead && date.grain != Grain::Year => None,
            _ if counted => {
                let reported = self.figures.iter().any(|(span, i)| {
                    told.place.covers(*span)
                        && span.start >= date.span.start
                        && self.linked[*i].status == Status::Actual
                });
                reported.then_some((EntryKind::Milestone, State::Done))
            }
            _ if matches!(date.expression.year, date::Year::Of(_))
                && matches!(date.expression.part, date::Part::Whole)
                && deed::is_reached(&told.words) =>
            {
                Some((EntryKind::Event, State::Done))
            }
            _ => None,
        }
    }

    /// Deeds of a review that are dated by its year alone.
    fn deeds(&self, edge: &Edge<'_>, drafts: &mut Vec<Draft>) {
        let (Mode::Review, Some((from, to))) = (self.block.frame.mode, self.block.frame.years) else { return };
        let year = Interval { start: Some(format!("{from:04}-01-01")), end: Some(format!("{to:04}-12-31")) };
        for clause in &self.clauses {
            let words = clause.span.of(&self.clean.text);
            let dated = self.dates.iter().any(|date| date.interval.is_some() && date.span.start < clause.span.end);
            let words = title::trim(words);
            if dated || !deed::is_deed(words) || is_subordinate(words) {
                continue;
            }
            if let Some(title) = title::title(words).filter(|title| !title.ends_with('…')) {
                drafts.push(self.draft(edge, clause.span, year.clone(), EntryKind::Event, State::Done, title));
            }
        }
    }
}
