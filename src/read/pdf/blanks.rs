//! Rows that were typed with a blank between their words, as in a text file, and stand in no columns: they stay lines of
//! text, blanks and all, for those are all that tells one cell from the next.
//!
//! ```text
//! 产品名称 单位 产量 比上年增长%
//! 化学纤维 万吨 3390.0 9.7          as tables, 化学纤维万吨3390.0 would be the label of 9.7
//! 纱 万吨 2900.0 6.7
//! ```

use super::lines::{Cell, Line, Part, is_value};

/// In sizes of the font: the least blank, the widest, and how far the blanks of such rows differ.
const LEAST: f64 = 0.18;
const MOST: f64 = 1.2;
const EVEN: f64 = 0.3;
/// In sizes of the font: rows whose labels end within this of each other may be of columns.
const RAGGED: f64 = 0.8;
/// In sizes of the font, the farthest that rows are apart.
const STEP: f64 = 2.6;
/// Rows that tell; lines of words above them that may be their head; values at the end of a row.
const ROWS: usize = 2;
const HEADS: usize = 2;
const VALUES: usize = 2;

/// Makes such rows, and their heads, lines of one cell.
pub(super) fn keep(lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        let end = at + lines[at..].iter().take_while(|line| is_row(line)).count();
        let near = lines[at..end].windows(2).take_while(|pair| pair[1].y - pair[0].y < STEP * pair[0].size).count();
        let end = end.min(at + near + 1).max(at);
        if end - at >= ROWS && is_typed(&lines[at..end]) {
            let is_head = |line: &&Line| line.table.is_none() && !is_said(line) && gaps(line).all(|gap| gap < MOST);
            let above = lines[..at].iter().rev().take(HEADS).take_while(is_head).count();
            for line in &mut lines[at - above..end] {
                *line = whole(line);
            }
        }
        at = end.max(at + 1);
    }
}

/// A line that was kept so, and is no part of a paragraph: no other has a part with a blank within.
pub(super) fn is_kept(line: &Line) -> bool {
    line.cells.iter().flat_map(|cell| &cell.parts).any(|part| part.text.contains(' '))
}

/// Words of a line with blanks between: left, right and text.
fn words(line: &Line) -> Vec<(f64, f64, String)> {
    let mut found: Vec<(f64, f64, String)> = Vec::new();
    for part in line.cells.iter().flat_map(|cell| &cell.parts) {
        match found.last_mut() {
            Some((_, right, text)) if part.left - *right < LEAST * line.size => {
                text.push_str(&part.text);
                *right = right.max(part.right);
            }
            _ => found.push((part.left, part.right, part.text.clone())),
        }
    }
    found
}

/// The blanks of a line, in sizes of its font.
fn gaps(line: &Line) -> impl Iterator<Item = f64> {
    let words = words(line);
    let size = line.size;
    (1..words.len()).map(move |n| (words[n].0 - words[n - 1].1) / size)
}

fn is_said(line: &Line) -> bool {
    line.text().contains(['，', '。', '；', '！', '？'])
}

/// A label and numbers, with no wide gap between.
fn is_row(line: &Line) -> bool {
    let words = words(line);
    let values = words.iter().rev().take_while(|word| is_value(&word.2)).count();
    line.table.is_none()
        && (VALUES..words.len()).contains(&values)
        && !is_said(line)
        && gaps(line).all(|gap| gap < MOST)
}

/// All blanks are alike, and where the labels end no column begins.
fn is_typed(rows: &[Line]) -> bool {
    let all = || rows.iter().flat_map(gaps);
    let even = all().fold(0.0, f64::max) - all().fold(f64::INFINITY, f64::min) < EVEN;
    let ends: Vec<f64> = rows
        .iter()
        .map(|line| {
            let words = words(line);
            let label = words.iter().rev().skip_while(|word| is_value(&word.2)).map(|word| word.1);
            label.fold(f64::NEG_INFINITY, f64::max) / line.size
        })
        .collect();
    let spread =
        ends.iter().copied().fold(f64::NEG_INFINITY, f64::max) - ends.iter().copied().fold(f64::INFINITY, f64::min);
    even && spread > RAGGED
}

/// The line as one cell.
fn whole(line: &Line) -> Line {
    let text = words(line).into_iter().map(|word| word.2).collect::<Vec<_>>().join(" ");
    let (left, right) = (line.left(), line.right());
    let part = Part { left, right, text: text.clone(), fresh: true };
    Line { cells: vec![Cell { left, right, size: line.size, text, parts: vec![part] }], ..*line }
}

#[cfg(test)]
mod tests {
    use super::super::{Pages, page, read};

    fn typed(rows: &[&str]) -> String {
        // A letter is 5 wide, a Chinese character 10, a blank 2.5.
        let mut runs: Vec<(f64, f64, &str)> = Vec::new();
        for (n, row) in (0_i32..).zip(rows) {
            let mut x = 60.0;
            for word in row.split(' ') {
                runs.push((x, 100.0 + f64::from(n) * 18.0, word));
                x += word.chars().map(|c| if c.is_ascii() { 5.0 } else { 10.0 }).sum::<f64>() + 2.5;
            }
        }
        read(Pages { pages: vec![page(&runs)] }).unwrap().text
    }

    #[test]
    fn rows_typed_with_blanks_stay_lines_of_text() {
        let rows = [
            "产品名称 单位 产量 比上年增长%",
            "化学纤维 万吨 339.0 9.7",
            "纱 万吨 29.6 6.7",
            "- 成品糖 万吨 1187.4 -6.2",
        ];
        let text = typed(&rows);
        for row in rows {
            assert!(text.lines().any(|line| line == row), "{text}");
        }
    }

    #[test]
    fn columns_that_nearly_touch_are_still_columns() {
        let text = typed(&["化学肥料 万吨 31.4 2.9", "工业用盐 万吨 52.1 8.7", "机制纸张 万吨 70.3 1.6"]);
        assert!(text.contains("|化学肥料|万吨|31.4|2.9|"), "{text}");
    }
}
