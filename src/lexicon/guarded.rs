//! Words of a table with what they mean, and the neighbours that make them a part of another word: 为 in 因为, 要 in 要素.

use super::table::Row;

/// Bits that say whether some word of a list has this character at the end asked for.
const BITS: usize = 1 << 14;

/// Buckets of a list; characters share one where their code points agree modulo this.
const BUCKETS: usize = 256;

/// A word, what it means, and where it is a word of its own.
#[derive(Debug)]
pub struct Entry<T> {
    /// As written.
    pub word: &'static str,
    /// What it says.
    pub meaning: T,
    end: char,
    not_after: Vec<&'static str>,
    only_after: Vec<&'static str>,
    not_before: Vec<&'static str>,
    only_before: Vec<&'static str>,
}

/// Which columns of a table hold the neighbours; 0 where it has no such column.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Columns {
    pub(crate) not_after: usize,
    pub(crate) only_after: usize,
    pub(crate) not_before: usize,
    pub(crate) only_before: usize,
}

impl<T> Entry<T> {
    pub(crate) fn new(word: &'static str, meaning: T, row: &Row<'static>, columns: Columns) -> Entry<T> {
        let list = |column: usize| if column == 0 { Vec::new() } else { row.list(column).collect() };
        Entry {
            word,
            meaning,
            end: '\0',
            not_after: list(columns.not_after),
            only_after: list(columns.only_after),
            not_before: list(columns.not_before),
            only_before: list(columns.only_before),
        }
    }

    /// True where the word, between these, is a word of its own.
    #[must_use]
    pub fn stands(&self, head: &str, tail: &str) -> bool {
        let after = |part: &str| if part == "^" { head.is_empty() } else { head.ends_with(part) };
        let before = |part: &str| tail.starts_with(part);
        !self.not_after.iter().any(|part| after(part))
            && (self.only_after.is_empty() || self.only_after.iter().any(|part| after(part)))
            && !self.not_before.iter().any(|part| before(part))
            && (self.only_before.is_empty() || self.only_before.iter().any(|part| before(part)))
    }
}

/// The words of a table, filed by the character at the end that is asked for; the longest first.
#[derive(Debug)]
pub struct Guarded<T> {
    ends: Vec<u64>,
    buckets: Vec<Vec<Entry<T>>>,
}

impl<T> Guarded<T> {
    /// For questions about the words that a text begins with.
    pub(crate) fn by_first(entries: Vec<Entry<T>>) -> Self {
        Self::filed(entries, |word| word.chars().next())
    }

    /// For questions about the words that a text ends with.
    pub(crate) fn by_last(entries: Vec<Entry<T>>) -> Self {
        Self::filed(entries, |word| word.chars().next_back())
    }

    fn filed(entries: Vec<Entry<T>>, end: fn(&str) -> Option<char>) -> Self {
        let mut buckets: Vec<Vec<Entry<T>>> = (0..BUCKETS).map(|_| Vec::new()).collect();
        let mut ends = vec![0; BITS / 64];
        for entry in entries {
            if let Some(end) = end(entry.word) {
                ends[end as usize % BITS / 64] |= 1 << (end as usize % 64);
                buckets[end as usize % BUCKETS].push(Entry { end, ..entry });
            }
        }
        for bucket in &mut buckets {
            bucket.sort_by_key(|entry| std::cmp::Reverse(entry.word.len()));
        }
        Guarded { ends, buckets }
    }

    fn bucket(&self, end: char) -> impl Iterator<Item = &Entry<T>> {
        self.buckets[end as usize % BUCKETS].iter().filter(move |entry| entry.end == end)
    }

    /// False where no word has this character at the end asked for; cheap enough for every character of a text.
    #[inline]
    #[must_use]
    pub fn may_end(&self, end: char) -> bool {
        self.ends[end as usize % BITS / 64] >> (end as usize % 64) & 1 != 0
    }

    /// The longest word that the text begins with, whose first character is `first`; its neighbours are not asked for.
    #[must_use]
    pub fn prefix_at(&self, first: char, text: &str) -> Option<&Entry<T>> {
        self.bucket(first).find(|entry| starts(text, entry.word))
    }

    /// The longest word of its own that the text ends with.
    #[must_use]
    pub fn suffix(&self, text: &str) -> Option<&Entry<T>> {
        let last = text.chars().next_back()?;
        self.bucket(last)
            .find(|entry| text.ends_with(entry.word) && entry.stands(&text[..text.len() - entry.word.len()], ""))
    }

    #[cfg(test)]
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry<T>> {
        self.buckets.iter().flatten()
    }
}

/// As `starts_with`; the last byte is looked at first, which mostly says no and costs no call.
fn starts(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    word.len().checked_sub(1).is_none_or(|last| text.get(last) == word.get(last) && text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::super::table::rows;
    use super::*;

    fn list(table: &'static str, by: fn(Vec<Entry<()>>) -> Guarded<()>) -> Guarded<()> {
        let columns = Columns { not_after: 1, only_after: 2, not_before: 3, only_before: 4 };
        by(rows("sample.tsv", table)
            .flat_map(|row| row.list(0).map(move |word| Entry::new(word, (), &row, columns)).collect::<Vec<_>>())
            .collect())
    }

    #[test]
    fn a_word_is_none_within_another() {
        let words = list("words\n为\t因|^\n分别为\n实施\t\t^\n", Guarded::by_last);
        assert_eq!(words.suffix("总量为").map(|entry| entry.word), Some("为"));
        assert_eq!(words.suffix("总量分别为").map(|entry| entry.word), Some("分别为"));
        assert!(words.suffix("因为").is_none() && words.suffix("为").is_none());
        assert!(words.suffix("实施").is_some() && words.suffix("工程实施").is_none());
    }

    #[test]
    fn the_longest_word_is_found_and_its_neighbours_are_asked_for() {
        let words = list("words\n要\t\t\t素\n规划\t\t\t\t建设\n", Guarded::by_first);
        let stands = |text: &str| {
            text.chars().next().and_then(|c| words.prefix_at(c, text)).map(|e| e.stands("", &text[e.word.len()..]))
        };
        assert_eq!((stands("要建"), stands("要素"), stands("素")), (Some(true), Some(false), None));
        assert_eq!((stands("规划建设"), stands("规划引领")), (Some(true), Some(false)));
    }
}
