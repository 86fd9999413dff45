//! Numerals that are no figures: policy phrases, names, numbering.

use serde::{Deserialize, Serialize};
#[cfg(test)]
use ts_rs::TS;

use super::{Span, words};

/// A policy phrase whose number is a code or a count of its own parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct Slogan {
    /// Id, unique in the report.
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// The phrase in Simplified Chinese.
    pub phrase: String,
    /// Its parts where the text names them.
    pub parts: Vec<String>,
    /// Where the parts stand.
    pub parts_span: Option<Span>,
}

words! {
    /// What a numeral that is no figure, date or slogan is instead.
    OtherKind {
        /// Inside a proper name, term or grade: PM2.5, 国道234.
        Name,
        /// List numbering.
        Marker,
        /// Page furniture.
        Noise,
    }
}

/// A numeral that is neither figure, date nor slogan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct OtherNumeral {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: OtherKind,
}
