//! The words of a collection: each goes once, and those that JavaScript has go not at all.

use rustc_hash::FxHashMap;

use crate::compare::Text;

/// Words of no more bytes than a day are looked up by what they are, longer ones first by where they lie: most rows share
/// theirs, and a comparison of pointers is quicker than one of sentences.
const SHORT: usize = 10;

/// Numbers of words. It holds for one value, which must stay as it is meanwhile: a place means a word.
#[derive(Debug, Default)]
pub(super) struct Words {
    by_place: FxHashMap<(usize, usize), u32>,
    by_word: FxHashMap<Box<str>, u32>,
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
            if word.len() > SHORT {
                all.by_place.entry(place(word)).or_insert(number);
            } else {
                all.by_word.entry(Box::from(&**word)).or_insert(number);
            }
        }
        all
    }

    /// How many JavaScript has: the first new word has this number.
    pub(super) fn first_new(&self) -> u32 {
        self.known
    }

    /// The number of a word; a new one has the next.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if word.len() <= SHORT {
            return self.by_word(word);
        }
        if let Some(number) = self.by_place.get(&place(word)) {
            return *number;
        }
        let number = self.by_word(word);
        self.by_place.insert(place(word), number);
        number
    }

    fn by_word(&mut self, word: &str) -> u32 {
        if let Some(number) = self.by_word.get(word) {
            return *number;
        }
        let number = self.next;
        self.next += 1;
        self.by_word.insert(word.into(), number);
        number
    }
}

fn place(word: &str) -> (usize, usize) {
    (word.as_ptr().addr(), word.len())
}
