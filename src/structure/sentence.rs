//! Sentences of a block. A full stop inside brackets or between digits ends none.

use crate::limits;
use crate::span::{Clean, Span};

/// The sentences of a stretch of text, in order and without gaps; each holds its closing sign.
pub(crate) fn sentences(text: &str, block: Span<Clean>) -> Vec<Span<Clean>> {
    parted(text, block, |_| ())
}

/// The first place in a stretch of text where a sentence was cut because it is too long.
pub(crate) fn cut(text: &str, block: Span<Clean>) -> Option<usize> {
    let mut first = None;
    if block.len() >= limits::SENTENCE_CHARS {
        parted(text, block, |at| first = first.or(Some(at)));
    }
    first
}

/// Bytes before the limit in which a clause should end, so that no number is cut.
const CLAUSE: usize = 600;

/// The end of the last clause of a sentence that is too long; the end itself where none ends near.
fn clause_end(sentence: &str) -> usize {
    let near = sentence.len().saturating_sub(CLAUSE);
    let end = sentence.rfind(['，', '；', '、', '：', ',', ' ']).filter(|at| *at > near);
    end.map_or(sentence.len(), |at| at + sentence[at..].chars().next().map_or(1, char::len_utf8))
}

fn parted(text: &str, block: Span<Clean>, mut cut: impl FnMut(usize)) -> Vec<Span<Clean>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut start = block.start;
    let mut at = block.start;
    let mut characters = 0;
    let short = block.len() < limits::SENTENCE_CHARS;
    while at < block.end {
        let (stop, width) = match bytes[at] {
            // The common characters, passed over first; of a block so short, none need be counted.
            0xe4..=0xe9 if short => {
                at += 3;
                continue;
            }
            0xe4..=0xe9 => (false, 3),
            b'\n' => (true, 1),
            0..0xc0 => (false, 1),
            0xc0..0xe0 => (false, 2),
            // 。 E3 80 82, ！ EF BC 81, ？ EF BC 9F
            0xe3 => (matches!(bytes[at + 1..at + 3], [0x80, 0x82]), 3),
            0xef => (matches!(bytes[at + 1..at + 3], [0xbc, 0x81 | 0x9f]), 3),
            0xe0..0xf0 => (false, 3),
            _ => (false, 4),
        };
        at += width;
        characters += 1;
        if stop {
            while text[at..block.end].starts_with(['”', '’', '"', '）', ')']) {
                at += text[at..].chars().next().map_or(1, char::len_utf8);
            }
        }
        let long = !stop && characters >= limits::SENTENCE_CHARS && at < block.end;
        if long {
            at = start + clause_end(&text[start..at]);
            cut(at);
        }
        if stop || long {
            characters = 0;
            found.push(Span::new(start, at));
            start = at;
        }
    }
    if start < block.end {
        found.push(Span::new(start, block.end));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_with_their_sign() {
        let text = "全县增长7.9%。“农村面貌焕然一新。”下一步要";
        let parts: Vec<_> = sentences(text, Span::new(0, text.len())).iter().map(|s| s.of(text)).collect();
        assert_eq!(parts, ["全县增长7.9%。", "“农村面貌焕然一新。”", "下一步要"]);
    }

    #[test]
    fn a_long_sentence_is_cut_behind_a_clause_and_no_other_is() {
        let clause = "粮食产量463.3万吨，";
        let text = clause.repeat(limits::SENTENCE_CHARS / 8);
        let block = Span::new(0, text.len());
        let parts = sentences(&text, block);
        assert!(parts.len() > 1 && parts.iter().all(|part| part.of(&text).ends_with('，')));
        assert!(parts.iter().all(|part| part.of(&text).chars().count() <= limits::SENTENCE_CHARS));
        assert_eq!(cut(&text, block), parts.first().map(|part| part.end));
        let short = format!("{}。", "增".repeat(limits::SENTENCE_CHARS - 1)).repeat(3);
        assert_eq!(cut(&short, Span::new(0, short.len())), None);
    }

    #[test]
    fn a_stretch_without_a_full_stop_is_cut_at_the_limit() {
        let text = "增".repeat(limits::SENTENCE_CHARS * 2 + 1);
        let parts = sentences(&text, Span::new(0, text.len()));
        let lengths: Vec<_> = parts.iter().map(|part| part.of(&text).chars().count()).collect();
        assert_eq!(lengths, [limits::SENTENCE_CHARS, limits::SENTENCE_CHARS, 1]);
        assert_eq!(parts.iter().map(|part| part.len()).sum::<usize>(), text.len(), "nothing is lost");
    }
}
