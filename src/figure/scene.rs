//! A sentence with its quantities, and what was said before them.

use std::ops::Range;

use super::cue::{Cue, cues};
use super::indicator::{self, Label, Side};
use super::measure::{self, Reading};
use super::{Figure, is_threshold, period, status, subject};
use crate::clean::Clean;
use crate::mention::quantity::{Form, Quantity};
use crate::mention::{Date, Mentions};
use crate::report::{Bound, Interval, Measure, Status};
use crate::span::{self, Span};
use crate::structure::{Block, Structure};

pub(super) type Place = Span<span::Clean>;

/// What was said before, and may be meant again.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The figure linked last in this sentence.
    pub(super) last: Option<Linked>,
    /// Labels of a list with 分别, to be given out one by one.
    pub(super) shares: Vec<Label>,
    /// Labels of this sentence's figures, for 收入…、支出…，分别增长….
    pub(super) history: Vec<Label>,
    /// How many of them are given out.
    pub(super) given: usize,
    /// What a list of gaps is against: 分别高于全省、全市.
    pub(super) against: Vec<String>,
    /// Period of the old level: 由2021年的….
    pub(super) from: Option<Interval>,
    /// Narrower place or body that the paragraph speaks of.
    pub(super) subject: Option<(String, Option<u32>)>,
    /// The paragraph has turned to what will be done.
    pub(super) ahead: bool,
    pub(super) section: usize,
    /// End of words that a count before this one has taken as its own.
    pub(super) claimed: usize,
    /// Label of the last figure of the sentence before, for 其中 at a sentence's head.
    pub(super) previous: Option<Label>,
}

/// What later quantities can lean on.
#[derive(Debug, Clone)]
pub(super) struct Linked {
    pub(super) label: Label,
    pub(super) reading: Reading,
    pub(super) kind: crate::lexicon::units::Kind,
    pub(super) end: usize,
}

impl Memory {
    pub(super) fn new_block(&mut self, section: usize) {
        *self = Memory { section, ..Memory::default() };
    }

    pub(super) fn new_sentence(&mut self) {
        let previous = self.last.take().map(|l| l.label);
        *self = Memory { section: self.section, ahead: self.ahead, previous, ..Memory::default() };
    }
}

