//! Years by their last two digits: 零八年, 八二年, ’24年, 24年6月, 81年.

use super::Year;
use super::number::{digits, number, spelled_digit};
use crate::lexicon::cues::times;
use crate::lexicon::search::Search;
use crate::lexicon::time_words::time_words;
use crate::mention::first_chars;

/// A year by its last two digits, and its length with 年. 一百零八年 counts, 七八年 may, and 30年 does unless the words
/// around it say that it is a year; `base` is the document's own.
pub(super) fn short_year(text: &str, before: &str, base: Option<i32>) -> Option<(Year, usize)> {
    let counted = || before.ends_with(|c: char| "〇零○一二三四五六七八九十百千万点.".has_char(c) || c.is_ascii_digit());
    let end = first_chars(text, 7).place_of("年").filter(|end| (2..=6).contains(end) && !counted())?;
    let behind = &text[end + '年'.len_utf8()..];
    let month =
        || number(behind).is_some_and(|(month, len)| (1..=12).contains(&month) && behind[len..].starts_with('月'));
    let len = end + '年'.len_utf8();
    if digits(text) == 2 && end == 2 {
        let year = text[..2].parse().ok()?;
        // ’24年, 08年
        let named = before.ends_with(['\'', '’', '‘']) || text.starts_with('0') && year > 0;
        let told = named
            || month()
            || is_part(behind)
            || is_compared(before, behind)
            || is_own(year, before, behind, base)
            || is_of_deed(year, before, behind);
        return told.then_some((Year::Short(year), len));
    }
    let digit = |c: char| if c == '0' { Some(0) } else { spelled_digit(c) };
    let mut characters = text[..end].chars();
    let (tens, units) = (digit(characters.next()?)?, digit(characters.next()?)?);
    if characters.next().is_some() || text.starts_with('0') {
        return None;
    }
    // Two digits in a row are so many years or so: 七八年.
    let several =
        units == tens + 1 && !month() && !before.ends_with(['比', '从', '由', '自']) && !before.ends_with("早在");
    match tens {
        0 if units > 0 => Some((Year::Of(2000 + units), len)),
        5..=9 if !several => Some((Year::Short(tens * 10 + units), len)),
        _ => None,
    }
}

/// 24年底, 23年上半年: a part of the year behind it.
fn is_part(behind: &str) -> bool {
    let found = time_words().after_year.at(behind);
    found.is_some_and(|found| {
        found.word.starts_with(['底', '末', '年', '上', '下', '第'])
            && found.word != "年度"
            && found.stands("", &behind[found.word.len()..])
    })
}

/// 比85年增长8%: what is compared with.
fn is_compared(before: &str, behind: &str) -> bool {
    before.ends_with(['比', '较']) && times().grown.prefix(behind).is_some()
}

/// 81年，岚水列为商品粮基地: a deed of that year opens the clause.
fn is_of_deed(digits: i32, before: &str, behind: &str) -> bool {
    let opens = before.trim_end().is_empty() || before.ends_with(['。', '；', '，', '于']);
    let clause = behind.trim_start_matches('，').split(['，', '。', '；']).next().unwrap_or_default();
    digits >= 49 && opens && times().once.find(clause).is_some() && times().year_count.prefix(behind).is_none()
}

/// 81年产值达到9亿元, in a document of those years, where nothing says that years are counted.
fn is_own(digits: i32, before: &str, behind: &str, base: Option<i32>) -> bool {
    let near = base.is_some_and(|base| (1950..=2005).contains(&base) && (-5..=25).contains(&(base - 1900 - digits)));
    let opens = before.trim_end().is_empty()
        || before.ends_with(|c: char| c.is_ascii_punctuation() || "，。；、：（“在从自到至由于与和对按".has_char(c));
    near && digits >= 50 && opens && times().year_count.prefix(behind).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_are_a_year_where_the_words_around_them_say_so() {
        let read = |text, before, base| short_year(text, before, base).map(|(year, _)| year);
        assert_eq!(read("81年产值", "", Some(1982)), Some(Year::Short(81)));
        assert_eq!(read("81年产值", "", Some(2021)), None);
        assert_eq!(read("81年历史", "", Some(1982)), None);
        assert_eq!(read("75年来", "", Some(1999)), None);
        assert_eq!(read("08年，", "", Some(2010)), Some(Year::Short(8)));
        assert_eq!(read("22年底，", "", Some(2023)), Some(Year::Short(22)));
        assert_eq!(read("10年底蕴", "", Some(2023)), None);
        assert_eq!(read("20年增长", "比", Some(2023)), Some(Year::Short(20)));
        assert_eq!(read("20年增长", "近", Some(2023)), None);
        assert_eq!(read("八二年产值", "", None), Some(Year::Short(82)));
    }
}
