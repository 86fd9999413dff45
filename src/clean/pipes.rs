//! Rows of a table between pipes whose cells hold line ends: |指标|绝对数⏎（亿元）|⏎比上年增长⏎（%）| → one line.

use crate::span::{Raw, Span};

/// Lines over which a row can be broken, characters of the longest of them.
const LINES: usize = 12;
const CELL: usize = 40;
/// Pipes of the narrowest table.
const NARROWEST: usize = 3;

/// The line ends inside rows, with the blanks around them, in order.
#[inline(never)]
pub(super) fn breaks(text: &str) -> Vec<Span<Raw>> {
    let mut found = Vec::new();
    let ends = |tail: &str| tail.starts_with('\n') || tail.starts_with("\r\n") || tail.starts_with(" \n");
    if !text.match_indices('|').any(|(at, _)| ends(&text[at + 1..])) {
        return found;
    }
    let mut starts = Vec::new();
    let mut at = 0;
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| {
            starts.push(at);
            at += line.len() + 1;
            line.trim()
        })
        .collect();
    let mut first = 0;
    while first < lines.len() {
        let last = row_end(&lines, first).unwrap_or(first);
        for i in first..last {
            let indent = |i: usize| text[starts[i]..].len() - text[starts[i]..].trim_start().len();
            let end = starts[i] + indent(i) + lines[i].len();
            found.push(Span::new(end, starts[i + 1] + indent(i + 1)));
        }
        first = last + 1;
    }
    found
}

/// The line on which a row ends that another begins on: as many pipes as the next whole row has.
fn row_end(lines: &[&str], first: usize) -> Option<usize> {
    let head = lines[first];
    if !head.starts_with('|') || head.chars().nth(CELL * 4).is_some() {
        return None;
    }
    let mut pipes = count(head);
    let mut last = first;
    let near = &lines[first + 1..lines.len().min(first + 1 + LINES)];
    for (next, line) in near.iter().enumerate() {
        // The next row begins: is the one before it whole by now?
        if line.starts_with('|') && line.ends_with('|') && count(line) >= NARROWEST {
            let broken = last > first && lines[last].ends_with('|');
            return (broken && pipes == count(line)).then_some(last);
        }
        if line.is_empty() || line.chars().nth(CELL).is_some() || line.contains(['。', '；']) {
            return None;
        }
        pipes += count(line);
        last = first + 1 + next;
    }
    None
}

fn count(line: &str) -> usize {
    line.bytes().filter(|&byte| byte == b'|').count()
}

#[cfg(test)]
mod tests {
    use crate::clean::clean_text;

    #[test]
    fn a_row_broken_in_its_cells_is_one_line() {
        for (text, expected) in [
            (
                "| 指 标 | 绝对数\n(亿元) |\n比上年增长\n(%) |\n| 生产总值 | 61.2 | 4.7 |\n",
                "指标|绝对数（亿元）|比上年增长（%）",
            ),
            ("| 指标 | 总量\n（亿元） |\n| 粮食 | 61.2 |\n", "指标|总量（亿元）"),
        ] {
            let clean = clean_text(text).text;
            let bare: String = clean.chars().filter(|c| *c != ' ').collect();
            let line = bare.lines().next().unwrap_or_default().trim_matches('|');
            assert_eq!(line.replace('(', "（").replace(')', "）"), expected, "{clean}");
        }
    }

    #[test]
    fn prose_behind_a_row_and_rows_of_other_widths_stay() {
        for text in ["| 指标 | 总量 |\n说明\n| 粮食 | 61.2 | 8 |\n", "| 指标 | 总量 |\n|--|--|\n| 粮食 | 61.2 |\n"]
        {
            assert_eq!(clean_text(text).text.lines().count(), 3, "{text}");
        }
    }
}
