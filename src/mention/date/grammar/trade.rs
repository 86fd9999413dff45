//! Years of a school or a trade, which go from one calendar year to the next: 2023学年, 2020/21年度, 2020/2021榨季.

use super::Part;
use super::number::number;

/// Length of 学年 or 学年度.
pub(super) fn school_year(text: &str) -> Option<usize> {
    ["学年度", "学年"].into_iter().find(|word| text.starts_with(word)).map(str::len)
}

const YEARS: [&str; 6] = ["年度", "榨季", "采暖季", "制糖期", "雪季", "赛季"];

/// /21年度 behind the year `n`: which years it touches, and its length.
pub(super) fn trade_year(n: i32, rest: &str) -> Option<(Part, usize)> {
    let tail = rest.strip_prefix('/')?;
    let (_, len) = number(tail).filter(|(last, _)| *last == n + 1 || *last == (n + 1) % 100)?;
    let behind = &tail[len..];
    if let Some(school) = school_year(behind) {
        return Some((Part::SchoolYear(n), 1 + len + school));
    }
    let word = YEARS.iter().find(|word| behind.starts_with(**word))?;
    Some((Part::Through(n + 1), 1 + len + word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_of_the_trade_touches_two() {
        assert_eq!(trade_year(2020, "/21年度，"), Some((Part::Through(2021), "/21年度".len())));
        assert_eq!(trade_year(2020, "/2021学年"), Some((Part::SchoolYear(2020), "/2021学年".len())));
        assert_eq!(trade_year(2020, "/23年度"), None);
    }
}
