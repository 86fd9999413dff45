//! Place names in running text, and no place inside another word: 合作社 is not 合作市, 示范县 not 范县.
//!
//! A name found by the longest match still has to pass:
//! - the words around it: a cut by the word list must not put its ends inside a word (巩固|原有 is not 固原);
//! - what follows a short name: 郑州路 is a street, 洪泽湖 a lake (but 郑州路网 is Zhengzhou's);
//! - a surname before it, where a person is named (县长刘宁波);
//! - for names of one character and 县 (和县, 成县), that something ends before it;
//! - for names that are common words (和平, 资源), a place beside it, or the context's own prefecture.
//!
//! The words of the last three kinds and known traps are in `data/region_traps.tsv`.

use rustc_hash::FxHashSet as HashSet;

use super::matcher::{Hit, Matcher};
use super::regions::{Level, Regions, distance};
use super::segment::jieba;
use super::speaker_cues::speakers;
use super::table::rows;

static TABLE: &str = include_str!("data/region_traps.tsv");

/// The id of a trap in the matcher; places have lower ones.
const TRAP: u16 = u16::MAX;

/// Characters of a window on each side of a name, within which it is cut into words.
const WINDOW: usize = 8;

/// What finds names.
pub(super) struct RegionNames {
    matcher: Matcher,
    weak: HashSet<&'static str>,
    tails: Vec<&'static str>,
    county_tails: Vec<&'static str>,
    open: Vec<&'static str>,
}

/// Words that may stand before a place of one character and 县 without a sign between.
const BEFORE_ONE: [char; 21] = [
    '在', '与', '和', '及', '同', '从', '到', '向', '由', '省', '市', '州', '区', '对', '是', '为', '赴', '让', '县',
    '驻', '盟',
];

/// What a one-character name and 县 must not be followed by: 新县城 is a new county seat, 任县长 an appointment.
const BEHIND_ONE: [char; 7] = ['城', '长', '级', '域', '乡', '直', '际'];

impl RegionNames {
    /// Reads the traps; rows that cannot be read are left out and told in the messages.
    pub(super) fn read(regions: &Regions) -> (RegionNames, Vec<String>) {
        let mut names: Vec<_> = Vec::with_capacity(16_384);
        let (mut weak, mut tails, mut county_tails, mut open) =
            (HashSet::default(), Vec::new(), Vec::new(), Vec::new());
        let mut messages = Vec::new();
        for row in rows("region_traps.tsv", TABLE) {
            let word = row.cell(0);
            match row.cell(1) {
                "trap" => names.push((word, TRAP)),
                "weak" if !regions.candidates(word).is_empty() => {
                    weak.insert(word);
                }
                "weak" => messages.push(row.message(&format!("{word} is no place"))),
                "tail" => tails.push(word),
                "county_tail" => county_tails.push(word),
                "open" => open.push(word),
                other => messages.push(row.message(&format!("{other} is none of trap, weak, tail, county_tail, open"))),
            }
        }
        // 中国 is in 中国移动 and the like, 豫 and 新 in anything: they are places only where they are asked for by name.
        names.extend(regions.all_names().filter(|(name, _)| name.chars().nth(1).is_some() && *name != "中国"));
        (RegionNames { matcher: Matcher::new(names), weak, tails, county_tails, open }, messages)
    }

    /// The place names of `text`.
    pub(super) fn find(&self, regions: &Regions, text: &str, context: Option<u32>) -> Vec<Hit> {
        let names = self.matcher.leftmost_longest(text).into_iter().filter(|hit| hit.id != TRAP);
        let hits: Vec<Hit> = names.map(|hit| without_level(regions, text, hit)).collect();
        let mut sure = vec![false; hits.len()];
        let mut open = vec![false; hits.len()];
        for (at, hit) in hits.iter().enumerate() {
            let behind_place = at > 0 && hits[at - 1].end == hit.start && sure[at - 1]
                || hits.get(at + 1).is_some_and(|next| next.start == hit.end && holds(regions, text, hit, next));
            if self.stands_alone(regions, text, hit, behind_place) {
                let weak = self.weak.contains(&text[hit.start..hit.end]);
                (sure[at], open[at]) = (!weak, weak);
            }
        }
        for at in 0..hits.len() {
            if open[at] && is_placed(regions, text, &hits, &sure, at, context) {
                sure[at] = true;
            }
        }
        // An enumeration is read from both ends: 桃源、石门、澧县.
        for at in (0..hits.len()).rev() {
            if open[at] && !sure[at] && is_placed(regions, text, &hits, &sure, at, context) {
                sure[at] = true;
            }
        }
        hits.into_iter().zip(sure).filter_map(|(hit, sure)| sure.then_some(hit)).collect()
    }

