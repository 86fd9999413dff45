//! Parts of a whole, and what a part adds: 占全市的32.6%.

use std::rc::Rc;

use super::each::distributed;
use super::{Linking, Reading, done, plain, strip};
use crate::figure::indicator::{self, EACH, Label, Side};
use crate::figure::memory::Memory;
use crate::figure::predicate::Stripped;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::list_cues::lists;
use crate::lexicon::predicates::Said;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::report::Measure;

/// 占全市的32.6%; 第一产业增加值占国内生产总值比重为7.3%; 占到全省的五分之一
#[inline(never)]
pub(super) fn share(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>) -> Option<Linking> {
    let side = &Side { of_base: true, ..*side };
    let left = side.left;
    let takes = left.last_place_of("占").filter(|at| {
        let tail = &left[at + 3..];
        (measures().no_share.prefix(tail).is_none() || tail.starts_with("地方") || tail.starts_with("地区"))
            && !left[..*at].ends_with(['侵', '抢', '霸'])
    });
    // 450亿元，相当于全省生产总值的6.9%
    let equal = || measures().equal.rfind(left).filter(|_| left.trim_end().ends_with('的'));
    // 研究开发经费达到年销售额的5%
    let reaches = || {
        let head = left.trim_end().strip_suffix('的')?;
        let (at, word) = lists().reaches.rfind(head)?;
        let whole = &head[at + word.len()..];
        let amount = lists().own.suffix(whole).is_some() && (3..=12).contains(&whole.chars().count());
        amount.then_some((at, word.len()))
    };
    if let Some(found) = of_place(scene, memory, side).or_else(|| of_each(scene, memory, side)) {
        return Some(found);
    }
    let (at, verb) =
        takes.map(|at| (at, "占".len())).or_else(|| equal().map(|(at, word)| (at, word.len()))).or_else(reaches)?;
    let tail = &left[at + verb..];
    let stripped = strip(scene, tail);
    let whole = tail[..stripped.rest].trim_matches(|c: char| c.is_whitespace() || "的到了、要将".has_char(c));
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
    let listed = given.is_some() && memory.given == 1;
    let mut label = given.unwrap_or_else(|| indicator::from_left(scene, memory, side, &head[..head_stripped.rest]));
    let base = Some(label.clone()).filter(|label| !label.text.is_empty());
    let head_words = indicator::base(&label.text).to_owned();
    let (measure, factor) = match (side.quantity.kind, stripped.said) {
        (Kind::Points, Some(Said::Shrink)) => (Measure::ChangeAmount, -1.0),
        (Kind::Points, _) => (Measure::ChangeAmount, 1.0),
        _ => (Measure::Share, 1.0),
    };
    label.text = format!("{head_words}占{whole}比重");
    if listed {
        // 分别占全省的12%和9%, 一、二、三产业占比由…调整为…: so are the others of the list.
        for share in &mut memory.shares {
            let text = format!("{}占{whole}比重", indicator::base(&share.text));
            *share = Rc::new(Label { text, ..Label::clone(share) });
        }
    }
    let scope = Some(whole.to_owned()).filter(|w| !w.is_empty());
    let old = stripped.said == Some(Said::From);
    Some(Linking { scope, base, old, ..done(Reading { measure, factor, said: stripped.said }, label, 0.85) })
}

/// 人均生产总值仅为全省63%、全国56.5%: a part of what another place has.
fn of_place(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    let words = side.left.trim_end().trim_end_matches('的').without_end("平均水平").without_end("平均");
    let place = measures().place.suffix(words).filter(|_| side.quantity.kind == Kind::Percent)?;
    let head = &words[..words.len() - place.len()];
    let again = memory
        .last
        .as_ref()
        .filter(|last| head.trim() == "、" && last.reading.measure == Measure::Share && last.label.text.has("相当于"));
    let label = if let Some(last) = again {
        let base = last.base.as_ref().map_or(&last.label, |(base, _)| base);
        Label { inherited: true, ..Label::clone(base) }
    } else {
        let verb = lists().only.suffix(head)?;
        let own = head[..head.len() - verb.len()].trim_start_matches(['，', ' ']);
        indicator::from_left(scene, memory, side, own)
    };
    let base = Some(label.clone()).filter(|label| !label.text.is_empty())?;
    let label = Label { text: format!("{}相当于{place}比重", base.text), ..label };
    Some(Linking { scope: Some(place.to_owned()), base: Some(base), ..done(plain(Measure::Share), label, 0.8) })
}

/// 建制村100%通硬化路: of how many of them that is told.
fn of_each(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    let left = side.left.trim_matches(['，', '、', ' ', '；']);
    // 推进行政村100%通宽带、98%通光纤: of the same
    let again = memory.last.as_ref().filter(|last| last.reading.measure == Measure::Share);
    let again = again.and_then(|last| last.label.text.strip_suffix("占比")?.rsplit_once('的'));
    let again = again.filter(|(told, _)| left == *told);
    let left = again.map_or(left, |(_, body)| body);
    let left = labels().whole_object.prefix(left).map_or(left, |verb| &left[verb.len()..]);
    let body = labels().body.suffix(left).filter(|_| left.chars().count() <= 8)?;
    let act = lists().reached.prefix(side.right)?;
    let run = side.right.split(['，', '、', '。', '；', '（']).next()?.trim_end();
    let fits = side.quantity.kind == Kind::Percent && run.len() > act.len() && !body.is_empty();
    let at = if again.is_some() { side.left_start } else { scene.offset(left) };
    let label = indicator::named(left, at);
    fits.then(|| done(plain(Measure::Share), Label { text: format!("{run}的{left}占比"), ..label }, 0.75))
}

