//! A report: pieces of bytes, each some members of a list, as short as may be. All of them wait until the last is written,
//! so that the memory of the wasm can be given up before the first becomes objects.
//!
//! A piece is four numbers of 32 bits (how many numbers it has, and the bytes of its numbers, of its plain and of its other
//! strings), then the three. Plain strings are of ASCII and go by themselves: an engine needs half the room for them.
//!
//! | first byte | number                                                          |
//! |------------|-----------------------------------------------------------------|
//! | 00 to DF   | itself                                                          |
//! | E0 to EF   | as far from the place before as its last digit and a byte say   |
//! | F0         | NaN                                                             |
//! | F1, F2     | 16, 32 bits                                                     |
//! | F3         | hundredths, 16 bits                                             |
//! | F4         | 64 bits of floating point                                       |
//! | F5, F6     | 16, 32 bits that are no place                                   |
//!
//! A string is its length in UTF-16 code units, twice, and one more where it is plain.

use js_sys::{Array, Uint8Array};

use super::flat::{Out, units};

/// Bytes that are handed on together: a piece that JavaScript has read is let go.
const TOGETHER: usize = 1 << 20;

const ITSELF: u32 = 0xe0;
/// Half the distance that two bytes can say.
const NEAR: i64 = 1 << 11;
const LIST: u8 = 0xf0;
const SHORT: u8 = 0xf1;
const LONG: u8 = 0xf2;
const HUNDREDTHS: u8 = 0xf3;
const REAL: u8 = 0xf4;
const SHORT_REAL: u8 = 0xf5;
const LONG_REAL: u8 = 0xf6;

/// A report being written.
#[derive(Default)]
pub(super) struct Dense {
    gone: Array,
    pieces: Vec<u8>,
    count: u32,
    numbers: Vec<u8>,
    /// The last place: most others are near.
    place: u32,
    plain: String,
    words: String,
}

impl Dense {
    /// Ends a piece.
    pub(super) fn end(&mut self) {
        let lengths = [self.count, self.numbers.len() as u32, self.plain.len() as u32, self.words.len() as u32];
        self.pieces.extend(lengths.iter().flat_map(|length| length.to_le_bytes()));
        self.pieces.append(&mut self.numbers);
        self.pieces.extend(self.plain.bytes());
        self.pieces.extend(self.words.bytes());
        self.plain.clear();
        self.words.clear();
        (self.count, self.place) = (0, 0);
        if self.pieces.len() >= TOGETHER {
            self.hand_on();
        }
    }

    fn hand_on(&mut self) {
        self.gone.push(&Uint8Array::from(self.pieces.as_slice()));
        self.pieces.clear();
    }

    /// All pieces.
    pub(super) fn finish(mut self) -> Array {
        self.hand_on();
        self.gone
    }

    fn wide(&mut self, number: u32, [short, long]: [u8; 2]) {
        if let Ok(number) = u16::try_from(number) {
            self.numbers.push(short);
            self.numbers.extend(number.to_le_bytes());
        } else {
            self.numbers.push(long);
            self.numbers.extend(number.to_le_bytes());
        }
    }
}

impl Out for Dense {
    fn whole(&mut self, number: u32) {
        self.count += 1;
        if number < ITSELF {
            self.numbers.push(number as u8);
            return;
        }
        let distance = i64::from(number) - i64::from(self.place) + NEAR;
        self.place = number;
        match u16::try_from(distance) {
            Ok(near) if distance < 2 * NEAR => self.numbers.extend((near | (ITSELF as u16) << 8).to_be_bytes()),
            _ => self.wide(number, [SHORT, LONG]),
        }
    }

    fn real(&mut self, number: f64) {
        self.count += 1;
        // The casts saturate, so a number that does not fit differs from its cast.
        #[expect(clippy::cast_sign_loss, reason = "checked by the comparison")]
        let (whole, hundredths) = (number as u32, (number * 100.0).round() as u16);
        if f64::from(whole).to_bits() == number.to_bits() {
            if whole < ITSELF {
                self.numbers.push(whole as u8);
            } else {
                self.wide(whole, [SHORT_REAL, LONG_REAL]);
            }
        } else if (f64::from(hundredths) / 100.0).to_bits() == number.to_bits() {
            self.numbers.push(HUNDREDTHS);
            self.numbers.extend(hundredths.to_le_bytes());
        } else {
            self.numbers.push(REAL);
            self.numbers.extend(number.to_le_bytes());
        }
    }

    fn list(&mut self) {
        self.count += 1;
        self.numbers.push(LIST);
    }

    fn string(&mut self, word: &str) {
        let plain = word.is_ascii();
        if plain { &mut self.plain } else { &mut self.words }.push_str(word);
        self.whole(units(word) << 1 | u32::from(plain));
    }
}
