//! Spaces that break words and numbers go, and line breaks before the number that a line asks for.

use super::{Edit, spread};
use crate::report::CleaningKind;

/// First characters of what stands behind a number that measures something.
pub(super) const MEASURES: [char; 16] =
    ['%', '％', '亿', '万', '元', '亩', '吨', '倍', '户', '家', '人', '项', '平', '公', '千', '个'];

pub(super) fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// A space of any width; a line end is none.
fn blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200a}')
}

/// **产 量**: a bold cell of a list whose characters stand apart.
fn spread_cell(before: &str, rest: &str) -> bool {
    let apart = |text: &str, mark: &mut dyn FnMut(&str) -> bool| {
        let mut rest = text;
        loop {
            let Some(c) = rest.chars().next() else { return false };
            if !is_han(c) {
                return false;
            }
            rest = &rest[c.len_utf8()..];
            if mark(rest) {
                return true;
            }
            let Some(next) = rest.strip_prefix(' ') else { return false };
            rest = next;
        }
    };
    let head = || before.chars().rev().take(14).collect::<String>();
    apart(rest, &mut |rest| rest.starts_with("**")) && apart(&head(), &mut |rest| rest.starts_with("**"))
}

fn ends_with_any(line: &str, words: &[&str]) -> bool {
    line.chars().count() >= 4 && words.iter().any(|word| line.ends_with(word))
}

/// What is said of a space that no line may break at.
const BLANK: &str = "不换行空格 no-break space";

#[inline(never)]
pub(super) fn edit(before: &str, rest: &str, c: char) -> Option<Edit> {
    let drop = |taken: usize, note| Some(Edit { taken, put: "", kind: CleaningKind::Spacing, note });
    // What keeps words on one line of a page is a space like others.
    let plain = || (c == '\u{a0}').then_some(Edit { taken: 2, put: " ", kind: CleaningKind::Spacing, note: BLANK });
    match c {
        '\r' => drop(1, "换行符 carriage return"),
        '\n' => {
            let line = before.rsplit('\n').next()?;
            // 城镇化率⏎86.38%: the line ends where only a number can follow.
            let unfinished = ends_with_any(
                line,
                &[
                    "到", "为", "达", "增长", "下降", "率", "至", "约", "超", "近", "值", "总额", "收入", "投资",
                    "产量", "完成", "突破",
                ],
            );
            if let Some(gap) = torn_thousands(line, rest) {
                return drop(gap, "行内断行 line break inside a number");
            }
            if unfinished && let Some(gap) = before_number(rest) {
                return drop(gap, "行内断行 line break inside a sentence");
            }
            None
        }
        '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200d}' => drop(c.len_utf8(), "零宽字符 zero-width character"),
        // One space beside a digit is OCR's; several set a table's columns apart. Of a run of spaces none goes: looking through it at each of them would cost its square.
        _ if rest[c.len_utf8()..].starts_with(char::is_whitespace) => plain(),
        _ => {
            let taken = rest.len() - rest.trim_start_matches(blank).len();
            let taken = taken.max(c.len_utf8());
            let (left, right) = (before.chars().next_back()?, rest[taken..].chars().next()?);
            let number = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
            if spread_cell(before, &rest[taken..]) {
                return drop(taken, "字间空格 space inside a word");
            }
            let point = number(left)
                && matches!(right, '.' | '．' | ':' | '：' | '∶')
                && rest[taken + right.len_utf8()..].trim_start_matches(blank).chars().next().is_some_and(number);
            let loose = signed_change(before, tail_of(rest, taken))
                || (is_han(left) && number(right) && !row_of_numbers(&rest[taken..]))
                || (number(left) && (is_han(right) || right == '%' || right == '％'))
                || (matches!(left, '.' | '．' | ':' | '：' | '∶')
                    && number(right)
                    && before[..before.len() - left.len_utf8()].trim_end_matches(blank).ends_with(number))
                || number(left) && number(right) && broken_decimal(before, &rest[taken..])
                || number(left) && number(right) && spelled_out(before, &rest[taken..])
                || matches!(left, '亿' | '万')
                    && is_unit(right)
                    && before[..before.len() - 3].trim_end().ends_with(number);
            let tail = &rest[taken..];
            if number(left)
                && number(right)
                && (thousands(before, tail) || cell_of_thousands(before, tail) || torn_decimal(before, tail))
            {
                return drop(taken, "数字内的空格 space inside a number");
            }
            if loose || point {
                return drop(taken, "数字旁的空格 space beside a number");
            }
            // 其中A 股上市公司: printed pages set letters apart from characters.
            (left.is_ascii_alphabetic() && is_han(right) && c == ' '
                || spread::characters(before, tail)
                || is_han(left) && is_han(right) && spread::words(before, tail))
            .then(|| drop(taken, "字间的空格 space between characters"))
            .flatten()
            .or_else(plain)
        }
    }
}

