//! Sentences of a block. A full stop inside brackets or between digits ends none.

use crate::limits;
use crate::span::{Clean, Span};

/// The sentences of a stretch of text, in order and without gaps; each holds its closing sign.
pub(crate) fn sentences(text: &str, block: Span<Clean>) -> Vec<Span<Clean>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut start = block.start;
    let mut at = block.start;
    while at < block.end {
        // 。 E3 80 82, ！ EF BC 81, ？ EF BC 9F
        let stop = match bytes[at] {
            0xe3 => bytes[at + 1] == 0x80 && bytes[at + 2] == 0x82,
            0xef => bytes[at + 1] == 0xbc && matches!(bytes[at + 2], 0x81 | 0x9f),
            b'\n' => true,
            _ => false,
        };
        let width = match bytes[at] {
            0..0xc0 => 1,
            0xc0..0xe0 => 2,
            0xe0..0xf0 => 3,
            _ => 4,
        };
        at += width;
        if stop {
            while text[at..block.end].starts_with(['”', '’', '"', '）', ')']) {
                at += text[at..].chars().next().map_or(1, char::len_utf8);
            }
        }
        if stop || at - start >= limits::SENTENCE_BYTES {
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
}
