//! Many names at once in a text: a double-array automaton over characters, leftmost and longest.

use daachorse::MatchKind;
use daachorse::charwise::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};

/// A name found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Byte offset of its first character.
    pub start: usize,
    /// Byte offset just behind its last.
    pub end: usize,
    /// Which entry of the table that was searched.
    pub id: u16,
}

/// The automaton of these names; none where it cannot be built.
pub(crate) fn build(names: Vec<(&str, u16)>) -> Option<CharwiseDoubleArrayAhoCorasick<u16>> {
    CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build_with_values(names)
        .ok()
}

/// What it finds, in order, without overlaps.
pub(crate) fn leftmost_longest(finder: Option<&CharwiseDoubleArrayAhoCorasick<u16>>, text: &str) -> Vec<Hit> {
    finder.map_or_else(Vec::new, |finder| {
        finder
            .leftmost_find_iter(text)
            .map(|found| Hit { start: found.start(), end: found.end(), id: found.value() })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_of_the_leftmost_is_found() {
        let finder = build(vec![("生产总值", 0), ("地区生产总值", 1), ("总值", 2)]);
        assert_eq!(leftmost_longest(finder.as_ref(), "地区生产总值"), [Hit { start: 0, end: 18, id: 1 }]);
    }

    #[test]
    fn without_names_nothing_is_found() {
        assert_eq!(leftmost_longest(build(Vec::new()).as_ref(), "甲乙"), []);
        assert_eq!(leftmost_longest(None, "甲"), []);
    }
}
