//! The timeline: dated events, deadlines, milestones and recurring duties, each with its words.

use super::{Edge, EntryKind, Figure, Grain, Interval, Role, State, TimelineEntry};
use crate::clean::Clean;
use crate::figure::Figure as Linked;
use crate::limits::TITLE_CHARS;
use crate::mention::{Date, Mentions};
use crate::report::{Bound, Measure, Status};
use crate::span::{self, Span};
use crate::structure::{BlockKind, Mode, Structure, sentence};

type Place = Span<span::Clean>;

pub(super) fn timeline(
    edge: &Edge<'_>,
    clean: &Clean,
    structure: &Structure,
    mentions: &Mentions,
    linked: &[Linked],
    figures: &[Figure],
) -> Vec<TimelineEntry> {
    let mut entries: Vec<(Place, TimelineEntry)> = Vec::new();
    for (i, date) in mentions.dates.iter().enumerate() {
        let Some(interval) = date.interval.clone() else { continue };
        let Some(block) = structure.block_at(date.span.start) else { continue };
        if matches!(block.kind, BlockKind::Title | BlockKind::Heading | BlockKind::Dateline | BlockKind::TableRow)
            || !matches!(date.role, Role::Event | Role::Deadline)
        {
            continue;
        }
        let sentences = sentence::sentences(&clean.text, block.span);
        let Some(sentence) = sentences.into_iter().find(|s| s.covers(date.span)) else { continue };
        let clause = clause(clean, sentence, date.span, mentions);
        let title = title(clean, clause, Some(date));
        if title.chars().count() < 4 {
            continue;
        }
        let own: Vec<String> = linked
            .iter()
            .zip(figures)
            .filter(|(f, _)| clause.covers(mentions.quantities[f.quantity].span))
            .map(|(_, f)| f.id.clone())
            .collect();
        let due = date.role == Role::Deadline;
        let state = if due || block.frame.mode == Mode::Plan { State::Planned } else { State::Done };
        entries.push((
            clause,
            TimelineEntry {
                id: String::new(),
                date: interval,
                grain: date.grain,
                kind: if due { EntryKind::Deadline } else { EntryKind::Event },
                state,
                title,
                subject: subject(structure, block.section),
                span: edge.span(clause),
                figures: own,
                dates: vec![format!("d{}", i + 1)],
            },
        ));
    }
    for (f, figure) in linked.iter().zip(figures) {
        let span = mentions.quantities[f.quantity].span;
        let Some(interval) = f.period.clone().filter(|p| p.end.is_some()) else { continue };
        // 突破, 超过 with a level, or a first place: what was reached.
        let reached = f.status == Status::Actual
            && f.bound == Bound::AtLeast
            && f.measure == Measure::Level
            && figure.indicator_id.is_some();
        let first = f.status == Status::Actual
            && f.measure == Measure::Rank
            && f.values.first().is_some_and(|v| (*v - 1.0).abs() < f64::EPSILON)
            && figure.indicator_id.is_some();
        let promised = f.status == Status::Target && figure.indicator_id.is_some() && f.confidence >= 0.7;
        if !(reached || first || promised) || entries.iter().any(|(_, e)| e.figures.contains(&figure.id)) {
            continue;
        }
        let title = figure_title(figure);
        entries.push((
            span,
            TimelineEntry {
                id: String::new(),
                grain: grain(&interval),
                date: interval,
                kind: if promised { EntryKind::Deadline } else { EntryKind::Milestone },
                state: if promised { State::Planned } else { State::Done },
                title,
                subject: figure.subject.clone(),
                span: figure.span,
                figures: vec![figure.id.clone()],
                dates: Vec::new(),
            },
        ));
    }
    entries.sort_by(|(a, x), (b, y)| (&x.date, a.start).cmp(&(&y.date, b.start)));
    entries.dedup_by(|(_, a), (_, b)| a.date == b.date && a.title == b.title);
    entries
        .into_iter()
        .enumerate()
        .map(|(i, (_, mut entry))| {
            entry.id = format!("t{}", i + 1);
            entry
        })
        .collect()
}

