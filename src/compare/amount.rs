//! A figure's value with the width that its writing leaves: 463.3亿元 is anything that rounds to it.

use super::observation::Observation;
use super::told::ToldFigure;
use crate::report::{Bound, Measure, Value};

/// How far 近 and 约 may lie from the number, as part of it, when two documents are asked whether they agree.
const ABOUT: f64 = 0.05;

/// How far two tellings of one aim differ by their rounding, as part of it.
const SAME_AIM: f64 = 0.01;

/// What rounding in binary may add to a number of fifteen digits.
const GRAIN: f64 = 1e-12;

/// A value as written, with half of what its last digit leaves open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// The number, or the lower end of a range.
    pub(super) low: f64,
    /// The number again, or the upper end of a range.
    pub(super) high: f64,
    /// One unit of the last digit that is written.
    pub(super) step: f64,
    /// How it is bounded.
    pub(super) bound: Bound,
    /// Signed falls are bounded by their size: 下降3.4%以上 is −3.4 or less.
    signed: bool,
}

/// Open range of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Width {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Width {
    /// True when both hold some number; touching ends are none: 28家 is not 29家.
    pub(super) fn meets(self, other: Width) -> bool {
        let ends = [self.low, self.high, other.low, other.high];
        let size = ends.into_iter().filter(|end| end.is_finite()).fold(1e-9_f64, |most, end| most.max(end.abs()));
        self.high.min(other.high) - self.low.max(other.low) > size * GRAIN
    }
}

impl Amount {
    /// The amount of a figure; a ratio has none, its parts are compared one by one.
    pub(super) fn of(figure: &ToldFigure) -> Amount {
        let (low, high) = match &figure.value {
            Value::One(value) => (*value, *value),
            Value::Many(values) => (
                values.iter().copied().fold(f64::INFINITY, f64::min),
                values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            ),
        };
        let signed = matches!(figure.measure, Measure::ChangeRate | Measure::ChangeAmount | Measure::Gap);
        let step = step(figure.written, if low.abs() > high.abs() { low } else { high });
        Amount { low, high, step, bound: figure.bound, signed }
    }

    /// An amount of these parts.
    #[cfg(test)]
    pub(super) fn new(low: f64, high: f64, step: f64, bound: Bound, signed: bool) -> Amount {
        Amount { low, high, step, bound, signed }
    }

    /// One part of a ratio.
    pub(super) fn part(value: f64, bound: Bound) -> Amount {
        let step = if value.fract() == 0.0 { 1.0 } else { spoken(value) };
        Amount { low: value, high: value, step, bound, signed: false }
    }

    /// In another unit.
    pub(super) fn times(self, factor: f64) -> Amount {
        let exact = |value: f64| {
            // What binary adds to a number of twelve digits is no part of it.
            let product = value * factor;
            let size = 10_f64.powi(11 - product.abs().max(1e-9).log10().floor() as i32);
            (product * size).round() / size
        };
        Amount { low: exact(self.low), high: exact(self.high), step: self.step * factor, ..self }
    }

    /// True when the number is bounded from above by its bound word: 下降3%以上, 不超过5%.
    fn falls(&self) -> bool {
        self.signed && self.low < 0.0
    }

    /// The bound as a direction on the number line.
    pub(super) fn at_least(&self) -> bool {
        if self.falls() { self.bound == Bound::AtMost } else { self.bound == Bound::AtLeast }
    }

    /// The other direction.
    pub(super) fn at_most(&self) -> bool {
        if self.falls() { self.bound == Bound::AtLeast } else { self.bound == Bound::AtMost }
    }

    /// What the quantity may be, by its rounding and its bound.
    pub(super) fn width(&self) -> Width {
        let half = self.step / 2.0;
        if self.at_least() {
            return Width { low: self.low - half, high: f64::INFINITY };
        }
        if self.at_most() {
            return Width { low: f64::NEG_INFINITY, high: self.high + half };
        }
        let about = if self.bound == Bound::About { self.step.max(self.low.abs() * ABOUT) } else { half };
        Width { low: self.low - about, high: self.high + about }
    }

    /// What rounding alone leaves open.
    pub(super) fn rounding(&self) -> Width {
        Width { low: self.low - self.step / 2.0, high: self.high + self.step / 2.0 }
    }

    /// Whether two aims are one, told twice: the same number but for its rounding. 5.5%以上，争取6% are two, though six is no
    /// less than five and a half, nor further from it than its rounding.
    pub(super) fn same_aim(&self, other: &Amount) -> bool {
        let same = |a: f64, b: f64| (a - b).abs() <= a.abs().max(b.abs()) * SAME_AIM;
        self.is_range() == other.is_range()
            && self.rounding().meets(other.rounding())
            && same(self.low, other.low)
            && same(self.high, other.high)
    }

    /// The number that stands for it: the middle of a range.
    pub(super) fn middle(&self) -> f64 {
        if self.low.to_bits() == self.high.to_bits() { self.low } else { f64::midpoint(self.low, self.high) }
    }

    /// True for a range of two numbers.
    pub(super) fn is_range(&self) -> bool {
        self.low < self.high
    }
}