/// 财政支出的八成以上用于民生: a part of what stands before it.
pub(super) fn spent(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    let head = side.left.trim_end();
    let head = head.strip_suffix('的').unwrap_or(head);
    let purpose = measures().purpose.prefix(side.right.trim_start())?;
    let mut label = indicator::from_left(scene, memory, side, head);
    if label.text.is_empty() || label.inherited {
        return None;
    }
    let tail = &side.right.trim_start()[purpose.len()..];
    let (noun, _) = indicator::phrase(indicator::clip(tail));
    label.text = format!("{}{purpose}{}比重", label.text, &tail[..noun]);
    Some(done(plain(Measure::Share), label, 0.75))
}

/// 支出占年初预算10065万元的43.2%: the whole is an amount of its own.
#[inline(never)]
pub(super) fn of_amount(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    if side.left.trim() != "的" {
        return None;
    }
    let whole = scene.quantities.get(side.index.checked_sub(1)?).filter(|q| q.span.start >= side.clause.start)?;
    let before = scene.text(side.clause.start, whole.outer_start);
    let (at, verb) = measures().of_plan.rfind(before)?;
    let versus = before[at + verb.len()..].trim_matches(['的', ' ', '了']);
    // 占原审批事项1392项的63%
    let counts = whole.kind == Kind::Count && verb.starts_with('占');
    if versus.is_empty() || versus.chars().count() > 14 || whole.kind != Kind::Money && !counts {
        return None;
    }
    let head = &before[..at];
    let asked = Side { of_base: true, ..*side };
    // What was counted before the whole: 取消了87项
    let before = memory.history.iter().rev().nth(1).filter(|_| counts && head.trim_matches(['，', ' ']).is_empty());
    let mut label = match before {
        Some(own) => Label { inherited: true, ..Label::clone(own) },
        None => indicator::from_left(scene, memory, &asked, &head[..strip(scene, head).rest]),
    };
    let base = Some(label.clone()).filter(|label| !label.text.is_empty());
    label.text = format!("{}占{versus}比重", indicator::base(&label.text));
    Some(Linking { scope: Some(versus.to_owned()), base, wholly: true, ..done(plain(Measure::Share), label, 0.8) })
}

/// 完成预算数31.2亿元的92.7%: the plan of which a part is told behind it.
pub(super) fn whole_amount(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    let next = scene.quantities.get(side.index + 1).filter(|q| q.kind == Kind::Percent)?;
    let of = side.quantity.kind == Kind::Money && scene.text(side.quantity.outer_end, next.outer_start).trim() == "的";
    let words = side.left.trim_matches(['，', ' ', '、', '已']);
    let versus = words[measures().of_plan.prefix(words)?.len()..].trim_matches(['的', ' ', '了']);
    if !of || versus.chars().count() > 14 || measures().budget.suffix(versus).is_none() {
        return None;
    }
    let mut label = indicator::inherited(memory, side);
    if label.text.is_empty() {
        return None;
    }
    let base = Some(label.clone());
    label.text = format!("{}{versus}", indicator::base(&label.text));
    Some(Linking { base, scheme: true, ..done(plain(Measure::Level), label, 0.8) })
}

/// 最终消费支出拉动国内生产总值增长1.0个百分点
#[inline(never)]
pub(super) fn contribution<'a>(scene: &Scene<'a>, memory: &mut Memory, side: &Side<'a>) -> Option<Linking> {
    let left = side.left;
    if side.quantity.kind != Kind::Points {
        return None;
    }
    let Some(at) = left.last_place_of("拉动").or_else(|| left.last_place_of("带动")) else {
        // 第二、三产业分别拉动增长2.1和2.4个百分点: the next of the list
        let pulled = memory.shares.get(memory.given).is_some_and(|label| label.text.has("拉动"));
        if !pulled || !indicator::is_joint(left) {
            return None;
        }
        let label = distributed(scene, memory, side, &Stripped::default(), "", true)?;
        return Some(done(plain(Measure::ChangeAmount), label, 0.85));
    };
    if left[at..].has("，") {
        return None;
    }
    let each = left.has(EACH);
    // 三次产业的拉动分别为0.2、1.5和1.3个百分点
    let left = left.strip_suffix('为').unwrap_or(left);
    // 一、二、三产业贡献率分别为…，分别拉动GDP增长1.2、1.3和5.6个百分点: of those that were told one by one
    if let Some(told) = left.trim_start_matches(['，', ' ']).strip_prefix(EACH)
        && memory.shares.len() > 1
    {
        let name =
            |text: &str| text.find(['对', '贡']).map_or(text, |at| &text[..at]).trim_end_matches('的').to_owned();
        for share in &mut memory.shares {
            *share = Rc::new(Label { text: format!("{}{told}", name(&share.text)), ..Label::clone(share) });
        }
        memory.given = 1;
        let label = memory.shares.first().map(|label| Label::clone(label))?;
        return Some(done(plain(Measure::ChangeAmount), label, 0.8));
    }
    let label = if each { distributed(scene, memory, side, &Stripped::default(), left, false) } else { None };
    let label = label.unwrap_or_else(|| indicator::whole(scene, side, left));
    Some(done(plain(Measure::ChangeAmount), label, 0.85))
}
