//! Stage 6: everything found → [`Report`], in the coordinates of the text as read.

mod aim;
mod clause;
mod deed;
mod position;
mod project_name;
mod projects;
pub(crate) mod stage;
mod timeline;
mod title;
mod types;

pub use types::*;

use crate::clean::{Clean, OffsetMap};
use crate::figure::Figure as Linked;
use crate::lexicon::indicators::indicators;
use crate::mention::Mentions;
use crate::read::Document;
use crate::span;
use crate::structure::Structure;
use position::Positions;

/// Where things stand: from the cleaned text to UTF-16 of the text as read.
pub(crate) struct Edge<'a> {
    map: &'a OffsetMap,
    positions: Positions<'a>,
    raw: &'a str,
}

impl Edge<'_> {
    fn span(&self, span: span::Span<span::Clean>) -> Span {
        self.positions.span(self.map.raw(span))
    }

    fn quote(&self, span: span::Span<span::Clean>) -> String {
        self.map.raw(span).of(self.raw).to_owned()
    }
}

/// Puts the report together.
#[must_use]
pub fn report(
    document: &Document,
    clean: &Clean,
    structure: &Structure,
    mentions: &Mentions,
    linked: &[Linked],
) -> Report {
    let edge = Edge { map: &clean.map, positions: Positions::new(&document.text), raw: &document.text };
    let figures: Vec<Figure> =
        linked.iter().enumerate().map(|(i, f)| figure(&edge, mentions, structure, f, i)).collect();
    let dates: Vec<DateMention> = mentions
        .dates
        .iter()
        .enumerate()
        .map(|(i, d)| DateMention {
            id: format!("d{}", i + 1),
            span: edge.span(d.span),
            quote: edge.quote(d.span),
            date: d.interval.clone(),
            grain: d.grain,
            role: d.role,
        })
        .collect();
    let mut report = Report {
        document: DocumentInfo {
            name: document.name.clone(),
            text: document.text.clone(),
            format: document.format,
            encoding: document.encoding.clone(),
            title: structure.title.clone(),
            kind: structure.kind,
            region: structure.region.clone(),
            region_code: structure
                .region_code
                .filter(|c| *c > 0)
                .map(|c| format!("{c:06}"))
                .or_else(|| structure.region_code.map(|c| format!("{c:06}"))),
            date: structure.date.map(|d| d.to_string()),
            date_source: structure.date_source,
            review_year: structure.review_year,
        },
        sections: sections(&edge, structure),
        timeline: timeline::timeline(&edge, clean, structure, mentions, linked, &figures),
        slogans: mentions
            .slogans
            .iter()
            .enumerate()
            .map(|(i, s)| Slogan {
                id: format!("g{}", i + 1),
                span: edge.span(s.span),
                phrase: s.span.of(&clean.text).to_owned(),
                parts: s.parts.iter().map(|p| p.of(&clean.text).to_owned()).collect(),
                parts_span: s
                    .parts
                    .first()
                    .zip(s.parts.last())
                    .map(|(first, last)| edge.span(span::Span::new(first.start, last.end))),
            })
            .collect(),
        others: mentions.others.iter().map(|o| OtherNumeral { span: edge.span(o.span), kind: o.kind }).collect(),
        projects: projects::projects(&edge, clean, structure, mentions, linked, &figures),
        people: people(&edge, structure),
        cleaning: clean
            .changes
            .iter()
            .map(|c| Cleaning { kind: c.kind, span: edge.positions.span(c.span), note: c.note.to_owned() })
            .collect(),
        diagnostics: diagnostics(structure),
        figures,
        dates,
    };
    account(&mut report, &edge.positions);
    report
}

fn sections(edge: &Edge<'_>, structure: &Structure) -> Vec<Section> {
    structure
        .sections
        .iter()
        .enumerate()
        .map(|(i, s)| Section {
            id: format!("s{}", i + 1),
            span: edge.span(s.span),
            heading: s.heading.clone(),
            speaker: s.speaker.clone(),
            region: s.region.clone(),
        })
        .collect()
}

fn people(edge: &Edge<'_>, structure: &Structure) -> Vec<Person> {
    structure
        .people
        .iter()
        .map(|p| Person {
            name: p.name.clone(),
            post: p.post.clone(),
            region: Vec::new(),
            role: p.role,
            spans: p.spans.iter().map(|s| edge.span(*s)).collect(),
        })
        .collect()
}

fn figure(edge: &Edge<'_>, mentions: &Mentions, structure: &Structure, linked: &Linked, index: usize) -> Figure {
    let quantity = &mentions.quantities[linked.quantity];
    let value = match linked.values.as_slice() {
        [one] => Value::One(*one),
        many => Value::Many(many.to_vec()),
    };
    Figure {
        id: format!("f{}", index + 1),
        span: edge.span(quantity.span),
        quote: edge.quote(quantity.span),
        context: edge.span(linked.context),
        section: (linked.section < structure.sections.len()).then(|| format!("s{}", linked.section + 1)),
        measure: linked.measure,
        value,
        written: quantity.written.clone(),
        scale: Some(quantity.scale.clone()).filter(|s| !s.is_empty()),
        unit: linked.unit.to_owned(),
        bound: linked.bound,
        indicator: linked.label.text.clone(),
        indicator_id: indicators().exact(indicator_name(&linked.label.text)).map(|i| i.id.to_owned()),
        indicator_spans: linked.label.spans.iter().map(|s| edge.span(*s)).collect(),
        subject: linked.subject.clone(),
        subject_code: linked.subject_code.map(|c| format!("{c:06}")),
        period: linked.period.clone(),
        period_label: linked.period_label.clone(),
        every: linked.every,
        status: linked.status,
        commitment: linked.commitment,
        modality: linked.modality.map(str::to_owned),
        scope: linked.scope.clone(),
        confidence: (linked.confidence * 100.0).round() / 100.0,
    }
}

/// The label without the words that the list of indicators leaves out: 全国, 年末, 增速.
fn indicator_name(label: &str) -> &str {
    let mut name = label;
    for lead in ["累计", "实现", "完成", "年末", "全国", "全县", "全市", "全省", "全区", "我省", "我市", "我县"]
    {
        name = name.strip_prefix(lead).unwrap_or(name);
    }
    for tail in ["增速", "总量", "涨幅", "平均值"] {
        name = name.strip_suffix(tail).filter(|n| n.chars().count() >= 3).unwrap_or(name);
    }
    name
}

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

/// Accounts for every Arabic digit: what no mention, second copy or furniture covers is listed as a name.
fn account(report: &mut Report, positions: &Positions<'_>) {
    let mut covered: Vec<Span> =
        Vec::with_capacity(report.figures.len() + report.dates.len() + report.others.len() + report.slogans.len());
    covered.extend(report.figures.iter().map(|f| f.span));
    covered.extend(report.dates.iter().map(|d| d.span));
    covered.extend(report.slogans.iter().map(|s| s.span));
    covered.extend(report.others.iter().map(|o| o.span));
    covered.extend(
        report
            .cleaning
            .iter()
            .filter(|c| matches!(c.kind, CleaningKind::Duplicate | CleaningKind::Boilerplate))
            .map(|c| c.span),
    );
    covered.sort_unstable();
    let missed = positions.uncovered_digits(&covered);
    if !missed.is_empty() {
        report.others.extend(missed.into_iter().map(|span| OtherNumeral { span, kind: OtherKind::Name }));
        report.others.sort_by_key(|o| o.span);
    }
}
