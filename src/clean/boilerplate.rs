//! Page furniture: reading time, share buttons, disclaimers, image lines, the head matter of a crawler.

use crate::lexicon::furniture::{Place, furniture};
use crate::span::{Clean, Span};

/// Share of the lines, at the end, where a disclaimer can begin.
const TAIL: usize = 4;

pub(super) fn find(text: &str, lines: &[Span<Clean>]) -> Vec<Span<Clean>> {
    let mut found = Vec::new();
    let head = head_matter(text, lines);
    found.extend(head.1);
    let tail_from = lines.len() - lines.len() / TAIL;
    for (i, line) in lines.iter().enumerate().skip(head.0) {
        let words = line.of(text).trim();
        if words.is_empty() || words.len() > 1_200 {
            continue;
        }
        if words.starts_with("![") && words.ends_with(')') {
            found.push(*line);
        } else if furniture().iter().any(|entry| match entry.place {
            Place::Line => words == entry.words,
            Place::Start => words.starts_with(&entry.words) && (words.len() < 150 || i >= tail_from),
            Place::Anywhere => words.len() < 240 && words.contains(&entry.words),
            Place::End => (i >= tail_from || i + 3 >= lines.len()) && words.starts_with(&entry.words),
        }) {
            found.push(*line);
        }
    }
    found
}

/// Lines between two `---` at the top, but for title and date: how many, and what to pass over.
fn head_matter(text: &str, lines: &[Span<Clean>]) -> (usize, Vec<Span<Clean>>) {
    if lines.first().is_none_or(|line| line.of(text).trim() != "---") {
        return (0, Vec::new());
    }
    let Some(close) = lines.iter().take(40).skip(1).position(|line| line.of(text).trim() == "---") else {
        return (0, Vec::new());
    };
    let kept = |line: &&Span<Clean>| !["title:", "date:", "---"].iter().any(|key| line.of(text).starts_with(key));
    (close + 2, lines[1..=close].iter().filter(kept).copied().collect())
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    fn masked(text: &str) -> Vec<String> {
        let clean = clean_text(text);
        clean.masked.iter().map(|m| m.of(&clean.text).to_owned()).collect()
    }

    #[test]
    fn furniture_is_marked_and_body_is_not() {
        let text = "---\nsource: https://a.cn/20230228\ntitle: 公报\n---\n共计2000个字，预计阅读时长8分钟\n全年增长3%。\n![图](./W02.png)\n责任编辑：李某\n";
        assert_eq!(
            masked(text),
            ["source: https://a.cn/20230228", "共计2000个字，预计阅读时长8分钟", "![图](./W02.png)", "责任编辑：李某"]
        );
        assert!(
            masked("全县免责声明发布率100%，责任编辑队伍扩大到20人，工作取得成效。\n后文。\n后文。\n后文。\n")
                .is_empty()
        );
    }
}
