//! Distances from another place or from a plan: 增速高于全市0.5个百分点.

use std::ops::Range;

use super::each::distributed;
use super::{Linking, Reading, done, plain, strip};
use crate::figure::indicator::{self, EACH, Label, Side};
use crate::figure::memory::{Linked, Memory};
use crate::figure::predicate::Stripped;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::measures;
use crate::lexicon::predicates::Said;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::mention::quantity::Quantity;
use crate::report::{Bound, Measure};

/// 高于全国4个百分点、全省4.7个百分点: against another place, the rest as before.
pub(super) fn further(memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    let last = memory.last.as_ref()?;
    let versus = side.left.trim().strip_prefix(['、', '和', '及', '与'])?.trim();
    let alike = last.reading.measure == Measure::Gap && last.kind == side.quantity.kind;
    (alike && measures().place.contains(versus)).then(|| {
        let label = Label { inherited: true, ..Label::clone(&last.label) };
        Linking { scope: Some(versus.to_owned()), ..done(last.reading, label, 0.85) }
    })
}

/// 增长26.4%，高于年初人代会12%的目标14.4个百分点: the aim that the growth is held against, and how far it went beyond.
pub(super) fn aim(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    let last = memory.last.as_ref()?;
    let held = |left: &str| {
        let (behind, sign) = held_against(left).map(|(span, sign)| (&left[span.end..], sign))?;
        (behind.chars().count() <= 14).then_some(sign)
    };
    let task = |text: &str| text.strip_prefix('的').and_then(|tail| measures().task.prefix(tail)).is_some();
    if side.quantity.kind == Kind::Percent && task(side.right) && last.reading.measure == Measure::ChangeRate {
        held(side.left)?;
        let label = Label { inherited: true, ..Label::clone(&last.label) };
        return Some(Linking { aim: true, ..done(plain(Measure::ChangeRate), label, 0.8) });
    }
    let before = side.index.checked_sub(1).map(|before| &scene.quantities[before])?;
    if side.quantity.kind != Kind::Points || before.kind != Kind::Percent || !task(side.left.trim()) {
        return None;
    }
    let factor = held(scene.text(side.clause.start, before.outer_start))?;
    let mut label = Label { inherited: true, ..Label::clone(&last.label) };
    let base = Some(label.clone());
    if measures().rate_noun.suffix(&label.text).is_none() {
        label.text.push_str("增速");
    }
    let reading = Reading { measure: Measure::Gap, factor, said: None };
    let scope = Some(side.left.trim().trim_start_matches('的').to_owned());
    Some(Linking { scope, base, ..done(reading, label, 0.8) })
}

/// 4070亿元，比“十五”计划目标3000亿元超过1070亿元: the aim in numbers, and how far what was reached is from it.
pub(super) fn surpassed(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    let last = memory.last.as_ref()?;
    let quantity = side.quantity;
    let sign = |word: &str| match word.trim() {
        word if measures().passes_aim.contains(word) => Some(1.0),
        word if measures().misses_aim.contains(word) => Some(-1.0),
        _ => None,
    };
    let planned = |left: &str| {
        let versus = &left[left.rfind(['比', '较'])? + '比'.len_utf8()..];
        measures().task.suffix(versus.trim_end()).filter(|_| !versus.contains(['，', '；']))
    };
    let label = || Label { inherited: true, ..Label::clone(&last.label) };
    let next = scene.quantities.get(side.index + 1).filter(|next| next.kind == quantity.kind);
    if let Some(next) = next
        && sign(scene.text(quantity.outer_end, next.span.start)).is_some()
        && planned(side.left).is_some()
    {
        return Some(Linking { aim: true, ..done(plain(last_level(last, quantity.kind)), label(), 0.85) });
    }
    let before = &scene.quantities[side.index.checked_sub(1)?];
    let clause = scene.text(scene.clause(before.span.start).start, before.outer_start);
    planned(clause)?;
    let factor = sign(scene.text(before.outer_end, quantity.span.start)).filter(|_| before.kind == quantity.kind)?;
    Some(done(Reading { measure: Measure::Gap, factor, said: None }, label(), 0.85))
}

