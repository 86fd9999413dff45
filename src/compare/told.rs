//! What a comparison needs of a report, and no more. Most of a report never crosses from JavaScript, and a word that many
//! figures share crosses once: the writer in `read_report.js` is made from these types, field by field.

use serde::{Deserialize, Deserializer};
#[cfg(test)]
use ts_rs::TS;

use super::names::{Name, Names};
use super::period::Period;
use crate::report::{
    Bound, Commitment, EntryKind, Every, Figure, Interval, Kind, Measure, Project, Report, Span, Stage, State, Status,
    TimelineEntry, Value,
};

/// A word that many figures and documents share, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(TS), ts(export, export_to = "told/"))]
pub(crate) struct Word(pub(super) Name);

/// Whether a list has members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(TS), ts(export, export_to = "told/"))]
pub(crate) struct Filled(pub(super) bool);

impl<'de> Deserialize<'de> for Filled {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bool::deserialize(deserializer).map(Filled)
    }
}

macro_rules! told {
    ($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(test, derive(TS), ts(export, export_to = "told/"))]
        pub(crate) struct $name<'a> { $($(#[$fmeta])* pub(super) $field: $type),+ }
    };
}

told! {
    /// What is told of a report.
    Told {
        document: ToldDocument<'a>,
        #[serde(borrow)]
        figures: Vec<ToldFigure<'a>>,
        #[serde(borrow)]
        timeline: Vec<ToldEntry<'a>>,
        #[serde(borrow)]
        projects: Vec<ToldProject<'a>>,
    }
}

told! {
    /// Of its document; the text comes by itself.
    ToldDocument {
        name: &'a str,
        #[serde(skip)]
        #[cfg_attr(test, ts(skip))]
        text: &'a str,
        #[serde(borrow)]
        title: Option<&'a str>,
        kind: Kind,
        region: Vec<Word>,
        region_code: Option<Word>,
        #[serde(borrow)]
        date: Option<&'a str>,
        review_year: Option<i32>,
    }
}

told! {
    /// Of a figure.
    ToldFigure {
        id: Word,
        span: Span,
        context: Span,
        measure: Measure,
        value: Value,
        written: &'a str,
        unit: Word,
        bound: Bound,
        indicator: Word,
        indicator_id: Option<Word>,
        subject: Option<Word>,
        subject_code: Option<Word>,
        period: Option<ToldInterval>,
        every: Option<Every>,
        status: Status,
        commitment: Option<Commitment>,
        modality: Option<Word>,
        scope: Option<Word>,
        confidence: f64,
    }
}

told! {
    /// Of an entry of the timeline.
    ToldEntry {
        id: &'a str,
        date: ToldInterval,
        kind: EntryKind,
        state: State,
        title: &'a str,
        subject: Option<Word>,
        span: Span,
        figures: Filled,
    }
}

told! {
    /// Of a project.
    ToldProject {
        id: &'a str,
        name: &'a str,
        span: Span,
        subject: Option<Word>,
        stage: Stage,
    }
}

/// An interval: its days are words, as many share them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(TS), ts(export, export_to = "told/"))]
pub(crate) struct ToldInterval {
    start: Option<Word>,
    end: Option<Word>,
}

impl<'a> Told<'a> {
    /// What is told of a report; its words get their numbers.
    pub(super) fn of(report: &'a Report, names: &mut Names) -> Told<'a> {
        let info = &report.document;
        Told {
            document: ToldDocument {
                name: &info.name,
                text: &info.text,
                title: info.title.as_deref(),
                kind: info.kind,
                region: info.region.iter().map(|name| Word(names.number(name))).collect(),
                region_code: word(info.region_code.as_ref(), names),
                date: info.date.as_deref(),
                review_year: info.review_year,
            },
            figures: figures(&report.figures, names),
            timeline: report.timeline.iter().map(|entry| ToldEntry::of(entry, names)).collect(),
            projects: report.projects.iter().map(|project| ToldProject::of(project, names)).collect(),
        }
    }

    /// The text of its document.
    pub(super) fn text(&self) -> &'a str {
        self.document.text
    }

