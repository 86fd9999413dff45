//! A list of words that begin or end a text, each with what makes it part of another word: 并 leads on, 并网 does not.

use super::table::Row;

/// Files of a list; characters share one where their code points agree modulo this.
const FILES: usize = 128;

/// A word, and the text beside it that makes it part of another word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affix {
    /// As written.
    pub word: &'static str,
    not_after: Vec<&'static str>,
    not_before: Vec<&'static str>,
}

impl Affix {
    /// False where the word is a part of another, seen from the text before and behind it.
    #[must_use]
    pub fn stands(&self, before: &str, behind: &str) -> bool {
        !self.not_after.iter().any(|word| before.ends_with(word))
            && !self.not_before.iter().any(|word| behind.starts_with(word))
    }
}

/// Words by their first and by their last character.
#[derive(Debug, Default)]
pub struct Affixes {
    words: Vec<Affix>,
    /// Places in `words`, each with the character it is filed by, the longest word first.
    first: Vec<Vec<(char, usize)>>,
    last: Vec<Vec<(char, usize)>>,
}

impl Affixes {
    /// Of rows with the words in the second cell, and what they stand neither behind nor before in the next two.
    pub(crate) fn new(rows: impl Iterator<Item = Row<'static>>) -> Self {
        let words: Vec<Affix> = rows
            .flat_map(|row| {
                row.list(1).map(move |word| Affix {
                    word,
                    not_after: row.list(2).collect(),
                    not_before: row.list(3).collect(),
                })
            })
            .collect();
        let mut affixes = Affixes { first: vec![Vec::new(); FILES], last: vec![Vec::new(); FILES], words };
        let mut order: Vec<usize> = (0..affixes.words.len()).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(affixes.words[at].word.len()));
        for at in order {
            let word = affixes.words[at].word;
            if let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) {
                affixes.first[first as usize % FILES].push((first, at));
                affixes.last[last as usize % FILES].push((last, at));
            }
        }
        affixes
    }

    /// The words in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Affix> {
        self.words.iter()
    }

    /// What is left behind the longest word that the text begins with.
    #[must_use]
    pub fn strip_prefix<'t>(&self, text: &'t str) -> Option<&'t str> {
        let first = text.chars().next()?;
        self.first[first as usize % FILES].iter().filter(|(own, _)| *own == first).find_map(|&(_, at)| {
            let affix = &self.words[at];
            text.strip_prefix(affix.word).filter(|rest| affix.stands("", rest))
        })
    }

    /// What is left before the longest word that the text ends with.
    #[must_use]
    pub fn strip_suffix<'t>(&self, text: &'t str) -> Option<&'t str> {
        let last = text.chars().next_back()?;
        self.last[last as usize % FILES].iter().filter(|(own, _)| *own == last).find_map(|&(_, at)| {
            let affix = &self.words[at];
            text.strip_suffix(affix.word).filter(|rest| affix.stands(rest, ""))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::table::rows;

    #[test]
    fn a_word_that_is_part_of_another_stays() {
        let table = "use\twords\tnot_after\tnot_before\nlead\t并\t\t网|购\nlead\t并将\t\t\ntail\t等\t中|高\t\n";
        let affixes = Affixes::new(rows("sample.tsv", table));
        assert_eq!(affixes.strip_prefix("并将建成"), Some("建成"));
        assert_eq!(affixes.strip_prefix("并建成"), Some("建成"));
        assert_eq!(affixes.strip_prefix("并网发电"), None);
        assert_eq!(affixes.strip_suffix("道路等"), Some("道路"));
        assert_eq!(affixes.strip_suffix("偏高等"), None);
    }
}
