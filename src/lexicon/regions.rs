//! The gazetteer: provinces, prefectures and counties with their GB/T 2260 codes, today's and those renamed or
//! merged since 1980 (`data/regions.tsv`). Finding their names in running text is in [`super::region_names`].

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::{FxBuildHasher, FxHashMap as HashMap};

use super::matcher::Hit;
use super::region_names::RegionNames;
use super::table::{Row, rows};

static TABLE: &str = include_str!("data/regions.tsv");

/// The code of the nation, 000000.
pub const NATION: u32 = 0;

/// How wide a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 中国
    Nation,
    /// 河南省, 北京市
    Province,
    /// 焦作市, 恩施土家族苗族自治州, 周口地区
    Prefecture,
    /// 武陟县, 红旗区, 济源市
    County,
}

/// One place under one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// GB/T 2260 code: 410823.
    pub code: u32,
    /// Full name: 武陟县.
    pub name: &'static str,
    /// How wide it is.
    pub level: Level,
    /// Code of the place above it.
    pub parent: u32,
    /// The year in which the name or the place ceased to be, where it did.
    pub until: Option<u16>,
}

/// All places.
pub struct Regions {
    all: Vec<Region>,
    by_code: HashMap<u32, u16>,
    /// By name, full or short: which of the `bearers`.
    by_name: HashMap<&'static str, Range<u16>>,
    /// The places of each name, one name behind the other: today's places first, the wider before the narrower.
    bearers: Vec<u16>,
    names: OnceLock<RegionNames>,
}

/// The places of the table, read on first use.
pub fn regions() -> &'static Regions {
    static REGIONS: OnceLock<Regions> = OnceLock::new();
    REGIONS.get_or_init(|| Regions::read().0)
}

impl Regions {
    /// Reads the table; rows that cannot be read are left out and told in the messages.
    fn read() -> (Regions, Vec<String>) {
        // Room from the start: growing it would cost more than filling it.
        let mut all: Vec<Region> = Vec::with_capacity(8_192);
        let mut by_code = HashMap::with_capacity_and_hasher(8_192, FxBuildHasher);
        let mut named: Vec<(u16, u16)> = Vec::with_capacity(16_384);
        let mut by_name: HashMap<&'static str, Range<u16>> = HashMap::with_capacity_and_hasher(16_384, FxBuildHasher);
        let mut messages = Vec::new();
        for row in rows("regions.tsv", TABLE) {
            let region = match region(&row) {
                Ok(region) => region,
                Err(message) => {
                    messages.push(message);
                    continue;
                }
            };
            let index = all.len() as u16;
            for name in names_of(&region, &row) {
                // For now the name's own number and the count of its places.
                let number = by_name.len() as u16;
                let range = by_name.entry(name).or_insert(number..0);
                range.end += 1;
                named.push((range.start, index));
            }
            if region.until.is_none() && by_code.insert(region.code, index).is_some() {
                messages.push(row.message("code stands twice among the places of today"));
            }
            by_code.entry(region.code).or_insert(index);
            all.push(region);
        }
        let bearers = gather(&mut by_name, &named);
        let mut read = Regions { all, by_code, by_name, bearers, names: OnceLock::new() };
        for range in read.by_name.values().filter(|range| range.len() > 1) {
            read.bearers[usize::from(range.start)..usize::from(range.end)].sort_by_key(|&index| {
                let region = &read.all[usize::from(index)];
                (region.until.is_some(), region.level, region.code)
            });
        }
        (read, messages)
    }

    /// The place of this code; where it has had several names, today's.
    #[must_use]
    pub fn get(&self, code: u32) -> Option<&Region> {
        self.by_code.get(&code).and_then(|&index| self.all.get(usize::from(index)))
    }

    /// The names of a place and those above it, widest first: 410823 → 河南省, 焦作市, 武陟县. The nation alone is 中国.
    #[must_use]
    pub fn path(&self, code: u32) -> Vec<String> {
        let mut path = Vec::new();
        let mut at = self.get(code);
        while let Some(region) = at {
            if region.code != NATION || path.is_empty() {
                path.insert(0, region.name.to_owned());
            }
            at = if region.code == NATION || path.len() > 3 { None } else { self.get(region.parent) };
        }
        path
    }

    /// The code that a name stands for, read in its context: 红旗区 beside 获嘉县 (410724) is 410702.
    ///
    /// Without a near one: today's before a former one, the wider before the narrower; where several are equal, none.
    #[must_use]
    pub fn resolve(&self, name: &str, context: Option<u32>) -> Option<u32> {
        self.nearest(name, self.candidates(name), context).map(|region| region.code)
    }

    /// The codes of names found in one text, each read behind the name that it follows at once: 鼓楼区 in 徐州市鼓楼区 is
    /// 320302, in 南京市鼓楼区 320106.
    #[must_use]
    pub fn resolve_all(&self, text: &str, hits: &[Hit], context: Option<u32>) -> Vec<Option<u32>> {
        let mut codes: Vec<Option<u32>> = Vec::with_capacity(hits.len());
        for (at, hit) in hits.iter().enumerate() {
            let above =
                at.checked_sub(1).filter(|&before| hits[before].end == hit.start).and_then(|before| codes[before]);
            codes.push(self.resolve(&text[hit.start..hit.end], above.or(context)));
        }
        codes
    }

