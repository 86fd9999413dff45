//! Where an expression stands to the time it names, by the words around it: 到2025年, 年底前, 近三年.

use super::{Edge, Expression, Part, Year};
use crate::lexicon::cues::times;
use crate::lexicon::time_words::time_words;

/// The edge that a cell of the table names.
pub(super) fn edge(cell: &str) -> Option<Edge> {
    match cell {
        "" | "in" => Some(Edge::In),
        "before" => Some(Edge::Before),
        "within" => Some(Edge::Within),
        "since" => Some(Edge::Since),
        "start" => Some(Edge::From),
        _ => None,
    }
}

/// Reads the word behind an expression, 前, 内, 以来, and gives its length; 起 ends what 自 began.
pub(super) fn behind(expression: &mut Expression, before: &str, rest: &str) -> usize {
    let Some(found) = time_words().edges.at(rest) else { return 0 };
    let len = found.word.len();
    let Some(edge) = edge(found.edge).filter(|_| found.stands(before, &rest[len..])) else { return 0 };
    let blocked = match edge {
        // 期间 and 时期 go with a plan alone.
        Edge::In => !matches!(expression.part, Part::Plan(_)),
        // 从80年代起, 自去年起 are years; from a day or a month on, it is the day that something began.
        Edge::From if !matches!(expression.part, Part::Whole) => return len,
        // 每年前 is the first so many of each year.
        _ => found.word == "前" && matches!(expression.part, Part::Recurring(_)),
    };
    if blocked {
        return 0;
    }
    expression.edge = edge;
    len
}

/// Reads the word before an expression, 到, 至, 近, and gives how many bytes of it are part of the expression.
pub(super) fn before(expression: &mut Expression, before: &str) -> usize {
    let lead = match expression.part {
        Part::Past(_) | Part::PastOver(_) | Part::Coming(_) => times().lead.suffix(before).map_or(0, str::len),
        _ => 0,
    };
    // 大前年, the year before 前年
    if expression.year == Year::Offset(-2)
        && let Some(head) = before.strip_suffix('大')
    {
        expression.year = Year::Offset(-3);
        return before.len() - head.len();
    }
    // 大前天, 大后天
    if let Part::DayOffset(by @ (-2 | 2)) = expression.part
        && let Some(head) = before.strip_suffix('大')
    {
        expression.part = Part::DayOffset(by + by.signum());
        return before.len() - head.len();
    }
    let undated = matches!(expression.part, Part::Undated(_) | Part::Recurring(_));
    if undated || !(expression.edge == Edge::In || matches!(expression.part, Part::PlanEnd(_))) {
        return lead;
    }
    let plan = matches!(expression.part, Part::Plan(_) | Part::PlanEnd(_));
    let quoted = before.strip_suffix(['“', '"', '‘']).filter(|_| plan);
    let unquoted = quoted.unwrap_or(before);
    // 截至2020年 gives the day of a count, no aim.
    if unquoted.ends_with("截至") || unquoted.ends_with("截止到") {
        return lead;
    }
    if let Some(head) = unquoted.strip_suffix('到') {
        let verbs = if quoted.is_some() { &times().verb_to_quoted } else { &times().verb_to };
        if verbs.suffix(head).is_some() {
            return lead;
        }
        expression.edge = Edge::By;
        return before.len() - head.len();
    }
    // 提高至今年510元 ends a change, 至2025年 is a time.
    if unquoted.strip_suffix('至').is_some_and(|head| times().verb_to.suffix(head).is_none()) {
        expression.edge = Edge::By;
    }
    lead
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::date::grammar::parse;

    #[test]
    fn words_around_a_date_say_where_it_stands() {
        for (before, text, edge, quote, back) in [
            ("到", "2025年，", Edge::By, "2025年", "到"),
            ("提高到", "2025年的", Edge::In, "2025年", ""),
            ("至", "2025年，", Edge::By, "2025年", ""),
            ("提高至", "2025年的", Edge::In, "2025年", ""),
            ("截至", "2025年，", Edge::In, "2025年", ""),
            ("", "2025年前，", Edge::Before, "2025年前", ""),
            ("", "2025年前列", Edge::In, "2025年", ""),
            ("", "2025年内蒙古", Edge::In, "2025年", ""),
            ("", "2012年以来，", Edge::Since, "2012年以来", ""),
            ("从", "9月份开始，", Edge::In, "9月份开始", ""),
            ("自", "去年10月起，", Edge::In, "去年10月起", ""),
            ("", "9月开始", Edge::In, "9月", ""),
            ("到“", "十五五”末，", Edge::By, "十五五”末", "到“"),
            ("近", "三年来，", Edge::In, "三年来", "近"),
        ] {
            let read = parse(text, before, None).map(|(e, len, back)| (e.edge, &text[..len], back));
            assert_eq!(read, Some((edge, quote, back.len())), "{before}{text}");
        }
    }
}
