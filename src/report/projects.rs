//! Named projects with their investment, size and stage.
//!
//! A clause gives its projects as a list of names, each with what is said before it (总投资22亿元的) and all with what is
//! said of them together (竣工投产). A total over projects has no name and is none.

mod brand;
mod fated;
mod list;
mod listed;
mod name;
mod pointed;
mod stage;

pub(super) use name::{told as project_told, without_phase};
pub(crate) use stage::lists as stages;
pub(super) use stage::stage as stage_of;

use rustc_hash::FxHashMap;

use super::clause::Place;
use super::figure;
use super::scene::{DEED, Scene};
use super::{Interval, Project, Role, Stage};
use crate::lexicon::numeral;
use crate::lexicon::project_cues::projects;
use crate::lexicon::search::Search;
use crate::mention::Date;
use crate::report::{Measure, Status};
use crate::span::Span;
use crate::structure::Mode;

/// The names of one clause and what is said of them together.
#[derive(Clone)]
pub(in crate::report) struct Group {
    pub(in crate::report) names: Vec<(Place, Place)>,
    pub(in crate::report) verbs: String,
    pub(in crate::report) behind: Place,
    /// 甲、乙集团分别[投资12亿元、8亿元]建设云岭产业园、岚江物流园: where the share of each stands, if before the names.
    shares: Option<Place>,
    /// 鸿远产业园一期投产、二期开工: the name of which a phase is.
    whole: Option<Place>,
}

/// The projects as the walk over the sentences finds them.
#[derive(Default)]
pub(super) struct Projects {
    found: Vec<Project>,
    /// The only project of the last sentence that names any.
    told: Option<usize>,
    known: FxHashMap<String, usize>,
    /// 走进鸿远产业园: what the reporter came to, until something is told of it.
    visited: Option<(String, Place)>,
}

impl Projects {
    /// Takes the projects of a sentence; one told again adds to what is known of it.
    #[inline(never)]
    pub(super) fn read(&mut self, scene: &Scene<'_, '_>) {
        let projects = scene.projects();
        if projects.is_empty() {
            // 岚水大桥合龙。该桥全长3.3公里，总投资4330万元。
            if let Some(visited) = scene.visited() {
                (self.visited, self.told) = (Some(visited), None);
            } else if let Some(at) = self.told {
                self.add_pointed(at, scene, scene.clauses.len());
            } else if let Some((name, span)) = self.visited.take().filter(|_| scene.points()) {
                self.visit(scene, name, span);
            }
            return;
        }
        // 项目由岚江交投承建，2022年4月开工，岚江特大桥已合龙: up to what else the sentence names
        if let Some(at) = self.told {
            let upto = projects.iter().map(|(clause, _)| *clause).min().unwrap_or(0);
            self.add_pointed(at, scene, upto);
        }
        self.visited = None;
        let projects: Vec<Project> = projects.into_iter().map(|(_, project)| project).collect();
        let one = projects.len() == 1;
        for project in projects {
            let next = self.found.len();
            let at = *self.known.entry(essence(&project.name).to_owned()).or_insert(next);
            if at < next {
                merge(&mut self.found[at], project);
            } else {
                self.found.push(Project { id: format!("p{}", next + 1), ..project });
            }
            self.told = Some(at).filter(|_| one);
        }
    }

    /// What a sentence that points at a project adds to it: its sizes, how far it is and when.
    fn add_pointed(&mut self, at: usize, scene: &Scene<'_, '_>, upto: usize) {
        let Some((sizes, stage, date)) = scene.pointed(upto) else { return };
        let known = &mut self.found[at];
        let figures = &mut known.figures;
        figures.extend(sizes.into_iter().filter(|id| !figures.contains(id)).collect::<Vec<_>>());
        if known.stage == Stage::Unknown {
            known.stage = stage;
        }
        if known.date.is_none() && stage != Stage::Unknown {
            known.date = date;
        }
    }

    /// 走进鸿远产业园。该园占地420亩，去年9月开工: the project of whose place alone was told before.
    fn visit(&mut self, scene: &Scene<'_, '_>, name: String, span: Place) {
        let Some((figures, stage, date)) = scene.pointed(scene.clauses.len()) else { return };
        if figures.is_empty() && stage == Stage::Unknown || self.known.contains_key(essence(&name)) {
            return;
        }
        let at = self.found.len();
        self.known.insert(essence(&name).to_owned(), at);
        self.found.push(Project {
            id: format!("p{}", at + 1),
            name,
            span: scene.found.edge.span(span),
            subject: scene.subject().map(str::to_owned),
            stage,
            figures,
            date,
        });
        self.told = Some(at);
    }

