//! Quarters: 一季度, 一至三季度, 三季度末, 2024Q2, 前三个季度.

use super::number::{dash, number};
use super::{Expression, Part, Year};

/// 季度 with what follows; `n` is the quarter, `rest` begins behind the number.
pub(super) fn quarters(n: i32, rest: &str) -> Option<(Part, usize)> {
    let quarter = n as i8;
    if let Some(tail) = rest.strip_prefix("季度") {
        return Some(if tail.starts_with(['末', '底']) {
            (Part::MonthEnd(quarter * 3), "季度末".len())
        } else {
            (Part::Quarters(quarter, quarter), "季度".len())
        });
    }
    // 一、二季度; 一、二、三季度; 一至三季度
    let (mut last, mut at) = (n, 0);
    while let Some(gap) = rest[at..].starts_with(['、', '和']).then_some('、'.len_utf8()).or_else(|| dash(&rest[at..]))
    {
        let (next, len) = number(&rest[at + gap..]).filter(|(next, _)| (last + 1..=4).contains(next))?;
        (last, at) = (next, at + gap + len);
    }
    (last > n && rest[at..].starts_with("季度")).then(|| (Part::Quarters(quarter, last as i8), at + "季度".len()))
}

/// 第三、四季度: several quarters behind one 第.
pub(super) fn ordinal(text: &str) -> Option<(Expression, usize)> {
    let tail = text.strip_prefix('第')?;
    let (n, len) = number(tail).filter(|(n, _)| (1..=3).contains(n))?;
    let rest = tail[len..].strip_prefix(['、', '和'])?;
    let next = rest.strip_prefix('第').unwrap_or(rest);
    let (last, more) = number(next).filter(|(last, _)| (n + 1..=4).contains(last))?;
    let behind = next[more..].strip_prefix("季度")?;
    Some((Expression::new(Year::Frame, Part::Quarters(n as i8, last as i8)), text.len() - behind.len()))
}

/// Q2, Q1—Q3, H1: quarters and halves by a letter, behind a year.
pub(super) fn lettered(text: &str) -> Option<(Part, usize)> {
    let digit = |text: &str, most: u8| {
        let digit = text.bytes().next().filter(|digit| (b'1'..=b'0' + most).contains(digit))?;
        let ends = !text[1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
        ends.then(|| (digit - b'0').cast_signed())
    };
    if let Some(half) = text.strip_prefix(['H', 'h']) {
        return digit(half, 2).map(|half| (Part::Half(half), 2));
    }
    let first = digit(text.strip_prefix(['Q', 'q'])?, 4)?;
    // Q1—Q3, Q1-3
    let until = dash(&text[2..]).map(|dash| {
        let tail = &text[2 + dash..];
        let bare = tail.strip_prefix(['Q', 'q']).unwrap_or(tail);
        (bare, text.len() - bare.len())
    });
    let last = until.and_then(|(bare, at)| digit(bare, 4).filter(|last| *last > first).map(|last| (last, at + 1)));
    let (last, len) = last.unwrap_or((first, 2));
    Some((Part::Quarters(first, last), len))
}

/// Q2 without a year, where it opens a clause and a sign follows: a model is called so elsewhere.
pub(super) fn alone(text: &str, before: &str) -> Option<(Expression, usize)> {
    let (part, len) = lettered(text)?;
    let opens = before.trim_end().is_empty() || before.ends_with(['，', '。', '；', '：', '（', '、']);
    let ends = text[len..].starts_with(['，', '：', '）', ',', ':']);
    (opens && ends).then(|| (Expression::new(Year::Frame, part), len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_are_read() {
        assert_eq!(quarters(1, "至三季度"), Some((Part::Quarters(1, 3), "至三季度".len())));
        assert_eq!(quarters(1, "、二、三季度"), Some((Part::Quarters(1, 3), "、二、三季度".len())));
        assert_eq!(quarters(1, "个季度"), None);
        assert_eq!(ordinal("第三、四季度").map(|(e, _)| e.part), Some(Part::Quarters(3, 4)));
        assert_eq!(ordinal("第三、四产业"), None);
        assert_eq!(lettered("Q2，"), Some((Part::Quarters(2, 2), 2)));
        assert_eq!(lettered("Q1-Q3，"), Some((Part::Quarters(1, 3), 5)));
        assert_eq!(lettered("H1，"), Some((Part::Half(1), 2)));
        assert_eq!((lettered("Q235钢"), lettered("Q5，"), lettered("HPV")), (None, None, None));
    }
}
