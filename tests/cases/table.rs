//! Tables: tab-separated, a header line, `#` for remarks, `↵` for a line break inside a cell.

use std::fmt::Write as _;
use std::path::Path;

/// One row with the line it stands on, so that a failure can be found.
pub struct Row {
    line: usize,
    cells: Vec<String>,
}

impl Row {
    /// The cell of that column, counted from 0.
    pub fn cell(&self, column: usize) -> &str {
        &self.cells[column]
    }
}

/// Rows of `tests/cases/NAME.tsv`, each with as many cells as the header.
pub fn rows(name: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let columns = lines.next().expect("a header line").1.split('\t').count();
    lines
        .map(|(number, line)| {
            let cells: Vec<String> = line.split('\t').map(|cell| cell.replace('↵', "\n")).collect();
            assert_eq!(cells.len(), columns, "{name}:{}: cells", number + 1);
            Row { line: number + 1, cells }
        })
        .collect()
}

/// Runs `judge` on every row; panics with all rows that it finds fault with.
pub fn check(name: &str, at_least: usize, judge: impl Fn(&Row) -> Vec<String>) {
    let rows = rows(name);
    assert!(rows.len() >= at_least, "{name} has {} rows, fewer than {at_least}", rows.len());
    let mut failing = 0;
    let mut message = String::new();
    for row in &rows {
        let faults = judge(row);
        if faults.is_empty() {
            continue;
        }
        failing += 1;
        let _ = writeln!(message, "{name}:{}  {}", row.line, row.cells.join(" ⇥ ").replace('\n', "↵"));
        for fault in faults {
            let _ = writeln!(message, "    {fault}");
        }
    }
    assert!(failing == 0, "{failing} of {} rows of {name} are read differently:\n{message}", rows.len());
}

/// Members of a list cell; `-` is the empty list.
pub fn list<'a>(cell: &'a str, separator: &str) -> Vec<&'a str> {
    if cell == "-" { Vec::new() } else { cell.split(separator).collect() }
}

/// Readings of a field that are all right: `a or b`.
pub fn readings(field: &str) -> impl Iterator<Item = &str> {
    field.split(" or ")
}
