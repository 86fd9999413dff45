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

/// UTF-16 units that begin in these bytes: one per character, two where it has four bytes.
fn units(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&b| u32::from(b & 0xc0 != 0x80) + u32::from(b >= 0xf0)).sum()
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
    pub(super) fn uncovered_digits(&self, covered: &[Span]) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        let (mut at, mut next) = (0_u32, 0);
        let mut reach = 0_u32;
        for c in self.text.chars() {
            let width = c.len_utf16() as u32;
            if c.is_ascii_digit() || ('０'..='９').contains(&c) {
                while covered.get(next).is_some_and(|s| s.start <= at) {
                    reach = reach.max(covered[next].end);
                    next += 1;
                }
                if reach <= at {
                    match found.last_mut() {
                        Some(last) if last.end == at => last.end = at + width,
                        _ => found.push(Span { start: at, end: at + width }),
                    }
                }
            }
            at += width;
        }
        found
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
