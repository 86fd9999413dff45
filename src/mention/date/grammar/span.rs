//! Spans of years: 五年来, 过去五年, 近三年, 用三年时间.

use super::Part;
use crate::lexicon::cues::times;
use crate::lexicon::numeral::is_count;

/// A span of `n` years; `after` begins behind 年.
pub(super) fn years(n: i32, after: &str, before: &str) -> Option<(Part, usize)> {
    // 五年制 and 提前三年 name something else; 一年 is a span where a word says so.
    let single = after.starts_with(['来', '时', '以']) || times().single.suffix(before).is_some();
    // 光绪三[十二年]
    let goes_on =
        before.ends_with('十') || before.ends_with(|c: char| "一二三四五六七八九".contains(c)) && (10..20).contains(&n);
    // 新征程的第一个[五年]
    let counted = before.strip_suffix('个').is_some_and(|head| {
        let bare = head.trim_end_matches(|c: char| is_count(c) || c.is_ascii_digit());
        bare.len() < head.len() && bare.ends_with('第')
    });
    if !(1..100).contains(&n)
        || goes_on
        || counted
        || n == 1 && !single
        // 设计使用年限15年, but 任期五年以来
        || times().no_span_before.suffix(before).is_some() && !after.starts_with('来') && !after.starts_with("以来")
        || times().no_span_after.prefix(after).is_some()
    {
        return None;
    }
    if after.starts_with('间') && !after.starts_with("间隔") {
        return Some((Part::Past(n), '间'.len_utf8()));
    }
    if after.starts_with('来') {
        return Some((Part::Past(n), '来'.len_utf8()));
    }
    // 四年多来, 过去三年多
    if let Some(more) = after.strip_prefix('多') {
        let more = if more.starts_with('来') { "多来".len() } else { "多".len() };
        let past = after[more..].starts_with("以来") || more > 3 || times().past.suffix(before).is_some();
        return Some((if past { Part::PastOver(n) } else { Part::Years(n) }, more));
    }
    if after.starts_with("以来") || times().past.suffix(before).is_some() {
        return Some((Part::Past(n), 0));
    }
    if times().coming.suffix(before).is_some() {
        return Some((Part::Coming(n), 0));
    }
    let words = ["左右的时间", "左右时间", "时间"];
    let taken = words.into_iter().find(|word| after.starts_with(word)).map_or(0, str::len);
    // 一年时间, but not 用一年时间
    if n == 1 && after.starts_with("时间") && !before.ends_with(['用', '花', '以', '需']) {
        return Some((Part::Past(1), taken));
    }
    Some((Part::Years(n), taken))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_around_a_span_give_its_direction() {
        assert_eq!(years(5, "来，", ""), Some((Part::Past(5), 3)));
        assert_eq!(years(4, "多来，", ""), Some((Part::PastOver(4), 6)));
        assert_eq!(years(4, "多的努力", "经过"), Some((Part::Years(4), 3)));
        assert_eq!(years(5, "，", "过去"), Some((Part::Past(5), 0)));
        assert_eq!(years(5, "，", "今后"), Some((Part::Coming(5), 0)));
        assert_eq!(years(3, "时间", "用"), Some((Part::Years(3), 6)));
        assert_eq!(years(2, "左右时间", "用"), Some((Part::Years(2), "左右时间".len())));
        assert_eq!(years(1, "，", "这"), Some((Part::Past(1), 0)));
        assert_eq!(years(1, "，", ""), None);
        assert_eq!(years(5, "制", ""), None);
        assert_eq!(years(3, "", "提前"), None);
    }
}
