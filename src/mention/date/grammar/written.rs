//! Dates that begin with a number: 2020年4月29日, 二〇二一年, 4月, 1-9月, 一季度, 2018—2022年, 五年.

use super::century::{decade, decade_years, two_decades};
use super::month::{first_months, listed_months, months, new_year_month, pointed_months};
use super::number::{dash, digits, number, spaces, spelled_digit};
use super::quarter::{lettered, quarters};
use super::short::short_year;
use super::span::years;
use super::trade::{school_year, trade_year};
use super::word::part;
use super::{Day, Expression, Part, Year};
use crate::lexicon::time_words::time_words;

const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// 2021-10-01, 2021/10/01, 2021.10.1, with a time of day behind.
pub(super) fn iso(text: &str) -> Option<(Expression, usize)> {
    let field = |from: usize, most: usize| {
        let len = digits(text.get(from..)?);
        text[from..from + len].parse::<i32>().ok().filter(|_| len <= most).map(|value| (value, from + len))
    };
    let separator = |at: usize| text.as_bytes().get(at).filter(|b| matches!(b, b'-' | b'/' | b'.'));
    // 16.05.2016, as some pages write it
    if let Some((day, at)) = field(0, 2).filter(|(day, at)| *at == 2 && (1..=31).contains(day))
        && separator(at).is_some_and(|sign| *sign != b'-')
        && let Some((month, end)) = field(at + 1, 2).filter(|(month, end)| (1..=12).contains(month) && *end == at + 3)
        && separator(end) == separator(at)
        && let Some((year, end)) = field(end + 1, 4).filter(|(year, till)| *till == end + 5 && YEARS.contains(year))
    {
        let day = Day { month: month as i8, day: day as i8 };
        return Some((Expression::new(Year::Of(year), Part::Days(day, day)), end + clock(&text[end..])));
    }
    let (year, at) = field(0, 4).filter(|(year, at)| *at == 4 && YEARS.contains(year))?;
    let first = separator(at)?;
    let (month, at) = field(at + 1, 2).filter(|(month, _)| (1..=12).contains(month))?;
    separator(at).filter(|second| *second == first)?;
    let (day, end) = field(at + 1, 2).filter(|(day, _)| (1..=31).contains(day))?;
    // 2021-08-15号: the number of a paper
    if text[end..].starts_with('号') {
        return None;
    }
    let day = Day { month: month as i8, day: day as i8 };
    Some((Expression::new(Year::Of(year), Part::Days(day, day)), end + clock(&text[end..])))
}

/// 2024-06, 2024/06: a month, where no unit makes a number of it.
pub(super) fn iso_month(text: &str, before: &str) -> Option<(Expression, usize)> {
    let year = text.get(..4).filter(|_| digits(text) == 4)?.parse().ok().filter(|year| YEARS.contains(year))?;
    let tail = text[4..].strip_prefix(['-', '/'])?;
    let month = tail.get(..2).filter(|_| digits(tail) == 2)?.parse().ok().filter(|month| (1..=12).contains(month))?;
    let end = "2024-06".len();
    let rest = &text[end..];
    let ends =
        rest.is_empty() || rest.starts_with(['，', '。', '；', '、', '）', ')', ' ', '\u{3000}', ',', '\n', '|']);
    let part = match rest.chars().next() {
        Some('底' | '末') => Part::MonthEnd(month),
        Some('前' | '至' | '起' | '以') => Part::Months(month, month),
        _ if ends => Part::Months(month, month),
        _ => return None,
    };
    let more = if matches!(part, Part::MonthEnd(_)) { '底'.len_utf8() } else { 0 };
    let expression = Expression { statistical: true, ..Expression::new(Year::Of(year), part) };
    (!before.ends_with(['-', '/', '—'])).then_some((expression, end + more))
}

