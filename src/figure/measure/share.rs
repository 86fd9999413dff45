//! Parts of a whole, and what a part adds: 占全市的32.6%.

use super::each::distributed;
use super::{Linking, Reading, done, plain, strip};
use crate::figure::indicator::{self, Side};
use crate::figure::memory::Memory;
use crate::figure::predicate::Stripped;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::measures;
use crate::lexicon::predicates::Said;
use crate::lexicon::units::Kind;
use crate::report::Measure;

/// 占全市的32.6%; 第一产业增加值占国内生产总值比重为7.3%; 占到全省的五分之一
pub(super) fn share(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>) -> Option<Linking> {
    let left = side.left;
    let at = left.rfind('占').filter(|at| {
        let tail = &left[at + 3..];
        measures().no_share.prefix(tail).is_none() && !left[..*at].ends_with(['侵', '抢', '霸'])
    })?;
    let tail = &left[at + 3..];
    let stripped = strip(scene, tail);
    let whole = tail[..stripped.rest].trim_matches(|c: char| c.is_whitespace() || "的到了、".contains(c));
    let noun = measures().part_noun.suffix(whole).map_or(0, str::len);
    let whole = whole[..whole.len() - noun].trim_end_matches(['的', '总']);
    if whole.chars().count() > 30 {
        return None;
    }
    let head = &left[..at];
    let head_stripped = strip(scene, head);
    let owners = Stripped { each: stripped.each, ..head_stripped };
    let given = distributed(
        scene,
        memory,
        side,
        &owners,
        &head[..head_stripped.rest],
        indicator::is_joint(&head[..head_stripped.rest]),
    );
    let mut label = given.unwrap_or_else(|| indicator::from_left(scene, memory, side, &head[..head_stripped.rest]));
    let head_words = indicator::base(&label.text).to_owned();
    let (measure, factor) = match (side.quantity.kind, stripped.said) {
        (Kind::Points, Some(Said::Shrink)) => (Measure::ChangeAmount, -1.0),
        (Kind::Points, _) => (Measure::ChangeAmount, 1.0),
        _ => (Measure::Share, 1.0),
    };
    label.text = format!("{head_words}占{whole}比重");
    let scope = Some(whole.to_owned()).filter(|w| !w.is_empty());
    let old = stripped.said == Some(Said::From);
    Some(Linking { scope, old, ..done(Reading { measure, factor, said: stripped.said }, label, 0.85) })
}

/// 最终消费支出拉动国内生产总值增长1.0个百分点
pub(super) fn contribution(scene: &Scene<'_>, side: &Side<'_>) -> Option<Linking> {
    let left = side.left;
    if side.quantity.kind != Kind::Points {
        return None;
    }
    let at = left.rfind("拉动").or_else(|| left.rfind("带动"))?;
    if left[at..].contains('，') {
        return None;
    }
    let label = indicator::whole(scene, side, left);
    Some(done(plain(Measure::ChangeAmount), label, 0.85))
}