/// A sentence.
pub(super) struct Scene<'a> {
    pub(super) clean: &'a Clean,
    pub(super) structure: &'a Structure,
    pub(super) block: &'a Block,
    pub(super) sentence: Place,
    pub(super) quantities: &'a [Quantity],
    pub(super) dates: &'a [Date],
    /// Words of aim, promise and past.
    pub(super) cues: Vec<Cue>,
    first: usize,
    clauses: Vec<Place>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        clean: &'a Clean,
        structure: &'a Structure,
        mentions: &'a Mentions,
        block: &'a Block,
        sentence: Place,
        range: Range<usize>,
    ) -> Self {
        let from = mentions.dates.partition_point(|d| d.span.start < sentence.start);
        let to = mentions.dates.partition_point(|d| d.span.start < sentence.end);
        let quantities = &mentions.quantities[range.clone()];
        let clauses = if quantities.is_empty() { Vec::new() } else { clauses(&clean.text, sentence, quantities) };
        let cues = if quantities.is_empty() { Vec::new() } else { cues(&clean.text, sentence.start, sentence.end) };
        Scene {
            cues,
            clean,
            structure,
            block,
            sentence,
            quantities,
            dates: &mentions.dates[from..to],
            first: range.start,
            clauses,
        }
    }

    pub(super) fn text(&self, start: usize, end: usize) -> &'a str {
        self.clean.text.get(start..end.max(start)).unwrap_or(&self.clean.text[..0])
    }

    /// Where a part of the text stands in it.
    pub(super) fn offset(&self, part: &str) -> usize {
        (part.as_ptr() as usize).wrapping_sub(self.clean.text.as_ptr() as usize).min(self.clean.text.len())
    }

    /// The clause that holds a place.
    pub(super) fn clause(&self, at: usize) -> Place {
        let after = self.clauses.partition_point(|c| c.start <= at);
        after.checked_sub(1).map_or(self.sentence, |i| self.clauses[i])
    }

    /// The clause behind the one that holds a place.
    pub(super) fn next_clause(&self, at: usize) -> Option<Place> {
        self.clauses.get(self.clauses.partition_point(|c| c.start <= at)).copied()
    }

    /// Links the sentence's quantities in order.
    pub(super) fn link(&self, memory: &mut Memory, figures: &mut Vec<Figure>) {
        for (i, quantity) in self.quantities.iter().enumerate() {
            let clause = self.clause(quantity.span.start);
            let end =
                self.quantities[i + 1..].iter().map(|q| q.outer_start).find(|s| *s < clause.end).unwrap_or(clause.end);
            let right = self.text(quantity.outer_end.min(end), end);
            if self.threshold(i, right, clause) {
                figures.push(self.rule(i, clause, right));
                continue;
            }
            let start = self.quantities[..i]
                .iter()
                .enumerate()
                .rev()
                .find(|(j, q)| q.span.start >= clause.start && !self.threshold_at(*j))
                .map_or(clause.start, |(_, q)| q.outer_end.max(clause.start));
            let start = start.max(memory.claimed.min(quantity.outer_start));
            let side = Side {
                index: i,
                quantity,
                clause,
                left: self.text(start, quantity.outer_start),
                left_start: start,
                right,
            };
            let linked = measure::link(self, memory, &side);
            figures.push(self.figure(i, &side, &linked, memory));
            memory.history.push(linked.label.clone());
            memory.last = Some(Linked {
                label: linked.label,
                reading: linked.reading,
                kind: quantity.kind,
                end: quantity.outer_end,
            });
        }
    }

    fn threshold_at(&self, i: usize) -> bool {
        let quantity = &self.quantities[i];
        let clause = self.clause(quantity.span.start);
        let end =
            self.quantities[i + 1..].iter().map(|q| q.outer_start).find(|s| *s < clause.end).unwrap_or(clause.end);
        self.threshold(i, self.text(quantity.outer_end.min(end), end), clause)
    }

    fn threshold(&self, i: usize, right: &str, clause: Place) -> bool {
        let quantity = &self.quantities[i];
        if quantity.form == Form::Threshold
            && (right.starts_with("台阶") || right.trim_end_matches(['。', '，', '、']).is_empty())
        {
            return false;
        }
        let money = quantity.unit.ends_with('元')
            || matches!(
                quantity.kind,
                crate::lexicon::units::Kind::Age
                    | crate::lexicon::units::Kind::Voltage
                    | crate::lexicon::units::Kind::Power
            );
        let counted = self.quantities[i + 1..].iter().take_while(|q| q.span.start < clause.end).next().is_some();
        let class = right.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
            && !right.starts_with(['的', '和', '及', '与', '用', '支', '以', '为', '是', '，']);
        let of_class = right
            .strip_prefix('的')
            .is_some_and(|noun| counted && is_threshold(quantity, noun) && noun.chars().count() <= 14);
        let class = class || of_class;
        let by_words = quantity.bound == Bound::AtLeast
            && (quantity.outer_end > quantity.span.end
                || quantity.bound_word == "超"
                || matches!(quantity.bound_word, "超过" | "过")
                || quantity.form == Form::Threshold);
        // 10亿元项目80个
        let bare = money
            && counted
            && quantity.bound == Bound::Exact
            && ["项目", "企业", "工业企业", "产业集群", "产业项目", "重大项目"].iter().any(|w| right.starts_with(w))
            && self.quantities.get(i + 1).is_some_and(|q| right.chars().count() <= 8 && !q.unit.ends_with('元'));
        bare || (money && by_words && class && (of_class || is_threshold(quantity, right)))
            // 其中10亿元以上2个
            || money && by_words && counted && right.is_empty() && self.quantities.get(i + 1).is_some_and(|q| q.outer_start == quantity.outer_end && !q.unit.ends_with('元'))
            || quantity.form == Form::Threshold && class && !right.starts_with("台阶")
            || quantity.form == Form::Top && class && counted
    }

    /// A threshold: its own figure, and part of the words of the count behind it.
    fn rule(&self, i: usize, clause: Place, right: &str) -> Figure {
        let quantity = &self.quantities[i];
        let start = self.quantities[..i]
            .iter()
            .rev()
            .find(|q| q.span.start >= clause.start)
            .map_or(clause.start, |q| q.outer_end);
        let label = indicator::threshold(self, quantity, self.text(start, quantity.outer_start), right);
        let mut figure = self.blank(i, label);
        figure.status = Status::Rule;
        if quantity.form == Form::Top {
            figure.measure = Measure::Rank;
        }
        let subject = subject::of(self, &mut Memory::default(), quantity.span.start, clause);
        figure.subject = subject.0;
        figure.subject_code = subject.1;
        figure.confidence = 0.7;
        figure
    }

    fn blank(&self, i: usize, label: Label) -> Figure {
        let quantity = &self.quantities[i];
        Figure {
            quantity: self.first + i,
            measure: Measure::Level,
            values: quantity.values.clone(),
            unit: quantity.unit,
            bound: quantity.bound,
            label,
            subject: None,
            subject_code: None,
            period: None,
            period_label: None,
            every: None,
            status: Status::Actual,
            commitment: None,
            modality: None,
            scope: None,
            confidence: 0.0,
            context: self.sentence,
            section: self.block.section,
        }
    }

    fn figure(&self, i: usize, side: &Side<'_>, linked: &measure::Linking, memory: &mut Memory) -> Figure {
        let mut figure = self.blank(i, linked.label.clone());
        figure.measure = linked.reading.measure;
        figure.unit = linked.unit.unwrap_or(side.quantity.unit);
        for value in &mut figure.values {
            *value *= linked.reading.factor;
        }
        if linked.reading.factor < 0.0 && figure.values.len() == 2 && linked.reading.measure != Measure::Ratio {
            figure.values.reverse();
        }
        figure.scope.clone_from(&linked.scope);
        let status = status::of(self, memory, side, linked);
        figure.status = status.status;
        figure.commitment = status.commitment;
        figure.modality = status.modality;
        let period = period::of(self, memory, side, linked, &status);
        figure.period = period.interval;
        figure.period_label = period.label;
        figure.every = period.every;
        let (subject, code) = subject::of(self, memory, side.quantity.span.start, side.clause);
        figure.subject = subject;
        figure.subject_code = code;
        if let Some(owner) = &linked.label.owner {
            figure.subject = Some(owner.clone());
            figure.subject_code = None;
        }
        figure.confidence = linked.confidence * period.confidence * status.confidence;
        figure
    }
}

