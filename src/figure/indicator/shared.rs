//! What parallel items of a sentence share with the first of them: 甲园区营业收入突破15亿元、乙园区突破4亿元.

use super::context::topic;
use super::deed::{base, leading_deed};
use super::{Label, Side};
use crate::figure::memory::Memory;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::indicators::indicators;
use crate::lexicon::list_cues::lists;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::report::Measure;

/// Characters of the longest name of whose figure it is.
const OWNER: usize = 12;

/// The label of the item before, of another owner: 乙高新区突破4亿元, 税务部门完成1.3亿元, “东翼”完成19亿元.
pub(super) fn of_owner(memory: &Memory, side: &Side<'_>, label: &Label, linked: bool, rate: bool) -> Option<Label> {
    let text = label.text.as_str();
    // “东部经济圈”完成地区生产总值88亿元
    let named = labels().level_verb.find(text).map(|(at, verb)| (&text[..at], &text[at + verb.len()..]));
    if let Some((stem, rest)) = named.filter(|(stem, rest)| owns(stem) && indicators().exact(rest).is_some()) {
        return Some(Label { owner: Some(stem.to_owned()), text: rest.to_owned(), ..label.clone() });
    }
    let verb = labels().level_verb.suffix(text).unwrap_or_default();
    let stem = &text[..text.len() - verb.len()];
    // 其中甲经开区营业收入495亿元，居全省第五位；乙经开区325亿元
    let item = || {
        let ranked = memory.last.as_ref().is_some_and(|last| {
            let owned = last.label.owner.as_deref().is_some_and(|owner| labels().zone.suffix(owner).is_some());
            last.reading.measure == Measure::Rank || owned
        });
        ranked && side.left_start == side.clause.start && labels().zone.suffix(stem).is_some()
    };
    let told = !verb.is_empty() || linked || item();
    let last = memory.last.as_ref().filter(|_| owns(stem) && told && !rate)?;
    // 占全市的17%；“西翼”完成6亿元: what the share was of
    let of = last.base.as_ref().map_or(&last.label, |(base, _)| base);
    // 原煤产量1657万吨，增长3%；其中，县属企业完成1094万吨: behind its growth, too
    let regrown = last.label.inherited && last.kind == Kind::Percent && !verb.is_empty();
    let alike = last.kind == side.quantity.kind || last.base.is_some() || regrown || item();
    let mut shared = Label { owner: Some(stem.to_owned()), inherited: true, confidence: 0.75, ..Label::clone(of) };
    // 甲经开区营业收入: its name is not shared.
    if let Some((at, zone)) =
        labels().zone.find(&shared.text).filter(|(at, zone)| shared.text.len() > at + zone.len() + 3)
    {
        shared.text.drain(..at + zone.len());
    }
    let sums = side.quantity.kind == Kind::Money || !verb.is_empty() && (side.quantity.kind == last.kind || regrown);
    (alike && sums && !shared.text.is_empty()).then_some(shared)
}

/// A zone, a department, a quoted name: whose a figure can be.
fn owns(name: &str) -> bool {
    let quoted = name.starts_with('“')
        && name.ends_with('”')
        && name.trim_end_matches('”').ends_with(['圈', '翼', '区', '带', '群', '片', '轴']);
    let owner = labels().zone.suffix(name).is_some() || labels().owner_end.suffix(name).is_some() || quoted;
    owner && (2..=OWNER).contains(&name.trim_matches(['“', '”']).chars().count())
}

