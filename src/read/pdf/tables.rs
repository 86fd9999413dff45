//! Lines whose words stand in columns → rows of a table.

use super::head;
use super::lines::{Cell, Line, Part, is_value, join};
use crate::read::table::{Cell as TableCell, Table};

/// In sizes of the font: lines closer than this are of one row, or of a head of two; how far the rows of a head are apart.
const CLOSE: f64 = 0.85;
const TWO: f64 = 1.1;
/// In sizes of the font, the widest gap between words of one column.
const JOINED: f64 = 0.06;
/// Lines of such a head above the first row.
const HEADS: usize = 2;

/// Lines from here on that are a table; none where fewer than two lines stand in columns.
pub(super) fn length(lines: &[Line]) -> usize {
    let (mut end, mut rows) = (0, 0);
    let above = head::length(lines);
    let mut at = above.max(heads(lines));
    rows += lines[..above].iter().filter(|line| line.cells.len() > 1).count();
    while at < lines.len() {
        if lines[at].cells.len() > 1 {
            rows += 1;
            at += 1;
            end = at;
        } else if rows > 0
            && at + 1 < lines.len()
            && lines[at].table.is_none()
            && lines[at + 1].cells.len() > 1
            && within(&lines[at], &lines[..at], &lines[at + 1])
        {
            at += 1;
        } else {
            break;
        }
    }
    if rows >= 2 { end } else { 0 }
}

/// Lines of a word or two that stand closer above a row than lines of text do: the upper row of its head.
fn heads(lines: &[Line]) -> usize {
    let single = |line: &&Line| line.cells.len() == 1 && line.table.is_none();
    let count = lines.iter().take(HEADS).take_while(single).count();
    let close = lines.windows(2).take(count).all(|pair| pair[1].y - pair[0].y < pair[0].size * CLOSE);
    let row = lines.get(count).is_some_and(|line| line.cells.len() > 1);
    if close && row { count } else { 0 }
}

/// A line of few words between rows: a label too long for its cell, or the name of a group.
fn within(line: &Line, above: &[Line], below: &Line) -> bool {
    let Some(last) = above.last() else { return false };
    let steps = (line.y - last.y).max(below.y - line.y) < line.size * 2.6;
    let width = last.right().max(below.right()) - last.left().min(below.left());
    steps && line.right() - line.left() < width * 0.5
}

/// The rows of a table, and how many numbers of it may be two.
pub(super) fn table(lines: &[Line]) -> (Table, usize) {
    let above = head::length(lines);
    let mut body = merge(&lines[above..]);
    let known = columns(&body);
    let mut table = Table::default();
    let mut unclear = 0;
    let heads = if above > 0 { head::rows(&lines[..above], &known) } else { None };
    let rows = match &heads {
        Some(heads) => {
            let cell = |text: &String| TableCell { text: text.clone(), wide: 1, tall: 1 };
            table.rows.extend(heads.iter().map(|row| row.iter().map(cell).collect()));
            std::mem::take(&mut body)
        }
        None => merge(lines),
    };
    let columns = columns(&rows);
    let first = if heads.is_some() { HEADS } else { 0 };
    for (at, row) in rows.iter().enumerate() {
        // The row of which each cell can stand over several.
        let below =
            rows.get(at + 1).filter(|below| first + at < HEADS && !below.iter().any(|cell| is_value(&cell.text)));
        let below = below.map_or(&[][..], Vec::as_slice);
        let mut cells = vec![TableCell { text: String::new(), wide: 1, tall: 1 }; columns.len()];
        // As many cells as columns stand in order, however they are set.
        let ordered = row.len() == columns.len();
        for (n, cell) in row.iter().enumerate() {
            let over = below.iter().find(|other| nearest_cell(row, other) == Some(n));
            let several = below.iter().filter(|other| nearest_cell(row, other) == Some(n)).count() > 1;
            let places = match over.filter(|_| several && !is_value(&cell.text)) {
                _ if ordered => vec![(n, cell.text.clone())],
                Some(first) => vec![(nearest(&columns, first.left, first.right), cell.text.clone())],
                None => split(&columns, cell),
            };
            unclear += usize::from(places.len() == 1 && touch(cell));
            for (at, words) in places {
                if let Some(to) = cells.get_mut(at) {
                    to.text.push_str(&words);
                }
            }
        }
        table.rows.push(cells);
    }
    (table, unclear)
}

