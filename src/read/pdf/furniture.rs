//! Running heads and page numbers, which stand at the edge of page after page.

use std::collections::HashMap;

use super::Pages;
use super::lines::Line;

/// Parts of a page's height in which they stand, from the top and from the bottom.
const TOP: f64 = 0.12;
const BOTTOM: f64 = 0.86;
/// Pages on which a line recurs that is a running head.
const RECURS: usize = 3;
/// Pages of a short document, in which the same words at the same height at the head of two are one.
const SHORT: usize = 3;
/// Part of a page's height in which a running head stands where its page has a wide margin, and the lines of a page that
/// one can be.
const HIGH: f64 = 0.25;
const FIRST: usize = 2;
/// Characters of the longest of them.
const LONGEST: usize = 30;

/// Takes them out of the lines of the pages.
pub(super) fn remove(lines: &mut [Vec<Line>], pages: &Pages) {
    let edge = |line: &Line, number: usize| {
        if line.table.is_some() {
            return false;
        }
        let height = pages.pages.get(number).map_or(0.0, |page| page.height);
        height > 0.0 && (line.y < height * TOP || line.y > height * BOTTOM)
    };
    // Below a wide margin: the same words at the same height at the head of page after page. A row that goes on in the
    // next is a table's.
    let high = |page: &[Line], at: usize, number: usize| {
        let height = pages.pages.get(number).map_or(0.0, |page| page.height);
        let alone = page[at].cells.len() == 1 || page.get(at + 1).is_none_or(|next| next.cells.len() == 1);
        at < FIRST
            && alone
            && page[at].table.is_none()
            && page[at].y < height * HIGH
            && page[at].text().chars().nth(LONGEST).is_none()
    };
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut heads: HashMap<(String, i64), usize> = HashMap::new();
    for (number, page) in lines.iter().enumerate() {
        let mut here: Vec<String> = Vec::new();
        for (at, line) in page.iter().enumerate() {
            if edge(line, number) {
                here.push(shape(&line.text()));
            }
            if high(page, at, number) {
                *heads.entry(head(line)).or_default() += 1;
            }
        }
        // 栏目1 and 栏目2 of one page are a list.
        here.sort_unstable();
        here.dedup();
        for shape in here {
            *seen.entry(shape).or_default() += 1;
        }
    }
    let recurs = if lines.len() <= SHORT { RECURS - 1 } else { RECURS };
    // The title that a browser prints beside the clock is the document's; on later pages it is furniture.
    for line in lines.iter_mut().take(1).flatten().filter(|line| line.cells.len() > 1 && is_clock(line)) {
        line.cells.remove(0);
    }
    for (number, page) in lines.iter_mut().enumerate() {
        let kept: Vec<bool> = (0..page.len())
            .map(|at| {
                let line = &page[at];
                if high(page, at, number) && heads.get(&head(line)).is_some_and(|n| *n >= recurs) {
                    return false;
                }
                if edge(line, number) {
                    let text = line.text();
                    return !(is_number(&text)
                        || is_browsers(line)
                        || seen.get(&shape(&text)).is_some_and(|n| *n >= RECURS));
                }
                true
            })
            .collect();
        let mut kept = kept.into_iter();
        page.retain(|_| kept.next().unwrap_or(true));
    }
}

/// A line by its words and its height in whole points.
fn head(line: &Line) -> (String, i64) {
    // Heights of pages are far within what an i64 holds.
    #[allow(clippy::cast_possible_truncation)]
    let y = line.y.round() as i64;
    (shape(&line.text()), y)
}

/// The line with its digits made alike; of a sentence or a sum they stay, and no two pages begin with the same.
fn shape(text: &str) -> String {
    let unit = |c: Option<char>| c.is_some_and(|c| "亿万元吨倍户家个亩".contains(c));
    let sum = text.char_indices().any(|(at, c)| c.is_ascii_digit() && unit(text[at + 1..].chars().next()));
    let number = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ','));
    if sum || number || text.contains(['。', '；', '，', '！', '？', '%', '％', '‰']) {
        return text.split_whitespace().collect();
    }
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// 2024/3/21 10:22 and the title, the address and the number of the page: what a browser prints at the edges.
fn is_browsers(line: &Line) -> bool {
    let first = line.cells.first().map_or("", |cell| cell.text.trim());
    is_clock(line) || ["http://", "https://", "file:///"].iter().any(|start| first.starts_with(start))
}

