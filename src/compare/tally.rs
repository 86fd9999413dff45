//! Promises counted by place and by the year in which they are due: how many were kept, how hard they were promised. Those
//! without a number count as those with one.

use std::collections::BTreeMap;

use super::types::{CommitmentRow, Outcome, PromiseRow, Tally, Text};
use crate::report::{Commitment, Interval};

/// One promise as it counts.
struct Counted<'a> {
    subject: Option<&'a Text>,
    code: Option<&'a Text>,
    due: Option<&'a Interval>,
    result: Outcome,
    commitment: Commitment,
}

/// The counts, by place and year.
pub(super) fn tally(promises: &[PromiseRow], commitments: &[CommitmentRow]) -> Vec<Tally> {
    let numbered = promises.iter().map(|row| Counted {
        subject: row.subject.as_ref(),
        code: row.subject_code.as_ref(),
        due: row.due.as_ref(),
        result: row.result,
        commitment: row.commitment.unwrap_or(Commitment::Plain),
    });
    let worded = commitments.iter().map(|row| Counted {
        subject: row.subject.as_ref(),
        code: row.subject_code.as_ref(),
        due: Some(&row.due),
        result: row.result,
        commitment: row.commitment,
    });
    let mut counts: Vec<Tally> = Vec::new();
    let mut places: BTreeMap<(Option<&str>, &str, i32), usize> = BTreeMap::new();
    let mut last = 0;
    for Counted { subject, code, due, result, commitment } in numbered.chain(worded) {
        let due = due.and_then(|due| due.end.as_deref()).and_then(|end| end.get(..4)?.parse().ok());
        let (Some(subject), Some(year)) = (subject, due) else { continue };
        // Promises come in order: most are of the place and year of the one before.
        let same =
            |tally: &Tally| tally.year == year && tally.subject == *subject && tally.subject_code.as_ref() == code;
        if !counts.get(last).is_some_and(same) {
            last = *places.entry((code.map(|code| &**code), &**subject, year)).or_insert(counts.len());
        }
        if last == counts.len() {
            counts.push(Tally {
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
        }
        let Some(count) = counts.get_mut(last) else { continue };
        *match result {
            Outcome::Met => &mut count.met,
            Outcome::Missed => &mut count.missed,
            Outcome::Open => &mut count.open,
            Outcome::Unknown => &mut count.unknown,
        } += 1;
        *match commitment {
            Commitment::Firm => &mut count.firm,
            Commitment::Aim => &mut count.aim,
            Commitment::Plain => &mut count.plain,
        } += 1;
    }
    let mut order: Vec<Option<Tally>> = counts.into_iter().map(Some).collect();
    places.into_values().filter_map(|at| order.get_mut(at)?.take()).collect()
}
