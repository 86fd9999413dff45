//! Checks: a level and its growth against the level of the year before. What does not fit is to be looked at: statistics
//! compare on the same footing (同口径), which the levels of two documents may not have.

use super::ledger::{Kind, Ledger, Told};
use super::panel::Facts;
use super::promise::reference;
use super::shown::{number, quantity};
use super::types::{Check, CheckKind};
use crate::lexicon::definitions::definitions;
use crate::report::{Bound, Measure};

/// Points by which growth at current prices may lie under growth in real terms, and over it: prices fall and rise.
const PRICES: (f64, f64) = (-5.0, 12.0);

/// The checks of one indicator of one place.
pub(super) fn checks(facts: Facts, ledger: &Ledger) -> Vec<Check> {
    let years = ledger.level_years();
    let pairs = years.windows(2).filter_map(|pair| match pair {
        [before, year] if before + 1 == *year => Some(*year),
        _ => None,
    });
    pairs.filter_map(|year| check(facts, ledger, year)).collect()
}

fn check(facts: Facts, ledger: &Ledger, year: i32) -> Option<Check> {
    let Facts { names, documents, observations, .. } = facts;
    let growth = ledger.nominal(year)?;
    let now = ledger.any_level(year)?;
    let before = ledger.level(Kind::of(now.value), None, year - 1)?;
    // Two definitions make no sum (城镇固定资产投资 of 2011, 全社会 of 2012), nor does growth that is disputed itself.
    let defined = |told: &Told| told.value.indicator.definition;
    let all = [&growth, &now, &before];
    let changed = now.value.indicator.id.and_then(|id| definitions().changed(names.word(id))?.year);
    if growth.disputed || all.iter().any(|told| defined(told) != defined(&now)) || changed == Some(year) {
        return None;
    }
    let plain = |told: &Told| told.value.amount.bound == Bound::Exact && !told.value.amount.is_range();
    // 由250亿元增加到501亿元 tells of a term, not of two years.
    if (now.value.document, now.value.sentence) == (before.value.document, before.value.sentence) {
        return None;
    }
    // A rate that rises by 2 % and one that rises by two points read alike.
    if ![&growth, &now, &before].into_iter().all(plain) || names.word(now.value.unit) == "%" {
        return None;
    }
    let (a, b, g) = (now.value.amount, before.value.amount, growth.value.amount);
    if a.middle() <= 0.0 || b.middle() <= 0.0 {
        return None;
    }
    let rate = |ratio: f64| 100.0 * (ratio - 1.0);
    let (aw, bw, gw) = (a.rounding(), b.rounding(), g.rounding());
    let (low, high) = (rate(aw.low / bw.high), rate(aw.high / bw.low));
    let real = now.value.indicator.real_growth;
    let (under, over) = if real { PRICES } else { (0.0, 0.0) };
    if low - over <= gw.high && high - under >= gw.low {
        return None;
    }
    let unit = names.word(now.value.unit);
    let [a, b] = [a.middle(), b.middle()].map(|value| quantity(value, unit, Measure::Level));
    let implied = (rate(now.value.amount.middle() / before.value.amount.middle()) * 100.0).round() / 100.0;
    let arithmetic = format!("{year}: {a} ÷ {b} − 1 = {}% ≠ {}%", number(implied), number(g.middle()));
    let rows = [now, before, growth]
        .iter()
        .filter_map(|told| observations.get(told.source))
        .map(|o| reference(names, documents, o))
        .collect();
    Some(Check {
        kind: if real { CheckKind::RealGrowth } else { CheckKind::Growth },
        rows,
        arithmetic: arithmetic.into(),
    })
}
