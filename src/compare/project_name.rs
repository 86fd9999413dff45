//! Projects by name: which ones a title is about, and what of a name stays when another text tells of the same.

use rustc_hash::FxHashMap as HashMap;
use std::sync::OnceLock;

use super::stage::Told;
use crate::lexicon::commitment_cues::commitments;
use crate::lexicon::project_cues::projects;
use crate::lexicon::search::Search;
use crate::lexicon::words::Words;

/// Characters that a name needs to be the same project in two documents.
pub(super) const LEAST: usize = 3;

/// What joins the names of a list.
const JOINS: [char; 4] = ['、', '和', '与', '及'];

/// The projects that a title names, before the words of its stage (岚水大桥、北环路年内通车) or behind them (建成岚水大桥).
pub(super) fn named<'a>(title: &'a str, told: &Told) -> Vec<&'a str> {
    let (at, end) = told.first;
    let before = things(&title[..at]);
    if before.is_empty() { things(object(&title[end..])) } else { before }
}

/// What stands behind words of stages: 云岭高速 in 建设云岭高速.
fn object(behind: &str) -> &str {
    let cues = projects();
    let lists = [&cues.operating, &cues.finished, &cues.started, &cues.signed, &commitments().lead];
    let mut rest = behind;
    while let Some(word) =
        lists.iter().find_map(|list| list.prefix(rest)).or(rest.starts_with("建设").then_some("建设"))
    {
        rest = &rest[word.len()..];
    }
    rest
}

/// The names in a list: [岚水大桥、]北环路等项目.
fn things(words: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in words.char_indices() {
        // 和平路, 及时雨: a list has names on both sides.
        let long = |part: &str| part.chars().nth(LEAST - 1).is_some();
        if c == '、' || JOINS.contains(&c) && long(&words[start..at]) && long(&words[at + c.len_utf8()..]) {
            found.extend(thing(&words[start..at]));
            start = at + c.len_utf8();
        }
    }
    found.extend(thing(&words[start..]));
    found
}

/// One name without the verbs before it and what is said of it behind; none where it names no single thing.
fn thing(words: &str) -> Option<&str> {
    let cues = commitments();
    let mut name = words.trim();
    while let Some(verb) = cues.lead.prefix(name) {
        name = name[verb.len()..].trim_start();
    }
    if let Some(at) = cues.cut.all(name).map(|(at, _)| at).find(|at| *at > 0) {
        if cues.part.within(&name[at..]) {
            return None;
        }
        name = &name[..at];
    }
    // 北环路等项目
    if let Some(at) = name.rfind('等').filter(|at| *at > 0 && !name[*at..].starts_with("等级")) {
        name = &name[..at];
    }
    while let Some(adverb) = projects().manner.suffix(name).or_else(|| cues.tail.suffix(name)) {
        name = &name[..name.len() - adverb.len()];
    }
    name = undated(name);
    let single = cues.generic.prefix(name).is_none() && cues.class_end.suffix(name).is_none();
    let name = name.trim();
    (single && name.chars().count() >= LEAST).then_some(name)
}

/// Without the day behind it: 县第二医院[于9月].
fn undated(name: &str) -> &str {
    if !name.ends_with(['月', '日', '底', '初', '年']) {
        return name;
    }
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit() || "年月日底初上中下旬".has_char(c));
    let dated = name[bare.len()..].contains(|c: char| c.is_ascii_digit());
    let bare = bare.strip_suffix(['于', '在']).unwrap_or(bare);
    if dated && bare.chars().nth(LEAST - 1).is_some() { bare } else { name }
}

/// What of a name is the same in every text: the 3号线 of 地铁三号线 and of 轨道交通3号线, the 岚水大桥 of 县岚水大桥工程.
pub(super) fn core(name: &str, place: &str) -> Option<String> {
    let bare = reduced(&spelled(without_place(name, place)));
    let long = |text: &str| text.chars().nth(LEAST - 1).is_some();
    Some(bare).filter(|bare| long(bare)).or_else(|| Some(spelled(name)).filter(|whole| long(whole)))
}

/// Without the document's own place before it: 云岭县第三水厂, 县第三水厂.
fn without_place<'a>(name: &'a str, place: &str) -> &'a str {
    let stem = place.strip_suffix(['省', '市', '县', '区', '州']).filter(|stem| stem.chars().nth(1).is_some());
    let lead = [Some(place), stem].into_iter().flatten().find_map(|lead| name.strip_prefix(lead));
    let rest = lead.or_else(|| name.strip_prefix(commitments().own.prefix(name)?)).unwrap_or(name);
    if rest.chars().nth(LEAST - 1).is_some() { rest } else { name }
}

