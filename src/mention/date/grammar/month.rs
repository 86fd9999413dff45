//! Months and quarters: 4月29日, 12月份, 1-9月, 前5个月, 一至三季度.

use super::number::{dash, number, spaces};
use super::{Day, Edge, Expression, Part, Year};
use crate::lexicon::cues::times;
use crate::report::Grain;

/// Months of a year, and whether figures are told by them (12月份, 1-9月).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) part: Part,
    statistical: bool,
}

impl Month {
    fn plain(part: Part) -> Self {
        Month { part, statistical: false }
    }

    fn statistical(part: Part) -> Self {
        Month { part, statistical: true }
    }

    /// The months of this year.
    pub(super) fn of(self, year: Year) -> Expression {
        Expression { statistical: self.statistical, ..Expression::new(year, self.part) }
    }
}

/// 月 with what follows; `n` is the month, `rest` begins behind the number.
pub(super) fn months(n: i32, rest: &str, before: &str) -> Option<(Month, usize)> {
    let month = n as i8;
    if let Some(tail) = rest.strip_prefix('月') {
        // 一月一调度: each month once.
        if n == 1 && tail.strip_prefix('一').is_some_and(|tail| !tail.starts_with(['日', '号', '至', '到', '十']))
        {
            return None;
        }
        let (found, taken) = days(month, tail).unwrap_or_else(|| month_part(month, tail));
        return Some((found, '月'.len_utf8() + taken));
    }
    // 1-9月
    let until = dash(rest)?;
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    last_month(month + 1, &rest[until..])
        .map(|(last, len)| (Month::statistical(Part::Months(month, last)), until + len))
}

/// 9月, 9月份: the last month of a span, not before `least`.
fn last_month(least: i8, text: &str) -> Option<(i8, usize)> {
    let (month, len) = number(text)?;
    let tail = text[len..].strip_prefix('月').filter(|_| (i32::from(least)..=12).contains(&month))?;
    let extra = if tail.starts_with('份') { '份'.len_utf8() } else { 0 };
    Some((month as i8, len + '月'.len_utf8() + extra))
}

/// 29日, 5日至11日, 5-11日; `tail` begins behind 月.
fn days(month: i8, tail: &str) -> Option<(Month, usize)> {
    let gap = spaces(tail);
    let (day, len) = number(&tail[gap..]).filter(|(day, len)| (1..=31).contains(day) && *len <= 9)?;
    let first = Day { month, day: day as i8 };
    let end = gap + len;
    let after = &tail[end..];
    let mark = if after.starts_with(['日', '号']) { '日'.len_utf8() } else { 0 };
    // 3月5日至11日, 3月5日至4月2日, 3月5-11日
    if let Some(until) = dash(&after[mark..])
        && let Some((last, len)) = last_day(&after[mark + until..], month)
    {
        return Some((Month::plain(Part::Days(first, last)), end + mark + until + len));
    }
    (mark > 0).then(|| (Month::plain(Part::Days(first, first)), end + mark))
}

/// 11日, 4月2日
fn last_day(text: &str, month: i8) -> Option<(Day, usize)> {
    let (n, len) = number(text)?;
    let rest = &text[len..];
    if rest.starts_with('日') && (1..=31).contains(&n) {
        return Some((Day { month, day: n as i8 }, len + 3));
    }
    let (day, day_len) = number(rest.strip_prefix('月')?)?;
    let end = len + 3 + day_len;
    (text[end..].starts_with('日') && (1..=12).contains(&n) && (1..=31).contains(&day))
        .then_some((Day { month: n as i8, day: day as i8 }, end + 3))
}

/// 上旬, 底, 份, —9月; `tail` begins behind 月.
fn month_part(month: i8, tail: &str) -> (Month, usize) {
    for (word, part) in [
        ("上中旬", Part::TenDays(month, 4)),
        ("中下旬", Part::TenDays(month, 3)),
        ("上旬", Part::TenDays(month, 0)),
        ("中旬", Part::TenDays(month, 1)),
        ("下旬", Part::TenDays(month, 2)),
        ("底", Part::MonthEnd(month)),
        ("末", Part::MonthEnd(month)),
    ] {
        if tail.starts_with(word) {
            return (Month::plain(part), word.len());
        }
    }
    if tail.starts_with('初') && !tail.starts_with("初步") {
        return (Month::plain(Part::TenDays(month, 0)), '初'.len_utf8());
    }
    if tail.starts_with('份') {
        return (Month::statistical(Part::Months(month, month)), '份'.len_utf8());
    }
    // 1月—9月
    let until = dash(tail).and_then(|until| last_month(month, &tail[until..]).map(|(last, len)| (last, until + len)));
    until.map_or((Month::plain(Part::Months(month, month)), 0), |(last, len)| {
        (Month::statistical(Part::Months(month, last)), len)
    })
}

/// 元月 as the first month: 元月至三月, 2024年元月, but not 每户300元月租.
pub(super) fn new_year_month(text: &str, before: &str) -> Option<(i32, usize)> {
    let counted =
        || before.ends_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百千万亿多余几美欧日港".contains(c));
    (text.starts_with("元月") && !counted()).then_some((1, '元'.len_utf8()))
}

