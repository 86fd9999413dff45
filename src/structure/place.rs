//! The place a document speaks for: from its title, dateline and speakers, else the place it names most.

mod head;
mod issuer;
mod most;
mod namesake;
mod told;

use std::collections::BTreeMap;

use head::{at_home, of_head};
use most::{common, counts, county, depth, dominant, is_inside, nearest_context, whole};
use namesake::namesake;
use told::told_of;

use super::block::{Block, BlockKind};
use super::speaker::Speaker;
use crate::clean::Clean;
use crate::lexicon::Hit;
use crate::lexicon::place_cues::places as cues;
use crate::lexicon::regions::{NATION, regions};
use crate::lexicon::search::Search;
use crate::report::PersonRole;

/// Lines at the head and at the end of news among which its source stands.
const HEAD: usize = 8;

pub(super) struct Place {
    pub(super) path: Vec<String>,
    pub(super) code: Option<u32>,
}

#[inline(never)]
pub(super) fn find(
    clean: &Clean,
    given: Option<&str>,
    title: Option<&str>,
    blocks: &[Block],
    people: &[Speaker],
) -> Place {
    let table = regions();
    if let Some(name) = given.map(str::trim).filter(|name| !name.is_empty()) {
        // 新乡市红旗区: a name with those above it.
        let chain = || table.resolve_all(name, &table.find_all(name), None).pop().flatten();
        let code = table.resolve(name, None).or_else(chain);
        return Place { path: code.map_or_else(|| vec![name.to_owned()], |c| table.path(c)), code };
    }
    // Behind the first sentence there are headings of parts and items of lists, which tell of less.
    let head: Vec<&str> = blocks
        .iter()
        .take(8)
        .map(|b| b.span.of(&clean.text))
        .take_while(|text| !text.has("。"))
        .filter(|t| t.chars().count() < 80 && !issuer::is_addressee(t))
        .collect();
    // A paper is of whoever issued it, whatever place it is about.
    let issued = title.and_then(issuer::of_title);
    let signed = issuer::signature(clean, blocks);
    if title.into_iter().chain(signed).any(issuer::is_national) {
        return Place { path: table.path(NATION), code: Some(NATION) };
    }
    let interviewed = people.iter().filter(|p| p.role == PersonRole::Speaker && p.interviewed).count();
    // Counting every place of a text costs more than all the rest of this stage: only where a name leaves a choice.
    let counted = std::cell::OnceCell::new();
    let counts = || counted.get_or_init(|| counts(clean, blocks));
    let find = |text: &str| {
        let resolve = |context| {
            let hits: Vec<Hit> = told_of(text, table.find_near(text, context)).collect();
            let codes = table.resolve_all(text, &hits, context);
            // 岚北省岚江市武陟县: a county that does not lie in the city before it is another, misspelled.
            let strays = |at: usize, code: u32| {
                let above = at.checked_sub(1).filter(|above| hits[*above].end == hits[at].start);
                above.and_then(|above| codes[above]).is_some_and(|above| depth(above) == 2 && !is_inside(code, above))
            };
            let own = |(at, code): (usize, &Option<u32>)| code.filter(|code| !strays(at, *code));
            codes.iter().enumerate().filter_map(own).collect::<Vec<u32>>()
        };
        let found = resolve(None);
        if found.is_empty() && text.contains(['区', '县', '市', '州', '旗', '盟']) {
            resolve(nearest_context(counts()))
        } else {
            found
        }
    };
    let in_head = head.iter().any(|t| cues().national.within(t));
    if interviewed <= 2 {
        // Two who speak for two places speak for what both lie in.
        let apart = shared(people).is_some();
        let posts = people.iter().filter(|p| p.role == PersonRole::Speaker && !apart).filter_map(|p| p.post.as_deref());
        let own = issued.or(title).into_iter().chain(signed).chain(title.filter(|_| issued.is_some()));
        let lines = own.chain(head.iter().copied().filter(|_| !apart));
        for line in lines.chain(posts) {
            // 国家统计局青岚调查队 is of its place.
            let local = || cues().nation_body.prefix(line).is_some() && !issuer::is_national(line);
            if cues().national.within(line) && !local() {
                return Place { path: table.path(NATION), code: Some(NATION) };
            }
            // 平顶山市第…届人民代表大会, 武陟县委书记: the most narrow place of the line.
            if line.has("。") {
                continue;
            }
            // 专访天津市长：滨海新区今年怎么干: whoever is interviewed speaks for its own place.
            let head = Some(line).filter(|line| line.has("访")).and_then(of_head);
            let best = head
                .or_else(|| find(at_home(line)).into_iter().max_by_key(|code| depth(*code)))
                .or_else(|| head::of_zone(line));
            if let Some(code) = best.and_then(|code| namesake(line, code, &clean.text, counts())) {
                return Place { path: table.path(code), code: Some(code) };
            }
            // 青沅县 of an invented or unlisted place goes before a listed one that the line only mentions.
            let spelled = spelled(line);
            if let Some(code) = best {
                let path = table.path(code);
                if spelled
                    .as_ref()
                    .is_none_or(|name| path.iter().any(|p| p == name || name.ends_with(p.as_str())) || depth(code) == 3)
                {
                    return Place { path, code: Some(code) };
                }
                if let Some(name) = spelled {
                    let mut path = path;
                    // 岚北省岚江市武陟县, where the county is of no such city
                    let own = path.iter().rev().find_map(|place| name.split_once(place.as_str())).map(|(_, own)| own);
                    path.push(own.filter(|own| own.chars().count() > 1).unwrap_or(&name).to_owned());
                    return Place { path, code: None };
                }
            }
            if let Some(name) = spelled {
                let mut path = Some(&name).filter(|name| name.ends_with(['镇', '乡'])).and_then(|_| county(counts()));
                let mut path = path.take().map(|code| table.path(code)).unwrap_or_default();
                path.push(name);
                return Place { path, code: None };
            }
        }
    }
    if in_head {
        return Place { path: table.path(NATION), code: Some(NATION) };
    }
    // 豫政发〔2024〕5号, of a paper that speaks of 全省
    if (clean.text.has("全省") || clean.text.has("自治区") || clean.text.has("省政府"))
        && let Some(code) = issuer::of_number(clean, blocks)
    {
        return Place { path: table.path(code), code: Some(code) };
    }
    // Interviews of several places: what they all lie in.
    if let Some(code) = shared(people) {
        return Place { path: table.path(code), code: Some(code) };
    }
    // A meeting's news names its place in the first sentence: 3月21日，红旗区召开……
    if let Some(first) = blocks.iter().find(|b| b.kind == BlockKind::Paragraph && interviewed <= 2) {
        let text = first.span.of(&clean.text);
        let sentence = text.split(['。', '，', ',']).take(2).collect::<Vec<_>>().join("，");
        if (text.has("召开") || text.has("举行") || text.has("开幕"))
            && let Some(code) = venue(&find(&sentence), people, counts)
        {
            return Place { path: table.path(code), code: Some(code) };
        }
    }
    // 昨日，青岚市委书记陆明远做客《访谈》: whose head the first words name
    let opening = blocks.iter().filter(|b| b.kind == BlockKind::Paragraph).map(|b| b.span.of(&clean.text)).next();
    if let Some(code) = opening.filter(|_| interviewed <= 2).and_then(of_head) {
        return Place { path: table.path(code), code: Some(code) };
    }
    // Several places that share a parent: the document speaks for the parent.
    if let Some(name) = blocks.iter().take(4).find_map(|b| head::opening_place(b.span.of(&clean.text)))
        && counts().is_empty()
    {
        return Place { path: vec![name], code: None };
    }
    let opening = blocks.iter().find(|b| b.kind == BlockKind::Paragraph).map(|b| b.span.of(&clean.text));
    let near = opening.map(|text| text.char_indices().nth(60).map_or(text, |(end, _)| &text[..end]));
    let national = || near.is_some_and(|text| cues().national.within(text)).then_some(NATION);
    let press =
        blocks.iter().find(|b| b.kind == BlockKind::Paragraph).and_then(|b| head::of_press(b.span.of(&clean.text)));
    let edges = blocks.iter().take(HEAD).chain(blocks.iter().rev().take(HEAD));
    let press =
        press.or_else(|| edges.map(|b| b.span.of(&clean.text)).find_map(|l| head::of_source(l, &clean.text, counts)));
    let around = |code: &u32| counts().keys().all(|other| is_inside(*other, *code) || is_inside(*code, *other));
    let code = press
        .filter(around)
        .or_else(|| common(counts()))
        .or_else(|| whole(clean, counts()))
        .or_else(|| dominant(counts()))
        .or_else(national);
    Place { path: code.map(|c| table.path(c)).unwrap_or_default(), code }
}

