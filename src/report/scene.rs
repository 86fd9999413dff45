//! One sentence with what stands in it: its clauses, dates and figures. The timeline and the projects are both told from
//! it, in one walk over the text whose cost is linear in the text's length.

use std::cell::OnceCell;
use std::sync::LazyLock;

use jiff::civil::Date as Day;

use super::Edge;
use super::clause::{Clause, Place, clauses};
use super::figure::{Figures, Finding};
use super::projects::Group;
use crate::clean::Clean;
use crate::lexicon::numeral::is_count;
use crate::lexicon::project_cues::projects;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, segment};
use crate::lexicon::spotter::{Spot, Spotter};
use crate::lexicon::timeline_cues::timeline;
use crate::mention::Date;
use crate::span::Span;
use crate::structure::{Block, BlockKind, Structure, sentence};

/// Bits of [`Clause::cues`]: what a project is called, and what tells a deed.
pub(super) const NAME: u8 = 0b11;
pub(super) const DEED: u8 = 0b1_1100;

/// Words that make a clause worth a look where neither date nor figure does.
static CUES: LazyLock<Spotter<5>> = LazyLock::new(|| {
    let (timeline, projects) = (timeline(), projects());
    Spotter::new([&projects.head, &projects.phase_head, &timeline.deed_end, &timeline.deed_start, &timeline.deed_won])
});

/// Everything found in the document.
pub(super) struct Findings<'a> {
    pub(super) edge: &'a Edge<'a>,
    pub(super) clean: &'a Clean,
    pub(super) structure: &'a Structure,
    dates: &'a [Date],
    figures: &'a Figures,
    /// Where the quantity of each figure stands, and the figure's index, in the order of the text.
    places: Vec<(Place, usize)>,
    /// Days of the documents of the file, and as intervals are written.
    days: Vec<(Day, String)>,
}

/// One sentence of running text.
pub(super) struct Scene<'a, 's> {
    pub(super) found: &'a Findings<'a>,
    pub(super) block: &'a Block,
    pub(super) clauses: Vec<Clause>,
    /// The names in each clause, once asked for: the timeline and the projects ask several times.
    pub(super) names: Vec<OnceCell<Option<Group>>>,
    /// Dates of the sentence, and the index of the first in the document.
    pub(super) dates: &'a [Date],
    pub(super) first: usize,
    /// Figures of the sentence: where the quantity stands, and the figure's index.
    pub(super) figures: &'a [(Place, usize)],
    /// 开工建设：1.岚水大桥。2.城北水厂。 What the list stands under whose member the sentence is.
    pub(super) under: Option<Place>,
    /// 1.岚水大桥项目。[总投资6亿元]: the project that a list's member names before it tells of it.
    pub(super) member: Option<Place>,
    /// Where words of the walk's lists begin.
    spots: &'s [Spot],
    start: usize,
}

impl<'a> Findings<'a> {
    pub(super) fn new(
        edge: &'a Edge<'a>,
        clean: &'a Clean,
        structure: &'a Structure,
        dates: &'a [Date],
        figures: &'a Figures,
    ) -> Self {
        let mut places: Vec<(Place, usize)> =
            (0..figures.len()).map(|index| (figures.get(index).quantity.span, index)).collect();
        places.sort_unstable();
        let mut days: Vec<(Day, String)> = Vec::new();
        for day in structure.blocks.iter().filter_map(|block| block.clock.date) {
            if days.last().is_none_or(|(last, _)| *last != day) {
                days.push((day, day.to_string()));
            }
        }
        Findings { edge, clean, structure, dates, figures, places, days }
    }

