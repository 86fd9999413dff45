//! Many names at once in a text: leftmost, and the longest of those that start at one place.
//!
//! Names are kept in buckets by their first two characters, the longest first; those of one character apart. An automaton would scan faster
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

/// Where no name follows in a bucket.
const END: u32 = u32::MAX;

/// A name, and the next of those that begin with the same two characters.
#[derive(Debug)]
struct Name {
    written: &'static str,
    id: u16,
    next: u32,
}

/// The names of one pair of first characters: the longest of them.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    pair: u64,
    longest: u32,
}

const EMPTY: Bucket = Bucket { pair: 0, longest: END };

/// The names to look for.
#[derive(Debug)]
pub(crate) struct Matcher {
    names: Vec<Name>,
    /// Open-addressed by pair; a power of two long, at least half of it empty.
    buckets: Vec<Bucket>,
    /// Whether some name has one character alone.
    single: bool,
    /// A bit where a name begins with a character of the same last bits: most of a text is passed over with one look.
    beginnings: [u64; FIELDS],
    /// A bit for each pair that begins a name, four for each bucket; others share it by chance. Small enough to be at hand,
    /// where the buckets are not.
    sieve: Vec<u64>,
}

/// First characters are marked in so many fields of 64 bits.
const FIELDS: usize = 64;

/// The field of a character, and its bit.
fn mark(first: char) -> (usize, u64) {
    (first as usize / 64 % FIELDS, 1 << (first as u32 % 64))
}

/// What spreads keys over the places of a table.
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

/// Two characters as one number, never 0 for characters that are printed; one alone goes with NUL.
fn pair(one: char, two: Option<char>) -> u64 {
    u64::from(one as u32) << 32 | u64::from(two.map_or(0, |two| two as u32))
}

fn pair_of(name: &str) -> Option<u64> {
    let mut characters = name.chars();
    Some(pair(characters.next()?, characters.next()))
}

impl Matcher {
    /// Of names that stand twice the first id counts; empty ones are left out.
    pub(crate) fn new(names: impl IntoIterator<Item = (&'static str, u16)>) -> Matcher {
        let names = names.into_iter();
        let buckets = vec![EMPTY; (names.size_hint().1.unwrap_or(0) * 2).next_power_of_two().max(2)];
        let names_kept = Vec::with_capacity(names.size_hint().0);
        let sieve = vec![0; (buckets.len() / 16).max(1)];
        let mut matcher = Matcher { names: names_kept, buckets, single: false, beginnings: [0; FIELDS], sieve };
        for (name, id) in names {
            matcher.add(name, id);
        }
        matcher
    }

    fn add(&mut self, name: &'static str, id: u16) {
        let (Some(pair), Some(first)) = (pair_of(name), name.chars().next()) else { return };
        let (field, bit) = mark(first);
        self.beginnings[field] |= bit;
        let new = self.names.len() as u32;
        let (word, bit) = self.sifted(pair);
        self.sieve[word] |= bit;
        let slot = self.slot(pair);
        let bucket = &mut self.buckets[slot];
        bucket.pair = pair;
        // The longest go first, and equally long ones as they come.
        let (mut before, mut next) = (None, bucket.longest);
        while let Some(other) = self.names.get(next as usize).filter(|other| other.written.len() >= name.len()) {
            if other.written == name {
                return;
            }
            (before, next) = (Some(next as usize), other.next);
        }
        match before {
            None => bucket.longest = new,
            Some(before) => self.names[before].next = new,
        }
        self.names.push(Name { written: name, id, next });
        self.single |= name.chars().nth(1).is_none();
    }

    /// The place of a pair in the sieve.
    fn sifted(&self, key: u64) -> (usize, u64) {
        let mixed = (key.wrapping_mul(MIX) >> 38) as usize;
        ((mixed / 64) & (self.sieve.len() - 1), 1 << (mixed % 64))
    }

    /// Where the bucket of this pair is, or the empty place where it would be.
    fn slot(&self, key: u64) -> usize {
        let mask = self.buckets.len() - 1;
        let mut slot = (key.wrapping_mul(MIX) >> 40) as usize & mask;
        while self.buckets[slot].pair != key && self.buckets[slot].pair != 0 {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// The longest name of this bucket at the start of `text`: its length in bytes and its id.
    fn longest(&self, key: u64, text: &str) -> Option<(usize, u16)> {
        let (word, bit) = self.sifted(key);
        if self.sieve[word] & bit == 0 {
            return None;
        }
        let mut next = self.buckets[self.slot(key)].longest;
        while let Some(Name { written: name, id, next: other }) = self.names.get(next as usize) {
            if text.as_bytes().get(name.len() - 1) == name.as_bytes().last() && text.starts_with(name) {
                return Some((name.len(), *id));
            }
            next = *other;
        }
        None
    }

    /// The longest name at the start of `text`, whose first two characters these are.
    fn starting(&self, one: char, two: Option<char>, text: &str) -> Option<(usize, u16)> {
        let (field, bit) = mark(one);
        if self.beginnings[field] & bit == 0 {
            return None;
        }
        let long = two.and_then(|_| self.longest(pair(one, two), text));
        if self.single { long.or_else(|| self.longest(pair(one, None), text)) } else { long }
    }

    /// The longest name at the start of `text`: its length in bytes and its id.
    pub(crate) fn at(&self, text: &str) -> Option<(usize, u16)> {
        let mut characters = text.chars();
        self.starting(characters.next()?, characters.next(), text)
    }

    /// All names in `text`, in order, without overlaps.
    pub(crate) fn leftmost_longest(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut behind = 0;
        let mut characters = text.char_indices().peekable();
        while let Some((start, one)) = characters.next() {
            let two = characters.peek().map(|&(_, two)| two);
            if start >= behind
                && let Some((length, id)) = self.starting(one, two, &text[start..])
            {
                behind = start + length;
                hits.push(Hit { start, end: behind, id });
            }
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
    fn the_first_of_equal_names_counts_and_one_character_is_a_name_too() {
        let matcher = Matcher::new(vec![("甲乙", 3), ("甲乙", 0), ("", 1), ("丙", 2)]);
        assert_eq!(
            matcher.leftmost_longest("甲𠀀甲乙丙"),
            [Hit { start: 7, end: 13, id: 3 }, Hit { start: 13, end: 16, id: 2 }]
        );
        assert_eq!(matcher.at("丙丁"), Some((3, 2)));
        assert_eq!(matcher.at("丁丙"), None);
        assert_eq!(Matcher::new(Vec::new()).leftmost_longest("甲乙\0\0"), []);
    }
}
