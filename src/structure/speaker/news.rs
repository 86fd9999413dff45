//! People of running text: 区委书记陆明远强调, 县长陆明远出席, 记者 周清.

use super::name::{is_han, name_at, name_before, name_behind_post};
use super::post::post_start;
use super::said::{is_asked, says};
use super::{People, Speaker};
use crate::lexicon::search::Search;
use crate::lexicon::speaker_cues::speakers as cues;
use crate::report::PersonRole;
use crate::span::Span;

/// Posts of a paragraph that are looked at.
const POSTS: usize = 24;
/// People of one post that are named in a row.
const LISTED: usize = 12;
/// Reporters of a paragraph.
const REPORTERS: usize = 4;
const WRITERS: [&str; 3] = ["记者", "通讯员", "作者"];

#[inline(never)]
pub(super) fn read(text: &str, offset: usize, people: &mut People) {
    for (found, office) in cues().office.all(text).take(POSTS) {
        let end = found + office.len();
        // 总书记 is nobody's guest here.
        if cues().no_name.prefix(&text[end..]).is_some() || text[..found].ends_with('总') {
            continue;
        }
        let speaks = name_behind_post(&text[end..], &cues().speech)
            .filter(|(_, len)| cues().speaks.prefix(&text[end + len..]).is_some());
        // 部门负责人包联项目: only who speaks is one of them by name.
        let anybody = office == "负责人";
        let there = || name_behind_post(&text[end..], &cues().attends).filter(|(_, len)| !text[end + len..].is_empty());
        // 记者采访了青沅县委书记陆明远。
        let start = post_start(text, end);
        let asked = cues().interviews.suffix(&text[..start]).is_some();
        let guest = || name_behind_post(&text[end..], &cues().attends).filter(|_| asked);
        let speaking = speaks.is_some();
        let Some((name, len)) = speaks.or_else(|| there().filter(|_| !anybody)).or_else(guest) else { continue };
        let tail = &text[end + len..];
        // 县委书记陆明远：要抓好项目。 县委书记陆明远同志表示
        let labelled = text[..start].trim_matches([' ', '\u{3000}', '*']).is_empty() && tail.starts_with(['：', ':']);
        let titled = ["同志", "先生", "女士"].iter().find_map(|word| tail.strip_prefix(word));
        let spoken = titled.is_some_and(|tail| cues().speaks.prefix(tail).is_some());
        let role = if asked || labelled || spoken || says(tail, speaking) {
            PersonRole::Speaker
        } else {
            PersonRole::Mentioned
        };
        people.add(Speaker {
            name,
            post: Some(text[start..end].to_owned()),
            role,
            interviewed: role == PersonRole::Speaker && (asked || is_asked(tail)),
            spans: vec![Span::new(offset + end, offset + end + len)],
        });
        // 县领导陆明远、周清、苏岚参加: all of one post
        let mut at = end + len;
        for _ in 0..LISTED {
            let Some(next) = text[at..].strip_prefix('、') else { break };
            let from = text.len() - next.len();
            let known = name_before(next, &cues().attends).filter(|_| cues().office.prefix(next).is_none());
            let Some((name, len)) = known.or_else(|| member(next)) else { break };
            people.add(Speaker {
                name,
                post: Some(text[start..end].to_owned()),
                role: PersonRole::Mentioned,
                interviewed: false,
                spans: vec![Span::new(offset + from, offset + from + len)],
            });
            at = from + len;
        }
    }
    if let Some(speaker) = bracketed(text, offset) {
        people.add(speaker);
    }
    let words = WRITERS.iter().flat_map(|word| text.places_of(word).map(move |found| (found, *word)));
    for (found, word) in words.take(REPORTERS) {
        // 记者 某某 摄: took the picture.
        for (at, len) in writers(&text[..found], &text[found + word.len()..]) {
            let start = found + word.len() + at;
            let name: String = text[start..start + len].chars().filter(|c| !c.is_whitespace()).collect();
            let spans = vec![Span::new(offset + start, offset + start + len)];
            people.add(Speaker { name, post: None, role: PersonRole::Author, interviewed: false, spans });
        }
    }
}

/// 沈致远（青沅县委书记）：全县…: who speaks, with the post in brackets.
fn bracketed(text: &str, offset: usize) -> Option<Speaker> {
    let lead = text.len() - text.trim_start_matches([' ', '\u{3000}', '*']).len();
    let (name, len) = name_at(&text[lead..])?;
    let inner = text[lead + len..].strip_prefix(['（', '('])?;
    let (post, tail) = inner.split_once(['）', ')'])?;
    let fits = post.chars().count() <= 30 && cues().office.suffix(post).is_some() && tail.starts_with(['：', ':']);
    fits.then(|| Speaker {
        name,
        post: Some(post.to_owned()),
        role: PersonRole::Speaker,
        interviewed: true,
        spans: vec![Span::new(offset + lead, offset + lead + len)],
    })
}

