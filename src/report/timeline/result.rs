//! What a review says of its year's core indicators, a growth with its amount: 地区生产总值312亿元，增长6.1%.

use rustc_hash::FxHashSet;

use super::milestone::{figure_title, is_odd};
use super::{Draft, title};
use crate::lexicon::definitions::definitions;
use crate::lexicon::indicators::{self, indicators};
use crate::lexicon::timeline_cues::timeline;
use crate::limits::TITLE_CHARS;
use crate::report::figure::Finding;
use crate::report::scene::Scene;
use crate::report::{EntryKind, Interval, Measure, State, Status};
use crate::span::Span;
use crate::structure::Mode;

/// Core indicators that were told, each with the first day of its year.
pub(super) type Told = FxHashSet<(&'static str, String)>;

/// Figures behind an amount among which its growth stands.
const NEAR: usize = 2;

impl<'a> Scene<'a, '_> {
    /// The results of a sentence, each once in the document.
    #[inline(never)]
    pub(super) fn results(&self, drafts: &mut Vec<Draft<'a>>, from: usize, told: &mut Told) {
        let (Mode::Review, Some((_, year))) = (self.block.frame.mode, self.block.frame.years) else { return };
        for (at, (span, i)) in self.figures.iter().enumerate() {
            let figure = self.figure(*i);
            let Some(id) = self.core(figure, year) else { continue };
            let Some(interval) = figure.linked.period.clone() else { continue };
            let (mut own, mut place) = (vec![*i], *span);
            let mut words = figure_title(figure, self.quote(figure), "", false);
            if figure.linked.measure == Measure::Level {
                let grown = self.figures[at + 1..].iter().take(NEAR).find(|(_, next)| {
                    let next = self.figure(*next);
                    next.linked.measure == Measure::ChangeRate && self.core(next, year) == Some(id)
                });
                let grown = grown.filter(|(place, _)| !self.is_since(place.start, year));
                if let Some((behind, next)) = grown {
                    place = Span::new(span.start, behind.end);
                    let growth = self.figure(*next);
                    let falls = growth.value().is_some_and(|value| value < 0.0);
                    let verb = if falls { "下降" } else { "增长" };
                    words = format!("{words}，{verb}{}", self.quote(growth).replace(' ', ""));
                    own.push(*next);
                }
            }
            let known = drafts[from..].iter().any(|draft| draft.figures.contains(i));
            let start = interval.start.clone().unwrap_or_default();
            let fits = words.chars().count() <= TITLE_CHARS && !is_odd(figure);
            if !told.insert((id, start)) || known || !fits {
                continue;
            }
            let Some(title) = title::title(&words) else { continue };
            let state = if figure.linked.status == Status::Actual { State::Done } else { State::Unknown };
            let mut draft = self.draft(place, interval, EntryKind::Milestone, state, title);
            draft.figures = own;
            drafts.push(draft);
        }
    }

    /// 生产总值800亿元，比“十一五”末增长62%；财政收入110亿元，增长109%: in a sentence that compares with years further back,
    /// a growth is not what the year added.
    fn is_since(&self, upto: usize, year: i32) -> bool {
        let before = format!("{:04}-", year - 1);
        self.dates.iter().take_while(|date| date.span.start < upto).any(|date| {
            let head = self.of(self.clauses.first().map_or(date.span.start, |first| first.span.start), date.span.start);
            let compared = head.trim_end_matches(['“', '"']).ends_with(['比', '较', '与', '是']);
            let start = date.interval.as_ref().and_then(|interval| interval.start.as_deref());
            compared && start.is_none_or(|start| !start.starts_with(&before))
        })
    }

    /// The id of a core indicator that the document's own place reached in the year under review.
    fn core(&self, figure: Finding<'_>, year: i32) -> Option<&'static str> {
        let linked = figure.linked;
        let result = matches!(linked.measure, Measure::Level | Measure::ChangeRate)
            && matches!(linked.status, Status::Actual | Status::Estimate)
            && figure.confidence() >= 0.6
            && linked.subject.as_deref() == self.subject()
            && linked.period
                == Some(Interval { start: Some(format!("{year:04}-01-01")), end: Some(format!("{year:04}-12-31")) });
        let id = figure.indicator_id().filter(|_| result)?;
        // 失业率增长4%: a rate moves by points. 带动全市投资增长9%: what something else did to it
        let rate = indicators().by_id(id).is_some_and(|known| matches!(known.kind, indicators::Kind::Rate));
        if rate && linked.measure == Measure::ChangeRate || timeline().moves.prefix(figure.indicator()).is_some() {
            return None;
        }
        let core = definitions().core().iter();
        core.filter(|core| core.work_report).any(|core| core.id == id || core.answers.contains(&id)).then_some(id)
    }
}
