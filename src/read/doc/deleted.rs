//! Text that a tracked change deleted, or that is set to be hidden: it is still in the file, and not in the document.

use super::{Streams, part_at, u16_at, u32_at};

/// Where the header keeps the place of the list of pages.
const PAGES: usize = 0xfa;
const PAGE: usize = 512;
/// The settings of a stretch of characters that was deleted, and of one that is hidden.
const DELETED: u16 = 0x0800;
const HIDDEN: u16 = 0x083c;

/// The bytes of such text, in order, each stretch apart from the next.
pub(super) fn read(streams: &Streams) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    let Some(list) = part_at(streams, PAGES) else { return found };
    let count = list.len().saturating_sub(4) / 8;
    let mut seen = std::collections::HashSet::new();
    for i in 0..count {
        let from = u32_at(list, (count + 1) * 4 + i * 4).and_then(|page| (page as usize).checked_mul(PAGE));
        if let Some(from) = from
            && seen.insert(from)
            && let Some(page) = from.checked_add(PAGE).and_then(|end| streams.document.get(from..end))
        {
            found.extend(stretches(page));
        }
    }
    found.sort_unstable();
    found
}

/// True where the byte stands in one of the stretches.
pub(super) fn holds(stretches: &[(u32, u32)], at: u32) -> bool {
    let after = stretches.partition_point(|(from, _)| *from <= at);
    after.checked_sub(1).is_some_and(|i| at < stretches[i].1)
}

fn stretches(page: &[u8]) -> impl Iterator<Item = (u32, u32)> {
    let count = usize::from(page[PAGE - 1]);
    (0..count).filter_map(move |i| {
        let (from, to) = (u32_at(page, i * 4)?, u32_at(page, i * 4 + 4)?);
        let offset = usize::from(*page.get((count + 1) * 4 + i)?) * 2;
        let len = usize::from(*page.get(offset).filter(|_| offset > 0)?);
        let settings = page.get(offset + 1..(offset + 1 + len).min(PAGE))?;
        is_deleted(settings).then_some((from, to))
    })
}

/// A list of settings: a code of two bytes, whose top bits tell the length of what follows.
fn is_deleted(mut list: &[u8]) -> bool {
    while let Some(code) = u16_at(list, 0) {
        let value = &list[2..];
        if matches!(code, DELETED | HIDDEN) && value.first() == Some(&1) {
            return true;
        }
        let len = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            _ => value.first().map_or(0, |len| usize::from(*len) + 1),
        };
        let Some(rest) = value.get(len.max(1)..) else { break };
        list = rest;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_deleted_where_its_settings_say_so() {
        assert!(is_deleted(&[0x35, 0x08, 1, 0x00, 0x08, 1]) && !is_deleted(&[0x00, 0x08, 0]) && !is_deleted(&[0x01]));
        assert!(
            is_deleted(&[0x3c, 0x08, 1])
                && is_deleted(&[0x00, 0x08, 0, 0x3c, 0x08, 1])
                && !is_deleted(&[0x3c, 0x08, 0])
        );
        let stretches = [(10, 14), (20, 22)];
        assert_eq!([9, 10, 13, 14, 21, 22].map(|at| holds(&stretches, at)), [false, true, true, false, true, false]);
    }
}
