//! Whose figure it is: a place or body named at the head of the clause, the section's place, or the document's.

mod neighbour;
mod sign;

use neighbour::neighbour;
use sign::{port, sign, wide};

use super::counted_places::{several, so_many};
use super::memory::Memory;
use super::scene::{Place, Scene};
use crate::lexicon::figure_cues::subjects;
use crate::lexicon::indicators::indicators;
use crate::lexicon::regions::{lies_within, regions};
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, segment};
use crate::mention::Date;

/// Characters at the head of a clause that can name whose figure it is.
const HEAD: usize = 12;
/// Bytes of a clause of which those characters, and the one behind them, are a part in any case.
const LONG: usize = 60;

/// Signs and words before the date that a clause begins with.
const LED: [char; 5] = [' ', '“', '—', '到', '至'];

/// The narrowest subject: its name and code. A figure that tells more of the thing before it tells of the same subject:
/// 全国粮食产量1.3亿吨，增长2%.
pub(super) fn of(
    scene: &Scene<'_>,
    memory: &mut Memory,
    at: usize,
    clause: Place,
    inherited: bool,
) -> (Option<String>, Option<u32>) {
    let found = stated(scene, memory, at, clause).or_else(|| memory.told.clone().filter(|_| inherited));
    let found = found.unwrap_or_else(|| own(scene));
    memory.told = Some(found.clone());
    found
}

/// The subject that the clause, or one before it, states.
fn stated(scene: &Scene<'_>, memory: &mut Memory, at: usize, clause: Place) -> Option<(Option<String>, Option<u32>)> {
    if memory.nameless != Some(clause.start) {
        // 2016年全省固定资产投资: whose, stands behind the date.
        let led = |d: &&Date| d.span.end <= at && scene.text(clause.start, d.span.start).trim_matches(LED).is_empty();
        let dated = scene.dates.iter().find(|d| d.span.start >= clause.start).filter(led);
        let before = scene.text(dated.map_or(clause.start, |d| d.span.end), at);
        // 城东新区产值90亿元，全市产值500亿元: what was narrower before is over.
        if let Some(found) = whole(scene, before) {
            memory.subject = None;
            return Some(found);
        }
        let next = || memory.subject.as_ref().and_then(|(last, _)| next_part(last, before));
        let next = next().map(|name| (Some(name.to_owned()), None));
        let signed = || sign(before, memory.subject.as_ref().is_some_and(|(_, code)| code.is_some()));
        if let Some(found) = next.or_else(signed).or_else(|| named(scene, before, clause)) {
            if let (Some(name), code) = &found {
                memory.subject = Some((name.clone(), *code));
            }
            return Some(found);
        }
        // What was long enough once need not be read again for the clause's next number.
        if before.len() > LONG {
            memory.nameless = Some(clause.start);
        }
    }
    let opening = || memory.opening.as_ref().map(|name| (Some(name.clone()), None));
    memory.subject.as_ref().map(|(name, code)| (Some(name.clone()), *code)).or_else(opening)
}

/// 东山镇12个项目开工，西河镇8个项目推进: town by town; 经开区生产总值45亿元，高新区32亿元.
fn next_part<'a>(last: &str, before: &'a str) -> Option<&'a str> {
    let cues = subjects();
    let part = |name: &str| {
        let zone = cues.body.suffix(name).filter(|body| body.ends_with('区'));
        cues.town.suffix(name).map(|level| level.len() + 6).or(zone.map(str::len))
    };
    let name = before.trim_start();
    let shortest = part(name).filter(|_| part(last).is_some())?;
    let plain = name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) && cues.verb_head.prefix(name).is_none();
    (plain && (shortest..=shortest + 12).contains(&name.len()) && cues.no_town.suffix(name).is_none()).then_some(name)
}

impl Memory {
    /// True of the name of a zone or a town in a list of them.
    pub(super) fn is_next_part(&self, name: &str) -> bool {
        self.subject.as_ref().is_some_and(|(last, _)| next_part(last, name).is_some())
    }

    /// A label without the zone or the town that it was told of: 经开区地区生产总值.
    pub(super) fn without_subject(&self, label: &str) -> String {
        let whose = self.subject.as_ref().filter(|(last, _)| next_part(last, last).is_some());
        let rest = whose.and_then(|(last, _)| label.strip_prefix(last.as_str())).filter(|rest| !rest.is_empty());
        rest.unwrap_or(label).to_owned()
    }
}

/// Characters of the first sentences of a paragraph that can say whom it tells of.
const OPENING: usize = 60;

