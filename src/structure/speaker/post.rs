//! Posts: where they stand before a name, and the place that belongs to them.

use super::Speaker;
use super::name::{is_han, name_behind_post};
use crate::lexicon::cues::speakers as cues;
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
    end - post[cut..].trim_start_matches(['、', '在']).len()
}

/// The post in the words before a name, without the meeting it spoke at and without spaces.
pub(super) fn post_of(words: &str) -> String {
    let mut words: String = words.trim_start_matches('访').chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(cut) = words.rfind("会议上") {
        words.drain(..cut + "会议上".len());
    }
    words
}

/// Puts the document's place before a post that names none: 区长 → 红旗区区长, 区委书记 → 红旗区委书记.
pub(in crate::structure) fn complete(people: &mut [Speaker], path: &[String]) {
    let Some(place) = path.last() else { return };
    let Some(level) = place.chars().next_back() else { return };
    let stem = &place[..place.len() - level.len_utf8()];
    for person in people.iter_mut().filter(|p| p.role == PersonRole::Speaker) {
        let Some(post) = &mut person.post else { continue };
        if *post == format!("代{level}长") || *post == format!("{level}长候选人") {
            post.insert_str(0, place);
        } else if place.ends_with("自治区") && (post.starts_with("自治区主席") || post.starts_with("自治区代主席"))
        {
            post.replace_range(.."自治区".len(), place);
        } else if place.ends_with("自治区") && post.starts_with("自治区人民政府") {
            post.replace_range(.."自治区".len(), place);
        } else if post.starts_with(level) && post.chars().count() > 2 && post.starts_with(&format!("{level}委")) {
            post.insert_str(0, stem);
        } else if *post == format!("{level}长") || post.starts_with(&format!("{level}人民政府")) {
            post.insert_str(0, if post.ends_with('长') && post.chars().count() == 2 { place } else { stem });
        }
    }
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
        ] {
            let mut people = vec![person(post)];
            complete(&mut people, &[place.to_owned()]);
            assert_eq!(people[0].post.as_deref(), Some(wanted));
        }
    }

    #[test]
    fn a_post_keeps_its_place() {
        for text in ["日前，武川县委书记", "记者采访了武川县委书记"] {
            assert_eq!(&text[post_start(text, text.len())..], "武川县委书记");
        }
    }
}
