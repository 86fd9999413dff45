//! Five-year plans: “十四五”, “八五”计划, 第七个五年计划.

use super::number::{dash, number};
use super::word::part;
use super::{Edge, Expression, Part, Year};
use crate::lexicon::time_words::{plan_start, time_words};

/// What follows a plan's name.
const BEHIND: [&str; 15] =
    ["时期", "期间", "规划", "计划", "以来", "末", "期末", "初", "开局", "收官", "前", "后", "头", "最后", "中期"];

/// The first plan that 第六个五年 names without 计划.
const FIRST_BARE: i32 = 6;

/// 第七个五年计划
pub(super) fn numbered(text: &str) -> Option<(Expression, usize)> {
    let (n, len) = number(text.strip_prefix('第')?).filter(|(n, _)| (1..=20).contains(n))?;
    let at = '第'.len_utf8() + len;
    let name = ["个五年计划", "个五年规划", "个五年"].into_iter().find(|name| text[at..].starts_with(name))?;
    // 新征程的第一个五年 counts from somewhere else.
    if n < FIRST_BARE && name.ends_with("个五年") {
        return None;
    }
    Some((Expression::new(Year::Frame, Part::Plan(n)), at + name.len()))
}

/// “十四五”, “八五”计划: quoted, or, from the sixth, followed by a word that only a plan has.
pub(super) fn plan(text: &str, before: &str) -> Option<(Expression, usize)> {
    let found = time_words().plans.at(text)?;
    let Some(Part::Plan(plan)) = part(found.part) else { return None };
    let rest = &text[found.word.len()..];
    let after = rest.strip_prefix(['”', '’', '"', '」', '』']).unwrap_or(rest);
    let opened = before.ends_with(['“', '‘', '"', '「', '『', '《']);
    let closed = after.len() < rest.len();
    let told = BEHIND.iter().any(|word| after.starts_with(word));
    if !(opened && closed || (opened || plan >= 6) && told) || after.starts_with("普法") {
        return None;
    }
    let end = text.len() - after.len();
    // “十二五”至“十四五”期间
    if let Some((last, len)) = until(after) {
        let part = Part::Span(plan_start(plan), plan_start(last) + 4);
        return Some((Expression::new(Year::Of(plan_start(plan)), part), end + len));
    }
    // “十四五”前四年, “六五”后三年
    if let Some((part, len)) = years_of(plan, after) {
        return Some((Expression::new(Year::Of(plan_start(plan)), part), end + len));
    }
    // The quotation mark goes with the expression where a word behind it does.
    let (part, edge, len) = stage(plan, after)
        .map_or((Part::Plan(plan), Edge::In, found.word.len()), |(part, edge, len)| (part, edge, end + len));
    Some((Expression { edge, ..Expression::new(Year::Frame, part) }, len))
}

/// 至“十四五”期间: the last plan of a span, and its length.
fn until(after: &str) -> Option<(i32, usize)> {
    let tail = after[dash(after)?..].strip_prefix(['“', '‘', '"', '「'])?;
    let found = time_words().plans.at(tail)?;
    let Some(Part::Plan(last)) = part(found.part) else { return None };
    let rest = tail[found.word.len()..].strip_prefix(['”', '’', '"', '」'])?;
    let rest = ["期间", "时期"].iter().find_map(|word| rest.strip_prefix(word))?;
    Some((last, after.len() - rest.len()))
}

/// The first or last years of a plan: 前四年, 头两年, 后三年, 最后一年, 计划的头三年.
fn years_of(plan: i32, after: &str) -> Option<(Part, usize)> {
    let named = ["计划", "规划", "时期", "期间"].into_iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
    let of = named.strip_prefix('的').unwrap_or(named);
    let (late, tail) = match of.strip_prefix(['前', '头']) {
        Some(tail) => (false, tail),
        None => (true, of.strip_prefix("最后").or_else(|| of.strip_prefix('后'))?),
    };
    let (n, len) = number(tail).filter(|(n, len)| (1..=4).contains(n) && tail[*len..].starts_with('年'))?;
    let (start, end) = (plan_start(plan), plan_start(plan) + 4);
    let part = if late { Part::Span(end - n + 1, end) } else { Part::Span(start, start + n - 1) };
    Some((part, after.len() - tail.len() + len + '年'.len_utf8()))
}

/// The part of a plan's years that the word behind its name gives.
fn stage(plan: i32, after: &str) -> Option<(Part, Edge, usize)> {
    [
        ("期末", Part::PlanEnd(plan), Edge::By),
        ("末期", Part::PlanEnd(plan), Edge::In),
        ("末年", Part::PlanLast(plan), Edge::In),
        ("末", Part::PlanEnd(plan), Edge::By),
        ("初期", Part::PlanStart(plan), Edge::In),
        ("中期", Part::PlanMiddle(plan), Edge::In),
        ("开局起步之年", Part::PlanStart(plan), Edge::In),
        ("开局起步年", Part::PlanStart(plan), Edge::In),
        ("开局之年", Part::PlanStart(plan), Edge::In),
        ("开局年", Part::PlanStart(plan), Edge::In),
        ("收官之年", Part::PlanLast(plan), Edge::In),
        ("收官年", Part::PlanLast(plan), Edge::In),
        ("期间", Part::Plan(plan), Edge::In),
        ("时期", Part::Plan(plan), Edge::In),
        ("以来", Part::Plan(plan), Edge::Since),
        ("内", Part::Plan(plan), Edge::Within),
    ]
    .into_iter()
    .find(|(word, ..)| {
        after.strip_prefix(word).is_some_and(|rest| *word != "中期" || !rest.starts_with(['评', '调', '报', '规']))
    })
    .map(|(word, part, edge)| (part, edge, word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_quoted_or_told_by_its_word() {
        let read = |text, before| plan(text, before).map(|(e, len)| (e.part, e.edge, len));
        assert_eq!(read("十四五”末", "“"), Some((Part::PlanEnd(14), Edge::By, "十四五”末".len())));
        assert_eq!(read("十四五”规划", "“"), Some((Part::Plan(14), Edge::In, "十四五".len())));
        assert_eq!(read("十五时期", ""), Some((Part::Plan(10), Edge::In, "十五时期".len())));
        assert_eq!(read("十四五”前四年", "“").map(|(part, ..)| part), Some(Part::Span(2021, 2024)));
        assert_eq!(read("七五”计划的头三年", "“").map(|(part, ..)| part), Some(Part::Span(1986, 1988)));
        let span = read("十二五”至“十四五”期间", "“");
        assert_eq!(span, Some((Part::Span(2011, 2025), Edge::In, "十二五”至“十四五”期间".len())));
        assert_eq!(read("十四五”中期，", "“").map(|(part, ..)| part), Some(Part::PlanMiddle(14)));
        assert_eq!(read("十四五”中期评估", "“").map(|(part, ..)| part), Some(Part::Plan(14)));
        assert_eq!(read("八五”普法", "“"), None);
        assert_eq!(read("三五时期", ""), None);
        assert_eq!(numbered("第七个五年计划").map(|(e, _)| e.part), Some(Part::Plan(7)));
    }
}
