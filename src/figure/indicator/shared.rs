//! What parallel items of a sentence share with the first of them: 甲园区营业收入突破15亿元、乙园区突破4亿元.

use super::deed::base;
use super::{Label, Side};
use crate::figure::memory::Memory;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::indicators::indicators;
use crate::lexicon::units::Kind;

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
    let told = !verb.is_empty() || linked;
    let last = memory.last.as_ref().filter(|_| owns(stem) && told && !rate)?;
    // 占全市的17%；“西翼”完成6亿元: what the share was of
    let of = last.base.as_ref().map_or(&last.label, |(base, _)| base);
    let alike = last.kind == side.quantity.kind || last.base.is_some();
    let mut shared = Label { owner: Some(stem.to_owned()), inherited: true, confidence: 0.75, ..Label::clone(of) };
    // 甲经开区营业收入: its name is not shared.
    if let Some((at, zone)) =
        labels().zone.find(&shared.text).filter(|(at, zone)| shared.text.len() > at + zone.len() + 3)
    {
        shared.text.drain(..at + zone.len());
    }
    let sums = side.quantity.kind == Kind::Money || !verb.is_empty() && side.quantity.kind == last.kind;
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
    let (_, made) = labels().capacity.find(&last.label.text).filter(|(_, made)| !made.ends_with(['量', '能']))?;
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
