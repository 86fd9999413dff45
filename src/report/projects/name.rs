//! Names of projects: where one ends, and whether it names one thing or a class of things.

use crate::lexicon::project_cues::projects;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, segment};

/// One name in a list, in bytes of the text it was looked for in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Characters of the longest class of so many great things.
const GREAT: usize = 10;
/// Bytes of a fate before 周年.
const AGE: usize = 20;

/// The end of the name in an item: the first head with nothing behind it, or with a word of its fate.
pub(super) fn end(item: &str, dated: impl Fn(usize) -> bool) -> Option<usize> {
    let cues = projects();
    let mut best: Option<usize> = None;
    for (at, head) in cues.head.all(item) {
        let phase = phase_end(item, at + head.len());
        // 云岭医院迁建竣工: what is done to the thing is part of the name.
        let works = cues.works.prefix(&item[phase..]).map_or(0, str::len);
        let end = phase + works;
        let rest = behind_bracket(&item[end..]);
        // 体育中心建设项目: the name goes on.
        // 岚水大桥于3月开工
        let when = || dated(end) || rest.starts_with('于') && dated(end + '于'.len_utf8());
        // 滇越铁路建成120周年: how long ago
        let aged = || rest.place_of("周年").is_some_and(|at| at <= AGE);
        let told = || cues.goes_on.prefix(rest).is_none() && !aged() && (cues.fate.prefix(rest).is_some() || when());
        // 鸿远铝箔项目是重点项目之一，由鸿远集团投资建设
        let called = head.ends_with("项目") || head.ends_with("工程");
        let described = || called && (rest.starts_with(['是', '由', '系']) || rest.starts_with("位于"));
        if rest.is_empty() || told() || described() {
            best = Some(best.map_or(end, |first: usize| first.min(end)));
        }
    }
    // 青兰高速青沅段, in a list
    let part = item.strip_suffix('段').is_some_and(|head| !head.ends_with(['阶', '地', '手', '片', '时']));
    if best.is_none() && part && !item.contains(|c: char| c.is_ascii_digit()) {
        best = Some(item.len());
    }
    // 青兰高速青沅至云岭段建成通车
    if best.is_none() {
        best = section_end(item);
    }
    // 岚水药业二期竣工投产
    for (at, _) in item.match_indices('期') {
        let end = at + '期'.len_utf8();
        let phase = item[..at].ends_with(['一', '二', '三', '四']);
        let rest = &item[end..];
        if phase && (rest.is_empty() || cues.fate.prefix(rest).is_some()) {
            best = Some(best.map_or(end, |first: usize| first.min(end)));
        }
    }
    best
}

/// The project by name that a clause tells of, without who does what with it: 岚水药业中药饮片项目[落户高新区].
pub(in crate::report) fn told(clause: &str) -> Option<&str> {
    let whole = &clause[..end(clause, |_| false)?];
    let from = projects().push_within.rfind_end(whole).map_or(0, |(at, verb)| at + verb.len());
    let name = whole[from..].trim_start_matches('了');
    let called = (5..=24).contains(&name.chars().count()) && !name.contains(['、', '，', '的', '等']);
    (called && is_proper(name) && !is_class(name) && !opens_with_verb(name)).then_some(name)
}

/// The end of the section of a road with which words begin, where what became of it stands behind.
fn section_end(item: &str) -> Option<usize> {
    let ends = item.match_indices('段').map(|(at, word)| (at, at + word.len()));
    ends.filter(|(at, _)| !item[..*at].ends_with(['阶', '地', '手', '片', '时', '路', '标', '河', '江']))
        .find(|(at, end)| {
            let route = projects().route.find(&item[..*at]).is_some();
            route && projects().fate.prefix(&item[*end..]).is_some() && item[..*at].chars().nth(3).is_some()
        })
        .map(|(_, end)| end)
}

/// What a section is of: 清溪旅游公路[云岭段].
pub(super) fn route_of(section: &str) -> Option<&str> {
    let head = section.strip_suffix('段')?;
    let (at, word) = projects().route.rfind_end(head)?;
    let end = at + word.len();
    (end < head.len()).then(|| &section[..end])
}

/// The road of the first section of a list that another section leaves out: 清溪公路云岭段、[清溪公路]白石段.
pub(super) fn shared_route<'a>(first: &'a str, section: &str) -> Option<&'a str> {
    let own = projects().route.find(section).is_some() || section.contains(|c: char| c.is_ascii_alphanumeric());
    route_of(first).filter(|_| section.ends_with('段') && !own)
}

/// True of a name that ends in what is done to the thing: 城南水厂扩建.
pub(super) fn is_works(name: &str) -> bool {
    projects().works.suffix(name).is_some()
}

/// 岚水药业项目（总投资6亿元）开工: what follows the bracket that tells a project's size.
fn behind_bracket(rest: &str) -> &str {
    let Some(inner) = rest.strip_prefix(['（', '(']).filter(|inner| inner.contains(|c: char| c.is_ascii_digit()))
    else {
        return rest;
    };
    // A bracket that holds several clauses closes in another of them.
    inner.split_once(['）', ')']).map_or("", |(_, behind)| behind)
}

/// The end of what a head goes on to: 数据中心一期, 水厂二期工程, 药业（二期）.
fn phase_end(item: &str, head: usize) -> usize {
    let cues = projects();
    let mut end = head;
    if let Some(rest) = item[end..].strip_prefix(['一', '二', '三', '四'])
        && let Some(rest) = rest.strip_prefix('期')
    {
        end = item.len() - rest.len();
        end += cues.more.prefix(&item[end..]).map_or(0, str::len);
    }
    end + cues.phase.prefix(&item[end..]).map_or(0, str::len)
}

