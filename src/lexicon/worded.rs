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
    /// Behind its name: a part of something, not the indicator itself.
    part: Words,
    /// Before the name of an indicator: what is to be done for it.
    lead: Words,
}

/// The table, read on first use.
pub fn worded() -> &'static Worded {
    static READ: OnceLock<Worded> = OnceLock::new();
    READ.get_or_init(|| Worded::read().0)
}

impl Worded {
    fn read() -> (Worded, Vec<String>) {
        let mut lists: [Vec<&'static str>; 4] = Default::default();
        let messages = rows("worded_targets.tsv", TABLE).filter_map(|row| add(&row, &mut lists).err()).collect();
        let [says, measure, part, lead] = lists.map(|list| Words::new(&[&list]));
        (Worded { says, measure, part, lead }, messages)
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

    /// Whether the words behind an indicator's name make it a part of something: 占全国比重稳中有进.
    #[must_use]
    pub fn parts(&self, behind: &str) -> bool {
        self.part.within(behind)
    }

    /// The clause without what is to be done for the indicator that it begins with: [促进]进出口稳中提质.
    #[must_use]
    pub fn bare<'a>(&self, clause: &'a str) -> &'a str {
        let mut bare = clause;
        while let Some(lead) = self.lead.prefix(bare) {
            bare = &bare[lead.len()..];
        }
        bare
    }

    /// Whether an indicator behind these words is the measure of another, as 经济增长 in 与经济增长同步.
    #[must_use]
    pub fn measures(&self, before: &str) -> bool {
        self.measure.suffix(before).is_some()
    }
}

fn add(row: &Row<'static>, lists: &mut [Vec<&'static str>; 4]) -> Result<(), String> {
    let list = match row.cell(0) {
        "says" => 0,
        "measure" => 1,
        "part" => 2,
        "lead" => 3,
        other => return Err(row.message(&format!("use {other} is none of says, measure, part, lead"))),
    };
    lists[list].extend(row.list(1));
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
            add(&row, &mut <[Vec<&'static str>; 4]>::default()),
            Err("worded_targets.tsv:2: use wish is none of says, measure, part, lead".to_owned())
        );
    }
}
