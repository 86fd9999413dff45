//! A sentence with its quantities, and what was said before them.

use std::ops::Range;
use std::rc::Rc;

use super::clause::clauses;
use super::cue::{Cue, cues};
use super::indicator::{self, Label, Side};
use super::memory::{Linked, Memory};
use super::standing::{Above, opens};
use super::{Figure, measure, period, status, subject};
use crate::clean::Clean;
use crate::digits;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::indicators::indicators;
use crate::lexicon::predicates::Said;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::mention::date::Part;
use crate::mention::quantity::Quantity;
use crate::mention::{Date, Mentions, last_bytes};
use crate::report::{Commitment, Interval, Measure, Role, Status};
use crate::span::{self, Span};
use crate::structure::{Block, Mode, Structure};

pub(super) type Place = Span<span::Clean>;

/// Bytes before a number in which its sentence still tells of it: a thousand characters, so that a sentence of numbers alone,
/// however long, costs linear time.
const LOOK_BACK: usize = 3_000;

/// A sentence.
pub(super) struct Scene<'a> {
    pub(super) clean: &'a Clean,
    pub(super) structure: &'a Structure,
    pub(super) block: &'a Block,
    pub(super) sentence: Place,
    pub(super) quantities: &'a [Quantity],
    pub(super) dates: &'a [Date],
    pub(super) above: Above<'a>,
    /// Words of aim, promise and past.
    pub(super) cues: Vec<Cue>,
    first: usize,
    clauses: Vec<Place>,
    /// Brackets that hold a quantity.
    brackets: Vec<Place>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        clean: &'a Clean,
        structure: &'a Structure,
        mentions: &'a Mentions,
        block: &'a Block,
        sentence: Place,
        range: Range<usize>,
        above: Above<'a>,
    ) -> Self {
        let from = mentions.dates.partition_point(|d| d.span.start < sentence.start);
        let to = mentions.dates.partition_point(|d| d.span.start < sentence.end);
        let quantities = &mentions.quantities[range.clone()];
        let (clauses, brackets) =
            if quantities.is_empty() { Default::default() } else { clauses(&clean.text, sentence, quantities) };
        let cues = if quantities.is_empty() { Vec::new() } else { cues(&clean.text, sentence.start, sentence.end) };
        Scene {
            cues,
            clean,
            structure,
            block,
            sentence,
            quantities,
            dates: &mentions.dates[from..to],
            above,
            first: range.start,
            clauses,
            brackets,
        }
    }

    pub(super) fn text(&self, start: usize, end: usize) -> &'a str {
        self.clean.text.get(start..end.max(start)).unwrap_or(&self.clean.text[..0])
    }

    /// What the sentence says before a place, as far back as words still tell of what stands there.
    pub(super) fn said_before(&self, at: usize) -> &'a str {
        last_bytes(self.text(self.sentence.start, at), LOOK_BACK)
    }

    /// Where a part of the text stands in it.
    pub(super) fn offset(&self, part: &str) -> usize {
        (part.as_ptr() as usize).wrapping_sub(self.clean.text.as_ptr() as usize).min(self.clean.text.len())
    }

    /// 2021年……。2022年，……。 In a paragraph that opens with one year, the later one with which this sentence opens.
    pub(super) fn turns_to(&self) -> Option<(i32, i32)> {
        let (from, to) = self.block.frame.years.filter(|_| self.block.frame.mode == Mode::Review)?;
        let opening =
            self.text(self.block.span.start, self.sentence.start).trim_start_matches(['—', '-', '*', ' ', '　']);
        let year = |word: &str| word.get(..4)?.parse::<i32>().ok();
        if from != to {
            return None;
        }
        let date = self.dates.iter().find(|d| d.span.start >= self.sentence.start)?;
        let whole = self.text(self.sentence.start, date.span.start).trim().is_empty() && date.role == Role::Period;
        let interval = date.interval.as_ref().filter(|_| whole)?;
        let (first, last) = (year(interval.start.as_deref()?)?, year(interval.end.as_deref()?)?);
        // 2015年工作圆满完成。这五年，是跨越发展的五年。生产总值年均增长11%: the paragraph turns to the term.
        let term = matches!(date.expression.part, Part::Past(_)) && last == to && first < to;
        let later = year(opening) == Some(from) && first == last && first > from;
        (term || later).then_some((first, last))
    }

    /// 2005年生产总值达到52亿元: under a review of several years, the last of them, with which this sentence opens.
    pub(super) fn closes(&self) -> bool {
        let (Mode::Review, Some((from, to))) = (self.block.frame.mode, self.block.frame.years) else { return false };
        let date = self.dates.iter().find(|d| d.span.start >= self.sentence.start);
        let Some(date) = date.filter(|date| from < to && date.role == Role::Period) else { return false };
        let lead = self.text(self.sentence.start, date.span.start).trim();
        let year =
            |day: &Option<String>| day.as_deref().and_then(|day| day.get(..4)).and_then(|y| y.parse::<i32>().ok());
        let one = date.interval.as_ref().is_some_and(|i| year(&i.start) == Some(to) && year(&i.end) == Some(to));
        one && (lead.is_empty() || lead == "预计")
    }

    /// 66.5亿元，[是2001年的2.3倍]; 、[增长23%]: what stands behind a level compares it with another year's.
    pub(super) fn is_compared(&self, end: usize) -> bool {
        let rest = self.text(end, self.sentence.end.max(end));
        let rest = rest.trim_start_matches(['，', '、', ',']).without_start("以上").trim_start_matches(['，', '、']);
        ["比", "较", "是", "为", "相当于", "增长", "年均", "同比", "下降"].iter().any(|word| rest.starts_with(word))
    }

    /// The clause that holds a place.
    pub(super) fn clause(&self, at: usize) -> Place {
        let after = self.clauses.partition_point(|c| c.start <= at);
        after.checked_sub(1).map_or(self.sentence, |i| self.clauses[i])
    }

    /// 技改投资（800万元以上项目）完成3亿元: the clause that holds a number, with what stands before a bracket of a
    /// threshold where nothing but a verb stands between.
    fn with_bracket(&self, quantity: &Quantity) -> Place {
        let clause = self.clause(quantity.span.start);
        let opened =
            self.brackets.iter().rev().find(|b| b.end < clause.start && clause.start <= b.end + '）'.len_utf8());
        let Some(bracket) = opened else { return clause };
        let verb = self.text(clause.start, quantity.outer_start).trim_start_matches(['）', ')']);
        let inside = |q: &Quantity| bracket.start <= q.span.start && q.span.end <= bracket.end;
        let thresholds =
            (0..self.quantities.len()).filter(|j| inside(&self.quantities[*j])).all(|j| self.threshold_at(j));
        if !thresholds || !labels().level_verb.contains(verb) {
            return clause;
        }
        Span::new(self.clause(bracket.start.saturating_sub(1)).start, clause.end)
    }

    /// The clause behind the one that holds a place.
    pub(super) fn next_clause(&self, at: usize) -> Option<Place> {
        self.clauses.get(self.clauses.partition_point(|c| c.start <= at)).copied()
    }

    pub(super) fn sentence_text(&self) -> &'a str {
        self.text(self.sentence.start, self.sentence.end).trim_start()
    }

    /// True for a date in a bracket that opens behind `from` and closes before `at`.
    pub(super) fn bracketed(&self, from: usize, date: &Date, at: usize) -> bool {
        let (before, behind) = (self.text(from, date.span.start), self.text(date.span.end, at));
        let opened = before.last_place_of("（").is_some_and(|open| !before[open..].has("）"));
        opened && behind.place_of("）").is_some_and(|close| !behind[..close].has("（"))
    }

    /// The time of its own with which a sentence begins: 6月份，……
    pub(super) fn opening_date(&self) -> Option<&'a Date> {
        let text = self.text(self.sentence.start, self.sentence.end);
        let first = self.dates.first().filter(|date| date.interval.is_some())?;
        opens(text, first.span.start - self.sentence.start, first.span.len()).then_some(first)
    }

    /// Links the sentence's quantities in order.
    pub(super) fn link(&self, memory: &mut Memory, figures: &mut Vec<Figure>) {
        let mut before_bracket: Option<(usize, Option<Linked>)> = None;
        // 产值达到3.2亿元。利润达到240万元。分别增长7%和5%
        if self.sentence_text().starts_with(indicator::EACH) {
            memory.history.append(&mut memory.told_before);
        }
        for (i, quantity) in self.quantities.iter().enumerate() {
            let clause = self.with_bracket(quantity);
            // 项目132个（新能源项目55个），较上半年增加44个: behind a bracket the item before it is spoken of again.
            let close = self.bracket(quantity.span.start);
            match (&before_bracket, close) {
                (None, Some(close)) => before_bracket = Some((close, memory.last.clone())),
                (Some((end, _)), _) if quantity.span.start > *end => {
                    memory.last = before_bracket.take().and_then(|(_, last)| last).or_else(|| memory.last.take());
                    before_bracket = close.map(|close| (close, memory.last.clone()));
                }
                _ => {}
            }
            let end =
                self.quantities[i + 1..].iter().map(|q| q.outer_start).find(|s| *s < clause.end).unwrap_or(clause.end);
            let right = self.text(quantity.outer_end.min(end), end);
            if self.threshold(i, right, clause) {
                figures.push(self.rule(i, clause, right));
                continue;
            }
            let right = if right.is_empty() { self.class(i, clause) } else { right };
            let start = self.quantities[..i]
                .iter()
                .enumerate()
                .rev()
                .find(|(j, q)| q.span.start >= clause.start && !self.threshold_at(*j))
                .map_or(clause.start, |(_, q)| q.outer_end.max(clause.start));
            let start = start.max(memory.claimed.min(quantity.outer_start));
            let side = Side {
                index: i,
                quantity,
                clause,
                left: self.text(start, quantity.outer_start),
                left_start: start,
                right,
                of_base: false,
            };
            let linked = measure::link(self, memory, &side);
            figures.push(self.figure(i, &side, &linked, memory));
            if let Some(predicate) = memory.shared.take() {
                for waiting in memory.waiting.drain(..) {
                    let figure = figures.iter_mut().rev().find(|f| f.quantity == self.first + waiting);
                    if let Some(figure) = figure {
                        let noun = indicator::without_verb(&figure.label.text, &predicate);
                        figure.label.text = format!("{predicate}的{noun}");
                    }
                }
            }
            if let Some(noun) = memory.lent.take() {
                for graded in memory.graded.drain(..) {
                    let figure = figures.iter_mut().rev().find(|f| f.quantity == self.first + graded);
                    if let Some(figure) = figure {
                        figure.label.text.push_str(&noun);
                    }
                }
            }
            // 连续6个月保持8%以上: what goes on is still told of.
            let mut label = linked.label;
            if indicator::is_run(&side) {
                let own = label.text.split("连续").next().unwrap_or_default().to_owned();
                if let Some(last) = memory.last.as_mut().filter(|last| last.label.text == own) {
                    last.end = quantity.outer_end;
                    continue;
                }
                label.text = own;
            }
            let label = Rc::new(label);
            memory.history.push(Rc::clone(&label));
            let base = linked.base.map(|base| (Rc::new(base), linked.wholly));
            let period = figures.last().and_then(|figure| figure.period.clone());
            if let Some(sum) = period.as_ref().filter(|period| period.start.is_none()) {
                memory.sum = Some(sum.clone());
            }
            memory.last = Some(Linked {
                label,
                base,
                reading: linked.reading,
                kind: quantity.kind,
                end: quantity.outer_end,
                period,
            });
        }
    }

    /// 建成36个亿元以上项目: what is counted begins with the threshold that sets its class apart. 建设2台35万千瓦机组: or
    /// stands behind the size of each.
    fn class(&self, i: usize, clause: Place) -> &'a str {
        let quantity = &self.quantities[i];
        let next = self.quantities.get(i + 1).filter(|q| q.outer_start == quantity.outer_end);
        let Some(next) = next else { return "" };
        let end = self.quantities.get(i + 2).map_or(clause.end, |q| q.outer_start.min(clause.end));
        let sized = quantity.kind == Kind::Count && matches!(next.kind, Kind::Power | Kind::Mass | Kind::Volume);
        if self.threshold_at(i + 1) {
            self.text(next.outer_start, end)
        } else if sized {
            self.text(next.outer_end, end)
        } else {
            ""
        }
    }

    /// Where the bracket closes in which a place stands.
    fn bracket(&self, at: usize) -> Option<usize> {
        let before = self.brackets.partition_point(|b| b.start < at).checked_sub(1)?;
        self.brackets.get(before).filter(|b| at < b.end).map(|b| b.end)
    }

    pub(super) fn blank(&self, i: usize, label: Label) -> Figure {
        let quantity = &self.quantities[i];
        Figure {
            quantity: self.first + i,
            measure: Measure::Level,
            values: quantity.values.clone(),
            unit: quantity.unit,
            bound: quantity.bound,
            label,
            subject: None,
            subject_code: None,
            period: None,
            period_label: None,
            every: None,
            status: Status::Actual,
            commitment: None,
            modality: None,
            scope: None,
            confidence: 0.0,
            context: self.sentence,
            section: self.block.section,
        }
    }

    /// True for a period that begins behind the day of the document, or where that is not known behind its year.
    fn lies_ahead(&self, period: Option<&Interval>) -> bool {
        let Some(start) = period.and_then(|period| period.start.as_deref()) else { return false };
        let year = start.get(..4).and_then(|year| year.parse::<i32>().ok()).unwrap_or_default();
        match (self.block.clock.date, self.block.clock.base_year) {
            (Some(day), _) if year == i32::from(day.year()) => *start > *digits::day(day),
            (Some(day), _) => year > i32::from(day.year()),
            (None, Some(base)) => year > base,
            (None, None) => false,
        }
    }

    fn figure(&self, i: usize, side: &Side<'_>, linked: &measure::Linking, memory: &mut Memory) -> Figure {
        let mut figure = self.blank(i, linked.label.clone());
        figure.measure = linked.reading.measure;
        figure.bound = measure::bound(linked, side.quantity);
        figure.unit = linked.unit.unwrap_or(side.quantity.unit);
        for value in &mut figure.values {
            *value *= linked.reading.factor;
        }
        if linked.reading.factor < 0.0 && figure.values.len() == 2 && linked.reading.measure != Measure::Ratio {
            figure.values.reverse();
        }
        figure.scope.clone_from(&linked.scope);
        let status = status::of(self, memory, side, linked);
        figure.status = status.status;
        figure.commitment = status.commitment;
        figure.modality = status.modality;
        let period = period::of(self, memory, side, linked, &status);
        figure.period = period.interval;
        figure.period_label = period.label;
        figure.every = period.every;
        // “十四五”时期，全市生产总值达1250亿元 in a review: what lies ahead has not been reached.
        if figure.status == Status::Actual && !status.finished && self.lies_ahead(figure.period.as_ref()) {
            figure.status = Status::Target;
            figure.commitment = Some(Commitment::Plain);
        }
        let (subject, code) = subject::of(self, memory, side.quantity.span.start, side.clause, linked.label.inherited);
        figure.subject = subject;
        figure.subject_code = code;
        if let Some(owner) = &linked.label.owner {
            let code = subject::code_of(self, owner);
            figure.subject = code.and_then(|code| regions().path(code).pop()).or_else(|| Some(owner.clone()));
            figure.subject_code = code;
        }
        // 鹤壁市生产总值1000亿元: whose it is is no part of a known indicator's name.
        let name = figure.subject.as_deref().unwrap_or_default();
        // 徐州市鼓楼区生产总值, 长垣生产总值: nor is it in other words.
        let label = figure.label.text.as_str();
        let whose = || figure.subject_code.and_then(|_| subject::behind_place(label));
        // 长垣市实现生产总值: nor is the verb.
        let bare = |rest: &'_ str| labels().level_verb.prefix(rest).map_or(0, str::len);
        if let Some(rest) = label.strip_prefix(name).or_else(whose).map(|rest| rest.trim_start_matches('的'))
            && let Some(rest) = rest.get(bare(rest)..)
            && rest.len() < figure.label.text.len()
            && known(rest)
        {
            let owner = label.len() - rest.len();
            figure.label.text.drain(..owner);
        }
        // 武陟县共签约亿元以上项目96个: the place is whose, and 共 is no part of what
        let all = subject::behind_place(&figure.label.text).and_then(|rest| rest.strip_prefix('共')).map(str::len);
        if let Some(len) = all.filter(|len| *len >= 6) {
            let owner = figure.label.text.len() - len;
            figure.label.text.drain(..owner);
        }
        // 经济增长速度，定为8%: a percentage of a speed is the growth itself.
        let rate = figure.measure == Measure::Level
            && figure.unit == "%"
            && matches!(linked.reading.said, None | Some(Said::To | Said::From));
        if rate && measures().speed.suffix(&figure.label.text).is_some() {
            figure.measure = Measure::ChangeRate;
        }
        figure.confidence = linked.confidence * period.confidence * status.confidence;
        figure
    }
}

/// 地区生产总值, 固定资产投资增速: a known indicator, or how fast one grows.
fn known(name: &str) -> bool {
    let tail = measures().growth_word.suffix(name).map_or(0, str::len);
    indicators().exact(&name[..name.len() - tail]).is_some()
}
