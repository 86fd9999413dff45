//! Nothing is passed over: every Arabic digit lies in exactly one figure, date, slogan or other span, or in a stretch that
//! cleaning set aside as a second copy or page furniture.

use jiandu::report::{CleaningKind, Report, Span};
use proptest::prelude::*;

use crate::soundness::read;
use crate::texts;

/// `Err` names the first digit that is passed over or claimed twice, with the words around it.
pub fn accounted_for(report: &Report) -> Result<(), String> {
    let units: Vec<u16> = report.document.text.encode_utf16().collect();
    let mut claims = vec![0_u8; units.len()];
    let mut claim = |span: Span| {
        for count in &mut claims[span.start as usize..span.end as usize] {
            *count = count.saturating_add(1);
        }
    };
    report.figures.iter().for_each(|figure| claim(figure.span));
    report.dates.iter().for_each(|date| claim(date.span));
    report.slogans.iter().for_each(|slogan| claim(slogan.span));
    report.others.iter().for_each(|other| claim(other.span));
    let mut set_aside = vec![false; units.len()];
    for cleaning in &report.cleaning {
        if matches!(cleaning.kind, CleaningKind::Duplicate | CleaningKind::Boilerplate) {
            set_aside[cleaning.span.start as usize..cleaning.span.end as usize].fill(true);
        }
    }
    for (at, unit) in units.iter().enumerate() {
        let digit = matches!(*unit, 0x30..=0x39 | 0xFF10..=0xFF19);
        if digit && !(claims[at] == 1 || claims[at] == 0 && set_aside[at]) {
            let around = &units[at.saturating_sub(12)..(at + 12).min(units.len())];
            return Err(format!(
                "digit at {at} is claimed {} times: …{}…",
                claims[at],
                String::from_utf16_lossy(around)
            ));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(texts::config())]

    #[test]
    fn every_digit_of_pieces_of_documents_is_accounted_for(text in texts::document()) {
        if let Some(report) = read(&text).map_err(TestCaseError::fail)? {
            accounted_for(&report).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn every_digit_among_any_characters_is_accounted_for(text in texts::anything()) {
        if let Some(report) = read(&text).map_err(TestCaseError::fail)? {
            accounted_for(&report).map_err(TestCaseError::fail)?;
        }
    }
}
