//! A bare word of measure that takes the place of another of the same thing: 工业总产值259亿元，[增加值]69亿元.

use super::deed::base;
use crate::lexicon::figure_cues::labels;
use crate::lexicon::search::Search;

/// The whole label, told from the one before.
pub(super) fn in_place_of(text: &str, before: &str) -> Option<String> {
    let root = base(before);
    // 新增装机容量180万千瓦，总容量达到581万千瓦
    if let Some(root) = text.strip_prefix('总').filter(|noun| noun.len() >= 6).and_then(|noun| root.strip_suffix(noun))
    {
        let root = root.trim_end_matches('总');
        return (root.len() >= 6).then(|| format!("{root}{text}"));
    }
    // 地区生产总值突破100亿元，人均达到3.8万元
    if text == "人均" && labels().per_head.suffix(root).is_some() {
        return Some(format!("{text}{}", root.without_end("总量")));
    }
    // 本外币存款突破两千亿元，余额达到2105亿元
    if text == "余额" && labels().deposit.suffix(root).is_some() {
        return Some(format!("{root}{text}"));
    }
    // 生猪出栏5.9万头，产值9585万元
    if labels().output.contains(text)
        && let Some(noun) = labels().produce.suffix(root).filter(|noun| root.len() > noun.len())
    {
        return Some(format!("{}{text}", &root[..root.len() - noun.len()]));
    }
    // 规模以上工业总产值259亿元，增加值69亿元
    let noun = labels().industry_noun.suffix(root).filter(|noun| *noun != text)?;
    let root = &root[..root.len() - noun.len()];
    let whose = labels().industry.suffix(root).or_else(|| labels().zone.suffix(root));
    (labels().industry_noun.contains(text) && whose.is_some()).then(|| format!("{root}{text}"))
}

/// What a unit of traffic measures, whatever carries it.
pub(super) fn carried(unit: &str) -> Option<&'static str> {
    match unit {
        "吨公里" => Some("货物周转量"),
        "人公里" => Some("旅客周转量"),
        _ => None,
    }
}

/// What stands before a word of honour that two names share: 国家电子商务 of 国家电子商务[示范]基地 and [示范]企业.
pub(super) fn shared_grade<'a>(before: &'a str, name: &str) -> Option<&'a str> {
    let honour = labels().honour.prefix(name)?;
    let before = base(before);
    let at = before.find(honour).filter(|at| *at >= 6 && before.len() > at + honour.len())?;
    (name.len() > honour.len()).then(|| &before[..at])
}
