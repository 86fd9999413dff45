//! The noun that a count or a code makes a phrase of: 攻坚战 in 三大攻坚战取得进展.

use crate::lexicon::cues::slogans as cues;
use crate::lexicon::segment::{Tag, Token, segment};
use crate::lexicon::slogans::slogans;

/// Characters of the longest noun behind a code or a count.
const HEAD: usize = 12;

/// Bytes up to a noun that a count makes a phrase, where no predicate comes before it: 攻坚战 in 攻坚战取得关键进展.
pub(super) fn heads(noun: &str) -> usize {
    let found = slogans().heads(noun);
    if found == 0 { 0 } else { heads_in(window(noun), &segment(window(noun)), found) }
}

/// As [`heads`], of words that have been cut already; `found` is where their last head ends.
fn heads_in(near: &str, tokens: &[Token<'_>], found: usize) -> usize {
    let cut = tokens
        .iter()
        .skip(1)
        .find(|t| t.text == "要" || t.text.chars().count() > 1 && cues().predicate.contains(t.text))
        .map(|t| t.start)
        .filter(|start| *start < found);
    cut.map_or(found, |start| slogans().heads(&near[..start]))
}

/// The end of the word in which a head ends: 产业 in 产业带.
pub(super) fn word_end(noun: &str, head: usize) -> usize {
    let near = window(noun);
    segment(near)
        .iter()
        .find(|t| t.end() >= head)
        .filter(|t| t.start < head && t.end() > head && matches!(t.tag, Tag::Noun | Tag::VerbalNoun))
        .map_or(head, Token::end)
}

/// True when no noun goes on behind: 服务 in 社区服务中心 is not the head.
pub(super) fn ends_noun(after: &str) -> bool {
    let near = window(after);
    !near.starts_with(super::is_han)
        || segment(near).first().is_none_or(|t| t.tag != Tag::Noun || t.text.chars().count() < 2)
        || cues().behind_head.prefix(near).is_some()
}

/// True when an unknown word goes on behind: 三个工作专班 are teams.
pub(super) fn begins_word(after: &str) -> bool {
    segment(window(after)).first().is_some_and(|t| {
        matches!(t.tag, Tag::Other | Tag::Adjective) || t.tag == Tag::Noun && t.text.chars().count() == 1
    })
}

/// The first characters of a text, enough for the words that matter.
fn window(text: &str) -> &str {
    let end = text.char_indices().nth(HEAD + 4).map_or(text.len(), |(at, _)| at);
    let near = &text[..end];
    near.find(|c| !super::is_han(c)).map_or(near, |at| &near[..at])
}

/// Bytes of the noun at the start of a text: whole words up to the next sign, particle, adverb or predicate. A verb stays
/// only before a noun (提升行动).
pub(super) fn head(text: &str) -> usize {
    let near = window(text);
    let tokens = segment(near);
    let known = heads_in(near, &tokens, slogans().heads(near));
    let mut end = 0;
    for (i, token) in tokens.iter().enumerate() {
        if near[..token.end()].chars().count() > HEAD
            || cues().predicate.contains(token.text)
            || cues().particle.contains(token.text)
        {
            break;
        }
        match token.tag {
            Tag::Noun | Tag::VerbalNoun | Tag::Place | Tag::Organisation | Tag::Other => end = token.end(),
            Tag::Verb => {
                let noun = tokens.get(i + 1).is_some_and(|t| matches!(t.tag, Tag::Noun | Tag::VerbalNoun))
                    && !tokens.get(i + 1).is_some_and(|t| cues().predicate.contains(t.text));
                if !noun && (i > 0 || known > 0) {
                    break;
                }
                if !noun {
                    end = token.end();
                }
            }
            Tag::Adjective | Tag::Latin => {}
            _ if i == 0 => end = token.end(),
            _ => break,
        }
    }
    if known > 0 && known > end { word_end(near, known) } else { end }
}