/// The place of a meeting's first sentence: 岚江市重点项目开工仪式在云岭县举行 is 云岭县's news where the text goes on about
/// that county more than about the city above it, or calls somebody just 县长, which only its own paper does; else the city's.
fn venue<'a>(found: &[u32], people: &[Speaker], counts: impl Fn() -> &'a BTreeMap<u32, usize>) -> Option<u32> {
    let first = *found.first()?;
    let Some(within) = found[1..].iter().copied().find(|code| is_inside(*code, first) && *code != first) else {
        return Some(first);
    };
    let level = regions().get(within).and_then(|region| region.name.chars().next_back());
    let own = people
        .iter()
        .filter_map(|person| person.post.as_deref())
        .any(|post| level.is_some_and(|l| post.starts_with(l)));
    let named = |code: u32| counts().get(&code).copied().unwrap_or_default();
    Some(if own || named(within) > named(first) { within } else { first })
}

/// A place that the list does not hold, by the words behind it: 青沅县人民政府, 大坪镇第三届人民代表大会.
#[inline(never)]
fn spelled(line: &str) -> Option<String> {
    const LEVELS: [char; 8] = ['省', '市', '县', '区', '州', '旗', '镇', '乡'];
    // 云岭县人民政府 tells more surely than 县长, before which a person's name can stand.
    let post = |word: &str| word.ends_with(['长', '记']);
    let (posts, bodies): (Vec<_>, Vec<_>) = cues().behind_place.all(line).partition(|(_, word)| post(word));
    for (at, word) in bodies.into_iter().chain(posts) {
        let mut head = &line[..at];
        // 岚江市2023年国民经济…
        if let Some(dated) = head.strip_suffix('年') {
            head = dated.trim_end_matches(|c: char| c.is_ascii_digit());
        }
        // 第十四届, 2025年, 第一次
        if word == "人民代表大会" {
            head = &head[..head.last_place_of("第").unwrap_or(head.len())];
        }
        let chars: Vec<char> = head
            .chars()
            .rev()
            .take_while(|c| {
                ('\u{4e00}'..='\u{9fff}').contains(c)
                    && !matches!(c, '在' | '年' | '日' | '于' | '访' | '届' | '是' | '的')
            })
            .take(12)
            .collect();
        let mut name: String = chars.into_iter().rev().collect();
        // 2023年度云岭县政府工作报告
        if let Some(place) = name.strip_prefix('度').filter(|place| head.ends_with(&format!("年度{place}"))) {
            name = place.to_owned();
        }
        // 中共云岭县委书记
        if let Some(place) = name.strip_prefix("中共") {
            name = place.to_owned();
        }
        if post(word) {
            let level = if word == "委书记" { name.chars().next_back() } else { word.chars().next() };
            let Some(level) = level.filter(|l| LEVELS.contains(l)) else { continue };
            if word != "委书记" {
                if name.ends_with('代') || name.is_empty() {
                    continue;
                }
                if !name.ends_with(level) {
                    name.push(level);
                }
            }
        }
        // 青岚市市政府: the level is said twice.
        if let Some(once) = ["市市", "县县", "区区", "省省"].iter().find_map(|twice| name.strip_suffix(twice)) {
            let level = name.chars().next_back().unwrap_or_default();
            name = format!("{once}{level}");
        }
        // 六位县长谈高质量发展 counts people.
        let counted = name.chars().nth(1).is_some_and(|c| matches!(c, '位' | '名' | '个'))
            && name.starts_with(|c: char| c.is_ascii_digit() || "一两二三四五六七八九十几多".has_char(c));
        // 岚原市人民政府: a single character is of an office where the name begins with it.
        let office = cues().office.all(&name).any(|(at, office)| at == 0 || post(word) || office.chars().count() > 1);
        let own = !counted && !name.starts_with(['我', '全', '本', '各', '该']) && !office;
        // “工业立市”发展战略: what makes a place, not its name
        let slogan =
            name.chars().rev().nth(1).is_some_and(|c| matches!(c, '立' | '强' | '兴' | '富' | '活' | '建' | '治'));
        if name.chars().count() >= 3 && name.ends_with(LEVELS) && own && !slogan {
            return Some(name);
        }
    }
    None
}

