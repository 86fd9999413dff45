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
        /// Of which sex those counted are.
        sex,
        /// Behind what things were once: that the number is today's.
        until_now,
        /// Times between a noun and its measure: 企业[年末]亏损面.
        at_end,
        /// Measures before which such a time stands.
        own_measure,
        /// Words of aim between a place and what it aims at.
        modal,
        /// What yields are called that the next item of a project tells: 税收.
        dues,
        /// How a clause begins that tells of a design.
        designed,
        /// Verbs of a deed that a year which has only begun still has before it.
        to_build,
        /// 共 before a word of money.
        altogether,
        /// Those of whom an amount tells the class: 一批销售收入上亿元的企业.
        several,
        /// Words that begin with 中, which behind a span of years is no 中 of its own.
        of_middle,
        /// Words before a count that only point to it.
        these,
        /// Ends of what a part adds to the growth of a whole.
        adds,
        /// Behind a list of places, after how many they are.
        of_places,
        /// Verbs of what a whole holds, in the middle of a label.
        holds,
        /// Ends of what one comes out of with a rank: 满意度调查.
        contest,
        /// Before an amount that a percentage is a part of: 达到年销售额的5%.
        reaches,
        /// Before another place whose part is told.
        only,
        /// What places or bodies come by, behind the part of them that does.
        reached,
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
