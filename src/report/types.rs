//! The outward shape of a report. These structs are its source: serde writes them (camelCase) and the
//! published TypeScript types are generated from them.

use serde::{Deserialize, Serialize};

#[cfg(test)]
use ts_rs::TS;

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

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(TS), ts(export))]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vmeta])* $variant),+ }
    };
}

words! {
    /// What a figure says of its indicator.
    Measure {
        /// An amount, a count, or a rate as it stands: 463.3亿元, 28家, 城镇化率46.7%.
        Level,
        /// Growth in per cent, signed: 下降3.5% is -3.5.
        ChangeRate,
        /// Absolute change, signed: 提高2.2个百分点 is 2.2.
        ChangeAmount,
        /// Part of a whole: 占全市的32.6%.
        Share,
        /// 居六县（市）第1位 is 1, its scope 六县（市）.
        Rank,
        /// 9.9:58.3:31.8.
        Ratio,
        /// 翻番 is 2.
        Multiple,
        /// Distance from another subject or benchmark: 高于全市1个百分点.
        Gap,
    }
}

words! {
    /// How the number bounds the quantity.
    Bound {
        /// As written.
        Exact,
        /// 近, 约, 左右.
        About,
        /// 以上, 超, 突破, 余.
        AtLeast,
        /// 以内, 不超过.
        AtMost,
    }
}

words! {
    /// Achieved or aimed at.
    Status {
        /// Reported as achieved.
        Actual,
        /// Aimed at.
        Target,
        /// 预计.
        Estimate,
        /// Size of a scheme or project not yet done.
        Plan,
        /// A threshold: 亿元以上项目.
        Rule,
    }
}

words! {
    /// How firmly a target is promised.
    Commitment {
        /// 确保, 不低于.
        Firm,
        /// 力争, 努力.
        Aim,
        /// No such word.
        Plain,
    }
}

words! {
    /// What recurs.
    Every {
        /// 每年.
        Year,
        /// 每季度.
        Quarter,
        /// 每月.
        Month,
    }
}

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
        /// Word 97–2003.
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

/// One number, or several: a range is `[low, high]`, a ratio its parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(TS), ts(export))]
pub enum Value {
    /// One number.
    One(f64),
    /// A range or a ratio.
    Many(Vec<f64>),
}

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

/// One quantity, reported or aimed at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export))]
pub struct Figure {
    /// Id, unique in the report.
    pub id: String,
    /// The number with its unit, exactly as it stands.
    pub span: Span,
    /// The words of `span`.
    pub quote: String,
    /// The sentence that carries it.
    pub context: Span,
    /// Section it stands in.
    pub section: Option<String>,
    /// What the figure says of its indicator.
    pub measure: Measure,
    /// In the base unit, scale words multiplied out.
    pub value: Value,
    /// The number before scaling, as written.
    pub written: String,
    /// Its scale word.
    pub scale: Option<String>,
    /// Base unit in Simplified Chinese; empty when none.
    pub unit: String,
    /// How the number bounds the quantity.
    pub bound: Bound,
    /// What is measured, in Simplified Chinese.
    pub indicator: String,
    /// Id in the indicator list.
    pub indicator_id: Option<String>,
    /// Where the indicator's words stand.
    pub indicator_spans: Vec<Span>,
    /// Place or organisation described.
    pub subject: Option<String>,
    /// Its GB/T 2260 code.
    pub subject_code: Option<String>,
    /// Calendar interval the figure is about.
    pub period: Option<Interval>,
    /// The words that say so.
    pub period_label: Option<String>,
    /// What recurs.
    pub every: Option<Every>,
    /// Achieved or aimed at.
    pub status: Status,
    /// How firmly promised; only for targets.
    pub commitment: Option<Commitment>,
    /// The word that says so.
    pub modality: Option<String>,
    /// Rank: among whom. Share: of what. Gap: against what.
    pub scope: Option<String>,
    /// 0..1, how sure the linking is.
    pub confidence: f64,
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
