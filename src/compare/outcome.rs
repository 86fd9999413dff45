//! The result of a target: as a document states it, or worked out from levels and growth.

use super::amount::Amount;
use super::documents::Documents;
use super::judge::Result;
use super::ledger::{Kind, Ledger, Told};
use super::names::{Name, Names};
use super::observation::Observation;
use super::period::Period;
use super::shown::{number, quantity, value};
use super::types::{Basis, Caveat};
use crate::lexicon::indicators::Better;
use crate::report::{Bound, Measure, Status, Value};

/// A flow over several years is the sum of its years when the target is this many times the last year's: 五年新增就业50万人.
const SUM: f64 = 2.0;

/// A result that was found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) result: Result,
    pub(super) value: Value,
    pub(super) status: Status,
    pub(super) basis: Basis,
    /// Observations it rests on, the most telling first.
    pub(super) evidence: Vec<usize>,
    /// How it was worked out; empty when stated.
    pub(super) working: String,
    /// False where the numbers are there and yet cannot decide, as levels at current prices for growth in real terms.
    pub(super) decides: bool,
    /// Why they cannot.
    pub(super) caveat: Option<Caveat>,
    /// What is held against it, where that is not the target as it stands: the 2.28 of 2.28:1.
    pub(super) aim: Option<Amount>,
    /// The same told on another footing, where the target says of none: 自然口径下降1.5% beside 同口径增长4.2%.
    pub(super) rival: Option<Result>,
}

/// Looks for results of targets in one ledger.
pub(super) struct Results<'a> {
    pub(super) names: &'a Names,
    pub(super) documents: &'a Documents,
    pub(super) ledger: &'a Ledger<'a>,
}

