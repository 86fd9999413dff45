//! Promises without a number: 年底前竣工投产, held against what later documents tell of the project, by its stage and by what
//! happened.

use std::cmp::Reverse;

use super::context::Contexts;
use super::documents::Documents;
use super::names::{Name, Names};
use super::observation::{Observer, Subject};
use super::period::{self, Day, Period};
use super::project_name::{LEAST, core, named};
use super::site::{Sight, Sighting, Site, Sites, sites};
use super::stage::{self, promised, rank};
use super::told::{Told, ToldEntry, ToldProject, Word};
use super::types::{CommitmentRow, ItemRef, Outcome};
use crate::lexicon::commitment_cues::commitments;
use crate::lexicon::modality::{Sense, modality};
use crate::lexicon::search::Search;
use crate::report::{Commitment, EntryKind, Span, Stage, State};

/// Characters behind the name of a project in which its stage is told, and before an entry in which its sentence begins.
const BEHIND: u32 = 16;
const BEFORE: u32 = 120;
const CLAUSES: [char; 4] = ['，', '；', '。', '、'];
const SENTENCES: [char; 3] = ['。', '；', '\n'];

/// A promise of a stage.
#[derive(Debug)]
struct Promise {
    document: u32,
    item: Name,
    title: Name,
    subject: Option<Subject>,
    due: Period,
    promised: Stage,
    milestone: Option<&'static str>,
    firmness: (Commitment, Option<Name>),
    /// Names of its projects as written, and what finds each elsewhere: its core, and that of the project entry it stands in.
    projects: Vec<(Name, Vec<Name>)>,
}

/// Promises of stages and projects of all documents.
#[derive(Debug, Default)]
pub(super) struct Commitments {
    promises: Vec<Promise>,
    sightings: Vec<Sighting>,
}

impl Commitments {
    /// Keeps the projects of a report and what it promises of stages.
    pub(super) fn observe(&mut self, observer: &mut Observer, document: u32, report: &Told, contexts: &Contexts) {
        let info = &report.document;
        let place = observer.place(info);
        let subject = |observer: &mut Observer, name: Option<Word>| {
            let own = info.region.last().copied();
            let name = name.or(own)?;
            let code = if Some(name) == own { info.region_code } else { None };
            Some(observer.subject_of(info, place, name, code))
        };
        for project in &report.projects {
            let Some(whose) = subject(observer, project.subject) else { continue };
            let item = observer.names.number(project.id);
            let stage = if project.stage == Stage::Finished && shell_of(contexts, project) {
                Stage::Building
            } else {
                project.stage
            };
            let (words, kind) = (project.name.into(), Sight::Project(stage));
            self.sightings.push(Sighting { document, item, whose, words, kind });
        }
        // What is over when a document is made is no promise of it.
        let made = info.date.and_then(period::day);
        for entry in &report.timeline {
            let words = entry.title;
            let deadline = entry.kind == EntryKind::Deadline && entry.state == State::Planned;
            if !deadline && entry.state != State::Done {
                continue;
            }
            let Some(whose) = subject(observer, entry.subject) else { continue };
            let item = observer.names.number(entry.id);
            let kind = if deadline { Sight::Promised } else { Sight::Done(entry.date.period(&observer.names)) };
            self.sightings.push(Sighting { document, item, whose, words: words.into(), kind });
            let due = entry.date.period(&observer.names).filter(|due| due.last_year().is_some());
            let Some(due) = due.filter(|due| deadline && !entry.figures.0 && made.is_none_or(|day| due.end >= day))
            else {
                continue;
            };
            let Some(told) = promised(words) else { continue };
            let names = named(words, &told);
            let milestone = commitments().milestone.find(words).map(|(_, word)| word);
            // 年内开园运营: of what, its sentence says.
            let bare = words[..told.first.0].chars().count() < LEAST;
            let near = project_of(&report.projects, entry).filter(|_| bare || names.len() == 1);
            let listed: Vec<&str> = if names.is_empty() { near.into_iter().collect() } else { names };
            let alone = listed.len() == 1;
            let place = observer.names.text(whose.name);
            let projects = listed.into_iter().map(|name| {
                let cores =
                    [Some(name), near.filter(|_| alone)].into_iter().flatten().filter_map(|name| core(name, &place));
                let mut cores: Vec<Name> = cores.map(|core| observer.names.number(&core)).collect();
                cores.dedup();
                (observer.names.number(name), cores)
            });
            let projects = projects.collect();
            let title = observer.names.number(words);
            let (commitment, modality) = firmness(contexts, entry.span);
            let firmness = (commitment, modality.map(|word| observer.names.number(word)));
            let subject = Some(whose);
            self.promises.push(Promise {
                document,
                item,
                title,
                subject,
                due,
                promised: told.stage,
                milestone,
                firmness,
                projects,
            });
        }
    }

