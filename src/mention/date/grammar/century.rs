//! Centuries and decades: 到本世纪末, 二十一世纪中叶, 上世纪90年代初, 八十年代.

use super::number::{number, spelled_digit};
use super::{Expression, Part, Year};
use crate::lexicon::time_words::time_words;

/// The part of a century or decade that a word of the table names: its first and last year, counted from 1.
fn stage(text: &str, use_of: &crate::lexicon::time_words::TimeWords) -> Option<((i32, i32), usize)> {
    let found = use_of.at(text).filter(|found| found.stands("", &text[found.word.len()..]))?;
    let (first, last) = found.part.strip_prefix("years ")?.split_once(' ')?;
    Some(((first.parse().ok()?, last.parse().ok()?), found.word.len()))
}

/// 本世纪末, 20世纪80年代; a century alone is no date but a manner of speaking.
pub(super) fn century(text: &str, before: &str) -> Option<(Expression, usize)> {
    let (year, len) = named(text, before)?;
    let rest = &text[len..];
    if let Some((years, taken)) = stage(rest, &time_words().in_century) {
        return Some((Expression::new(year, Part::Century(years.0, years.1)), len + taken));
    }
    // 头二十年, 前20年, 最后二十年
    let late = rest.strip_prefix("最后");
    if let Some(tail) = late.or_else(|| rest.strip_prefix(['头', '前']))
        && let Some((n, taken)) =
            number(tail).filter(|(n, taken)| (1..100).contains(n) && tail[*taken..].starts_with('年'))
    {
        let len = text.len() - tail.len() + taken + '年'.len_utf8();
        let (first, last) = if late.is_some() { (101 - n, 100) } else { (1, n) };
        return Some((Expression::new(year, Part::Century(first, last)), len));
    }
    if let Some(((first, last), taken)) = two_decades(rest) {
        return Some((Expression::new(year, Part::Century(first, last)), len + taken));
    }
    let (n, taken) = number(rest)?;
    let decade = rest[taken..].strip_prefix("年代")?;
    let ((first, last), more) = decade_years(n, decade)?;
    // The nineties of a century are its years 90 to 99, counted from its year 1.
    let len = text.len() - decade.len() + more;
    Some((Expression::new(year, Part::Century(n + first - 1, n + last - 1)), len))
}

/// 80年代初; `n` is the decade, `rest` begins behind 年代.
pub(super) fn decade(n: i32, rest: &str) -> Option<(Expression, usize)> {
    let first = if n < 50 { 2000 + n } else { 1900 + n };
    let ((from, to), taken) = decade_years(n, rest)?;
    Some((Expression::new(Year::Of(first), Part::Span(first + from - 1, first + to - 1)), taken))
}

/// 八九十年代: the first and last year of two decades within their century.
pub(super) fn two_decades(text: &str) -> Option<((i32, i32), usize)> {
    let place = |c: char| spelled_digit(c).filter(|n| *n > 0);
    let mut characters = text.chars();
    let (first, second) = (place(characters.next()?)?, place(characters.next()?)?);
    let behind = characters.as_str().strip_prefix("十年代")?;
    (second == first + 1).then_some(((first * 10, second * 10 + 9), text.len() - behind.len()))
}

/// The years of a decade that a word of the table names, counted from 1; all ten without one.
pub(super) fn decade_years(n: i32, rest: &str) -> Option<((i32, i32), usize)> {
    if !(0..100).contains(&n) || n % 10 != 0 {
        return None;
    }
    Some(stage(rest, &time_words().in_decade).unwrap_or(((1, 10), 0)))
}

/// The century itself: 本世纪, 上世纪, 二十世纪.
fn named(text: &str, before: &str) -> Option<(Year, usize)> {
    if let Some(found) = time_words().centuries.at(text) {
        let rest = &text[found.word.len()..];
        let by = found.year.parse().ok().filter(|_| found.stands(before, rest))?;
        return Some((if by > 1000 { Year::Of(by) } else { Year::Offset(by) }, found.word.len()));
    }
    // No other numeral is read for it; in Arabic digits it has two.
    if text.starts_with(|c: char| c.is_ascii_digit()) && !text.get(2..)?.starts_with("世纪") {
        return None;
    }
    let (n, len) =
        number(text.strip_prefix(['1', '2', '十', '二']).and(Some(text))?).filter(|(n, _)| (15..=25).contains(n))?;
    let more = before.ends_with(|c: char| c.is_ascii_digit());
    text[len..].starts_with("世纪").then_some((Year::Of(n * 100 - 99), len + "世纪".len())).filter(|_| !more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn centuries_and_their_parts_are_read() {
        for (text, year, part, quote) in [
            ("本世纪末，", Year::Offset(0), Part::Century(100, 100), "本世纪末"),
            ("二十一世纪中叶，", Year::Of(2001), Part::Century(50, 50), "二十一世纪中叶"),
            ("上世纪90年代初，", Year::Offset(-100), Part::Century(90, 92), "上世纪90年代初"),
            ("20世纪80年代，", Year::Of(1901), Part::Century(80, 89), "20世纪80年代"),
            ("本世纪头二十年，", Year::Offset(0), Part::Century(1, 20), "本世纪头二十年"),
        ] {
            let read = century(text, "").map(|(e, len)| (e.year, e.part, &text[..len]));
            assert_eq!(read, Some((year, part, quote)), "{text}");
        }
        let read = |text, before| century(text, before).map(|(e, _)| (e.year, e.part));
        assert_eq!(read("新世纪头十年，", ""), Some((Year::Of(2001), Part::Century(1, 10))));
        assert_eq!(read("本世纪最后二十年，", ""), Some((Year::Offset(0), Part::Century(81, 100))));
        assert_eq!(read("世纪末，", "到"), Some((Year::Offset(0), Part::Century(100, 100))));
        assert_eq!(read("世纪末，", "跨"), None);
        assert_eq!(read("上世纪八九十年代，", ""), Some((Year::Offset(-100), Part::Century(80, 99))));
        assert_eq!(century("21世纪海上丝绸之路", ""), None);
        assert_eq!(decade(80, "初").map(|(e, len)| (e.part, len)), Some((Part::Span(1980, 1982), "初".len())));
    }
}
