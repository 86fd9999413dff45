//! Cells of a table: the indicator from row and column, unit and measure from header, caption or unit line.

mod caption;
mod cell;
mod column;

use std::ops::Range;

use self::caption::{join, months, topic, whole};
use self::cell::{blank, cells, is_unit, numeric, split_unit, tidy, unit, year, year_cell};
use self::column::{Column, Kind, growth, merge};
use super::indicator::Label;
use super::{Figure, scene::Place};
use crate::clean::Clean;
use crate::lexicon::numeral;
use crate::lexicon::regions::regions;
use crate::mention::Mentions;
use crate::mention::quantity::Quantity;
use crate::report::{Bound, Commitment, Interval, Measure, Status};
use crate::structure::{Block, BlockKind, Mode, Structure};

/// Reads tables row by row.
#[derive(Debug, Default)]
pub(super) struct Reader {
    caption: String,
    /// Units of the line 单位：…, in order.
    units: Vec<String>,
    columns: Vec<Column>,
    /// What the first header says the rows are: 指标, 县区.
    corner: String,
    /// Label of the first row: the whole of which others are parts.
    whole: String,
    /// Label and unit of the last row that names a measure, of which the rows below can be parts.
    parent: (String, String),
    /// Rows with values that were read.
    rows: usize,
    active: bool,
}

/// Nouns of a caption that its rows leave out, the longer before the shorter.
const NOUNS: [&str; 18] = [
    "固定资产投资",
    "消费品零售额",
    "工业增加值",
    "人口",
    "价格",
    "产量",
    "投资",
    "增加值",
    "零售额",
    "收入",
    "支出",
    "进出口",
    "出口额",
    "进口额",
    "利润",
    "用电量",
    "贷款余额",
    "存款余额",
];
/// Ends of labels that say what is measured.
const MEASURED: [&str; 38] = [
    "额", "量", "值", "率", "数", "面积", "里程", "收入", "支出", "投资", "人口", "价格", "资金", "利润", "税", "存款",
    "贷款", "能力", "指数", "价款", "比", "消费", "能耗", "顺差", "逆差", "总计", "合计", "产值", "规模", "费用",
    "成本", "水平", "工资", "长度", "容量", "余额", "机场", "线路",
];
const TOTALS: [&str; 9] = ["总计", "合计", "总量", "总额", "全国", "全省", "全市", "全县", "全区"];
/// Headers above names of places.
const PLACES: [&str; 10] =
    ["县区", "区县", "地区", "县（市、区）", "县市区", "乡镇", "市州", "单位名称", "城市", "行政区"];
/// Parts that a column is about.
const PARTS: [&str; 8] = ["城市", "城镇", "农村", "乡村", "市区", "县城", "男", "女"];

impl Reader {
    /// A block that is no row: a caption, a unit line, or the end of the table.
    pub(super) fn leave(&mut self, clean: &Clean, block: &Block) {
        let text = block.span.of(&clean.text).trim_matches(['*', '#', ' ', '-']);
        if self.active {
            *self = Reader::default();
        }
        self.heading(text);
    }

    /// A caption, a unit line, or both on one line.
    fn heading(&mut self, text: &str) {
        let unit = text.find("单位：").or_else(|| text.find("单位:"));
        if let Some(at) = unit.filter(|_| text.chars().count() <= 60) {
            let units = text[at..].trim_start_matches("单位").trim_start_matches(['：', ':']);
            let units = units.split(['）', ')']).next().unwrap_or_default();
            self.units =
                units.split(['、', '，', ',', '；', ' ']).map(|u| u.trim().to_owned()).filter(|u| is_unit(u)).collect();
            let caption = text[..at].trim_end_matches(['（', '(', ' ', '计', '量']);
            if caption.chars().count() > 3 {
                caption.clone_into(&mut self.caption);
            }
        } else if text.chars().count() <= 50 {
            text.clone_into(&mut self.caption);
        } else {
            self.caption.clear();
        }
    }

    /// The caption of a table that has it below.
    fn begin(&mut self, clean: &Clean, structure: &Structure, block: usize) {
        self.active = true;
        if self.caption.starts_with('表') {
            return;
        }
        let blocks = structure.blocks.get(block..).unwrap_or_default();
        let mut below = blocks.iter().skip_while(|b| b.kind == BlockKind::TableRow);
        let (next, after) = (below.next(), below.next());
        if let Some(next) = next.map(|b| b.span.of(&clean.text).trim_matches(['*', ' ']))
            && next.starts_with('表')
            && next.chars().count() <= 50
            && after.is_none_or(|b| b.kind != BlockKind::TableRow)
        {
            next.clone_into(&mut self.caption);
        }
    }

