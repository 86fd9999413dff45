//! Months and days: 4月29日, 12月份, 1-9月, 前5个月.

use super::number::{dash, day_number, digits, number, spaces};
use super::{Day, Edge, Expression, Part, Year};
use crate::lexicon::cues::times;
use crate::lexicon::search::Search;
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
        // 3月龄羔羊, 5月胎龄: an age; 6月期: a term.
        let term = tail.strip_prefix('期').is_some_and(|tail| !tail.starts_with(['间', '末', '中']));
        if tail.starts_with(['龄', '胎']) || term {
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

/// 、5月份: the months of a list that go on from `n`.
pub(super) fn listed_months(n: i32, rest: &str) -> Option<(Month, usize)> {
    let (mut last, mut at) = (n, 0);
    while let Some(tail) = rest[at..].strip_prefix(['、', '和']) {
        let (next, len) = number(tail).filter(|(next, _)| *next == last + 1 && *next <= 12)?;
        (last, at) = (next, rest.len() - tail.len() + len);
    }
    let tail =
        rest[at..].strip_prefix('月').filter(|tail| last > n && n > 0 && !tail.starts_with(['底', '末', '初']))?;
    let more = if tail.starts_with('份') { '份'.len_utf8() } else { 0 };
    Some((Month::statistical(Part::Months(n as i8, last as i8)), at + '月'.len_utf8() + more))
}

/// .1-11, .1—11月 behind a year; .11 where a month may stand alone.
pub(super) fn pointed_months(rest: &str, alone: bool) -> Option<(Month, usize)> {
    let month = |text: &str| number(text).filter(|(month, len)| (1..=12).contains(month) && *len <= 2);
    let tail = rest.strip_prefix('.')?;
    let len = digits(tail);
    let first =
        tail.get(..len).filter(|_| (1..=2).contains(&len))?.parse().ok().filter(|first| (1..=12).contains(first))?;
    let until = dash(&tail[len..]).map(|dash| len + dash);
    let last = until.and_then(|until| month(&tail[until..]).map(|(last, more)| (last, until + more)));
    let (last, end) = last.filter(|(last, _)| *last > first).or_else(|| alone.then_some((first, len)))?;
    let behind = &tail[end..];
    let word = ["月份", "月"].iter().find(|word| behind.starts_with(**word)).map_or(0, |word| word.len());
    let stops = word > 0 || behind.is_empty() && !alone || behind.starts_with(['，', '）', ')', '：', ',']);
    stops.then_some((Month::statistical(Part::Months(first as i8, last as i8)), 1 + end + word))
}

/// 29日, 5日至11日, 5-11日; `tail` begins behind 月.
fn days(month: i8, tail: &str) -> Option<(Month, usize)> {
    let gap = spaces(tail);
    let (day, len) = day_number(&tail[gap..]).filter(|(day, len)| (1..=31).contains(day) && *len <= 9)?;
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
    // 7月17、18日
    let (mut last, mut upto) = (first, end + mark);
    while let Some(tail) = tail[upto..].strip_prefix('、')
        && let Some((day, len)) = number(tail).filter(|(day, _)| (i32::from(last.day) + 1..=31).contains(day))
        && let behind = &tail[len..]
        && behind.starts_with(['日', '、'])
    {
        last = Day { month, day: day as i8 };
        upto += '、'.len_utf8() + len + if behind.starts_with('日') { '日'.len_utf8() } else { 0 };
    }
    let told = mark > 0 || tail[..upto].ends_with('日');
    told.then_some((Month::plain(Part::Days(first, last)), upto))
}

/// 11日, 4月2日
fn last_day(text: &str, month: i8) -> Option<(Day, usize)> {
    let (n, len) = day_number(text)?;
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
    if let Some((ten, len)) = ten_days(tail) {
        return (Month::plain(Part::TenDays(month, ten)), len);
    }
    if tail.starts_with(['底', '末']) {
        return (Month::plain(Part::MonthEnd(month)), '底'.len_utf8());
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

/// 上旬, 中下旬, 初 behind a month: which of its ten days, as [`Part::TenDays`] numbers them.
pub(super) fn ten_days(tail: &str) -> Option<(i8, usize)> {
    let words = [("上中旬", 4), ("中下旬", 3), ("上旬", 0), ("中旬", 1), ("下旬", 2), ("初", 0)];
    let (word, ten) = words.into_iter().find(|(word, _)| tail.starts_with(word))?;
    (!tail.starts_with("初步") && !tail.starts_with("初级")).then_some((ten, word.len()))
}

/// 元月 as the first month: 元月至三月, 2024年元月, but not 每户300元月租.
pub(super) fn new_year_month(text: &str, before: &str) -> Option<(i32, usize)> {
    let counted =
        || before.ends_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百千万亿多余几美欧日港".has_char(c));
    let rest = text.strip_prefix('元')?;
    // 元至九月
    let until = || dash(rest).and_then(|until| last_month(2, &rest[until..])).is_some();
    ((rest.starts_with('月') || until()) && !counted()).then_some((1, '元'.len_utf8()))
}

/// 前5个月, 头两个月; 提前两个月 is a lead.
pub(super) fn first_months(text: &str, before: &str) -> Option<(Month, usize)> {
    let tail = text.strip_prefix(['前', '头']).filter(|_| !before.ends_with(['提', '目', '以', '之']))?;
    let (n, len) = number(tail).filter(|(n, _)| (1..=12).contains(n))?;
    // 前八月, but not 汕头十一月四日
    let unit = ["个月", "月"].into_iter().find(|unit| tail[len..].starts_with(unit))?;
    if unit == "月" && text.starts_with('头') {
        return None;
    }
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

/// 10日 without its month: a day only where a deed or an hour follows (10日在, 10日上午) or where it is a clause of its
/// own (30日，高速公路通车), else a count of days.
pub(super) fn bare_day(text: &str, before: &str) -> Option<(Expression, usize)> {
    // 13月5日 is no date, and its 5日 none of this month.
    if before.ends_with('月') {
        return None;
    }
    let (day, len) = month_day(text)?;
    // 19日至21日; 3日至5日内 counts days.
    if let Some(until) = dash(&text[len..])
        && let Some((last, more)) = month_day(&text[len + until..]).filter(|(last, _)| *last > day)
        && let end = len + until + more
        && !text[end..].starts_with(['内', '龄', '之', '以'])
        && !before.ends_with(['每', '各'])
    {
        return Some((Expression::new(Year::Frame, Part::MonthDays(day, last)), end));
    }
    let opens = before.trim_end().chars().next_back().is_none_or(|c| matches!(c, '。' | ')' | '）' | '“' | '\n'));
    let alone = opens && text[len..].starts_with(['，', ',']);
    // 项目于15日开工; 于15日内 counts days.
    let told = before.ends_with('于') && !text[len..].starts_with(['内', '之', '以', '前', '龄']);
    if !alone && !told {
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
    let (day, len) = day_number(text)?;
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
        assert_eq!(first_months("头两个月", "").map(|(m, _)| m.part), Some(Part::Months(1, 2)));
        assert!(first_months("前两个月", "比原计划提").is_none());
        assert_eq!(new_year_month("元月至三月", ""), Some((1, 3)));
        assert_eq!(new_year_month("元月租", "300"), None);
        assert_eq!(first_months("前5个月", "").map(|(m, _)| m.part), Some(Part::Months(1, 5)));
        let within = within_months("三个月内办结").map(|(e, len)| (e.edge, len));
        assert_eq!(within, Some((Edge::Within, "三个月内".len())));
        assert!(within_months("三个月的").is_none());
        assert_eq!(listed_months(4, "、5月份").map(|(m, _)| m.part), Some(Part::Months(4, 5)));
        assert_eq!(
            pointed_months(".1-11，", false).map(|(m, len)| (m.part, len)),
            Some((Part::Months(1, 11), ".1-11".len()))
        );
        assert!(
            pointed_months(".1亿元", true).is_none()
                && pointed_months(".11，", false).is_none()
                && listed_months(4, "、6月底").is_none()
        );
    }
}
