//! Phrases in quotation marks: “四水同治”, “325”产业计划, 四个“十大工程”.

use super::head::head;
use super::{Slogan, is_numeral};
use crate::lexicon::cues::slogans as cues;
use crate::lexicon::search::Search;
use crate::lexicon::slogans::slogans;
use crate::mention::At;

/// Characters of the longest phrase in quotation marks that is still a slogan.
const QUOTED: usize = 16;

fn closing(open: char) -> char {
    match open {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        other => other,
    }
}

/// A phrase in quotation marks with numerals in it, and the noun behind that it names.
#[inline(never)]
pub(in crate::mention) fn quoted(place: At<'_>) -> Option<Slogan> {
    let rest = place.rest();
    let open = rest.chars().next()?;
    let inner_start = open.len_utf8();
    let close = closing(open);
    let mut inner_len = None;
    for (count, (at, c)) in rest[inner_start..].char_indices().enumerate() {
        if c == close {
            inner_len = Some(at);
            break;
        }
        if count > QUOTED || matches!(c, '。' | '；' | '\n') {
            return None;
        }
    }
    let inner = &rest[inner_start..inner_start + inner_len?];
    if inner.is_empty() || !slogan_like(inner) || is_name(inner, &rest[inner_start + inner.len() + close.len_utf8()..])
    {
        return None;
    }
    let mut len = inner_start + inner.len() + close.len_utf8();
    let after = &rest[len..];
    if inner.chars().any(|c| c.is_ascii_digit()) {
        len += head(after);
    }
    // 四个“十大工程”
    let back = counted_before(place.before(), place.start - place.free.min(place.start));
    Some(Slogan::new(place.start - back, place.start + len))
}

/// Names in quotation marks: telephone services (“12345”热线), days (“9·8”特大暴雨), places (“平安三明”), quantities.
fn is_name(inner: &str, after: &str) -> bool {
    let digits = inner.bytes().filter(u8::is_ascii_digit).count();
    if digits == inner.len() {
        let service = matches!(inner, "110" | "119" | "120" | "122" | "114")
            || digits == 5 && ["12", "96", "95", "10"].iter().any(|w| inner.starts_with(w));
        return service && cues().strategy.prefix(after).is_none();
    }
    let day = inner.split_once('·').is_some_and(|(month, rest)| {
        let number = |w: &str| (1..=2).contains(&w.bytes().take_while(u8::is_ascii_digit).count());
        month.bytes().all(|b| b.is_ascii_digit()) && number(month) && number(rest)
    });
    let of_days = digits > 0 && inner.ends_with(['日', '节']);
    let measured = digits > 0 && cues().measured.within(inner);
    let platform = inner.ends_with(|c: char| c.is_ascii_digit())
        && inner.starts_with(super::is_han)
        && cues().platform.prefix(after).is_some();
    if day || of_days || measured || platform {
        return true;
    }
    // Without the names in it nothing may be left that counts: 平安三明, 5G+数字矿山.
    let names = slogans().names(inner);
    let mut bare = 0;
    let counts = |from: usize, to: usize| inner[from..to].chars().any(is_numeral);
    !names.is_empty()
        && !names.iter().any(|name| counts(std::mem::replace(&mut bare, name.end), name.start))
        && !counts(bare, inner.len())
}

/// Bytes of a count right before a quotation: 四个, 6大.
fn counted_before(before: &str, free: usize) -> usize {
    let mut chars = before.chars().rev();
    let Some(measure) = chars.next().filter(|c| matches!(c, '个' | '大' | '项' | '条' | '张')) else { return 0 };
    let Some(count) = chars.next().filter(|c| is_numeral(*c)) else { return 0 };
    let len = measure.len_utf8() + count.len_utf8();
    if len <= free { len } else { 0 }
}

#[inline(never)]
fn slogan_like(inner: &str) -> bool {
    if slogans().contains(inner) {
        return true;
    }
    // “三个年”活动
    if inner.strip_suffix("个年").is_some_and(|count| count.chars().count() == 1 && count.chars().all(is_numeral)) {
        return true;
    }
    let plan = cues().plan.prefix(inner).is_some() || inner.chars().count() == 2 && inner.ends_with('五');
    if plan || inner.contains(['，', '%', '％', '年', '：', '.']) {
        return false;
    }
    // 325, 3+5, 2+2+4, 1+N: digits and signs alone
    if inner.contains(|c: char| c.is_ascii_digit()) {
        let code = inner
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '+' | 'N' | 'n' | 'X' | '×' | '-' | '—' | '·' | '＋'));
        let mixed = inner.chars().filter(char::is_ascii_digit).count() >= 2
            && !inner.starts_with(|c: char| c.is_ascii_alphabetic());
        return code && inner.len() > 1
            || mixed && inner.chars().count() <= 12
            || inner.has("+")
            || inner.ends_with('条');
    }
    let numerals = inner.chars().filter(|c| is_numeral(*c)).count();
    let ones = inner.chars().filter(|c| matches!(c, '一' | '首')).count();
    if numerals == 0 {
        return false;
    }
    if inner.chars().count() > 12 && !inner.has("、") {
        return false;
    }
    // A lone 一 is a word's, not a count: 一体化, 第一.
    if numerals == ones {
        return ones >= 2
            || inner.starts_with('一')
                && (3..=4).contains(&inner.chars().count())
                && cues().one.prefix(inner).is_none();
    }
    let congress = inner.chars().count() > 8 && inner.has("十大");
    // “三个第一”: counted, the ordinal is what there are three of.
    let counted =
        inner.starts_with(is_numeral) && inner.chars().nth(1).is_some_and(|c| matches!(c, '个' | '大' | '项'));
    !congress && (counted || !cues().ordinal.within(inner))
}