/// 过去一年，金岭生产建设兵团加快发展: the body that a paragraph opens with, where it names no other place.
pub(super) fn opening(paragraph: &str) -> Option<String> {
    let near = paragraph.char_indices().nth(OPENING).map_or(paragraph, |(at, _)| &paragraph[..at]);
    near.split(['，', '。', '：', '！', '*']).take(4).find_map(|clause| {
        let zone = zone(clause.trim());
        let name = match (zone, subjects().whole_body.find(clause.trim())) {
            (Some(zone), _) => zone,
            (None, Some((at, body))) => &clause.trim()[..at + body.len()],
            (None, None) => return None,
        };
        let tail = &clause.trim()[name.len()..];
        let named = (4..=ZONE).contains(&name.chars().count())
            && (zone.is_some()
                || segment(name)
                    .iter()
                    .all(|t| matches!(t.tag, Tag::Noun | Tag::Place | Tag::Organisation | Tag::VerbalNoun)))
            && !tail.starts_with(['的', '、', '和', '与', '等'])
            && !subjects().other_place.within(paragraph);
        // 云岭县产业集聚区…。云岭县投资3亿元: then of the county
        let whole = || place_at(name, None).map(|(end, _)| &name[..end]);
        let named = named && zone.is_none_or(|_| whole().is_none_or(|place| paragraph.matches(place).count() == 1));
        (named && !tail.is_empty()).then(|| name.to_owned())
    })
}

/// The whole place that a clause begins with: 全市 is the document's own, or in a county's text the city above it.
fn whole(scene: &Scene<'_>, before: &str) -> Option<(Option<String>, Option<u32>)> {
    let text = before.trim_start_matches([' ', '“', '—', '-', '、', '和']);
    let kind = text.strip_prefix(['全', '我', '本'])?.chars().next().filter(|c| "市县区省州旗国盟".has_char(*c))?;
    let tail = &text["全市".len()..];
    // 我县14亿元: the speaker's own, whatever follows.
    if tail.is_empty() && !text.starts_with('我') || subjects().no_whole.prefix(tail).is_some() {
        return None;
    }
    if let Some(zone) = scene.above.zone.filter(|_| kind == '区') {
        return Some((Some(zone.to_owned()), None));
    }
    let (section, path) = (scene.structure.sections.get(scene.block.section), &scene.structure.region);
    let path = section.map(|section| &section.region).filter(|path| !path.is_empty()).unwrap_or(path);
    if path.last().is_some_and(|name| name.ends_with(kind) || kind == '国' && name == "中国") {
        return Some(own(scene));
    }
    if kind == '国' {
        return Some((Some("中国".to_owned()), Some(0)));
    }
    let name = path.iter().rev().find(|name| name.ends_with(kind))?;
    Some((Some(name.clone()), regions().resolve(name, scene.structure.region_code)))
}

/// The name of the place that 全市 or 全国 means.
pub(super) fn wider(scene: &Scene<'_>, words: &str) -> Option<String> {
    whole(scene, &format!("{words}，")).and_then(|(name, _)| name)
}

fn own(scene: &Scene<'_>) -> (Option<String>, Option<u32>) {
    let section = scene.structure.sections.get(scene.block.section);
    let elsewhere = section.is_some_and(|s| !s.region.is_empty() && s.region != scene.structure.region);
    if let Some(zone) = scene.above.zone.filter(|_| !elsewhere) {
        return (Some(zone.to_owned()), None);
    }
    if let Some(name) = section.and_then(|s| s.region.last()) {
        return (Some(name.clone()), section.and_then(|s| s.code));
    }
    (scene.structure.region.last().cloned(), scene.structure.region_code)
}

