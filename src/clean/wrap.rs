//! Lines that a fixed width broke within a sentence → the blanks at their ends, which go.
//!
//! ```text
//! 第二产业增加值120.5亿元，增长7.2%；第三产业增加
//! 值143.9亿元，新建成高标准农田3
//! 0万亩。
//! ```

use std::borrow::Cow;

use super::boilerplate::is_page_number;
use super::loose;
use super::running;
use super::spacing::{MEASURES, is_han};
use crate::lexicon::numeral::is_count;
use crate::lexicon::search::Search;
use crate::span::{Raw, Span};

/// How far the ends of wrapped lines lie apart: no line begins with a full stop, none breaks a number.
const RAGGED: usize = 8;
/// Spaces and digits of a proportional type are narrower than half a character: a line of many counts more columns or less.
const LOOSE: usize = 10;
/// Columns of the widest line that is looked at, in bytes more than enough.
const WIDEST: usize = 256;
/// Columns of the shortest line that can be a wrapped one, and of the shortest that can end in half a number.
const NARROWEST: usize = 36;
const NARROWEST_SCAN: usize = 28;
const NUMBER: usize = 12;
/// Long lines of a text that show where it was wrapped, and of one that was scanned.
const LINES: usize = 8;
const SCANNED: usize = 4;
/// Bytes of a line beyond which it is a whole paragraph.
const PARAGRAPH: usize = 400;
/// Lines between the halves of a sentence that a page break parts.
const PAGE_BREAK: usize = 8;

/// Signs after which a sentence can end or a line be complete.
fn ends_line(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '：' | '”' | '"' | '…' | '|' | '）' | ')' | '*' | '—' | '-' | '》' | '>')
}

