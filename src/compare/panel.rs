//! Observations → rows: the same fact told twice, in one document or in several, is one row with all its sources.

use rustc_hash::FxHashMap as HashMap;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::ops::Range;

use super::amount::{Width, ratios_agree};
use super::documents::Documents;
use super::indicator::OPEN;
use super::main;
use super::names::{Name, Names};
use super::observation::Observation;
use super::promise::reference;
use super::types::FigureRef;
use crate::report::{Bound, Measure, Status};

/// Rows in order (subject, indicator, period, measure, status), and the observations that they rest on.
#[derive(Debug, Default)]
pub(super) struct Panel {
    pub(super) rows: Vec<Row>,
    members: Vec<u32>,
}

/// What the answers of a comparison rest on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts<'a> {
    pub(super) names: &'a Names,
    pub(super) documents: &'a Documents,
    pub(super) observations: &'a [Observation],
    pub(super) panel: &'a Panel,
}

/// Observations that agree.
#[derive(Debug, Clone)]
pub(super) struct Group {
    members: Range<u32>,
    /// The most precise of them.
    pub(super) lead: u32,
}

/// One row: observations of one key, those that agree together.
#[derive(Debug)]
pub(super) struct Row {
    /// Those that agree with the value of the row.
    pub(super) main: Group,
    /// Values that cannot be the same, each with its sources.
    pub(super) others: Vec<Group>,
    /// Another value tells the same of the same, and neither its name nor its words say why it differs.
    pub(super) disputed: bool,
}

impl Row {
    /// The observation whose value the row has.
    pub(super) fn lead(&self) -> usize {
        self.main.lead as usize
    }

    /// Observations that agree with its value, and those of each other value.
    pub(super) fn groups(&self) -> impl Iterator<Item = &Group> {
        std::iter::once(&self.main).chain(&self.others)
    }
}

impl Panel {
    /// Brings observations into rows.
    pub(super) fn new(names: &Names, documents: &Documents, observations: &[Observation]) -> Panel {
        let order = order(names, documents, observations);
        let mut panel = Panel { rows: Vec::with_capacity(order.len()), members: Vec::with_capacity(order.len()) };
        for same in order.chunk_by(|a, b| a.0 == b.0) {
            panel.push(names, documents, observations, same);
        }
        panel
    }

    /// The observations of a group, the earliest document first.
    pub(super) fn members(&self, group: &Group) -> impl Iterator<Item = usize> + Clone + '_ {
        let Range { start, end } = group.members;
        self.members.get(start as usize..end as usize).unwrap_or_default().iter().map(|at| *at as usize)
    }

    /// Where the observations of a group stand.
    pub(super) fn references(&self, facts: Facts, group: &Group) -> Vec<FigureRef> {
        let mut references = Vec::with_capacity(group.members.len());
        let members = self.observed(facts.observations, group);
        references.extend(members.map(|o| reference(facts.names, facts.documents, o)));
        references
    }

    /// As [`Panel::members`], the observations themselves.
    pub(super) fn observed<'a>(
        &'a self,
        observations: &'a [Observation],
        group: &Group,
    ) -> impl Iterator<Item = &'a Observation> + use<'a> {
        let Range { start, end } = group.members;
        let members = self.members.get(start as usize..end as usize).unwrap_or_default();
        members.iter().filter_map(|at| observations.get(*at as usize))
    }

    fn push(&mut self, names: &Names, documents: &Documents, observations: &[Observation], same: &[Ordered]) {
        if let [(.., one)] = same {
            let main = self.group(std::iter::once(*one), *one);
            self.rows.push(Row { main, others: Vec::new(), disputed: false });
            return;
        }
        let mut groups = agreeing(observations, same);
        let best = main::choose(documents, observations, &groups);
        let place = |at: &u32| observations.get(*at as usize).map(|o| (documents.rank(o.document), o.sequence));
        groups[..=best].rotate_right(1);
        let mut groups = groups.into_iter().map(|(mut members, lead)| {
            members.sort_by_key(place);
            self.group(members.into_iter(), lead)
        });
        if let Some(main) = groups.next() {
            let others = groups.collect();
            self.rows.push(Row { main, others, disputed: false });
            let row = self.rows.last().map(|row| main::disputed(names, documents, self, observations, row));
            if let (Some(disputed), Some(row)) = (row, self.rows.last_mut()) {
                row.disputed = disputed;
            }
        }
    }

    fn group(&mut self, members: impl Iterator<Item = u32>, lead: u32) -> Group {
        let start = self.members.len() as u32;
        self.members.extend(members);
        Group { members: start..self.members.len() as u32, lead }
    }
}

/// Key, place in the documents, number of the observation.
type Ordered = (u128, u64, u32);

