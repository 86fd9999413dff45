//! Quantities in Chinese numerals: 三百二十亿元, 百亿级企业, 五家.

use super::fraction::{fraction, half, tenths};
use super::range::range;
use super::{Draft, Form, Quantity, unit_at};
use crate::lexicon::counted;
use crate::lexicon::cues::quantities;
use crate::lexicon::numeral::{self, Numeral};
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::mention::{At, first_chars};
use crate::structure::BlockKind;

/// A quantity in Chinese numerals.
#[inline(never)]
pub(in crate::mention) fn chinese(place: At<'_>) -> Option<Quantity> {
    let (before, rest) = (place.before(), place.rest());
    if let Some(tail) = rest.strip_prefix('半') {
        return half(place, tail);
    }
    if let Some(fraction) = fraction(place) {
        return Some(fraction);
    }
    let n = numeral::chinese(rest)?;
    // 一二期项目: the first and the second, no twelve
    if rest[..n.len].chars().count() > 1
        && rest[..n.len].chars().all(|c| "一二三四五六".has_char(c))
        && rest[n.len..].starts_with(['期', '批', '类', '线', '产'])
    {
        return None;
    }
    // 三台县: a place whose name begins with a numeral
    if rest.len() > n.len && names_place(rest, n.len) {
        return None;
    }
    // 第十六个丰收年: nor the end of an ordinal
    let ordinal = place.near().trim_end_matches(|c: char| "一二三四五六七八九十百".has_char(c)).ends_with('第');
    if ordinal || before.ends_with(|c: char| matches!(c, '点' | '零' | '〇') || c.is_ascii_digit()) {
        return None;
    }
    if let Some(tenths) = tenths(place, &n) {
        return Some(tenths);
    }
    if let Some(amount) = bare_amount(place, &n) {
        return Some(amount);
    }
    let scale_first = rest.starts_with(['百', '千', '万', '亿']);
    // （亿元）, 单位：万元: the unit of a table, no amount
    if scale_first
        && (place.kind == BlockKind::TableRow
            || before.ends_with(['（', '('])
            || before.ends_with("单位：")
            || before.ends_with("单位:"))
    {
        return None;
    }
    // 近百家, 逾千人; 超百亿元企业 stays a class.
    let bounded = scale_first
        && before.ends_with(['近', '约', '超', '逾'])
        && unit_at(&rest[n.len..]).is_some_and(|(unit, _)| unit.kind != Kind::Money);
    // 五百亿级园区
    let class = n.value.to_f64() >= 1e8 && rest[n.len..].starts_with('级');
    if (scale_first || class || rest.starts_with('十') && n.value.to_f64() >= 1e8) && !bounded && !is_amount(rest, &n)
    {
        return threshold(place, &n);
    }
    // 三至五家
    if let Some(draft) = range(place, n, None).filter(|draft| counted::contains(draft.unit)) {
        return Some(draft.finish());
    }
    counted(place, n)
}

/// 三台县, 百色市: the whole name, with the word that says what place it is.
fn names_place(rest: &str, numeral: usize) -> bool {
    let name = first_chars(rest, 6);
    regions().may_begin(name)
        && regions().find_all(name).first().is_some_and(|hit| {
            hit.start == 0 && hit.end > numeral + 3 && name[..hit.end].ends_with(['县', '市', '区', '州', '旗', '省'])
        })
}

/// 突破百万人次, 十二亿三千万斤: a unit of its own makes it an amount.
fn is_amount(rest: &str, n: &Numeral<'_>) -> bool {
    let after = &rest[n.len..];
    !after.starts_with('级')
        && !after.starts_with("产业")
        && unit_at(after).is_some_and(|(unit, len)| {
            unit.unit != "元" && (rest.starts_with('十') || n.value.to_f64() >= 1e6 && len > 3)
        })
}