    /// The promises with what became of them.
    pub(super) fn rows(&self, names: &Names, documents: &Documents, as_of: Option<Day>) -> Vec<CommitmentRow> {
        let mut order: Vec<&Promise> = self.promises.iter().collect();
        order.sort_by_key(|promise| {
            let key = promise.subject.map(|subject| names.word(subject.key));
            (key, promise.due, documents.rank(promise.document), names.word(promise.item))
        });
        let places = order.iter().filter_map(|promise| Some(promise.subject?.key)).collect();
        let sites = &sites(names, &self.sightings, &places);
        order.into_iter().map(|promise| row(names, documents, sites, as_of, promise)).collect()
    }
}

fn row(names: &Names, documents: &Documents, sites: &Sites, as_of: Option<Day>, promise: &Promise) -> CommitmentRow {
    let due = as_of.is_some_and(|today| promise.due.end <= today);
    let fates: Vec<(Option<Outcome>, Option<&Site>)> =
        promise.projects.iter().map(|(_, cores)| promise.fate(names, documents, sites, as_of, cores)).collect();
    let of = |outcome| fates.iter().find(|(fate, _)| *fate == outcome).and_then(|(_, site)| *site);
    // 岚水大桥、北环路年内通车 is kept when both are open.
    let all = !fates.is_empty() && fates.iter().all(|(fate, _)| *fate == Some(Outcome::Met));
    let (result, told) = if all {
        (Outcome::Met, of(Some(Outcome::Met)))
    } else if let Some(site) = of(Some(Outcome::Missed)) {
        (Outcome::Missed, Some(site))
    } else {
        let told = if fates.len() == 1 { of(None) } else { None };
        (if due { Outcome::Unknown } else { Outcome::Open }, told)
    };
    let item = |document: u32, item: Name| ItemRef { document: documents.id(document), item: names.text(item) };
    let written: Vec<&str> = promise.projects.iter().map(|(name, _)| names.word(*name)).collect();
    let known = promise.subject.filter(|subject| subject.code.is_some());
    CommitmentRow {
        subject: promise.subject.map(|subject| names.text(subject.name)),
        subject_code: known.map(|subject| names.text(subject.key)),
        title: names.text(promise.title),
        due: promise.due.interval(),
        target: item(promise.document, promise.item),
        project: (!written.is_empty()).then(|| written.join("、").into()),
        commitment: promise.firmness.0,
        modality: promise.firmness.1.map(|word| names.text(word)),
        promised: promise.promised,
        reached: told.map(|site| site.stage),
        outcome: told.map(|site| item(site.document, site.item)),
        result,
    }
}