    /// The code that a name stands for if there is only one place of that name today.
    #[must_use]
    pub fn only(&self, name: &str) -> Option<u32> {
        match self.candidates(name) {
            [one] => self.all.get(usize::from(*one)).map(|region| region.code),
            [one, next, ..] => {
                let (one, next) = (self.all.get(usize::from(*one))?, self.all.get(usize::from(*next))?);
                (one.until.is_none() && next.until.is_some()).then_some(one.code)
            }
            [] => None,
        }
    }

    /// Place names in running text, leftmost first, full ones and safe short ones; see [`super::region_names`].
    #[must_use]
    pub fn find_all(&self, text: &str) -> Vec<Hit> {
        self.find_near(text, None)
    }

    /// As [`Regions::find_all`], and short names that are common words too (和平, 资源) where they name a place in the
    /// context's own prefecture.
    #[must_use]
    pub fn find_near(&self, text: &str, context: Option<u32>) -> Vec<Hit> {
        self.names.get_or_init(|| RegionNames::read(self).0).find(self, text, context)
    }

    /// False where no place's name can stand at the start of the text: asked before [`Regions::find_all`], it saves most of
    /// its calls.
    #[must_use]
    pub fn may_begin(&self, text: &str) -> bool {
        self.names.get_or_init(|| RegionNames::read(self).0).may_begin(text)
    }

    /// True where the full name of a place stands at the start of the text: 和平区投资, whatever its 和 looks like.
    #[must_use]
    pub fn begins_full(&self, text: &str) -> bool {
        self.names.get_or_init(|| RegionNames::read(self).0).begins_full(text)
    }

    /// The places that bear this name, as indexes.
    pub(super) fn candidates(&self, name: &str) -> &[u16] {
        self.by_name.get(name).map_or(&[], |range| &self.bearers[usize::from(range.start)..usize::from(range.end)])
    }

    /// The place of an index among the candidates.
    pub(super) fn at(&self, index: u16) -> Option<&Region> {
        self.all.get(usize::from(index))
    }

