//! Stage 7: reports → [`Collection`]: the panel, the promises and the contradictions of many documents.
//!
//! The answer does not depend on the order of the reports. Time grows with the number of their figures (and the
//! logarithm that sorting takes).
//!
//! ```
//! let report = |text: &str, name: &str, date: &str| {
//!     let options = jiandu::Options {
//!         name: Some(name.to_owned()),
//!         date: Some(date.to_owned()),
//!         region: Some("武陟县".to_owned()),
//!         ..jiandu::Options::default()
//!     };
//!     jiandu::analyze(text, &options)
//! };
//! let reports = [
//!     report("2023年主要预期目标：地区生产总值增长7%左右。", "2023.txt", "2023-01-10")?,
//!     report("2023年，地区生产总值增长7.2%。", "2024.txt", "2024-01-12")?,
//! ];
//! let collection = jiandu::compare(&reports);
//! assert_eq!(collection.promises[0].result, jiandu::compare::Outcome::Met);
//! assert_eq!(&*collection.promises[0].arithmetic, "7.2% ≥ 6.5% = 7% − 0.5×1%");
//! # Ok::<(), jiandu::Error>(())
//! ```

mod absent;
mod amount;
mod check;
mod commitment;
mod conflict;
mod context;
mod documents;
mod indicator;
mod joint;
mod judge;
mod kin;
mod kinds;
mod ledger;
mod main;
mod names;
mod observation;
mod outcome;
mod panel;
mod period;
mod project_name;
mod promise;
mod series;
mod shown;
mod site;
mod stage;
mod tally;
pub(crate) mod told;
mod types;
mod unit_join;
mod worded;
mod wording;

pub use types::*;

use crate::error::{Error, Kind};
use crate::report::Report;
use absent::Given;
use check::checks;
use commitment::Commitments;
use conflict::Disputes;
use context::Contexts;
use documents::Documents;
use kin::Kin;
use ledger::Ledger;
use observation::Observer;
use panel::{Facts, Panel, Row};
use promise::Promises;
use told::Told;

/// What the caller decides.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareOptions {
    /// Day by which a promise is due or still open, `YYYY-MM-DD`; the day of the latest document where none is given.
    pub as_of: Option<String>,
    /// How many units of its last digit 左右 leaves: 0.5 takes 6.45 % for 6.5%左右, and 4.5 % for 5%左右.
    pub leeway: f64,
}

impl CompareOptions {
    /// Options as a caller gives them; what is not given is the default.
    ///
    /// # Errors
    /// When `as_of` is no day or `leeway` no number from 0 on.
    pub fn new(as_of: Option<String>, leeway: Option<f64>) -> Result<Self, Error> {
        if let Some(value) = as_of.as_ref().filter(|text| period::day(text).is_none()) {
            return Err(Error::new(Kind::Option { name: "asOf", value: value.clone() }, ""));
        }
        let leeway = leeway.unwrap_or(CompareOptions::default().leeway);
        if !(0.0..f64::INFINITY).contains(&leeway) {
            return Err(Error::new(Kind::Leeway { value: leeway }, ""));
        }
        Ok(CompareOptions { as_of, leeway })
    }
}

impl Default for CompareOptions {
    fn default() -> Self {
        CompareOptions { as_of: None, leeway: 0.5 }
    }
}

/// Compares reports; see the module for an example.
#[must_use]
pub fn compare(reports: &[Report]) -> Collection {
    compare_with(reports, &CompareOptions::default())
}

/// As [`compare`], with options.
#[must_use]
pub fn compare_with(reports: &[Report], options: &CompareOptions) -> Collection {
    let mut comparison = Comparison::new();
    for report in reports {
        comparison.add(report);
    }
    comparison.finish(options)
}

/// A comparison that takes its reports one by one and keeps of each only what it needs.
#[derive(Debug, Default)]
pub struct Comparison {
    documents: Documents,
    observer: Observer,
    commitments: Commitments,
    worded: Vec<worded::Target>,
}

impl Comparison {
    /// A comparison of no reports.
    #[must_use]
    pub fn new() -> Self {
        Comparison::default()
    }

