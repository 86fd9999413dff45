//! What labels of one thing share where documents name it otherwise (`data/label_kin.tsv`): deeds in other words (建设, 建成),
//! in another place (小区改造, 改造小区), and words that may be left out (完成).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::table::{Row, rows};
use super::words::Words;

static TABLE: &str = include_str!("data/label_kin.tsv");

/// The words of the table.
#[derive(Debug)]
pub struct LabelKin {
    words: Words,
    /// For each of them what it is.
    parts: Vec<Part>,
    tail: Words,
    same: Words,
    /// For each of them the word for it.
    others: Vec<&'static str>,
}

/// What the rows say, as they are read.
#[derive(Debug, Default)]
struct Lists {
    parts: BTreeMap<&'static str, Part>,
    pairs: BTreeMap<&'static str, &'static str>,
    tail: Vec<&'static str>,
    /// The tags of deeds, each by its place.
    tags: Vec<&'static str>,
}

/// Kinds of deeds, as bits.
pub type Deeds = u32;

/// What a word within a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A deed of this kind.
    Deed(Deeds),
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
        let mut lists = Lists::default();
        let messages = rows("label_kin.tsv", TABLE).filter_map(|row| add(&row, &mut lists).err()).collect();
        let Lists { parts, pairs, tail, .. } = lists;
        let words = Words::new(&[&parts.keys().copied().collect::<Vec<_>>()]);
        let same = Words::new(&[&pairs.keys().copied().collect::<Vec<_>>()]);
        let parts = words.iter().filter_map(|word| parts.get(word).copied()).collect();
        let others = same.iter().filter_map(|word| pairs.get(word).copied()).collect();
        (LabelKin { words, parts, tail: Words::new(&[&tail]), same, others }, messages)
    }

    /// The longest word of a deed, or word that may be left out, that the text begins with.
    #[must_use]
    pub fn part(&self, first: char, text: &str) -> Option<(&'static str, Part)> {
        let (place, word) = self.words.place_at(first, text)?;
        Some((word, *self.parts.get(place)?))
    }

    /// Where words stand that go by others here, which, and the others.
    pub fn same<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'static str, &'static str)> + use<'a> {
        self.same.scan(text).filter_map(|found| Some((found.at, found.word, *self.others.get(found.place)?)))
    }

    /// Whether a deed, or a word that may be left out, may begin with this character; false for most with which none does.
    #[must_use]
    pub fn may_be_part(&self, first: char) -> bool {
        self.words.may_begin(first)
    }

    /// What may be left out at the end: 危房治理[项目].
    #[must_use]
    pub fn tail(&self, text: &str) -> Option<&'static str> {
        self.tail.suffix(text)
    }
}

fn add(row: &Row<'static>, lists: &mut Lists) -> Result<(), String> {
    let part = match (row.cell(0), row.cell(2)) {
        ("verb", "") => return Err(row.message("a deed without a tag")),
        ("verb", tag) => {
            let known = lists.tags.iter().position(|known| *known == tag);
            let place = known.unwrap_or_else(|| {
                lists.tags.push(tag);
                lists.tags.len() - 1
            });
            let place = u32::try_from(place).ok().filter(|place| *place < Deeds::BITS);
            Some(Part::Deed(1 << place.ok_or_else(|| row.message("one kind of deeds too many"))?))
        }
        ("light", _) => Some(Part::Light),
        ("tail" | "same", _) => None,
        (other, _) => return Err(row.message(&format!("use {other} is none of verb, light, tail, same"))),
    };
    for word in row.list(1) {
        match part {
            Some(part) => {
                if lists.parts.insert(word, part).is_some() {
                    return Err(row.message(&format!("{word} stands twice")));
                }
            }
            None if row.cell(0) == "tail" => lists.tail.push(word),
            None => {
                let (one, other) =
                    word.split_once('>').ok_or_else(|| row.message(&format!("{word} names no other")))?;
                lists.pairs.insert(one, other);
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
        assert_eq!(read.part('新', "新建成公园"), Some(("新建成", Part::Deed(1))));
        assert_eq!(read.same("新增普惠型贷款").next(), Some((6, "普惠型", "普惠")));
        assert_eq!(read.tail("治理项目"), Some("项目"));
        let row = rows("label_kin.tsv", "h\nverb\t做").next().unwrap();
        let fault = add(&row, &mut Lists::default());
        assert_eq!(fault, Err("label_kin.tsv:2: a deed without a tag".to_owned()));
    }
}
