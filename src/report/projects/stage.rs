//! How far a project is, from the words about it.

use crate::lexicon::project_cues::projects;
use crate::lexicon::search::Search;
use crate::lexicon::timeline_cues::timeline;
use crate::lexicon::words::Words;
use crate::report::Stage;

/// The words of the stages, the furthest first.
pub(crate) fn lists() -> [(Stage, &'static Words); 6] {
    let cues = projects();
    [
        (Stage::Operating, &cues.operating),
        (Stage::Finished, &cues.finished),
        (Stage::Building, &cues.building),
        (Stage::Started, &cues.started),
        (Stage::Signed, &cues.signed),
        (Stage::Proposed, &cues.proposed),
    ]
}

/// The stage furthest on of those that the words tell.
fn furthest(words: &str) -> Option<Stage> {
    let cues = projects();
    // 未建成, 尚未开工
    let bare = || {
        ["开工", "建成"].iter().any(|act| words.places_of(act).any(|at| cues.not_yet.suffix(&words[..at]).is_some()))
    };
    // 岚水大桥前期工作扎实推进: what moves on is no building yet.
    let prepared = || {
        let mut told = cues.building.all(words).map(|(_, word)| word);
        cues.preparing.within(words) && told.all(|word| cues.moving.contains(word))
    };
    lists()
        .into_iter()
        .find(|(stage, list)| {
            let untrue = match stage {
                Stage::Finished | Stage::Started => bare(),
                Stage::Building => prepared(),
                _ => false,
            };
            tells(list, words) && !untrue
        })
        .map(|(stage, _)| stage)
}

/// True where a word of a stage is told, and no time after it: 建成投产后年产值12亿元.
fn tells(list: &Words, words: &str) -> bool {
    list.all(words).any(|(at, word)| {
        let mut rest = &words[at + word.len()..];
        while let Some(more) = timeline().predicate.prefix(rest) {
            rest = &rest[more.len()..];
        }
        !rest.starts_with('后') && !rest.starts_with("以后")
    })
}

/// True of words that tell what is so even where the report looks ahead: 已建成.
pub(super) fn is_settled(words: &str) -> bool {
    projects().settled.within(words)
}

/// True of words that tell a start: 10月开工，2027年竣工.
pub(super) fn starts(words: &str) -> bool {
    tells(&projects().started, words) && !is_settled(words)
}

/// The stage that the words about a project tell; `ahead` where they are said of what is to come.
pub(in crate::report) fn stage(words: &str, ahead: bool) -> Stage {
    let cues = projects();
    // 启动岚水大桥等3个项目建设
    let begun = || (words.has("启动") && words.trim_end().ends_with("建设")).then_some(Stage::Started);
    let found = furthest(words).or_else(begun);
    // 推动岚水大桥等3个项目建设
    let pushed = words.has("推动") && words.trim_end().ends_with("建设");
    // 计划投资2900万元，已完工: the sum was planned.
    let wished = || cues.wish.all(words).any(|(at, word)| !words[at + word.len()..].starts_with(['投', '总']));
    if !(ahead || wished()) {
        return found.unwrap_or(if cues.pushed.within(words) || pushed { Stage::Building } else { Stage::Unknown });
    }
    // What is wished for is not yet so: who hopes for an opening builds, who hopes for a start only plans.
    match found {
        Some(Stage::Operating | Stage::Finished | Stage::Building) => Stage::Building,
        Some(Stage::Started | Stage::Signed | Stage::Proposed) => Stage::Proposed,
        _ if cues.pushed_ahead.within(words) || pushed => Stage::Building,
        _ => Stage::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_not_yet_a_stage() {
        assert_eq!(stage("竣工投产", false), Stage::Operating);
        assert_eq!(stage("力争年内投产", true), Stage::Building);
        assert_eq!(stage("推动尽快签约", true), Stage::Proposed);
        assert_eq!(stage("推动 建设 ", true), Stage::Building);
        assert_eq!(stage("启动 建设", false), Stage::Started);
        assert_eq!(stage("推动 ", true), Stage::Unknown);
        assert_eq!(stage("正在进行设备安装", false), Stage::Building);
        assert_eq!(stage("尚未开工", false), Stage::Unknown);
        assert_eq!(stage("前期工作扎实推进", false), Stage::Proposed);
        assert_eq!(stage("加快推进 前期工作", true), Stage::Proposed);
        assert_eq!(stage("前期工作有序推进，主体封顶", false), Stage::Building);
        assert_eq!(stage("总投资6亿元", false), Stage::Unknown);
        assert_eq!(stage("总投资6亿元，建成投产后年产值9亿元", false), Stage::Unknown);
    }
}
