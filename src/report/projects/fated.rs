//! Lists of names that only what became of them shows to be projects: 鸿远电缆、华岭燃气竣工投产; 开工建设：1.岚水大桥；2.城北水厂.

use super::Group;
use super::list::items;
use super::name::{self, Name};
use super::stage;
use crate::lexicon::numeral::is_count;
use crate::lexicon::project_cues::projects;
use crate::lexicon::search::Search;
use crate::lexicon::timeline_cues::timeline;
use crate::report::Stage;
use crate::report::clause::Place;
use crate::report::scene::{NAME, Scene};
use crate::span::Span;

/// Members of a list behind a colon that are looked back over.
const MEMBERS: usize = 12;

/// Characters of a name behind its first four.
const NAME_CHARS: usize = 20;
/// Bytes of the longest words that tell nothing but a fate.
const FATE: usize = 90;

impl Scene<'_, '_> {
    /// The members of a list that ends in what became of all, and where that begins.
    #[inline(never)]
    pub(super) fn fated(&self, rest: &str, offset: usize) -> Option<(Vec<(Place, Place)>, usize)> {
        if !rest.has("、") || rest.has("等") {
            return None;
        }
        let items = self.undated(items(rest), offset);
        let last = items.last().filter(|_| items.len() > 1)?;
        let from = offset + last.start;
        let words = &rest[last.start..last.end];
        // 鸿远产业园一期、二期分别投产: a phase is short.
        // 清溪公路云岭段、白石段通车: so is a section.
        let section = words.chars().nth(2) == Some('段');
        let shortest = if name::is_phase(words) { 2 } else { 4 - usize::from(section) };
        let mut ends = words.char_indices().map(|(at, _)| at).skip(shortest).take(NAME_CHARS);
        let end = from + ends.find(|at| self.is_fate(from + at, &words[*at..]))?;
        let names: Vec<(Place, Place)> = items
            .iter()
            .map(|item| {
                let place = Span::new(offset + item.start, (offset + item.end).min(end));
                let name = self.stripped(place);
                // 县体育馆3月底前、县图书馆6月底前建成
                let dated = self.dates.iter().find(|date| name.covers(date.span) && date.span.end == name.end);
                (place, Span::new(name.start, dated.map_or(name.end, |date| date.span.start.max(name.start))))
            })
            .collect();
        let proper = names.iter().filter(|(_, name)| name::is_proper(self.text(*name))).count();
        let phase = |at: usize| {
            let (first, own) = (self.text(names[0].1), self.text(names[at].1));
            let section = own.ends_with('段') && own.chars().nth(1).is_some() && name::route_of(first).is_some();
            at > 0 && (name::is_lone_phase(own) && !name::is_phase(first) || section)
        };
        let sound = names.iter().enumerate().all(|(at, (item, name))| phase(at) || self.is_member(*item, *name));
        // 县体育中心、青少年活动中心建成开放: one proper name among things that are called as projects are
        let called = proper > 0 && names.iter().all(|(_, name)| name::has_head(self.text(*name)));
        (sound && (called || proper * 2 >= names.len())).then_some((names, end))
    }

    /// Items without those that begin with a date, which go on with the one before: 一期、二期分别于3月、9月投产.
    fn undated(&self, items: Vec<Name>, offset: usize) -> Vec<Name> {
        let mut found: Vec<Name> = Vec::new();
        for item in items {
            match found.last_mut().filter(|_| self.dates.iter().any(|date| date.span.start == offset + item.start)) {
                Some(before) => before.end = item.end,
                None => found.push(item),
            }
        }
        found
    }

    /// True of a name that can be one thing's: no place, no firm as such, no class, no count.
    fn is_member(&self, item: Place, name: Place) -> bool {
        let cues = projects();
        let words = self.text(name);
        (4..=20).contains(&words.chars().count())
            && (name::is_proper(words) || name::has_head(words))
            && !name::is_class(words)
            && !words.contains(['的', '，', '|', '+', ')', '《'])
            && cues.body.suffix(words).is_none()
            // 由鸿远集团投资建设、占地260亩的产业园
            && cues.preposition.prefix(words).is_none()
            // 国际机场第四、第五跑道: half a name
            && !words.trim_end_matches(is_count).ends_with('第')
            && !self.has_fate(item)
            && !name::opens_with_verb(words)
            && !self.is_many(item.start, item.end)
    }

    /// True of a member with a fate of its own: 二桥合龙、三桥开工.
    fn has_fate(&self, item: Place) -> bool {
        let words = self.text(item);
        words.char_indices().skip(4).take(NAME_CHARS).any(|(at, _)| self.is_fate(item.start + at, &words[at..]))
    }

