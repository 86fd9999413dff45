//! Quantities that begin with a word: ranks, 翻两番, 上亿元.

use super::{Draft, Form, Quantity, rank, unit_at};
use crate::lexicon::numeral;
use crate::lexicon::units::Kind;
use crate::mention::At;
use crate::report::Bound;

/// A quantity that begins with 第, 前, 首, 翻 or 上.
#[inline(never)]
pub(in crate::mention) fn words(place: At<'_>) -> Option<Quantity> {
    let rest = place.rest();
    let mut behind = rest.chars();
    match behind.next()? {
        '第' => rank::ordinal(place, behind.as_str()),
        '前' => rank::top(place, behind.as_str()),
        '首' => rank::first(place, behind.as_str()),
        '翻' => doubling(place, behind.as_str()),
        '上' => upwards(place, behind.as_str()),
        _ => None,
    }
}

/// 翻番, 翻了一番, 翻两番: `tail` begins behind 翻.
fn doubling(place: At<'_>, tail: &str) -> Option<Quantity> {
    let tail = tail.strip_prefix('了').unwrap_or(tail);
    let (value, len) = if tail.starts_with('番') {
        (2.0, 0)
    } else {
        let n = numeral::numeral(tail).filter(|n| tail[n.len..].starts_with('番'))?;
        (2_f64.powf(n.value.to_f64()), n.len)
    };
    let end = place.block.end - tail.len() + len + '番'.len_utf8();
    Some(Draft::simple(place, (place.start, end), value, Form::Doubling, "", Kind::Count).finish())
}

/// 上亿元: as much or more; `tail` begins behind 上.
fn upwards(place: At<'_>, tail: &str) -> Option<Quantity> {
    // 跃上万亿元台阶: there 上 is the verb's.
    if place.before().ends_with(['跃', '迈', '登', '站', '跨', '踏', '冲', '以', '之']) {
        return None;
    }
    let n = numeral::chinese(tail).filter(|_| tail.starts_with(['百', '千', '万', '亿']))?;
    let (unit, unit_len) = unit_at(&tail[n.len..])?;
    let start = place.start + '上'.len_utf8();
    let span = (start, start + n.len + unit_len);
    let quantity = Draft::simple(place, span, n.value.to_f64(), Form::Plain, &unit.unit, unit.kind).finish();
    Some(Quantity { bound: Bound::AtLeast, outer_start: place.start, ..quantity })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::quantity::read;

    #[test]
    fn words_stand_for_numbers() {
        for (text, at, expected) in [
            ("实现翻番，", "翻", ("翻番", 2.0, "")),
            ("产值翻了两番，", "翻", ("翻了两番", 4.0, "")),
            ("投资上亿元，", "上", ("亿元", 1e8, "元")),
        ] {
            assert_eq!(read(words, text, at), Some(expected), "{text}");
        }
        assert_eq!(read(words, "上级部门", "上"), None);
    }
}
