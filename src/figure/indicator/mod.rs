//! What a number measures: the words before it, the noun behind it, or what the sentence spoke of last.

mod beside;
mod capacity;
mod complete;
mod context;
mod deed;
mod head;
mod left;
mod list;
mod measured;
mod phrase;
mod right;
mod scheme;
mod shared;
mod yields;

pub(super) use context::{is_run, opening_project};
pub(super) use deed::{base, deed, is_deed, without_verb};
pub(super) use head::label_text;
pub(super) use left::find;
pub(super) use list::{EACH, listed_before, split_list, tells_two, told_in_one};
use phrase::starts_with_noun;
pub(super) use phrase::{clip, phrase};
pub(super) use shared::{of_part, of_topic};

use super::memory::{Linked, Memory};
use super::scene::{Place, Scene};
use crate::lexicon::figure_cues::{labels, measures, tables};
use crate::lexicon::indicators::indicators;
use crate::lexicon::list_cues::lists;
use crate::lexicon::openers::opener;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::mention::quantity::{Form, Quantity};
use crate::span::{self, Span};

/// The indicator's words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Label {
    /// In Simplified Chinese, as short as stands on its own.
    pub text: String,
    /// Where they stand.
    pub spans: Vec<Span<span::Clean>>,
    /// Taken from the figure before.
    pub inherited: bool,
    /// The size of a scheme: 总投资…的…项目.
    pub scheme: bool,
    /// What those counted do stands before them: 建成投产的项目.
    pub told: bool,
    /// The firm or body that the words before the number name: 广源纸业10万吨特种纸.
    pub owner: Option<String>,
    /// How sure.
    pub confidence: f64,
}

/// A quantity with the words on both sides of it, within its clause.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) index: usize,
    pub(super) quantity: &'a Quantity,
    pub(super) clause: Place,
    /// From the number before, or the clause's start.
    pub(super) left: &'a str,
    pub(super) left_start: usize,
    /// To the next number, or the clause's end.
    pub(super) right: &'a str,
    /// Behind a share or a gap, the number tells of what that was of.
    pub(super) of_base: bool,
}

impl<'a> Side<'a> {
    /// 99.8%的政务服务事项实现网上办理: what a percentage at a clause's head is a part of.
    pub(super) fn part(&self) -> Option<&'a str> {
        // 近八成的项目已落地、超六成的项目已动工
        let listed = || self.left.trim().starts_with('、') && self.right.trim_start().starts_with('的');
        // 社区和70%以上行政村设立图书室
        let beside = || {
            let joined = self.left.trim_end().ends_with(['和', '及', '与', '、']);
            joined && self.quantity.outer_end > self.quantity.span.end && self.left.chars().count() <= 10
        };
        let beside = self.left_start == self.clause.start && beside();
        if self.quantity.kind != Kind::Percent || self.left_start != self.clause.start && !listed() {
            return None;
        }
        // 全市90%的社区用房
        let left = opener(self.left).map_or(self.left, |word| &self.left[word.len()..]);
        let left = labels().place.prefix(left).map_or(left, |word| &left[word.len()..]);
        let right = self.right.trim_start();
        // 80%以上内河水质达标: without 的
        let bare = || right.chars().nth(5).is_some() && starts_with_noun(right);
        // 在50%以上的县建立联合体
        if !is_joint(left) && !beside && !matches!(left, "在" | "有" | "已有" | "完成") {
            return None;
        }
        let noun = right.strip_prefix('的').or_else(|| bare().then_some(right))?;
        let grows = measures().growth_noun.prefix(right).is_some() || measures().task.within(clip(noun));
        (!grows && noun.chars().nth(3).is_some()).then_some(noun)
    }
}

const JOINTS: [char; 20] =
    ['、', '和', '与', '及', '以', '并', '，', ',', ' ', '　', '*', '“', '”', '"', '（', '(', '：', ':', '了', '或'];

