//! Rows of a plain text whose columns are set apart by blanks → rows of pipes, the form in which tables are read.
//!
//! ```text
//! 表1：2023年主要产品产量
//! 产品名称 单位 产量 比上年增长（%）        |产品名称|单位|产量|比上年增长（%）|
//! 汽车 万辆 62.1 7.1                  →   |汽车|万辆|62.1|7.1|
//!   其中：轿车 万辆 40.3 -5.8             |其中：轿车|万辆|40.3|-5.8|
//! ```
//!
//! A row is a label, perhaps a unit, and bare numbers. A table is known by its header, a line with as many words as its
//! rows have columns, one of which says what is counted. Without one nobody knows what a column is: the rows stay text.

use super::Change;
use super::boilerplate::is_page_number;
use super::spacing::is_han;
use crate::lexicon::figure_cues::tables;
use crate::lexicon::search::Search;
use crate::report::CleaningKind;
use crate::span::{Raw, Span};

/// Bytes and words of the longest row.
const ROW: usize = 300;
const WORDS: usize = 24;
/// Blank lines and page numbers between two rows.
const GAP: usize = 6;

/// A table: where it stands, and the blanks that become pipes, in order; none where a pipe comes between two characters.
pub(super) struct Table {
    pub(super) span: Span<Raw>,
    pub(super) pipes: Vec<Span<Raw>>,
    /// Blanks within a cell that go.
    pub(super) joins: Vec<Span<Raw>>,
}

/// What a line can be in a table.
enum Line<'a> {
    /// Nothing but blanks, or the number of a page.
    Blank,
    /// Running text, or a row that is marked already.
    Prose,
    /// A few words without the signs of a sentence.
    Words(Words<'a>),
}

struct Words<'a> {
    /// The whole line.
    span: Span<Raw>,
    each: Vec<&'a str>,
    /// So many words at the end are numbers, or stand for one.
    numbers: usize,
}

