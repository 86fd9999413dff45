//! Was it kept? A target's value and bound against a result, with the comparison in numbers.

use super::amount::Amount;
use super::shown::{number, quantity};
use super::types::Outcome;
use crate::lexicon::indicators::Better;
use crate::report::{Bound, Measure};

/// The part of what a result leaves open that decides, where the rest would say otherwise.
const MOST: f64 = 0.8;

/// What has to hold for a promise to be kept: the result lies between these, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Kept {
    low: f64,
    high: f64,
}

/// A target as the judge sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target<'a> {
    pub(super) amount: Amount,
    pub(super) measure: Measure,
    pub(super) unit: &'a str,
    /// Which way is good; of an open-vocabulary indicator it is not known.
    pub(super) better: Option<Better>,
    /// Units of the last digit that 左右 leaves.
    pub(super) leeway: f64,
}

/// A result: what is known of the number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Result {
    pub(super) value: f64,
    /// What it may be at least and at most: the value itself where it is exact.
    pub(super) low: f64,
    pub(super) high: f64,
    /// Worked out of rounded numbers, or told as about so much: low and high are rounding alone.
    pub(super) rounded: bool,
    /// Told as about so much.
    pub(super) about: bool,
}

impl Result {
    /// A result as a document states it: 超过90万亿元 is no less than that, growth of 7%左右 lies between 6.5 and 7.5.
    pub(super) fn stated(amount: &Amount, measure: Measure) -> Result {
        let value = amount.middle();
        let (mut low, mut high) = (amount.low, amount.high);
        if amount.at_least() {
            high = f64::INFINITY;
        } else if amount.at_most() {
            low = f64::NEG_INFINITY;
        }
        let about = amount.bound == Bound::About && measure == Measure::ChangeRate;
        if about {
            low -= amount.step / 2.0;
            high += amount.step / 2.0;
        }
        Result { value, low, high, rounded: about, about }
    }

    /// How much of what is left open would keep the promise.
    fn within(&self, kept: Kept) -> f64 {
        (self.high.min(kept.high) - self.low.max(kept.low)) / (self.high - self.low)
    }

    /// A result worked out of rounded numbers.
    pub(super) fn computed(value: f64, low: f64, high: f64) -> Result {
        Result { value, low, high, rounded: true, about: false }
    }
}