fn is_clock(line: &Line) -> bool {
    let first = line.cells.first().map_or("", |cell| cell.text.trim());
    let clock = |c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '/' | ':' | ',' | 'A' | 'P' | 'M' | '上' | '下' | '午')
    };
    first.contains('/') && first.contains(':') && first.chars().all(clock)
}

/// — 12 —, 第3页, 第 3 页 共 12 页, 3/12
fn is_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let signs = |c: char| c.is_ascii_digit() || c.is_whitespace() || "—–-―－·•.第页共/".contains(c);
    // A long number alone is the last row of a table.
    let alone = text.trim().bytes().all(|byte| byte.is_ascii_digit());
    (1..=if alone { 3 } else { 8 }).contains(&digits) && text.chars().all(signs) && !text.contains('.')
}

#[cfg(test)]
mod tests {
    use super::super::page;
    use super::*;

    #[test]
    fn a_running_head_goes_wherever_it_stands_at_the_head_of_its_pages() {
        use super::super::lines;
        let own = ["第一页的正文", "第二页的正文", "第三页的正文"];
        let pages: Vec<_> = own
            .iter()
            .map(|words| {
                page(&[(60.0, 120.0, "云岭县政府公报2024年第1期"), (60.0, 150.0, words), (60.0, 400.0, "云岭县")])
            })
            .collect();
        let mut found: Vec<Vec<Line>> = pages.iter().map(lines::of).collect();
        remove(&mut found, &Pages { pages });
        let texts: Vec<Vec<String>> = found.iter().map(|page| page.iter().map(Line::text).collect()).collect();
        assert_eq!(texts, own.map(|words| vec![words.to_owned(), "云岭县".to_owned()]));
    }

    #[test]
    fn a_document_of_two_pages_has_its_running_head_on_both() {
        use super::super::lines;
        let own = ["第一页的正文", "第二页的正文"];
        let pages: Vec<_> =
            own.iter().map(|words| page(&[(60.0, 40.0, "云岭县政府公报"), (60.0, 150.0, words)])).collect();
        let mut found: Vec<Vec<Line>> = pages.iter().map(lines::of).collect();
        remove(&mut found, &Pages { pages });
        let texts: Vec<Vec<String>> = found.iter().map(|page| page.iter().map(Line::text).collect()).collect();
        assert_eq!(texts, own.map(|words| vec![words.to_owned()]));
    }

    #[test]
    fn sentences_with_which_pages_begin_are_no_running_heads() {
        use super::super::lines;
        let own =
            ["2022年全县生产总值300.6亿元，增长5.1%。", "2023年全县生产总值306.2亿元，增长5.8%。", "2024年产值309亿元"];
        let pages: Vec<_> = own
            .iter()
            .zip(["48312", "48907", "50066"])
            .map(|(words, last)| page(&[(60.0, 40.0, words), (60.0, 800.0, last)]))
            .collect();
        let mut found: Vec<Vec<Line>> = pages.iter().map(lines::of).collect();
        remove(&mut found, &Pages { pages });
        assert!(found.iter().all(|page| page.len() == 2));
    }

    #[test]
    fn lines_alike_on_one_page_are_a_list() {
        use super::super::lines;
        let list = page(&[(60.0, 20.0, "栏目1"), (60.0, 40.0, "栏目2"), (60.0, 60.0, "栏目3"), (60.0, 400.0, "正文")]);
        let mut found = vec![lines::of(&list)];
        remove(&mut found, &Pages { pages: vec![list] });
        assert_eq!(found[0].len(), 4);
    }

    #[test]
    fn what_a_browser_prints_at_the_edges_goes() {
        use super::super::lines;
        let printed = page(&[
            (30.0, 20.0, "2024/3/21 10:22"),
            (300.0, 20.0, "云岭县统计公报"),
            (60.0, 400.0, "正文"),
            (30.0, 780.0, "https://www.example.cn/1.html"),
            (560.0, 780.0, "1/3"),
        ]);
        let mut found = vec![lines::of(&printed); 2];
        remove(&mut found, &Pages { pages: vec![printed.clone(), printed] });
        let texts = |page: &[Line]| page.iter().map(Line::text).collect::<Vec<_>>();
        assert_eq!(
            (texts(&found[0]), texts(&found[1])),
            (vec!["云岭县统计公报".to_owned(), "正文".to_owned()], vec!["正文".to_owned()])
        );
    }

    #[test]
    fn page_numbers_are_known() {
        assert!(["— 12 —", "第3页", "第 3 页 共 12 页", "3/12", "7"].iter().all(|text| is_number(text)));
        assert!(["66.4", "2023年", "3个", "——"].iter().all(|text| !is_number(text)));
    }
}
