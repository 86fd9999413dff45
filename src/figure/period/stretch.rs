//! The stretch of time that a date gives to what is told with it.

use super::{day, year_of, years};
use crate::figure::indicator::base;
use crate::figure::measure::Linking;
use crate::figure::scene::Scene;
use crate::lexicon::indicators::{Kind, indicators};
use crate::mention::Date;
use crate::mention::date::{Edge, Part};
use crate::report::Interval;

/// The part of the year up to which something adds up: 一季度末，生猪出栏40万头; 年初以来, in a text on the first quarter.
pub(super) fn part_so_far(scene: &Scene<'_>, date: &Date, linked: &Linking) -> Option<Interval> {
    let told = date.interval.as_ref()?;
    let (start, end) = (told.start.as_deref()?, told.end.as_deref());
    let same_year = |other: &Interval| other.start.as_deref().and_then(year_of) == year_of(start);
    if date.expression.edge == Edge::Since {
        let above = scene.above.date.and_then(|date| date.interval.clone());
        return above.filter(|above| start.ends_with("-01-01") && same_year(above));
    }
    let flow = || indicators().exact(base(&linked.label.text)).is_some_and(|known| known.kind == Kind::Flow);
    let at_end = scene.text(date.span.start, date.span.end).ends_with(['末', '底']) && Some(start) == end;
    let since = Interval { start: Some(day(year_of(start)?, "-01-01")), end: told.end.clone() };
    (at_end && !start.ends_with("-12-31") && flow()).then_some(since)
}

/// A target “到2025年底” is about that year, a figure “年末” about the year that ends.
pub(super) fn whole_year(date: &Date) -> Option<Interval> {
    let interval = date.interval.clone()?;
    let (start, end) = (interval.start.as_deref(), interval.end.as_deref());
    let at_end = matches!(date.expression.part, Part::End | Part::PlanEnd(_));
    if at_end {
        let year = year_of(end?)?;
        return Some(years(year, year));
    }
    if matches!(date.expression.part, Part::Start) {
        let year = year_of(start?)?;
        return Some(years(year, year));
    }
    Some(interval)
}
