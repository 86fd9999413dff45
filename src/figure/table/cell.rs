//! Cells of a row: where they stand, which of them hold a value, and in which unit.

use crate::figure::scene::Place;
use crate::lexicon::figure_cues::tables;
use crate::lexicon::numeral::is_count;
use crate::lexicon::search::Search;
use crate::lexicon::units;
use crate::span::Span;

/// Cells of a row of pipes, or of a list item that a page's list made of a row, without the spaces around them.
pub(super) fn cells(row: &str, start: usize) -> Vec<Place> {
    if row.has("|") {
        let inner = row.strip_prefix('|').unwrap_or(row);
        let mut at = start + (row.len() - inner.len());
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        return inner
            .split('|')
            .map(|cell| {
                let from = at + (cell.len() - cell.trim_start().len());
                let span = Span::new(from, from.max(at + cell.trim_end().len()));
                at += cell.len() + 1;
                span
            })
            .collect();
    }
    of_list(row, start)
}

/// `- 纱 万吨 2900.0 6.7`: the label may hold spaces (衣 着), a unit may follow it, the numbers stand at the end.
#[inline(never)]
fn of_list(row: &str, start: usize) -> Vec<Place> {
    let body = row.trim_start_matches("- ");
    let mut at = start + (row.len() - body.len());
    let mut words: Vec<(usize, &str)> = Vec::new();
    for word in body.split(' ') {
        if !word.is_empty() {
            words.push((at, word));
        }
        at += word.len() + 1;
    }
    let place = |words: &[(usize, &str)]| match (words.first(), words.last()) {
        (Some((from, _)), Some((last, word))) => Some(Span::new(*from, last + word.len())),
        _ => None,
    };
    if !words.iter().any(|(_, w)| numeric(w)) {
        return heads(&words).into_iter().filter_map(|run| place(&words[run])).collect();
    }
    let values = words.iter().position(|(_, w)| numeric(w) || blank(w)).unwrap_or(words.len());
    let (label, rest) = words.split_at(values);
    let unit_at = match label {
        // 亿 吨: the unit may be set apart letter by letter
        [_, .., (_, scale), (_, w)] if is_unit(w) && is_scale(scale) => values - 2,
        [_, .., (_, w)] if is_unit(w) => values - 1,
        _ => values,
    };
    place(&label[..unit_at])
        .into_iter()
        .chain(place(&label[unit_at..]))
        .chain(rest.iter().map(|(i, w)| Span::new(*i, i + w.len())))
        .collect()
}

/// 亿, 万: a word of scale alone.
fn is_scale(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, '十' | '百' | '千' | '万' | '亿'))
}

/// Words of a header; those set apart letter by letter are one (单 位 → 单位).
fn heads(words: &[(usize, &str)]) -> Vec<std::ops::Range<usize>> {
    let single = |i: usize| words.get(i).is_some_and(|(_, w)| w.chars().count() == 1);
    let (mut found, mut i) = (Vec::new(), 0);
    while i < words.len() {
        let len = if single(i) && single(i + 1) { 2 } else { 1 };
        found.push(i..i + len);
        i += len;
    }
    found
}

/// A cell without a value: —, …
pub(super) fn blank(cell: &str) -> bool {
    !cell.is_empty() && cell.chars().all(|c| matches!(c, '—' | '–' | '-' | '…' | '/' | '*' | ' '))
}

/// A cell that is a value: 1,260.0, -3.1, 5.2%, 128.6亿元.
pub(super) fn numeric(cell: &str) -> bool {
    let cell = cell.trim_matches(['*', ' ']);
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '，' | '-' | '+' | ' ' | '：' | ':');
    let rest = cell.trim_start_matches(number);
    let head = &cell[..cell.len() - rest.len()];
    head.contains(|c: char| c.is_ascii_digit()) && (rest.is_empty() || is_unit(rest))
}

/// A cell that is a year: 2022年, 2022.
pub(super) fn year_cell(cell: &str) -> Option<i32> {
    let digits = cell.trim_matches(['*', ' ']).trim_end_matches('年');
    (digits.len() == 4).then(|| digits.parse().ok()).flatten().filter(|y| (1949..2100).contains(y))
}

/// The first year that a text names.
pub(super) fn year(text: &str) -> Option<i32> {
    text.match_indices('年').find_map(|(at, _)| {
        let head = &text[..at];
        head.get(head.len().checked_sub(4)?..)?.parse().ok().filter(|y| (1949..2100).contains(y))
    })
}

pub(super) fn is_unit(written: &str) -> bool {
    matches!(written, "%" | "‰" | "％") || !unit(written).1.is_empty()
}

