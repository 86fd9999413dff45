//! What a sentence tells of the project that one before it named: 该桥全长3.3公里，去年开工.

use super::stage;
use crate::lexicon::project_cues::projects;
use crate::lexicon::search::Search;
use crate::lexicon::timeline_cues::timeline;
use crate::report::clause::Place;
use crate::report::figure;
use crate::report::scene::Scene;
use crate::report::{Interval, Measure, Role, Stage};
use crate::span::Span;
use crate::structure::Mode;

/// Bytes of the clause before the one that points: 据了解.
const LEAD: usize = 54;

impl Scene<'_, '_> {
    /// True where the sentence begins with what points at a thing told of before: 该桥, or behind 林远介绍.
    pub(super) fn points(&self) -> bool {
        let points = |at: usize| {
            self.clauses.get(at).is_some_and(|clause| timeline().pointing.prefix(self.text(clause.span)).is_some())
        };
        points(0) || points(1) && self.clauses[0].span.len() <= LEAD
    }

    /// The sizes, the stage and the date that the first clauses give of what the sentence points at.
    pub(super) fn pointed(&self, upto: usize) -> Option<(Vec<String>, Stage, Option<Interval>)> {
        if !self.points() || upto == 0 {
            return None;
        }
        let cues = projects();
        let clauses = &self.clauses[..upto];
        let told = clauses.iter().filter(|clause| {
            let words = self.text(clause.span);
            let words = timeline().pointing.prefix(words).map_or(words, |word| &words[word.len()..]);
            [&cues.size, &cues.size_next].iter().any(|list| list.prefix(words).is_some())
        });
        let figures = told.flat_map(|clause| self.figures.iter().filter(|(span, _)| clause.span.covers(*span)));
        let levels = figures.filter(|(_, f)| self.figure(*f).linked.measure == Measure::Level);
        let sizes = levels.map(|(_, f)| figure::id(*f)).collect();
        let whole = Span::new(clauses.first()?.span.start, clauses.last()?.span.end);
        // What its first phase has come to says nothing of the whole; and a group's deeds are told of many.
        let words = self.text(whole);
        let parted = words.has("一期") || words.has("二期");
        let date = self
            .dates
            .iter()
            .find(|d| whole.covers(d.span) && matches!(d.role, Role::Event | Role::Deadline) && d.interval.is_some());
        let ahead = self.block.frame.mode == Mode::Plan && !stage::is_settled(words)
            || date.is_some_and(|date| date.role == Role::Deadline);
        let stage = if parted { Stage::Unknown } else { stage::stage(words, ahead) };
        Some((sizes, stage, date.and_then(|date| date.interval.clone())))
    }

    /// 走进鸿远产业园，塔吊林立。: the place that a sentence comes to.
    pub(super) fn visited(&self) -> Option<(String, Place)> {
        let clause =
            self.clauses.iter().take(2).find(|clause| projects().visits.prefix(self.text(clause.span)).is_some())?;
        let words = self.text(clause.span);
        let from = projects().visits.prefix(words)?.len();
        let end = words.find(['，', '。', '的', '、']).unwrap_or(words.len());
        let name = words.get(from..end)?.without_end("现场").without_end("施工").without_end("建设");
        let good =
            (4..=24).contains(&name.chars().count()) && super::name::has_head(name) && super::name::is_proper(name);
        let start = clause.span.start + from;
        good.then(|| (name.to_owned(), Span::new(start, start + name.len())))
    }
}
