//! What a heading says of the years and the direction of the part below it.

use super::lead;
use super::opening::{names_term, year_at_head, years_of_term};
use super::plan::{plan_in, plan_years};
use super::{Clock, Frame, Mode};
use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::lexicon::search::Search;
use crate::structure::block::{Block, BlockKind};
use crate::structure::year::{Year, years, years_in};

/// 今年政府工作; not 今年以来.
fn this_year(heading: &str) -> bool {
    heading.place_of("今年").is_some_and(|at| !heading[at + "今年".len()..].starts_with(['以', '前', '上']))
}

#[inline(never)]
pub(super) fn of_heading(text: &str, clock: &Clock, reports: bool) -> Frame {
    let back = cues().back.all(text).next().map(|(at, _)| at);
    let ahead = cues().ahead.all(text).next().map(|(at, _)| at);
    // “十五”发展目标全面实现; “八五”计划的顺利完成为今后的发展奠定了基础: what was aimed at has been reached.
    let (back, ahead) = if attained(text) { (back.or(Some(0)), None) } else { (back, ahead) };
    // “十四五”目标任务和2035年远景目标: the years of the plan are what the part is of.
    let plan = plan_in(text);
    let far = |year: &Year| plan.is_some() && text[year.end..].starts_with("远景");
    let told = told_years(text).unwrap_or(text);
    let last = years(told).filter(|year| !far(year)).last().map(|year| year.number);
    // Where no year is under review, what lies before the document's own year is past.
    let reviewed = clock.review.or(clock.base.map(|base| base - 1));
    let past = last.is_some_and(|y| reviewed.is_some_and(|r| y <= r));
    let mode = match (back, ahead) {
        (Some(_), None) => Mode::Review,
        (None, Some(_)) if past && !text.has("目标") => Mode::Review,
        (None, Some(_)) => Mode::Plan,
        // 回顾 rules where both stand (2020年工作回顾和主要成就), 目标 where the past only introduces it.
        (Some(b), Some(a)) => {
            if past || b < a && last.is_none() {
                Mode::Review
            } else {
                Mode::Plan
            }
        }
        (None, None) if past => Mode::Review,
        // “十一五”时期主要情况, once its years are over
        (None, None) if last.is_none() && plan.is_some_and(|n| reviewed.is_some_and(|r| plan_years(n).1 <= r)) => {
            Mode::Review
        }
        (None, None) if last.is_some() => Mode::Plan,
        (None, None) if text.has("去年") => Mode::Review,
        // 二、今年工作, in a report on the year before it
        (None, None) if this_year(text) && clock.review < clock.base => Mode::Plan,
        // 用科学发展观统领“十一五”发展, in a report on the year before it
        (None, None) if plan.is_some_and(|n| reviewed.is_some_and(|r| plan_years(n).0 > r)) => Mode::Plan,
        (None, None) => Mode::None,
    };
    // 2023年三季度重点工作推进会上的讲话: when it was given, not of what it tells
    let speech = ["讲话", "发言", "致辞", "讲话稿", "发言稿"]
        .iter()
        .any(|end| text.trim_end_matches(['》', '*', ' ']).ends_with(end));
    if !reports && (last.is_none() || speech) {
        return Frame::default();
    }
    let term = years_of_term(text).or_else(|| cues().term.within(text).then_some(5));
    let span = match mode {
        Mode::None => None,
        Mode::Review => last
            .map(|y| (y, y))
            .or_else(|| plan.map(plan_years))
            .or_else(|| clock.review.map(|r| (r - term.unwrap_or(1) + 1, r))),
        Mode::Plan => last.map(|y| (y, y)).or_else(|| plan.map(plan_years)).or_else(|| {
            let base = clock.review.map(|r| r + 1).or(clock.base)?;
            Some((base, base + term.unwrap_or(1) - 1))
        }),
    };
    Frame { mode, years: span }
}

/// True for an aim of which a heading tells that it was reached; 确保目标任务完成 only asks for it.
fn attained(heading: &str) -> bool {
    let reached = |(at, _): &(usize, _)| cues().aim_end.suffix(heading[..*at].trim_end_matches('的')).is_some();
    // 主要目标提前实现 asks nothing.
    let asks = |head: &str| {
        cues().asks.all(head).any(|(at, word)| word != "要" || !head[..at].ends_with(['主', '重', '首', '需']))
    };
    cues().attained.all(heading).find(reached).is_some_and(|(at, _)| !asks(&heading[..at]))
}

