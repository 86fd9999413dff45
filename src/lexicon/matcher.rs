//! Many names at once in a text: leftmost, and the longest of those that start at one place.
//!
//! Names are kept in buckets by their first two characters, the longest first. An automaton would scan faster
//! (both are far from the slowest stage) but takes ten times as long to build, and tables are built each time
//! the page opens.

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

/// The names of one pair of first characters.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    pair: u64,
    start: u32,
    end: u32,
}

const EMPTY: Bucket = Bucket { pair: 0, start: 0, end: 0 };

/// The names to look for, each of two characters or more.
#[derive(Debug)]
pub(crate) struct Matcher {
    /// By pair, the longest first.
    names: Vec<(&'static str, u16)>,
    /// Open-addressed by pair; a power of two long, at least half of it empty.
    buckets: Vec<Bucket>,
}

/// Two characters as one number, never 0 for characters that are printed.
fn pair(one: char, two: char) -> u64 {
    u64::from(one as u32) << 32 | u64::from(two as u32)
}

fn pair_of(name: &str) -> Option<u64> {
    let mut characters = name.chars();
    Some(pair(characters.next()?, characters.next()?))
}

impl Matcher {
    /// Of names that stand twice the first id counts; names of one character are left out.
    pub(crate) fn new(mut names: Vec<(&'static str, u16)>) -> Matcher {
        names.retain(|(name, _)| pair_of(name).is_some());
        names.sort_by_cached_key(|&(name, _)| (pair_of(name), std::cmp::Reverse(name.len()), name));
        names.dedup_by_key(|&mut (name, _)| name);
        let mut matcher = Matcher { buckets: vec![EMPTY; (names.len() * 2).next_power_of_two().max(2)], names };
        let mut start = 0;
        while let Some(key) = matcher.names.get(start).and_then(|(name, _)| pair_of(name)) {
            let end = start + matcher.names[start..].iter().take_while(|(name, _)| pair_of(name) == Some(key)).count();
            let slot = matcher.slot(key);
            matcher.buckets[slot] = Bucket { pair: key, start: start as u32, end: end as u32 };
            start = end;
        }
        matcher
    }

    /// Where the bucket of this pair is, or the empty place where it would be.
    fn slot(&self, key: u64) -> usize {
        let mask = self.buckets.len() - 1;
        let mut slot = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & mask;
        while self.buckets[slot].pair != key && self.buckets[slot].pair != 0 {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// The longest name at the start of `text`, which begins with this pair: its length in bytes and its id.
    fn longest(&self, key: u64, text: &str) -> Option<(usize, u16)> {
        let bucket = self.buckets[self.slot(key)];
        self.names[bucket.start as usize..bucket.end as usize]
            .iter()
            .find(|(name, _)| text.starts_with(name))
            .map(|&(name, id)| (name.len(), id))
    }

    /// All names in `text`, in order, without overlaps.
    pub(crate) fn leftmost_longest(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut behind = 0;
        let mut before = None;
        for (at, character) in text.char_indices() {
            if let Some((start, previous)) = before
                && start >= behind
                && let Some((length, id)) = self.longest(pair(previous, character), &text[start..])
            {
                behind = start + length;
                hits.push(Hit { start, end: behind, id });
            }
            before = Some((at, character));
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_of_the_leftmost_is_found() {
        let matcher = Matcher::new(vec![("生产总值", 0), ("地区生产总值", 1), ("总值", 2), ("地区", 3)]);
        assert_eq!(
            matcher.leftmost_longest("地区生产总值、地区生产力"),
            [Hit { start: 0, end: 18, id: 1 }, Hit { start: 21, end: 27, id: 3 }]
        );
        assert_eq!(matcher.leftmost_longest("地"), []);
    }

    #[test]
    fn the_first_of_equal_names_counts_and_single_characters_do_not() {
        let matcher = Matcher::new(vec![("甲乙", 3), ("甲乙", 0), ("", 1), ("丙", 2)]);
        assert_eq!(matcher.leftmost_longest("丙甲乙𠀀丙"), [Hit { start: 3, end: 9, id: 3 }]);
        assert_eq!(Matcher::new(Vec::new()).leftmost_longest("甲乙\0\0"), []);
    }
}