fn tail_of(rest: &str, taken: usize) -> &str {
    rest.get(taken..).unwrap_or_default()
}

/// Ends of the verbs of change, behind which a minus can stand.
const CHANGES: [char; 11] = ['长', '降', '减', '少', '落', '低', '滑', '升', '加', '幅', '比'];

/// True behind a verb of change, with blanks or without.
pub(super) fn changes(before: &str) -> bool {
    before.trim_end_matches(blank).ends_with(CHANGES)
}

/// 下降 － 2.6%: a blank before or behind the sign of a number that tells of a change.
fn signed_change(before: &str, tail: &str) -> bool {
    let sign = |c: char| matches!(c, '-' | '－' | '−' | '–');
    let digit = |text: &str| text.trim_start_matches(blank).starts_with(|c: char| c.is_ascii_digit());
    match before.strip_suffix(sign) {
        Some(head) => changes(head) && digit(tail),
        None => changes(before) && tail.strip_prefix(sign).is_some_and(digit),
    }
}

/// 2,1⏎56件: how far the rest of a number in groups of three lies behind a line's end.
fn torn_thousands(line: &str, rest: &str) -> Option<usize> {
    let digit = |c: char| c.is_ascii_digit();
    let head = line.trim_end_matches(digit);
    let begun = line.len() - head.len();
    let groups = head.strip_suffix(',')?;
    let whole = groups.len() - groups.trim_end_matches(digit).len();
    let before = groups[..groups.len() - whole].chars().next_back();
    let gap = rest.len() - rest.trim_start_matches(['\n', '\r', ' ', '\u{3000}']).len();
    let tail = &rest[gap..];
    let behind = tail.trim_start_matches(digit);
    let sound = (1..=2).contains(&begun) && (1..=3).contains(&whole) && !matches!(before, Some('.' | ','));
    let ends = behind.starts_with(|c: char| is_han(c) || matches!(c, '%' | '％' | '.'));
    (sound && begun + tail.len() - behind.len() == 3 && ends).then_some(gap)
}

/// 达到⏎86.38%: how far the number lies behind a line's end; a blank line may stand between them.
fn before_number(rest: &str) -> Option<usize> {
    let gap = rest.len() - rest.trim_start_matches(['\n', '\r', ' ', '\u{3000}']).len();
    let tail = &rest[gap..];
    let number = tail.len() - tail.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).len();
    (number > 0 && tail[number..].starts_with(MEASURES)).then_some(gap)
}

/// 1 9 9 8 年, 7 4 7 7 2亿元, 1 1 %: every digit stands apart from the next, and the last of them before a word or a sign.
fn spelled_out(before: &str, tail: &str) -> bool {
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let joined = before.len() - bare.len();
    let (mut rest, mut digits) = (tail, 0);
    while rest.starts_with(|c: char| c.is_ascii_digit()) {
        digits += 1;
        // No number has so many.
        if joined + digits > 12 {
            return false;
        }
        rest = &rest[1..];
        match rest.strip_prefix(' ') {
            Some(next) => rest = next,
            None => break,
        }
    }
    // 2020 3个: behind digits that stand together, as those do whose spaces are gone, the run must end as such runs do.
    let ends = match joined {
        1 => rest.starts_with(|c: char| is_han(c) || matches!(c, '%' | '％')),
        _ => rest.starts_with(['年', '亿', '万', '元', '%', '％']),
    };
    ends && digits > 0 && !bare.ends_with(['.', ',', '，'])
}

