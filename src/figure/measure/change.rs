//! Levels and changes: 达到463.3亿元，增长7.9%.

use std::rc::Rc;

use super::each::distributed;
use super::{Linking, Reading, done, plain, strip};
use crate::figure::indicator::{self, EACH, Label, Side};
use crate::figure::memory::{Linked, Memory};
use crate::figure::predicate::Stripped;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::measures;
use crate::lexicon::predicates::Said;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::lexicon::words::Words;
use crate::mention::quantity::Form;
use crate::report::Measure;

/// 每立方米35微克: the unit in which a concentration is told.
fn concentration(left: &str, unit: &str) -> Option<&'static str> {
    let left = left.trim_end();
    match unit {
        "微克" if left.ends_with("每立方米") => Some("微克/立方米"),
        "毫克" if left.ends_with("每立方米") => Some("毫克/立方米"),
        "毫克" if left.ends_with("每升") => Some("毫克/升"),
        _ => None,
    }
}

/// The rate just told, of the place that stands in the bracket with the number or right before the bracket.
fn beside(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    let last = memory.last.as_ref().filter(|last| last.reading.measure == Measure::ChangeRate)?;
    if side.quantity.kind != Kind::Percent || side.left_start != side.clause.start || !side.right.trim().is_empty() {
        return None;
    }
    let outside = scene.said_before(side.clause.start).strip_suffix('（')?;
    let inside = side.left.trim().trim_end_matches('为');
    let words = if inside.is_empty() { outside.without_end("水平").without_end("平均") } else { inside };
    let place = measures().place.suffix(words).filter(|place| inside.is_empty() || place.len() == inside.len())?;
    let owner = Some(super::super::subject::wider(scene, place).unwrap_or_else(|| place.to_owned()));
    let label = Label { owner, inherited: true, confidence: 0.8, ..Label::clone(&last.label) };
    Some(done(last.reading, label, 0.8))
}

/// A label without its deed, where it still names something: 新签约项目 keeps its own.
fn root(label: &str) -> &str {
    let base = indicator::base(label);
    if base.chars().count() > 2 { base } else { label }
}

/// 产值4亿元，目标完成率为23%，同比增长12%: what the rate is of, which is what grew; the rate is named by it.
fn completed_of(memory: &Memory, label: &mut Label) -> Option<Label> {
    let last = memory.last.as_ref().filter(|last| last.reading.measure == Measure::Level && !label.inherited)?;
    let rate = measures().completion.suffix(&label.text)?;
    let own = &label.text[..label.text.len() - rate.len()];
    let task = measures().task.suffix(own).map_or(own, |word| &own[..own.len() - word.len()]);
    let bare = matches!(task, "" | "年" | "年度" | "全年" | "当年" | "年初" | "季度" | "月度");
    let whole = Label::clone(&last.label);
    if !bare || whole.text.is_empty() || matches!(last.kind, Kind::Percent | Kind::Points | Kind::Count) {
        return None;
    }
    // 重点项目完成投资13亿元，完成率107%
    label.text.insert_str(0, &root(&whole.text).replace("完成投资", "投资"));
    Some(whole)
}

