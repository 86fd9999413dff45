//! Which of the places that a text names it tells of.

use crate::lexicon::Hit;
use crate::lexicon::place_cues::places as cues;
use crate::lexicon::project_cues::projects;

/// The places that a text tells of: not those of a paper's name (云岭日报讯), nor where somebody goes (赴青沅、大坪考察).
pub(super) fn told_of(text: &str, hits: Vec<Hit>) -> impl Iterator<Item = Hit> {
    let mut visited = None;
    hits.into_iter().filter(move |hit| {
        let (before, behind) = (&text[..hit.start], &text[hit.end..]);
        let listed = visited.is_some_and(|end| matches!(&text[end..hit.start.max(end)], "、" | "和" | "及"));
        if listed || cues().visited.suffix(before).is_some() {
            visited = Some(hit.end);
            return false;
        }
        let compared = cues().compared.suffix(before).is_some() && !behind.starts_with(['的', '市', '县', '区']);
        // 泸州集团: a bare name and the firm's kind; 泸州市集团客户 is of the city.
        let name = &text[hit.start..hit.end];
        let bare = !name.ends_with(['省', '市', '县', '区', '旗']) && !name.ends_with("自治州");
        let firm = of_firm(behind) || bare && cues().firm_end.prefix(behind).is_some();
        let plain = cues().press.prefix(behind).is_none() && cues().agency.suffix(before).is_none();
        plain && !compared && !firm && !ends_route(before, behind)
    })
}

/// Characters behind 至 up to the word for the route, and behind its end.
const ROUTE: usize = 14;
const BEHIND: usize = 6;

/// 太原至兴县高速公路: true where a place is one end of what the route is called by.
fn ends_route(before: &str, behind: &str) -> bool {
    let called = |words: &str, upto: usize| {
        let near = words.char_indices().nth(upto).map_or(words, |(at, _)| &words[..at]);
        let name = near.find(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c)).map_or(near, |end| &near[..end]);
        projects().route.find(name).is_some()
    };
    let further = || behind.strip_prefix(['至', '到']).is_some_and(|words| called(words, ROUTE));
    further() || before.ends_with(['至', '到']) && called(behind, BEHIND)
}

/// Characters of the longest rest of a firm's name.
const FIRM: usize = 16;

/// 湖南能源, 石泉县宏达铝业有限公司: the place is a part of the firm's name.
fn of_firm(behind: &str) -> bool {
    let near = behind.char_indices().nth(FIRM).map_or(behind, |(at, _)| &behind[..at]);
    let name = near.find(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c)).map_or(near, |end| &near[..end]);
    let whole =
        cues().firm_end.find(name).is_some_and(|(at, _)| at > 0 && !name[..at].contains(['的', '和', '有', '与']));
    whole || cues().firm_behind.prefix(name).is_some()
}
