//! What is told of one indicator of one place: results looked up by measure and period.

use std::collections::BTreeMap;

use super::names::Name;
use super::observation::Observation;
use super::panel::{Facts, Group, Row, told};
use super::period::{Period, days_between};
use crate::report::{Measure, Status};

/// Days before the end of a period from which on its result can be told: reports of December speak of the year.
const EARLY: i64 = 92;

/// What tells the rows of one indicator apart, but for their period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kind {
    pub(super) measure: Measure,
    pub(super) unit: Name,
    pub(super) scope: Option<Name>,
    pub(super) average: bool,
    pub(super) real: bool,
    /// Growth on the same footing or as the numbers stand, where both are told.
    pub(super) like: Option<bool>,
    /// The average of its period, where the state at its end is told, too.
    pub(super) mean: bool,
}

/// One result.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'a> {
    /// The observation whose value counts.
    pub(super) value: &'a Observation,
    /// Where it can be read: the first document that could know.
    pub(super) source: usize,
    /// Other values are told of the same.
    pub(super) disputed: bool,
}

/// The results of one indicator of one place.
pub(super) struct Ledger<'a> {
    rows: BTreeMap<(Kind, Period, bool), Told<'a>>,
    percent: Option<Name>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(facts: Facts<'a>, rows: &[Row]) -> Self {
        let observations = facts.observations;
        // What is neither aimed at nor told for several years has nothing to be held against.
        let aims = |row: &Row| observations.get(row.lead()).is_some_and(|o| o.status == Status::Target);
        let known = rows.first().and_then(|row| observations.get(row.lead())).is_some_and(|o| o.indicator.known);
        let rows = if rows.len() > 1 && (known || rows.iter().any(aims)) { rows } else { &[] };
        Ledger::of(facts, rows)
    }

    /// The ledger of rows that may be held against something.
    pub(super) fn of(Facts { names, documents, observations, panel }: Facts<'a>, rows: &[Row]) -> Self {
        let mut ledger = Ledger { rows: BTreeMap::new(), percent: names.known("%") };
        // 全年平均5.6%、年末5.5%: of the other values of a row the average has its own place, and so has growth of which the
        // words say how it is measured.
        let groups = rows.iter().flat_map(|row| {
            let own =
                |group: &&Group| observations.get(group.lead as usize).is_some_and(|o| o.mean || o.like.is_some());
            let groups = std::iter::once(&row.main).chain(row.others.iter().filter(own));
            groups.map(move |group| (group, row.disputed))
        });
        for (group, disputed) in groups {
            let Some(value) = observations.get(group.lead as usize) else { continue };
            let Some(period) = value.period.filter(|_| told(value.status) && value.every.is_none()) else { continue };
            // 今年 of a report in March is no result of the year, however its sentence sounds.
            let known = |at: &usize| {
                let day = observations.get(*at).and_then(|o| documents.day(o.document));
                period.last_year().is_none() || day.is_none_or(|day| days_between(day, period.end) <= EARLY)
            };
            let first =
                |at: &usize| observations.get(*at).map(|o| (documents.day(o.document), documents.rank(o.document)));
            let Some(source) = panel.members(group).filter(known).min_by_key(first) else { continue };
            let estimate = value.status == Status::Estimate;
            let told = Told { value, source, disputed };
            let kind = Kind::of(value);
            ledger.rows.entry((kind, period, estimate)).or_insert(told);
            if value.like.is_some() {
                ledger.rows.entry((Kind { like: None, ..kind }, period, estimate)).or_insert(told);
            }
            if value.mean {
                ledger.rows.entry((Kind { mean: true, ..kind }, period, estimate)).or_insert(told);
            }
        }
        ledger
    }

    /// The result for exactly this period; what is achieved before what is expected.
    pub(super) fn get(&self, kind: Kind, period: Period) -> Option<Told<'a>> {
        let found = |estimate| self.rows.get(&(kind, period, estimate)).copied();
        found(false).or_else(|| found(true))
    }

    /// The state at the end of a period: told for it, for its last year, for all time up to its end, or for its last day.
    pub(super) fn at_end(&self, kind: Kind, period: Period) -> Option<Told<'a>> {
        let year = period.last_year().map(Period::year);
        let periods = [Some(period), year, Some(period.cumulative()), Some(period.last_day())];
        periods.into_iter().flatten().find_map(|period| self.get(kind, period))
    }

    /// The result of the years that end with this one: of those that begin about when the promise was made, where that is known.
    pub(super) fn ending(&self, kind: Kind, last: i32, first: Option<i32>) -> Option<Told<'a>> {
        let from = (kind, Period { start: i32::MIN, end: i32::MIN }, false);
        let of_kind = self.rows.range(from..).take_while(|((other, ..), _)| *other == kind);
        let mut fitting = of_kind.filter(|((_, period, _), _)| {
            let about = |(begin, end): (i32, i32)| end == last && first.is_none_or(|first| (begin - first).abs() <= 1);
            period.years().is_some_and(about)
        });
        let (_, told) = fitting.next()?;
        fitting.all(|(_, other)| other.value.period == told.value.period).then_some(*told)
    }

    /// The one result of a measure in a period, among whomever or of whatever it is told.
    pub(super) fn only(
        &self,
        measure: Measure,
        period: Period,
        fits: impl Fn(&Observation) -> bool,
    ) -> Option<Told<'a>> {
        let mut found = self.rows.iter().filter(|((kind, other, _), told)| {
            let year = other.whole_year().is_some() && other.last_year() == period.last_year();
            kind.measure == measure && (*other == period || year) && fits(told.value)
        });
        let (_, told) = found.next()?;
        found.all(|(_, other)| other.value.amount == told.value.amount).then_some(*told)
    }

    /// The one multiple that fits.
    pub(super) fn multiples(&self, fits: impl Fn(&Observation) -> bool) -> Option<Told<'a>> {
        let mut found =
            self.rows.iter().filter(|((kind, ..), told)| kind.measure == Measure::Multiple && fits(told.value));
        let (_, told) = found.next()?;
        found.all(|(_, other)| other.value.amount == told.value.amount).then_some(*told)
    }

    /// The level of a year in the unit of `kind`, or in per cent where that is a change of percentages.
    pub(super) fn level(&self, kind: Kind, unit: Option<Name>, year: i32) -> Option<Told<'a>> {
        let unit = unit.unwrap_or(kind.unit);
        self.at_end(Kind::plain(Measure::Level, unit), Period::year(year))
    }

    /// The level of a year in whatever unit it has, if it has one unit only.
    pub(super) fn any_level(&self, year: i32) -> Option<Told<'a>> {
        let levels = self.rows.keys().filter(|(kind, period, _)| {
            kind.measure == Measure::Level && !kind.average && period.whole_year() == Some(year)
        });
        let mut units: Vec<Name> = levels.map(|(kind, ..)| kind.unit).collect();
        units.dedup();
        let [unit] = units.as_slice() else { return None };
        self.level(Kind::plain(Measure::Level, *unit), None, year)
    }

    /// The growth of a year.
    pub(super) fn growth(&self, year: i32) -> Option<Told<'a>> {
        let unit = self.percent?;
        self.get(Kind::plain(Measure::ChangeRate, unit), Period::year(year))
    }

    /// The growth of a year as the numbers stand; none where it is told on another footing alone.
    pub(super) fn nominal(&self, year: i32) -> Option<Told<'a>> {
        let kind = Kind { like: Some(false), ..Kind::plain(Measure::ChangeRate, self.percent?) };
        let told = self.get(kind, Period::year(year)).or_else(|| self.growth(year))?;
        (told.value.like != Some(true)).then_some(told)
    }

    /// The unit per cent, where a document has it.
    pub(super) fn percent(&self) -> Option<Name> {
        self.percent
    }

    /// Years for which a level is told, in order.
    pub(super) fn level_years(&self) -> Vec<i32> {
        let levels = self.rows.keys().filter(|(kind, ..)| kind.measure == Measure::Level && !kind.average);
        let mut years: Vec<i32> = levels.filter_map(|(_, period, _)| period.whole_year()).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

impl Kind {
    /// Of no scope, and no average.
    fn plain(measure: Measure, unit: Name) -> Kind {
        Kind { measure, unit, scope: None, average: false, real: false, like: None, mean: false }
    }

    pub(super) fn of(observation: &Observation) -> Kind {
        let Observation { measure, unit, scope, average, real, like, .. } = *observation;
        Kind { measure, unit, scope, average, real, like, mean: false }
    }
}
