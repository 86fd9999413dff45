//! Posts: where they stand before a name, and the place that belongs to them.

use super::Speaker;
use super::name::{is_han, name_behind_post};
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::lexicon::speaker_cues::speakers as cues;
use crate::report::PersonRole;

/// The end of the post and the name behind it, in a line that holds nothing else.
pub(super) fn signature(line: &str) -> Option<(usize, String, usize)> {
    let post = cues().post.all(line).map(|(at, post)| at + post.len()).max()?;
    let (name, len) =
        name_behind_post(&line[post..], &cues().speech).filter(|(_, len)| line[post + len..].trim().is_empty())?;
    Some((post, name, len))
}

/// True of a line that only says who speaks: 青沅县人民政府县长 陆明远.
pub(in crate::structure) fn is_byline(line: &str) -> bool {
    let line = line.trim_matches(['*', '#', ' ', '—', '-']);
    line.chars().count() <= 40 && signature(line).is_some()
}

/// Where the post that ends at a byte begins, with the place before it.
pub(super) fn post_start(text: &str, end: usize) -> usize {
    let head = &text[..end];
    let start =
        head.char_indices().rev().take(28).take_while(|(_, c)| is_han(*c) || *c == '、').last().map_or(end, |(i, _)| i);
    let post = &head[start..];
    let cut = cues().before_post.all(post).map(|(at, words)| at + words.len()).max().unwrap_or(0);
    // 县长周清、[县政协主席]: whoever is named before has a post of his own.
    let named = cues().office.all(post).filter_map(|(at, office)| {
        let behind = at + office.len();
        let (_, len) = name_behind_post(&post[behind..], &cues().attends)?;
        post[behind + len..].starts_with(['、', '和']).then_some(behind + len)
    });
    let cut = named.max().unwrap_or(0).max(cut).max(post.last_place_of("的").map_or(0, |at| at + '的'.len_utf8()));
    end - post[cut..].trim_start_matches(['、', '在', '了', '和', '与', '到', '据', '对', '向', '是']).len()
}

/// The post in the words before a name, without the meeting it spoke at and without spaces.
pub(super) fn post_of(words: &str) -> String {
    let mut words: String = words.trim_start_matches('访').chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(cut) = words.last_place_of("会议上") {
        words.drain(..cut + "会议上".len());
    }
    words
}

/// Puts the document's place before a post that names none: 区长 → 红旗区区长, 区委书记 → 红旗区委书记; and the place above
/// it before one of that level: 市发改委主任 in a county's news.
pub(in crate::structure) fn complete(people: &mut [Speaker], path: &[String]) {
    for person in people.iter_mut().filter(|person| person.role != PersonRole::Author) {
        let Some(post) = &mut person.post else { continue };
        if let Some(whole) = path.iter().rev().find_map(|place| with_place(post, place)) {
            *post = whole;
        }
    }
}

/// The post with this place before it, where it begins with the place's level: 副县长, 县委书记, 自治区主席.
fn with_place(post: &str, place: &str) -> Option<String> {
    if place.ends_with("自治区") {
        let rest = post.strip_prefix("自治区").filter(|rest| !rest.is_empty())?;
        return Some(format!("{place}{rest}"));
    }
    let level = place.chars().next_back()?;
    let stem = &place[..place.len() - level.len_utf8()];
    if let Some(rest) = post.strip_prefix(level) {
        // 县长 is 青沅县县长, 县委书记 青沅县委书记; 市场监管局 begins with no level.
        let office = cues().office_body.prefix(rest)?;
        return Some(if office == "长" { format!("{place}{post}") } else { format!("{stem}{post}") });
    }
    let deputy = ["代", "副", "常务副"].iter().find_map(|word| post.strip_prefix(word))?;
    deputy.strip_prefix(level).is_some_and(|rest| rest.starts_with('长')).then(|| format!("{place}{post}"))
}

/// The place of a post, widest first: the one that it names, else the document's at its level.
pub(crate) fn region_of(post: &str, path: &[String], code: Option<u32>) -> Vec<String> {
    let table = regions();
    let hits = table.find_near(post, code);
    if let Some(code) = table.resolve_all(post, &hits, code).into_iter().flatten().next_back() {
        return table.path(code);
    }
    let upto = |at: usize| path[..=at].to_vec();
    if let Some(at) = path.iter().rposition(|place| post.starts_with(place.as_str())) {
        return upto(at);
    }
    let stem = |place: &str| {
        let level = place.chars().next_back().map_or(0, char::len_utf8);
        place[..place.len() - level].to_owned()
    };
    // 青沅县委书记, of an unlisted place
    if let Some(at) = path.iter().rposition(|place| post.starts_with(&stem(place))) {
        return upto(at);
    }
    // 云岭县副县长 in news of another
    let named = post.char_indices().skip(2).take(6).find(|(_, c)| matches!(c, '省' | '市' | '县' | '区' | '州' | '旗'));
    if let Some((at, level)) = named {
        let name = &post[..at + level.len_utf8()];
        let office =
            cues().office_body.prefix(&post[name.len()..]).is_some() || cues().office.within(&post[name.len()..]);
        let plain = !name.contains(['开', '新', '园', '社', '军', '任', '原', '各']) && name.chars().all(is_han);
        return if office && plain { vec![name.to_owned()] } else { Vec::new() };
    }
    // A town's, a village's and a zone's are in the document's place; a firm's or a school's may be anywhere.
    let local = ["镇", "乡", "街道", "村", "社区", "开发区", "新区", "产业园"].iter().any(|word| post.has(word));
    if local && !cues().elsewhere.within(post) { path.to_vec() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byline_is_a_post_and_a_name() {
        assert!(is_byline("**青沅县人民政府县长 陆明远**") && !is_byline("青沅县政府工作报告"));
    }

    #[test]
    fn an_acting_head_gets_the_place_too() {
        let person = |post: &str| Speaker {
            name: "陆明远".to_owned(),
            post: Some(post.to_owned()),
            role: PersonRole::Speaker,
            interviewed: false,
            spans: Vec::new(),
        };
        for (post, place, wanted) in [
            ("代县长", "青沅县", "青沅县代县长"),
            ("县长", "青沅县", "青沅县县长"),
            ("自治区主席", "岚北自治区", "岚北自治区主席"),
            ("常务副县长", "青沅县", "青沅县常务副县长"),
            ("县人大常委会主任", "青沅县", "青沅县人大常委会主任"),
            ("县域经济研究会会长", "青沅县", "县域经济研究会会长"),
        ] {
            let mut people = vec![person(post)];
            complete(&mut people, &[place.to_owned()]);
            assert_eq!(people[0].post.as_deref(), Some(wanted));
        }
    }

    #[test]
    fn a_post_has_the_place_that_it_names_or_the_document_s() {
        let path = ["岚江市".to_owned(), "青沅县".to_owned()];
        for (post, place) in [
            ("青沅县委书记", &path[..]),
            ("青沅县人大常委会主任", &path[..]),
            ("岚江市发改委主任", &path[..1]),
            ("枫桥镇党委书记", &path[..]),
            ("云岭县副县长", &["云岭县".to_owned()]),
            ("鸿远电缆有限公司董事长", &[]),
        ] {
            assert_eq!(region_of(post, &path, None), place, "{post}");
        }
        assert_eq!(region_of("武陟县委书记", &path, None), ["河南省", "焦作市", "武陟县"]);
    }

    #[test]
    fn a_post_keeps_its_place() {
        for text in ["日前，武川县委书记", "记者采访了武川县委书记"] {
            assert_eq!(&text[post_start(text, text.len())..], "武川县委书记");
        }
    }
}
