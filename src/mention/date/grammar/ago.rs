//! Times counted from another: 两天前, 三个月后, 三个月来, 改革开放40多年来, 民国二十六年.

use super::month::{month_day, ten_days};
use super::number::number;
use super::{Edge, Expression, Part, Year};
use crate::lexicon::time_words::time_words;
use crate::report::Every;

/// Days, weeks, months and years that are counted so far.
const MOST: i32 = 60;
const UNITS: [&str; 6] = ["天", "周", "个星期", "个月", "年", "日"];

/// 两天前, 三个月后, 五年前: so long before or after the document's day. What opens no clause (签约三天后) is counted from
/// something else.
pub(super) fn ago(text: &str, before: &str) -> Option<(Expression, usize)> {
    if before.ends_with(['前', '第', '提', '每', '隔']) {
        return None;
    }
    let (n, len) = number(text).filter(|(n, _)| (1..=MOST).contains(n))?;
    let unit = UNITS.iter().find(|unit| text[len..].starts_with(**unit))?;
    let behind = &text[len + unit.len()..];
    let (by, word) = ["之前", "以前", "前"]
        .iter()
        .map(|word| (-n, word))
        .chain(["之后", "以后", "后"].iter().map(|word| (n, word)))
        .find(|(_, word)| behind.starts_with(**word))?;
    let rest = &behind[word.len()..];
    // 三天前后, 三年前列, 两年后期; 2年后备
    if rest.starts_with(['后', '期', '列', '移', '置', '来', '往', '行', '续', '备', '勤', '方', '代', '者', '景'])
    {
        return None;
    }
    let opens =
        before.trim_end().chars().next_back().is_none_or(|c| {
            matches!(c, '，' | '。' | '；' | '、' | '“' | '：' | '由' | '从' | '比' | '较' | '在' | ',')
        });
    let end = len + unit.len() + word.len();
    let counted = |part| Expression::new(Year::Offset(0), part);
    let expression = match *unit {
        "年" if by < 0 || opens => Expression::new(Year::Offset(by), Part::Whole),
        // 10日内, 30日前 of a month are told elsewhere.
        "日" => return None,
        _ if !opens => return None,
        "天" => counted(Part::DayOffset(by)),
        "个月" => counted(Part::Month(by)),
        _ => counted(Part::Week(by)),
    };
    Some((expression, end))
}

/// 三个月来, 半年来, 近三个月, 最近两周: so long up to the document's day.
pub(super) fn lately(text: &str, before: &str) -> Option<(Expression, usize)> {
    let (months, len) = if text.starts_with("半年") {
        (6, "半年".len())
    } else {
        let (n, len) = number(text).filter(|(n, _)| (1..=24).contains(n))?;
        text[len..].starts_with("个月").then_some((n, len + "个月".len()))?
    };
    let behind = &text[len..];
    let tail = ["以来", "来"].into_iter().find(|word| behind.starts_with(word));
    // 近三个月，; in 有近三个月的时间 it says how many.
    let near =
        before.strip_suffix('近').is_some_and(|head| head.is_empty() || head.ends_with(['，', '。', '；', '最']));
    let led = near || before.ends_with("过去") && !before.ends_with("已过去");
    let ends = behind.starts_with(['，', '里', '间', '中', ',']);
    let more = match tail {
        Some(word) if !behind[word.len()..].starts_with(['自', '源', '到', '临', '袭']) => word.len(),
        _ if led && ends => 0,
        _ => return None,
    };
    Some((Expression::new(Year::Offset(0), Part::MonthsPast(months)), len + more))
}

/// 改革开放40多年来, 新中国成立75年来: from the year of what is counted from to the document's day.
pub(super) fn anchored(text: &str) -> Option<(Expression, usize)> {
    let anchor = time_words().anchors.at(text)?;
    let first: i32 = anchor.year.parse().ok()?;
    let rest = text[anchor.word.len()..].trim_start_matches('以').trim_start_matches('来');
    let (count, tail) = rest.split_once('年')?;
    let count = count.trim_end_matches(['多', '余']);
    number(count).filter(|(n, len)| *len == count.len() && (1..=200).contains(n))?;
    let tail = tail.trim_start_matches(['多', '余']);
    let behind = ["以来", "来", "间"].iter().find_map(|word| tail.strip_prefix(word))?;
    let expression = Expression { edge: Edge::Since, ..Expression::new(Year::Of(first), Part::Span(first, 0)) };
    Some((expression, text.len() - behind.len()))
}

/// 二十六年 behind 民国, whose first year is 1912; the years of older reigns are not counted here.
pub(super) fn republic(text: &str, before: &str) -> Option<(Expression, usize)> {
    if !before.ends_with("民国") {
        return None;
    }
    let (n, len) = number(text).filter(|(n, _)| (1..=38).contains(n))?;
    text[len..].starts_with('年').then(|| (Expression::new(Year::Of(1911 + n), Part::Whole), len + '年'.len_utf8()))
}

/// 每月10日, 每年9月, 每周三: the part of a time that comes again.
pub(super) fn each(every: Every, behind: &str) -> usize {
    let month = || {
        let (n, len) = number(behind)?;
        let tail = behind[len..].strip_prefix('月').filter(|_| (1..=12).contains(&n))?;
        let day = month_day(tail).map_or(0, |(_, len)| len);
        let ten = ten_days(tail).map_or(0, |(_, len)| len);
        let edge = usize::from(tail[day.max(ten)..].starts_with(['底', '份'])) * '底'.len_utf8();
        Some(len + '月'.len_utf8() + day.max(ten) + edge)
    };
    match every {
        Every::Month => month_day(behind).map_or(0, |(_, len)| len),
        Every::Year => month().unwrap_or(0),
        Every::Quarter => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_counted_from_the_document_s_day_or_from_an_event() {
        let part = |text, before| ago(text, before).map(|(e, len)| (e.year, e.part, len));
        assert_eq!(part("两天前，", ""), Some((Year::Offset(0), Part::DayOffset(-2), "两天前".len())));
        assert_eq!(part("三个月后，", "，"), Some((Year::Offset(0), Part::Month(3), "三个月后".len())));
        assert_eq!(part("5年前的", "由"), Some((Year::Offset(-5), Part::Whole, "5年前".len())));
        assert_eq!(part("三天后", "签约"), None);
        assert_eq!(part("三天前后", ""), None);
        assert_eq!(lately("三个月来，", "").map(|(e, _)| e.part), Some(Part::MonthsPast(3)));
        assert_eq!(lately("三个月内", ""), None);
        assert_eq!(anchored("改革开放40多年来，").map(|(e, _)| e.part), Some(Part::Span(1978, 0)));
        assert_eq!(republic("二十六年设", "民国").map(|(e, _)| e.year), Some(Year::Of(1937)));
    }
}
