//! One event that a document tells more than once, in other words or with a wider date, is one entry.
//!
//! ```text
//! 6月28日，岚水大桥顺利合龙。 … 6月28日，岚水大桥成功合龙。   the same words, praise apart
//! 9月，青沅县荣获全省平安县称号。 … 9月，被评为全省平安县。     the same honour
//! 12月，岚水大桥建成通车。 … 年内，岚水大桥正式通车。          the same thing came into use
//! ```
//!
//! What is begun, what is finished and what is put to use are three events of one thing.

use rustc_hash::FxHashMap;

use super::Draft;
use crate::lexicon::timeline_cues::timeline;
use crate::report::figure::Figures;
use crate::report::{EntryKind, Interval};

/// Characters below which a thing's name is too common to tell one from another.
const THING: usize = 4;
/// Earlier entries of the same words that are compared.
const COMPARED: usize = 8;

/// Takes each event once; `figures` are those of the document.
#[inline(never)]
pub(super) fn join<'a>(drafts: Vec<Draft<'a>>, figures: &Figures) -> Vec<Draft<'a>> {
    let mut known: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let mut kept: Vec<Draft<'a>> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let keys = keys(&draft, figures);
        let earlier = keys.iter().find_map(|key| {
            let entries = known.get(key)?.iter().rev().take(COMPARED).copied();
            entries.into_iter().find(|entry| meets(&kept[*entry], &draft, figures))
        });
        let at = earlier.unwrap_or(kept.len());
        for key in keys {
            let entries = known.entry(key).or_default();
            if !entries.contains(&at) {
                entries.push(at);
            }
        }
        match kept.get_mut(at) {
            Some(first) => merge(first, draft),
            None => kept.push(draft),
        }
    }
    kept
}

/// True where two entries of one meaning can be one event: of the same time, or of a day and of its year. Where both rest on
/// a figure, it is of the same thing: 集中供水率 and 自来水普及率 are one indicator, and two promises.
fn meets(first: &Draft<'_>, second: &Draft<'_>, figures: &Figures) -> bool {
    let label = |draft: &Draft<'_>| match draft.figures.as_slice() {
        [only] => Some(figures.get(*only).indicator()),
        _ => None,
    };
    let named = match (label(first), label(second)) {
        (Some(one), Some(other)) => holds(one, other) || holds(other, one),
        _ => true,
    };
    named && (first.date == second.date || narrower(&first.date, &second.date) || narrower(&second.date, &first.date))
}

/// True where every character of the second label is one of the first: 城镇新增就业, 新增就业.
fn holds(long: &str, short: &str) -> bool {
    short.chars().all(|c| long.contains(c))
}

/// True where the second lies within the first, which is no longer than a year.
fn narrower(wide: &Interval, narrow: &Interval) -> bool {
    match (&wide.start, &wide.end, &narrow.start, &narrow.end) {
        (Some(from), Some(to), Some(start), Some(end)) => {
            from.get(..4) == to.get(..4) && from <= start && end <= to && (from, to) != (start, end)
        }
        _ => false,
    }
}

fn merge<'a>(first: &mut Draft<'a>, second: Draft<'a>) {
    let same = first.date == second.date;
    // The telling that knows the day is kept; what the other one rests on is of another date.
    if narrower(&first.date, &second.date) {
        let figures = std::mem::take(&mut first.figures);
        *first = second;
        extend(&mut first.figures, figures);
        return;
    }
    extend(&mut first.figures, second.figures);
    if same {
        extend(&mut first.dates, second.dates);
    }
}

fn extend(known: &mut Vec<usize>, more: Vec<usize>) {
    for new in more {
        if !known.contains(&new) {
            known.push(new);
        }
    }
}

/// What an entry says, in the forms in which another telling can meet it.
fn keys(draft: &Draft<'_>, figures: &Figures) -> Vec<String> {
    let kind = match draft.kind {
        EntryKind::Event | EntryKind::Milestone => "done",
        EntryKind::Deadline => "due",
        EntryKind::Recurring => "again",
    };
    let core = essence(&draft.title, draft.subject);
    let mut keys = vec![format!("{kind} {core}")];
    let (thing, acts) = thing(&core);
    if thing.chars().nth(THING - 1).is_some() && !thing.is_ascii() {
        keys.extend(acts.map(|act| format!("{kind} {act} {thing}")));
    }
    keys.extend(counted(draft, figures).map(|told| format!("{kind} {told}")));
    keys
}

