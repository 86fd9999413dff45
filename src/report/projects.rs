//! Named projects with their investment, size and stage.
//!
//! A clause gives its projects as a list of names, each with what is said before it (总投资22亿元的) and all with what is
//! said of them together (竣工投产). A total over projects has no name and is none.

mod list;

use std::collections::HashMap;

use super::clause::{Clause, Place, clauses};
use super::{Edge, Figure, Interval, Project, Role, Stage, stage};
use crate::clean::Clean;
use crate::figure::Figure as Linked;
use crate::mention::{Date, Mentions};
use crate::report::Measure;
use crate::span::Span;
use crate::structure::{Block, BlockKind, Mode, Structure, sentence};

/// Units of a count of things, which are no size of a project.
const COUNTS: &[&str] = &["个", "项", "家", "条", "座", "户", "人", "名", "次", "%", "个百分点", "年", "天", "期"];

struct Scene<'a> {
    clean: &'a Clean,
    structure: &'a Structure,
    block: &'a Block,
    clauses: Vec<Clause>,
    dates: &'a [Date],
    /// Figures of the sentence: where the quantity stands, and the figure's index.
    figures: &'a [(Place, usize)],
    linked: &'a [Linked],
    outward: &'a [Figure],
    today: Option<String>,
}

/// The names of one clause and what is said of them together.
struct Group {
    names: Vec<(Place, Place)>,
    verbs: String,
    behind: Place,
}

pub(super) fn projects(
    edge: &Edge<'_>,
    clean: &Clean,
    structure: &Structure,
    mentions: &Mentions,
    linked: &[Linked],
    figures: &[Figure],
) -> Vec<Project> {
    let mut places: Vec<(Place, usize)> =
        linked.iter().enumerate().map(|(i, f)| (mentions.quantities[f.quantity].span, i)).collect();
    places.sort_unstable();
    let mut found: Vec<Project> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for block in structure.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        if block.span.of(&clean.text).starts_with("<!--") {
            continue;
        }
        for sentence in sentence::sentences(&clean.text, block.span) {
            let dates = super::timeline::range(&mentions.dates, sentence, |d| d.span.start);
            let own = super::timeline::range(&places, sentence, |(span, _)| span.start);
            let scene = Scene {
                clean,
                structure,
                block,
                clauses: clauses(&clean.text, sentence),
                dates: &mentions.dates[dates],
                figures: &places[own],
                linked,
                outward: figures,
                today: structure.date.map(|day| day.to_string()),
            };
            for project in scene.read(edge) {
                let key = essence(&project.name);
                if let Some(&at) = known.get(&key) {
                    merge(&mut found[at], project);
                } else {
                    known.insert(key, found.len());
                    found.push(Project { id: format!("p{}", found.len() + 1), ..project });
                }
            }
        }
    }
    found
}

/// A name without what is said of every project.
fn essence(name: &str) -> String {
    let mut text = name;
    for tail in ["建设项目", "项目", "工程"] {
        text = text.strip_suffix(tail).filter(|rest| rest.chars().count() >= 4).unwrap_or(text);
    }
    text.to_owned()
}

fn merge(known: &mut Project, again: Project) {
    for id in again.figures {
        if !known.figures.contains(&id) {
            known.figures.push(id);
        }
    }
    if known.stage == Stage::Unknown {
        known.stage = again.stage;
    }
    if known.date.is_none() {
        known.date = again.date;
    }
}