/// Bytes of a time of day behind a date: " 09:04", "9:30:00", 24时.
fn clock(text: &str) -> usize {
    let gap = spaces(text);
    let hour = digits(&text[gap..]);
    let mut end = gap + hour;
    if !(1..=2).contains(&hour) {
        return 0;
    }
    let told = text[end..].strip_prefix(['时', '点']).filter(|tail| !tail.starts_with("间"));
    if let Some(rest) = told.filter(|_| text[gap..end].parse().is_ok_and(|hour: u8| hour <= 24)) {
        let minutes = digits(rest);
        let minutes = if minutes > 0 && rest[minutes..].starts_with('分') { minutes + '分'.len_utf8() } else { 0 };
        return end + '时'.len_utf8() + minutes;
    }
    let minutes = |at: usize| text[at..].strip_prefix(':').is_some_and(|tail| digits(tail) == 2);
    if !minutes(end) {
        return 0;
    }
    end += 3;
    if minutes(end) { end + 3 } else { end }
}

/// A date that begins with a number.
pub(super) fn written(text: &str, before: &str, base: Option<i32>) -> Option<(Expression, usize)> {
    // 2024.1—11, （2024.11）
    if let Some(found) = pointed(text, before) {
        return Some(found);
    }
    // 一九八二两年: the count of years is no digit of the year.
    let (n, len) = spelled_year(text)
        .filter(|(year, len)| YEARS.contains(year) && is_count_of_years(&text[*len..]))
        .or_else(|| new_year_month(text, before))
        .or_else(|| mixed_year(text))
        .or_else(|| number(text))?;
    let arabic = text.starts_with(|c: char| c.is_ascii_digit());
    let at = len + spaces(&text[len..]);
    let rest = &text[at..];
    // 零八年, 八二年, 24年6月
    if let Some((year, len)) = short_year(text, before, base) {
        return Some(year_part(year, text, len));
    }
    // Four digits, or four characters of three bytes.
    let known = YEARS.contains(&n) || before.ends_with("公元") && n >= 1000;
    if (len == if arabic { 4 } else { 12 } || mixed_year(text).is_some()) && known {
        return numbered_year(n, len, text, at);
    }
    if (1..=12).contains(&n)
        && !(arabic && len > 2)
        && let Some((month, taken)) = months(n, rest, before)
    {
        let end = at + taken;
        let hour = if matches!(month.part, Part::Days(..)) { clock(&text[end..]) } else { 0 };
        return Some((month.of(Year::Frame), end + hour));
    }
    if (1..=4).contains(&n)
        && let Some((part, taken)) = quarters(n, rest)
    {
        return Some((Expression::new(Year::Frame, part), at + taken));
    }
    // 4、5月份: not item 4 of a list, whose words would begin with the very next month
    if let Some((months, taken)) =
        listed_months(n, rest).filter(|(_, taken)| !before.is_empty() || rest[..*taken].ends_with('份'))
    {
        return Some((months.of(Year::Frame), at + taken));
    }
    // 八九十年代
    if let Some(((from, to), len)) = two_decades(text) {
        return Some((Expression::new(Year::Of(1900 + from), Part::Span(1900 + from, 1900 + to)), len));
    }
    // 80年代, 二十年代
    if let Some(after) = rest.strip_prefix("年代") {
        return decade(n, after).map(|(expression, taken)| (expression, at + "年代".len() + taken));
    }
    // 两到三年, 3—5年: as long as the longer of the two.
    let (n, at) = dash(rest)
        .and_then(|until| number(&rest[until..]).map(|(last, len)| (last, at + until + len)))
        .filter(|(last, end)| (n + 1..=50).contains(last) && text[*end..].starts_with('年'))
        .unwrap_or((n, at));
    let (part, taken) = years(n, text[at..].strip_prefix('年')?, before)?;
    Some((Expression::new(Year::Frame, part), at + '年'.len_utf8() + taken))
}

