//! Words of time: 今年, 年底, 春节期间, and what the cells of their table mean.

use super::ago::each;
use super::edge::edge;
use super::month::{first_months, month_day, ten_days};
use super::number::number;
use super::written::year_part;
use super::{Expression, Part, Year};
use crate::lexicon::time_words::{TimeWord, time_words};
use crate::report::{Every, Grain};

/// The year that a cell of the table names.
fn year(cell: &str) -> Option<Year> {
    if let Some(by) = cell.strip_prefix("prior") {
        return by.parse().ok().map(Year::Prior);
    }
    match cell.as_bytes().first() {
        None => Some(Year::Frame),
        Some(b'n') => (cell == "next").then_some(Year::Next),
        Some(b'+' | b'-') => cell.parse().ok().map(Year::Offset),
        Some(_) => cell.parse().ok().map(Year::Of),
    }
}

/// The part of the year that a cell of the table names.
pub(super) fn part(cell: &str) -> Option<Part> {
    let mut cells = cell.split(' ');
    let name = cells.next()?;
    let mut next = || cells.next()?.parse::<i32>().ok();
    Some(match name {
        "whole" => Part::Whole,
        "start" => Part::Start,
        "end" => Part::End,
        "undated" => Part::Undated(Grain::None),
        "half" => Part::Half(next()? as i8),
        "quarters" => Part::Quarters(next()? as i8, next()? as i8),
        "month_end" => Part::MonthEnd(next()? as i8),
        "past" => Part::Past(next()?),
        "coming" => Part::Coming(next()?),
        "span" => Part::Span(next()?, next()?),
        "month" => Part::Month(next()?),
        "quarter" => Part::Quarter(next()?),
        "same_month" => Part::SameMonth,
        "same_month_end" => Part::SameMonthEnd,
        "month_last" => Part::MonthLast(next()?),
        "day" => Part::DayOffset(next()?),
        "days" => Part::DaySpan(next()?, next()?),
        "week" => Part::Week(next()?),
        "plan" => Part::Plan(next()?),
        "every" => Part::Recurring(match cells.next()? {
            "year" => Every::Year,
            "quarter" => Every::Quarter,
            "month" => Every::Month,
            _ => return None,
        }),
        _ => return None,
    })
}

/// An expression that begins with a word of time.
pub(super) fn word(text: &str, before: &str) -> Option<(Expression, usize)> {
    if let Some((months, taken)) = first_months(text, before) {
        return Some((months.of(Year::Frame), taken));
    }
    if text.starts_with(['正', '腊', '冬', '农', '阴', '旧']) {
        return lunar(text);
    }
    let found = time_words().words.at(text)?;
    let len = found.word.len();
    if !found.stands(before, &text[len..]) {
        return None;
    }
    match found.part {
        "year" => Some(year_part(year(found.year)?, text, len)),
        "festival" => festival(found, &text[len..]),
        // 比同期提高: a frame of figures, whose days only what was said before could tell; 每周 comes again.
        "same_period" | "each" => {
            let expression = Expression::new(Year::Frame, Part::Undated(Grain::None));
            Some((Expression { statistical: true, ..expression }, len))
        }
        _ => {
            let part = part(found.part)?;
            let behind = &text[len..];
            // 本月20日, 上月下旬, 上周五
            let finer = match part {
                Part::Month(by) => month_day(behind)
                    .map(|(day, more)| (Part::MonthOn(by, day), more))
                    .or_else(|| ten_days(behind).map(|(ten, more)| (Part::MonthTen(by, ten), more))),
                Part::Week(by) => week_day(behind).map(|(day, more)| (Part::WeekDay(by, day), more)),
                _ => None,
            };
            if let Some((part, more)) = finer {
                return Some((Expression::new(year(found.year)?, part), len + more));
            }
            let more = if let Part::Recurring(every) = part { each(every, behind) } else { 0 };
            let expression = Expression::new(year(found.year)?, part);
            let len = len + more;
            Some((Expression { edge: edge(found.edge)?, ..expression }, len))
        }
    }
}

/// 一 to 日, 天 behind 上周.
fn week_day(text: &str) -> Option<(i8, usize)> {
    let day = text.chars().next()?;
    let number = (1..).zip("一二三四五六日".chars()).find(|(_, name)| *name == day || day == '天' && *name == '日')?.0;
    Some((number, day.len_utf8()))
}

