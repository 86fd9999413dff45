//! Page furniture: reading time, share buttons, disclaimers, image lines, comments, the head matter of a crawler.

use super::site;
use super::spacing::is_han;
use crate::lexicon::furniture::furniture;
use crate::lexicon::search::Search;
use crate::span::{Clean, Span};

/// Share of the lines, at the end, where a disclaimer can begin.
const TAIL: usize = 4;
/// Lines of the longest comment.
const COMMENT: usize = 200;

pub(super) fn find(text: &str, lines: &[Span<Clean>]) -> Vec<Span<Clean>> {
    let mut found = Vec::new();
    let head = head_matter(text, lines);
    found.extend(head.1);
    found.extend(comments(text, lines));
    let tail_from = lines.len() - lines.len() / TAIL;
    for (i, line) in lines.iter().enumerate().skip(head.0) {
        let words = line.of(text).trim();
        if words.is_empty() || words.len() > 1_200 {
            continue;
        }
        if words.starts_with("![") && words.ends_with(')') {
            found.push(*line);
            continue;
        }
        if is_page_number(words) || site::is_buttons(words) {
            found.push(*line);
            continue;
        }
        let tail = i >= tail_from;
        let known = furniture();
        let likely = || {
            known.start.prefix(inner(words)).is_some_and(|_| words.len() < 150 || tail)
                || words.len() < 240 && known.anywhere.within(words)
                || (tail || i + 3 >= lines.len()) && known.end.prefix(words).is_some()
        };
        if words.len() < 240 && known.sure.within(words) || are_buttons(words) || likely() && !tells(words) {
            found.push(*line);
        }
    }
    found
}

/// （责任编辑：李某）: what stands in brackets by itself.
fn inner(line: &str) -> &str {
    let mut pair = [('（', '）'), ('(', ')'), ('【', '】'), ('[', ']')].into_iter();
    pair.find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close)).unwrap_or(line)
}

/// 打印 | 关闭: a line of nothing but buttons.
fn are_buttons(line: &str) -> bool {
    let known = &furniture().line;
    let parted = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{3000}' | '|' | '•' | '·' | '>' | '[' | ']' | '【' | '】');
    // Most lines begin with no button.
    let first = line.trim_start_matches(parted);
    known.prefix(first).is_some()
        && first.split(parted).filter(|word| !word.is_empty()).all(|word| known.contains(word))
}

/// 浏览次数突破100万的短视频有12条，带动消费3.2亿元: a sentence with a number that measures something is text, whatever its
/// first words look like. 扫码关注，领取100元红包 promises the reader something.
fn tells(line: &str) -> bool {
    let sentence = line.contains(['，', '。', '；']);
    let mut numbers = line.match_indices(|c: char| c.is_ascii_digit());
    let measured = |(at, _): (usize, &str)| {
        let behind = line[at + 1..].trim_start_matches(' ');
        let unit = behind.chars().next().is_some_and(|c| is_han(c) || matches!(c, '%' | '％'));
        unit && !behind.starts_with(['年', '月', '日', '时', '点', '字', '号'])
    };
    sentence && numbers.any(measured) && !furniture().promise.within(line)
}

/// - 12 -, — 3 —, 第3页 共10页: the number of a printed page on a line of its own.
pub(super) fn is_page_number(line: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '·' | ' ');
    let digits = |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let framed = line.starts_with(dash) && line.ends_with(dash) && digits(line.trim_matches(dash));
    let counted = || {
        let page = line.strip_prefix('第').and_then(|rest| rest.split_once('页'));
        page.is_some_and(|(number, rest)| {
            let rest = rest.trim_matches([' ', '/', '，', ',', '共', '页']);
            digits(number.trim()) && (rest.is_empty() || digits(rest.trim()))
        })
    };
    framed || counted()
}

/// Lines between two `---` at the top, but for title and date: how many, and what to pass over.
fn head_matter(text: &str, lines: &[Span<Clean>]) -> (usize, Vec<Span<Clean>>) {
    if lines.first().is_none_or(|line| line.of(text).trim() != "---") {
        return (0, Vec::new());
    }
    let Some(close) = lines.iter().take(40).skip(1).position(|line| line.of(text).trim() == "---") else {
        return (0, Vec::new());
    };
    let kept = |line: &&Span<Clean>| !["title:", "date:", "---"].iter().any(|key| line.of(text).starts_with(key));
    (close + 2, lines[1..=close].iter().filter(kept).copied().collect())
}

