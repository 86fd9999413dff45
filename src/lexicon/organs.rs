//! Names of bodies of party and state without the place before them (`data/organs.tsv`): 县委, 人民政府, 统计局.

use std::sync::OnceLock;

use super::matcher::{Hit, Matcher};
use super::table::rows;

static TABLE: &str = include_str!("data/organs.tsv");

/// A body and its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Organ {
    /// 统计局
    pub name: &'static str,
    /// `party`, `government`, `congress`, `cppcc`, `court`, `department` or `body` (设立的: 指挥部).
    pub kind: &'static str,
}

/// All bodies.
pub struct Organs {
    all: Vec<Organ>,
    matcher: Matcher,
}

const KINDS: [&str; 7] = ["party", "government", "congress", "cppcc", "court", "department", "body"];

/// The bodies of the table, read on first use.
pub fn organs() -> &'static Organs {
    static ORGANS: OnceLock<Organs> = OnceLock::new();
    ORGANS.get_or_init(|| Organs::read().0)
}

impl Organs {
    fn read() -> (Organs, Vec<String>) {
        let (mut all, mut messages) = (Vec::new(), Vec::new());
        for row in rows("organs.tsv", TABLE) {
            let organ = Organ { name: row.cell(0), kind: row.cell(1) };
            if KINDS.contains(&organ.kind) && !organ.name.is_empty() {
                all.push(organ);
            } else {
                messages.push(row.message(&format!("{} is no kind of organ", organ.kind)));
            }
        }
        let names = all.iter().enumerate().map(|(at, organ)| (organ.name, at as u16)).collect();
        (Organs { all, matcher: Matcher::new(names) }, messages)
    }

    /// The bodies in `text`, in order, the longest where several start at one place.
    #[must_use]
    pub fn find_all(&self, text: &str) -> Vec<Hit> {
        self.matcher.leftmost_longest(text)
    }

    /// The body that `text` begins with, and its length in bytes.
    #[must_use]
    pub fn at(&self, text: &str) -> Option<(&Organ, usize)> {
        let (length, id) = self.matcher.at(text)?;
        Some((self.get(id)?, length))
    }

    /// The body of a [`Hit`].
    #[must_use]
    pub fn get(&self, id: u16) -> Option<&Organ> {
        self.all.get(usize::from(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_no_body_stands_twice() {
        let (read, messages) = Organs::read();
        assert_eq!(messages, Vec::<String>::new());
        let names: std::collections::HashSet<_> = read.all.iter().map(|organ| organ.name).collect();
        assert_eq!(names.len(), read.all.len());
    }

    #[test]
    fn bodies_are_found_whole() {
        let text = "市自然资源和规划局、县人大常委会";
        let found: Vec<&str> = organs().find_all(text).into_iter().map(|hit| &text[hit.start..hit.end]).collect();
        assert_eq!(found, ["自然资源和规划局", "县人大常委会"]);
        assert_eq!(organs().at("人民政府关于").map(|(organ, length)| (organ.kind, length)), Some(("government", 12)));
        assert!(organs().at("人民群众").is_none());
    }
}