/// The cell of a row above which, or below which, another one stands.
fn nearest_cell(row: &[Cell], other: &Cell) -> Option<usize> {
    let apart = |cell: &Cell| (f64::midpoint(cell.left, cell.right) - f64::midpoint(other.left, other.right)).abs();
    (0..row.len()).min_by(|a, b| apart(&row[*a]).total_cmp(&apart(&row[*b])))
}

/// True of a line below the first of a row whose words stand by twos below those: a head of two rows.
fn is_lower(line: &Line, first: &Line) -> bool {
    let over: Vec<Option<usize>> = line.cells.iter().map(|cell| nearest_cell(&first.cells, cell)).collect();
    line.y - first.y > line.size * TWO && over.windows(2).any(|pair| pair[0] == pair[1])
}

/// Lines closer than the height of their words are one row: a label on two lines has its number between them.
fn merge(lines: &[Line]) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut last = f64::NEG_INFINITY;
    let mut first: Option<&Line> = None;
    for line in lines {
        if line.y - last < line.size * CLOSE
            && !first.is_some_and(|first| is_lower(line, first))
            && let Some(row) = rows.last_mut()
        {
            for cell in &line.cells {
                match row.iter_mut().find(|other| other.left < cell.right && cell.left < other.right) {
                    Some(other) => {
                        other.text.push_str(&cell.text);
                        other.parts.extend(cell.parts.iter().cloned());
                    }
                    None => row.push(cell.clone()),
                }
            }
            row.sort_by(|a, b| a.left.total_cmp(&b.left));
        } else {
            rows.push(line.cells.clone());
            first = Some(line);
        }
        last = line.y;
    }
    rows
}

/// Left and right of each column: of the rows with the most cells.
fn columns(rows: &[Vec<Cell>]) -> Vec<(f64, f64)> {
    let most = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns = vec![(f64::INFINITY, f64::NEG_INFINITY); most];
    for row in rows.iter().filter(|row| row.len() == most) {
        for (column, cell) in columns.iter_mut().zip(row) {
            *column = (column.0.min(cell.left), column.1.max(cell.right));
        }
    }
    columns
}

/// The words of a cell by column: narrow columns leave less between them than words do in text.
fn split(columns: &[(f64, f64)], cell: &Cell) -> Vec<(usize, String)> {
    let whole = nearest(columns, cell.left, cell.right);
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut last: Option<f64> = None;
    for (n, part) in cell.parts.iter().enumerate() {
        // Words without a gap between are of one column, wherever the first of them stands.
        let joined = cell.parts[n..].windows(2).take_while(|pair| pair[1].left - pair[0].right < JOINED * cell.size);
        let end = joined.last().map_or(part.right, |pair| pair[1].right);
        let words = !cell.parts[n..].iter().any(|part| is_value(&part.text));
        let at = nearest(columns, part.left, if words { end } else { part.right });
        let gap = last.is_some_and(|right| part.left - right > (part.right - part.left) * 0.04);
        // A number set at a place of its own is of the column that it stands in, though it touch what stands before.
        let own = part.fresh && cell.parts[n..].iter().all(|part| is_value(&part.text));
        match found.last_mut() {
            Some((column, text)) if *column == at || !gap && !own => join(text, &part.text, gap),
            _ => found.push((at, part.text.clone())),
        }
        last = Some(part.right);
    }
    // Words over several columns stay together unless each has a column of its own.
    if found.windows(2).all(|pair| pair[0].0 < pair[1].0) { found } else { vec![(whole, cell.text.clone())] }
}

