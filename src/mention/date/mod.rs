//! Expressions of calendar time: what is written ([`grammar`]), which days that means ([`resolve`]), and what part it
//! plays ([`role`]).

mod across;
mod ahead;
mod deed;
mod grammar;
mod resolve;
mod role;
mod since;

use super::At;
use crate::report::{Grain, Interval, Role};
use crate::span::{Clean, Span};
pub(crate) use across::join;
pub(crate) use deed::is_of_held;
pub(super) use grammar::word::{is_era, is_festival};
pub(crate) use grammar::{Edge, Expression, Part, Year};
pub(crate) use resolve::resolve_all;

/// One expression of calendar time.
#[derive(Debug, Clone, PartialEq)]
pub struct Date {
    /// Where it stands.
    pub span: Span<Clean>,
    /// What is written.
    pub(crate) expression: Expression,
    /// Which days that means; filled once the whole document is scanned.
    pub interval: Option<Interval>,
    /// Grain.
    pub grain: Grain,
    /// Part it plays.
    pub role: Role,
}

impl Date {
    /// The year in which it ends.
    pub(crate) fn end_year(&self) -> Option<i32> {
        self.interval.as_ref()?.end.as_deref()?.get(..4)?.parse().ok()
    }
}

#[inline(never)]
pub(super) fn recognise(place: At<'_>) -> Option<Date> {
    // 48.2025年实事: what stands before it is the number of a list, not of the year.
    let listed = place.free == place.start && place.before().ends_with('.');
    let (expression, len, back) = grammar::parse(place.rest(), if listed { "" } else { place.before() }, place.base)?;
    // 2022年专题 is a page's department, no date.
    if place.rest()[len..].starts_with("专题") {
        return None;
    }
    let start = (place.start - back).max(place.free);
    Some(Date {
        span: Span::new(start, place.start + len),
        grain: expression.grain(),
        expression,
        interval: None,
        role: Role::Period,
    })
}