impl Results<'_> {
    /// The result of this target.
    pub(super) fn of(&self, target: &Observation) -> Option<Found> {
        let kind = Kind::of(target);
        let period = target.period?;
        match target.measure {
            Measure::ChangeRate if target.total && self.term(target).is_some() => self.over_term(target, kind),
            Measure::ChangeRate => self.growth(target, kind),
            Measure::ChangeAmount => stated(self.ledger.get(kind, period)).or_else(|| self.difference(target, kind)),
            Measure::Multiple => {
                let found = self.multiple_of_base(target, kind).or_else(|| self.multiple(target));
                found.or_else(|| self.grown_by(target))
            }
            Measure::Ratio => stated(self.ledger.at_end(kind, period)).map(|found| to_one(target, found)),
            Measure::Level
                if target.indicator.flow && (period.open() || target.total && self.term(target).is_some()) =>
            {
                let (last, first) = (period.last_year()?, self.term(target).map(|(first, _)| first));
                stated(self.ledger.get(kind, period).or_else(|| self.ledger.ending(kind, last, first)))
            }
            Measure::Level if period.years().is_some() && target.indicator.flow => self.flow(target, kind),
            Measure::Level if target.indicator.averaged => {
                // 全年控制在5.5%以内: a rate that is an average is none at the end of the year.
                let mean = self.ledger.get(Kind { mean: true, ..kind }, period);
                let end = || self.ledger.get(kind, period.last_day());
                stated(mean.or_else(|| self.ledger.get(kind, period))).or_else(|| stated(end()).map(at_the_end))
            }
            Measure::Level => {
                let mean = self.ledger.get(Kind { mean: true, ..kind }, period);
                // 五年来…PM2.5年均浓度43微克: what is no sum of years is so at their end.
                let term = || {
                    let stays = target.indicator.known && !target.indicator.flow;
                    self.ledger.ending(kind, period.last_year().filter(|_| stays)?, None)
                };
                let told = mean.or_else(|| self.ledger.at_end(kind, period)).or_else(term);
                stated(told).or_else(|| self.grown(target, kind))
            }
            Measure::Rank => stated(self.ledger.at_end(kind, period).or_else(|| {
                let among = |o: &Observation| self.alike(o.scope, target.scope);
                self.ledger.only(Measure::Rank, period, among)
            })),
            Measure::Share | Measure::Gap => stated(self.ledger.at_end(kind, period)),
        }
    }

    /// The years of the plan that a target for its last year stands in: from that of its document, from October on the next.
    fn term(&self, target: &Observation) -> Option<(i32, i32)> {
        let day = self.documents.day(target.document)?;
        let first = day / 10_000 + i32::from(day / 100 % 100 > 9);
        let last = target.period?.last_year()?;
        (last > first).then_some((first, last))
    }

    /// Whether two scopes are one, or one of them is not told.
    fn alike(&self, one: Option<Name>, other: Option<Name>) -> bool {
        let (Some(one), Some(other)) = (one, other) else { return true };
        let (one, other) = (self.names.word(one), self.names.word(other));
        one.contains(other) || other.contains(one)
    }

    fn growth(&self, target: &Observation, kind: Kind) -> Option<Found> {
        let period = target.period?;
        if let Some(found) = self.footed(kind, period) {
            return Some(found);
        }
        let kind = Kind { like: None, ..kind };
        match (period.whole_year(), period.years()) {
            // 到2020年，年均增长8%: the average of the plan's years, never the growth of the last.
            (Some(year), _) if target.average => {
                let (first, last) = self.term(target)?;
                let stated = stated(self.ledger.ending(kind, year, Some(first)));
                stated.or_else(|| self.compounded(first, last))
            }
            (Some(year), _) => self.ratio_of_levels(target, year - 1, year, 1),
            (_, Some((first, last))) if target.average => {
                self.compounded(first, last).or_else(|| self.ratio_of_levels(target, first - 1, last, last - first + 1))
            }
            _ => None,
        }
    }

    /// Growth that is told, on the footing of the target where it names one.
    fn footed(&self, kind: Kind, period: Period) -> Option<Found> {
        let on = |like| self.ledger.get(Kind { like, ..kind }, period);
        let (own, any) = (on(kind.like), on(None)?);
        let told = own.unwrap_or(any);
        let mut found = stated(Some(told))?;
        match (kind.like, told.value.like) {
            (None, _) => {
                let rivals = [on(Some(true)), on(Some(false))].into_iter().flatten();
                let rival = rivals.into_iter().find(|rival| rival.value.like != told.value.like);
                found.rival = rival.map(|rival| Result::stated(&rival.value.amount, Measure::ChangeRate));
            }
            (Some(like), Some(other)) if like != other => {
                (found.decides, found.caveat) = (false, Some(Caveat::Disputed));
            }
            _ => {}
        }
        Some(found)
    }

    /// 到2020年能耗累计下降16%: over the years of the plan.
    fn over_term(&self, target: &Observation, kind: Kind) -> Option<Found> {
        let (first, last) = self.term(target)?;
        stated(self.ledger.ending(kind, last, Some(first)))
    }

    /// 是2010年的2.2倍 for 比2010年翻一番.
    fn multiple_of_base(&self, target: &Observation, kind: Kind) -> Option<Found> {
        let period = target.period?;
        let same = |o: &Observation| o.base.is_some() && o.base == target.base;
        let ends = |o: &Observation| o.period.and_then(Period::last_year) == period.last_year();
        if target.base.is_none() {
            return stated(self.ledger.get(kind, period));
        }
        stated(self.ledger.multiples(|o| same(o) && ends(o)))
    }

    /// 463.3 ÷ 429.4 − 1 = 7.9%; over several years the root of it.
    fn ratio_of_levels(&self, target: &Observation, from: i32, to: i32, years: i32) -> Option<Found> {
        let now = self.ledger.any_level(to)?;
        let before = self.ledger.level(Kind::of(now.value), None, from)?;
        let (a, b) = (now.value.amount, before.value.amount);
        // 占出口的5.6%, 15%: a part of a whole is no level that grows.
        let part = self.names.word(now.value.unit) == "%";
        if part || a.is_range() || b.is_range() || b.middle() <= 0.0 || a.middle() <= 0.0 {
            return None;
        }
        let root = |ratio: f64| 100.0 * (ratio.powf(1.0 / f64::from(years)) - 1.0);
        let growth = root(a.middle() / b.middle());
        let (aw, bw) = (a.rounding(), b.rounding());
        let (low, high) = (root(aw.low / bw.high), root(aw.high / bw.low));
        let unit = self.names.word(now.value.unit);
        let levels = [&a, &b].map(|amount| quantity(amount.middle(), unit, Measure::Level));
        let [a, b] = &levels;
        let growth = (growth * 100.0).round() / 100.0;
        let working = match years {
            1 => format!("{a} ÷ {b} − 1 = {}%", number(growth)),
            years => format!("({a} ÷ {b})^(1/{years}) − 1 = {}%", number(growth)),
        };
        let real = target.indicator.real_growth;
        let mut found = computed(Result::computed(growth, low, high), &[now, before], working, !real);
        found.caveat = if real { Some(Caveat::CurrentPrices) } else { found.caveat };
        Some(found)
    }

    /// The yearly average of growth that is told year by year: the root of the product.
    fn compounded(&self, first: i32, last: i32) -> Option<Found> {
        let told: Vec<Told> = (first..=last).map_while(|year| self.ledger.growth(year)).collect();
        let years = last - first + 1;
        if usize::try_from(years) != Ok(told.len()) {
            return None;
        }
        let mean = |rate: &dyn Fn(&Told) -> f64| {
            let product: f64 = told.iter().map(|told| 1.0 + rate(told) / 100.0).product();
            100.0 * (product.max(0.0).powf(1.0 / f64::from(years)) - 1.0)
        };
        let middle = (mean(&|told| told.value.amount.middle()) * 100.0).round() / 100.0;
        let low = mean(&|told| told.value.amount.rounding().low);
        let high = mean(&|told| told.value.amount.rounding().high);
        let factors: Vec<String> = told.iter().map(|told| number(1.0 + told.value.amount.middle() / 100.0)).collect();
        let working = format!("({})^(1/{years}) − 1 = {}%", factors.join("×"), number(middle));
        Some(computed(Result::computed(middle, low, high), &told, working, true))
    }

    /// Last year's level with this year's growth: 429.4 × (1 + 7.9%).
    fn grown(&self, target: &Observation, kind: Kind) -> Option<Found> {
        let year = target.period?.whole_year()?;
        if target.indicator.real_growth || !target.indicator.known {
            return None;
        }
        let (growth, before) = (self.ledger.growth(year)?, self.ledger.level(kind, None, year - 1)?);
        let (g, b) = (growth.value.amount, before.value.amount);
        let grow = |level: f64, rate: f64| level * (1.0 + rate / 100.0);
        let (gw, bw) = (g.rounding(), b.rounding());
        let level = grow(b.middle(), g.middle());
        let result = Result::computed(level, grow(bw.low, gw.low), grow(bw.high, gw.high));
        let unit = self.names.word(kind.unit);
        let [before_shown, level_shown] = [b.middle(), level].map(|value| quantity(value, unit, Measure::Level));
        let working = format!("{before_shown} × (1 + {}%) = {level_shown}", number(g.middle()));
        Some(computed(result, &[growth, before], working, true))
    }

    /// This year's level less last year's.
    fn difference(&self, target: &Observation, kind: Kind) -> Option<Found> {
        let period = target.period?;
        let (first, last) = period.years().or_else(|| period.whole_year().map(|year| (year, year)))?;
        // 提高2个百分点 is a difference of percentages.
        let percentage = self.names.word(kind.unit).ends_with("百分点");
        let unit = if percentage { Some(self.ledger.percent()?) } else { None };
        let levels = |year| self.ledger.level(kind, unit, year);
        // 占比提高2个百分点: of shares, too.
        let shares = |year| {
            let of = |o: &Observation| percentage && self.alike(o.scope, target.scope);
            self.ledger.only(Measure::Share, Period::year(year), of)
        };
        let (now, before) = levels(last).zip(levels(first - 1)).or_else(|| shares(last).zip(shares(first - 1)))?;
        let (a, b) = (now.value.amount, before.value.amount);
        let (aw, bw) = (a.rounding(), b.rounding());
        let change = a.middle() - b.middle();
        let result = Result::computed(change, aw.low - bw.high, aw.high - bw.low);
        let shown = self.names.word(now.value.unit);
        let [a, b] = [a.middle(), b.middle()].map(|value| quantity(value, shown, Measure::Level));
        let working = format!("{a} − {b} = {}", quantity(change, self.names.word(kind.unit), Measure::ChangeAmount));
        Some(computed(result, &[now, before], working, true))
    }

    /// 到2020年比2010年翻一番: the last year's level over that of the year before the period.
    fn multiple(&self, target: &Observation) -> Option<Found> {
        let period = target.period?;
        let base = target.base.or_else(|| period.years().map(|(first, _)| first - 1))?;
        let now = self.ledger.any_level(period.last_year()?)?;
        let before = self.ledger.level(Kind::of(now.value), None, base)?;
        let (a, b) = (now.value.amount, before.value.amount);
        if b.middle() <= 0.0 || self.names.word(now.value.unit) == "%" {
            return None;
        }
        let (aw, bw) = (a.rounding(), b.rounding());
        let result = Result::computed(a.middle() / b.middle(), aw.low / bw.high, aw.high / bw.low);
        let unit = self.names.word(now.value.unit);
        let [a, b] = [a.middle(), b.middle()].map(|value| quantity(value, unit, Measure::Level));
        let working = format!("{a} ÷ {b} = {}", number((result.value * 1000.0).round() / 1000.0));
        Some(computed(result, &[now, before], working, !target.indicator.real_growth))
    }

    /// 增长98% for 翻一番 within the year.
    fn grown_by(&self, target: &Observation) -> Option<Found> {
        let year = target.period?.whole_year().filter(|year| target.base.is_none_or(|base| base + 1 == *year))?;
        let growth = self.ledger.growth(year)?;
        let (g, w) = (growth.value.amount, growth.value.amount.rounding());
        let times = |rate: f64| 1.0 + rate / 100.0;
        let result = Result::computed(times(g.middle()), times(w.low), times(w.high));
        let working = format!("1 + {}% = {}", number(g.middle()), number((result.value * 1000.0).round() / 1000.0));
        Some(computed(result, &[growth], working, true))
    }

    /// A flow over several years: told for all of them, or the last year's, or the sum, as the size of the target tells.
    fn flow(&self, target: &Observation, kind: Kind) -> Option<Found> {
        let period = target.period?;
        let (first, last) = period.years()?;
        if let Some(found) = stated(self.ledger.get(kind, period)) {
            return Some(found);
        }
        let end = self.ledger.level(kind, None, last)?;
        if target.indicator.known && target.amount.low <= SUM * end.value.amount.high {
            return stated(Some(end));
        }
        let told: Vec<Told> = (first..=last).map_while(|year| self.ledger.level(kind, None, year)).collect();
        if usize::try_from(last - first + 1) != Ok(told.len()) {
            return None;
        }
        let sum = |end: fn(&Told) -> f64| told.iter().map(end).sum::<f64>();
        let result = Result::computed(
            sum(|told| told.value.amount.middle()),
            sum(|told| told.value.amount.rounding().low),
            sum(|told| told.value.amount.rounding().high),
        );
        let unit = self.names.word(kind.unit);
        let parts: Vec<String> =
            told.iter().map(|told| quantity(told.value.amount.middle(), unit, Measure::Level)).collect();
        let working = format!("{} = {}", parts.join(" + "), quantity(result.value, unit, Measure::Level));
        Some(computed(result, &told, working, true))
    }

    /// The result in words, for the note of a row that cannot be judged.
    pub(super) fn shown(&self, found: &Found, target: &Observation) -> String {
        value(&found.value, self.names.word(target.unit), target.measure)
    }
}