/// 2023年工作回顾和2024年工作安排: up to where the first year's review is named, where another year stands behind it.
fn told_years(heading: &str) -> Option<&str> {
    let (at, word) = cues().back.find(heading)?;
    let (head, tail) = heading.split_at(at + word.len());
    let next = years(tail).next()?.number;
    (*years_in(head).last()? < next).then_some(head)
}

/// The year to come that such a heading names behind the review.
pub(super) fn coming_year(heading: &str) -> Option<(i32, i32)> {
    let head = told_years(heading)?;
    let year = years(&heading[head.len()..]).next()?.number;
    Some((year, year))
}

/// 过去五年和2021年工作回顾, where the text below tells of the term first and then turns to the year.
pub(super) fn term_and_year(heading: &str, found: &Frame, review: Option<i32>, below: &[Block], clean: &Clean) -> bool {
    let year = found.years.filter(|(from, to)| from == to && review == Some(*to)).map(|(_, to)| to);
    // 2020年和“十三五”工作回顾
    let plan = |text: &str| plan_in(text).map(plan_years).filter(|(_, last)| Some(*last) == review);
    if year.is_none() || !cues().term.within(heading) && plan(heading).is_none() || years_in(heading).is_empty() {
        return false;
    }
    let part = below.iter().take_while(|block| block.kind != BlockKind::Heading || block.level > 1);
    let mut texts = part.filter(|block| block.kind == BlockKind::Paragraph).map(|block| block.span.of(&clean.text));
    let told = |text: &str| names_term(lead(text, 14)).is_some() || plan(lead(text, 14)).is_some();
    let term = texts.next().is_some_and(told);
    term && texts.any(|text| year_at_head(text).map(|(year, _)| year) == year)
}

/// The years up to the one under review that the heading of a review names: 五年来, 2016年和过去五年工作回顾.
pub(super) fn term_of(heading: &str, found: &Frame, review: Option<i32>) -> Option<(i32, i32)> {
    let last = review.filter(|_| found.mode == Mode::Review)?;
    let years = years_of_term(heading).or_else(|| cues().term.within(heading).then_some(5))?;
    Some((last - years + 1, last))
}

/// True for a heading that looks ahead to a plan which begins behind the year under review.
pub(super) fn coming_part(heading: &str, found: &Frame, clock: &Clock) -> bool {
    let plan = plan_in(heading).map(plan_years).filter(|_| found.mode == Mode::Plan && years_in(heading).is_empty());
    plan.zip(clock.review).is_some_and(|((from, _), review)| from > review)
}

/// The year that a heading over the review names.
pub(super) fn heading_review(clean: &Clean, blocks: &[Block], base: Option<i32>) -> Option<i32> {
    blocks.iter().filter(|b| b.kind == BlockKind::Heading && b.level <= 1).take(8).find_map(|block| {
        let text = block.span.of(&clean.text);
        if !cues().back.within(text) {
            return None;
        }
        let year = *years_in(told_years(text).unwrap_or(text)).last()?;
        base.is_none_or(|b| (b - 1..=b).contains(&year)).then_some(year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_aim_that_was_reached_looks_back() {
        let clock = Clock { base: Some(2006), review: Some(2005) };
        let frame = |text| of_heading(text, &clock, true);
        let plan = Some((2001, 2005));
        for heading in ["一、“十五”发展目标全面实现", "一、“十五”计划的顺利完成为今后发展打下基础"]
        {
            assert_eq!((frame(heading).mode, frame(heading).years), (Mode::Review, plan), "{heading}");
        }
        for heading in ["二、下步工作计划", "三、明年工作谋划"] {
            assert_eq!((frame(heading).mode, frame(heading).years), (Mode::Plan, Some((2006, 2006))), "{heading}");
        }
        assert_eq!(frame("一、2005年工作计划完成情况").mode, Mode::Review);
        for heading in ["二、确保“十一五”目标任务全面完成", "二、为完成今年目标而奋斗"] {
            assert_eq!(frame(heading).mode, Mode::Plan, "{heading}");
        }
        let found = Frame { mode: Mode::Review, years: Some((2005, 2005)) };
        assert_eq!(term_of("一、2005年和过去五年工作回顾", &found, Some(2005)), plan);
        assert_eq!(term_of("一、2005年工作回顾", &found, Some(2005)), None);
    }
}
