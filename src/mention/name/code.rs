//! Names, grades and codes with Arabic digits: PM2.5, 5G, G20, 国道234, 4A级, 2号文件.

use super::{furniture, other, year_follows};
use crate::lexicon::cues::names;
use crate::lexicon::numeral;
use crate::mention::{At, Other};
use crate::report::OtherKind;

/// A name or a code that begins with, or holds, the digits of this place.
pub(in crate::mention) fn code(place: At<'_>) -> Option<Other> {
    if let Some(found) = furniture::address(place) {
        return Some(found);
    }
    let digits = place.rest().bytes().take_while(u8::is_ascii_digit).count();
    if let Some(found) = behind_letters(place, digits).or_else(|| before_letters(place, digits)) {
        return Some(found);
    }
    if place.near().ends_with('第') {
        return ordinal(place);
    }
    numbered(place, digits)
        .or_else(|| rated(place))
        .or_else(|| named_behind(place, digits))
        .or_else(|| version(place, digits))
        .or_else(|| reckoned(place))
        .or_else(|| furniture::hotline(place, digits))
        .or_else(|| furniture::label(place, digits))
        .or_else(|| furniture::telephone(place, digits))
}

fn name(place: At<'_>, len: usize) -> Other {
    other(place, 0, len, OtherKind::Name)
}

/// PM2.5, G20. GDP7.5% gives a rate of GDP: letters that name an indicator are followed by a quantity.
fn behind_letters(place: At<'_>, digits: usize) -> Option<Other> {
    let (before, rest) = (place.near(), place.rest());
    let back =
        before.bytes().rev().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_')).count();
    let word = &before[before.len() - back..];
    if !word.bytes().any(|b| b.is_ascii_alphabetic()) || word.ends_with('.') {
        return None;
    }
    let len = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    let trimmed = rest[..len].trim_end_matches(['.', '-']).len();
    let rate = rest[trimmed..].starts_with(['%', '％', '亿', '万', '元', '个', '倍']);
    (!rate).then(|| other(place, back, trimmed.max(digits), OtherKind::Name))
}

/// 5G, 4A级, 3D, but not 5km
fn before_letters(place: At<'_>, digits: usize) -> Option<Other> {
    let after = &place.rest()[digits..];
    if digits > 4 || !after.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // 2024Q2 is a quarter.
    if digits == 4 && matches!(after.as_bytes(), [b'Q' | b'H', b'1'..=b'4', ..]) {
        return None;
    }
    let letters = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let grade = if after[letters..].starts_with('级') { 3 } else { 0 };
    (!names().latin_unit.contains(&after[..letters])).then(|| name(place, digits + letters + grade))
}

/// 第14届: the digits behind 第.
fn ordinal(place: At<'_>) -> Option<Other> {
    let rest = place.rest();
    let n = numeral::arabic(rest)?;
    let behind = &rest[n.len..];
    // 第13至17篇
    let upto = behind.strip_prefix(['至', '—', '-']).and_then(|next| Some((next, numeral::arabic(next)?)));
    let behind = upto.map_or(behind, |(next, last)| &next[last.len..]);
    let unit = names().after_ordinal_digits.prefix(behind)?;
    Some(name(place, rest.len() - behind.len() + unit.len()))
}

/// 500千伏变电站, 10万吨级码头, 1类新药: a grade in the name of a thing. 35千伏以上 sets a class apart.
fn rated(place: At<'_>) -> Option<Other> {
    let rest = place.rest();
    let n = numeral::arabic(rest)?;
    // 500千伏: 千 begins the unit.
    let len = n.len - n.scale.chars().next_back().filter(|c| *c == '千').map_or(0, char::len_utf8);
    let unit = names().rated.prefix(&rest[len..])?;
    let n = numeral::Numeral { len, ..n };
    let behind = &rest[n.len + unit.len()..];
    // 1类新药 says what thing it is itself.
    let named = unit.starts_with('类') || behind.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    (named && names().not_rated.prefix(behind).is_none()).then(|| name(place, n.len + unit.len()))
}