/// What the places of two or more speakers all lie in: their prefecture, else their province. None where they speak for one.
fn shared(people: &[Speaker]) -> Option<u32> {
    let table = regions();
    let posts = people.iter().filter(|p| p.role == PersonRole::Speaker && p.interviewed).map(|p| p.post.as_deref());
    // Who speaks for an unlisted place, or one whose name says too little alone, speaks for a neighbour of the others.
    let codes: Vec<u32> = posts
        .filter_map(|post| {
            let post = post?;
            let hit = *table.find_all(post).last()?;
            table.resolve(&post[hit.start..hit.end], None)
        })
        .collect();
    let codes = Some(codes).filter(|codes| codes.len() >= 2 && codes.iter().any(|code| *code != codes[0]))?;
    [100, 10_000].into_iter().find_map(|level| {
        let parent = codes[0] / level * level;
        codes.iter().all(|code| code / level * level == parent).then_some(parent)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unlisted_place_is_named_by_its_office_and_offices_are_no_places() {
        assert_eq!(spelled("云岭县人民政府工作报告").as_deref(), Some("云岭县"));
        assert_eq!(spelled("中共云岭县委书记陆明远").as_deref(), Some("云岭县"));
        assert_eq!(spelled("2023年度云岭县政府工作报告").as_deref(), Some("云岭县"));
        assert_eq!(spelled("2023年云岭县统计公报").as_deref(), Some("云岭县"));
        assert_eq!(spelled("岚原市人民政府").as_deref(), Some("岚原市"));
        assert_eq!(spelled("县政府县长陆明远宣布开工"), None);
        assert_eq!(spelled("市委常委、常务副市长出席会议"), None);
        assert_eq!(spelled("六位县长谈高质量发展"), None);
        assert_eq!(head::opening_place("6月18日，云岭县召开会议").as_deref(), Some("云岭县"));
        assert_eq!(head::opening_place("昨日，记者从市统计局获悉"), None);
        assert_eq!(head::opening_place("既是我县招商的成果"), None);
    }

    // A county's own paper on the city's ceremony in it, and the city's paper on the same.
    #[test]
    fn news_of_a_city_in_its_county_is_told_by_whoever_calls_the_head_of_the_county_by_the_post_alone() {
        let place = |text: &str| crate::analyze(text, &crate::Options::default()).map(|r| r.document.region).unwrap();
        let opening = "5月27日，焦作市重点项目开工仪式在武陟县举行。";
        let county = place(&format!("重点项目开工仪式举行\n\n{opening}\n\n县长陆明远主持开工仪式。"));
        assert_eq!(county.last().map(String::as_str), Some("武陟县"));
        let city = place(&format!("重点项目开工仪式举行\n\n{opening}\n\n焦作市将再开工12个项目。"));
        assert_eq!(city.last().map(String::as_str), Some("焦作市"));
    }

    #[test]
    fn a_level_said_twice_a_local_office_and_the_head_of_a_place_name_it() {
        let region = |text: &str| {
            let report = crate::analyze(text, &crate::Options::default()).unwrap();
            report.document.region.last().cloned()
        };
        let report =
            "焦作市市政府工作报告\n\n——2016年1月27日在焦作市人民代表大会上\n\n各位代表：\n\n生产总值316亿元。\n";
        assert_eq!(region(report).as_deref(), Some("焦作市"));
        let office =
            "焦作市统计局\n国家统计局焦作调查队\n2012年3月19日\n\n一、综合\n\n生产总值1403亿元，比上年增长11%。\n";
        assert_eq!(region(office).as_deref(), Some("焦作市"));
        let head =
            "昨日，焦作市委书记陆明远做客访谈，谈中原经济区建设，河南、河南省、河南全省都在发展。生产总值300亿元。\n";
        assert_eq!(region(head).as_deref(), Some("焦作市"));
    }

    #[test]
    fn a_bulletin_of_many_counties_speaks_for_none() {
        let counties = ["石泉县", "玛纳斯县", "武陟县", "沙县", "德清县", "兰西县"];
        let items = counties.map(|name| format!("{name}种植大豆2万亩，全县增收3000万元。\n\n")).concat();
        let text = format!("今日各地要闻播报\n\n{items}桂阳县全县开工3个项目，桂阳县增收5000万元。");
        let region = crate::analyze(text.as_str(), &crate::Options::default()).map(|r| r.document.region).unwrap();
        assert!(region.is_empty(), "{region:?}");
    }

    #[test]
    fn a_place_compared_with_and_a_firm_s_are_not_told_of() {
        let told = |text: &str| {
            let hits = told_of(text, regions().find_all(text));
            hits.map(|hit| text[hit.start..hit.end].to_owned()).collect::<Vec<_>>()
        };
        assert!(told("增速高于吴忠市1.4个百分点").is_empty());
        assert!(told("湖南能源光伏项目、成都市新瑞实业有限公司投资").is_empty());
        assert!(told("与泸州集团重组").is_empty());
        assert_eq!(told("焦作市集团客户增加"), ["焦作市"]);
        assert_eq!(told("武陟县新引进企业3家，创建国有公司"), ["武陟县"]);
        let region = |text: &str| crate::analyze(text, &crate::Options::default()).unwrap().document.region;
        let text = "珠海市经济运行平稳，珠海市投资增长，继续位居全省前列，增速高于全省。";
        assert_eq!(region(text).last().map(String::as_str), Some("珠海市"));
        let text = "我区经济平稳增长，全区投资增长。银川市、石嘴山市、吴忠市建设加快。我区农业丰收，全区粮食增产。";
        assert_eq!(region(text).last().map(String::as_str), Some("宁夏回族自治区"));
    }

    #[test]
    fn a_place_that_is_visited_or_prints_the_paper_is_not_told_of() {
        let told = |text: &str| {
            let hits = told_of(text, regions().find_all(text));
            hits.map(|hit| text[hit.start..hit.end].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(told("广州日报讯，中山市推进招商"), ["中山市"]);
        assert!(told("新华社北京3月5日电").is_empty());
        assert_eq!(told("赴北京、上海、深圳等地招商，武陟县引进企业"), ["武陟县"]);
    }
}