    /// The same with the text of its document.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn with_text(mut self, text: &'a str) -> Told<'a> {
        self.document.text = text;
        self
    }
}

fn figures<'a>(figures: &'a [Figure], names: &mut Names) -> Vec<ToldFigure<'a>> {
    let mut told: Vec<ToldFigure> = Vec::with_capacity(figures.len());
    let mut last: Option<&Figure> = None;
    for figure in figures {
        let one = ToldFigure::of(figure, told.len(), last.zip(told.last()), names);
        told.push(one);
        last = Some(figure);
    }
    told
}

impl<'a> ToldFigure<'a> {
    /// Most figures share some words with the one before, which are numbered once.
    fn of(
        figure: &'a Figure,
        place: usize,
        before: Option<(&Figure, &ToldFigure)>,
        names: &mut Names,
    ) -> ToldFigure<'a> {
        let unit = match before {
            Some((last, told)) if last.unit == figure.unit => told.unit,
            _ => Word(names.number(&figure.unit)),
        };
        let (indicator, indicator_id) = match before {
            Some((last, told)) if last.indicator == figure.indicator && last.indicator_id == figure.indicator_id => {
                (told.indicator, told.indicator_id)
            }
            _ => (Word(names.number(&figure.indicator)), word(figure.indicator_id.as_ref(), names)),
        };
        let (subject, subject_code) = match before {
            Some((last, told)) if last.subject == figure.subject && last.subject_code == figure.subject_code => {
                (told.subject, told.subject_code)
            }
            _ => (word(figure.subject.as_ref(), names), word(figure.subject_code.as_ref(), names)),
        };
        let period = match before {
            Some((last, told)) if last.period == figure.period => told.period,
            _ => figure.period.as_ref().map(|period| ToldInterval::of(period, names)),
        };
        ToldFigure {
            id: Word(names.id(place, &figure.id)),
            span: figure.span,
            context: figure.context,
            measure: figure.measure,
            value: figure.value.clone(),
            written: &figure.written,
            unit,
            bound: figure.bound,
            indicator,
            indicator_id,
            subject,
            subject_code,
            period,
            every: figure.every,
            status: figure.status,
            commitment: figure.commitment,
            modality: word(figure.modality.as_ref(), names),
            scope: word(figure.scope.as_ref(), names),
            confidence: figure.confidence,
        }
    }
}

impl<'a> ToldEntry<'a> {
    fn of(entry: &'a TimelineEntry, names: &mut Names) -> ToldEntry<'a> {
        ToldEntry {
            id: &entry.id,
            date: ToldInterval::of(&entry.date, names),
            kind: entry.kind,
            state: entry.state,
            title: &entry.title,
            subject: word(entry.subject.as_ref(), names),
            span: entry.span,
            figures: Filled(!entry.figures.is_empty()),
        }
    }
}

impl<'a> ToldProject<'a> {
    fn of(project: &'a Project, names: &mut Names) -> ToldProject<'a> {
        ToldProject {
            id: &project.id,
            name: &project.name,
            span: project.span,
            subject: word(project.subject.as_ref(), names),
            stage: project.stage,
        }
    }
}

impl ToldInterval {
    fn of(interval: &Interval, names: &mut Names) -> ToldInterval {
        ToldInterval { start: word(interval.start.as_ref(), names), end: word(interval.end.as_ref(), names) }
    }

    /// As a period, where it is one.
    pub(super) fn period(self, names: &Names) -> Option<Period> {
        Period::between(self.start.map(|day| names.word(day.0)), self.end.map(|day| names.word(day.0)))
    }
}

fn word(word: Option<&String>, names: &mut Names) -> Option<Word> {
    word.map(|word| Word(names.number(word)))
}
