//! Titles of timeline entries: words of the text, made to stand on their own.

use std::borrow::Cow;

use super::deed;
use crate::lexicon::numeral;
use crate::lexicon::numeral::is_count;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, segment};
use crate::lexicon::timeline_cues::timeline;
use crate::lexicon::title_words::title_words;
use crate::lexicon::units;
use crate::limits::TITLE_CHARS;

/// Signs that are trimmed at both ends.
#[inline(never)]
fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '▲' | '■'
                | '●'
                | '◆'
                | '★'
                | '，'
                | '、'
                | '；'
                | '：'
                | '。'
                | '！'
                | '？'
                | ','
                | ';'
                | ':'
                | '.'
                | '—'
                | '-'
                | '·'
                | '*'
                | '#'
                | '_'
                | '`'
                | '<'
                | '>'
        )
}

/// The words without markup, footnote marks and the spaces inside Chinese text.
fn plain(words: &str) -> Cow<'_, str> {
    if !words.contains(|c: char| c.is_whitespace() || matches!(c, '*' | '#' | '`' | '[' | '下' | '（' | '(')) {
        return Cow::Borrowed(words);
    }
    let mut text = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '*' | '#' | '`' | '\n' | '\r' => {}
            c if c.is_whitespace() => {
                let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
                if latin(text.chars().next_back()) && latin(chars.peek().copied()) {
                    text.push(' ');
                }
            }
            c => text.push(c),
        }
    }
    // （预计数，下同）
    while let Some(note) = text.place_of("下同") {
        let Some(open) = text[..note].rfind(['（', '(']) else { break };
        let Some(close) = text[note..].find(['）', ')']).map(|at| note + at) else { break };
        let end = close + text[close..].chars().next().map_or(1, char::len_utf8);
        text.replace_range(open..end, "");
    }
    // 新建学校5所（责任单位：县教体局）
    while let Some((label, _)) = timeline().duty_label.find(&text)
        && let Some(open) = text[..label].char_indices().next_back().filter(|(_, c)| matches!(c, '（' | '('))
    {
        let end = text[label..].find(['）', ')']).map_or(text.len(), |at| label + at);
        let end = end + text[end..].chars().next().map_or(0, char::len_utf8);
        text.replace_range(open.0..end, "");
    }
    // [12]: a footnote.
    while let Some(open) = text.place_of("[") {
        let Some(close) = text[open..].place_of("]").map(|at| open + at) else { break };
        text.replace_range(open..=close, "");
    }
    Cow::Owned(text)
}

const PAIRS: [(char, char); 6] = [('“', '”'), ('‘', '’'), ('（', '）'), ('(', ')'), ('《', '》'), ('「', '」')];

/// A sign of a pair whose other half was cut off is taken out.
fn balance(text: &str) -> Cow<'_, str> {
    let mut depth = [0_i32; PAIRS.len()];
    let mut broken = [false; PAIRS.len()];
    let mut quotes = 0;
    for c in text.chars() {
        quotes += i32::from(c == '"');
        for (at, (open, close)) in PAIRS.into_iter().enumerate() {
            depth[at] += i32::from(c == open) - i32::from(c == close);
            broken[at] |= depth[at] < 0;
        }
    }
    let mut odd: Vec<char> = if quotes % 2 == 1 { vec!['"'] } else { Vec::new() };
    for (at, (open, close)) in PAIRS.into_iter().enumerate() {
        if broken[at] || depth[at] != 0 {
            odd.extend([open, close]);
        }
    }
    if odd.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(text.chars().filter(|c| !odd.contains(c)).collect()) }
}

/// Words without the signs at both ends.
pub(super) fn trim_signs(words: &str) -> &str {
    words.trim_matches(is_edge)
}

/// Takes away what leads on at both ends.
pub(super) fn trim(words: &str) -> &str {
    let mut text = words.trim_matches(is_edge);
    loop {
        let before = text.len();
        while let Some(rest) = title_words().lead.strip_prefix(text).filter(|rest| !rest.is_empty()) {
            text = rest.trim_start_matches(is_edge);
        }
        text = without_number(text);
        while let Some(rest) = title_words().tail.strip_suffix(text) {
            text = rest.trim_end_matches(is_edge);
        }
        text = text.trim_matches(is_edge);
        if text.len() == before {
            return text;
        }
    }
}

/// The words behind the number of a list: （一）, 一是.
fn without_number(text: &str) -> &str {
    let mut text = text;
    if let Some(inner) = text.strip_prefix(['（', '('])
        && let Some(close) = inner.find(['）', ')']).filter(|at| *at <= 9)
    {
        let len = inner[close..].chars().next().map_or(1, char::len_utf8);
        text = inner[close + len..].trim_start_matches(is_edge);
    }
    // 6.岚江大桥启用
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits)
        && let Some(rest) = text[digits..]
            .strip_prefix(['.', '．', '、'])
            .filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        text = rest;
    }
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some('是')) if is_count(first) => chars.as_str(),
        _ => text,
    }
}

