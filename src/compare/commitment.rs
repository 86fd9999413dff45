//! Promises without a number: 年底前竣工投产, held against the stage that later documents tell of the project.

use rustc_hash::FxHashMap as HashMap;

use super::documents::Documents;
use super::names::{Name, Names};
use super::observation::{Observer, Subject};
use super::period::{Day, Period};
use super::told::{Told, ToldEntry, ToldProject, Word};
use super::types::{CommitmentRow, ItemRef, Outcome};
use crate::lexicon::definitions::{Use, definitions};
use crate::lexicon::words::holds;
use crate::report::{EntryKind, Stage, State, furthest, told_of};

/// Characters that a name needs to be the same project in two documents.
const LEAST: usize = 3;

/// A project as one document tells of it.
#[derive(Debug)]
struct Site {
    document: u32,
    item: Name,
    stage: Stage,
}

/// A promise of a stage.
#[derive(Debug)]
struct Promise {
    document: u32,
    item: Name,
    title: Name,
    subject: Option<Subject>,
    due: Period,
    promised: Stage,
    /// Name of the project as written, and the bare one that finds it elsewhere.
    project: Option<(Name, Name)>,
}

/// Promises of stages and projects of all documents.
#[derive(Debug, Default)]
pub(super) struct Commitments {
    promises: Vec<Promise>,
    /// By place and bare name.
    sites: HashMap<(Name, Name), Vec<Site>>,
}

impl Commitments {
    /// Keeps the projects of a report and what it promises of stages.
    pub(super) fn observe(&mut self, observer: &mut Observer, document: u32, report: &Told) {
        let info = &report.document;
        let place = observer.place(info);
        let subject = |observer: &mut Observer, name: Option<Word>| {
            let own = info.region.last().copied();
            let name = name.or(own)?;
            let code = if Some(name) == own { info.region_code } else { None };
            Some(observer.subject_of(info, place, name, code))
        };
        let named: Vec<Named> = report.projects.iter().filter_map(Named::of).collect();
        for Named { project, bare } in &named {
            let Some(whose) = subject(observer, project.subject) else { continue };
            let key = (whose.key, observer.names.number(bare));
            let item = observer.names.number(project.id);
            self.sites.entry(key).or_default().push(Site { document, item, stage: project.stage });
        }
        for entry in &report.timeline {
            // 宏达电缆项目正式投产: what is told done is found by its own words where no project has them.
            if let Some((name, stage)) = done(&named, entry)
                && let Some(whose) = subject(observer, entry.subject)
            {
                let key = (whose.key, observer.names.number(bare_name(name)));
                let item = observer.names.number(entry.id);
                self.sites.entry(key).or_default().push(Site { document, item, stage });
            }
            let Some((due, promised)) = promised(entry) else { continue };
            let project = project_of(&named, entry)
                .map(|project| project.name)
                .or_else(|| told_of(entry.title))
                .map(|name| (observer.names.number(name), observer.names.number(bare_name(name))));
            let promise = Promise {
                document,
                item: observer.names.number(entry.id),
                title: observer.names.number(entry.title),
                subject: subject(observer, entry.subject),
                due,
                promised,
                project,
            };
            self.promises.push(promise);
        }
    }

    /// The promises with what became of them.
    pub(super) fn rows(&self, names: &Names, documents: &Documents, as_of: Option<Day>) -> Vec<CommitmentRow> {
        let mut order: Vec<&Promise> = self.promises.iter().collect();
        order.sort_by_key(|promise| {
            let key = promise.subject.map(|subject| names.word(subject.key));
            (key, promise.due, documents.rank(promise.document), names.word(promise.item))
        });
        order.into_iter().map(|promise| self.row(names, documents, as_of, promise)).collect()
    }

