//! A body that stands twice: the second run of the same lines is marked.

use rustc_hash::FxHashMap as HashMap;

use crate::span::{Clean, Span};

/// Bytes of a line that can begin a copy; shorter ones (各位代表：) recur by themselves.
const LINE: usize = 90;
/// Bytes that a run of lines must hold to be a copy of the body.
const BODY: usize = 600;

pub(super) fn find(text: &str, lines: &[Span<Clean>]) -> Vec<Span<Clean>> {
    let mut first: HashMap<&str, usize> = HashMap::default();
    let mut copies = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        let line = lines[i].of(text).trim();
        if line.len() < LINE {
            i += 1;
            continue;
        }
        let Some(&j) = first.get(line) else {
            first.insert(line, i);
            i += 1;
            continue;
        };
        let same =
            |k: usize| j + k < i && i + k < lines.len() && lines[i + k].of(text).trim() == lines[j + k].of(text).trim();
        // Short lines right before the body (a heading, 编者按) are part of the copy.
        let mut back = 0;
        while back < j
            && back < i
            && i - back > j
            && lines[i - back - 1].of(text).trim() == lines[j - back - 1].of(text).trim()
        {
            back += 1;
        }
        let length = (0..lines.len()).take_while(|&k| same(k)).count().max(1);
        let span = Span::new(lines[i - back].start, lines[i + length - 1].end);
        if span.len() >= BODY {
            copies.push(span);
        }
        i += length;
    }
    copies
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn a_second_copy_is_marked_and_a_repeated_phrase_is_not() {
        let body = "全县粮食总产量稳定，工业增加值平稳增长，群众收入持续提高，生态环境不断改善。".repeat(9);
        let text = format!("编者按\n{body}\n各位代表：\n编者按\n{body}\n");
        let clean = clean_text(&text);
        assert_eq!(clean.masked.len(), 1);
        assert_eq!(clean.masked[0].start, text.rfind("编者按").unwrap());
        assert!(clean_text("各位代表：\n全县增长。\n各位代表：\n").masked.is_empty());
    }
}
