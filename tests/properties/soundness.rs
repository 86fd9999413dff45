//! A report is about its text: spans slice it, ids lead somewhere, and the same text gives the same report.

use jiandu::report::{Report, Span};
use jiandu::{Options, analyze};
use proptest::prelude::*;

use crate::texts;

/// Everything about a report that does not depend on what the text says. `Err` names the first thing amiss.
pub fn sound(text: &str, report: &Report) -> Result<(), String> {
    if report.document.text != text {
        return Err("the text is not kept as read".to_owned());
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    let slice = |span: Span| -> Result<String, String> {
        let (start, end) = (span.start as usize, span.end as usize);
        if start > end || end > units.len() {
            return Err(format!("{span:?} lies outside the text of {} code units", units.len()));
        }
        String::from_utf16(&units[start..end]).map_err(|_| format!("{span:?} cuts a character"))
    };
    for figure in &report.figures {
        if slice(figure.span)? != figure.quote || figure.quote.is_empty() {
            return Err(format!(
                "figure {} quotes {:?}, its span holds {:?}",
                figure.id,
                figure.quote,
                slice(figure.span)?
            ));
        }
        if figure.context.start > figure.span.start || figure.context.end < figure.span.end {
            return Err(format!("figure {} stands outside its context", figure.id));
        }
        slice(figure.context)?;
        for span in &figure.indicator_spans {
            slice(*span)?;
        }
        if !crate::exactness::finite(&figure.value) || !(0.0..=1.0).contains(&figure.confidence) {
            return Err(format!("figure {}: {:?} at {}", figure.id, figure.value, figure.confidence));
        }
        if figure.commitment.is_some() != (figure.status == jiandu::report::Status::Target) {
            return Err(format!("figure {}: {:?} with {:?}", figure.id, figure.status, figure.commitment));
        }
        if figure.section.as_ref().is_some_and(|id| !report.sections.iter().any(|section| section.id == *id)) {
            return Err(format!("figure {} stands in a section that is not there", figure.id));
        }
    }
    for date in &report.dates {
        if slice(date.span)? != date.quote || date.quote.is_empty() {
            return Err(format!("date {} quotes {:?}, its span holds {:?}", date.id, date.quote, slice(date.span)?));
        }
    }
    let spans = (report.slogans.iter().flat_map(|slogan| std::iter::once(slogan.span).chain(slogan.parts_span)))
        .chain(report.sections.iter().map(|section| section.span))
        .chain(report.timeline.iter().map(|entry| entry.span))
        .chain(report.others.iter().map(|other| other.span))
        .chain(report.projects.iter().map(|project| project.span))
        .chain(report.people.iter().flat_map(|person| person.spans.iter().copied()))
        .chain(report.cleaning.iter().map(|cleaning| cleaning.span))
        .chain(report.diagnostics.iter().filter_map(|diagnostic| diagnostic.span));
    for span in spans {
        slice(span)?;
    }
    let mut ids: Vec<&str> = (report.figures.iter().map(|figure| figure.id.as_str()))
        .chain(report.dates.iter().map(|date| date.id.as_str()))
        .chain(report.slogans.iter().map(|slogan| slogan.id.as_str()))
        .chain(report.timeline.iter().map(|entry| entry.id.as_str()))
        .chain(report.projects.iter().map(|project| project.id.as_str()))
        .chain(report.sections.iter().map(|section| section.id.as_str()))
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() != count {
        return Err("an id stands twice".to_owned());
    }
    for entry in &report.timeline {
        if entry.title.is_empty() || entry.title.chars().count() > 40 {
            return Err(format!("timeline entry {}: title {:?}", entry.id, entry.title));
        }
        let known = |id: &String| ids.binary_search(&id.as_str()).is_ok();
        if !entry.figures.iter().chain(&entry.dates).all(known) {
            return Err(format!("timeline entry {} rests on something that is not there", entry.id));
        }
    }
    in_order(report)
}

fn in_order(report: &Report) -> Result<(), String> {
    let figures = report.figures.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    let dates = report.dates.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    if figures && dates { Ok(()) } else { Err("figures or dates overlap or are out of order".to_owned()) }
}

/// Reads a text; only an empty one may be refused.
pub fn read(text: &str) -> Result<Option<Report>, String> {
    match analyze(text, &Options { date: Some("2025-01-14".to_owned()), ..Options::default() }) {
        Ok(report) => Ok(Some(report)),
        Err(error) if matches!(error.code(), "empty" | "binary") => Ok(None),
        Err(error) => Err(format!("refused: {error}")),
    }
}

#[test]
fn texts_that_broke_something_once_are_sound() {
    for text in texts::BROKE_ONCE {
        let checked = read(text).and_then(|report| {
            report.map_or(Ok(()), |report| sound(text, &report).and_then(|()| crate::digits::accounted_for(&report)))
        });
        assert_eq!(checked, Ok(()), "{text}");
    }
}

#[test]
fn long_chains_of_numbers_end_in_finite_values() {
    let chains = [
        "3亿1万".repeat(5_000),
        "1万".repeat(50_000),
        format!("收入{}元", "9".repeat(400)),
        format!("收入5{}元", "亿".repeat(60)),
    ];
    for text in chains {
        let checked = read(&text).and_then(|report| {
            report.map_or(Ok(()), |report| {
                crate::digits::accounted_for(&report).and(Ok(report)).and_then(|report| {
                    let finite = report.figures.iter().all(|f| match &f.value {
                        jiandu::report::Value::One(one) => one.is_finite(),
                        jiandu::report::Value::Many(many) => many.iter().all(|v| v.is_finite()),
                    });
                    if finite { Ok(()) } else { Err("a value is not finite".to_owned()) }
                })
            })
        });
        assert_eq!(checked, Ok(()), "{}…", text.chars().take(12).collect::<String>());
    }
}

proptest! {
    #![proptest_config(texts::config())]

    #[test]
    fn a_report_on_pieces_of_documents_is_sound(text in texts::document()) {
        if let Some(report) = read(&text).map_err(TestCaseError::fail)? {
            sound(&text, &report).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn a_report_on_any_characters_is_sound(text in texts::anything()) {
        if let Some(report) = read(&text).map_err(TestCaseError::fail)? {
            sound(&text, &report).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn any_bytes_give_a_report_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        match analyze(bytes.as_slice(), &Options::default()) {
            Ok(report) => sound(&report.document.text, &report).map_err(TestCaseError::fail)?,
            Err(error) => prop_assert!(!error.to_string().is_empty() && !error.code().is_empty()),
        }
    }

    #[test]
    fn the_same_text_gives_the_same_report(text in texts::document()) {
        let first = read(&text).map_err(TestCaseError::fail)?.map(|report| serde_json::to_string(&report).unwrap());
        let second = read(&text).map_err(TestCaseError::fail)?.map(|report| serde_json::to_string(&report).unwrap());
        prop_assert_eq!(first, second);
    }
}
