//! What stands around the rows of a table: caption, unit line, header, and rows that head a group.

use super::Reader;
use super::cell::{is_unit, split_unit, tidy};
use super::column::{Column, merge};
use crate::clean::Clean;
use crate::lexicon::figure_cues::tables;
use crate::lexicon::search::Search;
use crate::structure::{Block, BlockKind, Structure};

impl Reader {
    /// A block that is no row: a caption, a unit line, or the end of the table.
    pub(in crate::figure) fn leave(&mut self, clean: &Clean, block: &Block) {
        let text = block.span.of(&clean.text).trim_matches(['*', '#', ' ', '-']);
        if self.active {
            *self = Reader::default();
        }
        self.heading(text);
    }

    /// A caption, a unit line, or both on one line.
    pub(super) fn heading(&mut self, text: &str) {
        let short = text.len() <= 240 && text.chars().count() <= 60;
        let unit = if short { text.place_of("单位：").or_else(|| text.place_of("单位:")) } else { None };
        if let Some(at) = unit {
            let units = text[at..].trim_start_matches("单位").trim_start_matches(['：', ':']);
            let units = units.split(['）', ')']).next().unwrap_or_default();
            self.units =
                units.split(['、', '，', ',', '；', ' ']).map(|u| u.trim().to_owned()).filter(|u| is_unit(u)).collect();
            let caption = text[..at].trim_end_matches(['（', '(', ' ', '计', '量']);
            if caption.chars().count() > 3 {
                caption.clone_into(&mut self.caption);
            }
        } else if short && text.chars().count() <= 50 {
            text.clone_into(&mut self.caption);
        } else {
            self.caption.clear();
        }
    }

    /// The caption of a table that has it below.
    pub(super) fn begin(&mut self, clean: &Clean, structure: &Structure, block: usize) {
        self.active = true;
        if self.caption.starts_with('表') {
            return;
        }
        let blocks = structure.blocks.get(block..).unwrap_or_default();
        let mut below = blocks.iter().skip_while(|b| b.kind == BlockKind::TableRow);
        let (next, after) = (below.next(), below.next());
        if let Some(next) = next.map(|b| b.span.of(&clean.text).trim_matches(['*', ' ']))
            && next.starts_with('表')
            && next.chars().count() <= 50
            && after.is_none_or(|b| b.kind != BlockKind::TableRow)
        {
            next.clone_into(&mut self.caption);
        }
    }

    pub(super) fn header(&mut self, texts: &[&str], pipes: bool) {
        if self.rows > 0 {
            // A new header within the table.
            self.columns.clear();
            (self.groups, self.within) = (None, Vec::new());
            self.rows = 0;
            self.parent = Default::default();
        }
        let columns: Vec<Column> = texts.iter().map(|t| Column::new(t)).collect();
        if self.columns.is_empty() {
            self.corner = tidy(texts.iter().find(|t| !t.is_empty()).copied().unwrap_or_default());
            self.columns = columns;
        } else if pipes && self.columns.len() == columns.len() {
            let empty: Vec<bool> = self.columns.iter().map(|c| *c == Column::default()).collect();
            self.columns = merge(std::mem::take(&mut self.columns), columns, &empty);
        } else {
            self.columns.extend(columns);
        }
    }

    /// A row with a label alone: the rows below are of its kind.
    pub(super) fn group(&mut self, text: &str) {
        let (name, unit) = split_unit(text);
        let name = tidy(&name);
        if !unit.is_empty() {
            self.units = vec![unit];
        }
        if tables().noun.suffix(&name).is_some() {
            self.caption = name;
        }
        self.parent = Default::default();
    }
}