/// A year and months behind a point. One month alone could be a decimal: it opens its line or bracket, and a sign follows.
fn pointed(text: &str, before: &str) -> Option<(Expression, usize)> {
    let year = text.get(..4).filter(|_| digits(text) == 4)?.parse().ok().filter(|year| YEARS.contains(year))?;
    let opens = before.trim_end().is_empty() || before.ends_with(['（', '(']);
    let (months, len) = pointed_months(&text[4..], opens)?;
    Some((months.of(Year::Of(year)), 4 + len))
}

/// 2020年 and what follows it; `len` is the length of the number, and `at` where 年 or a dash should stand.
fn numbered_year(n: i32, len: usize, text: &str, at: usize) -> Option<(Expression, usize)> {
    let rest = &text[at..];
    if let Some(after) = rest.strip_prefix('年') {
        // 2000年代初
        if let Some(decade) = after.strip_prefix('代') {
            let ((from, to), taken) = decade_years(0, decade)?;
            return Some((
                Expression::new(Year::Of(n), Part::Span(n + from - 1, n + to - 1)),
                at + "年代".len() + taken,
            ));
        }
        return Some(year_part(Year::Of(n), text, at + '年'.len_utf8()));
    }
    // 2024Q2, 2024H1
    if let Some((part, taken)) = lettered(&text[len..]) {
        return Some((Expression::new(Year::Of(n), part), len + taken));
    }
    // 2024财年: where it begins, the calendar does not tell.
    if let Some(fiscal) = ["财政年度", "财年"].iter().find(|word| rest.starts_with(**word)) {
        return Some((Expression::new(Year::Of(n), Part::Whole), at + fiscal.len()));
    }
    // 2023学年
    if let Some(school) = school_year(rest) {
        return Some((Expression::new(Year::Of(n), Part::SchoolYear(n)), at + school));
    }
    // 1992、1993年; 一九八一和一九八二两年
    if rest.starts_with(LIST) || is_count_of_years(rest) {
        return is_listed(rest).then(|| (Expression::new(Year::Of(n), Part::Whole), len));
    }
    // 2020/21年度
    if let Some((part, taken)) = trade_year(n, rest) {
        return Some((Expression::new(Year::Of(n), part), at + taken));
    }
    // 2018—2022年, 2018—22年
    let dash_len = dash(rest)?;
    let (last, last_len) = number(&rest[dash_len..])?;
    let last = if last < 100 && last_len <= 6 { n / 100 * 100 + last } else { last };
    let behind = &rest[dash_len + last_len..];
    // 2023—2024学年
    if let Some(school) = school_year(behind).filter(|_| last == n + 1) {
        return Some((Expression::new(Year::Of(n), Part::SchoolYear(n)), at + dash_len + last_len + school));
    }
    // 2019至2023五年间: the count behind it says as much.
    let counted = is_count_of_years(behind) && last_len == 4 && last > n;
    let mark = if behind.starts_with('年') { '年'.len_utf8() } else { 0 };
    ((mark > 0 || counted) && (n..=2100).contains(&last) && last - n < 80)
        .then(|| (Expression::new(Year::Of(n), Part::Through(last)), at + dash_len + last_len + mark))
}

/// Signs between the years of a list.
const LIST: [char; 4] = ['、', '和', '与', '及'];

/// 两年, 三年, 两个年度: how many years a list had.
fn is_count_of_years(text: &str) -> bool {
    text.strip_prefix(['两', '三', '四', '五', '几', '2', '3', '4', '5'])
        .is_some_and(|tail| tail.starts_with('年') || tail.starts_with("个年度"))
}

/// True where a list of years goes on to one with 年 or to their count.
fn is_listed(rest: &str) -> bool {
    let mut rest = rest;
    while let Some(tail) = rest.strip_prefix(LIST) {
        let Some((_, len)) = spelled_year(tail).filter(|(next, _)| YEARS.contains(next)) else { return false };
        rest = &tail[len..];
    }
    rest.starts_with('年') || is_count_of_years(rest)
}

/// 二00三年
fn mixed_year(text: &str) -> Option<(i32, usize)> {
    let spelled = !text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().take(4).any(|c| c == '0');
    spelled
        .then(|| spelled_year(text))
        .flatten()
        .filter(|(year, len)| YEARS.contains(year) && text[*len..].starts_with('年'))
}

