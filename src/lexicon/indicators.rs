//! The indicators of national and local statistics and the names they went by (`data/indicators.tsv`).
//!
//! A label of two characters (出口, 水库, or one marked `=` in the table, as 小麦) is too common in running text: it counts
//! only as a whole label, as in a table's first column, through [`Indicators::exact`].

use std::sync::OnceLock;

use rustc_hash::{FxBuildHasher, FxHashMap as HashMap};

use super::matcher::{Hit, Matcher};
use super::table::{Row, rows};

static TABLE: &str = include_str!("data/indicators.tsv");

/// How an indicator relates to time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Holds at a point in time: population, deposits.
    Stock,
    /// Adds up over a period: production, revenue.
    Flow,
    /// A proportion or an average: urbanisation, income per head is a flow, yield per mu a rate.
    Rate,
    /// A number against a base: prices.
    Index,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Better {
    /// The more the better.
    More,
    /// The less the better.
    Less,
    /// Neither, or it depends.
    Neutral,
}

/// One indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Indicator {
    /// Stable id in English: `gdp`.
    pub id: &'static str,
    /// Standard name: 地区生产总值.
    pub name: &'static str,
    /// Field of statistics: 综合, 农业, 财政 …
    pub category: &'static str,
    /// Base unit of its level; empty where it has none.
    pub unit: &'static str,
    /// Stock, flow, rate or index.
    pub kind: Kind,
    /// Which way is good.
    pub better: Better,
}

impl Indicator {
    /// Whether it counts things by a measure word (市场主体 in 户, 水库 in 座) rather than naming a statistic of
    /// its own: beside a verb such a name is the count of a deed (新建水库3座), another quantity than the stock.
    #[must_use]
    pub fn counts_things(&self) -> bool {
        matches!(
            self.unit,
            "家" | "个" | "所" | "座" | "处" | "条" | "项" | "件" | "台" | "辆" | "张" | "户" | "盏" | "枚" | "场"
        )
    }
}

/// All indicators and their names.
pub struct Indicators {
    all: Vec<Indicator>,
    labels: HashMap<&'static str, u16>,
    /// The labels that are looked for in running text.
    running: Vec<(&'static str, u16)>,
    finder: OnceLock<Matcher>,
}

/// The indicators of the table, read on first use.
pub fn indicators() -> &'static Indicators {
    static INDICATORS: OnceLock<Indicators> = OnceLock::new();
    INDICATORS.get_or_init(|| Indicators::read().0)
}

impl Indicators {
    /// Reads the table; rows that cannot be read are left out and told in the messages.
    fn read() -> (Indicators, Vec<String>) {
        // Room from the start: growing it would cost more than filling it.
        let mut read = Indicators {
            all: Vec::with_capacity(1_024),
            labels: HashMap::with_capacity_and_hasher(8_192, FxBuildHasher),
            running: Vec::with_capacity(8_192),
            finder: OnceLock::new(),
        };
        let mut messages = Vec::new();
        for row in rows("indicators.tsv", TABLE) {
            match indicator(&row) {
                Ok(indicator) => read.add(&row, indicator, &mut messages),
                Err(message) => messages.push(message),
            }
        }
        (read, messages)
    }

    fn add(&mut self, row: &Row<'static>, indicator: Indicator, messages: &mut Vec<String>) {
        let index = self.all.len() as u16;
        for written in std::iter::once(indicator.name).chain(row.list(2)) {
            let label = written.strip_prefix('=').unwrap_or(written);
            if self.labels.insert(label, index).is_some() {
                messages.push(row.message(&format!("{label} stands twice")));
            }
            if label.len() == written.len() && label.chars().nth(2).is_some() {
                self.running.push((label, index));
            }
        }
        self.all.push(indicator);
    }

    /// The indicator names in running text, leftmost first, the longest of those that start at one place.
    #[must_use]
    pub fn find_all(&self, text: &str) -> Vec<Hit> {
        self.finder.get_or_init(|| Matcher::new(self.running.iter().copied())).leftmost_longest(text)
    }

    /// The indicator that a label as a whole names, as in 居民消费价格 or a table's 小麦.
    #[must_use]
    pub fn exact(&self, label: &str) -> Option<&Indicator> {
        self.labels.get(label).and_then(|&index| self.get(index))
    }

