//! Parts of a phrase where the text spells them out, before it (蓝天、碧水、净土三大保卫战) or behind (“四减”：…).

use crate::lexicon::cues::slogans as cues;
use crate::lexicon::numeral;
use crate::span::{Clean, Span};

/// Signs where the list before a phrase cannot begin earlier.
const BOUNDS: [char; 12] = ['。', '；', '，', '：', '！', '？', ',', ';', ':', '\n', '|', '（'];
/// Bytes of the longest list that is looked at.
const FAR: usize = 360;
/// Characters of the longest part.
const LONG: usize = 24;

/// How many parts a phrase says that it has: 3 for 三大改造, 4 for 三治一提升, for the code “325” as many as it has digits.
fn count(phrase: &str) -> Option<usize> {
    let words = phrase.trim_start_matches(['“', '"', '‘', '「', '『']);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if digits >= 2 {
        return Some(digits);
    }
    let mut sum = 0;
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        if let Some(n) = numeral::numeral(rest).filter(|n| !n.more && n.len > 0) {
            sum += usize::try_from(n.value.to_i32()?).ok()?;
            rest = &rest[n.len..];
        } else {
            rest = &rest[c.len_utf8()..];
        }
    }
    (words.starts_with(super::is_numeral) && (2..=12).contains(&sum)).then_some(sum)
}

/// The parts of the phrase at `span`, in order; none when the text does not name them.
#[inline(never)]
pub(super) fn parts(text: &str, block: Span<Clean>, span: Span<Clean>) -> Vec<Span<Clean>> {
    let Some(wanted) = count(span.of(text)) else { return Vec::new() };
    let code = span.of(text).trim_start_matches(['“', '"', '‘']).starts_with(|c: char| c.is_ascii_digit());
    // A、B、C三大主导产业项目 are projects, not the industries.
    let of_others = text[span.end..].starts_with("项目") || text[span.end..].starts_with("企业");
    let before = if code || of_others { Vec::new() } else { listed_before(text, block.start, span.start, wanted) };
    let mut found = if before.is_empty() { listed_behind(text, span.end, block.end, wanted) } else { before };
    lead_off(text, &mut found);
    if sound(text, &found) { found } else { Vec::new() }
}

/// False for parts that a wrong cut left: half a quotation, or a first part far longer than the others.
fn sound(text: &str, parts: &[Span<Clean>]) -> bool {
    let len = |p: &Span<Clean>| p.of(text).chars().count();
    let others = parts.iter().skip(1).map(len).max().unwrap_or(0);
    parts.first().is_none_or(|first| len(first) <= 3 * others + 4)
        && parts.iter().all(|p| {
            let words = p.of(text);
            words.matches('“').count() == words.matches('”').count() && !words.contains(['*', '[', '|'])
        })
        && (parts.iter().all(|p| len(p) == 1) || parts.iter().all(|p| len(p) > 1))
}

fn near(text: &str, from: usize, to: usize, last: bool) -> (usize, &str) {
    let (mut from, mut to) = (from, to);
    if to - from > FAR {
        if last {
            from = to - FAR;
        } else {
            to = from + FAR;
        }
    }
    while !text.is_char_boundary(from) {
        from += 1;
    }
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    (from, &text[from..to.max(from)])
}

fn listed_before(text: &str, floor: usize, at: usize, wanted: usize) -> Vec<Span<Clean>> {
    let (start, words) = near(text, floor, at, true);
    let words = words.trim_end_matches(['等', '的']);
    // “A、B、C”三项机制: the list ends with the quotation and begins with it.
    let inside = words.strip_suffix(['”', '’', '"']);
    let one = inside.and_then(|inside| inside.rfind(if words.ends_with('"') { ['"', '"'] } else { ['“', '‘'] }));
    if let Some(open) = one {
        let inner = &words[open..];
        let found = split(inner, start + open, wanted, &['、', '，', '；']);
        if !found.is_empty() {
            return found;
        }
    }
    let from = words.rfind(BOUNDS).map_or(0, |i| i + words[i..].chars().next().map_or(1, char::len_utf8));
    split(&words[from..], start + from, wanted, &['、'])
}