    /// Whether a name, sure or not, stands at the start of the text.
    pub(super) fn may_begin(&self, text: &str) -> bool {
        self.matcher.at(text).is_some_and(|(_, id)| id != TRAP)
    }

    /// Whether a place's full name, with its level, stands at the start of the text: 和平区, not 和平均.
    pub(super) fn begins_full(&self, text: &str) -> bool {
        let name = self.matcher.at(text).filter(|(_, id)| *id != TRAP).map(|(len, _)| &text[..len]);
        name.is_some_and(|name| name.ends_with(['省', '市', '县', '区', '州', '旗', '盟']))
    }

    /// Whether the words around it leave it a name of its own.
    fn stands_alone(&self, regions: &Regions, text: &str, hit: &Hit, behind_place: bool) -> bool {
        let Some(region) = regions.at(hit.id) else { return false };
        let name = &text[hit.start..hit.end];
        let rest = &text[hit.end..];
        let length = name.chars().count();
        if region.level == Level::Province && length > 2 {
            return true;
        }
        let full =
            regions.candidates(name).iter().any(|&index| regions.at(index).is_some_and(|region| region.name == name));
        if full && length == 2 {
            let before = &text[..hit.start];
            // 2021年献县, 3月5日献县
            let dated = before
                .strip_suffix(['年', '月', '日'])
                .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
            let free = dated || before.chars().next_back().is_none_or(|c| !is_han(c) || BEFORE_ONE.contains(&c));
            return behind_place || free && !rest.starts_with(BEHIND_ONE);
        }
        let open = || self.open.iter().any(|word| rest.starts_with(word));
        if !full && self.tails.iter().any(|tail| rest.starts_with(tail)) && !open() {
            return false;
        }
        let county = region.level == Level::County;
        if !full && county && self.county_tails.iter().any(|tail| rest.starts_with(tail)) && !open() {
            return false;
        }
        behind_place || !is_cut(regions, text, hit, full) && (full || !is_person(&text[..hit.start], rest))
    }
}

/// Words that begin with the last character of a place's full name, or with 地区: 郑州市场, 宣城地区生产总值.
const JOINED: [(&str, &str); 9] = [
    ("地区", "生产"),
    ("市", "场"),
    ("市", "值"),
    ("区", "域"),
    ("区", "间"),
    ("区", "块"),
    ("区", "位"),
    ("县", "道"),
    ("州", "际"),
];

/// 宣城地区生产总值, 郑州市场: what ends the place's full name begins another word, and the short name is what is told of.
fn without_level(regions: &Regions, text: &str, hit: Hit) -> Hit {
    let (name, rest) = (&text[hit.start..hit.end], &text[hit.end..]);
    let mut joined = JOINED.iter().filter(|(_, tail)| rest.starts_with(tail));
    let short = joined.find_map(|(level, _)| name.strip_suffix(level));
    let named = short.and_then(|short| Some((short.len(), *regions.candidates(short).first()?)));
    named.map_or(hit, |(len, id)| Hit { id, end: hit.start + len, ..hit })
}

/// Whether a name that is also a common word stands beside a place, or in the context's own prefecture.
fn is_placed(regions: &Regions, text: &str, hits: &[Hit], sure: &[bool], at: usize, context: Option<u32>) -> bool {
    let near = |other: &Hit, limit: u8| {
        gap(regions, &text[hits[at].start..hits[at].end], &text[other.start..other.end]) <= limit
    };
    let before = at.checked_sub(1).filter(|&before| sure[before]).map(|before| &hits[before]);
    let behind = hits.get(at + 1).filter(|_| sure[at + 1]);
    let touches = before.is_some_and(|before| before.end == hits[at].start && near(before, 1));
    let listed = |gap: &str| matches!(gap, "、" | "和" | "与" | "及" | "以及" | " " | "　");
    let follows =
        before.is_some_and(|before| listed(&text[before.end.min(hits[at].start)..hits[at].start]) && near(before, 2));
    let leads =
        behind.is_some_and(|behind| listed(&text[hits[at].end..behind.start.max(hits[at].end)]) && near(behind, 2));
    let own = context.is_some_and(|context| {
        !context.is_multiple_of(10_000)
            && regions
                .candidates(&text[hits[at].start..hits[at].end])
                .iter()
                .any(|&index| regions.at(index).is_some_and(|region| region.code / 100 == context / 100))
    });
    touches || follows || leads || own
}

