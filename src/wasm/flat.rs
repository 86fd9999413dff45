//! What goes to JavaScript, as numbers and strings in a row, which it reads back into objects.
//!
//! Built field by field through wasm's border, the objects of a report cost more than its analysis: for 1 MB of work
//! reports 100 ms by serde-wasm-bindgen and 50 ms as JSON, against 6 ms this way, where the border is crossed twice.
//! The reader (`www/generated/read_report.js`) is generated from the same Rust types as the TypeScript ones, so both
//! sides agree on the order of fields; nothing else is written down:
//!
//! | Rust                 | numbers and strings                  |
//! |----------------------|--------------------------------------|
//! | number, bool         | itself; 0 or 1                       |
//! | string               | the string                           |
//! | enum without data    | place of the variant                 |
//! | `None`, `Some`       | 0; 1 and the value                   |
//! | struct               | its fields in order                  |
//! | `Vec`                | NaN, length, elements                |
//!
//! NaN tells a list from a number where a field may be either; a report holds no NaN of its own. How the numbers and the
//! strings are written says [`super::dense`] for a report and [`super::numbered`] for a collection.

use std::fmt::{self, Display};

use serde::ser::{self, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

/// Where numbers and strings go.
pub(super) trait Out {
    /// A place, a length, a choice.
    fn whole(&mut self, number: u32);
    /// A number that is measured.
    fn real(&mut self, number: f64);
    /// The sign of a list.
    fn list(&mut self);
    /// Words.
    fn string(&mut self, word: &str);
}

/// Writes a value.
pub(super) struct Flat<O>(pub(super) O);

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

impl<O: Out> Flat<O> {
    #[expect(clippy::unnecessary_wraps, reason = "the answer of the methods that end with it")]
    fn whole(&mut self, number: impl Into<u32>) -> Written {
        self.0.whole(number.into());
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "the answer of the methods that end with it")]
    fn real(&mut self, number: impl Into<f64>) -> Written {
        self.0.real(number.into());
        Ok(())
    }
}

/// Length in UTF-16 code units.
pub(super) fn units(word: &str) -> u32 {
    let units = if word.is_ascii() { word.len() } else { word.chars().map(char::len_utf16).sum() };
    units as u32
}

/// A list being written.
pub(super) struct List<'a, O>(&'a mut Flat<O>);

impl<O: Out> SerializeSeq for List<'_, O> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Written {
        Ok(())
    }
}

impl<O: Out> SerializeStruct for &mut Flat<O> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Written {
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        Ok(())
    }
}

impl<'a, O: Out> Serializer for &'a mut Flat<O> {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = List<'a, O>;
    type SerializeStruct = &'a mut Flat<O>;
    type SerializeTuple = Impossible<(), Unsupported>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeMap = Impossible<(), Unsupported>;
    type SerializeStructVariant = Impossible<(), Unsupported>;

    fn serialize_bool(self, value: bool) -> Written {
        self.whole(value)
    }
    fn serialize_i8(self, value: i8) -> Written {
        self.real(value)
    }
    fn serialize_i16(self, value: i16) -> Written {
        self.real(value)
    }
    fn serialize_i32(self, value: i32) -> Written {
        self.real(value)
    }
    fn serialize_i64(self, _: i64) -> Written {
        unsupported("an i64: not every one is a number of JavaScript")
    }
    fn serialize_u8(self, value: u8) -> Written {
        self.whole(value)
    }
    fn serialize_u16(self, value: u16) -> Written {
        self.whole(value)
    }
    fn serialize_u32(self, value: u32) -> Written {
        self.whole(value)
    }
    fn serialize_u64(self, _: u64) -> Written {
        unsupported("a u64: not every one is a number of JavaScript")
    }
    fn serialize_f32(self, value: f32) -> Written {
        self.real(value)
    }
    fn serialize_f64(self, value: f64) -> Written {
        self.real(value)
    }
    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, value: &str) -> Written {
        self.0.string(value);
        Ok(())
    }
    fn serialize_bytes(self, _: &[u8]) -> Written {
        unsupported("bytes")
    }
    fn serialize_none(self) -> Written {
        self.whole(0_u32)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        self.whole(1_u32)?;
        value.serialize(self)
    }
    fn serialize_unit(self) -> Written {
        unsupported("a unit")
    }
    fn serialize_unit_struct(self, name: &'static str) -> Written {
        unsupported(name)
    }
    fn serialize_unit_variant(self, _: &'static str, index: u32, _: &'static str) -> Written {
        self.whole(index)
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
    fn serialize_seq(self, length: Option<usize>) -> Result<List<'a, O>, Unsupported> {
        let Some(length) = length else { return Err(Unsupported("a list of unknown length".to_owned())) };
        self.0.list();
        self.whole(length as u32)?;
        Ok(List(self))
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
