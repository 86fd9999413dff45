//! Words that frame a clause and are no part of an indicator: 全市, 其中, 进一步 (`data/openers.tsv`).

use std::sync::OnceLock;

use super::guarded::{Columns, Entry, Guarded};
use super::table::rows;

static TABLE: &str = include_str!("data/openers.tsv");
const COLUMNS: Columns = Columns { not_after: 0, only_after: 0, not_before: 1, only_before: 0 };

/// The words of the table, by their first character, read on first use.
pub fn openers() -> &'static Guarded<()> {
    static READ: OnceLock<Guarded<()>> = OnceLock::new();
    READ.get_or_init(|| {
        let entries = rows("openers.tsv", TABLE)
            .flat_map(|row| row.list(0).map(move |word| Entry::new(word, (), &row, COLUMNS)).collect::<Vec<_>>());
        Guarded::by_first(entries.collect())
    })
}

/// The longest such word that the text begins with, unless it begins another (共享, 要素).
#[must_use]
pub fn opener(text: &str) -> Option<&'static str> {
    let entry = openers().prefix_at(text.chars().next()?, text)?;
    entry.stands("", &text[entry.word.len()..]).then_some(entry.word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_no_word_stands_twice() {
        let words: std::collections::HashSet<_> = openers().entries().map(|entry| entry.word).collect();
        let written: usize = rows("openers.tsv", TABLE).map(|row| row.list(0).count()).sum();
        assert_eq!(words.len(), written);
    }

    #[test]
    fn an_opener_is_no_part_of_another_word() {
        assert_eq!((opener("全市工业"), opener("其中：工业")), (Some("全市"), Some("其中：")));
        assert_eq!((opener("要建"), opener("要素"), opener("共享单车")), (Some("要"), None, None));
    }
}
