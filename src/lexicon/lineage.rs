//! Places over time: the place of today that carries on a former one (江都市 → 江都区, 许昌县 → 建安区).
//!
//! The gazetteer keeps former places under their last code. The heir of most bears the old name with another rank in
//! the same province; the others stand in `data/region_successors.tsv`.

use rustc_hash::FxHashMap as HashMap;
use std::sync::OnceLock;

use super::regions::{Region, regions};
use super::table::{Row, rows};

static TABLE: &str = include_str!("data/region_successors.tsv");

/// Ranks of a county and what may follow its stem in the heir's name; the stem of one character takes 州 or keeps 县.
const RANKS: [&str; 8] = ["市", "县", "区", "州市", "州区", "县市", "县区", "地区"];

/// The code under which a place is counted today: its own, that of its heir, or its own again where none is known.
#[must_use]
pub fn today(code: u32) -> u32 {
    let regions = regions();
    let Some(region) = regions.get(code).filter(|region| region.until.is_some()) else { return code };
    successors().get(&code).copied().or_else(|| heir(region)).unwrap_or(code)
}

fn successors() -> &'static HashMap<u32, u32> {
    static READ: OnceLock<HashMap<u32, u32>> = OnceLock::new();
    READ.get_or_init(|| rows("region_successors.tsv", TABLE).filter_map(|row| successor(&row).ok()).collect())
}

fn successor(row: &Row<'static>) -> Result<(u32, u32), String> {
    let code = |column: usize| -> Result<u32, String> {
        let code = row.cell(column).parse().map_err(|_| row.message("code is no number"))?;
        regions().get(code).map(|region| region.code).ok_or_else(|| row.message("code is not in regions.tsv"))
    };
    Ok((code(0)?, code(1)?))
}

/// The one place of today with the same stem, level and province.
fn heir(former: &Region) -> Option<u32> {
    let stem = RANKS.iter().find_map(|rank| former.name.strip_suffix(rank)).filter(|stem| !stem.is_empty())?;
    let short = stem.chars().count() == 1;
    let mut found = None;
    let names = std::iter::once(stem.to_owned()).chain(RANKS.iter().map(|rank| format!("{stem}{rank}")));
    for (at, name) in names.enumerate() {
        // 霸县 → 霸州市, but 襄阳县 is no 襄阳州市; a bare character names nothing.
        if short && at == 0 || !short && (4..8).contains(&at) {
            continue;
        }
        for &index in regions().candidates(&name) {
            let Some(place) = regions().at(index).filter(|place| place.until.is_none()) else { continue };
            if place.level != former.level || place.code / 10_000 != former.code / 10_000 {
                continue;
            }
            if found.is_some_and(|other| other != place.code) {
                return None;
            }
            found = Some(place.code);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let read: Vec<_> = rows("region_successors.tsv", TABLE).map(|row| successor(&row)).collect();
        assert_eq!(read.iter().find(|row| row.is_err()), None);
        assert!(read.len() >= 20);
        for (code, heir) in read.into_iter().flatten() {
            assert!(regions().get(code).is_some_and(|region| region.until.is_some()), "{code} is no former place");
            assert!(regions().get(heir).is_some_and(|region| region.until.is_none()), "{heir} is no place of today");
        }
    }

    #[test]
    fn a_wrong_row_is_named_by_file_and_line() {
        let message = rows("region_successors.tsv", "h\n999999\t110112").next().map(|row| successor(&row));
        assert_eq!(message, Some(Err("region_successors.tsv:2: code is not in regions.tsv".to_owned())));
    }

    #[test]
    fn a_former_place_is_counted_with_its_heir() {
        for (former, heir) in [
            (411_023, 411_003), // 许昌县 → 建安区
            (110_223, 110_112), // 通县 → 通州区
            (131_027, 131_081), // 霸县 → 霸州市
            (410_723, 410_782), // 辉县 → 辉县市
            (110_228, 110_118), // 密云县 → 密云区
            (450_127, 450_181), // 横县 → 横州市
            (132_627, 130_826), // 丰宁县 → 丰宁满族自治县
            (410_823, 410_823), // 武陟县
            (110_103, 110_103), // 崇文区 was divided: nobody's line
            (0, 0),
        ] {
            assert_eq!(today(former), heir, "{former}");
        }
    }
}
