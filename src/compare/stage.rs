//! What words promise of a stage, and what they tell of one: 年内建成通车, 建成区 is none.

use crate::lexicon::commitment_cues::commitments;
use crate::report::{Stage, stages};

/// A stage in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Told {
    /// The furthest that they tell.
    pub(super) stage: Stage,
    /// Where the first word of a stage begins and ends.
    pub(super) first: (usize, usize),
}

/// How far a stage is.
pub(super) fn rank(stage: Stage) -> u8 {
    match stage {
        Stage::Unknown => 0,
        Stage::Proposed => 1,
        Stage::Signed => 2,
        Stage::Started => 3,
        Stage::Building => 4,
        Stage::Finished => 5,
        Stage::Operating => 6,
    }
}

/// The stage that words tell, where they say that it is so: neither 未动工 nor 建成区.
pub(super) fn told(words: &str) -> Option<Told> {
    let cues = commitments();
    let stands = |(at, word): &(usize, &'static str)| {
        cues.undone.suffix(&words[..*at]).is_none() && cues.attribute.prefix(&words[at + word.len()..]).is_none()
    };
    let mut found: Option<Told> = None;
    for (stage, list) in stages() {
        let Some((at, word)) = list.all(words).find(stands) else { continue };
        let here = (at, at + word.len());
        // 主体完工, 主体工程竣工: the shell stands, and building goes on.
        let stage = if stage == Stage::Finished && shell(&words[..at]) { Stage::Building } else { stage };
        found = Some(match found {
            None => Told { stage, first: here },
            Some(before) => Told { first: before.first.min(here), ..before },
        });
    }
    found
}

/// Whether what stands before a word of stage is a part of the building alone: 主体[完工].
pub(super) fn shell(before: &str) -> bool {
    commitments().shell.suffix(before).is_some()
}

/// The stage that words promise. 推进 promises nothing, nor do words that explain (指已供地未动工的项目) or name a thing
/// (全面建成小康社会的目标).
pub(super) fn promised(words: &str) -> Option<Told> {
    let cues = commitments();
    if cues.gloss.prefix(words).is_some() || cues.noun_end.suffix(words).is_some() {
        return None;
    }
    let told = told(words)?;
    let stands = match told.stage {
        Stage::Operating | Stage::Finished | Stage::Signed => true,
        Stage::Building => cues.milestone.within(words),
        // 具备开工条件
        Stage::Started => !words[told.first.1..].starts_with("条件") || !cues.ready.within(&words[..told.first.0]),
        // 完成前期工作 is a promise, 启动前期工作 is its beginning.
        Stage::Proposed => cues.preparing.within(&words[..told.first.0]),
        Stage::Unknown => false,
    };
    stands.then_some(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_is_promised_by_its_verb() {
        for (words, stage) in [
            ("岚水大桥建成通车", Some(Stage::Operating)),
            ("高铁站开工建设", Some(Stage::Started)),
            ("岚水大桥主桥合龙", Some(Stage::Building)),
            ("完成所有新建项目前期工作", Some(Stage::Proposed)),
            ("应急水源工程具备通水条件", Some(Stage::Operating)),
            ("绕城高速具备开工条件", None),
            ("启动水库前期工作", None),
            ("加快推进物流园项目", None),
            ("建成区清洁取暖全覆盖", None),
            ("改造老旧建成的小区", None),
            ("指已供地未动工重大项目", None),
            ("全面建成小康社会的目标", None),
            ("全面建成小康社会", None),
            ("尚未开工", None),
            ("县医院主体工程完工", None),
            ("县医院主体完工", Some(Stage::Building)),
        ] {
            assert_eq!(promised(words).map(|told| told.stage), stage, "{words}");
        }
    }
}
