//! What a scheme will make: 年产10万套机械化采煤配套设备.

use super::phrase::{clip, name_end};
use super::scheme::money_suffix;
use super::{Label, Side, make};
use crate::figure::memory::Memory;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::labels;
use crate::lexicon::project_cues::projects;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, segment};
use crate::lexicon::units::Kind;
use crate::structure::Mode;

/// 弘亚机械年产10万套机械化采煤配套设备; 广源纸业10万吨特种纸…等项目: what a scheme will make, and whose it is.
#[inline(never)]
pub(super) fn capacity<'a>(
    scene: &Scene<'a>,
    memory: &Memory,
    side: &Side<'a>,
    left: &'a str,
    right: &'a str,
    noun_follows: bool,
) -> Option<Label> {
    if !noun_follows || matches!(side.quantity.kind, Kind::Money | Kind::Percent | Kind::People | Kind::Points) {
        return None;
    }
    let word = labels().capacity.suffix(left);
    // 年产5万吨的焊材生产能力: the noun behind it says so again
    if word.is_some()
        && let Some(noun) = right.strip_prefix('的')
    {
        let noun = &noun[..name_end(clip(noun))];
        let can = ["生产能力", "产能"].iter().find_map(|word| noun.strip_suffix(word)).filter(|thing| thing.len() >= 6);
        if let Some(thing) = can {
            let label = make(noun, scene.offset(noun), 0.8);
            let scheme = !labels().finished.within(scene.said_before(side.clause.start));
            return Some(Label { text: format!("{thing}产能"), scheme, ..label });
        }
    }
    // 石油年产量稳定在一亿吨的水平上: a level that is linked names what it is of before it.
    if word.is_some() && left.len() < side.left.trim_end().len() && right.starts_with('的') {
        return None;
    }
    // 40万吨纯碱、60万吨玻璃: what stands before the sign is of the number before it.
    let own = side.left.trim_end().ends_with(['、', '和', '及', '与']);
    let head = word.map_or(left, |w| &left[..left.len() - w.len()]);
    let item = head.last_place_of("、").map_or(head, |at| &head[at + 3..]);
    let item = if own && word.is_none() { "" } else { item };
    let rest = scene.text(side.quantity.outer_end, side.clause.end);
    let listed = rest.place_of("等").is_some_and(|at| rest[at..].chars().take(8).collect::<String>().has("项目"));
    let maker = labels().maker.suffix(item).is_some();
    // 推进60万吨纸浆项目, 实施200万台水泵等一批大项目: goods of which a project tells are what it will make.
    let goods = match side.quantity.kind {
        Kind::Mass | Kind::Volume => true,
        Kind::Count => {
            labels().made.contains(side.quantity.unit) && side.quantity.values.iter().all(|n| *n >= 10_000.0)
        }
        _ => false,
    };
    let named = rest.place_of("项目").is_some_and(|at| {
        let before = &rest[..at];
        (1..=12).contains(&before.chars().count()) && !before.contains(['，', '的', '。', '；', '处'])
    });
    let joined = right.starts_with(['和', '、', '及', '与', '，']);
    let of_project = goods && (listed || named) && !joined && item.chars().count() <= 12;
    if word.is_none() && !(listed && maker) && !of_project {
        return None;
    }
    // 重点推进龙岭60万吨…
    let item = projects().push.rfind_end(item).map_or(item, |(at, verb)| &item[at + verb.len()..]);
    let verbs: usize = segment(item)
        .iter()
        .take_while(|t| matches!(t.tag, Tag::Verb | Tag::Adverb | Tag::Preposition) && t.text.chars().count() > 1)
        .map(|t| t.text.len())
        .sum();
    let owner = item[verbs..].trim_matches(['的', ' ', '的']);
    // 华润新建的年产能…: what the owner does is no part of its name; 分三期建设年产… names none.
    let owner = labels().deed.suffix(owner).map_or(owner, |deed| &owner[..owner.len() - deed.len()]);
    // 鄂州援建的云江集团; 云江集团30万吨合成氨52万吨尿素项目: the goods before are no owner.
    let owner = owner.rsplit_once('的').map_or(owner, |(_, own)| own);
    let beside = side.left_start > side.clause.start && side.left.starts_with(item) && item == head && !own;
    let goods_before =
        memory.last.as_ref().filter(|last| beside && last.end == side.left_start && last.label.text.ends_with("产能"));
    let owner = goods_before.map_or(owner, |last| last.label.owner.as_deref().unwrap_or_default());
    let owner = if owner.ends_with('期') || owner.ends_with('目') { "" } else { owner };
    let right = right.trim_start_matches('的');
    // 年产5万吨电缆项目6月底前投产: the date is no part of the name.
    let from = scene.offset(right);
    let dated = scene.dates.iter().find(|d| d.span.start > from && d.span.start < from + right.len());
    let right = dated.map_or(right, |d| &right[..d.span.start - from]);
    let noun = &right[..name_end(clip(right))];
    // 年产30万吨电解铜箔项目一期建成投产; 年加工10万吨小麦的云岭面业项目: what is made stands first.
    let made = || noun.split("项目").next().and_then(|made| made.split('的').next()).filter(|made| made.len() >= 6);
    let noun = word.and_then(|_| made()).unwrap_or(noun);
    // 15万吨尼龙项目设备安装
    let noun = if of_project && word.is_none() {
        let noun = noun.split("项目").next().unwrap_or(noun);
        let noun = noun.place_of("等").filter(|at| *at > 3).map_or(noun, |at| &noun[..at]);
        // 20万辆扩能和云岭轻型40万辆整车: what stands behind 和 is the next number's.
        let next = scene.quantities.get(side.index + 1).is_some_and(|q| q.outer_start < side.clause.end);
        noun.split_once('和').filter(|_| next).map_or(noun, |(first, _)| first)
    } else {
        noun
    };
    if of_project && labels().graded_thing.suffix(noun).is_some() {
        return None;
    }
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
    label.text = format!("{noun}{}", if word.is_some() || of_project && !maker { "产能" } else { "项目产能" });
    label.owner =
        Some(owner.to_owned()).filter(|o| (2..=20).contains(&o.chars().count()) && !o.starts_with(['我', '本', '全']));
    label.scheme = scene.block.frame.mode == Mode::Plan || !labels().finished.within(rest);
    Some(label)
}