/// A place or body that the clause begins with.
#[inline(never)]
fn named(scene: &Scene<'_>, before: &str, clause: Place) -> Option<(Option<String>, Option<u32>)> {
    let text = before.trim_start_matches([' ', '“', '—', '-', '、']);
    // 和田地区, 和平区: what looks like a conjunction begins the name.
    let own = || regions().begins_full(text) || regions().find_all(text).first().is_some_and(|hit| hit.start == 0);
    let text = text.strip_prefix('和').filter(|_| !own()).unwrap_or(text);
    let text = text.strip_prefix("其中").unwrap_or(text);
    let document = scene.structure.region_code;
    let opening = text.char_indices().nth(HEAD).map_or(text, |(at, _)| &text[..at]);
    if opening.len() < 6 {
        return None;
    }
    if let Some(name) = wide(text, document == Some(0)).or_else(|| port(text)).or_else(|| town(text)) {
        return Some((Some(name.to_owned()), None));
    }
    if let Some(name) = zone(text) {
        return Some((Some(name.to_owned()), None));
    }
    let measured = |tail: &str| indicators().find_all(tail).first().is_some_and(|found| found.start == 0);
    if let Some(name) = several(text).or_else(|| so_many(text)).filter(|name| measured(&text[name.len()..])) {
        return Some((Some(name.to_owned()), None));
    }
    let begins = regions().may_begin(opening);
    if begins
        && document.is_none()
        && let Some(hit) = regions().find_all(opening).first().filter(|hit| hit.start == 0)
        && let name = &opening[..hit.end]
        && name.ends_with(['区', '县', '市'])
        && regions().resolve(name, None).is_none()
        && measured(&text[hit.end..])
    {
        return Some((Some(name.to_owned()), neighbour(scene, clause.start, name)));
    }
    if begins && let Some((end, code)) = place_at(opening, document) {
        let tail = &text[end..];
        // 青海全省光伏装机2000万千瓦: the place says which province is meant.
        if all_of(code, tail).is_some() {
            return Some((regions().path(code).last().cloned(), Some(code)));
        }
        let inner = document.is_none_or(|d| lies_within(code, d)) && Some(code) != document;
        // 青岚市援建项目25个: of whom they are done for
        let helps = subjects().helps.prefix(tail).is_some();
        // 青沅县岭头乡、云岭县河口镇2个灌区: of more than one place
        let next = tail.place_of("、").map(|at| &tail[at + '、'.len_utf8()..]);
        let shared = next.is_some_and(|next| {
            let opening = next.char_indices().nth(HEAD).map_or(next, |(at, _)| &next[..at]);
            regions().may_begin(opening) && place_at(opening, document).is_some()
        });
        // 鹤壁市生产总值1000亿元 in a text of 新乡市: another's, named before an indicator; and 新乡市 again is its own.
        let full = text[..end].ends_with(['省', '市', '县', '区', '州', '旗', '盟']);
        let inner = inner || measured(tail) || full && subjects().place_acts.prefix(tail).is_some();
        if inner
            && !shared
            && !helps
            && !tail.starts_with(['至', '—', '-', '、', '、'])
            && subjects().body.prefix(tail).is_none()
        {
            return Some((regions().path(code).last().cloned(), Some(code)));
        }
    }
    let body = |from: usize| subjects().body.find(opening.get(from..)?).map(|(at, body)| (from + at, body));
    let mut next = body(0);
    while let Some((at, body_words)) = next.filter(|(at, _)| *at <= 12) {
        let name = &opening[..at + body_words.len()];
        let clean = !name.contains(['的', '，', '在', '为', '和', '、', '建', '成', '个'])
            && text[name.len()..].starts_with(|c: char| !matches!(c, '的' | '建' | '、' | '和' | '被' | '等'))
            // 云江物流产业园项目: a project's name
            && !["项目", "工程", "一期", "二期"].iter().any(|word| text[name.len()..].starts_with(word));
        let firm = name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
            && name.chars().count() >= 4
            && subjects().verb_head.prefix(name).is_none()
            && segment(name).first().is_none_or(|t| t.tag != Tag::Verb || t.text.chars().count() < 2);
        // 股份制企业, 上市公司: a kind of firms names no one
        // 该产业园 points back, and names no one.
        let firm = firm
            && !name.starts_with(['该', '本', '此'])
            && subjects().no_body.suffix(name).is_none()
            && !subjects().kind_of_body.contains(name);
        let area = at == 0 && body_words.ends_with('区');
        if clean && (area || firm) {
            return Some((Some(name.to_owned()), None));
        }
        next = body(at + '区'.len_utf8());
    }
    None
}

/// Characters of the longest name of a zone.
const ZONE: usize = 16;

/// A zone that the clause begins with, by its whole name: 云江高新技术产业园区实现工业总产值253亿元.
fn zone(text: &str) -> Option<&str> {
    let cues = subjects();
    let near = text.char_indices().nth(ZONE).map_or(text, |(at, _)| &text[..at]);
    let (at, word) = cues.zone.find(near)?;
    let (name, tail) = text.split_at(at + word.len());
    let proper = at >= "云江".len()
        && name.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !name.contains(['的', '在', '为', '和', '及', '与', '个', '至'])
        && cues.verb_head.prefix(name).is_none()
        && cues.no_zone.prefix(name).is_none();
    let told = !tail.is_empty() && cues.no_zone_behind.prefix(tail).is_none();
    let names = || {
        let words = segment(name);
        // 德|阳: a name that the list does not hold is cut into places and persons.
        let noun = |tag: Tag| {
            matches!(tag, Tag::Noun | Tag::Place | Tag::Person | Tag::Organisation | Tag::Adjective | Tag::Other)
        };
        // 上|饶: a listed place is a name however it is cut.
        // 苏|锡|通: the signs of the cities that share one
        let signs: usize =
            words.iter().map(|word| word.text).take_while(|word| word.chars().nth(1).is_none()).map(str::len).sum();
        let shared = if (9..=12).contains(&signs) { signs } else { 0 };
        let from = place_at(name, None).map_or(0, |(end, _)| end).max(shared);
        let mut rest = words.iter().filter(|word| word.start >= from);
        (from > 0 || words.first().is_some_and(|word| noun(word.tag)))
            && rest.all(|word| noun(word.tag) || word.tag == Tag::VerbalNoun)
    };
    // 滨海新区: a listed place is told of as such.
    let listed = || place_at(name, None).is_some_and(|(end, _)| end == name.len());
    (proper && told && !listed() && names()).then_some(name)
}

