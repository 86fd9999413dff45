//! Which period a figure is about: said in its clause, carried along its sentence, or given by the part it stands in.

mod said;
mod stretch;

use said::said;
use stretch::{part_so_far, whole_year};

use super::indicator::{Side, base, is_joint};
use super::measure::Linking;
use super::memory::{Linked, Memory};
use super::scene::Scene;
use super::status::{Found as StatusFound, wanting};
use crate::digits;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::search::Search;
use crate::mention::Date;
use crate::mention::date::{Edge, Part, Year};
use crate::report::{Every, Grain, Interval, Measure, Role, Status};
use crate::structure::Mode;

pub(super) struct Found {
    pub(super) interval: Option<Interval>,
    pub(super) label: Option<String>,
    pub(super) every: Option<Every>,
    pub(super) confidence: f64,
}

fn years(from: i32, to: i32) -> Interval {
    Interval { start: Some(day(from, "-01-01")), end: Some(day(to, "-12-31")) }
}

fn day(year: i32, rest: &str) -> String {
    digits::year_then(year, rest).unwrap_or_else(|| format!("{year:04}{rest}"))
}

fn year_of(day: &str) -> Option<i32> {
    day.get(..4)?.parse().ok()
}

pub(super) fn of(
    scene: &Scene<'_>,
    memory: &mut Memory,
    side: &Side<'_>,
    linked: &Linking,
    status: &StatusFound,
) -> Found {
    let start = side.quantity.span.start;
    let clause = scene.text(side.clause.start, start);
    let none = |every| Found { interval: None, label: None, every, confidence: 1.0 };
    let frame = scene.block.frame;
    // 投资累计完成18亿元；零售总额从15亿元增加到23亿元: the sum ends with its part of the sentence.
    if memory.last.as_ref().is_some_and(|last| scene.text(last.end, start).has("；")) {
        memory.sum = None;
    }
    // 总里程达到900公里，其中高速公路80公里: of the same moment
    let part = clause.trim_start().starts_with("其中");
    // 2021年、2022年分别为3亿元、4亿元
    let given = memory.dated.pop().and_then(|at| scene.dates.get(at));
    if status.status == Status::Plan || status.status == Status::Rule {
        return none(None);
    }
    // 每年, 年均投入
    let recurring =
        scene.dates.iter().filter(|d| d.span.end <= start && d.span.start >= scene.sentence.start).rev().find_map(
            |d| match d.expression.part {
                // 逐年提高到85% tells of no one year's figure.
                Part::Recurring(every) if !scene.text(d.span.start, d.span.end).starts_with('逐') => {
                    Some((every, d.span.start))
                }
                _ => None,
            },
        );
    let average = linked.average || clause.has("年均");
    // 每人每年增加400元，惠及3万人: those are counted once.
    let reached = || labels().reached.prefix(&linked.label.text).is_some();
    if let Some((every, at)) = recurring.filter(|(_, at)| *at >= side.clause.start || !reached()) {
        // 提高到每月410元；发放补助1718元: what recurs ends with its part of the sentence.
        let between = scene.text(at, side.clause.start.max(at));
        let clauses = between.matches(['，', ',']).count();
        let later = clauses > 1
            || between.contains(['；', ';'])
            || scene.dates.iter().any(|d| d.span.start > at && d.span.end <= start && d.interval.is_some());
        if !later && !(linked.average && matches!(linked.reading.measure, Measure::ChangeRate | Measure::ChangeAmount))
        {
            return none(Some(every));
        }
    }
    // PM2.5年均浓度: the mean of a year, in its name
    let average = average && !measures().annual.within(clause);
    let growth = matches!(linked.reading.measure, Measure::ChangeRate | Measure::ChangeAmount);
    let framed = memory.turned.or(frame.years);
    // 累计签约9个项目，金额达5亿元: what adds up over its time
    let adds = growth || average || clause.has("累计") || linked.label.text.ends_with("金额");
    let gap = linked.reading.measure == Measure::Gap;
    if average && !growth && !gap && recurring.is_none() && framed.is_none_or(|(a, b)| a == b) {
        return none(Some(Every::Year));
    }
    if linked.old {
        return old_level(scene, memory, side, frame.years);
    }
    // 年均增长13.7%，高于全省2.9个百分点: over the years of the growth.
    // 比“九五”年均增幅高8.5个百分点: compared with, not told of
    let compared =
        |d: &Date| scene.text(side.clause.start, d.span.start).trim_end_matches(['“', '"']).ends_with(['比', '较']);
    let dated = scene.dates.iter().any(|d| d.span.start >= side.clause.start && d.span.end <= start && !compared(d));
    // 年均增长4.7%，位居全省第四: so is its rank.
    let ranked = linked.reading.measure == Measure::Rank
        && memory.last.as_ref().is_some_and(|last| {
            last.reading.measure == Measure::ChangeRate
                && last.period.as_ref().is_some_and(|period| !is_one_year(period))
        });
    if (linked.reading.measure == Measure::Gap || ranked)
        && linked.label.inherited
        && !dated
        && let Some(last) = &memory.last
        && matches!(last.reading.measure, Measure::ChangeRate | Measure::Gap)
        && last.period.is_some()
    {
        return Found { interval: last.period.clone(), label: None, every: None, confidence: 0.95 };
    }
    // 到2015年突破500亿元；今年财政收入5亿元, in a text that does not tell which year this is
    let unknown = |d: &&Date| {
        let relative = matches!(d.expression.year, Year::Offset(_)) && d.role == Role::Period;
        relative && d.interval.is_none() && d.span.start >= side.clause.start && d.span.end <= start
    };
    if given.is_none() && scene.dates.iter().any(|d| unknown(&d)) && frame.years.is_none() {
        return none(None);
    }
    // 累计完成2.4亿元，比上年减收1070万元。其中税收8103万元: of the same sum
    let own = scene.dates.iter().any(|d| {
        d.span.start >= side.clause.start && d.span.end <= start && !matches!(d.expression.year, Year::Prior(_))
    });
    let again = linked.label.inherited || linked.base.is_some();
    let last = memory.sum.as_ref().filter(|_| again);
    let before = memory.before.as_ref().filter(|_| scene.sentence_text().starts_with("其中"));
    let sum = last.or(before).filter(|period| period.start.is_none() && period.end.is_some());
    let sum = sum.filter(|_| !own && !linked.old && !linked.average);
    if let Some(sum) = sum {
        return Found { interval: Some(sum.clone()), label: None, every: None, confidence: 0.9 };
    }
    // 较一季度（-10.8%）: of the time right before the bracket
    let bracketed = scene.dates.iter().find(|d| d.span.end < start && scene.text(d.span.end, start) == "（");
    let given = given.or(bracketed.filter(|d| d.interval.is_some()));
    let said = given.or_else(|| said(scene, side));
    // 两年平均增长6.0%, 连续三年增长10%以上: the years up to the one that is spoken of.
    if linked.years > 1 && growth {
        let named = said.and_then(whole_year).and_then(|i| i.end.as_deref().and_then(year_of));
        let end = named.or(framed.map(|(_, to)| to)).or(scene.block.clock.base_year);
        let mut interval = end.map(|year| years(year - linked.years + 1, year));
        // 1—8月，增加值两年平均增长6.9%: up to August
        let until = said.and_then(|date| date.interval.as_ref()).and_then(|named| named.end.clone());
        if let (Some(interval), Some(until)) = (&mut interval, until) {
            interval.end = Some(until);
        }
        return Found { interval, label: None, every: None, confidence: 0.9 };
    }
    // 由1980年的191元增加到1985年的255元，平均每年增长6%: the years behind the first up to the second.
    if average && growth {
        let one = |date: &Date| {
            let interval = date.interval.as_ref()?;
            let (from, to) = (year_of(interval.start.as_deref()?)?, year_of(interval.end.as_deref()?)?);
            (from == to && date.role != Role::Name).then_some(to)
        };
        let before = &scene.dates[..scene.dates.partition_point(|d| d.span.end <= start)];
        // 经过5年的努力，由250亿元增加到501亿元，年均增长16.8%
        if let (Some(n), Some((_, to))) = (span_of_years(scene, start), framed.filter(|(from, to)| from == to)) {
            return Found { interval: Some(years(to - n + 1, to)), label: None, every: None, confidence: 0.8 };
        }
        let named: Vec<i32> = before.iter().rev().take(6).filter_map(one).take(2).collect();
        if let [last, first] = named[..]
            && last > first + 1
        {
            return Found { interval: Some(years(first + 1, last)), label: None, every: None, confidence: 0.9 };
        }
        // 2010年达到26亿元，是2004年的3倍，年均增长20%
        let multiple = memory.last.as_ref().is_some_and(|last| last.reading.measure == Measure::Multiple);
        if let [first, last] = named[..]
            && multiple
            && status.status != Status::Target
            && last > first + 1
        {
            return Found { interval: Some(years(first + 1, last)), label: None, every: None, confidence: 0.9 };
        }
    }
    // 去年…达到6490元，年均增长5.8%: an average is over the years that the part tells of.
    let said = said.filter(|date| {
        let one = date.interval.as_ref().is_some_and(is_one_year);
        !(average && growth && one && framed.is_some_and(|(from, to)| from < to))
    });
    // 2016年，生产总值达到39亿元，年均增长5.8%, under 2016年和过去五年工作回顾: over the term.
    let single = said.is_none_or(|date| date.interval.as_ref().is_some_and(is_one_year));
    if average
        && growth
        && single
        && framed.is_none_or(|(from, to)| from == to)
        && frame.mode == Mode::Review
        && let Some((from, to)) = scene.block.term
    {
        return Found { interval: Some(years(from, to)), label: None, every: None, confidence: 0.85 };
    }
    if let Some(date) = said {
        let undated = date.interval.is_none();
        if undated && matches!(date.expression.part, Part::Years(_)) && date.role == Role::Deadline {
            return none(None);
        }
        if let Some(interval) = whole_year(date) {
            let interval = part_so_far(scene, date, linked).unwrap_or(interval);
            let label = scene.text(date.span.start, date.span.end).to_owned();
            // 全年累计完成投资42亿元: of the year
            let whole = scene.text(date.span.start, date.span.end) == "全年";
            let cumulative = date.expression.edge != Edge::Since
                && !growth
                && !whole
                && date.grain != Grain::Years
                && clause.has("累计");
            let interval = if cumulative && frame.mode != Mode::Plan && date.span.start < side.clause.start {
                Interval { start: None, ..interval }
            } else {
                interval
            };
            // 五年来…达到: the level at the end of the span.
            // “六五”期间投资总额达到…: a sum over the span that is named.
            let named = date.span.start >= side.clause.start && measures().sum.within(&linked.label.text);
            let state = tells_state(side, linked, adds) || part && memory.state;
            memory.state = state;
            let interval = if named { interval } else { settle(interval, state, linked.average, status.status) };
            return Found { interval: Some(interval), label: Some(label), every: None, confidence: 1.0 };
        }
    }
    // 本次签约项目19个。其中制造业项目9个: of the same time
    let again = scene.sentence_text().starts_with("其中") && frame.mode == Mode::None;
    if let Some(interval) = memory.before.clone().filter(|_| again) {
        return Found { interval: Some(interval), label: None, every: None, confidence: 0.9 };
    }
    // 到2020年，……。森林覆盖率提高到67%: due with what its paragraph opens with
    if frame.mode == Mode::Plan
        && status.status == Status::Target
        && let Some(due) = memory.lead.as_ref().and_then(|lead| lead.end.as_deref().and_then(year_of))
    {
        return Found { interval: Some(years(due, due)), label: None, every: None, confidence: 0.85 };
    }
    // 城镇化水平较低，低于全省5个百分点, under a plan: as the year before ended
    if frame.mode == Mode::Plan
        && let Some((from, _)) = framed.filter(|_| wanting(scene, side))
    {
        return Found { interval: Some(years(from - 1, from - 1)), label: None, every: None, confidence: 0.8 };
    }
    let Some((from, to)) = framed else {
        let interval = match (status.status, scene.structure.kind) {
            // 上半年，经济平稳运行。生产总值……; 前三季度全市经济运行情况, at the head of the text
            _ if scene.block.frame.mode == Mode::None => {
                let told = matches!(status.status, Status::Actual | Status::Estimate);
                let above = || scene.above.date.and_then(|date| date.interval.clone());
                let lead = memory.lead.clone().filter(|_| !measures().now.within(clause));
                // 今年要抓好项目建设。确保完成投资450亿元
                let whole = lead.as_ref().is_some_and(is_years);
                lead.filter(|_| told || whole).or_else(|| above().filter(|_| told))
            }
            _ => scene.block.clock.base_year.map(|y| years(y, y)),
        };
        return Found { interval, label: None, every: None, confidence: 0.9 };
    };
    // 2023年上半年计划执行情况的报告: what is told in its review without a date is of that half.
    let titled = scene.above.date.filter(|_| frame.mode != Mode::Plan && from == to && !average);
    // 第一季度，全县经济平稳。固定资产投资9亿元, in news that names one year
    let lead = memory.lead.clone().filter(|_| frame.mode == Mode::None && !measures().now.within(clause));
    let titled = lead.or_else(|| titled.and_then(|date| date.interval.clone()));
    if let Some(interval) = titled.filter(|i| i.start.as_deref().and_then(year_of) == Some(from)) {
        return Found { interval: Some(interval), label: None, every: None, confidence: 0.9 };
    }
    let cumulative = !growth && frame.mode == Mode::Review && from == to && clause.has("累计");
    if cumulative {
        return Found {
            interval: Some(Interval { start: None, end: years(to, to).end }),
            label: None,
            every: None,
            confidence: 0.8,
        };
    }
    // 2005年生产总值……。人均生产总值1956美元，比“九五”末增长1.2倍: what is compared is the last year's.
    let compared = || linked.reading.measure == Measure::Level && !adds && scene.is_compared(side.quantity.span.end);
    let closing = memory.closing && from < to && compared();
    // 分别达到28平方米和32平方米: the second as the first
    let next = |last: &Linked| {
        let between = scene.text(last.end, side.quantity.outer_start);
        last.kind == side.quantity.kind && !between.is_empty() && is_joint(between) && !between.has("，")
    };
    let again = memory.state && !adds && memory.last.as_ref().is_some_and(next);
    let state = tells_state(side, linked, adds) || part && memory.state || closing || again;
    memory.state = state;
    let interval = settle(years(from, to), state, linked.average, status.status);
    Found { interval: Some(interval), label: None, every: None, confidence: if from == to { 0.97 } else { 0.8 } }
}

