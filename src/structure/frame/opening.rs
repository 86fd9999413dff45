//! What the first words of a paragraph say of the time that it, or those below it, tell of.

use super::lead;
use crate::lexicon::cues::frames as cues;
use crate::structure::year::years_in;

/// Characters of the longest paragraph that only introduces those below it.
const INTRODUCTION: usize = 120;

/// 各位代表，全年任务顺利完成。过去五年，成效显著：
pub(super) fn introduces_term(text: &str) -> bool {
    let text = text.trim_end_matches(['*', ' ', '\n']);
    let Some(text) = text.strip_suffix(['：', ':']).filter(|text| text.chars().nth(INTRODUCTION).is_none()) else {
        return false;
    };
    let last = text.rsplit(['。', '！']).next().unwrap_or(text);
    let head = lead(last, 14);
    names_term(head) && !cues().term_coming.within(head)
}

/// The year that a paragraph begins with, and what follows it: 2024年，[是不平凡的一年]; 特别是，刚刚过去的2024年[完成…].
pub(super) fn year_at_head(text: &str) -> Option<(i32, &str)> {
    let head = text.trim_start_matches(['—', '-', '“', '*', ' ']);
    let remark = lead(head, 12).split_once(['，', ',']).filter(|(remark, _)| remark.ends_with('是'));
    let head = remark.map_or(head, |(remark, _)| head[remark.len()..].trim_start_matches(['，', ',']));
    // 在刚刚过去的1987年: two words, or one
    let behind = |head: &'_ str| cues().lead_year.prefix(head).map_or(0, str::len);
    let head = &head[behind(head)..];
    let head = &head[behind(head)..];
    let end = head.find('年').filter(|at| *at <= 12)? + '年'.len_utf8();
    let year = years_in(&head[..end]).first().copied()?;
    head.starts_with(|c: char| c.is_ascii_digit() || "一二".contains(c))
        .then(|| (year, head[end..].trim_start_matches(['，', ','])))
}

/// 五年来, 过去五年: the words that a term's review begins with.
pub(super) fn names_term(head: &str) -> bool {
    cues().term_past.within(head) || head.starts_with("五年")
}
