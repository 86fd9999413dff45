//! Words on one baseline → a line, parted into cells where the gap is wide.

use std::borrow::Cow;

use super::grid::Grid;
use super::{Page, Run};
use crate::lexicon::pages::pages;
use crate::read::superscript;

/// Words of a line that stand together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    pub(super) left: f64,
    pub(super) right: f64,
    /// Size of its biggest words.
    pub(super) size: f64,
    pub(super) text: String,
    /// The words as the file sets them, which may belong to several columns of a table.
    pub(super) parts: Vec<Part>,
}

/// Words without a gap, of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) text: String,
    /// They begin what the file sets at a place of its own.
    pub(super) fresh: bool,
}

/// What stands on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) cells: Vec<Cell>,
    /// The ruled table that stands here in place of words.
    pub(super) table: Option<usize>,
}

/// Gap, in sizes of the font, that parts cells; and one that is a space between Latin words.
const WIDE: f64 = 1.5;
const SPACE: f64 = 0.2;
/// One that parts what a line says of when and where a page was published; the least that the size of small words beside big
/// ones counts.
const PARTS: f64 = 0.6;
const MUCH: f64 = 0.3;
/// How small words above the line are that are a mark or a power.
const RAISED: f64 = 0.78;
/// Numbers set apart that are one touch; in running text, which has so many Chinese characters a line, they can be spread.
const TOUCH: f64 = 0.06;
const RUNNING: usize = 15;
/// Baselines closer than this part of the size are one: numbers above or below the line belong to it.
const SAME: f64 = 0.4;

impl Line {
    /// Where a ruled table stands.
    pub(super) fn table(number: usize, grid: &Grid) -> Line {
        let (left, right) = (grid.frame.left(), grid.frame.right());
        let cell = Cell { left, right, size: 1.0, text: String::new(), parts: Vec::new() };
        Line { y: grid.frame.top(), size: 1.0, cells: vec![cell], table: Some(number) }
    }

    pub(super) fn left(&self) -> f64 {
        self.cells.first().map_or(0.0, |cell| cell.left)
    }

    pub(super) fn right(&self) -> f64 {
        self.cells.last().map_or(0.0, |cell| cell.right)
    }

