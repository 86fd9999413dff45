//! Ratios: 9.9:58.3:31.8, in any writing of the colon.

use crate::lexicon::numeral::{self, Numeral};

/// The parts and the length of a ratio that begins with this numeral.
pub(super) fn ratio(rest: &str, first: Numeral<'_>, before: &str) -> Option<(Vec<f64>, usize)> {
    let (mut values, mut len) = (vec![first.value.to_f64()], first.len);
    // 14:30:00 is a time of day.
    // 比重调整为10：42：48 is none.
    let told = ["为", "到", "至", "是", "的", "比"].iter().any(|word| before.ends_with(word));
    let mut clock = first.len <= 2;
    while values.len() < 8
        && let Some(tail) = rest[len..].strip_prefix([':', '：', '∶', '︰'])
        && let Some(next) = numeral::arabic(tail.trim_start_matches(' ')).filter(|n| !n.written.starts_with(['-', '+']))
    {
        clock &= next.len == 2 && next.value.to_f64() < 60.0;
        values.push(next.value.to_f64());
        len = rest.len() - tail.trim_start_matches(' ').len() + next.len;
    }
    // 10:50:40 could be the time, but shares of a hundred are no chance.
    let shares = values.len() == 3 && (values.iter().sum::<f64>() - 100.0).abs() < 0.5;
    match values.len() {
        0 | 1 => None,
        2 => (!(clock && values[0] < 24.0)).then_some((values, len)),
        3 => (told || shares || !(clock && values[0] < 24.0)).then_some((values, len)),
        _ => Some((values, len)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_no_ratio() {
        let read = |text: &str| ratio(text, numeral::arabic(text)?, "");
        assert_eq!(read("9.9:58.3：31.8，"), Some((vec![9.9, 58.3, 31.8], "9.9:58.3：31.8".len())));
        assert_eq!(read("10：50：40，"), Some((vec![10.0, 50.0, 40.0], "10：50：40".len())));
        assert_eq!(read("60:40"), Some((vec![60.0, 40.0], "60:40".len())));
        assert_eq!(read("14:30:00"), None);
        assert_eq!(read("14:30"), None);
        assert_eq!(read("5%"), None);
    }
}
