//! Paragraphs of a line: a page whose line breaks were lost holds its title, its headings and its paragraphs in one.

use super::block::numbering;
use crate::lexicon::search::Search;
use crate::span::{self, Span};

/// What begins a paragraph of Chinese print.
const INDENT: &str = "　　";

/// Bytes of the shortest line that is looked through for lost breaks.
const LONG: usize = 360;

/// Bytes within which the title, the day and the speaker stand before 各位代表.
const HEAD: usize = 420;

/// Characters of the longest heading in a line of running text.
const HEADING: usize = 36;

const NUMERALS: [&str; 10] = ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、", "十、"];

/// The last words of headings behind which no punctuation stands: 一、2022年工作回顾2022年，是……
const HEADING_ENDS: [&str; 14] = [
    "工作回顾",
    "工作的回顾",
    "情况回顾",
    "回顾",
    "总体要求",
    "指导思想",
    "奋斗目标",
    "主要目标",
    "目标任务",
    "主要任务",
    "工作安排",
    "重点工作",
    "重点任务",
    "工作任务",
];

/// What running text behind a heading begins with: 一、各项目标如期实现过去五年，……
const TEXT_BEGINS: [&str; 8] = ["过去", "一年来", "五年来", "新世纪", "去年，", "今年以来", "全年", "刚刚过去"];

/// The paragraphs of a line, without the spaces around them.
pub(super) fn paragraphs(text: &str, line: Span<span::Clean>) -> impl Iterator<Item = Span<span::Clean>> {
    let words = line.of(text);
    let mut starts: Vec<usize> = words.places_of(INDENT).filter(|at| ends(&words[..*at])).collect();
    if words.len() > LONG && !words.starts_with('|') {
        let addressed = head(words, &mut starts);
        headings(words, addressed, &mut starts);
        starts.sort_unstable();
        starts.dedup();
    }
    starts.push(words.len());
    let mut from = 0;
    starts.into_iter().filter_map(move |to| {
        let part = &words[from..to];
        let start = line.start + from + (part.len() - part.trim_start().len());
        from = to;
        let span = Span::new(start, start + part.trim().len());
        (!part.trim().is_empty()).then_some(span)
    })
}

