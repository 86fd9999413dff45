//! Days and periods as numbers that compare: 20231231.

use rustc_hash::FxHashMap as HashMap;
use std::cell::RefCell;

use crate::report::Interval;

/// A day as year · 10000 + month · 100 + day.
pub(super) type Day = i32;

/// From a day to a day, both inclusive; an open end lies beyond every day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Period {
    /// First day.
    pub(super) start: Day,
    /// Last day.
    pub(super) end: Day,
}

const BEFORE: Day = Day::MIN;
const AFTER: Day = Day::MAX;

/// `2023-12-31` as a number.
pub(super) fn day(text: &str) -> Option<Day> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |sum: Day, digit| digit.is_ascii_digit().then(|| sum * 10 + Day::from(digit - b'0')))
    };
    let (year, month, day) = (number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(year * 10_000 + month * 100 + day)
}

/// A day as `2023-12-31`.
pub(super) fn written(day: Day) -> Option<String> {
    if day == BEFORE || day == AFTER {
        return None;
    }
    Some(format!("{:04}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100))
}

/// Writes periods: many rows are of few of them.
#[derive(Debug, Default)]
pub(super) struct Writer(RefCell<HashMap<Period, Interval>>);

impl Writer {
    /// The period as the report writes it.
    pub(super) fn interval(&self, period: Period) -> Interval {
        self.0.borrow_mut().entry(period).or_insert_with(|| period.interval()).clone()
    }
}

/// Days from one to the other, near enough to tell a month from a quarter.
pub(super) fn days_between(from: Day, to: Day) -> i64 {
    let count = |day: Day| {
        let (year, month, day) = (i64::from(day / 10_000), i64::from(day / 100 % 100), i64::from(day % 100));
        year * 372 + month * 31 + day
    };
    count(to) - count(from)
}

impl Period {
    /// The period of an interval that has an end at least.
    pub(super) fn between(start: Option<&str>, end: Option<&str>) -> Option<Period> {
        let edge = |text: Option<&str>, open| text.map_or(Some(open), day);
        Some(Period { start: edge(start, BEFORE)?, end: edge(end, AFTER)? })
            .filter(|period| period.start != BEFORE || period.end != AFTER)
    }

    /// The whole year.
    pub(super) fn year(year: i32) -> Period {
        Period { start: year * 10_000 + 101, end: year * 10_000 + 1231 }
    }

    /// So many years, this the last.
    pub(super) fn years_to(last: i32, years: i32) -> Period {
        Period { start: (last - years + 1) * 10_000 + 101, ..Period::year(last) }
    }

    /// As the report writes it.
    pub(super) fn interval(self) -> Interval {
        Interval { start: written(self.start), end: written(self.end) }
    }

    /// Year of the last day.
    pub(super) fn last_year(self) -> Option<i32> {
        (self.end != AFTER).then_some(self.end / 10_000)
    }

    /// The year that it is, if it is one whole year.
    pub(super) fn whole_year(self) -> Option<i32> {
        self.last_year().filter(|year| self == Period::year(*year))
    }

    /// First and last year of whole years, more than one.
    pub(super) fn years(self) -> Option<(i32, i32)> {
        let (first, last) = (self.start / 10_000, self.end / 10_000);
        let whole = self.start != BEFORE && self.end != AFTER;
        (whole && last > first && self.start % 10_000 == 101 && self.end % 10_000 == 1231).then_some((first, last))
    }

    /// Whether nothing says when it began: 累计 up to its end.
    pub(super) fn open(self) -> bool {
        self.start == BEFORE
    }

    /// Everything up to the end of this period.
    pub(super) fn cumulative(self) -> Period {
        Period { start: BEFORE, end: self.end }
    }

    /// The last day alone.
    pub(super) fn last_day(self) -> Period {
        Period { start: self.end, end: self.end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(start: &str, end: &str) -> Interval {
        let day = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Interval { start: day(start), end: day(end) }
    }

    #[test]
    fn a_period_is_read_and_written_alike() {
        for (start, end) in [("2023-01-01", "2023-12-31"), ("", "2023-12-31"), ("2024-02-29", "")] {
            let Interval { start, end } = interval(start, end);
            let period = Period::between(start.as_deref(), end.as_deref()).map(Period::interval);
            assert_eq!(period, Some(Interval { start, end }));
        }
        assert_eq!(Period::between(None, None), None);
        assert_eq!(day("2023-13-01"), None);
    }

    #[test]
    fn years_are_told_from_other_periods() {
        assert_eq!(Period::year(2023).whole_year(), Some(2023));
        assert_eq!(Period { start: 20_210_101, end: 20_251_231 }.years(), Some((2021, 2025)));
        assert_eq!(Period { start: 20_230_101, end: 20_230_630 }.years(), None);
        assert!(days_between(20_230_930, 20_231_231) > 90 && days_between(20_231_115, 20_231_231) < 50);
    }
}
