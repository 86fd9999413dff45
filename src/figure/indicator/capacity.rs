//! What a scheme will make: 年产10万套机械化采煤配套设备.

use super::phrase::{clip, name_end};
use super::scheme::money_suffix;
use super::{Label, Side, make};
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::labels;
use crate::lexicon::segment::{Tag, segment};
use crate::lexicon::units::Kind;
use crate::structure::Mode;

/// 弘亚机械年产10万套机械化采煤配套设备; 广源纸业10万吨特种纸…等项目: what a scheme will make, and whose it is.
#[inline(never)]
pub(super) fn capacity<'a>(
    scene: &Scene<'a>,
    side: &Side<'a>,
    left: &'a str,
    right: &'a str,
    noun_follows: bool,
) -> Option<Label> {
    if !noun_follows || matches!(side.quantity.kind, Kind::Money | Kind::Percent | Kind::People | Kind::Points) {
        return None;
    }
    let word = labels().capacity.suffix(left);
    let head = word.map_or(left, |w| &left[..left.len() - w.len()]);
    let item = head.rfind('、').map_or(head, |at| &head[at + 3..]);
    let rest = scene.text(side.quantity.outer_end, side.clause.end);
    let listed = rest.find('等').is_some_and(|at| rest[at..].chars().take(8).collect::<String>().contains("项目"));
    let maker = labels().maker.suffix(item).is_some();
    if word.is_none() && !(listed && maker) {
        return None;
    }
    let verbs: usize = segment(item)
        .iter()
        .take_while(|t| matches!(t.tag, Tag::Verb | Tag::Adverb | Tag::Preposition))
        .map(|t| t.text.len())
        .sum();
    let owner = item[verbs..].trim_matches(['的', ' ', '的']);
    // 华润新建的年产能…: what the owner does is no part of its name; 分三期建设年产… names none.
    let owner = labels().deed.suffix(owner).map_or(owner, |deed| &owner[..owner.len() - deed.len()]);
    let owner = if owner.ends_with('期') || owner.ends_with('目') { "" } else { owner };
    let right = right.trim_start_matches('的');
    // 年产5万吨电缆项目6月底前投产: the date is no part of the name.
    let from = scene.offset(right);
    let dated = scene.dates.iter().find(|d| d.span.start > from && d.span.start < from + right.len());
    let right = dated.map_or(right, |d| &right[..d.span.start - from]);
    let noun = &right[..name_end(clip(right))];
    let noun = ["生产线", "建设项目", "项目", "等"]
        .iter()
        .fold(noun, |n, tail| n.strip_suffix(tail).filter(|n| n.chars().count() > 1).unwrap_or(n));
    // 年产能40万千升啤酒工厂项目总投资12亿元: the money behind it is no part of what is made.
    let noun = money_suffix(noun).map_or(noun, |word| &noun[..noun.len() - word.len()]);
    if noun.is_empty() {
        return None;
    }
    let offset = scene.offset(right);
    let mut label = make(noun, offset, 0.82);
    label.text = format!("{noun}{}", if word.is_some() { "产能" } else { "项目产能" });
    label.owner =
        Some(owner.to_owned()).filter(|o| (2..=20).contains(&o.chars().count()) && !o.starts_with(['我', '本', '全']));
    label.scheme = scene.block.frame.mode == Mode::Plan || !labels().finished.within(rest);
    Some(label)
}
