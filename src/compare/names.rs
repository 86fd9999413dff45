//! Words of all documents, each kept once: a comparison of thousands of reports holds numbers in their place.

use rustc_hash::FxHashMap as HashMap;
use std::sync::Arc;

/// Number of a word in [`Names`]. Equal words have equal numbers; order has no meaning before [`Names::ranks`].
pub(super) type Name = u32;

/// The words.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By print: a table that grows need not read its words again. Of two words with one print the later has the next.
    numbers: HashMap<u64, Name>,
    words: Vec<Arc<str>>,
    /// The ids of figures, f1 and on, by their place in a report: all reports have them.
    ids: Vec<Name>,
}

impl Names {
    /// The number of a word, new or known.
    pub(super) fn number(&mut self, word: &str) -> Name {
        match self.find(word) {
            Ok(number) => number,
            Err(print) => {
                let number = self.words.len() as Name;
                self.numbers.insert(print, number);
                self.words.push(word.into());
                number
            }
        }
    }

    /// The number of the id of the figure at this place.
    pub(super) fn id(&mut self, place: usize, id: &str) -> Name {
        if let Some(number) = self.ids.get(place).filter(|number| self.word(**number) == id) {
            return *number;
        }
        let number = self.number(id);
        if place == self.ids.len() {
            self.ids.push(number);
        }
        number
    }

    /// The number of a word that a document has.
    pub(super) fn known(&self, word: &str) -> Option<Name> {
        self.find(word).ok()
    }

    /// The number of a word, or the print under which it is to be kept.
    fn find(&self, word: &str) -> Result<Name, u64> {
        let mut print = print(word);
        while let Some(number) = self.numbers.get(&print) {
            if self.word(*number) == word {
                return Ok(*number);
            }
            print = print.wrapping_add(1);
        }
        Err(print)
    }

    /// The word of a number.
    pub(super) fn word(&self, number: Name) -> &str {
        self.words.get(number as usize).map_or("", |word| word)
    }

    /// The word of a number, to keep.
    pub(super) fn text(&self, number: Name) -> Arc<str> {
        self.words.get(number as usize).map_or_else(|| Arc::from(""), Arc::clone)
    }

    /// For each of these numbers the place of its word in the order of the words: what does not depend on the order of
    /// documents. Other numbers have none.
    pub(super) fn ranks(&self, used: impl Iterator<Item = Name>) -> Vec<u32> {
        let mut ranks = vec![0; self.words.len()];
        // With what a word begins with, by which most are told apart without reading them.
        let mut order: Vec<(u128, Name)> = Vec::new();
        for name in used {
            if let Some(seen) = ranks.get_mut(name as usize).filter(|seen| **seen == 0) {
                *seen = 1;
                order.push((beginning(self.word(name)), name));
            }
        }
        order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| self.word(a.1).cmp(self.word(b.1))));
        for (rank, (_, name)) in order.into_iter().enumerate() {
            ranks[name as usize] = rank as u32;
        }
        ranks
    }
}

/// The first sixteen bytes as a number whose order is theirs.
fn beginning(word: &str) -> u128 {
    let bytes = word.as_bytes();
    if let Some(sixteen) = bytes.first_chunk() {
        return u128::from_be_bytes(*sixteen);
    }
    let mut sixteen = [0; 16];
    sixteen[..bytes.len()].copy_from_slice(bytes);
    u128::from_be_bytes(sixteen)
}

/// The number of a text, the same on every machine.
pub(super) fn print(text: &str) -> u64 {
    let add = |hash: u64, eight| (hash.rotate_left(5) ^ u64::from_le_bytes(eight)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    // Of long texts four parts side by side, as none waits for another.
    let (fours, rest) = text.as_bytes().as_chunks::<32>();
    let mut hash = text.len() as u64;
    if !fours.is_empty() {
        let mut sides = [hash, 1, 2, 3];
        for four in fours {
            for (side, eight) in sides.iter_mut().zip(four.as_chunks().0) {
                *side = add(*side, *eight);
            }
        }
        hash = sides.into_iter().fold(0, |hash, side| add(hash, side.to_le_bytes()));
    }
    let (eights, rest) = rest.as_chunks();
    let hash = eights.iter().fold(hash, |hash, eight| add(hash, *eight));
    if rest.is_empty() {
        return hash;
    }
    let mut eight = [0; 8];
    eight[..rest.len()].copy_from_slice(rest);
    add(hash, eight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_number_and_ranks_follow_the_words() {
        let mut names = Names::default();
        let (b, a) = (names.number("b"), names.number("a"));
        assert_eq!(names.number("b"), b);
        assert_eq!((names.known("a"), names.known("d")), (Some(a), None));
        assert_eq!(names.word(a), "a");
        let other = names.number("c");
        assert_eq!(names.ranks([b, a, b].into_iter()), [1, 0, 0]);
        assert_eq!(names.word(other), "c");
        assert_eq!((names.id(0, "c"), names.id(0, "c"), names.id(0, "a"), names.id(7, "b")), (other, other, a, b));
    }

    #[test]
    fn words_of_one_print_are_told_apart() {
        let mut names = Names::default();
        let a = names.number("a");
        names.numbers.insert(print("b"), a);
        let b = names.number("b");
        assert_ne!(a, b);
        assert_eq!((names.number("b"), names.known("b"), names.word(b)), (b, Some(b), "b"));
    }
}
