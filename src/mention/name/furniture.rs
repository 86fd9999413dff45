//! Digits of page furniture: web addresses, telephone numbers, postcodes, counts of readers and of characters.

use super::other;
use crate::lexicon::cues::names;
use crate::mention::{At, Other};
use crate::report::OtherKind;

/// https://…/20230228
pub(super) fn address(place: At<'_>) -> Option<Other> {
    let before = place.near();
    if !before.ends_with(|c: char| c.is_ascii_graphic()) {
        return None;
    }
    let at = before.rfind("http").or_else(|| before.rfind("www."))?;
    if before[at..].contains(|c: char| c.is_whitespace() || !c.is_ascii()) {
        return None;
    }
    let len = place.rest().bytes().take_while(|b| b.is_ascii_graphic() && *b != b')').count();
    Some(other(place, 0, len, OtherKind::Noise))
}

/// “110”报警服务台, “12345”热线
pub(super) fn hotline(place: At<'_>, digits: usize) -> Option<Other> {
    let after = &place.rest()[digits..];
    let tail = after.trim_start_matches(['”', '"']);
    (place.near().ends_with(['“', '"'])
        && tail.len() < after.len()
        && (3..=5).contains(&digits)
        && names().hotline.prefix(tail).is_some())
    .then(|| other(place, 0, digits, OtherKind::Name))
}

/// 邮编：123456, 阅读量 10245, 本文共23781个字
pub(super) fn label(place: At<'_>, digits: usize) -> Option<Other> {
    let (before, after) = (place.near(), &place.rest()[digits..]);
    let unit = ["个字", "字", "分钟"].into_iter().find(|unit| after.starts_with(unit));
    let length = unit.is_some() && (names().page_count.suffix(before).is_some() || before.contains("本文共"));
    (names().page_label.suffix(before.trim_end()).is_some() || length)
        .then(|| other(place, 0, digits + unit.map_or(0, str::len), OtherKind::Noise))
}

/// 0514-12345678; 编号：1234567
pub(super) fn telephone(place: At<'_>, digits: usize) -> Option<Other> {
    let rest = place.rest();
    let after = &rest[digits..];
    let len = rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b'-').count();
    let telephone = len >= 10 && rest.starts_with('0') && after.starts_with('-');
    let labelled =
        digits >= 7 && place.near().ends_with(['：', ':']) && !after.starts_with(['元', '人', '吨', '户', '万', '亿']);
    (telephone || labelled).then(|| other(place, 0, len, OtherKind::Noise))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::name::{code, place};

    #[test]
    fn page_furniture_is_no_figure() {
        for (text, at, quote) in [
            ("http://www.example.cn/20230228/1.html", "20230228", "20230228/1.html"),
            ("“12345”热线", "12345", "12345"),
            ("阅读量 10245", "10245", "10245"),
            ("本文共23781个字", "23781", "23781个字"),
            ("电话 0514-12345678", "0514", "0514-12345678"),
        ] {
            let found = code(place(text, at)).map(|other| &text[other.span.start..other.span.end]);
            assert_eq!(found, Some(quote), "{text}");
        }
        assert_eq!(label(place("全文8000字", "8000"), 4), None);
    }
}