/// 比计划目标3000亿元[超过]1070亿元: by how much, and no bound.
pub(in crate::figure) fn bound(linked: &Linking, quantity: &Quantity) -> Bound {
    let distance = linked.reading.measure == Measure::Gap && measures().passes_aim.contains(quantity.bound_word);
    if distance { Bound::Exact } else { quantity.bound }
}

/// An aim is told of as what it is held against: a rate of a rate.
fn last_level(last: &Linked, kind: Kind) -> Measure {
    let change = last.reading.measure == Measure::ChangeRate && last.kind == kind;
    if change { Measure::ChangeRate } else { Measure::Level }
}

/// Characters of what a task is of: 100亿元的[引资]任务.
const TASK: usize = 8;

/// 超额完成了全年100亿元的引资任务, 基本完成了10%左右的计划目标: the aim, of which is told that it was reached.
pub(super) fn accomplished(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    let tail = side.right.trim_start().strip_prefix('的')?;
    let clause = tail.split(['，', '。', '；', '、']).next()?;
    let (at, _) = measures().task.find(clause).filter(|(at, _)| clause[..*at].chars().count() <= TASK)?;
    // Only a verb stands before it, and a date.
    let start = scene.offset(side.left);
    let dated = scene.dates.iter().rev().find(|d| d.span.start > start && d.span.end <= side.quantity.outer_start);
    let left = dated.map_or(side.left, |d| &side.left[..d.span.start - start]);
    let verb = left.trim_matches(['，', ' ', '、', '“', '"']).trim_end_matches('了');
    measures().accomplish.contains(verb).then_some(())?;
    let noun = measures().accomplish_of.prefix(clause).map_or(&clause[..at], |_| "");
    // 完成5000户的改造任务: so many were done.
    let rate = side.quantity.kind == Kind::Percent;
    let own = noun.is_empty() && dated.is_some() && memory.last.as_ref().is_some_and(|l| l.kind == side.quantity.kind);
    if !rate && side.quantity.kind != Kind::Money && !own {
        return None;
    }
    let label = match (noun, &memory.last) {
        ("", Some(last)) => Label { inherited: true, ..Label::clone(&last.label) },
        ("", None) => indicator::inherited(memory, side),
        (noun, _) => indicator::named(noun, scene.offset(noun)),
    };
    let measure = if rate { Measure::ChangeRate } else { Measure::Level };
    (!label.text.is_empty()).then(|| Linking { aim: true, ..done(plain(measure), label, 0.75) })
}

/// 超目标任务710人; 超额完成省定减排任务5.2%
#[inline(never)]
pub(super) fn beyond(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    if !side.left.has("超") {
        return None;
    }
    let (at, word) = measures().beyond.rfind(side.left)?;
    let versus = side.left[at + word.len()..].trim_matches([' ', '的', '了']);
    // 超额完成12%
    let unsaid = versus.is_empty() && word.ends_with("完成") && side.quantity.kind == Kind::Percent;
    if !unsaid && measures().task.suffix(versus).is_none() || versus.chars().count() > 14 {
        return None;
    }
    let head = &side.left[..at];
    let mut label = indicator::from_left(scene, memory, side, &head[..strip(scene, head).rest]);
    if label.text.is_empty() {
        versus.clone_into(&mut label.text);
    }
    let scope = Some(versus.to_owned()).filter(|versus| !versus.is_empty());
    Some(Linking { scope, ..done(plain(Measure::Gap), label, 0.85) })
}

/// Where the last word that holds one thing against another stands, and its sign: 高于, 低于.
pub(in crate::figure) fn held_against(text: &str) -> Option<(Range<usize>, f64)> {
    let (above, below) = (measures().above.rfind(text), measures().below.rfind(text));
    let (at, word) = above.max(below)?;
    Some((at..at + word.len(), if above > below { 1.0 } else { -1.0 }))
}