/// 125 and 346 set at places of their own, yet touching: they may be one number or two.
fn touch(cell: &Cell) -> bool {
    let long = |part: &Part| part.text.len() > 1 && part.text.bytes().all(|byte| byte.is_ascii_digit());
    is_value(&cell.text) && cell.parts.windows(2).any(|pair| pair[1].fresh && pair.iter().all(long))
}

/// 一般公共预算收入14.6 -1.8: a label with values that stand apart, in no table.
pub(super) fn is_unclear(line: &Line) -> bool {
    let text = line.text();
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || "-−－.,%％".contains(c));
    let parts = line.cells.iter().flat_map(|cell| &cell.parts);
    let values = parts.filter(|part| part.fresh && is_value(&part.text)).count();
    let behind = text[bare.len()..].split_whitespace().count();
    !bare.trim().is_empty()
        && behind.max(if behind > 0 { values.min(2) } else { 0 }) > 1
        && text[bare.len()..].contains(' ')
        && !text.contains(['，', '。', '；', '：', '、'])
}

fn nearest(columns: &[(f64, f64)], from: f64, to: f64) -> usize {
    let distance = |(left, right): &(f64, f64)| {
        let apart = (left - to).max(from - right).max(0.0);
        apart * 10.0 + (f64::midpoint(*left, *right) - f64::midpoint(from, to)).abs()
    };
    (0..columns.len()).min_by(|a, b| distance(&columns[*a]).total_cmp(&distance(&columns[*b]))).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::{aligned, lines, page};
    use super::*;

    #[test]
    fn rows_take_their_columns() {
        let mut lines = lines::of(&page(&[
            (60.0, 100.0, "指标"),
            (200.0, 100.0, "2023年（亿元）"),
            (320.0, 100.0, "增长（%）"),
            (60.0, 120.0, "规模以上工业企业"),
            (60.0, 132.0, "主营业务收入"),
            (230.0, 126.0, "98.6"),
            (380.0, 126.0, "4.2"),
            (60.0, 150.0, "差额"),
            (230.0, 150.0, "5.1"),
            (60.0, 170.0, "社会消费品零售总额社会消费品"),
            (208.0, 170.0, "158.2"),
            (380.0, 170.0, "8.7"),
        ]));
        aligned::label(&mut lines);
        assert_eq!(length(&lines), lines.len());
        let (table, _) = table(&lines);
        let texts: Vec<Vec<&str>> = table.rows.iter().map(|r| r.iter().map(|c| c.text.as_str()).collect()).collect();
        assert_eq!(
            texts,
            [
                vec!["指标", "2023年（亿元）", "增长（%）"],
                vec!["规模以上工业企业主营业务收入", "98.6", "4.2"],
                vec!["差额", "5.1", ""],
                vec!["社会消费品零售总额社会消费品", "158.2", "8.7"]
            ]
        );
    }

    #[test]
    fn what_touches_is_of_two_columns_where_other_rows_say_so() {
        let lines = lines::of(&page(&[
            (60.0, 100.0, "县区"),
            (120.0, 100.0, "人口"),
            (180.0, 100.0, "户数"),
            (60.0, 120.0, "松汀区"),
            (120.0, 120.0, "12566"),
            (180.0, 120.0, "4120"),
            (60.0, 140.0, "云岭县"),
            (120.0, 140.0, "104125778899"),
            (180.0, 140.0, "31208"),
        ]));
        let (table, unclear) = table(&lines);
        let last: Vec<&str> = table.rows[2].iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!((last, unclear), (vec!["云岭县", "104125778899", "31208"], 0));
        let lines = lines::of(&page(&[
            (60.0, 100.0, "松汀区"),
            (120.0, 100.0, "12566"),
            (145.0, 100.0, "4120"),
            (60.0, 120.0, "云岭县"),
            (120.0, 120.0, "10412"),
            (145.0, 120.0, "31208"),
        ]));
        assert_eq!(super::table(&lines).1, 2);
    }
}