/// The tables of a text, in order.
#[inline(never)]
pub(super) fn find(text: &str) -> Vec<Table> {
    let mut start = 0;
    let lines: Vec<Line<'_>> = text
        .split('\n')
        .map(|line| {
            let span = Span::new(start, start + line.len());
            start = span.end + 1;
            read(line, span)
        })
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if let Some((table, end)) = table(text, &lines, at) {
            found.push(table);
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// What is said of a table: its blanks were read as the borders of cells.
pub(super) fn change(span: Span<Raw>) -> Change {
    Change {
        kind: CleaningKind::Spacing,
        span,
        note: "空格分列，读作表格 columns set apart by blanks, read as a table",
    }
}

fn read(line: &str, span: Span<Raw>) -> Line<'_> {
    if line.len() > ROW {
        return Line::Prose;
    }
    let bare = line.trim();
    if bare.is_empty() || is_page_number(bare) {
        return Line::Blank;
    }
    if bare.contains(['，', '。', '；', '！', '？', '|', '<']) {
        return Line::Prose;
    }
    let words: Vec<&str> = bare.split_whitespace().collect();
    let marked = |word: &&str| word.bytes().all(|b| matches!(b, b'#' | b'-' | b'*'));
    if words.len() > WORDS || words.first().is_some_and(marked) {
        return Line::Prose;
    }
    let numbers = words.iter().rev().take_while(|word| number(word) || unknown(word)).count();
    let known = words[words.len() - numbers..].iter().any(|word| number(word));
    Line::Words(Words { span, each: words, numbers: if known { numbers } else { 0 } })
}

/// 7.1, -5.8, 1,234.5, 12.3%: a number without a unit of its own.
pub(super) fn number(word: &str) -> bool {
    let bare = word.strip_prefix(['-', '+', '－', '−']).unwrap_or(word);
    let bare = bare.strip_suffix(['%', '％']).unwrap_or(bare);
    let digits = bare.bytes().filter(u8::is_ascii_digit).count();
    digits > 0
        && digits <= 15
        && bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.ends_with(|c: char| c.is_ascii_digit())
        && bare.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
        && bare.matches('.').count() <= 1
}

/// What stands where no number is known.
pub(super) fn unknown(word: &str) -> bool {
    matches!(word, "—" | "——" | "－" | "-" | "–" | "…" | "……" | "/")
}

/// The table whose header is this line, and the line behind its last row.
fn table(text: &str, lines: &[Line<'_>], at: usize) -> Option<(Table, usize)> {
    let Line::Words(first) = &lines[at] else { return None };
    let body = next(lines, at)?;
    let Line::Words(second) = &lines[body] else { return None };
    let numbers = second.numbers;
    if numbers == 0 || numbers == second.each.len() {
        return None;
    }
    let (header, before) = header(first, numbers)?;
    let mut pipes = cells(text, first.span, &first.each, &header);
    let (mut rows, mut end, mut row_at, mut group) = (0, at, Some(body), None);
    while let Some(at) = row_at {
        let Line::Words(row) = &lines[at] else { break };
        if row.numbers == numbers && label(row, before) {
            // 按经济类型分: the name of a group, above its rows.
            if let Some(name) = group.take() {
                let Words { span, each, .. }: &Words<'_> = name;
                pipes.extend(cells(text, *span, each, &[each.len()]));
            }
            let mut ends: Vec<usize> = (0..numbers).map(|n| row.each.len() - n).rev().collect();
            let label = row.each.len() - numbers;
            ends.splice(0..0, if before == 2 { vec![label - 1, label] } else { vec![label] });
            pipes.extend(cells(text, row.span, &row.each, &ends));
            (rows, end) = (rows + 1, at + 1);
        } else if group.is_none() && rows > 0 && row.numbers == 0 && row.each.len() <= 3 && row.span.len() <= 60 {
            group = Some(row);
        } else {
            break;
        }
        row_at = next(lines, at);
    }
    // Two rows of one number are as soon two lines of something else.
    let enough = rows >= 3 || rows == 2 && numbers >= 2;
    let (first, last) = (pipes.first()?.start, pipes.last()?.end);
    enough.then_some((Table { span: Span::new(first, last), pipes, joins: Vec::new() }, end))
}

/// The next line with words.
fn next(lines: &[Line<'_>], at: usize) -> Option<usize> {
    let behind = lines.iter().enumerate().skip(at + 1).take(GAP + 1);
    behind.into_iter().find(|(_, line)| !matches!(line, Line::Blank)).map(|(at, _)| at)
}

/// True where the words before the numbers are a label, and behind it, where so many columns are, a unit.
fn label(row: &Words<'_>, columns: usize) -> bool {
    let words = &row.each[..row.each.len() - row.numbers];
    let numbered = number(words.first().unwrap_or(&"")) && !words.get(1).is_some_and(|word| behind_digits(word));
    words.len() >= columns && !numbered && words.iter().any(|word| han(word)) && !words.iter().any(|word| unknown(word))
}

fn han(word: &str) -> bool {
    word.chars().any(is_han)
}

/// 2022 年, 3 月.
fn behind_digits(word: &str) -> bool {
    word.starts_with(['年', '月', '季'])
}

/// The last word of each column of a header, counted from 1, and how many columns stand before those of so many numbers: a
/// label, or a label and its unit.
fn header(line: &Words<'_>, numbers: usize) -> Option<(Vec<usize>, usize)> {
    let words = &line.each;
    let before = |ends: &Vec<usize>| ends.len().checked_sub(numbers).filter(|before| (1..=2).contains(before));
    // A year and a bracket belong to the word beside them: 2022 年（亿元）, 增长 （%）.
    let mut ends: Vec<usize> = Vec::new();
    for (n, word) in words.iter().enumerate() {
        let year = n > 0 && words[n - 1].bytes().all(|b| b.is_ascii_digit()) && behind_digits(word);
        match ends.last_mut() {
            Some(last) if year || word.starts_with(['（', '(']) => *last = n + 1,
            _ => ends.push(n + 1),
        }
    }
    if before(&ends).is_none() {
        // 年份 优良水质 比例（%） 较差水质 比例（%）: names of two words, each with its unit.
        let closed = |n: &usize| words[n - 1].ends_with(['）', ')']);
        ends = std::iter::once(1).chain((2..=words.len()).filter(closed)).collect();
        ends.last().filter(|&&last| last == words.len() && ends.len() == numbers + 1)?;
    }
    let mut from = 0;
    let columns: Vec<String> = ends.iter().map(|&end| words[std::mem::replace(&mut from, end)..end].concat()).collect();
    let (corner, values) = columns.split_first()?;
    let years = values.iter().all(|column| year(column));
    let plain = values.iter().all(|column| !number(column) && !unknown(column));
    let named = values.iter().any(|column| counts(column));
    let contents = words.concat().has("目录");
    let before = before(&ends).filter(|_| han(corner) && (years || plain && named) && !contents)?;
    Some((ends, before))
}

/// 2022, 2022年.
fn year(column: &str) -> bool {
    let digits = column.strip_suffix('年').unwrap_or(column);
    digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) && digits.starts_with(['1', '2'])
}

/// True where a column's name says what is counted: 产量, 2022年（亿元）, 比上年增长（%）, 指数.
pub(super) fn counts(column: &str) -> bool {
    let words = tables();
    let name = column.split(['（', '(']).next().unwrap_or_default();
    name.len() < column.len()
        || year(name)
        || words.plain.contains(name)
        || words.growth.within(name)
        || words.share.within(name)
        || words.rank.within(name)
        || words.last_year.contains(name)
        || words.measured.suffix(name).is_some()
}

/// The blanks of a line that become pipes: at its start, behind the last word of each column, at its end.
fn cells(text: &str, line: Span<Raw>, words: &[&str], ends: &[usize]) -> Vec<Span<Raw>> {
    let full = line.of(text);
    let mut pipes = Vec::with_capacity(ends.len() + 1);
    let mut at = 0;
    let mut blank = 0;
    for (n, word) in words.iter().enumerate() {
        at += full[at..].find(word).unwrap_or_default();
        if n == 0 || ends.contains(&n) {
            pipes.push(Span::new(line.start + blank, line.start + at));
        }
        at += word.len();
        blank = at;
    }
    pipes.push(Span::new(line.start + blank, line.end));
    pipes
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    // 云岭县统计公报 as a word processor or a PDF reader saves it: the columns are blanks.
    #[test]
    fn columns_of_blanks_become_cells() {
        for (text, rows) in [
            (
                "表1：2023 年生产总值\n指标 2023 年（亿元） 比上年增长（%）\n地区生产总值 463.3 7.9 \n第一产业 52.1 -0.4\r\n  其中：种植业 30.5 —\n一、农业\n",
                "\n|指标|2023年（亿元）|比上年增长（%）|\n|地区生产总值|463.3|7.9|\n|第一产业|52.1|-0.4|\n|其中:种植业|30.5|—|\n一、",
            ),
            (
                "产品名称\t单位\t产量\n水泥\t万吨\t1,236.3\n茶 油\t万吨\t3.5\n发电量\t亿千瓦时\t61.8",
                "|产品名称|单位|产量|\n|水泥|万吨|1,236.3|\n|茶 油|万吨|3.5|\n|发电量|亿千瓦时|61.8|",
            ),
            (
                "年份 优良水质 比例（%） 较差水质 比例（%）\n2022 年 92.9 0.0\n2023 年 100.0  0.0  \n",
                "|年份|优良水质 比例（%）|较差水质 比例（%）|\n|2022年|92.9|0.0|\n|2023年|100.0|0.0|\n",
            ),
            (
                "年份 2021 2022 2023\n\n粮食产量（万吨） 35.1 35.8 36.0\n— 3 —\n按作物分\n玉米 12.1 12.5 12.9\n",
                "|年份|2021|2022|2023|\n\n|粮食产量（万吨）|35.1|35.8|36.0|\n— 3 —\n|按作物分|\n|玉米|12.1|12.5|12.9|\n",
            ),
        ] {
            let clean = clean_text(text);
            let same = |text: &str| text.replace('：', ":");
            assert!(same(&clean.text).contains(&same(rows)), "{}", clean.text);
        }
    }

    #[test]
    fn each_cell_maps_back_to_its_words() {
        let raw = "指标 产量（万吨） 比上年增长（%）\n粮食  36.0   7.9 \n茶叶 1.2 -3.1\n";
        let clean = clean_text(raw);
        let place = |words: &str| clean.text.find(words).map(|at| crate::span::Span::new(at, at + words.len()));
        for words in ["粮食", "36.0", "7.9", "-3.1"] {
            assert_eq!(clean.map.raw(place(words).unwrap()).of(raw), words);
        }
        let row = place("|茶叶|1.2|-3.1|").unwrap();
        assert_eq!(clean.map.raw(row).of(raw), "茶叶 1.2 -3.1");
    }

    #[test]
    fn what_is_no_table_stays_as_it_is() {
        for text in [
            "目 录\n一、综合 1\n二、农业 3\n三、工业 5\n",
            "全县情况\n地区生产总值 463.3\n粮食产量 36\n人口 31\n",
            "云岭县 统计局\n地区生产总值 463.3\n粮食产量 36\n人口 31\n",
            "联系人 电话\n办公室 0871-65123\n值班室 0871-65124\n",
            "指标 产量 增长\n全县粮食产量 36万吨，增长 7.9%。\n茶叶产量 1.2 万吨。\n",
            "|指标|产量|\n|粮食|36.0|\n|茶叶|1.2|\n|油菜|2.2|\n",
            "指标 产量\n粮食 36.0\n全县经济平稳增长。\n",
        ] {
            assert_eq!(clean_text(text).text.matches('|').count(), text.matches('|').count(), "{text}");
        }
    }
}
