//! Targets → promises: each with what became of it by the day of the comparison.

use super::documents::Documents;
use super::judge::Target;
use super::kin::Kin;
use super::ledger::Ledger;
use super::names::Names;
use super::observation::Observation;
use super::outcome::{Found, Results};
use super::panel::{Facts, Group, Row};
use super::period::{Day, Period, Writer};
use super::shown;
use super::types::{Basis, Caveat, FigureRef, Outcome, PromiseRow};
use crate::report::{Every, Measure, Status};

/// How many times the target a result under a near name is, at least and at most.
const ALIKE: (f64, f64) = (0.3, 3.0);

/// What the promises of one indicator of one place are judged with.
pub(super) struct Promises<'a> {
    pub(super) facts: Facts<'a>,
    /// A target is due when its period has ended by this day.
    pub(super) as_of: Option<Day>,
    /// Units of the last digit that 左右 leaves.
    pub(super) leeway: f64,
    /// Series of each subject whose labels share what names a thing.
    pub(super) kin: &'a Kin<'a>,
    pub(super) periods: &'a Writer,
}

impl Promises<'_> {
    /// Adds the promises among the rows of one indicator of one place.
    pub(super) fn of(&self, rows: &[Row], ledger: &Ledger, promises: &mut Vec<PromiseRow>) {
        let results = Results { names: self.facts.names, documents: self.facts.documents, ledger };
        let aimed = rows
            .iter()
            .filter(|row| self.facts.observations.get(row.lead()).is_some_and(|o| o.status == Status::Target));
        promises.extend(aimed.flat_map(|row| row.groups().map(move |group| (row, group))).filter_map(
            |(row, group)| {
                let mut promise = self.promise(&results, rows, group)?;
                if promise.caveat.is_none() && self.changed(row, group) {
                    promise.caveat = Some(Caveat::Changed);
                }
                Some(promise)
            },
        ));
    }

    /// Whether a later document, before the promise is due, aims at another value for the same: 由7%调整为3%以上.
    fn changed(&self, row: &Row, group: &Group) -> bool {
        if row.others.is_empty() {
            return false;
        }
        let days = |group: &Group| -> Vec<Day> {
            self.facts
                .panel
                .observed(self.facts.observations, group)
                .filter_map(|o| self.facts.documents.day(o.document))
                .collect()
        };
        let due = self.facts.observations.get(group.lead as usize).and_then(|o| o.period).map(|period| period.end);
        let (Some(latest), Some(due)) = (days(group).into_iter().max(), due) else { return false };
        let other = |other: &Group| {
            other.lead != group.lead && days(other).into_iter().min().is_some_and(|first| first > latest && first < due)
        };
        row.groups().any(other)
    }

    /// 新增受益人口50万…，新增受益人口20万…: words that one document says of two things, as no list of indicators knows
    /// them, tell of neither which result is whose.
    fn ambiguous(&self, rows: &[Row], target: &Observation) -> bool {
        let of_two = |row: &Row| {
            let alike = |o: &Observation| o.measure == target.measure && o.period == target.period;
            let mut documents: Vec<u32> = row
                .groups()
                .filter_map(|group| self.facts.observations.get(group.lead as usize))
                .filter(|o| alike(o))
                .map(|o| o.document)
                .collect();
            let all = documents.len();
            documents.sort_unstable();
            documents.dedup();
            documents.len() < all
        };
        !target.indicator.known && rows.iter().any(|row| !row.others.is_empty() && of_two(row))
    }

    fn promise(&self, results: &Results, rows: &[Row], group: &Group) -> Option<PromiseRow> {
        let target = self.facts.observations.get(group.lead as usize)?;
        let (result, arithmetic, found) = match target.every {
            _ if self.ambiguous(rows, target) => (self.unfound(target), String::new(), None),
            Some(Every::Year) => self.every_year(results, target),
            _ => self.once(results, target),
        };
        let targets = self.facts.panel.references(self.facts, group);
        let evidence: Vec<FigureRef> =
            found.iter().flat_map(|found| &found.evidence).filter_map(|at| self.reference(*at)).collect();
        let word = |name| self.facts.names.text(name);
        Some(PromiseRow {
            subject: Some(word(target.subject.name)),
            subject_code: target.subject.code.is_some().then(|| word(target.subject.key)),
            indicator: word(target.indicator.name),
            indicator_id: target.indicator.id.map(word),
            due: target.period.map(|period| self.periods.interval(period)),
            value: target.value(),
            unit: word(target.unit),
            measure: target.measure,
            bound: target.bound,
            commitment: target.commitment,
            modality: target.modality.map(word),
            target: targets.first()?.clone(),
            targets,
            outcome: evidence.first().cloned(),
            evidence,
            outcome_value: found.as_ref().map(|found| found.value.clone()),
            outcome_status: found.as_ref().map(|found| found.status),
            basis: found.as_ref().map(|found| found.basis),
            caveat: found.as_ref().and_then(|found| found.caveat),
            arithmetic: arithmetic.into(),
            result,
        })
    }

    fn once(&self, results: &Results, target: &Observation) -> (Outcome, String, Option<Found>) {
        // As of 2018 a target for 2022 is open, whatever the reports of 2023 tell.
        if self.unfound(target) == Outcome::Open {
            return (Outcome::Open, String::new(), None);
        }
        let found = results.of(target).or_else(|| self.of_kin(target));
        let Some(mut found) = found else { return (self.unfound(target), String::new(), None) };
        let judge = |result| self.target(target, &found).judge(result);
        // On one footing kept and on the other not: of which it was meant, nobody says.
        let apart = found.decides && found.rival.is_some_and(|rival| judge(rival).0 != judge(found.result).0);
        if apart {
            (found.decides, found.caveat) = (false, Some(Caveat::Disputed));
        }
        let growth = target.measure == Measure::ChangeRate && found.caveat == Some(Caveat::Disputed);
        let (result, comparison) = if found.decides {
            self.target(target, &found).judge(found.result)
        } else if target.measure == Measure::Ratio || found.caveat == Some(Caveat::YearEnd) || growth {
            let shown = results.shown(&found, target);
            let aim = shown::value(&target.value(), self.facts.names.word(target.unit), target.measure);
            (Outcome::Unknown, format!("{shown} ? {aim}"))
        } else {
            (Outcome::Unknown, String::new())
        };
        let arithmetic = match (found.working.is_empty(), comparison.is_empty()) {
            (true, _) => comparison,
            (false, true) => found.working.clone(),
            (false, false) => format!("{}; {comparison}", found.working),
        };
        (result, arithmetic, Some(found))
    }

    /// 每年新增1万人 over some years is kept when each of them keeps it.
    fn every_year(&self, results: &Results, target: &Observation) -> (Outcome, String, Option<Found>) {
        let years = target.period.and_then(|period| period.years().or(period.whole_year().map(|year| (year, year))));
        let Some((first, last)) = years else { return (self.unfound(target), String::new(), None) };
        let judged: Vec<(Outcome, String, Option<Found>)> = (first..=last)
            .map(|year| {
                let one = Observation { period: Some(Period::year(year)), every: None, ..target.clone() };
                let (outcome, arithmetic, found) = self.once(results, &one);
                (outcome, if arithmetic.is_empty() { arithmetic } else { format!("{year}: {arithmetic}") }, found)
            })
            .collect();
        let outcome = if judged.iter().any(|(outcome, ..)| *outcome == Outcome::Missed) {
            Outcome::Missed
        } else if judged.iter().all(|(outcome, ..)| *outcome == Outcome::Met) {
            Outcome::Met
        } else {
            self.unfound(target)
        };
        let arithmetic: Vec<&str> =
            judged.iter().map(|(_, text, _)| text.as_str()).filter(|text| !text.is_empty()).collect();
        let arithmetic = arithmetic.join("; ");
        // The year that decides: the first that was missed, else the last that is known.
        let missed = judged.iter().position(|(outcome, ..)| *outcome == Outcome::Missed);
        let known = judged.iter().rposition(|(.., found)| found.is_some());
        let found = missed.or(known).and_then(|at| judged.into_iter().nth(at)).and_then(|(.., found)| found);
        (outcome, arithmetic, found)
    }

    /// The result that another series tells under a name near that of the target: one alone, stated, with no target of its
    /// own, and of a like size, as 新建X of a year is no X that there is.
    fn of_kin(&self, target: &Observation) -> Option<Found> {
        let mut found: Option<Found> = None;
        for rows in self.kin.of(target) {
            let own = |row: &Row| {
                let lead = self.facts.observations.get(row.lead());
                lead.is_some_and(|o| {
                    o.status == Status::Target && o.period == target.period && o.measure == target.measure
                })
            };
            if rows.iter().any(own) || self.ambiguous(rows, target) {
                continue;
            }
            let ledger = Ledger::of(self.facts, rows);
            let Some(one) =
                (Results { names: self.facts.names, documents: self.facts.documents, ledger: &ledger }).of(target)
            else {
                continue;
            };
            if found.is_some() {
                return None;
            }
            found = Some(one);
        }
        let found = found.filter(|found| found.basis == Basis::Stated && found.decides)?;
        let size = found.result.value / target.amount.middle();
        (ALIKE.0..=ALIKE.1).contains(&size).then_some(Found { caveat: Some(Caveat::NearName), ..found })
    }

    fn target(&self, target: &Observation, found: &Found) -> Target<'_> {
        Target {
            amount: found.aim.unwrap_or(target.amount),
            measure: target.measure,
            unit: if found.aim.is_some() { ":1" } else { self.facts.names.word(target.unit) },
            better: target.indicator.better,
            leeway: self.leeway,
        }
    }

    fn unfound(&self, target: &Observation) -> Outcome {
        match (target.period.map(|period| period.end), self.as_of) {
            (Some(end), Some(today)) if end > today => Outcome::Open,
            _ => Outcome::Unknown,
        }
    }

    fn reference(&self, at: usize) -> Option<FigureRef> {
        self.facts.observations.get(at).map(|o| reference(self.facts.names, self.facts.documents, o))
    }
}

/// Where an observation stands.
pub(super) fn reference(names: &Names, documents: &Documents, observation: &Observation) -> FigureRef {
    FigureRef { document: documents.id(observation.document), figure: names.text(observation.figure) }
}
