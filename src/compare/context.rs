//! The words around a figure, cut out of the report's text, which counts in UTF-16.

use std::cell::OnceCell;

/// Bytes between two marks.
const STEP: usize = 128;

/// The text of a report and, once it is asked for, where its UTF-16 positions lie.
pub(super) struct Contexts<'a> {
    text: &'a str,
    /// UTF-16 units that begin before every [`STEP`]th byte.
    marks: OnceCell<Vec<u32>>,
}

impl<'a> Contexts<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Contexts { text, marks: OnceCell::new() }
    }

    /// The words between two bytes.
    pub(super) fn between(&self, start: usize, end: usize) -> Option<&'a str> {
        self.text.get(start..end)
    }

    /// The byte at which a UTF-16 unit begins.
    pub(super) fn byte(&self, unit: u32) -> usize {
        let marks = self.marks.get_or_init(|| marks(self.text));
        let mark = marks.partition_point(|at| *at <= unit).saturating_sub(1);
        let mut at = marks.get(mark).copied().unwrap_or_default();
        let mut byte = mark * STEP;
        let bytes = self.text.as_bytes();
        while let Some(eight) = bytes.get(byte..).and_then(<[u8]>::first_chunk) {
            let after = at + together(begin(*eight));
            if after > unit {
                break;
            }
            (at, byte) = (after, byte + 8);
        }
        for own in bytes.iter().skip(byte) {
            if own & 0xc0 != CONTINUES {
                if at >= unit {
                    break;
                }
                at += 1 + u32::from(*own >= 0xf0);
            }
            byte += 1;
        }
        byte
    }
}

fn marks(text: &str) -> Vec<u32> {
    let mut sum = 0;
    let chunks = text.as_bytes().chunks(STEP);
    chunks
        .map(|chunk| {
            let before = sum;
            let (eights, rest) = chunk.as_chunks();
            let mut last = [CONTINUES; 8];
            last[..rest.len()].copy_from_slice(rest);
            // Of no byte of the eight more than 32 units are summed up: sixteen times one, or for a part of them two.
            sum += together(eights.iter().fold(begin(last), |all, eight| all + begin(*eight)));
            before
        })
        .collect()
}

/// UTF-16 units of a text.
pub(super) fn units(text: &str) -> u32 {
    text.chars().map(|c| c.len_utf16() as u32).sum()
}

/// A byte within a character.
const CONTINUES: u8 = 0x80;

/// For each of eight bytes the UTF-16 units that begin there: one where it does not continue a character (10……), one more
/// where that has four bytes (1111……).
fn begin(eight: [u8; 8]) -> u64 {
    let bytes = u64::from_le_bytes(eight);
    let continues = (bytes >> 7) & !(bytes >> 6) & LOW;
    let wide = (bytes >> 7) & (bytes >> 6) & (bytes >> 5) & (bytes >> 4) & LOW;
    LOW - continues + wide
}

/// The sum of eight small numbers.
fn together(eight: u64) -> u32 {
    (eight.wrapping_mul(LOW) >> 56) as u32
}

/// One in each of eight bytes.
const LOW: u64 = 0x0101_0101_0101_0101;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_utf16_position() {
        let text = format!("{}𠮷村粮食年均增长3%", "县".repeat(700));
        let contexts = Contexts::new(&text);
        let words = |start, end| contexts.between(contexts.byte(start), contexts.byte(end));
        assert_eq!(words(700, 703), Some("𠮷村"));
        assert_eq!(words(703, 711), Some("粮食年均增长3%"));
        assert_eq!(words(0, 2), Some("县县"));
        assert_eq!(words(711, 900), Some(""));
    }
}
