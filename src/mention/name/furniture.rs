//! Digits of page furniture: web addresses, telephone numbers, postcodes, counts of readers and of characters.

use super::other;
use crate::lexicon::cues::names;
use crate::lexicon::furniture::furniture;
use crate::lexicon::search::Search;
use crate::mention::{At, Other};
use crate::report::OtherKind;
use crate::structure::BlockKind;

/// https://…/20230228
pub(super) fn address(place: At<'_>) -> Option<Other> {
    let before = place.near();
    if !before.ends_with(|c: char| c.is_ascii_graphic()) {
        return None;
    }
    let at = before.last_place_of("http").or_else(|| before.last_place_of("www."))?;
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
    let length = unit.is_some() && (names().page_count.suffix(before).is_some() || before.has("本文共"));
    if let Some(count) = readers(place, digits) {
        return Some(other(place, 0, count, OtherKind::Noise));
    }
    (names().page_label.suffix(before.trim_end()).is_some() || length)
        .then(|| other(place, 0, digits + unit.map_or(0, str::len), OtherKind::Noise))
}

/// The length of a count of readers that stands among a page's buttons, with nothing of a sentence beside it:
/// 来源：岚江日报 阅读1234次分享.
fn readers(place: At<'_>, digits: usize) -> Option<usize> {
    let lead = place.before().trim_end_matches([' ', '：', ':']);
    let lead = lead.strip_suffix(furniture().readers.suffix(lead)?)?;
    let rest = place.rest();
    let number = rest.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.' | b'+')).count().max(digits);
    let counted = rest[number..].trim_start_matches('万').trim_start_matches('+');
    let counted = counted.strip_prefix("人次").or_else(|| counted.strip_prefix('次')).unwrap_or(counted);
    let edge = |c: char| c.is_whitespace() || matches!(c, '|' | '｜' | '/' | '·' | '【' | '】' | '[' | ']' | '次');
    let alone = lead.is_empty() || lead.ends_with(|c: char| edge(c) || c.is_ascii_digit());
    let behind = counted.is_empty() || counted.starts_with(edge) || furniture().action.prefix(counted).is_some();
    // A row of a table is asked for what its columns say.
    let of_page = alone && behind && place.kind != BlockKind::TableRow;
    of_page.then(|| rest.len() - counted.len())
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
