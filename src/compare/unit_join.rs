//! One unit for what is told in several: 粮食 in 斤 and in 吨, 养老服务中心 in 个 and in 家.

use rustc_hash::FxHashMap as HashMap;

use super::names::{Name, Names};
use super::observation::Observation;
use crate::lexicon::unit_joins::{Joined, unit_joins};
use crate::report::Measure;

/// Which thing of whom, and the kind of unit.
type Key = (Name, u64, &'static str);

/// Brings observations of one thing of one subject to the unit that comes first in the table of those that it is told in.
pub(super) fn join(names: &Names, observations: &mut [Observation]) {
    let table = unit_joins().all();
    let numbers: HashMap<Name, usize> =
        table.iter().enumerate().filter_map(|(at, one)| Some((names.known(one.unit)?, at))).collect();
    let joined = |o: &Observation| -> Option<(Key, usize)> {
        let at = *numbers.get(&o.unit)?;
        let one: &Joined = table.get(at)?;
        let amounts = matches!(o.measure, Measure::Level | Measure::ChangeAmount | Measure::Gap);
        let label = || names.word(o.label);
        let fits = amounts && (one.labels.is_empty() || one.labels.iter().any(|end| label().ends_with(end)));
        fits.then_some(((o.subject.key, o.indicator.kin, one.kind), at))
    };
    // The first unit of each, and whether there are others.
    let mut units: HashMap<Key, (usize, bool)> = HashMap::default();
    for (key, at) in observations.iter().filter_map(joined) {
        let seen = units.entry(key).or_insert((at, false));
        *seen = (seen.0.min(at), seen.1 || seen.0 != at);
    }
    units.retain(|_, (_, several)| *several);
    if units.is_empty() {
        return;
    }
    for o in observations {
        let Some((key, from)) = joined(o) else { continue };
        let Some((to, _)) = units.get(&key).copied().filter(|(to, _)| *to != from) else { continue };
        let (Some(one), Some(other)) = (table.get(from), table.get(to)) else { continue };
        let Some(unit) = names.known(other.unit) else { continue };
        let factor = one.factor / other.factor;
        o.unit = unit;
        o.amount = o.amount.times(factor);
        for part in o.parts.iter_mut().flat_map(|parts| parts.iter_mut()) {
            *part *= factor;
        }
    }
}