    /// All names with the index of the first place that bears it.
    pub(super) fn all_names(&self) -> impl Iterator<Item = (&'static str, u16)> + '_ {
        self.by_name.iter().filter_map(|(&name, range)| Some((name, *self.bearers.get(usize::from(range.start))?)))
    }

    fn nearest(&self, name: &str, candidates: &[u16], context: Option<u32>) -> Option<&Region> {
        let rank = |region: &Region| {
            let distance = context.map_or(0, |context| distance(region.code, context));
            // Within the province a place of today goes before a former one that is nearer.
            // 达县 is the county before 达县地区, which is called so for short.
            (distance > 2, region.until.is_some(), name.ends_with('县') && region.name != name, distance)
        };
        let regions = || candidates.iter().filter_map(|&index| self.at(index));
        let best = regions().map(|region| (rank(region), region.level)).min()?;
        let mut equal = regions().filter(|region| (rank(region), region.level) == best);
        let first = equal.next()?;
        // Of former places under one name and code any will do; of two places none.
        equal.all(|other| other.code == first.code).then_some(first)
    }
}

/// How far two places are apart: 0 the same or one in the other, 1 within one prefecture, 2 within one province, 3 beyond.
pub(super) fn distance(one: u32, other: u32) -> u8 {
    if one == other || other == NATION && one.is_multiple_of(10_000) {
        0
    } else if one / 100 == other / 100 {
        u8::from(!one.is_multiple_of(100) && !other.is_multiple_of(100))
    } else if one / 10_000 == other / 10_000 {
        // A province around its own county is near, its other prefectures are less so.
        if other.is_multiple_of(10_000) { 1 } else { 2 }
    } else {
        3
    }
}

/// The places of each name, one name behind the other, out of pairs of a name's number and a place. The names come with
/// their number and count, and leave with the range of their places.
fn gather(by_name: &mut HashMap<&'static str, Range<u16>>, named: &[(u16, u16)]) -> Vec<u16> {
    let mut ends = vec![0; by_name.len()];
    for range in by_name.values() {
        ends[usize::from(range.start)] = range.end;
    }
    let mut end = 0;
    for at in &mut ends {
        let count = std::mem::replace(at, end);
        end += count;
    }
    let mut bearers = vec![0; named.len()];
    for &(number, index) in named {
        let at = &mut ends[usize::from(number)];
        bearers[usize::from(*at)] = index;
        *at += 1;
    }
    for range in by_name.values_mut() {
        let end = ends[usize::from(range.start)];
        *range = end - range.end..end;
    }
    bearers
}

/// The full name and the short ones: those of the table, or the name without 市, 县, 盟, 地区 where two characters remain.
fn names_of(region: &Region, row: &Row<'static>) -> impl Iterator<Item = &'static str> + use<> {
    let short = row.list(4);
    let stem = if row.cell(4).is_empty() && matches!(region.level, Level::Prefecture | Level::County) {
        let stem = ["地区", "市", "县", "盟"].iter().find_map(|suffix| region.name.strip_suffix(suffix));
        stem.filter(|stem| stem.chars().nth(1).is_some() && !stem.ends_with("自治"))
    } else {
        None
    };
    std::iter::once(region.name).chain(short).chain(stem)
}

fn region(row: &Row<'static>) -> Result<Region, String> {
    let code: u32 = row.cell(0).parse().map_err(|_| row.message("code is no number"))?;
    if row.cell(0).len() != 6 || row.cell(1).is_empty() {
        return Err(row.message("code has no six digits, or the name is empty"));
    }
    let level = match row.cell(2) {
        "nation" => Level::Nation,
        "province" => Level::Province,
        "prefecture" => Level::Prefecture,
        "county" => Level::County,
        other => return Err(row.message(&format!("level {other} is none of nation, province, prefecture, county"))),
    };
    let parent = match (row.cell(3), level) {
        ("", Level::County) => code / 100 * 100,
        ("", Level::Prefecture) => code / 10_000 * 10_000,
        ("", _) => NATION,
        (parent, _) => parent.parse().map_err(|_| row.message("parent is no number"))?,
    };
    let until = match row.cell(5) {
        "" => None,
        year => Some(year.parse().map_err(|_| row.message("until is no year"))?),
    };
    Ok(Region { code, name: row.cell(1), level, parent, until })
}

/// True where a place is another or lies in it, by their codes; all lie in the nation, 0.
#[must_use]
pub fn lies_within(inner: u32, outer: u32) -> bool {
    match outer {
        0 => true,
        outer if outer % 10_000 == 0 => inner / 10_000 == outer / 10_000,
        outer if outer % 100 == 0 => inner / 100 == outer / 100,
        outer => inner == outer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_every_parent_is_there() {
        let (read, messages) = Regions::read();
        assert_eq!(messages, Vec::<String>::new());
        assert!(read.all.len() > 4_000);
        for (name, range) in &read.by_name {
            let bearers = &read.bearers[usize::from(range.start)..usize::from(range.end)];
            let once: std::collections::HashSet<_> = bearers.iter().collect();
            assert!(!bearers.is_empty() && once.len() == bearers.len(), "{name} stands twice in a row");
        }
        let orphans: Vec<_> = read.all.iter().filter(|region| read.get(region.parent).is_none()).collect();
        assert_eq!(orphans, Vec::<&Region>::new());
    }

    #[test]
    fn wrong_rows_are_named_by_file_and_line() {
        for (text, message) in [
            ("h\n4108\t焦作市\tprefecture", "regions.tsv:2: code has no six digits, or the name is empty"),
            ("h\n410800\t焦作市\tcity", "regions.tsv:2: level city is none of nation, province, prefecture, county"),
            ("h\n410800\t焦作市\tprefecture\t\t\tx", "regions.tsv:2: until is no year"),
        ] {
            assert_eq!(rows("regions.tsv", text).next().map(|row| region(&row)), Some(Err(message.to_owned())));
        }
    }

    #[test]
    fn a_path_goes_from_the_widest_to_the_place() {
        for (code, path) in [
            (410_823, vec!["河南省", "焦作市", "武陟县"]),
            (110_105, vec!["北京市", "朝阳区"]),
            (419_001, vec!["河南省", "济源市"]),
            (422_800, vec!["湖北省", "恩施土家族苗族自治州"]),
            (NATION, vec!["中国"]),
            (999_999, vec![]),
        ] {
            assert_eq!(regions().path(code), path);
        }
    }

    #[test]
    fn a_name_is_read_in_its_context() {
        for (name, context, code) in [
            ("红旗区", Some(410_724), Some(410_702)),
            ("红旗区", None, Some(410_702)),
            ("朝阳区", None, None),
            ("朝阳区", Some(110_000), Some(110_105)),
            ("朝阳区", Some(220_100), Some(220_104)),
            ("海南", None, Some(460_000)),
            ("海南", Some(460_100), Some(460_000)),
            ("海南州", None, Some(632_500)),
            ("海南", Some(632_521), Some(632_500)),
            ("吉林", None, Some(220_000)),
            ("焦作", None, Some(410_800)),
            ("沁阳", None, Some(410_882)),
            ("沁阳县", None, Some(410_824)),
            ("恩施州", None, Some(422_800)),
            ("豫", None, Some(410_000)),
            ("中国", None, Some(NATION)),
            ("某某县", None, None),
        ] {
            assert_eq!(regions().resolve(name, context), code, "{name} {context:?}");
        }
        assert_eq!(regions().only("鼓楼区"), None);
        for (text, code) in [("徐州市鼓楼区", 320_302), ("南京市鼓楼区", 320_106), ("新乡市红旗区", 410_702)]
        {
            let codes = regions().resolve_all(text, &regions().find_all(text), None);
            assert_eq!(codes.last(), Some(&Some(code)), "{text}");
        }
        assert_eq!(regions().only("武陟"), Some(410_823));
    }
}
