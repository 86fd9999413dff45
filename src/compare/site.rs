//! What documents tell of projects: by their entries, and by what happened. It is read for places that promise a stage; of
//! most there is nothing to hold it against.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::names::{Name, Names};
use super::observation::Subject;
use super::period::Period;
use super::project_name::{core, named};
use super::stage::{self, promised};
use crate::lexicon::commitment_cues::commitments;
use crate::report::Stage;

/// Projects by place and core of the name.
pub(super) type Sites = HashMap<(Name, Name), Vec<Site>>;

/// A project as one document tells of it.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) document: u32,
    pub(super) item: Name,
    pub(super) stage: Stage,
    /// When that came about, where it is told.
    pub(super) when: Option<Period>,
    /// A stage of building that was reached: 合龙.
    pub(super) milestone: Option<&'static str>,
}

/// Words that may tell of a project.
#[derive(Debug)]
pub(super) struct Sighting {
    pub(super) document: u32,
    pub(super) item: Name,
    pub(super) whose: Subject,
    pub(super) words: Box<str>,
    pub(super) kind: Sight,
}

/// What kind of words they are.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sight {
    /// The name of a project that is at this stage.
    Project(Stage),
    /// Told as done, and when.
    Done(Option<Period>),
    /// Promised.
    Promised,
}

/// What is told of places that these are, under cores of names that something goes by.
pub(super) fn sites(names: &Names, sightings: &[Sighting], places: &HashSet<Name>) -> Sites {
    let mut sites = Sites::default();
    for sighting in sightings.iter().filter(|sighting| places.contains(&sighting.whose.key)) {
        let Sighting { document, item, whose, ref words, kind } = *sighting;
        let mut keep = |name: &str, site: Site| {
            if let Some(core) = core(name, names.word(whose.name)).and_then(|core| names.known(&core)) {
                sites.entry((whose.key, core)).or_default().push(site);
            }
        };
        let told = match kind {
            Sight::Project(stage) => {
                keep(words, Site { document, item, stage, when: None, milestone: None });
                continue;
            }
            Sight::Done(_) => stage::told(words),
            Sight::Promised => promised(words),
        };
        let Some(told) = told else { continue };
        let milestone = || commitments().milestone.find(words).map(|(_, word)| word);
        for name in named(words, &told) {
            // 宏达电缆项目正式投产: what is told done is found by its own words. What is promised again is not yet so.
            let (stage, when, milestone) = match kind {
                Sight::Done(when) => (told.stage, when, milestone()),
                _ => (before(told.stage), None, None),
            };
            keep(name, Site { document, item, stage, when, milestone });
        }
    }
    sites
}

/// What is so when a stage is still promised: who promises an opening builds, who promises a start only plans.
fn before(stage: Stage) -> Stage {
    match stage {
        Stage::Operating | Stage::Finished => Stage::Building,
        Stage::Building => Stage::Started,
        Stage::Started | Stage::Signed | Stage::Proposed | Stage::Unknown => Stage::Proposed,
    }
}