/// A zone or a town that words begin with, by its name.
pub(crate) fn part_named(text: &str) -> Option<&str> {
    zone(text).or_else(|| town(text))
}

/// A town that the clause begins with: 岚水镇粮食总产量2.1万吨, 白石街道新增企业12家.
fn town(text: &str) -> Option<&str> {
    let cues = subjects();
    let near = text.char_indices().nth(9).map_or(text, |(at, _)| &text[..at]);
    let (at, level) = cues.town.find(near)?;
    let (name, tail) = text.split_at(at + level.len());
    let stem = &name[..at];
    let proper = (2..=4).contains(&stem.chars().count())
        && stem.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && (cues.no_town.suffix(name).is_none() || named_village(name))
        && cues.no_town_behind.prefix(tail).is_none()
        && cues.verb_head.prefix(name).is_none()
        && !tail.is_empty();
    // 推进岚水镇: a verb stands before. 镇 of 镇海, of 景德镇: a part of another name.
    let verb = segment(name).first().is_none_or(|word| {
        matches!(word.tag, Tag::Verb | Tag::Adverb | Tag::Numeral) && word.text.chars().nth(1).is_some()
    });
    let whole = proper && !verb && {
        let mut upto = 0;
        segment(near).iter().any(|word| {
            upto += word.text.len();
            upto == name.len()
        })
    };
    let known =
        || regions().may_begin(near) && regions().find_all(near).first().is_some_and(|hit| hit.end >= name.len());
    (whole && !known()).then_some(name)
}

/// 亢村镇, 李村镇: a town that is called after a village; 农村镇, 全村镇 are none.
fn named_village(name: &str) -> bool {
    let stem = name.strip_suffix("村镇").unwrap_or_default();
    stem.chars().count() == 1
        && !stem.contains(['农', '乡', '全', '各', '本', '我', '新', '古', '该', '为', '对', '在'])
}

/// The place that a text begins with, and where its name ends: of 徐州市鼓楼区 the district.
fn place_at(text: &str, document: Option<u32>) -> Option<(usize, u32)> {
    let mut hits = regions().find_all(text);
    let mut end = 0;
    let chain = hits.iter().take_while(|hit| std::mem::replace(&mut end, hit.end) == hit.start).count();
    hits.truncate(chain);
    let code = regions().resolve_all(text, &hits, document).pop().flatten()?;
    Some((hits.last()?.end, code))
}

/// The words behind 全省 that goes with the province before it.
fn all_of(code: u32, tail: &str) -> Option<&str> {
    let path = regions().path(code);
    let kind = path.last()?.chars().next_back()?;
    tail.strip_prefix('全')?.strip_prefix(kind).filter(|rest| !rest.starts_with(['第', '的', '首', '前']))
}

/// What stands behind the place that a label begins with: 生产总值 in 徐州市鼓楼区生产总值.
pub(super) fn behind_place(label: &str) -> Option<&str> {
    let listed = regions().may_begin(label).then(|| place_at(label, None)).flatten();
    let rest = |(end, code): (usize, u32)| all_of(code, &label[end..]).unwrap_or(&label[end..]);
    listed.map(rest).or_else(|| sign::behind(label))
}

/// The code of an owner that is a place of its own name: 福州.
pub(super) fn code_of(scene: &Scene<'_>, owner: &str) -> Option<u32> {
    let whole = regions().may_begin(owner)
        && regions().find_near(owner, scene.structure.region_code).first().is_some_and(|hit| hit.end == owner.len());
    whole.then(|| regions().resolve(owner, scene.structure.region_code))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_a_place_is_not_its_own() {
        assert_eq!(behind_place("徐州市鼓楼区生产总值"), Some("生产总值"));
    }

    #[test]
    fn a_town_is_told_from_a_level_and_from_a_class() {
        for (clause, name) in [
            ("岚水镇粮食总产量2.1万吨", "岚水镇"),
            ("白石街道新增企业12家", "白石街道"),
            ("白石街道办事处新增企业12家", "白石街道办事处"),
            ("红石乡接待游客8.6万人次", "红石乡"),
        ] {
            assert_eq!(town(clause), Some(name));
        }
        for clause in [
            "城镇新增就业5120人",
            "小城镇建设完成投资3亿元",
            "特色小镇完成投资2.5亿元",
            "返乡创业1200人",
            "岚水镇村集体收入30万元",
            "推进岚水镇建设",
        ] {
            assert_eq!(town(clause), None, "{clause}");
        }
    }
}
