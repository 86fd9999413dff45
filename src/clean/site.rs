//! What a page of a site prints around an article when it is copied or printed whole: its menu above, its links below, the
//! buttons to the other pages between.
//!
//! ```text
//! 首页
//! 政务公开
//! …
//! # 云岭县2023年统计公报
//! 发布时间：2024-03-28　来源：县统计局
//! ```

use crate::lexicon::cues::frames;
use crate::lexicon::furniture::furniture;
use crate::lexicon::pages::pages;
use crate::lexicon::search::Search;
use crate::span::{Clean, Span};

/// Lines of the shortest and of the longest menu.
const MENU: std::ops::Range<usize> = 6..200;
/// Characters of a title.
const TITLE: std::ops::Range<usize> = 6..61;
/// Lines between a title and the line that says when it was published.
const BELOW: usize = 3;
/// Bytes of the longest line of a menu or of buttons.
const BUTTONS: usize = 240;

/// The lines of the menu above the title of an article.
pub(super) fn menu<'a>(text: &str, lines: &'a [Span<Clean>]) -> impl Iterator<Item = &'a Span<Clean>> {
    let mut above = 0;
    let mut title = None;
    for (at, line) in lines.iter().enumerate().take(MENU.end) {
        let words = line.of(text).trim();
        if words.is_empty() {
            continue;
        }
        if above >= MENU.start && is_title(words) && (is_named(words) || is_published(text, &lines[at + 1..])) {
            title = Some(at);
            break;
        }
        // What runs on, or counts, is text.
        let counts =
            words.contains(['%', '亿', '万']) || words.has("|") && words.contains(|c: char| c.is_ascii_digit());
        if words.len() > BUTTONS || words.contains(['。', '；', '，']) || counts {
            break;
        }
        above += 1;
    }
    let own = title.map(|at| bare(lines[at].of(text)));
    lines[..title.unwrap_or_default()].iter().filter(move |line| {
        let words = bare(line.of(text));
        !words.is_empty() && own != Some(words)
    })
}

/// The lines of links to other articles below their heading.
pub(super) fn links<'a>(text: &'a str, lines: &'a [Span<Clean>]) -> impl Iterator<Item = &'a Span<Clean>> {
    let heads =
        |line: &Span<Clean>| furniture().links.contains(line.of(text).trim().trim_matches(['#', ' ', '：', ':']));
    let is_link = move |line: &&Span<Clean>| {
        let words = line.of(text).trim();
        words.is_empty() || words.chars().nth(TITLE.end).is_none() && !words.has("。") && ends_with_day(words)
    };
    let mut listed = false;
    lines.iter().filter(move |line| {
        listed = heads(line) || listed && is_link(line);
        listed
    })
}

/// True of the buttons that lead to the other pages of an article: 共3页45条 首页 上一页 1 2 3 下一页 跳转到第 页.
pub(super) fn is_buttons(line: &str) -> bool {
    let known = furniture();
    if line.len() > BUTTONS || !line.has("页") || !known.pager.may_begin(line.chars().next().unwrap_or_default()) {
        return false;
    }
    let (mut rest, mut count) = (line, 0);
    while let Some(first) = rest.chars().next() {
        let len = known.pager.prefix_at(first, rest).map(str::len);
        let sign = || (first.is_ascii_digit() || " 　/|<>«»‹›[]．.,，、".contains(first)).then(|| first.len_utf8());
        let Some(len) = len.or_else(sign) else { return false };
        count += usize::from(!first.is_ascii());
        rest = &rest[len..];
    }
    count > 1
}

fn bare(line: &str) -> &str {
    line.trim().trim_start_matches('#').trim()
}

/// True of a heading that ends as documents are called: # 云岭县2023年统计公报.
fn is_named(line: &str) -> bool {
    line.starts_with('#') && frames().document_end.suffix(line.trim_end_matches(['》', '”'])).is_some()
}

/// True of words that can be the title of an article.
fn is_title(line: &str) -> bool {
    TITLE.contains(&bare(line).chars().count()) && !line.contains(['。', '：', ':', '|'])
}

/// True where a line below says when and by whom it was published.
fn is_published(text: &str, below: &[Span<Clean>]) -> bool {
    let lines = below.iter().map(|line| line.of(text).trim()).filter(|line| !line.is_empty());
    lines.take(BELOW).any(|line| pages().is_publication(line) && day_in(line).is_some())
}

fn ends_with_day(line: &str) -> bool {
    let line = line.trim_end_matches([']', '】', ')', '）', ' ']);
    day_in(line).is_some_and(|end| end == line.len())
}

/// Where the first day of digits ends: 2024-03-28, 2024年3月28日.
fn day_in(line: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    line.match_indices("20").find_map(|(at, _)| {
        let number = |from: usize, most: usize| {
            let len = digits(line.get(from..)?);
            (1..=most).contains(&len).then_some(from + len)
        };
        let sign = |at: usize| line[at..].chars().next().filter(|c| "-/.年月".contains(*c)).map(|c| at + c.len_utf8());
        let year = number(at, 4).filter(|end| *end == at + 4)?;
        let end = number(sign(number(sign(year)?, 2)?)?, 2)?;
        Some(end + if line[end..].starts_with('日') { '日'.len_utf8() } else { 0 })
    })
}

#[cfg(test)]
mod tests {
    use crate::clean::masked;

    #[test]
    fn the_menu_above_a_title_is_furniture() {
        let menu = "要闻动态\n县情概况\n政务公开\n办事服务\n互动交流\n数据开放\n";
        let body = "发布时间：2024-03-28 来源：县统计局\n全年粮食总产量36万吨。\n";
        let title = "云岭县2023年统计公报";
        assert_eq!(masked(&format!("{title}\n{menu}{title}\n{body}")).len(), 6);
        assert_eq!(masked(&format!("{menu}# {title}\n全年粮食总产量36万吨。\n")).len(), 6);
        assert!(masked(&format!("{menu}{title}\n全年粮食总产量36万吨。\n")).is_empty());
        let contents =
            "云岭县发展规划\n目录\n一、现状\n二、目标\n三、任务\n四、保障\n五、附则\n一、现状\n全年产粮36万吨。\n";
        assert!(masked(contents).is_empty());
    }

    #[test]
    fn links_and_buttons_are_furniture() {
        for line in ["共3页45条 首页 上一页 1 2 3 下一页 尾页 跳转到第 页", "共45条记录 1/3页", "上一页1 2 3下一页"]
        {
            let found = masked(&format!("全年产粮36万吨。\n{line}\n全年产棉2万吨。\n")).concat();
            assert_eq!(found.replace(' ', ""), line.replace(' ', ""));
        }
        for line in ["页岩气产量3亿立方米", "共3页材料", "第一页"] {
            assert!(masked(&format!("全年产粮36万吨。\n{line}\n全年产棉2万吨。\n")).is_empty(), "{line}");
        }
        let text =
            "全年产粮36万吨。\n相关文章\n云岭县一季度经济运行情况2023-04-15\n云岭县上半年经济运行情况 2023-07-15\n";
        assert_eq!(masked(text).len(), 3);
    }
}
