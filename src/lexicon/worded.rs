//! Words by which a plan sets a target without a number (`data/worded_targets.tsv`): 与经济增长基本同步.

use std::sync::OnceLock;

use super::table::{Row, rows};
use super::words::Words;

static TABLE: &str = include_str!("data/worded_targets.tsv");

/// The words of the table.
#[derive(Debug)]
pub struct Worded {
    /// Behind the name of an indicator: what is wanted of it.
    says: Words,
    /// Before the name of an indicator that is only measured against.
    measure: Words,
}

/// The table, read on first use.
pub fn worded() -> &'static Worded {
    static READ: OnceLock<Worded> = OnceLock::new();
    READ.get_or_init(|| Worded::read().0)
}

impl Worded {
    fn read() -> (Worded, Vec<String>) {
        let (mut says, mut measure) = (Vec::new(), Vec::new());
        let add = |row: Row<'static>| add(&row, &mut says, &mut measure).err();
        let messages = rows("worded_targets.tsv", TABLE).filter_map(add).collect();
        (Worded { says: Words::new(&[&says]), measure: Words::new(&[&measure]) }, messages)
    }

    /// Where words stand that say what is wanted of an indicator: 基本稳定.
    pub fn all_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + use<'a> {
        self.says.all(text).map(|(at, _)| at)
    }

    /// Whether the words behind an indicator's name say what is wanted of it: 基本稳定.
    #[must_use]
    pub fn says(&self, behind: &str) -> bool {
        self.says.within(behind)
    }

    /// Whether an indicator behind these words is the measure of another, as 经济增长 in 与经济增长同步.
    #[must_use]
    pub fn measures(&self, before: &str) -> bool {
        self.measure.suffix(before).is_some()
    }
}

fn add(row: &Row<'static>, says: &mut Vec<&'static str>, measure: &mut Vec<&'static str>) -> Result<(), String> {
    let words = match row.cell(0) {
        "says" => says,
        "measure" => measure,
        other => return Err(row.message(&format!("use {other} is none of says, measure"))),
    };
    words.extend(row.list(1));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_a_wrong_one_named() {
        let (read, messages) = Worded::read();
        assert_eq!(messages, Vec::<String>::new());
        assert!(read.says("与经济增长基本同步") && read.measures("收入与") && !read.says("明显改善"));
        let row = rows("worded_targets.tsv", "h\nwish\t甲").next().unwrap();
        assert_eq!(
            add(&row, &mut Vec::new(), &mut Vec::new()),
            Err("worded_targets.tsv:2: use wish is none of says, measure".to_owned())
        );
    }
}