    /// One row.
    pub(super) fn row(
        &mut self,
        clean: &Clean,
        structure: &Structure,
        mentions: &Mentions,
        block: usize,
        range: Range<usize>,
        figures: &mut Vec<Figure>,
    ) {
        let span = structure.blocks[block].span;
        let cells = cells(span.of(&clean.text), span.start);
        if !self.active {
            self.begin(clean, structure, block);
        }
        let texts: Vec<&str> = cells.iter().map(|c| c.of(&clean.text).trim_matches(['*', ' '])).collect();
        let filled = texts.iter().filter(|t| !t.is_empty()).count();
        if texts.iter().all(|t| t.chars().all(|c| matches!(c, '-' | ':' | ' '))) {
            return;
        }
        let label_at = texts.iter().position(|t| !t.is_empty() && !numeric(t) && !blank(t));
        let label_at = label_at.or_else(|| texts.iter().position(|t| year_cell(t).is_some()));
        let years = texts.iter().filter(|t| !t.is_empty()).all(|t| year_cell(t).is_some() || !numeric(t));
        let numbers: Vec<usize> = (0..cells.len()).filter(|&j| numeric(texts[j]) && Some(j) != label_at).collect();
        let first = texts.iter().find(|t| !t.is_empty()).copied().unwrap_or_default();
        if numbers.is_empty() || years && self.rows == 0 {
            let line = texts.join(" ");
            let captioned = first.starts_with('表') && filled <= 3 && self.rows + self.columns.len() == 0
                || filled == 1 && first.starts_with('表');
            if line.contains("单位：") || line.contains("单位:") || captioned {
                if captioned {
                    *self = Reader { active: true, ..Reader::default() };
                }
                self.heading(line.trim());
            } else if filled == 1 && self.rows > 0 {
                self.group(first);
            } else if filled > 1 && texts.iter().any(|t| blank(t)) && self.rows > 0 {
                // A row whose values are all missing.
            } else if !(filled == 1 && self.columns.is_empty() && cells.len() > 2) {
                self.header(&texts, span.of(&clean.text).starts_with('|'));
            } else {
                first.clone_into(&mut self.caption);
            }
            return;
        }
        self.rows += 1;
        // Two tables side by side: 行业 | 增长 | 行业 | 增长.
        let aligned = self.columns.len() == cells.len() && !self.corner.is_empty();
        let mut starts: Vec<usize> =
            (1..cells.len()).filter(|&j| aligned && self.columns[j].name == self.corner).collect();
        starts.push(cells.len());
        let (mut from, mut quantities) = (0, range);
        for upto in starts {
            let end = cells.get(upto).map_or(span.end, |c| c.start);
            let mut next = quantities.start;
            while next < quantities.end && mentions.quantities[next].span.start < end {
                next += 1;
            }
            let part = Part { cells: &cells, texts: &texts, columns: from..upto };
            self.part(structure, mentions, block, &part, quantities.start..next, figures);
            (from, quantities.start) = (upto, next);
        }
    }