/// 前5个月, 头两个月
pub(super) fn first_months(text: &str) -> Option<(Month, usize)> {
    let tail = text.strip_prefix(['前', '头'])?;
    let (n, len) = number(tail).filter(|(n, _)| (1..=12).contains(n))?;
    let unit = ["个月", "月"].into_iter().find(|unit| tail[len..].starts_with(unit))?;
    Some((Month::statistical(Part::Months(1, n as i8)), 3 + len + unit.len()))
}

/// 三个月内, 6个月时间内: so long from a day that is not told.
pub(super) fn within_months(text: &str) -> Option<(Expression, usize)> {
    let (_, len) = number(text).filter(|(n, _)| (1..=24).contains(n))?;
    let tail = text[len..].strip_prefix("个月")?;
    let word = ["时间内", "之内", "内"].into_iter().find(|word| tail.starts_with(word))?;
    let expression = Expression::new(Year::Frame, Part::Undated(Grain::Month));
    Some((Expression { edge: Edge::Within, ..expression }, text.len() - tail.len() + word.len()))
}

/// 季度 with what follows; `n` is the quarter, `rest` begins behind the number.
pub(super) fn quarters(n: i32, rest: &str) -> Option<(Part, usize)> {
    let quarter = n as i8;
    if let Some(tail) = rest.strip_prefix("季度") {
        return Some(if tail.starts_with(['末', '底']) {
            (Part::MonthEnd(quarter * 3), "季度末".len())
        } else {
            (Part::Quarters(quarter, quarter), "季度".len())
        });
    }
    // 一、二季度; 一至三季度
    let gap = if rest.starts_with('、') { '、'.len_utf8() } else { dash(rest)? };
    let (last, len) = number(&rest[gap..])?;
    (rest[gap + len..].starts_with("季度") && (n + 1..=4).contains(&last))
        .then(|| (Part::Quarters(quarter, last as i8), gap + len + "季度".len()))
}

/// 10日 without its month: a day only where a deed or an hour follows (10日在, 10日上午) or where it is a clause of its
/// own (30日，高速公路通车), else a count of days.
pub(super) fn bare_day(text: &str, before: &str) -> Option<(Expression, usize)> {
    // 13月5日 is no date, and its 5日 none of this month.
    if before.ends_with('月') {
        return None;
    }
    let (day, len) = month_day(text)?;
    let opens = before.trim_end().chars().next_back().is_none_or(|c| matches!(c, '。' | ')' | '）' | '“' | '\n'));
    let alone = opens && text[len..].starts_with(['，', ',']);
    if !alone {
        times().behind_day.prefix(&text[len..])?;
    }
    Some((Expression::new(Year::Frame, Part::MonthDay(day)), len))
}

/// 昨(21)日, 今（5）日: a day said twice.
pub(super) fn said_day(text: &str) -> Option<(Expression, usize)> {
    let open = text.strip_prefix(['昨', '今'])?;
    let inner = open.strip_prefix(['(', '（'])?;
    let (day, len) = number(inner)?;
    let close = inner[len..].strip_prefix([')', '）'])?.strip_prefix('日')?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    Some((Expression::new(Year::Frame, Part::MonthDay(day)), text.len() - close.len()))
}

/// A day of a month, with its 日.
pub(super) fn month_day(text: &str) -> Option<(i8, usize)> {
    let (day, len) = number(text)?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    text[len..].starts_with('日').then_some((day, len + '日'.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_days_are_read() {
        let day = |month, day| Day { month, day };
        for (n, rest, part, len) in [
            (4, "月29日在", Part::Days(day(4, 29), day(4, 29)), "月29日".len()),
            (3, "月5日至4月2日", Part::Days(day(3, 5), day(4, 2)), "月5日至4月2日".len()),
            (3, "月5-11日", Part::Days(day(3, 5), day(3, 11)), "月5-11日".len()),
            (6, "月底前", Part::MonthEnd(6), "月底".len()),
            (6, "月初步", Part::Months(6, 6), "月".len()),
            (1, "月—9月份，", Part::Months(1, 9), "月—9月份".len()),
            (1, "-9月，", Part::Months(1, 9), "-9月".len()),
        ] {
            assert_eq!(months(n, rest, "").map(|(m, len)| (m.part, len)), Some((part, len)), "{rest}");
        }
        assert_eq!(first_months("头两个月").map(|(m, _)| m.part), Some(Part::Months(1, 2)));
        assert_eq!(new_year_month("元月至三月", ""), Some((1, 3)));
        assert_eq!(new_year_month("元月租", "300"), None);
        assert_eq!(first_months("前5个月").map(|(m, _)| m.part), Some(Part::Months(1, 5)));
        let within = within_months("三个月内办结").map(|(e, len)| (e.edge, len));
        assert_eq!(within, Some((Edge::Within, "三个月内".len())));
        assert!(within_months("三个月的").is_none());
        assert_eq!(quarters(1, "至三季度"), Some((Part::Quarters(1, 3), "至三季度".len())));
        assert_eq!(quarters(1, "个季度"), None);
    }
}