/// Columns of a line on a screen or a printed page: a Han character takes two, a digit or letter one.
fn columns(line: &str) -> usize {
    line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// Columns of a line of which each character takes two.
fn characters(line: &str) -> usize {
    line.chars().count() * 2
}

/// Where a text was wrapped.
#[derive(Clone, Copy)]
struct Wrapped {
    /// First column at which its lines end.
    first: usize,
    measure: fn(&str) -> usize,
}

/// Where the text was wrapped, by the columns of its lines or by their characters.
fn wrapped(lines: &[Cow<'_, str>]) -> Option<Wrapped> {
    [columns, characters].into_iter().find_map(|measure| Some(Wrapped { first: width(lines, measure)?, measure }))
}

/// First column at which the text was wrapped, when most of its long lines end there without a full stop.
#[inline(never)]
fn width(lines: &[Cow<'_, str>], measure: fn(&str) -> usize) -> Option<usize> {
    let mut widths = [0_usize; WIDEST + RAGGED];
    let (mut long, mut broken, mut spaced) = (0_usize, 0_usize, 0_usize);
    for line in lines.iter().take(2_000) {
        // Only short lines can be wrapped ones; counting the columns of a whole paragraph would be wasted.
        if line.len() > PARAGRAPH {
            return None;
        }
        // Rows of a table end where its columns do.
        if line.trim_start().has("  ") || line.contains(['\t', '|']) {
            continue;
        }
        let width = measure(line);
        let scan = matches!(line, Cow::Owned(_));
        if (if scan { NARROWEST_SCAN } else { NARROWEST }..WIDEST).contains(&width) {
            long += 1;
            spaced += usize::from(scan);
            if !line.ends_with(ends_line) {
                widths[width] += 1;
                broken += 1;
            }
        }
    }
    // What is spaced character by character was scanned.
    let scanned = spaced * 2 > long;
    if long < (if scanned { SCANNED } else { LINES }) || broken * (if scanned { 4 } else { 3 }) < long * 2 {
        return None;
    }
    let ending = |first: usize| widths[first..first + RAGGED].iter().sum::<usize>();
    let best = (0..WIDEST).max_by_key(|&first| ending(first))?;
    (3 * ending(best) >= 2 * broken).then_some(best)
}

/// What the lines of a text tell.
pub(super) struct Breaks {
    /// The stretches of blanks and line ends within sentences, in order.
    pub(super) within: Vec<Span<Raw>>,
    /// Lines that stand at the edge of page after page, in order.
    pub(super) running: Vec<Span<Raw>>,
}

/// Finds the line ends within sentences.
#[inline(never)]
pub(super) fn breaks(text: &str, loose: bool) -> Breaks {
    let fulls: Vec<&str> = text.split('\n').collect();
    let raw: Vec<&str> = fulls.iter().map(|line| line.trim_end().trim_start_matches('\u{c}')).collect();
    let lines: Vec<Cow<'_, str>> =
        raw.iter().map(|line| if loose { loose::closed(line) } else { running::closed(line) }).collect();
    let wrapped = wrapped(&lines);
    let heads = running::find(&lines);
    let spaced = is_spaced(&lines);
    let is_edge =
        |at: usize| lines[at].is_empty() || heads.binary_search(&at).is_ok() || is_page_number(lines[at].trim());
    let (mut found, mut running) = (Vec::new(), Vec::new());
    // The line before was joined to this one.
    let mut within = false;
    let mut start = 0;
    for (i, full) in fulls.iter().enumerate() {
        let line = lines[i].as_ref();
        let begin = start;
        let mut behind = start + full.len() + 1;
        start = behind;
        if heads.binary_search(&i).is_ok() {
            running.push(Span::new(begin, begin + full.len()));
            continue;
        }
        // A page ends within the sentence: its number stands between.
        let near = (i + 1..lines.len()).take(PAGE_BREAK);
        let skipped = near.take_while(|at| is_edge(*at)).count();
        let paged = wrapped.is_some() && (i + 1..i + 1 + skipped).any(|at| !lines[at].is_empty());
        let at = if paged {
            i + 1 + skipped
        } else if spaced && skipped == 1 {
            i + 2
        } else {
            i + 1
        };
        let Some(next) = lines.get(at) else { break };
        within = !line.is_empty()
            && !next.is_empty()
            && !begins(next)
            && !line.starts_with(['|', '#', '<'])
            && goes_on(line, next, wrapped, within);
        if within {
            for _ in i + 1..at {
                behind += text[behind..].place_of("\n").map_or(0, |end| end + 1);
            }
            // A form feed before the first line of a page goes too.
            let feed = text[behind..].len() - text[behind..].trim_start_matches('\u{c}').len();
            let end = behind + feed + (raw[at].len() - raw[at].trim_start().len());
            let ends = begin + full.trim_end().len();
            found.push(Span::new(ends, end));
        }
    }
    Breaks { within: found, running }
}

/// Of a text with an empty line after each: the part of its lines that have one, and of its long lines that break off.
fn is_spaced(lines: &[Cow<'_, str>]) -> bool {
    let (mut told, mut single, mut long, mut broken) = (0_usize, 0_usize, 0_usize, 0_usize);
    for (i, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
        if line.len() > PARAGRAPH {
            return false;
        }
        told += 1;
        let next = |by: usize| lines.get(i + by).is_none_or(|line| line.is_empty());
        single += usize::from(next(1) && (lines.len() <= i + 3 || !next(2)));
        // Three bytes a character.
        if line.len() > NARROWEST_SCAN && !line.contains(['|', '\t']) {
            long += 1;
            broken += usize::from(!line.ends_with(ends_line));
        }
    }
    long >= SCANNED && single * 10 >= told * 8 && broken * 2 >= long
}

/// What is said of the end of a line that goes.
pub(super) const NOTE: &str = "行内断行 line break inside a sentence";

/// True where a line begins something of its own: indented, a heading, an item, a row, the caption of a table.
fn begins(line: &str) -> bool {
    let numeral = |c: char| is_count(c) || c.is_ascii_digit();
    let bare = line.trim_start_matches(numeral);
    let numbered = bare.len() < line.len() && line.len() - bare.len() <= 12;
    // 18.6万吨 and 1、2号机组 are no items.
    let item = numbered && bare.starts_with(['、', '.', '．', ')', '）']) && !bare.chars().nth(1).is_some_and(numeral);
    let bracketed = line.strip_prefix(['（', '(']).is_some_and(|inner| {
        let rest = inner.trim_start_matches(numeral);
        rest.len() < inner.len() && rest.starts_with(['）', ')'])
    });
    let part = line.strip_prefix('第').is_some_and(|rest| {
        let after = rest.trim_start_matches(numeral);
        after.len() < rest.len() && after.starts_with(['章', '节', '条', '篇'])
    });
    let caption = line.strip_prefix(['表', '图']).is_some_and(|rest| rest.trim_start().starts_with(numeral));
    let signs = ['#', '*', '-', '—', '·', '●', '○', '■', '◆', '★', '>', '!', '【', '|', '<', '[', '＊', '•', '－'];
    line.starts_with(char::is_whitespace)
        || item
        || bracketed
        || part
        || caption
        || line.starts_with(signs)
        || line.starts_with("单位：")
}

fn goes_on(line: &str, next: &str, wrapped: Option<Wrapped>, within: bool) -> bool {
    if line.len() > PARAGRAPH * 2 {
        return false;
    }
    let wrapped_at = wrapped.map_or(columns as fn(&str) -> usize, |wrapped| wrapped.measure);
    let width = wrapped_at(line);
    let (Some(last), Some(first)) = (line.chars().next_back(), next.chars().next()) else { return false };
    if width >= NUMBER && torn(line, next) {
        return true;
    }
    // 三次产业结构比为⏎8.2:53.9:37.9。
    let stated =
        line.ends_with(['为', '达']) || line.ends_with("达到") || line.ends_with("增长") || line.ends_with("下降");
    if stated && first.is_ascii_digit() && next.contains(['，', '。', '；']) {
        return true;
    }
    let follows = is_han(first) || first.is_ascii_digit() || matches!(first, '“' | '《' | '（' | '(');
    let prose = |text: &str| text.contains(['，', '。', '；', '、']);
    // No paragraph begins with what ends a word or a clause, nor within a number.
    let within_number = |point: char| matches!(point, '.' | ':' | '：' | '∶');
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let goes_behind = matches!(first, '，' | '。' | '；' | '、' | '）' | '”' | '》' | '%' | '％')
        || within_number(first) && last.is_ascii_digit() && digit(next.chars().nth(1))
        || within_number(last) && first.is_ascii_digit() && digit(line.chars().rev().nth(1));
    if wrapped.is_some() && width >= NUMBER && goes_behind {
        return true;
    }
    if let Some(Wrapped { first, .. }) = wrapped {
        let loose = (first.saturating_sub(LOOSE)..first + RAGGED + LOOSE).contains(&width) && prose(line) | within;
        let fills = (first..first + RAGGED).contains(&width) || loose;
        // A title that happens to be as long, and who speaks below it.
        let titles = !within && !prose(line) && !prose(next) && (wrapped_at(next) + RAGGED) < first;
        return fills && !line.ends_with(ends_line) && follows && !titles;
    }
    // 增长7.2%；第三产业增加⏎值143.9亿元，: a sentence begins in the line and does not end in it.
    let begun = within || line.contains(['。', '；']);
    width >= NARROWEST && begun && is_han(last) && follows && prose(next)
}

/// 农田3⏎0万亩, 产量18.⏎6万吨, 增加值48.2⏎亿元: the line ends within a number, or between it and its unit.
fn torn(line: &str, next: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || c == '.';
    let head = line.trim_end_matches(number);
    let tail = &line[head.len()..];
    let prose = head.contains(['，', '。', '；', '、', '：']);
    if !tail.starts_with(|c: char| c.is_ascii_digit()) || !head.trim_end().ends_with(is_han) {
        return false;
    }
    let behind = next.trim_start_matches(number);
    let more = &next[..next.len() - behind.len()];
    let behind = behind.trim_start();
    let measured = behind.starts_with(MEASURES) && behind.contains(['，', '。', '；', '、']);
    match (tail.strip_suffix('.'), more.is_empty()) {
        (Some(whole), false) => !whole.has(".") && !more.has(".") && measured,
        (Some(_), true) => false,
        (None, false) if more.starts_with('.') => !tail.has(".") && measured,
        (None, false) => {
            let year = tail.len() + more.len() == 4 && behind.starts_with('年') && !tail.has(".");
            prose && (measured && !(tail.has(".") && more.has(".")) || year && behind.contains(['，', '。']))
        }
        (None, true) => prose && measured,
    }
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn wrapped_lines_join_and_paragraphs_stay() {
        let line = "全县上下坚持稳中求进工作总基调全面贯彻新发展理念统筹推进各项\n";
        let text = line.repeat(9) + "工作取得成效。\n二、目标\n";
        assert!(clean_text(&text).text.contains("各项全县"));
        assert!(clean_text(&text).text.contains("成效。\n二、目标"));
        let mixed = "全市社会总产值130亿元，比上年增长18.2%；国民生产总值60亿元，比上年\n";
        assert!(clean_text(&mixed.repeat(9)).text.contains("比上年全市"));
        assert_eq!(clean_text("一、回顾\n全县增长7%\n").text, "一、回顾\n全县增长7%\n");
    }

    #[test]
    fn a_number_or_word_torn_by_the_end_of_its_line_is_whole() {
        for (text, whole) in [
            ("建成沟渠42公里，新建高标准农田3\n0万亩，增长4%。", "高标准农田30万亩，"),
            ("全年粮食总产量达到18. \r\n6万吨，增长2.5%。", "达到18.6万吨，"),
            ("增长6.1%，第一产业增加值48.2\n亿元，增长4.1%。", "增加值48.2亿元，"),
            ("农村稳定，第一产业增长4.1%；第三产业实现增加\n值143.9亿元，增长6%。", "实现增加值143.9亿元"),
            ("三次产业结构比为\n8.2:53.9:37.9。", "结构比为8.2:53.9:37.9"),
            ("会议强调，要把握形势。到20\n25年，全县人均收入翻番。", "到2025年，"),
        ] {
            assert!(clean_text(text).text.contains(whole), "{}", clean_text(text).text);
        }
    }

    #[test]
    fn an_empty_line_after_each_is_no_end_of_a_paragraph() {
        let told = "上半年，全县实施重点项目128个，完成投资58.8亿元，比上年同期增长9.4%；新建标准厂房3.6万平方米，引进企业45家，吸纳就业2160人，实现税收1.27亿元，农村公路改造132.5公里，惠及群众8.3万人。";
        let chars: Vec<char> = told.repeat(3).chars().collect();
        for width in 21..40 {
            let lines: Vec<String> = chars.chunks(width).map(|line| line.iter().collect()).collect();
            let clean = clean_text(&format!("云岭县上半年工作总结\n\n{}\n", lines.join("\n\n"))).text;
            let body = clean.split_once('\n').unwrap_or_default().1.replace('\n', "");
            let kept: Vec<&str> = clean.lines().filter(|line| !line.is_empty()).collect();
            assert_eq!(body, told.repeat(3), "{width}");
            assert!(kept[1..].iter().all(|line| line.ends_with(['。', '；'])), "{width} {clean}");
        }
        let own = "全县完成投资58.8亿元，增长9.4%。\n\n新建厂房3.6万平方米。\n\n引进企业45家，吸纳就业2160人。\n\n改造公路132公里。\n";
        assert_eq!(clean_text(own).text, own);
    }

    #[test]
    fn a_page_break_within_a_sentence_goes() {
        let line = "全市上下坚持稳中求进，积极应对困难挑战，经济发展总体平稳，财政收入\n";
        let text = line.repeat(9) + "\n— 3 —\n增长4.5%，社会大局保持稳定。\n";
        assert!(clean_text(&text).text.contains("财政收入增长4.5%"));
    }

    #[test]
    fn headings_items_rows_and_short_lines_stay_apart() {
        for text in [
            "一、农业稳步发展；二、工业加快转型；三、服务业持续提升\n（一）农业，稳步发展。",
            "全县完成投资。重点推进以下基础设施建设项目和民生保障工程\n1.云岭水库，总投资3亿元。",
            "云岭县2023\n30万亩高标准农田，3家企业。",
            "年份 2021 2022 2023\n2024 2025，",
            "全县完成投资。重点推进以下基础设施建设项目和民生保障工程\n　　云岭水库，总投资3亿元。",
            "|项目，指标|30\n0万亩，|",
        ] {
            assert_eq!(clean_text(text).text.matches('\n').count(), 1, "{text}");
        }
    }
    /// Scanned pages: each character stands alone, lines end anywhere, and between pages stand number and running head.
    #[test]
    fn a_scan_spaced_and_wrapped_at_once_is_whole() {
        let told = "2023年，全县实现地区生产总值312.6亿元，按不变价格计算，比上年增长6.1%。第一产业增加值48.2亿元，增长4.1%；第二产业增加值120.5亿元，增长7.2%。三次产业结构比为15.4:38.6:46.0，粮食总产量18.6万吨，新建高标准农田3.2万亩，人均可支配收入38562元。";
        let body = format!("{told}城镇新增就业4012人。{told}新培育规模以上工业企业16家。{told}");
        let chars: Vec<char> = body.chars().collect();
        for (width, spaced) in (20..=40).flat_map(|width| [(width, true), (width, false)]) {
            let set = |line: &[char]| {
                let line: Vec<String> = line.iter().map(char::to_string).collect();
                line.join(if spaced { " " } else { "" })
            };
            let mut text = String::new();
            for (n, line) in chars.chunks(width).enumerate() {
                text += &set(line);
                text += "\n";
                if n % 3 == 2 {
                    text.extend([format!("— {} —\n\u{c}{}\n", n / 3 + 1, set(&['云', '岭', '县', '公', '报']))]);
                }
            }
            let clean = clean_text(&text).text.replace(" 。", "。");
            // A line may end where a sentence does.
            let edge = |line: &str| line.starts_with('—') || line.replace(' ', "").ends_with("云岭县公报");
            let lines: Vec<&str> = clean.lines().filter(|line| !edge(line)).collect();
            assert!(lines.iter().all(|line| line.ends_with(['。', '；'])), "{width} {spaced} {lines:#?}");
            assert_eq!(lines.concat(), body, "{width} {spaced}");
        }
    }

    #[test]
    fn a_title_as_long_as_the_lines_below_it_stays_apart() {
        let line = "全市上下坚持稳中求进，积极应对困难挑战，经济发展总体平稳，财政收入\n";
        let title = "云岭县二〇二三年国民经济和社会发展计划执行情况的报告及二〇二四年计划\n云岭县发展和改革局\n";
        assert!(clean_text(&format!("{title}{}增长7%。\n", line.repeat(9))).text.starts_with(title));
        let title = "云岭县2023年国民经济和社会发展统计公报\n";
        let rows = "一般公共预算收入      亿元    21.5      6.3\n".repeat(8);
        assert!(clean_text(&format!("{title}2023年，全县产值312.6亿元。\n\n{rows}")).text.starts_with(title));
    }
}
