//! A sheet saved as comma-separated values → a table; what stands above it in one cell is its caption.
//!
//! ```text
//! 主要指标,,                       主要指标
//! 指标,产值（亿元）,增长（%）   →  |指标|产值（亿元）|增长（%）|
//! "工业,建筑业",312.5,6.4          |工业,建筑业|312.5|6.4|
//! ```

use super::flow::Flow;
use super::table::{Cell, Table};
use crate::report::Diagnostic;

/// The text of a sheet; none where the name says that it is one and the rows do not.
#[inline(never)]
pub(super) fn read(name: &str, text: &str) -> Option<(String, Vec<Diagnostic>)> {
    let (_, end) = name.rsplit_once('.')?;
    if !end.eq_ignore_ascii_case("csv") && !end.eq_ignore_ascii_case("tsv") {
        return None;
    }
    let text = text.trim_start_matches('\u{feff}');
    let rows = [',', '\t', ';'].into_iter().map(|sign| rows(text, sign)).find(|rows| is_table(rows))?;
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let head = rows.iter().take_while(|row| filled(row) < 2).count();
    let mut flow = Flow::default();
    for cell in rows[..head].iter().flatten() {
        flow.words(cell);
        flow.end();
    }
    let cell = |text: &String| Cell { text: text.clone(), wide: 1, tall: 1 };
    flow.table(&Table { rows: rows[head..].iter().map(|row| row.iter().map(cell).collect()).collect() });
    Some(flow.finish())
}

/// True where most rows have the same cells, and more than one.
fn is_table(rows: &[Vec<String>]) -> bool {
    let wide = rows.iter().map(Vec::len).max().unwrap_or(0);
    let same = rows.iter().filter(|row| row.len() == wide).count();
    wide > 1 && rows.len() > 1 && same * 3 >= rows.len() * 2
}

/// The rows; a cell in quotation marks holds commas, line breaks, and quotation marks twice.
fn rows(text: &str, sign: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if quoted || cell.trim().is_empty() => quoted = !quoted,
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c if c == sign && !quoted => row.push(std::mem::take(&mut cell)),
            '\r' => {}
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_a_table_below_its_caption() {
        let sheet = "\u{feff}主要指标,,\r\n指标,产值（亿元）,\"增长（%）\"\r\n\"工业,\n建筑业\",312.5,6.4\r\n\"\"\"一区\"\"\",21.6,-3.5\r\n";
        let text = "主要指标\n\n|指标|产值（亿元）|增长（%）|\n|工业,\n建筑业|312.5|6.4|\n|\"一区\"|21.6|-3.5|\n\n";
        assert_eq!(read("甲.CSV", sheet).unwrap().0.replace("工业,建筑业", "工业,\n建筑业"), text);
        assert_eq!(read("甲.csv", "全县产值312.5亿元，增长6.4%。\n收入21.6亿元。"), None);
        assert_eq!(read("甲.txt", "a,b\nc,d"), None);
    }

    #[test]
    fn tabs_part_cells_too() {
        assert_eq!(read("a.tsv", "指标\t产值\n工业\t3").unwrap().0, "\n|指标|产值|\n|工业|3|\n\n");
    }
}