/// True for a year or several.
fn is_years(interval: &Interval) -> bool {
    interval.start.as_deref().is_some_and(|s| s.ends_with("-01-01"))
        && interval.end.as_deref().is_some_and(|e| e.ends_with("-12-31"))
}

fn is_one_year(interval: &Interval) -> bool {
    interval.start.as_deref().and_then(year_of) == interval.end.as_deref().and_then(year_of)
}

/// 达到, 突破12亿元 of a stock, a share, a rank: what holds at a moment.
fn tells_state(side: &Side<'_>, linked: &Linking, sum: bool) -> bool {
    // 贷款余额突破12亿元: a stock
    let stock = linked.reading.measure == Measure::Level
        && !linked.label.inherited
        && base(&linked.label.text).len() == linked.label.text.len()
        && measures().stock.suffix(&linked.label.text).is_some();
    // 人均消费突破两万元: a mark that was passed; what is spent adds up over the years.
    let passed = linked.reading.measure == Measure::Level
        && measures().passes.contains(side.quantity.bound_word)
        && base(&linked.label.text).len() == linked.label.text.len()
        && measures().spent.suffix(&linked.label.text).is_none();
    !sum && (linked.state || stock || passed)
        || matches!(linked.reading.measure, Measure::Share | Measure::Rank | Measure::Ratio)
}

