//! Words of all documents, each kept once: a comparison of thousands of reports holds numbers in their place.

use rustc_hash::FxHashMap as HashMap;
use std::sync::Arc;

/// Number of a word in [`Names`]. Equal words have equal numbers; order has no meaning before [`Names::ranks`].
pub(super) type Name = u32;

/// The words.
#[derive(Debug, Default)]
pub(super) struct Names {
    numbers: HashMap<Arc<str>, Name>,
    words: Vec<Arc<str>>,
}

impl Names {
    /// The number of a word, new or known.
    pub(super) fn number(&mut self, word: &str) -> Name {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let word: Arc<str> = word.into();
        let number = self.words.len() as Name;
        self.words.push(Arc::clone(&word));
        self.numbers.insert(word, number);
        number
    }

    /// The number of a word that a document has.
    pub(super) fn known(&self, word: &str) -> Option<Name> {
        self.numbers.get(word).copied()
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
        let mut order: Vec<Name> = Vec::new();
        for name in used {
            if let Some(seen) = ranks.get_mut(name as usize).filter(|seen| **seen == 0) {
                *seen = 1;
                order.push(name);
            }
        }
        order.sort_unstable_by(|a, b| self.word(*a).cmp(self.word(*b)));
        for (rank, name) in order.into_iter().enumerate() {
            ranks[name as usize] = rank as u32;
        }
        ranks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_number_and_ranks_follow_the_words() {
        let mut names = Names::default();
        let (b, a) = (names.number("b"), names.number("a"));
        assert_eq!(names.number("b"), b);
        assert_eq!(names.word(a), "a");
        let other = names.number("c");
        assert_eq!(names.ranks([b, a, b].into_iter()), [1, 0, 0]);
        assert_eq!(names.word(other), "c");
    }
}