    /// Visits every sentence that holds a date, a known indicator's figure, or a word of a deed or a project. Figures in
    /// tables stand in no sentence. It ends where reading stopped.
    pub(super) fn walk(&'a self, stop: usize, mut visit: impl FnMut(&Scene<'a, '_>)) {
        let text = &self.clean.text;
        let mut spots = Vec::new();
        let (mut next_date, mut next_figure) = (0, 0);
        let mut above = None;
        // A name on a line of its own, which the next paragraph tells of.
        let mut named: Option<Place> = None;
        let blocks = &self.structure.blocks;
        for (n, block) in blocks.iter().enumerate() {
            if block.kind == BlockKind::Heading {
                above = Some(block.span);
            }
            let before = named.take();
            if matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph)
                && let Some(next) = blocks.get(n + 1).filter(|next| tells(text, next))
                && let Some(name) =
                    lone_name(text, block.span, false, timeline().pointing.prefix(next.span.of(text)).is_some())
            {
                named = Some(name);
                continue;
            }
            if block.kind != BlockKind::Paragraph || block.span.of(text).starts_with("<!--") {
                continue;
            }
            let sentences = sentence::sentences(text, block.span);
            for (sentence, member) in told_together(text, &sentences, before) {
                if sentence.start >= stop {
                    return;
                }
                let words = sentence.of(text);
                let under = above.filter(|_| item_start(words).is_some());
                above = list_heading(words, sentence.start).or(under);
                let dates = range(self.dates, &mut next_date, sentence, |date| date.span.start);
                let own = range(&self.places, &mut next_figure, sentence, |(span, _)| span.start);
                CUES.spot(sentence.of(text), &mut spots);
                let indicated = || own.1.iter().any(|(_, i)| self.figures.get(*i).known.is_some());
                // 该桥全长3.3公里: of a project told of before.
                let pointed = || !own.1.is_empty() && timeline().pointing.prefix(words).is_some();
                if dates.1.is_empty() && spots.is_empty() && !indicated() && !pointed() {
                    continue;
                }
                let mut clauses = clauses(text, sentence);
                let mut at = 0;
                for clause in &mut clauses {
                    while spots.get(at).is_some_and(|spot| sentence.start + spot.at < clause.span.end) {
                        clause.cues |= spots[at].lists;
                        at += 1;
                    }
                }
                visit(&Scene {
                    found: self,
                    block,
                    names: vec![OnceCell::new(); clauses.len()],
                    clauses,
                    dates: dates.1,
                    first: dates.0,
                    figures: own.1,
                    under,
                    member,
                    spots: &spots,
                    start: sentence.start,
                });
            }
        }
    }
}

/// Characters that a list's member may tell of the project it names first.
const MEMBER: usize = 600;

/// 1.岚水大桥项目。总投资6亿元。2023年3月开工。: what stands behind the name in its paragraph, or in the one below the line of
/// the name, is told of it, up to the next such name: 2.城北水厂。总投资2亿元。
fn told_together(text: &str, sentences: &[Place], above: Option<Place>) -> Vec<(Place, Option<Place>)> {
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return Vec::new() };
    // 引进项目。各地……: what is told of a name without a number begins with its size, or points at it.
    let sized = |at: usize| {
        let next = sentences.get(at + 1).map_or("", |next| next.of(text)).trim_start();
        let cues = projects();
        let lists = [&cues.size, &cues.size_next, &timeline().pointing];
        item_start(sentences[at].of(text)).is_some() || lists.iter().any(|list| list.prefix(next).is_some())
    };
    let named = |at: usize| lone_name(text, sentences[at], true, false).filter(|_| sized(at));
    let short = |whole: &Place| whole.of(text).chars().count() <= MEMBER;
    if let Some(name) = above {
        let whole = Span::new(name.start.min(first.start), last.end);
        if short(&whole) {
            return vec![(whole, Some(name))];
        }
    }
    let mut told = Vec::new();
    let mut at = 0;
    while at < sentences.len() {
        let numbered = |next: usize| item_start(sentences[next].of(text)).is_some();
        let name = if at == 0 || numbered(at) { named(at) } else { None };
        // Asked only behind a name: it is looked for once.
        let member = name.and_then(|name| {
            let end = (at + 1..sentences.len()).find(|next| numbered(*next)).unwrap_or(sentences.len());
            let whole = Span::new(sentences[at].start, sentences[end - 1].end);
            (end > at + 1 && short(&whole)).then_some((whole, name, end))
        });
        let (whole, name, next) =
            member.map_or((sentences[at], None, at + 1), |(whole, name, end)| (whole, Some(name), end));
        told.push((whole, name));
        at = next;
    }
    told
}

/// True of a paragraph that can tell of the name in the line above it, and is no member of a list itself.
fn tells(text: &str, block: &Block) -> bool {
    let words = block.span.of(text);
    block.kind == BlockKind::Paragraph && item_start(words).is_none() && words.contains(['，', '。', ','])
}

/// The name that is all a sentence or a line says, without its number; `free` where it needs none, `pointed` where what
/// follows points at it: 1.农村公路工程项目。该项目……
fn lone_name(text: &str, place: Place, free: bool, pointed: bool) -> Option<Place> {
    let words = place.of(text);
    if words.len() > 150 {
        return None;
    }
    let item = item_start(words);
    let start = item.unwrap_or(0);
    let lead = words[start..].len() - words[start..].trim_start_matches([' ', '\u{3000}', '*']).len();
    let name = words[start + lead..].trim_end().trim_end_matches(['。', '：', '*']);
    let cues = projects();
    let named = (6..=40).contains(&name.chars().count())
        && !name.contains(['，', '；', '：', '！', '？', '。'])
        // 做大做强园区。: what is to be done; （一）重点项目: a class
        && match item {
            Some(_) => cues.head.suffix(name).is_some(),
            // 省发改委批复岚江大桥项目: what was done with one
            None => free && name.ends_with("项目") && !cues.push_within.within(name),
        }
        && (pointed || !cues.class.within(name))
        && segment(name).first().is_some_and(|word| word.tag != Tag::Verb);
    let from = place.start + start + lead;
    named.then(|| Span::new(from, from + name.len()))
}

