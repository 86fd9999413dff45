//! One row: which of its cells is the label, which hold values, and which columns they belong to.

use std::ops::Range;

use super::Reader;
use super::cell::{blank, cells, is_unit, numeric, split_unit, tidy, year_cell};
use super::column::{Column, Kind};
use super::group::Group;
use crate::clean::Clean;
use crate::figure::Figure;
use crate::figure::indicator::Label;
use crate::figure::scene::Place;
use crate::lexicon::figure_cues::tables;
use crate::lexicon::search::Search;
use crate::mention::Mentions;
use crate::report::{Measure, Status};
use crate::structure::Structure;

/// The cells of a row, and which columns one label has.
struct Part<'a> {
    cells: &'a [Place],
    texts: &'a [&'a str],
    columns: Range<usize>,
}

/// What a row says of its numbers.
pub(super) struct Row {
    /// As the cell has it.
    pub(super) name: String,
    /// With what the caption or the row above says is measured.
    pub(super) label: String,
    pub(super) span: Option<Place>,
    pub(super) unit: String,
    pub(super) year: Option<i32>,
    pub(super) place: bool,
    pub(super) total: bool,
    /// What a column before its label says of several rows.
    pub(super) group: Group,
}

impl Reader {
    /// One row.
    pub(in crate::figure) fn row(
        &mut self,
        clean: &Clean,
        structure: &Structure,
        mentions: &Mentions,
        block: usize,
        range: Range<usize>,
        figures: &mut Vec<Figure>,
    ) {
        let span = structure.blocks[block].span;
        let cells = cells(span.of(&clean.text), span.start);
        // After an empty line a row without values begins another table.
        let lines = |at: usize| match structure.blocks.get(at.wrapping_sub(1)..=at) {
            Some([above, own]) if above.span.end <= own.span.start => {
                clean.text[above.span.end..own.span.start].matches('\n').count()
            }
            _ => 0,
        };
        if self.rows > 0 && lines(block) > 1 && lines(block - 1) == 1 && mentions.quantities[range.clone()].is_empty() {
            *self = Reader::default();
        }
        if !self.active {
            self.begin(clean, structure, block);
        }
        let texts: Vec<&str> = cells.iter().map(|c| c.of(&clean.text).trim_matches(['*', ' '])).collect();
        let filled = texts.iter().filter(|t| !t.is_empty()).count();
        if texts.iter().all(|t| t.chars().all(|c| matches!(c, '-' | ':' | ' '))) {
            return;
        }
        let label_at = texts.iter().position(|t| !t.is_empty() && !numeric(t) && !blank(t));
        let label_at = label_at.or_else(|| texts.iter().position(|t| year_cell(t).is_some()));
        let years = texts.iter().filter(|t| !t.is_empty()).all(|t| year_cell(t).is_some() || !numeric(t));
        let numbers: Vec<usize> = (0..cells.len()).filter(|&j| numeric(texts[j]) && Some(j) != label_at).collect();
        let first = texts.iter().find(|t| !t.is_empty()).copied().unwrap_or_default();
        if numbers.is_empty()
            && !Self::prose(clean, &structure.blocks[block], &mentions.quantities[range.clone()]).is_empty()
        {
            self.rows += 1;
            return;
        }
        if numbers.is_empty() || years && self.rows == 0 {
            let line = texts.join(" ");
            let captioned = first.starts_with('表') && filled <= 3 && self.rows + self.columns.len() == 0
                || filled == 1 && first.starts_with('表');
            if line.has("单位：") || line.has("单位:") || captioned {
                if captioned {
                    *self = Reader { active: true, ..Reader::default() };
                }
                self.heading(line.trim());
            } else if filled == 1 && self.rows > 0 {
                self.group(first);
            } else if filled > 1 && texts.iter().any(|t| blank(t)) && self.rows > 0 {
                // A row whose values are all missing.
            } else if !(filled == 1 && self.columns.is_empty() && cells.len() > 2) {
                self.header(&texts, span.of(&clean.text).has("|"));
            } else {
                first.clone_into(&mut self.caption);
            }
            return;
        }
        self.find_groups(clean, structure, block);
        self.rows += 1;
        // Two tables side by side: 行业 | 增长 | 行业 | 增长.
        let aligned = self.columns.len() == cells.len() && !self.corner.is_empty();
        let mut starts: Vec<usize> =
            (1..cells.len()).filter(|&j| aligned && self.columns[j].name == self.corner).collect();
        starts.push(cells.len());
        let (mut from, mut quantities) = (0, range);
        for upto in starts {
            let end = cells.get(upto).map_or(span.end, |c| c.start);
            let mut next = quantities.start;
            while next < quantities.end && mentions.quantities[next].span.start < end {
                next += 1;
            }
            let part = Part { cells: &cells, texts: &texts, columns: from..upto };
            self.part(structure, mentions, block, &part, quantities.start..next, figures);
            (from, quantities.start) = (upto, next);
        }
    }

