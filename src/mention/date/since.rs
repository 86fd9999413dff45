//! Dates from which on something is counted: 自2019年……以来, 2023年3月组建以来.

use super::Date;
use super::grammar::{Edge, Year};
use crate::lexicon::cues::times;
use crate::mention::first_chars;

/// Characters of a clause in which 以来 may stand.
const CLAUSE: usize = 60;
/// Characters of an event since which is counted: 1998年特大洪水以来.
const EVENT: usize = 8;

/// True of a date whose clause goes on to 以来.
pub(super) fn is_since(date: &Date, before: &str, rest: &str) -> bool {
    let clause = first_chars(rest, CLAUSE).split(['，', '。', '；', ',']).next().unwrap_or_default();
    let Some((event, _)) = clause.split_once("以来").filter(|_| date.expression.edge == Edge::In) else {
        return false;
    };
    let numbered = matches!(date.expression.year, Year::Of(_) | Year::Short(_));
    before.ends_with(['自', '从']) || numbered && is_event(event)
}

/// 2023年3月组建以来, 1998年特大洪水以来: what happened then, and no more.
fn is_event(event: &str) -> bool {
    let short = event.chars().nth(EVENT).is_none() && !event.contains(['的', '年']);
    let deed = [&times().done_at, &times().began, &times().disaster].iter().any(|words| words.suffix(event).is_some());
    short && deed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_since_which_is_counted_is_short_and_told_whole() {
        assert!(is_event("特大洪水") && is_event("组建"));
        assert!(!is_event("的洪水") && !is_event("是最困难的一年") && !is_event("全市经济稳步增长"));
    }
}
