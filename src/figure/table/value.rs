//! The figure of a cell: measure, unit, value and period from column, row, caption and unit line.

use super::Reader;
use super::caption::{months, whole};
use super::cell::{unit, year};
use super::column::{Column, Kind, growth};
use super::row::Row;
use crate::figure::Figure;
use crate::figure::indicator::Label;
use crate::lexicon::numeral;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::mention::quantity::Quantity;
use crate::report::{Bound, Commitment, Interval, Measure, Status};
use crate::structure::{Block, Mode, Structure};

impl Reader {
    /// The unit that the unit line gives a column: 万人、% go with the columns in their order.
    fn line_unit(&self, column: &Column, rank: usize) -> &str {
        // 完成率 is counted in per cent under 单位：万元、% too.
        let rate = matches!(column.kind, Kind::Growth | Kind::Share) || column.name.ends_with('率');
        let plain = |u: &&String| u.as_str() != "%";
        match self.units.as_slice() {
            [] => "",
            [one] if rate && one != "%" => "",
            [one] => one,
            many if rate => many.iter().find(|u| u.as_str() == "%").map_or("", String::as_str),
            many => {
                let before = self.columns.iter().filter(|c| matches!(c.kind, Kind::Plain | Kind::Named)).count();
                let levels = many.iter().filter(plain).count();
                let pick = if levels > 1 && before > 1 { rank.min(many.len() - 1) } else { 0 };
                many.get(pick).filter(plain).or_else(|| many.iter().find(plain)).map_or("", String::as_str)
            }
        }
    }

    #[allow(clippy::too_many_arguments)]
    #[inline(never)]
    pub(super) fn cell(
        &self,
        structure: &Structure,
        block: usize,
        n: usize,
        quantity: &Quantity,
        row: &Row,
        at: Option<usize>,
        rank: usize,
    ) -> Figure {
        let block = &structure.blocks[block];
        let none = Column::default();
        let column = at.and_then(|j| self.columns.get(j)).unwrap_or(&none);
        let changes = self.caption.has("涨跌")
            || column.name.is_empty()
                && column.year.is_none()
                && growth(&self.caption)
                && self.units.iter().any(|u| u == "%");
        let (share, place) = (column.kind == Kind::Share, column.kind == Kind::Rank);
        let grows = column.kind == Kind::Growth || changes && !share && !place;
        let written = match () {
            () if !quantity.unit.is_empty() || place => "",
            () if grows || share => {
                [column.unit.as_str(), self.line_unit(column, rank)].into_iter().find(|u| !u.is_empty()).unwrap_or("%")
            }
            () => [column.unit.as_str(), &row.unit, self.line_unit(column, rank)]
                .into_iter()
                .find(|u| !u.is_empty())
                .unwrap_or(""),
        };
        let (factor, base_unit) = if written == "%" { (1.0, "%") } else { unit(written) };
        let unit = if quantity.unit.is_empty() { base_unit } else { quantity.unit };
        let measure = if share {
            Measure::Share
        } else if place {
            Measure::Rank
        } else if grows && matches!(unit, "%" | "") {
            Measure::ChangeRate
        } else if grows {
            Measure::ChangeAmount
        } else {
            Measure::Level
        };
        let values =
            if matches!(unit, "%" | "个百分点") { quantity.values.clone() } else { scaled(quantity, factor) };
        let target = column.target || block.frame.mode == Mode::Plan && !column.name.has("完成");
        let named = if row.place { Some(&row.label) } else { row.group.place.as_ref() };
        let subject = named.or(structure.region.last()).cloned();
        let subject_code = match named {
            Some(place) => regions().resolve(place, structure.region_code),
            None => structure.region_code,
        };
        Figure {
            quantity: n,
            measure,
            values,
            unit,
            bound: if quantity.unit.is_empty() { Bound::Exact } else { quantity.bound },
            label: Label {
                text: self.label(row, column, at),
                spans: row.span.into_iter().collect(),
                confidence: 0.85,
                ..Label::default()
            },
            subject,
            subject_code,
            period: self.period(structure, block, row, column),
            period_label: None,
            every: None,
            status: if target { Status::Target } else { Status::Actual },
            commitment: target.then_some(Commitment::Plain),
            modality: None,
            scope: share.then(|| whole(&column.name).unwrap_or_else(|| self.whole.clone())),
            confidence: if row.label.is_empty() || *column == none && self.columns.is_empty() { 0.5 } else { 0.85 },
            context: block.span,
            section: block.section,
        }
    }

    /// The year of the column, the row, the caption or the section; of a part of a year its months.
    fn period(&self, structure: &Structure, block: &Block, row: &Row, column: &Column) -> Option<Interval> {
        let reported = year(&self.caption).or(block.frame.years.map(|(_, to)| to)).or(structure.review_year);
        let year = column.year.or(row.year).or(row.group.year).or(reported.map(|y| y - column.back))?;
        let whole = column.year.is_some() || row.year.is_some() || row.group.year.is_some();
        let (from, to) = if whole { (1, 12) } else { months(&self.caption).unwrap_or((1, 12)) };
        let days = if matches!(to, 4 | 6 | 9 | 11) { 30 } else { 31 };
        let days = match to {
            2 if year % 4 == 0 => 29,
            2 => 28,
            _ => days,
        };
        Some(Interval {
            start: Some(format!("{year:04}-{from:02}-01")),
            end: Some(format!("{year:04}-{to:02}-{days:02}")),
        })
    }
}

/// Values times a power of ten, exact as the digits are.
fn scaled(quantity: &Quantity, factor: f64) -> Vec<f64> {
    let powers = factor.log10().round();
    let exact = numeral::arabic(&quantity.written).filter(|n| {
        quantity.values.len() == 1
            && quantity.scale.is_empty()
            && n.len == quantity.written.len()
            && (10_f64.powf(powers) - factor).abs() < f64::EPSILON * factor
    });
    match (exact, quantity.values.first()) {
        (Some(n), Some(value)) => {
            let scaled = n.value.shifted(powers as i32).to_f64().abs();
            vec![if *value < 0.0 { -scaled } else { scaled }]
        }
        _ => quantity.values.iter().map(|v| v * factor).collect(),
    }
}
