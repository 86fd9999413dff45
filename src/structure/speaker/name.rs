//! Names of people: 陆明远, 林 武, 艾山江·买买提.

use crate::lexicon::speaker_cues::speakers as cues;
use crate::lexicon::words::Words;

pub(super) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// A name at the start of the text, and the bytes up to its end.
pub(super) fn name_at(text: &str) -> Option<(String, usize)> {
    name_before(text, &cues().speech)
}

/// A name right behind a post. 书记谈开局, 县长安排工作: the verb of speech is no surname there, unless the name speaks
/// itself: 书记谈志远说.
pub(super) fn name_behind_post(text: &str, verbs: &Words) -> Option<(String, usize)> {
    let (name, len) = name_before(text, verbs)?;
    let tail = &text[len..];
    let speech = &cues().speech;
    (speech.prefix(text).is_none() || speech.prefix(tail).is_some() || verbs.prefix(tail).is_some())
        .then_some((name, len))
}

/// A name at the start of the text, before a sign or one of these verbs.
pub(super) fn name_before(text: &str, verbs: &Words) -> Option<(String, usize)> {
    // Whatever space the page puts between post and name: no-break, en, ideographic.
    let gap = text.len() - text.trim_start().len();
    let rest = &text[gap..];
    if let Some(found) = transcribed(rest) {
        return Some((found.clone(), gap + found.len()));
    }
    let first = rest.chars().next().filter(|c| cues().surname.contains(c.encode_utf8(&mut [0; 4])))?;
    let ends = |tail: &str| tail.is_empty() || tail.starts_with(|c: char| !is_han(c)) || verbs.prefix(tail).is_some();
    // Three characters before two: 赵红兵 before 赵红. A name may be spread out: 林 武.
    let mut spread = String::from(first);
    let mut candidates = Vec::new();
    for (at, c) in rest.char_indices().skip(1) {
        if c.is_whitespace() && spread.chars().count() == 1 {
            continue;
        }
        // 周清等陪同, 周清在会上: the name ends before.
        let goes_on = is_han(c) && !matches!(c, '等' | '在' | '率') || c == '·';
        if !goes_on || spread.chars().count() == 4 {
            break;
        }
        spread.push(c);
        candidates.push((spread.clone(), gap + at + c.len_utf8()));
    }
    // 马超说：: the third character begins the verb.
    let verb = candidates.first().is_some_and(|(_, end)| verbs.prefix(&text[*end..]).is_some());
    let good = |want: usize| candidates.iter().find(|(name, end)| name.chars().count() == want && ends(&text[*end..]));
    // 局长于近日表示: when, and nobody.
    let timed = |found: &&(String, usize)| {
        !["近日", "日前", "今天", "昨天", "今日", "昨日", "当天", "现场"].iter().any(|word| found.0.ends_with(word))
    };
    let three = good(3).filter(timed).filter(|_| !verb);
    three.or_else(|| good(2)).or_else(|| good(4).filter(|(_, end)| text[*end..].trim().is_empty())).cloned()
}

/// A name of several parts at the start of the text: 艾山江·买买提.
fn transcribed(text: &str) -> Option<String> {
    let len: usize = text.chars().take_while(|c| is_han(*c) || matches!(c, '·' | '•')).map(char::len_utf8).sum();
    let (name, tail) = text.split_at(len);
    let parts: Vec<&str> = name.split(['·', '•']).collect();
    let whole = parts.len() > 1 && parts.iter().all(|part| (1..=6).contains(&part.chars().count()));
    (whole && !tail.trim_start().starts_with(is_han)).then(|| name.to_owned())
}

/// A line that is a name and nothing else.
pub(super) fn lone_name(line: &str) -> Option<String> {
    // 林 武 文: set with gaps to fill its line
    let parts: Vec<&str> = line.split_whitespace().collect();
    if parts.len() == 3 && parts.iter().all(|part| part.chars().count() == 1) {
        let name = parts.concat();
        return name_at(&name).filter(|(_, len)| *len == name.len()).map(|_| name);
    }
    let (name, len) = name_at(line)?;
    (line[len..].trim().is_empty() && name.chars().count() >= 2).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_before_a_verb_of_speech() {
        assert_eq!(name_at("刘宏锋主持会议").map(|n| n.0).as_deref(), Some("刘宏锋"));
        assert_eq!(name_at(" 张利").map(|n| n.0).as_deref(), Some("张利"));
        assert_eq!(name_at("　林 武").map(|n| n.0).as_deref(), Some("林武"));
        assert_eq!(name_at("马超说：").map(|n| n.0).as_deref(), Some("马超"));
        assert_eq!(name_at("的讲话"), None);
    }

    #[test]
    fn a_verb_behind_a_post_is_no_surname() {
        let name = |text: &str| name_behind_post(text, &cues().speech).map(|found| found.0);
        assert_eq!((name("谈开局"), name("安排工作")), (None, None));
        assert_eq!(name("谈志远说").as_deref(), Some("谈志远"));
        assert_eq!(name(" 谈志远").as_deref(), Some("谈志远"));
        assert_eq!(name_at("谈志远").map(|found| found.0).as_deref(), Some("谈志远"));
    }

    #[test]
    fn names_stand_behind_any_space_and_may_have_parts() {
        assert_eq!(name_at("\u{a0}陆明远").map(|n| n.0).as_deref(), Some("陆明远"));
        assert_eq!(name_at("\u{2002}陆明远").map(|n| n.0).as_deref(), Some("陆明远"));
        assert_eq!(name_at(" 艾山江·买买提").map(|n| n.0).as_deref(), Some("艾山江·买买提"));
        assert_eq!(lone_name("陆明远").as_deref(), Some("陆明远"));
        assert_eq!(lone_name("陆 明　远").as_deref(), Some("陆明远"));
    }
}
