//! Subjects that no list of places names in full: a province by its sign (豫新增32例), what several provinces make up
//! (长江经济带), a port (岚江港).

use crate::lexicon::figure_cues::subjects;
use crate::lexicon::regions::regions;
use crate::lexicon::segment::{Tag, segment};

/// 豫新增32例: a province by its sign, before a word of what it did; 豫32例 only where places are listed.
pub(super) fn sign(before: &str, listed: bool) -> Option<(Option<String>, Option<u32>)> {
    let text = before.trim_start_matches([' ', '、', '“']);
    let name = subjects().place_sign.prefix(text)?;
    let tail = &text[name.len()..];
    let code = regions().resolve(name, None).filter(|code| code % 10_000 == 0 && *code > 0)?;
    // 新增长点: of 新 more words are made than of any other.
    let told = if name == "新" { tail.is_empty() && listed } else { acts(tail) || tail.is_empty() && listed };
    told.then(|| (regions().path(code).last().cloned(), Some(code)))
}

/// 新增 in 豫新增.
pub(super) fn behind(label: &str) -> Option<&str> {
    let name = subjects().place_sign.prefix(label).filter(|name| *name != "新")?;
    Some(&label[name.len()..]).filter(|rest| acts(rest))
}

/// True of a word of what a place did, with nothing behind it but how much.
fn acts(tail: &str) -> bool {
    let rest = subjects().place_acts.prefix(tail).map(|word| &tail[word.len()..]);
    rest.is_some_and(|rest| rest.chars().count() <= 8)
}

/// 长江经济带实现生产总值55万亿元, 长三角: what several provinces make up.
/// 西部地区 are a nation's, and of a county whatever lies west in it.
pub(super) fn wide(text: &str, national: bool) -> Option<&str> {
    let name = subjects().wide.prefix(text)?;
    if name.ends_with("地区") && name.chars().count() == 4 && !name.starts_with(['长', '京']) && !national {
        return None;
    }
    let tail = &text[name.len()..];
    (!tail.is_empty() && subjects().no_zone_behind.prefix(tail).is_none()).then(|| &text[..name.len()])
}

/// Characters of the longest name of a port.
const PORT: usize = 5;

/// 岚江港完成吞吐量800万标箱: a port that did something.
pub(super) fn port(text: &str) -> Option<&str> {
    let (at, sign) = text.char_indices().take(PORT).find(|(_, c)| *c == '港')?;
    let (name, tail) = text.split_at(at + sign.len_utf8());
    let proper = name.chars().count() > 2
        && name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && subjects().verb_head.prefix(name).is_none()
        && subjects().no_zone.prefix(name).is_none()
        && !name.starts_with(['主', '沿', '内', '外', '进', '出', '涉', '赴', '驻'])
        && segment(name).first().is_none_or(|word| word.tag != Tag::Verb);
    (proper && subjects().place_acts.prefix(tail).is_some()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_stands_for_its_province_where_it_does_something() {
        let name = |text, listed| sign(text, listed).and_then(|(name, _)| name);
        assert_eq!(name("豫新增", false).as_deref(), Some("河南省"));
        assert_eq!(name("湘", true).as_deref(), Some("湖南省"));
        assert_eq!((name("湘", false), name("新增长", true), name("青年新增", true)), (None, None, None));
        assert_eq!(wide("长江经济带实现生产总值", false), Some("长江经济带"));
        assert_eq!(wide("长江经济带的", true), None);
        assert_eq!((wide("西部地区投资", true), wide("西部地区投资", false)), (Some("西部地区"), None));
        assert_eq!(port("岚江港完成吞吐量"), Some("岚江港"));
        assert_eq!((port("进港完成"), port("沿海港完成"), port("岚江港的")), (None, None, None));
    }
}
