//! Tables whose cells stand one a line, as a page's text loses its borders → rows of pipes.
//!
//! ```text
//! 产品名称
//! 产量（万吨）
//! 比上年增长（%）         |产品名称|产量（万吨）|比上年增长（%）|
//! 粮食              →   |粮食|36.0|7.9|
//! 36.0
//! 7.9
//! ```
//!
//! A row is a label and as many bare numbers as the rows around it have. A table is known by its header, as many lines
//! right above its first row, one of which says what is counted.

use super::columns::{Table, counts, number, unknown};
use super::spacing::is_han;
use crate::span::{Raw, Span};

/// Bytes of the longest cell, characters of the longest label.
const CELL: usize = 120;
const LABEL: usize = 24;
/// Numbers of the widest row.
const WIDEST: usize = 8;
/// Lines of a header above each other: 总量⏎（亿元）.
const TALL: usize = 3;

/// A line that can be a cell.
#[derive(Clone, Copy)]
struct Cell<'a> {
    words: &'a str,
    span: Span<Raw>,
    /// A bare number, or what stands where none is known.
    bare: bool,
}

/// The tables of a text, in order.
#[inline(never)]
pub(super) fn find(text: &str) -> Vec<Table> {
    let mut found = Vec::new();
    let mut run: Vec<Cell<'_>> = Vec::new();
    let mut start = 0;
    for line in text.split('\n').chain(["。"]) {
        let words = line.trim();
        let at = start + (line.len() - line.trim_start().len());
        start += line.len() + 1;
        if words.is_empty() {
            continue;
        }
        if words.len() <= CELL && !words.contains(['，', '。', '；', '！', '？', '|', '<', '：']) {
            let bare = number(words) || unknown(words);
            run.push(Cell { words, span: Span::new(at, at + words.len()), bare });
            continue;
        }
        tables(&run, &mut found);
        run.clear();
    }
    found
}

