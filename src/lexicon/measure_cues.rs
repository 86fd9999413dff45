//! Words that the grammar of figures asks for of rank, gap, share and change.
//!
//! The table has a row for one question (`use`), the words that answer it, and an example.

use super::cues::cues;

cues! {
    /// Words that tell rank, gap, share and change.
    MeasureCues, measures, "measure_cues.tsv", {
        /// Verbs of a rank.
        rank_verb,
        /// Units that a rank without 第 has.
        rank_unit,
        /// Verbs of a better rank.
        rank_up,
        /// Verbs of a worse rank.
        rank_down,
        /// Ends of what a level is held against.
        gap_base,
        /// Ends of what is told of a time's end, or of its last year.
        stock,
        /// Behind a number that something is held against: 高于年均4%[的水平].
        held_against,
        /// Between a part and what it is for: 八成以上[用于]民生.
        purpose,
        /// Words of a mark that is passed: 突破.
        passes,
        /// Ends of what is spent, which adds up over the years: 投资.
        spent,
        /// Words of growth that can rank by themselves: [增速]居全省第二.
        growth_word,
        /// Words of a gap above.
        above,
        /// Words of a gap below.
        below,
        /// Ends of a comparison with 比, above.
        more,
        /// Ends of a comparison with 比, below.
        less,
        /// Words of place that are a scope.
        place,
        /// Words that hold a place against another by themselves.
        apart,
        /// Names of papers behind the year of which they are.
        paper,
        /// With what effort something will be done, behind 将.
        by_effort,
        /// Words with which news tells of what a report aims at.
        announces,
        /// What a period at the head of a paragraph is told of: 上半年[主要指标]实现双过半.
        told_of,
        /// Verbs of a new level, behind the one before.
        raised_to,
        /// Behind 上年: what was carried over from it.
        carried_over,
        /// Behind a span of years: that a record was set in it.
        record,
        /// Words for more than was planned.
        beyond,
        /// Between what was planned and how far it was surpassed: 比计划目标3000亿元[超过]1070亿元.
        passes_aim,
        /// And how far it was missed.
        misses_aim,
        /// What a county gets from those above it: 争取国家预算内[资金].
        funds,
        /// Nouns of what was planned.
        task,
        /// Times that a change is measured from.
        time,
        /// Ends of labels of rates.
        rate_noun,
        /// Behind 占 where it is no share: 占地.
        no_share,
        /// Nouns of a share.
        part_noun,
        /// Ends of labels that tell how much of a plan is done.
        completion,
        /// Ends of labels that are shares.
        share_end,
        /// Before the plan that a percentage is of.
        of_budget,
        /// Verbs of a share without 占.
        equal,
        /// Verbs behind a level that is compared with.
        turned,
        /// Before the amount of a plan that a percentage is of.
        of_plan,
        /// Nouns of a plan that a percentage is of.
        budget,
        /// Before what a multiple is of.
        times_of,
        /// Verbs of change that are a part of what is measured.
        nominal_change,
        /// Verbs of change that tell of a deed where things or areas are counted.
        deed_change,
        /// Words of a round part that a share is set against: 超过半数、达54%.
        round_part,
        /// Before a plan of which a part is told: 完成年度计划的80%.
        part_of,
        /// Behind a percentage that is growth: 30%以上的增长势头.
        growth_noun,
        /// Behind a percentage that is decline.
        decline_noun,
        /// Levels of places, behind how many there are.
        counties,
        /// Names of a year's mean.
        annual,
        /// Behind a year by whose prices something is told.
        price,
        /// Verbs of a share that rises or falls by points.
        by_points,
        /// Verbs of an aim that was reached or missed.
        accomplish,
        /// How an aim is spoken of that is no thing.
        accomplish_of,
        /// Before a year whose part is left out.
        without,
        /// Words of this moment: what they say is not of the period with which the paragraph opened.
        now,
        /// Words of a clause that tells where what follows was heard: 记者从发布会上获悉.
        telling,
        /// Words of a title that tells of one day's event.
        event,
        /// Words of what is still wanting, in whatever part of a report they stand.
        wanting,
        /// Clauses before a count that say what there is.
        there_is,
        /// That what is measured of some grows or falls: 25个行业增加值[实现增长].
        grown_state,
        /// Words of labels that are sums over a span of years.
        sum,
        /// Verbs of decrease before their object.
        cut,
        /// Ends of names that are a growth: 经济[增长速度].
        speed,
        /// Verbs of increase before their object.
        raise,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::cues::check;

    #[test]
    fn every_row_is_read() {
        check("measure_cues.tsv", MeasureCues::TABLE, MeasureCues::USES);
    }
}