    /// The label of a row with its values.
    fn part(
        &mut self,
        structure: &Structure,
        mentions: &Mentions,
        block: usize,
        part: &Part<'_>,
        range: Range<usize>,
        figures: &mut Vec<Figure>,
    ) {
        let Part { cells, texts, columns } = part;
        let label_at = columns.clone().find(|&j| !texts[j].is_empty() && !numeric(texts[j]) && !blank(texts[j]));
        let label_at = label_at.or_else(|| columns.clone().find(|&j| year_cell(texts[j]).is_some()));
        let numbers: Vec<usize> = columns.clone().filter(|&j| numeric(texts[j]) && Some(j) != label_at).collect();
        let (name, row_unit) = split_unit(label_at.map(|j| texts[j]).unwrap_or_default());
        // A column of its own can hold the unit: 水泥 | 万吨 | 905.3
        let aligned = self.columns.len() == cells.len();
        let unit_column = columns.clone().find(|&j| aligned && self.columns[j].kind == Kind::Unit);
        let unit_cell = unit_column
            .or_else(|| columns.clone().find(|&j| Some(j) != label_at && !numeric(texts[j]) && is_unit(texts[j])));
        let row_unit = unit_cell.map(|j| texts[j].to_owned()).filter(|u| is_unit(u)).unwrap_or(row_unit);
        let name = tidy(&name);
        let (place, year) = (self.place(&name), year_cell(&name));
        let row = Row {
            span: label_at.map(|j| cells[j]),
            year,
            place,
            name: name.clone(),
            label: if place || year.is_some() { name.clone() } else { self.complete(&name, &row_unit) },
            total: TOTALS.contains(&name.as_str()),
            unit: row_unit,
        };
        if self.whole.is_empty() {
            self.whole.clone_from(&row.label);
        }
        let values: Vec<usize> =
            columns.clone().filter(|&j| numbers.contains(&j) || blank(texts[j]) && Some(j) != label_at).collect();
        for n in range {
            let quantity = &mentions.quantities[n];
            let cell = cells.iter().position(|c| c.start <= quantity.span.start && quantity.span.end <= c.end);
            let Some(rank) = cell.filter(|j| numbers.contains(j)).and_then(|j| values.iter().position(|k| *k == j))
            else {
                // A number inside a label sets a class apart: 60周岁及以上. 亿元 and 折100% say nothing of their own.
                if quantity.unit.ends_with('岁') {
                    figures.push(age(structure, mentions, block, n));
                }
                continue;
            };
            let at = self.column(cells.len(), cell.unwrap_or_default(), rank, values.len());
            figures.push(self.cell(structure, block, n, quantity, &row, at, rank));
        }
    }

    fn header(&mut self, texts: &[&str], pipes: bool) {
        if self.rows > 0 {
            // A new header within the table.
            self.columns.clear();
            self.rows = 0;
            self.parent = Default::default();
        }
        let columns: Vec<Column> = texts.iter().map(|t| Column::new(t)).collect();
        if self.columns.is_empty() {
            self.corner = tidy(texts.iter().find(|t| !t.is_empty()).copied().unwrap_or_default());
            self.columns = columns;
        } else if pipes && self.columns.len() == columns.len() {
            let empty: Vec<bool> = self.columns.iter().map(|c| *c == Column::default()).collect();
            self.columns = merge(std::mem::take(&mut self.columns), columns, &empty);
        } else {
            self.columns.extend(columns);
        }
    }

    /// A row with a label alone: the rows below are of its kind.
    fn group(&mut self, text: &str) {
        let (name, unit) = split_unit(text);
        let name = tidy(&name);
        if !unit.is_empty() {
            self.units = vec![unit];
        }
        if NOUNS.iter().any(|noun| name.ends_with(noun)) {
            self.caption = name;
        }
        self.parent = Default::default();
    }

    /// A row's label that stands on its own: 住宅 below 房屋新开工面积 is 住宅新开工面积.
    fn complete(&mut self, name: &str, unit: &str) -> String {
        let bare = name.split(['（', '(']).next().unwrap_or(name);
        let caption = self.caption.replace("进出口", if self.caption.contains("进出口额") { "进出口" } else { "" });
        let noun =
            NOUNS.iter().find(|noun| caption.contains(**noun) || **noun == "进出口" && self.caption.contains("进出口"));
        if TOTALS.contains(&bare) {
            return noun.map_or_else(|| name.to_owned(), |noun| (*noun).to_owned());
        }
        if MEASURED.iter().any(|w| bare.ends_with(w)) || noun.is_some_and(|noun| bare.contains(noun)) {
            self.parent = (bare.to_owned(), unit.to_owned());
            return name.to_owned();
        }
        let (parent, parent_unit) = &self.parent;
        let same = !parent.is_empty() && parent_unit == unit;
        if same && !noun.is_some_and(|noun| parent.ends_with(noun)) {
            return join(name, parent);
        }
        // Money is not what kilometres measure: 投资 goes with a unit of money or with none.
        let fits = noun.is_some_and(|noun| {
            unit.is_empty()
                || unit.ends_with('元')
                || !["投资", "收入", "支出", "价格", "利润"].iter().any(|w| noun.ends_with(w))
        });
        match noun.filter(|_| fits) {
            Some(noun) => format!("{name}{noun}"),
            None => name.to_owned(),
        }
    }

