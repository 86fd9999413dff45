//! Named projects.

use serde::{Deserialize, Serialize};
#[cfg(test)]
use ts_rs::TS;

use super::{Interval, Span, words};

words! {
    /// Stage of a project.
    Stage {
        /// 谋划.
        Proposed,
        /// 签约.
        Signed,
        /// 开工.
        Started,
        /// 在建.
        Building,
        /// 竣工.
        Finished,
        /// 投产.
        Operating,
        /// The text does not tell.
        Unknown,
    }
}

/// A named project or scheme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct Project {
    /// Id, unique in the report.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// Whose it is.
    pub subject: Option<String>,
    /// How far it is.
    pub stage: Stage,
    /// Ids of its figures.
    pub figures: Vec<String>,
    /// Its date.
    pub date: Option<Interval>,
}