/// 增速高于全市0.5个百分点; 比全国平均水平高1.2个百分点
pub(super) fn gap(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>) -> Option<Linking> {
    let left = side.left;
    let points = side.quantity.kind == Kind::Points;
    if points && let Some((sign, mut versus)) = bracketed(scene, side) {
        let mut label = indicator::from_left(scene, memory, side, "");
        let base = Some(label.clone()).filter(|label| !label.text.is_empty());
        if measures().rate_noun.suffix(&label.text).is_none() {
            label.text.push_str("增速");
        }
        let first = versus.remove(0);
        memory.against = versus;
        let reading = Reading { measure: Measure::Gap, factor: sign, said: None };
        return Some(Linking { scope: Some(first), base, ..done(reading, label, 0.8) });
    }
    let (at, sign, versus) = compared(left).or_else(|| {
        let (span, sign) = held_against(left)?;
        Some((span.start, sign, &left[span.end..]))
    })?;
    let versus = versus.trim_matches(|c: char| c.is_whitespace() || "的、，分别约近".has_char(c));
    // 达到或优于Ⅲ类水质比例为96.9%: a part of all is no distance
    let part = strip(scene, versus);
    if part.linked && !points && measures().part_noun.suffix(versus[..part.rest].trim_end()).is_some() {
        return None;
    }
    // 超过半数、达54.13%: the round part is no other place.
    let round = measures().round_part.prefix(versus).is_some();
    if round || versus.is_empty() || !points && versus.len() < 6 || versus.chars().count() > 24 {
        return None;
    }
    // 超亿元项目和工业投资分别增长7.2%: what has grown is no other place.
    let tail = scene.text(side.quantity.outer_end, side.clause.end);
    let predicate = strip(scene, versus);
    let grown = predicate.said.is_some() && (predicate.each || measures().rate_noun.suffix(versus).is_none());
    if grown && measures().held_against.prefix(tail).is_none() {
        return None;
    }
    // 占全市引进超亿元项目总投资的67.6%: a part of what is told apart by a sum
    let part = left.trim_start_matches(['，', ' ']).starts_with('占') && left.trim_end().ends_with('的');
    if part && !points {
        return None;
    }
    let against_time = measures().time.suffix(versus).is_some() && !versus.has("全");
    // GDP还落后云江570亿元
    let head = left[..at].trim_end_matches(['还', '仍', '也', '已', '曾']);
    let stripped = strip(scene, head);
    let head = &head[..stripped.rest];
    // 分别比全省高10.8个、9.2个百分点: of those that were listed before
    // 收入分别增长10%和14%，高于全省0.1和2.2个百分点: so too where they were told one by one
    let again = memory.given > 1 && memory.given == memory.shares.len();
    let each = if again && indicator::is_joint(head) {
        distributed(scene, memory, side, &stripped, head, true).map(|label| Label { inherited: true, ..label })
    } else if left.has(EACH) && indicator::is_joint(head) {
        distributed(scene, memory, side, &Stripped { each: true, ..stripped }, head, true)
    } else {
        None
    };
    let mut label = each.unwrap_or_else(|| indicator::from_left(scene, memory, side, head));
    if against_time {
        let reading = Reading {
            measure: Measure::ChangeAmount,
            factor: sign,
            said: Some(if sign > 0.0 { Said::Grow } else { Said::Shrink }),
        };
        return Some(done(reading, label, 0.85));
    }
    let base = Some(label.clone()).filter(|label| !label.text.is_empty());
    let growth = memory.last.as_ref().is_some_and(|l| l.reading.measure == Measure::ChangeRate) || label.inherited;
    let rated = measures().rate_noun.suffix(&label.text).is_some();
    if points && !rated && (growth || !label.inherited) {
        label.text.push_str("增速");
    }
    // 分别高于全省、全市1.2个和0.7个百分点
    let mut versus = versus;
    memory.against.clear();
    // 高于全国、全省3.6和8.2个百分点: as many as there are places
    let next = scene.quantities.get(side.index + 1).filter(|q| q.outer_start < side.clause.end);
    let listed = || next.is_some_and(|q| q.kind == side.quantity.kind && indicator::is_joint(side.right));
    if (left.has("分别") || listed()) && versus.contains(['、', '和']) {
        let mut parts = versus.split(['、', '和']).map(str::trim).filter(|p| !p.is_empty());
        versus = parts.next().unwrap_or(versus);
        memory.against = parts.map(str::to_owned).collect();
    }
    Some(Linking {
        scope: Some(versus.to_owned()),
        base,
        ..done(Reading { measure: Measure::Gap, factor: sign, said: None }, label, 0.85)
    })
}

