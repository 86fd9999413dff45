//! Words that the grammar of figures asks for of lists: what their items share.
//!
//! The table has a row for one question (`use`), the words that answer it, and an example.

use super::cues::cues;

cues! {
    /// Words that the items of a list share.
    ListCues, lists, "list_cues.tsv", {
        /// Between a measure and the colon behind it: 主要能力[有]：.
        colon,
        /// Ends of what the words before a colon measure of each item behind it.
        measure,
        /// Those of them that are told in money.
        money,
        /// Ends of the name of an item that is measured already.
        own,
        /// Beginnings of names that stand against one another: 城镇、农村低保人数.
        counterpart,
        /// Ends of the name of those that a sum per head is told of: 脱贫人口户均增收, then 人均纯收入.
        holder,
        /// How a sum per head begins.
        per_head,
        /// Verbs by which one is put on a list: 评为热门小城第4名.
        named_as,
        /// When a project will yield what follows: 投产后.
        once,
        /// What a project yields.
        yields,
        /// How a label begins that comes back to the project of which the paragraph tells.
        own_project,
        /// What a scheme is reckoned to cost, whatever has been done of it.
        planned_cost,
        /// Visitors, whose 总收入 is what they spent.
        visitors,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::cues::check;

    #[test]
    fn every_row_is_read() {
        check("list_cues.tsv", ListCues::TABLE, ListCues::USES);
    }
}