/// 增长1.7%,，: copied pages hold a comma of their own before each sign.
#[inline(never)]
pub(super) fn stray_comma(before: &str, rest: &str) -> Option<Edit> {
    let mut behind = rest[1..].chars();
    let doubled = match behind.next()? {
        '，' | '、' | '。' | '；' | '：' | ';' => true,
        // a,,b of a list of cells keeps its empty cell.
        ',' => behind.next().is_some_and(is_han),
        _ => false,
    };
    let text = before.ends_with(|c: char| is_han(c) || matches!(c, '%' | '％' | ')' | '）' | '”'));
    (doubled && text)
        .then_some(Edit { taken: 1, put: "", kind: CleaningKind::Spacing, note: "多余的逗号 stray comma" })
}

/// 20 000元, 1 234.5亿元, 1 234 567人: how many digits the number at the start of the text has, and what stands behind it.
fn thousands(before: &str, tail: &str) -> bool {
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
    if !(1..=3).contains(&(before.len() - bare.len())) || bare.ends_with(['.', ',']) {
        return false;
    }
    // 1 234 567: the second gap follows a group of three and a space.
    if bare.ends_with(' ') && before.len() - bare.len() != 3 {
        return false;
    }
    let mut rest = tail;
    // No number has more groups.
    for _ in 0..4 {
        let group = rest.bytes().take_while(u8::is_ascii_digit).count();
        if group != 3 {
            return false;
        }
        rest = &rest[3..];
        match rest.strip_prefix(' ').filter(|next| next.starts_with(|c: char| c.is_ascii_digit())) {
            Some(next) => rest = next,
            None => break,
        }
    }
    rest.starts_with(is_han) && !bare.ends_with(' ')
        || measured_fraction(rest)
        || bare.ends_with(' ') && rest.starts_with(MEASURES)
}

/// | 18 654 |, | 1 234 567.8 |: a cell of a table is one number, set in groups of three.
fn cell_of_thousands(before: &str, tail: &str) -> bool {
    // No number is longer.
    let start = before.bytes().rev().take(24).position(|b| b == b'|').map(|back| before.len() - back);
    let end = tail.bytes().take(24).position(|b| b == b'|');
    let (Some(head), Some(rest)) = (start.and_then(|start| before.get(start..)), end.and_then(|end| tail.get(..end)))
    else {
        return false;
    };
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let mut groups = head.trim_start_matches(blank).split(blank).chain(rest.trim_end_matches(blank).split(blank));
    let first = groups.next().map(|group| group.trim_start_matches('-')).unwrap_or_default();
    (1..=3).contains(&first.len())
        && digits(first)
        && groups.all(|group| {
            let (whole, part) = group.split_once('.').unwrap_or((group, ""));
            whole.len() == 3 && digits(whole) && digits(part)
        })
}

/// 总产量 1 8.6万吨: a scanner's space inside the whole part of a decimal that is measured.
fn torn_decimal(before: &str, tail: &str) -> bool {
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let (head, whole) = (before.len() - bare.len(), tail.bytes().take_while(u8::is_ascii_digit).count());
    // 表1 8.6万吨: the number of a thing, then the number itself.
    let word = bare.strip_suffix(' ').unwrap_or(bare);
    let behind_word = word.ends_with(is_han) && !word.ends_with(['表', '图', '第', '号', '附', '年', '月']);
    behind_word && head <= 2 && whole <= 2 && measured_fraction(&tail[whole..])
}

/// .6万: the end of a decimal that is measured.
fn measured_fraction(text: &str) -> bool {
    text.strip_prefix('.').is_some_and(|digits| {
        let tail = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        tail.len() < digits.len()
            && digits.len() - tail.len() <= 3
            && tail.trim_start_matches(' ').starts_with(MEASURES)
    })
}

