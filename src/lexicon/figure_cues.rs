//! Words that the grammar of figures asks for: labels, measures, subjects, tables.
//!
//! Each table has a row for one question (`use`), the words that answer it, and an example.

use super::cues::cues;
pub(crate) use super::measure_cues::measures;

cues! {
    /// Words that tell where an indicator begins and ends, and what it leaves unsaid.
    LabelCues, labels, "label_cues.tsv", {
        /// Verbs of a deed whose object can stand alone in the next item of a list.
        deed,
        /// Verbs that an item of a list has of its own, with which no name begins.
        own_verb,
        /// Verbs of a deed that are one only where they stand alone.
        deed_alone,
        /// What is left of a clause whose noun was said before: no label of its own.
        residue,
        /// Ends of what is left out of growth, behind the name of what grows: 税收收入[扣除退税因素后].
        residue_end,
        /// How such a rest begins.
        residue_start,
        /// Ends of a word that the names before it in a list go without: 失业、生育[保险].
        lent,
        /// Nouns of measure that the last name of a list lends to those before it.
        lent_noun,
        /// Words of time at the end of a label, which are no part of it.
        when,
        /// Words of money: they are of the scheme that they stand beside.
        money,
        /// Words of the size of a scheme.
        size,
        /// Measures of a thing in one direction: 全长, 宽.
        dimension,
        /// Before what a plant can make in a time.
        capacity,
        /// Ends of the names of those who pay for a project.
        payer,
        /// Ends of names of firms.
        maker,
        /// Units of goods, tens of thousands of which a plant makes.
        made,
        /// Things whose grade is told in tons: 30万吨码头.
        graded_thing,
        /// Ends of the name of what a plant makes.
        capacity_tail,
        /// Nouns that mean nothing without what they refer to.
        total,
        /// How a bracket begins that names a part of what was counted: 包括.
        includes,
        /// Verbs of what a whole holds: 包含.
        contains,
        /// Nouns of measure, one of which takes the place of another: 播种面积, 产量.
        measured_as,
        /// What becomes of a project, behind its name: 智能家居产业园[落户]我区.
        happens,
        /// Verbs that say that a scheme is done.
        finished,
        /// Other words that say how far a scheme is.
        stage,
        /// Grades that stand for the noun of the item before.
        grade,
        /// Grades of one character or two, which a sign may join: 省、市重点项目.
        grade_word,
        /// Nouns of measure that need to be told of what.
        bare,
        /// Behind an amount: nouns of the amount itself.
        no_size,
        /// What an industry sells or pays.
        sales,
        /// Labels that say nothing without their owner.
        generic,
        /// Verbs of a level, no part of its indicator.
        level_verb,
        /// Ends of nouns of capital that came in: 实际利用外资.
        capital,
        /// Ends of nouns of an economic indicator, which take no verb.
        level_noun,
        /// Ends of nouns of what may be measured, where a clause names nothing else.
        sized_noun,
        /// Verbs of whom a measure is for.
        reached,
        /// How a clause begins that says by what it was reckoned.
        reckoned_start,
        /// How it ends.
        reckoned_end,
        /// What a bracket behind an indicator holds that is no part of it.
        bracket,
        /// Between those counted and what they do: 46个项目中.
        among,
        /// Ends of names of industries and kinds of firms.
        industry,
        /// Nouns that such a name shares with those before it.
        industry_noun,
        /// What a scheme will cost in all.
        whole_cost,
        /// Ends of what a balance is of: [存款]突破两千亿元，余额….
        deposit,
        /// Ends of what is told per head: 生产总值…，[人均]3.8万元.
        per_head,
        /// Ends of names of zones, whose measures are industries'.
        zone,
        /// Words of a batch, which say nothing of what is counted.
        batch,
        /// Prepositions before what something is done to.
        with_object,
        /// Verbs that tell over what those counted are spread: no deed of theirs.
        spread,
        /// Ends of names of projects.
        project_end,
        /// How a sentence begins that goes through the parts of what was measured: 分门类看.
        by_part,
        /// Verbs of the stages of a scheme, one of which stands for another.
        stage_verb,
        /// Verbs of an act whose whole name is their object: 推进[村的环境整治].
        whole_object,
        /// Verbs whose object does something itself.
        causative,
        /// Beginnings of an owner within a label: 企业 in 规上企业营业收入.
        owner,
        /// Nouns that a verb before them names: 提升工程.
        scheme_noun,
        /// Nouns of one character that end a name with a verb in it: 重点推进[县].
        name_end,
        /// When those counted do what they do: 10条道路[年内]打通.
        when_done,
        /// Ends of a phrase with 在 that tells on what a change builds.
        base_end,
        /// Verbs between money and what it is for.
        scheme_verb,
        /// Verbs that stand as nouns at the end of a label.
        noun_verb,
        /// Adjectives that end a verb.
        verb_like,
        /// Words that tell of what kind a thing is and never name it: 57个[国际]产能合作项目.
        attributive,
        /// Those of them that names of any length share: 存栏.
        lent_measure,
        /// Ends of the name of a school.
        school,
        /// Those counted of a school: 普通高校12所，[招生]3万人.
        pupils,
        /// What people and those joined to them are brought to: 1200人和6个山村脱贫.
        brought_to,
        /// Units that name what is counted: 4县市全部摘帽.
        named_by_unit,
        /// How a sector fares, at the end of what heads a paragraph.
        state_end,
        /// What lies in the ground or in store, of the next item too.
        stored,
        /// Nouns of what a budget foresees: 财政收入任务174万.
        budget_noun,
        /// How much of a thing is raised or grown, for whose value stands behind it.
        produce,
        /// The value of what is raised or grown.
        output,
        /// What was asked for the year.
        task_noun,
        /// What a budget foresaw.
        first_budget,
        /// How things are begun or ended, behind their name.
        together,
        /// What the name of a project ends with.
        project_head,
        /// Behind it, what is told of the project.
        project_told,
        /// What is told of a project before its name: [位于]岚水镇的福利中心项目.
        project_lead,
        /// Ends of names of those that a level is told of in turn.
        owner_end,
        /// Money from elsewhere, told one after the other with one verb.
        fund,
        /// Words of honour that names of one grade share: 国家级[示范]基地3个、[示范]企业26家.
        honour,
        /// Ends of what tells how much can be made.
        makes,
        /// What accidents cost: 生产安全事故起数、[死亡人数].
        victims,
        /// How many accidents: 生产安全事故[起数]、死亡人数.
        accidents,
        /// Pronouns that end the name before them: 贫困群众[各地]已完成安置.
        everywhere,
        /// Bodies that are counted by what a rate says of them.
        body,
        /// Ends of what a percentage measures of those counted: 9个断面水质优良[率]达90%.
        rated,
        /// What goes on behind a number with another verb: 突破40亿元[并居]首位.
        goes_on,
        /// Links that end a predicate of the next number.
        linking,
        /// Adverbs between those counted and what they do.
        inverted_adverb,
        /// Ends of an object that are no part of what is counted: 住房[建设力度].
        object_end,
        /// Ends of an object that is an act, not a thing: 攻坚行动.
        object_act,
        /// Nouns that end the topic of a clause.
        topic_verb,
        /// Nouns whose amount describes what is counted.
        attribute,
        /// Ends of the noun whose amount sets a class apart.
        attribute_end,
        /// Those who are counted without a unit.
        people,
        /// Words for the place itself.
        place,
        /// Nouns of a class that an amount sets apart.
        class,
        /// Nouns that a size with 以上 or 以下 right before them sets apart.
        sized_class,
        /// The same behind an amount without 以上: 10亿元项目.
        bare_class,
    }
}