/// At most [`TITLE_CHARS`] characters, cut where a part of it ends.
#[inline(never)]
fn shorten(text: &str) -> Option<String> {
    let long = |text: &str| text.chars().count() > TITLE_CHARS;
    let mut text = text.to_owned();
    // What stands in brackets is said besides.
    while long(&text) {
        let Some(open) = text.find(['（', '(']) else { break };
        let Some(close) = text[open..].find(['）', ')']).map(|at| open + at) else { break };
        let end = close + text[close..].chars().next().map_or(1, char::len_utf8);
        text.replace_range(open..end, "");
    }
    if !long(&text) {
        return Some(text);
    }
    // 完成甲、乙、丙等14个项目建设: the count says as much as the names.
    if let (Some(first), Some(last)) = (text.place_of("、"), text.last_place_of("等")) {
        let (head, tail) = (&text[..first], &text[last..]);
        if first < last && !long(&format!("{head}{tail}")) && tail.chars().count() > 2 {
            return Some(format!("{head}{tail}"));
        }
    }
    // A项目、B中心、C项目投入使用: the first of them and what becomes of all.
    if let (Some(first), Some(last)) = (text.place_of("、"), text.last_place_of("、")) {
        let ends = text[last..].char_indices().map(|(at, _)| &text[last + at..]);
        let act = ends.skip(4).find(|end| end.chars().nth(1).is_some() && deed::is_bare(end));
        if let Some(title) = act.map(|act| format!("{}等{act}", &text[..first])).filter(|title| !long(title)) {
            return Some(balance(&title).into_owned());
        }
    }
    // 通过关于……的决定: what the thing is about is left out.
    if let Some(about) = text.place_of("关于")
        && let Some(of) = text[about..].last_place_of("的").map(|at| about + at)
        && text[of + '的'.len_utf8()..].chars().nth(1).is_some()
    {
        text.replace_range(about..of + '的'.len_utf8(), "");
        if !long(&text) {
            return Some(balance(&text).into_owned());
        }
    }
    // A暨B开工仪式在云岭县举行: the first of two names for one event.
    if let Some(joined) = text.place_of("暨")
        && let Some((head, len)) = first_head(&text[joined..]).map(|(at, len)| (joined + at, len))
    {
        let own = timeline().event_head.suffix(&text[..joined]).is_some();
        text.replace_range(joined..if own { head + len } else { head }, "");
        if !long(&text) {
            return Some(balance(&text).into_owned());
        }
    }
    // 开工仪式在……项目现场举行: where it was held is left out.
    if let Some((word, head)) =
        ["举行", "召开", "举办"].into_iter().find_map(|word| Some((word, text.strip_suffix(word)?)))
        && let Some(head) = head.last_place_of("在").map(|at| &head[..at])
        && timeline().event_head.suffix(head).is_some()
        && !long(head)
    {
        return Some(balance(&format!("{head}{word}")).into_owned());
    }
    // A part that says enough is a title; a cut one is none.
    let cut = text.char_indices().nth(TITLE_CHARS).map_or(text.as_str(), |(at, _)| &text[..at]);
    let at = cut
        .rfind(['，', '；', '：'])
        .filter(|at| *at >= 24)
        .or_else(|| cut.last_place_of("、").filter(|at| *at >= 60))?;
    Some(balance(trim(&cut[..at])).into_owned())
}

/// Where the word that says what sort of event it is stands, and its length: 仪式, 大会.
fn first_head(text: &str) -> Option<(usize, usize)> {
    timeline().event_head.find(text).map(|(at, word)| (at, word.len()))
}

/// What is said of a thing's size is not what happened: [总投资22亿元的]岚水大桥合龙.
pub(super) fn without_size(text: &str) -> &str {
    let Some(sized) = title_words().size.strip_prefix(text) else { return text };
    // [总长9.2公里、]城市水系全面开工
    if let Some((size, rest)) = sized.split_once('、')
        && let Some(number) = numeral::numeral(size)
        && units::longest_match(&size[number.len..]).is_some_and(|(_, len)| number.len + len == size.len())
        && rest.chars().nth(3).is_some()
    {
        return without_size(rest);
    }
    let near = text.char_indices().nth(24).map_or(text, |(at, _)| &text[..at]);
    let rest = near.place_of("的").map_or(text, |at| &text[at + '的'.len_utf8()..]);
    if rest.chars().nth(3).is_some() { rest } else { text }
}

/// Sizes within a list: 岚水电站、[20亿元的]绿能储能基地开工.
fn without_sizes(text: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed(text);
    let mut from = 0;
    while let Some(at) = out[from..].find(['、', '和', '与', '及']).map(|at| from + at) {
        from = at + out[at..].chars().next().map_or(1, char::len_utf8);
        let rest = &out[from..];
        let lead = title_words().size.strip_prefix(rest).unwrap_or(rest);
        let Some(number) = numeral::numeral(lead) else { continue };
        let behind = &lead[number.len..];
        let Some((_, unit)) = units::longest_match(behind) else { continue };
        if let Some(name) = behind[unit..].strip_prefix('的').filter(|name| name.chars().nth(3).is_some()) {
            let end = out.len() - name.len();
            out.to_mut().replace_range(from..end, "");
        }
    }
    out
}

