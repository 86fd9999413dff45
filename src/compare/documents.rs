//! The documents of a collection: their ids, order and days.

use rustc_hash::FxHashMap as HashMap;

use super::names::{Names, print};
use super::observation::Skipped;
use super::period::{Day, day};
use super::told::ToldDocument;
use super::types::{CompareDocument, Text};
use crate::report::Kind;

/// What is kept of each document.
#[derive(Debug, Default)]
pub(super) struct Documents {
    all: Vec<Document>,
    /// For each document its place in the order of the collection.
    ranks: Vec<u32>,
    /// Print, day and place of each: one text under two names is one document.
    known: HashMap<(u64, Option<Day>, Vec<Text>), usize>,
}

#[derive(Debug)]
struct Document {
    shown: CompareDocument,
    /// Tells documents of one name apart, whatever the order in which they come.
    print: u64,
    day: Option<Day>,
}

impl Document {
    /// Another name of the same text.
    fn add_name(&mut self, name: &str) {
        let shown = &mut self.shown;
        if &*shown.name == name || shown.copies.iter().any(|copy| &**copy == name) {
            return;
        }
        shown.copies.push(name.into());
        if *shown.copies[shown.copies.len() - 1] < *shown.name {
            let last = shown.copies.len() - 1;
            std::mem::swap(&mut shown.name, &mut shown.copies[last]);
            shown.id = Text::clone(&shown.name);
        }
        shown.copies.sort_unstable();
    }
}

impl Documents {
    /// Keeps how many figures of a document no row can hold.
    pub(super) fn skipped(&mut self, document: u32, skipped: Skipped) {
        if let Some(document) = self.all.get_mut(document as usize) {
            (document.shown.unlabelled, document.shown.unplaced) = (skipped.unlabelled, skipped.unplaced);
        }
    }

    /// Adds the document of a report; `None` when its text is there already, for the same day and place. Of its names the
    /// first in their order is its own, whichever came first.
    pub(super) fn add(&mut self, names: &Names, info: &ToldDocument) -> Option<u32> {
        let (print, day) = (print(info.text), info.date.and_then(day));
        let region: Vec<Text> = info.region.iter().map(|name| names.text(name.0)).collect();
        if let Some(known) = self.known.get(&(print, day, region.clone())).and_then(|at| self.all.get_mut(*at)) {
            known.add_name(info.name);
            return None;
        }
        self.known.insert((print, day, region.clone()), self.all.len());
        let document = Document {
            print,
            day,
            shown: CompareDocument {
                id: info.name.into(),
                name: info.name.into(),
                title: info.title.map(Into::into),
                kind: info.kind,
                region,
                region_code: info.region_code.map(|code| names.text(code.0)),
                date: info.date.map(Into::into),
                review_year: info.review_year,
                copies: Vec::new(),
                unlabelled: 0,
                unplaced: 0,
            },
        };
        self.all.push(document);
        Some(self.all.len() as u32 - 1)
    }

    /// Brings the documents into order and gives each its id.
    pub(super) fn arrange(&mut self) {
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        order.sort_by(|a, b| {
            let key = |at: usize| {
                let Document { shown, print, day } = &self.all[at];
                (&shown.name, day, print, &shown.region, &shown.region_code)
            };
            key(*a).cmp(&key(*b))
        });
        self.ranks = vec![0; order.len()];
        let mut seen = 0;
        for (rank, at) in order.iter().enumerate() {
            self.ranks[*at] = rank as u32;
            let same = rank > 0 && self.all[order[rank - 1]].shown.name == self.all[*at].shown.name;
            seen = if same { seen + 1 } else { 1 };
            if seen > 1 {
                let shown = &mut self.all[*at].shown;
                shown.id = format!("{}#{seen}", shown.name).into();
            }
        }
    }

    /// Place of a document in the order.
    pub(super) fn rank(&self, document: u32) -> u32 {
        self.ranks.get(document as usize).copied().unwrap_or_default()
    }

    /// Its day.
    pub(super) fn day(&self, document: u32) -> Option<Day> {
        self.all.get(document as usize).and_then(|document| document.day)
    }

    /// Whether it speaks for its place, and does not tell of it as news do.
    pub(super) fn official(&self, document: u32) -> bool {
        self.shown(document)
            .is_some_and(|shown| matches!(shown.kind, Kind::WorkReport | Kind::Communique | Kind::Plan | Kind::Budget))
    }

    /// Its id.
    pub(super) fn id(&self, document: u32) -> Text {
        self.all.get(document as usize).map_or_else(|| Text::from(""), |document| Text::clone(&document.shown.id))
    }

    /// As the collection shows it.
    pub(super) fn shown(&self, document: u32) -> Option<&CompareDocument> {
        self.all.get(document as usize).map(|document| &document.shown)
    }

    /// The latest day.
    pub(super) fn latest(&self) -> Option<Day> {
        self.all.iter().filter_map(|document| document.day).max()
    }

    /// Numbers of the documents in order.
    pub(super) fn in_order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.all.len() as u32).collect();
        order.sort_by_key(|document| self.rank(*document));
        order
    }
}
