//! A table of a page or a word processor's file → rows of pipes, the form that later stages read.
//!
//! A cell over several columns or rows leaves empty cells in the others, so that columns stay in line:
//!
//! ```text
//! |县区|产值（亿元）||
//! ||本年|上年|
//! |松汀区|576.2|540.1|
//! ```

use crate::limits;

/// One cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Columns it takes up.
    pub(super) wide: usize,
    /// Rows it takes up.
    pub(super) tall: usize,
}

/// Rows of cells, as the file gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) rows: Vec<Vec<Cell>>,
}

/// Rows over the columns of a sheet that are its title, its number, its unit.
const TITLES: usize = 4;
/// Columns and rows that one cell can span.
const SPAN: usize = 200;

impl Table {
    /// Takes the first rows that have the words of one cell alone, out of a table whose other rows have more.
    pub(super) fn take_titles(&mut self) -> Vec<String> {
        let words = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.text.trim().is_empty()).count();
        let titles = self.rows.iter().take_while(|row| words(row) <= 1).count();
        if titles > TITLES || self.rows.len() < titles + 2 {
            return Vec::new();
        }
        let cells = self.rows.drain(..titles).flatten().map(|cell| cell.text);
        cells.filter(|text| !text.trim().is_empty()).collect()
    }

    /// Takes the tables out of the cells of rows that say something of their own round them; they follow the rows.
    pub(super) fn take_inner(&mut self) -> String {
        let mut inner = String::new();
        if !self.rows.iter().flatten().any(|cell| cell.text.contains("\n|")) {
            return inner;
        }
        let parts = |row: &Vec<Cell>| row.iter().map(|cell| apart(&cell.text)).collect();
        let bare: Vec<Vec<(String, String)>> = self.rows.iter().map(parts).collect();
        if has_rows(bare.iter().map(|row| row.iter().map(|(words, _)| words.as_str()).collect())) {
            for (cell, (words, tables)) in self.rows.iter_mut().flatten().zip(bare.into_iter().flatten()) {
                cell.text = words;
                inner.push_str(&tables);
                inner.push_str(if tables.is_empty() { "" } else { "\n" });
            }
        }
        inner
    }

    /// Writes the rows; false when it ended at the limit of cells. Rows and columns without a word are left out: word
    /// processors make columns that only set others apart.
    pub(super) fn write(&self, out: &mut String, cells: &mut usize) -> bool {
        // For each column, how many more rows a cell from above takes up.
        let mut taken: Vec<usize> = Vec::new();
        let mut filled: Vec<bool> = Vec::new();
        let mut grid: Vec<Vec<(usize, &str)>> = Vec::new();
        let mut whole = true;
        for row in &self.rows {
            let mut places = Vec::with_capacity(row.len());
            let mut column = 0;
            for cell in row {
                column = pass(&mut taken, column);
                let wide = cell.wide.clamp(1, SPAN);
                let text = cell.text.trim();
                if taken.len() < column + wide {
                    taken.resize(column + wide, 0);
                    filled.resize(column + wide, false);
                }
                taken[column..column + wide].fill(cell.tall.clamp(1, SPAN) - 1);
                if !text.is_empty() {
                    filled[column] = true;
                    places.push((column, text));
                }
                column += wide;
            }
            while column < taken.len() {
                column = pass(&mut taken, column).max(column + 1);
            }
            *cells += taken.len();
            whole = *cells <= limits::TABLE_CELLS;
            if !whole {
                break;
            }
            if !places.is_empty() {
                grid.push(places);
            }
        }
        join_heads(&mut grid, &mut filled);
        for row in grid {
            let mut places = row.into_iter().peekable();
            out.push('|');
            for column in (0..filled.len()).filter(|column| filled[*column]) {
                if let Some((_, text)) = places.next_if(|(at, _)| *at == column) {
                    push_cell(out, text);
                }
                out.push('|');
            }
            out.push('\n');
        }
        whole
    }
}

/// The words of a cell and the tables within it, whose rows begin with a pipe.
pub(super) fn apart(text: &str) -> (String, String) {
    let (tables, words): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with('|'));
    let tables = tables.iter().flat_map(|line| [line, "\n"]).collect();
    (words.concat(), tables)
}

/// Characters of a cell that is no running text.
const CELL: usize = 60;

