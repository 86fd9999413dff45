//! Achieved or aimed at, and how firmly: from the part of the report, the tense, and the words that firm or soften.

use super::cue::Cue;
use super::indicator::{Side, label_text};
use super::measure::Linking;
use super::memory::Memory;
use super::scene::Scene;
use crate::digits;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::indicators::indicators;
use crate::lexicon::list_cues::lists;
use crate::lexicon::modality::Sense;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::lexicon::words::Words;
use crate::mention::Date;
use crate::mention::date::{Edge, Part, Year};
use crate::mention::quantity::Form;
use crate::report::{Commitment, Kind as Kinds, Measure, Role, Status};
use crate::structure::Mode;

pub(super) struct Found {
    pub(super) status: Status,
    pub(super) commitment: Option<Commitment>,
    pub(super) modality: Option<&'static str>,
    pub(super) confidence: f64,
    /// Told as done.
    pub(super) finished: bool,
}

pub(super) fn of(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>, linked: &Linking) -> Found {
    let start = side.quantity.span.start;
    let tail = scene.text(side.quantity.outer_end, side.clause.end);
    // 争取上级资金1.3亿元, of what is told and not planned: got, not hoped for
    let got = |cue: &Cue| {
        let words = || scene.text(cue.at, side.quantity.outer_start.max(cue.at)).strip_prefix("争取");
        scene.block.frame.mode != Mode::Plan
            && words().is_some_and(|words| !words.contains(['，', '；']) && measures().funds.within(words))
    };
    let reaches =
        |cue: &&Cue| cue.at < start && !(cue.means.own && cue.at < side.left_start) && !got(cue) && !gone(scene, cue);
    let before = || scene.cues.iter().filter(reaches);
    let said = |sense: Sense| before().any(|cue| cue.means.sense == sense);
    // The nearest word rules: 力争…，确保…
    // 坚决制止违法填海，实施13个项目; 增长8%以上、力争两位数，投资增长9%: such a word rules its own clause.
    let within = |cue: &Cue| {
        let listed = cue.means.clause || scene.said_before(cue.at).ends_with('、');
        !listed || cue.at >= side.clause.start
    };
    let nearest = before().rfind(|cue| matches!(cue.means.sense, Sense::Firm | Sense::Aim) && within(cue));
    // 力争粮食产量达到36万吨；新建学校3所: a part with a deed of its own is promised no more firmly than it says.
    let nearest = nearest.filter(|cue| {
        let between = scene.text(cue.at, start);
        let part = between.rsplit(['；', ';']).next().unwrap_or_default();
        part.len() == between.len() || labels().deed.prefix(part.trim_start()).is_none()
    });
    let own = matches!(side.quantity.bound_word, "不低于" | "不少于").then_some(side.quantity.bound_word);
    let hopes = before().any(|cue| cue.means.hope) && !said(Sense::Done) || tail.has("的奋斗目标");
    // 财政收入预计达到12亿元；新建学校3所: behind its noun the word ends with its part of the sentence, at the head it leads all.
    let estimate = before().any(|cue| {
        let ended = || scene.text(cue.at, side.clause.start).contains(['；', ';']);
        // 签约项目9个，预计到位资金8亿元；实际利用外资3亿美元: what is said to be real is no estimate.
        let later = || scene.clause(cue.at).start > scene.sentence.start;
        let real = || ended() && later() && linked.label.text.starts_with("实际");
        let behind_noun = || {
            let from = scene.clause(cue.at).start;
            !label_text(scene, from, scene.text(from, cue.at)).0.is_empty()
        };
        cue.means.sense == Sense::Estimate && !(ended() && behind_noun()) && !real()
    });
    let counts = matches!(side.quantity.kind, Kind::Count | Kind::Times | Kind::Length | Kind::Area);
    let ranks = matches!(side.quantity.form, Form::Rank | Form::Top);
    // 365亿元（预计数，下同）
    let bracketed = tail.trim_start().strip_prefix(['（', '(']).is_some_and(|words| words.starts_with("预计"));
    // 生产总值2600亿元（预计数，下同）；存贷比51.9%: in the sentence itself, too
    let noted = memory.noted && estimates_below(scene.said_before(start));
    let expected = memory.estimated || noted || memory.expected && indicators().exact(&linked.label.text).is_some();
    let estimate = estimate || bracketed || expected && !counts && !ranks;
    // 我县有2万名护林员，要提高他们的补贴: what there is, no aim
    let clause = scene.text(side.clause.start, side.quantity.outer_start).trim_start();
    let finished = done(scene, side, tail) || measures().there_is.contains(clause);
    let mode = scene.block.frame.mode;
    // 建成后可提供就业岗位: before it stands the size of the scheme, behind it what the scheme will bring.
    let once = scene.cues.iter().find(|cue| cue.means.sense == Sense::Afterwards);
    let counted = matches!(side.quantity.kind, Kind::Count | Kind::Times);
    let told = counted || labels().finished.within(&linked.label.text);
    let brings = once.is_some_and(|cue| mode == Mode::None && !told || cue.at < start);
    let mut confidence = 1.0;
    // 总投资9500万元 of a project that news tells of; 竣工项目总投资3亿元 has been spent.
    let to_come = mode == Mode::None
        && !finished
        && labels().whole_cost.suffix(&linked.label.text).is_some()
        && linked.reading.measure == Measure::Level
        // 固定资产投资额 has been spent.
        && !linked.label.text.has("固定资产")
        // 引进了度假小镇项目，总投资20亿元: what was done before is not what it costs.
        && !before().any(|cue| cue.means.sense == Sense::Past && cue.at >= side.clause.start)
        && !labels().finished.within(&linked.label.text);
    // 财政收入任务174万，完成198万; 支出年初预算1184万: what was set before the year began
    let label = linked.label.text.as_str();
    let set = |words: &Words| words.suffix(label).is_some() && !linked.label.inherited && !label.starts_with("完成");
    let assigned = side.quantity.kind == Kind::Money || side.quantity.unit.is_empty();
    // 设计养老床位480张, 规划装机207万千瓦
    let drawn = lists()
        .designed
        .prefix(scene.text(side.clause.start, side.left_start.max(side.clause.start) + side.left.len()).trim_start());
    let drawn = drawn.is_some_and(|word| {
        let sized = matches!(side.quantity.kind, Kind::Power | Kind::Area | Kind::Length | Kind::Volume);
        (word == "设计" || sized) && mode != Mode::Plan && !finished && !labels().scheme_noun.contains(word)
    });
    let status = if linked.aim || assigned && set(&labels().task_noun) {
        Status::Target
    } else if linked.scheme || drawn || assigned && set(&labels().first_budget) || brings || to_come {
        Status::Plan
    } else if mode == Mode::Plan {
        // 2013年预计实现生产总值104亿元, in news of December that announces what is aimed at
        if estimate
            && scene
                .dates
                .iter()
                .any(|d| d.span.start >= scene.sentence.start && d.span.end <= start && ends_now(scene, d))
        {
            Status::Estimate
        // 门诊报销由50%提高到55%: the old level is no aim.
        } else if finished && !said(Sense::Goal) || linked.old {
            Status::Actual
        } else {
            Status::Target
        }
    } else if mode == Mode::Review {
        if estimate {
            Status::Estimate
        } else if hopes || ahead(scene, side) && !finished {
            Status::Target
        } else {
            Status::Actual
        }
    } else {
        // 提前两年实现翻番目标: it has been reached.
        let early = scene.text(side.clause.start, start).trim_start().starts_with("提前");
        let goal = tail.has("的目标") || tail.has("目标") && tail.chars().count() < 14;
        let goal = goal && !early;
        // 计划实施12个项目，目前已开工8个，完成投资3亿元: what has been reached ends the aim before it.
        let told = scene.cues.iter().rfind(|cue| cue.at < side.clause.start && reaches_number(scene, cue));
        let open = || before().filter(|cue| told.is_none_or(|told| cue.at > told.at));
        let aimed = open().any(|cue| matches!(cue.means.sense, Sense::Firm | Sense::Aim | Sense::Future | Sense::Goal))
            && open().any(|cue| !cue.means.weak);
        let future =
            goal || aimed || hopes || deadline(scene, side) || carried_ahead(scene, memory) || begun(scene, side);
        confidence = 0.92;
        // 岚水项目位于园区，公司计划用工100人: what is planned of a project is its size.
        let dated = || {
            scene
                .dates
                .iter()
                .any(|d| d.span.start >= scene.sentence.start && d.span.end <= start && d.interval.is_some())
        };
        if memory.project.is_some() && brings_size(label) && future && !finished && !dated() && !hopes {
            Status::Plan
        } else if estimate {
            Status::Estimate
        } else if future && !finished {
            Status::Target
        } else {
            Status::Actual
        }
    };
    let (mut commitment, mut modality) = (None, None);
    if status == Status::Target {
        let (word, kind) = match (own, nearest) {
            (Some(word), _) => (Some(word), Commitment::Firm),
            (None, Some(cue)) if cue.means.sense == Sense::Firm => (Some(cue.word), Commitment::Firm),
            (None, Some(cue)) => (Some(cue.word), Commitment::Aim),
            (None, None) => (None, Commitment::Plain),
        };
        (commitment, modality) = (Some(kind), word);
    }
    Found { status, commitment, modality, confidence, finished }
}

