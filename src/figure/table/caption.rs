//! What a caption says of all numbers below it, and how labels of rows and columns become one.

use crate::lexicon::figure_cues::tables;
use crate::lexicon::search::Search;

/// 占全部出口比重 → 全部出口.
pub(super) fn whole(header: &str) -> Option<String> {
    let tail = header.strip_prefix('占')?;
    let end = ["比重", "比例", "份额"].iter().find_map(|w| tail.find(w))?;
    Some(tail[..end].trim_end_matches('的').to_owned()).filter(|w| !w.is_empty())
}

/// 1—9月, 上半年, 一季度 of a caption, as first and last month.
pub(super) fn months(caption: &str) -> Option<(u32, u32)> {
    for (words, months) in [
        ("前三季度", (1, 9)),
        ("上半年", (1, 6)),
        ("一季度", (1, 3)),
        ("二季度", (4, 6)),
        ("三季度", (7, 9)),
        ("四季度", (10, 12)),
    ] {
        if caption.contains(words) {
            return Some(months);
        }
    }
    let at = caption.place_of("月")?;
    let words = caption[..at].rsplit('年').next()?;
    let mut numbers = words.split(['-', '—', '–', '~', '至']).filter(|w| !w.is_empty()).map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(from)), Some(Ok(to))) if (1..=to).contains(&from) && to <= 12 => Some((from, to)),
        (Some(Ok(only)), None) if (1..=12).contains(&only) => Some((only, only)),
        _ => None,
    }
}

/// What a caption says its numbers are: 表3 2023年各县区地区生产总值及其增长速度 → 地区生产总值.
pub(super) fn topic(caption: &str) -> String {
    let mut words = caption
        .split(['（', '('])
        .next()
        .unwrap_or_default()
        .trim_start()
        .trim_start_matches('附')
        .trim_start_matches('表')
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '：');
    if let Some(at) = words.place_of("年").filter(|at| *at <= 4) {
        words = &words[at + 3..];
    }
    while let Some(lead) = tables().caption_head.prefix(words) {
        words = &words[lead.len()..];
    }
    while let Some(tail) = tables().caption_tail.suffix(words) {
        words = &words[..words.len() - tail.len()];
    }
    words.trim().to_owned()
}

/// A part and the measure of its whole: 住宅 and 房屋新开工面积 → 住宅新开工面积; letters that both share stand once.
pub(super) fn join(part: &str, whole: &str) -> String {
    if part.ends_with(whole) {
        return part.to_owned();
    }
    let mut core = whole.to_owned();
    while let Some(lead) = tables().part_head.prefix(&core).filter(|lead| core[lead.len()..].chars().count() >= 2) {
        core.drain(..lead.len());
    }
    if core.ends_with("生产总值") {
        "增加值".clone_into(&mut core);
    }
    core = core.replace("总量", "量");
    let shared = core
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .filter(|end| *end < core.len() && part.ends_with(&core[..*end]))
        .max()
        .unwrap_or(0);
    format!("{part}{}", &core[shared..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_name_months_and_topic() {
        assert_eq!(months("2024年1—9月主要指标"), Some((1, 9)));
        assert_eq!(months("2024年上半年各县区收入"), Some((1, 6)));
        assert_eq!(topic("表3 2023年各县区地区生产总值及其增长速度"), "地区生产总值");
        assert_eq!(topic("附表：2018年上半年各市县地区生产总值及增速"), "地区生产总值");
        assert_eq!(whole("占全部出口比重").as_deref(), Some("全部出口"));
    }

    #[test]
    fn a_part_takes_the_measure_of_its_whole() {
        assert_eq!(join("住宅", "房屋新开工面积"), "住宅新开工面积");
        assert_eq!(join("太阳能发电", "发电量"), "太阳能发电量");
        assert_eq!(join("铁路", "货物运输总量"), "铁路货物运输量");
    }
}
