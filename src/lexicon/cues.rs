//! Words that stand before or behind a numeral and tell what it is: of a name, of a quantity, of a span
//! of time, of a policy phrase, or which place a text speaks for.
//!
//! Each table has a row for one question of the grammar (`use`), the words that answer it, and an example.

use super::table::rows;
use super::words::Words;

/// One list for each use, in the order asked for.
pub(super) fn lists<const N: usize>(file: &'static str, table: &'static str, uses: [&str; N]) -> [Words; N] {
    let mut words = [const { Vec::new() }; N];
    for row in rows(file, table) {
        if let Some(at) = uses.iter().position(|wanted| *wanted == row.cell(0)) {
            words[at].extend(row.list(1));
        }
    }
    words.map(|words| Words::new(&[&words]))
}

/// A table of cues: the struct of its lists, and the function that reads it once.
macro_rules! cues {
    ($(#[$about:meta])* $name:ident, $read:ident, $file:literal, { $($(#[$doc:meta])* $list:ident,)* }) => {
        $(#[$about])*
        #[derive(Debug)]
        pub struct $name { $($(#[$doc])* pub $list: $crate::lexicon::words::Words,)* }

        impl $name {
            #[cfg(test)]
            const USES: &[&str] = &[$(stringify!($list)),*];
            #[cfg(test)]
            const TABLE: &str = include_str!(concat!("data/", $file));
        }

        /// The table, read once.
        pub fn $read() -> &'static $name {
            static TABLE: std::sync::OnceLock<$name> = std::sync::OnceLock::new();
            TABLE.get_or_init(|| {
                let [$($list),*] = $crate::lexicon::cues::lists($file, include_str!(concat!("data/", $file)), [$(stringify!($list)),*]);
                $name { $($list),* }
            })
        }
    };
}
pub(super) use cues;

cues! {
    /// Words that make a numeral part of a name.
    NameCues, names, "name_cues.tsv", {
        /// Behind 第 and a numeral: 第十四届.
        after_ordinal,
        /// Behind 第 and Arabic digits: 第14届.
        after_ordinal_digits,
        /// Behind the congress of a number: 二十大精神.
        congress,
        /// Behind the number of a meeting: 十三次全会.
        meeting,
        /// Behind a Chinese numeral: 一等奖.
        after_numeral,
        /// Before a sum in yuan that a single numeral tells: 每斤提高三元.
        paid_before,
        /// Behind such a sum.
        paid_after,
        /// Words that begin like a numeral: 一批.
        idiom,
        /// Before the number of a road, a ship, a table: 国道234.
        before_code,
        /// Behind the number of a paper, a line, a telephone: 2号线.
        after_code,
        /// Before the hundred that a ratio or an index is reckoned by.
        base_of,
        /// Behind the rate of a sample.
        sampled,
        /// Behind the number of a grade: 500千伏变电站.
        rated,
        /// Behind such a number where it is no name: 35千伏以上.
        not_rated,
        /// Behind a quoted number: “110”报警服务台.
        hotline,
        /// Units in Latin letters, which make a quantity and no name: 5km.
        latin_unit,
        /// Before a number of page furniture: 邮编：.
        page_label,
        /// Before the length of the text: 全文共.
        page_count,
    }
}

cues! {
    /// Words that tell what a number counts or ranks.
    QuantityCues, quantities, "quantity_cues.tsv", {
        /// Before a round sum without a unit: 首次[超过]三百亿.
        passes,
        /// Behind such a sum: 首破百亿[大关].
        mark,
        /// Behind a bare number that changes: 由1.96[缩小至]1.92.
        turns_to,
        /// Before a number that needs no unit: 指数为102.3.
        frame,
        /// Before an ordinal that is a rank: 全省第3.
        rank,
        /// Between two ranks, or before the second: 由第6跃升至第3.
        moved_to,
        /// Before the first so many: 跻身前十.
        top,
        /// Behind an amount that sets a class apart: 百亿级企业.
        class,
        /// Behind 万元 in a rate: 万元GDP能耗.
        per_output,
        /// Words that begin with 成 and are no tenths: 成立.
        no_tenths,
        /// Units that 半 stands before: 半天.
        half_unit,
        /// Units that 半 behind them adds half of: 三天半.
        half_behind,
        /// Before 半天 that is a figure: 缩短至.
        half_lead,
        /// Administrative divisions, counted only where a place is said to have them: 辖6镇3乡.
        division,
        /// Before the first of them: 辖.
        division_lead,
    }
}

cues! {
    /// Words that tell which years a count of years means.
    TimeCues, times, "time_cues.tsv", {
        /// Before a span of years, and part of it: 近三年.
        lead,
        /// Before a span that ends with the year under discussion: 过去五年.
        past,
        /// Before a span that begins with this year: 今后五年.
        coming,
        /// Before 一年 that is a span: 这一年.
        single,
        /// Behind 年 where the count names something: 五年制.
        no_span_after,
        /// Before a count of years that is none: 提前三年.
        no_span_before,
        /// Verbs whose 到 leads to a result, no time: 提高到.
        verb_to,
        /// The same before a quoted plan.
        verb_to_quoted,
        /// Behind a day without its month: 10日在.
        behind_day,
        /// Behind a period that is part of a plan's name: 三年行动计划.
        plan_name,
        /// Before a time limit, what it is called: 完成时限：.
        limit,
        /// Behind a year by its last two digits that something is compared with: 比85年[增]长.
        grown,
        /// Behind a number of years, what shows that they are counted: 81年[历史].
        year_count,
        /// What was done by a day that has passed.
        done_by,
        /// Before a day that is still to come: 将于20日.
        to_come,
        /// Before a year that an event bears in its name: 在岚江举行的[2006年]全国冬泳锦标赛.
        held,
        /// Before the year in the name of what was won: 获得.
        won_before,
        /// At the end of such a name: 承办权.
        won_behind,
        /// Before a date that something is due by: 力争6月底前.
        planned,
        /// Deeds that come to an end on a day: 竣工.
        act,
        /// Verbs of change before the year of the new level: 增加[到2015年的9800元].
        raised,
        /// What is measured by months: 同比, 增长.
        measured,
        /// Deeds that happen once: 立项, 荣获.
        once,
        /// Before 于 and a time at which it was done: 始建于.
        done_at,
        /// What is held, and bears a time in its name: [2024年全县项目]现场会.
        event_noun,
        /// Verbs with which the clause before it tells that it was held.
        holds,
        /// Behind it, where the clause tells no more than that: 在岚水召开.
        held_behind,
        /// Behind such a word where it is part of a noun: 开工[率].
        once_not_before,
        /// Before a deed that is not done, or not told as done: 推动…开工.
        undone,
        /// Before a number that is the size of what a deed was done to: 年产.
        size_before,
        /// What began or was settled in the year before: 2022年引进的企业.
        began,
        /// What a year is remembered for: 1998年洪水以来.
        disaster,
        /// Before a day up to which something is counted: 截至.
        upto,
        /// What is counted on a day: 余额.
        stock,
        /// Words of a sentence that looks ahead.
        aims,
        /// Before a date that is looked forward to: 预计9月.
        hoped_before,
        /// Behind it: 9月有望.
        hoped_behind,
    }
}

cues! {
    /// Words that make a number a policy phrase, and those that bound it.
    SloganCues, slogans, "slogan_cues.tsv", {
        /// Behind a quoted number that is a plan and no telephone service: “12345”工作思路.
        strategy,
        /// In quotation marks with digits, these make a quantity: “300万千瓦”.
        measured,
        /// Behind a quoted name that ends in digits: “云岭365”平台.
        platform,
        /// Names of plan periods, which are dates.
        plan,
        /// Words whose 一 counts nothing: 一站式.
        one,
        /// In quotation marks, these make the numeral one of an order: “三等奖”.
        ordinal,
        /// Words whose 大 is no count's: 三大棚.
        large,
        /// Measure words whose count can be one of a phrase's own parts: 四件大事.
        measure,
        /// Before a noun, these make it one that is counted: 三个省级园区.
        of_place,
        /// Behind levels of government: 三级联动.
        jointly,
        /// Levels of government: 县乡村三级.
        level,
        /// Ends of words that name a thing with an address, which is counted: 五个服务中心.
        addressed,
        /// Between a quoted phrase and what explains it: “三轴”[指]三个轴带.
        explains,
        /// Words that go on with the sentence behind a phrase: 三大攻坚战取得进展.
        predicate,
        /// Words that end a phrase's noun.
        particle,
        /// Nouns behind a phrase that do not make it longer: 三项改革任务.
        behind_head,
        /// The sentence's own words before the first part: 打好蓝天、碧水、净土.
        lead,
        /// Signs between a phrase and its parts: 即, ：.
        list_sign,
    }
}

cues! {
    /// Words of headings and openings that tell whether a text looks back or ahead.
    FrameCues, frames, "frame_cues.tsv", {
        /// In a heading over what was done.
        back,
        /// In a heading over what is to be done.
        ahead,
        /// In a heading, behind an aim: that it was reached.
        attained,
        /// Ends of what is aimed at.
        aim_end,
        /// How those who listen are called at the head of a paragraph.
        salutation,
        /// How a paragraph begins that is one of several: 二是.
        in_turn,
        /// Who asks in an interview, at the head of a paragraph.
        asking,
        /// Behind 计划 where a headline tells what is to come and names no plan: 计划总投资.
        planned_amount,
        /// Ends of titles that set out a year's work: 工作要点.
        agenda_end,
        /// Words of a title that tells of such work: 完成情况.
        agenda_told,
        /// How an item of news begins, of which a text has several.
        item,
        /// In a heading over notes, which neither report nor promise.
        notes,
        /// At the head of a paragraph of targets, where no heading tells.
        target,
        /// A term of office in a heading.
        term,
        /// A past term at the head of a paragraph.
        term_past,
        /// A coming one.
        term_coming,
        /// The past year at the head of a paragraph.
        year_past,
        /// The document's year or the next.
        this_year,
        /// Names of the parts of a communiqué: 综合.
        communique_part,
        /// Words by which a year is aimed at something.
        aimed,
        /// Words at a paragraph's head that tell of another time than the one above it.
        now,
        /// Years that a text names by its own: 今年.
        other_year,
        /// Words of what has been reached.
        grown,
        /// In a title, these tell that what is promised is still to be done: 办好十件实事.
        to_do,
        /// At the head of news of what a report has just promised.
        promising,
        /// In a sentence that begins with a year, these make it the year of writing: 2025年，142个[计划]项目.
        present,
        /// What was reached is no target.
        reached,
        /// Before the year at the head of a paragraph: 刚刚过去的2017年.
        lead_year,
        /// Words that name a document: 报告.
        document,
        /// Ends of the titles of whole reports, by which the next document of a file is known.
        whole_report,
        /// Words that end the name of one: 讲话.
        document_end,
        /// Before a title, labels of when and by whom a page was published.
        published,
        /// Ends of the names of a page's columns: 要闻.
        column,
        /// What a page offers beside its text: 收藏 打印.
        page,
        /// Ends of the names of bodies that stand alone above a title: 人民政府文件.
        issuer_end,
        /// A subtitle that tells where a report was given.
        given_at,
        /// In a line that names its author.
        author,
        /// Ends of a line that a title breaks off in.
        unfinished,
        /// Words that are frequent where something is asked for.
        asks,
        /// Words that are frequent where something is told.
        tells,
    }
}

/// Faults of a table of cues: a use that no list has, a list without a row, a row without words.
#[cfg(test)]
pub(super) fn check(file: &'static str, table: &'static str, uses: &[&str]) {
    for row in rows(file, table) {
        assert!(uses.contains(&row.cell(0)), "{}", row.message("unknown use"));
        assert!(row.list(1).next().is_some(), "{}", row.message("no words"));
        assert!(!row.cell(2).is_empty(), "{}", row.message("no example"));
    }
    for wanted in uses {
        assert!(rows(file, table).any(|row| row.cell(0) == *wanted), "{file}: no row for {wanted}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for (file, table, uses) in [
            ("name_cues.tsv", NameCues::TABLE, NameCues::USES),
            ("quantity_cues.tsv", QuantityCues::TABLE, QuantityCues::USES),
            ("time_cues.tsv", TimeCues::TABLE, TimeCues::USES),
            ("slogan_cues.tsv", SloganCues::TABLE, SloganCues::USES),
            ("frame_cues.tsv", FrameCues::TABLE, FrameCues::USES),
        ] {
            check(file, table, uses);
        }
    }

    #[test]
    fn cues_are_found_at_either_end() {
        assert_eq!(names().after_ordinal.prefix("次会议上"), Some("次会议"));
        assert_eq!(quantities().rank.suffix("位居全省"), Some("全省"));
        assert_eq!(times().past.suffix("过去"), Some("过去"));
    }
}
