//! Numbers beside one another in a clause.

use super::right::TORN;
use super::{Side, is_joint};
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::search::Search;
use crate::lexicon::segment::segment;
use crate::lexicon::units::Kind;
use crate::mention::quantity::{Form, Quantity};

/// True for a part that ends in a conjunction; 惠及 and 涉及 are verbs.
pub(super) fn ends_joined(left: &str) -> bool {
    left.ends_with(['和', '与']) || left.ends_with('及') && segment(left).last().is_some_and(|word| word.text == "及")
}

/// 增幅居全市第1位: what stands between a count and a rank that ends its clause, and the rank.
pub(super) fn told_to_rank<'a>(scene: &Scene<'a>, side: &Side<'_>) -> Option<&'a str> {
    let next = scene.quantities.get(side.index + 1).filter(|q| q.outer_start < side.clause.end)?;
    let told = scene.text(side.quantity.outer_end, next.outer_end);
    let ranks = matches!(next.form, Form::Rank | Form::Top) && next.outer_end == side.clause.end;
    (ranks && told.chars().count() <= TORN && !told.has("、")).then_some(told)
}

/// True where the next number of the clause is a rank.
pub(super) fn ranks_next(scene: &Scene<'_>, side: &Side<'_>) -> bool {
    let next = scene.quantities.get(side.index + 1).filter(|q| q.outer_start < side.clause.end);
    next.is_some_and(|q| matches!(q.form, Form::Rank | Form::Top))
}

/// Two counts, of things or of people.
pub(super) fn counted_alike(one: &Quantity, other: &Quantity) -> bool {
    let counts = |q: &Quantity| matches!(q.kind, Kind::Count | Kind::People) && q.form == Form::Plain;
    counts(one) && counts(other)
}

/// 完成1200人和6个山村的脱贫任务: people, and behind the join what they and the next are brought to.
pub(super) fn joined_people(scene: &Scene<'_>, side: &Side<'_>) -> Option<&'static str> {
    let joined = side.quantity.unit == "人" && !side.right.trim().is_empty() && is_joint(side.right);
    let tail = scene.text(side.quantity.outer_end, side.clause.end);
    labels().brought_to.find(tail).filter(|_| joined).map(|(_, word)| word)
}

/// 生产总值增长25%，提前七年实现了翻两番的目标: of what was spoken of.
pub(super) fn aims_at_doubling(side: &Side<'_>, right: &str) -> bool {
    side.quantity.form == Form::Doubling && measures().task.prefix(right.trim_start_matches('的')).is_some()
}