    /// The projects of a clause of which each has a fate of its own: 岚水大桥合龙、环城高速开工、城北水厂建成.
    pub(super) fn each(&self, at: usize) -> Option<Vec<Group>> {
        let clause = self.clauses.get(at).filter(|clause| clause.cues & NAME != 0)?.span;
        let text = self.text(clause);
        if !text.has("、") {
            return None;
        }
        let (_, start) = self.leading(clause, text);
        let items = items(&text[start..]);
        let mut first = None;
        let groups = items.iter().map(|item| {
            let place = Span::new(clause.start + start + item.start, clause.start + start + item.end);
            // 鸿远产业园一期投产、二期开工
            let phase = name::lone_phase(self.text(place)).filter(|_| first.is_some());
            let name = match phase {
                Some(len) => Span::new(place.start, place.start + len),
                // 确保一期7月底完成、二期接续推进: of what, the clause does not say.
                None => self.name(place).filter(|name| !name::is_phase(self.text(*name)))?,
            };
            let whole = if phase.is_some() { first } else { None };
            first = first.or(Some(name));
            let fated = self.is_fate(name.end, self.of(name.end, place.end));
            let behind = Span::new(name.end, place.end);
            fated.then(|| Group { names: vec![(place, name)], verbs: String::new(), behind, shares: None, whole })
        });
        let groups = groups.collect::<Option<Vec<Group>>>()?;
        let named = |group: &&Group| group.whole.is_some() || name::is_proper(self.text(group.names[0].1));
        let proper = groups.iter().filter(named).count();
        (groups.len() > 1 && proper * 2 >= groups.len()).then_some(groups)
    }

    /// True where nothing but what became of something stands to the end, behind a date or not: 6月底前投产.
    fn is_fate(&self, at: usize, tail: &str) -> bool {
        let mut dated = at;
        // 6月底前投产; 分别于3月、9月投产
        while let Some(words) = tail.get(dated - at..).filter(|words| !words.is_empty()) {
            let led = match words.strip_prefix("分别").unwrap_or(words) {
                words if dated > at => words.trim_start_matches(['、', '和', '与']),
                words => words.strip_prefix('于').unwrap_or(words),
            };
            let from = at + tail.len() - led.len();
            let Some(date) = self.dates.iter().find(|date| date.span.start == from) else { break };
            dated = date.span.end;
        }
        let Some(words) = tail.get(dated - at..) else { return false };
        // 鸿远电缆二期投产: the phase is part of the name.
        if words.is_empty() || words.len() > FATE || words.starts_with(['一', '二', '三', '四']) {
            return false;
        }
        let cues = projects();
        let lists =
            [&timeline().predicate, &cues.push, &cues.fate_adverb, &cues.operating, &cues.building, &cues.started];
        let mut rest = words;
        while let Some(len) = lists.iter().filter_map(|list| list.prefix(rest)).map(str::len).max() {
            rest = &rest[len..];
        }
        // Asked last: it looks through all the words.
        rest.is_empty() && stage::stage(words, false) != Stage::Unknown
    }

    /// The verbs that a list behind a colon stands under: [开工建设]：1.岚水大桥；2.城北水厂.
    pub(super) fn heading_verbs(&self, at: usize) -> String {
        let before = (0..at).rev().take(MEMBERS);
        for head in before {
            match self.clauses[head].stop {
                '；' | ';' => {}
                '：' | ':' => return self.verbs_of(self.clauses[head].span),
                _ => return String::new(),
            }
        }
        // 1.岚水大桥。2.城北水厂。 in sentences of their own
        self.under.filter(|_| at == 0).map_or_else(String::new, |heading| self.verbs_of(heading))
    }

    /// The verbs that a heading consists of: 开工建设, 续建项目.
    fn verbs_of(&self, heading: Place) -> String {
        let (verbs, start) = self.leading(heading, self.text(heading));
        let rest = self.of(heading.start + start, heading.end).trim_end_matches([' ', '*', '）', ')']);
        let cues = projects();
        let mut fate = rest;
        while let Some(part) = timeline().predicate.prefix(fate) {
            fate = &fate[part.len()..];
        }
        let verb = fate.is_empty() || cues.push.contains(rest) || cues.verb.contains(rest);
        let bare = verb || cues.class_alone.contains(rest) || cues.heading_end.suffix(rest).is_some();
        if bare { verbs + rest } else { String::new() }
    }
}