    /// The label of a row with its values.
    fn part(
        &mut self,
        structure: &Structure,
        mentions: &Mentions,
        block: usize,
        part: &Part<'_>,
        range: Range<usize>,
        figures: &mut Vec<Figure>,
    ) {
        let Part { cells, texts, columns } = part;
        let first = columns.start == 0;
        let group = if first { self.group_of(texts) } else { Group::default() };
        let (from, groups) = self.groups.filter(|(_, count)| first && *count > 0).unwrap_or_default();
        let labels = columns.start + from + groups..columns.end;
        let label_at = labels.into_iter().find(|&j| !texts[j].is_empty() && !numeric(texts[j]) && !blank(texts[j]));
        let label_at = label_at.or_else(|| columns.clone().find(|&j| year_cell(texts[j]).is_some()));
        // A column of its own can hold the unit: 水泥 | 万吨 | 905.3; and one the number of the row, which is no figure.
        let aligned = self.columns.len() == cells.len();
        let serial = columns.clone().find(|&j| aligned && self.columns[j].kind == Kind::Serial);
        let counts = |j: usize| Some(j) != label_at && Some(j) != serial;
        let numbers: Vec<usize> = columns.clone().filter(|&j| numeric(texts[j]) && counts(j)).collect();
        let (name, row_unit) = split_unit(label_at.map(|j| texts[j]).unwrap_or_default());
        let unit_column = columns.clone().find(|&j| aligned && self.columns[j].kind == Kind::Unit);
        let unit_cell = unit_column
            .or_else(|| columns.clone().find(|&j| Some(j) != label_at && !numeric(texts[j]) && is_unit(texts[j])));
        let row_unit = unit_cell.map(|j| texts[j].to_owned()).filter(|u| is_unit(u)).unwrap_or(row_unit);
        let name = group.complete(&tidy(&name));
        let (place, year) = (self.place(&name), year_cell(&name));
        let row = Row {
            span: label_at.map(|j| cells[j]),
            year,
            place,
            name: name.clone(),
            label: if place || year.is_some() { name.clone() } else { self.complete(&name, &row_unit) },
            total: tables().total.contains(&name),
            unit: row_unit,
            group,
        };
        if self.whole.is_empty() {
            self.whole.clone_from(&row.label);
        }
        let values: Vec<usize> =
            columns.clone().filter(|&j| numbers.contains(&j) || blank(texts[j]) && counts(j)).collect();
        for n in range {
            let quantity = &mentions.quantities[n];
            let cell = cells.iter().position(|c| c.start <= quantity.span.start && quantity.span.end <= c.end);
            let Some(rank) = cell.filter(|j| numbers.contains(j)).and_then(|j| values.iter().position(|k| *k == j))
            else {
                // A number inside a label sets a class apart: 60周岁及以上. 亿元 and 折100% say nothing of their own.
                let told = cell.is_some_and(|j| texts[j].contains(['，', '。', '；']));
                if quantity.unit.ends_with('岁') && !told {
                    figures.push(age(structure, mentions, block, n));
                }
                continue;
            };
            let at = self.column(cells.len(), cell.unwrap_or_default(), rank, values.len());
            figures.push(self.cell(structure, block, n, quantity, &row, at, rank));
        }
    }

    /// The column of a cell; in rows whose cells were lost to spaces, the k-th from the right.
    fn column(&self, cells: usize, cell: usize, rank: usize, numbers: usize) -> Option<usize> {
        if self.columns.len() == cells {
            return Some(cell);
        }
        let heads: Vec<usize> = (0..self.columns.len()).filter(|&j| self.columns[j] != Column::default()).collect();
        // With a value too few it is the last columns that are empty: 差额 has no rate of growth.
        let label = 1 + usize::from(self.columns.iter().any(|c| c.kind == Kind::Unit));
        let first = heads.len().checked_sub(numbers)?;
        let first = if self.columns.get(1).is_some_and(|c| c.kind == Kind::Plain || c.kind == Kind::Named) {
            first.min(label)
        } else {
            first
        };
        heads.get(first + rank).copied()
    }
}

/// An age inside a label: 60周岁及以上.
fn age(structure: &Structure, mentions: &Mentions, block: usize, n: usize) -> Figure {
    let quantity = &mentions.quantities[n];
    let block = &structure.blocks[block];
    Figure {
        quantity: n,
        measure: Measure::Level,
        values: quantity.values.clone(),
        unit: quantity.unit,
        bound: quantity.bound,
        label: Label { text: "年龄".to_owned(), ..Label::default() },
        subject: structure.region.last().cloned(),
        subject_code: structure.region_code,
        period: None,
        period_label: None,
        every: None,
        status: Status::Rule,
        commitment: None,
        modality: None,
        scope: None,
        confidence: 0.4,
        context: block.span,
        section: block.section,
    }
}
