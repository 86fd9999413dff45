//! Several lists at once: which of them have a word in a text, in one pass over its characters.

use super::words::Words;

/// First code point that has a place of its own: 一.
const FROM: u32 = 0x4e00;
/// How many have one.
const COUNT: usize = 0x5200;
/// Bits of the sieve of first pairs.
const SIEVE: usize = 4096;

/// A word of a list found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Byte offset of its first character.
    pub at: usize,
    /// The lists that have a word here: bit 0 for the first.
    pub lists: u8,
}

/// Up to eight lists.
///
/// Most characters begin no word, and of the rest most are not followed by the second character of one: two look-ups
/// settle all but a few places, without comparing a word.
#[derive(Debug)]
pub struct Spotter<const N: usize> {
    lists: [&'static Words; N],
    /// For each character of the Unified Ideographs, the lists that have a word beginning with it.
    first: Vec<u8>,
    /// The lists that have a word beginning with another character.
    rest: u8,
    /// The lists that have a word of one character.
    single: u8,
    /// A bit for each pair of characters that begins a word; others share it by chance.
    pairs: [u64; SIEVE / 64],
}

/// The place of a pair in the sieve.
fn place(one: char, two: char) -> (usize, u64) {
    let mixed = (one as u32).wrapping_mul(0x9E37_79B1) ^ (two as u32).wrapping_mul(0x85EB_CA6B);
    let at = (mixed >> 20) as usize % SIEVE;
    (at / 64, 1 << (at % 64))
}

impl<const N: usize> Spotter<N> {
    /// Of these lists.
    #[must_use]
    pub fn new(lists: [&'static Words; N]) -> Self {
        const { assert!(N <= 8) };
        let mut spotter = Spotter { lists, first: vec![0; COUNT], rest: 0, single: 0, pairs: [0; SIEVE / 64] };
        for (list, words) in lists.iter().enumerate() {
            for word in words.iter() {
                let mut characters = word.chars();
                let Some(one) = characters.next() else { continue };
                match spotter.first.get_mut((one as u32).wrapping_sub(FROM) as usize) {
                    Some(known) => *known |= 1 << list,
                    None => spotter.rest |= 1 << list,
                }
                match characters.next().map(|two| place(one, two)) {
                    Some((at, bit)) => spotter.pairs[at] |= bit,
                    None => spotter.single |= 1 << list,
                }
            }
        }
        spotter
    }

    /// Puts into `spots` where words of the lists begin in a text.
    pub fn spot(&self, text: &str, spots: &mut Vec<Spot>) {
        spots.clear();
        let mut before = (0, ' ', 0);
        for (at, c) in text.char_indices() {
            let (start, one, may) = before;
            if may != 0 {
                let (word, bit) = place(one, c);
                let may = if self.pairs[word] & bit == 0 { may & self.single } else { may };
                if may != 0 {
                    self.ask(text, start, one, may, spots);
                }
            }
            before = (at, c, *self.first.get((c as u32).wrapping_sub(FROM) as usize).unwrap_or(&self.rest));
        }
        self.ask(text, before.0, before.1, before.2 & self.single, spots);
    }

    /// Asks the lists of `may` for a word at a place.
    fn ask(&self, text: &str, at: usize, first: char, may: u8, spots: &mut Vec<Spot>) {
        let mut lists = 0;
        for (list, words) in self.lists.iter().enumerate() {
            if may & 1 << list != 0 && words.prefix_at(first, &text[at..]).is_some() {
                lists |= 1 << list;
            }
        }
        if lists != 0 {
            spots.push(Spot { at, lists });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    #[test]
    fn every_list_is_asked() {
        static ROADS: LazyLock<Words> = LazyLock::new(|| Words::new(&[&["大桥", "高速"]]));
        static DEEDS: LazyLock<Words> = LazyLock::new(|| Words::new(&[&["大修", "“通车", "期"]]));
        let spotter = Spotter::new([&*ROADS, &*DEEDS]);
        let mut spots = vec![Spot { at: 99, lists: 1 }];
        spotter.spot("大桥大修，大家", &mut spots);
        assert_eq!(spots, [Spot { at: 0, lists: 1 }, Spot { at: 6, lists: 2 }]);
        spotter.spot("“通车”二期", &mut spots);
        assert_eq!(spots, [Spot { at: 0, lists: 2 }, Spot { at: 15, lists: 2 }]);
    }
}
