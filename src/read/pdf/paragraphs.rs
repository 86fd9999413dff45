//! Lines → paragraphs: one goes on where the line above fills its column and this one is not indented.

use super::blanks;
use super::grid::Grid;
use super::lines::{Line, join, unspaced};
use super::tables;
use crate::lexicon::numeral::is_count;
use crate::read::flow::Flow;
use crate::read::table::Table;
use crate::read::warning;
use crate::report::Diagnostic;

/// In sizes of the font: what is left free at the end of a line that ends its paragraph, and an indent that begins one.
const SHORT: f64 = 1.9;
const INDENT: f64 = 1.1;
/// Lines farther apart than this, in the usual distance, are not of one paragraph.
const APART: f64 = 1.7;
/// Words so much bigger than the body's are of the title.
const TITLE: f64 = 1.25;
/// Width of a letter or digit.
const LETTER: f64 = 0.6;
/// Characters of a line that breaks off within a sentence.
const LONG: usize = 20;
/// Lines a stretch must have to know its own margins.
const ENOUGH: usize = 5;

/// The size most characters have.
pub(super) fn body_size(pages: &[Vec<Line>]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = Vec::new();
    for line in pages.iter().flatten() {
        let count = line.text().chars().count();
        match sizes.iter_mut().find(|(size, _)| (size - line.size).abs() < 0.3) {
            Some((_, sum)) => *sum += count,
            None => sizes.push((line.size, count)),
        }
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map_or(12.0, |(size, _)| size)
}

/// Writes stretch after stretch; a paragraph can go on from one to the next.
pub(super) struct Writer<'a> {
    flow: &'a mut Flow,
    body: f64,
    grids: &'a [Grid],
    /// The ruled table that may go on on the next page, and its number.
    table: Option<(usize, Table)>,
    /// The paragraph being written, and its last line.
    open: String,
    last: Option<Line>,
    /// Right margin of the stretch that the last line stands in.
    margin: f64,
    titled: bool,
    /// Numbers of tables that may be two.
    touching: usize,
    /// Lines that look like rows of a table whose columns could not be told.
    unclear: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(flow: &'a mut Flow, body: f64, grids: &'a [Grid]) -> Self {
        Writer {
            flow,
            body,
            grids,
            table: None,
            open: String::new(),
            last: None,
            margin: 0.0,
            titled: false,
            touching: 0,
            unclear: 0,
        }
    }

    /// One column of a page.
    pub(super) fn column(&mut self, lines: &[Line]) {
        let (left, right) = margins(lines);
        let step = usual_step(lines);
        let mut above: Option<f64> = None;
        let mut at = 0;
        while at < lines.len() {
            if let Some(number) = lines[at].table {
                self.ruled(number);
                (at, above) = (at + 1, None);
                continue;
            }
            self.end_table();
            let rows = tables::length(&lines[at..]);
            if rows > 0 {
                self.end();
                let (table, touching) = tables::table(&lines[at..at + rows]);
                self.touching += touching;
                self.flow.table(&table);
                (at, above) = (at + rows, None);
                continue;
            }
            let line = &lines[at];
            let goes_on = self.last.as_ref().is_some_and(|last| {
                let same_size = (last.size - line.size).abs() < 0.15 * last.size;
                let title = line.size > self.body * TITLE;
                // A number or a foreign word that did not fit stands on the next line as a whole.
                let word = line.text().bytes().take_while(u8::is_ascii_graphic).count();
                // 家，: a sign that cannot begin a line takes what stands before it along.
                let bound = line.text().chars().nth(1).is_some_and(|c| "，。、；：）”".contains(c));
                let free = (SHORT + LETTER * word as f64 + f64::from(u8::from(bound))) * last.size;
                let full = last.right() > self.margin - free;
                let flush = line.left() < left + INDENT * line.size;
                let near = above.is_none_or(|y| line.y - y < step * APART);
                // Beside or above what is wider, the lines of a paragraph end before the margin.
                let same_edge = line.left() < last.left() + 0.5 * line.size;
                same_size
                    && near
                    && !blanks::is_kept(line)
                    && !blanks::is_kept(last)
                    && !is_caption(line, last)
                    && (title || full && flush || same_edge && is_open(last) && !begins_item(line))
            });
            if !goes_on {
                self.end();
            }
            for cell in &line.cells {
                let gap = !self.open.is_empty();
                join(&mut self.open, &unspaced(&cell.text, goes_on), gap);
            }
            self.unclear += usize::from(tables::is_unclear(line));
            above = Some(line.y);
            self.margin = right;
            self.last = Some(line.clone());
            at += 1;
        }
    }

    /// A ruled table: a new one, or more of the one that ended the page before.
    fn ruled(&mut self, number: usize) {
        self.end();
        let Some(grid) = self.grids.get(number) else { return };
        match &mut self.table {
            Some((before, table)) if self.grids.get(*before).is_some_and(|known| known.is_continued(grid)) => {
                // Its head stands on each page.
                let head = table.rows.iter().zip(&grid.table.rows).take_while(|(a, b)| a == b).count();
                table.rows.extend(grid.table.rows.iter().skip(head).cloned());
            }
            _ => {
                self.end_table();
                self.table = Some((number, grid.table.clone()));
            }
        }
    }

    fn end_table(&mut self) {
        if let Some((_, table)) = self.table.take() {
            self.flow.table(&table);
        }
    }

    /// What a person should know of the tables.
    pub(super) fn warnings(&self) -> Vec<Diagnostic> {
        let (count, rows) = (self.touching, self.unclear);
        let touching = (count > 0).then(|| {
            warning(
                "numbers_touch",
                format!("表格里有 {count} 处数字紧挨在一起，分不清是一个数还是两栏的两个数；请对照原文核对。In {count} places numbers of tables touch, and may be one or two: check them against the file."),
            )
        });
        let unclear = (rows > 1).then(|| {
            warning(
                "rows_unclear",
                format!("有 {rows} 行像是没有框线的表格，分不清各栏，其中的数字可能配错指标；请对照原文核对。{rows} lines look like a table without rules whose columns can't be told: check its numbers against the file."),
            )
        });
        touching.into_iter().chain(unclear).collect()
    }

    /// Ends what is open.
    pub(super) fn finish(&mut self) {
        self.end();
        self.end_table();
    }

    /// Ends the paragraph.
    pub(super) fn end(&mut self) {
        let Some(last) = self.last.take() else { return };
        let words = std::mem::take(&mut self.open);
        self.flow.words(&words);
        // The first words that are bigger than the rest are the title.
        let title = last.size > self.body * TITLE && !words.contains('。');
        if title && !std::mem::replace(&mut self.titled, true) {
            self.flow.end_heading(1);
        } else {
            self.flow.end();
        }
    }
}