fn stated(told: Option<Told<'_>>) -> Option<Found> {
    let told = told?;
    Some(Found {
        result: Result::stated(&told.value.amount, told.value.measure),
        value: told.value.value(),
        status: told.value.status,
        basis: Basis::Stated,
        evidence: vec![told.source],
        working: String::new(),
        decides: true,
        caveat: told.disputed.then_some(Caveat::Disputed),
        aim: None,
        rival: None,
    })
}

/// 年末5.5% beside an aim for the year's average: both are shown, neither decides.
fn at_the_end(found: Found) -> Found {
    Found { decides: false, caveat: Some(Caveat::YearEnd), ..found }
}

/// 2.27:1 against 2.28:1: where both are measured by one, the first parts decide.
fn to_one(target: &Observation, mut found: Found) -> Found {
    let first = |parts: &[f64]| match parts {
        [first, one] if (*one - 1.0).abs() < 1e-9 => Some(*first),
        _ => None,
    };
    let aim = target.parts.as_deref().and_then(first).map(|value| Amount::part(value, target.bound));
    let value = if let Value::Many(parts) = &found.value { first(parts) } else { None };
    let directed = matches!(target.bound, Bound::AtLeast | Bound::AtMost)
        || matches!(target.indicator.better, Some(Better::Less | Better::More));
    found.decides = false;
    if let (Some(aim), Some(value), true) = (aim, value, directed) {
        found.result = Result::stated(&Amount::part(value, Bound::Exact), Measure::Ratio);
        found.aim = Some(aim);
        found.decides = true;
    }
    found
}

fn computed(result: Result, told: &[Told<'_>], working: String, decides: bool) -> Found {
    let estimate = told.iter().any(|told| told.value.status == Status::Estimate);
    Found {
        value: Value::One(result.value),
        // Rounding of what it was worked out from must not decide: the number itself does, where its width lies on one side.
        result,
        status: if estimate { Status::Estimate } else { Status::Actual },
        basis: Basis::Computed,
        evidence: told.iter().map(|told| told.source).collect(),
        working,
        decides,
        caveat: told.iter().any(|told| told.disputed).then_some(Caveat::Disputed),
        aim: None,
        rival: None,
    }
}
