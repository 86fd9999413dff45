//! Words that bound a number: 超过, 不低于 before it; 以上, 左右 behind its unit.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::table::rows;
use super::words::Words;

/// On which side of the number the true value lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// 超过
    AtLeast,
    /// 不足
    AtMost,
    /// 约
    About,
    /// 高达: the number itself, said with stress.
    Exact,
}

/// The words of one side.
#[derive(Debug)]
pub struct BoundWords {
    words: Words,
    meaning: HashMap<&'static str, (Limit, Vec<&'static str>)>,
}

impl BoundWords {
    fn new(place: &str) -> Self {
        let mut meaning = HashMap::new();
        for row in rows("bound_words.tsv", TABLE).filter(|row| row.cell(0) == place) {
            let Some(limit) = limit(row.cell(2)) else { continue };
            meaning.extend(row.list(1).map(|word| (word, (limit, row.list(3).collect()))));
        }
        let words: Vec<_> = meaning.keys().copied().collect();
        BoundWords { words: Words::new(&[&words]), meaning }
    }

    /// The longest word at the end of the text, unless it is a part of another (通过5项).
    #[must_use]
    pub fn suffix(&self, text: &str) -> Option<(&'static str, Limit)> {
        let word = self.words.suffix(text)?;
        let (limit, not) = self.meaning.get(word)?;
        let head = &text[..text.len() - word.len()];
        (!not.iter().any(|part| head.ends_with(part))).then_some((word, *limit))
    }

    /// The longest word at the start of the text, unless it is a part of another (以上述).
    #[must_use]
    pub fn prefix(&self, text: &str) -> Option<(&'static str, Limit)> {
        let word = self.words.prefix(text)?;
        let (limit, not) = self.meaning.get(word)?;
        let tail = &text[word.len()..];
        (!not.iter().any(|part| tail.starts_with(part))).then_some((word, *limit))
    }
}

fn limit(cell: &str) -> Option<Limit> {
    match cell {
        "at_least" => Some(Limit::AtLeast),
        "at_most" => Some(Limit::AtMost),
        "about" => Some(Limit::About),
        "exact" => Some(Limit::Exact),
        _ => None,
    }
}

/// The table, by side.
#[derive(Debug)]
pub struct Table {
    /// Before the number.
    pub before: BoundWords,
    /// Behind the unit.
    pub after: BoundWords,
}

const TABLE: &str = include_str!("data/bound_words.tsv");

/// The table, read once.
pub fn bound_words() -> &'static Table {
    static READ: OnceLock<Table> = OnceLock::new();
    READ.get_or_init(|| Table { before: BoundWords::new("before"), after: BoundWords::new("after") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let table = bound_words();
        let written: usize = rows("bound_words.tsv", TABLE).map(|row| row.list(1).count()).sum();
        assert_eq!(table.before.meaning.len() + table.after.meaning.len(), written);
    }

    #[test]
    fn a_bound_is_no_part_of_another_word() {
        assert_eq!(bound_words().before.suffix("总量超过"), Some(("超过", Limit::AtLeast)));
        assert_eq!(bound_words().before.suffix("会议通过"), None);
        assert_eq!(bound_words().after.prefix("以上的"), Some(("以上", Limit::AtLeast)));
        assert_eq!(bound_words().after.prefix("以上述"), None);
    }
}
