//! The piece table: where in the file each stretch of the text stands, and in which encoding.

use super::{Streams, part_at, u16_at, u32_at};

/// One stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its characters, counted through the whole text.
    pub(super) from: u32,
    pub(super) to: u32,
    /// Byte of its first character.
    pub(super) at: u32,
    /// One byte a character (Windows-1252) instead of two (UTF-16).
    pub(super) narrow: bool,
}

/// The text's stretches in order.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub(super) list: Vec<Piece>,
    /// Characters of the body, of the footnotes after it.
    pub(super) body: u32,
    pub(super) notes: u32,
    /// From where to where the endnotes reach, and the texts of boxes.
    pub(super) endnotes: (u32, u32),
    pub(super) boxes: (u32, u32),
    /// A stretch lies outside of the file.
    pub(super) damaged: bool,
}

/// Where the header keeps the lengths and the place of the piece table.
const BODY_LENGTH: usize = 0x4c;
const NOTES_LENGTH: usize = 0x50;
/// What stands between: heads of pages, macros, remarks.
const BETWEEN: [usize; 3] = [0x54, 0x58, 0x5c];
const ENDNOTES_LENGTH: usize = 0x60;
const BOXES_LENGTH: usize = 0x64;
const TABLE: usize = 0x1a2;

pub(super) fn read(streams: &Streams) -> Option<Pieces> {
    let document = &streams.document;
    let mut pieces =
        Pieces { body: u32_at(document, BODY_LENGTH)?, notes: u32_at(document, NOTES_LENGTH)?, ..Pieces::default() };
    let length = |at: usize| u32_at(document, at).unwrap_or_default();
    let before =
        BETWEEN.iter().fold(pieces.body.saturating_add(pieces.notes), |at, place| at.saturating_add(length(*place)));
    let behind = before.saturating_add(length(ENDNOTES_LENGTH));
    pieces.endnotes = (before, behind);
    pieces.boxes = (behind, behind.saturating_add(length(BOXES_LENGTH)));
    let mut table = part_at(streams, TABLE)?;
    // Property changes stand before the piece table.
    while table.first() == Some(&1) {
        let len = u16_at(table, 1)? as usize;
        table = table.get(3 + len..)?;
    }
    if table.first() != Some(&2) {
        return None;
    }
    let len = (u32_at(table, 1)? as usize).min(table.len().checked_sub(5)?);
    let plc = table.get(5..5 + len)?;
    let count = len.checked_sub(4)? / 12;
    for i in 0..count {
        let (from, to) = (u32_at(plc, i * 4)?, u32_at(plc, i * 4 + 4)?);
        let place = u32_at(plc, (count + 1) * 4 + i * 8 + 2)?;
        let narrow = place & 0x4000_0000 != 0;
        let at = if narrow { (place & 0x3fff_ffff) / 2 } else { place & 0x3fff_ffff };
        let width = if narrow { 1 } else { 2 };
        if to <= from {
            continue;
        }
        // A piece that reaches beyond the file is read as far as the file goes.
        let there = (document.len() as u32).saturating_sub(at) / width;
        pieces.damaged |= there < to - from;
        pieces.list.push(Piece { from, to: to.min(from.saturating_add(there)), at, narrow });
    }
    (!pieces.list.is_empty()).then_some(pieces)
}
