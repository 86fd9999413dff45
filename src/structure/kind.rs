//! Title and kind of the document.

use super::block::{Block, BlockKind};
use super::speaker::{self, Speaker};
use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::report::{Kind, PersonRole};

/// Characters of the longest title.
const TITLE: usize = 60;

/// The title, from the first lines or the crawler's head matter; none is made up.
#[inline(never)]
pub(super) fn title(clean: &Clean, blocks: &mut [Block]) -> Option<String> {
    let mut front = None;
    let mut found: Option<(usize, String)> = None;
    for (i, block) in blocks.iter().take(12).enumerate() {
        let text = block.span.of(&clean.text);
        if let Some(words) = text.strip_prefix("title:") {
            front = Some((i, tidy(words)));
            continue;
        }
        let words = tidy(text);
        if words.is_empty() || text == "---" || text.starts_with("date:") {
            continue;
        }
        let document = ["报告", "公报", "规划", "纲要", "计划", "方案", "意见", "决定", "通知", "摘要", "安排"]
            .iter()
            .any(|w| words.contains(w));
        // The speaker's line is no title, however it is set.
        if !document && speaker::is_byline(text) {
            continue;
        }
        let sentence = text.contains('。') || words.chars().count() > TITLE || text.contains(['◆', '|']);
        let byline = text.starts_with(['—', '-', '（', '(', '|'])
            || words.ends_with(['：', ':'])
            || text.starts_with("<!--")
            || words.starts_with("编者按")
            || words.contains("专题");
        if sentence || byline {
            if text.contains('。') {
                break;
            }
            continue;
        }
        let marked = text.starts_with(['#', '*']) && !words.contains("人民代表大会");
        let numbered = block.kind == BlockKind::Heading && block.level <= 2 && !text.starts_with('#');
        if numbered {
            break;
        }
        // The first line of a page is its title when the page goes on with a byline, not with a sentence.
        let opens = i == 0
            && words.chars().count() >= 6
            && blocks.len() > 3
            && !words.ends_with("书记")
            && !words.ends_with("县长");
        if document || marked || opens {
            found = Some((i, words));
            break;
        }
        if i > 6 {
            break;
        }
    }
    let (i, printed) = found.or_else(|| front.clone())?;
    blocks[i].kind = BlockKind::Title;
    let words = match &front {
        Some((_, filed)) if is_fuller(filed, &printed) => filed.clone(),
        _ => printed.clone(),
    };
    if let Some((at, _)) = front {
        blocks[at].kind = BlockKind::Title;
    }
    // A page repeats its title above the body.
    for block in blocks.iter_mut().take(12) {
        if tidy(block.span.of(&clean.text)) == printed {
            block.kind = BlockKind::Title;
        }
    }
    Some(words)
}

/// Whether the title a document is filed under is the printed one with place or year before it, so that it says the
/// same and more: `title: 2025年青沅县政府工作报告` above a page headed 政府工作报告. One set with gaps is no better to read.
fn is_fuller(filed: &str, printed: &str) -> bool {
    let bare = |c: char| !matches!(c, '《' | '》');
    let (filed, printed): (String, String) =
        (filed.chars().filter(|c| bare(*c)).collect(), printed.chars().filter(|c| bare(*c)).collect());
    filed.len() > printed.len()
        && filed.ends_with(&printed)
        && filed.chars().count() <= TITLE
        && !filed.contains(char::is_whitespace)
        // Who read it where is the dateline.
        && !filed.contains("大会")
}

/// A title without marks, footnotes, and the day and name in brackets at its end.
fn tidy(text: &str) -> String {
    let mut words = text.trim().trim_matches(['#', '*', ' ', '\u{3000}', '"', '\'']).trim().to_owned();
    while let Some(at) = words.rfind(['[', '（', '(']) {
        let inner = &words[at..];
        let closed = inner.ends_with([']', '）', ')']);
        // 《云岭新闻》(20221008): the issue is what tells one programme from the next.
        let issue = inner.trim_matches(['[', '（', '(', ']', '）', ')']);
        let numbered = !issue.is_empty() && issue.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if numbered && words.starts_with('《') && words[..at].trim_end().ends_with('》') {
            break;
        }
        if !closed || !inner.contains(|c: char| c.is_ascii_digit()) || inner.contains("草案") {
            break;
        }
        words.truncate(at);
    }
    // 政府工作报告 ——1997年1月28日在…会议上: the dateline on the title's line.
    if let Some(at) = words.find("——").filter(|at| *at > 0) {
        let behind = &words[at..];
        if behind.contains("会议") || behind.contains('年') && behind.contains('日') {
            words.truncate(at);
        }
    }
    words.trim().trim_matches('*').to_owned()
}

