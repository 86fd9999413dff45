//! Stage 6: everything found → [`Report`], in the coordinates of the text as read.

mod clause;
mod figure;
mod position;
mod projects;
mod scene;
mod timeline;
mod types;

pub(crate) use figure::Figures;
pub(crate) use projects::stages;
pub(crate) use types::words;
pub use types::*;

use crate::clean::{Clean, OffsetMap};
use crate::digits;
use crate::figure::Figure as Linked;
use crate::limits;
use crate::mention::{self, Mentions};
use crate::read::Document;
use crate::span;
use crate::structure::{BlockKind, Structure, region_of, sentence};
use position::Positions;

/// Where things stand: from the cleaned text to UTF-16 of the text as read.
pub(crate) struct Edge<'a> {
    map: &'a OffsetMap,
    positions: Positions<'a>,
    raw: &'a str,
}

impl<'a> Edge<'a> {
    fn new(map: &'a OffsetMap, raw: &'a str) -> Self {
        Edge { map, positions: Positions::new(raw), raw }
    }

    fn span(&self, span: span::Span<span::Clean>) -> Span {
        self.positions.span(self.map.raw(span))
    }

    fn quote(&self, span: span::Span<span::Clean>) -> &'a str {
        self.map.raw(span).of(self.raw)
    }
}

/// A report whose figures are still to be written out.
#[derive(Debug)]
pub(crate) struct Outgoing<'a> {
    /// All but the figures.
    pub(crate) report: Report,
    /// What they are made of.
    pub(crate) figures: Figures,
    /// Where the cleaned text stands in the text as read.
    pub(crate) map: &'a OffsetMap,
}

/// The whole report.
#[must_use]
pub(crate) fn finish(outgoing: Outgoing<'_>) -> Report {
    let Outgoing { mut report, figures, map } = outgoing;
    report.figures = figures.outward(map, &report.document.text).collect();
    report
}

/// Puts the report together.
#[must_use]
pub fn report(
    document: Document,
    clean: &Clean,
    structure: &Structure,
    mentions: Mentions,
    linked: Vec<Linked>,
) -> Report {
    finish(outgoing(document, clean, structure, mentions, linked))
}

/// All of the report but its figures, which take the most room.
pub(crate) fn outgoing<'a>(
    document: Document,
    clean: &'a Clean,
    structure: &Structure,
    mentions: Mentions,
    linked: Vec<Linked>,
) -> Outgoing<'a> {
    let Mentions { quantities, dates: calendar, slogans: phrases, others, stopped, tables } = mentions;
    let edge = Edge::new(&clean.map, &document.text);
    let figures = Figures::new(quantities, linked, structure.sections.len());
    let dates = dates(&edge, &calendar);
    let slogans = slogans(&edge, clean, &phrases);
    let cleaning: Vec<Cleaning> = clean
        .changes
        .iter()
        .map(|c| Cleaning { kind: c.kind, span: edge.positions.span(c.span), note: c.note.to_owned() })
        .collect();
    let mut timeline = timeline::Timeline::default();
    let mut projects = projects::Projects::default();
    let findings = scene::Findings::new(&edge, clean, structure, &calendar, &figures);
    findings.walk(stopped.unwrap_or(usize::MAX), |scene| {
        timeline.read(scene);
        projects.read(scene);
    });
    let timeline = timeline.finish(&edge, &figures);
    let others: Vec<OtherNumeral> =
        others.iter().map(|o| OtherNumeral { span: edge.span(o.span), kind: o.kind }).collect();
    let mut covered: Vec<Span> = figures.spans().map(|span| edge.span(span)).collect();
    covered.extend(dates.iter().map(|d| d.span));
    covered.extend(slogans.iter().map(|s| s.span));
    let read = covered.len() + others.len();
    covered.extend(cleaning.iter().filter(|c| hides(c.kind)).map(|c| c.span));
    let rest = stopped.map(|at| clean.map.raw(span::Span::new(at, clean.text.len())));
    let stopped = rest.map(|rest| edge.positions.span(rest));
    let line = rest.map_or(0, |rest| document.text[..rest.start].matches('\n').count() + 1);
    let too_many = stopped.map(|rest| if tables { too_many_cells(line, rest) } else { too_many(line, read, rest) });
    let cut = too_long(clean, structure, &edge);
    covered.extend(stopped);
    let others = account(others, covered, &edge.positions);
    let (sections, people) = (sections(&edge, structure), people(&edge, structure));
    let diagnostics =
        document.diagnostics.iter().cloned().chain(diagnostics(structure)).chain(cut).chain(too_many).collect();
    let report = Report {
        document: information(document, structure),
        sections,
        figures: Vec::new(),
        dates,
        timeline,
        slogans,
        others,
        projects: projects.finish(),
        people,
        cleaning,
        diagnostics,
    };
    Outgoing { report, figures, map: &clean.map }
}

/// The document as understood.
#[inline(never)]
fn information(document: Document, structure: &Structure) -> DocumentInfo {
    DocumentInfo {
        name: document.name,
        text: document.text,
        format: document.format,
        encoding: document.encoding,
        title: structure.title.clone(),
        kind: structure.kind,
        region: structure.region.clone(),
        region_code: structure.region_code.map(|code| format!("{code:06}")),
        date: structure.date.map(|day| day.to_string()),
        date_source: structure.date_source,
        review_year: structure.review_year,
    }
}

#[inline(never)]
fn dates(edge: &Edge<'_>, calendar: &[mention::Date]) -> Vec<DateMention> {
    let outward = calendar.iter().enumerate().map(|(i, d)| DateMention {
        id: digits::id('d', i),
        span: edge.span(d.span),
        quote: edge.quote(d.span).to_owned(),
        date: d.interval.clone(),
        grain: d.grain,
        role: d.role,
    });
    outward.collect()
}

