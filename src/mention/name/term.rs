//! Names with Chinese numerals: 第十四届人大, 十九大, 三产, 一等奖, 六县（市）, 二期; and words that begin like a numeral.

use super::other;
use crate::lexicon::cues::names;
use crate::lexicon::numeral;
use crate::mention::{At, Other};
use crate::report::OtherKind;
use crate::structure::BlockKind;

/// A name that a Chinese numeral is part of.
#[inline(never)]
pub(in crate::mention) fn term(place: At<'_>) -> Option<Other> {
    let (before, rest) = (place.before(), place.rest());
    let name = |len: usize| Some(other(place, 0, len, OtherKind::Name));
    if let Some(tail) = rest.strip_prefix('第') {
        let n = numeral::numeral(tail)?;
        let unit = names().after_ordinal.prefix(&tail[n.len..])?;
        return name(3 + n.len + unit.len());
    }
    let n = numeral::chinese(rest)?;
    let after = &rest[n.len..];
    // 十九大
    if let Some(tail) = after.strip_prefix('大') {
        let party = before.ends_with(['党', '的']) && n.value.to_i32().is_some_and(|v| (8..40).contains(&v));
        let alone = names().congress.prefix(tail).is_some() && n.value.to_i32().is_some_and(|v| (11..40).contains(&v));
        if party || alone {
            return name(n.len + 3);
        }
    }
    // 十九届四中全会、七届十三次全会
    if names().meeting.prefix(after).is_some()
        || meets_later(after)
        || after.starts_with("中、")
        || before.ends_with('届') && after.starts_with('中')
    {
        return name(n.len + 3);
    }
    // 三元石灰石矿: nobody writes such a sum without what it is per.
    let digit =
        n.len == '三'.len_utf8() && rest.starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '两']);
    if digit && place.kind != BlockKind::TableRow && is_called(before, after) {
        return name(n.len + '元'.len_utf8());
    }
    if let Some(len) = industry(rest, n.len) {
        return name(len);
    }
    if let Some(word) = names().after_numeral.prefix(after) {
        return name(n.len + word.len());
    }
    // 二期, but not 近三期
    if after.starts_with('期') && n.len == 3 && !before.ends_with(['近', '约']) {
        return name(n.len + 3);
    }
    // 六县（市）
    if after.starts_with("县(市") || after.starts_with("县（市") {
        let close = after.char_indices().find(|(_, c)| matches!(c, ')' | '）'));
        return name(n.len + close.map_or(3, |(at, c)| at + c.len_utf8()));
    }
    None
}

/// 元 of a name: between two words, and nothing says that it is paid.
fn is_called(before: &str, after: &str) -> bool {
    let Some(tail) = after.strip_prefix('元') else { return false };
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    before.ends_with(han)
        && tail.starts_with(han)
        && names().paid_before.suffix(before).is_none()
        && names().paid_after.prefix(tail).is_none()
}

/// 六次、七次、八次全会: the meeting is named behind the last number.
fn meets_later(after: &str) -> bool {
    let Some(next) = after.strip_prefix('次').and_then(|tail| tail.strip_prefix(['、', '和'])) else { return false };
    numeral::chinese(next).is_some_and(|n| {
        let after = &next[n.len..];
        names().meeting.prefix(after).is_some() || meets_later(after)
    })
}

/// 三产, 一二三产业, 三次产业: its length, where `numeral` is the length of the number.
fn industry(rest: &str, numeral: usize) -> Option<usize> {
    let after = &rest[numeral..];
    if numeral <= 9
        && rest.starts_with(['一', '二', '三'])
        && !after.starts_with("产业集群")
        && !after.starts_with("产品")
    {
        let sectors = numeral > 3 || rest.starts_with("三产业");
        if after.starts_with("产业") && sectors {
            return Some(numeral + "产业".len());
        }
        if after.starts_with('产') {
            return Some(numeral + '产'.len_utf8());
        }
    }
    rest.starts_with("三次产业").then_some("三次产业".len())
}

/// Words whose numeral is none: 一批, 万众, 千方百计. Gives the place behind the word.
pub(in crate::mention) fn idiom(place: At<'_>) -> Option<usize> {
    names().idiom.prefix(place.rest()).map(|word| place.start + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::name::place;

    #[test]
    fn a_name_keeps_its_numeral() {
        for (text, at, quote) in [
            ("第十四届人民代表大会", "第", "第十四届"),
            ("二十大精神", "二十", "二十大"),
            ("十三次全会", "十三", "十三次"),
            ("十四届六次、七次、八次全会", "六", "六次"),
            ("十四届六次、七次、八次全会", "七", "七次"),
            ("一二三产业融合", "一", "一二三产业"),
            ("三产占比", "三", "三产"),
            ("一等奖3项", "一", "一等奖"),
            ("六县（市）和", "六", "六县（市）"),
            ("二期工程", "二", "二期"),
        ] {
            let found = term(place(text, at)).map(|other| &text[other.span.start..other.span.end]);
            assert_eq!(found, Some(quote), "{text}");
        }
        assert_eq!(term(place("三家企业", "三")), None);
        assert_eq!(idiom(place("一批项目", "一")), Some("一批".len()));
    }
}
