//! The outward shape of a report. These structs are its source: serde writes them (camelCase) and the
//! published TypeScript types are generated from them.

mod cleaning;
mod document;
mod figure;
mod numeral;
mod project;
mod time;

use serde::{Deserialize, Serialize};
#[cfg(test)]
use ts_rs::TS;

pub use cleaning::*;
pub use document::*;
pub use figure::*;
pub use numeral::*;
pub use project::*;
pub use time::*;

/// Half-open range in UTF-16 code units of [`DocumentInfo::text`]: `text.slice(start, end)` is the quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct Span {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// Calendar interval, both ends inclusive, ISO `YYYY-MM-DD`; an open end is `None`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct Interval {
    /// First day.
    pub start: Option<String>,
    /// Last day.
    pub end: Option<String>,
}

/// Words of a closed list: an enum that serde writes in `snake_case`.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(TS), ts(export))]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vmeta])* $variant),+ }
    };
}
pub(crate) use words;

/// What jiandu makes of one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct Report {
    /// The document as understood.
    pub document: DocumentInfo,
    /// Stretches with one speaker or topic.
    pub sections: Vec<Section>,
    /// Every figure, in order.
    pub figures: Vec<Figure>,
    /// Every date expression, in order.
    pub dates: Vec<DateMention>,
    /// What happened when, what is due by when.
    pub timeline: Vec<TimelineEntry>,
    /// Policy phrases with a number code.
    pub slogans: Vec<Slogan>,
    /// Numerals that are neither figure, date nor slogan.
    pub others: Vec<OtherNumeral>,
    /// Named projects.
    pub projects: Vec<Project>,
    /// Persons named.
    pub people: Vec<Person>,
    /// What cleaning did.
    pub cleaning: Vec<Cleaning>,
    /// Warnings a person should see.
    pub diagnostics: Vec<Diagnostic>,
}
