//! Lines become blocks: title, dateline, heading, paragraph, table row.

use super::breaks;
use super::frame::Frame;
use super::part::Clock;
use crate::clean::Clean;
use crate::lexicon::search::Search;
use crate::span::{self, Span};

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// Title of the document.
    Title,
    /// Day, place, author, speaker.
    Dateline,
    /// Heading of a section.
    Heading,
    /// Running text.
    Paragraph,
    /// Row of a table.
    TableRow,
}

/// One line of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where it stands, without the spaces around it.
    pub span: Span<span::Clean>,
    /// What it is.
    pub kind: BlockKind,
    /// For headings: 1 for 一、, 2 for （一）, 3 below.
    pub level: u8,
    /// Years it speaks of.
    pub frame: Frame,
    /// The term that the heading of a review names beside its last year: 2016年和过去五年工作回顾.
    pub term: Option<(i32, i32)>,
    /// Day and year of the document it belongs to.
    pub clock: Clock,
    /// Index of its section.
    pub section: usize,
}

/// Characters of the longest line that can be a heading.
const HEADING: usize = 45;

#[inline(never)]
pub(super) fn blocks(clean: &Clean) -> Vec<Block> {
    let mut blocks = Vec::new();
    for span in clean.lines.iter().flat_map(|line| breaks::paragraphs(&clean.text, *line)) {
        if clean.is_masked(span.start) {
            continue;
        }
        // What stands twice in one line is read once.
        let next = clean.masked.partition_point(|mask| mask.start < span.start);
        let masked = clean.masked.get(next).map(|mask| mask.start).filter(|start| *start < span.end);
        let span = Span::new(span.start, masked.unwrap_or(span.end));
        let (kind, level) = classify(span.of(&clean.text));
        blocks.push(Block {
            span,
            kind,
            level,
            frame: Frame::default(),
            term: None,
            clock: Clock::default(),
            section: 0,
        });
    }
    mark_tables(clean, &mut blocks);
    mark_broken(clean, &mut blocks);
    blocks
}

/// Characters of the longest line of a heading that goes on in the next.
const BROKEN: usize = 30;

/// 二、明确任务，↵促进经济发展: a numbered heading of two lines is one in its first.
fn mark_broken(clean: &Clean, blocks: &mut [Block]) {
    let short = |block: &Block| block.span.of(&clean.text).chars().nth(BROKEN).is_none();
    for at in 1..blocks.len() {
        let [first, second] = [&blocks[at - 1], &blocks[at]];
        let paragraphs = first.kind == BlockKind::Paragraph && second.kind == BlockKind::Paragraph;
        if !paragraphs || !short(first) || !short(second) {
            continue;
        }
        let [head, rest] = [first.span.of(&clean.text), second.span.of(&clean.text)];
        let words = head.trim_end_matches(['，', ',']);
        let ends = |c: char| matches!(c, '。' | '；' | '，' | '：' | '！' | '？' | ';' | ',' | ':');
        let told = words.len() == head.len() || words.contains(|c: char| c.is_ascii_digit()) || rest.ends_with(ends);
        // 一、二产业协调发展，
        if !told && numbering(words) == Some(1) {
            (blocks[at - 1].kind, blocks[at - 1].level) = (BlockKind::Heading, 1);
        }
    }
}

/// Rows of a table whose lines have pipes only between their cells: what stands around the line of dashes below its header.
fn mark_tables(clean: &Clean, blocks: &mut [Block]) {
    let mut at = 1;
    while at < blocks.len() {
        let line = |block: &Block| block.span.of(&clean.text);
        let width = |block: &Block| line(block).matches('|').count();
        if is_dashes(line(&blocks[at])) && width(&blocks[at - 1]) == width(&blocks[at]) {
            let wide = width(&blocks[at]);
            let rows = blocks[at..].iter().take_while(|block| width(block) == wide).count();
            for row in &mut blocks[at - 1..at + rows] {
                (row.kind, row.level) = (BlockKind::TableRow, 0);
            }
            at += rows;
        }
        at += 1;
    }
}