/// 年产虾粉2万吨、虾膏500吨: made in a year, too.
pub(super) fn made_too(memory: &Memory, side: &Side<'_>, label: &Label) -> Option<&'static str> {
    let last = memory.last.as_ref().filter(|_| side.left.trim_start().starts_with('、'))?;
    let (at, made) = labels().capacity.find(&last.label.text).filter(|(_, made)| !made.ends_with(['量', '能']))?;
    // 年产值20亿元、税收8000万元: what is made is worth so much.
    if last.label.text[at + made.len()..].starts_with('值') {
        return None;
    }
    let alike = last.kind == side.quantity.kind && labels().capacity.find(&label.text).is_none();
    (alike && (2..=8).contains(&label.text.chars().count())).then_some(made)
}

/// 突破40亿元, 达到40亿元: a level that is reached.
pub(super) fn reached(side: &Side<'_>, linked: bool) -> bool {
    linked || measures().passes.contains(side.quantity.bound_word)
}

/// 蔬菜种植面积185万亩、马家柚45万亩: areas, too. 新增煤炭地质储量1200万吨、页岩气80亿立方米: and reserves.
pub(super) fn lent_measure(memory: &Memory, side: &Side<'_>, label: &Label) -> Option<&'static str> {
    let last = memory.last.as_ref().filter(|_| side.left.trim_start().starts_with(['、', '和']))?;
    let before = base(&last.label.text);
    let short = (2..=4).contains(&label.text.chars().count());
    let noun = match side.quantity.kind {
        Kind::Area if last.kind == Kind::Area => labels().produce.suffix(before).filter(|noun| noun.ends_with("面积")),
        _ => labels().stored.suffix(before),
    }?;
    (short && !label.text.ends_with(['量', '率', '积'])).then_some(noun)
}

/// Characters of the longest name of an item behind a colon.
const ITEM: usize = 10;

/// 主要消费品零售量：粮食450万吨，猪肉30万吨: what the words before the colon, or before 分别为, measure of each item behind.
pub(super) fn of_colon(scene: &Scene<'_>, side: &Side<'_>, label: &Label) -> Option<String> {
    let before = scene.said_before(side.quantity.outer_start);
    // 产量分别为粮食5万吨、棉花2万吨; 价格指数中，食品类101.2
    let leads = ["：", ":", "分别为", "分别是", "依次为", "中，"];
    let at = leads.iter().filter_map(|lead| before.last_place_of(lead)).max()?;
    let words = &before[..at];
    let words = words.rsplit(['，', '；', ',', ';']).next()?.trim();
    let words = lists().colon.suffix(words).map_or(words, |link| &words[..words.len() - link.len()]);
    let measure = lists().measure.suffix(words)?;
    let kind = side.quantity.kind;
    let told = match measure {
        measure if lists().money.contains(measure) => kind == Kind::Money,
        measure if measure.ends_with("面积") => kind == Kind::Area,
        _ => !matches!(kind, Kind::Money | Kind::Percent | Kind::Points | Kind::Multiple | Kind::People),
    };
    let name = label.text.as_str();
    let item = (1..=ITEM).contains(&name.chars().count()) && labels().bare.suffix(name).is_none();
    // 新建公路12公里: a deed of its own
    if !told || !item || !leading_deed(name).is_empty() || words.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let new = if words.has("新增") { "新增" } else { "" };
    // 铁路复线里程309公里: measured already
    if lists().own.suffix(name).is_some() || kind == Kind::Length && words.ends_with("能力") {
        return (!new.is_empty()).then(|| format!("{new}{name}"));
    }
    // 各种经济类型的商品零售额：个体商业400亿元
    let noun = words.rsplit_once('的').map_or(measure, |(_, noun)| noun);
    let noun =
        if noun.chars().count() <= ITEM && noun.ends_with(measure) && !noun.has("主要") { noun } else { measure };
    Some(format!("{new}{name}{noun}"))
}

/// 脱贫人口户均增收1895元，人均纯收入1.7万元: those of whom the sum per head before it was told.
pub(super) fn of_holder<'a>(scene: &Scene<'_>, memory: &'a Memory, side: &Side<'_>, label: &Label) -> Option<&'a str> {
    lists().per_head.prefix(&label.text)?;
    let last = memory.last.as_ref()?;
    // 农民收入扭转下滑局面，人均纯收入2558元: others are spoken of between
    if indicators().exact(&label.text).is_some() || lists().holder.within(scene.text(last.end, side.clause.start)) {
        return None;
    }
    let last = &last.label.text;
    let (at, _) = lists().per_head.find(last).filter(|(at, _)| *at > 0)?;
    lists().holder.suffix(&last[..at]).map(|_| &last[..at])
}

/// 集中开工项目90个，其中产业项目53个: those of them that were begun.
pub(super) fn some_of(memory: &Memory, side: &Side<'_>, label: &Label) -> Option<String> {
    if side.quantity.kind != Kind::Count || !side.left.trim_start().starts_with("其中") {
        return None;
    }
    let noun = labels().scheme_noun.suffix(&label.text).filter(|noun| noun.len() < label.text.len())?;
    let stage = memory.history.iter().rev().find_map(|last| last.text.strip_suffix(noun))?;
    let mut verb = labels().together.prefix(stage).map_or(stage, |word| &stage[word.len()..]);
    // 集中投产投用项目
    while let Some(word) = labels().stage_verb.prefix(verb).filter(|word| word.len() < verb.len()) {
        verb = &verb[word.len()..];
    }
    (labels().stage_verb.contains(verb) && !label.text.contains(stage)).then(|| format!("{stage}{}", label.text))
}

