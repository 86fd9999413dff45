//! Core indicators that a document gives no result or no target for: a report without a growth target is a finding.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::documents::Documents;
use super::names::{Name, Names};
use super::observation::Observation;
use super::panel::told;
use super::types::{Absent, CompareDocument, Text, Worded};
use super::worded::Target;
use crate::lexicon::definitions::{Core, definitions};
use crate::report::{Kind, Status};

/// What each document gives of the core indicators: by document, indicator, year, and whether told or aimed at.
pub(super) struct Given<'a> {
    found: HashSet<(u32, Name, i32, bool)>,
    /// Targets in words, the first of each document, indicator and year.
    worded: HashMap<(u32, &'static str, i32), &'a Worded>,
}

impl<'a> Given<'a> {
    /// Collects figures that describe the document's own place.
    pub(super) fn new(
        names: &Names,
        documents: &Documents,
        observations: &[Observation],
        targets: &'a [Target],
    ) -> Given<'a> {
        let core: HashSet<Name> = definitions()
            .core()
            .iter()
            .flat_map(|core| std::iter::once(core.id).chain(core.answers.iter().copied()))
            .filter_map(|id| names.known(id))
            .collect();
        let given = observations.iter().filter_map(|o| {
            let id = o.indicator.id.filter(|id| core.contains(id))?;
            let aim = match o.status {
                Status::Target => true,
                status if told(status) => false,
                _ => return None,
            };
            let own = documents.shown(o.document)?.region.last()?;
            (names.word(o.subject.written) == &**own).then_some(())?;
            Some((o.document, id, o.period?.whole_year()?, aim))
        });
        let mut worded = HashMap::default();
        for Target { document, id, year, words } in targets {
            worded.entry((*document, *id, *year)).or_insert(words);
        }
        Given { found: given.collect(), worded }
    }

    /// What one document passes over.
    pub(super) fn absent(&self, names: &Names, document: u32, shown: &CompareDocument) -> Vec<Absent> {
        let expected = |core: &&Core| match shown.kind {
            Kind::WorkReport => core.work_report,
            Kind::Communique => core.communique,
            _ => false,
        };
        let year = shown.date.as_deref().and_then(|date| date.get(..4)?.parse::<i32>().ok());
        let (Some(reviewed), false) = (shown.review_year.or(year.map(|year| year - 1)), shown.region.is_empty()) else {
            return Vec::new();
        };
        let mut absent = Vec::new();
        for core in definitions().core().iter().filter(expected) {
            let aims = core.target && shown.kind == Kind::WorkReport;
            for (status, year, aim) in [(Status::Actual, reviewed, false), (Status::Target, reviewed + 1, true)] {
                if aim && !aims || self.gives(names, document, core, year, aim) {
                    continue;
                }
                let worded = if aim { self.worded(document, core, year).cloned() } else { None };
                let (document, indicator_id) = (Text::clone(&shown.id), core.id.into());
                absent.push(Absent { document, indicator_id, status, year, worded });
            }
        }
        absent
    }

    fn gives(&self, names: &Names, document: u32, core: &Core, year: i32, aim: bool) -> bool {
        std::iter::once(core.id)
            .chain(core.answers.iter().copied())
            .filter_map(|id| names.known(id))
            .any(|id| self.found.contains(&(document, id, year, aim)))
    }
    /// What a document says of the indicator in place of a number.
    fn worded(&self, document: u32, core: &Core, year: i32) -> Option<&Worded> {
        std::iter::once(core.id)
            .chain(core.answers.iter().copied())
            .find_map(|id| self.worded.get(&(document, id, year)).copied())
    }
}
