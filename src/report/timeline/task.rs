//! Tasks of a year's plan that name no day: 确保岚水大桥建成通车 is due within the year that the plan is for, as what a review
//! tells without a day was done within the year that it looks back on.

use std::ops::Range;

use super::{Draft, deed, title};
use crate::lexicon::commitment_cues::commitments;
use crate::lexicon::search::Search;
use crate::lexicon::timeline_cues::timeline;
use crate::report::clause::is_subordinate;
use crate::report::scene::{DEED, Scene};
use crate::report::{EntryKind, Interval, Kind, Role, Stage, State, stages};
use crate::structure::Mode;

/// Characters of the name of what is to be built.
const NAME: Range<usize> = 4..25;

impl<'a> Scene<'a, '_> {
    /// The tasks of the sentence that no entry behind `from` tells.
    #[inline(never)]
    pub(super) fn tasks(&self, drafts: &mut Vec<Draft<'a>>, from: usize) {
        let frame = &self.block.frame;
        let (Mode::Plan, Some((first, year))) = (frame.mode, frame.years) else { return };
        // What a plan asks of several years has no day within them; what is over is no plan.
        let ends = format!("{year:04}-12-31");
        if first != year
            || !matches!(self.found.structure.kind, Kind::WorkReport | Kind::Plan)
            || self.today().is_none_or(|today| today >= ends.as_str())
        {
            return;
        }
        for clause in self.clauses.iter().filter(|clause| clause.cues & DEED != 0) {
            let span = clause.span;
            let dated = |until: usize| {
                self.dates
                    .iter()
                    .any(|date| date.interval.is_some() && date.role != Role::Name && date.span.start < until)
            };
            let told = drafts[from..].iter().any(|draft| draft.place.start < span.end && span.start < draft.place.end);
            let counted = self.figures.iter().any(|(figure, _)| span.covers(*figure));
            let words = title::trim(self.text(span));
            if told || counted || dated(span.end) || is_subordinate(words) {
                continue;
            }
            let Some(task) = task(words) else { continue };
            if let Some(title) = title::title(task).filter(|title| !title.ends_with('…')) {
                let interval = Interval { start: Some(format!("{year:04}-01-01")), end: Some(ends.clone()) };
                drafts.push(self.draft(span, interval, EntryKind::Deadline, State::Planned, title));
            }
        }
    }
}

/// The words of a clause that ask for a stage of one thing, without those that lead to them: 确保[岚水大桥建成通车].
fn task(clause: &str) -> Option<&str> {
    let cues = timeline();
    let mut words = clause;
    while let Some(lead) = cues.task_lead.prefix(words) {
        words = title::trim(&words[lead.len()..]);
    }
    if cues.deed_class.within(words) || cues.imminent.within(words) || cues.undone.within(words) {
        return None;
    }
    let acts = |act: &str| {
        commitments().milestone.within(act)
            || stages().into_iter().any(|(stage, list)| {
                matches!(stage, Stage::Operating | Stage::Finished | Stage::Started) && list.within(act)
            })
    };
    // 岚水大桥建成通车
    if let Some(thing) = deed::thing(words) {
        return (is_one(thing) && acts(&words[thing.len()..])).then_some(words);
    }
    // 开工建设城东水厂、城西水厂
    let mut rest = words;
    while let Some(act) = cues.predicate.prefix(rest) {
        rest = &rest[act.len()..];
    }
    let act = &words[..words.len() - rest.len()];
    let things = || rest.without_end("建设").split(['、', '和']);
    let named = |thing: &str| is_one(thing) && cues.thing_head.suffix(thing).is_some();
    (acts(act) && things().all(named)).then_some(words)
}

/// True of the name of one thing: neither a count nor a class of things.
fn is_one(thing: &str) -> bool {
    NAME.contains(&thing.chars().count())
        && !thing.contains(['的', '等'])
        && !thing.contains(|c: char| c.is_ascii_digit() && thing.starts_with(c))
        && commitments().generic.prefix(thing).is_none()
        && commitments().class_end.suffix(thing).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_asks_for_a_stage_of_one_thing() {
        for (clause, words) in [
            ("确保岚水大桥建成通车", "岚水大桥建成通车"),
            ("力争县人民医院新院区投入使用", "县人民医院新院区投入使用"),
            ("推动云岭水库下闸蓄水", "云岭水库下闸蓄水"),
            ("开工建设城东水厂", "开工建设城东水厂"),
            ("建成投用县第三中学、县体育馆", "建成投用县第三中学、县体育馆"),
            ("二是城北变电站竣工投运", "城北变电站竣工投运"),
        ] {
            assert_eq!(task(clause), Some(words), "{clause}");
        }
        for clause in [
            "加快建设岚水大桥",
            "推进岚水大桥项目",
            "推动一批重点项目开工建设",
            "建成国家级示范区",
            "全面建成小康社会",
            "12个重点项目竣工投产",
            "建成全市最大的物流园",
            "岚水大桥前期工作",
        ] {
            assert_eq!(task(clause), None, "{clause}");
        }
    }
}
