//! The zone that a document speaks for, which has no code: 青沅经济开发区举行项目集中签约.

use crate::lexicon::figure_cues::subjects;
use crate::lexicon::regions::regions;
use crate::lexicon::segment::{Tag, segment};
use crate::report::PersonRole;
use crate::structure::Structure;

/// Characters of the longest name of a zone.
const NAME: usize = 16;

/// The zone that the title begins with, or whose head speaks.
pub(super) fn zone(structure: &Structure) -> Option<String> {
    let mut posts = structure.people.iter().filter(|person| person.role == PersonRole::Speaker && person.interviewed);
    let title = structure.title.as_deref().and_then(|title| named(title.trim_start_matches(['“', '《', '—', '-'])));
    let name = title.or_else(|| posts.find_map(|person| named(person.post.as_deref()?)))?;
    Some(name.to_owned())
}

/// The zone that a line begins with, and behind it what such a body does or is called.
fn named(line: &str) -> Option<&str> {
    let (at, word) = subjects().zone.find(line)?;
    let (name, tail) = line.split_at(at + word.len());
    let han = name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) && name.chars().count() <= NAME;
    let acts =
        || segment(name).first().is_some_and(|word| matches!(word.tag, Tag::Verb | Tag::Preposition | Tag::Adverb));
    let speaks = tail.starts_with(|c: char| c.is_ascii_digit()) || subjects().zone_acts.prefix(tail).is_some();
    (han && speaks && !acts() && regions().resolve(name, None).is_none()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_named_by_what_it_does() {
        assert_eq!(named("青沅经济开发区党工委副书记陆明远访谈"), Some("青沅经济开发区"));
        assert_eq!(named("经开区举行项目集中签约仪式"), Some("经开区"));
        assert_eq!(named("经开区17个项目集中开工"), Some("经开区"));
        assert_eq!(named("加快建设高新区举行仪式"), None);
        assert_eq!(named("高新区的明天"), None);
        assert_eq!(named("浦东新区召开会议"), None);
        let text = "青沅经开区2023年工作报告\n\n一、2022年工作回顾\n全区工业总产值90亿元，增长6%。\n";
        let report = crate::analyze(text, &crate::Options::default()).unwrap();
        assert!(report.figures.iter().all(|figure| figure.subject.as_deref() == Some("青沅经开区")));
    }
}
