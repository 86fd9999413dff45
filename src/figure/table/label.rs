//! The label of a cell, from its row, its column and the caption.

use super::Reader;
use super::caption::{join, topic};
use super::column::{Column, Kind};
use super::row::Row;
use crate::lexicon::figure_cues::tables;
use crate::lexicon::search::Search;

impl Reader {
    /// A row's label that stands on its own: 住宅 below 房屋新开工面积 is 住宅新开工面积.
    #[inline(never)]
    pub(super) fn complete(&mut self, name: &str, unit: &str) -> String {
        let bare = name.split(['（', '(']).next().unwrap_or(name);
        let caption = self.caption.replace("进出口", if self.caption.has("进出口额") { "进出口" } else { "" });
        let trade = || self.caption.has("进出口").then_some("进出口");
        let noun = tables().noun.find(&caption).map(|(_, noun)| noun).or_else(trade);
        if tables().total.contains(bare) {
            return noun.unwrap_or(name).to_owned();
        }
        if tables().measured.suffix(bare).is_some() || noun.is_some_and(|noun| bare.contains(noun)) {
            self.parent = (bare.to_owned(), unit.to_owned());
            return name.to_owned();
        }
        let (parent, parent_unit) = &self.parent;
        // 亿吨 and 万吨 measure the same.
        let plain = |unit: &str| unit.trim_start_matches(['亿', '万']).to_owned();
        let same = !parent.is_empty() && plain(parent_unit) == plain(unit);
        if same && !noun.is_some_and(|noun| parent.ends_with(noun)) {
            return join(name, parent);
        }
        // Money is not what kilometres measure: 投资 goes with a unit of money or with none.
        let fits = noun
            .is_some_and(|noun| unit.is_empty() || unit.ends_with('元') || tables().money_noun.suffix(noun).is_none());
        // 产量 is of goods: not of people, money or parts.
        let made = noun != Some("产量") || !unit.ends_with(['人', '元', '%', '％', '户', '次']);
        match noun.filter(|_| fits && made) {
            Some(noun) => format!("{name}{noun}"),
            None => name.to_owned(),
        }
    }

    /// A row's label that is a place of which the row tells.
    pub(super) fn place(&self, name: &str) -> bool {
        let count = name.chars().count();
        if !(2..=12).contains(&count) || tables().total.contains(name) || tables().part.contains(name) {
            return false;
        }
        let tables = tables();
        tables.place_end.suffix(name).is_some()
            && tables.no_place_end.suffix(name).is_none()
            && tables.measured.suffix(name).is_none()
            || tables.place_head.contains(&self.corner.replace([' ', '　'], "")) && !name.has("其他")
    }

    /// What a cell is about.
    pub(super) fn label(&self, row: &Row, column: &Column, at: Option<usize>) -> String {
        let derived = matches!(column.kind, Kind::Growth | Kind::Share | Kind::Rank);
        let base = if derived { self.base(at.filter(|j| *j > 1)) } else { Some(column) };
        let named = base.filter(|c| c.kind == Kind::Named).map(|c| c.name.as_str());
        let part = |name: &str| tables().part.suffix(name).is_some();
        let own = row.place || row.year.is_some();
        let label = match named {
            Some(name) if own => name.to_owned(),
            Some(name) if part(name) => format!("{name}{}", row.label),
            Some(name) if row.label.ends_with(name) || row.total => {
                if row.total {
                    name.to_owned()
                } else {
                    row.label.clone()
                }
            }
            Some(name) if tables().measured.suffix(name).is_some() => join(&row.name, name),
            Some(name) => join(&row.label, name),
            None if own => topic(&self.caption),
            None => self.goods(row, base),
        };
        if column.kind == Kind::Share { format!("{label}比重") } else { label }
    }

    /// 钢材 in a table of exports: 钢材出口数量, 钢材出口金额.
    fn goods(&self, row: &Row, base: Option<&Column>) -> String {
        let caption = self.caption.replace("进出口", "");
        let Some(name) = base.map(|c| c.name.as_str()).filter(|name| matches!(*name, "数量" | "金额")) else {
            return row.label.clone();
        };
        match (caption.has("出口"), caption.has("进口")) {
            (true, false) if caption.has("商品") && !row.label.has("出口") => {
                format!("{}出口{name}", row.label)
            }
            (false, true) if caption.has("商品") && !row.label.has("进口") => {
                format!("{}进口{name}", row.label)
            }
            _ => row.label.clone(),
        }
    }

    /// The column with the number that a rate or a share at its right is of.
    fn base(&self, at: Option<usize>) -> Option<&Column> {
        self.columns[..at?]
            .iter()
            .rev()
            .filter(|c| c.name != self.corner)
            .find(|c| c.kind == Kind::Named || c.kind == Kind::Plain && !c.name.is_empty())
    }
}