    fn row(&self, names: &Names, documents: &Documents, as_of: Option<Day>, promise: &Promise) -> CommitmentRow {
        let told = self.told(names, documents, as_of, promise);
        let reached = told.map(|site| site.stage);
        let done = reached.is_some_and(|stage| rank(stage) >= rank(promise.promised));
        let due = as_of.is_some_and(|today| promise.due.end <= today);
        let late = told.and_then(|site| documents.day(site.document)).is_some_and(|day| day > promise.due.end);
        let result = match () {
            () if done => Outcome::Met,
            () if !due => Outcome::Open,
            () if late && reached != Some(Stage::Unknown) => Outcome::Missed,
            () => Outcome::Unknown,
        };
        let item = |document: u32, item: Name| ItemRef { document: documents.id(document), item: names.text(item) };
        CommitmentRow {
            subject: promise.subject.map(|subject| names.text(subject.name)),
            subject_code: promise
                .subject
                .filter(|subject| subject.code.is_some())
                .map(|subject| names.text(subject.key)),
            title: names.text(promise.title),
            due: promise.due.interval(),
            target: item(promise.document, promise.item),
            project: promise.project.map(|(name, _)| names.text(name)),
            promised: promise.promised,
            reached,
            outcome: told.map(|site| item(site.document, site.item)),
            result,
        }
    }

    /// The furthest stage that a later document, known by the day asked for, tells of the project; of equals the earliest
    /// document.
    fn told(&self, names: &Names, documents: &Documents, as_of: Option<Day>, promise: &Promise) -> Option<&Site> {
        let (_, bare) = promise.project?;
        let day = documents.day(promise.document)?;
        let sites = self.sites.get(&(promise.subject?.key, bare))?;
        let known = |other: Day| other > day && as_of.is_none_or(|today| other <= today);
        sites.iter().filter(|site| documents.day(site.document).is_some_and(known)).max_by_key(|site| {
            let first = std::cmp::Reverse((documents.rank(site.document), names.word(site.item)));
            (rank(site.stage), std::cmp::Reverse(documents.day(site.document)), first)
        })
    }
}

/// A project whose bare name is long enough to be known again.
struct Named<'a> {
    project: &'a ToldProject<'a>,
    bare: &'a str,
}

impl<'a> Named<'a> {
    fn of(project: &'a ToldProject<'a>) -> Option<Named<'a>> {
        let bare = bare_name(project.name);
        (bare.chars().count() >= LEAST).then_some(Named { project, bare })
    }
}

/// What an entry tells to be done, and the stage, where no project is named in it.
fn done<'a>(named: &[Named], entry: &ToldEntry<'a>) -> Option<(&'a str, Stage)> {
    let told = entry.kind != EntryKind::Deadline && entry.state == State::Done;
    let name = told_of(entry.title).filter(|_| told && project_of(named, entry).is_none())?;
    Some((name, furthest(entry.title)?))
}

/// A deadline of the timeline that names a stage and no figure, with its period.
fn promised(entry: &ToldEntry) -> Option<(Period, Stage)> {
    if entry.kind != EntryKind::Deadline || entry.state != State::Planned || !entry.figures.is_empty() {
        return None;
    }
    let stage = furthest(entry.title).filter(|stage| *stage != Stage::Unknown);
    entry.date.period().filter(|due| due.last_year().is_some()).zip(stage)
}

/// The project that an entry is about: the one with the longest name that stands in it.
fn project_of<'a>(named: &[Named<'a>], entry: &ToldEntry) -> Option<&'a ToldProject<'a>> {
    let near = |named: &&Named| {
        let span = named.project.span;
        span.start < entry.span.end && entry.span.start < span.end || holds(entry.title, named.bare)
    };
    named
        .iter()
        .filter(near)
        .max_by_key(|named| (holds(entry.title, named.bare), named.project.name.chars().count()))
        .map(|named| named.project)
}

/// 岚水大桥工程 is the 岚水大桥 of another text.
fn bare_name(name: &str) -> &str {
    let tails = definitions().words(Use::ProjectTail);
    let bare = tails.iter().filter_map(|tail| name.strip_suffix(tail)).min_by_key(|bare| bare.len()).unwrap_or(name);
    if bare.chars().count() < LEAST { name } else { bare }
}

/// How far a stage is; what is finished may well be in use.
fn rank(stage: Stage) -> u8 {
    match stage {
        Stage::Unknown => 0,
        Stage::Proposed => 1,
        Stage::Signed => 2,
        Stage::Started => 3,
        Stage::Building => 4,
        Stage::Finished | Stage::Operating => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_is_found_under_its_bare_name() {
        for (name, bare) in [("岚水大桥工程", "岚水大桥"), ("智能机床建设项目", "智能机床"), ("大桥项目", "大桥项目")]
        {
            assert_eq!(bare_name(name), bare);
        }
    }
}
