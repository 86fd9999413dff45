//! Words and numbers of the trade: tables that a reader of Chinese can review and extend without Rust
//! (`data/*.tsv`), and what looks them up.
//!
//! Below every other room: nothing here knows of documents or mentions. Each table is read when it is first
//! asked for; what it could not be built from is reported by the tests, never at run time.

pub mod affixes;
pub mod bound_words;
pub mod commitment_cues;
pub mod counted;
pub mod cues;
pub mod definitions;
pub mod figure_cues;
pub mod furniture;
pub mod guarded;
pub mod indicators;
pub mod label_kin;
pub mod label_words;
pub mod lineage;
pub mod list_cues;
mod matcher;
pub mod measure_cues;
pub mod modality;
pub mod numeral;
pub mod openers;
pub mod pages;
pub mod place_cues;
pub mod predicates;
pub mod project_cues;
mod region_names;
pub mod regions;
pub mod search;
pub mod segment;
pub mod slogans;
pub mod speaker_cues;
pub mod spotter;
mod table;
pub mod time_words;
pub mod timeline_cues;
pub mod title_words;
pub mod unit_joins;
pub mod units;
pub mod worded;
pub mod words;

pub use matcher::Hit;
