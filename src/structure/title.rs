//! The title: which of the first lines it is, and the lines it goes on in; none is made up.

use super::above::{self, is_above};
use super::block::{Block, BlockKind};
use super::day::full_day;
use super::kind::is_question;
use super::speaker;
use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::lexicon::search::Search;

/// Characters of the longest title.
const TITLE: usize = 60;
/// Characters of the longest line of a headline.
const HEADLINE: usize = 30;
/// Lines at the head among which the title stands.
const HEAD: usize = 12;

/// A line that the title can be.
struct Found {
    block: usize,
    words: String,
    /// Known by a word such as 报告, not only by where it stands.
    document: bool,
}

/// The title, from the first lines or the crawler's head matter.
#[inline(never)]
pub(super) fn title(clean: &Clean, blocks: &mut [Block]) -> Option<String> {
    let mut front = None;
    let mut found: Option<Found> = None;
    // Lines that stand above a title: the day, the page's column, where one is on the site.
    let mut above = 0;
    for (i, block) in blocks.iter().take(HEAD).enumerate() {
        let text = block.span.of(&clean.text);
        if let Some(words) = text.strip_prefix("title:") {
            front = Some((i, tidy(words)));
            continue;
        }
        // 原标题：青沅县项目建设提速|一线调研
        if let Some(words) = text.strip_prefix("原标题：").map(|own| tidy(own.split(['|', '丨']).next().unwrap_or(own)))
        {
            found = Some(Found { block: i, words, document: false });
            break;
        }
        // What is asked has begun the interview.
        if is_question(text) {
            break;
        }
        let words = tidy(text);
        if words.is_empty() || text == "---" || text.starts_with("date:") {
            continue;
        }
        if is_above(&words) {
            above += usize::from(above == i);
            continue;
        }
        let document = is_document(&words);
        // The speaker's line is no title, however it is set.
        if !document && speaker::is_byline(text) {
            continue;
        }
        let sentence = text.has("。") || words.chars().count() > TITLE || text.contains(['◆', '|']);
        if sentence || is_byline(text, &words) {
            if text.has("。") {
                break;
            }
            continue;
        }
        let marked = text.starts_with(['#', '*']) && !words.has("人民代表大会");
        let numbered = block.kind == BlockKind::Heading && block.level <= 2 && !text.starts_with('#');
        // 2023年三季度重点工作推进会上的讲话: looks like a heading, and is what the paper is called
        let called = document && i == above && !text.starts_with(|c: char| "一二三四五六七八九十（(第".has_char(c));
        if numbered && !called {
            break;
        }
        // The first line of a page is its title when the page goes on with a byline, not with a sentence.
        let opens = i == above
            && words.chars().count() >= 5
            && (blocks.len() > 3 || above > 0 || heads_text(clean, blocks, i))
            && !words.ends_with("书记")
            && !words.ends_with("县长")
            && !words.has("人民代表大会");
        if document || marked || opens {
            found = Some(Found { block: i, words, document });
            break;
        }
        if i > 6 {
            break;
        }
    }
    let Some(found) = found else {
        let Some((at, words)) = front else { return visit(clean, blocks) };
        blocks[at].kind = BlockKind::Title;
        return Some(words);
    };
    let printed = goes_on(clean, blocks, &found);
    blocks[found.block].kind = BlockKind::Title;
    let words = match &front {
        Some((_, filed)) if is_fuller(filed, &printed) => filed.clone(),
        _ => printed.clone(),
    };
    if let Some((at, _)) = front {
        blocks[at].kind = BlockKind::Title;
    }
    // A page repeats its title above the body.
    for block in blocks.iter_mut().take(HEAD) {
        let line = tidy(block.span.of(&clean.text));
        if line == printed || line == found.words {
            block.kind = BlockKind::Title;
        }
    }
    Some(words)
}

/// 访青沅县县长陆明远, where no line above it says what the interview is called.
fn visit(clean: &Clean, blocks: &[Block]) -> Option<String> {
    let line = tidy(blocks.first()?.span.of(&clean.text));
    let visits = ["访", "专访", "对话"].iter().any(|word| line.starts_with(word));
    (visits && speaker::is_byline(&line)).then_some(line)
}

/// True of a line that the sentence of a short piece of news stands right under.
fn heads_text(clean: &Clean, blocks: &[Block], at: usize) -> bool {
    let line = blocks[at].span.of(&clean.text);
    // The day and whoever published it may stand between.
    let below = blocks[at + 1..].iter().take(3).map(|next| next.span.of(&clean.text));
    let under = below.into_iter().find(|next| !is_above(&tidy(next))).unwrap_or_default();
    line.chars().count() >= 8
        && blocks[at].kind != BlockKind::TableRow
        && !line.ends_with(['，', '、', '；', ',', ';', '！', '？'])
        && under.len() > line.len()
        && under.has("。")
}