/// --- | ---: | :---:
fn is_dashes(line: &str) -> bool {
    let cell = |cell: &str| {
        let dashes = cell.trim().trim_start_matches(':').trim_end_matches(':');
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    // Most lines begin with a character, and are not looked through.
    let begins = line.starts_with(['-', '|', ':', ' ']);
    begins && line.has("|") && line.trim_matches('|').split('|').all(cell)
}

#[inline(never)]
fn classify(line: &str) -> (BlockKind, u8) {
    if line.starts_with('|') && line.ends_with('|') && line.len() > 1 || row_of_pipes(line) || row_of_list(line) {
        return (BlockKind::TableRow, 0);
    }
    let bare = line.trim_start_matches('#').trim();
    let hashes = line.len() - line.trim_start_matches('#').len();
    let bold = bare.starts_with("**") && bare.ends_with("**") && bare.len() > 4;
    let words = bare.trim_matches('*').trim();
    // 一、1—3月份主要指标完成情况。
    let words = words.strip_suffix('。').filter(|bare| numbering(bare) == Some(1) && is_name(bare)).unwrap_or(words);
    let ends = words.ends_with(['。', '；', '！', '？', '，', ';', ',']) || !bold && words.ends_with(['：', ':']);
    if line.len() > HEADING * 3 + 12 || words.chars().count() > HEADING || ends && hashes == 0 {
        return (BlockKind::Paragraph, 0);
    }
    // 2023年工作安排: a part of its own, above 一、
    // 二〇〇八年工作回顾
    let spelled = |head: &str| head.chars().filter(|c| "〇○零一二三四五六七八九".has_char(*c)).count() == 4;
    let year = words.place_of("年").is_some_and(|at| {
        let head = &words[..at];
        head.ends_with(|c: char| c.is_ascii_digit()) && at <= 8 || at <= 12 && spelled(head)
    });
    // 市十五届政府工作回顾和2016年工作; 今后五年目标任务和2017年主要工作
    let term = ["今后", "过去", "届"].iter().any(|word| words.has(word))
        && words.chars().count() >= 8
        && ["回顾", "工作", "安排", "任务", "要求", "目标", "重点"].iter().any(|word| words.ends_with(word));
    let part = numbering(words).is_none()
        && (year || term)
        && words.chars().count() <= 26
        && !words.contains(['，', '：', '（', '(', '—', '-'])
        && [
            "回顾",
            "安排",
            "总结",
            "工作目标",
            "重点工作",
            "主要任务",
            "重点任务",
            "工作打算",
            "工作思路",
            "工作要点",
            "工作计划",
            "工作举措",
            "工作任务",
            "主要目标",
            "工作总体",
            "目标任务",
            "工作重点",
            "主要工作",
            "政府工作",
        ]
        .iter()
        .any(|w| words.has(w))
        && !words.has("报告");
    if part {
        return (BlockKind::Heading, 0);
    }
    match numbering(words) {
        Some(level) => (BlockKind::Heading, level),
        None if hashes > 0 => (BlockKind::Heading, u8::try_from(hashes.saturating_sub(1).clamp(1, 3)).unwrap_or(3)),
        None if bold => (BlockKind::Heading, 3),
        None => (BlockKind::Paragraph, 0),
    }
}

/// Characters of the longest heading that ends in a full stop.
const STOPPED: usize = 24;

/// 主要指标完成情况: a name of a part, and no sentence.
fn is_name(words: &str) -> bool {
    words.chars().count() <= STOPPED
        && !words.contains(['，', '；', '：', '。'])
        && ["情况", "工作", "任务", "目标", "回顾", "安排", "重点", "特点", "措施", "要求", "打算", "问题"]
            .iter()
            .any(|end| words.ends_with(end))
}

/// A row without the pipes around it: 粮食 | 142013 | 3.35. A publication line has them too, and says of what each part is.
fn row_of_pipes(line: &str) -> bool {
    if line.matches('|').count() < 2 || line.starts_with('#') || line.contains(['。', '；', '【']) || line.has("http")
    {
        return false;
    }
    let told = line.contains(['：', ':']);
    let number = |cell: &str| {
        let digits = cell.trim().trim_start_matches('-');
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'%'))
    };
    line.split('|').any(number) || !told && (line.ends_with('|') || line.has("增长") || line.has("单位"))
}

