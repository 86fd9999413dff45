//! Dates that belong together: the two ends of one span (2022年11月至2023年2月), and a span with its length behind it
//! (2013-2017年五年间).

use super::{Date, Edge, Part, Year};
use crate::clean::Clean;
use crate::report::{Grain, Interval, Role};
use crate::span::Span;

/// Joins the ends of a span that lie in two years, and gives the length behind a span that span's own days.
#[inline(never)]
pub(crate) fn join(dates: &mut Vec<Date>, clean: &Clean) {
    let mut joined: Vec<Date> = Vec::with_capacity(dates.len());
    for mut date in dates.drain(..) {
        if let Some(last) = joined.last_mut() {
            let between = clean.text.get(last.span.end..date.span.start).unwrap_or(" ");
            if let Some(interval) = whole(last, &date, between, clean) {
                last.span = Span::new(last.span.start, date.span.end);
                last.interval = Some(interval);
                // A span of days is what it was, a deed's or a meeting's; one of months tells of figures.
                if last.grain != Grain::Day {
                    last.role = Role::Period;
                }
                continue;
            }
            if matches!(between, "" | "，" | "的" | "这") && is_length(last, &date) {
                date.interval.clone_from(&last.interval);
            }
        }
        if let Some(last) = joined.last()
            && let Some(between) = clean.text.get(last.span.end..date.span.start)
            && recurs_too(last, &date, between)
        {
            (date.expression.part, date.interval, date.role, date.grain) =
                (last.expression.part, None, last.role, last.grain);
        }
        joined.push(date);
    }
    *dates = joined;
}

/// 每年4月、10月: the second month comes back as the first does.
fn recurs_too(first: &Date, second: &Date, between: &str) -> bool {
    let bare = matches!(second.expression.part, Part::Months(..) | Part::Days(..) | Part::TenDays(..));
    matches!(first.expression.part, Part::Recurring(_))
        && bare
        && matches!(second.expression.year, Year::Frame)
        && matches!(between, "、" | "和" | "与" | "及" | "至" | "到" | "—" | "-")
}

/// The days of 去年11月至今年2月, where both ends are months or days and the first comes first.
fn whole(first: &Date, last: &Date, between: &str, clean: &Clean) -> Option<Interval> {
    let months = |date: &Date| {
        matches!(
            date.expression.part,
            Part::Months(..) | Part::Quarters(..) | Part::Half(_) | Part::TenDays(..) | Part::MonthEnd(_)
        )
    };
    let ended = |date: &Date| months(date) || matches!(date.expression.part, Part::Days(..) | Part::Whole);
    let linked = matches!(between, "至" | "到" | "—" | "–" | "-" | "~" | "～" | "——")
        // 到2023年2月: the word is taken for the date's own.
        || between.is_empty() && last.span.of(&clean.text).starts_with(['至', '到']);
    // 4月底至5月初; 九四年至去年
    let same = first.grain == last.grain || months(first) && months(last);
    let alike = same && first.expression.edge == Edge::In;
    let open = matches!(last.expression.edge, Edge::In | Edge::By);
    if !(ended(first) && ended(last) && linked && alike && open) {
        return None;
    }
    let start = first.interval.as_ref()?.start.clone()?;
    let end = last.interval.as_ref()?.end.clone()?;
    (start < end).then_some(Interval { start: Some(start), end: Some(end) })
}

/// 五年间 behind 2013-2017年: as many years as the span has.
fn is_length(span: &Date, length: &Date) -> bool {
    let Part::Past(n) = length.expression.part else { return false };
    let year = |day: &Option<String>| day.as_deref().and_then(|day| day.get(..4)?.parse::<i32>().ok());
    let years = span.interval.as_ref().and_then(|i| Some(year(&i.end)? - year(&i.start)?));
    // 2010年到2020年十年间: from the one to the other.
    n > 1 && years.is_some_and(|years| years + 1 == n || years == n)
}
