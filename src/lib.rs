//! jiandu 简牍: reads Chinese government documents for their figures and their time.
//!
//! Data goes one way, through stages in a row, each a pure function of the one before:
//! bytes → [`read`] → [`clean`] → [`structure`] → [`mention`] → [`figure`] → [`report`]; many reports → [`compare`].
//!
//! Long functions with one caller are marked `#[inline(never)]`. Put into it, as compilers like to do, they make functions
//! of 40 kB, which an engine of WebAssembly compiles for a second and more, on the cores that the first document needs.
//!
//! ```
//! let report = jiandu::analyze("2023年全县地区生产总值463.3亿元，增长7.9%。", &jiandu::Options::default())?;
//! assert_eq!(report.figures[0].quote, "463.3亿元");
//! assert_eq!(report.figures[0].value, jiandu::report::Value::One(46_330_000_000.0));
//! # Ok::<(), jiandu::Error>(())
//! ```

#![forbid(unsafe_code)]

pub mod clean;
pub mod compare;
mod digits;
mod error;
pub mod figure;
pub mod lexicon;
pub mod limits;
pub mod mention;
pub mod read;
pub mod report;
pub mod span;
pub mod structure;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use compare::{Collection, compare};
pub use error::Error;
pub use read::Input;
pub use report::Report;

/// What the caller knows better than the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Name of the file, for messages and for the report.
    pub name: Option<String>,
    /// Day of the document, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Place the document speaks for, by any name of the gazetteer.
    pub region: Option<String>,
    /// Title of the document.
    pub title: Option<String>,
    /// Kind of document: it decides what a year without a word of time means.
    pub kind: Option<report::Kind>,
}

/// A stage of the pipeline, for progress and errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Bytes to text.
    Read,
    /// Text to clean text.
    Clean,
    /// Title, kind, day, place, sections, sentences.
    Structure,
    /// Numbers, dates, slogans, names.
    Mention,
    /// Numbers linked to what they measure.
    Figure,
    /// The outward report.
    Report,
}

impl Stage {
    /// All stages, in order.
    pub const ALL: [Stage; 6] =
        [Stage::Read, Stage::Clean, Stage::Structure, Stage::Mention, Stage::Figure, Stage::Report];

    /// Stable name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Stage::Read => "read",
            Stage::Clean => "clean",
            Stage::Structure => "structure",
            Stage::Mention => "mention",
            Stage::Figure => "figure",
            Stage::Report => "report",
        }
    }
}

/// Reads one document and reports its figures and time.
///
/// # Errors
/// When the input is empty, too large, no text, not UTF-8, or an option is malformed.
pub fn analyze<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<Report, Error> {
    Analyzer::new().analyze(input, options)
}

/// The analyzer. Its word lists are loaded once, when the first document needs them, and shared.
#[derive(Debug, Clone, Copy, Default)]
pub struct Analyzer;

impl Analyzer {
    /// An analyzer; costs nothing until the first document.
    #[must_use]
    pub fn new() -> Self {
        Analyzer
    }

    /// Reads one document.
    ///
    /// # Errors
    /// As [`analyze`].
    pub fn analyze<'a>(&self, input: impl Into<Input<'a>>, options: &Options) -> Result<Report, Error> {
        self.analyze_with(input, options, &mut |_| ())
    }

    /// Reads one document and says which stage begins.
    ///
    /// # Errors
    /// As [`analyze`].
    #[inline(never)]
    pub fn analyze_with<'a>(
        &self,
        input: impl Into<Input<'a>>,
        options: &Options,
        progress: &mut dyn FnMut(Stage),
    ) -> Result<Report, Error> {
        self.outgoing(input, options, progress, report::finish)
    }

    /// Reads one document, and hands on its report before the figures are written out.
    #[inline(never)]
    #[expect(clippy::unused_self, reason = "an analyzer is what reads, wherever its word lists are kept")]
    fn outgoing<'a, R>(
        self,
        input: impl Into<Input<'a>>,
        options: &Options,
        progress: &mut dyn FnMut(Stage),
        hand_on: impl FnOnce(report::Outgoing<'_>) -> R,
    ) -> Result<R, Error> {
        progress(Stage::Read);
        let document = read::read(input.into(), options)?;
        let size = document.size;
        progress(Stage::Clean);
        let clean = clean::clean(&document);
        progress(Stage::Structure);
        let structure = structure::structure(&clean, options)?;
        progress(Stage::Mention);
        let mentions = mention::mention(&clean, &structure, size);
        progress(Stage::Figure);
        let figures = figure::figure(&clean, &structure, &mentions);
        progress(Stage::Report);
        Ok(hand_on(report::outgoing(document, &clean, &structure, mentions, figures)))
    }
}