/// 用工, 年产值, 占地: what a project is measured by.
fn brings_size(label: &str) -> bool {
    lists().yields.suffix(label).or(labels().size.suffix(label)).or(labels().money.suffix(label)).is_some()
}

/// What says that a note holds for the numbers below, too.
pub(super) const BELOW_TOO: &str = "下同";

/// 生产总值365亿元（预计数，下同）; 预计（下同）生产总值365亿元
pub(super) fn estimates_below(sentence: &str) -> bool {
    sentence.places_of(BELOW_TOO).any(|at| {
        let Some(open) = sentence[..at].last_place_of("（") else { return false };
        sentence[open..at].has("预计") || sentence[..open].trim_end_matches('数').ends_with("预计")
    })
}

/// 预计全年生产总值365亿元，增长6%。其中……: a paragraph that opens with what is expected goes on with it.
pub(super) fn opens_with_estimate(paragraph: &str) -> bool {
    let head = paragraph.split('，').next().unwrap_or_default();
    let head = head.without_start("经初步").without_start("初步");
    head.starts_with("预计") && !head.starts_with("预计到")
}

/// 目前已开工8个: the clause tells of a number that has been reached, not 已开工的8个项目.
fn reaches_number(scene: &Scene<'_>, cue: &Cue) -> bool {
    let clause = scene.clause(cue.at);
    let number = |from: usize| scene.quantities.iter().find(|q| q.span.start > from && q.span.start < clause.end);
    cue.means.told && number(cue.at).is_some_and(|q| !scene.text(cue.at, q.span.start).has("的"))
}

