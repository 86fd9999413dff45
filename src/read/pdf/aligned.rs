//! Tables without rules whose columns nearly touch: the words of one row give no gap, those of many leave a blank strip.

use super::head;
use super::lines::{Cell, Line, Part, is_value, join};

/// In sizes of the font: the least gap between words of two cells.
const GAP: f64 = 0.08;
/// Rows that tell the columns; lines of a head above them.
const ROWS: usize = 3;
const HEADS: usize = 3;
/// In sizes of the font, the farthest that rows of a table are apart.
const STEP: f64 = 2.6;

/// Parts the cells of rows that stand in columns, and of the heads above them.
pub(super) fn part(lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        let end = block(lines, at);
        if end == at {
            at += 1;
            continue;
        }
        if let Some((columns, apart)) = columns(&lines[at..end]) {
            let from = (at.saturating_sub(HEADS)..at).rev().take_while(|n| is_head(&lines[*n], &lines[*n + 1])).last();
            for line in &mut lines[from.unwrap_or(at)..at] {
                *line = parted(line, &columns, true);
            }
            for line in lines[at..end].iter_mut().filter(|line| !apart && is_row(line)) {
                *line = parted(line, &columns, false);
            }
        }
        at = end;
    }
}

/// In sizes of the font, how far a part of a broken label is from the values that stand beside its middle.
const HALF: f64 = 1.25;

/// Puts the parts of labels that are broken over lines above and below the values of their row into that row.
pub(super) fn label(lines: &mut Vec<Line>) {
    let bare: Vec<(f64, f64)> =
        lines.iter().filter(|line| head::is_unlabelled(line)).map(|line| (line.y, line.left())).collect();
    for (y, left) in bare {
        let is_row = |line: &Line| line.y.total_cmp(&y).is_eq() && line.cells.len() > 1;
        let Some(at) = lines.iter().position(is_row) else { continue };
        let part = |line: &&Line| {
            line.cells.len() == 1
                && line.table.is_none()
                && line.right() < left
                && !is_value(&line.text())
                && !is_said(line)
        };
        let reach = |line: &Line, other: &Line| (line.y - other.y).abs() < HALF * line.size;
        let above = lines[..at].iter().rev().take_while(part).take_while(|line| reach(line, &lines[at])).count();
        let below = lines[at + 1..].iter().take_while(part).take_while(|line| reach(line, &lines[at])).count();
        let Some(first) = lines.get(at - above).filter(|_| above > 0).and_then(|line| line.cells.first()) else {
            continue;
        };
        let mut whole = first.clone();
        for line in lines[at - above + 1..at].iter().chain(&lines[at + 1..=at + below]) {
            join(&mut whole.text, &line.text(), true);
            whole.right = whole.right.max(line.right());
            whole.parts.extend(line.cells[0].parts.iter().cloned());
        }
        lines[at].cells.insert(0, whole);
        lines.drain(at + 1..=at + below);
        lines.drain(at - above..at);
    }
}

/// Words of a line that stand together, however narrow the gaps between.
fn tokens(line: &Line) -> Vec<Vec<&Part>> {
    let mut found: Vec<Vec<&Part>> = Vec::new();
    let mut right = f64::NEG_INFINITY;
    for cell in &line.cells {
        for (n, part) in cell.parts.iter().enumerate() {
            match found.last_mut() {
                Some(token) if n > 0 && part.left - right < GAP * line.size => token.push(part),
                _ => found.push(vec![part]),
            }
            right = part.right;
        }
    }
    found
}

fn words(token: &[&Part]) -> String {
    token.iter().map(|part| part.text.as_str()).collect()
}

/// True of a sentence; 其中：城镇 is the label of a row.
fn is_said(line: &Line) -> bool {
    let text = line.text();
    let text = text.strip_prefix("其中：").unwrap_or(&text);
    text.contains(['，', '。', '；', '：', '…']) || text.contains("..")
}

/// A label, and a value at the end.
fn is_row(line: &Line) -> bool {
    let tokens = tokens(line);
    line.table.is_none()
        && tokens.len() > 1
        && tokens.last().is_some_and(|token| is_value(&words(token)))
        && tokens.first().is_some_and(|token| !is_value(&words(token)))
        && !is_said(line)
}

/// How far the next row of a table is; farther where the label of one is broken over lines.
fn step(line: &Line) -> f64 {
    let broken = line.cells.first().is_some_and(|cell| cell.parts.windows(2).any(|pair| pair[1].left < pair[0].right));
    STEP * line.size * if broken { 2.0 } else { 1.0 }
}

/// The end of the rows that begin here; lines of a few words may stand between them.
fn block(lines: &[Line], from: usize) -> usize {
    let (mut at, mut end, mut rows) = (from, from, 0);
    while let Some(line) = lines.get(at) {
        let near = at == from || line.y - lines[at - 1].y < step(line).max(step(&lines[at - 1]));
        if !near || line.table.is_some() {
            break;
        }
        if is_row(line) {
            (rows, end) = (rows + 1, at + 1);
        } else if rows == 0 || is_said(line) || at > end {
            break;
        }
        at += 1;
    }
    if rows >= ROWS { end } else { from }
}

