//! Numbers beside one another in a clause.

use super::deed::leading_deed;
use super::right::TORN;
use super::{Label, Side, is_joint, label_text, make};
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::search::Search;
use crate::lexicon::segment::segment;
use crate::lexicon::units::Kind;
use crate::mention::quantity::{Form, Quantity};

/// True for a part that ends in a conjunction; 惠及 and 涉及 are verbs.
pub(super) fn ends_joined(left: &str) -> bool {
    left.ends_with(['和', '与']) || left.ends_with('及') && segment(left).last().is_some_and(|word| word.text == "及")
}

/// 增幅居全市第1位: what stands between a count and a rank that ends its clause, and the rank.
pub(super) fn told_to_rank<'a>(scene: &Scene<'a>, side: &Side<'_>) -> Option<&'a str> {
    let next = scene.quantities.get(side.index + 1).filter(|q| q.outer_start < side.clause.end)?;
    let told = scene.text(side.quantity.outer_end, next.outer_end);
    let ranks = matches!(next.form, Form::Rank | Form::Top) && next.outer_end == side.clause.end;
    (ranks && told.chars().count() <= TORN && !told.has("、")).then_some(told)
}

/// True where the next number of the clause is a rank.
pub(super) fn ranks_next(scene: &Scene<'_>, side: &Side<'_>) -> bool {
    let next = scene.quantities.get(side.index + 1).filter(|q| q.outer_start < side.clause.end);
    next.is_some_and(|q| matches!(q.form, Form::Rank | Form::Top))
}

/// Two counts, of things or of people.
pub(super) fn counted_alike(one: &Quantity, other: &Quantity) -> bool {
    let counts = |q: &Quantity| matches!(q.kind, Kind::Count | Kind::People) && q.form == Form::Plain;
    counts(one) && counts(other)
}

/// 完成1200人和6个山村的脱贫任务: people, and behind the join what they and the next are brought to.
pub(super) fn joined_people(scene: &Scene<'_>, side: &Side<'_>) -> Option<&'static str> {
    let joined = side.quantity.unit == "人" && !side.right.trim().is_empty() && is_joint(side.right);
    let tail = scene.text(side.quantity.outer_end, side.clause.end);
    labels().brought_to.find(tail).filter(|_| joined).map(|(_, word)| word)
}

/// 生产总值增长25%，提前七年实现了翻两番的目标: of what was spoken of.
pub(super) fn aims_at_doubling(side: &Side<'_>, right: &str) -> bool {
    side.quantity.form == Form::Doubling && measures().task.prefix(right.trim_start_matches('的')).is_some()
}

/// Characters of the longest name before a bracket.
const NAME: usize = 12;

/// 黄酒（增长6%）、客车（增长4%）产量: the name before a bracket that holds nothing but its rate, with the measure that
/// stands behind the last of such brackets.
pub(super) fn before_bracket(scene: &Scene<'_>, side: &Side<'_>) -> Option<Label> {
    let opens = |text: &str| text.ends_with(['（', '(']);
    let outside = scene.said_before(side.clause.start).trim_end();
    if side.quantity.kind != Kind::Percent || side.left_start != side.clause.start || !opens(outside) {
        return None;
    }
    let name = outside.trim_end_matches(['（', '(']);
    let at = name.rfind(['、', '，', '；', '：', '。', '）', ')', '和']).map_or(0, |at| at + 3);
    // 升得最快的有黄酒（增长6%）
    let name = name.get(at..)?;
    let name = name.place_of("的有").or_else(|| name.place_of("的是")).map_or(name, |at| &name[at + "的有".len()..]);
    let (name, offset) = label_text(scene, scene.offset(name), name);
    // 财政收入12亿元（增长5%）: the rate of the amount
    let amount = scene.quantities.iter().any(|q| q.outer_end > offset && q.outer_start < side.clause.start);
    // 比全省（5.1%）和全国平均水平（4.8%）: whose rate, not what grew
    let places = measures().place.suffix(name.without_end("水平").without_end("平均")).is_some();
    // 增幅较前五月（-2%）: what it is compared with
    let compared = name.ends_with(['较', '比', '为', '达', '至']) || measures().growth_word.prefix(name).is_some();
    let plain = !amount && !places && !compared && leading_deed(name).is_empty();
    if !(2..=NAME).contains(&name.chars().count()) || !plain {
        return None;
    }
    let mut rest = scene.text(side.quantity.outer_end, scene.sentence.end);
    while let Some(close) = rest.find(['）', ')']) {
        rest = rest[close..].trim_start_matches(['）', ')']);
        let next = rest.trim_start_matches(['、', '和', '及']);
        let item = next.find(['（', '(']).filter(|_| next.len() < rest.len());
        let Some(open) = item.filter(|open| next[..*open].chars().count() <= NAME) else { break };
        rest = &next[open..];
    }
    let rest = rest.without_start("等行业").without_start("等产品").trim_start_matches('等');
    let mut label = make(name, offset, 0.75);
    if let Some(noun) = labels().lent_noun.prefix(rest).filter(|noun| !label.text.ends_with(*noun)) {
        label.text.push_str(noun);
    }
    Some(label)
}