/// Over several years a state holds at the end, a deed over the whole.
fn settle(interval: Interval, state: bool, average: bool, status: Status) -> Interval {
    let (Some(from), Some(to)) =
        (interval.start.as_deref().and_then(year_of), interval.end.as_deref().and_then(year_of))
    else {
        return interval;
    };
    let ends = to > from && state && is_years(&interval) && !average && status != Status::Target;
    if ends { years(to, to) } else { interval }
}

/// The level before a change: 由2021年的14家增至39家.
#[inline(never)]
fn old_level(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>, frame: Option<(i32, i32)>) -> Found {
    // 1986年同1978年相比，国民生产总值由3480亿元增加到9380亿元
    let versus = scene.dates.iter().find(|d| {
        let compared = scene.said_before(d.span.start).ends_with(['同', '与', '比', '和']);
        compared
            && d.span.end <= side.quantity.span.start
            && scene.text(d.span.end, side.quantity.span.start).starts_with("相比")
    });
    let own = scene.dates.iter().find(|d| d.span.start >= side.left_start && d.span.end <= side.quantity.span.start);
    let own = own.filter(|d| {
        scene.said_before(d.span.start).ends_with(['由', '从']) || d.span.end + 3 >= side.quantity.outer_start
    });
    // 这五年，财政收入从12亿元增加到21亿元: the year before the span that the sentence tells of.
    let over =
        scene.dates.iter().rev().filter(|d| d.span.end <= side.left_start.max(side.clause.start)).find_map(|d| {
            let interval = d.interval.as_ref().filter(|_| d.role == Role::Period)?;
            let (from, to) = (year_of(interval.start.as_deref()?)?, year_of(interval.end.as_deref()?)?);
            // 投资是“十一五”时期的2.6倍: what is compared with is not what is told of.
            let head = scene.said_before(d.span.start).trim_end_matches(['“', '"']);
            let compared = head.ends_with(['是', '为', '比', '较', '与', '同', '由', '从']);
            (from < to && !compared).then(|| years(from - 1, from - 1))
        });
    let spanned = span_of_years(scene, side.quantity.span.start).zip(frame.filter(|(from, to)| from == to));
    let interval = own
        .and_then(whole_year)
        .or_else(|| versus.and_then(whole_year))
        .or_else(|| memory.from.clone())
        .or(over)
        .or_else(|| spanned.map(|(n, (_, to))| years(to - n, to - n)))
        .or_else(|| frame.map(|(from, _)| years(from - 1, from - 1)));
    if own.is_some() {
        memory.from.clone_from(&interval);
    }
    Found {
        interval,
        label: own.map(|d| scene.text(d.span.start, d.span.end).to_owned()),
        every: None,
        confidence: 0.85,
    }
}

/// 经过5年的努力: over how many years the sentence tells, where it names no first one.
fn span_of_years(scene: &Scene<'_>, start: usize) -> Option<i32> {
    let before = &scene.dates[..scene.dates.partition_point(|d| d.span.end <= start)];
    before.iter().rev().take(6).find_map(|d| match d.expression.part {
        Part::Years(n) if n > 1 && d.interval.is_none() && d.role != Role::Deadline => Some(n),
        _ => None,
    })
}
