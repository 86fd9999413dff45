//! Reading the tables of `data/`: tab-separated, one header line, `#` comments, empty cells allowed.

/// Columns of the widest table; what stands behind them is no cell.
const COLUMNS: usize = 8;

/// One row: its cells, and where it stands for a message.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    file: &'static str,
    line: usize,
    cells: [&'a str; COLUMNS],
    /// As written: the tests see to it that no row is wider than its readers think.
    #[cfg(test)]
    text: &'a str,
}

impl<'a> Row<'a> {
    /// Cuts the line once: tables are read each time the page opens, and most readers ask for every cell.
    fn new(file: &'static str, line: usize, text: &'a str) -> Row<'a> {
        let mut cells = [""; COLUMNS];
        for (cell, part) in cells.iter_mut().zip(text.split('\t')) {
            *cell = part.trim_ascii();
        }
        Row {
            file,
            line,
            cells,
            #[cfg(test)]
            text,
        }
    }

    /// The cell of this column, trimmed; empty where the row ends before it.
    pub(crate) fn cell(&self, column: usize) -> &'a str {
        self.cells.get(column).copied().unwrap_or("")
    }

    /// All the cells in order.
    #[cfg(test)]
    pub(crate) fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.text.split('\t').map(str::trim_ascii)
    }

    /// The parts of a cell that holds a list written `a|b|c`.
    pub(crate) fn list(&self, column: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        self.cell(column).split('|').map(str::trim_ascii).filter(|part| !part.is_empty())
    }

    /// A message that names file and line: `units.tsv:12: …`.
    pub(crate) fn message(&self, what: &str) -> String {
        format!("{}:{}: {what}", self.file, self.line)
    }
}

/// The rows of a table below its header, comments and blank lines left out.
pub(crate) fn rows<'a>(file: &'static str, table: &'a str) -> impl Iterator<Item = Row<'a>> {
    table
        .lines()
        .enumerate()
        .skip(1)
        .filter(|(_, text)| !text.starts_with('#') && !text.trim_ascii().is_empty())
        .map(move |(index, text)| Row::new(file, index + 1, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_gives_its_cells_and_its_place() {
        let table = "name\tother\n# 说明\n\n甲\t乙|丙\t\n";
        let rows: Vec<_> = rows("sample.tsv", table).collect();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].cell(0), "甲");
        assert_eq!(rows[0].list(1).collect::<Vec<_>>(), ["乙", "丙"]);
        assert_eq!(rows[0].cell(7), "");
        assert_eq!(rows[0].cells().count(), 3);
        assert_eq!(rows[0].message("不对"), "sample.tsv:4: 不对");
    }
}
