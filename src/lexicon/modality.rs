//! Words that say how a sentence is meant: promised, aimed at, expected, told as done (`data/modality.tsv`).

use std::sync::OnceLock;

use super::guarded::{Columns, Entry, Guarded};
use super::table::{Row, rows};

static TABLE: &str = include_str!("data/modality.tsv");
const COLUMNS: Columns = Columns { not_after: 3, only_after: 0, not_before: 4, only_before: 5 };

/// What such a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sense {
    /// A binding promise: 确保, 不低于.
    Firm,
    /// An endeavour: 力争, 瞄准.
    Aim,
    /// The future without more: 将, 下一步.
    Future,
    /// An expectation: 预计.
    Estimate,
    /// What is aimed at: 目标.
    Goal,
    /// 完成
    Done,
    /// Told as past: 去年, 已.
    Past,
    /// What a scheme will bring: 建成后.
    Afterwards,
}

/// What a word says, and what else it does to its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Modality {
    /// The main thing.
    pub sense: Sense,
    /// Aims even within a review: 力争.
    pub hope: bool,
    /// Turns its paragraph to what will be done: 将.
    pub ahead: bool,
    /// Makes no target alone where the text is no plan: 每年.
    pub weak: bool,
    /// 去年
    pub last_year: bool,
    /// Tells its clause as done: 已.
    pub told: bool,
    /// Rules the numbers of its own clause alone: 坚决淘汰.
    pub clause: bool,
    /// Rules the number right behind it alone: 计划投资.
    pub own: bool,
}

/// The words of the table, by their first character, read on first use.
pub fn modality() -> &'static Guarded<Modality> {
    static READ: OnceLock<Guarded<Modality>> = OnceLock::new();
    READ.get_or_init(|| {
        Guarded::by_first(rows("modality.tsv", TABLE).filter_map(|row| entry(&row).ok()).collect::<Vec<_>>())
    })
}

fn entry(row: &Row<'static>) -> Result<Entry<Modality>, String> {
    let sense = match row.cell(1) {
        "firm" => Sense::Firm,
        "aim" => Sense::Aim,
        "future" => Sense::Future,
        "estimate" => Sense::Estimate,
        "goal" => Sense::Goal,
        "done" => Sense::Done,
        "past" => Sense::Past,
        "afterwards" => Sense::Afterwards,
        other => return Err(row.message(&format!("{other} is no sense"))),
    };
    let mut meaning = Modality {
        sense,
        hope: false,
        ahead: false,
        weak: false,
        last_year: false,
        told: false,
        clause: false,
        own: false,
    };
    for also in row.list(2) {
        match also {
            "hope" => meaning.hope = true,
            "ahead" => meaning.ahead = true,
            "weak" => meaning.weak = true,
            "last_year" => meaning.last_year = true,
            "told" => meaning.told = true,
            "clause" => meaning.clause = true,
            "own" => meaning.own = true,
            other => return Err(row.message(&format!("{other} is nothing that a word does"))),
        }
    }
    if row.cell(0).is_empty() {
        return Err(row.message("word is empty"));
    }
    Ok(Entry::new(row.cell(0), meaning, row, COLUMNS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_no_word_stands_twice() {
        let wrong: Vec<String> = rows("modality.tsv", TABLE).filter_map(|row| entry(&row).err()).collect();
        assert_eq!(wrong, Vec::<String>::new());
        let words: std::collections::HashSet<_> = modality().entries().map(|entry| entry.word).collect();
        assert_eq!(words.len(), rows("modality.tsv", TABLE).count());
    }

    #[test]
    fn words_say_how_a_sentence_is_meant() {
        let at = |text: &'static str| {
            let entry = text.chars().next().and_then(|first| modality().prefix_at(first, text))?;
            entry.stands("", &text[entry.word.len()..]).then_some((entry.meaning.sense, entry.meaning.ahead))
        };
        assert_eq!(at("力争突破500亿元"), Some((Sense::Aim, true)));
        assert_eq!(at("不低于6%"), Some((Sense::Firm, false)));
        assert_eq!(at("要新建小学3所"), Some((Sense::Future, true)));
        assert_eq!((at("要素保障"), at("幼儿园8所")), (None, None));
    }
}
