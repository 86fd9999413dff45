//! Coordinates that cannot be mixed: a span of the text as read and one of the cleaned text are different types.
//!
//! Both count UTF-8 bytes. They meet in [`crate::clean::OffsetMap`] alone, and become UTF-16 only in the report.

use std::marker::PhantomData;

/// Coordinates of the text as read from the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Raw {}

/// Coordinates of the text after cleaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clean {}

/// Half-open range of UTF-8 bytes in the text that `C` names.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span<C> {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    text: PhantomData<C>,
}

impl<C> Clone for Span<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Span<C> {}

impl<C> Span<C> {
    /// The span from `start` to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Span { start, end, text: PhantomData }
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// True when nothing lies inside.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// True when the two share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// True when `other` lies wholly inside.
    #[must_use]
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The words of the span; empty when it does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_know_their_words_and_neighbours() {
        let (a, b) = (Span::<Clean>::new(0, 6), Span::<Clean>::new(3, 9));
        assert_eq!(a.of("增长率"), "增长");
        assert!(a.overlaps(b) && !a.covers(b));
        assert!(!a.overlaps(Span::new(6, 9)), "half-open ends do not touch");
        assert_eq!(Span::<Clean>::new(1, 2).of("增"), "", "a span inside a character has no words");
    }
}
