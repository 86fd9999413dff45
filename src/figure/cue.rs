//! Words of a sentence that tell aim, promise, estimate or past, each found once, however many numbers follow it.

use std::ops::Range;

use super::measure::held_against;
use crate::lexicon::figure_cues::measures;
use crate::lexicon::guarded::Entry;
use crate::lexicon::modality::{Modality, Sense, modality};
use crate::lexicon::segment::{Tag, segment};

/// Characters between a plan and the part of it that is told.
const BETWEEN: usize = 10;
const SIGNS: [char; 8] = ['，', '。', '；', '、', '：', ',', ';', ':'];

/// A word and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cue {
    /// Byte offset in the clean text.
    pub(super) at: usize,
    pub(super) word: &'static str,
    pub(super) means: Modality,
}

/// The cues of a stretch of text, in order.
pub(super) fn cues(text: &str, start: usize, end: usize) -> Vec<Cue> {
    let part = text.get(start..end).unwrap_or_default();
    let words = modality();
    part.char_indices()
        .filter(|(_, first)| words.may_end(*first))
        .filter_map(|(at, first)| {
            let entry = words.prefix_at(first, &part[at..])?;
            stands(entry, &part[..at], &part[at + entry.word.len()..]).then_some(Cue {
                at: start + at,
                word: entry.word,
                means: entry.meaning,
            })
        })
        .collect()
}

/// False for words that look like modality and are part of another word.
fn stands(entry: &Entry<Modality>, head: &str, tail: &str) -> bool {
    // 将北部浅山划入市区: before a noun 将 is 把, before a verb the future.
    let future = || {
        let next = tail.char_indices().nth(6).map_or(tail, |(at, _)| &tail[..at]);
        // 将全力推动项目落地
        measures().by_effort.prefix(next).is_some()
            || matches!(
                segment(next).first().map(|token| token.tag),
                Some(
                    Tag::Verb
                        | Tag::VerbalNoun
                        | Tag::Adverb
                        | Tag::Preposition
                        | Tag::Time
                        | Tag::Adjective
                        | Tag::Numeral
                        | Tag::Punctuation
                )
            )
    };
    entry.stands(head, tail)
        && (entry.word != "将" || future())
        && !is_measured(entry.meaning.sense, head, tail)
        && !is_passed(entry.meaning.sense, head)
}

/// 低于年度预期目标1.9个百分点, 超额完成目标: what was reached is held against an aim.
fn is_passed(sense: Sense, head: &str) -> bool {
    let clause = head.rsplit(SIGNS).next().unwrap_or(head);
    let near = |(held, _): (Range<usize>, f64)| clause[held.end..].chars().count() <= BETWEEN;
    matches!(sense, Sense::Goal | Sense::Future) && held_against(clause).is_some_and(near)
}

/// 完成年度计划的80%, 为目标任务的122%: a plan of which a part is told aims at nothing.
fn is_measured(sense: Sense, head: &str, tail: &str) -> bool {
    if !matches!(sense, Sense::Goal | Sense::Aim) {
        return false;
    }
    let Some((at, _)) = tail.char_indices().take(BETWEEN).find(|(_, c)| c.is_ascii_digit()) else { return false };
    let number = tail[at..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let clause = head.rsplit(SIGNS).next().unwrap_or(head);
    number.starts_with(['%', '％']) && !tail[..at].contains(SIGNS) && measures().part_of.within(clause)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn senses(text: &str) -> Vec<(&'static str, Sense)> {
        cues(text, 0, text.len()).into_iter().map(|cue| (cue.word, cue.means.sense)).collect()
    }

    #[test]
    fn cues_are_words_of_their_own() {
        assert_eq!(senses("力争新增4家，确保达到40%"), [("力争", Sense::Aim), ("确保", Sense::Firm)]);
        assert_eq!(senses("将北部浅山区100平方公里划入市区"), []);
        assert_eq!(senses("将实施12项工程"), [("将", Sense::Future)]);
        assert_eq!(senses("将全力推动项目落地"), [("将", Sense::Future)]);
        assert_eq!(senses("主要指标的三年行动计划”"), []);
        assert_eq!(senses("完成年度目标任务78%"), [("完成", Sense::Done)]);
        assert_eq!(senses("占年度计划投资的58%"), []);
        assert_eq!(senses("增长6.6%，低于年度预期目标1.9个百分点"), []);
        assert_eq!(senses("计划增长8%"), [("计划", Sense::Aim)]);
    }
}
