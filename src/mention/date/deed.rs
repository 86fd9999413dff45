//! Whether a clause tells what was done once in the time it names, and counts nothing over it: 三季度，岚水大桥开工.

use super::Date;
use super::grammar::{Edge, Part, Year};
use crate::digits;
use crate::lexicon::cues::times;
use crate::lexicon::numeral;
use crate::lexicon::search::Search;
use crate::lexicon::units;
use crate::structure::{Block, Mode};

/// The first clause behind a date.
fn clause(after: &str) -> &str {
    let words = after.trim_start_matches(['，', ',', '、', ' ', '\u{3000}']);
    words.split(['，', '。', '；', ',', '\n']).next().unwrap_or_default()
}

/// True where what follows a year happens once: 立项, 荣获…称号; 建成高标准农田3万亩 is a figure of the year.
pub(super) fn does_once(after: &str) -> bool {
    let clause = clause(after);
    let deeds = || times().once.all(clause);
    let told = |(at, deed): (usize, &str)| {
        let (before, behind) = (&clause[..at], &clause[at + deed.len()..]);
        // 开工率, 投产项目: no deed of its own; 推动…开工 is none yet.
        let noun = times().once_not_before.prefix(behind).is_some();
        let wished = times().undone.within(before);
        !noun && !wished && !counts(before) && !measures(behind)
    };
    // 2023年引进的项目全部开工: the year is when they came.
    let within = after.char_indices().skip(1).take(5).any(|(_, c)| c == '的') && after.starts_with(clause);
    // 1958年动工，1961年建成
    !within && !names_event(after) && (matches!(clause, "建成" | "生") || deeds().any(told))
}

/// True of words that hold a number which is no time: 荣获奖牌12枚, but not 举办论坛以及2013年举办博览会.
fn measures(words: &str) -> bool {
    let number = |part: &str| !part.is_empty() && !part.starts_with(['年', '月', '日']);
    let parts = words.split_inclusive(|c: char| c.is_ascii_digit());
    let digits: Vec<&str> = parts.collect();
    let counted = digits.windows(2).any(|pair| {
        pair[0].ends_with(|c: char| c.is_ascii_digit())
            && !pair[1].starts_with(|c: char| c.is_ascii_digit())
            && number(pair[1])
    });
    words.has("亿") || counted || words.ends_with(|c: char| c.is_ascii_digit())
}

/// 成立于2010年: the deed stands before the time.
fn is_done_at(before: &str) -> bool {
    before
        .strip_suffix('于')
        .is_some_and(|head| times().done_at.suffix(head).is_some() || times().once.suffix(head).is_some())
}

/// 2024年全县项目现场会在岚水召开, 一季度项目集中签约仪式举行: the time stands in the name of what is held.
pub(super) fn names_event(after: &str) -> bool {
    let words = clause(after);
    let Some((at, event)) = times().event_noun.rfind(words) else { return false };
    let (before, behind) = (&words[..at], &words[at + event.len()..]);
    let opens = times().holds.find(before).is_some();
    let close = after.starts_with(words) && !before.is_empty();
    close && !opens && (behind.is_empty() || times().held_behind.prefix(behind).is_some())
}

/// True of a year or a part of one in the name of what was held on a day that the sentence tells: 3月2日，全县举行第一季度项目
/// 集中开工活动.
pub(crate) fn is_of_held(date: &Date, before: &str, after: &str) -> bool {
    let sentence = before.rsplit(['。', '；', '\n']).next().unwrap_or_default();
    let part = matches!(date.expression.part, Part::Quarters(..) | Part::Half(_) | Part::Whole);
    let held = times().holds.suffix(sentence.trim_end_matches('了')).is_some();
    let event = || times().event_noun.within(clause(after));
    let named = held || names_event(after) && event();
    let day = sentence.has("日") || ["今天", "昨天", "上午", "下午"].iter().any(|word| sentence.has(word));
    part && date.expression.edge == Edge::In && day && named
}

/// True where the words before a deed count what it was done to: 12个项目[竣工]; 年产8万吨的生产线 has a size.
fn counts(words: &str) -> bool {
    let mut from = 0;
    while let Some(at) = words[from..].find(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十百".has_char(c))
    {
        let at = from + at;
        let Some(number) = numeral::numeral(&words[at..]) else {
            from = at + words[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        from = at + number.len;
        let unit = units::longest_match(&words[from..]);
        let latin = words[..at].ends_with(|c: char| c.is_ascii_alphabetic());
        let sized = times().size_before.suffix(&words[..at]).is_some()
            || unit.is_some_and(|(_, len)| words[from + len..].starts_with('的'));
        let whole = number.len > '一'.len_utf8() || words[at..].starts_with(|c: char| c.is_ascii_digit());
        if whole && unit.is_some() && !latin && !sized {
            return true;
        }
    }
    false
}

/// True of a half-year, quarter, month or year that has begun, and in which its clause tells a done deed.
pub(super) fn is_told(date: &Date, before: &str, after: &str, block: &Block) -> bool {
    let expression = &date.expression;
    let frame = block.frame;
    let part = match (expression.part, expression.year) {
        (Part::Quarters(a, b) | Part::Months(a, b), _) => a == b,
        (Part::Half(_), _) => true,
        (Part::Quarter(by) | Part::Month(by), _) => by <= 0,
        // 2024年 in the review of that year frames all of it.
        (Part::Whole, Year::Of(year)) => {
            let late = block.clock.base_year.is_none_or(|base| year + 1 >= base);
            frame.mode == Mode::None || frame.years != Some((year, year)) || !late
        }
        (Part::Whole, Year::Short(_)) => frame.mode == Mode::None,
        _ => false,
    };
    if !part || expression.edge != Edge::In || !(does_once(after) || is_done_at(before)) {
        return false;
    }
    let start = date.interval.as_ref().and_then(|interval| interval.start.as_deref());
    let begun = start.zip(block.clock.date).is_some_and(|(start, today)| start <= digits::day(today).as_str());
    let near = before.rsplit(['。', '；', '，', ',']).next().unwrap_or_default();
    let open = expression.part == Part::Whole && frame.mode == Mode::None;
    let undated = block.clock.date.is_none() && frame.mode != Mode::Plan;
    (begun || open || undated) && !times().undone.within(near) && !near.ends_with(['比', '较', '由', '对', '即'])
}