/// So many bytes of a text, and those of the character that they end in.
fn first_bytes(text: &str, most: usize) -> &str {
    let end = (most..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    &text[..end]
}

/// True of words that end as sentences do.
fn ends(words: &str) -> bool {
    words.trim_end().ends_with(['。', '！', '？', '”', '；', '：', '）', '】'])
}

/// 政府工作报告——2011年8月28日在……会议上 青沅市市长 陆明远 各位代表：现在…… True where a line holds the address.
fn head(words: &str, starts: &mut Vec<usize>) -> bool {
    let Some(at) = first_bytes(words, HEAD + "各位代表".len()).place_of("各位代表").filter(|at| *at < HEAD)
    else {
        return false;
    };
    let rest = &words[at + "各位代表".len()..];
    let Some(colon) = rest.chars().next().filter(|c| matches!(c, '：' | ':' | '，' | ',' | '!' | '！')) else {
        return false;
    };
    starts.push(at + "各位代表".len() + colon.len_utf8());
    let before = &words[..at];
    if before.is_empty() || ends(before) && !before.trim_end().ends_with(['）', '”']) || before.has("，") {
        return true;
    }
    starts.push(at);
    // The line of day and meeting, and the speaker behind it.
    let day = ["——", "—", "（", "("].iter().find_map(|sign| {
        before
            .match_indices(sign)
            .find(|(at, sign)| before[at + sign.len()..].starts_with(|c: char| c.is_ascii_digit() || c == '二'))
    });
    if let Some((day, sign)) = day {
        starts.push(day);
        let closes = if sign == "（" || sign == "(" {
            before[day..]
                .find(['）', ')'])
                .map(|at| day + at + before[day + at..].chars().next().map_or(1, char::len_utf8))
        } else {
            before[day..]
                .place_of("会议上")
                .or_else(|| before[day..].place_of("大会上"))
                .map(|at| day + at + "会议上".len())
        };
        starts.extend(closes.filter(|end| *end < at));
    }
    true
}

/// The numbered headings of a line, in their order: …… 一、工作回顾 …… 二、工作安排 ……
fn headings(words: &str, addressed: bool, starts: &mut Vec<usize>) {
    let mut found: Vec<(usize, Option<usize>)> = Vec::new();
    let first = NUMERALS.iter().position(|numeral| words.starts_with(numeral)).unwrap_or(0);
    let mut from = 0;
    for numeral in &NUMERALS[first..] {
        let at = words[from..].places_of(numeral).map(|at| from + at).find(|at| {
            let behind = &words[at + numeral.len()..];
            (*at == 0 || ends(&words[..*at]) || starts.contains(at))
                && !NUMERALS.iter().any(|n| behind.starts_with(&n[..3]))
        });
        let Some(at) = at else { break };
        found.push((at, heading_end(&words[at..]).map(|end| at + end)));
        from = at + numeral.len();
    }
    let sure = addressed || found.len() > 1 && found.iter().any(|(_, end)| end.is_some());
    if sure || found.first().is_some_and(|(at, _)| *at == 0) {
        for (at, end) in found {
            starts.extend([Some(at).filter(|at| *at > 0), end].into_iter().flatten());
        }
        // （一）经济平稳增长。……（二）……; ——综合实力增强。……
        let opens = |at: &usize| words[*at..].starts_with("——") || numbering(&words[*at..]) == Some(2);
        let signs = words.match_indices(['（', '(', '—']).map(|(at, _)| at);
        starts.extend(signs.filter(|at| words[..*at].trim_end().ends_with(['。', '；']) && opens(at)));
    }
}

/// Where a numbered heading ends that running text follows without a break.
fn heading_end(words: &str) -> Option<usize> {
    let near = words.char_indices().nth(HEADING).map_or(words, |(at, _)| &words[..at]);
    let stop = near.find(['，', '。', '；', '：', ',', ';', ':', '！']).unwrap_or(near.len());
    let clause = &near[..stop];
    // 一、工作回顾（一）经济平稳增长。
    if let Some(at) = clause.match_indices(['（', '(']).map(|(at, _)| at).find(|at| numbering(&words[*at..]) == Some(2))
    {
        return Some(at);
    }
    // 一、综 合 初步核算，
    let space = clause.rfind([' ', '　']).filter(|at| clause[.."一、".len()].len() + 3 < *at && stop < near.len());
    let told = |at: usize| !words[at..].starts_with(['和', '与', '及', '、', '，', ',', '。', '：', ':', '的', '；']);
    let ended =
        HEADING_ENDS.iter().filter_map(|end| clause.place_of(end).map(|at| at + end.len())).filter(|at| told(*at));
    space.or_else(|| ended.min()).or_else(|| text_begins(near))
}

/// Where the words of a time begin that stand behind a heading without a sign between.
fn text_begins(near: &str) -> Option<usize> {
    let year = near.char_indices().map(|(at, _)| at).filter(|at| {
        let digits = near[*at..].bytes().take_while(u8::is_ascii_digit).count();
        digits == 4 && near[at + digits..].starts_with('年') && !near[..*at].ends_with(|c: char| c.is_ascii_digit())
    });
    let words = TEXT_BEGINS.iter().filter_map(|word| near.place_of(word));
    let open = |at: &usize| {
        near[..*at].chars().count() > 6 && near[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '”')
    };
    year.chain(words).filter(open).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        paragraphs(text, Span::new(0, text.len())).map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_report_in_one_line_has_its_title_and_headings() {
        let body = "全县上下团结一心，各项工作取得新的成绩，人民生活继续改善，社会保持安定。".repeat(4);
        let text = format!(
            "政府工作报告——2019年1月8日在青沅市第四届人民代表大会第三次会议上青沅市市长陆明远各位代表：现在，我向大会作报告。\
             一、2018年工作回顾2018年，{body}二、2019年工作安排（一）做强工业。{body}"
        );
        let found = parts(&text);
        assert_eq!(
            found[..5],
            [
                "政府工作报告",
                "——2019年1月8日在青沅市第四届人民代表大会第三次会议上",
                "青沅市市长陆明远",
                "各位代表：",
                "现在，我向大会作报告。",
            ]
        );
        assert_eq!(found[5], "一、2018年工作回顾");
        assert!(found[6].starts_with("2018年，全县"));
        assert_eq!(found[7], "二、2019年工作安排");
        assert!(found[8].starts_with("（一）做强工业。"));
    }

    #[test]
    fn running_text_that_counts_stays_whole() {
        let body = "全县上下团结一心，各项工作取得新的成绩，人民生活继续改善，社会保持安定。".repeat(5);
        let text = format!("{body}一、二产业协调发展，二、三产业比重提高。{body}");
        assert_eq!(parts(&text).len(), 1);
    }
}
