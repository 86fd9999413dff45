//! Words of time: 今年, 年底, 春节期间, and what the cells of their table mean.

use super::edge::edge;
use super::month::{first_months, month_day};
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
    if let Some((months, taken)) = first_months(text) {
        return Some((months.of(Year::Frame), taken));
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
            // 本月20日
            if let Part::Month(by) = part
                && let Some((day, more)) = month_day(&text[len..])
            {
                return Some((Expression::new(year(found.year)?, Part::MonthOn(by, day)), len + more));
            }
            let expression = Expression::new(year(found.year)?, part);
            Some((Expression { edge: edge(found.edge)?, ..expression }, len))
        }
    }
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
    let tail =
        ["期间", "假期", "黄金周", "小长假", "长假", "后", "前"].into_iter().find(|tail| bare.starts_with(tail))?;
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
