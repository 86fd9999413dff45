//! Numbers with their units: what is written, its exact value, and the words that bound it. One kind of writing a file.

mod arabic;
mod bound;
mod chinese;
mod fraction;
mod listed;
mod range;
mod rank;
mod ratio;
mod word;

pub(super) use arabic::arabic;
pub(super) use chinese::chinese;
pub(super) use word::words;

use super::At;
use crate::lexicon::cues::quantities;
use crate::lexicon::numeral::{Decimal, Numeral};
use crate::lexicon::units::{self, Kind, Unit};
use crate::report::Bound;
use crate::span::{Clean, Span};

/// What kind of expression a quantity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 463.3亿元
    Plain,
    /// 6%—6.5%
    Range,
    /// 9.9:58.3:31.8
    Ratio,
    /// 第1位, 首位
    Rank,
    /// 前30强
    Top,
    /// 五分之一, 三成
    Fraction,
    /// 翻番
    Doubling,
    /// 持平
    Level,
    /// 亿元以上项目, 百亿级企业: a number that sets a class apart.
    Threshold,
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Number and unit as they stand, without the words that bound them.
    pub span: Span<Clean>,
    /// One value, two of a range, or the parts of a ratio, scale words multiplied out.
    pub values: Vec<f64>,
    /// Kind of expression.
    pub form: Form,
    /// Number before scaling.
    pub written: String,
    /// Scale words.
    pub scale: String,
    /// Base unit.
    pub unit: &'static str,
    /// Kind of unit.
    pub kind: Kind,
    /// Bound.
    pub bound: Bound,
    /// Start of the bound words before the number, or of the number.
    pub outer_start: usize,
    /// End of the bound words behind the unit, or of the unit.
    pub outer_end: usize,
    /// Word before the number that bounds it, for targets: 不低于.
    pub bound_word: &'static str,
}

fn unit_at(text: &str) -> Option<(&'static Unit, usize)> {
    let gap = text.len() - text.trim_start_matches(' ').len();
    if gap > 1 {
        return None;
    }
    // 3号, 5级 name something; years are dates.
    units::longest_match(&text[gap..])
        .filter(|(unit, _)| unit.kind != Kind::Grade && unit.unit != "年" && unit.unit != "月")
        .map(|(unit, len)| (unit, gap + len))
}

/// What a recogniser read, before the words that bound it are looked for.
struct Draft<'a> {
    place: At<'a>,
    start: usize,
    end: usize,
    values: Vec<f64>,
    form: Form,
    numeral: Numeral<'a>,
    unit: &'static str,
    kind: Kind,
}

impl<'a> Draft<'a> {
    /// A quantity whose words are no numeral with a unit behind it: 五分之一, 首位.
    fn simple(
        place: At<'a>,
        (start, end): (usize, usize),
        value: f64,
        form: Form,
        unit: &'static str,
        kind: Kind,
    ) -> Self {
        let written = &place.text[start..end];
        let numeral =
            Numeral { value: Decimal::whole(0), len: end - start, written, scale: "", more: false, chinese: true };
        Draft { place, start, end, values: vec![value], form, numeral, unit, kind }
    }

    /// The quantity, with its bound.
    fn finish(self) -> Quantity {
        let Draft { place, start, mut end, mut values, form, numeral, unit, kind } = self;
        // 缩短三天半, 是上年的2倍半
        if let (Form::Plain, [value], Some(tail)) =
            (form, &mut values[..], place.text[end..place.block.end].strip_prefix('半'))
            && place.text[start..end].ends_with(unit)
            && quantities().half_behind.contains(unit)
            && !tail.starts_with(['年', '天', '个', '月', '小', '径', '数', '成', '价', '夜', '程', '山'])
        {
            *value += 0.5;
            end += '半'.len_utf8();
        }
        let before = &place.text[place.block.start..start];
        let lead = bound::before(before).filter(|(word, _)| start - word.len() >= place.free);
        let tail = bound::after(&place.text[end..place.block.end]);
        let capped = before.ends_with("控制在");
        let pressed = capped || before.ends_with("压减到") || before.ends_with("压缩到");
        let bound = match (lead, tail) {
            (_, Some((_, bound))) | (Some((_, bound)), None) => bound,
            (None, None) if capped => Bound::AtMost,
            (None, None) if numeral.more => Bound::AtLeast,
            (None, None) if form == Form::Top => Bound::AtMost,
            (None, None) if form == Form::Threshold => Bound::AtLeast,
            (None, None) => Bound::Exact,
        };
        Quantity {
            span: Span::new(start, end),
            values,
            form,
            written: numeral.written.trim_end_matches(['多', '余', '几']).to_owned(),
            scale: numeral.scale.to_owned(),
            unit,
            kind,
            bound,
            outer_start: lead.map_or(start, |(word, _)| start - word.len()),
            outer_end: tail.map_or(end, |(len, _)| end + len),
            bound_word: lead.map_or(if pressed { "控制在" } else { "" }, |(word, _)| word),
        }
    }
}

/// The recogniser's answer to the block `text`, asked at its first `at`: quote, value, unit.
#[cfg(test)]
fn read<'a>(
    recognise: fn(At<'_>) -> Option<Quantity>,
    text: &'a str,
    at: &str,
) -> Option<(&'a str, f64, &'static str)> {
    let block = Span::new(0, text.len());
    let kind = crate::structure::BlockKind::Paragraph;
    let quantity = recognise(At { text, start: text.find(at)?, block, free: 0, kind, base: None })?;
    Some((&text[quantity.span.start..quantity.span.end], quantity.values.first().copied()?, quantity.unit))
}
