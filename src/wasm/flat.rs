//! A report as an array of numbers and one text, which JavaScript reads back into objects.
//!
//! Built field by field through wasm's border, the objects of a report cost more than its analysis: for 1 MB of work
//! reports 100 ms by serde-wasm-bindgen and 50 ms as JSON, against 6 ms this way, where the border is crossed twice.
//! The reader (`www/generated/read_report.js`) is generated from the same Rust types as the TypeScript ones, so both
//! sides agree on the order of fields; nothing else is written down:
//!
//! | Rust                 | numbers                              | text        |
//! |----------------------|--------------------------------------|-------------|
//! | number, bool         | itself; 0 or 1                       |             |
//! | string               | its length in UTF-16 code units      | the string  |
//! | … of a collection    | its number                           | a new one   |
//! | enum without data    | place of the variant                 |             |
//! | `None`, `Some`       | 0; 1 and the value                   |             |
//! | struct               | its fields in order                  |             |
//! | `Vec`                | NaN, length, elements                |             |
//!
//! NaN tells a list from a number where a field may be either; a report holds no NaN of its own. The lengths of the new
//! strings of a collection go by themselves, so that its numbers can be counted without looking a single one up.

use std::fmt::{self, Display};

use js_sys::Float64Array;
use serde::ser::{self, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use wasm_bindgen::JsValue;

use super::words::Words;

/// Numbers that are handed to JavaScript at a time.
const TOGETHER: usize = 1 << 12;

/// Where the numbers go.
enum Sink {
    /// Nowhere: they are only counted.
    Measure,
    /// Into an array of JavaScript, as they come.
    Send(Float64Array),
    /// Nowhere yet: a piece of them goes at a time.
    Keep,
}

/// Both parts. A value goes through twice: once to be measured, once to be written. Grown as they come, both parts would
/// for a moment take three times their room, and wasm gives none back; so the numbers go out as they come, and the text
/// has its room from the beginning.
pub(super) struct Flat {
    /// Measured or written so far.
    count: u32,
    bytes: usize,
    sink: Sink,
    numbers: Vec<f64>,
    text: String,
    /// Words that go once; where there are none, each goes where it stands.
    words: Option<Numbered>,
}

/// Words that go once.
struct Numbered {
    words: Words,
    /// How many have gone.
    gone: u32,
    /// The lengths of the new ones.
    lengths: Vec<u32>,
}

/// A type that the table above has no line for.
#[derive(Debug)]
pub(super) struct Unsupported(String);

impl Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a report can't carry {}", self.0)
    }
}

impl std::error::Error for Unsupported {}

impl ser::Error for Unsupported {
    fn custom<T: Display>(message: T) -> Self {
        Unsupported(message.to_string())
    }
}

type Written = Result<(), Unsupported>;

fn unsupported<T>(what: &str) -> Result<T, Unsupported> {
    Err(Unsupported(what.to_owned()))
}

impl Flat {
    /// For a value that is still to be measured.
    pub(super) fn measuring() -> Flat {
        Flat { count: 0, bytes: 0, sink: Sink::Measure, numbers: Vec::new(), text: String::new(), words: None }
    }

    /// For the value that was measured.
    pub(super) fn writing(self) -> Flat {
        Flat {
            count: 0,
            bytes: 0,
            sink: Sink::Send(Float64Array::new_with_length(self.count)),
            numbers: Vec::with_capacity(TOGETHER),
            text: String::with_capacity(self.bytes),
            words: self.words,
        }
    }

    /// Each word goes once; its number stands for it.
    pub(super) fn naming(self, words: Words) -> Flat {
        let gone = words.first_new();
        Flat { words: Some(Numbered { words, gone, lengths: Vec::new() }), ..self }
    }

    /// Leaves out so many bytes of text that go to JavaScript by themselves.
    pub(super) fn without(mut self, bytes: usize) -> Flat {
        self.bytes = self.bytes.saturating_sub(bytes);
        self
    }

    /// Both parts, and the lengths of the new words where they go once.
    pub(super) fn finish(mut self) -> (Float64Array, String, Vec<u32>) {
        self.flush();
        let lengths = self.words.map(|words| words.lengths).unwrap_or_default();
        match self.sink {
            Sink::Send(out) => (out, self.text, lengths),
            Sink::Measure | Sink::Keep => (Float64Array::from(self.numbers.as_slice()), self.text, lengths),
        }
    }

    /// For values that go in pieces.
    pub(super) fn pieces() -> Flat {
        Flat { count: 0, bytes: 0, sink: Sink::Keep, numbers: Vec::new(), text: String::new(), words: None }
    }

    /// The piece that has been written; the next begins.
    pub(super) fn piece(&mut self) -> (Float64Array, JsValue) {
        let piece = (Float64Array::from(self.numbers.as_slice()), JsValue::from_str(&self.text));
        self.numbers.clear();
        self.text.clear();
        piece
    }

