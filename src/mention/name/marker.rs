//! List numbering: 一、 （一） 1. ① 一是 第一，, and footnote marks [3].

use super::{other, year_follows};
use crate::lexicon::numeral::{self, Numeral};
use crate::mention::{At, Other};
use crate::report::OtherKind;
use crate::structure::BlockKind;

fn sentence_begins(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '*', '#', '\u{3000}', '“', '"']);
    before.is_empty() || before.ends_with(['。', '；', '：', '！', '？', ';', '\n', '”', '，', ',', ':'])
}

/// The number of a list or of a footnote.
#[inline(never)]
pub(in crate::mention) fn marker(place: At<'_>) -> Option<Other> {
    let (before, rest) = (place.before(), place.rest());
    // 48.2025年实事: no decimal, but the number of a list and a year
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits)
        && rest[digits..].strip_prefix(['.', '．']).is_some_and(year_follows)
        && before.trim_matches([' ', '*', '#']).is_empty()
    {
        return Some(other(place, 0, digits + rest[digits..].chars().next()?.len_utf8(), OtherKind::Marker));
    }
    let n = numeral::numeral(rest).filter(|n| !n.more && (n.scale.is_empty() || n.chinese))?;
    if let Some(open) = before.chars().next_back().filter(|c| matches!(c, '(' | '（' | '[' | '［' | '〔' | '【')) {
        return bracketed(place, open, &n);
    }
    let after = &rest[n.len..];
    // 这两项: what was said before, not counted again
    let small = n.chinese && n.value.to_i32().is_some_and(|v| (2..=9).contains(&v));
    if small && before.ends_with('这') && after.starts_with(['项', '个', '条', '种', '类']) {
        return Some(other(place, 0, n.len, OtherKind::Marker));
    }
    if let Some(sign) = listed(place, &n) {
        return Some(other(place, 0, n.len + sign.len_utf8(), OtherKind::Marker));
    }
    // 一是, at the start of a sentence
    (n.chinese && after.starts_with('是') && sentence_begins(before))
        .then(|| other(place, 0, n.len + '是'.len_utf8(), OtherKind::Marker))
}

/// （一） at the start of a sentence; [3] anywhere.
fn bracketed(place: At<'_>, open: char, n: &Numeral<'_>) -> Option<Other> {
    let close = place.rest()[n.len..].chars().next().filter(|c| matches!(c, ')' | '）' | ']' | '］' | '〕' | '】'))?;
    let before = place.before();
    let head = &before[..before.len() - open.len_utf8()];
    let footnote = matches!(open, '[' | '［' | '〔' | '【');
    let small = n.value.to_i32().is_some_and(|v| v < 100);
    (small && (footnote || sentence_begins(head) || !n.chinese && head.ends_with(|c: char| !c.is_ascii_alphanumeric())))
        .then(|| other(place, open.len_utf8(), n.len + close.len_utf8(), OtherKind::Marker))
}

/// 1. or 第一， at the start of a line: the sign behind the number.
fn listed(place: At<'_>, n: &Numeral<'_>) -> Option<char> {
    let head = place.before().trim_end_matches([' ', '*', '#', '\u{3000}', '-']);
    if !(head.is_empty() || head == "第")
        || !matches!(place.kind, BlockKind::Heading | BlockKind::Paragraph | BlockKind::Title)
    {
        return None;
    }
    let after = &place.rest()[n.len..];
    let sign = after.chars().next()?;
    // 一、二季度: quarters, and no first item.
    let next = after.strip_prefix('、').and_then(numeral::numeral);
    let behind = next.as_ref().map(|next| &after['、'.len_utf8() + next.len..]);
    if behind.is_some_and(|behind| behind.starts_with("季度")) {
        return None;
    }
    // 3、4月份: the very next month, and no third item.
    let count = |number: &Numeral<'_>| number.value.to_i32();
    if behind.is_some_and(|behind| behind.starts_with("月份"))
        && next.as_ref().and_then(count) == count(n).map(|n| n + 1)
    {
        return None;
    }
    let signed = match sign {
        '、' | '．' | ')' | '）' => true,
        // 1.5 is a number, 二.2020年 the number of a list and a year.
        '.' => !after[1..].starts_with(|c: char| c.is_ascii_digit()) || year_follows(&after[1..]),
        '，' | ',' => head == "第",
        _ => false,
    };
    (signed && n.value.to_i32().is_some_and(|v| v < 200) && (n.chinese || n.len <= 3)).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::name::place;

    #[test]
    fn list_numbers_are_no_figures() {
        for (text, at, quote) in [
            ("一、工作回顾", "一", "一、"),
            ("（二）主要任务", "二", "（二）"),
            ("3.推进改革", "3", "3."),
            ("二.2020年起实施", "二", "二."),
            ("48.2025年实事12件", "48", "48."),
            ("全面完成[4]。", "4", "[4]"),
            ("成效明显。一是稳增长", "一是", "一是"),
        ] {
            let found = marker(place(text, at)).map(|other| &text[other.span.start..other.span.end]);
            assert_eq!(found, Some(quote), "{text}");
        }
        for (text, at) in [("1.5亿元", "1"), ("增长3、", "3"), ("（2020）", "2020")] {
            assert_eq!(marker(place(text, at)), None, "{text}");
        }
    }
}