/// 已, 了, a year that is past: what is told as done even in a plan.
fn done(scene: &Scene<'_>, side: &Side<'_>, tail: &str) -> bool {
    let start = side.quantity.span.start;
    let clause = scene.text(side.clause.start, start);
    let inside = scene.cues.iter().any(|cue| cue.means.told && cue.at >= side.clause.start && cue.at < start);
    let last_year = scene.cues.iter().any(|cue| cue.means.last_year && cue.at < start)
        && !clause.has("比去年")
        && !scene.cues.iter().any(|cue| cue.means.hope && cue.at < start);
    let told = inside || clause.has("截至") || tail.starts_with('了') || clause.ends_with('了') || last_year;
    let year = scene.block.clock.base_year;
    let ended = |d: &Date| {
        let end = d.end_year();
        // 一季度，城镇登记失业率2.65%, in a report of May: a part of the year that is over
        let part = d.role == Role::Period && matches!(d.expression.part, Part::Quarters(..) | Part::Half(_));
        let over = || {
            let end = d.interval.as_ref().and_then(|i| i.end.as_deref());
            end.zip(scene.block.clock.date).is_some_and(|(end, day)| end < digits::day(day).as_str())
        };
        end.is_some_and(|end| year.is_some_and(|year| end < year)) || part && over()
    };
    let past = scene.dates.iter().any(|d| {
        let head = || scene.text(side.clause.start, d.span.start).trim_end_matches(['“', '"']);
        // 将由2024年的200万吨增加到300万吨: the old level's year, where the sentence opens with no other.
        let before = |d: &Date| scene.said_before(d.span.start).trim_end_matches(['“', '"']);
        let from = |d: &Date| before(d).ends_with(['由', '从']);
        let past = |d: &Date| d.span.end <= side.clause.start && ended(d) && !from(d);
        let old = || head().ends_with(['由', '从']) && !scene.dates.iter().any(past);
        d.span.start >= side.clause.start
            && d.span.end <= start
            && ended(d)
            // 支出（扣除2022年专项支出外）增长3%
            && !scene.bracketed(side.clause.start, d, start)
            // 比“六五”期间增长49%
            && !head().ends_with(['比', '较', '在', '与'])
            && !old()
    });
    told || past || wanting(scene, side)
}

/// 城镇化水平较低，低于全省5个百分点: what is wanting is no aim.
pub(super) fn wanting(scene: &Scene<'_>, side: &Side<'_>) -> bool {
    if scene.block.frame.mode != Mode::Plan {
        return false;
    }
    let clause = scene.text(side.clause.start, side.quantity.span.start);
    let behind = measures().below.rfind(clause).is_some() && !clause.has("不低");
    behind && measures().wanting.within(scene.sentence_text())
}

/// A deadline that lies ahead: 到2025年.
fn deadline(scene: &Scene<'_>, side: &Side<'_>) -> bool {
    scene.dates.iter().any(|d| {
        d.span.start >= scene.sentence.start
            && d.span.end <= side.quantity.span.start
            && d.role == Role::Deadline
            // 与“十二五”末相比: a time that is over
            && !over(scene, d)
            // 年内计划投资86亿元，已开工25个: the plan's alone.
            && !scene.cues.iter().any(|cue| cue.means.own && d.span.end <= cue.at && cue.at < side.left_start)
    })
}

