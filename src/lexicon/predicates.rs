//! Words between an indicator and its number, and what they say of the measure (`data/predicates.tsv`).

use std::sync::OnceLock;

use super::guarded::{Columns, Entry, Guarded};
use super::table::rows;

static TABLE: &str = include_str!("data/predicates.tsv");
const COLUMNS: Columns = Columns { not_after: 2, only_after: 3, not_before: 0, only_before: 0 };

/// What a predicate says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Said {
    /// 达到, 为: nothing but the link.
    Link,
    /// 增长, 上涨: the number is growth.
    Grow,
    /// 下降: the number is decline.
    Shrink,
    /// 增加到, 降至: the number is the new level.
    To,
    /// 由, 从: the number is the old level.
    From,
    /// 分别, 各
    Each,
    /// 年均
    Average,
    /// 同比: nothing of the measure.
    Adverb,
    /// 力争, 确保: how it is meant.
    Modal,
}

/// What a word says, and over how many years: 3 for 三年平均, 0 where it says nothing of years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Predicate {
    /// Of the measure.
    pub said: Said,
    /// Years up to the one under discussion.
    pub years: i32,
}

/// The words of the table, by their last character, read on first use.
pub fn predicates() -> &'static Guarded<Predicate> {
    static READ: OnceLock<Guarded<Predicate>> = OnceLock::new();
    READ.get_or_init(|| {
        let words = rows("predicates.tsv", TABLE).filter_map(|row| {
            Some((Predicate { said: said(row.cell(0))?, years: row.cell(4).parse().unwrap_or(0) }, row))
        });
        let entries = words.flat_map(|(meaning, row)| {
            row.list(1).map(move |word| Entry::new(word, meaning, &row, COLUMNS)).collect::<Vec<_>>()
        });
        Guarded::by_last(entries.collect())
    })
}

fn said(cell: &str) -> Option<Said> {
    match cell {
        "link" => Some(Said::Link),
        "grow" => Some(Said::Grow),
        "shrink" => Some(Said::Shrink),
        "to" => Some(Said::To),
        "from" => Some(Said::From),
        "each" => Some(Said::Each),
        "average" => Some(Said::Average),
        "adverb" => Some(Said::Adverb),
        "modal" => Some(Said::Modal),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_no_word_stands_twice() {
        let wrong: Vec<String> = rows("predicates.tsv", TABLE)
            .filter(|row| said(row.cell(0)).is_none() || row.list(1).next().is_none())
            .map(|row| row.message("expected what is said, and words"))
            .collect();
        assert_eq!(wrong, Vec::<String>::new());
        let words: std::collections::HashSet<_> = predicates().entries().map(|entry| entry.word).collect();
        assert_eq!(words.len(), predicates().entries().count());
    }

    #[test]
    fn the_longest_word_that_is_no_part_of_another_is_found() {
        let at = |text: &str| predicates().suffix(text).map(|entry| (entry.word, entry.meaning.said));
        assert_eq!(at("规上企业增加到"), Some(("增加到", Said::To)));
        assert_eq!(at("增幅因为"), None);
        assert_eq!(at("收入较上年同期"), Some(("较上年同期", Said::Adverb)));
    }
}
