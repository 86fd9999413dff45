//! The words of a collection: each goes once, and those that JavaScript has go not at all.

use rustc_hash::FxHashMap;

use crate::compare::Text;

/// Bytes of a word that is looked up as numbers: days, units, ids of figures.
const SHORT: usize = 16;

/// How many such words are at hand without looking them up.
const AT_HAND: usize = 512;

/// The bytes of a short word as two numbers, which overlap where it has no sixteen, and how many they are.
type Short = (u64, u64, u8);

/// Numbers of words. It holds for one value, which must stay as it is meanwhile: a place means a word, as most rows share
/// theirs, and a comparison of places is quicker than one of sentences.
#[derive(Debug, Default)]
pub(super) struct Words {
    by_place: FxHashMap<(usize, usize), u32>,
    short: FxHashMap<Short, u32>,
    /// The short words last asked for.
    at_hand: Vec<(Short, u32)>,
    long: FxHashMap<Box<str>, u32>,
    /// Words that JavaScript has.
    known: u32,
    next: u32,
}

impl Words {
    /// The words that JavaScript has, in the order of their numbers.
    pub(super) fn known(words: &[Text]) -> Words {
        let known = words.len() as u32;
        let at_hand = vec![((0, 0, u8::MAX), 0); AT_HAND];
        let mut all = Words { known, next: known, at_hand, ..Words::default() };
        all.by_place.reserve(words.len());
        for (number, word) in (0..known).zip(words) {
            match short(word) {
                Some(short) => all.short.entry(short).or_insert(number),
                None => all.by_place.entry(place(word)).or_insert(number),
            };
        }
        all
    }

    /// The first new word has this number.
    pub(super) fn first_new(&self) -> u32 {
        self.known
    }

    /// The number of a word; a new one has the next.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let number = match short(word) {
            Some(short) => self.by_bytes(short),
            None => match self.by_place.get(&place(word)) {
                Some(number) => return *number,
                None => self.by_word(word),
            },
        };
        self.next = self.next.max(number + 1);
        number
    }

    fn by_bytes(&mut self, short: Short) -> u32 {
        let print = (short.0.rotate_left(23) ^ short.1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let place = &mut self.at_hand[(print >> 32) as usize % AT_HAND];
        if place.0 != short {
            *place = (short, *self.short.entry(short).or_insert(self.next));
        }
        place.1
    }

    fn by_word(&mut self, word: &str) -> u32 {
        let number = match self.long.get(word) {
            Some(number) => *number,
            None => *self.long.entry(word.into()).or_insert(self.next),
        };
        self.by_place.insert(place(word), number);
        number
    }
}

fn place(word: &str) -> (usize, usize) {
    (word.as_ptr().addr(), word.len())
}

fn short(word: &str) -> Option<Short> {
    let bytes = word.as_bytes();
    let length = bytes.len() as u8;
    if bytes.len() > SHORT {
        return None;
    }
    if let (Some(head), Some(tail)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return Some((u64::from_le_bytes(*head), u64::from_le_bytes(*tail), length));
    }
    if let (Some(head), Some(tail)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return Some((u32::from_le_bytes(*head).into(), u32::from_le_bytes(*tail).into(), length));
    }
    Some((bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)), 0, length))
}
