//! The words around a figure, cut out of the report's text, which counts in UTF-16.

use std::cell::OnceCell;

use crate::report::{Figure, Span};

/// Characters between two marks.
const STEP: u32 = 64;

/// The text of a report and, once it is asked for, where its UTF-16 positions lie.
pub(super) struct Contexts<'a> {
    text: &'a str,
    /// UTF-16 position and byte of a character every [`STEP`] units.
    marks: OnceCell<Vec<(u32, usize)>>,
}

impl<'a> Contexts<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Contexts { text, marks: OnceCell::new() }
    }

    /// The sentence of a figure.
    pub(super) fn sentence(&self, figure: &Figure) -> Option<&'a str> {
        self.words(figure.context)
    }

    /// The words of the clause in front of the figure: what says that a growth is 年均.
    pub(super) fn before(&self, figure: &Figure) -> Option<&'a str> {
        let words = self.words(Span { start: figure.context.start, end: figure.span.start })?;
        Some(words.rsplit(['，', '；', '。', ';', ',']).next().unwrap_or(words))
    }

    fn words(&self, span: Span) -> Option<&'a str> {
        self.text.get(self.byte(span.start)..self.byte(span.end))
    }

    fn byte(&self, unit: u32) -> usize {
        let marks = self.marks.get_or_init(|| marks(self.text));
        let after = marks.partition_point(|(at, _)| *at <= unit);
        let (mut at, start) = after.checked_sub(1).and_then(|mark| marks.get(mark)).copied().unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        for (byte, c) in rest.char_indices() {
            if at >= unit {
                return start + byte;
            }
            at += c.len_utf16() as u32;
        }
        self.text.len()
    }
}

fn marks(text: &str) -> Vec<(u32, usize)> {
    let (mut at, mut next) = (0, 0);
    let mut marks = Vec::with_capacity(text.len() / 150 + 1);
    for (byte, c) in text.char_indices() {
        if at >= next {
            marks.push((at, byte));
            next = at + STEP;
        }
        at += c.len_utf16() as u32;
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_utf16_position() {
        let text = format!("{}𠮷村粮食年均增长3%", "县".repeat(700));
        let contexts = Contexts::new(&text);
        let words = |start, end| contexts.words(Span { start, end });
        assert_eq!(words(700, 703), Some("𠮷村"));
        assert_eq!(words(703, 711), Some("粮食年均增长3%"));
        assert_eq!(words(0, 2), Some("县县"));
        assert_eq!(words(711, 900), Some(""));
    }
}
