//! Numbers of a list with 分别: 分别下降10.1%、10.7%.

use std::rc::Rc;

use crate::figure::indicator::{self, EACH, Label, Side};
use crate::figure::memory::Memory;
use crate::figure::predicate::Stripped;
use crate::figure::scene::Scene;
use crate::lexicon::predicates::Said;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::mention::quantity::{Form, Quantity};

/// PM10、PM2.5同比分别下降10.1%、10.7%: the k-th number belongs to the k-th name.
pub(super) fn distributed<'a>(
    scene: &Scene<'a>,
    memory: &mut Memory,
    side: &Side<'a>,
    stripped: &Stripped,
    head: &'a str,
    bare: bool,
) -> Option<Label> {
    let next = memory.given;
    if !stripped.each && bare && next > 0 && next < memory.shares.len() && indicator::is_joint(side.left) {
        memory.given += 1;
        return memory.shares.get(next).map(|label| Label::clone(label));
    }
    let each = stripped.each || head.has(EACH);
    // 新增国家级、省级众创空间20家和57家: as many names as numbers need no 分别.
    let listed = !bare && (head.contains(['、', '和', '与', '及', '乡']) || indicator::tells_two(head));
    // 收入、支出分别增长9%和5%，达到4.5亿元和2.1亿元: the names stand for what is told of them next, too.
    let again = bare && next > 1 && next == memory.shares.len() && !indicator::is_joint(side.left);
    // 接待游客90万人次，旅游收入5亿元，增长26%和44%: as many rates as there were amounts
    // 甲、乙分别增长1%和2%；丙3亿元、丁4亿元，分别增长5%和6%: what was named since is what is told of.
    let same = |label: &Rc<Label>| memory.history.last().is_some_and(|last| last.text == label.text);
    let stale = !memory.shares.iter().any(same);
    let rates = bare && stripped.said.is_some() && stale && memory.history.len() > 1;
    let rates = rates && side.quantity.kind == Kind::Percent && !indicator::is_joint(side.left);
    if !each && !listed && !again && !rates {
        return None;
    }
    let count = joined(scene, side, each);
    if count < 2 {
        return None;
    }
    if bare && memory.shares.len() == count && !stale {
        // 分别完成年度计划的113%和120%，分别增长21%和26%: what grew, not the part of the plan
        if matches!(stripped.said, Some(Said::Grow | Said::Shrink)) {
            for share in &mut memory.shares {
                *share = Rc::new(whole_of(share));
            }
        }
        memory.given = 1;
        return first(memory);
    }
    if !each && bare && !(rates && (memory.history.len() == count || stale && memory.history.len() > count)) {
        return None;
    }
    let head = if each { dated(scene, memory, head, count) } else { head };
    let bare = bare || indicator::is_joint(head);
    // 存贷款余额均突破万亿元，分别达到1.3万亿元和1.1万亿元: the one name stands for as many as are given out.
    if bare && let Some(told) = memory.history.last().and_then(|last| indicator::told_in_one(last, count)) {
        memory.shares = told.into_iter().map(Rc::new).collect();
        memory.given = 1;
        return first(memory);
    }
    if bare
        && each
        && stripped.said.is_some()
        && let Some(told) = indicator::listed_before(scene, memory, side, count)
    {
        memory.shares = told.into_iter().map(Rc::new).collect();
        memory.given = 1;
        return first(memory);
    }
    if bare && memory.history.len() >= count && memory.dated.is_empty() {
        // 货物吞吐量由2亿吨增加到4亿吨、集装箱吞吐量由1万箱增加到2万箱，分别…: two levels of one name are one.
        let mut named = memory.history.clone();
        named.dedup_by(|b, a| a.text == b.text);
        let from = if named.len() >= count { &named } else { &memory.history };
        memory.shares = from[from.len() - count..].to_vec();
        memory.given = 1;
        return first(memory);
    }
    // 贷款余额2021年、2022年分别为3亿元、4亿元: the years are given out, the name is one.
    let labels = if memory.dated.is_empty() {
        indicator::split_list(scene, memory, head, count)?
    } else {
        vec![indicator::from_left(scene, memory, side, head); count]
    };
    let labels = labels.into_iter().map(|label| indicator::of_part(scene, memory, label)).collect();
    memory.shares = indicator::of_topic(scene, memory, side, labels).into_iter().map(Rc::new).collect();
    memory.given = 1;
    first(memory)
}

/// How many numbers follow, this one too, set apart by nothing but 、 or 和; without 分别 they are of one unit.
fn joined(scene: &Scene<'_>, side: &Side<'_>, each: bool) -> usize {
    let mut count = 1;
    let mut end = side.quantity.outer_end;
    for next in &scene.quantities[side.index + 1..] {
        let between = scene.text(end, next.outer_start);
        let joint = between.trim_start_matches(['，', ',']);
        // 分别下降5.6%和4%，74个城市: behind a comma another kind of number is of another list.
        if joint.len() < between.len() && next.kind != side.quantity.kind {
            break;
        }
        let ranks = ranked(next) && ranked(side.quantity);
        if !indicator::is_joint(joint) || !each && (next.unit != side.quantity.unit && !ranks || joint.is_empty()) {
            break;
        }
        count += 1;
        end = next.outer_end;
    }
    count
}

/// 第5、第6位: of ranks the last alone may have its unit.
fn ranked(quantity: &Quantity) -> bool {
    matches!(quantity.form, Form::Rank)
}

/// The years that a list with 分别 gives out, kept for the periods of its numbers; and the words before them.
fn dated<'a>(scene: &Scene<'a>, memory: &mut Memory, head: &'a str, count: usize) -> &'a str {
    let (start, end) = (scene.offset(head), scene.offset(head) + head.len());
    let from = scene.dates.partition_point(|d| d.span.start < start);
    let upto = scene.dates.partition_point(|d| d.span.end <= end);
    memory.dated.clear();
    let Some(first) = upto.checked_sub(count).filter(|first| *first >= from) else { return head };
    let run = &scene.dates[first..upto];
    let joint = |from: usize, to: usize| indicator::is_joint(scene.text(from, to).trim_start_matches(['末', '底']));
    let joined = run.windows(2).all(|pair| joint(pair[0].span.end, pair[1].span.start));
    if !joined || !run.last().is_some_and(|last| joint(last.span.end, end)) {
        return head;
    }
    memory.dated = (first..upto).rev().collect();
    scene.text(start, scene.dates[first].span.start)
}

/// 财政收入 of 财政收入占年度计划比例.
fn whole_of(label: &Label) -> Label {
    let part = label.text.place_of("占").filter(|_| label.text.ends_with("比例") || label.text.ends_with("比重"));
    Label { text: part.map_or(label.text.as_str(), |at| &label.text[..at]).to_owned(), ..label.clone() }
}

fn first(memory: &Memory) -> Option<Label> {
    memory.shares.first().map(|label| Label::clone(label))
}