/// Four digits in either writing, whatever numeral follows: 一九八二[两年].
fn spelled_year(text: &str) -> Option<(i32, usize)> {
    if digits(text) == 4 {
        return text[..4].parse().ok().map(|year| (year, 4));
    }
    let (mut year, mut count, mut len) = (0, 0, 0);
    for written in text.chars().take(4) {
        // 二00三年: the nought of a keyboard, within spelled digits
        let nought = count > 0 && matches!(written, '0' | 'O');
        year = year * 10 + if nought { 0 } else { spelled_digit(written)? };
        (count, len) = (count + 1, len + written.len_utf8());
    }
    // No fifth digit follows.
    let goes_on = |c: char| !matches!(c, '零' | '○') && spelled_digit(c).is_some();
    (count == 4 && !text[len..].starts_with(goes_on)).then_some((year, len))
}

/// What follows a year: 4月29日, 一季度, 上半年, 底, 末, 初, 度, 至2020年; `at` is the end of the year.
pub(super) fn year_part(year: Year, text: &str, at: usize) -> (Expression, usize) {
    let at_rest = at + spaces(&text[at..]);
    let rest = &text[at_rest..];
    // 今年到2027年
    if year == Year::Offset(0)
        && let Some(dash_len) = dash(rest)
        && let Some((last, last_len)) = number(&rest[dash_len..])
        && rest[dash_len + last_len..].starts_with('年')
        && YEARS.contains(&last)
    {
        return (Expression::new(year, Part::Through(last)), at_rest + dash_len + last_len + '年'.len_utf8());
    }
    // 2018年至2020年, 2018年—2020年
    if let Year::Of(first) = year
        && let Some(dash_len) = dash(rest)
        && let Some((last, last_len)) = number(&rest[dash_len..])
        && rest[dash_len + last_len..].starts_with('年')
        && (first + 1..=2100).contains(&last)
        && last - first < 80
    {
        return (Expression::new(year, Part::Through(last)), at_rest + dash_len + last_len + '年'.len_utf8());
    }
    // 2023年冬至2024年春: seasons that no calendar fixes, in years that are told.
    if let Year::Of(first) = year
        && let Some((last, len)) = season(rest).and_then(|tail| {
            let tail = &tail[dash(tail)?..];
            let (last, len) = number(tail).filter(|(last, _)| (first..=first + 1).contains(last))?;
            let end = season(tail[len..].strip_prefix('年')?)?;
            Some((last, rest.len() - end.len()))
        })
    {
        return (Expression::new(year, Part::Through(last)), at_rest + len);
    }
    // 2023年夏季: no calendar fixes where it begins and ends, so it is somewhere in that year.
    if let Some(tail) = season(rest).filter(|tail| rest.len() - tail.len() > '春'.len_utf8()) {
        return (Expression::new(year, Part::Whole), at_rest + rest.len() - tail.len());
    }
    // 2023年的12月: 的 goes with a part of the year alone.
    if let Some(of) = rest.strip_prefix('的') {
        let (part, end) = if of.starts_with(['年', '度', '全', '同']) {
            (Expression::new(year, Part::Whole), 0)
        } else {
            year_part(year, of, 0)
        };
        return if end > 0 {
            (part, at_rest + '的'.len_utf8() + end)
        } else {
            (Expression::new(year, Part::Whole), at)
        };
    }
    // 2024年Q2
    if let Some((part, taken)) = lettered(rest) {
        return (Expression::new(year, part), at_rest + taken);
    }
    // 今年前7个月
    if let Some((months, taken)) = first_months(rest, "") {
        return (months.of(year), at_rest + taken);
    }
    if let Some((n, len)) = new_year_month(rest, "").or_else(|| number(rest)) {
        let inner = len + spaces(&rest[len..]);
        let tail = &rest[inner..];
        if (1..=12).contains(&n)
            && let Some((month, taken)) = months(n, tail, "")
        {
            let end = at_rest + inner + taken;
            let clock = if matches!(month.part, Part::Days(..)) { clock(&text[end..]) } else { 0 };
            return (month.of(year), end + clock);
        }
        if (1..=4).contains(&n)
            && let Some((part, taken)) = quarters(n, tail)
        {
            return (Expression::new(year, part), at_rest + inner + taken);
        }
        // 今年4、5月份
        if let Some((months, taken)) = listed_months(n, tail) {
            return (months.of(year), at_rest + inner + taken);
        }
    } else if let Some(found) = time_words().after_year.at(rest)
        && found.stands("", &rest[found.word.len()..])
        && let Some(part) = part(found.part)
    {
        return (Expression::new(year, part), at_rest + found.word.len());
    }
    (Expression::new(year, Part::Whole), at)
}