/// In one spelling: without marks, numbers in digits, 高速公路 as 高速.
fn spelled(name: &str) -> String {
    let (words, same) = same();
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        if let Some(word) = words.prefix_at(c, rest) {
            out.push_str(same.get(word).copied().unwrap_or(word));
            rest = &rest[word.len()..];
        } else if let Some((number, length)) = numeral(rest) {
            out.push_str(&number.to_string());
            rest = &rest[length..];
        } else {
            if c.is_alphanumeric() || c == '+' {
                out.push(c);
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// Without what another text may leave out.
fn reduced(name: &str) -> String {
    let cues = commitments();
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        // 地铁3号线, 第3水厂; of 地铁3期 too little would be left.
        let numbered = |word: &&str| {
            let behind = &rest[word.len()..];
            let next = behind.trim_start_matches(|c: char| c.is_ascii_digit());
            next.len() < behind.len() && !next.starts_with('期')
        };
        let before_number = cues.before_number.prefix_at(c, rest).filter(numbered);
        let dropped = before_number.or_else(|| cues.left_out.prefix_at(c, rest));
        if dropped.is_none() {
            out.push(c);
        }
        rest = &rest[dropped.map_or(c.len_utf8(), str::len)..];
    }
    out
}

/// A Chinese number below a hundred, and its length: 十一 is 11.
fn numeral(words: &str) -> Option<(u32, usize)> {
    let digit = |c: char| match c {
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    };
    let mut number = None;
    let mut length = 0;
    for c in words.chars() {
        number = Some(match (number, digit(c)) {
            (None, Some(digit)) => digit,
            (None, None) if c == '十' => 10,
            (Some(before), Some(digit)) if before % 10 == 0 => before + digit,
            (Some(before), None) if c == '十' && before < 10 => before * 10,
            _ => break,
        });
        length += c.len_utf8();
    }
    number.map(|number| (number, length))
}

/// Words that another text writes otherwise, and how they are spelled here.
fn same() -> &'static (Words, HashMap<&'static str, &'static str>) {
    static READ: OnceLock<(Words, HashMap<&'static str, &'static str>)> = OnceLock::new();
    READ.get_or_init(|| {
        let pairs: HashMap<_, _> = commitments().same.iter().filter_map(|pair| pair.split_once('>')).collect();
        let words: Vec<&'static str> = pairs.keys().copied().collect();
        (Words::new(&[&words]), pairs)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::stage::told;

    fn names(title: &str) -> Vec<&str> {
        told(title).map(|told| named(title, &told)).unwrap_or_default()
    }

    #[test]
    fn a_title_names_its_projects_before_the_stage_or_behind_it() {
        for (title, projects) in [
            ("岚水大桥建成通车", vec!["岚水大桥"]),
            ("推动岚水至青沅长输供热工程投用", vec!["岚水至青沅长输供热工程"]),
            ("北环路改造工程、云岭大道二期建成通车", vec!["北环路改造工程", "云岭大道二期"]),
            ("南山互通、北山互通等项目完工", vec!["南山互通", "北山互通"]),
            ("开工建设云岭高速公路", vec!["云岭高速公路"]),
            ("投用县医院二期、妇幼保健院", vec!["县医院二期", "妇幼保健院"]),
            ("云岭水电站实现首台机组投产发电", vec![]),
            ("岚水大桥主体如期竣工", vec!["岚水大桥主体"]),
            ("宏达电缆项目正式投产", vec!["宏达电缆项目"]),
            ("地铁1号线北段试通车", vec!["地铁1号线北段"]),
            ("高铁站开工建设", vec!["高铁站"]),
            ("县第二医院于9月正式开诊", vec!["县第二医院"]),
            ("资金到位的项目全部开工", vec![]),
            ("建成一批产业项目", vec![]),
            ("竣工投产", vec![]),
        ] {
            assert_eq!(names(title), projects, "{title}");
        }
    }

    #[test]
    fn names_of_one_project_have_one_core() {
        let core = |name| core(name, "云岭县").unwrap_or_default();
        for (one, other) in [
            ("岚水大桥工程", "岚水大桥"),
            ("高铁站", "高铁新站"),
            ("三号线", "地铁3号线"),
            ("轨道交通3号线一期", "三号线（一期）"),
            ("云岭高速公路", "云岭高速"),
            ("县第三水厂", "云岭县第三水厂"),
            ("“岚水之眼”文化馆", "岚水之眼文化馆工程"),
            ("第十一中学", "第11中学"),
            ("县第三中学迁建项目", "县三中迁建"),
            ("地铁三期工程", "地铁三期项目"),
        ] {
            assert_eq!(core(one), core(other), "{one}, {other}");
        }
        for (one, other) in [
            ("岚水大桥一期", "岚水大桥二期"),
            ("1号线", "2号线"),
            ("南山互通", "北山互通"),
            ("县医院", "县医院扩建"),
            ("国道342", "国道342改线"),
            ("云岭高速", "云岭高铁"),
        ] {
            assert_ne!(core(one), core(other), "{one}, {other}");
        }
    }
}
