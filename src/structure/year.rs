//! Years written in a line: 2019年, 一九八八年.

use crate::lexicon::cues::times;
use crate::lexicon::numeral;
use crate::lexicon::search::Search;

/// A year with its place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Year {
    pub(super) number: i32,
    /// Where its first digit stands.
    pub(super) start: usize,
    /// Just behind 年.
    pub(super) end: usize,
}

/// The years of a text, in order; of four digits in either writing.
pub(super) fn years(text: &str) -> impl Iterator<Item = Year> {
    text.match_indices('年').filter_map(|(at, mark)| {
        let head = &text[..at];
        let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let spelled = head.len() - head.trim_end_matches(|c: char| "零〇○一二三四五六七八九".has_char(c)).len();
        let length = match (digits, spelled) {
            (4, _) => 4,
            (_, 12) => 12,
            _ => return None,
        };
        let year = numeral::numeral(&head[at - length..])?.value.to_i32()?;
        (1900..=2100).contains(&year).then_some(Year { number: year, start: at - length, end: at + mark.len() })
    })
}

/// True where the words before a year tell that something is still to come in it: 预计2026年, 将于2027年.
pub(super) fn is_to_come(before: &str) -> bool {
    let cues = times();
    [&cues.to_come, &cues.hoped_before, &cues.planned].iter().any(|list| list.suffix(before).is_some())
}

/// The years alone.
pub(super) fn years_in(text: &str) -> Vec<i32> {
    years(text).map(|found| found.number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_both_writings() {
        assert_eq!(years_in("2018年至2020年，一九八八年，3年，12345年"), [2018, 2020, 1988]);
        assert!(is_to_come("项目预计于") && is_to_come("大桥将于") && !is_to_come("项目于"));
        assert_eq!(years("到2025年").next(), Some(Year { number: 2025, start: 3, end: 10 }));
    }
}
