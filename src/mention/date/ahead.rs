//! Whether a day without its year is still to come, or has come: 力争8月底, 截至12月31日.

use jiff::civil::Date as Civil;

use super::Date;
use super::grammar::{Edge, Expression, Part, Year};
use crate::lexicon::cues::times;
use crate::mention::first_chars;

/// True of months and days of one year, less than the whole.
pub(super) fn is_stretch(start: Civil, end: Civil) -> bool {
    start.year() == end.year() && start < end && (start.month(), end.month()) != (1, 12)
}

/// True behind 截至: up to 4月底 something is counted, and 去年同期 up to that day of the year before.
pub(super) fn is_counted_up_to(before: &str) -> bool {
    times().upto.suffix(before).is_some()
}

/// True of a day or month without its year that the words around it set as a goal, or as a day to come.
pub(super) fn is_ahead(date: &Date, before: &str, after: &str) -> bool {
    let Expression { year: Year::Frame, part, edge, .. } = date.expression else { return false };
    let cues = times();
    match part {
        Part::MonthDay(_) | Part::MonthDays(..) => cues.to_come.suffix(before).is_some(),
        Part::Days(..) | Part::MonthEnd(_) | Part::TenDays(..) | Part::Months(..) => {
            let words = first_chars(after, 40).trim_start_matches(['，', ',']);
            let clause = words.split(['，', '。', '；', ',']).next().unwrap_or_default();
            let limit = || matches!(edge, Edge::Before | Edge::Within) && !clause.contains(['已', '了']);
            [&cues.to_come, &cues.planned, &cues.hoped_before].iter().any(|list| list.suffix(before).is_some())
                || limit()
        }
        _ => false,
    }
}

/// True of a day without its year up to which, or on which, something was counted.
pub(super) fn is_come(date: &Date, before: &str, after: &str) -> bool {
    let Expression { year: Year::Frame, part: Part::Days(..) | Part::MonthEnd(_), edge: Edge::In, .. } =
        date.expression
    else {
        return false;
    };
    let words = first_chars(after, 40).trim_start_matches(['，', ',']);
    let clause = words.split(['，', '。', '；', ',']).next().unwrap_or_default();
    times().upto.suffix(before).is_some() || times().stock.within(clause)
}
