//! What was done to the text, and what a person should look at.

use serde::{Deserialize, Serialize};
#[cfg(test)]
use ts_rs::TS;

use super::{Span, words};

words! {
    /// What cleaning did.
    CleaningKind {
        /// A body that stands twice.
        Duplicate,
        /// Page furniture.
        Boilerplate,
        /// Pinyin in brackets.
        Annotation,
        /// Traditional to Simplified.
        Traditional,
        /// Full-width forms.
        Width,
        /// Odd spaces.
        Spacing,
    }
}

/// One thing that cleaning did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct Cleaning {
    /// What was done.
    pub kind: CleaningKind,
    /// Where, in the text as read.
    pub span: Span,
    /// In words.
    pub note: String,
}

words! {
    /// How grave a diagnostic is.
    Severity {
        /// Good to know.
        Info,
        /// To be checked.
        Warning,
        /// Part of the document was not read.
        Error,
    }
}

/// Something a person should see.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct Diagnostic {
    /// How grave.
    pub level: Severity,
    /// Stable code for programs.
    pub code: String,
    /// For people.
    pub message: String,
    /// Where.
    pub span: Option<Span>,
}
