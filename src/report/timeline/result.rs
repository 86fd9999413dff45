//! What a review says of its year's core indicators, a growth with its amount: 地区生产总值312亿元，增长6.1%.

use rustc_hash::FxHashSet;

use super::milestone::{figure_title, is_odd};
use super::{Draft, title};
use crate::lexicon::definitions::definitions;
use crate::lexicon::indicators;
use crate::lexicon::timeline_cues::timeline;
use crate::limits::TITLE_CHARS;
use crate::report::figure::Finding;
use crate::report::scene::Scene;
use crate::report::{EntryKind, Interval, Kind, Measure, State, Status};
use crate::span::Span;
use crate::structure::Mode;

/// Core indicators that were told, each with the first day of its year.
pub(super) type Told = FxHashSet<(&'static str, String)>;

/// The year whose results are told.
#[derive(Clone, Copy)]
enum Year {
    /// All of it.
    Whole(i32),
    /// That of the document's day, from its first day on.
    Begun(i32),
}

impl Year {
    fn number(self) -> i32 {
        match self {
            Year::Whole(year) | Year::Begun(year) => year,
        }
    }
}

/// Figures behind an amount among which its growth stands.
const NEAR: usize = 2;
/// Dates before a growth among which that stands with which it compares.
const COMPARED: usize = 8;

impl<'a> Scene<'a, '_> {
    /// The results of a sentence, each once in the document.
    #[inline(never)]
    pub(super) fn results(&self, drafts: &mut Vec<Draft<'a>>, from: usize, told: &mut Told) {
        let Some(year) = self.reviewed() else { return };
        for (at, (span, i)) in self.figures.iter().enumerate() {
            let figure = self.figure(*i);
            let Some(id) = self.core(figure, year) else { continue };
            let Some(interval) = figure.linked.period.clone() else { continue };
            let key = (id, interval.start.clone().unwrap_or_default());
            if told.contains(&key) {
                continue;
            }
            let (mut own, mut place) = (vec![*i], *span);
            let mut words = figure_title(figure, self.quote(figure), "", false);
            if figure.linked.measure == Measure::Level {
                let grown = self.figures[at + 1..].iter().take(NEAR).find(|(_, next)| {
                    let next = self.figure(*next);
                    next.linked.measure == Measure::ChangeRate && self.core(next, year) == Some(id)
                });
                let grown = grown.filter(|(place, _)| !self.is_since(place.start, year.number()));
                if let Some((behind, next)) = grown {
                    place = Span::new(span.start, behind.end);
                    let growth = self.figure(*next);
                    let falls = growth.value().is_some_and(|value| value < 0.0);
                    let verb = if falls { "下降" } else { "增长" };
                    words = format!("{words}，{verb}{}", self.quote(growth).replace(' ', ""));
                    own.push(*next);
                }
            }
            // 上半年，地区生产总值150亿元: told already by its date, without its growth.
            let known = drafts[from..].iter().position(|draft| draft.figures.contains(i));
            let fits = words.chars().count() <= TITLE_CHARS && !is_odd(figure);
            if !told.insert(key) || !fits {
                continue;
            }
            let Some(title) = title::title(&words) else { continue };
            if let Some(known) = known {
                let draft = &mut drafts[from + known];
                if own.len() > 1 && draft.figures == [*i] && title.starts_with(draft.title.as_str()) {
                    (draft.title, draft.figures) = (title, own);
                    draft.place = Span::new(draft.place.start, place.end.max(draft.place.end));
                }
                continue;
            }
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
        let first = self.dates.partition_point(|date| date.span.start < upto);
        self.dates[..first].iter().rev().take(COMPARED).any(|date| {
            let head = self.of(self.clauses.first().map_or(date.span.start, |first| first.span.start), date.span.start);
            let compared = head.trim_end_matches(['“', '"']).ends_with(['比', '较', '与', '是']);
            let start = date.interval.as_ref().and_then(|interval| interval.start.as_deref());
            compared && start.is_none_or(|start| !start.starts_with(&before))
        })
    }

    /// The year whose results are told: that under review; of news, whose sections tell no year, its own or the one before.
    fn reviewed(&self) -> Option<Year> {
        match (self.block.frame.mode, self.block.frame.years) {
            (Mode::Review, Some((_, year))) => Some(Year::Whole(year)),
            (Mode::None, _) if matches!(self.found.structure.kind, Kind::Other | Kind::MeetingNews) => {
                self.block.clock.date.map(|today| Year::Begun(i32::from(today.year())))
            }
            _ => None,
        }
    }

    /// True of a period that the results of such a year are of.
    fn is_of(&self, period: &Interval, year: Year) -> bool {
        let Interval { start: Some(start), end: Some(end) } = period else { return false };
        match year {
            Year::Whole(year) => is_in(start, year, "-01-01") && is_in(end, year, "-12-31"),
            // 上半年, 前三季度, and all of the year before
            Year::Begun(year) => {
                let begins = |year: i32| is_in(start, year, "-01-01") && is_in(end, year, "-");
                (begins(year) || begins(year - 1)) && self.today().is_some_and(|today| end.as_str() <= today)
            }
        }
    }

    /// The id of a core indicator that the document's own place reached in the year under review.
    fn core(&self, figure: Finding<'_>, year: Year) -> Option<&'static str> {
        let linked = figure.linked;
        let result = matches!(linked.measure, Measure::Level | Measure::ChangeRate)
            && matches!(linked.status, Status::Actual | Status::Estimate)
            && figure.confidence() >= 0.6
            && linked.subject.as_deref() == self.subject()
            && linked.period.as_ref().is_some_and(|period| self.is_of(period, year));
        let known = figure.known.filter(|_| result)?;
        let id = known.id;
        let mut core = definitions().core().iter().filter(|core| core.work_report);
        if !core.any(|core| core.id == id || core.answers.contains(&id)) {
            return None;
        }
        // 失业率增长4%: a rate moves by points. 带动全市投资增长9%: what something else did to it
        let rate = matches!(known.kind, indicators::Kind::Rate);
        let moved =
            rate && linked.measure == Measure::ChangeRate || timeline().moves.prefix(figure.indicator()).is_some();
        (!moved).then_some(id)
    }
}

/// True of a day that begins with a year of four digits and goes on with these words.
fn is_in(day: &str, year: i32, rest: &str) -> bool {
    day.split_at_checked(4).is_some_and(|(own, tail)| tail.starts_with(rest) && own.parse() == Ok(year))
}
