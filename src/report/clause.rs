//! The clauses of a sentence, as an entry of the timeline or a project needs them: a comma inside quotation marks,
//! brackets or a number ends none.

use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, segment};
use crate::lexicon::timeline_cues::timeline;
use crate::span::{self, Span};

pub(super) type Place = Span<span::Clean>;

/// One clause, without the sign that ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clause {
    /// Where it stands.
    pub(super) span: Place,
    /// The sign behind it; a space at the sentence's end without one.
    pub(super) stop: char,
    /// The lists of the walk that have a word in it, a bit for each.
    pub(super) cues: u8,
}

fn closing(open: char) -> Option<char> {
    match open {
        '“' => Some('”'),
        '‘' => Some('’'),
        '（' => Some('）'),
        '(' => Some(')'),
        '《' => Some('》'),
        '「' => Some('」'),
        _ => None,
    }
}

/// The next sign from a place on: characters of the Unified Ideographs, three bytes from E4 to E9, are passed over.
fn next_sign(words: &str, from: usize) -> Option<(usize, char)> {
    let bytes = words.as_bytes();
    let mut at = from;
    while let Some(0xe4..=0xe9) = bytes.get(at) {
        at += 3;
    }
    words.get(at..)?.chars().next().map(|c| (at, c))
}

/// Characters within which a dateline's word stands, and those of the bracket behind it.
const DATELINE: usize = 24;
const BYLINE: usize = 60;

/// The length of （记者 周清） with which words begin; 0 where they do not.
pub(super) fn byline(words: &str) -> usize {
    let lead = words.len() - words.trim_start().len();
    let inner = words[lead..].strip_prefix(['（', '(']);
    let near = inner.map(|inner| inner.char_indices().nth(BYLINE).map_or(inner, |(at, _)| &inner[..at]));
    let Some((near, close)) = near.and_then(|near| Some((near, near.find(['）', ')'])?))) else { return 0 };
    let by = &near[..close];
    let named = !by.contains(|c: char| c.is_ascii_digit() || matches!(c, '，' | '。' | '；'));
    let sign = near[close..].chars().next().map_or(0, char::len_utf8);
    let open = words.len() - lead - inner.map_or(0, str::len);
    if named { lead + open + close + sign } else { 0 }
}

/// The length of what a news item begins with before it tells anything: 本报讯（记者 周清）3月14日，……
fn dateline(words: &str) -> usize {
    let near = words.char_indices().nth(DATELINE).map_or(words, |(at, _)| &words[..at]);
    // 岚江日报青沅讯（记者 周清）: any word before the names will do.
    let by_place = || near.place_of("讯（").or_else(|| near.place_of("讯(")).map(|at| (at, "讯"));
    let Some((at, word)) = timeline().dateline.find(near).or_else(by_place) else { return 0 };
    if near[..at].contains(|c: char| c.is_ascii_digit() || matches!(c, '，' | '。' | '；' | '、')) {
        return 0;
    }
    let end = at + word.len();
    let behind = &words[end..];
    match byline(behind) {
        0 if behind.starts_with(|c: char| c.is_whitespace() || matches!(c, '：' | ':')) => {
            end + behind.chars().next().map_or(0, char::len_utf8)
        }
        0 if word.ends_with('讯') && behind.starts_with(|c: char| c.is_ascii_digit()) => end,
        0 => 0,
        by => end + by,
    }
}

