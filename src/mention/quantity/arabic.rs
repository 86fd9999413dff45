//! Quantities that begin with an Arabic digit: 463.3亿元, -0.60‰.

use super::listed::{division, listed};
use super::range::{range, scale_power};
use super::ratio::ratio;
use super::{Draft, Form, Quantity, unit_at};
use crate::lexicon::cues::quantities;
use crate::lexicon::numeral::{self, Numeral};
use crate::lexicon::search::Search;
use crate::lexicon::units::{Kind, Unit};
use crate::mention::{At, last_bytes};
use crate::structure::BlockKind;

/// A quantity that begins with an Arabic digit.
#[inline(never)]
pub(in crate::mention) fn arabic(place: At<'_>) -> Option<Quantity> {
    let rest = place.rest();
    let mut first = numeral::arabic(rest)?;
    let sign = minus(place);
    if sign > 0 {
        first.value = first.value.negated();
    }
    let start = place.start - sign;
    if let Some(found) = sets(place, first) {
        return Some(found);
    }
    if let Some((values, len)) = ratio(rest, first, place.near()) {
        let end = place.start + len;
        let draft = Draft { place, start, end, values, form: Form::Ratio, numeral: first, unit: "", kind: Kind::Count };
        return Some(draft.finish());
    }
    let mut len = first.len;
    let mut unit = unit_at(&rest[len..]).map(|found| shared_unit(&rest[len..], found));
    if let Some(range) = range(place, first, unit) {
        return Some(Draft { start, ..range }.finish());
    }
    // 662万千瓦: 千 begins the unit and is no scale word.
    if let Some(last) = first.scale.chars().next_back().filter(|c| matches!(c, '百' | '千' | '兆')) {
        let at = first.len - last.len_utf8();
        if let Some(found) = unit_at(&rest[at..]) {
            let (scale, word) = first.scale.split_at(first.scale.len() - last.len_utf8());
            first.value = first.value.shifted(-scale_power(word));
            first.scale = scale;
            unit = Some(found);
            len = at;
        }
    }
    if unit.is_none()
        && let Some(found) = listed(place, first).or_else(|| division(place, first))
    {
        return Some(Draft { start, ..found }.finish());
    }
    // 6个半小时, 2个半月: half of what follows is added.
    if let Some(tail) = rest[len..].strip_prefix("个半")
        && quantities().half_unit.prefix(tail).is_some()
        && let Some((hour, hour_len)) = unit_at(tail)
    {
        let end = place.start + len + "个半".len() + hour_len;
        let values = vec![(first.value.to_f64() + 0.5) * hour.factor];
        let (unit, kind) = (&hour.unit, hour.kind);
        return Some(Draft { place, start, end, values, form: Form::Plain, numeral: first, unit, kind }.finish());
    }
    // 提高7个多百分点: 多 stands within the unit.
    if let Some(tail) = rest[len..].strip_prefix("个多")
        && let Some((points, tail_len)) = unit_at(tail).filter(|(unit, _)| unit.kind == Kind::Points)
    {
        let (end, values) = (place.start + len + "个多".len() + tail_len, vec![first.value.to_f64()]);
        first.more = true;
        let (form, unit, kind) = (Form::Plain, &points.unit, points.kind);
        return Some(Draft { place, start, end, values, form, numeral: first, unit, kind }.finish());
    }
    let value = first.value.to_f64();
    if let Some((unit, unit_len)) = unit {
        let class = unit.kind == Kind::Money && rest[len + unit_len..].starts_with('级');
        let draft = Draft {
            place,
            start,
            end: place.start + len + unit_len,
            values: vec![value * unit.factor],
            form: if class { Form::Threshold } else { Form::Plain },
            numeral: first,
            unit: &unit.unit,
            kind: unit.kind,
        };
        return Some(draft.finish());
    }
    // 500亿级产业集群: the unit 元 goes without saying.
    if first.scale.ends_with('亿') && rest[len..].starts_with('级') {
        let end = place.start + len + '级'.len_utf8();
        let (values, form) = (vec![value], Form::Threshold);
        return Some(Draft { place, start, end, values, form, numeral: first, unit: "元", kind: Kind::Money }.finish());
    }
    // 税收过10亿企业: a class, the unit without saying
    if first.scale.ends_with('亿')
        && quantities().class.prefix(&rest[len..]).is_some()
        && place.before().ends_with(['过', '超'])
    {
        let (end, values) = (place.start + len, vec![value]);
        let (form, unit, kind) = (Form::Threshold, "元", Kind::Money);
        return Some(Draft { place, start, end, values, form, numeral: first, unit, kind }.finish());
    }
    // 发布的1.2万亿招商项目: so much of anything but money has a unit of its own.
    if first.scale.ends_with("万亿") && place.kind != BlockKind::TableRow {
        let (end, values) = (place.start + len, vec![value]);
        let (form, unit, kind) = (Form::Plain, "元", Kind::Money);
        return Some(Draft { place, start, end, values, form, numeral: first, unit, kind }.finish());
    }
    // 成为2024世界水泵大会的参展企业: a year that begins a name
    let named = rest[len..].starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && first.scale.is_empty()
        && first.len == 4
        && value.fract() == 0.0
        && (1949.0..2060.0).contains(&value)
        && place.kind != BlockKind::TableRow;
    if named && quantities().turns_to.prefix(&rest[len..]).is_none() {
        return None;
    }
    let framed = !first.scale.is_empty()
        || first.more
        || place.kind == BlockKind::TableRow
        || quantities().frame.suffix(place.before().trim_end()).is_some()
        // 收入比由上年的1.96缩小至1.92
        || quantities().turns_to.prefix(&rest[len..]).is_some()
        || first.written.has(".") && is_item_of_index(place.before());
    // 3-A, 2/x: part of a code, but in a table's cell.
    let coded = place.kind != BlockKind::TableRow
        && rest[len..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '/'));
    (framed && !coded).then(|| {
        let end = place.start + len;
        let values = vec![value];
        Draft { place, start, end, values, form: Form::Plain, numeral: first, unit: "", kind: Kind::Count }.finish()
    })
}