/// Bytes of the longest heading of a list.
const HEADING: usize = 60;

/// Where the words behind the number of a list's member begin: 1.岚水大桥, （2）城北水厂, ③三桥.
pub(super) fn item_start(words: &str) -> Option<usize> {
    let lead = words.len() - words.trim_start_matches([' ', '\u{3000}', '*', '-']).len();
    let text = &words[lead..];
    if let Some(circled) = text.chars().next().filter(|c| ('\u{2460}'..='\u{2473}').contains(c)) {
        return Some(lead + circled.len_utf8());
    }
    let inner = text.strip_prefix(['（', '(']);
    let number = inner.unwrap_or(text);
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit() || is_count(c));
    let count = number.len() - rest.len();
    let signs: &[char] = if inner.is_some() { &['）', ')'] } else { &['.', '．', '、'] };
    let behind = rest.strip_prefix(signs).filter(|behind| !behind.starts_with(|c: char| c.is_ascii_digit()))?;
    (1..=9).contains(&count).then_some(words.len() - behind.len())
}

/// The words before a colon with which a list begins, at the sentence's end or before its first member.
fn list_heading(words: &str, offset: usize) -> Option<Place> {
    let (wide, narrow) = (words.place_of("："), words.place_of(":"));
    let colon = wide.map_or(narrow, |wide| Some(narrow.map_or(wide, |narrow| narrow.min(wide))))?;
    let behind = &words[colon..];
    let rest = behind.trim_start_matches(['：', ':', ' ']).trim_end();
    if !(rest.is_empty() || item_start(rest).is_some()) {
        return None;
    }
    let from = words[..colon].rfind(['，', '；', '。', '\n']).map_or(0, |at| at + '，'.len_utf8());
    let from = words.get(from..colon).map_or(0, |_| from);
    (colon - from <= HEADING).then(|| Span::new(offset + from, offset + colon))
}

/// The members of an ordered list that begin in a sentence, and the index of the first; `next` is where to look from, as
/// sentences come in order.
fn range<'a, T>(all: &'a [T], next: &mut usize, sentence: Place, start: impl Fn(&T) -> usize) -> (usize, &'a [T]) {
    let skip = |from: usize, upto: usize| from + all[from..].iter().take_while(|item| start(item) < upto).count();
    let first = skip(*next, sentence.start);
    *next = skip(first, sentence.end);
    (first, &all[first..*next])
}

impl<'a> Scene<'a, '_> {
    /// Day of the document that the sentence stands in.
    pub(super) fn today(&self) -> Option<&'a str> {
        let today = self.block.clock.date?;
        self.found.days.iter().find(|(day, _)| *day == today).map(|(_, written)| written.as_str())
    }

    /// The date that was told last before one of the sentence, and its index in the document.
    pub(super) fn date_before(&self, i: usize) -> Option<(usize, &'a Date)> {
        let told = self.found.dates[..self.first + i].iter().enumerate().rev().take(4);
        told.into_iter().find(|(_, date)| date.interval.is_some())
    }

    /// The text between two places.
    pub(super) fn of(&self, start: usize, end: usize) -> &'a str {
        self.found.clean.text.get(start..end.max(start)).unwrap_or_default()
    }

    /// The text of a place.
    pub(super) fn text(&self, place: Place) -> &'a str {
        self.of(place.start, place.end)
    }

    /// The figure of this index.
    pub(super) fn figure(&self, index: usize) -> Finding<'a> {
        self.found.figures.get(index)
    }

    /// The words of a figure, in clean writing.
    pub(super) fn quote(&self, figure: Finding<'_>) -> &'a str {
        self.text(figure.quantity.span)
    }

    /// The place that the section speaks for.
    pub(super) fn subject(&self) -> Option<&'a str> {
        let structure = self.found.structure;
        let section = structure.sections.get(self.block.section);
        section.and_then(|s| s.region.last()).or(structure.region.last()).map(String::as_str)
    }

    /// True where a word of one of these lists begins in a place.
    pub(super) fn holds(&self, place: Place, lists: u8) -> bool {
        let from = self.spots.partition_point(|spot| self.start + spot.at < place.start);
        self.spots[from..]
            .iter()
            .take_while(|spot| self.start + spot.at < place.end)
            .any(|spot| spot.lists & lists != 0)
    }
}