/// Clauses end at commas, semicolons and colons outside the quantities, and at brackets that hold a quantity.
fn clauses(text: &str, sentence: Place, quantities: &[Quantity]) -> Vec<Place> {
    let mut out = Vec::new();
    let mut start = sentence.start;
    let mut q = 0;
    let holds = |from: usize, to: usize| quantities.iter().any(|q| q.span.start >= from && q.span.end <= to);
    let body = &text[sentence.start..sentence.end];
    let mut open: Option<(usize, usize)> = None;
    for (offset, c) in body.char_indices() {
        let at = sentence.start + offset;
        while quantities.get(q).is_some_and(|q| q.span.end <= at) {
            q += 1;
        }
        if quantities.get(q).is_some_and(|q| q.span.start <= at) {
            continue;
        }
        let width = c.len_utf8();
        match c {
            '，' | ',' | '；' | ';' | '：' | ':' | '。' | '！' | '？' | '\n' => {
                out.push(Span::new(start, at));
                start = at + width;
            }
            '（' | '(' => {
                let close = body[offset..].char_indices().find(|(_, c)| matches!(c, '）' | ')')).map(|(i, _)| at + i);
                if let Some(close) = close.filter(|close| holds(at, *close)) {
                    out.push(Span::new(start, at));
                    start = at + width;
                    open = Some((at, close));
                }
            }
            '）' | ')' if open.is_some_and(|(_, close)| close == at) => {
                out.push(Span::new(start, at));
                start = at + width;
                open = None;
            }
            _ => {}
        }
    }
    if start < sentence.end {
        out.push(Span::new(start, sentence.end));
    }
    out
}