/// Lines of comments, which a page does not show: `<!-- … -->`, on one line or over several.
fn comments(text: &str, lines: &[Span<Clean>]) -> Vec<Span<Clean>> {
    let mut found = Vec::new();
    let mut open: Vec<Span<Clean>> = Vec::new();
    for line in lines {
        let words = line.of(text).trim();
        if open.is_empty() && !words.starts_with("<!--") {
            continue;
        }
        open.push(*line);
        if words.ends_with("-->") {
            found.append(&mut open);
        } else if words.has("-->") || open.len() > COMMENT {
            // Text follows the comment on its line, or it never ends: nothing of it is hidden.
            open.clear();
        }
    }
    found.retain(|line| !line.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::super::masked;

    #[test]
    fn page_numbers_are_no_part_of_the_text() {
        assert_eq!(masked("存款余额73亿元。\n- 12 -\n贷款余额40亿元。\n"), ["- 12 -"]);
        assert_eq!(masked("存款余额73亿元。\n第3页 共10页\n贷款余额40亿元。\n"), ["第3页 共10页"]);
        assert!(masked("-12-3\n第3页报告\n- 全县\n").is_empty());
    }

    #[test]
    fn reading_time_and_calls_to_follow_are_furniture() {
        let text = "全县产值增长3%。\n阅读时间：约3分钟\n扫码关注，领取100元红包\n后文。\n";
        assert_eq!(masked(text), ["阅读时间：约3分钟", "扫码关注，领取100元红包"]);
        assert!(masked("全县居民年均阅读时间：成人60分钟。\n推行扫码办理，关注群众需求。\n后文。\n").is_empty());
    }

    #[test]
    fn text_that_resembles_furniture_is_not_lost() {
        for line in [
            "主办单位由3家增加到8家，参赛人数突破5000人。",
            "首页改版后，县政府网站访问量达到31万人次。",
            "编辑：出版县志12部，编纂年鉴30卷，发行1.2万册。",
            "加入收藏家协会的会员达到320人，举办展览15场。",
            "推广“云岭通”，居民下载APP达12.6万次，注册用户8.1万人。",
            "审核：项目审核时间由30天压缩到12天，办结率98%。",
            "分享到发展红利的群众达3.2万人，户均增收2600元。",
            "联系电话开通率达到99%，12345热线受理诉求3.2万件。",
            "全县公交线路32条，微信扫码乘车比例达到76%，日均客流3.1万人次。",
            "浏览次数突破100万的短视频有12条，带动消费3.2亿元。",
            "版权登记量增长12%，专利授权320件。",
            "扫码关注企业诉求，推行扫码办事，办结率98%。",
        ] {
            assert!(masked(&format!("全县产值增长7.9%。\n{line}\n全县粮食产量36万吨。\n")).is_empty(), "{line}");
        }
        for line in [
            "（责任编辑：李某某）",
            "打印 | 关闭",
            "分享到：微信 微博",
            "本文共2360字，阅读约需6分钟",
            "点击下方链接，领取100元优惠券！",
            "免责声明：本文转载自网络，如有侵权请于24小时内联系删除。",
        ] {
            assert_eq!(masked(&format!("全县产值增长7.9%。\n{line}\n全县粮食产量36万吨。\n")), [line]);
        }
    }

    #[test]
    fn furniture_is_marked_and_body_is_not() {
        let text = "---\nsource: https://a.cn/20230228\ntitle: 公报\n---\n共计2000个字，预计阅读时长8分钟\n全年增长3%。\n![图](./W02.png)\n责任编辑：李某\n";
        assert_eq!(
            masked(text),
            ["source: https://a.cn/20230228", "共计2000个字，预计阅读时长8分钟", "![图](./W02.png)", "责任编辑：李某"]
        );
        assert_eq!(
            masked("政府工作报告\n<!-- 2016年1月8日 -->\n<!--\n校对：3人\n-->\n全年增长3%。\n").len(),
            4,
            "comments on one line and over several"
        );
        assert!(
            masked("全县免责声明发布率100%，责任编辑队伍扩大到20人，工作取得成效。\n后文。\n后文。\n后文。\n")
                .is_empty()
        );
    }
}