/// Levels, changes, multiples and ratios.
#[inline(never)]
pub(super) fn change(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>) -> Linking {
    let quantity = side.quantity;
    // 与上年相比增长: the comparison stands before the verb.
    let left = side.left;
    let mut stripped = strip(scene, left);
    // 起征点从月销售额10万元提高到15万元: the level before, behind words of what it is counted in
    if stripped.said.is_none() && measures().raised_to.prefix(side.right.trim_start()).is_some() {
        let old = left.rfind(['从', '由']).filter(|at| *at >= 6 && left[*at..].chars().count() <= 7);
        if let Some(at) = old {
            stripped = Stripped { rest: at, from: true, ..strip(scene, &left[..at]) };
        }
    }
    // 增长7.5%（全市11.1%）, 比全省（7.4%）: the same rate, of another place
    if let Some(found) = beside(scene, memory, side) {
        return found;
    }
    // 为年度预算的103.2%
    if quantity.kind == Kind::Percent && stripped.said.is_none() {
        // 截至6月底完成年度计划的51%: behind the date
        let start = scene.offset(left);
        let dated = scene.dates.iter().rev().find(|d| d.span.end > start && d.span.end <= start + left.len());
        let behind = dated.map_or("", |d| &left[d.span.end - start..]);
        let mut each = false;
        let of = [left, behind].into_iter().find_map(|words| {
            let words = words.trim_matches(['，', ' ', '、', '已']);
            // 分别完成年度计划的113.1%和120.4%
            each = words.starts_with(EACH);
            let words = words.trim_start_matches(EACH);
            Some(&words[measures().of_budget.prefix(words)?.len()..])
        });
        let part = of
            .and_then(|t| t.strip_suffix('的').or_else(|| measures().budget.suffix(t).map(|_| t)))
            .filter(|t| measures().budget.suffix(t).is_some() || t.len() <= 24 && measures().budget.within(t));
        if let Some(whole) = part {
            let stripped = Stripped { each, ..Stripped::default() };
            let given = if each { distributed(scene, memory, side, &stripped, "", true) } else { None };
            let mut label = given.unwrap_or_else(|| indicator::inherited(memory, side));
            if !label.text.is_empty() {
                let base = Some(label.clone());
                label.text = format!("{}占{whole}比例", root(&label.text));
                if each {
                    for share in &mut memory.shares {
                        let text = format!("{}占{whole}比例", root(&share.text));
                        *share = Rc::new(Label { text, ..Label::clone(share) });
                    }
                }
                let scope = Some(whole.to_owned());
                return Linking { scope, base, wholly: true, ..done(plain(Measure::Share), label, 0.8) };
            }
        }
    }
    // 达到8710亿元，比1980年的7159亿元增加1551亿元: the level that is compared with.
    // 较上年27亿元增长7%
    let last_year = || {
        let end = scene.offset(left) + left.trim_end().len();
        scene.dates.iter().any(|d| d.span.end == end && d.span.start > scene.offset(left))
            && quantity.kind == Kind::Money
    };
    if left.trim_start_matches(['，', ' ']).starts_with(['比', '较'])
        && (left.trim_end().ends_with('的') || last_year())
        && measures().part_noun.prefix(left.trim_start()).is_none()
        && measures().turned.prefix(side.right.trim_start()).is_some()
    {
        let label = indicator::inherited(memory, side);
        return Linking { old: true, ..done(plain(Measure::Level), label, 0.75) };
    }
    if let Some(found) = super::share::whole_amount(scene, memory, side) {
        return found;
    }
    if quantity.kind == Kind::Percent
        && let Some(found) = super::share::of_amount(scene, memory, side)
    {
        return found;
    }
    let tail = left[..stripped.rest].trim_end_matches(['的', ' ']);
    if let Some(date) =
        scene.dates.iter().find(|d| d.span.end == scene.offset(left) + tail.len() && d.span.start > scene.offset(left))
    {
        let head = scene.text(scene.offset(left), date.span.start);
        // 由“十三五”末的35%提高到37%
        if let Some(head) = head.trim_end_matches(['“', '"']).strip_suffix(['由', '从']) {
            stripped.rest = head.len();
            stripped.from = true;
        }
    }
    let right = side.right.trim_start();
    let rate = matches!(quantity.kind, Kind::Percent | Kind::Permille | Kind::Points | Kind::Multiple);
    // 巩固提升63.91万农村人口饮水安全: a verb with its object behind the number is a deed, no change.
    let object = !rate
        && right.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !right.starts_with(['的', '以', '左', '和', '到', '至']);
    let compound = !rate && indicator::is_deed(left[..stripped.rest].trim_start_matches(['，', '、', ' ']));
    // 水文站点改造提升100个: what is improved is counted, not by how much it rose.
    let counted = matches!(quantity.kind, Kind::Count | Kind::Area) && measures().deed_change.contains(stripped.word);
    if (object || compound || counted) && matches!(stripped.said, Some(Said::Grow | Said::Shrink)) {
        let end = stripped.rest + left[stripped.rest..].place_of(stripped.word).unwrap_or(0) + stripped.word.len();
        stripped = Stripped { rest: end, said: None, linked: false, ..stripped };
    }
    // 保持30%以上的增长势头: the noun behind the number tells that it is growth.
    if quantity.kind == Kind::Percent && stripped.said.is_none() {
        let behind = |words: &Words, said| words.prefix(right).map(|_| said);
        stripped.said =
            behind(&measures().growth_noun, Said::Grow).or_else(|| behind(&measures().decline_noun, Said::Shrink));
    }
    let head = &left[..stripped.rest];
    let joined = indicator::is_joint(head);
    let mut said = stripped.said;
    // 下降10.1%、10.7%: the predicate of the number before holds on.
    let carried = memory
        .last
        .as_ref()
        .filter(|l| {
            let rates = |kind| matches!(kind, Kind::Percent | Kind::Multiple);
            // 分别增长5.3倍和69.5%
            let alike = l.kind == quantity.kind || rates(l.kind) && rates(quantity.kind);
            let part = right.starts_with('的') && side.part().is_some();
            joined && !part && (indicator::is_joint(left) || stripped.modal && stripped.said.is_none()) && alike
        })
        .map(|l| l.reading);
    if let Some(reading) = carried {
        said = reading.said;
    }
    // 是2020年的2.4倍, 为全省平均的1.5倍: what is compared with is no indicator.
    if quantity.kind == Kind::Multiple
        && stripped.said.is_none()
        && left.trim_end().ends_with('的')
        && let Some((at, _)) = measures().times_of.find(left)
    {
        // 分别为1982年的3.4倍和2.2倍
        let owners = strip(scene, &left[..at]);
        let head = &left[..owners.rest];
        let label = distributed(scene, memory, side, &owners, head, indicator::is_joint(head))
            .unwrap_or_else(|| indicator::from_left(scene, memory, side, &left[..at]));
        return Linking { state: false, ..done(plain(Measure::Multiple), label, 0.8) };
    }
    // 教师年人均增资4160元: the verb of change is part of what is measured.
    let nominal = measures().nominal_change.contains(stripped.word) && !rate && !joined;
    let head = if nominal { left.trim_end() } else { head };
    let grows = matches!(said, Some(Said::Grow | Said::Shrink));
    // A part of a plan is told again by what it is of: 为年预算的32%，同比降低10%.
    let plan = |last: &Linked| last.base.as_ref().is_some_and(|(_, wholly)| *wholly);
    let share = memory.last.as_ref().is_some_and(|last| last.reading.measure == Measure::Share && !plan(last));
    let points =
        quantity.kind == Kind::Points || share && measures().by_points.contains(stripped.word) && !left.has("同比");
    let side = &Side { of_base: grows && !points, ..*side };
    // 分别达到28平方米和32平方米，五年分别增加14平方米和4.2平方米: a date names nothing.
    let unnamed = joined || stripped.each && is_date(scene, head);
    let mut label = match distributed(scene, memory, side, &stripped, head, unnamed) {
        Some(label) => label,
        None => indicator::find(scene, memory, side, head, &stripped),
    };
    // 压减行政审批事项30%: the verb of change stands first.
    if rate && said.is_none() && !label.inherited {
        let cut = measures().cut.prefix(&label.text).map(|verb| (verb, Said::Shrink));
        let verb = cut.or_else(|| measures().raise.prefix(&label.text).map(|verb| (verb, Said::Grow)));
        if let Some((verb, sense)) = verb.filter(|(verb, _)| label.text[verb.len()..].chars().count() >= 2) {
            label.text = label.text[verb.len()..].to_owned();
            // 提高研发机构覆盖率至50%: the level it is brought to
            said = Some(if left.trim_end().ends_with(['至', '到']) { Said::To } else { sense });
        }
    }
    // 压减公用经费10%、专项资金20%: the verb holds for the next item.
    if rate
        && said.is_none()
        && side.left.starts_with(['、', '和'])
        && let Some(last) =
            memory.last.as_ref().filter(|last| last.end == side.left_start && last.kind == quantity.kind)
    {
        let clause = scene.text(side.clause.start, last.end).trim_start();
        let verb = measures().cut.prefix(clause).or_else(|| measures().raise.prefix(clause));
        said = verb.and(last.reading.said).filter(|said| matches!(said, Said::Grow | Said::Shrink));
    }
    let change = said.filter(|s| matches!(s, Said::Grow | Said::Shrink));
    // 下降-2.6%: the sign only says once more that it fell.
    let signed = side.quantity.values.iter().any(|value| *value < 0.0);
    let sign = if change == Some(Said::Shrink) && !signed { -1.0 } else { 1.0 };
    let (measure, factor) = match (quantity.form, quantity.kind, change) {
        (Form::Ratio, ..) => (Measure::Ratio, 1.0),
        (Form::Doubling, ..) => (Measure::Multiple, 1.0),
        (_, Kind::Multiple, Some(_)) => (Measure::ChangeRate, 100.0 * sign),
        (_, Kind::Multiple, None) => (Measure::Multiple, 1.0),
        (_, Kind::Points, _) => (Measure::ChangeAmount, sign),
        // 占比为31%，比上年提高0.5%: points of the share
        (_, Kind::Percent, Some(_)) if label.inherited && points => (Measure::ChangeAmount, sign),
        (_, Kind::Percent | Kind::Permille, Some(_)) => (Measure::ChangeRate, sign),
        (Form::Fraction, _, Some(_)) => (Measure::ChangeRate, sign),
        (_, _, Some(_)) => (Measure::ChangeAmount, sign),
        (_, Kind::Percent, None) if side.part().is_some() => (Measure::Share, 1.0),
        (_, Kind::Percent, None) if carried.is_some_and(|last| last.measure == Measure::Share) => (Measure::Share, 1.0),
        (_, Kind::Percent, None) if measures().share_end.suffix(&label.text).is_some() => (Measure::Share, 1.0),
        (Form::Fraction, _, None) if quantity.kind != Kind::Percent => (Measure::Share, 1.0),
        _ => (Measure::Level, 1.0),
    };
    // 增速居全省第3位，其中8月增长4%: what grew, not its rate
    let ranked = memory.last.as_ref().is_some_and(|l| matches!(l.reading.measure, Measure::Rank | Measure::Gap));
    if measure == Measure::ChangeRate
        && label.inherited
        && ranked
        && let Some(word) = measures().growth_word.suffix(&label.text).filter(|word| label.text.len() > word.len() + 3)
    {
        label.text.truncate(label.text.len() - word.len());
    }
    let unit = (quantity.kind == Kind::Multiple && measure == Measure::ChangeRate).then_some("%");
    let unit = unit.or_else(|| concentration(left, quantity.unit)).or_else(|| {
        if quantity.unit.is_empty() && quantity.form == Form::Plain {
            indicator::implied_unit(
                &label.text,
                side.right,
                quantity.scale.ends_with(['万', '亿']) || quantity.kind == Kind::Money,
            )
        } else {
            None
        }
    });
    if measure == Measure::ChangeAmount && quantity.kind != Kind::Points && label.text.is_empty() {
        label = indicator::inherited(memory, side);
    }
    let base = (measure == Measure::Level && quantity.kind == Kind::Percent)
        .then(|| completed_of(memory, &mut label))
        .flatten();
    let confidence = label.confidence;
    Linking {
        aim: false,
        scope: None,
        unit,
        average: stripped.average,
        years: stripped.years,
        base,
        wholly: false,
        old: said == Some(Said::From) || stripped.from,
        state: stripped.linked
            || quantity.kind == Kind::Percent && measure == Measure::Level
            || matches!(said, Some(Said::To))
            || change.is_some(),
        scheme: label.scheme,
        reading: Reading { measure, factor, said },
        label,
        confidence,
    }
}
/// True of a date and nothing else: ，五年.
fn is_date(scene: &Scene<'_>, words: &str) -> bool {
    let bare = words.trim_matches(['，', '、', ' ', '内']);
    let start = scene.offset(bare);
    scene.dates.iter().any(|d| {
        d.span.start == start
            && (start..=start + bare.len()).contains(&d.span.end)
            && d.span.end + '内'.len_utf8() >= start + bare.len()
    })
}