/// 生产总值首次超过三百亿, 零售额首破百亿大关: a round sum behind a verb of passing, whose unit what is measured tells: money, as a rule.
fn bare_amount(place: At<'_>, n: &Numeral<'_>) -> Option<Quantity> {
    let after = &place.rest()[n.len..];
    let ends = after.is_empty()
        || after.starts_with(['，', '。', '、', '；', '！', '\n', '”'])
        || quantities().mark.prefix(after).is_some();
    let passed = quantities().passes.suffix(place.before()).is_some();
    (n.value.to_f64() >= 1e8 && ends && passed && place.kind != BlockKind::TableRow).then(|| {
        let (end, values) = (place.start + n.len, vec![n.value.to_f64()]);
        Draft { place, start: place.start, end, values, form: Form::Plain, numeral: *n, unit: "", kind: Kind::Money }
            .finish()
    })
}

/// 百亿级企业, 千亿产业, 亿元以上项目: the unit 元 goes without saying.
fn threshold(place: At<'_>, n: &Numeral<'_>) -> Option<Quantity> {
    let after = &place.rest()[n.len..];
    let money = after.strip_prefix('元');
    let class = n.value.to_f64() >= 1e8 && quantities().class.prefix(after).is_some();
    // 万元GDP能耗: what the rate is set against
    let output =
        money.is_some_and(|tail| quantities().per_output.prefix(tail).is_some() && !tail.starts_with("工业企业"));
    if !(money.is_some() || class) || output || place.before().ends_with(['几', '数']) {
        return None;
    }
    let len = n.len + if after.starts_with(['元', '级']) { 3 } else { 0 };
    let span = (place.start, place.start + len);
    let quantity = Draft::simple(place, span, n.value.to_f64(), Form::Threshold, "元", Kind::Money).finish();
    Some(Quantity { written: n.written.to_owned(), ..quantity })
}

/// A count or a measure: 三百二十户, 五家.
fn counted<'a>(place: At<'a>, mut n: Numeral<'a>) -> Option<Quantity> {
    let rest = place.rest();
    let mut found = unit_at(&rest[n.len..]);
    // 一千九百五十万千瓦: 千 begins the unit.
    if let Some(last) = rest[..n.len].chars().next_back().filter(|c| matches!(c, '千' | '百' | '兆')) {
        let at = n.len - last.len_utf8();
        if let (Some(shorter), Some(unit)) = (numeral::chinese(&rest[..at]), unit_at(&rest[at..])) {
            (n, found) = (shorter, Some(unit));
        }
    }
    let (unit, unit_len) = found?;
    let value = n.value.to_f64();
    let (word, behind) = rest[n.len..].split_at(unit_len);
    let word = word.trim();
    if value < 11.0 && !n.more {
        if !counted::counts(word, behind) || value < 2.0 && !matches!(word, "倍" | "个百分点" | "百分点") {
            return None;
        }
        // 五个 and 五项 count what follows, or end the clause.
        if matches!(word, "个" | "项")
            && !behind
                .starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || matches!(c, '，' | '。' | '、' | '；'))
        {
            return None;
        }
    } else if matches!(word, "年" | "月" | "级" | "方" | "大" | "号" | "时" | "分" | "点")
        || word == "度" && value < 1e4
    {
        // 二千零三十亿度: electricity, no angle
        return None;
    }
    let draft = Draft {
        place,
        start: place.start,
        end: place.start + n.len + unit_len,
        values: vec![value * unit.factor],
        form: Form::Plain,
        numeral: n,
        unit: &unit.unit,
        kind: unit.kind,
    };
    Some(draft.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::quantity::read;

    #[test]
    fn spelled_numbers_are_read_with_their_units() {
        for (text, at, expected) in [
            ("完成三百二十亿元，", "三", ("三百二十亿元", 3.2e10, "元")),
            ("培育百亿级企业", "百", ("百亿级", 1e10, "元")),
            ("突破百万人次，", "百", ("百万人次", 1e6, "人次")),
            ("新增五家，", "五", ("五家", 5.0, "家")),
            ("装机二十万千瓦，", "二", ("二十万千瓦", 2e5, "千瓦")),
        ] {
            assert_eq!(read(chinese, text, at), Some(expected), "{text}");
        }
        for (text, at) in [("单位：万元", "万"), ("万元GDP能耗", "万"), ("三部委", "三"), ("三面红旗", "三")]
        {
            assert_eq!(read(chinese, text, at), None, "{text}");
        }
    }
}
