//! Words that tell a deed worth an entry of its own: something opened, was granted, was won.

use super::{Draft, title};
use crate::lexicon::timeline_cues::timeline;
use crate::report::clause::is_subordinate;
use crate::report::projects::stage_of as stage;
use crate::report::scene::{DEED, NAME, Scene};
use crate::report::{EntryKind, Interval, Role, Stage, State};
use crate::structure::Mode;

impl<'a> Scene<'a, '_> {
    /// Deeds of a review that are dated by its year alone.
    #[inline(never)]
    pub(super) fn deeds(&self, drafts: &mut Vec<Draft<'a>>) {
        let (Mode::Review, Some((from, to))) = (self.block.frame.mode, self.block.frame.years) else { return };
        for (at, clause) in self.clauses.iter().enumerate().filter(|(_, clause)| clause.cues & (DEED | NAME) != 0) {
            let dated = self
                .dates
                .iter()
                .any(|date| date.interval.is_some() && date.role != Role::Name && date.span.start < clause.span.end);
            let words = title::trim(self.text(clause.span));
            if dated || is_subordinate(words) || !(is_deed(words) || self.is_built(at)) {
                continue;
            }
            if let Some(title) = title::title(words).filter(|title| !title.ends_with('…')) {
                let year = Interval { start: Some(format!("{from:04}-01-01")), end: Some(format!("{to:04}-12-31")) };
                drafts.push(self.draft(clause.span, year, EntryKind::Event, State::Done, title));
            }
        }
    }
}

impl Scene<'_, '_> {
    /// True of a clause that says of projects by name, and of nothing else, that they began or came into being: 建成青湖水库和
    /// 东岭产业园.
    fn is_built(&self, at: usize) -> bool {
        self.group(at).is_some_and(|group| {
            let began = matches!(stage(&group.verbs, false), Stage::Started | Stage::Finished | Stage::Operating);
            began && self.text(group.behind).trim().is_empty() && !timeline().imminent.within(&group.verbs)
        })
    }
}

/// True of a clause that tells a deed without a date of its own.
pub(super) fn is_deed(clause: &str) -> bool {
    let cues = timeline();
    let told = if let Some(end) = cues.deed_end.suffix(clause)
        && is_named(&clause[..clause.len() - end.len()])
        && !clause[..clause.len() - end.len()].ends_with('的')
    {
        true
    } else {
        // 连续12届成功举办的瓷博会 is a thing, whatever is said of it then.
        let won = |start: &str| !clause[start.len()..].starts_with(['的', '数']);
        cues.deed_start.prefix(clause).is_some_and(won) || is_won(clause)
    };
    // 岚水光伏即将并网: not yet.
    // 搬迁项目未按期开工: nor was this.
    let there = !cues.imminent.within(clause) && !cues.undone.within(clause);
    told && there && (7..=44).contains(&clause.chars().count()) && !cues.deed_class.within(clause)
}

/// True of what came into being where it is one thing and not a wish: 推动…建成.
fn is_named(subject: &str) -> bool {
    subject.chars().count() >= 3
        && timeline().deed_pushed.prefix(subject).is_none()
        && !subject.starts_with(|c: char| c.is_ascii_digit())
}

/// 青沅县获评全国…: a subject of a few words before the word.
fn is_won(clause: &str) -> bool {
    let won = &timeline().deed_won;
    clause.char_indices().enumerate().take(15).skip(2).any(|(_, (at, c))| {
        won.prefix_at(c, &clause[at..]).is_some_and(|word| {
            let rest = &clause[at + word.len()..];
            rest.chars().nth(3).is_some() && !rest.starts_with('的')
        })
    })
}

/// True of words that tell something that came to its end.
pub(super) fn is_reached(words: &str) -> bool {
    timeline().reached.within(words)
}

/// What came into being, of words that tell it: 岚水大桥合龙 → 岚水大桥.
pub(super) fn thing(words: &str) -> Option<&str> {
    let words = words.trim_start_matches(['，', ' ']);
    let cues = timeline();
    let ends = words.char_indices().skip(4).take(21).map(|(at, _)| &words[..at]);
    let mut things = ends.filter(|thing| is_bare(&words[thing.len()..]));
    things.find(|thing| cues.thing_head.suffix(thing).is_some() && !super::title::opens_with_verb(thing))
}

/// A predicate without its subject: 建成投产. Then the subject stands in the clause before.
pub(super) fn is_bare(title: &str) -> bool {
    let mut rest = title;
    while let Some(part) = timeline().predicate.prefix(rest) {
        rest = &rest[part.len()..];
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deeds_are_told_from_classes_and_wishes() {
        for clause in ["青沅县获评全国绿化模范县", "岚水抽水蓄能电站开工建设", "成功举办首届龙舟文化节"]
        {
            assert!(is_deed(clause), "{clause}");
        }
        for clause in ["46个重点项目建成投产", "推动一批重大项目开工建设", "竣工投产", "岚水光伏项目即将并网发电"]
        {
            assert!(!is_deed(clause), "{clause}");
        }
        assert!(is_bare("全面建成投产") && !is_bare("二桥建成通车"));
    }
}
