//! Tables: tab-separated, a header line, `#` for remarks, `↵` for a line break inside a cell.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

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

    /// What is asked: all cells but the last, which holds the answer.
    fn question(&self) -> String {
        self.cells[..self.cells.len() - 1].join("\t").replace('\n', "↵")
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// Rows of `tests/cases/NAME.tsv`, each with as many cells as the header.
pub fn rows(name: &str) -> Vec<Row> {
    let path = folder().join(name);
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

/// Runs `judge` on every row; panics with all rows that it finds fault with, unless `tests/cases/open/NAME` lists them, and
/// with listed rows that are read right by now. `JIANDU_OPEN=write` writes the list anew.
pub fn check(name: &str, at_least: usize, judge: impl Fn(&Row) -> Vec<String>) {
    let rows = rows(name);
    assert!(rows.len() >= at_least, "{name} has {} rows, fewer than {at_least}", rows.len());
    let open = open_rows(name);
    let mut failing = Vec::new();
    let mut message = String::new();
    for row in &rows {
        let faults = judge(row);
        let listed = open.contains(&row.question());
        if faults.is_empty() == listed {
            let _ = writeln!(message, "{name}:{}  {}", row.line, row.cells.join(" ⇥ ").replace('\n', "↵"));
        }
        if faults.is_empty() && listed {
            let _ = writeln!(message, "    read right: take it out of tests/cases/open/{name}");
        }
        for fault in faults.iter().filter(|_| !listed) {
            let _ = writeln!(message, "    {fault}");
        }
        if !faults.is_empty() {
            failing.push(row.question());
        }
    }
    if std::env::var("JIANDU_OPEN").is_ok_and(|word| word == "write") {
        write_open_rows(name, &failing);
        return;
    }
    println!("{name}: {} of {} rows are open", failing.len(), rows.len());
    assert!(message.is_empty(), "{} of {} rows of {name} are read differently:\n{message}", failing.len(), rows.len());
}

/// Rows known to be read differently: named, not left out, and fewer with every step.
fn open_rows(name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(folder().join("open").join(name)).unwrap_or_default();
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

fn write_open_rows(name: &str, failing: &[String]) {
    let path = folder().join("open").join(name);
    if failing.is_empty() {
        // The last open row is closed: no list is left behind.
        let _ = std::fs::remove_file(path);
        return;
    }
    let text =
        format!("# {} rows still read differently: their cells but the last.\n{}\n", failing.len(), failing.join("\n"));
    std::fs::create_dir_all(folder().join("open"))
        .and_then(|()| std::fs::write(&path, text))
        .expect("the list is written");
}

/// Members of a list cell; `-` is the empty list.
pub fn list<'a>(cell: &'a str, separator: &str) -> Vec<&'a str> {
    if cell == "-" { Vec::new() } else { cell.split(separator).collect() }
}

/// Readings of a field that are all right: `a or b`.
pub fn readings(field: &str) -> impl Iterator<Item = &str> {
    field.split(" or ")
}