/// True where nothing but conjunctions and signs stands.
pub(super) fn is_joint(text: &str) -> bool {
    text.chars().all(|c| JOINTS.contains(&c))
}

/// Drops quotation marks whose other half stands outside.
fn balanced(words: &mut String) {
    let (mut open, mut loose) = (Vec::new(), Vec::new());
    for (at, c) in words.char_indices().filter(|(_, c)| matches!(c, '“' | '”')) {
        if c == '“' {
            open.push(at);
        } else if open.pop().is_none() {
            loose.push(at);
        }
    }
    loose.append(&mut open);
    loose.sort_unstable();
    for at in loose.into_iter().rev() {
        words.remove(at);
    }
}

/// The label of words that name it as they stand.
pub(super) fn named(words: &str, offset: usize) -> Label {
    make(words, offset, 0.75)
}

pub(super) fn make(text: &str, offset: usize, confidence: f64) -> Label {
    let mut words = text.replace(['*', '　'], "");
    // 国内生产总值②7780亿元: the mark of a note
    words.retain(|c| !('①'..='⑳').contains(&c));
    // 粮 食: a word of two characters that a table spread
    if text.len() == "粮 食".len() && text.chars().nth(1) == Some(' ') {
        words.retain(|c| c != ' ');
    }
    if let Some(rest) = head::without_remark(&words) {
        words = rest;
    }
    // 十个重大科技项目”: the sign closes what began before the number.
    balanced(&mut words);
    // Marks of other footnotes inside.
    while let Some(open) = words.place_of("[") {
        let Some(close) = words[open..].place_of("]") else { break };
        if words[open + 1..open + close].chars().all(|c| c.is_ascii_digit()) {
            words.replace_range(open..=open + close, "");
        } else {
            break;
        }
    }
    // 科技服务业实现增加值5.6亿元
    if let Some(noun) = labels().bare.suffix(&words).or_else(|| labels().sales.suffix(&words)) {
        let head = &words[..words.len() - noun.len()];
        if let Some(verb) = labels().level_verb.suffix(head).filter(|verb| head.len() >= verb.len() + 6) {
            words.replace_range(head.len() - verb.len()..head.len(), "");
        }
    }
    let spans = if text.is_empty() { Vec::new() } else { vec![Span::new(offset, offset + text.len())] };
    Label { text: words, spans, inherited: false, scheme: false, told: false, owner: None, confidence }
}

/// The label of the figure before. Behind a share or a gap a rate tells of what that was of: 为预算的32%，同比下降10%.
pub(super) fn inherited(memory: &Memory, side: &Side<'_>) -> Label {
    let ranked = matches!(side.quantity.form, Form::Rank | Form::Top);
    let rate = matches!(side.quantity.kind, Kind::Percent | Kind::Points) || side.quantity.form == Form::Fraction;
    let of_base = side.of_base || !rate && !ranked;
    let label = memory.last.as_ref().map(|l| match &l.base {
        Some((base, wholly)) if of_base || *wholly => base,
        _ => &l.label,
    });
    label
        .map(|label| Label { inherited: true, confidence: label.confidence * 0.92, ..Label::clone(label) })
        .unwrap_or_default()
}