/// A row that a page's list made of a table: `- 居民消费价格 2.0 2.0 2.0`.
fn row_of_list(line: &str) -> bool {
    let Some(row) = line.strip_prefix("- ") else { return false };
    // The header of such a table may be longer than its rows.
    let words = row.split_whitespace().count();
    if words >= 3
        && row.len() <= 200
        && !row.contains(['，', '。', '；', '：'])
        && row.has("增长")
        && row.contains(['额', '量', '数'])
    {
        return true;
    }
    if row.starts_with("单位") || row.len() > 200 {
        return row.starts_with("单位");
    }
    let number = |cell: &&str| {
        cell.bytes().any(|b| b.is_ascii_digit())
            && cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b',' | b'%'))
    };
    row.split_whitespace().filter(number).count() >= 1 && !row.contains(['，', '。'])
        || !row.contains(['，', '。', '；', '：']) && row.split_whitespace().count() >= 2 && row.len() < 60
}

pub(super) fn numbering(words: &str) -> Option<u8> {
    let numerals = |text: &str| {
        let numeral =
            |c: &char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百');
        text.chars().take_while(numeral).map(char::len_utf8).sum::<usize>()
    };
    let plain = numerals(words);
    if plain > 0 && words[plain..].starts_with('、') {
        return Some(1);
    }
    if let Some(inner) = words.strip_prefix(['（', '(']) {
        let n = numerals(inner);
        return (n > 0 && inner[n..].starts_with(['）', ')'])).then_some(2);
    }
    if let Some(inner) = words.strip_prefix('第') {
        let n = numerals(inner);
        return (n > 0 && inner[n..].starts_with(['章', '部', '篇'])).then_some(1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_of_two_lines_is_one() {
        let kinds = |text: &str| {
            let clean = crate::clean::clean_text(text);
            blocks(&clean).into_iter().map(|block| block.kind).collect::<Vec<_>>()
        };
        let (heading, paragraph) = (BlockKind::Heading, BlockKind::Paragraph);
        assert_eq!(kinds("二、认清形势，\n\n推动青沅经济再上台阶\n"), [heading, paragraph]);
        assert_eq!(kinds("一、二产业并进，\n税收增长，财力增强。\n"), [paragraph, paragraph]);
        assert_eq!(kinds("二、新建学校3所，\n桥梁一座\n"), [paragraph, paragraph]);
    }

    #[test]
    fn lines_are_told_apart() {
        assert_eq!(classify("一、2019年工作回顾"), (BlockKind::Heading, 1));
        assert_eq!(classify("**（二）产业发展**"), (BlockKind::Heading, 2));
        assert_eq!(classify("## 综合"), (BlockKind::Heading, 1));
        assert_eq!(classify("| 指标 | 2020年 |"), (BlockKind::TableRow, 0));
        assert_eq!(classify("小麦 | 4186 | 4.05 |"), (BlockKind::TableRow, 0));
        assert_eq!(classify("2024年3月1日 | 来源：云岭日报 | 作者：陆明远"), (BlockKind::Paragraph, 0));
        assert_eq!(classify("- 居民消费价格 2.0 2.0 2.0"), (BlockKind::TableRow, 0));
        assert_eq!(classify("一、1—3月份主要指标完成情况。"), (BlockKind::Heading, 1));
        assert_eq!(classify("一、二产业协调发展，全年增长7%。"), (BlockKind::Paragraph, 0));
    }
}
