//! Policy phrases that are known by themselves, and nouns that a count makes one (三大攻坚战, 五项机制).

use rustc_hash::FxHashMap as HashMap;
use std::sync::OnceLock;

use super::matcher::{Hit, Matcher};
use super::table::rows;
use crate::lexicon::search::Search;

const TABLE: &str = include_str!("data/slogans.tsv");

/// The table, looked up by first characters.
#[derive(Debug)]
pub struct Slogans {
    phrases: Matcher,
    heads: HashMap<char, Vec<(&'static str, bool)>>,
    own: Vec<&'static str>,
    names: Matcher,
}

/// The table, read once.
pub fn slogans() -> &'static Slogans {
    static READ: OnceLock<Slogans> = OnceLock::new();
    READ.get_or_init(|| {
        let (mut phrases, mut names, mut own) = (Vec::new(), Vec::new(), Vec::new());
        let mut heads: HashMap<char, Vec<_>> = HashMap::default();
        for row in rows("slogans.tsv", TABLE) {
            let words = row.cell(1);
            let Some(first) = words.chars().next() else { continue };
            match row.cell(0) {
                "phrase" => phrases.push((words, 0)),
                "head" => heads.entry(first).or_default().push((words, false)),
                "abstract" => heads.entry(first).or_default().push((words, true)),
                "own" => own.push(words),
                "name" => names.push((words, 0)),
                _ => {}
            }
        }
        Slogans { phrases: Matcher::new(phrases), heads, own, names: Matcher::new(names) }
    })
}

impl Slogans {
    /// True for a phrase of the table.
    #[must_use]
    pub fn contains(&self, phrase: &str) -> bool {
        self.longest(phrase) == Some(phrase.len())
    }

    /// Bytes of the longest known phrase at the start of the text.
    #[must_use]
    pub fn longest(&self, text: &str) -> Option<usize> {
        self.phrases.at(text).map(|(len, _)| len)
    }

    fn head(&self, text: &str) -> Option<(&'static str, bool)> {
        // The head may stand behind a short modifier: 三个[特色]主导产业.
        let mut best: Option<(usize, &'static str, bool)> = None;
        for (at, c) in text.char_indices().take(7) {
            if !('\u{4e00}'..='\u{9fff}').contains(&c) || matches!(c, '的' | '和' | '年' | '月') {
                break;
            }
            for (words, is_abstract) in self.heads.get(&c).into_iter().flatten() {
                if text[at..].starts_with(words) && best.is_none_or(|(end, ..)| at + words.len() > end) {
                    best = Some((at + words.len(), words, *is_abstract));
                }
            }
        }
        best.map(|(_, words, is_abstract)| (words, is_abstract))
    }

    /// Bytes of a noun that a spelled-out count makes a slogan; 0 when none stands there.
    #[must_use]
    pub fn heads(&self, text: &str) -> usize {
        self.head(text).map_or(0, |(words, _)| text.place_of(words).map_or(0, |at| at + words.len()))
    }

    /// Bytes of a noun that a count before it makes a slogan only when nothing stands between: 三件事, 四个现代化.
    #[must_use]
    pub fn own(&self, text: &str) -> usize {
        self.own.iter().filter(|words| text.starts_with(**words)).map(|words| words.len()).max().unwrap_or(0)
    }

    /// Where the text has names whose numeral counts nothing: 三明, 三角债, 5G.
    #[must_use]
    pub fn names(&self, text: &str) -> Vec<Hit> {
        self.names.leftmost_longest(text)
    }

    /// True when the noun has no members to be counted (方面), so that Arabic digits make it a slogan too.
    #[must_use]
    pub fn abstract_only(&self, text: &str) -> bool {
        self.head(text).is_some_and(|(_, is_abstract)| is_abstract)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_and_heads_are_found() {
        assert_eq!(slogans().longest("三去一降一补任务"), Some("三去一降一补".len()));
        assert_eq!(slogans().heads("特色主导产业"), "特色主导产业".len());
        assert!(slogans().abstract_only("方面的任务"));
        assert_eq!(slogans().heads("省控断面"), 0);
    }
}
