//! A text in which every character stands apart from the next, by one blank, by two, or by a wide one: 增　长　７　．　９　％.
//! Wider gaps than these part its columns.

use super::running;
use crate::span::{Raw, Span};

/// Bytes at the head that show it, and lines.
const HEAD: usize = 8 << 10;
const LINES: usize = 200;
/// Characters of a line that says something of it.
const LINE: usize = 12;

fn blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{3000}')
}

/// True of a text of which most lines are spaced so.
#[inline(never)]
pub(super) fn is_even(text: &str) -> bool {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    if head.chars().filter(|c| blank(*c)).count() * 4 < head.chars().count() {
        return false;
    }
    let (mut all, mut even) = (0, 0);
    for line in head.lines().take(LINES).filter(|line| line.chars().filter(|c| !blank(*c)).nth(LINE).is_some()) {
        all += 1;
        even += usize::from(is_spaced(line));
    }
    even * 2 > all
}

fn is_spaced(line: &str) -> bool {
    matches!(running::closed(line), std::borrow::Cow::Owned(_))
}

/// The blanks between the characters of such a text, in order.
#[inline(never)]
pub(super) fn find(text: &str) -> Vec<Span<Raw>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        if is_spaced(line) {
            let gaps = gaps(line);
            let mut widths: Vec<usize> = gaps.iter().map(|gap| gap.of(line).chars().count()).collect();
            widths.sort_unstable();
            let usual = widths.get(widths.len() / 2).copied().unwrap_or_default();
            let narrow = gaps.into_iter().filter(|gap| gap.of(line).chars().count() <= usual);
            found.extend(narrow.map(|gap| Span::new(start + gap.start, start + gap.end)));
        }
        start += line.len() + 1;
    }
    found
}

/// The blanks within a line, run by run.
fn gaps(line: &str) -> Vec<Span<Raw>> {
    let words = line.trim();
    let begin = line.len() - line.trim_start().len();
    let mut found: Vec<Span<Raw>> = Vec::new();
    for (at, c) in words.char_indices().filter(|(_, c)| blank(*c)) {
        let at = begin + at;
        match found.last_mut().filter(|gap| gap.end == at) {
            Some(gap) => gap.end += c.len_utf8(),
            None => found.push(Span::new(at, at + c.len_utf8())),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn characters_close_up_whatever_sets_them_apart() {
        let told = "全县地区生产总值463.3亿元，增长7.9%，其中税收收入15.2亿元。";
        let wide: String = told
            .chars()
            .map(|c| match c {
                '0'..='9' | '.' | '%' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
                c => c,
            })
            .collect();
        for text in [told, &wide] {
            for gap in [" ", "  ", "\u{3000}"] {
                let spaced: Vec<String> = text.chars().map(String::from).collect();
                let line = spaced.join(gap);
                assert_eq!(clean_text(&format!("{line}\n{line}\n")).text, format!("{told}\n{told}\n"), "{gap:?}");
            }
        }
    }

    #[test]
    fn columns_of_such_a_text_stay_apart() {
        let text = "全 县 粮 食 总 产 量 达 到 3 6 万 吨 ，\n粮 食 总 产 量   3 6 . 0   4 . 1\n";
        assert_eq!(clean_text(&text.repeat(2)).text, "全县粮食总产量达到36万吨，\n粮食总产量   36.0   4.1\n".repeat(2));
    }
}