/// 旅游服务业14个项目投资25亿元: of those counted before, whose noun the money shares.
pub(super) fn of_counted(memory: &Memory, label: &Label) -> Option<String> {
    let last = memory.last.as_ref().filter(|last| last.kind == Kind::Count)?;
    let (noun, money) = ["项目", "工程"].iter().find_map(|noun| Some((*noun, label.text.strip_prefix(noun)?)))?;
    let money = money.trim_start_matches('共');
    let whole = base(&last.label.text);
    let own = whole.strip_suffix(noun)?;
    // 当日开工的8个项目总投资45亿元: of those that were begun
    let counted = if own.is_empty() || labels().stage_verb.contains(own) { last.label.text.as_str() } else { whole };
    (labels().money.contains(money) && counted.ends_with(noun)).then(|| format!("{counted}{money}"))
}

/// 工业总产值增长21%。从经济类型看，国有企业和集体企业分别增长20%和34%: what the sentence before measured, of each part.
pub(in crate::figure) fn of_part(scene: &Scene<'_>, memory: &Memory, mut label: Label) -> Label {
    let parts = memory.last.is_none() && labels().by_part.prefix(scene.sentence_text()).is_some();
    let noun = memory.previous.as_ref().and_then(|label| labels().industry_noun.suffix(&label.text));
    if let Some(noun) = noun.filter(|_| parts && labels().industry.suffix(&label.text).is_some()) {
        label.text.push_str(noun);
    }
    label
}

/// 个体工商户大幅度增加，总产值和税收分别增长19%和30%: bare measures, of what the clause before tells of.
pub(in crate::figure) fn of_topic(
    scene: &Scene<'_>,
    memory: &Memory,
    side: &Side<'_>,
    mut each: Vec<Label>,
) -> Vec<Label> {
    let bare = |label: &Label| labels().bare.contains(&label.text) || labels().sales.contains(&label.text);
    let owner = |noun: &&str| labels().class.suffix(noun).is_some() || labels().industry.suffix(noun).is_some();
    if memory.last.is_none()
        && each.iter().all(bare)
        && let Some(topic) = topic(scene, side).filter(owner)
    {
        for label in &mut each {
            label.text.insert_str(0, topic);
        }
    }
    each
}

/// 开工项目包含产业化项目 → 开工产业化项目, 重点项目共投资 → 重点项目投资.
pub(super) fn tidy(label: &mut Label) {
    if label.text.contains(['包', '涵'])
        && let Some((stage, rest)) = lists().holds.find(&label.text).and_then(|(at, word)| {
            let (head, tail) = (&label.text[..at], &label.text[at + word.len()..]);
            let noun = labels().scheme_noun.suffix(tail)?;
            Some((head.strip_suffix(noun)?, tail))
        })
        && labels().stage_verb.contains(stage)
    {
        label.text = format!("{stage}{rest}");
    }
    if let Some(word) = lists().altogether.suffix(&label.text) {
        let at = label.text.len() - word.len();
        label.text.replace_range(at..at + '共'.len_utf8(), "");
    }
}

/// 岚水路全长1.2公里，宽32米: of the same thing.
pub(super) fn of_length(memory: &Memory, side: &Side<'_>, label: &Label) -> Option<String> {
    let last = memory.last.as_ref().filter(|last| last.kind == Kind::Length && side.quantity.kind == last.kind)?;
    let word = labels().dimension.suffix(&last.label.text).filter(|_| labels().dimension.contains(&label.text))?;
    Some(format!("{}{}", &last.label.text[..last.label.text.len() - word.len()], label.text))
}

/// What the item before measures: in its sentence, or in the one before where 其中 begins the next.
pub(super) fn of_item(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Label> {
    let last = memory.last.as_ref().filter(|last| last.kind == side.quantity.kind).map(|last| &last.label);
    // 旅游外汇收入4.6亿美元，增长21%。其中云江3亿美元
    let parted = memory.last.is_none() && scene.sentence_text().starts_with("其中");
    let before = memory.previous.as_ref().filter(|_| parted && side.quantity.kind == Kind::Money);
    last.or(before).filter(|label| !label.text.is_empty()).map(|label| Label::clone(label))
}

/// 从业人员900人，其中男500人: the men of those counted before.
pub(super) fn of_sex(memory: &Memory, side: &Side<'_>, label: &Label) -> Option<String> {
    let sex = lists().sex.prefix(&label.text).filter(|_| side.quantity.kind == Kind::People)?;
    if !matches!(&label.text[sex.len()..], "" | "性") {
        return None;
    }
    let counted =
        |own: &&std::rc::Rc<Label>| labels().people.suffix(&own.text).is_some() && !own.text.contains(['男', '女']);
    let whole = base(&memory.history.iter().rev().find(counted)?.text);
    Some(format!("{sex}性{whole}"))
}
