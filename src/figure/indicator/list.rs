//! Lists whose k-th name goes with the k-th number.

use super::head::whole_text;
use super::{Label, make};
use crate::figure::scene::Scene;
use crate::lexicon::segment::{Token, segment};

/// The k names of a list with 分别, the shared end of the last lent to those before it.
pub(in crate::figure) fn split_list<'a>(scene: &Scene<'a>, head: &'a str, count: usize) -> Option<Vec<Label>> {
    let start = scene.offset(head);
    let (text, _) = whole_text(scene, start, head);
    if text.is_empty() {
        return None;
    }
    let mut parts: Vec<&str> = text.split(['、', '，', ',']).filter(|p| !p.trim().is_empty()).collect();
    // The names may begin in the clauses before: 城镇、农村居民收入，分别…
    if parts.len() + 1 == count || parts.len() < count {
        parts = parts.iter().flat_map(|p| split_and(p)).collect();
    }
    if parts.len() > count {
        parts.drain(..parts.len() - count);
    }
    let pairs = [("城乡", ["城镇", "农村"]), ("存贷款", ["存款", "贷款"]), ("进出口", ["进口", "出口"])];
    if let Some((word, pair)) = pairs.iter().find(|(word, _)| parts.len() == 1 && count == 2 && text.contains(word)) {
        let offset = scene.offset(text);
        let each = |own: &&str| {
            let mut label = make(text, offset, 0.9);
            label.text = text.replacen(word, own, 1);
            label
        };
        return Some(pair.iter().map(each).collect());
    }
    if parts.len() != count {
        return None;
    }
    let last = *parts.last()?;
    let tokens = segment(last);
    let suffix_start = tokens.first().map_or(0, Token::end);
    let suffix = &last[suffix_start..];
    let tail: String = last.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    let labels = parts
        .iter()
        .map(|part| {
            let part = part.trim().trim_start_matches(['和', '与']);
            let offset = scene.offset(part);
            let mut label = make(part, offset, 0.88);
            // 一、二、三次产业增加值: of the last all but its numeral is lent.
            let numeral = last.chars().next().map_or(0, char::len_utf8);
            let suffix = if part.chars().count() == 1 { &last[numeral..] } else { suffix };
            let short = part.chars().count() <= 4 && last.chars().count() >= part.chars().count() + 2;
            if short && !part.ends_with(&tail) && !suffix.is_empty() && !part.bytes().any(|b| b.is_ascii_digit()) {
                label.text.push_str(suffix);
            }
            label
        })
        .collect();
    Some(labels)
}

fn split_and(part: &str) -> Vec<&str> {
    for joint in ["以及", "和", "与", "及"] {
        if let Some(at) = part.find(joint).filter(|at| *at >= 6 && at + joint.len() + 6 <= part.len()) {
            return vec![&part[..at], &part[at + joint.len()..]];
        }
    }
    vec![part]
}