/// Where an entry rests on one known figure, that figure: 新增就业1.55万人, 城镇新增就业15500人.
fn counted(draft: &Draft<'_>, figures: &Figures) -> Option<String> {
    let [only] = draft.figures.as_slice() else { return None };
    let figure = figures.get(*only);
    let indicator = figure.known?.id;
    let figure = figure.linked;
    let subject = figure.subject.as_deref().unwrap_or_default();
    let Interval { start, end } = &draft.date;
    Some(format!(
        "{indicator} {subject} {:?} {:?} {} {start:?} {end:?} {:?}",
        figure.measure, figure.values, figure.unit, figure.scope
    ))
}

/// A title without the words in which two tellings of one event differ: praise, the place that all is about, and which of
/// the words of an honour or a meeting it takes.
fn essence(title: &str, subject: Option<&str>) -> String {
    let cues = timeline();
    let title = subject.and_then(|place| title.strip_prefix(place)).filter(|rest| !rest.is_empty()).unwrap_or(title);
    let title = cues.same_tail.suffix(title).map_or(title, |tail| &title[..title.len() - tail.len()]);
    let mut words = String::with_capacity(title.len());
    let mut skip = 0;
    for (at, c) in title.char_indices() {
        if at < skip {
            continue;
        }
        let rest = &title[at..];
        if let Some(word) = cues.praise.prefix_at(c, rest) {
            skip = at + word.len();
        } else if let Some(word) = cues.same_honour.prefix_at(c, rest) {
            words.push('获');
            skip = at + word.len();
        } else if let Some(word) = cues.same_meeting.prefix_at(c, rest) {
            words.push('开');
            skip = at + word.len();
        } else {
            words.push(c);
        }
    }
    words
}

/// What is begun, finished or put to use, and which of these: 岚水大桥建成通车 → 岚水大桥, finished and in use.
fn thing(core: &str) -> (&str, impl Iterator<Item = char> + use<'_>) {
    let cues = timeline();
    let acts = [('始', &cues.same_begin), ('成', &cues.same_finish), ('用', &cues.same_use)];
    let mut found = [false; 3];
    let mut thing = core;
    let mut strip = |thing: &mut &str, front: bool| {
        while let Some((at, len)) = acts.iter().enumerate().find_map(|(at, (_, words))| {
            let word = if front { words.prefix(thing) } else { words.suffix(thing) };
            word.map(|word| (at, word.len()))
        }) {
            found[at] = true;
            *thing = if front { &thing[len..] } else { &thing[..thing.len() - len] };
        }
    };
    strip(&mut thing, false);
    if thing.len() == core.len() {
        strip(&mut thing, true);
    }
    (thing, acts.into_iter().zip(found).filter(|(_, found)| *found).map(|((act, _), _)| act))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acts(core: &str) -> (String, String) {
        let (thing, acts) = thing(core);
        (thing.to_owned(), acts.collect())
    }

    #[test]
    fn a_thing_is_begun_finished_or_put_to_use() {
        assert_eq!(acts("岚水大桥建成通车"), ("岚水大桥".to_owned(), "成用".to_owned()));
        assert_eq!(acts("岚水大桥通车"), ("岚水大桥".to_owned(), "用".to_owned()));
        assert_eq!(acts("开工建设岚水大桥"), ("岚水大桥".to_owned(), "始".to_owned()));
        assert_eq!(acts("粮食增产"), ("粮食增产".to_owned(), String::new()));
    }

    #[test]
    fn praise_place_and_the_word_of_an_honour_do_not_matter() {
        let core = |title: &str| essence(title, Some("青沅县"));
        assert_eq!(core("青沅县荣获全省平安县称号"), core("被评为全省平安县"));
        assert_eq!(core("岚水大桥顺利合龙"), core("岚水大桥成功合龙"));
        assert_ne!(core("召开农业现场会"), core("召开工业现场会"));
    }

    #[test]
    fn a_day_lies_within_its_year_and_not_within_a_plan() {
        let interval = |start: &str, end: &str| Interval { start: Some(start.to_owned()), end: Some(end.to_owned()) };
        let (year, day) = (interval("2024-01-01", "2024-12-31"), interval("2024-06-28", "2024-06-28"));
        assert!(narrower(&year, &day) && !narrower(&day, &year) && !narrower(&year, &year));
        assert!(!narrower(&interval("2021-01-01", "2025-12-31"), &day));
    }
}