    pub(super) fn text(&self) -> String {
        self.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// The lines of a page from top to bottom.
pub(super) fn of(page: &Page) -> Vec<Line> {
    let mut runs: Vec<&Run> = page.runs.iter().filter(|run| !run.text.trim().is_empty()).collect();
    runs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines = Vec::new();
    let mut from = 0;
    while from < runs.len() {
        let mut to = from + 1;
        let (mut y, mut size) = (runs[from].y, runs[from].size);
        while to < runs.len() && runs[to].y - y <= SAME * size.max(runs[to].size) {
            // The biggest words set the baseline.
            if runs[to].size > size {
                (y, size) = (runs[to].y, runs[to].size);
            }
            to += 1;
        }
        lines.push(line(&mut runs[from..to], y, size));
        from = to;
    }
    lines
}

/// 2.8 43.34 53.86 and the two signs between, set on their own in its gaps: the words of a run that others stand within.
fn apart(runs: &mut [&Run]) -> Vec<Run> {
    runs.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut found: Vec<Run> = Vec::with_capacity(runs.len());
    for (at, run) in runs.iter().enumerate() {
        let held = runs.get(at + 1).is_some_and(|next| {
            next.x + next.width < run.x + run.width && next.text.chars().nth(2).is_none() && next.text != run.text
        });
        if held && run.text.trim().contains(' ') {
            found.extend(parts(run).into_iter().map(|part| Run {
                text: part.text,
                x: part.left,
                width: part.right - part.left,
                ..**run
            }));
        } else {
            found.push(Run::clone(run));
        }
    }
    // A sign in a gap narrower than itself begins a little before the words in front of it end.
    let middle = |run: &Run| run.x + run.width / 2.0;
    let split = found.len() > runs.len();
    if split {
        found.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    }
    found
}

fn line(runs: &mut [&Run], y: f64, size: f64) -> Line {
    let mut cells: Vec<Cell> = Vec::new();
    // The cells with their gaps, and the size of the words before.
    let mut spaced: Vec<String> = Vec::new();
    let mut before = size;
    let han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    let running = runs.iter().flat_map(|run| run.text.chars()).filter(han).count() >= RUNNING;
    let touch = size * if running { SPACE } else { TOUCH };
    let (mut last, mut normal) = (String::new(), 0.0);
    for mut run in apart(runs) {
        if run.size < RAISED * normal
            && y - run.y > 0.1 * size
            && let Some(words) = cells.last().and_then(|cell| superscript::lowered(&cell.text, &run.text))
        {
            run.text = words;
        } else {
            normal = run.size;
        }
        let run = &run;
        let (left, right) = (run.x, run.x + run.width.max(0.0));
        let mut new = parts(run);
        match cells.last_mut() {
            // Words printed twice at one place look bold.
            Some(cell)
                if cell.text.ends_with(&run.text)
                    && right <= cell.right + 0.2 * size
                    && left < cell.right - 0.5 * run.width => {}
            // Beside a big title small words keep their own distance.
            Some(cell)
                if left - cell.right <= WIDE * before.min(run.size).max(MUCH * size)
                    && (is_number_of_table(&cell.text)
                        || !are_two(&last, &run.text, (left - cell.right).abs() <= touch)) =>
            {
                let gap = left - cell.right > SPACE * size;
                if let Some(text) = spaced.last_mut() {
                    text.push_str(if left - cell.right > PARTS * size { " " } else { "" });
                    text.push_str(&run.text);
                }
                join(&mut cell.text, &run.text, gap);
                cell.right = cell.right.max(right);
                cell.size = cell.size.max(run.size);
                cell.parts.append(&mut new);
            }
            _ => {
                cells.push(Cell { left, right, size: run.size, text: run.text.trim().to_owned(), parts: new });
                spaced.push(run.text.trim().to_owned());
            }
        }
        before = run.size;
        last.clone_from(&run.text);
    }
    // 时间：2024-03-28　来源：县统计局　浏览：1523次
    for (cell, spaced) in cells.iter_mut().zip(spaced) {
        if spaced.len() > cell.text.len() && pages().is_publication(&cell.text) {
            cell.text = spaced;
        }
    }
    Line { y, size, cells, table: None }
}

/// 表2, before the year with which its caption goes on.
fn is_number_of_table(text: &str) -> bool {
    let number = text.trim_start_matches('附').strip_prefix(['表', '图']);
    number.is_some_and(|number| !number.is_empty() && number.trim().bytes().all(|byte| byte.is_ascii_digit()))
}

/// 12.5 and 34.6, 7.9 and -3.2: numbers that stand together and are of two columns.
fn are_two(before: &str, behind: &str, touch: bool) -> bool {
    if !is_value(before) || !is_value(behind) {
        return false;
    }
    let digit = |c: char| c.is_ascii_digit();
    let ends = before.trim_end().ends_with(|c: char| digit(c) || "%％)）".contains(c));
    let mut signs = behind.trim_start().chars();
    let begins = signs.next().is_some_and(digit);
    let signed = behind.trim_start().starts_with(['-', '−', '－', '+', '(', '（']) && signs.next().is_some_and(digit);
    if !ends || !(begins || signed) {
        return false;
    }
    let fractions = |text: &str| text.contains('.');
    !touch || fractions(before) && (signed || fractions(behind)) || !before.trim_end().ends_with(digit)
}

/// The words of a run between its spaces, each where it stands: Chinese characters are twice as wide as others.
fn parts(run: &Run) -> Vec<Part> {
    let wide = |text: &str| text.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.0 }).sum::<f64>();
    let scale = run.width / wide(&run.text).max(1.0);
    let mut at = run.x;
    let mut found = Vec::new();
    for words in run.text.split(' ') {
        let right = at + wide(words) * scale;
        if !words.is_empty() {
            found.push(Part { left: at, right, text: words.to_owned(), fresh: found.is_empty() });
        }
        at = right + scale;
    }
    found
}

/// -12.3, 1,041.25, 8.9%, …: a number or what stands for one, without a word.
pub(super) fn is_value(text: &str) -> bool {
    let sign = |c: char| c.is_ascii_digit() || c.is_whitespace() || "-−－–—+＋.,，%％‰()（）…*△▲".contains(c);
    !text.trim().is_empty()
        && text.chars().all(sign)
        && text.contains(|c: char| c.is_ascii_digit() || "-—…".contains(c))
}

/// Characters of the shortest line of justified text.
const JUSTIFIED: usize = 12;

