//! Policy phrases whose number is a code or a count of their own parts: “325”产业计划, 三大改造, 四个“十大工程”.

mod code;
mod counted;
mod head;
mod parts;
mod quoted;

use rustc_hash::FxHashMap;

use super::Mentions;
use crate::span::{Clean, Span};
use crate::structure::Structure;

pub(super) use code::code;
pub(super) use counted::{counted, listed};
pub(super) use quoted::quoted;

/// A policy phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slogan {
    /// The whole phrase.
    pub span: Span<Clean>,
    /// Its parts, where the text names them.
    pub parts: Vec<Span<Clean>>,
}

impl Slogan {
    fn new(start: usize, end: usize) -> Slogan {
        Slogan { span: Span::new(start, end), parts: Vec::new() }
    }
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '0'..='9'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '两'
            | '双'
            | '首'
    )
}

/// Counts that repeat, without quotation marks, a phrase that the document quotes elsewhere: “四件大事” … 四件大事.
#[inline(never)]
pub(super) fn repeats(text: &str, mentions: &mut Mentions) {
    let quotes = ['“', '”', '"', '‘', '’'];
    // By their first characters: a text of many documents has hundreds of phrases and ten thousands of numbers.
    let mut known: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for phrase in mentions.slogans.iter().map(|s| s.span.of(text)) {
        if phrase.starts_with(quotes) && phrase.ends_with(quotes) {
            let phrase = phrase.trim_matches(quotes);
            if let Some(first) = first_four(phrase)
                && phrase.starts_with(is_numeral)
                && !phrase.contains(quotes)
            {
                known.entry(first).or_default().push(phrase);
            }
        }
    }
    if known.is_empty() {
        return;
    }
    let slogans = &mut mentions.slogans;
    mentions.quantities.retain(|q| {
        let rest = &text[q.span.start..];
        let alike = first_four(rest).and_then(|first| known.get(first));
        let phrase = alike
            .into_iter()
            .flatten()
            .filter(|p| rest.starts_with(**p) && p.len() > q.span.end - q.span.start)
            .max_by_key(|p| p.len());
        if let Some(phrase) = phrase {
            slogans.push(Slogan::new(q.span.start, q.span.start + phrase.len()));
        }
        phrase.is_none()
    });
    slogans.sort_by_key(|s| s.span);
}

/// The first four characters, where there are as many.
fn first_four(text: &str) -> Option<&str> {
    text.char_indices().nth(3).map(|(at, c)| &text[..at + c.len_utf8()])
}

/// Finds the parts of all phrases.
#[inline(never)]
pub(super) fn name_parts(text: &str, structure: &Structure, mentions: &mut Mentions) {
    let mut blocks = structure.blocks.iter().peekable();
    for slogan in &mut mentions.slogans {
        while blocks.next_if(|b| b.span.end <= slogan.span.start).is_some() {}
        if let Some(block) = blocks.peek() {
            slogan.parts = if slogan.span.of(text).ends_with('级') {
                level_parts(text, slogan.span)
            } else {
                parts::parts(text, block.span, slogan.span)
            };
        }
    }
}

/// 县乡村三级 → 县, 乡, 村.
fn level_parts(text: &str, span: Span<Clean>) -> Vec<Span<Clean>> {
    let mut found = Vec::new();
    for (at, c) in span.of(text).char_indices() {
        if is_numeral(c) {
            break;
        }
        if c != '、' {
            found.push(Span::new(span.start + at, span.start + at + c.len_utf8()));
        }
    }
    found
}