/// Bytes of a list of price indices.
const INDICES: usize = 800;

/// 八大类价格指数分别为食品类98.1、烟酒类98.0: a bare number behind the name of an item.
fn is_item_of_index(before: &str) -> bool {
    let sentence = last_bytes(before, INDICES).rsplit('。').next().unwrap_or_default();
    let item = before.ends_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    item && sentence.last_place_of("指数分别").is_some_and(|at| !sentence[at..].contains(['；', '？']))
}

/// Most machines of one kind that are told by a sign of multiplication.
const SETS: f64 = 40.0;

/// 2×66万千瓦: so many machines, each of so much.
fn sets(place: At<'_>, first: Numeral<'_>) -> Option<Quantity> {
    let rest = place.rest();
    let tail = rest[first.len..].strip_prefix(['×', 'x', 'X', '*'])?;
    let count = first.value.to_f64();
    let start = place.start + rest.len() - tail.len();
    let each = arabic(At { start, ..place }).filter(|q| q.kind == Kind::Power && q.form == Form::Plain)?;
    let plain = first.scale.is_empty() && !first.more && count.fract() == 0.0 && (1.0..=SETS).contains(&count);
    let own = Draft::simple(place, (place.start, each.span.end), 0.0, Form::Plain, each.unit, each.kind).finish();
    let written = place.text[place.start..start].to_owned() + &each.written;
    plain.then(|| Quantity {
        values: each.values.iter().map(|value| value * count).collect(),
        written,
        scale: each.scale,
        ..own
    })
}

/// Bytes of the minus before -0.60‰; the dash of 2020-2022 or of a list is none.
fn minus(place: At<'_>) -> usize {
    let before = place.before();
    // 增长–3.2%: a longer dash behind the word for growth
    let longer = |head: &&str| head.ends_with(['长', '速', '降', '幅', '率']);
    let dash = || before.strip_suffix(['–', '—']).filter(longer);
    let Some(head) = before.strip_suffix(['-', '−', '－']).or_else(dash) else { return 0 };
    let sign = before.len() - head.len();
    let free = place.start - sign >= place.free
        && head.ends_with(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '%' | '—' | '月' | '日' | '年'));
    if free { sign } else { 0 }
}

/// 分别高1.2个和0.7个百分点: 个 alone stands for the unit of the last.
fn shared_unit(text: &str, (unit, taken): (&'static Unit, usize)) -> (&'static Unit, usize) {
    let tail = text[taken..].trim_start_matches(['和', '、', '与', '及']);
    if unit.unit != "个" || tail.len() == text[taken..].len() {
        return (unit, taken);
    }
    let last = numeral::arabic(tail).and_then(|n| unit_at(&tail[n.len..])).filter(|(u, _)| u.kind == Kind::Points);
    (last.map_or(unit, |(last, _)| last), taken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::quantity::read;

    #[test]
    fn numbers_are_read_with_their_units() {
        for (text, at, expected) in [
            ("完成463.3亿元，", "4", ("463.3亿元", 46_330_000_000.0, "元")),
            ("增长率为 -0.60‰，", "0", ("-0.60‰", -0.6, "‰")),
            ("投资增长–3.2%，", "3", ("–3.2%", -3.2, "%")),
            ("进口增速—5.6%，", "5", ("—5.6%", -5.6, "%")),
            ("增长5−8%，", "5", ("5−8%", 5.0, "%")),
            ("增长6〜7%，", "6", ("6〜7%", 6.0, "%")),
            ("装机662万千瓦，", "6", ("662万千瓦", 6_620_000.0, "千瓦")),
            ("高1.2个和0.7个百分点，", "1", ("1.2个", 1.2, "个百分点")),
            ("驾车6个半小时可达，", "6", ("6个半小时", 6.5, "小时")),
            ("指数为102.3，", "1", ("102.3", 102.3, "")),
        ] {
            assert_eq!(read(arabic, text, at), Some(expected), "{text}");
        }
        for (text, at) in [("编号3-A，", "3"), ("共有7，见", "7"), ("成为2024水泵大会", "2")] {
            assert_eq!(read(arabic, text, at), None, "{text}");
        }
    }
}