/// How far apart the nearest places of two names are.
fn gap(regions: &Regions, one: &str, other: &str) -> u8 {
    let codes = |name: &str| {
        regions
            .candidates(name)
            .iter()
            .filter_map(|&index| regions.at(index))
            .map(|region| region.code)
            .collect::<Vec<_>>()
    };
    let others = codes(other);
    codes(one).into_iter().flat_map(|one| others.iter().map(move |&other| distance(one, other))).min().unwrap_or(3)
}

/// 山西安泽县: a place before one that lies in it and is told by its full name, however the two could be cut.
fn holds(regions: &Regions, text: &str, hit: &Hit, next: &Hit) -> bool {
    let name = &text[next.start..next.end];
    let inner = regions.candidates(name).iter().filter_map(|&index| regions.at(index));
    let outer = regions.candidates(&text[hit.start..hit.end]).iter().filter_map(|&index| regions.at(index));
    let outer: Vec<_> = outer.collect();
    inner
        .filter(|inner| inner.name == name && inner.level > Level::Province)
        .any(|inner| outer.iter().any(|outer| outer.level < inner.level && distance(inner.code, outer.code) <= 1))
}

/// 县长刘宁波, 刘宁波说: a person's name, behind a surname.
fn is_person(before: &str, rest: &str) -> bool {
    let Some(surname) = before.chars().next_back() else { return false };
    if !speakers().surname.contains(surname.encode_utf8(&mut [0; 4])) {
        return false;
    }
    let head = &before[..before.len() - surname.len_utf8()];
    let opens = head.is_empty() || head.ends_with(|c: char| !is_han(c));
    speakers().before_name.suffix(head).is_some() || opens && speakers().speaks.prefix(rest).is_some()
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether the word list puts an end of the name inside a word; of a full name only its beginning is asked.
fn is_cut(regions: &Regions, text: &str, hit: &Hit, full: bool) -> bool {
    // 2020年长垣市: behind a date a word begins.
    let before = &text[..hit.start];
    let dated =
        before.strip_suffix(['年', '月', '日']).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    let start = if dated { "" } else { before }
        .char_indices()
        .rev()
        .take(WINDOW)
        .take_while(|&(_, c)| is_han(c))
        .last()
        .map_or(hit.start, |(at, _)| at);
    let end = text[hit.end..]
        .char_indices()
        .take(WINDOW)
        .take_while(|&(_, c)| is_han(c))
        .last()
        .map_or(hit.end, |(at, c)| hit.end + at + c.len_utf8());
    jieba().cut(&text[start..end], false).iter().any(|word| {
        let inside = |at: usize| start + word.byte_start < at && at < start + word.byte_end;
        // 芜湖南站, 南宁夏令营: the word list's 湖南 would leave a character over before it.
        let second = || {
            let (from, to) = (start + word.byte_start, start + word.byte_end);
            from > hit.start && !regions.candidates(&text[from..to]).is_empty()
        };
        inside(hit.start) || !full && inside(hit.end) && !second()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::regions::regions;

    #[test]
    fn every_row_of_the_traps_is_read() {
        assert_eq!(RegionNames::read(regions()).1, Vec::<String>::new());
    }

    /// Text, code of its context, and the places in it as `name=code|…`.
    static CASES: &str = include_str!("../../tests/cases/places.tsv");

    #[test]
    fn places_are_found_past_the_traps_and_resolved_in_context() {
        let mut wrong = Vec::new();
        let mut count = 0;
        for row in rows("places.tsv", CASES) {
            let (text, context) = (row.cell(0), row.cell(1).parse().ok());
            let mut context_of_next = context;
            let found: Vec<String> = regions()
                .find_near(text, context)
                .into_iter()
                .map(|hit| {
                    let name = &text[hit.start..hit.end];
                    let code = regions().resolve(name, context_of_next);
                    context_of_next = context.or(code).or(context_of_next);
                    format!("{name}={}", code.map_or_else(|| "?".to_owned(), |code| code.to_string()))
                })
                .collect();
            if found.join("|") != row.cell(2) {
                wrong.push(row.message(&format!("{text}: found {}, expected {}", found.join("|"), row.cell(2))));
            }
            count += 1;
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(count >= 150, "{count} rows");
    }

    #[test]
    fn a_weak_name_counts_in_the_prefecture_of_its_context() {
        let text = "桃源的茶油";
        assert_eq!(regions().find_all(text), []);
        assert_eq!(regions().find_near(text, Some(430_700)).len(), 1);
        assert_eq!(regions().find_near(text, Some(430_000)), []);
    }
}
