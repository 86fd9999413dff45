//! What a quantity says of its indicator: level, change, share, rank, ratio, multiple or gap; and with that, where its
//! indicator stands.

mod change;
mod each;
mod gap;
mod rank;
mod share;

pub(super) use gap::{bound, held_against};

use super::indicator::{self, Label, Side};
use super::memory::Memory;
use super::predicate::{self, Stripped};
use super::scene::Scene;
use crate::lexicon::figure_cues::measures;
use crate::lexicon::predicates::Said;
use crate::lexicon::units::Kind;
use crate::mention::quantity::Form;
use crate::report::Measure;

/// How the number is to be read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Reading {
    pub(super) measure: Measure,
    /// Sign, and 100 for 增长1.8倍.
    pub(super) factor: f64,
    pub(super) said: Option<Said>,
}

/// What was found for a quantity.
#[derive(Debug, Clone)]
pub(super) struct Linking {
    pub(super) reading: Reading,
    pub(super) label: Label,
    pub(super) scope: Option<String>,
    pub(super) unit: Option<&'static str>,
    pub(super) average: bool,
    /// 两年平均: over how many years, or 0.
    pub(super) years: i32,
    /// What the share or the gap is of: the numbers behind it tell of that again.
    pub(super) base: Option<Label>,
    /// Ranks behind it too tell of that.
    pub(super) wholly: bool,
    /// 由…: the level before.
    pub(super) old: bool,
    /// A link of state (达到, 为) rather than a deed.
    pub(super) state: bool,
    /// The aim that what was reached is held against.
    pub(super) aim: bool,
    /// The size of a scheme: 总投资…的…项目, 年产.
    pub(super) scheme: bool,
    pub(super) confidence: f64,
}

/// Links one quantity, with what was said before at hand.
pub(super) fn link(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>) -> Linking {
    let quantity = side.quantity;
    let rate =
        matches!(quantity.kind, Kind::Percent | Kind::Permille | Kind::Points) || quantity.form == Form::Fraction;
    if let Some(last) = &memory.last
        && last.reading.measure == Measure::Gap
        && last.kind == quantity.kind
        && indicator::is_joint(side.left)
    {
        let last = last.clone();
        let scope = if memory.against.is_empty() { None } else { Some(memory.against.remove(0)) };
        let listed = memory.given > 0 && memory.given < memory.shares.len();
        let next = if listed { memory.shares.get(memory.given) } else { None };
        let mut label = Label { inherited: true, ..Label::clone(next.unwrap_or(&last.label)) };
        if listed {
            memory.given += 1;
            let rated = last.label.text.ends_with("增速") && !label.text.ends_with("增速");
            label.text.push_str(if rated { "增速" } else { "" });
        }
        // 高于全国5.9和2.9个百分点，是2010年的1.8倍: of what grew
        let base = last.base.as_ref().filter(|_| !listed).map(|(base, _)| Label::clone(base));
        return Linking { scope, base, ..done(last.reading, label, 0.85) };
    }
    if let Some(found) = gap::further(memory, side)
        .or_else(|| gap::surpassed(scene, memory, side))
        .or_else(|| gap::aim(scene, memory, side))
        .or_else(|| gap::accomplished(scene, memory, side))
        .or_else(|| gap::beyond(scene, memory, side))
    {
        return found;
    }
    if matches!(quantity.form, Form::Rank | Form::Top) {
        return rank::rank(scene, memory, side);
    }
    if let Some(found) = rank::without_ordinal(scene, memory, side) {
        return found;
    }
    if rate
        && let Some(found) = gap::gap(scene, memory, side)
            .or_else(|| share::share(scene, memory, side))
            .or_else(|| share::contribution(scene, memory, side))
            .or_else(|| share::spent(scene, memory, side))
    {
        return found;
    }
    // 每千人拥有市场主体低于全国15.5户
    let held = |left: &str| gap::held_against(left).map(|(span, _)| left[span.end..].trim().to_owned());
    if !rate
        && measures().place.suffix(side.left.trim_end()).is_some()
        && held(side.left).is_some_and(|versus| measures().place.contains(&versus))
        && let Some(found) = gap::gap(scene, memory, side)
    {
        return found;
    }
    if !rate && let Some(found) = gap::level_gap(scene, memory, side) {
        return found;
    }
    change::change(scene, memory, side)
}

fn done(reading: Reading, label: Label, confidence: f64) -> Linking {
    Linking {
        reading,
        label,
        scope: None,
        unit: None,
        average: false,
        years: 0,
        base: None,
        wholly: false,
        old: false,
        state: true,
        aim: false,
        scheme: false,
        confidence,
    }
}

fn plain(measure: Measure) -> Reading {
    Reading { measure, factor: 1.0, said: None }
}

/// Takes predicates, and comparisons with a time, off the end of a left part.
fn strip(scene: &Scene<'_>, left: &str) -> Stripped {
    let start = scene.offset(left);
    // 由2021年的14家增至2022年的39家: the date stands between the predicate and the number.
    let trimmed = left.trim_end_matches(['的', ' ']);
    let dated = scene.dates.iter().find(|d| d.span.end == start + trimmed.len() && d.span.start > start);
    let left = dated.map_or(left, |d| {
        let head = left[..d.span.start - start].trim_end_matches(['“', '"']);
        if head.ends_with(['由', '从', '到', '至', '为']) && !head.ends_with(['比', '较']) { head } else { left }
    });
    predicate::strip(left, &|end| {
        let at = start + end;
        let date = scene.dates.iter().find(|d| d.span.end == at && d.span.start >= start)?;
        let head = scene.text(start, date.span.start).trim_end_matches(['“', '"']);
        let word = ["相比于", "比", "较", "与", "同"].iter().find(|w| head.ends_with(**w));
        word.map(|w| head.len() - w.len())
    })
}