/// True of words that name a document: 青沅县政府工作报告.
pub(super) fn is_document(words: &str) -> bool {
    cues().document.within(words) || cues().document_end.suffix(words.trim_end_matches(['》', '”'])).is_some()
}

/// True of lines that say who speaks or wrote, and of what opens a speech.
fn is_byline(text: &str, words: &str) -> bool {
    // （岚北）2024年青沅县政府工作报告
    let placed = text.starts_with(['（', '(']) && is_document(words);
    !placed && text.starts_with(['—', '-', '（', '(', '|'])
        || words.ends_with(['：', ':'])
        || text.starts_with("<!--")
        || words.starts_with("编者按")
        || words.has("专题")
}

/// The title with the lines it goes on in, which become lines of the title too.
fn goes_on(clean: &Clean, blocks: &mut [Block], found: &Found) -> String {
    let mut words = found.words.clone();
    for at in found.block + 1..blocks.len().min(found.block + 3) {
        let text = blocks[at].span.of(&clean.text);
        let line = tidy(text);
        let between = &clean.text[blocks[at - 1].span.end..blocks[at].span.start];
        let count = line.chars().count();
        if text.contains(['。', '|']) || line.ends_with(['：', ':', '，']) || line == words || line.is_empty() {
            break;
        }
        let subtitle = line.trim_start_matches(['—', '-']);
        let joined = if subtitle.len() < line.len() {
            // ——青沅县推进项目建设综述, but not ——访青沅县委书记陆明远, nor where and when the report was given.
            let told = !line.starts_with("- ")
                && full_day(&line).is_none()
                && !subtitle.trim_start().starts_with('访')
                && !cues().given_at.within(subtitle)
                && !speaker::is_byline(text);
            told.then(|| format!("{words}——{}", subtitle.trim()))
        } else if is_above(&line) || is_byline(text, &line) || speaker::is_byline(text) {
            None
        } else if is_broken(&words, &line) {
            Some(format!("{words}{line}"))
        } else {
            // A headline of two lines, one below the other.
            let adjoining = between.matches('\n').count() <= 1 && blocks[at].kind == BlockKind::Paragraph;
            let headline = (6..=HEADLINE).contains(&count) && words.chars().count() <= HEADLINE;
            let plain = !line.contains(['□', '■', '●', '：', ':', '）', ')', '　']) && !cues().author.within(&line);
            (!found.document && at == found.block + 1 && adjoining && headline && plain)
                .then(|| format!("{words} {line}"))
        };
        let Some(joined) = joined.filter(|joined| joined.chars().count() <= TITLE + HEADLINE) else { break };
        blocks[at].kind = BlockKind::Title;
        words = joined;
    }
    words
}

/// True where a title ends in the midst of its words: 青沅县国民经济和社会发展 / 第十四个五年规划纲要; 关于印发 / 实施方案的通知.
fn is_broken(words: &str, next: &str) -> bool {
    let ended = cues().document_end.suffix(words.trim_end_matches(['》', '”'])).is_some();
    let open = words.has("关于") || words.matches('《').count() > words.matches('》').count();
    let ends = cues().document_end.suffix(next.trim_end_matches(['》', '”'])).is_some();
    !ended && ends && (open || cues().unfinished.suffix(words).is_some())
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
        && !filed.has("大会")
}

