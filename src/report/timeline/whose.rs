//! The place that an entry's own words name, where it is another than the document's: 云岭县岚水大桥通车, 听涛镇污水处理厂投用,
//! 推介会在苏州市举行.

use super::title;
use crate::figure::part_named;
use crate::lexicon::place_cues::places;
use crate::lexicon::regions::{lies_within, regions};
use crate::lexicon::search::Search;
use crate::lexicon::timeline_cues::timeline;
use crate::report::scene::Scene;

/// Characters in which a place's name stands.
const NAME: usize = 16;

impl Scene<'_, '_> {
    /// The place that an entry is of by its own words; none where these name none, several, or the one above them.
    pub(in crate::report) fn place_told(&self, title: &str, figures: &[usize]) -> Option<String> {
        let own = self.subject();
        let found = self.venue(title).or_else(|| self.place_at_head(title)).or_else(|| self.measured(figures));
        found.filter(|name| own != Some(name.as_str()))
    }

    /// Where it was held, or who came where: 在苏州市举行, 赴杭州市招商.
    fn venue(&self, title: &str) -> Option<String> {
        let cues = timeline();
        cues.venue.all(title).find_map(|(at, word)| {
            let rest = &title[at + word.len()..];
            let held = || cues.venue_act.within(rest) && cues.venue_not.find(rest).is_none_or(|(at, _)| at > 24);
            if at == 0 && word != "在" || word == "在" && !held() {
                return None;
            }
            self.place_begins(rest, true)
        })
    }

    /// The place with which a title begins.
    fn place_at_head(&self, title: &str) -> Option<String> {
        self.place_begins(title::trim(title), false)
    }

    /// The place that words begin with, and are about; `held` where they only tell where something is.
    fn place_begins(&self, words: &str, held: bool) -> Option<String> {
        let cues = timeline();
        let near = words.char_indices().nth(NAME).map_or(words, |(at, _)| &words[..at]);
        let whole = |tail: &str| {
            !tail.starts_with(['至', '到', '—', '-', '、', '和', '与', '及', '籍', '的', '·'])
                && !self.lists_places(tail)
                && (held || cues.place_body.prefix(tail).is_none() && !tail.is_empty())
        };
        let document = self.found.structure.region_code;
        let mut hits = if regions().may_begin(near) { regions().find_near(near, document) } else { Vec::new() };
        let mut end = 0;
        let chain = hits.iter().take_while(|hit| std::mem::replace(&mut end, hit.end) == hit.start).count();
        hits.truncate(chain);
        if let Some(last) = hits.last() {
            let name = &near[..last.end];
            let tail = &words[last.end..];
            let code = regions().resolve_all(near, &hits, document).pop().flatten()?;
            let inside = document.is_some_and(|document| lies_within(code, document));
            let full = name.ends_with(['省', '市', '县', '区', '旗', '盟']) || name.ends_with("自治州");
            // 合州高新区: a zone of the place is told of.
            if let Some(part) =
                part_named(words).filter(|part| part.len() > name.len() && cues.place_body.find(part).is_none())
            {
                return Some(part.to_owned());
            }
            let above = document.is_some_and(|document| code != document && lies_within(document, code));
            let good = whole(tail) && !above && (full || inside) && Some(code) != document;
            return good.then(|| regions().path(code).pop()).flatten();
        }
        // 项目建设主战场经开区: what is said of a zone is no name.
        let plain = |part: &&str| !["项目", "建设", "战场"].iter().any(|word| part.has(word));
        if let Some(part) = part_named(words).filter(plain).or_else(|| zone_alone(words)) {
            return whole(&words[part.len()..]).then(|| part.to_owned());
        }
        unlisted(words).filter(|name| whole(&words[name.len()..])).map(str::to_owned)
    }

    /// True where another place is named beside the one before these words: 岭头乡、[八宿县]河口镇.
    fn lists_places(&self, tail: &str) -> bool {
        let near = tail.char_indices().nth(NAME).map_or(tail, |(at, _)| &tail[..at]);
        near.place_of("、").is_some_and(|at| {
            let next = &tail[at + '、'.len_utf8()..];
            regions().may_begin(next)
                && regions().find_near(next, self.found.structure.region_code).first().is_some_and(|hit| hit.start == 0)
                || part_named(next).is_some()
                || unlisted(next).is_some()
        })
    }

    /// The place of which the figures are: 经开区开工项目6个.
    fn measured(&self, figures: &[usize]) -> Option<String> {
        let mut subjects = figures.iter().map(|figure| self.figure(*figure).linked.subject.as_deref());
        let first = subjects.next()??;
        let place =
            first.ends_with(['省', '市', '县', '区', '州', '旗', '盟', '镇', '乡', '园']) || first.ends_with("街道");
        (place && subjects.all(|next| next == Some(first))).then(|| first.to_owned())
    }
}

/// 经开区光电产业园开工: the zone of the place that the document is about.
fn zone_alone(words: &str) -> Option<&str> {
    let zone = timeline().zone_alone.prefix(words)?;
    Some(&words[..zone.len()])
}

/// 云岭县 in 云岭县岚水大桥通车: a county that no list holds, by its two or three characters.
fn unlisted(words: &str) -> Option<&str> {
    let mut ends = words.char_indices().take(4).filter(|(_, c)| *c == '县');
    let at = ends.next().map(|(at, _)| at)?;
    let (stem, name) = (&words[..at], &words[..at + '县'.len_utf8()]);
    let tail = &words[name.len()..];
    let long = (2..=3).contains(&stem.chars().count());
    let plain =
        !stem.contains(['全', '各', '我', '本', '该', '两', '个', '市', '区', '、', '和', '在', '为', '是', '的']);
    let named = long
        && plain
        && !stem.ends_with("部分")
        && timeline().no_county.prefix(stem).is_none()
        && !title::opens_with_verb(stem);
    let whole = !tail.starts_with(['级', '域', '城', '长', '委', '内', '情', '里', '市', '区', '乡']);
    // 电凤冈县: a listed county behind another word
    let listed = || !regions().find_all(name).is_empty();
    (named && whole && !listed() && places().whole.suffix(name).is_none()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_county_of_no_list_is_told_from_a_class() {
        assert_eq!(unlisted("云岭县岚水大桥通车"), Some("云岭县"));
        assert_eq!(
            (unlisted("贫困县全部摘帽"), unlisted("全县项目开工"), unlisted("云岭县委召开会议")),
            (None, None, None)
        );
    }
}
