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

/// What each document gives of the core indicators: by document, core indicator, year, and whether told or aimed at.
pub(super) struct Given<'a> {
    found: HashSet<(u32, usize, i32, bool)>,
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
        // Which core indicator an indicator, or a word that is none, answers for.
        let mut answers: HashMap<Name, usize> = HashMap::default();
        let mut labels: HashMap<Name, usize> = HashMap::default();
        for (at, core) in definitions().core().iter().enumerate() {
            let ids = std::iter::once(&core.id).chain(&core.answers);
            answers.extend(ids.filter_map(|id| Some((names.known(id)?, at))));
            labels.extend(core.labels.iter().filter_map(|label| Some((names.known(label)?, at))));
        }
        let given = observations.iter().filter_map(|o| {
            let core = match o.indicator.id {
                Some(id) => *answers.get(&id)?,
                None => *labels.get(&o.label)?,
            };
            let aim = match o.status {
                Status::Target => true,
                status if told(status) => false,
                _ => return None,
            };
            let own = documents.shown(o.document)?.region.last()?;
            (names.word(o.subject.written) == &**own).then_some(())?;
            let period = o.period?;
            let end = || if o.last && !aim { period.last_year() } else { None };
            Some((o.document, core, period.whole_year().or_else(end)?, aim))
        });
        let mut worded = HashMap::default();
        for Target { document, id, year, words } in targets {
            worded.entry((*document, *id, *year)).or_insert(words);
        }
        Given { found: given.collect(), worded }
    }

    /// What one document passes over.
    pub(super) fn absent(&self, document: u32, shown: &CompareDocument) -> Vec<Absent> {
        let expected = |core: &Core| match shown.kind {
            Kind::WorkReport => core.work_report,
            Kind::Communique => core.communique,
            _ => false,
        };
        let year = shown.date.as_deref().and_then(|date| date.get(..4)?.parse::<i32>().ok());
        let (Some(reviewed), false) = (shown.review_year.or(year.map(|year| year - 1)), shown.region.is_empty()) else {
            return Vec::new();
        };
        let mut absent = Vec::new();
        for (at, core) in definitions().core().iter().enumerate().filter(|(_, core)| expected(core)) {
            let aims = core.target && shown.kind == Kind::WorkReport;
            for (status, year, aim) in [(Status::Actual, reviewed, false), (Status::Target, reviewed + 1, true)] {
                if aim && !aims || self.found.contains(&(document, at, year, aim)) {
                    continue;
                }
                let worded = if aim { self.worded(document, core, year).cloned() } else { None };
                let (document, indicator_id) = (Text::clone(&shown.id), core.id.into());
                absent.push(Absent { document, indicator_id, status, year, worded });
            }
        }
        absent
    }

    /// What a document says of the indicator in place of a number.
    fn worded(&self, document: u32, core: &Core, year: i32) -> Option<&Worded> {
        std::iter::once(core.id)
            .chain(core.answers.iter().copied())
            .find_map(|id| self.worded.get(&(document, id, year)).copied())
    }
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::report::Status;

    /// Whether a report of 1992 or 2012 that says this is said to be silent about the indicator.
    fn silent(review: &str, plan: &str, id: &str, status: Status) -> bool {
        let text = format!(
            "云岭县人民政府工作报告\n——2012年1月10日在云岭县第十七届人民代表大会上\n\n一、过去五年工作回顾\n\n\
             五年来，{review}。\n\n二、2012年主要预期目标\n\n2012年主要预期目标是：地区生产总值增长9%；{plan}。\n"
        );
        let report = crate::analyze(text.as_str(), &Options::default()).unwrap();
        let collection = crate::compare(&[report]);
        collection.absent.iter().any(|absent| &*absent.indicator_id == id && absent.status == status)
    }

    #[test]
    fn what_a_document_states_is_not_absent() {
        let plan = "城镇新增就业4000人";
        for (review, plan, id, status, said) in [
            ("粮食丰收", "零售物价上涨幅度控制在6%以内", "cpi", Status::Target, true),
            ("粮食丰收", "全社会零售物价总水平涨幅控制在6%左右", "cpi", Status::Target, true),
            ("粮食丰收", "市属外贸进出口总额增长10%左右", "imports_exports", Status::Target, true),
            ("粮食丰收", "货物出口占全省比重稳中有进", "imports_exports", Status::Target, false),
            ("社会消费品零售总额突破20亿元，是五年前的2.1倍", plan, "retail_sales", Status::Actual, true),
            ("累计完成固定资产投资300亿元", plan, "fixed_asset_investment", Status::Actual, false),
        ] {
            assert_eq!(silent(review, plan, id, status), !said, "{review}; {plan}");
        }
    }
}