/// What follows a season: 冬季, 春.
fn season(text: &str) -> Option<&str> {
    let tail = text.strip_prefix(['春', '夏', '秋', '冬'])?;
    let tail = tail.strip_prefix(['季', '天']).unwrap_or(tail);
    Some(tail.strip_prefix("学期").unwrap_or(tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    const JUNE: Day = Day { month: 6, day: 30 };

    fn read(text: &str) -> Option<(Year, Part, &str)> {
        written(text, "", None).map(|(e, len)| (e.year, e.part, &text[..len]))
    }

    #[test]
    fn years_and_spans_of_years_are_read() {
        for (text, year, part, quote) in [
            ("2020年，", Year::Of(2020), Part::Whole, "2020年"),
            ("2020年度报告", Year::Of(2020), Part::Whole, "2020年度"),
            ("2020年底线", Year::Of(2020), Part::Whole, "2020年"),
            ("零八年，", Year::Of(2008), Part::Whole, "零八年"),
            ("八二年产值", Year::Short(82), Part::Whole, "八二年"),
            ("八0年，", Year::Short(80), Part::Whole, "八0年"),
            ("24年6月底，", Year::Short(24), Part::MonthEnd(6), "24年6月底"),
            ("两到三年时间", Year::Frame, Part::Years(3), "两到三年时间"),
            ("6月30日24时前", Year::Frame, Part::Days(JUNE, JUNE), "6月30日24时"),
            ("元月至三月，", Year::Frame, Part::Months(1, 3), "元月至三月"),
            ("2024年元月，", Year::Of(2024), Part::Months(1, 1), "2024年元月"),
            ("2023年冬至2024年春，", Year::Of(2023), Part::Through(2024), "2023年冬至2024年春"),
            ("1992、1993年", Year::Of(1992), Part::Whole, "1992"),
            ("2018—22年", Year::Of(2018), Part::Through(2022), "2018—22年"),
            ("80年代", Year::Of(1980), Part::Span(1980, 1989), "80年代"),
            ("2020年上半年", Year::Of(2020), Part::Half(1), "2020年上半年"),
        ] {
            assert_eq!(read(text), Some((year, part, quote)), "{text}");
        }
    }

    #[test]
    fn a_time_of_day_goes_with_its_date() {
        assert_eq!(iso("2021-10-01 09:04:30 来源").map(|(_, len)| len), Some("2021-10-01 09:04:30".len()));
        assert_eq!(iso("2021.10.1 来源").map(|(_, len)| len), Some("2021.10.1".len()));
        assert_eq!(iso("2021-10/01"), None);
    }

    #[test]
    fn a_month_in_digits_has_no_unit_behind_it() {
        let read = |text| iso_month(text, "").map(|(e, len)| (e.part, len));
        assert_eq!(read("2024-06，"), Some((Part::Months(6, 6), "2024-06".len())));
        assert_eq!(read("2024/06底"), Some((Part::MonthEnd(6), "2024/06底".len())));
        assert_eq!((read("2024-06号"), read("2024-13，"), read("2024-0601")), (None, None, None));
        assert!(iso_month("2024-06，", "0391-").is_none());
    }
}
