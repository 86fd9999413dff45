//! One number of several indicators: 城镇和农村居民人均可支配收入均增长8%.

use crate::lexicon::indicators::{Indicator, indicators};

/// What joins the names.
const JOINS: [char; 4] = ['、', '和', '与', '及'];

/// The indicators that a label joins, each with its name in full; none where a part of it is no indicator.
pub(super) fn named(label: &str) -> Vec<(&'static Indicator, String)> {
    if !label.contains(JOINS) {
        return Vec::new();
    }
    let parts: Vec<&str> = label.split(JOINS).collect();
    let last = parts.last().copied().unwrap_or_default();
    parts.iter().map(|part| whole(part, last)).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// A name, alone or with the end of the last one that it goes without: 城镇[居民人均可支配收入].
fn whole(part: &str, last: &str) -> Option<(&'static Indicator, String)> {
    if let Some(indicator) = indicators().exact(part) {
        return Some((indicator, part.to_owned()));
    }
    last.char_indices().skip(1).find_map(|(at, _)| {
        let name = format!("{part}{}", &last[at..]);
        Some((indicators().exact(&name)?, name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_share_a_number_are_told_apart() {
        let ids = |label| named(label).iter().map(|(indicator, _)| indicator.id).collect::<Vec<_>>();
        let incomes = ["urban_disposable_income", "rural_disposable_income"];
        assert_eq!(ids("城镇和农村居民年人均可支配收入"), incomes);
        assert_eq!(ids("城镇居民人均可支配收入、农村居民人均可支配收入"), incomes);
        assert_eq!(ids("外贸进出口和实际利用外资"), ["imports_exports", "fdi_used"]);
        assert_eq!(ids("研发经费支出与地区生产总值之比"), [""; 0]);
        assert_eq!(ids("地区生产总值"), [""; 0]);
    }
}
