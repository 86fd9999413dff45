//! Clauses of a sentence: what a number is read within.

use super::scene::Place;
use crate::lexicon::figure_cues::labels;
use crate::lexicon::units::Kind;
use crate::mention::quantity::Quantity;
use crate::span::Span;

/// Clauses end at commas, semicolons and colons outside the quantities, and at brackets that hold a quantity; those brackets too.
#[inline(never)]
pub(super) fn clauses(text: &str, sentence: Place, quantities: &[Quantity]) -> (Vec<Place>, Vec<Place>) {
    let (mut out, mut brackets) = (Vec::new(), Vec::new());
    let mut start = sentence.start;
    let mut q = 0;
    let holds = |from: usize, to: usize| quantities.iter().any(|q| q.span.start >= from && q.span.end <= to);
    let body = &text[sentence.start..sentence.end];
    let mut open: Option<(usize, usize)> = None;
    for (offset, c) in body.char_indices() {
        if !matches!(c, '，' | ',' | '；' | ';' | '：' | ':' | '。' | '！' | '？' | '\n' | '（' | '(' | '）' | ')')
        {
            continue;
        }
        let at = sentence.start + offset;
        while quantities.get(q).is_some_and(|q| q.span.end <= at) {
            q += 1;
        }
        if quantities.get(q).is_some_and(|q| q.span.start <= at) {
            continue;
        }
        let width = c.len_utf8();
        match c {
            // 总投资：6亿元: what the sign leads to is the number.
            '：' | ':'
                if quantities.get(q).is_some_and(|q| q.kind == Kind::Money && q.outer_start == at + width)
                    && labels().money.suffix(&text[start..at]).is_some() => {}
            '，' | ',' | '；' | ';' | '：' | ':' | '。' | '！' | '？' | '\n' => {
                out.push(Span::new(start, at));
                start = at + width;
            }
            '（' | '(' => {
                let close = body[offset..].char_indices().find(|(_, c)| matches!(c, '）' | ')')).map(|(i, _)| at + i);
                if let Some(close) = close.filter(|close| holds(at, *close)) {
                    out.push(Span::new(start, at));
                    start = at + width;
                    open = Some((at, close));
                    brackets.push(Span::new(at, close));
                }
            }
            '）' | ')' if open.is_some_and(|(_, close)| close == at) => {
                out.push(Span::new(start, at));
                start = at + width;
                open = None;
            }
            _ => {}
        }
    }
    if start < sentence.end {
        out.push(Span::new(start, sentence.end));
    }
    (out, brackets)
}
