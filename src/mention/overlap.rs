//! Decides who has a place: which recognisers are asked where, and in what order.

use super::{At, Found, Other, date, name, quantity, slogan};
use crate::report::OtherKind;
use crate::span::Span;

/// What begins at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// An Arabic digit.
    Digit,
    /// A Chinese numeral.
    Numeral,
    /// A character that words of time begin with.
    Time,
    /// An opening quotation mark.
    Quote,
}

const NUMERALS: &str = "一二三四五六七八九十百千万亿两双几数翻首第上成半";
const TIMES: &str =
    "今去前明昨本同上下年全每近截日当新改过未这后期月春国中元端届零头会次翌逐入开建进党汛世清暑寒除腊农是逢任";

const fn bits(characters: &str) -> [u64; 328] {
    let (mut table, bytes, mut i) = ([0_u64; 328], characters.as_bytes(), 0);
    while i + 2 < bytes.len() {
        let index = (code(bytes, i) - 0x4e00) as usize;
        table[index / 64] |= 1 << (index % 64);
        i += 3;
    }
    table
}

const fn code(bytes: &[u8], at: usize) -> u32 {
    ((bytes[at] as u32 & 0x0f) << 12) | ((bytes[at + 1] as u32 & 0x3f) << 6) | (bytes[at + 2] as u32 & 0x3f)
}

static NUMERAL: [u64; 328] = bits(NUMERALS);
static TIME: [u64; 328] = bits(TIMES);

/// The next place, from this one on, where another than an Ideograph stands with which nothing begins.
pub(super) fn passed_over(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at + 2 < bytes.len() && matches!(bytes[at], 0xe4..=0xe9) {
        let index = code(bytes, at).wrapping_sub(0x4e00) as usize;
        let known = NUMERAL.get(index / 64).zip(TIME.get(index / 64));
        if known.is_none_or(|(numeral, time)| (numeral | time) >> (index % 64) & 1 == 1) {
            break;
        }
        at += 3;
    }
    at
}

/// Bytes of the character that begins with this byte.
pub(super) const fn width(first: u8) -> usize {
    match first {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

/// What begins at this place, if anything that a recogniser cares for.
#[inline(never)]
pub(super) fn trigger(bytes: &[u8], at: usize) -> Option<Step> {
    match bytes[at] {
        b'0'..=b'9' => Some(Step::Digit),
        b'"' => Some(Step::Quote),
        // Q2
        b'Q' if matches!(bytes.get(at + 1), Some(b'1'..=b'4')) => Some(Step::Time),
        0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x9c | 0x98])) => Some(Step::Quote),
        0xe3 => match bytes.get(at + 1..at + 3) {
            Some([0x80, 0x87]) => Some(Step::Numeral),
            Some([0x80, 0x8c | 0x8e]) => Some(Step::Quote),
            _ => None,
        },
        0xe4..=0xe9 if at + 2 < bytes.len() => {
            let index = code(bytes, at).wrapping_sub(0x4e00) as usize;
            let (word, bit) = (index / 64, index % 64);
            if NUMERAL.get(word).is_some_and(|w| w >> bit & 1 == 1) {
                Some(Step::Numeral)
            } else {
                TIME.get(word).is_some_and(|w| w >> bit & 1 == 1).then_some(Step::Time)
            }
        }
        _ => None,
    }
}

/// Asks the recognisers in turn. A date comes before a number (2020年 is no 2020), a policy phrase before a count
/// (三大改造), a name before both (PM2.5); what nobody takes but has Arabic digits is still accounted for.
pub(super) fn decide(place: At<'_>, step: Step) -> Option<Found> {
    match step {
        // “五一”期间 is left to the date inside.
        Step::Quote if date::is_festival(place.rest().trim_start_matches(['“', '‘', '"', '「', '『'])) => None,
        Step::Quote => slogan::quoted(place).map(Found::Slogan),
        Step::Time => date::recognise(place).map(Found::Date).or_else(|| quantity::words(place).map(Found::Quantity)),
        // 十八大以来 is a time, 十八大 the name of a meeting.
        Step::Numeral if date::is_era(place.rest()) => date::recognise(place).map(Found::Date),
        Step::Numeral => name::marker(place)
            .map(Found::Other)
            .or_else(|| slogan::listed(place).map(Found::Slogan))
            .or_else(|| name::term(place).map(Found::Other))
            .or_else(|| date::recognise(place).map(Found::Date))
            .or_else(|| slogan::counted(place).map(Found::Slogan))
            .or_else(|| quantity::words(place).map(Found::Quantity))
            .or_else(|| quantity::chinese(place).map(Found::Quantity))
            .or_else(|| name::idiom(place).map(Found::Nothing)),
        Step::Digit => name::marker(place)
            .or_else(|| name::code(place))
            .map(Found::Other)
            .or_else(|| date::recognise(place).map(Found::Date))
            .or_else(|| slogan::code(place).map(Found::Slogan))
            .or_else(|| slogan::counted(place).map(Found::Slogan))
            .or_else(|| quantity::arabic(place).map(Found::Quantity))
            .or_else(|| Some(Found::Other(leftover(place)))),
    }
}

/// Digits that no recogniser takes: a number without unit or frame, whose meaning the text does not give.
fn leftover(place: At<'_>) -> Other {
    let len = place.rest().bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b':' | b'/')).count();
    let digits = place.rest()[..len].trim_end_matches(['.', '-', ':', '/']);
    let alone = place.before().trim().is_empty() && place.rest()[len..].trim().is_empty();
    let kind = if alone || digits.len() > 6 { OtherKind::Noise } else { OtherKind::Name };
    Other { span: Span::new(place.start, place.start + digits.len()), kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scan_stops_only_where_something_can_begin() {
        let at = |text: &str| trigger(text.as_bytes(), 0);
        assert_eq!(at("8%"), Some(Step::Digit));
        assert_eq!(at("三大"), Some(Step::Numeral));
        assert_eq!(at("〇"), Some(Step::Numeral));
        assert_eq!(at("今年"), Some(Step::Time));
        assert_eq!(at("“四水同治”"), Some(Step::Quote));
        assert_eq!(at("增长"), None);
    }

    #[test]
    fn the_scan_stops_at_every_word_of_time() {
        for found in crate::lexicon::time_words::time_words().words.iter() {
            assert!(trigger(found.word.as_bytes(), 0).is_some(), "{} begins nothing", found.word);
        }
    }
}