impl Scene<'_> {
    fn of(&self, start: usize, end: usize) -> &str {
        self.clean.text.get(start..end.max(start)).unwrap_or_default()
    }

    fn read(&self, edge: &Edge<'_>) -> Vec<Project> {
        let groups: Vec<(usize, Group)> =
            (0..self.clauses.len()).filter_map(|at| self.group(at).map(|group| (at, group))).collect();
        let mut found = Vec::new();
        for (n, (at, group)) in groups.iter().enumerate() {
            // What follows belongs to the names until the next ones, or a semicolon.
            let upto = groups.get(n + 1).map_or(self.clauses.len(), |(next, _)| *next);
            let mut last = *at;
            while group.names.len() == 1
                && last + 1 < upto
                && last - at < 4
                && !matches!(self.clauses[last].stop, '；' | '。' | ';')
            {
                last += 1;
            }
            let more = if last > *at { self.of(group.behind.end, self.clauses[last].span.end) } else { "" };
            let tail = Span::new(group.behind.start, self.clauses[last].span.end);
            let words = format!("{} {} {more}", group.verbs, group.behind.of(&self.clean.text));
            let date = self.date(*at, tail);
            let later = date.is_some_and(|d| self.is_ahead(d));
            let ahead = self.block.frame.mode == Mode::Plan && !Self::settled(&words) || later;
            let stage = stage::stage(&words, ahead);
            for (i, (item, name)) in group.names.iter().enumerate() {
                // Nothing is said of it but its name.
                if stage == Stage::Unknown
                    && group.names.len() == 1
                    && !self.is_sized(*item, Span::new(item.start, tail.end))
                {
                    continue;
                }
                let own_end = group.names.get(i + 1).map_or(tail.end, |(next, _)| next.start);
                let figures: Vec<&(Place, usize)> = self
                    .figures
                    .iter()
                    .filter(|(span, f)| {
                        item.start <= span.start
                            && span.end <= own_end
                            && self.linked[*f].measure == Measure::Level
                            && !COUNTS.contains(&self.outward[*f].unit.as_str())
                    })
                    .collect();
                let interval = date
                    .and_then(|d| d.interval.clone())
                    .or_else(|| figures.iter().find_map(|(_, f)| self.outward[*f].period.clone()));
                found.push(Project {
                    id: String::new(),
                    name: self.tidy(*name),
                    span: edge.span(*name),
                    subject: self.subject(),
                    stage,
                    figures: figures.iter().map(|(_, f)| self.outward[*f].id.clone()).collect(),
                    date: interval.or_else(|| self.framed(stage)),
                });
            }
        }
        found
    }

    fn tidy(&self, name: Place) -> String {
        name.of(&self.clean.text).chars().filter(|c| !c.is_whitespace() && !"*#".contains(*c)).collect()
    }

    fn subject(&self) -> Option<String> {
        let section = self.structure.sections.get(self.block.section);
        section.and_then(|s| s.region.last()).or(self.structure.region.last()).cloned()
    }

    /// 已完成: so even where the report looks ahead.
    fn settled(words: &str) -> bool {
        ["已建成", "已开工", "已完成", "已投产", "已签约"].iter().any(|word| words.contains(word))
    }

    fn is_ahead(&self, date: &Date) -> bool {
        let start = date.interval.as_ref().and_then(|i| i.start.as_deref());
        date.role == Role::Deadline
            || matches!((start, self.today.as_deref()), (Some(start), Some(today)) if start > today)
    }

    /// The date said with the projects: in their clauses, or alone in the clause before.
    fn date(&self, at: usize, tail: Place) -> Option<&Date> {
        let from = match at.checked_sub(1).map(|before| self.clauses[before].span) {
            Some(before) if before.len() <= 36 => before.start,
            _ => self.clauses[at].span.start,
        };
        let mut inside =
            self.dates.iter().filter(|d| from <= d.span.start && d.span.end <= tail.end && d.interval.is_some());
        inside.clone().find(|d| matches!(d.role, Role::Event | Role::Deadline)).or_else(|| inside.next())
    }

    /// In a review of one year, that year.
    fn framed(&self, stage: Stage) -> Option<Interval> {
        let (from, to) = self.block.frame.years.filter(|_| self.block.frame.mode == Mode::Review)?;
        (stage != Stage::Unknown)
            .then(|| Interval { start: Some(format!("{from:04}-01-01")), end: Some(format!("{to:04}-12-31")) })
    }
}
