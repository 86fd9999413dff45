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

/// The clauses of a sentence, in order.
#[inline(never)]
pub(super) fn clauses(text: &str, sentence: Place) -> Vec<Clause> {
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
    fn stage_setting_clauses_are_told_from_deeds() {
        for clause in ["受强降雨影响", "在各方支持下", "主体工程完工后", "围绕城乡融合"] {
            assert!(is_subordinate(clause), "{clause}");
        }
        for clause in ["在县城召开大会", "通过竣工验收", "岚水大桥合龙"] {
            assert!(!is_subordinate(clause), "{clause}");
        }
    }
}
