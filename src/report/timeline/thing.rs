//! Of what a predicate alone is said: the thing, or the count, that the clauses before are about.

use std::borrow::Cow;

use super::{aim, deed, title};
use crate::lexicon::project_cues::projects;
use crate::lexicon::timeline_cues::timeline;
use crate::mention::Date;
use crate::report::clause::{Clause, Place, is_subordinate};
use crate::report::projects::project_told;
use crate::report::scene::{Scene, item_start};

/// Bytes before a sentence in which the thing is looked for that it points at.
const SAID: usize = 400;

impl<'a> Scene<'a, '_> {
    /// 鸿远产业园总投资30亿元，一期去年投产；二期占地300亩，[今年6月开工]: the part of the thing that the clauses tell of.
    fn phase_before(&self, at: usize) -> Option<String> {
        let phase = |before: &usize| phase_of(self.text(self.clauses[*before].span));
        let near = (0..at).rev().take(4).take_while(|before| !matches!(self.clauses[*before].stop, '；' | ';'));
        let (first, phase) = near.into_iter().find_map(|before| Some((before, phase(&before)?)))?;
        let whole = (0..first).rev().filter(|before| phase_of(self.text(self.clauses[*before].span)).is_none());
        let thing = whole.take(8).find_map(|before| {
            let text = self.text(self.clauses[before].span);
            aim::headed(text).map(str::to_owned).or_else(|| self.named(before))
        });
        // Of what the sentence before told; else the part alone: 一期工程.
        let thing = thing.or_else(|| self.last_thing().or_else(|| self.bare_thing()).map(str::to_owned));
        let thing = thing.unwrap_or_default();
        let clause = self.text(self.clauses[first].span);
        let noun =
            ["工程", "项目"].into_iter().find(|noun| clause[phase.len()..].starts_with(noun)).unwrap_or_default();
        let noun = if thing.ends_with(noun) { "" } else { noun };
        Some(format!("{thing}{phase}{noun}")).filter(|name| name.chars().count() > 2)
    }

    /// What the clauses before one are about, as far as the last semicolon.
    pub(super) fn thing_before(&self, at: usize) -> Option<Cow<'a, str>> {
        if let Some(phase) = self.phase_before(at) {
            return Some(Cow::Owned(phase));
        }
        if let Some(name) = self.member {
            return Some(Cow::Borrowed(title::trim(self.text(name))));
        }
        // （1）滨河快速路：全长6.4公里，年底前通车: what a colon stands behind is told of, and nothing before it.
        let apart = |before: usize| matches!(self.clauses[before].stop, '；' | ';' | '：' | ':');
        let first = (0..at).rev().find(|before| apart(*before));
        let headed = first.filter(|first| matches!(self.clauses[*first].stop, '：' | ':'));
        let near = (0..at).rev().take(5).take_while(|before| !apart(*before) || headed == Some(*before));
        let found = near.into_iter().find_map(|before| {
            let clause = self.clauses[before].span;
            let text = self.text(clause);
            // （2）体育公园：占地120亩
            if headed == Some(before) {
                let name = title::trim(&text[item_start(text).unwrap_or(0)..]);
                let called = (4..=24).contains(&name.chars().count()) && timeline().thing_head.suffix(name).is_some();
                if called && !title::opens_with_verb(name) {
                    return Some(Cow::Borrowed(name));
                }
            }
            // 鸿远电缆项目，是全县的重大外资项目，预计……: what it is, and not what it is called
            if text.starts_with(['是', '系', '属']) {
                return None;
            }
            // 县二中迁建6月底前完成主体工程: of what, stands before the date.
            if let Some(thing) = self.dated_thing(clause).filter(|thing| aim::thing(thing).is_none()) {
                return Some(Cow::Borrowed(thing));
            }
            // 9月15日前完成入户工程: what is done then is no thing.
            let text = self.behind_date(clause);
            let thing = aim::thing(text).or_else(|| aim::under_way(text));
            thing
                .or_else(|| aim::headed(text))
                .map(Cow::Borrowed)
                .or_else(|| self.named(before).map(Cow::Owned))
                .or_else(|| self.dated_thing(clause).map(Cow::Borrowed))
                .or_else(|| deed::thing(self.behind_date(clause)).map(Cow::Borrowed))
                .or_else(|| aim::built(text).map(Cow::Borrowed))
        });
        // 8月，清溪大道改造工程完工；12月，全线通车: the act alone is of what was told of behind the last date.
        found.or_else(|| {
            let before = first.filter(|first| matches!(self.clauses[*first].stop, '；' | ';'))?;
            deed::thing(self.behind_date(self.clauses[before].span)).map(Cow::Borrowed)
        })
    }

    /// 3月启动、11月完成的机构改革: the thing of which a clause's last act is told, for the acts before it.
    pub(super) fn thing_behind(&self, at: usize, told: Place) -> Option<&'a str> {
        let clause = self.clauses[at].span;
        let last = self.dates.iter().rev().find(|date| clause.covers(date.span))?;
        let parted = told.end <= last.span.start || self.of(told.end, last.span.end).is_empty();
        let (_, thing) = aim::done_thing(self.of(last.span.end, clause.end)).filter(|_| parted)?;
        Some(thing)
    }

    /// What a sentence before tells of, where this one only points at it: 岚水大桥合龙。该桥……年底通车。
    pub(super) fn said_before(&self) -> Option<&'a str> {
        let points = |clause: &&Clause| timeline().pointing.prefix(self.text(clause.span)).is_some();
        self.clauses.iter().take(3).find(points)?;
        self.last_thing()
    }

    /// 项目分两期建设，一期去年投运: the bare word, where nothing else names the thing.
    pub(super) fn bare_thing(&self) -> Option<&'a str> {
        let first = self.text(self.clauses.first()?.span);
        ["项目", "工程"].into_iter().find(|word| first.starts_with(word)).map(|word| &first[..word.len()])
    }

    /// The thing that the paragraph told of last before this sentence.
    fn last_thing(&self) -> Option<&'a str> {
        let start = self.clauses.first()?.span.start;
        let head = self.of(self.block.span.start, start);
        let near = first_byte(head, head.len().saturating_sub(SAID));
        head[near..].rsplit(['。', '；', '，', '：']).filter(|clause| !clause.is_empty()).take(6).find_map(|clause| {
            let clause = title::trim(clause);
            // 7月19日上午，岚水大桥合龙
            // 走进鸿远产业园，塔吊林立。
            let visited = || {
                let name = &clause[projects().visits.prefix(clause)?.len()..];
                (name.chars().count() <= 24 && timeline().thing_head.suffix(name).is_some()).then_some(name)
            };
            // 青沅县加快建设云岭产业园: who does it is no part of its name.
            let headed = || {
                let thing = aim::headed(clause)?;
                Some(project_told(clause).filter(|name| thing.ends_with(name)).unwrap_or(thing))
            };
            let found = visited().or_else(|| deed::thing(clause)).or_else(headed);
            found.or_else(|| aim::thing(clause)).or_else(|| project_told(clause))
        })
    }

    /// What the clause before counts: 完成[老旧小区改造12个]，9月底前全部交付; without 全部 only what is done.
    pub(super) fn counted_before(&self, at: usize, all: bool) -> Option<&'a str> {
        // 改造小区60个，[惠及居民8000户]，年底前全部完工: what else is told of them stands between.
        let besides = |before: &usize| timeline().besides.prefix(self.text(self.clauses[*before].span)).is_some();
        let before = (0..at).rev().take(3).find(|before| !besides(before))?;
        let clause = self.clauses[before].span;
        let (span, _) = self.figures.iter().rev().find(|(span, _)| clause.covers(*span) && span.end == clause.end)?;
        let from =
            self.dates.iter().rev().find(|date| clause.covers(date.span)).map_or(clause.start, |date| date.span.end);
        let words = title::trim(self.of(from, span.end));
        // 主体工程已完成80%, 完成投资983万元: how far it is
        if words.ends_with(['%', '％', '元']) {
            return None;
        }
        // 该桥全长1.2公里，年底通车: a size, and nothing that is done.
        if !all && !title::opens_with_verb(words) {
            return None;
        }
        let words = timeline().done_to.prefix(words).map_or(words, |verb| &words[verb.len()..]);
        (6..=24).contains(&words.chars().count()).then_some(words)
    }

    /// The projects that a clause names, where they are few.
    fn named(&self, at: usize) -> Option<String> {
        let names: Vec<&str> = self.group(at)?.names.iter().map(|(_, name)| self.text(*name)).collect();
        Some(names.join("、")).filter(|words| words.chars().count() <= 24)
    }

    /// The words of a clause behind the date that it begins with.
    fn behind_date(&self, clause: Place) -> &'a str {
        // 务必于8月20日前完成主管网铺设
        let opens = |date: &&Date| {
            clause.covers(date.span) && aim::without_preposition(self.of(clause.start, date.span.start)).is_empty()
        };
        let date = self.dates.iter().find(opens);
        self.of(date.map_or(clause.start, |date| date.span.end), clause.end)
    }

    /// What stands before the date of a clause: 县中医院新院区3月底前完成设计.
    fn dated_thing(&self, clause: Place) -> Option<&'a str> {
        let date = self.dates.iter().find(|date| clause.covers(date.span))?;
        let head = title::without_size(title::trim(aim::without_preposition(self.of(clause.start, date.span.start))));
        // 该项目工期两年: how long, and of what, another sentence says.
        // 项目去年8月开工，今年6月完工
        let named = (4..=24).contains(&head.chars().count())
            || timeline().pointing.contains(head) && self.said_before().is_none();
        let fits = named
            && !title::opens_with_verb(head)
            && !is_subordinate(head)
            && timeline().term_noun.suffix(head).is_none();
        fits.then_some(head)
    }
}

/// 一期, 二期 with which a clause begins.
pub(super) fn phase_of(clause: &str) -> Option<&str> {
    let rest = clause.strip_prefix(['一', '二', '三', '四', '首'])?.strip_prefix('期')?;
    Some(&clause[..clause.len() - rest.len()])
}

/// The first character's place at or behind a byte.
fn first_byte(text: &str, from: usize) -> usize {
    (from..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}