    /// The indicator of a [`Hit`].
    #[must_use]
    pub fn get(&self, index: u16) -> Option<&Indicator> {
        self.all.get(usize::from(index))
    }

    /// The indicator of this id: `gdp`.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Indicator> {
        self.all.iter().find(|indicator| indicator.id == id)
    }

    /// All of them, in the table's order.
    #[must_use]
    pub fn all(&self) -> &[Indicator] {
        &self.all
    }
}

fn indicator(row: &Row<'static>) -> Result<Indicator, String> {
    let kind = match row.cell(5) {
        "stock" => Kind::Stock,
        "flow" => Kind::Flow,
        "rate" => Kind::Rate,
        "index" => Kind::Index,
        other => return Err(row.message(&format!("kind {other} is none of stock, flow, rate, index"))),
    };
    let better = match row.cell(6) {
        "more" => Better::More,
        "less" => Better::Less,
        "none" => Better::Neutral,
        other => return Err(row.message(&format!("better {other} is none of more, less, none"))),
    };
    if row.cell(0).is_empty() || row.cell(1).is_empty() {
        return Err(row.message("id or name is empty"));
    }
    Ok(Indicator { id: row.cell(0), name: row.cell(1), category: row.cell(3), unit: row.cell(4), kind, better })
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashSet as HashSet;

    use super::*;

    #[test]
    fn every_row_is_read_and_no_label_stands_twice() {
        let (read, messages) = Indicators::read();
        assert_eq!(messages, Vec::<String>::new());
        assert!(read.all.len() >= 350, "{} indicators", read.all.len());
        let ids: HashSet<_> = read.all.iter().map(|indicator| indicator.id).collect();
        assert_eq!(ids.len(), read.all.len(), "an id stands twice");
    }

    #[test]
    fn a_wrong_row_is_named_by_file_and_line() {
        let row = rows("indicators.tsv", "header\na\t甲\t\t综合\t元\tstck\tmore").next();
        let message = row.map(|row| indicator(&row));
        assert_eq!(message, Some(Err("indicators.tsv:2: kind stck is none of stock, flow, rate, index".to_owned())));
    }

    fn found(text: &str) -> Vec<(&str, &str)> {
        let indicators = indicators();
        indicators
            .find_all(text)
            .into_iter()
            .filter_map(|hit| Some((&text[hit.start..hit.end], indicators.get(hit.id)?.id)))
            .collect()
    }

    #[test]
    fn the_names_of_all_decades_meet_in_one_id() {
        for (text, id) in [
            ("完成国内生产总值120亿元", "gdp"),
            ("地区生产总值突破千亿元", "gdp"),
            ("人均GDP达到8000美元", "gdp_per_capita"),
            ("财政一般预算收入8.2亿元", "general_public_budget_revenue"),
            ("公共财政预算收入增长15%", "general_public_budget_revenue"),
            ("地方财政收入1.2亿元", "general_public_budget_revenue"),
            ("规上工业增加值增速8%", "industrial_value_added"),
            ("社零总额增长9.1%", "retail_sales"),
            ("农民人均纯收入2480元", "rural_net_income"),
            ("万元GDP能耗下降3.5%", "energy_per_gdp"),
            ("农村居民人均可支配收入", "rural_disposable_income"),
            ("居民消费价格指数上涨2%", "cpi"),
            ("城镇登记失业率控制在4%以内", "registered_unemployment"),
            ("实际利用外商直接投资3亿美元", "fdi_used"),
        ] {
            assert_eq!(found(text).iter().map(|hit| hit.1).collect::<Vec<_>>(), [id], "{text}");
        }
    }

    #[test]
    fn the_longest_name_wins_and_short_words_wait_for_exact() {
        assert_eq!(
            found("城镇居民人均可支配收入和农村居民人均可支配收入"),
            [
                ("城镇居民人均可支配收入", "urban_disposable_income"),
                ("农村居民人均可支配收入", "rural_disposable_income")
            ]
        );
        assert_eq!(found("小麦长势良好，出口通道畅通，水库蓄水"), []);
        assert_eq!(indicators().exact("小麦").map(|indicator| indicator.id), Some("wheat_output"));
        assert_eq!(indicators().exact("出口").map(|indicator| indicator.id), Some("exports"));
        assert_eq!(indicators().exact("无此指标"), None);
    }
}
