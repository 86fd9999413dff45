//! Five-year plans that a text names: 14 for “十四五”, 6 for 第六个五年计划.

use super::Clock;
use crate::lexicon::numeral;
use crate::lexicon::search::Search;
use crate::lexicon::time_words::{plan_start, time_words};

/// The plan that a text names first: 14 for “十四五”, 6 for 第六个五年计划.
pub(super) fn plan_in(text: &str) -> Option<i32> {
    plan_at(text).map(|(_, plan)| plan)
}

/// As [`plan_in`], with where it stands.
pub(super) fn plan_at(text: &str) -> Option<(usize, i32)> {
    // Every plan is one of five years; most texts have not even the character.
    if !text.has("五") {
        return None;
    }
    let numbered = text.place_of("个五年").and_then(|at| {
        let ordinal = text[..at].last_place_of("第")?;
        let n = numeral::numeral(&text[ordinal + '第'.len_utf8()..at])?.value.to_i32()?;
        (1..=20).contains(&n).then_some((ordinal, n))
    });
    let named = time_words().plans.iter().filter_map(|word| {
        let plan = word.part.strip_prefix("plan ")?.parse().ok()?;
        let at = text.place_of(word.word)?;
        // The short names up to the tenth stand in quotation marks: 十五 is also a number.
        let quoted = text[..at].ends_with('“') && text[at + word.word.len()..].starts_with('”');
        (plan > 10 || quoted).then_some((at, plan))
    });
    named.chain(numbered).min()
}

pub(super) fn plan_years(plan: i32) -> (i32, i32) {
    let start = plan_start(plan);
    (start, start + 4)
}

/// Years of a plan that a heading names behind another, and that are still to come.
pub(super) fn coming_plan(heading: &str, clock: &Clock) -> Option<(i32, i32)> {
    let (at, _) = plan_at(heading)?;
    let behind = heading[at..].char_indices().nth(3).map(|(next, _)| &heading[at + next..])?;
    let years = plan_years(plan_in(behind)?);
    clock.review.is_some_and(|r| years.0 > r).then_some(years)
}
