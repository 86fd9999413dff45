//! Rows whose cells begin and end at places of their own → a table with one set of columns.

use crate::read::flow::Flow;
use crate::read::table::{self, Cell, Table};

/// Places closer than this (twentieths of a point) are one border.
const NEAR: i16 = 60;

/// One row: the texts of its cells, and the places of their borders where the file gives them.
#[derive(Debug, Default)]
pub(in crate::read) struct Row {
    pub(in crate::read) cells: Vec<String>,
    pub(in crate::read) borders: Vec<i16>,
}

/// Writes the rows as a table; as paragraphs where they only frame running text.
pub(in crate::read) fn write(mut rows: Vec<Row>, flow: &mut Flow) {
    // Rows round a table stay rows; the table follows them.
    let mut inner = String::new();
    if rows.iter().flat_map(|row| &row.cells).any(|cell| cell.contains(TABLE)) {
        let bare: Vec<Vec<(String, String)>> =
            rows.iter().map(|row| row.cells.iter().map(|cell| table::apart(cell)).collect()).collect();
        if table::has_rows(bare.iter().map(|row| row.iter().map(|(words, _)| words.as_str()).collect())) {
            for (row, bare) in rows.iter_mut().zip(bare) {
                row.cells = bare.iter().map(|(words, _)| words.clone()).collect();
                inner.extend(
                    bare.iter().filter(|(_, tables)| !tables.is_empty()).map(|(_, tables)| format!("{tables}\n")),
                );
            }
        }
    }
    let narrow = rows.iter().all(|row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() < 2);
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let long = cells().any(|cell| cell.chars().count() > 1_000 || cell.contains(TABLE));
    if !narrow && !long {
        flow.table(&columns(rows));
        return flow.lines(&inner);
    }
    for cell in rows.into_iter().flat_map(|row| row.cells) {
        // The tables in a cell are written already.
        if cell.contains(TABLE) {
            flow.lines(&format!("{}\n", cell.trim_end()));
        } else {
            flow.words(&cell);
        }
        flow.end();
    }
}

/// How the first row of a table within a cell begins.
const TABLE: &str = "\n|";

/// A table within a cell of another.
#[derive(Debug, Default)]
pub(in crate::read) struct Nested {
    row: Row,
    rows: Vec<Row>,
}

impl Nested {
    /// The next cell of its row.
    pub(in crate::read) fn cell(&mut self, text: String) {
        self.row.cells.push(text);
    }

    pub(in crate::read) fn end_row(&mut self, borders: &[i16]) {
        self.row.borders = borders.to_vec();
        self.rows.push(std::mem::take(&mut self.row));
    }

    /// Adds what was read of it to the text of the cell it stands in.
    pub(in crate::read) fn write(&mut self, cell: &mut String) {
        if !self.row.cells.is_empty() {
            self.end_row(&[]);
        }
        if self.rows.is_empty() {
            return;
        }
        let mut flow = Flow::default();
        write(std::mem::take(&mut self.rows), &mut flow);
        if !cell.is_empty() && !cell.ends_with('\n') {
            cell.push('\n');
        }
        cell.push_str(&flow.finish().0);
    }
}

fn columns(rows: Vec<Row>) -> Table {
    let mut lines: Vec<i16> = rows.iter().flat_map(|row| row.borders.iter().copied()).collect();
    lines.sort_unstable();
    lines.dedup_by(|b, a| b.saturating_sub(*a) < NEAR);
    let line = |place: i16| lines.iter().rposition(|l| *l <= place).unwrap_or(0);
    let mut table = Table::default();
    for row in rows {
        let known = row.borders.len() > row.cells.len();
        let cells = row.cells.into_iter().enumerate().map(|(i, text)| {
            let wide = if known { line(row.borders[i + 1]).saturating_sub(line(row.borders[i])).max(1) } else { 1 };
            Cell { text, wide, tall: 1 }
        });
        table.rows.push(cells.collect());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_span_the_columns_between_their_borders() {
        let row = |cells: &[&str], borders: &[i16]| Row {
            cells: cells.iter().map(|c| (*c).to_owned()).collect(),
            borders: borders.to_vec(),
        };
        let table =
            columns(vec![row(&["甲", "乙"], &[0, 1000, 3010]), row(&["一", "二", "三"], &[0, 1005, 2000, 3000])]);
        let wide: Vec<Vec<usize>> = table.rows.iter().map(|r| r.iter().map(|c| c.wide).collect()).collect();
        assert_eq!(wide, [vec![1, 2], vec![1, 1, 1]]);
    }
}
