//! Words that tell the names of projects, and how far these are.

use super::cues::cues;

cues! {
    /// Words that tell the names of projects, and how far these are.
    ProjectCues, projects, "project_cues.tsv", {
        /// Names with 长 that make no 县长 of the 县 before them: 长江.
        long_name,
        /// Great schemes whose parts are projects: [南水北调]后续工程.
        scheme,
        /// Behind 等, what so many things are, whose names a list gives: 等[学校]12所.
        so_many,
        /// A clause that begins so lists the parts of a project: 建设内容包括.
        described,
        /// What a single project is called: 大桥.
        head,
        /// What a phase of a project is called: 二期.
        phase_head,
        /// Further heads of the members of a list: 北环路.
        more_head,
        /// Behind a name, of what became of it or how large it is: 竣工.
        fate,
        /// Between the names of a list and what became of them: [相继]竣工.
        fate_adverb,
        /// Ends of the names of places and bodies, which are no projects: 青沅县.
        body,
        /// Words of classes: 重点项目.
        class,
        /// Words of classes but behind a name: 鸿远化工制碱技改项目.
        class_unnamed,
        /// Behind what was invested, before what it was spent on: 投资15亿元[建设]铝材加工项目.
        size_verb,
        /// Units of a size that stands before a name: [200兆瓦]岚水光伏电站.
        size_unit,
        /// What is done to a thing, behind its name: 云岭医院[迁建].
        works,
        /// A clause that begins so tells of several projects together: 以上项目.
        total,
        /// What names nothing alone: 工程.
        class_alone,
        /// Behind a head, where the name goes on: 建设项目.
        goes_on,
        /// Phases in brackets: （二期）.
        phase,
        /// Behind a phase: 水厂二期工程.
        more,
        /// Phases, which one thing alone has: 二期.
        numbered,
        /// Characters that are words by themselves, and no sign of a name: 新.
        plain_character,
        /// Behind 县, 市, 省 where these are a level and not the county itself: 市级.
        level_class,
        /// Places by their tag that are no names: 城乡.
        common_place,
        /// Parts of roads and towns, which have one: 西站.
        part_of_town,
        /// Before what all together come to: [全市]日供水能力.
        of_all,
        /// Trades, before which a firm's name stands: 远大[食品].
        trade,
        /// What a class begins with, and no firm's name: [绿色]食品.
        plain_lead,
        /// What roads and rivers are called: 望湖路.
        ground,
        /// Where such a word makes no name: 公路.
        no_ground,
        /// Behind the name of a road: 望湖路[隧道].
        ground_next,
        /// Between 等 and 项目, where the members are projects by themselves: 等[一批重大]项目.
        plain_of,
        /// Heads of routes, which a list says once behind several: 丹水、岚云[高速公路].
        route,
        /// What is said of every project: 工程.
        essence,
        /// Verbs that push a thing on: 加快推进.
        push,
        /// Further verbs and adverbs before a list of names: 引进.
        verb,
        /// Behind a verb that is part of another word: 建设路.
        verb_not_before,
        /// Verbs inside what would be a name, which begins behind them: 煤层气重点推进.
        push_within,
        /// The next clause goes on about the project when it begins so: 一期投资.
        continues,
        /// Words of size before a name: 总投资.
        size,
        /// Between a size and the name: 6亿元以上的.
        size_behind,
        /// Words of size that the next clause begins with: 计划投资.
        size_next,
        /// Behind a list, which say that its members are projects: 等项目竣工.
        settling,
        /// Names that have a 的 of their own: 美的.
        own_de,
        /// No name begins so: 以项目.
        preposition,
        /// Before a thing that a reporter comes to: 走进.
        visits,
        /// Units of a count of things, which are no size of a project: 36个.
        count_unit,
        /// Measures of a count that names nothing: 3个街心公园.
        count_of,
        /// How, between a thing and the stage it reached: 项目[正式]投产.
        manner,
        /// At the end of what a list of projects stands under: 续建[重点项目]：1.岚水大桥.
        heading_end,
        /// In use.
        operating,
        /// Built.
        finished,
        /// Being built.
        building,
        /// Words of building that say only that a thing moves on: 前期工作[扎实推进].
        moving,
        /// What is done before a start, and may move on too: [前期工作]扎实推进.
        preparing,
        /// Begun.
        started,
        /// Agreed.
        signed,
        /// Prepared.
        proposed,
        /// Words that make what is said a wish: 力争.
        wish,
        /// Without other words of stage, what is being built: 加快.
        pushed,
        /// The same, said of what is to come: 续建.
        pushed_ahead,
        /// Before 开工 and 建成 that are not yet so: 尚未.
        not_yet,
        /// So even where the report looks ahead: 已建成.
        settled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::cues::check;

    #[test]
    fn every_row_is_read() {
        check("project_cues.tsv", ProjectCues::TABLE, ProjectCues::USES);
    }
}