/// What is aimed at, without the noun that says so: 全面建成小康社会[的目标].
fn without_aim(text: &str) -> &str {
    match title_words().aim_noun.strip_suffix(text) {
        Some(rest) if opens_with_verb(rest) && rest.chars().nth(3).is_some() => trim(rest),
        _ => text,
    }
}

/// True of words that end with a number of something that they do not name: 全部建成的四百个, 继续建设的有四亿吨.
fn counts_nothing(text: &str) -> bool {
    let Some((head, tail)) = text.rsplit_once('的') else { return false };
    // 企业中实行承包制的有9024个 has what is counted before it.
    let count = tail.strip_prefix('有').filter(|_| opens_with_verb(head)).unwrap_or(tail);
    let compared = head.contains(['占', '为', '达', '居', '到', '超']);
    !compared && numeral::numeral(count).is_some_and(|number| count[number.len..].chars().nth(2).is_none())
}

/// A title out of words of the text; none where they say nothing in their own right.
pub(super) fn title(words: &str) -> Option<String> {
    let text = plain(words);
    let text = balance(trim(&text));
    let text = without_sizes(without_aim(without_size(trim(&text))));
    let text = text.as_ref();
    let words = title_words();
    let duty = timeline().duty_label.prefix(text).is_some();
    let dangling = words.dangling.strip_suffix(text).is_some();
    let cut = words.cut.strip_prefix(text).is_some();
    // 在…会议上, 70个大中城市中: where, not what.
    let place = words.place.strip_suffix(text).is_some();
    let remark = words.remark.within(text);
    // “开门红” alone: a catchword.
    let quoted = text.starts_with('“') && text.place_of("”").is_some_and(|at| at + '”'.len_utf8() == text.len());
    if duty || dangling || cut || place || remark || quoted || counts_nothing(text) || text.chars().nth(3).is_none() {
        return None;
    }
    shorten(text).filter(|title| title.chars().nth(3).is_some())
}

/// True where the words name a thing, and not an act and a number alone: 开工20个, 调度一次, 基本消除.
pub(super) fn says_of_what(title: &str) -> bool {
    let cues = timeline();
    let mut rest = title;
    while !rest.is_empty() {
        let words = [&cues.plain_act, &cues.averaged, &cues.predicate].into_iter().filter_map(|list| list.prefix(rest));
        let taken = match (words.map(str::len).max(), numeral::numeral(rest)) {
            (Some(word), _) => word,
            // A number with the word that counts.
            (None, Some(n)) => n.len + units::longest_match(&rest[n.len..]).map_or(0, |(_, len)| len),
            (None, None) => return true,
        };
        rest = &rest[taken..];
    }
    false
}

/// True when the words say that something is done.
pub(super) fn has_verb(words: &str) -> bool {
    timeline().event_act.within(words)
        || segment(words)
            .iter()
            .any(|word| matches!(word.tag, Tag::Verb | Tag::VerbalNoun | Tag::Idiom) && word.text.chars().count() > 1)
}

/// True when the words begin with what is done, an adverb before it or not.
pub(super) fn opens_with_verb(words: &str) -> bool {
    let short = words.char_indices().nth(8).map_or(words, |(at, _)| &words[..at]);
    segment(short)
        .iter()
        .find(|word| !matches!(word.tag, Tag::Adverb | Tag::Adjective | Tag::Punctuation))
        .is_some_and(|word| matches!(word.tag, Tag::Verb | Tag::VerbalNoun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_on_their_own() {
        for (words, wanted) in [
            ("，**同时**要完成老旧管网改造等", "完成老旧管网改造"),
            ("并网发电", "并网发电"),
            ("其中，城南安置房交付使用", "城南安置房交付使用"),
            ("落实“三个一”机制”建设", "落实三个一机制建设"),
            ("二是推行中等职业教育改革", "推行中等职业教育改革"),
        ] {
            assert_eq!(title(words).as_deref(), Some(wanted));
        }
        assert_eq!(title("主体完工后"), None);
    }

    #[test]
    fn long_titles_end_where_a_part_ends() {
        let long = "完成青石路、白石路、红石路、黑石路、黄石路、蓝石路、绿石路、紫石路、灰石路等九条道路改造";
        assert_eq!(title(long).as_deref(), Some("完成青石路等九条道路改造"));
        assert_eq!(
            title("大会通过了省委关于制定国民经济和社会发展第九个五年计划和二〇一〇年远景目标若干问题的决定")
                .as_deref(),
            Some("大会通过了省委决定")
        );
        assert_eq!(title("生产总值达到65亿元（预计数，下同）").as_deref(), Some("生产总值达到65亿元"));
        let unbroken = "县".repeat(60);
        assert_eq!(title(&unbroken), None);
    }
}