    /// A row's label that is a place of which the row tells.
    fn place(&self, name: &str) -> bool {
        let count = name.chars().count();
        if !(2..=12).contains(&count) || TOTALS.contains(&name) || PARTS.contains(&name) {
            return false;
        }
        let suffix = ["县", "区", "市", "镇", "乡", "街道", "省", "自治区", "自治州", "盟", "旗"]
            .iter()
            .any(|w| name.ends_with(w));
        suffix
            && !["地区", "东盟", "欧盟", "联盟", "城镇", "城乡", "乡镇", "集镇", "小区"]
                .iter()
                .any(|w| name.ends_with(w))
            && !MEASURED.iter().any(|w| name.ends_with(w))
            || PLACES.iter().any(|w| self.corner == *w) && !name.contains("其他")
    }

    /// The column of a cell; in rows whose cells were lost to spaces, the k-th from the right.
    fn column(&self, cells: usize, cell: usize, rank: usize, numbers: usize) -> Option<usize> {
        if self.columns.len() == cells {
            return Some(cell);
        }
        let heads: Vec<usize> = (0..self.columns.len()).filter(|&j| self.columns[j] != Column::default()).collect();
        // With a value too few it is the last columns that are empty: 差额 has no rate of growth.
        let label = 1 + usize::from(self.columns.iter().any(|c| c.kind == Kind::Unit));
        let first = heads.len().checked_sub(numbers)?;
        let first = if self.columns.get(1).is_some_and(|c| c.kind == Kind::Plain || c.kind == Kind::Named) {
            first.min(label)
        } else {
            first
        };
        heads.get(first + rank).copied()
    }

    /// The column with the number that a rate or a share at its right is of.
    fn base(&self, at: Option<usize>) -> Option<&Column> {
        self.columns[..at?]
            .iter()
            .rev()
            .filter(|c| c.name != self.corner)
            .find(|c| c.kind == Kind::Named || c.kind == Kind::Plain && !c.name.is_empty())
    }

    fn label(&self, row: &Row, column: &Column, at: Option<usize>) -> String {
        let derived = matches!(column.kind, Kind::Growth | Kind::Share | Kind::Rank);
        let base = if derived { self.base(at.filter(|j| *j > 1)) } else { Some(column) };
        let named = base.filter(|c| c.kind == Kind::Named).map(|c| c.name.as_str());
        let part = |name: &str| PARTS.iter().any(|w| name.ends_with(w));
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
            Some(name) if MEASURED.iter().any(|w| name.ends_with(w)) => join(&row.name, name),
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
        match (caption.contains("出口"), caption.contains("进口")) {
            (true, false) if caption.contains("商品") && !row.label.contains("出口") => {
                format!("{}出口{name}", row.label)
            }
            (false, true) if caption.contains("商品") && !row.label.contains("进口") => {
                format!("{}进口{name}", row.label)
            }
            _ => row.label.clone(),
        }
    }

    /// The unit that the unit line gives a column: 万人、% go with the columns in their order.
    fn line_unit(&self, column: &Column, rank: usize) -> &str {
        let rate = matches!(column.kind, Kind::Growth | Kind::Share);
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
    fn cell(
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
        let changes = self.caption.contains("涨跌")
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
        let target = column.target || block.frame.mode == Mode::Plan && !column.name.contains("完成");
        let subject = row.place.then(|| row.label.clone()).or_else(|| structure.region.last().cloned());
        let subject_code =
            if row.place { regions().resolve(&row.label, structure.region_code) } else { structure.region_code };
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
        let year = column.year.or(row.year).or(reported.map(|y| y - column.back))?;
        let whole = column.year.is_some() || row.year.is_some();
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

/// The cells of a row, and which columns one label has.
struct Part<'a> {
    cells: &'a [Place],
    texts: &'a [&'a str],
    columns: Range<usize>,
}

/// What a row says of its numbers.
struct Row {
    /// As the cell has it.
    name: String,
    /// With what the caption or the row above says is measured.
    label: String,
    span: Option<Place>,
    unit: String,
    year: Option<i32>,
    place: bool,
    total: bool,
}

/// An age inside a label: 60周岁及以上.
fn age(structure: &Structure, mentions: &Mentions, block: usize, n: usize) -> Figure {
    let quantity = &mentions.quantities[n];
    let block = &structure.blocks[block];
    Figure {
        quantity: n,
        measure: Measure::Level,
        values: quantity.values.clone(),
        unit: quantity.unit,
        bound: quantity.bound,
        label: Label { text: "年龄".to_owned(), ..Label::default() },
        subject: structure.region.last().cloned(),
        subject_code: structure.region_code,
        period: None,
        period_label: None,
        every: None,
        status: Status::Rule,
        commitment: None,
        modality: None,
        scope: None,
        confidence: 0.4,
        context: block.span,
        section: block.section,
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