/// Whether rows, whose cells may have tables within them, say something in columns of their own: a label beside a value.
/// Other such tables only set parts of a page side by side.
pub(super) fn has_rows<'a>(mut rows: impl Iterator<Item = Vec<&'a str>>) -> bool {
    let value = |text: &&str| text.trim().starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+'));
    let short = |row: &Vec<&str>| row.iter().all(|text| text.chars().count() <= CELL);
    let mut found = false;
    rows.all(|row| {
        let filled: Vec<&str> = row.iter().copied().filter(|text| !text.trim().is_empty()).collect();
        found |= filled.len() > 1 && filled[1..].iter().any(value) && !value(&filled[0]);
        short(&row)
    }) && found
}

/// Rows of a header that stand over the next column's values.
const HEADS: usize = 2;

/// A header one column before its values, where the file says nothing of how wide it is, is put over them.
fn join_heads(grid: &mut [Vec<(usize, &str)>], filled: &mut [bool]) {
    let columns: Vec<usize> = (0..filled.len()).filter(|column| filled[*column]).collect();
    for pair in columns.windows(2).skip(1) {
        let [head, next] = [pair[0], pair[1]];
        let has = |row: &Vec<(usize, &str)>, column| row.iter().any(|(at, _)| *at == column);
        let last = grid.iter().rposition(|row| has(row, head));
        let first = grid.iter().position(|row| has(row, next));
        let below = grid.iter().filter(|row| has(row, next)).count();
        if last.zip(first).is_some_and(|(last, first)| last < first && last < HEADS) && below > 1 {
            filled[head] = false;
            for place in grid.iter_mut().take(HEADS).flatten().filter(|(at, _)| *at == head) {
                place.0 = next;
            }
        }
    }
}

/// The first column from here on that no cell of a row above takes up.
fn pass(taken: &mut [usize], mut column: usize) -> usize {
    while let Some(rows) = taken.get_mut(column).filter(|rows| **rows > 0) {
        *rows -= 1;
        column += 1;
    }
    column
}

/// A cell stands on one line and holds no pipe.
fn push_cell(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '|' => out.push('｜'),
            '\n' | '\r' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, wide: usize, tall: usize) -> Cell {
        Cell { text: text.to_owned(), wide, tall }
    }

    #[test]
    fn columns_stay_in_line_under_wide_and_tall_cells() {
        let table = Table {
            rows: vec![
                vec![cell("县区", 1, 2), cell("产值（亿元）", 2, 1)],
                vec![cell("本年", 1, 1), cell("上年", 1, 1)],
                vec![cell("松|汀\n区", 1, 1), cell(" 576.2 ", 1, 1), cell("540.1", 1, 1), cell("", 9, 1)],
                vec![cell("", 3, 1)],
            ],
        };
        let (mut out, mut cells) = (String::new(), 0);
        assert!(table.write(&mut out, &mut cells));
        assert_eq!(out, "|县区|产值（亿元）||\n||本年|上年|\n|松｜汀区|576.2|540.1|\n");
    }

    #[test]
    fn a_header_stands_over_its_values() {
        let row = |texts: [&str; 4]| texts.map(|text| cell(text, 1, 1)).to_vec();
        let rows = vec![
            row(["产品", "产量", "增长（%）", ""]),
            row(["水泥", "426.3", "", "-5.3"]),
            row(["啤酒", "10.3", "", "2.5"]),
        ];
        let (mut out, mut cells) = (String::new(), 0);
        assert!(Table { rows }.write(&mut out, &mut cells));
        assert_eq!(out, "|产品|产量|增长（%）|\n|水泥|426.3|-5.3|\n|啤酒|10.3|2.5|\n");
    }

    #[test]
    fn rows_round_a_table_are_told_from_a_frame() {
        assert_eq!(apart("甲\n\n|乙|1|\n\n丙"), ("甲丙".to_owned(), "|乙|1|\n".to_owned()));
        let mut table = Table {
            rows: vec![
                vec![cell("\n|渔业|3.9|\n", 1, 1), cell("", 1, 1)],
                vec![cell("化肥", 1, 1), cell("5312", 1, 1)],
            ],
        };
        assert_eq!((table.take_inner().as_str(), table.rows[0][0].text.as_str()), ("|渔业|3.9|\n\n", ""));
        assert!(has_rows([vec!["", "备注"], vec!["化肥产量（吨）", "5312"]].into_iter()));
        assert!(!has_rows([vec!["导航", "县情概况"], vec!["", "青沅县人民政府"]].into_iter()));
    }

    #[test]
    fn a_table_ends_at_the_limit() {
        let table = Table { rows: vec![vec![cell("1", 1, 1); 1_000]; 200] };
        let (mut out, mut cells) = (String::new(), 0);
        assert!(!table.write(&mut out, &mut cells));
        assert_eq!(out.lines().count(), limits::TABLE_CELLS / 1_000);
    }
}