impl Target<'_> {
    /// The verdict and its arithmetic: `6.4% < 6.45% = 6.5% − 0.5×0.1%`.
    pub(super) fn judge(&self, result: Result) -> (Outcome, String) {
        let kept = self.kept();
        let size = self.amount.low.abs().max(self.amount.high.abs()).max(result.value.abs()).max(1e-9);
        // What doubles cannot hold of 6.45.
        let grain = size * 1e-9;
        let inside = result.low >= kept.low - grain && result.high <= kept.high + grain;
        let outside = result.high < kept.low - grain || result.low > kept.high + grain;
        let outcome = match (inside, outside) {
            (true, _) => Outcome::Met,
            (_, true) => Outcome::Missed,
            // 7.895 % of rounded levels is the 7.9 % that was promised, unless rounding leaves open more than a digit.
            _ if result.rounded && result.high - result.low <= self.amount.step => Outcome::Met,
            // 7%左右 is no 7.5%左右, though it might just be: what it leaves open lies on one side but for a little.
            _ if result.about => match result.within(kept) {
                part if part >= MOST => Outcome::Met,
                part if part <= 1.0 - MOST => Outcome::Missed,
                _ => Outcome::Unknown,
            },
            _ => Outcome::Unknown,
        };
        (outcome, self.arithmetic(kept, result, outcome))
    }

    /// More of it, less of it, or neither is what the target wants.
    fn direction(&self) -> Better {
        let amount = &self.amount;
        if self.measure == Measure::Rank {
            return Better::Less;
        }
        if amount.at_least() {
            return Better::More;
        }
        if amount.at_most() {
            return Better::Less;
        }
        match self.better {
            // A promised fall is kept by a deeper one, whatever the indicator: 单位能耗下降3%.
            _ if matches!(self.measure, Measure::ChangeRate | Measure::ChangeAmount) && amount.high < 0.0 => {
                Better::Less
            }
            Some(better) => better,
            None => Better::More,
        }
    }

    fn kept(&self) -> Kept {
        let Amount { low, high, .. } = self.amount;
        let slack = self.slack();
        match self.direction() {
            Better::More => Kept { low: low - slack, high: f64::INFINITY },
            Better::Less => Kept { low: f64::NEG_INFINITY, high: high + slack },
            // Neither more nor less is wanted: the number itself, as far as its digits go.
            Better::Neutral => {
                let slack = if self.amount.is_range() { slack } else { slack.max(self.amount.step / 2.0) };
                Kept { low: low - slack, high: high + slack }
            }
        }
    }

    fn slack(&self) -> f64 {
        if self.amount.bound == Bound::About { self.amount.step * self.leeway } else { 0.0 }
    }

    fn arithmetic(&self, kept: Kept, result: Result, outcome: Outcome) -> String {
        let shown = |value: f64| quantity(value, self.unit, self.measure);
        let result_shown = match (result.low.is_finite(), result.high.is_finite()) {
            (true, false) => format!("≥{}", shown(result.low)),
            (false, true) => format!("≤{}", shown(result.high)),
            _ if result.about => format!("≈{}", shown(result.value)),
            _ => shown(result.value),
        };
        let aim = |value: f64, end: f64, sign: char| {
            let slack = (value - end).abs();
            if slack == 0.0 {
                shown(end)
            } else {
                let leeway = number(slack / self.amount.step.max(f64::MIN_POSITIVE));
                format!("{} = {} {sign} {leeway}×{}", shown(end), shown(value), shown(self.amount.step))
            }
        };
        let below = kept.low.is_finite().then(|| aim(self.amount.low, kept.low, '−'));
        let above = kept.high.is_finite().then(|| aim(self.amount.high, kept.high, '+'));
        match (below, above, outcome) {
            (_, _, Outcome::Unknown | Outcome::Open) => {
                format!("{result_shown} ? {}", shown(self.amount.middle()))
            }
            (Some(below), Some(above), Outcome::Met) => format!("{below} ≤ {result_shown} ≤ {above}"),
            (Some(below), _, Outcome::Missed) if result.value < kept.low => format!("{result_shown} < {below}"),
            (_, Some(above), Outcome::Missed) => format!("{result_shown} > {above}"),
            (Some(below), None, _) => format!("{result_shown} ≥ {below}"),
            (None, Some(above), _) => format!("{result_shown} ≤ {above}"),
            _ => result_shown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(low: f64, high: f64, step: f64, bound: Bound, better: Option<Better>) -> Target<'static> {
        let signed = low < 0.0;
        let amount = Amount::new(low, high, step, bound, signed);
        let measure = Measure::ChangeRate;
        Target { amount, measure, unit: "%", better, leeway: 0.5 }
    }

    #[test]
    fn bounds_ranges_and_leeway_are_judged_as_they_are_meant() {
        let (more, less, none) = (Some(Better::More), Some(Better::Less), Some(Better::Neutral));
        for (target, result, outcome, arithmetic) in [
            (target(6.5, 6.5, 0.1, Bound::About, more), 6.9, Outcome::Met, "6.9% ≥ 6.45% = 6.5% − 0.5×0.1%"),
            (target(6.5, 6.5, 0.1, Bound::About, more), 6.45, Outcome::Met, "6.45% ≥ 6.45% = 6.5% − 0.5×0.1%"),
            (target(6.5, 6.5, 0.1, Bound::About, more), 6.4, Outcome::Missed, "6.4% < 6.45% = 6.5% − 0.5×0.1%"),
            (target(5.0, 5.0, 1.0, Bound::About, more), 4.6, Outcome::Met, "4.6% ≥ 4.5% = 5% − 0.5×1%"),
            (target(6.0, 6.5, 0.1, Bound::Exact, more), 6.1, Outcome::Met, "6.1% ≥ 6%"),
            (target(6.0, 6.5, 0.1, Bound::Exact, more), 5.9, Outcome::Missed, "5.9% < 6%"),
            (target(6.0, 6.0, 1.0, Bound::AtLeast, more), 8.1, Outcome::Met, "8.1% ≥ 6%"),
            (target(4.5, 4.5, 0.1, Bound::AtMost, less), 3.9, Outcome::Met, "3.9% ≤ 4.5%"),
            (target(4.5, 4.5, 0.1, Bound::AtMost, less), 4.6, Outcome::Missed, "4.6% > 4.5%"),
            (
                target(3.0, 3.0, 1.0, Bound::About, none),
                2.9,
                Outcome::Met,
                "2.5% = 3% − 0.5×1% ≤ 2.9% ≤ 3.5% = 3% + 0.5×1%",
            ),
            (target(-3.4, -3.4, 0.1, Bound::AtLeast, less), -3.7, Outcome::Met, "-3.7% ≤ -3.4%"),
            (target(-3.4, -3.4, 0.1, Bound::AtLeast, less), -3.1, Outcome::Missed, "-3.1% > -3.4%"),
            (target(-3.0, -3.0, 1.0, Bound::AtMost, more), -2.0, Outcome::Met, "-2% ≥ -3%"),
            (target(8.0, 8.0, 1.0, Bound::Exact, None), 7.9, Outcome::Missed, "7.9% < 8%"),
        ] {
            let judged =
                target.judge(Result { value: result, low: result, high: result, rounded: false, about: false });
            assert_eq!(judged, (outcome, arithmetic.to_owned()));
        }
    }

    #[test]
    fn a_bounded_result_decides_only_what_it_can() {
        let aim = target(95.0, 95.0, 1.0, Bound::Exact, Some(Better::More));
        let at_least = |value| Result { value, low: value, high: f64::INFINITY, rounded: false, about: false };
        assert_eq!(aim.judge(at_least(96.0)), (Outcome::Met, "≥96% ≥ 95%".to_owned()));
        assert_eq!(aim.judge(at_least(90.0)), (Outcome::Unknown, "≥90% ? 95%".to_owned()));
        let growth = target(7.9, 7.9, 0.1, Bound::Exact, Some(Better::More));
        assert_eq!(growth.judge(Result::computed(7.89, 7.87, 7.92)).0, Outcome::Met);
        assert_eq!(growth.judge(Result::computed(7.0, 6.0, 8.0)).0, Outcome::Unknown);
        assert_eq!(growth.judge(Result::computed(7.7, 7.6, 7.8)).0, Outcome::Missed);
        let about = |value| Result::stated(&target(value, value, 1.0, Bound::About, None).amount, Measure::ChangeRate);
        let half = target(7.5, 7.5, 0.1, Bound::About, Some(Better::More));
        assert_eq!(half.judge(about(7.0)), (Outcome::Missed, "≈7% < 7.45% = 7.5% − 0.5×0.1%".to_owned()));
        let under = target(6.6, 6.6, 0.1, Bound::Exact, Some(Better::More));
        assert_eq!(under.judge(about(7.0)), (Outcome::Met, "≈7% ≥ 6.6%".to_owned()));
        let near = target(6.8, 6.8, 0.1, Bound::Exact, Some(Better::More));
        assert_eq!(near.judge(about(7.0)).0, Outcome::Unknown);
    }
}
