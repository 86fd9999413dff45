//! Ranges: 6%—6.5%, 3至5家, 6-8亿元.

use super::{Draft, Form, unit_at};
use crate::lexicon::numeral::{self, Numeral};
use crate::lexicon::search::Search;
use crate::lexicon::units::Unit;
use crate::mention::{At, last_bytes};

const DASHES: [&str; 14] = ["——", "—", "－", "-", "–", "−", "―", "─", "~", "～", "∼", "〜", "至", "到"];

/// Bytes of the dash that the text begins with.
pub(super) fn dash(text: &str) -> Option<usize> {
    DASHES.iter().find(|dash| text.starts_with(**dash)).map(|dash| dash.len())
}

/// A range that begins with this numeral and unit: the unit, and a scale word, may stand at the end alone.
#[inline(never)]
pub(super) fn range<'a>(place: At<'a>, first: Numeral<'a>, unit: Option<(&'static Unit, usize)>) -> Option<Draft<'a>> {
    let rest = place.rest();
    let at = first.len + unit.map_or(0, |(_, len)| len);
    let dash_len = dash(&rest[at..])?;
    let second = numeral::numeral(&rest[at + dash_len..]).filter(|n| !n.written.starts_with(['-', '+']))?;
    let (last_unit, unit_len) = unit_at(&rest[at + dash_len + second.len..])?;
    let same = unit.is_none_or(|(unit, _)| unit.unit == last_unit.unit);
    // 由3%到5% is a move from one to the other.
    let moved = rest[at..].starts_with(['至', '到'])
        && (place.before().ends_with(['由', '从']) || unit.is_some() && last_bytes(place.before(), 40).has("由"));
    let power = if first.scale.is_empty() { scale_power(second.scale) } else { 0 };
    let (low, high) = (first.value.shifted(power).to_f64(), second.value.to_f64());
    if !same || moved || low >= high {
        return None;
    }
    let end = at + dash_len + second.len;
    Some(Draft {
        place,
        start: place.start,
        end: place.start + end + unit_len,
        values: vec![low * last_unit.factor, high * last_unit.factor],
        form: Form::Range,
        numeral: Numeral { written: &rest[..end - second.scale.len()], scale: second.scale, ..first },
        unit: &last_unit.unit,
        kind: last_unit.kind,
    })
}

/// The power of ten that scale words stand for.
pub(super) fn scale_power(scale: &str) -> i32 {
    let power = |c| match c {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => 0,
    };
    scale.chars().map(power).sum()
}

#[cfg(test)]
mod tests {
    use crate::mention::quantity::{arabic, chinese, read};

    #[test]
    fn a_range_has_its_unit_at_the_end() {
        assert_eq!(read(arabic, "增长6%—6.5%，", "6"), Some(("6%—6.5%", 6.0, "%")));
        assert_eq!(read(arabic, "投资6-8亿元，", "6"), Some(("6-8亿元", 6e8, "元")));
        assert_eq!(read(chinese, "新增三至五家，", "三"), Some(("三至五家", 3.0, "家")));
        assert_eq!(read(arabic, "由3%到5%，", "3"), Some(("3%", 3.0, "%")));
    }
}
