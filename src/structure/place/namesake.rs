//! Zones that bear the name of a county far away.

use std::collections::BTreeMap;

use super::most::depth;
use crate::lexicon::Hit;
use crate::lexicon::place_cues::places as cues;
use crate::lexicon::regions::regions;

/// Characters behind a name within which it is a zone's.
const ZONE: usize = 10;

/// 常山开发区: a zone by the short name of a county far from the only one that the text names in full, 云霄县, is of the latter.
pub(super) fn namesake(line: &str, code: u32, text: &str, counts: &BTreeMap<u32, usize>) -> Option<u32> {
    let own = regions().get(code).filter(|_| depth(code) == 3)?;
    let hits = regions().find_all(line);
    let zone = |hit: &Hit| {
        let tail = &line[hit.end..];
        let near = tail.char_indices().nth(ZONE).map_or(tail, |(at, _)| &tail[..at]);
        line[hit.start..hit.end] != *own.name && cues().zone.find(near).is_some()
    };
    if !hits.iter().all(zone) || text.contains(own.name) {
        return None;
    }
    let mut full = counts
        .keys()
        .filter(|other| depth(**other) == 3 && regions().get(**other).is_some_and(|region| text.contains(region.name)));
    full.next().copied().filter(|other| full.next().is_none() && other / 10_000 != code / 10_000)
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn a_zone_is_of_the_county_that_the_text_names() {
        for (text, place) in [
            ("常山开发区开门红\n2021-04-20\n记者从云霄县获悉，常山开发区产值12亿元。\n", "云霄县"),
            ("常山开发区开门红\n2021-04-20\n记者从常山县获悉，常山开发区产值12亿元。\n", "常山县"),
            ("常山开发区开门红\n2021-04-20\n常山开发区产值12亿元。\n", "常山县"),
        ] {
            let report = analyze(text, &Options::default()).unwrap();
            assert_eq!(report.document.region.last().map(String::as_str), Some(place));
        }
    }
}
