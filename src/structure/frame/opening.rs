//! What the first words of a paragraph say of the time that it, or those below it, tell of.

use super::lead;
use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::lexicon::search::Search;
use crate::lexicon::time_words::describes;
use crate::structure::block::{Block, BlockKind};
use crate::structure::year::years_in;

/// The year with which the text of a communiqué opens: 2015年，全县经济平稳发展.
pub(super) fn opening_year(clean: &Clean, blocks: &[Block]) -> Option<i32> {
    let paragraphs = blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).take(3);
    paragraphs.map(|block| block.span.of(&clean.text)).find_map(|text| years_in(text).first().copied())
}

/// Characters of the longest paragraph that only introduces those below it.
const INTRODUCTION: usize = 120;

/// 各位代表，全年任务顺利完成。过去五年，成效显著：
pub(super) fn introduces_term(text: &str) -> Option<i32> {
    let text = text.trim_end_matches(['*', ' ', '\n']);
    let text = text.strip_suffix(['：', ':']).filter(|text| text.chars().nth(INTRODUCTION).is_none())?;
    let last = text.rsplit(['。', '！']).next().unwrap_or(text);
    let head = lead(last, 14);
    names_term(head).filter(|_| !cues().term_coming.within(head))
}

/// The year that a paragraph begins with, and what follows it: 2024年，[是不平凡的一年]; 特别是，刚刚过去的2024年[完成…].
pub(super) fn year_at_head(text: &str) -> Option<(i32, &str)> {
    let head = text.trim_start_matches(['—', '-', '“', '*', ' ', '　']);
    // 各位代表，刚刚过去的1995年是……
    let called = cues().salutation.prefix(head).map_or(head, |word| &head[word.len()..]);
    let head =
        if called.len() < head.len() { called.trim_start_matches(['，', '：', '！', '*', ' ']) } else { head };
    let remark = lead(head, 12).split_once(['，', ',']).filter(|(remark, _)| remark.ends_with('是'));
    let head = remark.map_or(head, |(remark, _)| head[remark.len()..].trim_start_matches(['，', ',']));
    // 在刚刚过去的1987年: two words, or one
    let behind = |head: &'_ str| cues().lead_year.prefix(head).map_or(0, str::len);
    let head = &head[behind(head)..];
    let head = &head[behind(head)..];
    let end = lead(head, 13).place_of("年").filter(|at| *at <= 12)? + '年'.len_utf8();
    let year = years_in(&head[..end]).first().copied()?;
    let begins = head.starts_with(|c: char| c.is_ascii_digit() || "一二".has_char(c));
    (begins && !describes(&head[end..])).then(|| (year, head[end..].trim_start_matches(['，', ','])))
}

/// 五年来, 过去四年: of how many years a term's review says that it tells.
pub(super) fn names_term(head: &str) -> Option<i32> {
    let five = cues().term_past.within(head) || head.starts_with("五年");
    // 过去四年, and nothing before it
    if five { Some(5) } else { years_of_term(lead(head.trim_start_matches(['—', '-', '“', '*', ' ']), 5)) }
}

/// 过去四年, 三年来, 今后三年: a term that is no whole one.
pub(super) fn years_of_term(text: &str) -> Option<i32> {
    let (at, _) = text.match_indices('年').find(|(at, _)| text[..*at].ends_with(['三', '四', '五', '六']))?;
    let number = text[..at].chars().next_back()?;
    let before = &text[..at - number.len_utf8()];
    let spoken = ["这", "过去", "今后", "未来", "前"].iter().any(|word| before.ends_with(word));
    let since = before.is_empty() && text[at + '年'.len_utf8()..].starts_with(['来', '，']);
    let years = [('三', 3), ('四', 4), ('五', 5), ('六', 6)].into_iter().find(|(name, _)| *name == number)?.1;
    (spoken || since).then_some(years)
}