#[inline(never)]
fn listed_behind(text: &str, at: usize, ceiling: usize, wanted: usize) -> Vec<Span<Clean>> {
    let (start, words) = near(text, at, ceiling, false);
    // The noun of a phrase in quotation marks may stand in between: “四减”要求：…
    let noun: usize = words
        .chars()
        .take(8)
        .take_while(|c| ('\u{4e00}'..='\u{9fff}').contains(c) && *c != '即')
        .map(char::len_utf8)
        .sum();
    let rest = &words[noun..];
    let Some(sign) = cues().list_sign.prefix(rest) else { return Vec::new() };
    let list = &rest[sign.len()..];
    let close: &[char] = if sign.contains(['（', '(']) { &['）', ')', '。'] } else { &['。', '\n', '！'] };
    let Some(end) = list.find(close) else { return Vec::new() };
    let from = start + noun + sign.len();
    [['、', '、'], ['，', ','], ['；', ';'], ['、', '，']]
        .iter()
        .map(|signs| split(&list[..end], from, wanted, signs))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The items of a list when there are as many as wanted; the last sign may be a 和.
fn split(list: &str, start: usize, wanted: usize, signs: &[char]) -> Vec<Span<Clean>> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for item in list.split(signs) {
        for quoted in item.split("”“") {
            let offset = quoted.as_ptr() as usize - list.as_ptr() as usize;
            found.push((offset, quoted));
        }
        at += item.len();
    }
    if at == 0 {
        return Vec::new();
    }
    if found.len() + 1 == wanted
        && let Some((offset, last)) = found.pop()
    {
        let mut cut = false;
        for word in ["以及", "和", "与", "及", "并"] {
            if let Some(i) = last.rfind(word).filter(|i| *i > 0 && i + word.len() < last.len()) {
                found.push((offset, &last[..i]));
                found.push((offset + i + word.len(), &last[i + word.len()..]));
                cut = true;
                break;
            }
        }
        if !cut {
            return Vec::new();
        }
    }
    if found.len() != wanted {
        return Vec::new();
    }
    let quotes = |c: char| matches!(c, '“' | '”' | '"' | '‘' | '’' | ' ');
    let spans: Vec<Span<Clean>> = found
        .iter()
        .map(|(offset, item)| {
            let from = offset + (item.len() - item.trim_start_matches(quotes).len());
            let words = item.trim_matches(quotes);
            Span::new(start + from, start + from + words.len())
        })
        .collect();
    let fits = found.iter().all(|(_, item)| {
        let len = item.trim_matches(quotes).chars().count();
        (1..=LONG).contains(&len)
    });
    if fits { spans } else { Vec::new() }
}

/// Takes the sentence's own words off the first part: 打好蓝天 → 蓝天, but not 减 of 减环节、减材料.
#[inline(never)]
fn lead_off(text: &str, parts: &mut [Span<Clean>]) {
    let [first, second, ..] = parts else { return };
    loop {
        let (words, other) = (first.of(text), second.of(text));
        let Some(lead) = cues().lead.prefix(words) else { break };
        if other.starts_with(lead) || words.chars().count() < lead.chars().count() + 2 {
            break;
        }
        first.start += lead.len();
    }
    // A first part much longer than the second still holds the sentence's verb: 在本世纪末实现农业、工业…
    let (words, other) = (first.of(text), second.of(text));
    if words.chars().count() > 2 * other.chars().count() {
        let lead = |at: usize| cues().lead.prefix(&words[at..]).filter(|lead| lead.chars().count() > 1);
        let cut = words.char_indices().filter_map(|(at, _)| Some(at + lead(at)?.len()));
        if let Some(cut) = cut.max().filter(|cut| words[*cut..].chars().count() > 1) {
            first.start += cut;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str, phrase: &str) -> Vec<String> {
        let at = text.find(phrase).unwrap();
        let found = parts(text, Span::new(0, text.len()), Span::new(at, at + phrase.len()));
        found.iter().map(|p| p.of(text).to_owned()).collect()
    }

    #[test]
    fn parts_stand_before_or_behind() {
        assert_eq!(named("打好蓝天、碧水、净土三大保卫战。", "三大保卫战"), ["蓝天", "碧水", "净土"]);
        assert_eq!(named("聚焦汽车和新材料两大方向。", "两大方向"), ["汽车", "新材料"]);
        assert_eq!(named("落实减环节、减材料“两减”要求。", "“两减”"), ["减环节", "减材料"]);
        assert_eq!(named("“随叫随到、说到做到”两项承诺。", "两项承诺"), ["随叫随到", "说到做到"]);
        assert_eq!(named("实施“两改”（改厕、改水）。", "“两改”"), ["改厕", "改水"]);
        assert!(named("做强三大产业，发展旅游。", "三大产业").is_empty());
    }
}
