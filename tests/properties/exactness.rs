//! Numbers are exact: the decimal digits are scaled as digits, and only then become the nearest double.

use jiandu::report::Value;
use jiandu::{Options, analyze};
use proptest::prelude::*;

use crate::texts;

/// Whether a value can be put into JSON and spreadsheets.
pub fn finite(value: &Value) -> bool {
    match value {
        Value::One(number) => number.is_finite(),
        Value::Many(numbers) => !numbers.is_empty() && numbers.iter().all(|number| number.is_finite()),
    }
}

/// The digits with the decimal point moved right: 16.4 by 8 places is 1640000000.
fn moved(whole: u64, decimals: &str, places: usize) -> f64 {
    let mut digits = format!("{whole}{decimals}");
    let point = digits.len() - decimals.len() + places;
    while digits.len() < point {
        digits.push('0');
    }
    digits.insert(point, '.');
    digits.push('0');
    digits.parse().expect("digits and a point")
}

proptest! {
    #![proptest_config(texts::config())]

    #[test]
    fn scaled_amounts_are_the_nearest_double(
        whole in 0_u64..1_000_000,
        decimals in "[0-9]{0,5}",
        (scale, places) in prop::sample::select(vec![("", 0), ("万", 4), ("亿", 8), ("万亿", 12)]),
    ) {
        let decimals = decimals.trim_end_matches('0');
        let number = if decimals.is_empty() { whole.to_string() } else { format!("{whole}.{decimals}") };
        let text = format!("2024年全县完成固定资产投资{number}{scale}元。");
        let report = analyze(text.as_str(), &Options::default()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(report.figures.len(), 1, "{}", text);
        prop_assert_eq!(&report.figures[0].value, &Value::One(moved(whole, decimals, places)), "{}", text);
    }
}