/// A name among others of one post whose family name is a rare one: it ends where the next one or the deed begins.
fn member(text: &str) -> Option<(String, usize)> {
    let end = text.place_of("、")?;
    let name = &text[..end];
    let fits = (2..=3).contains(&name.chars().count()) && name.chars().all(is_han);
    (fits && !cues().office.within(name)).then(|| (name.to_owned(), end))
}

/// Where the names stand behind 记者, 通讯员 or 作者 and their lengths: 记者 周清 林远, （记者周清、林远）.
pub(super) fn writers(before: &str, behind: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    // 记者采访了: only a space, a colon or a byline's bracket says that a name follows.
    let told = behind.starts_with([' ', '\u{3000}', '：', ':'])
        || before.ends_with(['（', '(', '报', '网', '社', '台', ' ', '\u{3000}']);
    while told && found.len() < REPORTERS {
        let rest = &behind[at..];
        let gap = rest.len() - rest.trim_start_matches([' ', '\u{3000}', '：', ':', '、']).len();
        let Some((name, len)) = name_at(&rest[gap..]) else { break };
        let tail = &rest[gap + len..];
        let ends = tail.is_empty() || tail.starts_with(|c: char| !is_han(c));
        let photographer = name.ends_with('摄');
        let again = WRITERS.iter().any(|word| rest[gap..].starts_with(word));
        if again
            || photographer
            || !ends
            || name.chars().count() > 3 && !name.contains(['·', '•'])
            || tail.trim_start().starts_with('摄')
        {
            break;
        }
        found.push((at + gap, len));
        at += gap + len;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(text: &str) -> Vec<(String, Option<String>, PersonRole)> {
        let mut people = People::default();
        read(text, 0, &mut people);
        people.0.into_iter().map(|person| (person.name, person.post, person.role)).collect()
    }

    #[test]
    fn who_speaks_and_who_is_there() {
        let text = "青沅县委书记陆明远宣布开工，在县长周清等陪同下检查。副县长苏岚主持仪式。";
        assert_eq!(
            people(text),
            [
                ("陆明远".to_owned(), Some("青沅县委书记".to_owned()), PersonRole::Mentioned),
                ("周清".to_owned(), Some("县长".to_owned()), PersonRole::Mentioned),
                ("苏岚".to_owned(), Some("副县长".to_owned()), PersonRole::Mentioned),
            ]
        );
        let said = |text: &str| people(text).into_iter().map(|(name, _, role)| (name, role)).collect::<Vec<_>>();
        let speaker = |name: &str| (name.to_owned(), PersonRole::Speaker);
        assert_eq!(said("县委书记陆明远主持会议并讲话。"), [speaker("陆明远")]);
        for written in [
            "县委书记陆明远：要抓好项目。",
            "陆明远（青沅县委书记）：要抓好项目。",
            "县委书记陆明远同志表示，要抓好项目。",
        ] {
            assert_eq!(said(written), [speaker("陆明远")], "{written}");
        }
        assert_eq!(said("“要抓好项目。”青沅县委书记陆明远如是说。"), [speaker("陆明远")]);
        assert_eq!(said("县委书记陆明远出席会议并讲话，县长周清作部署。")[0], speaker("陆明远"));
        assert_eq!(said("近日，本报记者采访了青沅县县长周清。"), [speaker("周清")]);
        let posts = |text: &str| {
            people(text).into_iter().map(|(name, post, _)| (name, post.unwrap_or_default())).collect::<Vec<_>>()
        };
        let pair = |name: &str, post: &str| (name.to_owned(), post.to_owned());
        assert_eq!(
            posts("云岭县县长周清、县人大常委会主任苏岚，县领导许明、何苗参加活动。"),
            [
                pair("周清", "云岭县县长"),
                pair("苏岚", "县人大常委会主任"),
                pair("许明", "县领导"),
                pair("何苗", "县领导")
            ]
        );
        assert_eq!(posts("鸿远电缆有限公司董事长陆明远致辞。"), [pair("陆明远", "鸿远电缆有限公司董事长")]);
        assert_eq!(
            posts("县领导陆明远、润道安、周清参加，据县招商局负责人卫东介绍，首任县委书记叶添同志发言。"),
            [
                pair("陆明远", "县领导"),
                pair("润道安", "县领导"),
                pair("周清", "县领导"),
                pair("卫东", "县招商局负责人"),
                pair("叶添", "首任县委书记"),
            ]
        );
        let authors = |text: &str| people(text).into_iter().map(|(name, ..)| name).collect::<Vec<_>>();
        assert_eq!(authors("本报讯（记者周清 通讯员 林远、何苗）3月14日"), ["周清", "林远", "何苗"]);
        assert_eq!(authors("记者采访了林区。县数据局局长于近日表示。"), Vec::<String>::new());
        assert!(people("县领导班子，人大常委会，教授方法，要学习。").is_empty());
        assert!(people("书记、县长的职责，局长要负责，总书记强调").is_empty());
    }
}