/// 生均经费960元，比省定标准高160元: of levels 比 and 高 alone tell a gap; against a time it is a change.
pub(super) fn level_gap(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>) -> Option<Linking> {
    if behind_place(side.left) {
        return gap(scene, memory, side);
    }
    let (_, _, versus) = compared(side.left)?;
    let dated = scene.dates.iter().any(|d| d.span.start >= side.left_start && d.span.end <= side.quantity.span.start);
    let countable = measures().gap_base.suffix(versus.trim()).is_some();
    // 比年初预定目标多增320元: the aim's time
    let aim = measures().task.suffix(versus.trim()).is_some();
    (countable && (aim || !dated)).then(|| gap(scene, memory, side)).flatten()
}

/// GDP还落后云江近570亿元: behind 落后 and 领先 a place alone is what a level is held against.
fn behind_place(left: &str) -> bool {
    let Some((span, _)) = held_against(left) else { return false };
    let versus = left[span.end..].trim_matches([' ', '的', '近', '约', '了']);
    let listed = || regions().find_all(versus).first().is_some_and(|hit| hit.start == 0 && hit.end == versus.len());
    let place = || versus.ends_with(['省', '市', '县', '区', '州']) || listed();
    measures().apart.contains(&left[span]) && versus.chars().nth(1).is_some() && place()
}

/// 比全省（7.7%）和全国（7.0%）分别高0.7、1.4个百分点: the sign and against whom, where what others reached stands in brackets.
fn bracketed(scene: &Scene<'_>, side: &Side<'_>) -> Option<(f64, Vec<String>)> {
    let before = scene.said_before(side.quantity.span.start);
    let head = before.strip_suffix(side.left)?;
    if !head.ends_with([')', '）']) || side.left.chars().nth(5).is_some() {
        return None;
    }
    let (mut rest, mut open) = (before, String::new());
    while let Some(at) = rest.find(['(', '（']) {
        open.push_str(&rest[..at]);
        rest = rest[at..].split_once([')', '）'])?.1;
    }
    open.push_str(rest);
    let clause = open.rsplit(['，', '；', ',', ';']).next()?;
    let (_, sign, versus) = compared(clause)?;
    let parts = versus.trim_end_matches(['分', '别']).split(['、', '和']).map(str::trim);
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).map(str::to_owned).collect();
    (!parts.is_empty()).then_some((sign, parts))
}

/// 比…高: where 比 stands, its sign, and against what.
fn compared(left: &str) -> Option<(usize, f64, &str)> {
    let trimmed = left.trim_end_matches(['了', ' ', '约', '近', '出']);
    let more = measures().more.suffix(trimmed);
    let sign = if more.is_some() { 1.0 } else { -1.0 };
    let word = more.or_else(|| measures().less.suffix(trimmed))?;
    let head = &trimmed[..trimmed.len() - word.len()];
    if head.ends_with(['提', '升', '加', '减', '降', '增', '最']) {
        return None;
    }
    let at = head.rfind(['比', '较'])?;
    let bi = at + '比'.len_utf8();
    // 占比高, 同比多: 比 is another word's part.
    if head[..at].ends_with(['同', '占', '环', '对']) || head[bi..].starts_with('重') {
        return None;
    }
    Some((at, sign, &head[bi..]))
}
