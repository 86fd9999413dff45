//! Properties of paragraphs: which ones end a table's row, where its columns begin, which ones are headings.

use super::{Streams, part_at, u16_at, u32_at};

/// What the properties say of the paragraphs between two bytes of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) from: u32,
    pub(super) to: u32,
    /// 1–9 for headings.
    pub(super) heading: Option<usize>,
    pub(super) in_table: bool,
    /// The list it is numbered by, from one on, and its level there.
    pub(super) list: u16,
    pub(super) level: u8,
    /// The mark that ends a row, with the places where its cells begin and end.
    pub(super) row_end: bool,
    /// How many tables it stands in, one in the other, and whether it ends a cell or a row of an inner one.
    pub(super) depth: u16,
    pub(super) inner_cell_end: bool,
    pub(super) inner_row_end: bool,
    pub(super) borders: Vec<i16>,
}

/// Where the header keeps the place of the list of pages.
const PAGES: usize = 0x102;
const PAGE: usize = 512;

/// The paragraphs in order of their bytes.
pub(super) fn read(streams: &Streams) -> Vec<Paragraph> {
    let mut found = pages(streams).unwrap_or_default();
    found.sort_by_key(|p| p.from);
    found
}

fn pages(streams: &Streams) -> Option<Vec<Paragraph>> {
    let list = part_at(streams, PAGES)?;
    let count = list.len().checked_sub(4)? / 8;
    let mut found = Vec::new();
    // Pages named twice would be read twice.
    let mut seen = std::collections::HashSet::new();
    for i in 0..count {
        let number = u32_at(list, (count + 1) * 4 + i * 4)? as usize;
        let from = number.checked_mul(PAGE)?;
        if seen.insert(number)
            && let Some(page) = streams.document.get(from..from + PAGE)
        {
            page_of(page, &mut found);
        }
    }
    Some(found)
}

fn page_of(page: &[u8], found: &mut Vec<Paragraph>) -> Option<()> {
    let count = usize::from(page[PAGE - 1]);
    for i in 0..count {
        let (from, to) = (u32_at(page, i * 4)?, u32_at(page, i * 4 + 4)?);
        let offset = usize::from(*page.get((count + 1) * 4 + i * 13)?) * 2;
        let mut paragraph = Paragraph { from, to, ..Paragraph::default() };
        if offset > 0 {
            let (start, len) = match *page.get(offset)? {
                0 => (offset + 2, usize::from(*page.get(offset + 1)?) * 2),
                half => (offset + 1, usize::from(half) * 2 - 1),
            };
            let style = u16_at(page, start)?;
            paragraph.heading = (1..=9).contains(&style).then_some(usize::from(style));
            settings(page.get(start + 2..(start + len).min(PAGE)).unwrap_or_default(), &mut paragraph);
        }
        found.push(paragraph);
    }
    Some(())
}

/// A list of settings: a code of two bytes, whose top bits tell the length of what follows.
fn settings(mut list: &[u8], paragraph: &mut Paragraph) {
    while let Some(code) = u16_at(list, 0) {
        let value = &list[2..];
        let len = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            _ if code == 0xd608 => u16_at(value, 0).map_or(0, |len| usize::from(len) + 1),
            _ => value.first().map_or(0, |len| usize::from(*len) + 1),
        };
        match code {
            0x2416 => paragraph.in_table = value.first() == Some(&1),
            0x2417 => paragraph.row_end = value.first() == Some(&1),
            0x244b => paragraph.inner_cell_end = value.first() == Some(&1),
            0x244c => paragraph.inner_row_end = value.first() == Some(&1),
            0x6649 => paragraph.depth = u16_at(value, 0).unwrap_or(0),
            0x260a => paragraph.level = value.first().copied().filter(|level| *level < 9).unwrap_or(0),
            0x460b => paragraph.list = u16_at(value, 0).filter(|list| *list < 0xf801).unwrap_or(0),
            0x2640 => {
                paragraph.heading =
                    value.first().filter(|v| **v < 9).map(|v| usize::from(*v) + 1).or(paragraph.heading);
            }
            0xd608 => {
                let cells = usize::from(value.get(2).copied().unwrap_or(0));
                paragraph.borders = (0..=cells).map_while(|i| u16_at(value, 3 + i * 2)).map(u16::cast_signed).collect();
            }
            _ => {}
        }
        let Some(rest) = value.get(len.max(1)..) else { break };
        list = rest;
    }
}