fn slogans(edge: &Edge<'_>, clean: &Clean, phrases: &[mention::Slogan]) -> Vec<Slogan> {
    let outward = phrases.iter().enumerate().map(|(i, s)| Slogan {
        id: digits::id('g', i),
        span: edge.span(s.span),
        phrase: s.span.of(&clean.text).to_owned(),
        parts: s.parts.iter().map(|p| p.of(&clean.text).to_owned()).collect(),
        parts_span: s
            .parts
            .first()
            .zip(s.parts.last())
            .map(|(first, last)| edge.span(span::Span::new(first.start, last.end))),
    });
    outward.collect()
}

#[inline(never)]
fn sections(edge: &Edge<'_>, structure: &Structure) -> Vec<Section> {
    structure
        .sections
        .iter()
        .enumerate()
        .map(|(i, s)| Section {
            id: digits::id('s', i),
            span: edge.span(s.span),
            heading: s.heading.clone(),
            speaker: s.speaker.clone(),
            region: s.region.clone(),
        })
        .collect()
}

#[inline(never)]
fn people(edge: &Edge<'_>, structure: &Structure) -> Vec<Person> {
    structure
        .people
        .iter()
        .map(|p| Person {
            name: p.name.clone(),
            post: p.post.clone(),
            region: match p.role {
                PersonRole::Author => Vec::new(),
                _ => p
                    .post
                    .as_deref()
                    .map_or_else(Vec::new, |post| region_of(post, &structure.region, structure.region_code)),
            },
            role: p.role,
            spans: p.spans.iter().map(|s| edge.span(*s)).collect(),
        })
        .collect()
}

#[inline(never)]
fn diagnostics(structure: &Structure) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut warn = |code: &str, message: &str| {
        found.push(Diagnostic {
            level: Severity::Warning,
            code: code.to_owned(),
            message: message.to_owned(),
            span: None,
        });
    };
    if structure.date.is_none() {
        warn(
            "no_date",
            "文中未见成文日期，相对时间（今年、去年）可能无法确定；请填写日期。No day found: fill it in so that 今年 and 去年 can be resolved.",
        );
    }
    if structure.region.is_empty() {
        warn("no_region", "未能确定文件所属地区；请填写地区。No place found: fill it in.");
    } else if structure.region_code.is_none() {
        warn(
            "unknown_region",
            "地名表中没有这个地区，不能与其他文件按代码对齐；请核对地名。The place is not in the gazetteer and has no code: check its name.",
        );
    }
    found
}

/// The part of a text that was not read, behind as many mentions as are read of one document, or of one of its size.
fn too_many(line: usize, read: usize, rest: Span) -> Diagnostic {
    Diagnostic {
        level: Severity::Error,
        code: "too_many_mentions".to_owned(),
        message: format!(
            "数字和日期过多过密：第 {line} 行以前读了 {read} 处，其后未读；请把文件拆成几份。Too many numerals and dates for one file of this size: {read} were read, none from line {line} on; split the file."
        ),
        span: Some(rest),
    }
}

/// The part of a text that was not read, behind as many cells of tables as are read of one document.
fn too_many_cells(line: usize, rest: Span) -> Diagnostic {
    let limit = limits::TABLE_CELLS;
    Diagnostic {
        level: Severity::Error,
        code: "table_cut".to_owned(),
        message: format!(
            "表格超过 {limit} 格：第 {line} 行起未读；请拆成几份。The tables have more than {limit} cells: nothing was read from line {line} on, split the file."
        ),
        span: Some(rest),
    }
}

/// A sentence so long that it was read in pieces: numbers and words on both sides of a cut are not linked.
#[inline(never)]
fn too_long(clean: &Clean, structure: &Structure, edge: &Edge<'_>) -> Option<Diagnostic> {
    let mut cuts = structure.blocks.iter().filter(|block| block.kind != BlockKind::TableRow);
    let at = cuts.find_map(|block| sentence::cut(&clean.text, block.span))?;
    let raw = clean.map.raw(span::Span::new(at, at));
    let line = edge.raw[..raw.start].matches('\n').count() + 1;
    let limit = limits::SENTENCE_CHARS;
    Some(Diagnostic {
        level: Severity::Warning,
        code: "sentence_cut".to_owned(),
        message: format!(
            "第 {line} 行有超过 {limit} 字而没有句号的一句，已断开来读；请核对断开处前后的数字。A sentence on line {line} has more than {limit} characters without a full stop and was read in pieces: check the figures near the cut."
        ),
        span: Some(edge.positions.span(raw)),
    })
}

/// True of what cleaning marked to be passed over.
fn hides(kind: CleaningKind) -> bool {
    matches!(kind, CleaningKind::Duplicate | CleaningKind::Boilerplate)
}

/// Accounts for every Arabic digit: what no mention, second copy or furniture covers is listed as a name.
#[inline(never)]
fn account(others: Vec<OtherNumeral>, mut covered: Vec<Span>, positions: &Positions<'_>) -> Vec<OtherNumeral> {
    covered.extend(others.iter().map(|o| o.span));
    // Runs in order already: the stable sort merges them.
    covered.sort();
    let mut others = others;
    let missed = positions.uncovered_digits(&covered);
    if !missed.is_empty() {
        others.extend(missed.into_iter().map(|span| OtherNumeral { span, kind: OtherKind::Name }));
        others.sort_by_key(|o| o.span);
    }
    others
}