fn grain(interval: &Interval) -> Grain {
    let (Some(start), Some(end)) = (&interval.start, &interval.end) else { return Grain::Years };
    match (start.get(..4) == end.get(..4), start == end) {
        (_, true) => Grain::Day,
        (true, _) if start.ends_with("01-01") && end.ends_with("12-31") => Grain::Year,
        (true, _) => Grain::Quarter,
        _ => Grain::Years,
    }
}

fn subject(structure: &Structure, section: usize) -> Option<String> {
    structure.sections.get(section).and_then(|s| s.region.last()).or(structure.region.last()).cloned()
}

/// 地区生产总值增长7%以上
fn figure_title(figure: &Figure) -> String {
    let verb = match figure.measure {
        Measure::ChangeRate | Measure::ChangeAmount if matches!(&figure.value, super::Value::One(v) if *v < 0.0) => {
            "下降"
        }
        Measure::ChangeRate | Measure::ChangeAmount => "增长",
        Measure::Rank => "居",
        Measure::Gap => "高于",
        _ => "",
    };
    let bound = match figure.bound {
        Bound::AtLeast => "以上",
        Bound::AtMost => "以内",
        Bound::About => "左右",
        Bound::Exact => "",
    };
    let scope = if matches!(figure.measure, Measure::Rank | Measure::Gap) {
        figure.scope.clone().unwrap_or_default()
    } else {
        String::new()
    };
    shorten(&format!("{}{verb}{scope}{}{bound}", figure.indicator, figure.quote.replace(' ', "")))
}

/// The clause around a date: from the sentence's last stop before it to the first behind it that has a verb's worth of words.
fn clause(clean: &Clean, sentence: Place, date: Place, mentions: &Mentions) -> Place {
    let text = &clean.text;
    let stops = ['，', '；', '：', ',', ';', '。', ':'];
    let start = text[sentence.start..date.start].rfind(stops).map_or(sentence.start, |at| {
        sentence.start + at + text[sentence.start + at..].chars().next().map_or(1, char::len_utf8)
    });
    let mut end = date.end;
    loop {
        let rest = &text[end..sentence.end];
        let Some(at) = rest.find(stops) else {
            end = sentence.end;
            break;
        };
        let stop = end + at;
        // A comma right behind the date, or after a few words, does not end the clause.
        let inside = mentions.quantities.iter().any(|q| q.span.start < stop && stop < q.span.end);
        if text[date.end..stop].chars().count() >= 8 && !inside {
            end = stop;
            break;
        }
        end = stop + text[stop..].chars().next().map_or(1, char::len_utf8);
    }
    while text[start..end].ends_with(['。', '；', '，', ' ', '”', '"']) && end > start {
        end -= text[start..end].chars().next_back().map_or(1, char::len_utf8);
    }
    let lead =
        text[start..end].len() - text[start..end].trim_start_matches([' ', '“', '"', '—', '-', '\u{3000}']).len();
    Span::new(start + lead, end)
}

/// The words of a clause without its date and without words that dangle.
fn title(clean: &Clean, clause: Place, date: Option<&Date>) -> String {
    let mut words = clause.of(&clean.text).to_owned();
    if let Some(date) = date {
        let (from, to) = (date.span.start.saturating_sub(clause.start), date.span.end.saturating_sub(clause.start));
        if words.is_char_boundary(from) && words.is_char_boundary(to.min(words.len())) {
            words.replace_range(from..to.min(words.len()), "");
        }
    }
    let mut text = words.trim_matches(|c: char| c.is_whitespace() || "，、；：。,;:—-“\"".contains(c));
    for lead in ["其中", "并", "同时", "特别是", "而", "且", "使", "在", "于", "的", "，"] {
        text = text.strip_prefix(lead).unwrap_or(text).trim_start_matches(['，', '、', '：']);
    }
    for tail in ["等", "的", "以", "和", "并", "，"] {
        text = text.strip_suffix(tail).unwrap_or(text);
    }
    shorten(text)
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= TITLE_CHARS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(TITLE_CHARS).collect();
    match cut.rfind(['，', '、', '；', '：']).filter(|at| *at > 24) {
        Some(at) => cut[..at].to_owned(),
        None => cut.chars().take(TITLE_CHARS - 1).chain(['…']).collect(),
    }
}
