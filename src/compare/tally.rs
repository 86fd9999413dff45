//! Promises counted by place and by the year in which they are due: how many were kept, how hard they were promised.

use std::collections::BTreeMap;

use super::types::{Outcome, PromiseRow, Tally, Text};
use crate::report::Commitment;

/// The counts, by place and year.
pub(super) fn tally(promises: &[PromiseRow]) -> Vec<Tally> {
    let mut counts: BTreeMap<(Option<&str>, &str, i32), Tally> = BTreeMap::new();
    for promise in promises {
        let due = promise.due.as_ref().and_then(|due| due.end.as_deref()).and_then(|end| end.get(..4)?.parse().ok());
        let (Some(subject), Some(year)) = (&promise.subject, due) else { continue };
        let code = promise.subject_code.as_ref();
        let count = counts.entry((code.map(|code| &**code), &**subject, year)).or_insert_with(|| Tally {
            subject: Text::clone(subject),
            subject_code: code.map(Text::clone),
            year,
            met: 0,
            missed: 0,
            open: 0,
            unknown: 0,
            firm: 0,
            aim: 0,
            plain: 0,
        });
        *match promise.result {
            Outcome::Met => &mut count.met,
            Outcome::Missed => &mut count.missed,
            Outcome::Open => &mut count.open,
            Outcome::Unknown => &mut count.unknown,
        } += 1;
        *match promise.commitment {
            Some(Commitment::Firm) => &mut count.firm,
            Some(Commitment::Aim) => &mut count.aim,
            Some(Commitment::Plain) | None => &mut count.plain,
        } += 1;
    }
    counts.into_values().collect()
}