impl Promise {
    /// What became of one project by the day asked for, and where that is told; nothing where the documents do not say.
    fn fate<'a>(
        &self,
        names: &Names,
        documents: &Documents,
        sites: &'a Sites,
        as_of: Option<Day>,
        cores: &[Name],
    ) -> (Option<Outcome>, Option<&'a Site>) {
        let (Some(subject), Some(day)) = (self.subject, documents.day(self.document)) else {
            return (None, None);
        };
        let later = |site: &&Site| {
            documents.day(site.document).is_some_and(|other| other > day && as_of.is_none_or(|today| other <= today))
        };
        let sites = cores.iter().find_map(|core| {
            let found: Vec<&Site> = sites.get(&(subject.key, *core))?.iter().filter(later).collect();
            (!found.is_empty()).then_some(found)
        });
        let mut sites = sites.unwrap_or_default();
        // The furthest stage first; of equals the earliest document.
        sites.sort_by_key(|site| {
            let first = (documents.day(site.document), documents.rank(site.document), names.word(site.item));
            (Reverse(rank(site.stage)), first)
        });
        let due = self.due.end;
        let year = |day: Day| day / 10_000;
        let told_after = |site: &Site| documents.day(site.document).filter(|told| *told > due);
        let opened = |when: &dyn Fn(Period) -> bool| {
            sites.iter().copied().find(|site| self.reached(site) && site.when.is_some_and(when))
        };
        if let Some(site) = opened(&|when| when.start <= due && year(when.end) <= year(due)) {
            return (Some(Outcome::Met), Some(site));
        }
        if let Some(site) = opened(&|when| when.start > due).filter(|site| told_after(site).is_some()) {
            return (Some(Outcome::Missed), Some(site));
        }
        // A stage without a day is of the time that its document looks back on.
        let in_time = |site: &Site| documents.day(site.document).is_some_and(|told| year(told) <= year(due) + 1);
        let kept = |site: &&Site| site.when.is_none() && self.reached(site) && in_time(site);
        if let Some(site) = sites.iter().copied().find(kept) {
            return (Some(Outcome::Met), Some(site));
        }
        // 建成 says nothing of whether it is in use.
        let built = |site: &Site| self.promised == Stage::Operating && site.stage == Stage::Finished;
        let short = |site: &&Site| {
            let behind = site.stage != Stage::Unknown && rank(site.stage) < rank(self.promised) && !built(site);
            behind && told_after(site).is_some()
        };
        if let Some(site) = sites.iter().copied().find(|site| built(site)) {
            return (None, Some(site));
        }
        match sites.iter().copied().find(short) {
            Some(site) => (Some(Outcome::Missed), Some(site)),
            None => (None, sites.first().copied()),
        }
    }

    /// Whether a project is where it was promised to be.
    fn reached(&self, site: &Site) -> bool {
        match self.promised {
            // 主桥合龙 is told by its own word: 加快建设 says less.
            Stage::Building => {
                rank(site.stage) > rank(Stage::Building) || self.milestone.is_some() && site.milestone == self.milestone
            }
            promised => rank(site.stage) >= rank(promised),
        }
    }
}

/// Whether a project is told as finished of its shell alone: 县医院主体完工.
fn shell_of(contexts: &Contexts, project: &ToldProject) -> bool {
    let end = contexts.byte(project.span.end);
    let behind = contexts.between(end, contexts.byte(project.span.end + BEHIND)).unwrap_or_default();
    let clause = behind.split(CLAUSES).next().unwrap_or_default();
    stage::told(clause).is_some_and(|told| told.stage == Stage::Building && stage::shell(&clause[..told.first.0]))
}

/// How firmly an entry is promised, and the word that says so: the last one before it in its clause, or one that begins a
/// clause before it, as 确保 in 确保大桥通车，医院开诊; 机场力争年底竣工 says nothing of what follows.
fn firmness(contexts: &Contexts, span: Span) -> (Commitment, Option<&'static str>) {
    let end = contexts.byte(span.end);
    let start = contexts.byte(span.start.saturating_sub(BEFORE));
    let text = contexts.between(start, end).unwrap_or_default();
    let sentence = text.rsplit(SENTENCES).find(|part| !part.trim().is_empty()).unwrap_or_default();
    let mut found = (Commitment::Plain, None);
    let mut clauses = sentence.split(['，', ',']).peekable();
    while let Some(clause) = clauses.next() {
        for (at, first) in clause.char_indices() {
            let Some(entry) = modality().prefix_at(first, &clause[at..]) else { continue };
            let commitment = match entry.meaning.sense {
                Sense::Firm => Commitment::Firm,
                Sense::Aim => Commitment::Aim,
                _ => continue,
            };
            let rules = clauses.peek().is_none() || clause[..at].trim().is_empty();
            if rules && entry.stands(&clause[..at], &clause[at + entry.word.len()..]) {
                found = (commitment, Some(entry.word));
            }
        }
    }
    found
}

/// The name of the project that an entry is about: the one with the longest name that stands in it.
fn project_of<'a>(projects: &[ToldProject<'a>], entry: &ToldEntry) -> Option<&'a str> {
    let within = |project: &ToldProject| project.span.start < entry.span.end && entry.span.start < project.span.end;
    let near = |project: &&ToldProject| within(project) || entry.title.has(project.name);
    let long = |project: &&ToldProject| (entry.title.has(project.name), project.name.chars().count());
    projects.iter().filter(near).max_by_key(long).map(|project| project.name)
}