/// 农历正月十五, 腊月二十三, 正月: a day that another calendar tells.
pub(super) fn lunar(text: &str) -> Option<(Expression, usize)> {
    let named = ["农历", "阴历", "旧历"].iter().find_map(|word| text.strip_prefix(word));
    let tail = named.unwrap_or(text);
    let month = ["正月", "腊月", "冬月"].iter().find_map(|word| tail.strip_prefix(word)).or_else(|| {
        let tail = named?;
        let tail = tail.strip_prefix('闰').unwrap_or(tail);
        let (_, len) = number(tail).filter(|(n, _)| (1..=12).contains(n))?;
        tail[len..].strip_prefix('月').or(Some(&tail[len..]))
    })?;
    let day = month.strip_prefix(['初', '廿']).unwrap_or(month);
    let end = number(day).filter(|(n, len)| (1..=30).contains(n) && *len <= 9).map_or(month, |(_, len)| &day[len..]);
    let end = end.strip_prefix('日').unwrap_or(end);
    let bare = named.is_none()
        && end.len() == month.len()
        && !end.starts_with(['，', '里', '期', '前', '、', '上', '中', '下']);
    let expression = Expression::new(Year::Frame, Part::Undated(Grain::None));
    (!bare).then_some((expression, text.len() - end.len()))
}

/// True where a festival in quotation marks stands for a time of the year; `text` begins behind the opening mark.
pub(in crate::mention) fn is_festival(text: &str) -> bool {
    let found = time_words().words.at(text).filter(|found| found.part == "festival");
    found.is_some_and(|found| festival(found, &text[found.word.len()..]).is_some())
}

/// True where a text begins with years that an event opened: 十八大以来.
pub(in crate::mention) fn is_era(text: &str) -> bool {
    time_words().words.at(text).is_some_and(|found| found.part.starts_with("span "))
}

/// 春节前, 国庆期间, “五一”假期: time of the year without a date; 前 is left to the edges.
fn festival(found: &TimeWord, rest: &str) -> Option<(Expression, usize)> {
    let bare = rest.strip_prefix(['”', '"', '’', '」']).unwrap_or(rest);
    let tail = ["期间", "假期", "黄金周", "小长假", "长假", "当天", "当日", "后", "前"]
        .into_iter()
        .find(|tail| bare.starts_with(tail))?;
    let expression = Expression::new(Year::Frame, Part::Undated(Grain::None));
    let len = found.word.len() + rest.len() - bare.len() + if tail == "前" { 0 } else { tail.len() };
    Some((Expression { statistical: true, ..expression }, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_of_the_table_has_a_meaning() {
        let table = time_words();
        for found in table.words.iter().chain(table.after_year.iter()).chain(table.plans.iter()) {
            let known =
                matches!(found.part, "year" | "festival" | "same_period" | "each") || part(found.part).is_some();
            assert!(known && year(found.year).is_some() && edge(found.edge).is_some(), "{found:?}");
        }
        for found in table.edges.iter() {
            assert!(edge(found.edge).is_some(), "{found:?}");
        }
    }

    #[test]
    fn a_word_of_time_is_no_part_of_another_word() {
        let read = |text, before| word(text, before).map(|(e, len)| (e.year, e.part, len));
        assert_eq!(read("今年，", ""), Some((Year::Offset(0), Part::Whole, "今年".len())));
        assert_eq!(read("过去一年来，", ""), Some((Year::Frame, Part::Past(1), "过去一年来".len())));
        assert_eq!(read("国庆期间", ""), Some((Year::Frame, Part::Undated(Grain::None), "国庆期间".len())));
        assert_eq!(read("本月20日前", ""), Some((Year::Offset(0), Part::MonthOn(0, 20), "本月20日".len())));
        assert_eq!(read("每季度", ""), Some((Year::Frame, Part::Recurring(Every::Quarter), "每季度".len())));
        for (text, before) in [("上年龄", "以"), ("年内", "青"), ("明天的希望", ""), ("春节", ""), ("年中国", "")]
        {
            assert_eq!(read(text, before), None, "{before}{text}");
        }
    }
}
