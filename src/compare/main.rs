//! Of several values under one key the one that the row has, and whether the others gainsay it.

use std::cmp::Reverse;

use super::conflict::revision;
use super::documents::Documents;
use super::names::Names;
use super::observation::Observation;
use super::panel::{Panel, Row, told};
use crate::report::Measure;

/// Figures between a whole and a part of it: 其中人工造林120万公顷 stands near 造林383万公顷.
const NEAR: u32 = 6;

/// The place of the group whose value the row has. News knows less than reports and communiqués; a part stands behind its
/// whole; a label that says more than the indicator's name says less of it; a later document knows better, a value told more
/// often or read more surely is more likely meant, and of equals the first stands for the whole.
pub(super) fn choose(documents: &Documents, observations: &[Observation], groups: &[(Vec<u32>, u32)]) -> usize {
    let get = |at: &u32| observations.get(*at as usize);
    let weight = |(members, lead): &(Vec<u32>, u32)| {
        let members = || members.iter().filter_map(get);
        let official = members().any(|o| documents.official(o.document));
        let apart = members().map(|o| o.indicator.apart).min();
        let averaged = members().any(|o| o.mean && o.indicator.averaged);
        let whole = !members().all(|o| part(observations, groups, o));
        let latest = members().filter_map(|o| documents.day(o.document)).max();
        let sure = get(lead).map(|o| (o.confidence * 100.0) as i64);
        (official, whole, Reverse(apart), averaged, latest, members().count(), sure)
    };
    let first = |(members, _): &(Vec<u32>, u32)| {
        members.iter().filter_map(get).map(|o| (documents.rank(o.document), o.sequence)).min()
    };
    let best = |at: &usize| (weight(&groups[*at]), Reverse((first(&groups[*at]), *at)));
    (0..groups.len()).max_by_key(best).unwrap_or_default()
}

/// Whether this is a part of another value under the key, which stands shortly before it.
fn part(observations: &[Observation], groups: &[(Vec<u32>, u32)], o: &Observation) -> bool {
    let before = |at: &u32| observations.get(*at as usize).is_some_and(|other| of_whole(o, other));
    o.part && groups.iter().flat_map(|(members, _)| members).any(before)
}

/// Whether one is told as a part shortly behind the other.
fn of_whole(o: &Observation, whole: &Observation) -> bool {
    let behind = o.sequence.checked_sub(whole.sequence).is_some_and(|between| between > 0 && between <= NEAR);
    o.part && !(whole.part && whole.sentence == o.sentence) && o.document == whole.document && behind
}

/// Whether another value of the row tells the same of the same, and nothing says why it differs.
pub(super) fn disputed(
    names: &Names,
    documents: &Documents,
    panel: &Panel,
    observations: &[Observation],
    row: &Row,
) -> bool {
    let Some(lead) = observations.get(row.lead()).filter(|lead| told(lead.status)) else { return false };
    let explained = |o: &Observation| {
        let wholes = || panel.observed(observations, &row.main);
        o.indicator.definition != lead.indicator.definition
            || o.indicator.apart != lead.indicator.apart
            || o.mean != lead.mean
            || o.like != lead.like
            || o.of_others(lead)
            || revision(names, documents, o, lead).is_some()
            || o.indicator.known && o.part && wholes().any(|whole| of_whole(o, whole))
            // Places in a ranking are of the amount and of its growth alike.
            || o.measure == Measure::Rank
    };
    row.others.iter().any(|group| panel.observed(observations, group).any(|o| !explained(o)))
}
