//! Words of a figure's label that the list of indicators leaves out.

use super::cues::cues;

cues! {
    /// Words around the name of an indicator.
    LabelWords, labels, "label_words.tsv", {
        /// Before it: 累计.
        indicator_lead,
        /// Behind it: 增速.
        indicator_tail,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::table::rows;

    #[test]
    fn every_row_is_read() {
        for row in rows("label_words.tsv", LabelWords::TABLE) {
            assert!(LabelWords::USES.contains(&row.cell(0)), "{}", row.message("unknown use"));
        }
        for wanted in LabelWords::USES {
            assert!(
                rows("label_words.tsv", LabelWords::TABLE).any(|row| row.cell(0) == *wanted),
                "no row for {wanted}"
            );
        }
        assert_eq!(labels().indicator_tail.suffix("生产总值增速"), Some("增速"));
    }
}