/// Observations in the order of the panel; those of one row have one key.
fn order(names: &Names, documents: &Documents, observations: &[Observation]) -> Vec<Ordered> {
    let used = |o: &Observation| [o.subject.key, o.indicator.key & !OPEN, o.unit, o.scope.unwrap_or(o.unit)];
    let ranks = names.ranks(observations.iter().flat_map(used));
    let rank = |name: Name| ranks.get((name & !OPEN) as usize).copied().unwrap_or_default() | name & OPEN;
    let periods = ranked(observations.iter().map(|o| o.period));
    let kind = |o: &Observation| (o.measure, o.status, o.every, o.average, o.real, rank(o.unit), o.scope.map(rank));
    let kinds = ranked(observations.iter().map(kind));
    let mut order: Vec<Ordered> = observations
        .iter()
        .enumerate()
        .map(|(at, o)| {
            let parts = [rank(o.subject.key), rank(o.indicator.key), periods[at], kinds[at]];
            let key = parts.into_iter().fold(0, |key: u128, part| key << 32 | u128::from(part));
            (key, u64::from(documents.rank(o.document)) << 32 | u64::from(o.sequence), at as u32)
        })
        .collect();
    order.sort_unstable();
    order
}

/// For each thing its place among all of them, in the order in which they come.
fn ranked<T: Ord + Hash + Copy>(all: impl Iterator<Item = T>) -> Vec<u32> {
    let mut numbers: HashMap<T, u32> = HashMap::default();
    let mut ranks: Vec<u32> = all
        .map(|one| {
            let next = numbers.len() as u32;
            *numbers.entry(one).or_insert(next)
        })
        .collect();
    let mut order: Vec<(T, u32)> = numbers.into_iter().collect();
    order.sort_unstable();
    let mut places = vec![0; order.len()];
    for (place, (_, number)) in order.into_iter().enumerate() {
        places[number as usize] = place as u32;
    }
    for rank in &mut ranks {
        *rank = places[*rank as usize];
    }
    ranks
}

/// Groups of observations whose values can be the same number, each around its most precise member.
fn agreeing(observations: &[Observation], same: &[Ordered]) -> Vec<(Vec<u32>, u32)> {
    let mut order: Vec<(u32, &Observation)> =
        same.iter().filter_map(|(.., at)| Some((*at, observations.get(*at as usize)?))).collect();
    // A stable sort: equals stay in the order of their documents.
    order.sort_by_key(|(_, o)| vagueness(o));
    let mut groups: Vec<(Vec<u32>, u32)> = Vec::new();
    // Leads do not meet one another, so the neighbours of a number are the only ones that it can meet.
    let mut leads: BTreeMap<i64, (Width, usize)> = BTreeMap::new();
    for (at, o) in order {
        let found = if o.measure == Measure::Ratio {
            let same = |lead: u32| observations.get(lead as usize).is_some_and(|lead| ratios_agree(lead, o));
            groups.iter().position(|(_, lead)| same(*lead))
        } else if !told(o.status) {
            let same = |lead: u32| observations.get(lead as usize).is_some_and(|lead| lead.amount.same_aim(&o.amount));
            groups.iter().position(|(_, lead)| same(*lead))
        } else {
            nearest(&leads, o.amount.width(), o.amount.middle())
        };
        if let Some((members, _)) = found.and_then(|group| groups.get_mut(group)) {
            members.push(at);
        } else {
            leads.insert(ordered(o.amount.middle()), (o.amount.width(), groups.len()));
            groups.push((vec![at], at));
        }
    }
    groups
}

/// How much a value leaves open.
fn vagueness(o: &Observation) -> (u8, i64) {
    let kind = match o.amount.bound {
        Bound::Exact => 0,
        Bound::About => 1,
        Bound::AtLeast | Bound::AtMost => 2,
    };
    (kind, ordered(o.amount.high - o.amount.low + o.amount.step))
}

fn nearest(leads: &BTreeMap<i64, (Width, usize)>, width: Width, middle: f64) -> Option<usize> {
    let below = leads.range(..=ordered(middle)).next_back();
    let above = leads.range(ordered(middle)..).next();
    let meeting = [below, above].into_iter().flatten().filter(|(_, (lead, _))| lead.meets(width));
    meeting.min_by_key(|(at, _)| at.abs_diff(ordered(middle))).map(|(_, (_, group))| *group)
}

/// A number whose order is that of the float.
fn ordered(value: f64) -> i64 {
    let bits = (value + 0.0).to_bits().cast_signed();
    if bits < 0 { i64::MIN - bits } else { bits }
}

/// Whether a status tells what is or was.
pub(super) fn told(status: Status) -> bool {
    matches!(status, Status::Actual | Status::Estimate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_keep_their_order_as_whole_numbers() {
        let floats = [f64::NEG_INFINITY, -3.5, -0.0, 1e-9, 2.0, 1e15, f64::INFINITY];
        assert!(floats.windows(2).all(|pair| ordered(pair[0]) < ordered(pair[1])));
        assert_eq!(ordered(-0.0), ordered(0.0));
    }
}
