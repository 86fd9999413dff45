//! Lines that stand at the edge of printed page after page: the words of a running head, beside the number of the page or
//! in one line with it, and numbers that count the pages alone.
//!
//! ```text
//! 新建高标准农田              新建高标准农田             新建高标准农田
//! — 12 —                     云岭县政府公报 12          12
//! 云岭县统计公报
//! 3.2万亩，                   3.2万亩，                  3.2万亩，
//! ```

use std::borrow::Cow;

use rustc_hash::FxHashMap as HashMap;

use super::boilerplate::is_page_number;
use super::spacing::is_han;

/// Bytes of the longest running head.
const LONGEST: usize = 120;
/// Blanks in a line whose characters stand alone.
const BLANKS: usize = 3;
/// Lines of the shortest page, and pages that show that a number counts them.
const PAGE: usize = 8;
const PAGES: usize = 3;
/// Pages on which words recur that are a running head.
const RECURS: usize = 2;

/// A line without the blanks between its characters, where each of them stands alone: 增 长 7 . 2 %. What it is indented by
/// stays.
pub(super) fn closed(line: &str) -> Cow<'_, str> {
    let blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{3000}');
    let words = line.trim_start_matches(blank);
    // Of wide blanks the first must stand behind the first character: most lines are passed over by it.
    if line.bytes().filter(|byte| *byte == b' ').take(BLANKS).count() < BLANKS
        && words.chars().nth(1) != Some('\u{3000}')
    {
        return Cow::Borrowed(line);
    }
    let (mut all, mut alone, mut han) = (0, 0, 0);
    for word in words.split(blank).filter(|word| !word.is_empty()) {
        let mut chars = word.chars();
        let single = chars.next().filter(|_| chars.next().is_none());
        all += 1;
        alone += usize::from(single.is_some());
        han += usize::from(single.is_some_and(is_han));
        // Running text is told from spaced text by its first words.
        if all == 4 && alone < 2 {
            break;
        }
    }
    if all < 4 || alone * 5 < all * 4 || han < 2 {
        return Cow::Borrowed(line);
    }
    let (indent, words) = line.split_at(line.len() - words.len());
    // What is spaced so has its digits as wide as its characters, as often as not.
    let half = |c: char| match c {
        '０'..='９' | '．' | '％' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    Cow::Owned(indent.chars().chain(words.chars().filter(|c| !blank(*c)).map(half)).collect())
}

/// The lines, in order, that are a running head or count the pages.
#[inline(never)]
pub(super) fn find(lines: &[Cow<'_, str>]) -> Vec<usize> {
    let mut counting: HashMap<String, Vec<(usize, u32)>> = HashMap::default();
    let mut beside: HashMap<&str, Vec<usize>> = HashMap::default();
    for (at, line) in lines.iter().enumerate() {
        let words = line.trim();
        if words.is_empty() || words.len() > LONGEST {
            continue;
        }
        if is_page_number(words) {
            let before = (0..at).rev().take(2).find(|at| !lines[*at].trim().is_empty());
            let after = (at + 1..lines.len()).take(2).find(|at| !lines[*at].trim().is_empty());
            for at in before.into_iter().chain(after) {
                if is_head(lines[at].trim()) {
                    beside.entry(lines[at].trim()).or_default().push(at);
                }
            }
        } else if let Some((number, rest)) = numbered(words) {
            counting.entry(rest).or_default().push((at, number));
        }
    }
    let mut found: Vec<usize> = beside.into_values().filter(|places| places.len() >= RECURS).flatten().collect();
    for places in counting.into_values() {
        let steps = || {
            places
                .windows(2)
                .map(|pair| (pair[1].0 - pair[0].0 >= PAGE) && (1..=2).contains(&pair[1].1.wrapping_sub(pair[0].1)))
        };
        if places.len() >= PAGES && steps().all(|step| step) {
            found.extend(places.iter().map(|(at, _)| *at));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// True of a few words that are no sentence, no row of a table, and no line that says something of one.
fn is_head(words: &str) -> bool {
    words.len() <= LONGEST
        && words.chars().filter(|c| is_han(*c)).count() >= 2
        && !words.contains(['，', '。', '；', '：', ':', '、', '|', '%', '％'])
        && words.split_whitespace().count() <= 2
        && !words.starts_with(['表', '续', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '（', '('])
}

/// The number of the page at the edge of a running head, and the head; or the number alone.
fn numbered(words: &str) -> Option<(u32, String)> {
    let digit = |c: char| c.is_ascii_digit();
    let (number, rest) = if words.ends_with(digit) {
        let rest = words.trim_end_matches(digit);
        (&words[rest.len()..], rest)
    } else {
        let rest = words.trim_start_matches(digit);
        (&words[..words.len() - rest.len()], rest)
    };
    if !(1..=3).contains(&number.len()) {
        return None;
    }
    let sign = |c: char| c.is_whitespace() || matches!(c, '·' | '—' | '-' | '–' | '•' | '/');
    let head = rest.trim_matches(sign);
    // 指标12 is no running head: a blank or a dash parts it from the number of its page.
    let parted = rest.starts_with(sign) || rest.ends_with(sign);
    (rest.is_empty() || parted && is_head(head)).then(|| Some((number.parse().ok()?, head.to_owned())))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lines: &[&str]) -> Vec<String> {
        let lines: Vec<Cow<'_, str>> = lines.iter().map(|line| closed(line)).collect();
        find(&lines).into_iter().map(|at| lines[at].to_string()).collect()
    }

    fn paged(edge: impl Fn(usize) -> Vec<String>) -> Vec<String> {
        let page = |n| {
            let mut lines: Vec<String> = (0..8).map(|_| "全县经济平稳增长，收入提高。".to_owned()).collect();
            lines.extend(edge(n));
            lines
        };
        (1..5).flat_map(page).collect()
    }

    #[test]
    fn heads_and_numbers_of_pages_are_found() {
        for (edge, count) in [
            (&(|n| vec![format!("— {n} —"), "云岭县统计公报".to_owned()]) as &dyn Fn(usize) -> Vec<String>, 4),
            (&|n| vec![format!("— {n} —"), "云 岭 县 统 计 公 报".to_owned()], 4),
            (&|n| vec![format!("云岭县政府公报 2024年第1期 {n}")], 4),
            (&|n| vec![format!("云岭县政府公报 · {n} ·")], 0),
            (&|n| vec![format!("云岭县政府公报 {n}")], 4),
            (&|n| vec![format!("{} 云岭县政府公报", n * 2)], 4),
            (&|n| vec![(n + 11).to_string()], 4),
            (&|n| vec![(n * 7).to_string()], 0),
            (&|n| vec![format!("{}年", 2019 + n)], 0),
            (&|n| vec![format!("— {n} —"), "单位：万元".to_owned()], 0),
            (&|n| vec![format!("— {n} —"), "指标 产量 增长".to_owned()], 0),
        ] {
            let lines = paged(edge);
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            assert_eq!(found(&lines).len(), count, "{:?}", lines[8..].iter().take(2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_line_closes_up_where_each_character_stands_alone() {
        assert_eq!(closed("  增 长 7 . 2 %"), "  增长7.2%");
        for line in ["1 2 3 4 5", "指标 单位 产量", "增长7.2%", "张 三"] {
            assert_eq!(closed(line), line);
        }
    }
}
