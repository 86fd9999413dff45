//! Full-width digits, letters and signs become half-width.

use super::Edit;
use crate::lexicon::search::Search;
use crate::report::CleaningKind;

/// The printable ASCII characters in order, to lend each as a `&'static str`.
const ASCII: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// A full stop is a decimal point only between digits: 增长８．８％, but not 完成．二
#[inline(never)]
pub(super) fn edit(before: &str, rest: &str, c: char) -> Option<Edit> {
    if matches!(c, '．' | '－' | '／') {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
        let (left, right) = (before.chars().next_back(), rest.chars().nth(1));
        let blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{3000}');
        // ２ １ ． ６: spaced throughout.
        let spaced = left.is_some_and(blank)
            && right.is_some_and(blank)
            && digit(before.trim_end_matches(blank).chars().next_back())
            && digit(rest[c.len_utf8()..].trim_start_matches(blank).chars().next());
        let change = c == '－'
            && super::spacing::changes(before)
            && digit(rest[c.len_utf8()..].trim_start_matches(blank).chars().next());
        if !spaced && !change && !(digit(left) && digit(right)) {
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

/// １，２３４．５亿元: the comma of thousands, where the digits are full-width too; １，２ are two numbers.
pub(super) fn thousands(before: &str, rest: &str) -> Option<Edit> {
    let wide = |c: &char| ('０'..='９').contains(c);
    let group = rest.chars().skip(1).take_while(wide).count();
    let within = before.ends_with(|c| wide(&c)) && group == 3;
    let comma = '，'.len_utf8();
    within
        .then_some(Edit { taken: comma, put: ",", kind: CleaningKind::Width, note: "全角转半角 full-width form" })
}

/// 3‐5万吨, 下降﹣3.5%: rarer signs that stand for a hyphen or a minus before a digit.
pub(super) fn hyphen(rest: &str, c: char) -> Option<Edit> {
    let measured = rest.chars().nth(1).is_some_and(|next| next.is_ascii_digit() || ('０'..='９').contains(&next));
    let note = "连字符 form of the hyphen";
    measured.then_some(Edit { taken: c.len_utf8(), put: "-", kind: CleaningKind::Width, note })
}

/// Small forms of punctuation and of the sign of per cent.
pub(super) fn small(c: char) -> Edit {
    let put = match c {
        '﹪' | '℅' => "%",
        '﹐' => "，",
        '﹑' => "、",
        '﹔' => "；",
        _ => ":",
    };
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
    let digit = |c: char| "一二三四五六七八九".has_char(c);
    let run = rest.trim_start_matches(letter);
    // 2O23年, 46O.5亿元; but P2O5, O2O.
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit() || letter(c) || c == '.');
    let decimal = before.ends_with(|c: char| c.is_ascii_digit() || letter(c))
        && before[bare.len()..].starts_with(|c: char| c.is_ascii_digit())
        && !bare.ends_with(|c: char| c.is_ascii_alphabetic());
    let number = run.strip_prefix('.').unwrap_or(run).starts_with(|c: char| c.is_ascii_digit())
        || run.starts_with(['年', '亿', '万', '元', '%', '％', '吨', '亩', '家', '个', '户', '项', '人', '所', '公']);
    if decimal && number {
        let (taken, note) = (rest.chars().next()?.len_utf8(), "字母作零 letter for a nought");
        return Some(Edit { taken, put: "0", kind: CleaningKind::Width, note });
    }
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
        assert_eq!(clean_text("产 值 ４ ６ ． ３ 亿 元 ， 增 长 ７ ． ９ ％ 。").text, "产值46.3亿元，增长7.9%。");
        assert_eq!(clean_text("完成．二").text, "完成．二");
        assert_eq!(clean_text("10﹕50﹕40，7﹪，增长15℅").text, "10:50:40，7%，增长15%");
        assert_eq!(clean_text("二OO五年至二Ｏ二Ｏ年，第一OK厅").text, "二〇〇五年至二〇二〇年，第一OK厅");
        assert_eq!(
            clean_text("2O23年产值46O.5亿元，企业2O家，占1O%，P2O5达3%，O2O模式").text,
            "2023年产值460.5亿元，企业20家，占10%，P2O5达3%，O2O模式"
        );
        assert_eq!(clean_text("收入１，２３４．５亿元，第１，２期").text, "收入1,234.5亿元，第1，2期");
        assert_eq!(clean_text("产量3‐5万吨，下降﹣3.5%﹐粮食﹑油料").text, "产量3-5万吨，下降-3.5%，粮食、油料");
        assert_eq!(clean_text("增长1·8%，达到3·5亿元").text, "增长1.8%，达到3.5亿元");
        assert_eq!(clean_text("“7·20”暴雨，阿不都·买买提").text, "“7·20”暴雨，阿不都·买买提");
    }
}