/// The clauses of a sentence, in order.
#[inline(never)]
pub(super) fn clauses(text: &str, sentence: Place) -> Vec<Clause> {
    let sentence: Place = Span::new(sentence.start + dateline(sentence.of(text)), sentence.end);
    let words = sentence.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    // The signs that are open; one that is never closed opens nothing.
    let mut awaited: Vec<char> = Vec::new();
    let mut next = 0;
    while let Some((at, c)) = next_sign(words, next) {
        next = at + c.len_utf8();
        if awaited.last() == Some(&c) {
            awaited.pop();
        } else if let Some(close) = closing(c) {
            // A quotation of a few words is one thing; a speech is made of clauses.
            if words[at..].chars().take(60).any(|later| later == close) {
                awaited.push(close);
            }
        } else if awaited.is_empty() && matches!(c, '，' | '；' | '：' | '。' | '！' | '？' | ',' | ';' | ':' | '\n')
        {
            let number = matches!(c, ',' | ':' | '：')
                && words[..at].ends_with(|n: char| n.is_ascii_digit())
                && words[next..].starts_with(|n: char| n.is_ascii_digit());
            if !number {
                push(&mut found, words, sentence.start, start, at, c);
                start = next;
            }
        }
    }
    push(&mut found, words, sentence.start, start, words.len(), ' ');
    found
}

fn push(found: &mut Vec<Clause>, words: &str, offset: usize, start: usize, end: usize, stop: char) {
    let words = &words[start..end];
    let rest = words.trim_start();
    let trimmed = rest.trim_end();
    if !trimmed.is_empty() {
        let from = offset + start + (words.len() - rest.len());
        found.push(Clause { span: Span::new(from, from + trimmed.len()), stop, cues: 0 });
    }
}

/// 对排查出的32处隐患点: what the next clause deals with.
pub(super) fn is_toward(clause: &str) -> bool {
    let thing = clause.strip_prefix('对').and_then(|rest| rest.rsplit_once('的')).map_or("", |(_, thing)| thing);
    thing.chars().nth(1).is_some()
        && segment(thing).iter().all(|word| word.tag != Tag::Verb || word.text.chars().nth(1).is_none())
}

/// True of words that only set the stage for what the next clause says: 受强降雨影响, 在各方支持下.
pub(super) fn is_subordinate(clause: &str) -> bool {
    let cues = timeline();
    let clause = ["要", "力争", "争取", "努力"].iter().find_map(|lead| clause.strip_prefix(lead)).unwrap_or(clause);
    if let Some(always) = cues.stage_always.prefix(clause)
        // 以上, 以来: of a bound, of a time
        && !(always == "以" && clause.starts_with("以来"))
        && !clause.has("以上")
    {
        return true;
    }
    clause.starts_with("通过") && !cues.test.within(clause)
        || cues.stage_close.suffix(clause).is_some()
            && (cues.stage_open.prefix(clause).is_some() || clause.ends_with("的同时"))
        || clause.ends_with("努力") && clause.has("经过")
        || cues.stage_after.suffix(clause).is_some() && !clause.ends_with("落后")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_in_quotes_brackets_and_numbers_end_no_clause() {
        let text = "县里办“一件事，一次办”改革（试点，三年），收入1,200万元，增长5%。";
        let parts: Vec<_> = clauses(text, Span::new(0, text.len())).iter().map(|clause| clause.span.of(text)).collect();
        assert_eq!(parts, ["县里办“一件事，一次办”改革（试点，三年）", "收入1,200万元", "增长5%"]);
    }

    #[test]
    fn what_names_the_paper_tells_nothing() {
        for (text, first) in [
            ("本报讯（记者 周清）3月14日，县里开会。", "3月14日"),
            ("岚江网讯 （周清 林远）3月14日，县里开会。", "3月14日"),
            ("岚江日报消息：县里开会。", "县里开会"),
            ("岚江网讯息中心开会。", "岚江网讯息中心开会"),
            ("网讯科技（岚江）公司开工。", "网讯科技（岚江）公司开工"),
        ] {
            assert_eq!(clauses(text, Span::new(0, text.len()))[0].span.of(text), first);
        }
    }

    #[test]
    fn stage_setting_clauses_are_told_from_deeds() {
        for clause in ["受强降雨影响", "在各方支持下", "主体工程完工后", "围绕城乡融合"] {
            assert!(is_subordinate(clause), "{clause}");
        }
        for clause in ["在县城召开大会", "通过竣工验收", "岚水大桥合龙"] {
            assert!(!is_subordinate(clause), "{clause}");
        }
    }
}