/// True of words that name a class of projects.
pub(super) fn is_class(name: &str) -> bool {
    let cues = projects();
    // 合江县长江公路大桥: no 县长.
    let plain;
    let name = if name.has("长") {
        plain = cues.long_name.iter().fold(name.to_owned(), |text, word| text.replace(word, ""));
        plain.as_str()
    } else {
        name
    };
    let unnamed = |at: usize| at == 0 || !is_proper(&name[..at]);
    cues.class.within(name)
        || cues.class_unnamed.find(name).is_some_and(|(at, _)| unnamed(at))
        // “菜篮子”工程: a policy with a name.
        || name.has("“") && name.ends_with("工程")
        // “一村一点”: a measure with a name
        || name.has("“一") && name.ends_with('”')
        || cues.class_alone.contains(without_works(name))
        || name.ends_with("中心") && name.starts_with('以')
        // 环城高速是全省重点工程: what is said of one
        || name.has("是")
        || is_counted(name)
}

/// 3个街心公园, 两条高铁, 十大交通项目: so many of a kind, none of them by name.
fn is_counted(name: &str) -> bool {
    let great = name.strip_prefix(|c| "两二三四五六七八九十".has_char(c)).is_some_and(|rest| rest.starts_with('大'));
    if great && name.chars().count() <= GREAT && (name.ends_with("项目") || name.ends_with("工程")) {
        return true;
    }
    let digits = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if digits.len() < name.len() {
        digits
    } else {
        name.strip_prefix(|c| "一两二三四五六七八九十".has_char(c)).unwrap_or(name)
    };
    rest.len() < name.len() && projects().count_of.prefix(rest).is_some()
}

/// True where an item begins with what is done to it.
pub(super) fn opens_with_verb(name: &str) -> bool {
    let words = segment(name);
    words.first().is_some_and(|word| {
        matches!(word.tag, Tag::Verb | Tag::Adverb | Tag::Preposition | Tag::Pronoun | Tag::Numeral)
            && word.text.chars().count() >= 2
    })
}

/// True when the name ends with what a project is called.
pub(super) fn has_head(name: &str) -> bool {
    projects().head.suffix(without_works(name)).is_some() || name.ends_with(['期', '段'])
}

/// A name without what is done to it: 云岭医院[迁建].
fn without_works(name: &str) -> &str {
    projects().works.suffix(name).map_or(name, |works| &name[..name.len() - works.len()])
}

/// True of words that name one thing: a place, a firm, a number, or what belongs to the county itself.
pub(super) fn is_proper(name: &str) -> bool {
    let cues = projects();
    if name.starts_with('第') || cues.numbered.within(name) || cues.scheme.within(name) {
        return true;
    }
    // 县体育中心, but not 县级重点工程
    let own = name.strip_prefix(['县', '市', '省', '州']).is_some_and(|rest| cues.level_class.prefix(rest).is_none());
    if own || name.contains(['“', '·']) || cues.part_of_town.within(name) {
        return true;
    }
    let words = segment(name);
    words.iter().any(|word| {
        matches!(word.tag, Tag::Organisation | Tag::Person | Tag::Latin)
            || word.tag == Tag::Place && !cues.common_place.contains(word.text)
    }) || words.windows(2).any(|pair| is_unknown(pair[0].text) && is_unknown(pair[1].text))
        || regions().find_all(name).iter().any(|hit| hit.end - hit.start >= 6)
}

/// True of a character that makes no known word with those beside it and is none by itself: a name's.
fn is_unknown(word: &str) -> bool {
    let mut characters = word.chars();
    matches!((characters.next(), characters.next()), (Some('\u{4e00}'..='\u{9fff}'), None))
        && !projects().plain_character.contains(word)
}

/// The length of the phase that words begin with: 二期.
pub(super) fn lone_phase(words: &str) -> Option<usize> {
    let rest = words.strip_prefix(['一', '二', '三', '四', '五'])?.strip_prefix('期')?;
    let more = projects().more.prefix(rest).map_or(0, str::len);
    Some(words.len() - rest.len() + more)
}

/// True of words that begin with a phase: 二期分别投产.
pub(super) fn is_phase(words: &str) -> bool {
    lone_phase(words).is_some()
}

/// True of a phase and nothing more: 二期, 二期工程.
pub(super) fn is_lone_phase(words: &str) -> bool {
    lone_phase(words) == Some(words.len())
}

/// A name without its phase: 鸿远产业园一期 → 鸿远产业园.
pub(in crate::report) fn without_phase(name: &str) -> &str {
    let text = projects().more.suffix(name).map_or(name, |more| &name[..name.len() - more.len()]);
    let text = text.strip_suffix('期').map_or(name, |rest| rest.trim_end_matches(|c| "一二三四五".has_char(c)));
    if text.is_empty() { name } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_before_their_fate() {
        let cut = |item: &'static str| end(item, |_| false).map(|at| &item[..at]);
        assert_eq!(cut("岚水药业中药饮片项目总投资6亿元"), Some("岚水药业中药饮片项目"));
        assert_eq!(cut("县体育中心建设项目前期工作"), Some("县体育中心建设项目"));
        assert_eq!(cut("岚水药业二期竣工投产"), Some("岚水药业二期"));
        assert_eq!(cut("岚江数据中心一期投资10亿元"), Some("岚江数据中心一期"));
        assert_eq!(cut("项目36个"), None);
    }

    #[test]
    fn classes_are_no_names() {
        for name in ["岚江绕城高速公路", "城北污水处理厂", "县中医院迁建工程", "绿能储能电站项目"]
        {
            assert!(is_proper(name) && !is_class(name), "{name}");
        }
        for name in ["高速公路", "基础设施项目", "重点项目", "市级重点工程"] {
            assert!(!is_proper(name) || is_class(name), "{name}");
        }
    }
}
