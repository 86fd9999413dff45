//! What a header says of the numbers below it: name, unit, year, and whether they are levels, rates or shares.

use super::cell::{split_unit, tidy, year, year_cell};
use crate::lexicon::figure_cues::tables;
use crate::lexicon::search::Search;

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    /// The number of the row's indicator: 绝对数, 2023年.
    #[default]
    Plain,
    /// The number of an indicator of its own, or of a part: 利润总额, 城市.
    Named,
    /// How it changed: 比上年增长（%）.
    Growth,
    /// Its part of the whole: 比重（%）.
    Share,
    /// Its place among others: 位次.
    Rank,
    /// The unit of the row.
    Unit,
    /// The number of the row: 序号.
    Serial,
}

/// A column as its header has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) year: Option<i32>,
    /// Years before the one reported: 1 for 上年.
    pub(super) back: i32,
    pub(super) kind: Kind,
    /// A column of what is aimed at: 2025年预期目标.
    pub(super) target: bool,
}

pub(super) fn growth(text: &str) -> bool {
    tables().growth.within(text)
}

impl Column {
    pub(super) fn new(header: &str) -> Column {
        let (name, unit) = split_unit(&tidy(header));
        let mut name = tidy(&name);
        let compact: String = header.chars().filter(|c| !c.is_whitespace()).collect();
        if matches!(compact.as_str(), "单位" | "计量单位") {
            return Column { kind: Kind::Unit, ..Column::default() };
        }
        if tables().serial.contains(compact.as_str()) {
            return Column { kind: Kind::Serial, ..Column::default() };
        }
        let against = name.has("比") && year(&name).is_some_and(|y| name.contains(&format!("比{y}")));
        let mut found = year_cell(&name).or_else(|| year(&name)).filter(|_| !against);
        if let Some(y) = found {
            name = name.replacen(&format!("{y}年"), "", 1);
            if name == y.to_string() {
                name.clear();
            }
        }
        let mut back = 0;
        if tables().last_year.contains(name.strip_suffix('数').unwrap_or(&name)) {
            (back, found) = (1, None);
            name.clear();
        }
        let target = tables().target.within(&name) && !name.has("完成");
        let kind = if tables().rank.within(&name) {
            Kind::Rank
        } else if tables().share.within(&name) {
            Kind::Share
        } else if growth(&name) || unit == "%" && name.is_empty() {
            Kind::Growth
        } else if name.is_empty() || tables().plain.contains(name.without_end("情况")) || target && name.len() <= 12 {
            Kind::Plain
        } else {
            Kind::Named
        };
        Column { name, unit, year: found, back, kind, target }
    }

    /// A header of two rows: what the upper cell says holds for the lower ones.
    #[inline(never)]
    pub(super) fn under(self, upper: &Column) -> Column {
        if matches!(upper.kind, Kind::Unit | Kind::Serial) || self == Column::default() {
            return upper.clone();
        }
        // 经济指标 over 地区生产总值 says nothing of its own.
        let named = upper.kind == Kind::Named && !upper.name.ends_with("指标") && !upper.name.ends_with("情况");
        let kind = match self.kind {
            Kind::Plain if named => Kind::Named,
            Kind::Plain => upper.kind,
            kind => kind,
        };
        let name = match self.kind {
            Kind::Named if named => format!("{}{}", upper.name, self.name),
            Kind::Named => self.name,
            _ if named => upper.name.clone(),
            Kind::Plain => upper.name.clone(),
            _ => self.name,
        };
        let own = matches!(self.kind, Kind::Growth | Kind::Share | Kind::Rank);
        Column {
            name,
            unit: if self.unit.is_empty() && !own { upper.unit.clone() } else { self.unit },
            year: self.year.or(upper.year),
            back: self.back.max(upper.back),
            kind,
            target: self.target || upper.target,
        }
    }
}

/// Columns of two header rows; an empty upper cell belongs to the one on its left.
pub(super) fn merge(upper: Vec<Column>, lower: Vec<Column>, empty: &[bool]) -> Vec<Column> {
    let mut last = Column::default();
    upper
        .into_iter()
        .zip(lower)
        .enumerate()
        .map(|(j, (above, below))| {
            if !empty.get(j).copied().unwrap_or_default() {
                last = above.clone();
            }
            if below == Column::default() { above } else { below.under(&last) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_what_stands_below() {
        let growth = Column::new("比上年增长（%）");
        assert_eq!((growth.kind, growth.unit.as_str()), (Kind::Growth, "%"));
        let year = Column::new("2022年");
        assert_eq!((year.kind, year.year), (Kind::Plain, Some(2022)));
        assert_eq!(Column::new("上年").back, 1);
        assert_eq!(Column::new("单 位").kind, Kind::Unit);
        let named = Column::new("利润总额（亿元）");
        assert_eq!((named.kind, named.name.as_str(), named.unit.as_str()), (Kind::Named, "利润总额", "亿元"));
    }

    #[test]
    fn two_rows_of_headers_are_one() {
        let upper = ["指标", "出口额（亿元）", ""].map(Column::new).to_vec();
        let lower = ["", "绝对数", "增长（%）"].map(Column::new).to_vec();
        let columns = merge(upper, lower, &[false, false, true]);
        assert_eq!((columns[1].name.as_str(), columns[1].unit.as_str()), ("出口额", "亿元"));
        assert_eq!((columns[2].kind, columns[2].unit.as_str()), (Kind::Growth, "%"));
    }
}