/// Left and right of what stands in each column, and whether the cells of all rows are parted already.
fn columns(lines: &[Line]) -> Option<(Vec<(f64, f64)>, bool)> {
    let rows = || lines.iter().filter(|line| is_row(line));
    let size = rows().map(|line| line.size).fold(0.0, f64::max);
    let mut spans: Vec<(f64, f64)> =
        rows().flat_map(tokens).filter_map(|token| Some((token.first()?.left, token.last()?.right))).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut columns: Vec<(f64, f64)> = Vec::new();
    for (left, right) in spans {
        match columns.last_mut() {
            Some(last) if left - last.1 < GAP * size => last.1 = last.1.max(right),
            _ => columns.push((left, right)),
        }
    }
    let fewer = rows().any(|line| line.cells.len() < columns.len() && tokens(line).len() > line.cells.len());
    // Every column but the first has its words in two rows at least.
    let filled = columns.iter().all(|(left, right)| {
        let within = |token: &Vec<&Part>| token.first().is_some_and(|part| *left <= part.left && part.left <= *right);
        rows().filter(|line| tokens(line).iter().any(within)).count() > 1
    });
    (columns.len() > 1 && filled).then_some((columns, !fewer))
}

/// A line of a head stands right above and says no sentence.
fn is_head(line: &Line, below: &Line) -> bool {
    let text = line.text();
    line.table.is_none()
        && below.y - line.y < step(line).max(step(below))
        && !is_said(line)
        && !text.starts_with(['表', '图', '附'])
        && !text.contains("单位：")
        && !tokens(line).iter().any(|token| is_value(&words(token)))
}

fn nearest(columns: &[(f64, f64)], part: (f64, f64)) -> usize {
    let middle = f64::midpoint(part.0, part.1);
    let apart = |(left, right): &(f64, f64)| (left - middle).max(middle - right).max(0.0);
    (0..columns.len()).min_by(|a, b| apart(&columns[*a]).total_cmp(&apart(&columns[*b]))).unwrap_or(0)
}

/// The line with a cell for each column; words of a head over several stay one cell.
fn parted(line: &Line, columns: &[(f64, f64)], head: bool) -> Line {
    let mut cells: Vec<(usize, Cell)> = Vec::new();
    for token in tokens(line) {
        let (Some(first), Some(last)) = (token.first(), token.last()) else { continue };
        let (left, right) = (first.left, last.right);
        let at = nearest(columns, (left, right));
        let parts = || token.iter().copied().cloned();
        match cells.last_mut() {
            Some((column, cell)) if *column == at && (!head || left - cell.right < line.size) => {
                join(&mut cell.text, &words(&token), true);
                cell.right = right;
                cell.parts.extend(parts());
            }
            _ => cells.push((at, Cell { left, right, size: line.size, text: words(&token), parts: parts().collect() })),
        }
    }
    Line { cells: cells.into_iter().map(|(_, cell)| cell).collect(), ..*line }
}

#[cfg(test)]
mod tests {
    use super::super::{Pages, lines, page, read};

    #[test]
    fn columns_that_nearly_touch_are_told_by_all_rows() {
        let runs = [
            (60.0, 80.0, "全年完成投资52.7亿元，同比增长3.1%，其中技改投资8.2亿元。"),
            (150.0, 100.0, "表3"),
            (175.0, 100.0, "2023年主要产品产量"),
            (70.0, 120.0, "产品"),
            (122.0, 120.0, "单位"),
            (143.5, 120.0, "产量"),
            (166.0, 120.0, "增长%"),
            (60.0, 138.0, "化学肥料"),
            (122.0, 138.0, "万吨"),
            (143.5, 138.0, "31.4"),
            (166.0, 138.0, "2.9"),
            (60.0, 156.0, "机制纸"),
            (122.0, 156.0, "吨"),
            (143.5, 156.0, "5210"),
            (166.0, 156.0, "-8.7"),
            (60.0, 174.0, "白酒"),
            (122.0, 174.0, "千升"),
            (143.5, 174.0, "703"),
            (166.0, 174.0, "11.6"),
        ];
        let text = read(Pages { pages: vec![page(&runs)] }).unwrap().text;
        assert!(text.contains("表3 2023年主要产品产量\n") || text.contains("表32023年主要产品产量\n"), "{text}");
        let table = "|产品|单位|产量|增长%|\n|化学肥料|万吨|31.4|2.9|\n|机制纸|吨|5210|-8.7|\n|白酒|千升|703|11.6|\n";
        assert!(text.contains(table), "{text}");
    }

    #[test]
    fn a_head_of_two_rows_stands_over_its_columns() {
        let mut runs = vec![
            (190.0, 100.0, "出口额（亿元）"),
            (390.0, 100.0, "进口额（亿元）"),
            (64.0, 108.0, "乡镇"),
            (150.0, 116.0, "总量"),
            (260.0, 116.0, "增长%"),
            (350.0, 116.0, "总量"),
            (460.0, 116.0, "增长%"),
        ];
        for (n, name) in (0_i32..).zip(["云桥镇", "石湾乡", "南坡镇"]) {
            let y = 136.0 + f64::from(n) * 18.0;
            runs.extend([
                (60.0, y, name),
                (150.0, y, "1.62"),
                (262.0, y, "7.4"),
                (352.0, y, "0.83"),
                (462.0, y, "-5.2"),
            ]);
        }
        let text = read(Pages { pages: vec![page(&runs)] }).unwrap().text;
        let head = "|乡镇|出口额（亿元）||进口额（亿元）||\n||总量|增长%|总量|增长%|\n|云桥镇|1.62|7.4|0.83|-5.2|\n";
        assert!(text.contains(head), "{text}");
        assert!(lines::of(&page(&runs)).len() > 5);
    }

    #[test]
    fn rows_whose_columns_cannot_be_told_are_said() {
        let runs = [(60.0, 100.0, "化学肥料31.4 2.9"), (60.0, 118.0, "机制纸52.1 8.7"), (60.0, 136.0, "后文。")];
        let document = read(Pages { pages: vec![page(&runs)] }).unwrap();
        assert!(document.diagnostics.iter().any(|d| d.code == "rows_unclear"), "{}", document.text);
    }
}
