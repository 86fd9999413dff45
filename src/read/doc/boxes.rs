//! Text boxes: their words stand behind the notes, each with a mark in the body at the place it is tied to.
//!
//! ```text
//! body       … \u{8} …   character 412: shape 1026
//! box texts  characters 0..31: shape 1026
//! ```

use super::pieces::Pieces;
use super::{Streams, part_at, u32_at};

/// Where the header keeps the shapes of the body and the texts of the boxes; bytes of one of each, and where each names its shape.
const SHAPES: usize = 0x1da;
const SHAPE: usize = 26;
const TEXTS: usize = 0x25a;
const TEXT: usize = 22;
const TEXT_SHAPE: usize = 14;

/// One box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextBox {
    /// Character of the body it is tied to.
    pub(super) anchor: Option<u32>,
    /// Its characters.
    pub(super) from: u32,
    pub(super) to: u32,
}

/// The boxes of the body, in the order of their texts.
pub(super) fn read(streams: &Streams, pieces: &Pieces) -> Vec<TextBox> {
    let shapes = part_at(streams, SHAPES).map(|part| entries(part, SHAPE, 0)).unwrap_or_default();
    let texts = part_at(streams, TEXTS).map(|part| entries(part, TEXT, TEXT_SHAPE)).unwrap_or_default();
    let (from, to) = pieces.boxes;
    let place = |at: u32| from.saturating_add(at).min(to);
    let boxes = texts.into_iter().map(|(begin, end, shape)| TextBox {
        anchor: shapes.iter().find(|(_, _, other)| *other == shape).map(|(at, _, _)| *at),
        from: place(begin),
        to: place(end),
    });
    boxes.filter(|one| one.from < one.to).collect()
}

/// Begin, end and shape of each entry of a list: the places of all, then the entries.
fn entries(part: &[u8], size: usize, shape: usize) -> Vec<(u32, u32, u32)> {
    let count = part.len().saturating_sub(4) / (4 + size);
    let entry = |i: usize| {
        let places = (u32_at(part, i * 4)?, u32_at(part, i * 4 + 4)?);
        Some((places.0, places.1, u32_at(part, (count + 1) * 4 + i * size + shape)?))
    };
    (0..count).map_while(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_tied_to_the_place_of_its_shape() {
        let part = |places: &[u32], size: usize, at: usize, shapes: &[u32]| {
            let mut out: Vec<u8> = places.iter().flat_map(|place| place.to_le_bytes()).collect();
            for shape in shapes {
                let mut entry = vec![0; size];
                entry[at..at + 4].copy_from_slice(&shape.to_le_bytes());
                out.extend(entry);
            }
            out
        };
        let (shapes, texts) =
            (part(&[4, 9, 20], SHAPE, 0, &[1026, 1025]), part(&[0, 6, 8], TEXT, TEXT_SHAPE, &[1025, 7]));
        let mut document = vec![0; TEXTS + 8];
        for (place, from, len) in [(SHAPES, 0, shapes.len()), (TEXTS, shapes.len(), texts.len())] {
            document[place..place + 4].copy_from_slice(&(from as u32).to_le_bytes());
            document[place + 4..place + 8].copy_from_slice(&(len as u32).to_le_bytes());
        }
        let streams = Streams { document, table: [shapes, texts].concat() };
        let pieces = Pieces { boxes: (100, 107), ..Pieces::default() };
        assert_eq!(
            read(&streams, &pieces),
            [TextBox { anchor: Some(9), from: 100, to: 106 }, TextBox { anchor: None, from: 106, to: 107 }]
        );
    }
}