/// One unit of the last digit: of 463.3 that stands for 46,330,000,000 ten million, of 1100万 ten thousand.
fn step(written: &str, value: f64) -> f64 {
    match last_number(written) {
        Some((number, places)) if number != 0.0 && value != 0.0 => (value / number).abs() / places,
        Some((_, places)) => 1.0 / places,
        // 三千六百亿: the last digit that is said.
        None => spoken(value.abs()),
    }
}

/// The last Arabic number of the words, full-width digits too, thousands' commas left out; and ten to the number of
/// its digits behind the point.
fn last_number(written: &str) -> Option<(f64, f64)> {
    let mut last = None;
    // Digits so far as a whole number, and what they are to be divided by once the point has come.
    let mut now: Option<(f64, f64)> = None;
    let mut behind = false;
    for c in written.chars() {
        let digit = match c {
            '0'..='9' => Some(u32::from(c) - u32::from('0')),
            '０'..='９' => Some(u32::from(c) - u32::from('０')),
            _ => None,
        };
        match (digit, now) {
            (Some(digit), _) => {
                let (whole, places) = now.unwrap_or((0.0, 1.0));
                now = Some((whole * 10.0 + f64::from(digit), if behind { places * 10.0 } else { places }));
            }
            (None, Some(_)) if matches!(c, '.' | '．') && !behind => behind = true,
            (None, Some(_)) if matches!(c, ',' | '，') => {}
            (None, _) => {
                last = now.take().or(last);
                behind = false;
            }
        }
    }
    now.or(last).map(|(whole, places)| (whole / places, places))
}

/// The largest power of ten that the number is whole in.
fn spoken(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 1.0;
    }
    let mut step = 1.0;
    // 5.1 in binary is no whole number of tenths, but nearly.
    while ((value / step) - (value / step).round()).abs() > 1e-6 && step > 1e-6 {
        step /= 10.0;
    }
    while step < value && (value / (step * 10.0)).fract() == 0.0 {
        step *= 10.0;
    }
    step
}

/// Whether the parts of two ratios agree: each rounds to the other.
pub(super) fn ratios_agree(one: &Observation, other: &Observation) -> bool {
    let parts = |o: &Observation| o.parts.as_deref().unwrap_or_default().to_vec();
    parts_agree(&parts(one), &parts(other))
}

fn parts_agree(one: &[f64], other: &[f64]) -> bool {
    let places = |value: f64| if value.fract() == 0.0 { 1.0 } else { spoken(value) };
    let agree = |(a, b): (&f64, &f64)| (a - b).abs() <= places(*a).max(places(*b)) * 0.500_001;
    one.len() == other.len() && one.iter().zip(other).all(agree)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(written: &str, value: f64, bound: Bound) -> Amount {
        Amount { low: value, high: value, step: step(written, value), bound, signed: value < 0.0 }
    }

    #[test]
    fn the_last_digit_is_that_of_the_writing() {
        for (written, value, wanted) in [
            ("463.3", 46_330_000_000.0, 10_000_000.0),
            ("1100", 11_000_000.0, 10_000.0),
            ("6.5", 6.5, 0.1),
            ("3.0", -3.0, 0.1),
            ("1,234", 1234.0, 1.0),
            ("0", 0.0, 1.0),
            ("6—6.5", 6.5, 0.1),
            ("三千六百亿", 360_000_000_000.0, 10_000_000_000.0),
            ("百分之五点一", 5.1, 0.1),
            ("一", 1.0, 1.0),
        ] {
            let found = step(written, value);
            assert!((found - wanted).abs() < wanted * 1e-9, "{written}: {found}");
        }
    }

    #[test]
    fn rounded_forms_agree_and_neighbours_do_not() {
        let agree = |a: Amount, b: Amount| a.width().meets(b.width());
        let exact = |written, value| amount(written, value, Bound::Exact);
        assert!(agree(exact("463.3", 463.3), exact("463.29", 463.29)));
        assert!(agree(exact("463", 463.0), exact("463.29", 463.29)));
        assert!(!agree(exact("463.3", 463.3), exact("463.2", 463.2)));
        assert!(!agree(exact("28", 28.0), exact("29", 29.0)));
        assert!(agree(amount("90", 90.0, Bound::AtLeast), exact("91.93", 91.93)));
        assert!(!agree(amount("90", 90.0, Bound::AtLeast), exact("89.3", 89.3)));
        assert!(agree(amount("70", 70.0, Bound::About), exact("68.9", 68.9)));
        assert!(agree(amount("3.4", -3.4, Bound::AtLeast), exact("5", -5.0)), "下降3.4%以上 and 下降5%");
    }

    #[test]
    fn a_floor_and_what_is_hoped_for_above_it_are_two_aims() {
        let (floor, hope) = (amount("5.5", 5.5, Bound::AtLeast), amount("6", 6.0, Bound::Exact));
        assert!(floor.width().meets(hope.width()) && !floor.same_aim(&hope));
        assert!(hope.same_aim(&amount("6.0", 6.0, Bound::About)));
        assert!(!hope.same_aim(&Amount { high: 6.5, ..hope }), "6%—6.5% is a range");
    }

    #[test]
    fn parts_of_a_ratio_round_each_for_itself() {
        assert!(parts_agree(&[9.9, 58.3, 31.8], &[10.0, 58.0, 32.0]));
        assert!(!parts_agree(&[9.9, 58.3, 31.8], &[9.9, 57.3, 32.8]));
    }
}
