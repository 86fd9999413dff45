//! Values of one row that cannot both hold: contradictions, and revisions told from them.

use super::documents::Documents;
use super::names::Names;
use super::observation::Observation;
use super::panel::{Facts, Group, Row, told};
use super::period::Period;
use super::promise::reference;
use super::shown;
use super::types::{Conflict, FigureRef, Revision, RevisionKind};
use crate::lexicon::definitions::{Use, definitions};
use crate::report::{Measure, Status};

/// How far statistics move a level in its revision, as part of it, when no word says so.
const LEVEL: f64 = 0.03;

/// The same for growth, in points.
const RATE: f64 = 0.5;

/// How far a first calculation lies from what replaces it: twice that, at most.
const FIRST_LEVEL: f64 = 0.06;

/// The same for growth, in points.
const FIRST_RATE: f64 = 1.0;

/// How far a census moves a level, as part of it, where no word says so: what moves further is for a reader to see.
const CENSUS_LEVEL: f64 = 0.08;

/// The same for a rate such as that of townspeople, in points; growth it moves hardly at all.
const CENSUS_RATE: f64 = 4.0;

/// An open-vocabulary label as long as this says enough to be the same thing in two places: 新认定国家高新技术企业.
const LONG: usize = 6;

/// How near two levels in one document are, as part of the larger, to be one thing told in two ways.
const NEAR: f64 = 0.1;

/// The same for rates, in points.
const NEAR_RATE: f64 = 1.0;

/// Figures whose linking is less sure than this are no ground to speak of a contradiction.
const SURE: f64 = 0.7;

/// Looks at rows with more than one value.
pub(super) struct Disputes<'a>(pub(super) Facts<'a>);