    /// The projects in the order of the text.
    #[inline(never)]
    pub(super) fn finish(self) -> Vec<Project> {
        self.found
    }
}

/// A name without what is said of every project.
fn essence(name: &str) -> &str {
    let mut text = name;
    while let Some(rest) = projects().essence.suffix(text).map(|tail| &text[..text.len() - tail.len()])
        && rest.chars().nth(3).is_some()
    {
        text = rest;
    }
    text
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

/// True of a clause that tells of several projects together: 三个项目总投资36亿元, 以上项目.
fn is_total(words: &str) -> bool {
    let counted = numeral::numeral(words).is_some_and(|number| {
        let rest = &words[number.len..];
        let rest = rest.strip_prefix(['个', '大', '项']).map(|rest| rest.without_start("重点"));
        rest.is_some_and(|rest| rest.starts_with("项目") || rest.starts_with("工程"))
    });
    counted || projects().total.prefix(words).is_some()
}

/// Clauses that a list's member may tell of its project, and those that any other project's name leads.
const MEMBER: usize = 12;
const NEAR: usize = 5;

impl Scene<'_, '_> {
    /// The projects of a clause, apart where each has a fate of its own.
    fn groups(&self, at: usize) -> Vec<Group> {
        if let Some(name) = self.member.filter(|name| self.clauses[at].span.covers(*name)) {
            let (verbs, behind) = (self.heading_verbs(at), Span::new(name.end, self.clauses[at].span.end));
            return vec![Group { names: vec![(name, name)], verbs, behind, shares: None, whole: None }];
        }
        self.each(at).unwrap_or_else(|| self.group(at).cloned().into_iter().collect())
    }

    #[inline(never)]
    fn projects(&self) -> Vec<(usize, Project)> {
        let groups: Vec<(usize, Group)> =
            (0..self.clauses.len()).flat_map(|at| self.groups(at).into_iter().map(move |group| (at, group))).collect();
        let mut found = Vec::new();
        for (n, (at, group)) in groups.iter().enumerate() {
            // What follows belongs to the names until the next ones, or a semicolon.
            let upto = groups.get(n + 1).map_or(self.clauses.len(), |(next, _)| *next).max(*at + 1);
            let own = self.introduces(*at, group.behind);
            let mut last = *at;
            while group.names.len() == 1
                && last + 1 < upto
                && if own {
                    last - at < MEMBER
                } else {
                    last - at < NEAR && !matches!(self.clauses[last].stop, '；' | '。' | ';') && self.goes_on(last + 1)
                }
            {
                last += 1;
            }
            let more = if last > *at { self.of(group.behind.end, self.clauses[last].span.end) } else { "" };
            let end = if last > *at { self.clauses[last].span.end } else { group.behind.end };
            let tail = Span::new(group.behind.start, end);
            // 完成城南水厂扩建: the works are what was finished.
            let done =
                group.verbs.ends_with("完成") && group.names.iter().all(|(_, name)| name::is_works(self.text(*name)));
            let verbs = format!("{}{}", group.verbs, if done { "建设" } else { "" });
            let words = format!("{verbs} {} {more}", self.text(group.behind));
            let date = self.date(*at, tail);
            let later = date.is_some_and(|d| self.is_ahead(d));
            let ahead = self.block.frame.mode == Mode::Plan && !stage::is_settled(&words) || later;
            // 计划10月开工，2027年竣工: what begins later is not yet built.
            let stage = if later && stage::starts(&words) { Stage::Proposed } else { stage::stage(&words, ahead) };
            let shared = self.dates_apart(group);
            for (i, (item, name)) in group.names.iter().enumerate() {
                // Nothing is said of it but its name, or of whose phase it is.
                let bare = stage == Stage::Unknown && !self.is_sized(*item, Span::new(item.start, tail.end));
                let phase = group.whole.is_none() && name::is_lone_phase(self.text(*name));
                if group.names.len() == 1 && (bare || phase) {
                    continue;
                }
                let figures = self.sizes(group, i, *item, tail);
                let interval = shared
                    .get(i)
                    .copied()
                    .or(date)
                    .and_then(|d| d.interval.clone())
                    .or_else(|| figures.iter().find_map(|(_, f)| self.figure(*f).linked.period.clone()));
                let project = Project {
                    id: String::new(),
                    name: self.whole_name(group, i),
                    span: self.found.edge.span(*name),
                    subject: self.stands(*at, *name, group).or_else(|| self.subject().map(str::to_owned)),
                    stage,
                    figures: figures.iter().map(|(_, f)| figure::id(*f)).collect(),
                    date: interval.or_else(|| self.framed(stage)),
                };
                found.push((*at, project));
            }
        }
        found
    }

    /// The figures that are a project's own: what is told behind a list of several is told of all, and is no one's.
    fn sizes(&self, group: &Group, i: usize, item: Place, tail: Place) -> Vec<&(Place, usize)> {
        let sized = |(span, f): &&(Place, usize), from: usize, upto: usize| {
            let linked = &self.figure(*f).linked;
            from <= span.start
                && span.end <= upto
                && linked.measure == Measure::Level
                && linked.status != Status::Rule
                && !projects().count_unit.contains(linked.unit)
                && !self.is_of_all(*span, from)
        };
        let own = |upto: usize| self.figures.iter().filter(|pair| sized(pair, item.start, upto)).collect::<Vec<_>>();
        let last = group.names.len() - 1;
        let words = self.text(group.behind);
        if last == 0 {
            // ……分别投资12亿元和6亿元: of what else, is not known.
            return own(if words.has("分别") { group.behind.start } else { tail.end });
        }
        // 环城南路（全长12公里）
        let bracket = || Some(item.end).filter(|_| words.starts_with(['（', '('])).unwrap_or(group.behind.start);
        let mut found = own(group.names.get(i + 1).map_or_else(bracket, |(next, _)| next.start));
        // 总投资52亿元的甲、乙、丙等项目: of all together, where no other has a size of its own.
        let leads = |(item, name): &(Place, Place)| {
            self.figures.iter().any(|(span, _)| item.start <= span.start && span.end <= name.start)
        };
        if i == 0 && !group.names[1..].iter().any(leads) {
            found.retain(|(span, _)| group.names[0].1.start <= span.start);
        }
        // A项目、B项目分别投资12亿元和6亿元: to each its own, where there are as many.
        let place = group.shares.unwrap_or(group.behind);
        let shared: Vec<&(Place, usize)> =
            self.figures.iter().filter(|pair| sized(pair, place.start, place.end)).collect();
        if words.has("分别") || group.shares.is_some() {
            found.extend(shared.get(i).copied().filter(|_| shared.len() == group.names.len()));
        }
        found
    }

    /// 水厂二期建成，全市日供水能力达到20万吨: what all together come to is no one's.
    fn is_of_all(&self, figure: Place, from: usize) -> bool {
        let clause = self.clauses.iter().find(|clause| clause.span.covers(figure));
        clause.is_some_and(|clause| projects().of_all.within(self.of(clause.span.start.max(from), figure.start)))
    }

    /// 岚水大桥项目：总投资6亿元，…… : nothing but the name stands before what is told of it.
    pub(super) fn introduces(&self, at: usize, behind: Place) -> bool {
        matches!(self.clauses[at].stop, '：' | ':' | '。' | '\n')
            && self.of(behind.start, behind.end).trim().is_empty()
            && at + 1 < self.clauses.len()
    }

    /// True where a clause goes on about the project before: a size, a date, a stage.
    fn goes_on(&self, at: usize) -> bool {
        let cues = projects();
        let clause = self.clauses[at].span;
        // 三个项目总投资36亿元: of several together
        if is_total(self.text(clause)) {
            return false;
        }
        // 10公里绿道建成: of something else
        let sized = || self.figures.iter().any(|(span, _)| span.start == clause.start);
        let told = self.clauses[at].cues & DEED == 0 && sized()
            || self.dates.iter().any(|date| date.span.start == clause.start);
        // 于2023年9月开工
        let dated = self.text(clause).strip_prefix('于').is_some_and(|rest| {
            let at = clause.end - rest.len();
            self.dates.iter().any(|date| date.span.start == at)
        });
        let told = told || dated;
        let lists = [&cues.continues, &cues.size, &cues.size_next, &cues.fate];
        told || lists.iter().any(|list| list.prefix(self.text(clause)).is_some())
    }

    /// A name, with what a phase alone is of: 鸿远产业园一期、[鸿远产业园]二期.
    fn whole_name(&self, group: &Group, i: usize) -> String {
        let own = self.tidy(group.names[i].1);
        let whole = group.whole.or_else(|| group.names[..i].first().map(|(_, name)| *name));
        if let Some(route) = name::shared_route(self.text(group.names[0].1), &own).filter(|_| i > 0) {
            return format!("{route}{own}");
        }
        match whole.filter(|whole| name::is_phase(&own) && !name::is_phase(self.text(*whole))) {
            Some(whole) => {
                let whole = self.tidy(whole);
                format!("{}{own}", name::without_phase(&whole))
            }
            None => own,
        }
    }

    /// The place that a project's own words name: 云岭县岚水大桥项目, 岚水光伏项目在云岭县开工; or who does it: 高新区签约……
    fn stands(&self, at: usize, name: Place, group: &Group) -> Option<String> {
        let label = self.text(name);
        let words = if group.names.len() == 1 { self.of(name.start, group.behind.end) } else { label };
        // 二期园区 is what it is called; 云岭至青沅 is a route.
        let place = |words: &str| {
            self.place_told(words, &[]).filter(|place| {
                place != label && !place.has("至") && !place.ends_with("经济带") && !name::is_phase(place)
            })
        };
        place(words).or_else(|| {
            let lead = self.of(self.clauses[at].span.start, group.names[0].1.start);
            if lead.is_empty() { None } else { place(lead) }
        })
    }

    fn tidy(&self, name: Place) -> String {
        self.text(name).chars().filter(|c| !c.is_whitespace() && !"*#▲■●◆★".contains(*c)).collect()
    }

    fn is_ahead(&self, date: &Date) -> bool {
        let start = date.interval.as_ref().and_then(|i| i.start.as_deref());
        date.role == Role::Deadline || matches!((start, self.today()), (Some(start), Some(today)) if start > today)
    }

    /// The date said with the projects: in their clauses, or alone in the clause before.
    fn date(&self, at: usize, tail: Place) -> Option<&Date> {
        let own = self.clauses[at].span.start;
        let from = match at.checked_sub(1).map(|before| (self.clauses[before].span, self.group(before).is_none())) {
            // 岚水小学9月启用，城北水厂明年建成: the date before is another's; 2022年6月，岚水大桥开工 has its own.
            Some((before, true)) if self.is_time(before) && !matches!(self.clauses[at - 1].stop, '；' | ';') => {
                before.start
            }
            _ => own,
        };
        let mut inside =
            self.dates.iter().filter(|d| from <= d.span.start && d.span.end <= tail.end && d.interval.is_some());
        inside.clone().find(|d| matches!(d.role, Role::Event | Role::Deadline)).or_else(|| inside.next())
    }

    /// A date for each name, where there are as many: 一期、二期分别于3月、9月投产; 县体育馆3月底前、县图书馆6月底前建成.
    fn dates_apart(&self, group: &Group) -> Vec<&Date> {
        let behind = |(_, name): &(Place, Place)| self.dates.iter().find(|d| d.span.start == name.end);
        if group.names.len() > 1
            && let Some(own) = group.names.iter().map(behind).collect::<Option<Vec<&Date>>>()
        {
            return own;
        }
        let several = group.names.len() > 1 && self.text(group.behind).has("分别");
        let inside = self.dates.iter().filter(|d| several && group.behind.covers(d.span) && d.interval.is_some());
        let found: Vec<&Date> = inside.collect();
        if found.len() == group.names.len() { found } else { Vec::new() }
    }

    /// True of a clause that tells a time, and not what was done then: 今年6月以来; 2023年6月完成路基工程 does.
    fn is_time(&self, clause: Place) -> bool {
        let dated: usize = self.dates.iter().filter(|date| clause.covers(date.span)).map(|date| date.span.len()).sum();
        clause.len() <= 36 && clause.len() - dated.min(clause.len()) <= 15
    }

    /// In a review of one year, that year.
    fn framed(&self, stage: Stage) -> Option<Interval> {
        let (from, to) = self.block.frame.years.filter(|_| self.block.frame.mode == Mode::Review)?;
        (stage != Stage::Unknown)
            .then(|| Interval { start: Some(format!("{from:04}-01-01")), end: Some(format!("{to:04}-12-31")) })
    }
}
