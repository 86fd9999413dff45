//! Words that say how a thing is meant: done, under way, promised, aimed at, expected (`data/modality.tsv`).

use std::sync::OnceLock;

use super::matcher::{Hit, Matcher};
use super::table::{Row, rows};

static TABLE: &str = include_str!("data/modality.tsv");

/// What such a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sense {
    /// A binding promise: 确保, 不低于.
    Firm,
    /// An endeavour: 力争, 瞄准.
    Aim,
    /// The future without more: 将, 目标.
    Future,
    /// An expectation: 预计.
    Estimate,
    /// Already so: 已, 累计.
    Done,
    /// Under way: 正在.
    Ongoing,
    /// A condition for all: 凡, 一律.
    Rule,
}

/// A word and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Modality {
    /// 力争
    pub word: &'static str,
    /// What it says.
    pub sense: Sense,
}

/// All such words.
pub struct Modalities {
    all: Vec<Modality>,
    matcher: Matcher,
}

/// The words of the table, read on first use.
pub fn modalities() -> &'static Modalities {
    static MODALITIES: OnceLock<Modalities> = OnceLock::new();
    MODALITIES.get_or_init(|| Modalities::read().0)
}

impl Modalities {
    fn read() -> (Modalities, Vec<String>) {
        let (mut all, mut messages) = (Vec::new(), Vec::new());
        for row in rows("modality.tsv", TABLE) {
            match modality(&row) {
                Ok(modality) => all.push(modality),
                Err(message) => messages.push(message),
            }
        }
        let names = all.iter().enumerate().map(|(at, modality)| (modality.word, at as u16)).collect();
        (Modalities { all, matcher: Matcher::new(names) }, messages)
    }

    /// The words in `text`, in order, the longest where several start at one place.
    #[must_use]
    pub fn find_all(&self, text: &str) -> Vec<Hit> {
        self.matcher.leftmost_longest(text)
    }

    /// The word that `text` begins with.
    #[must_use]
    pub fn at(&self, text: &str) -> Option<&Modality> {
        self.matcher.at(text).and_then(|(_, id)| self.get(id))
    }

    /// The word of a [`Hit`].
    #[must_use]
    pub fn get(&self, id: u16) -> Option<&Modality> {
        self.all.get(usize::from(id))
    }
}

fn modality(row: &Row<'static>) -> Result<Modality, String> {
    let sense = match row.cell(1) {
        "firm" => Sense::Firm,
        "aim" => Sense::Aim,
        "future" => Sense::Future,
        "estimate" => Sense::Estimate,
        "done" => Sense::Done,
        "ongoing" => Sense::Ongoing,
        "rule" => Sense::Rule,
        other => return Err(row.message(&format!("{other} is no sense"))),
    };
    if row.cell(0).is_empty() {
        return Err(row.message("word is empty"));
    }
    Ok(Modality { word: row.cell(0), sense })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_no_word_stands_twice() {
        let (read, messages) = Modalities::read();
        assert_eq!(messages, Vec::<String>::new());
        let words: std::collections::HashSet<_> = read.all.iter().map(|modality| modality.word).collect();
        assert_eq!(words.len(), read.all.len());
    }

    #[test]
    fn words_of_a_clause_say_how_it_is_meant() {
        for (text, senses) in [
            ("力争突破500亿元", vec![Sense::Aim]),
            ("确保不低于6%", vec![Sense::Firm, Sense::Firm]),
            ("预计增长7%", vec![Sense::Estimate]),
            ("将新建小学3所", vec![Sense::Future]),
            ("已开工12个", vec![Sense::Done]),
            ("正在验收", vec![Sense::Ongoing]),
            ("年满60周岁", vec![Sense::Rule]),
            ("幼儿园8所", vec![]),
        ] {
            let found = modalities().find_all(text).into_iter().filter_map(|hit| modalities().get(hit.id));
            assert_eq!(found.map(|modality| modality.sense).collect::<Vec<_>>(), senses, "{text}");
        }
        assert_eq!(modalities().at("争取到位").map(|modality| modality.word), Some("争取"));
    }
}
