//! The one place where coordinates of the cleaned text become coordinates of the text as read.
//!
//! ```text
//! raw     全 县 １ ２ ％ ␠ 增          clean   全 县 1 2 % 增
//!         0  3  6  9  12 15 16                 0  3  6 7 8 9
//! pieces  clean 0 ← raw 0 (same, 6 bytes), clean 6 ← raw 6 (other, 1 ← 3), …
//! ```
//!
//! A piece is either the same bytes on both sides, or a replacement that is mapped as a whole. Deleted text belongs
//! to no piece: a span that begins or ends beside it does not take it in.

use crate::span::{Clean, Raw, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    clean: u32,
    raw: u32,
    clean_len: u32,
    raw_len: u32,
    same: bool,
}

/// Maps spans of the cleaned text to spans of the text as read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
}

impl OffsetMap {
    /// Notes that `len` bytes stand on both sides alike.
    pub(super) fn same(&mut self, clean: usize, raw: usize, len: usize) {
        if len > 0 {
            self.pieces.push(Piece {
                clean: clean as u32,
                raw: raw as u32,
                clean_len: len as u32,
                raw_len: len as u32,
                same: true,
            });
        }
    }

    /// Notes that `raw_len` bytes were replaced by `clean_len` others.
    pub(super) fn other(&mut self, clean: usize, clean_len: usize, raw: usize, raw_len: usize) {
        if clean_len > 0 {
            self.pieces.push(Piece {
                clean: clean as u32,
                raw: raw as u32,
                clean_len: clean_len as u32,
                raw_len: raw_len as u32,
                same: false,
            });
        }
    }

    fn piece_at(&self, clean: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.clean as usize <= clean);
        self.pieces.get(after.checked_sub(1)?)
    }

    /// The raw span that became `span`.
    #[must_use]
    pub fn raw(&self, span: Span<Clean>) -> Span<Raw> {
        let start = self.piece_at(span.start).map_or(0, |piece| {
            let into = span.start - piece.clean as usize;
            if into >= piece.clean_len as usize {
                (piece.raw + piece.raw_len) as usize
            } else if piece.same {
                piece.raw as usize + into
            } else {
                piece.raw as usize
            }
        });
        if span.is_empty() {
            return Span::new(start, start);
        }
        let end = self.piece_at(span.end - 1).map_or(0, |piece| {
            if piece.same {
                piece.raw as usize + (span.end - piece.clean as usize)
            } else {
                (piece.raw + piece.raw_len) as usize
            }
        });
        Span::new(start, end.max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_go_back_to_the_text_as_read() {
        let (raw, clean) = ("全县１２％ 增", "全县12%增");
        let mut map = OffsetMap::default();
        map.same(0, 0, 6);
        map.other(6, 1, 6, 3);
        map.other(7, 1, 9, 3);
        map.other(8, 1, 12, 3);
        map.same(9, 16, 3);
        let back = |start, end| map.raw(Span::new(start, end)).of(raw).to_owned();
        assert_eq!(back(0, clean.len()), raw);
        assert_eq!(back(6, 9), "１２％", "deleted text beside a span stays outside");
        assert_eq!(back(8, 12), "％ 增", "deleted text inside a span stays inside");
        assert_eq!(back(3, 7), "县１");
        assert_eq!(map.raw(Span::new(12, 12)), Span::new(19, 19));
    }
}
