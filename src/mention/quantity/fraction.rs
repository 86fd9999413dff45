//! Parts of a whole: 百分之三点五, 千分之六, 五分之一, 三成, 半天.

use super::range::dash;
use super::{Draft, Form, Quantity, unit_at};
use crate::lexicon::cues::quantities;
use crate::lexicon::numeral::{self, Numeral};
use crate::lexicon::units::Kind;
use crate::mention::At;

/// 百分之三点五, 千分之六, 五分之一.
#[inline(never)]
pub(super) fn fraction(place: At<'_>) -> Option<Quantity> {
    let rest = place.rest();
    for (word, unit, kind) in [("百分之", "%", Kind::Percent), ("千分之", "‰", Kind::Permille)] {
        if let Some(tail) = rest.strip_prefix(word) {
            return percent(place, word, tail, unit, kind);
        }
    }
    let below = numeral::chinese(rest)?;
    let above = numeral::chinese(rest[below.len..].strip_prefix("分之")?)?;
    let value = above.value.divided(i128::from(below.value.to_i32()?))?;
    let end = place.start + below.len + "分之".len() + above.len;
    Some(Draft::simple(place, (place.start, end), value, Form::Fraction, "", Kind::Count).finish())
}

fn percent(place: At<'_>, word: &str, tail: &str, unit: &'static str, kind: Kind) -> Option<Quantity> {
    let n = numeral::numeral(tail)?;
    let end = place.start + word.len() + n.len;
    let value = n.value.to_f64();
    // 百分之六十五到七十
    if let Some(dash_len) = dash(&tail[n.len..])
        && let Some(second) = numeral::numeral(&tail[n.len + dash_len..])
        && second.value.to_f64() > value
        && second.value.to_f64() <= 100.0
        && unit_at(&tail[n.len + dash_len + second.len..]).is_none()
        && !place.before().ends_with(['由', '从'])
    {
        let span = (place.start, end + dash_len + second.len);
        let draft = Draft::simple(place, span, value, Form::Range, unit, kind);
        return Some(Draft { values: vec![value, second.value.to_f64()], ..draft }.finish());
    }
    Some(Draft::simple(place, (place.start, end), value, Form::Plain, unit, kind).finish())
}

/// 三成, 七成半: `n` stands before 成.
pub(super) fn tenths(place: At<'_>, n: &Numeral<'_>) -> Option<Quantity> {
    let after = &place.rest()[n.len..];
    let tail = after.strip_prefix('成').filter(|_| quantities().no_tenths.prefix(after).is_none())?;
    let half = tail.starts_with('半');
    let value = n.value.to_f64() * 10.0 + if half { 5.0 } else { 0.0 };
    let end = place.start + n.len + if half { "成半".len() } else { '成'.len_utf8() };
    (n.value.to_f64() < 10.0)
        .then(|| Draft::simple(place, (place.start, end), value, Form::Fraction, "%", Kind::Percent).finish())
}

/// 缩短至半天: `tail` begins behind 半.
pub(super) fn half(place: At<'_>, tail: &str) -> Option<Quantity> {
    quantities().half_unit.prefix(tail)?;
    quantities().half_lead.suffix(place.before())?;
    let (unit, len) = unit_at(tail)?;
    let end = place.start + '半'.len_utf8() + len;
    Some(Draft::simple(place, (place.start, end), 0.5, Form::Plain, &unit.unit, unit.kind).finish())
}

#[cfg(test)]
mod tests {
    use crate::mention::quantity::{chinese, read};

    #[test]
    fn parts_of_a_whole_are_read() {
        for (text, at, expected) in [
            ("增长百分之三点五，", "百", ("百分之三点五", 3.5, "%")),
            ("达到百分之六十五到七十，", "百", ("百分之六十五到七十", 65.0, "%")),
            ("占五分之一，", "五", ("五分之一", 0.2, "")),
            ("占比七成半，", "七", ("七成半", 75.0, "%")),
            ("压缩至半天，", "半", ("半天", 0.5, "天")),
        ] {
            assert_eq!(read(chinese, text, at), Some(expected), "{text}");
        }
        for (text, at) in [("三成员单位", "三"), ("大半天，", "半")] {
            assert_eq!(read(chinese, text, at), None, "{text}");
        }
    }
}