    fn flush(&mut self) {
        if let Sink::Send(out) = &self.sink {
            out.subarray(self.count - self.numbers.len() as u32, self.count).copy_from(&self.numbers);
            self.numbers.clear();
        }
    }

    /// Writes a list whose members are not needed any more: each goes when it is written.
    pub(super) fn give<T: Serialize>(&mut self, mut list: impl ExactSizeIterator<Item = T>) -> Written {
        self.length(list.len())?;
        list.try_for_each(|item| item.serialize(&mut *self))
    }

    fn length(&mut self, length: usize) -> Written {
        self.number(f64::NAN)?;
        self.number(length as u32)
    }

    #[expect(clippy::unnecessary_wraps, reason = "the answer of the methods that end with it")]
    pub(super) fn number(&mut self, number: impl Into<f64>) -> Written {
        self.count += 1;
        match self.sink {
            Sink::Measure => {}
            Sink::Keep => self.numbers.push(number.into()),
            Sink::Send(_) => {
                self.numbers.push(number.into());
                if self.numbers.len() == TOGETHER {
                    self.flush();
                }
            }
        }
        Ok(())
    }
}

/// Length in UTF-16 code units.
fn units(word: &str) -> u32 {
    let units = if word.is_ascii() { word.len() } else { word.chars().map(char::len_utf16).sum() };
    units as u32
}

/// A list being written.
pub(super) struct List<'a> {
    flat: &'a mut Flat,
}

impl SerializeSeq for List<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut *self.flat)
    }

    fn end(self) -> Written {
        Ok(())
    }
}

impl SerializeStruct for &mut Flat {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Written {
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        Ok(())
    }
}

impl<'a> Serializer for &'a mut Flat {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = List<'a>;
    type SerializeStruct = &'a mut Flat;
    type SerializeTuple = Impossible<(), Unsupported>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeMap = Impossible<(), Unsupported>;
    type SerializeStructVariant = Impossible<(), Unsupported>;

    fn serialize_bool(self, value: bool) -> Written {
        self.number(u8::from(value))
    }
    fn serialize_i8(self, value: i8) -> Written {
        self.number(value)
    }
    fn serialize_i16(self, value: i16) -> Written {
        self.number(value)
    }
    fn serialize_i32(self, value: i32) -> Written {
        self.number(value)
    }
    fn serialize_i64(self, _: i64) -> Written {
        unsupported("an i64: not every one is a number of JavaScript")
    }
    fn serialize_u8(self, value: u8) -> Written {
        self.number(value)
    }
    fn serialize_u16(self, value: u16) -> Written {
        self.number(value)
    }
    fn serialize_u32(self, value: u32) -> Written {
        self.number(value)
    }
    fn serialize_u64(self, _: u64) -> Written {
        unsupported("a u64: not every one is a number of JavaScript")
    }
    fn serialize_f32(self, value: f32) -> Written {
        self.number(value)
    }
    fn serialize_f64(self, value: f64) -> Written {
        self.number(value)
    }
    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, value: &str) -> Written {
        let measures = matches!(self.sink, Sink::Measure);
        if let Some(Numbered { words, gone, lengths }) = &mut self.words {
            if measures {
                return self.number(0);
            }
            let number = words.number(value);
            if number == *gone {
                *gone += 1;
                lengths.push(units(value));
                self.text.push_str(value);
            }
            return self.number(number);
        }
        self.bytes += value.len();
        if measures {
            return self.number(0);
        }
        self.text.push_str(value);
        self.number(units(value))
    }
    fn serialize_bytes(self, _: &[u8]) -> Written {
        unsupported("bytes")
    }
    fn serialize_none(self) -> Written {
        self.number(0)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        self.number(1)?;
        value.serialize(self)
    }
    fn serialize_unit(self) -> Written {
        unsupported("a unit")
    }
    fn serialize_unit_struct(self, name: &'static str) -> Written {
        unsupported(name)
    }
    fn serialize_unit_variant(self, _: &'static str, index: u32, _: &'static str) -> Written {
        self.number(index)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        unsupported(name)
    }
    fn serialize_seq(self, length: Option<usize>) -> Result<List<'a>, Unsupported> {
        let Some(length) = length else { return Err(Unsupported("a list of unknown length".to_owned())) };
        self.length(length)?;
        Ok(List { flat: self })
    }
    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unsupported> {
        unsupported("a tuple")
    }
    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Unsupported> {
        unsupported(name)
    }
    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unsupported> {
        unsupported(name)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unsupported> {
        unsupported("a map")
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Unsupported> {
        Ok(self)
    }
    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unsupported> {
        unsupported(name)
    }
}