/// 万人 → 10000, 人
pub(super) fn unit(written: &str) -> (f64, &'static str) {
    let mut factor = 1.0;
    let mut rest = written.trim();
    loop {
        if let Some((unit, len)) = units::longest_match(rest)
            && len == rest.len()
        {
            return (factor * unit.factor, &unit.unit);
        }
        if factor > 1.0
            && let Some(word) = tables().product.prefix(rest).filter(|word| *word == rest)
        {
            return (factor, word);
        }
        let Some(first) = rest.chars().next() else { return (1.0, "") };
        factor *= match first {
            '十' => 1e1,
            '百' => 1e2,
            '千' => 1e3,
            '万' => 1e4,
            '亿' => 1e8,
            _ => return (1.0, ""),
        };
        rest = rest[first.len_utf8()..].trim_start();
    }
}

/// 年末数（万人） → 年末数, 万人; 比上年增长% → 比上年增长, %
pub(super) fn split_unit(text: &str) -> (String, String) {
    let text = text.trim();
    if let Some(open) = text.rfind(['（', '(', '〔', '[']) {
        let inner = text[open..].trim_start_matches(['（', '(', '〔', '[']);
        if let Some(inner) = inner.trim_end().strip_suffix(['）', ')', '〕', ']']) {
            let inner = inner.strip_prefix("单位：").unwrap_or(inner).trim_matches(['±', '+', '-', ' ']);
            if is_unit(inner) {
                return (text[..open].trim().to_owned(), inner.replace('％', "%"));
            }
        }
    }
    if let Some(head) = text.strip_suffix(['%', '％']) {
        return (head.trim_end_matches('±').to_owned(), "%".to_owned());
    }
    (text.to_owned(), String::new())
}

/// A label without its marks: "其中：男　性[3]" → 男性.
pub(super) fn tidy(text: &str) -> String {
    let mut words: String = text
        .trim_matches(['*', '-', '—', ' ', '#'])
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '*' | '—' | '▲' | '△'))
        .collect();
    while let (Some(open), Some(close)) = (words.place_of("["), words.place_of("]")) {
        if open >= close {
            break;
        }
        words.replace_range(open..=close, "");
    }
    // Numbering before a label: 一、 （二） 3.
    let numbering = words.trim_start_matches(['（', '(']);
    let rest =
        numbering.trim_start_matches(|c: char| is_count(c) || c.is_ascii_digit()).trim_start_matches(['）', ')']);
    if rest.len() < numbering.len() {
        if let Some(label) = rest.strip_prefix(['、', '．']).filter(|label| !label.is_empty()) {
            words = label.to_owned();
        } else if numbering.len() < words.len() && words[..words.len() - rest.len()].ends_with(['）', ')']) {
            words = rest.to_owned();
        }
    }
    for lead in ["其中：", "其中:", "#", "其中", "其　中"] {
        if let Some(rest) = words.strip_prefix(lead) {
            words = rest.to_owned();
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(row: &str) -> Vec<&str> {
        cells(row, 0).into_iter().map(|c| c.of(row)).collect()
    }

    #[test]
    fn rows_fall_into_cells() {
        assert_eq!(words("| 水泥 | 万吨 | 1,260.0 |  |"), ["水泥", "万吨", "1,260.0", ""]);
        assert_eq!(words("- 衣 着 2.1 2.2"), ["衣 着", "2.1", "2.2"]);
        assert_eq!(words("- 纱 万吨 2900.0 6.7"), ["纱", "万吨", "2900.0", "6.7"]);
        assert_eq!(words("- 铁 路 亿 吨 39.3 8.0"), ["铁 路", "亿 吨", "39.3", "8.0"]);
        assert_eq!(words("- 产品名称 单 位 产 量"), ["产品名称", "单 位", "产 量"]);
    }

    #[test]
    fn values_units_and_labels_are_told_apart() {
        assert!(numeric("-3.1") && numeric("1，260.5") && numeric("5.2%") && numeric("12.6亿元"));
        assert!(!numeric("60周岁及以上") && !numeric("亿元") && !numeric("—"));
        assert_eq!(split_unit("年末数（万人）"), ("年末数".to_owned(), "万人".to_owned()));
        assert_eq!(split_unit("比上年增长%"), ("比上年增长".to_owned(), "%".to_owned()));
        assert_eq!(unit("亿支"), (1e8, "支"));
        assert_eq!(unit("亿 吨"), (1e8, "吨"));
        assert_eq!(tidy("其中：男　性[3]"), "男性");
        assert_eq!(tidy("（一）工业"), "工业");
        assert_eq!(tidy("十种有色金属"), "十种有色金属");
    }
}
