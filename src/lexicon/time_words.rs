//! Words of time: years, parts of the year and days by their names, what stands behind a date, and five-year plans.
//!
//! The meaning is given as the table has it (`half 1`); what it is in the calendar is the business of the date grammar.

use std::sync::OnceLock;

use super::cues::times;
use super::matcher::Matcher;
use super::table::rows;

/// A word of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeWord {
    /// As written.
    pub word: &'static str,
    /// Which year: `+0` and `-1` from the document's, `prior-1` from the year under discussion, a number, or empty for
    /// the year under discussion.
    pub year: &'static str,
    /// Which part of it: a name and whole numbers (`quarters 1 3`).
    pub part: &'static str,
    /// Where the expression stands to that time: `before`, `within`, `since`, `in`, or empty.
    pub edge: &'static str,
    only_after: Vec<&'static str>,
    not_after: Vec<&'static str>,
    not_before: Vec<&'static str>,
}

impl TimeWord {
    /// False where the word is a part of another (青年内, 上年龄), seen from the text before and behind it.
    #[must_use]
    pub fn stands(&self, before: &str, behind: &str) -> bool {
        let leads = |word: &&str| if **word == *"^" { before.is_empty() } else { before.ends_with(*word) };
        (self.only_after.is_empty() || self.only_after.iter().any(leads))
            && !self.not_after.iter().any(|word| before.ends_with(word))
            && !self.not_before.iter().any(|word| behind.starts_with(word))
    }
}

/// The words of one use.
#[derive(Debug)]
pub struct TimeWords {
    words: Vec<TimeWord>,
    matcher: Matcher,
}

impl TimeWords {
    fn new(wanted: &str) -> Self {
        let mut words = Vec::new();
        for row in rows("time_words.tsv", TABLE).filter(|row| row.cell(0) == wanted) {
            words.extend(row.list(1).map(|word| TimeWord {
                word,
                year: row.cell(2),
                part: row.cell(3),
                edge: row.cell(4),
                only_after: row.list(5).collect(),
                not_after: row.list(6).collect(),
                not_before: row.list(7).collect(),
            }));
        }
        let matcher = Matcher::new(words.iter().enumerate().map(|(id, word)| (word.word, id as u16)));
        TimeWords { words, matcher }
    }

    /// The longest word that the text begins with.
    #[must_use]
    pub fn at(&self, text: &str) -> Option<&TimeWord> {
        self.matcher.at(text).and_then(|(_, id)| self.words.get(usize::from(id)))
    }

    /// All the words, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &TimeWord> {
        self.words.iter()
    }
}

/// The table, by use.
#[derive(Debug)]
pub struct Table {
    /// Words that are an expression of time by themselves: 今年, 年底, 春节.
    pub words: TimeWords,
    /// Parts of the year that stand behind a year: 2020年[底].
    pub after_year: TimeWords,
    /// What stands behind a date: 2020年底[前].
    pub edges: TimeWords,
    /// Five-year plans: 十四五.
    pub plans: TimeWords,
    /// Centuries by the document's own: 上世纪.
    pub centuries: TimeWords,
    /// What years are counted from: 改革开放[40多年来].
    pub anchors: TimeWords,
    /// Parts of a century: 末, 中叶.
    pub in_century: TimeWords,
    /// Parts of a decade: 初.
    pub in_decade: TimeWords,
}

const TABLE: &str = include_str!("data/time_words.tsv");

/// The table, read once.
pub fn time_words() -> &'static Table {
    static READ: OnceLock<Table> = OnceLock::new();
    READ.get_or_init(|| Table {
        words: TimeWords::new("word"),
        after_year: TimeWords::new("after_year"),
        edges: TimeWords::new("edge"),
        plans: TimeWords::new("plan"),
        centuries: TimeWords::new("century"),
        anchors: TimeWords::new("anchor"),
        in_century: TimeWords::new("in_century"),
        in_decade: TimeWords::new("in_decade"),
    })
}

/// First year of the numbered five-year plan; between the second and the third lay three years of adjustment.
#[must_use]
pub fn plan_start(plan: i32) -> i32 {
    if plan <= 2 { 1953 + 5 * (plan - 1) } else { 1966 + 5 * (plan - 3) }
}

/// 2022年底开工的第四小学9月投用: a year that only tells which one is meant.
#[must_use]
pub fn describes(rest: &str) -> bool {
    let rest = ["以前", "之前", "以后", "之后"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let month = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = month.strip_prefix('月').unwrap_or(rest).trim_start_matches(['底', '末', '初', '就', '已', '新']);
    let verb = [&times().act, &times().done_at, &times().began].iter().find_map(|verbs| verbs.prefix(rest));
    verb.is_some_and(|verb| rest[verb.len()..].starts_with('的'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let table = time_words();
        let read: usize = [
            &table.words,
            &table.after_year,
            &table.edges,
            &table.plans,
            &table.centuries,
            &table.anchors,
            &table.in_century,
            &table.in_decade,
        ]
        .iter()
        .map(|list| list.iter().count())
        .sum();
        assert_eq!(read, rows("time_words.tsv", TABLE).map(|row| row.list(1).count()).sum::<usize>());
        for row in rows("time_words.tsv", TABLE) {
            assert!(row.list(1).next().is_some() && row.cells().count() <= 8, "{}", row.message("no words"));
        }
    }

    #[test]
    fn a_word_stands_where_it_is_no_part_of_another() {
        let word = time_words().words.at("年内完成").unwrap();
        assert_eq!((word.word, word.part, word.edge), ("年内", "whole", "within"));
        assert!(word.stands("力争", "完成") && !word.stands("青", "完成") && !word.stands("3", "完成"));
        let today = time_words().words.at("今天的").unwrap();
        assert!(today.stands("", "上午") && !today.stands("", "的") && !today.stands("在", "上午"));
    }
}
