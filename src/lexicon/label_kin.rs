//! What labels of one thing share where documents name it otherwise (`data/label_kin.tsv`): deeds in other words (建设, 建成),
//! in another place (小区改造, 改造小区), and words that may be left out (完成).

use rustc_hash::FxHashMap as HashMap;
use std::sync::OnceLock;

use super::table::{Row, rows};
use super::words::Words;

static TABLE: &str = include_str!("data/label_kin.tsv");

/// The words of the table.
#[derive(Debug)]
pub struct LabelKin {
    words: Words,
    parts: HashMap<&'static str, Part>,
    tail: Words,
    same: Words,
    pairs: HashMap<&'static str, &'static str>,
}

/// What a word within a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A deed, and how it is tagged.
    Deed(&'static str),
    /// Nothing that tells it from others.
    Light,
}

/// The table, read on first use.
pub fn label_kin() -> &'static LabelKin {
    static READ: OnceLock<LabelKin> = OnceLock::new();
    READ.get_or_init(|| LabelKin::read().0)
}

impl LabelKin {
    fn read() -> (LabelKin, Vec<String>) {
        let mut parts = HashMap::default();
        let mut pairs = HashMap::default();
        let mut tail = Vec::new();
        let mut messages = Vec::new();
        for row in rows("label_kin.tsv", TABLE) {
            messages.extend(add(&row, &mut parts, &mut pairs, &mut tail).err());
        }
        let words: Vec<&'static str> = parts.keys().copied().collect();
        let same: Vec<&'static str> = pairs.keys().copied().collect();
        let [words, same, tail] = [words, same, tail].map(|list| Words::new(&[&list]));
        (LabelKin { words, parts, tail, same, pairs }, messages)
    }

    /// The longest word of a deed, or word that may be left out, that the text begins with.
    #[must_use]
    pub fn part(&self, first: char, text: &str) -> Option<(&'static str, Part)> {
        let word = self.words.prefix_at(first, text)?;
        Some((word, *self.parts.get(word)?))
    }

    /// The longest word that goes by another here, and which.
    #[must_use]
    pub fn same(&self, first: char, text: &str) -> Option<(&'static str, &'static str)> {
        let word = self.same.prefix_at(first, text)?;
        Some((word, self.pairs.get(word)?))
    }

    /// What may be left out at the end: 危房治理[项目].
    #[must_use]
    pub fn tail(&self, text: &str) -> Option<&'static str> {
        self.tail.suffix(text)
    }
}

fn add(
    row: &Row<'static>,
    parts: &mut HashMap<&'static str, Part>,
    pairs: &mut HashMap<&'static str, &'static str>,
    tail: &mut Vec<&'static str>,
) -> Result<(), String> {
    let part = match (row.cell(0), row.cell(2)) {
        ("verb", "") => return Err(row.message("a deed without a tag")),
        ("verb", tag) => Some(Part::Deed(tag)),
        ("light", _) => Some(Part::Light),
        ("tail" | "same", _) => None,
        (other, _) => return Err(row.message(&format!("use {other} is none of verb, light, tail, same"))),
    };
    for word in row.list(1) {
        match part {
            Some(part) => {
                if parts.insert(word, part).is_some() {
                    return Err(row.message(&format!("{word} stands twice")));
                }
            }
            None if row.cell(0) == "tail" => tail.push(word),
            None => {
                let (one, other) =
                    word.split_once('>').ok_or_else(|| row.message(&format!("{word} names no other")))?;
                pairs.insert(one, other);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_a_wrong_one_named() {
        let (read, messages) = LabelKin::read();
        assert_eq!(messages, Vec::<String>::new());
        assert_eq!(read.part('新', "新建成公园"), Some(("新建成", Part::Deed("建"))));
        assert_eq!(read.same('普', "普惠型贷款"), Some(("普惠型", "普惠")));
        assert_eq!(read.tail("治理项目"), Some("项目"));
        let row = rows("label_kin.tsv", "h\nverb\t做").next().unwrap();
        let fault = add(&row, &mut HashMap::default(), &mut HashMap::default(), &mut Vec::new());
        assert_eq!(fault, Err("label_kin.tsv:2: a deed without a tag".to_owned()));
    }
}