/// The tables of lines that can be cells, from one line of prose to the next.
fn tables(run: &[Cell<'_>], found: &mut Vec<Table>) {
    let mut at = 0;
    let mut free = 0;
    while at < run.len() {
        // Another row follows, or the name of a group and a row.
        let alike = |numbers: &usize| (1..=2).any(|next| row(run, at + next + numbers) == Some(*numbers));
        let numbers = row(run, at).filter(alike);
        let known = numbers.and_then(|numbers| Some((numbers, header(&run[free..at], numbers)?)));
        let Some((numbers, header)) = known else {
            at += 1;
            continue;
        };
        let mut pipes: Vec<Span<Raw>> = Vec::new();
        let first = header.first().map_or(at, |columns| free + columns.0);
        border(&mut pipes, run, &header.iter().map(|(from, to)| (free + from, free + to)).collect::<Vec<_>>());
        // 总量⏎（亿元）
        let within = |(from, to): &(usize, usize)| (free + from..free + to).collect::<Vec<_>>();
        let gap = |cell: usize| Span::new(run[cell].span.end, run[cell + 1].span.start);
        let joins: Vec<Span<Raw>> = header.iter().flat_map(within).map(gap).collect();
        let mut rows = 0;
        while at < run.len() {
            // 按产业分: the name of a group, above its rows.
            let group = !run[at].bare && rows > 0 && row(run, at + 1) == Some(numbers);
            if group {
                border(&mut pipes, run, &[(at, at)]);
                at += 1;
            }
            if row(run, at) != Some(numbers) {
                break;
            }
            border(&mut pipes, run, &(at..=at + numbers).map(|cell| (cell, cell)).collect::<Vec<_>>());
            (rows, at) = (rows + 1, at + 1 + numbers);
        }
        if rows >= 3 || rows == 2 && numbers >= 2 {
            found.push(Table { span: Span::new(run[first].span.start, run[at - 1].span.end), pipes, joins });
        }
        free = at;
    }
}

/// How many numbers follow a label.
fn row(run: &[Cell<'_>], at: usize) -> Option<usize> {
    let label = run.get(at).filter(|cell| !cell.bare && cell.words.chars().any(is_han))?;
    let numbers = run[at + 1..].iter().take(WIDEST + 1).take_while(|cell| cell.bare).count();
    let known = run[at + 1..at + 1 + numbers].iter().any(|cell| number(cell.words));
    (label.words.chars().count() <= LABEL && known && (1..=WIDEST).contains(&numbers)).then_some(numbers)
}

/// The columns of the header at the end of these lines, first and last line of each: one more than there are numbers.
fn header(above: &[Cell<'_>], numbers: usize) -> Option<Vec<(usize, usize)>> {
    let mut columns: Vec<(usize, usize)> = Vec::new();
    let mut at = above.len();
    while columns.len() <= numbers && at > 0 {
        let last = at - 1;
        at = last;
        // 总量⏎（亿元）, 比上年同期⏎增长（%）: one name on two lines
        while at > 0
            && last - at < TALL
            && (above[at].words.starts_with(['（', '(']) || tail(above[at - 1].words, above[at].words))
        {
            at -= 1;
        }
        if above[at..=last].iter().any(|cell| cell.bare || cell.words.chars().count() > LABEL) {
            return None;
        }
        columns.push((at, last));
    }
    columns.reverse();
    let (corner, values) = columns.split_first().filter(|_| columns.len() == numbers + 1)?;
    let name = |(from, to): &(usize, usize)| above[*from..=*to].iter().map(|cell| cell.words).collect::<String>();
    let counted = values.iter().any(|column| counts(&name(column)) || name(column).ends_with(['%', '％']));
    (counted && name(corner).chars().any(is_han)).then_some(columns)
}

/// 比上年同期⏎增长: a comparison, and what it is of.
fn tail(before: &str, words: &str) -> bool {
    let compares = before.starts_with(['比', '较', '同']) && !before.contains(['增', '%']);
    compares && words.starts_with(['增', '减', '升', '±'])
}

/// The line ends between the cells of a row, and the places before its first and behind its last, that become pipes.
fn border(pipes: &mut Vec<Span<Raw>>, run: &[Cell<'_>], columns: &[(usize, usize)]) {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return };
    let start = run[first.0].span.start;
    pipes.push(Span::new(start, start));
    for pair in columns.windows(2) {
        pipes.push(Span::new(run[pair[0].1].span.end, run[pair[1].0].span.start));
    }
    let end = run[last.1].span.end;
    pipes.push(Span::new(end, end));
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn cells_of_a_line_each_become_rows() {
        let text = "主要产品产量见表。\n\n产品名称\n\n产量（吨）\n\n比上年增减%\n\n粮食\n\n1713\n\n-5.5\n\n棉花\n\n213\n\n6.5\n\n全县造林27420亩。";
        let clean = clean_text(text).text;
        for row in ["\n|产品名称|产量（吨）|比上年增减%|\n", "\n|粮食|1713|-5.5|\n"] {
            assert!(clean.contains(row), "{clean}");
        }
        let report = crate::analyze(text, &crate::Options::default()).unwrap();
        let told: Vec<_> = report.figures.iter().map(|f| (f.quote.as_str(), f.indicator.as_str())).collect();
        assert_eq!(told[..3], [("1713", "粮食产量"), ("-5.5", "粮食产量"), ("213", "棉花产量")]);
        let text = "青沅县生产总值\n总量\n(亿元)\n比上年同期\n增长(%)\n生产总值\n193.3\n-5.7\n按产业分\n第一产业\n34.5\n1.7\n第二产业\n44.7\n-3.1\n";
        let clean = clean_text(text).text;
        for row in ["|青沅县生产总值|总量（亿元）|比上年同期增长（%）|", "|第一产业|34.5|1.7|"]
        {
            assert!(clean.contains(row), "{clean}");
        }
    }

    #[test]
    fn lines_that_are_no_table_stay() {
        for text in [
            "目录\n页码\n第一章\n1\n第二章\n5\n第三章\n9\n",
            "联系人\n电话\n办公室\n65123\n值班室\n65124\n传达室\n65125\n",
            "点赞\n45\n评论\n6\n转发\n7\n",
            "全县情况\n人口\n31\n面积\n22\n产量\n3\n",
        ] {
            assert!(!clean_text(text).text.contains('|'), "{text}");
        }
    }
}
