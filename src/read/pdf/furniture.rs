//! Running heads and page numbers, which stand at the edge of page after page.

use std::collections::HashMap;

use super::Pages;
use super::lines::Line;

/// Parts of a page's height in which they stand, from the top and from the bottom.
const TOP: f64 = 0.12;
const BOTTOM: f64 = 0.86;
/// Pages on which a line recurs that is a running head.
const RECURS: usize = 3;

/// Takes them out of the lines of the pages.
pub(super) fn remove(lines: &mut [Vec<Line>], pages: &Pages) {
    let edge = |line: &Line, number: usize| {
        let height = pages.pages.get(number).map_or(0.0, |page| page.height);
        height > 0.0 && (line.y < height * TOP || line.y > height * BOTTOM)
    };
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (number, page) in lines.iter().enumerate() {
        for line in page.iter().filter(|line| edge(line, number)) {
            *seen.entry(shape(&line.text())).or_default() += 1;
        }
    }
    for (number, page) in lines.iter_mut().enumerate() {
        page.retain(|line| {
            let text = line.text();
            !(edge(line, number) && (is_number(&text) || seen.get(&shape(&text)).is_some_and(|n| *n >= RECURS)))
        });
    }
}

/// The line with its digits made alike.
fn shape(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// — 12 —, 第3页, 第 3 页 共 12 页, 3/12
fn is_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let signs = |c: char| c.is_ascii_digit() || c.is_whitespace() || "—–-―－·•.第页共/".contains(c);
    (1..=8).contains(&digits) && text.chars().all(signs) && !text.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_known() {
        assert!(["— 12 —", "第3页", "第 3 页 共 12 页", "3/12", "7"].iter().all(|text| is_number(text)));
        assert!(["66.4", "2023年", "3个", "——"].iter().all(|text| !is_number(text)));
    }
}