/// True of a long line that ends within a sentence, as headings and rows do not.
fn is_open(line: &Line) -> bool {
    let text = line.text();
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    line.cells.len() == 1
        && text.contains(['，', '。', '；'])
        && text.trim_end().ends_with(|c| han(c) || matches!(c, '，' | '、'))
        && text.chars().count() >= LONG
}

/// 表2 … below a line that ends its sentence.
fn is_caption(line: &Line, above: &Line) -> bool {
    let text = line.text();
    let rest = text.strip_prefix(['表', '图', '附']).map_or("", |rest| rest.trim_start_matches(['表', '图', ' ']));
    let numbered = rest.starts_with(|c: char| c.is_ascii_digit() || is_count(c));
    (numbered || text.starts_with("单位：") || text.starts_with("注：")) && above.text().trim_end().ends_with('。')
}

/// 一、, （二）, 3.: a line that begins something of its own.
fn begins_item(line: &Line) -> bool {
    let text = line.text();
    let numeral = |c: char| c.is_ascii_digit() || is_count(c);
    let bare = text.trim_start_matches(['（', '(', '第']).trim_start_matches(numeral);
    bare.len() < text.len()
        && bare.starts_with(['、', '.', '．', '）', ')', '章', '节', '条'])
        && !bare.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
}

/// Where most lines begin and end.
fn margins(lines: &[Line]) -> (f64, f64) {
    let text = || lines.iter().filter(|line| line.cells.len() == 1 && line.table.is_none());
    let mut lefts: Vec<f64> = text().map(Line::left).collect();
    let mut rights: Vec<f64> = text().map(Line::right).collect();
    if lefts.len() < ENOUGH {
        // A title page, a last page: the widest line tells.
        let left = lines.iter().map(Line::left).fold(f64::INFINITY, f64::min);
        let right = lines.iter().map(Line::right).fold(f64::NEG_INFINITY, f64::max);
        return (left, right);
    }
    lefts.sort_by(f64::total_cmp);
    rights.sort_by(f64::total_cmp);
    (lefts[lefts.len() / 10], rights[(rights.len() * 9 / 10).min(rights.len() - 1)])
}

/// The distance between most lines.
fn usual_step(lines: &[Line]) -> f64 {
    let mut steps: Vec<f64> = lines.windows(2).map(|pair| pair[1].y - pair[0].y).filter(|step| *step > 0.0).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or(f64::INFINITY)
}
