//! The document itself: what it is, its parts and its people.

use serde::{Deserialize, Serialize};
#[cfg(test)]
use ts_rs::TS;

use super::{Span, words};

words! {
    /// File format the text was read from.
    Format {
        /// Plain text.
        Text,
        /// Markdown.
        Markdown,
        /// HTML.
        Html,
        /// Office Open XML.
        Docx,
        /// Word 97–2003, WPS, or RTF.
        Doc,
        /// PDF.
        Pdf,
    }
}

words! {
    /// Kind of document.
    Kind {
        /// 政府工作报告.
        WorkReport,
        /// 统计公报.
        Communique,
        /// 规划, 计划.
        Plan,
        /// 访谈.
        Interview,
        /// Several interviews or places in one text.
        Roundup,
        /// News of a meeting.
        MeetingNews,
        /// 预算报告.
        Budget,
        /// Anything else.
        Other,
    }
}

words! {
    /// How the document's day was found.
    DateSource {
        /// The caller gave it.
        Given,
        /// The text states it.
        Stated,
        /// Worked out from the text.
        Inferred,
    }
}

/// The document as understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct DocumentInfo {
    /// Name of the file.
    pub name: String,
    /// Text as read, before any cleaning: every span points here.
    pub text: String,
    /// File format.
    pub format: Format,
    /// Encoding assumed.
    pub encoding: Option<String>,
    /// Title as the document gives it, in Simplified Chinese.
    pub title: Option<String>,
    /// Kind of document.
    pub kind: Kind,
    /// Place the document speaks for, widest first.
    pub region: Vec<String>,
    /// Six-digit GB/T 2260 code.
    pub region_code: Option<String>,
    /// Day of publication or delivery.
    pub date: Option<String>,
    /// How the day was found.
    pub date_source: Option<DateSource>,
    /// Year under review.
    pub review_year: Option<i32>,
}

/// A stretch with one speaker or one topic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct Section {
    /// Id, unique in the report.
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// Its heading.
    pub heading: Option<String>,
    /// Who speaks.
    pub speaker: Option<String>,
    /// Place it speaks for.
    pub region: Vec<String>,
}

words! {
    /// Role of a person.
    PersonRole {
        /// Speaks.
        Speaker,
        /// Wrote the text.
        Author,
        /// Named in the text.
        Mentioned,
    }
}

/// A person named in the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct Person {
    /// Name.
    pub name: String,
    /// Post.
    pub post: Option<String>,
    /// Place.
    pub region: Vec<String>,
    /// Role in the document.
    pub role: PersonRole,
    /// Where the name stands.
    pub spans: Vec<Span>,
}
