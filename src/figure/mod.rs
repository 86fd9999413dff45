//! Stage 5: [`Mentions`] → [`Figure`]s. Each quantity is linked, within its sentence, to what it measures, of whom, for
//! which period, and whether it was reached or is aimed at.
//!
//! A sentence is read from left to right, clause by clause; what a clause leaves unsaid (the indicator in 增长7.9%, the
//! year in the next clause) is taken from what was said before it.

mod clause;
mod counted_places;
mod cue;
mod indicator;
mod lent;
mod measure;
mod memory;
mod period;
mod pointed;
mod predicate;
mod scene;
mod speaks_for;
mod standing;
mod status;
mod subject;
mod table;
mod threshold;

pub(crate) use subject::part_named;

use crate::clean::Clean;
use crate::mention::Mentions;
use crate::report::{Bound, Commitment, Every, Interval, Measure, Status};
use crate::span::{self, Span};
use crate::structure::{BlockKind, Mode, Structure, sentence};
use indicator::Label;
use memory::Memory;
use scene::Scene;
use standing::Standing;

/// One quantity, linked.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Index of its quantity.
    pub quantity: usize,
    /// What it says of its indicator.
    pub measure: Measure,
    /// Values, signed.
    pub values: Vec<f64>,
    /// Base unit.
    pub unit: &'static str,
    /// Bound.
    pub bound: Bound,
    /// What is measured, and where that stands.
    pub label: Label,
    /// Place or organisation described.
    pub subject: Option<String>,
    /// Its code.
    pub subject_code: Option<u32>,
    /// Calendar interval.
    pub period: Option<Interval>,
    /// The words that say so.
    pub period_label: Option<String>,
    /// What recurs.
    pub every: Option<Every>,
    /// Achieved or aimed at.
    pub status: Status,
    /// How firmly promised.
    pub commitment: Option<Commitment>,
    /// The word that says so.
    pub modality: Option<&'static str>,
    /// Among whom, of what, against what.
    pub scope: Option<String>,
    /// How sure the linking is.
    pub confidence: f64,
    /// The sentence that carries it.
    pub context: Span<span::Clean>,
    /// Index of its section.
    pub section: usize,
}

/// Links all quantities of a document.
#[must_use]
pub fn figure(clean: &Clean, structure: &Structure, mentions: &Mentions) -> Vec<Figure> {
    let mut figures = Vec::with_capacity(mentions.quantities.len());
    let mut next = 0;
    let mut tables = table::Reader::default();
    let mut memory = Memory::default();
    let zone = speaks_for::zone(structure);
    let mut standing = Standing::new(clean, structure, mentions);
    // The part of the document of which all is expected.
    let mut expected = None;
    let noted = clean.text.contains(status::BELOW_TOO);
    for (index, block) in structure.blocks.iter().enumerate() {
        let first = next;
        while mentions.quantities.get(next).is_some_and(|q| q.span.start < block.span.end) {
            next += 1;
        }
        if block.kind == BlockKind::TableRow {
            let from = figures.len();
            let prose = table::Reader::prose(clean, block, &mentions.quantities[first..next]);
            tables.row(clean, structure, mentions, index, first..next, &mut figures);
            memory.new_block(block.section);
            let told = figures.len();
            memory.project = if prose.is_empty() { None } else { tables.project(clean, block) };
            for sentence in prose.iter().flat_map(|cell| sentence::sentences(&clean.text, *cell)) {
                let within =
                    |at: usize| mentions.quantities[first..next].partition_point(|q| q.span.start < at) + first;
                let range = within(sentence.start)..within(sentence.end);
                let above = standing.above(zone.as_deref());
                memory.new_sentence();
                Scene::new(clean, structure, mentions, block, sentence, range, above).link(&mut memory, &mut figures);
            }
            tables.lend(clean, block, &mut figures[told..]);
            figures[from..].sort_by_key(|figure| figure.quantity);
            continue;
        }
        tables.leave(clean, block);
        standing.enter(clean, block, mentions);
        if first == next {
            memory.new_block(block.section);
            continue;
        }
        // 今年计划实施项目116个。↵其中，10个……: of what the paragraph before told last
        let part = block.span.of(&clean.text).trim_start().starts_with("其中");
        let last = memory.last.take().filter(|_| part);
        memory.new_block(block.section);
        memory.last = last;
        memory.estimated = status::opens_with_estimate(block.span.of(&clean.text));
        memory.noted = noted;
        memory.expected = expected == Some(block.frame.mode);
        memory.opening = subject::opening(block.span.of(&clean.text));
        memory.lead = standing::lead(clean, block, mentions).and_then(|date| date.interval.clone());
        let mut from = first;
        for sentence in sentence::sentences(&clean.text, block.span) {
            let mut upto = from;
            while upto < next && mentions.quantities[upto].span.start < sentence.end {
                upto += 1;
            }
            let scene =
                Scene::new(clean, structure, mentions, block, sentence, from..upto, standing.above(zone.as_deref()));
            memory.new_sentence();
            // The project with which a sentence of news opens is told of until the next.
            if block.frame.mode == Mode::None {
                memory.project = indicator::opening_project(&scene).or(memory.project);
            }
            // 会议通报了情况。第一季度，全县经济平稳。固定资产投资9亿元: from a sentence that only says so, it goes on.
            if sentence.start > block.span.start
                && let Some(date) = scene.opening_date()
            {
                let says =
                    block.frame.mode == Mode::None && (standing::is_part(date) || standing::is_past_year(date, block));
                memory.lead = date.interval.clone().filter(|_| says);
            }
            memory.turned = scene.turns_to().or(memory.turned);
            memory.closing |= scene.closes();
            let linked = figures.len();
            scene.link(&mut memory, &mut figures);
            lent::before_colon(clean, sentence, &mut figures[linked..]);
            pointed::resolve(&mut memory, &mut figures[linked..]);
            if noted && status::estimates_below(sentence.of(&clean.text)) {
                expected = Some(block.frame.mode);
                memory.estimated = true;
            }
            if block.frame.mode == Mode::None && !memory.ahead {
                let cues = cue::cues(&clean.text, sentence.start, sentence.end);
                memory.ahead = status::turns_ahead(&cues);
            }
            from = upto;
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use crate::report::Interval;

    fn first_period(text: &str) -> Option<Interval> {
        crate::analyze(text, &crate::Options::default()).ok()?.figures.first()?.period.clone()
    }

    #[test]
    fn a_title_tells_the_part_of_the_year_its_figures_are_of() {
        let period = first_period(
            "2024年前三季度全市经济运行情况\n\n一、农业\n农业生产稳定。粮食产量36万吨。\n二、工业\n工业运行平稳。\n",
        );
        let wanted = Interval { start: Some("2024-01-01".to_owned()), end: Some("2024-09-30".to_owned()) };
        assert_eq!(period, Some(wanted));
        assert_eq!(
            first_period("2024年一季度项目集中开工仪式举行\n\n一、概况\n本次开工项目36个。\n二、要求\n加快建设。\n"),
            None
        );
    }
}