/// Appends words; a gap is a space only between Latin letters and digits, for Chinese is set with gaps that say nothing.
pub(super) fn join(text: &mut String, words: &str, gap: bool) {
    let (last, first) = (text.chars().next_back(), words.chars().next());
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if gap && latin(last) && latin(first) {
        text.push(' ');
    }
    text.push_str(words);
}

/// Running text that was justified, without the spaces that its gaps were taken for: 社 会消 费 品 零 售总额3734亿 元. A line
/// that goes on is such text; another tells by its punctuation. Between digits and letters a space stays.
pub(super) fn unspaced(text: &str, goes_on: bool) -> Cow<'_, str> {
    let running = goes_on || text.contains(['，', '。', '；', '、']);
    if !running || !text.contains(' ') || text.chars().filter(|c| !c.is_whitespace()).count() < JUSTIFIED {
        return Cow::Borrowed(text);
    }
    let chinese = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !c.is_whitespace());
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(' ') {
        out.push_str(&rest[..at]);
        let tail = rest[at..].trim_start_matches(' ');
        let plain = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || "%()+-.".contains(c));
        let (before, behind) = (out.chars().next_back(), tail.chars().next());
        let fake = chinese(before) && (chinese(behind) || plain(behind)) || plain(before) && chinese(behind);
        out.push_str(if fake { "" } else { &rest[at..rest.len() - tail.len()] });
        rest = tail;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::super::page;
    use super::*;

    #[test]
    fn gaps_of_justified_text_are_no_spaces() {
        let line = "，全 市 消 费 品 零 售总额372亿 元 、 增 长4.2%。 PMI 51 2023";
        assert_eq!(unspaced(line, false), "，全市消费品零售总额372亿元、增长4.2%。 PMI 51 2023");
        assert_eq!(unspaced("水泥 万吨 12.5 34.6 石灰 万吨 7.9", false), "水泥 万吨 12.5 34.6 石灰 万吨 7.9");
    }

    #[test]
    fn words_on_one_baseline_are_a_line() {
        let lines = of(&page(&[
            (60.0, 101.0, "增长"),
            (83.0, 100.0, "7.9%"),
            (10.0, 100.0, "全年产值"),
            (10.0, 130.0, "指标"),
            (100.0, 130.0, "总量"),
        ]));
        let cells: Vec<Vec<&str>> = lines.iter().map(|l| l.cells.iter().map(|c| c.text.as_str()).collect()).collect();
        assert_eq!(cells, [vec!["全年产值增长7.9%"], vec!["指标", "总量"]]);
        // Numbers of two columns that nearly touch, one number in two parts.
        let lines = of(&page(&[
            (60.0, 100.0, "水泥"),
            (100.0, 100.0, "12.5"),
            (121.0, 100.0, "346.1"),
            (146.0, 100.0, "-3.2"),
            (200.0, 100.0, "20"),
            (210.0, 100.0, "24"),
            (220.0, 100.0, "年"),
        ]));
        let cells: Vec<&str> = lines[0].cells.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(cells, ["水泥", "12.5", "346.1", "-3.2", "2024年"]);
        let lines =
            of(&page(&[(60.0, 100.0, "时间：2024-03-28"), (150.0, 100.0, "来源：县统计局"), (222.0, 100.0, "。")]));
        assert_eq!(lines[0].cells[0].text, "时间：2024-03-28 来源：县统计局。");
        let run = |text: &str, x: f64, width: f64| Run { text: text.to_owned(), x, y: 100.0, width, size: 12.0 };
        let runs = vec![
            run("结构为", 40.0, 39.9),
            run("2.8 43.34 53.86", 79.9, 75.9),
            run("∶", 94.9, 3.5),
            run("∶", 125.4, 3.5),
            run("，比重", 155.9, 30.0),
        ];
        let lines = of(&Page { width: 600.0, height: 800.0, runs, rules: Vec::new() });
        assert_eq!(lines[0].cells[0].text, "结构为2.8∶43.34∶53.86，比重");
        let note = Run { y: 95.5, size: 6.0, ..run("2", 99.0, 3.0) };
        let runs = vec![run("玉米总产", 50.0, 48.0), note, run("7.4", 103.0, 16.0), run("万吨", 120.0, 24.0)];
        let lines = of(&Page { width: 600.0, height: 800.0, runs, rules: Vec::new() });
        assert_eq!(lines[0].cells[0].text, "玉米总产[2]7.4万吨");
    }
}
