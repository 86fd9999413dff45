//! Numbers that Word writes before paragraphs: the descriptions of the lists, and the counters that run through the text.
//!
//! ```text
//! paragraph  list 3, level 0 → third list of the text → description 1_402 → level 0: “%1、” in Chinese numerals
//! ```

use std::collections::HashMap;

use super::{Streams, part_at, u16_at, u32_at};
use crate::read::docx::numbering::written;

/// Where the header keeps the places of descriptions and of lists.
const DESCRIPTIONS: usize = 0x2e2;
const LISTS: usize = 0x2ea;
const LEVELS: usize = 9;
/// Descriptions that are read; documents have a few dozen.
const MOST: usize = 4_000;

/// How the numbers of one level look.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: u8,
    /// Characters below 9 stand for the number of that level.
    text: Vec<u16>,
}

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    levels: HashMap<u32, Vec<Level>>,
    /// The description of each list, in order.
    order: Vec<u32>,
    counters: HashMap<u32, [Option<u32>; LEVELS]>,
}

pub(super) fn read(streams: &Streams) -> Lists {
    Lists {
        levels: descriptions(streams).unwrap_or_default(),
        order: lists(streams).unwrap_or_default(),
        ..Lists::default()
    }
}

fn lists(streams: &Streams) -> Option<Vec<u32>> {
    let part = part_at(streams, LISTS)?;
    let count = (u32_at(part, 0)? as usize).min(MOST);
    Some((0..count).map_while(|i| u32_at(part, 4 + i * 16)).collect())
}

fn descriptions(streams: &Streams) -> Option<HashMap<u32, Vec<Level>>> {
    let part = part_at(streams, DESCRIPTIONS)?;
    let count = usize::from(u16_at(part, 0)?).min(MOST);
    let mut found = HashMap::new();
    // The levels stand behind the part, one after the other.
    let from = u32_at(&streams.document, DESCRIPTIONS)? as usize;
    let len = u32_at(&streams.document, DESCRIPTIONS + 4)? as usize;
    let mut rest = streams.table.get(from.checked_add(len)?..)?;
    for i in 0..count {
        let one = part.get(2 + i * 28..2 + (i + 1) * 28)?;
        let number = u32_at(one, 0)?;
        let simple = one[26] & 1 == 1;
        let mut levels = Vec::new();
        for _ in 0..if simple { 1 } else { LEVELS } {
            let Some((level, behind)) = level(rest) else { return Some(found) };
            levels.push(level);
            rest = behind;
        }
        found.insert(number, levels);
    }
    Some(found)
}

fn level(bytes: &[u8]) -> Option<(Level, &[u8])> {
    let head = bytes.get(..28)?;
    let settings = 28 + usize::from(head[24]) + usize::from(head[25]);
    let count = usize::from(u16_at(bytes, settings)?);
    let end = settings + 2 + count * 2;
    let text = bytes.get(settings + 2..end)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Some((Level { start: u32_at(head, 0)?, format: head[4], text: text.collect() }, &bytes[end..]))
}

impl Lists {
    /// The number of the next paragraph of a list, with the signs around it; empty for bullets. Lists count from one.
    pub(super) fn next(&mut self, list: u16, level: u8) -> String {
        let level = usize::from(level);
        let description = usize::from(list).checked_sub(1).and_then(|at| self.order.get(at)).copied();
        let Some(description) = description else { return String::new() };
        let Some(levels) = self.levels.get(&description) else { return String::new() };
        let Some(own) = levels.get(level) else { return String::new() };
        let counters = self.counters.entry(description).or_default();
        counters[level] = Some(counters[level].map_or(own.start, |n| n.saturating_add(1)));
        counters[level + 1..].fill(None);
        let Some(_) = writing(own.format) else { return String::new() };
        let mut text = String::new();
        for unit in char::decode_utf16(own.text.iter().copied()) {
            let sign = unit.unwrap_or('\u{fffd}');
            match levels.get(sign as usize) {
                Some(upper) if (sign as usize) < LEVELS => {
                    let number = counters[sign as usize].unwrap_or(upper.start);
                    text.push_str(&written(number, writing(upper.format).unwrap_or("decimal")));
                }
                _ => text.push(sign),
            }
        }
        text
    }
}

/// The name that newer files give a writing of numbers; none for bullets.
fn writing(format: u8) -> Option<&'static str> {
    Some(match format {
        0x17 | 0xff => return None,
        0x01 => "upperRoman",
        0x02 => "lowerRoman",
        0x03 => "upperLetter",
        0x04 => "lowerLetter",
        0x0a | 0x0b | 0x21 | 0x23 | 0x24 | 0x25 | 0x26 | 0x27 => "chineseCounting",
        0x12 | 0x1c => "decimalEnclosedCircle",
        0x1e => "ideographTraditional",
        _ => "decimal",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_run_through_the_text() {
        let level = |format, text: &[u16]| Level { start: 1, format, text: text.to_vec() };
        let both = vec![level(0x27, &[0, 0x3001]), level(0, &[0xff08, 1, 0xff09])];
        let mut lists = Lists { levels: HashMap::from([(7, both)]), order: vec![5, 7], ..Lists::default() };
        let mut next = |level| lists.next(2, level);
        assert_eq!([next(0), next(1), next(1), next(0), next(1)], ["一、", "（1）", "（2）", "二、", "（1）"]);
        assert_eq!((lists.next(1, 0), lists.next(9, 0), lists.next(0, 0)), Default::default());
    }
}
