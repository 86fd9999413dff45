//! What a page prints above the title of what it shows, and around it on its line.

use super::day::full_day;
use super::title::is_document;
use crate::lexicon::cues::frames as cues;
use crate::lexicon::search::Search;

/// True of a line that stands above a title and is none: 2024年3月5日 来源：青沅日报; 首页 > 政务公开; 青沅要闻; 青政发〔2024〕5号.
pub(super) fn is_above(words: &str) -> bool {
    let count = words.chars().count();
    let label = cues().published.prefix(words).is_some_and(|label| {
        let rest = words[label.len()..].trim_start();
        rest.is_empty() || rest.starts_with(['：', ':', '|', ']', '】'])
    });
    let crumb = words.contains(['>', '»', '›'])
        || ["您的位置", "当前位置", "您当前的位置"].iter().any(|word| words.starts_with(word));
    let number = words.ends_with('号') && words.contains(['〔', '[', '［', '（', '【']) && count <= 24;
    // 1797期 / 第1版
    let page = count <= 16
        && words.has("第")
        && words.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '：' | ' ')).ends_with('版');
    let column = count <= 12 && !words.starts_with('《') && cues().column.suffix(words).is_some();
    let body = count <= 24 && cues().issuer_end.suffix(words).is_some();
    let listed = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let linked = listed.len() < words.len()
        && listed
            .strip_prefix(['.', '、', '．', ')', '）'])
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    // 岚江, a site's section; ![]() and what else has no word
    let short = count <= 4 && !is_document(words);
    let wordless = !words.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let page = page || count <= 40 && cues().page.within(words) || is_menu(words);
    short || wordless || label || crumb || number || page || column || body || linked || is_day(words)
}

/// True of a day, with whoever published it or the hour: 2024-01-15 09:30; 2024年3月5日 星期二.
fn is_day(words: &str) -> bool {
    // 公文网 2024-03-05 09:30 政府报告: the hour is a page's.
    let timed = words.has(":") && words.chars().count() <= 40;
    if full_day(words).is_none() || is_document(words) && !timed {
        return false;
    }
    let left =
        words.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace() && !"年月日时分秒-/.:：|".has_char(*c));
    cues().published.within(words) || left.count() <= if timed { 8 } else { 6 }
}

/// Names of a menu's pages.
const MENU: usize = 6;

/// True of a line of many short names: 时政|经济|社会|专题|文化|旅游.
fn is_menu(words: &str) -> bool {
    let parts: Vec<usize> =
        words.split(['|', '丨', ' ', '\u{3000}']).map(|part| part.chars().count()).filter(|count| *count > 0).collect();
    parts.len() >= MENU && parts.iter().sum::<usize>() <= parts.len() * 4
}

/// A title without what else stands on its line: [2024-03-05] before it, 2024-03-05 12:43 or 放大图片 behind, and
/// 新华社岚江3月5日电题：.
pub(super) fn bare(words: &str) -> &str {
    let mut words = words;
    if let Some((inner, rest)) = words.strip_prefix(['[', '【']).and_then(|rest| rest.split_once([']', '】']))
        && full_day(inner).is_some()
    {
        words = rest.trim();
    }
    // （岚北）2024年青沅县政府工作报告
    if let Some((inner, rest)) = words.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']))
        && inner.chars().count() <= 4
        && is_document(rest)
    {
        words = rest.trim();
    }
    if let Some((wire, rest)) = words.split_once("电题：").or_else(|| words.split_once("电题:"))
        && wire.ends_with('日')
    {
        words = rest.trim();
    }
    words = words.strip_suffix("放大图片").unwrap_or(words).trim_end();
    let clock = words.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '-' | '/' | ' '));
    let stamp = words[clock.len()..].trim();
    if !clock.is_empty() && full_day(stamp).is_some() && words[clock.len()..].starts_with([' ', '\u{3000}']) {
        words = clock;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menus_and_tools_of_a_page_are_no_titles() {
        for line in [
            "时政|经济|社会|专题|文化|旅游|",
            "各地要闻： 青沅 云岭 岚水 大坪 岚江 岚原",
            "0 收藏 打印 增大字体 减小字体",
            "举报电话： 0571-1234567",
            "岚江",
            "头条 岚江新闻网",
            "您当前的位置： 岚江新闻网",
            "公文网 2024-03-05 09:30:12 政府报告",
        ] {
            assert!(is_above(line), "{line}");
        }
        assert!(!is_above("青沅县一季度新开工项目12个") && !is_above("政府工作报告"));
    }

    #[test]
    fn a_title_is_bared_of_day_and_tools() {
        for line in [
            "[2024-03-05] 青沅：闯出新路 放大图片",
            "青沅：闯出新路 2024-03-05 12:43",
            "中新社岚江三月五日电题：青沅：闯出新路",
        ] {
            assert_eq!(bare(line), "青沅：闯出新路");
        }
        assert_eq!(bare("（岚北）2024年青沅县政府工作报告"), "2024年青沅县政府工作报告");
        assert_eq!(bare("2025年目标 2024"), "2025年目标 2024");
    }
}