/// A year that is over, or ends as the document is written.
fn ends_now(scene: &Scene<'_>, date: &Date) -> bool {
    let end = date.end_year();
    let late = scene.block.clock.date.is_some_and(|day| day.month() >= 11);
    let year = scene.block.clock.date.map(|day| i32::from(day.year()));
    let compared = scene.said_before(date.span.start).ends_with(['比', '较']);
    date.role == Role::Period && !compared && end.zip(year).is_some_and(|(end, year)| end < year || late && end == year)
}

/// True for a date that ends before the year of the document; 5年前 ended long ago.
fn over(scene: &Scene<'_>, date: &Date) -> bool {
    let end = date.end_year();
    let ended = end.zip(scene.block.clock.base_year).is_some_and(|(end, base)| end < base);
    let ago = || date.interval.is_none() && date.span.of(&scene.clean.text).ends_with("年前");
    ended || ago()
}

/// 到2022年底，全县有养老机构36家, told in 2024; 2010年到2020年: no time to come.
fn gone(scene: &Scene<'_>, cue: &Cue) -> bool {
    let date = || scene.dates.iter().find(|date| date.span.start <= cue.at && cue.at < date.span.end);
    cue.word.starts_with('到') && date().is_some_and(|date| over(scene, date))
}

/// 今年地区生产总值增长6.5%左右 in a report of February: of the year that has only begun.
fn begun(scene: &Scene<'_>, side: &Side<'_>) -> bool {
    let reports = matches!(scene.structure.kind, Kinds::WorkReport | Kinds::Budget | Kinds::Plan);
    let early = scene.block.clock.date.is_some_and(|day| day.month() <= 4);
    let this_year = |d: &&Date| {
        d.span.end <= side.quantity.span.start
            && matches!((d.expression.year, d.expression.part), (Year::Offset(0), Part::Whole))
            && d.expression.edge == Edge::In
    };
    let dated = scene.dates.iter().rev().find(this_year).is_some();
    // 今年建设工业项目29个, in news of February
    let deed = || {
        let fresh = scene.block.clock.date.is_some_and(|day| day.month() <= 2) && scene.structure.kind == Kinds::Other;
        let clause = scene.text(side.clause.start, side.quantity.span.start);
        fresh && lists().to_build.within(clause)
    };
    // 政府工作报告提出，2022年生产总值增长6%左右, in news of spring
    let announced = || {
        let named = |d: &&Date| matches!((d.expression.year, d.expression.part), (Year::Of(_), Part::Whole));
        let own = scene.dates.iter().filter(|d| d.span.end <= side.quantity.span.start).rev().find(named);
        let year = own.and_then(Date::end_year);
        let this = dated || year.is_some() && year == scene.block.clock.date.map(|day| i32::from(day.year()));
        this && measures().announces.within(scene.sentence_text())
    };
    dated && (reports && early || deed()) || early && announced()
}

/// 到2027年 in a review of 2024: a deadline behind the years reported on.
fn ahead(scene: &Scene<'_>, side: &Side<'_>) -> bool {
    let Some((_, last)) = scene.block.frame.years else { return false };
    scene.dates.iter().any(|d| {
        let end = d.end_year();
        d.span.start >= side.clause.start
            && d.span.end <= side.quantity.span.start
            && d.role == Role::Deadline
            && end.is_some_and(|year| year > last + 1)
    })
}

/// A paragraph of an interview that tells what will be done: 邗江将…… holds for its later sentences, unless one tells of
/// what has been reached.
fn carried_ahead(scene: &Scene<'_>, memory: &Memory) -> bool {
    memory.ahead && !scene.cues.iter().any(|cue| cue.means.sense == Sense::Past) && !opens_in_the_past(scene)
}

/// 2019—2020年，各地选派干部8000人: a sentence that opens with years that are over, or of which nothing says they aren't.
fn opens_in_the_past(scene: &Scene<'_>) -> bool {
    let opening = |d: &&Date| {
        let before = scene.said_before(d.span.start);
        d.role == Role::Period && before.trim_matches(['“', '"', ' ', '　']).is_empty()
    };
    scene.dates.iter().find(opening).is_some_and(|d| {
        let end = d.end_year();
        let numbered = d.span.of(&scene.clean.text).starts_with(|c: char| c.is_ascii_digit());
        numbered && end.is_some_and(|year| scene.block.clock.base_year.is_none_or(|base| year < base))
    })
}

/// True where a sentence turns its paragraph to what will be done.
pub(super) fn turns_ahead(cues: &[Cue]) -> bool {
    cues.iter().any(|cue| cue.means.ahead)
}
