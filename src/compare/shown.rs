//! Numbers for people: 46330000000元 as 463.3亿元, 6.45 without what binary adds to it.

use crate::report::{Interval, Measure, Value};

/// A number as people write it; twelve digits hide what arithmetic in binary adds.
pub(super) fn number(value: f64) -> String {
    if let Some(text) = hundredths(value) {
        return text;
    }
    if value == 0.0 || !value.is_finite() {
        return format!("{}", value + 0.0);
    }
    let mut places = 12;
    let mut size = 1.0;
    while size * 10.0 <= value.abs() && places > 0 {
        size *= 10.0;
        places -= 1;
    }
    let text = format!("{value:.places$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A number of two decimals or fewer, as most are, without the formatting of the standard library; none for others.
fn hundredths(value: f64) -> Option<String> {
    let whole = (value * 100.0).round();
    if whole == 0.0 || whole.abs() >= 1e12 || (whole / 100.0).to_bits() != value.to_bits() {
        return None;
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let whole = (whole as i64).unsigned_abs();
    let (ones, rest) = (whole / 100, whole % 100);
    Some(match (rest, rest % 10) {
        (0, _) => format!("{sign}{ones}"),
        (_, 0) => format!("{sign}{ones}.{}", rest / 10),
        _ => format!("{sign}{ones}.{rest:02}"),
    })
}

/// With unit, in 万 and 亿 as readers of Chinese write it: 463.3亿元, 1.3万人.
pub(super) fn quantity(value: f64, unit: &str, measure: Measure) -> String {
    let (divisor, scale) = match value.abs() {
        _ if unit == "%" || measure == Measure::Rank => (1.0, ""),
        size if size >= 1e12 => (1e12, "万亿"),
        size if size >= 1e8 => (1e8, "亿"),
        size if size >= 1e4 => (1e4, "万"),
        _ => (1.0, ""),
    };
    format!("{}{scale}{unit}", number(value / divisor))
}

/// One value, a range or a ratio.
pub(super) fn value(value: &Value, unit: &str, measure: Measure) -> String {
    match value {
        Value::One(one) => quantity(*one, unit, measure),
        Value::Many(parts) => {
            let joint = if measure == Measure::Ratio { ":" } else { "–" };
            parts.iter().map(|part| quantity(*part, unit, measure)).collect::<Vec<_>>().join(joint)
        }
    }
}

/// A period in as few digits as say it: 2023, 2021–2025, 2023-06.
pub(super) fn period(period: Option<&Interval>) -> String {
    let Some(Interval { start, end }) = period else { return String::new() };
    let (start, end) = (start.as_deref().unwrap_or(""), end.as_deref().unwrap_or(""));
    let from = start.strip_suffix("-01-01").unwrap_or(start);
    let to = end.strip_suffix("-12-31").unwrap_or(end);
    if from == to { from.to_owned() } else { format!("{from}–{to}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_true() {
        for (value, text) in [
            (6.45, "6.45"),
            (0.05, "0.05"),
            (-0.5, "-0.5"),
            (1234.567, "1234.567"),
            (1e13, "10000000000000"),
            (0.1 + 0.2, "0.3"),
            (7.0, "7"),
            (-3.4, "-3.4"),
            (0.0, "0"),
            (100.0, "100"),
        ] {
            assert_eq!(number(value), text);
        }
        assert_eq!(quantity(46_330_000_000.0, "元", Measure::Level), "463.3亿元");
        assert_eq!(quantity(13_000.0, "人", Measure::Level), "1.3万人");
        assert_eq!(value(&Value::Many(vec![6.0, 6.5]), "%", Measure::ChangeRate), "6%–6.5%");
        let year = Interval { start: Some("2023-01-01".to_owned()), end: Some("2023-12-31".to_owned()) };
        assert_eq!(period(Some(&year)), "2023");
    }
}
