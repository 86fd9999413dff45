//! A scanned text in which blanks stand here and there, within words and numbers too: 实 现生产总值38 7.46亿 元. They say
//! nothing. In other texts a blank may part two things, so it is the whole text that tells.

use std::borrow::Cow;

use super::spacing::is_han;
use crate::lexicon::cues::frames;
use crate::lexicon::numeral::is_count;
use crate::lexicon::search::Search;
use crate::lexicon::segment::segment;
use crate::span::{Raw, Span};

/// What is said of a blank that goes.
pub(super) const NOTE: &str = "字间的空格 space between characters";

/// Blanks within words of the shortest such text, and characters for each.
const LEAST: usize = 5;
const EVERY: usize = 160;
/// Blanks within which there is one inside a word.
const PARTED: usize = 5;
/// Blanks that are looked at, and characters on either side of one.
const SEEN: usize = 200;
const WORD: usize = 3;
/// Lines by which a text is known.
const LINES: usize = 2_000;
/// Characters of the longest title or heading.
const HEAD: usize = 45;
/// Han of a line of running text without a sign.
const PROSE: usize = 20;

/// True of a text with blanks within its words.
#[inline(never)]
pub(super) fn is_loose(text: &str) -> bool {
    // Most texts have no such blanks, and are not looked through line by line.
    let bytes = text.as_bytes();
    let wide = |at: usize| bytes.get(at).is_some_and(|byte| *byte >= 0x80);
    let mut between = text.match_indices(' ').filter(|(at, _)| *at > 0 && wide(at - 1) && wide(at + 1));
    if between.nth(LEAST - 1).is_none() {
        return false;
    }
    let (mut inside, mut parted) = (0, 0);
    let lines = || text.split('\n').take(LINES);
    for line in lines().filter(|line| line.has(" ") && is_prose(line)) {
        for at in blanks(line).filter(|at| words(line, *at).is_some_and(|(l, r)| is_han(l) && is_han(r))) {
            inside += 1;
            // 陆明远 沈致远 江一帆: what stands between words says nothing of a scan.
            parted += usize::from(inside <= SEEN && parts_word(line, at));
        }
    }
    // The whole is measured last: it takes the longest.
    let all = || lines().filter(|line| is_prose(line)).map(|line| line.len() / 3).sum::<usize>();
    inside >= LEAST && parted * PARTED >= inside.min(SEEN) && parted > 2 && inside * EVERY >= all()
}

/// True of a blank within a word: 生 产总值.
fn parts_word(line: &str, at: usize) -> bool {
    let left = line[..at].char_indices().rev().take(WORD).take_while(|(_, c)| is_han(*c)).last();
    let left = left.map_or("", |(from, _)| &line[from..at]);
    let right: String = line[at + 1..].chars().take(WORD).take_while(|c| is_han(*c)).collect();
    let joined = format!("{left}{right}");
    segment(&joined).iter().any(|word| word.start < left.len() && word.start + word.text.len() > left.len())
}

/// The blanks of such a text that go, in order.
#[inline(never)]
pub(super) fn find(text: &str) -> Vec<Span<Raw>> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split('\n') {
        if is_prose(line) || is_head(line) {
            let goes = blanks(line).filter(|at| goes(line, *at));
            found.extend(goes.map(|at| Span::new(start + at, start + at + 1)));
        }
        start += line.len() + 1;
    }
    found
}

/// A line of such a text without them.
pub(super) fn closed(line: &str) -> Cow<'_, str> {
    if !line.has(" ") || !is_prose(line) && !is_head(line) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut from = 0;
    for at in blanks(line).filter(|at| goes(line, *at)) {
        out.push_str(&line[from..at]);
        from = at + 1;
    }
    out.push_str(&line[from..]);
    Cow::Owned(out)
}

/// True of running text: no row of a table.
fn is_prose(line: &str) -> bool {
    let words = line.trim();
    !words.contains(['|', '\t'])
        && !words.has("  ")
        && (words.contains(['，', '。', '；']) || words.chars().filter(|c| is_han(*c)).nth(PROSE).is_some())
}

/// True of a title, a heading or a day, which are told by their words once these are whole.
fn is_head(line: &str) -> bool {
    let bare: String = line.chars().filter(|c| !matches!(c, ' ' | '\u{3000}' | '\r')).collect();
    let numeral = |c: char| is_count(c);
    let numbered = bare.starts_with(numeral) && bare.trim_start_matches(numeral).starts_with('、')
        || bare.starts_with('（') && bare['（'.len_utf8()..].starts_with(numeral);
    let day = || bare.has("年") && bare.has("月") && bare.ends_with('日');
    bare.chars().nth(HEAD).is_none()
        && !bare.contains(['|', '\t'])
        && (numbered || day() || frames().document_end.suffix(&bare).is_some())
}

/// Where single blanks stand within a line.
fn blanks(line: &str) -> impl Iterator<Item = usize> {
    line.bytes().enumerate().filter(|(_, byte)| *byte == b' ').map(|(at, _)| at)
}

/// The characters on both sides of a blank.
fn words(line: &str, at: usize) -> Option<(char, char)> {
    Some((line[..at].chars().next_back()?, line[at + 1..].chars().next()?))
}

/// True of a blank between characters, digits and their signs; two numbers stay apart.
fn goes(line: &str, at: usize) -> bool {
    let fits = |c: char| is_han(c) || c.is_ascii_digit() || "%％.．，。、；：（）“”《》∶:".contains(c);
    let year = || line[at + 1..].bytes().take_while(u8::is_ascii_digit).count() == 4;
    words(line, at).is_some_and(|(left, right)| {
        let apart = right.is_ascii_digit() && (matches!(left, '%' | '％') || left.is_ascii_digit() && year());
        fits(left) && fits(right) && !apart
    })
}

#[cfg(test)]
mod tests {
    use crate::clean::clean_text;

    const SCANNED: &str = "初步 核算，全县实 现生产总值38 7.46亿 元，比 上年增长5 .7%。其 中第一产业 增加值48.1\n\
        2亿元，增长4. 3%；第 二产业增加值1 52.09亿元，增 长6.1%；第三产业增加 值187.25亿元，\n\
        增 长5.6%。年末常住 人口62. 58万人，城 镇化率53.4%。社会消费品零 售总额142.37亿\n\
        元，增长8. 9%。\n";

    #[test]
    fn blanks_within_words_and_numbers_of_a_scan_go() {
        let clean = clean_text(SCANNED).text;
        assert!(!clean.contains(' '), "{clean}");
        assert!(clean.contains("387.46亿元") && clean.contains("152.09亿元"), "{clean}");
    }

    #[test]
    fn a_text_with_a_few_blanks_keeps_them() {
        let text = "出席会议的有陆明远 沈致远 江一帆 周静怡 林向东 何平 白青山 云岭生 石怀玉，共12人。\n";
        assert!(clean_text(text).text.contains("陆明远 沈致远"));
    }
}
