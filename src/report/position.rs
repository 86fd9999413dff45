//! UTF-8 offsets of the text as read become UTF-16 ones, the unit of JavaScript strings.

use super::Span;
use crate::span;

/// Bytes between two checkpoints.
const STEP: usize = 64;

pub(super) struct Positions<'a> {
    text: &'a str,
    /// UTF-16 length of the text before each checkpoint.
    checkpoints: Vec<u32>,
}

/// A one in each of eight bytes.
const ONES: u64 = 0x0101_0101_0101_0101;

/// UTF-16 units that begin in these bytes: one per character, two where it has four bytes. Eight bytes are counted at a time.
fn units(bytes: &[u8]) -> u32 {
    let (eights, rest) = bytes.as_chunks();
    let counted = eights.iter().map(|eight| {
        let bits = u64::from_le_bytes(*eight);
        let begins = (!(bits >> 7) | (bits >> 6)) & ONES;
        let four = (bits >> 7) & (bits >> 6) & (bits >> 5) & (bits >> 4) & ONES;
        begins.count_ones() + four.count_ones()
    });
    counted.sum::<u32>() + rest.iter().map(|&b| u32::from(b & 0xc0 != 0x80) + u32::from(b >= 0xf0)).sum::<u32>()
}

impl<'a> Positions<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut sum = 0;
        let checkpoints = text
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let before = sum;
                sum += units(chunk);
                before
            })
            .collect();
        Positions { text, checkpoints }
    }

    fn utf16(&self, byte: usize) -> u32 {
        let at = byte.min(self.text.len());
        let chunk = at / STEP;
        match self.checkpoints.get(chunk) {
            Some(before) => before + units(&self.text.as_bytes()[chunk * STEP..at]),
            None => self
                .checkpoints
                .last()
                .map_or(0, |before| before + units(&self.text.as_bytes()[(self.checkpoints.len() - 1) * STEP..at])),
        }
    }

    pub(super) fn span(&self, span: span::Span<span::Raw>) -> Span {
        Span { start: self.utf16(span.start), end: self.utf16(span.end) }
    }

    /// Runs of Arabic digits, full-width ones too, that no span of the sorted list covers.
    #[inline(never)]
    pub(super) fn uncovered_digits(&self, covered: &[Span]) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        let (mut reach, mut next) = (0_u32, 0);
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let run = match byte {
                // The Unified Ideographs, most of a text.
                0xe4..=0xe9 => {
                    at += 3;
                    continue;
                }
                b'0'..=b'9' | FULL_WIDTH => at + digits(&bytes[at..]),
                _ => at,
            };
            if run == at {
                at += 1;
                continue;
            }
            let width = if byte == FULL_WIDTH { 3 } else { 1 };
            // A digit at a time: a figure can end within a run.
            while at < run {
                let start = self.utf16(at);
                while covered.get(next).is_some_and(|s| s.start <= start) {
                    reach = reach.max(covered[next].end);
                    next += 1;
                }
                if reach <= start {
                    match found.last_mut() {
                        Some(last) if last.end == start => last.end = start + 1,
                        _ => found.push(Span { start, end: start + 1 }),
                    }
                }
                at += width;
            }
        }
        found
    }
}

/// First byte of the full-width digits: ０ is EF BC 90.
const FULL_WIDTH: u8 = 0xef;

/// Bytes of the digits that a text begins with, all of one width.
fn digits(bytes: &[u8]) -> usize {
    match bytes {
        [b'0'..=b'9', ..] => bytes.iter().take_while(|byte| byte.is_ascii_digit()).count(),
        [FULL_WIDTH, ..] => {
            bytes.chunks_exact(3).take_while(|c| matches!(c, [FULL_WIDTH, 0xbc, 0x90..=0x99])).count() * 3
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_utf16_units() {
        let text = format!("{}𠮷村12个", "县".repeat(700));
        let positions = Positions::new(&text);
        let at = text.find("12").unwrap();
        assert_eq!(positions.span(span::Span::new(at, at + 2)), Span { start: 703, end: 705 });
        assert_eq!(positions.uncovered_digits(&[]), [Span { start: 703, end: 705 }]);
        assert_eq!(positions.uncovered_digits(&[Span { start: 0, end: 704 }]), [Span { start: 704, end: 705 }]);
    }
}
