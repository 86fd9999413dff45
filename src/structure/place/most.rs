//! The place a text names most, where nothing at its head says for whom it speaks.

use std::collections::BTreeMap;

use super::told::told_of;
use crate::clean::Clean;
use crate::lexicon::Hit;
use crate::lexicon::place_cues::places as cues;
use crate::lexicon::regions::{NATION, regions};
use crate::structure::block::Block;

/// How often each place is named in the first part of the text.
#[inline(never)]
pub(super) fn counts(clean: &Clean, blocks: &[Block]) -> BTreeMap<u32, usize> {
    let table = regions();
    let mut counts = BTreeMap::new();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let mut read = 0;
    for block in blocks {
        let text = block.span.of(&clean.text);
        let mut last: Option<Hit> = None;
        for hit in told_of(text, table.find_all(text)) {
            // 徐州市鼓楼区: its own prefecture says which of that name it is.
            let above =
                last.filter(|last| last.end == hit.start).and_then(|last| table.only(&text[last.start..last.end]));
            match above.and_then(|above| table.resolve(&text[hit.start..hit.end], Some(above))) {
                Some(code) => *counts.entry(code).or_insert(0) += 1,
                None => *names.entry(&text[hit.start..hit.end]).or_default() += 1,
            }
            last = Some(hit);
        }
        read += text.len();
        if read > 60_000 {
            break;
        }
    }
    // Names that stand for one place alone come first; they are the context for those that stand for several.
    let sure: BTreeMap<u32, usize> = names.iter().filter_map(|(name, n)| Some((table.only(name)?, *n))).collect();
    let context = sure.iter().max_by_key(|(code, n)| (**n, depth(**code))).map(|(code, _)| *code);
    for (name, n) in names {
        if let Some(code) = table.resolve(name, context) {
            *counts.entry(code).or_insert(0) += n;
        }
    }
    counts
}

pub(super) fn nearest_context(counts: &BTreeMap<u32, usize>) -> Option<u32> {
    counts
        .iter()
        .filter(|(code, _)| **code != NATION)
        .max_by_key(|(code, n)| (**n, depth(**code)))
        .map(|(code, _)| *code)
}

/// The place that the text names most, where no other that it has nothing to do with is named as often, and what is named
/// of it, in it and around it is most of all: 河南省…，山东省…，广东省… tell of no one place.
pub(super) fn dominant(counts: &BTreeMap<u32, usize>) -> Option<u32> {
    let top = nearest_context(counts)?;
    let most = counts.get(&top).copied()?;
    let rival = counts.iter().any(|(code, n)| *code != NATION && !is_related(*code, top) && *n >= most);
    (!rival && share(counts, top) > 0.5).then_some(top)
}

/// True where one place lies in the other.
fn is_related(one: u32, other: u32) -> bool {
    is_inside(one, other) || is_inside(other, one)
}

/// How much of what a text names is of a place, in it, or what it lies in.
fn share(counts: &BTreeMap<u32, usize>, place: u32) -> f64 {
    let others = || counts.iter().filter(|(code, _)| **code != NATION);
    let all: usize = others().map(|(_, n)| n).sum();
    let own: usize = others().filter(|(code, _)| is_related(**code, place)).map(|(_, n)| n).sum();
    own as f64 / all.max(1) as f64
}

/// How many words like 全市 are read: they tell the level long before a long text ends.
const WHOLES: usize = 200;

/// The place that the text calls 全省, 全市, 全县: of those at that level the one it names most, itself or by its parts.
pub(super) fn whole(clean: &Clean, counts: &BTreeMap<u32, usize>) -> Option<u32> {
    let mut said: BTreeMap<char, usize> = BTreeMap::new();
    for (at, word) in cues().whole.all(&clean.text).take(WHOLES) {
        // 全县区, 全市场: part of another word.
        // 继续位居全省前列: what the place is compared with.
        let (before, behind) = (&clean.text[..at], &clean.text[at + word.len()..]);
        let compared = cues().compared.suffix(before).is_some() || cues().ranked_behind.prefix(behind).is_some();
        if !compared && cues().no_whole.prefix(behind).is_none() {
            // 我县 is the speaker's own, 全市 may be what lies above it.
            let own = word.starts_with(['我', '该']);
            *said.entry(word.chars().next_back()?).or_default() += if own { 3 } else { 1 };
        }
    }
    let level = said.into_iter().max_by_key(|(_, n)| *n)?.0;
    let mut scores: BTreeMap<u32, usize> = BTreeMap::new();
    for (&code, n) in counts.iter().filter(|(code, _)| **code != NATION) {
        let above = if level == '省' { code / 10_000 * 10_000 } else { code / 100 * 100 };
        let fits = |place: u32| regions().get(place).is_some_and(|region| region.name.ends_with(level));
        if fits(code) {
            *scores.entry(code).or_default() += n * 2;
        }
        if above != code && fits(above) {
            *scores.entry(above).or_default() += n;
        }
        // 全区 of an autonomous region
        let province = code / 10_000 * 10_000;
        if level == '区' && province != code && fits(province) {
            *scores.entry(province).or_default() += n;
        }
    }
    // 献县 named five times of seven is the place, though 全市 is said of what lies above it.
    let (all, most) = (counts.values().sum::<usize>(), counts.iter().max_by_key(|(_, n)| **n)?);
    if depth(*most.0) == 3 && *most.1 >= 3 && most.1 * 2 > all {
        return Some(*most.0);
    }
    let best = scores.values().copied().max()?;
    let mut first = scores.into_iter().filter(|(_, score)| *score == best);
    let (code, _) = first.next()?;
    // A bulletin of many counties says 全县 of each; the one it names most is not whose it is.
    (first.next().is_none() && share(counts, code) > 1.0 / 3.0).then_some(code)
}

/// The prefecture of which at least three counties are named, where no county stands out.
pub(super) fn common(counts: &BTreeMap<u32, usize>) -> Option<u32> {
    let total: usize = counts.values().sum();
    let mut members: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (code, n) in counts.iter().filter(|(code, _)| depth(**code) >= 2) {
        let entry = members.entry(code / 100 * 100).or_default();
        entry.0 += usize::from(depth(*code) == 3);
        entry.1 += n;
    }
    members
        .into_iter()
        .filter(|(_, (counties, n))| *counties >= 3 && n * 2 > total)
        .max_by_key(|(_, (_, n))| *n)
        .map(|(code, _)| code)
}

/// The county that a town's paper names above all others.
pub(super) fn county(counts: &BTreeMap<u32, usize>) -> Option<u32> {
    let counties = || counts.iter().filter(|(code, _)| depth(**code) == 3);
    let all: usize = counties().map(|(_, n)| n).sum();
    counties().max_by_key(|(_, n)| **n).filter(|(_, n)| **n * 5 >= all * 3).map(|(code, _)| *code)
}

/// True where the first place lies in the second, or is it.
pub(super) fn is_inside(inner: u32, outer: u32) -> bool {
    match depth(outer) {
        0 => true,
        1 => inner / 10_000 == outer / 10_000,
        2 => inner / 100 == outer / 100,
        _ => inner == outer,
    }
}

pub(super) fn depth(code: u32) -> u8 {
    match code {
        0 => 0,
        c if c % 10_000 == 0 => 1,
        c if c % 100 == 0 => 2,
        _ => 3,
    }
}
