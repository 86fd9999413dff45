//! Words that tell what a promise without a number promises, and by which names its project goes elsewhere.

use super::cues::cues;

cues! {
    /// Words of promises without a number, and of the names of projects in them.
    CommitmentCues, commitments, "commitment_cues.tsv", {
        /// Verbs before a project that is to come to a stage: [推动]岚水大桥年内通车.
        lead,
        /// Where what is to be done with a project begins: 云岭水电站[实现]首台机组投产.
        cut,
        /// What so begins names no single thing: 一批产业项目.
        generic,
        /// What so ends names no single thing: 资金到位的项目.
        class_end,
        /// What so ends behind a stage is a thing, not a promise: 全面建成小康社会的目标.
        noun_end,
        /// What so begins explains a word: 指已供地未动工的项目.
        gloss,
        /// Behind a word of stage that belongs to a noun or sets a time: 建成区, 建成后.
        attribute,
        /// Before a word of stage that is denied: 未动工.
        undone,
        /// Before a stage for which all is ready: 具备开工条件.
        ready,
        /// Before a preparation that can be promised: 完成前期工作.
        preparing,
        /// Stages of building that can be promised: 主桥合龙.
        milestone,
        /// Before a word of stage: the shell of a building, not all of it: 主体完工.
        shell,
        /// What is done with a part alone is not done with the whole: 实现首台机组投产.
        part,
        /// Behind a name: 1号线试通车.
        tail,
        /// At the beginning of a name, the document's own place: 县第三水厂.
        own,
        /// Parts of a name that another text may leave out: 岚水大桥工程.
        left_out,
        /// Parts of a name and what another text may write for them: 轨道交通3号线.
        same,
        /// Before a number, which names the thing without it: 地铁3号线.
        before_number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::cues::check;

    #[test]
    fn every_row_is_read() {
        check("commitment_cues.tsv", CommitmentCues::TABLE, CommitmentCues::USES);
    }
}
