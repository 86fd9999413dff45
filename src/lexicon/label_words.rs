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
    use crate::lexicon::cues::check;

    #[test]
    fn every_row_is_read() {
        check("label_words.tsv", LabelWords::TABLE, LabelWords::USES);
        assert_eq!(labels().indicator_tail.suffix("生产总值增速"), Some("增速"));
    }
}