/// A title without marks, footnotes, and the day and name in brackets at its end.
pub(super) fn tidy(text: &str) -> String {
    let mut words = text.trim().trim_matches(['#', '*', ' ', '\u{3000}', '"', '\'']).trim().to_owned();
    // 政 府 工 作报 告: spread over the line
    let whole: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    if whole.len() < words.len() && cues().whole_report.suffix(&whole).is_some() && whole.chars().count() <= 8 {
        words = whole;
    }
    while let Some(at) = words.rfind(['[', '（', '(']) {
        let inner = &words[at..];
        let closed = inner.ends_with([']', '）', ')']);
        // 《云岭新闻》(20221008): the issue is what tells one programme from the next.
        let issue = inner.trim_matches(['[', '（', '(', ']', '）', ')']);
        let numbered = !issue.is_empty() && issue.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if numbered && words.starts_with('《') && words[..at].trim_end().ends_with('》') {
            break;
        }
        // 政府工作报告（2024年）: no other words tell of which year.
        let year =
            issue.strip_suffix('年').is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
        if year && !words[..at].has("年") && is_document(&words[..at]) {
            break;
        }
        if !closed || !inner.contains(|c: char| c.is_ascii_digit()) && issue != "全文" || inner.has("草案") {
            break;
        }
        words.truncate(at);
    }
    // 青政发〔2024〕5号《青沅县人民政府关于…的意见》
    if let Some((number, named)) = words.split_once('《')
        && number.trim_end().ends_with('号')
        && let Some(inner) = named.strip_suffix('》').filter(|inner| !inner.has("》"))
    {
        words = inner.to_owned();
    }
    // 政府工作报告 ——1997年1月28日在…会议上: the dateline on the title's line.
    if let Some(at) = words.place_of("——").filter(|at| *at > 0) {
        let behind = &words[at..];
        if behind.has("会议") || behind.has("年") && behind.has("日") {
            words.truncate(at);
        }
    }
    above::bare(words.trim().trim_matches('*')).to_owned()
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
    fn a_title_loses_its_dateline() {
        assert_eq!(tidy("政府工作报告  ——1997年1月28日在第一届人民代表大会第五次会议上"), "政府工作报告");
        assert_eq!(tidy("**青沅县政府工作报告（2025年1月14日 陆明远）**"), "青沅县政府工作报告");
        assert_eq!(tidy("# 《云岭新闻》 (20240305)"), "《云岭新闻》 (20240305)");
        assert_eq!(tidy("同心协力——建设新青沅"), "同心协力——建设新青沅");
    }

    #[test]
    fn a_visit_is_the_title_where_nothing_above_it_is() {
        assert_eq!(
            titled("访青沅县县长陆明远\n本报记者 周清\n2022年3月2日\n\n去年，全县增长6%。\n").as_deref(),
            Some("访青沅县县长陆明远")
        );
    }

    #[test]
    fn a_speech_is_called_by_the_line_that_looks_like_a_heading() {
        let line = "2023年全县三季度重点工作推进会上的讲话";
        let text = format!("{line}\n同志们：\n刚才，大家分析了情况。\n一、形势\n今年投资9亿元。\n");
        assert_eq!(titled(&text).as_deref(), Some(line));
    }

    fn titled(text: &str) -> Option<String> {
        crate::analyze(text, &crate::Options::default()).unwrap().document.title
    }

    const NEWS: &str = "今年以来，青沅县坚持项目为王，新开工项目12个。\n其中，岚水药业二期总投资6亿元。\n";

    #[test]
    fn what_stands_above_a_title_is_none() {
        for above in [
            "2024年3月5日 来源：青沅日报",
            "2024-03-05 09:30",
            "发布时间：2024-03-05 09:30 来源：县政府办",
            "青沅要闻",
            "首页 > 政务公开 > 新闻",
            "1797期 / 第1版:1",
            "青沅县人民政府文件",
            "青政发〔2024〕5号",
            "1. 青沅县工业经济运行情况",
        ] {
            let text = format!("{above}\n青沅县一季度新开工项目12个\n{NEWS}");
            assert_eq!(titled(&text).as_deref(), Some("青沅县一季度新开工项目12个"), "{above}");
        }
        for text in ["各位代表：\n现在，我代表县人民政府向大会报告工作。\n去年，全县增长6%。\n再创佳绩。\n", NEWS]
        {
            assert_eq!(titled(text), None);
        }
    }

    #[test]
    fn a_day_may_stand_between_a_title_and_its_sentence() {
        let text = "青沅县2023年经济运行情况\n2024-01-18\n\n2023年，全县地区生产总值90亿元，增长5%，新开工项目12个。\n";
        assert_eq!(titled(text).as_deref(), Some("青沅县2023年经济运行情况"));
    }

    #[test]
    fn a_title_goes_on_in_the_next_line() {
        for (lines, wanted) in [
            (
                "青沅县国民经济和社会发展\n第十五个五年规划和二〇四〇年远景目标纲要",
                "青沅县国民经济和社会发展第十五个五年规划和二〇四〇年远景目标纲要",
            ),
            ("青沅县人民政府关于印发\n\n十件实事实施方案的通知", "青沅县人民政府关于印发十件实事实施方案的通知"),
            ("以项目之进促稳\n——青沅县推进项目建设综述", "以项目之进促稳——青沅县推进项目建设综述"),
            ("春潮涌动岚江岸\n青沅县奋力实现“开门红”", "春潮涌动岚江岸 青沅县奋力实现“开门红”"),
            ("做强产业富民兴县\n——访青沅县委书记陆明远", "做强产业富民兴县"),
            ("青沅县政府工作报告\n县长 陆明远", "青沅县政府工作报告"),
            ("青沅县政府工作报告\n——2024年1月20日在青沅县人民代表大会会议上", "青沅县政府工作报告"),
        ] {
            let text = format!("{lines}\n\n{NEWS}");
            assert_eq!(titled(&text).as_deref(), Some(wanted), "{lines}");
        }
    }
}
