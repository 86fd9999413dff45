//! Money and sizes of a scheme: 投资32亿元实施城市提质项目.

use super::phrase::{clip, name_end};
use super::{Label, Side, make};
use crate::figure::memory::Memory;
use crate::figure::predicate;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::project_cues::projects;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, segment};
use crate::span::Span;
use crate::structure::Mode;

/// 投资32亿元实施城市提质项目; 总投资4.6亿元的十大民生实事; 总长9.2公里、投资11亿元的城市水系
#[inline(never)]
pub(super) fn of_scheme<'a>(
    scene: &Scene<'a>,
    memory: &mut Memory,
    side: &Side<'a>,
    left: &'a str,
    left_offset: usize,
) -> Option<Label> {
    let mut after = side.right;
    let mut i = side.index;
    // Attributes in a row share the noun behind the last.
    while after.starts_with('、') && !after.has("的") {
        i += 1;
        let next = scene.quantities.get(i).filter(|q| q.span.start < side.clause.end)?;
        let end = scene.quantities.get(i + 1).map_or(side.clause.end, |q| q.outer_start.min(side.clause.end));
        after = scene.text(next.outer_end, end);
        if after.starts_with('的') {
            break;
        }
    }
    let of = after.starts_with('的');
    let mut run = after.trim_start_matches(['的', '，', ',', ' ', '，']);
    let mut clause_end = after;
    // 总投资66亿元的29个水利项目: past the count
    if of && run.is_empty() {
        run = scene.text(side.quantity.outer_end, side.clause.end).trim_start_matches(['的', ' ']);
        clause_end = run;
    }
    if run.is_empty() {
        // 投资1000余万元，建成36个污水处理站: the object of the next clause.
        let next = scene.next_clause(side.quantity.span.start)?;
        let done_before = memory.last.is_some() && left.has("完成");
        if left.ends_with("总投资")
            || done_before
            || !labels().money.contains(left)
            || scene.text(side.clause.end, next.start).contains(['。', '；'])
        {
            return None;
        }
        run = scene.text(next.start, next.end);
        clause_end = run;
        // 完成投资12亿元，生产总值增长6%: what has grown is no scheme.
        let told = scene.quantities.iter().find(|q| q.span.start >= next.start && q.span.start < next.end);
        let for_it = run.trim_start().starts_with(['将', '为', '把', '用', '使', '让']);
        if !for_it
            && told.is_some_and(|q| predicate::strip(scene.text(next.start, q.outer_start), &|_| None).said.is_some())
        {
            return None;
        }
        // 年度投资31亿元，涵盖三大领域: what follows tells of more than the money.
        if labels().spread.prefix(run.trim_start()).is_some() {
            return None;
        }
    }
    let full: &str = run;
    // The verb before the object: 实施, 建设, 用于; 在全市首家实施了 as a whole.
    let tokens = segment(clip(full));
    let deed = labels().deed.find(full).filter(|(at, _)| *at <= 42).map(|(at, deed)| (at, at + deed.len()));
    // 年度投资31亿元，开工率达到60%: a rate, and no deed
    if deed.is_some_and(|(_, end)| !of && full[end..].starts_with('率')) {
        return None;
    }
    let mut start = 0;
    if let Some((_, end)) = deed.filter(|_| !of) {
        start = end + if full[end..].starts_with('了') { 3 } else { 0 };
    } else if !of {
        for token in &tokens {
            let passes = matches!(token.tag, Tag::Verb | Tag::Adverb | Tag::Preposition | Tag::Particle)
                || labels().scheme_verb.contains(token.text);
            if !passes {
                break;
            }
            start = token.end();
        }
    }
    if start >= clip(full).len() {
        return None;
    }
    let mut noun = &full[start..];
    // Past a count: 建成36个污水处理站
    let at = scene.offset(noun);
    if let Some(q) =
        scene.quantities.iter().find(|q| q.span.start >= at && scene.text(at, q.outer_start).trim().is_empty())
    {
        noun = scene.text(q.outer_end, side.clause.end.max(scene.clause(q.span.start).end));
    }
    let here = scene.offset(noun);
    let stop = scene
        .quantities
        .iter()
        .find(|q| q.span.start > here)
        .map_or(noun.len(), |q| (q.outer_start - here).min(noun.len()));
    // 总投资25亿元的抽水蓄能电站3月底前完成核准: nor is the date
    let dated = scene.dates.iter().find(|d| d.span.start > here && d.span.start < here + stop);
    let stop = dated.map_or(stop, |d| d.span.start - here);
    let len = name_end(clip(&noun[..stop]));
    let len = joint_name(&noun[..stop], len).filter(|_| of).unwrap_or(len);
    let name = noun[..len].trim_matches(['的', '、', '和', '了', ' ', '“', '”']).without_start("全国首个");
    let name = if noun[..len].starts_with('“') { noun[..len].trim() } else { name };
    // 新区建设和总投资6亿元的旧城更新: the attribute at its end is the next one's. 物流园等项目: one of several.
    // 协议投资86亿元，到位资金12亿元: the name of the next number
    let told = scene.quantities.iter().find(|q| q.outer_start >= here && q.kind == side.quantity.kind);
    if !of && told.is_some_and(|q| q.outer_start == here + name.len()) {
        return None;
    }
    // 48个重点项目集中开工: how they were begun
    let name = labels().together.suffix(name).map_or(name, |word| &name[..name.len() - word.len()]);
    // 投资210亿元的75个“两重”项目扎实推进: how it goes
    let name = name.place_of("项目").map_or(name, |at| {
        let end = at + "项目".len();
        if crate::lexicon::openers::opener(&name[end..]).is_some() { &name[..end] } else { name }
    });
    // 投资8亿元的云江水厂建成投用: how far it is
    let mut name = name;
    while let Some(done) = labels().finished.suffix(name).filter(|done| of && name.len() > done.len() + 6) {
        name = &name[..name.len() - done.len()];
    }
    // 总投资18亿元的智能家居产业园落户我区: what became of it
    let name = before_fate(name);
    let name = money_suffix(name)
        .map(|word| &name[..name.len() - word.len()])
        .and_then(|rest| rest.strip_suffix(['和', '及', '与']))
        .filter(|rest| rest.chars().count() > 2)
        .unwrap_or(name);
    let name = ["等项目", "等工程", "等重大项目"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .filter(|rest| rest.chars().count() > 2)
        .unwrap_or(name);
    // 计划投资20亿元，完成投资17亿元: two amounts of one scheme, and neither the other's.
    // 投资额达103亿元，提前完成招商任务: a task is no scheme.
    let task = !of && measures().task.within(name);
    if name.chars().count() < 2 || money_suffix(name) == Some(name) || task {
        return None;
    }
    let offset = scene.offset(noun);
    let mut label = make(&noun[..len], offset, 0.82);
    // 投资42亿元的云江大桥、18亿元的石坪水库: the attribute is said once.
    let carried =
        memory.last.as_ref().filter(|l| l.kind == side.quantity.kind).and_then(|l| money_suffix(&l.label.text));
    let attribute = if left.is_empty() { carried.unwrap_or("规模") } else { left };
    if of && noun[len..].starts_with('、') {
        memory.claimed = offset + len;
    }
    label.text = format!("{name}{attribute}");
    if !left.is_empty() {
        label.spans.insert(0, Span::new(left_offset, left_offset + left.len()));
    }
    let tail = scene.text(side.quantity.outer_end, scene.sentence.end);
    let finished = &labels().finished;
    let finished =
        finished.within(clause_end) || finished.within(tail.split(['，', '。', '；', ',']).next().unwrap_or_default());
    let ahead_of = scene.text(side.clause.start, side.left_start + side.left.len());
    let sized = attribute.has("投资") || labels().size.contains(attribute);
    // In a plan nothing is done yet, whatever will be.
    let planned = scene.block.frame.mode == Mode::Plan;
    let finished = finished && !planned || labels().finished.within(ahead_of);
    label.scheme = !finished && (of && sized || left.starts_with("年产"));
    Some(label)
}

/// A project's name without what became of it: 智能家居产业园[落户我区], 电解铜箔项目一期[建成].
pub(super) fn before_fate(name: &str) -> &str {
    // 岚云高速云岭至白石段建成通车
    let stretch = name.match_indices('段').map(|(at, word)| at + word.len());
    let ends = projects().head.all(name).map(|(at, head)| at + head.len()).chain(stretch);
    let ends = ends.chain(projects().more_head.all(name).map(|(at, head)| at + head.len()));
    let cut =
        ends.map(|end| end + lone_phase(&name[end..])).find(|end| labels().happens.prefix(&name[*end..]).is_some());
    cut.map_or(name, |end| &name[..end])
}

/// The length of a phase: 一期.
fn lone_phase(words: &str) -> usize {
    let phase = words.strip_prefix(['一', '二', '三', '四']).and_then(|rest| rest.strip_prefix('期'));
    phase.map_or(0, |rest| words.len() - rest.len())
}

/// Characters behind the sign within a name.
const JOINT: usize = 16;

/// 引道绿化、亮化建设项目: where the name ends that a sign divides, whose first part is no project yet.
fn joint_name(noun: &str, len: usize) -> Option<usize> {
    let rest = noun[len..].strip_prefix('、')?;
    let end = rest.find(['，', '。', '；', '、']).unwrap_or(rest.len());
    let whole = |words: &str| labels().project_end.suffix(words).is_some();
    let joint = !whole(&noun[..len]) && whole(&rest[..end]) && rest[..end].chars().count() <= JOINT;
    joint.then_some(len + '、'.len_utf8() + end)
}

/// True for a bare word of money or size.
pub(super) fn is_money(text: &str) -> bool {
    labels().money.contains(text) || labels().size.contains(text)
}

/// The word of money or size that a text ends with.
pub(super) fn money_suffix(text: &str) -> Option<&'static str> {
    [labels().money.suffix(text), labels().size.suffix(text)].into_iter().flatten().max_by_key(|word| word.len())
}

