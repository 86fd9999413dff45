//! Measure words that a spelled-out count below eleven makes a figure of; with others it is a phrase (三类, 四面).

use rustc_hash::FxHashMap as HashMap;
use std::sync::OnceLock;

use super::table::rows;

const TABLE: &str = include_str!("data/counted.tsv");

/// The measure words, each with what makes another word of it when it follows (三部委: 部 before 委 counts nothing).
fn counted() -> &'static HashMap<&'static str, Vec<&'static str>> {
    static READ: OnceLock<HashMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    READ.get_or_init(|| rows("counted.tsv", TABLE).map(|row| (row.cell(0), row.list(1).collect())).collect())
}

/// True for a measure word of the table.
#[must_use]
pub fn contains(word: &str) -> bool {
    counted().contains_key(word)
}

/// True for a measure word of the table that is no part of another word, seen from the text behind it.
#[must_use]
pub fn counts(word: &str, behind: &str) -> bool {
    counted().get(word).is_some_and(|not| !not.iter().any(|part| behind.starts_with(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(counted().len(), TABLE.lines().count() - 1);
    }

    #[test]
    fn a_measure_word_is_no_part_of_another_word() {
        assert!(counts("部", "电影") && !counts("部", "委") && !counts("面", ""));
        assert!(contains("平方公里"));
    }
}