    /// Adds a report. The same text of the same day and place given again adds nothing but its name.
    pub fn add(&mut self, report: &Report) {
        let told = Told::of(report, &mut self.observer.names);
        self.add_told(&told);
    }

    /// As [`Comparison::add`], of what is told of the report.
    pub(crate) fn add_told(&mut self, told: &Told) {
        if let Some(document) = self.documents.add(&self.observer.names, &told.document) {
            let contexts = Contexts::new(told.text());
            let skipped = self.observer.observe(document, told, &contexts);
            self.documents.skipped(document, skipped);
            self.commitments.observe(&mut self.observer, document, told, &contexts);
            self.worded.extend(worded::targets(document, told, &contexts, &self.observer.names));
        }
    }

    /// The number of a word, for what is told of the next report.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn number(&mut self, word: &str) -> u32 {
        self.observer.names.number(word)
    }

    /// The word of a number.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn word(&self, number: u32) -> Text {
        self.observer.names.text(number)
    }

    /// What the reports say together.
    #[must_use]
    pub fn finish(mut self, options: &CompareOptions) -> Collection {
        self.documents.arrange();
        unit_join::join(&self.observer.names, &mut self.observer.observations);
        let (names, observations) = (&self.observer.names, self.observer.observations.as_slice());
        let documents = &self.documents;
        let panel = Panel::new(names, documents, observations);
        let panel = &panel;
        let as_of = options.as_of.as_deref().and_then(period::day).or_else(|| documents.latest());
        let series = |row: &Row| observations.get(row.lead()).map(|o| (o.subject.key, o.indicator.key));
        let kin = &Kin::new(observations, panel.rows.chunk_by(|a, b| series(a) == series(b)));
        let periods = &period::Writer::default();
        let facts = Facts { names, documents, observations, panel };
        let promises = Promises { facts, as_of, leeway: options.leeway, kin, periods };
        let disputes = Disputes(facts);
        let mut collection = Collection {
            documents: Vec::new(),
            as_of: as_of.and_then(period::written).map(Into::into),
            panel: Vec::with_capacity(panel.rows.len()),
            promises: Vec::new(),
            commitments: self.commitments.rows(names, documents, as_of),
            absent: Vec::new(),
            conflicts: Vec::new(),
            revisions: Vec::new(),
            checks: Vec::new(),
            tally: Vec::new(),
        };
        for rows in panel.rows.chunk_by(|a, b| series(a) == series(b)) {
            let ledger = Ledger::new(facts, rows);
            promises.of(rows, &ledger, &mut collection.promises);
            collection.checks.extend(checks(facts, &ledger));
            for row in rows {
                disputes.of(row, &mut collection.conflicts, &mut collection.revisions);
            }
            disputes.estimates(rows, &mut collection.conflicts, &mut collection.revisions);
            series::publish(facts, rows, periods, &mut collection.panel);
        }
        let given = Given::new(names, documents, observations, &self.worded);
        for document in documents.in_order() {
            let Some(shown) = documents.shown(document) else { continue };
            collection.absent.extend(given.absent(document, shown));
            collection.documents.push(shown.clone());
        }
        collection.tally = tally::tally(&collection.promises, &collection.commitments);
        collection
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_checked() {
        assert_eq!(CompareOptions::new(None, None), Ok(CompareOptions::default()));
        for (as_of, leeway, message) in [
            (Some("2024-13-01"), None, "选项 asOf 的值“2024-13-01”无效"),
            (None, Some(-1.0), "选项 leeway 的值“-1”无效"),
            (None, Some(f64::NAN), "选项 leeway 的值“NaN”无效"),
        ] {
            let error = CompareOptions::new(as_of.map(str::to_owned), leeway).map_err(|error| error.to_string());
            assert!(error.as_ref().is_err_and(|text| text.contains(message)), "{error:?}");
        }
    }

    #[test]
    fn nothing_compares_to_nothing() {
        let collection = compare(&[]);
        assert_eq!((collection.documents.len(), collection.panel.len(), collection.as_of), (0, 0, None));
    }
}
