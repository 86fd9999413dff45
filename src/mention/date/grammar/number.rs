//! Numbers, dashes and gaps of a date.

use crate::lexicon::numeral;
use crate::lexicon::search::Search;

const DASHES: [&str; 9] = ["——", "—", "－", "-", "–", "~", "～", "至", "到"];

/// A whole number below 10,000 in either writing, and its length.
pub(super) fn number(text: &str) -> Option<(i32, usize)> {
    let n = numeral::numeral(text)?;
    let mut sure = n.written.bytes().all(|b| !matches!(b, b'.' | b',' | b'-' | b'+'));
    sure &= !n.chinese || !n.written.has("点");
    let plain = n.scale.is_empty() && !n.more && sure;
    let value = n.value.to_i32()?;
    (plain && (0..10_000).contains(&value)).then_some((value, n.len))
}

/// The number of a day: 29, 二十九, and 廿一, 卅.
pub(super) fn day_number(text: &str) -> Option<(i32, usize)> {
    let tens = if text.starts_with('廿') { 20 } else { 30 };
    let Some(rest) = text.strip_prefix(['廿', '卅']) else { return number(text) };
    let unit = rest.chars().next().and_then(spelled_digit).filter(|unit| *unit > 0);
    Some((tens + unit.unwrap_or(0), '廿'.len_utf8() + unit.map_or(0, |_| '一'.len_utf8())))
}

/// True where the digits of `text` are the end of a longer number: 12.3月 and 1,234年 are no dates.
pub(super) fn goes_on(before: &str, text: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    // 9.9:58.3 goes on, 四川:10月 does not.
    let ratio = before.strip_suffix([':', '∶']).is_some_and(|head| head.ends_with(digit));
    ratio
        || before.ends_with(|c: char| digit(c) || c == '.')
        || before.strip_suffix(',').is_some_and(|head| head.ends_with(digit)) && digits(text) == 3
}

/// The value of a digit in Chinese writing.
pub(super) fn spelled_digit(c: char) -> Option<i32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// How many Arabic digits the text begins with.
pub(super) fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Bytes of the blanks that the text begins with.
pub(super) fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\u{3000}']).len()
}

/// Bytes of the dash that the text begins with, and of the blanks around it.
pub(super) fn dash(text: &str) -> Option<usize> {
    let at = spaces(text);
    let end = at + DASHES.iter().find(|dash| text[at..].starts_with(**dash))?.len();
    Some(end + spaces(&text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_date_is_whole() {
        assert_eq!(number("2020年"), Some((2020, 4)));
        assert_eq!(number("十二月"), Some((12, 6)));
        assert_eq!(
            (day_number("廿一日"), day_number("卅日"), day_number("5日")),
            (Some((21, 6)), Some((30, 3)), Some((5, 1)))
        );
        assert_eq!(number("3.5"), None);
        assert!(goes_on("1,", "234年") && goes_on("12.", "3月") && !goes_on("家,", "2020年"));
        assert!(goes_on("9.9:", "58.3:") && !goes_on("四川:", "10月"));
        assert_eq!((dash("——6月"), dash(" — 6月"), spaces("  月"), digits("12月")), (Some(6), Some(5), 2, 2));
    }
}