cues! {
    /// Words that tell whose figure it is.
    SubjectCues, subjects, "subject_cues.tsv", {
        /// Ends of names of bodies and places without a code.
        body,
        /// Beginnings of a clause that are no name.
        verb_head,
        /// Ends of the names of towns: 岚水镇.
        town,
        /// Words that end so and name none: 城镇.
        no_town,
        /// Behind a town's name, which then is part of another word: 镇级.
        no_town_behind,
        /// Names of one character that provinces and cities go by: 郑、汴、洛.
        place_sign,
        /// Levels of zones, which have no code.
        zone,
        /// What a zone does, or is called, behind its name.
        zone_acts,
        /// Levels of places that are counted together: 六[县（市）].
        levels,
        /// What a place does for another, behind its name.
        helps,
        /// Words with which kinds of zones begin, and no name: 国家级经济技术开发区.
        no_zone,
        /// What stands behind a zone that is no subject: 高新区建设.
        no_zone_behind,
        /// Kinds of bodies, which name no one: 上市公司.
        no_body,
        /// Words for kinds of bodies, which are no name by themselves.
        kind_of_body,
        /// Ends of names of bodies of which a whole paragraph can tell.
        whole_body,
        /// Words by which a paragraph tells of another place than the body it opens with.
        other_place,
        /// Behind 全市 or 全国: what makes them a part of a name or a rank.
        no_whole,
        /// Behind another place's full name, what it did: 南关区[完成]投资25亿元.
        place_acts,
        /// What several provinces make up: 长江经济带.
        wide,
    }
}

cues! {
    /// Words of captions, headers and labels of tables.
    TableCues, tables, "table_cues.tsv", {
        /// Nouns of a caption that its rows leave out.
        noun,
        /// Ends of labels that say what is measured.
        measured,
        /// Labels of the whole.
        total,
        /// Headers above names of places.
        place_head,
        /// Parts that a column is about.
        part,
        /// Ends of names of places.
        place_end,
        /// Ends of words that look like such names.
        no_place_end,
        /// Nouns that are measured in money.
        money_noun,
        /// Headers that only say that a number stands below.
        plain,
        /// Headers of a change.
        growth,
        /// Headers of a share.
        share,
        /// Headers of a rank.
        rank,
        /// Headers of what is aimed at.
        target,
        /// Headers above names of groups of rows.
        group,
        /// Ends of names of groups that are no part of what is measured.
        group_tail,
        /// Measures that say too little without the group they stand in.
        bare,
        /// Ends of headers above what is told of a row.
        detail,
        /// Words of a cell that tells, and is no name.
        told,
        /// Headers of the numbers of the rows.
        serial,
        /// Headers of the year before.
        last_year,
        /// Measure words that only tables of products put after 万 or 亿.
        product,
        /// Beginnings of a caption that name no indicator.
        caption_head,
        /// Ends of a caption that name no indicator.
        caption_tail,
        /// Beginnings of the label of a whole that its parts leave out.
        part_head,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::cues::check;

    #[test]
    fn every_row_is_read() {
        for (file, table, uses) in [
            ("label_cues.tsv", LabelCues::TABLE, LabelCues::USES),
            ("subject_cues.tsv", SubjectCues::TABLE, SubjectCues::USES),
            ("table_cues.tsv", TableCues::TABLE, TableCues::USES),
        ] {
            check(file, table, uses);
        }
    }

    #[test]
    fn cues_are_found_at_either_end() {
        assert_eq!(labels().deed.prefix("新增企业"), Some("新增"));
        assert_eq!(measures().rank_verb.rfind_end("总量跃居全省"), Some((6, "跃居")));
        assert_eq!(subjects().body.suffix("广源纸业"), Some("纸业"));
        assert_eq!(tables().measured.suffix("货物运输量"), Some("量"));
    }
}
