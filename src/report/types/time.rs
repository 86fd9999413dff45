//! Expressions of time, and the timeline.

use serde::{Deserialize, Serialize};
#[cfg(test)]
use ts_rs::TS;

use super::{Interval, Span, words};

words! {
    /// Grain of a date expression.
    Grain {
        /// One day.
        Day,
        /// One month.
        Month,
        /// One quarter.
        Quarter,
        /// Half a year.
        Half,
        /// One year.
        Year,
        /// A five-year plan.
        Plan,
        /// Several years.
        Years,
        /// Undated.
        None,
    }
}

words! {
    /// Part a date plays.
    Role {
        /// Something happened then.
        Event,
        /// Something is due by then.
        Deadline,
        /// Frame of figures or work.
        Period,
        /// Dateline.
        Meta,
        /// Inside the title of a plan.
        Name,
    }
}

/// One expression of calendar time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct DateMention {
    /// Id, unique in the report.
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub quote: String,
    /// Resolved interval.
    pub date: Option<Interval>,
    /// Its grain.
    pub grain: Grain,
    /// Part it plays.
    pub role: Role,
}

words! {
    /// Kind of timeline entry.
    EntryKind {
        /// Something dated that happened.
        Event,
        /// A figure reached.
        Milestone,
        /// Something promised by a date.
        Deadline,
        /// Something that comes again.
        Recurring,
    }
}

words! {
    /// State of a timeline entry.
    State {
        /// Done.
        Done,
        /// Under way.
        Ongoing,
        /// Planned.
        Planned,
        /// The text does not tell.
        Unknown,
    }
}

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct TimelineEntry {
    /// Id, unique in the report.
    pub id: String,
    /// When.
    pub date: Interval,
    /// Grain of the date.
    pub grain: Grain,
    /// Kind of entry.
    pub kind: EntryKind,
    /// Done or planned.
    pub state: State,
    /// What, in at most 40 characters of Simplified Chinese.
    pub title: String,
    /// Place or organisation.
    pub subject: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// Ids of its figures.
    pub figures: Vec<String>,
    /// Ids of its dates.
    pub dates: Vec<String>,
}
