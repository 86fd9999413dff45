//! A collection: its numbers in one array, its words in one text, of which each goes once and is a number where it stands.
//! The lengths of the new words go by themselves, so that the numbers can be counted without looking a single one up.

use js_sys::Float64Array;

use super::flat::{Out, units};
use super::words::Words;

/// Numbers that are handed to JavaScript at a time.
const TOGETHER: usize = 1 << 12;

/// How many numbers a value has.
#[derive(Default)]
pub(super) struct Count(pub(super) u32);

impl Out for Count {
    fn whole(&mut self, _: u32) {
        self.0 += 1;
    }
    fn real(&mut self, _: f64) {
        self.0 += 1;
    }
    fn list(&mut self) {
        self.0 += 1;
    }
    fn string(&mut self, _: &str) {
        self.0 += 1;
    }
}

/// Numbers and words of a value that was counted: grown as they come, both would for a moment take three times their room,
/// and wasm gives none back.
pub(super) struct Numbered {
    out: Float64Array,
    /// Numbers written so far, and those of them that have not gone yet.
    count: u32,
    numbers: Vec<f64>,
    text: String,
    words: Words,
    /// How many words have gone.
    gone: u32,
    /// The lengths of the new ones.
    lengths: Vec<u32>,
}

impl Numbered {
    pub(super) fn new(count: u32, words: Words) -> Numbered {
        let (out, gone) = (Float64Array::new_with_length(count), words.first_new());
        let numbers = Vec::with_capacity(TOGETHER);
        Numbered { out, count: 0, numbers, text: String::new(), words, gone, lengths: Vec::new() }
    }

    /// Numbers, words, and the lengths of the words.
    pub(super) fn finish(mut self) -> (Float64Array, String, Vec<u32>) {
        self.flush();
        (self.out, self.text, self.lengths)
    }

    fn flush(&mut self) {
        self.out.subarray(self.count - self.numbers.len() as u32, self.count).copy_from(&self.numbers);
        self.numbers.clear();
    }
}

impl Out for Numbered {
    fn whole(&mut self, number: u32) {
        self.real(number.into());
    }

    fn real(&mut self, number: f64) {
        self.count += 1;
        self.numbers.push(number);
        if self.numbers.len() == TOGETHER {
            self.flush();
        }
    }

    fn list(&mut self) {
        self.real(f64::NAN);
    }

    fn string(&mut self, word: &str) {
        let number = self.words.number(word);
        if number == self.gone {
            self.gone += 1;
            self.lengths.push(units(word));
            self.text.push_str(word);
        }
        self.whole(number);
    }
}
