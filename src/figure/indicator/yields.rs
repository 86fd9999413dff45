//! What a project costs and will bring, told without its name.

use super::complete::Asked;
use super::context::project;
use super::deed::base;
use super::{Label, Side};
use crate::figure::memory::{Linked, Memory};
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::labels;
use crate::lexicon::list_cues::lists;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::span::Span;
use crate::structure::Mode;

/// Puts the project's name before a word of money or size, or of what it will yield; tells whether there was one.
pub(super) fn of_project(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>, label: &mut Label, asked: Asked) -> bool {
    // 祥云学校项目（总投资3.7亿元，占地120亩）: the project's.
    if asked.money_word
        && let Some(name) = project(scene, side)
    {
        label.text.insert_str(0, name);
        label.spans.insert(0, Span::new(scene.offset(name), scene.offset(name) + name.len()));
        label.confidence = 0.8;
        return true;
    }
    // 云江物流产业园项目位于开发区，占地128亩，总投资4亿元: of the project that the paragraph tells of
    let own = lists().own_project.prefix(&label.text).map_or(0, str::len);
    let yields = || lists().yields.contains(&label.text[own..]) && label.text.len() > own;
    // 开工重点项目4个，总投资26亿元: of those just counted
    let counted = |last: &Linked| last.kind == Kind::Count && last.label.text.ends_with("项目");
    if asked.money_word && memory.last.as_ref().is_some_and(counted) {
        return false;
    }
    let told = asked.money_word || labels().size.suffix(&label.text).is_some() || yields();
    let Some(span) = memory.project.filter(|_| told) else { return false };
    label.text.replace_range(..own, span.of(&scene.clean.text));
    label.spans.insert(0, span);
    label.confidence = 0.8;
    label.scheme = !labels().finished.within(scene.said_before(side.clause.end));
    true
}

/// 达产后可实现年产值15亿元，税收5000万元: what stands before the project's dues, which are not the county's.
pub(super) fn dues<'a>(scene: &Scene<'_>, memory: &'a Memory, side: &Side<'_>, label: &Label) -> Option<&'a str> {
    let told = scene.said_before(side.quantity.span.start);
    let yields =
        |last: &&Linked| last.kind == Kind::Money && ["产值", "销售"].iter().any(|word| last.label.text.contains(word));
    let last = memory.last.as_ref().filter(yields)?;
    let whose = last.label.text.place_of("年").map_or("年", |at| &last.label.text[..at + '年'.len_utf8()]);
    (lists().dues.contains(&label.text) && lists().once.within(told)).then_some(whose)
}

/// 全市安排重点项目286个。1—8月完成投资622亿元: the projects that the sentence before counted, in news.
pub(super) fn of_before<'a>(scene: &Scene<'_>, memory: &'a Memory) -> Option<&'a str> {
    if memory.last.is_some() || scene.block.frame.mode != Mode::None {
        return None;
    }
    let previous = memory.previous.as_ref()?;
    let at = previous.text.last_place_of("项目")?;
    let whole = &previous.text[..at + "项目".len()];
    let root = base(whole);
    Some(if root.chars().count() > 2 { root } else { whole })
}