/// The label in what stands before a number, completed from memory.
pub(super) fn from_left<'a>(scene: &Scene<'a>, memory: &Memory, side: &Side<'a>, head: &'a str) -> Label {
    let head = head.trim_end_matches(['的', ' ']);
    if is_joint(head) {
        if let Some(label) = context::alone_before(scene, memory, side) {
            return label;
        }
        if let Some(label) = beside::before_bracket(scene, side) {
            return label;
        }
        // 煤炭消费总量12万吨，能耗强度完成任务，居全市第一: what the clause between speaks of
        let told = |last: &Linked| {
            let between = scene.text(last.end, side.clause.start);
            between.split_once(['，', ',', '；', ';']).is_some_and(|(_, clause)| clause.chars().nth(4).is_some())
        };
        if memory.last.as_ref().is_some_and(told)
            && let Some(label) = context::between(scene, memory, side)
        {
            return label;
        }
        // 三次产业比重1.8:30:68，数字经济引领发展，占生产总值的24%: what takes a part of the whole stands in the clause between
        if memory.last.as_ref().is_some_and(told)
            && scene.text(side.clause.start, side.clause.end).trim_start().starts_with('占')
            && let Some(noun) = context::topic(scene, side)
        {
            return make(noun, scene.offset(noun), 0.7);
        }
        let mut label = inherited(memory, side);
        if label.text.is_empty() {
            label = context::nearby(scene, memory, side).unwrap_or(label);
        }
        return label;
    }
    let start = scene.offset(head);
    let (text, offset) = label_text(scene, start, head);
    let between = || context::alone_before(scene, memory, side).or_else(|| context::between(scene, memory, side));
    if text.is_empty()
        && let Some(label) = between()
    {
        return label;
    }
    if text.is_empty() {
        let label = inherited(memory, side);
        let empty = label.text.is_empty();
        return if empty { context::nearby(scene, memory, side).unwrap_or(label) } else { label };
    }
    // 粮食连年增产，产量跨上15万吨台阶
    if labels().total.contains(text)
        && memory.last.is_none()
        && side.left_start == side.clause.start
        && let Some(topic) = context::topic(scene, side)
    {
        let label = make(text, offset, 0.75);
        return Label { text: format!("{topic}{text}"), ..label };
    }
    if labels().total.contains(text)
        && let Some(last) = &memory.last
    {
        let mut label = make(text, offset, 0.85);
        let root = base(&last.label.text);
        // 粮食播种面积68万亩、产量17万吨: one measure takes the other's place.
        let measured = labels().measured_as.suffix(root).filter(|_| labels().measured_as.contains(text));
        let root = measured.map_or(root, |word| &root[..root.len() - word.len()]);
        label.text = if root.ends_with(text) {
            root.to_owned()
        } else {
            format!("{}{text}", root.without_end("总数").without_end("增速").without_end("新增"))
        };
        label.spans.splice(0..0, last.label.spans.iter().copied());
        return label;
    }
    make(text, offset, 0.95)
}

/// The whole left part as a label, predicates included.
pub(super) fn whole<'a>(scene: &Scene<'a>, side: &Side<'a>, left: &'a str) -> Label {
    let (text, offset) = label_text(scene, side.left_start, left);
    make(text, offset, 0.9)
}

/// The unit that goes without saying: 贫困人口减少1386万 counts people.
pub(super) fn implied_unit(label: &str, right: &str, sum: bool) -> Option<&'static str> {
    let people = &labels().people;
    // 城乡居民收入比缩小到1.7 counts nobody.
    let ratio = tables().money_noun.suffix(label).is_some()
        || label.ends_with(['比', '率'])
        || label.ends_with("比值")
        || label.ends_with("差距");
    // 投资3700万的土地整理项目
    if right.starts_with('的') && scheme::money_suffix(label).is_some() {
        return Some("元");
    }
    // 财政收入任务174万，完成198万: a sum of money needs no more
    let ends = right.is_empty()
        || right.starts_with(['，', '、', '；', '。', '（', '以', '左', '和'])
        || labels().no_size.prefix(right).is_some();
    let money = || {
        let known = indicators().find_all(label).last().copied().filter(|hit| hit.end == label.len());
        known.and_then(|hit| indicators().get(hit.id)).is_some_and(|indicator| indicator.unit == "元")
    };
    // 零售额首破百亿大关
    let noun =
        || [&tables().money_noun, &labels().budget_noun, &lists().money].iter().any(|set| set.suffix(label).is_some());
    if sum && ends && (noun() || money()) {
        return Some("元");
    }
    // 全县人口平均受教育年限达到8.7年
    if right.starts_with('年') && label.ends_with("年限") {
        return Some("年");
    }
    (right.starts_with('人') || people.prefix(right).is_some() || people.within(label) && !ratio).then_some("人")
}
