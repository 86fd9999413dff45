//! What the first words of a paragraph of a report say of its years and its direction.

use super::opening::{names_term, year_at_head};
use super::plan::{plan_at, plan_years};
use super::{Clock, Frame, Mode, lead};
use crate::lexicon::cues::frames as cues;
use crate::lexicon::search::Search;
use crate::structure::year::years_in;

#[inline(never)]
pub(super) fn of_paragraph(text: &str, above: Frame, clock: &Clock, reports: bool) -> Frame {
    let (opening, head) = (lead(text, 48), lead(text, 14));
    let this_year = cues().this_year.within(opening);
    // 主要预期目标 may stand a little farther on, where 目标是 follows it.
    let told = || {
        cues().target.within(opening)
            || text.has("目标是") && cues().target.all(lead(text, 90)).any(|(_, word)| word.has("目标"))
    };
    let whole_plan = above.years.is_some_and(|(from, to)| to > from);
    if (above.mode != Mode::Plan || whole_plan && this_year)
        && opening.contains(['今', '目', '总', '重'])
        && (above.mode == Mode::None || this_year || !years_in(opening).is_empty())
        && !cues().reached.within(opening)
        && told()
    {
        let year = years_in(opening).last().copied().or(if opening.has("明年") {
            clock.base.map(|b| b + 1)
        } else {
            clock.base
        });
        let year = year.filter(|y| clock.review.is_none_or(|r| *y > r)).or(clock.base);
        if reports || this_year {
            return Frame { mode: Mode::Plan, years: year.map(|y| (y, y)) };
        }
    }
    if !reports {
        return above;
    }
    // 今后五年我市发展的主要目标是……, under a heading of this year's work or of both
    let words = head.trim_start_matches(['—', '-', '“', '*', ' ']);
    let years = ["五年", "5年"].iter().any(|years| words.contains(years));
    if above.mode == Mode::Plan && years && cues().term_coming.prefix(words).is_some() {
        let base = clock.review.map(|r| r + 1).or(clock.base);
        return Frame { mode: Mode::Plan, years: base.map(|base| (base, base + 4)).or(above.years) };
    }
    // 五年来，……; “十三五”期间，……; 2019年，…… at the head of a paragraph
    if above.mode == Mode::Review || above.mode == Mode::None {
        // ——这是全县加速发展的五年。
        let title = opening.split(['。', '，', '：']).next().unwrap_or_default().trim_end_matches('*');
        let titled = title.ends_with("的五年") && (title.starts_with(['—', '-', '*']) || title.starts_with("这"));
        let term = names_term(head).or(titled.then_some(5));
        let term = term.filter(|_| !cues().term_coming.within(opening.get(..title.len()).unwrap_or(head)));
        // 2022年是本届政府任期第一年: of the year
        let named = year_at_head(text).filter(|(year, rest)| rest.starts_with('是') && clock.review == Some(*year));
        if let Some((term, r)) = term.zip(clock.review).filter(|_| named.is_none()) {
            return Frame { mode: Mode::Review, years: Some((r - term + 1, r)) };
        }
        // 2010年是实施“十一五”规划的最后一年: the year rules where both stand.
        let year = year_at_head(text).map(|(year, _)| year);
        if let Some(year) = year.filter(|y| clock.review.is_some_and(|r| *y <= r && *y >= r - 5)) {
            return Frame { mode: Mode::Review, years: Some((year, year)) };
        }
        // 清洁能源占比由“十三五”末的21%提高到28%: what is compared with is no frame.
        let compared = |at: usize| head[..at].trim_end_matches(['“', '"']).ends_with(['由', '从', '比', '较', '与']);
        if let Some((_, plan)) = plan_at(head).filter(|(at, _)| !compared(*at)) {
            let years = plan_years(plan);
            if clock.review.is_some_and(|r| years.0 <= r) {
                return Frame {
                    mode: Mode::Review,
                    years: Some((years.0, years.1.min(clock.review.unwrap_or(years.1)))),
                };
            }
        }
        if cues().year_past.within(head)
            && let Some(r) = clock.review
        {
            return Frame { mode: Mode::Review, years: Some((r, r)) };
        }
    }
    above
}
