//! Counts of a phrase's own parts: 三大改造, 四件大事, 县乡村三级.

use super::Slogan;
use super::head::{begins_word, ends_noun, head, heads, word_end};
use crate::lexicon::cues::slogans as cues;
use crate::lexicon::numeral;
use crate::lexicon::search::Search;
use crate::lexicon::slogans::slogans;
use crate::mention::At;

/// Characters before a count in which the phrase stands that it explains.
const EXPLAINED: usize = 30;

/// A count of the phrase's own parts: 三大改造, 四件大事, 五项机制, 两个确保.
#[inline(never)]
pub(in crate::mention) fn counted(place: At<'_>) -> Option<Slogan> {
    let rest = place.rest();
    if let Some(len) = slogans().longest(rest) {
        return Some(Slogan::new(place.start, place.start + len));
    }
    let (len, spelled) = count(place)?;
    let after = &rest[len..];
    if explains(place, &rest[..len])
        && let Some(measure) = cues().measure.prefix(after)
    {
        let noun = head(&after[measure.len()..]);
        return Some(Slogan::new(place.start, place.start + len + measure.len() + noun));
    }
    if after.starts_with('大') && cues().large.prefix(after).is_none() {
        let noun = head(&after[3..]);
        let quoted = after[3..].starts_with(['“', '"']);
        return (noun > 3 || quoted).then(|| Slogan::new(place.start, place.start + len + 3 + noun));
    }
    let measure = cues().measure.prefix(after)?;
    let noun = &after[measure.len()..];
    if noun.starts_with(['“', '"', '‘']) && spelled {
        return None;
    }
    let start = len + measure.len();
    let phrase = |noun: usize| Some(Slogan::new(place.start, place.start + start + noun));
    let own = slogans().own(noun);
    if own > 0 && spelled && ends_noun(&noun[own..]) && !begins_word(&noun[own..]) {
        return phrase(own);
    }
    let listed = heads(noun);
    let of_places = cues().of_place.prefix(noun).is_some();
    if listed > 0 && !of_places && (spelled || slogans().abstract_only(noun)) {
        let end = word_end(noun, listed);
        if end > listed && cues().addressed.suffix(&noun[..end]).is_some() {
            return None;
        }
        // 十件大事中，有六件…: counted things, not a phrase; 社区服务中心 is no 服务.
        let goes_on = noun[end..].starts_with('中') && !noun[end..].starts_with("中心");
        return if goes_on || !ends_noun(&noun[end..]) { None } else { phrase(end) };
    }
    None
}

/// “三轴”指三个轴带; “两线”即联防和群防两条线: what explains a quoted phrase counts its parts once more.
fn explains(place: At<'_>, count: &str) -> bool {
    let before = place.before();
    let from = before.char_indices().rev().nth(EXPLAINED).map_or(0, |(at, _)| at);
    let near = &before[from..];
    let Some(close) = near.last_place_of("”") else { return false };
    let between = &near[close + '”'.len_utf8()..];
    let told = cues().explains.prefix(between).is_some() && !between.contains(['，', '、', '；', '。', '\n']);
    told && near[..close].last_place_of("“").is_some_and(|open| near[open + '“'.len_utf8()..].starts_with(count))
}

/// A phrase that a name could be taken for: 十大民生实事 (not 党的十大), 县乡村三级, 三级联动.
pub(in crate::mention) fn listed(place: At<'_>) -> Option<Slogan> {
    if let Some(len) = slogans().longest(place.rest()) {
        return Some(Slogan::new(place.start, place.start + len));
    }
    let (len, spelled) = count(place)?;
    let after = &place.rest()[len..];
    if let Some(noun) = after.strip_prefix('大') {
        // The eleventh congress and those after it are names; the ten of something are not.
        let few = numeral::numeral(place.rest())?.value.to_i32().is_some_and(|v| v <= 10);
        let found = if few { heads(noun) } else { 0 };
        return (spelled && found > 0).then(|| Slogan::new(place.start, place.start + len + 3 + word_end(noun, found)));
    }
    let tail = after.strip_prefix('级')?;
    let wanted = numeral::numeral(place.rest())?.value.to_i32().filter(|v| (2..=6).contains(v))?;
    let back = levels(place.before(), usize::try_from(wanted).ok()?).filter(|back| place.start - back >= place.free);
    if let Some(back) = back {
        return Some(Slogan::new(place.start - back, place.start + len + 3));
    }
    let joint = cues().jointly.prefix(tail)?;
    Some(Slogan::new(place.start, place.start + len + 3 + joint.len()))
}

/// Bytes of as many levels of government as wanted, right before a place: 县乡村, 县、乡、村.
fn levels(before: &str, wanted: usize) -> Option<usize> {
    let (mut back, mut found) = (0, 0);
    while found < wanted {
        let words = before[..before.len() - back].trim_end_matches(['、', '-', '—']);
        let sign = before.len() - back - words.len();
        let level = cues().level.suffix(words)?;
        back += sign + level.len();
        found += 1;
    }
    Some(back)
}

/// Bytes of a count of two to thirty that can be one of own parts, and whether it is spelled out.
fn count(place: At<'_>) -> Option<(usize, bool)> {
    let rest = place.rest();
    let n = numeral::numeral(rest).filter(|n| !n.more && n.scale.is_empty())?;
    n.value.to_i32().filter(|v| (2..=30).contains(v))?;
    let blocked = place.before().ends_with(['第', '.', '点', '前', '近', '约', '超', '十'])
        || rest.starts_with('双')
        || rest.starts_with("一两");
    (!blocked).then_some((n.len, n.chinese))
}
