//! Units in which one thing is told (`data/unit_joins.tsv`): 斤 and 吨, 名 and 位.

use rustc_hash::FxHashMap as HashMap;
use std::sync::OnceLock;

use super::table::{Row, rows};

static TABLE: &str = include_str!("data/unit_joins.tsv");

/// A unit that joins with others.
#[derive(Debug, Clone, PartialEq)]
pub struct Joined {
    /// The unit.
    pub unit: &'static str,
    /// What it measures: units of one kind join.
    pub kind: &'static str,
    /// How much of the first unit of its kind it is.
    pub factor: f64,
    /// The ends of labels with which it joins; all where there are none.
    pub labels: Vec<&'static str>,
}

/// The units, of each kind in the order in which one is chosen to show a series in.
#[derive(Debug)]
pub struct UnitJoins {
    all: Vec<Joined>,
    places: HashMap<&'static str, usize>,
}

/// The table, read on first use.
pub fn unit_joins() -> &'static UnitJoins {
    static READ: OnceLock<UnitJoins> = OnceLock::new();
    READ.get_or_init(|| UnitJoins::read().0)
}

impl UnitJoins {
    fn read() -> (UnitJoins, Vec<String>) {
        let mut read = UnitJoins { all: Vec::new(), places: HashMap::default() };
        let mut messages = Vec::new();
        for row in rows("unit_joins.tsv", TABLE) {
            match joined(&row) {
                Ok(joined) => {
                    read.places.insert(joined.unit, read.all.len());
                    read.all.push(joined);
                }
                Err(message) => messages.push(message),
            }
        }
        (read, messages)
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Joined] {
        &self.all
    }

    /// A unit's place among all.
    #[must_use]
    pub fn place(&self, unit: &str) -> Option<usize> {
        self.places.get(unit).copied()
    }
}

fn joined(row: &Row<'static>) -> Result<Joined, String> {
    let factor: f64 = row.cell(2).parse().map_err(|_| row.message("factor is no number"))?;
    if row.cell(0).is_empty() || row.cell(1).is_empty() || factor <= 0.0 {
        return Err(row.message("kind, unit and a factor over 0 are wanted"));
    }
    Ok(Joined { kind: row.cell(0), unit: row.cell(1), factor, labels: row.list(3).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_a_wrong_one_named() {
        let (read, messages) = UnitJoins::read();
        assert_eq!(messages, Vec::<String>::new());
        assert_eq!(read.place("吨"), Some(0));
        let known =
            |one: &Joined| super::super::units::longest_match(one.unit).is_some_and(|(unit, _)| unit.unit == one.unit);
        assert!(read.all().iter().all(known));
        let row = rows("unit_joins.tsv", "h\nmass\t两\tx").next().unwrap();
        assert_eq!(joined(&row), Err("unit_joins.tsv:2: factor is no number".to_owned()));
    }
}
