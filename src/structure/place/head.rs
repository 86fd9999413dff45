//! Whose head a line names, and where what it tells of takes place.

use std::collections::BTreeMap;

use super::most::{depth, is_inside};
use crate::lexicon::Hit;
use crate::lexicon::place_cues::places as cues;
use crate::lexicon::regions::regions;
use crate::lexicon::segment::{Tag, segment};

/// Characters of an opening in which the head of a place is named.
const OPENING: usize = 100;
const HEADS: [&str; 9] = ["委书记", "市委书记", "县委书记", "区委书记", "州委书记", "市长", "县长", "区长", "州长"];

/// The place whose head an opening names first: 青岚市[委书记]陆明远.
pub(super) fn of_head(text: &str) -> Option<u32> {
    let lead = text.char_indices().nth(OPENING).map_or(text, |(at, _)| &text[..at]);
    let hits = regions().find_all(lead);
    // 天津市长: the level is the place's and the post's
    let level = |hit: &Hit| lead[hit.start..hit.end].chars().next_back().map_or(0, char::len_utf8);
    let at = |from: usize| HEADS.iter().any(|head| lead[from..].starts_with(head));
    let headed = |hit: &&Hit| at(hit.end) || hit.end > hit.start + 6 && at(hit.end - level(hit));
    let hit = hits.iter().find(headed)?;
    regions().resolve(&lead[hit.start..hit.end], None)
}

/// 武陟经开区一季度实现产值65亿元: the county whose zone a line begins with, by its short name.
pub(super) fn of_zone(line: &str) -> Option<u32> {
    let (at, _) = cues().zone.find(line)?;
    let name = line.get(..at).filter(|name| (2..=3).contains(&name.chars().count()))?;
    ["县", "市", "区", "旗"].iter().find_map(|level| regions().resolve(&format!("{name}{level}"), None))
}

/// Characters of the opening in which a paper names itself.
const PRESS: usize = 16;

/// 武陟网讯 记者周清报道: the place of the paper that tells.
pub(super) fn of_press(text: &str) -> Option<u32> {
    let lead = text.char_indices().nth(PRESS).map_or(text, |(at, _)| &text[..at]);
    let hit = regions().find_all(lead).into_iter().find(|hit| cues().press.prefix(&lead[hit.end..]).is_some())?;
    regions().resolve(&lead[hit.start..hit.end], None).filter(|code| depth(*code) > 1)
}

/// 来源：岚江日报, above or below news that speaks of 我市, or of 全市 and no county in it: the place of the paper it stood in.
pub(super) fn of_source<'a>(line: &str, text: &str, counts: impl Fn() -> &'a BTreeMap<u32, usize>) -> Option<u32> {
    let code = of_press(line.split_once("来源")?.1.trim_start_matches(['：', ':', ' ', '\u{3000}']))?;
    let level = regions().get(code)?.name.chars().next_back()?;
    let said = |word: char| text.match_indices(level).any(|(at, _)| text[..at].ends_with(word));
    // 全市 may be the city above a district.
    let inside = || counts().keys().any(|other| *other != code && is_inside(*other, code));
    (said('我') || said('全') && !inside()).then_some(code)
}

/// A line up to where something elsewhere takes place: 黄石招商会[在武汉举行]. What takes place inside goes on.
pub(super) fn at_home(line: &str) -> &str {
    let hits = regions().find_all(line);
    let Some((last, before)) = hits.split_last() else { return line };
    let takes_place = cues().held.prefix(&line[last.end..]).is_some();
    let Some(head) = line[..last.start].strip_suffix('在').filter(|_| takes_place && !before.is_empty()) else {
        return line;
    };
    let codes: Vec<u32> = regions().resolve_all(line, &hits, None).into_iter().flatten().collect();
    // 湖北·黄石推介会在武汉举行: both lie in the province.
    let inside = |last: u32, code: u32| depth(code) > 1 && is_inside(last, code);
    let away = codes.split_last().is_some_and(|(last, rest)| !rest.iter().any(|code| inside(*last, *code)));
    if away { head } else { line }
}

/// An unlisted place that a clause of news begins with: 6月18日，青沅县召开……
pub(super) fn opening_place(text: &str) -> Option<String> {
    for clause in text.split(['，', '。', '；', ',', '“', '在', '自']) {
        let Some((at, level)) = clause.char_indices().take(5).find(|(_, c)| matches!(c, '县' | '市' | '区')) else {
            continue;
        };
        let name = &clause[..at + level.len_utf8()];
        let count = name.chars().count();
        // 引进市外服务业: a verb, and 市外 behind it
        let within =
            clause[name.len()..].starts_with(['外', '内', '级', '场', '民', '属', '直', '政', '域', '区', '委']);
        let acts = segment(name).first().is_some_and(|word| word.tag == Tag::Verb);
        let plain = name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
            && !name.starts_with(['全', '我', '本', '各', '该', '省', '县', '市', '区'])
            && !name.starts_with(['一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '多', '数']);
        if (3..=4).contains(&count)
            && plain
            && !within
            && !acts
            && cues().common.suffix(name).is_none()
            && !cues().office.within(name)
            && clause.len() > name.len()
        {
            return Some(name.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_is_of_the_city_whose_paper_printed_it() {
        let region = |body: &str| {
            let text = format!("项目建设提速\n\n来源：洛阳日报　2023-05-09\n\n{body}\n");
            crate::analyze(text.as_str(), &crate::Options::default()).unwrap().document.region_code
        };
        assert_eq!(region("一季度，我市开工项目90个，完成投资30亿元。"), Some("410300".to_owned()));
        assert_eq!(region("一季度，全市开工项目90个，完成投资30亿元。"), Some("410300".to_owned()));
        assert_eq!(region("一季度，我县开工项目9个，完成投资3亿元。"), None);
    }

    #[test]
    fn what_takes_place_elsewhere_and_who_speaks_in_a_title() {
        assert_eq!(at_home("黄石（临港）招商会在武汉举行！"), "黄石（临港）招商会");
        assert_eq!(at_home("焦作市重点项目开工仪式在武陟县举行"), "焦作市重点项目开工仪式在武陟县举行");
        let title = "专访天津市长：滨海新区今年怎么干\n\n记者：去年天津怎样？\n\n滨海新区增长23%。";
        let region = crate::analyze(title, &crate::Options::default()).map(|report| report.document.region);
        assert_eq!(region.unwrap(), ["天津市"]);
        assert_eq!((of_zone("武陟经开区实现产值65亿元"), of_zone("全国经开区")), (Some(410_823), None));
        assert_eq!(of_press("焦作网讯 记者周清报道"), Some(410_800));
        let region = |text: &str| crate::analyze(text, &crate::Options::default()).unwrap().document.region;
        let text = "焦作网讯 记者周清报道：5月21日，市委书记陆明远到武陟县、温县调研。武陟县新开工项目9个。\n";
        assert_eq!(region(text), ["河南省", "焦作市"]);
        let text = "岚水镇2024年政府工作报告\n\n各位代表：\n\n去年，在武陟县委、县政府领导下，武陟县岚水镇增长6%。\n";
        assert_eq!(region(text), ["河南省", "焦作市", "武陟县", "岚水镇"]);
    }
}
