//! What a label leaves unsaid, taken from the items and clauses before it.

use std::rc::Rc;

use super::context::{counted_of_places, heading, object, project, topic};
use super::deed::{base, deed, is_deed, leading_deed};
use super::measured::{carried, shared_grade};
use super::phrase::{is_name, only_acts, starts_with_verb};
use super::scheme::money_suffix;
use super::shared::{
    lent_measure, made_too, of_colon, of_counted, of_holder, of_item, of_length, of_owner, of_sex, reached, some_of,
    tidy,
};
use super::yields::{dues, of_before, of_project};
use super::{Label, Side};
use crate::figure::memory::Memory;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::labels;
use crate::lexicon::indicators::indicators;
use crate::lexicon::list_cues::lists;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::report::Measure;

/// What is known of the number.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// A rate or a multiple.
    pub(super) rate: bool,
    /// A predicate of change, or another, was taken off.
    pub(super) grown: bool,
    /// The label is a bare word of money or size.
    pub(super) money_word: bool,
    /// No number stands before it in its clause.
    pub(super) alone: bool,
    /// A link (达到) was taken off.
    pub(super) linked: bool,
}

/// The label with what it is of.
#[inline(never)]
pub(super) fn completed(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>, mut label: Label, asked: Asked) -> Label {
    if let Some(text) = of_length(memory, side, &label) {
        return Label { text, confidence: 0.8, ..label };
    }
    // 汽车保有量12万辆（包括三轮汽车3万辆）
    if let Some(word) = labels().includes.prefix(&label.text).filter(|word| label.text.len() >= word.len() + 6) {
        label.text.drain(..word.len());
    }
    // 第一产业稳定增长，实现增加值148亿元: the verb only says that it came about.
    if let Some(verb) =
        labels().level_verb.prefix(&label.text).filter(|verb| labels().bare.contains(&label.text[verb.len()..]))
    {
        label.text.drain(..verb.len());
    }
    if of_project(scene, memory, side, &mut label, asked) {
        return label;
    }
    if let Some(label) = of_owner(memory, side, &label, reached(side, asked.linked), asked.rate) {
        return label;
    }
    if !asked.rate
        && !asked.linked
        && let Some(text) = of_colon(scene, side, &label)
    {
        return Label { text, confidence: 0.85, ..label };
    }
    if let Some(text) = of_sex(memory, side, &label) {
        return Label { text, confidence: 0.85, ..label };
    }
    if let Some(whose) = of_holder(scene, memory, side, &label) {
        label.text.insert_str(0, whose);
        label.confidence = 0.8;
        return label;
    }
    // 第一产业增加值增长3%，对GDP增长的贡献率为0.7%
    if side.left.trim_start_matches(['，', ' ', '、']).starts_with('对')
        && lists().adds.suffix(&label.text).is_some()
        && let Some(last) = &memory.last
    {
        let against = if label.text.starts_with('对') { "" } else { "对" };
        let whose = last.base.as_ref().map_or(&last.label, |(own, _)| own);
        label.text.insert_str(0, &format!("{}{against}", base(&whose.text)));
        label.confidence = 0.8;
        return label;
    }
    if let Some(text) = some_of(memory, side, &label) {
        return Label { text, confidence: 0.8, ..label };
    }
    // 搬迁移民3.9万人，减贫10.4万人
    if side.quantity.unit == "人" && matches!(label.text.as_str(), "减贫" | "脱贫") {
        label.text.push_str("人口");
        return label;
    }
    tidy(&mut label);
    if let Some(text) = of_counted(memory, &label) {
        return Label { text, confidence: 0.75, ..label };
    }
    if let Some(whose) = dues(scene, memory, side, &label) {
        label.text.insert_str(0, whose);
        label.confidence = 0.8;
        return label;
    }
    // 接待游客1200万人次、总收入98亿元: what they spent
    let visitors = |text: &str| lists().visitors.suffix(text).is_some();
    if label.text == "总收入" && memory.last.as_ref().is_some_and(|last| visitors(&last.label.text)) {
        label.text.insert_str(0, "旅游");
        label.confidence = 0.85;
        return label;
    }
    // 国家级龙头企业3家、省级78家: the noun is the one before.
    if labels().grade.contains(&label.text)
        && let Some(last) = &memory.last
    {
        let grade = labels().grade.rfind_end(&last.label.text);
        let noun = grade.map_or(base(&last.label.text), |(at, grade)| &last.label.text[at + grade.len()..]);
        label.text.push_str(noun);
        label.confidence = 0.8;
        return label;
    }
    // 新栽大树60万株，其中云岭县14万株、石坪县10万株: the thing is the one before, the place whose it is.
    let place = |name: &str| {
        let near = scene.structure.region_code;
        regions().may_begin(name)
            && regions().find_near(name, near).first().is_some_and(|hit| hit.start == 0 && hit.end == name.len())
    };
    if label.text.chars().count() <= 16
        && (!asked.rate || asked.linked)
        && let Some(last) = of_item(scene, memory, side)
        && (label.text.split(['、', '和']).all(|name| place(name.trim())) || memory.is_next_part(&label.text))
    {
        let (owner, text) = (Some(std::mem::take(&mut label.text)), memory.without_subject(&last.text));
        return Label { owner, text, inherited: true, confidence: 0.75, ..last };
    }
    // 全市生产总值增长8.5%，其中上城区增长9.2%: what grew is what the figure before was of.
    let of_growth =
        memory.last.as_ref().filter(|last| last.reading.measure == Measure::ChangeRate).map(|last| &last.label);
    if asked.rate
        && asked.grown
        && (2..=8).contains(&label.text.chars().count())
        && place(&label.text)
        && let Some(before) = of_growth.filter(|label| !label.text.is_empty())
    {
        let owner = Some(std::mem::take(&mut label.text));
        return Label { owner, inherited: true, confidence: 0.75, ..Label::clone(before) };
    }
    // 一季度开工项目中，福州115个、总投资802亿元: a place tells whose, the clause before tells what.
    if side.quantity.kind == Kind::Count
        && (2..=10).contains(&label.text.chars().count())
        && (place(&label.text) || scene.said_before(side.clause.start).has("依次为"))
        && let Some(counted) = counted_of_places(scene, side)
    {
        let owner = Some(std::mem::replace(&mut label.text, counted.to_owned()));
        return Label { owner, confidence: 0.75, ..label };
    }
    // 铁路3500亿吨公里: goods alone are carried by it, and people by 人公里.
    if let Some(carried) = carried(side.quantity.unit)
        && (1..=7).contains(&label.text.chars().count())
        && !label.text.ends_with(['量', '率'])
    {
        label.text.push_str(carried);
        return label;
    }
    // 新增生产能力有：化肥80万吨/年: what can be made in a year
    let goods_a_year = matches!(side.quantity.unit.strip_suffix("/年"), Some("吨" | "立方米" | "吨标准煤"));
    if goods_a_year && labels().makes.suffix(&label.text).is_none() && !label.text.is_empty() {
        label.text.push_str("产能");
        return label;
    }
    // 生产安全事故起数、死亡人数分别下降11%、10%: what the accidents cost
    if labels().victims.contains(&label.text)
        && let Some(last) = &memory.last
        && let Some(word) = labels().accidents.suffix(&last.label.text)
    {
        label.text.insert_str(0, &last.label.text[..last.label.text.len() - word.len()]);
        return label;
    }
    // 推进植树造林，新增5万亩: the deed's object stands in the clause before.
    if asked.alone
        && memory.last.is_none()
        && (is_deed(&label.text) || !asked.rate && !asked.linked && only_acts(&label.text))
        && let Some(object) = object(scene, side).filter(|object| !object.contains(&label.text))
    {
        label.text.push_str(object);
        label.confidence = 0.7;
        return label;
    }
    // 实施农村饮水提升工程，惠及20万人: what the clause before names does the deed.
    if asked.alone
        && memory.last.is_none()
        && !asked.rate
        && !asked.linked
        && only_acts(&label.text)
        && scene.text(side.quantity.outer_end, side.clause.end).trim().is_empty()
        && let Some(name) = project(scene, side)
    {
        label.text.insert_str(0, name);
        label.confidence = 0.7;
        return label;
    }
    // 新签约的64个项目中制造业项目有41个: some of those counted before.
    let counted = memory.last.as_ref().filter(|last| last.kind == Kind::Count);
    let whole = label.text.place_of("中").filter(|at| *at > 0 && label.text[at + 3..].chars().count() >= 2);
    if let (Some(last), Some(at)) = (counted, whole)
        && last.label.text.ends_with(&label.text[..at])
    {
        label.text.drain(..at + '中'.len_utf8());
    }
    // 新签约甲、乙等产业项目: the examples are not the class.
    if let Some(at) = label.text.place_of("等").filter(|at| {
        label.text[at + 3..].chars().count() >= 2
            && !label.text[at + 3..].starts_with(['级', '教', '学', '次', '奖', '方'])
            && !label.text[..*at].ends_with(['高', '平', '中', '初', '同', '优'])
            // 医疗保险等参保率: a bare measure is no class
            && !labels().bare.contains(&label.text[at + '等'.len_utf8()..])
    }) {
        let verb = leading_deed(&label.text).to_owned();
        label.text = format!("{verb}{}", &label.text[at + 3..]);
    }
    // 国家电子商务示范基地3个、示范企业26家: what both begin with stands once.
    if side.quantity.kind == Kind::Count
        && let Some(last) = memory.last.as_ref().filter(|last| last.kind == Kind::Count && !last.label.told)
        && side.left.trim_start().starts_with(['、', '和'])
        && let Some(shared) = shared_grade(&last.label.text, &label.text)
    {
        label.text.insert_str(0, shared);
        label.confidence = 0.8;
    }
    // 9个项目集中开工。其中，产业类6项: projects of that class
    let projects = |label: &Rc<Label>| label.text.has("项目");
    if side.quantity.kind == Kind::Count
        && matches!(side.quantity.unit, "个" | "项")
        && label.text.ends_with('类')
        && memory.last.as_ref().map(|last| &last.label).or(memory.previous.as_ref()).is_some_and(projects)
    {
        label.text.push_str("项目");
        label.confidence = 0.8;
    }
    // 实际使用内资30亿元、外资381万美元: used alike
    if labels().fund.contains(&label.text)
        && let Some(last) = &memory.last
        && let Some(fund) = labels().fund.suffix(&last.label.text).filter(|fund| last.label.text.len() > fund.len())
    {
        let verb = &last.label.text[..last.label.text.len() - fund.len()];
        label.text.insert_str(0, verb.without_end("国内"));
        label.confidence = 0.85;
    }
    if let Some(made) = made_too(memory, side, &label) {
        label.text.insert_str(0, made);
        label.confidence = 0.8;
        label.scheme = memory.last.as_ref().is_some_and(|last| last.label.scheme);
        return label;
    }
    if let Some(noun) = lent_measure(memory, side, &label).filter(|_| !asked.rate) {
        label.text.push_str(noun);
        label.confidence = 0.8;
    }
    // 新增A1家、B2家: the verb holds on.
    if let Some(last) = memory.last.as_ref().filter(|last| !last.label.told) {
        let joint = scene.text(last.end, side.left_start.max(last.end));
        let listed = side.left.trim_start_matches(' ').starts_with(['、', '和', '及']) || joint.ends_with(['、', '和']);
        let verb = deed(&last.label.text);
        if listed
            && !verb.is_empty()
            && !asked.rate
            && !asked.grown
            && !asked.money_word
            // 新增企业260家、营业收入突破6000亿元: what is reached is not newly made.
            && !(reached(side, asked.linked) && last.kind != side.quantity.kind)
            && deed(&label.text).is_empty()
            && labels().own_verb.prefix(&label.text).is_none()
            && (!starts_with_verb(&label.text) || is_name(&label.text))
        {
            label.text.insert_str(0, verb);
            label.confidence = 0.9;
        }
    }
    // 甲项目建成后年产10万套；乙项目位于龙岩组团，总投资5亿元: behind the sign another thing is told of.
    let parted = |end: usize| end < side.clause.start && scene.text(end, side.clause.start).contains(['；', ';']);
    let last = memory.last.as_ref().filter(|last| !parted(last.end));
    // 实施十大产业项目，总投资245亿元
    if asked.money_word
        && last.is_none()
        && asked.alone
        && let Some(topic) = topic(scene, side)
    {
        label.text.insert_str(0, topic);
        label.confidence = 0.75;
    }
    // 粮食生产稳中有进，总产量达到…: the clause before names what it is of.
    if labels().bare.contains(&label.text)
        && memory.last.is_none()
        && let Some(topic) = topic(scene, side).or_else(|| object(scene, side)).or_else(|| heading(scene, side))
    {
        // 工业生产较快增长，实现增加值1950亿元
        let sector = labels().state_end.suffix(topic).map_or(topic, |word| &topic[..topic.len() - word.len()]);
        label.text.insert_str(0, if sector.len() >= 6 { sector } else { topic });
        label.confidence = 0.8;
    }
    // 计划项目142个，…开工率60%: of those counted, where they are of one kind
    let several = || {
        let (last, before) = (side.index.checked_sub(1)?, side.index.checked_sub(2)?);
        let (last, before) = (&scene.quantities[last], &scene.quantities[before]);
        (before.kind == Kind::Count).then(|| scene.text(before.outer_end, last.outer_start).starts_with(['、', '和']))
    };
    if labels().bare.contains(&label.text)
        && label.text.ends_with('率')
        && several() != Some(true)
        && let Some(last) = memory.last.as_ref().filter(|last| last.kind == Kind::Count)
    {
        let noun = base(&last.label.text);
        // 重点项目已开工8个，开工率57%
        let stage = labels().stage_verb.suffix(noun).map_or(noun, |verb| &noun[..noun.len() - verb.len()]);
        // 新建项目124个，开工率98%: the class tells which
        let stage = if stage.chars().count() > 2 { stage } else { last.label.text.as_str() };
        label.text.insert_str(0, stage.trim_end_matches('已'));
        label.confidence = 0.75;
    }
    // 规上企业14家…，产值140亿元: the industry's output value.
    if labels().sales.contains(&label.text)
        && let Some((at, word)) = memory.last.as_ref().and_then(|l| labels().owner.find(&l.label.text))
        && let Some(last) = &memory.last
    {
        label.text.insert_str(0, base(&last.label.text[..at + word.len()]));
        label.confidence = 0.8;
    }
    // 普通高校12所，招生3万人
    if labels().pupils.contains(&label.text)
        && let Some(last) = memory.last.as_ref().filter(|last| matches!(last.kind, Kind::Count | Kind::People))
        && let Some(school) = labels().school.rfind(&last.label.text).map(|(at, word)| at + word.len())
    {
        label.text.insert_str(0, base(&last.label.text[..school]));
        label.confidence = 0.8;
    }
    // 汽车制造业增加值增长18.6%，医药制造业增长6.2%: the noun is shared.
    // 农产品加工产业产值突破100亿元，装备制造产业达到80亿元
    // 国有企业利润20亿元，股份制企业61亿元
    // 有色金属产业营业收入突破2200亿元、光伏产业达到760亿元
    let item = reached(side, asked.linked) && side.left.trim_start().starts_with('、');
    let level = (asked.alone || item) && side.quantity.kind == Kind::Money && !starts_with_verb(&label.text);
    if (asked.rate && asked.grown || level)
        && labels().industry.suffix(&label.text).is_some()
        && let Some(noun) = memory.last.as_ref().and_then(|l| labels().industry_noun.suffix(&l.label.text))
    {
        label.text.push_str(noun);
        label.confidence = 0.85;
    }
    // 工业增加值增长5.6%。分门类看，采矿业下降1.2%: what the sentence before measured is measured part by part.
    if memory.last.is_none()
        && asked.rate
        && asked.grown
        && labels().by_part.prefix(scene.text(scene.sentence.start, scene.sentence.end).trim_start()).is_some()
        && labels().industry.suffix(&label.text).is_some()
        && let Some(noun) = memory.previous.as_ref().and_then(|label| labels().industry_noun.suffix(&label.text))
    {
        label.text.push_str(noun);
        label.confidence = 0.75;
    }
    let bare_cost = asked.money_word || labels().generic.contains(&label.text);
    if let Some(whose) = of_before(scene, memory).filter(|_| bare_cost && asked.alone) {
        label.text.insert_str(0, whose);
        label.confidence = 0.65;
        return label;
    }
    // 完成投资139.1亿元 after 千万元以上项目216个: the projects' investment.
    if (asked.money_word || labels().generic.contains(&label.text))
        && let Some(last) = last.filter(|l| owns(l.kind, asked.money_word))
    {
        // 竣工项目77个，总投资24亿元: 项目 alone would not tell which.
        let root = base(&last.label.text);
        let root = if root.chars().count() <= 2 { last.label.text.as_str() } else { root };
        // 小区改造完成12个，惠及3万人
        let root = root.strip_suffix("完成").filter(|root| root.chars().count() > 2).unwrap_or(root);
        let root = money_suffix(root).map_or(root, |word| &root[..root.len() - word.len()]);
        // 生产总值突破300亿元，完成投资120亿元: a statistic owns no money
        let statistic = last.kind == Kind::Money && indicators().exact(root).is_some_and(|own| own.unit == "元");
        if !root.is_empty() && root.chars().count() <= 20 && !statistic {
            label.text.insert_str(0, root);
            label.owner.clone_from(&last.label.owner);
            label.confidence = 0.75;
            label.spans.splice(0..0, last.label.spans.iter().copied());
        }
    }
    label
}

/// A rate owns no money (开工率80%，完成投资20亿元), money and people no jobs (扶持创业1200人、带动就业5600人).
fn owns(last: Kind, money: bool) -> bool {
    match last {
        // 建设周期24个月，建成后年产值30亿元: nor does how long it takes.
        Kind::Percent | Kind::Permille | Kind::Points | Kind::Multiple | Kind::Time => false,
        Kind::Money | Kind::People => money,
        _ => true,
    }
}
