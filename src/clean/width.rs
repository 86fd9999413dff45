//! Full-width digits, letters and signs become half-width.

use super::Edit;
use crate::report::CleaningKind;

/// The printable ASCII characters in order, to lend each as a `&'static str`.
const ASCII: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// A full stop is a decimal point only between digits: 增长８．８％, but not 完成．二
#[inline(never)]
pub(super) fn edit(before: &str, rest: &str, c: char) -> Option<Edit> {
    if matches!(c, '．' | '－' | '／') {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
        if !digit(before.chars().next_back()) || !digit(rest.chars().nth(1)) {
            return None;
        }
    }
    // Full-width forms stand in the order of ASCII, from U+FF01 on.
    let index = (c as usize).checked_sub(0xff01)?;
    Some(Edit {
        taken: c.len_utf8(),
        put: ASCII.get(index..=index)?,
        kind: CleaningKind::Width,
        note: "全角转半角 full-width form",
    })
}

/// Small forms of the colon and the sign of per cent.
pub(super) fn small(c: char) -> Edit {
    let put = if c == '﹪' { "%" } else { ":" };
    Edit { taken: c.len_utf8(), put, kind: CleaningKind::Width, note: "全角转半角 full-width form" }
}

/// 增长1·8%, 3·5亿元: old papers set the decimal point in the middle of the line. 12·5地震 is no number.
pub(super) fn point(before: &str, rest: &str) -> Option<Edit> {
    let dot = '·'.len_utf8();
    let tail = rest.get(dot..)?;
    let behind = tail.trim_start_matches(|c: char| c.is_ascii_digit());
    let measured = behind.starts_with(['%', '％', '亿', '万', '倍', '元', '吨', '亩']);
    let within = before.ends_with(|c: char| c.is_ascii_digit()) && behind.len() < tail.len() && measured;
    within.then_some(Edit { taken: dot, put: ".", kind: CleaningKind::Width, note: "小数点 decimal point" })
}

/// 二OO五年, 二Ｏ二五: the letter for the nought, between Chinese digits or before 年.
pub(super) fn nought(before: &str, rest: &str) -> Option<Edit> {
    let letter = |c: char| matches!(c, 'O' | 'Ｏ' | '〇' | '○');
    let digit = |c: char| "一二三四五六七八九".contains(c);
    let run = rest.trim_start_matches(letter);
    let opened = before.trim_end_matches(letter).ends_with(digit);
    let taken = rest.chars().next()?.len_utf8();
    (opened && run.starts_with(|c: char| digit(c) || matches!(c, '年' | '后'))).then_some(Edit {
        taken,
        put: "〇",
        kind: CleaningKind::Width,
        note: "字母作零 letter for a nought",
    })
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn full_width_forms_become_half_width() {
        assert_eq!(clean_text("增长８．８％，Ｇ２０峰会").text, "增长8.8%，G20峰会");
        assert_eq!(clean_text("完成．二").text, "完成．二");
        assert_eq!(clean_text("10﹕50﹕40，7﹪").text, "10:50:40，7%");
        assert_eq!(clean_text("二OO五年至二Ｏ二Ｏ年，第一OK厅").text, "二〇〇五年至二〇二〇年，第一OK厅");
        assert_eq!(clean_text("增长1·8%，达到3·5亿元").text, "增长1.8%，达到3.5亿元");
        assert_eq!(clean_text("“7·20”暴雨，阿不都·买买提").text, "“7·20”暴雨，阿不都·买买提");
    }
}
