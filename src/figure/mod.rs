//! Stage 5: [`Mentions`] → [`Figure`]s. Each quantity is linked, within its sentence, to what it measures, of whom, for
//! which period, and whether it was reached or is aimed at.
//!
//! A sentence is read from left to right, clause by clause; what a clause leaves unsaid (the indicator in 增长7.9%, the
//! year in the next clause) is taken from what was said before it.

mod clause;
mod cue;
mod indicator;
mod measure;
mod memory;
mod period;
mod predicate;
mod scene;
mod status;
mod subject;
mod table;
mod threshold;

use crate::clean::Clean;
use crate::mention::Mentions;
use crate::report::{Bound, Commitment, Every, Interval, Measure, Status};
use crate::span::{self, Span};
use crate::structure::{BlockKind, Mode, Structure, sentence};
use indicator::Label;
use memory::Memory;
use scene::Scene;

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
    for (index, block) in structure.blocks.iter().enumerate() {
        let first = next;
        while mentions.quantities.get(next).is_some_and(|q| q.span.start < block.span.end) {
            next += 1;
        }
        if block.kind == BlockKind::TableRow {
            tables.row(clean, structure, mentions, index, first..next, &mut figures);
            continue;
        }
        tables.leave(clean, block);
        if first == next {
            memory.new_block(block.section);
            continue;
        }
        memory.new_block(block.section);
        let mut from = first;
        for sentence in sentence::sentences(&clean.text, block.span) {
            let mut upto = from;
            while upto < next && mentions.quantities[upto].span.start < sentence.end {
                upto += 1;
            }
            let scene = Scene::new(clean, structure, mentions, block, sentence, from..upto);
            memory.new_sentence();
            scene.link(&mut memory, &mut figures);
            if block.frame.mode == Mode::None && !memory.ahead {
                let cues = cue::cues(&clean.text, sentence.start, sentence.end);
                memory.ahead = status::turns_ahead(&cues);
            }
            from = upto;
        }
    }
    figures
}
