//! What refers elsewhere: links of Markdown keep their words, and the mark of a note goes from between a number and its unit.

use super::Edit;
use crate::lexicon::search::Search;
use crate::report::CleaningKind;

/// Bytes of the words and of the address of the longest link.
const WORDS: usize = 300;
const ADDRESS: usize = 1_000;
/// Units, and what stands before one, that follow a number.
const UNITS: &str = "%％‰亿万千百元吨个公户家亩倍人头斤米平立辆台件项所座处条岁名次件";

/// 全年[投资](https://…)12亿元 → 全年投资12亿元
pub(super) fn link(text: &str, at: usize) -> Option<Edit> {
    let edit = |taken| Some(Edit { taken, put: "", kind: CleaningKind::Boilerplate, note: "链接 link" });
    if text[at..].starts_with('[') {
        if text[..at].ends_with('!') || text[at..].starts_with("[!") {
            return None;
        }
        let end = closing(text, at)?;
        address(&text[end + 1..])?;
        return edit(1);
    }
    let len = address(text[at..].strip_prefix(']')?)?;
    let mut from = at.saturating_sub(WORDS);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let open = from + text[from..at].last_place_of("[")?;
    (closing(text, open) == Some(at) && !text[..open].ends_with('!')).then_some(())?;
    edit(1 + len)
}

/// - [x] 完成投资3亿元: the box of a task, done or not
pub(super) fn task(before: &str, rest: &str) -> Option<Edit> {
    let item = before.ends_with(['-', '*', '+', ' ']) && before.trim_end().ends_with(['-', '*', '+']);
    let boxed = ["[ ] ", "[x] ", "[X] "].iter().any(|sign| rest.starts_with(sign));
    (item && boxed)
        .then_some(Edit { taken: 4, put: "", kind: CleaningKind::Boilerplate, note: "任务框 box of a task" })
}

/// Where the words of a link end.
fn closing(text: &str, open: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[open + 1..];
    let end = bytes.iter().take(WORDS).position(|byte| matches!(byte, b']' | b'[' | b'\n'))?;
    (end > 0 && bytes[end] == b']').then_some(open + 1 + end)
}

/// Bytes of `(https://… "title")`.
fn address(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('(')?;
    let end = inner.bytes().take(ADDRESS).position(|byte| matches!(byte, b')' | b'\n'))?;
    let place = inner.get(..end)?;
    let looks = place.split(' ').next()?.is_ascii() && (place.contains(['/', '#', '.', '@']) || place.is_empty());
    looks.then_some(end + 2)
}

/// 3.1①%, 8.4[1]亿元: the mark of a note
pub(super) fn note(before: &str, rest: &str) -> Option<Edit> {
    let numbered = before.ends_with(|c: char| c.is_ascii_digit());
    let len = mark(rest)?;
    (numbered && is_unit(&rest[len..])).then_some(Edit {
        taken: len,
        put: "",
        kind: CleaningKind::Annotation,
        note: "注释号 mark of a note",
    })
}

/// Whether a unit begins here.
pub(super) fn is_unit(rest: &str) -> bool {
    rest.chars().next().is_some_and(|c| UNITS.contains(c))
}

/// Bytes of ①, [1], 〔12〕, ［注3］.
pub(super) fn mark(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some(first.len_utf8());
    }
    let close = match first {
        '[' => ']',
        '〔' => '〕',
        '［' => '］',
        _ => return None,
    };
    let inner = &text[first.len_utf8()..];
    let number = inner.strip_prefix('注').unwrap_or(inner);
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let end = number.get(digits..)?.strip_prefix(close)?;
    (1..=2).contains(&digits).then_some(text.len() - end.len())
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn links_keep_their_words() {
        for (raw, clean) in [
            ("上半年[技改投资](https://qy.example/a_2023.html)8亿元。", "上半年技改投资8亿元。"),
            ("见[附件](b.htm \"附件2\")和[注释](#1)，", "见附件和注释，"),
            ("- [ ] 完成投资3亿元\n- [x] 引进企业4家", "- 完成投资3亿元\n- 引进企业4家"),
            ("云政发[2023](8)号，![图](a.png)，[[甲](b.html)", "云政发[2023](8)号，![图](a.png)，[甲"),
        ] {
            assert_eq!(clean_text(raw).text, clean);
        }
    }

    #[test]
    fn marks_of_notes_leave_a_number_its_unit() {
        for (raw, clean) in [
            ("下降2.6①%，完成7.4[2]亿元，种植3〔12〕万亩。", "下降2.6%，完成7.4亿元，种植3万亩。"),
            ("下降2.6<sup>[3]</sup>%，引进45<sup>2</sup>户", "下降2.6%，引进45户"),
            ("面积8km<sup>2</sup>，云政发2023[8]号，①粮食", "面积8km2，云政发2023[8]号，①粮食"),
        ] {
            assert_eq!(clean_text(raw).text, clean);
        }
    }
}