/// 国道234, 省道233, 附件2
fn numbered(place: At<'_>, digits: usize) -> Option<Other> {
    let (before, rest) = (place.near(), place.rest());
    let label = names().before_code.suffix(before)?;
    // 代表615名, 电表300只: no table's number
    let within = before[..before.len() - label.len()].ends_with(['代', '电', '水', '气', '报', '仪', '蓝', '版', '地']);
    if within && matches!(label, "表" | "图") {
        return None;
    }
    // 表22011年: the table's number and a year
    if before.ends_with(['表', '图']) && (5..=6).contains(&digits) && year_follows(&rest[digits - 4..]) {
        return Some(name(place, digits - 4));
    }
    let after = &rest[digits..];
    // 环城高速6月底通车: a date stands behind the road's name.
    let counts = after.starts_with(['个', '亿', '万', '%', '.', '元', '吨', '家', '条', '年', '月', '日'])
        || after.starts_with("公里");
    (digits > 0 && !counts).then(|| name(place, digits))
}

/// 2号文, 99公益日, 9时30分, 500强, 70周年
fn named_behind(place: At<'_>, digits: usize) -> Option<Other> {
    let after = &place.rest()[digits..];
    if digits <= 6 && names().after_code.prefix(after).is_some() {
        let taken = if after.starts_with(['号', '届']) { 3 } else { 0 };
        return Some(name(place, digits + taken));
    }
    if let Some(tail) = after.strip_prefix(['时', '点']).filter(|_| digits <= 2) {
        let minutes = tail.bytes().take_while(u8::is_ascii_digit).count();
        if minutes > 0 && tail[minutes..].starts_with('分') {
            return Some(name(place, digits + 3 + minutes + 3));
        }
    }
    if after.starts_with('强') && !place.near().ends_with(['前', '过', '超', '近', '约']) {
        return Some(name(place, digits + 3));
    }
    after.starts_with("周年").then(|| name(place, digits + "周年".len()))
}

/// （女性为100）, 5‰人口变动抽样调查: what figures are reckoned by.
fn reckoned(place: At<'_>) -> Option<Other> {
    let rest = place.rest();
    let n = numeral::arabic(rest)?;
    let after = &rest[n.len..];
    let base = &rest[..n.len] == "100"
        && after.starts_with(['）', ')', '，'])
        && names().base_of.suffix(place.near()).is_some();
    let sample = || {
        let tail = after.strip_prefix(['%', '‰', '％'])?;
        names().sampled.prefix(tail).map(|_| after.len() - tail.len())
    };
    if base { Some(name(place, n.len)) } else { sample().map(|sign| name(place, n.len + sign)) }
}

/// 3.0版, 15分钟生活圈
fn version(place: At<'_>, digits: usize) -> Option<Other> {
    let rest = place.rest();
    let number = rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    if rest[number..].starts_with('版') {
        return Some(name(place, number + 3));
    }
    let tail = rest[digits..].strip_prefix("分钟").or_else(|| rest[digits..].strip_prefix("小时"))?;
    let near = |signs: &[char]| tail.chars().take(10).any(|c| signs.contains(&c));
    let circle = near(&['圈']) && !near(&['，', '。']);
    circle.then(|| name(place, digits + "分钟".len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::name::place;

    #[test]
    fn a_code_is_no_figure() {
        for (text, at, quote) in [
            ("PM2.5浓度", "2", "PM2.5"),
            ("5G基站", "5", "5G"),
            ("4A级景区", "4", "4A级"),
            ("国道234改建", "234", "234"),
            ("表22011年", "22011", "2"),
            ("第14届", "14", "14届"),
            ("2号线开通", "2", "2号"),
            ("9时30分", "9", "9时30分"),
            ("3.0版", "3", "3.0版"),
            ("15分钟生活圈", "15", "15分钟"),
            ("世界500强", "500", "500强"),
            ("（女性为100）", "100", "100"),
            ("据5‰人口变动抽样调查", "5", "5‰"),
        ] {
            let found = code(place(text, at)).map(|other| &text[other.span.start..other.span.end]);
            assert_eq!(found, Some(quote), "{text}");
        }
        for (text, at) in [("GDP7.5%", "7"), ("长5km", "5"), ("前500强", "500"), ("15分钟内", "15")] {
            assert_eq!(code(place(text, at)), None, "{text}");
        }
    }
}
