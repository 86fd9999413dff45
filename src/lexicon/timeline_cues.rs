//! Words that tell what is said of a date, and what is worth an entry of the timeline.

use super::cues::cues;

cues! {
    /// Words that tell what is said of a date, and what is worth an entry of the timeline.
    TimelineCues, timeline, "timeline_cues.tsv", {
        /// Labels that begin so say too little of what is promised: 每个镇.
        no_promise,
        /// What is done again and again: 每月5日前[报送]进展.
        duty_act,
        /// Before whose task it is: [责任单位]：县教体局.
        duty_label,
        /// At the head of what is asked for: [确保]大桥6月底前通车.
        aim_lead,
        /// What was due was done: [如期]完成.
        kept,
        /// The day that was told of before: 同日.
        same_day,
        /// Before what is built, whatever it is called: [新建]县二中.
        build,
        /// Ends of what is done to a thing: 雨污分流[改造].
        renewal,
        /// Behind 每年, what tells how much it is, and no duty: 提高到.
        level_of,
        /// Before 每年, where it is an average: 平均.
        averaged_head,
        /// Before the place where it was held or who came: [在]苏州市举行.
        venue,
        /// Behind 在 and a place, which make that its venue: 举行.
        venue_act,
        /// Behind 在 and a place that is only compared with: 率先.
        venue_not,
        /// Behind a place whose people or offices act: 云岭县[考察团].
        place_body,
        /// A zone that is called so without its place's name: 经开区.
        zone_alone,
        /// With which no county's name begins: 贫困县.
        no_county,
        /// A clause that only sets the stage begins so: 受强降雨影响.
        stage_open,
        /// And ends so: 在各方支持下.
        stage_close,
        /// A clause that begins so always sets the stage: 围绕城乡融合.
        stage_always,
        /// A clause that ends so does: 主体工程完工后.
        stage_after,
        /// Before the bracket or the space that ends a news item's dateline: 本报讯（记者 周清）.
        dateline,
        /// A test that is passed is a deed: 通过竣工验收.
        test,
        /// Before a date that is a goal: 力争年底前.
        aim_before,
        /// Behind it: 年底前力争.
        aim_behind,
        /// Acts that can be due: 完成.
        act,
        /// Before a date that only frames a comparison: 比2019年.
        compared,
        /// Behind a year that belongs to a noun: 2020年的工作.
        frame_noun,
        /// Behind any date that belongs to a noun: 9月1日施行的.
        frame_behind,
        /// Verbs whose number is all they say: 达到3亿吨.
        leans_result,
        /// Verbs before what is counted, which its next fate goes without: [完成]改造12个，全部交付.
        done_to,
        /// Verbs whose object a five-year plan is: 实行第八个五年计划.
        plan_object,
        /// Behind 将 and a year that is given a name: 将2014年确定为.
        called,
        /// Behind 从 and a date, where the two are one stretch of time: 从1978年到.
        stretch,
        /// A clause ends so when a thing came into being: 建成通车.
        deed_end,
        /// A clause begins so when something was won or held: 荣获.
        deed_start,
        /// What stands between who won and what: 县里获评.
        deed_won,
        /// Before a thing that is only wished into being: 推动大桥建成.
        deed_pushed,
        /// Before a task, words that only lead to it: [确保]大桥建成通车.
        task_lead,
        /// Words of a class of things: 一批项目.
        deed_class,
        /// Verbs of what came to its end: 贯通.
        reached,
        /// Parts of a predicate without its subject: 全面建成投产.
        predicate,
        /// Words that praise, by which two tellings differ: 顺利合龙.
        praise,
        /// Words of an honour, any of which may tell it: 获评.
        same_honour,
        /// Words of a meeting or a show: 召开.
        same_meeting,
        /// Behind an honour, said or not: 称号.
        same_tail,
        /// A thing is begun: 开工.
        same_begin,
        /// It is finished: 竣工.
        same_finish,
        /// It is put to use: 通车.
        same_use,
        /// What was not done: 未按期开工.
        undone,
        /// What has not come yet: 即将.
        imminent,
        /// Behind 每年 where it is a rate and no duty: 每年增长.
        grows,
        /// Words of what is under way: 正在.
        under_way,
        /// What is told of and not done: [提出]到2030年可能达到的技术水平.
        told_of,
        /// A clause that begins so says what becomes of the thing before it: [将]比2020年增长22%.
        predicated,
        /// A figure’s words that begin so lean on what came before: 为463亿元.
        leans,
        /// So do these before a number: 增长5%.
        leans_counted,
        /// Before a round number that was passed: 突破.
        passed,
        /// Bounds behind a quantity: 60公里以上.
        bound_behind,
        /// A promised count that begins so says not of what: 投资6亿元.
        promise_leans,
        /// Before a predicate that says how much: 年均增长.
        averaged,
        /// Acts that say nothing of what: 启动100个.
        plain_act,
        /// Words of a yearly average: 年均.
        yearly,
        /// Labels that say not of what: 计划投资.
        bare_indicator,
        /// Before a length of time, which they are the noun of: [工期]两年.
        term_noun,
        /// A clause that begins so tells what is not so: [如果]今年开工，2029年通车.
        supposed,
        /// Heads of the names of things that are built: 大桥.
        thing_head,
        /// Behind a thing, of the work on it: 前期工作.
        thing_tail,
        /// What a thing that is under way comes to.
        finishing,
        /// Behind it, words that tell how far it is: 工程[已]完成65%.
        progress,
        /// What sort of event a long name ends with: 开工仪式.
        event_head,
        /// Before 计划 where that is a paper: 投资计划.
        plan_noun,
        /// A label that tells what something did to an indicator: [带动]固定资产投资.
        moves,
        /// Behind a thing that a clause begins with and goes on about: 岚江大桥[是]全省重点工程.
        about,
        /// At the head of a clause that tells what else comes of a count: [惠及]居民8000户.
        besides,
        /// At the head of a clause, what points at a thing that was told of: [该桥]全长1.2公里.
        pointing,
        /// Acts of a day that are no end of anything: 考察团[赴]三市.
        event_act,
        /// What was done by a day: 年底前集中[开工了]319个项目.
        told_done,
        /// Verbs that the members of a list of counts share: 净增.
        counted_deed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::cues::check;

    #[test]
    fn every_row_is_read() {
        check("timeline_cues.tsv", TimelineCues::TABLE, TimelineCues::USES);
    }
}
