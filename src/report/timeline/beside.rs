//! What stands beside a date: another one, or the subject that both share.

use super::{aim, deed, thing, title};
use crate::lexicon::timeline_cues::timeline;
use crate::mention::{Date, date};
use crate::report::clause::Place;
use crate::report::projects::without_phase;
use crate::report::scene::Scene;
use crate::report::{Grain, Interval, Kind, Role};
use crate::span::Span;

/// Characters of the longest name of a place before the year of its event.
const PLACE: usize = 8;
/// The most dates that share an act.
const SIBLINGS: usize = 6;
/// Bytes of a sentence before a date that are looked at.
const HELD: usize = 400;

impl<'a> Scene<'a, '_> {
    /// 6月18日，岚水大桥通车；同日，县博物馆开馆: the day that was told of before, and its index in the document.
    pub(super) fn same_day(&self, i: usize) -> Option<(usize, Date)> {
        let own = self.dates.get(i)?;
        if own.interval.is_some() || !timeline().same_day.contains(self.text(own.span)) {
            return None;
        }
        let (index, day) = self.date_before(i)?;
        let near = day.span.start >= self.block.span.start && own.span.start - day.span.end <= HELD;
        let told = day.grain == Grain::Day && matches!(day.role, Role::Event | Role::Deadline) && near;
        told.then(|| (index, Date { span: own.span, ..day.clone() }))
    }

    /// 12月1日，2024年全县项目开工仪式举行: the year behind the day is the event's name's.
    pub(super) fn names_event(&self, day: &Date, date: &Date) -> bool {
        let year = |date: &Date| {
            date.interval.as_ref().and_then(|interval| interval.start.as_deref()?.get(..4).map(str::to_owned))
        };
        matches!(date.expression.part, date::Part::Whole)
            && day.grain == Grain::Day
            && self.of(day.span.end, date.span.start).trim().strip_prefix(['，', ',']).is_some_and(|place| {
                // 昨日上午，青沅县2025年第一批项目集中开工仪式……
                place.is_empty()
                    || place.chars().count() <= PLACE && place.ends_with(['县', '市', '区', '省', '州', '旗'])
            })
            && year(day) == year(date)
    }

    /// 3月2日，全县举行一季度项目集中开工活动: the quarter is in the name of what was held.
    pub(super) fn is_of_held(&self, date: &Date) -> bool {
        let (Some(first), Some(last)) = (self.clauses.first(), self.clauses.last()) else { return false };
        let (before, after) = (self.of(first.span.start, date.span.start), self.of(date.span.end, last.span.end));
        before.len() <= HELD && date::is_of_held(date, before, after)
    }

    /// 2019年到2023年，四年间…: the length of the time that was named right before.
    pub(super) fn tells_length(&self, i: usize) -> bool {
        let Some((before, own)) = i.checked_sub(1).map(|before| (&self.dates[before], &self.dates[i])) else {
            return false;
        };
        let gap = self.of(before.span.end, own.span.start).trim().trim_start_matches(['，', ',', '的', '这']);
        let long = ["年间", "年中", "年来", "年里", "年时间", "个月间"];
        gap.is_empty()
            && before.role == Role::Period
            && long.iter().any(|word| self.text(own.span).trim_end_matches('的').ends_with(word))
            && within(before.interval.as_ref(), own.interval.as_ref())
    }

    /// A clause without the length of time that it begins with, where date `i` tells it.
    pub(super) fn behind_length(&self, clause: Place, i: usize) -> Place {
        let date = self.dates.get(i).filter(|date| date.span.start == clause.start && self.tells_length(i));
        Span::new(date.map_or(clause.start, |date| date.span.end), clause.end)
    }

    /// 2020年7月下旬至10月底: true of a date that names one time with the next.
    pub(super) fn joins_next(&self, i: usize) -> bool {
        let (own, Some(next)) = (&self.dates[i], self.dates.get(i + 1)) else { return false };
        match self.of(own.span.end, next.span.start).trim() {
            "至" | "到" | "—" | "-" | "–" | "~" => true,
            // 今天（10月1日）: one day, said twice
            "（" | "(" => own.interval == next.interval,
            // 甲、乙分别于3月和9月开工 tells two times.
            "和" | "与" | "及" => {
                let clause = self.clauses.iter().find(|clause| clause.span.covers(own.span));
                clause.is_none_or(|clause| self.sibling(clause.span, i).is_none())
            }
            _ => false,
        }
    }

    /// What a date is said of where several share one act: 岚水大桥和云岭水库分别于3月、9月开工, 城北水厂3月底前、岚水大桥6月底前完成.
    pub(super) fn sibling(&self, clause: Place, i: usize) -> Option<String> {
        let gap = |n: usize| self.of(self.dates[n].span.end, self.dates[n + 1].span.start);
        let inside = |n: &usize| self.dates.get(*n).is_some_and(|date| clause.covers(date.span));
        let beside = |n: &usize| inside(&(n + 1)) && matches!(gap(*n).trim(), "、" | "和" | "与" | "及");
        let first = (0..i).rev().take_while(beside).last().unwrap_or(i);
        let last = (i..i + SIBLINGS).find(|n| !beside(n))?;
        let head = self.of(clause.start, self.dates[first].span.start);
        if first < last {
            let named = aim::without_preposition(head).strip_suffix("分别")?;
            let items: Vec<&str> = named.split(['、', '和', '与', '及']).map(title::trim).collect();
            let act = title::trim(self.of(self.dates[last].span.end, clause.end));
            let own = items.get(i - first).filter(|_| items.len() == last - first + 1)?;
            if act.is_empty() || items.iter().any(|item| item.chars().nth(1).is_none()) {
                return None;
            }
            // 鸿远产业园一期、二期分别于3月、9月投产
            let whole = if i > first && thing::phase_of(own).is_some() { without_phase(items[0]) } else { "" };
            return Some(format!("{whole}{own}{act}"));
        }
        // Each has its date behind it, and the act stands behind the last.
        let ends = |n: &usize| !(inside(&(n + 1)) && gap(*n).starts_with('、'));
        let last = (i..i + SIBLINGS).find(ends).filter(|last| *last > i)?;
        let act = title::trim(self.of(self.dates[last].span.end, clause.end));
        let from = if i > 0 && inside(&(i - 1)) { self.dates[i - 1].span.end } else { clause.start };
        let own = title::trim(aim::without_preposition(self.of(from, self.dates[i].span.start)));
        let named = |words: &str| (2..=16).contains(&words.chars().count()) && !title::opens_with_verb(words);
        let told = named(own) && (i..last).all(|n| named(title::trim(gap(n))));
        (told && !act.is_empty() && deed::is_bare(act)).then(|| format!("{own}{act}"))
    }

    /// True where two dates are named side by side.
    pub(super) fn is_list(&self, date: &Date, end: &Date) -> bool {
        self.of(date.span.end, end.span.start).trim().starts_with(['和', '与', '及'])
    }

    /// True where the words behind a date end at the next one.
    pub(super) fn is_parted(&self, from: usize, next: &Date) -> bool {
        matches!(next.role, Role::Event | Role::Deadline)
            || next.expression.edge == date::Edge::In && self.of(from, next.span.start).trim_end().ends_with('、')
    }

    /// What stands before the first date of a clause.
    pub(super) fn subject_before(&self, clause: Place, i: usize) -> &'a str {
        let first = self.dates[..i].iter().find(|date| clause.covers(date.span));
        first.map_or("", |date| self.of(clause.start, date.span.start))
    }

    /// 今天, 明天 in a report are a manner of speaking.
    pub(super) fn rhetorical(&self, date: &Date) -> bool {
        matches!(date.expression.part, date::Part::DayOffset(_))
            && matches!(self.found.structure.kind, Kind::WorkReport | Kind::Plan | Kind::Communique | Kind::Budget)
    }
}

/// True where the second stretch of time lies in the first.
fn within(wide: Option<&Interval>, narrow: Option<&Interval>) -> bool {
    let (Some(wide), Some(narrow)) = (wide, narrow) else { return false };
    wide.start <= narrow.start && narrow.end <= wide.end
}
