//! The way back of [`super::flat`]: numbers and words → what is told of a report, as JavaScript packs it for a comparison.
//!
//! A word that many figures share is its number; one that comes for the first time has the next number, and its length
//! follows. Any other string is its length, as in a report.

use std::fmt::{self, Display};

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor};

/// What the numbers can't be.
#[derive(Debug)]
pub(super) struct Malformed(String);

impl Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no packed report: {}", self.0)
    }
}

impl std::error::Error for Malformed {}

impl de::Error for Malformed {
    fn custom<T: Display>(message: T) -> Self {
        Malformed(message.to_string())
    }
}

/// Reads a value that was packed.
pub(super) fn unpack<'de, T: Deserialize<'de>>(
    numbers: &[f64],
    text: &'de str,
    known: &mut Vec<u32>,
    name: &mut dyn FnMut(&str) -> u32,
) -> Result<T, Malformed> {
    T::deserialize(&mut Unflat { numbers: numbers.iter(), text, known, name })
}

/// What is still to be read.
struct Unflat<'a, 'de> {
    numbers: std::slice::Iter<'a, f64>,
    text: &'de str,
    /// What each word is called here, by its number there.
    known: &'a mut Vec<u32>,
    /// Calls a word that is new.
    name: &'a mut dyn FnMut(&str) -> u32,
}

impl<'de> Unflat<'_, 'de> {
    fn number(&mut self) -> Result<f64, Malformed> {
        self.numbers.next().copied().ok_or_else(|| Malformed("it ends early".to_owned()))
    }

    /// A whole number that fits.
    fn whole(&mut self) -> Result<u32, Malformed> {
        let number = self.number()?;
        // The cast saturates, so a number that does not fit differs from its cast.
        #[expect(clippy::cast_sign_loss, reason = "checked by the comparison")]
        let whole = number as u32;
        if f64::from(whole).to_bits() == number.to_bits() {
            Ok(whole)
        } else {
            Err(Malformed(format!("{number} is no length or place")))
        }
    }

    /// What a word is called here.
    fn word(&mut self) -> Result<u32, Malformed> {
        let number = self.whole()?;
        if number as usize == self.known.len() {
            let word = self.string()?;
            self.known.push((self.name)(word));
        }
        self.known.get(number as usize).copied().ok_or_else(|| Malformed(format!("{number} is no word")))
    }

    fn string(&mut self) -> Result<&'de str, Malformed> {
        let mut left = self.whole()?;
        let mut end = 0;
        for c in self.text.chars() {
            if left == 0 {
                break;
            }
            left = left.saturating_sub(c.len_utf16() as u32);
            end += c.len_utf8();
        }
        if left > 0 {
            return Err(Malformed("its text ends early".to_owned()));
        }
        let (string, rest) = self.text.split_at(end);
        self.text = rest;
        Ok(string)
    }
}

/// A list, or the fields of a struct.
struct Items<'b, 'a, 'de> {
    unflat: &'b mut Unflat<'a, 'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, '_, 'de> {
    type Error = Malformed;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Malformed> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.unflat).map(Some)
    }

    // No size hint: a length out of a foreign number must not reserve memory.
}

/// A variant by its place.
struct Variant(u32);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Malformed;
    type Variant = Variant;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Variant), Malformed> {
        let place = self.0;
        seed.deserialize(place.into_deserializer()).map(|value| (value, self))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Malformed;

    fn unit_variant(self) -> Result<(), Malformed> {
        Ok(())
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Malformed> {
        Err(Malformed("a variant with data".to_owned()))
    }
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Malformed> {
        Err(Malformed("a variant with data".to_owned()))
    }
    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Malformed> {
        Err(Malformed("a variant with data".to_owned()))
    }
}

impl<'de> de::Deserializer<'de> for &mut Unflat<'_, 'de> {
    type Error = Malformed;

    /// A number, or a list of them: a list begins with NaN.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        if self.numbers.as_slice().first().is_some_and(|number| number.is_nan()) {
            self.deserialize_seq(visitor)
        } else {
            visitor.visit_f64(self.number()?)
        }
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_bool(self.whole()? != 0)
    }
    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_u32(self.whole()?)
    }
    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        let number = self.number()?;
        let whole = number as i32;
        if f64::from(whole).to_bits() == number.to_bits() {
            visitor.visit_i32(whole)
        } else {
            Err(Malformed(format!("{number} is no whole number")))
        }
    }
    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_f64(self.number()?)
    }
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_borrowed_str(self.string()?)
    }
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_borrowed_str(self.string()?)
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        if self.whole()? == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        if !self.number()?.is_nan() {
            return Err(Malformed("a list that does not begin as one".to_owned()));
        }
        let left = self.whole()? as usize;
        visitor.visit_seq(Items { unflat: self, left })
    }
    /// A word is the only one of its kind.
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_newtype_struct(self.word()?.into_deserializer())
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        visitor.visit_seq(Items { unflat: self, left: fields.len() })
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        visitor.visit_enum(Variant(self.whole()?))
    }
    serde::forward_to_deserialize_any! {
        i8 i16 i64 u8 u16 u64 f32 char bytes byte_buf unit unit_struct tuple tuple_struct map identifier
        ignored_any
    }
}
