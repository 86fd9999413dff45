//! Columns before that of the labels: 工业 | 增加值, where 工业 stands once for several rows.

use super::Reader;
use super::cell::{blank, cells, is_unit, numeric, tidy, year_cell};
use super::column::{Column, Kind};
use crate::clean::Clean;
use crate::lexicon::figure_cues::tables;
use crate::lexicon::indicators::indicators;
use crate::structure::{BlockKind, Structure};

/// Rows that are looked at, columns of groups, and characters of a measure that says too little by itself.
const ROWS: usize = 200;
const MOST: usize = 2;
const SHORT: usize = 6;

/// What a row's group says of it.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// The place that its rows are of.
    pub(super) place: Option<String>,
    pub(super) year: Option<i32>,
    /// The words that its labels can lack: 工业.
    words: String,
}

impl Reader {
    /// How many columns of a table name groups of rows; its first row with values stands at a block.
    pub(super) fn find_groups(&mut self, clean: &Clean, structure: &Structure, block: usize) {
        if self.groups.is_some() {
            return;
        }
        let rows = structure.blocks[block..].iter().take(ROWS).take_while(|row| row.kind == BlockKind::TableRow);
        let rows: Vec<Vec<&str>> = rows
            .map(|row| {
                let cells = cells(row.span.of(&clean.text), row.span.start);
                cells.iter().map(|cell| cell.of(&clean.text).trim_matches(['*', ' '])).collect()
            })
            .collect();
        let width = rows.first().map_or(0, Vec::len);
        let rows: Vec<&Vec<&str>> =
            rows.iter().take_while(|row| row.len() == width).filter(|row| row.iter().any(|t| numeric(t))).collect();
        let start = usize::from(self.columns.first().is_some_and(|column| column.kind == Kind::Serial));
        let mut count = 0;
        while count < MOST && start + count + 2 < width && self.is_group(&rows, start + count) {
            count += 1;
        }
        self.groups = Some((start, count));
    }

    /// Whether a column names groups: below a name its cells stay empty, and the next column has a label in every row.
    fn is_group(&self, rows: &[&Vec<&str>], at: usize) -> bool {
        let label = |text: &str| !text.is_empty() && !numeric(text) && !blank(text) && !is_unit(text);
        let head = |at: usize| self.columns.get(at).map_or("", |column: &Column| column.name.as_str());
        if tables().detail.suffix(head(at + 1)).is_some() || !rows.iter().all(|row| label(row[at + 1])) {
            return false;
        }
        let named = rows.iter().filter(|row| label(row[at]) || year_cell(row[at]).is_some()).count();
        let empty = rows.iter().filter(|row| row[at].is_empty()).count();
        let first = rows.first().is_some_and(|row| !row[at].is_empty());
        let told = tables().group.contains(head(at)) && named == rows.len();
        first && named + empty == rows.len() && named > 0 && empty > 0 || told
    }

    /// The group of a row, which may be named in a row above.
    pub(super) fn group_of(&mut self, texts: &[&str]) -> Group {
        let (start, count) = self.groups.unwrap_or_default();
        for n in 0..count {
            if let Some(text) = texts.get(start + n).filter(|text| !text.is_empty()) {
                self.within.truncate(n);
                self.within.resize(n, String::new());
                self.within.push(tidy(text));
            }
        }
        let mut group = Group::default();
        for name in self.within.iter().take(count) {
            if self.place(name) {
                group.place = Some(name.clone());
            } else if let Some(year) = year_cell(name) {
                group.year = Some(year);
            } else {
                group.words.clone_from(name);
            }
        }
        group
    }
}

impl Group {
    /// 工业 and 增加值 → 工业增加值; 经济发展 and 地区生产总值 → 地区生产总值.
    pub(super) fn complete(&self, name: &str) -> String {
        let words = self.words.split(['（', '(']).next().unwrap_or_default();
        let joined = format!("{words}{name}");
        let known = |label: &str| indicators().exact(label).is_some();
        let general = words.is_empty() || tables().group_tail.suffix(words).is_some() || name.contains(words);
        if !general && (known(&joined) || !known(name) && name.chars().count() <= SHORT || tables().bare.contains(name))
        {
            return joined;
        }
        name.to_owned()
    }
}
