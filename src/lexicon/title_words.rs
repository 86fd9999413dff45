//! Words that a title neither begins nor ends with: what leads on from the text before, and to the text behind.

use std::sync::OnceLock;

use super::affixes::Affixes;
use super::table::rows;
use super::words::Words;

/// The table, by use.
#[derive(Debug)]
pub struct TitleWords {
    /// Lead on from what was said before: 其中.
    pub lead: Affixes,
    /// Lead on to what is cut off: 以及.
    pub tail: Affixes,
    /// End what stands before a date: 将于.
    pub before_date: Affixes,
    /// Modal words in the midst: 抽水蓄能电站[力争]主体开工.
    pub modal: Affixes,
    /// The same, before an act alone: 第三水厂[将]建成.
    pub modal_act: Affixes,
    /// What words of an aim end with: 全面建成小康社会[的目标].
    pub aim_noun: Affixes,
    /// Words that end so say when, not what: 主体完工后.
    pub dangling: Affixes,
    /// Words that begin so are cut: 以来的成绩.
    pub cut: Affixes,
    /// Words that end so say where: 在会议上.
    pub place: Affixes,
    /// Remarks, which tell nothing that happened: 变化是很大的.
    pub remark: Words,
    /// Begin what is said of a thing's size: 总投资22亿元的.
    pub size: Affixes,
}

const TABLE: &str = include_str!("data/title_words.tsv");

/// The uses of what stands at a title's ends, in the order of the fields.
const AFFIXES: [&str; 10] =
    ["lead", "tail", "before_date", "modal", "modal_act", "aim_noun", "dangling", "cut", "place", "size"];
/// What may stand anywhere in it.
const REMARK: &str = "remark";

/// The table, read once.
pub fn title_words() -> &'static TitleWords {
    static READ: OnceLock<TitleWords> = OnceLock::new();
    READ.get_or_init(|| {
        let of = |wanted: &'static str| rows("title_words.tsv", TABLE).filter(move |row| row.cell(0) == wanted);
        let [lead, tail, before_date, modal, modal_act, aim_noun, dangling, cut, place, size] =
            AFFIXES.map(|wanted| Affixes::new(of(wanted)));
        let remarks: Vec<&str> = of(REMARK).flat_map(|row| row.list(1)).collect();
        let remark = Words::new(&[&remarks]);
        TitleWords { lead, tail, before_date, modal, modal_act, aim_noun, dangling, cut, place, remark, size }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for row in rows("title_words.tsv", TABLE) {
            let known = AFFIXES.contains(&row.cell(0)) || row.cell(0) == REMARK;
            assert!(known, "{}", row.message("unknown use"));
            assert!(row.list(1).next().is_some() && row.cells().count() <= 5, "{}", row.message("no words"));
        }
        for wanted in AFFIXES.into_iter().chain([REMARK]) {
            assert!(rows("title_words.tsv", TABLE).any(|row| row.cell(0) == wanted), "no row for {wanted}");
        }
    }

    #[test]
    fn words_that_lead_on_are_told_from_their_likes() {
        let words = title_words();
        assert_eq!(words.lead.strip_prefix("其中，城南"), Some("，城南"));
        assert_eq!(words.lead.strip_prefix("并网发电"), None);
        assert_eq!(words.tail.strip_suffix("行动"), None);
        assert_eq!(words.before_date.strip_suffix("岚水大桥将于"), Some("岚水大桥"));
    }
}