/// 实施了投资 → 投资: a verb before a bare word of money says nothing of its own. Before the thing it is of (`of`) nor does
/// another item: 重点推进总投资8亿元的产业园, 新区建设和总投资6亿元的旧城更新.
pub(super) fn bare_money(left: &str, offset: usize, of: bool) -> (&str, usize) {
    let Some(word) = money_suffix(left) else { return (left, offset) };
    let head = &left[..left.len() - word.len()];
    // 引进资金: money of its own kind.
    let alone = word != "资金" && (is_verb_alone(head) || of && ends_item(head));
    if head.is_empty() || !alone { (left, offset) } else { (&left[head.len()..], offset + head.len()) }
}

/// True where the words before an attribute end with a verb or a join.
fn ends_item(head: &str) -> bool {
    // 签约了总投资30亿元的城市更新项目
    let head = head.trim_end_matches('了');
    head.ends_with(['和', '及', '与', '、'])
        || segment(head).last().is_some_and(|t| t.tag == Tag::Verb && !labels().noun_verb.contains(t.text))
}

/// 实施, 包含, 谋划实施了: nothing but what is done with the money.
fn is_verb_alone(head: &str) -> bool {
    let verb = head.trim_end_matches('了');
    labels().deed.contains(verb)
        || labels().contains.contains(verb)
        || verb.len() < head.len() && verb.chars().count() <= 4 && labels().deed.suffix(verb).is_some()
}
