//! A body that stands twice: the second run of the same lines is marked.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHashMap as HashMap;

use crate::lexicon::search::Search;
use crate::span::{Clean, Span};

/// Bytes of a line that can begin a copy; shorter ones (各位代表：) recur by themselves.
const LINE: usize = 90;
/// Bytes that tell lines apart, at the end and in the middle.
const ENDS: usize = 16;
/// Bytes that a run of lines must hold to be a copy of the body.
const BODY: usize = 600;
/// Bytes of the shortest body that can stand twice, where nothing else stands.
const SHORT: usize = 60;
/// Bytes of one, where hardly a line stands between.
const FEW: usize = 200;
/// Lines of title and dateline before it, or between.
const HEAD: usize = 3;
const NEAR: usize = 12;

/// A line, told apart by its length and its last bytes: to take all of them would be to read the whole text once more.
#[derive(PartialEq, Eq)]
struct Line<'a>(&'a str);

impl Hash for Line<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let bytes = self.0.as_bytes();
        state.write_usize(bytes.len());
        for end in [bytes.len(), bytes.len() / 2] {
            state.write(&bytes[end.saturating_sub(ENDS)..end]);
        }
    }
}

pub(super) fn find(text: &str, lines: &[Span<Clean>]) -> Vec<Span<Clean>> {
    let mut first: HashMap<Line<'_>, usize> = HashMap::default();
    let mut copies = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        let line = lines[i].of(text).trim();
        if line.len() < LINE {
            i += 1;
            continue;
        }
        let Some(&j) = first.get(&Line(line)) else {
            first.insert(Line(line), i);
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
        // 责任编辑：… between two runs of a short body.
        let between = lines.get(j + length..i - back).unwrap_or_default();
        let near = between.len() < NEAR
            && told(text, between).all(|line| line.len() < LINE)
            && told(text, between).count() <= HEAD;
        if span.len() >= BODY || near && span.len() >= FEW && is_told(span.of(text)) {
            copies.push(span);
        }
        i += length;
    }
    if copies.is_empty() {
        copies.extend(second_half(text, lines));
    }
    copies.extend(lines.iter().filter_map(|line| said_twice(text, *line)));
    copies.sort_by_key(|copy| copy.start);
    copies.dedup_by(|next, copy| next.start < copy.end);
    copies
}

/// A paragraph that stands twice in its own line: the second half.
fn said_twice(text: &str, line: Span<Clean>) -> Option<Span<Clean>> {
    let words = line.of(text).trim();
    let (half, rest) = (words.len() / 2, words.len() % 2);
    let twice = rest == 0 && half >= LINE && words.is_char_boundary(half) && words[..half] == words[half..];
    let start = line.start + line.of(text).len() - line.of(text).trim_start().len() + half;
    (twice && words[..half].ends_with('。')).then(|| Span::new(start, start + half))
}

/// The lines that hold words.
fn told<'a>(text: &'a str, lines: &'a [Span<Clean>]) -> impl Iterator<Item = &'a Span<Clean>> {
    lines.iter().filter(|line| !line.of(text).trim().is_empty())
}

/// A sentence with a number: what says nothing that can be counted may be said again.
fn is_told(body: &str) -> bool {
    body.has("。") && body.contains(|c: char| c.is_ascii_digit())
}

/// A body too short to be told by its length, where the text is nothing but its lines and then the same lines again,
/// behind a title or a dateline at most, with one or two lines between and at the end.
fn second_half(text: &str, lines: &[Span<Clean>]) -> Option<Span<Clean>> {
    let told: Vec<&Span<Clean>> = told(text, lines).collect();
    let of = |line: &Span<Clean>| line.of(text).trim();
    let short = |lines: &[&Span<Clean>]| lines.iter().all(|line| line.len() < LINE);
    let shapes =
        (0..HEAD).flat_map(|between| (0..HEAD).flat_map(move |tail| (0..=HEAD).map(move |head| [head, between, tail])));
    shapes.into_iter().find_map(|[head, between, tail]| {
        let twice = told.len().checked_sub(head + between + tail).filter(|n| n % 2 == 0)?;
        let (first, rest) = told.get(head..)?.split_at_checked(twice / 2)?;
        let second = rest.get(between..between + twice / 2)?;
        let same = first.iter().zip(second).all(|(a, b)| of(a) == of(b));
        let span = Span::new(second.first()?.start, second.last()?.end);
        let others = same && short(&told[..head]) && short(&rest[..between]) && short(&rest[between + twice / 2..]);
        let whole = if between + tail == 0 { span.of(text).has("。") } else { is_told(span.of(text)) };
        (others && span.len() >= SHORT && whole).then_some(span)
    })
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
        let short = "全县粮食总产量36.2万吨，增长2.1%，居全市第一位。";
        for (before, wanted) in [
            ("", 1),
            ("云岭县秋粮喜获丰收\n6月18日\n\n", 1),
            ("秋收已经结束。\n入库正在进行。\n年底完成。\n目前有序。\n", 0),
        ] {
            let clean = clean_text(&format!("{before}{short}\n全县种植业稳定。\n\n{short}\n全县种植业稳定。\n"));
            assert_eq!(clean.masked.len(), wanted, "{before}");
        }
        let between = |line: &str| {
            clean_text(&format!("云岭县秋粮喜获丰收\n{short}\n全县种植业稳定。\n{line}\n{short}\n全县种植业稳定。\n"))
                .masked
        };
        assert_eq!((between("责任编辑：李某").len(), between("来源：云岭发布\n【打印】").len()), (2, 2));
        let long = format!("{short}新建高标准农田3万亩，实施水库除险加固7座，群众收入稳步提高，乡村面貌持续改善。");
        let far = format!("{long}\n第二产业平稳。\n{long}\n");
        assert_eq!(clean_text(&far).masked.len(), 1);
        assert!(clean_text("各位代表：\n全县增长。\n各位代表：\n").masked.is_empty());
    }
}