/// 86. 3 8%: the digits of one number, set apart by a scanner.
fn broken_decimal(before: &str, rest: &str) -> bool {
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let head = before.trim_end_matches(|c: char| c.is_ascii_digit());
    rest.len() - tail.len() <= 2
        && tail.starts_with(['%', '％'])
        && head
            .trim_end_matches(' ')
            .strip_suffix('.')
            .is_some_and(|h| h.trim_end_matches(' ').ends_with(|c: char| c.is_ascii_digit()))
}

/// First characters of units that follow 亿 and 万.
fn is_unit(c: char) -> bool {
    matches!(
        c,
        '元' | '亩'
            | '吨'
            | '人'
            | '户'
            | '斤'
            | '美'
            | '平'
            | '立'
            | '千'
            | '公'
            | '株'
            | '件'
            | '台'
            | '辆'
            | '头'
            | '只'
            | '个'
            | '家'
    )
}

/// True when several numbers stand in the line, set apart by spaces alone: the row of a table.
fn row_of_numbers(rest: &str) -> bool {
    // Two cells need no long look: a line may be the whole text.
    let near = rest.char_indices().nth(60).map_or(rest, |(at, _)| &rest[..at]);
    let line = near.split(['\n', '，', '。', '；', ',']).next().unwrap_or_default();
    let mut cells = line.split_whitespace().take(3);
    let number =
        |cell: Option<&str>| cell.is_some_and(|c| c.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-'));
    number(cells.next()) && number(cells.next())
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn spaces_beside_numbers_go_and_columns_stay() {
        assert_eq!(clean_text("增长 8.6% ，其中 86. 38％").text, "增长8.6% ，其中86.38%");
        assert_eq!(clean_text("其中A 股公司3家，P M 值7").text, "其中A股公司3家，P M值7");
        assert_eq!(clean_text("居民消费价格 2.0 2.0 2.0").text, "居民消费价格 2.0 2.0 2.0");
        assert_eq!(clean_text("2021年10月 01日").text, "2021年10月01日");
        assert_eq!(clean_text("产量36\u{2009}.\u{2009}5万\u{ad}吨").text, "产量36.5万吨");
        assert_eq!(clean_text("结构为2.8 : 30.8 : 66.4").text, "结构为2.8:30.8:66.4");
        assert_eq!(
            clean_text("总值463 . 3 亿 元，增长 7 . 9 %，率86. 3 8%").text,
            "总值463.3亿元，增长 7.9%，率86.38%"
        );
        assert_eq!(
            clean_text("1 9 9 8 年3 月，达到7 4 7 7 2亿元，增长1 1 %").text,
            "1998年3月，达到74772亿元，增长11%"
        );
        assert_eq!(clean_text("2020 3个，A 1 2 B").text, "2020 3个，A 1 2 B");
        assert_eq!(clean_text("总产量 1 8.6万 吨，产值1 234.5亿元").text, "总产量18.6万吨，产值1234.5亿元");
        assert_eq!(clean_text("人口1 234 567人，表1 8.6万吨").text, "人口1234567人，表1 8.6万吨");
        assert_eq!(
            clean_text("| 收入 | 18 654 | -1\u{a0}234 567.8 | 3 4 | 12 3456 |").text,
            "| 收入 | 18654 | -1234567.8 | 3 4 | 12 3456 |"
        );
    }

    #[test]
    fn a_carriage_return_ends_a_line_where_nothing_else_does() {
        assert_eq!(clean_text("一、综合\r总值463.3亿元。\r").text, "一、综合\n总值463.3亿元。\n");
        assert_eq!(clean_text("一、综\r合\r\n总值\r\n").text, "一、综合\n总值\n");
    }

    #[test]
    fn a_comma_before_another_sign_goes() {
        assert_eq!(clean_text("增长1.7%,，居全省第1位,。").text, "增长1.7%，居全省第1位。");
        assert_eq!(clean_text("统计局获悉,,全市增长").text, "统计局获悉，全市增长");
        assert_eq!(clean_text("a,,b 3,,4").text, "a,,b 3,,4");
    }
}
