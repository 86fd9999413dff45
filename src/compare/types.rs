//! The outward shape of a collection: what several reports say together. As those of a report, these structs are its
//! source; the published TypeScript types are generated from them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

#[cfg(test)]
use ts_rs::TS;

/// A word that many rows share.
pub type Text = Arc<str>;

pub use super::kinds::{Basis, Caveat, CheckKind, NoteKind, Outcome, RevisionKind};
use crate::report::{Bound, Commitment, Every, Interval, Kind, Measure, Span, Stage, Status, Value};

macro_rules! shape {
    ($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(test, derive(TS), ts(export))]
        pub struct $name { $($(#[$fmeta])* pub $field: $type),+ }
    };
}

shape! {
    /// What several reports say together.
    Collection {
        /// The documents, in the order of their names.
        documents: Vec<CompareDocument>,
        /// Day that decides whether a promise is due: the caller's, else that of the latest document.
        as_of: Option<Text>,
        /// One row per subject × indicator × period × measure × status: the table a researcher builds by hand.
        panel: Vec<PanelRow>,
        /// Targets with what later documents say came of them.
        promises: Vec<PromiseRow>,
        /// Promises without a number, with the stage that their projects reached.
        commitments: Vec<CommitmentRow>,
        /// Core indicators that a document gives no actual or no target for.
        absent: Vec<Absent>,
        /// The same subject, indicator, period, measure and status with values that cannot both hold.
        conflicts: Vec<Conflict>,
        /// Values that a later document replaced.
        revisions: Vec<Revision>,
        /// Growth that does not fit the levels: to be looked at, not errors.
        checks: Vec<Check>,
        /// Promises counted by place and year in which they are due.
        tally: Vec<Tally>,
    }
}

shape! {
    /// A document of the collection.
    CompareDocument {
        /// What `FigureRef.document` names: the report's name, with `#2` behind it where two reports share one.
        id: Text,
        /// Its name as given.
        name: Text,
        /// Its title.
        title: Option<Text>,
        /// What it is.
        kind: Kind,
        /// Place it speaks for, widest first.
        region: Vec<Text>,
        /// Code of that place.
        region_code: Option<Text>,
        /// Its day.
        date: Option<Text>,
        /// Year under review.
        review_year: Option<i32>,
        /// Other names under which the same text was given: it counts once.
        copies: Vec<Text>,
        /// Figures in no row, as nothing says what they count.
        unlabelled: u32,
        /// Figures in no row, as nothing says whom they describe.
        unplaced: u32,
    }
}

shape! {
    /// One figure of one document.
    #[derive(Eq, PartialOrd, Ord, Hash)]
    FigureRef {
        /// Id of the document in the collection.
        document: Text,
        /// Id of the figure in its report.
        figure: Text,
    }
}

shape! {
    /// A remark.
    Note {
        /// What it is about.
        kind: NoteKind,
        /// For people, in Chinese and English.
        message: Text,
        /// What the message tells, for who words it anew. Of a change of subject: its code and name before, its code and
        /// name now. Of a definition: the label that departs, empty where a year does; what is said of it in Chinese, and
        /// in English.
        values: Vec<Text>,
    }
}

shape! {
    /// What else documents give for a row.
    Alternative {
        /// The other value.
        value: Value,
        /// Its bound.
        bound: Bound,
        /// Where it stands.
        sources: Vec<FigureRef>,
    }
}

shape! {
    /// One fact with all its sources.
    PanelRow {
        /// Place or organisation, by its name of today.
        subject: Text,
        /// Its code of today.
        subject_code: Option<Text>,
        /// Standard name of the indicator, or the label of an open-vocabulary one.
        indicator: Text,
        /// Id in the indicator list.
        indicator_id: Option<Text>,
        /// Period the figure is about.
        period: Option<Interval>,
        /// What the figure says of the indicator.
        measure: Measure,
        /// Achieved or aimed at.
        status: Status,
        /// The most precise of the values that agree.
        value: Value,
        /// Base unit.
        unit: Text,
        /// How the number bounds the quantity.
        bound: Bound,
        /// What recurs.
        every: Option<Every>,
        /// True for a yearly average over a period of several years: 年均增长6.3%.
        average: bool,
        /// True for growth told without price changes beside that at current prices: 扣除价格因素实际增长2.9%.
        real: bool,
        /// Rank: among whom. Share: of what. Gap: against what.
        scope: Option<Text>,
        /// The indicator in the documents' own words.
        labels: Vec<Text>,
        /// Where the value stands; repeats and rounded forms are all here.
        sources: Vec<FigureRef>,
        /// Values that do not agree with it.
        alternatives: Vec<Alternative>,
        /// Remarks.
        notes: Vec<Note>,
    }
}

shape! {
    /// One promise and what became of it.
    PromiseRow {
        /// Who promised, by today's name.
        subject: Option<Text>,
        /// Code of today.
        subject_code: Option<Text>,
        /// What was promised.
        indicator: Text,
        /// Its id.
        indicator_id: Option<Text>,
        /// Period in which it is due.
        due: Option<Interval>,
        /// Value aimed at.
        value: Value,
        /// Its unit.
        unit: Text,
        /// Level, growth …
        measure: Measure,
        /// Bound of the value.
        bound: Bound,
        /// How firmly promised.
        commitment: Option<Commitment>,
        /// The word that says so.
        modality: Option<Text>,
        /// Where it was promised first.
        target: FigureRef,
        /// Everywhere it was promised.
        targets: Vec<FigureRef>,
        /// Where the result stands.
        outcome: Option<FigureRef>,
        /// All figures that the result rests on.
        evidence: Vec<FigureRef>,
        /// The result, as stated or worked out.
        outcome_value: Option<Value>,
        /// Achieved, or 预计 only.
        outcome_status: Option<Status>,
        /// Stated or worked out.
        basis: Option<Basis>,
        /// The comparison in numbers: `6.8% ≥ 6.45% (6.5% − ½·0.1%)`.
        arithmetic: Text,
        /// Why that does not decide, or what to know of it.
        caveat: Option<Caveat>,
        /// What became of it.
        result: Outcome,
    }
}

shape! {
    /// A project or entry of a timeline in one document.
    ItemRef {
        /// Id of the document in the collection.
        document: Text,
        /// Id of the project (`p3`) or timeline entry (`t5`) in its report.
        item: Text,
    }
}

shape! {
    /// A promise without a number: 年底前竣工投产.
    CommitmentRow {
        /// Who promised.
        subject: Option<Text>,
        /// Code of today.
        subject_code: Option<Text>,
        /// What, in the words of the timeline.
        title: Text,
        /// When it is due.
        due: Interval,
        /// Entry of the timeline that promises it.
        target: ItemRef,
        /// How firmly promised.
        commitment: Commitment,
        /// The word that says so.
        modality: Option<Text>,
        /// Name of the project it is about.
        project: Option<Text>,
        /// Stage that was promised.
        promised: Stage,
        /// Stage that the latest document tells.
        reached: Option<Stage>,
        /// The project in that document.
        outcome: Option<ItemRef>,
        /// What became of it.
        result: Outcome,
    }
}

shape! {
    /// Words of a document that set a target without a number.
    Worded {
        /// The clause as it stands.
        quote: Text,
        /// Where it stands in the text of the document.
        span: Span,
    }
}

shape! {
    /// A core indicator that a document passes over.
    Absent {
        /// Id of the document in the collection.
        document: Text,
        /// Id of the indicator.
        indicator_id: Text,
        /// `actual` or `target`.
        status: Status,
        /// Year for which it is missing.
        year: i32,
        /// What the plan says of it without a number; `None` for a result and where nothing is said.
        worded: Option<Worded>,
    }
}

shape! {
    /// Values that cannot both hold.
    Conflict {
        /// The figures that disagree, one for each value, the earliest document first.
        rows: Vec<FigureRef>,
        /// The values side by side.
        note: Text,
    }
}

shape! {
    /// A value that a later document replaced.
    Revision {
        /// How it is known.
        kind: RevisionKind,
        /// The earlier figure.
        from: FigureRef,
        /// The later one.
        to: FigureRef,
        /// The values side by side.
        note: Text,
    }
}

shape! {
    /// A level and its growth that do not fit last year's level.
    Check {
        /// What does not fit.
        kind: CheckKind,
        /// This year's level, last year's level, the growth.
        rows: Vec<FigureRef>,
        /// The calculation.
        arithmetic: Text,
    }
}

shape! {
    /// How one place kept the promises of one year.
    Tally {
        /// Place.
        subject: Text,
        /// Its code of today.
        subject_code: Option<Text>,
        /// Year in which they are due.
        year: i32,
        /// Kept.
        met: u32,
        /// Not kept.
        missed: u32,
        /// Not due.
        open: u32,
        /// Nothing found.
        unknown: u32,
        /// Promised firmly, of all.
        firm: u32,
        /// Aimed at, of all.
        aim: u32,
        /// Promised plainly, of all.
        plain: u32,
    }
}
