//! Numerals that are neither quantity nor date: list numbering, names, grades, codes, page furniture.

mod code;
mod furniture;
mod marker;
mod term;

pub(super) use code::code;
pub(super) use marker::marker;
pub(super) use term::{idiom, term};

use super::{At, Other};
use crate::report::OtherKind;
use crate::span::Span;

/// What stands at this place, from so many bytes before it to so many behind.
fn other(place: At<'_>, back: usize, len: usize, kind: OtherKind) -> Other {
    Other { span: Span::new((place.start - back).max(place.free), place.start + len), kind }
}

/// A year stands here: 表22011年, 二.2020年.
fn year_follows(text: &str) -> bool {
    text.len() > 4
        && text.as_bytes()[..4].iter().all(u8::is_ascii_digit)
        && matches!(&text[..2], "19" | "20")
        && text[4..].starts_with('年')
}

/// The block `text`, with the scan at the first byte of `at`.
#[cfg(test)]
fn place<'a>(text: &'a str, at: &str) -> At<'a> {
    let start = text.find(at).unwrap_or(text.len());
    let block = Span::new(0, text.len());
    At { text, start, block, free: 0, kind: crate::structure::BlockKind::Paragraph, base: None }
}