impl Disputes<'_> {
    /// The dispute of a row: a contradiction, or revisions of its value.
    pub(super) fn of(&self, row: &Row, conflicts: &mut Vec<Conflict>, revisions: &mut Vec<Revision>) {
        if row.others.is_empty() {
            return;
        }
        // Of each value the first place that is read surely: a vague one does not hide the others.
        let mut values = row.groups().filter_map(|group| self.first(group));
        let Some(main) = values.next() else { return };
        let mut against: Vec<&Observation> = Vec::new();
        for other in values {
            // Two aims may both hold: 7%以上 here, 力争8% there.
            let both = !told(other.status) && other.amount.width().meets(main.amount.width());
            if !self.alike(other, main) || both {
                continue;
            }
            match revision(self.0.names, self.0.documents, other, main) {
                Some(kind) => revisions.push(self.replaced(kind, other, main)),
                None => against.push(other),
            }
        }
        if against.is_empty() {
            return;
        }
        against.push(main);
        against.sort_by_key(|o| (self.0.documents.day(o.document), self.0.documents.rank(o.document), o.sequence));
        conflicts.push(self.contradiction(&against));
    }

    /// The first place where a value surely stands.
    fn first(&self, group: &Group) -> Option<&Observation> {
        self.0.panel.members(group).filter_map(|at| self.0.observations.get(at)).find(|o| self.comparable(o))
    }

    /// Whether two values under this key are surely about one thing.
    fn comparable(&self, o: &Observation) -> bool {
        let period = o.period.is_some_and(|period| period.last_year().is_some());
        let label = o.indicator.known || self.0.names.word(o.indicator.name).chars().count() >= LONG;
        period && label && o.every.is_none() && o.status != Status::Plan && o.confidence >= SURE
    }

    /// Whether the two are surely of one thing: go by one name (有效专利 and 有效发明专利 share a row of the list, and are
    /// two things), and stand in two documents, or near each other in number: nobody contradicts himself in one
    /// sentence, and within one document what differs widely is of two projects or places.
    fn alike(&self, one: &Observation, other: &Observation) -> bool {
        // 生产总值修订为1142.3亿元 is of 生产总值.
        let bare = |o: &Observation| {
            let label = self.0.names.word(o.label);
            definitions().words(Use::Restated).cut(label).unwrap_or(label)
        };
        let (a_name, b_name) = (bare(one), bare(other));
        let named = one.indicator.definition == other.indicator.definition
            && (a_name.ends_with(b_name) || b_name.ends_with(a_name));
        // 失业率平均值5.6%。年末失业率5.5%
        // 同口径增长4.2%，自然口径下降1.5%
        let named = named && one.mean == other.mean && one.like == other.like && !one.of_others(other);
        if one.document != other.document {
            return named;
        }
        let (a, b) = (one.amount.middle(), other.amount.middle());
        let near = match one.measure {
            Measure::ChangeRate | Measure::Share => (a - b).abs() <= NEAR_RATE,
            _ => (a - b).abs() <= a.abs().max(b.abs()) * NEAR,
        };
        // 各项存款 and 人民币各项存款 of one document are a whole and its part.
        named && a_name == b_name && near && one.indicator.known && one.sentence != other.sentence
    }

    /// 预计 and the result that came: the two rows of one period, where their values differ.
    pub(super) fn estimates(&self, rows: &[Row], conflicts: &mut Vec<Conflict>, revisions: &mut Vec<Revision>) {
        for row in rows {
            let Some(estimate) = self.lead(row).filter(|o| o.status == Status::Estimate && self.comparable(o)) else {
                continue;
            };
            let same = |o: &&Observation| {
                o.status == Status::Actual
                    && (o.period, o.measure, o.unit, o.scope, o.average, (o.real, o.like))
                        == (
                            estimate.period,
                            estimate.measure,
                            estimate.unit,
                            estimate.scope,
                            estimate.average,
                            (estimate.real, estimate.like),
                        )
            };
            // Rows are in order of period and measure: the result stands just before its estimate.
            let at = rows.partition_point(|row| {
                self.lead(row).is_some_and(|o| (o.period, o.measure) < (estimate.period, estimate.measure))
            });
            let near = rows.iter().skip(at).map_while(|row| {
                self.lead(row).filter(|o| (o.period, o.measure) == (estimate.period, estimate.measure))
            });
            let Some(result) = near.into_iter().find(same) else { continue };
            // 新建公路156公里 and, below, 165公里: one of one document is wrong, whatever 预计 stands before.
            if result.document == estimate.document && !result.amount.width().meets(estimate.amount.width()) {
                let near =
                    (result.amount.middle() - estimate.amount.middle()).abs() <= result.amount.middle().abs() * NEAR;
                if near && result.label == estimate.label && result.sentence != estimate.sentence {
                    conflicts.push(self.contradiction(&[estimate, result]));
                }
                continue;
            }
            if !result.amount.width().meets(estimate.amount.width())
                && self.0.documents.day(estimate.document) < self.0.documents.day(result.document)
            {
                revisions.push(self.replaced(RevisionKind::Estimate, estimate, result));
            }
        }
    }

    fn lead(&self, row: &Row) -> Option<&Observation> {
        self.0.observations.get(row.lead())
    }

    fn replaced(&self, kind: RevisionKind, from: &Observation, to: &Observation) -> Revision {
        let note = format!("{} {} → {}", self.heading(to), self.value(from), self.value(to));
        Revision { kind, from: self.reference(from), to: self.reference(to), note: note.into() }
    }

    fn contradiction(&self, figures: &[&Observation]) -> Conflict {
        let values: Vec<String> = figures.iter().map(|o| self.value(o)).collect();
        let heading = figures.first().map(|o| self.heading(o)).unwrap_or_default();
        let rows = figures.iter().map(|o| self.reference(o)).collect();
        Conflict { rows, note: format!("{heading} {}", values.join(" ≠ ")).into() }
    }

    fn heading(&self, o: &Observation) -> String {
        let period = o.period.map(Period::interval);
        let words =
            [self.0.names.word(o.subject.name), &shown::period(period.as_ref()), self.0.names.word(o.indicator.name)]
                .join(" ");
        words.trim().to_owned()
    }

    fn value(&self, o: &Observation) -> String {
        shown::value(&o.value(), self.0.names.word(o.unit), o.measure)
    }

    fn reference(&self, o: &Observation) -> FigureRef {
        reference(self.0.names, self.0.documents, o)
    }
}

/// Whether a later document replaced the earlier value, and how that is known: it says so (普查, 最终核实), a census lay
/// between the two, or the change is as small as those of statistics are, the more so where the first was 初步核算.
pub(super) fn revision(
    names: &Names,
    documents: &Documents,
    from: &Observation,
    to: &Observation,
) -> Option<RevisionKind> {
    let (earlier, later) = (documents.day(from.document)?, documents.day(to.document)?);
    if earlier >= later || !told(to.status) {
        return None;
    }
    if to.amended {
        return Some(RevisionKind::Stated);
    }
    let (a, b) = (from.amount.middle(), to.amount.middle());
    let within = |level: f64, rate: f64| match to.measure {
        Measure::Level if names.word(to.unit) != "%" => (a - b).abs() <= b.abs() * level,
        Measure::Level | Measure::ChangeRate | Measure::ChangeAmount | Measure::Share => (a - b).abs() <= rate,
        _ => false,
    };
    if from.provisional && within(FIRST_LEVEL, FIRST_RATE) {
        return Some(RevisionKind::Stated);
    }
    let id = to.indicator.id.map(|id| names.word(id));
    let year = to.period.and_then(Period::last_year);
    let census = id.zip(year).is_some_and(|(id, year)| definitions().census(id, year, (earlier, later)));
    let likely = to.indicator.revised && within(LEVEL, RATE)
        || census && to.measure == Measure::Level && within(CENSUS_LEVEL, CENSUS_RATE);
    likely.then_some(RevisionKind::Likely)
}
