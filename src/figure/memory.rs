//! What was said before in a sentence, and may be meant again.

use std::rc::Rc;

use super::indicator::Label;
use super::measure::Reading;
use super::scene::Place;
use crate::lexicon::units::Kind;
use crate::report::Interval;

/// Labels of sentences before that are kept.
const TOLD: usize = 8;

/// What was said before, and may be meant again.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The figure linked last in this sentence.
    pub(super) last: Option<Linked>,
    /// Labels of a list with 分别, to be given out one by one.
    pub(super) shares: Vec<Rc<Label>>,
    /// Labels of this sentence's figures, for 收入…、支出…，分别增长….
    pub(super) history: Vec<Rc<Label>>,
    /// Those of the sentences before, for one that begins with 分别.
    pub(super) told_before: Vec<Rc<Label>>,
    /// How many of them are given out.
    pub(super) given: usize,
    /// Dates of a list with 分别, the next one last, as indexes of the sentence's dates.
    pub(super) dated: Vec<usize>,
    /// What a list of gaps is against: 分别高于全省、全市.
    pub(super) against: Vec<String>,
    /// The last figure told of a state: 达到900公里，其中….
    pub(super) state: bool,
    /// Period of the old level: 由2021年的….
    pub(super) from: Option<Interval>,
    /// Narrower place or body that the paragraph speaks of.
    pub(super) subject: Option<(String, Option<u32>)>,
    /// Year to which a later sentence of the paragraph has turned: 2021年……。2022年，……。
    pub(super) turned: Option<(i32, i32)>,
    /// Under a review of several years a sentence of the paragraph told of the last: 2005年……。
    pub(super) closing: bool,
    /// Period with which the paragraph opened: 上半年，经济平稳运行。生产总值……
    pub(super) lead: Option<Interval>,
    /// Period of a sum up to a day that the sentence told: 累计完成2.4亿元.
    pub(super) sum: Option<Interval>,
    /// Period of the last figure of the sentence before, for 其中 at a sentence's head.
    pub(super) before: Option<Interval>,
    /// The project with which a paragraph of news opens.
    pub(super) project: Option<Place>,
    /// The project of which the paragraph last told a size: 智能家居产业园.
    pub(super) named: Option<String>,
    /// 预计数，下同: what the paragraph tells from here on is expected.
    pub(super) estimated: bool,
    /// The text has notes that hold for what is below: 下同.
    pub(super) noted: bool,
    /// In a paragraph above it was said; what is measured by statistics is expected here too.
    pub(super) expected: bool,
    /// Body with which the paragraph opens, and of which all of it tells.
    pub(super) opening: Option<String>,
    /// Whose the last figure of the sentence was.
    pub(super) told: Option<(Option<String>, Option<u32>)>,
    /// Start of a clause that begins with no place or body.
    pub(super) nameless: Option<usize>,
    /// The paragraph has turned to what will be done.
    pub(super) ahead: bool,
    pub(super) section: usize,
    /// End of words that a count before this one has taken as its own.
    pub(super) claimed: usize,
    /// Counts of a list whose predicate is still to come, and what it says: 6个县、215个村全部脱贫.
    pub(super) waiting: Vec<usize>,
    pub(super) shared: Option<String>,
    /// Counts of a list whose noun stands behind the last grade, and that noun: 6个国家级、19个省级生态示范村.
    pub(super) graded: Vec<usize>,
    pub(super) lent: Option<String>,
    /// Label of the last figure of the sentence before, for 其中 at a sentence's head.
    pub(super) previous: Option<Rc<Label>>,
}

/// What later quantities can lean on.
#[derive(Debug, Clone)]
pub(super) struct Linked {
    pub(super) label: Rc<Label>,
    /// What a share or a gap is of, and whether ranks behind it too tell of that.
    pub(super) base: Option<(Rc<Label>, bool)>,
    pub(super) reading: Reading,
    pub(super) kind: Kind,
    pub(super) end: usize,
    pub(super) period: Option<Interval>,
}

impl Memory {
    pub(super) fn new_block(&mut self, section: usize) {
        *self = Memory { section, ..Memory::default() };
    }

    pub(super) fn new_sentence(&mut self) {
        let (previous, before) = self.last.take().map(|l| (l.label, l.period)).unzip();
        let (lead, before) = (self.lead.take(), before.flatten());
        let opening = self.opening.take();
        let mut told_before = std::mem::take(&mut self.told_before);
        told_before.append(&mut self.history);
        told_before.drain(..told_before.len().saturating_sub(TOLD));
        *self = Memory {
            told_before,
            turned: self.turned,
            closing: self.closing,
            lead,
            before,
            estimated: self.estimated,
            noted: self.noted,
            expected: self.expected,
            project: self.project,
            named: self.named.take(),
            opening,
            ahead: self.ahead,
            section: self.section,
            previous,
            ..Memory::default()
        };
    }
}