/// The kind, from title, opening words and speakers.
#[inline(never)]
pub(super) fn kind(clean: &Clean, title: Option<&str>, blocks: &[Block], people: &[Speaker]) -> Kind {
    let title = title.unwrap_or_default();
    let front = clean
        .lines
        .iter()
        .take(8)
        .map(|line| line.of(&clean.text))
        .find(|line| line.starts_with("title:"))
        .unwrap_or_default();
    let opening: String =
        blocks.iter().take(14).map(|b| b.span.of(&clean.text)).flat_map(str::chars).take(900).collect();
    let names = |words: &[&str]| words.iter().any(|w| title.contains(w) || front.contains(w));
    if names(&["政府工作报告", "工作报告"]) && !names(&["工作规则"]) {
        return Kind::WorkReport;
    }
    if names(&["公报"]) {
        return Kind::Communique;
    }
    if names(&["预算", "决算"]) {
        return Kind::Budget;
    }
    // 国民经济和社会发展计划执行情况与计划草案的报告 is read to the deputies too.
    if names(&["计划执行情况", "计划草案", "计划（草案）"]) {
        return Kind::Plan;
    }
    // 州长向大会作政府工作报告 is news of it.
    let addressed = opening.contains("各位代表")
        || opening.contains("向大会") && (opening.contains("我代表") || opening.contains("我受"));
    if addressed && (opening.contains("人民政府") || opening.contains("国务院")) {
        return Kind::WorkReport;
    }
    if names(&["规划", "纲要", "计划", "行动方案"]) {
        return Kind::Plan;
    }
    if told_in_parts(clean, blocks) {
        return Kind::Communique;
    }
    let interviewed = people.iter().filter(|p| p.role == PersonRole::Speaker && p.interviewed).count();
    if interviewed > 2 {
        return Kind::Roundup;
    }
    if interviewed > 0 || opening.contains("接受记者采访") || opening.contains("接受采访") || opening.contains("访谈")
    {
        return Kind::Interview;
    }
    let meeting = ["召开", "举行", "会议", "大会", "座谈", "调研"];
    if meeting.iter().filter(|w| opening.contains(**w)).count() >= 2 && opening.contains("召开") {
        return Kind::MeetingNews;
    }
    Kind::Other
}

/// A communiqué whose title is lost: 一、综合 and 二、农业 are what only its parts are called.
fn told_in_parts(clean: &Clean, blocks: &[Block]) -> bool {
    let headings = blocks.iter().filter(|block| block.kind == BlockKind::Heading && block.level <= 1);
    let named = headings.filter(|block| {
        let text = block.span.of(&clean.text);
        let name = text.trim_start_matches('#').trim_matches(['*', ' ']);
        let name =
            name.split_once('、').filter(|(number, _)| number.chars().count() <= 3).map_or(name, |(_, name)| name);
        let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
        cues().communique_part.contains(&name)
    });
    named.take(2).count() == 2 && clean.text.contains("比上年")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_a_document_is_filed_under_is_taken_where_it_says_the_same_and_more() {
        assert!(is_fuller("2025年青沅县政府工作报告", "政府工作报告"));
        assert!(is_fuller("青沅县2025年《政府工作报告》", "政府工作报告"));
        assert!(!is_fuller("政府工作报告", "政府工作报告"));
        assert!(!is_fuller("2 0 2 5 年政府工作报告", "政府工作报告"));
        assert!(!is_fuller("陆明远在青沅县第五届人民代表大会上的政府工作报告", "政府工作报告"));
        assert!(!is_fuller("政府工作报告解读", "政府工作报告"));
        assert!(!is_fuller("青沅要闻", "政府工作报告"));
    }

    #[test]
    fn a_communique_without_a_title_is_known_by_its_parts_and_its_year_by_its_opening() {
        let text = "2021年，全县经济平稳发展，到2025年实现小康。\n一、综合\n生产总值90亿元，比上年增长6%。\n\
                    二、农 业\n粮食产量12万吨。\n";
        let report = crate::analyze(text, &crate::Options::default()).unwrap();
        assert_eq!((report.document.kind, report.document.review_year), (Kind::Communique, Some(2021)));
        assert!(report.figures.iter().all(|figure| figure.period.is_some()));
        let news =
            "州长陆明远代表州人民政府向大会作政府工作报告。\n今年将继续办好民生实事，新建学校3所，进一步扩大就业。\n";
        let list = "为农民办好十件实事\n①新建沼气池20座，发展技术网点8家。\n②完成3个示范村道路建设。\n";
        for text in [news, list] {
            let news = crate::analyze(text, &crate::Options::default()).unwrap();
            assert_eq!(news.document.kind, Kind::Other);
            assert!(news.figures.iter().all(|figure| figure.status == crate::report::Status::Target), "{text}");
        }
    }

    #[test]
    fn a_title_loses_its_dateline() {
        assert_eq!(tidy("政府工作报告  ——1997年1月28日在第一届人民代表大会第五次会议上"), "政府工作报告");
        assert_eq!(tidy("**青沅县政府工作报告（2025年1月14日 陆明远）**"), "青沅县政府工作报告");
        assert_eq!(tidy("# 《云岭新闻》 (20240305)"), "《云岭新闻》 (20240305)");
        assert_eq!(tidy("同心协力——建设新青沅"), "同心协力——建设新青沅");
    }
}
