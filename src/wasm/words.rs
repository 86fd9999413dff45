//! The words of a collection: each goes once, and those that JavaScript has go not at all.

use rustc_hash::FxHashMap;

use crate::compare::Text;

/// Bytes of a word that is looked up as one number: days, units, ids of figures.
const SHORT: usize = 15;

/// Numbers of words. It holds for one value, which must stay as it is meanwhile: a place means a word, as most rows share
/// theirs, and a comparison of places is quicker than one of sentences.
#[derive(Debug, Default)]
pub(super) struct Words {
    by_place: FxHashMap<(usize, usize), u32>,
    short: FxHashMap<u128, u32>,
    long: FxHashMap<Box<str>, u32>,
    /// Words that JavaScript has.
    known: u32,
    next: u32,
}

impl Words {
    /// The words that JavaScript has, in the order of their numbers.
    pub(super) fn known(words: &[Text]) -> Words {
        let known = words.len() as u32;
        let mut all = Words { known, next: known, ..Words::default() };
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
        let next = self.next;
        let number = match short(word) {
            Some(short) => *self.short.entry(short).or_insert(next),
            None => match self.by_place.get(&place(word)) {
                Some(number) => return *number,
                None => self.by_word(word),
            },
        };
        self.next = self.next.max(number + 1);
        number
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

/// The bytes of a short word and their number as one number.
fn short(word: &str) -> Option<u128> {
    let bytes = word.as_bytes();
    let number = |bytes: &[u8]| bytes.iter().fold(0, |number: u64, byte| number << 8 | u64::from(*byte));
    match bytes.len() {
        0..=8 => Some(u128::from(number(bytes)) << 8 | bytes.len() as u128),
        9..=SHORT => {
            let (head, tail) = bytes.split_at(8);
            Some(u128::from(number(head)) << 64 | u128::from(number(tail)) << 8 | bytes.len() as u128)
        }
        _ => None,
    }
}
