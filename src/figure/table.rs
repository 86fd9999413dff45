//! Cells of a table: the indicator from row and column, unit and measure from header, caption or unit line.

use std::ops::Range;

use super::indicator::Label;
use super::{Figure, scene::Place};
use crate::clean::Clean;
use crate::lexicon::{numeral, units};
use crate::mention::Mentions;
use crate::mention::quantity::{Form, Quantity};
use crate::report::{Interval, Measure, Status};
use crate::span::Span;
use crate::structure::{Block, Mode, Structure};

/// Reads tables row by row.
#[derive(Debug, Default)]
pub(super) struct Reader {
    caption: String,
    unit: String,
    header: Vec<String>,
    /// Label of the first row: the whole of which others are parts.
    whole: String,
    /// Year that the caption or the heading names.
    year: Option<i32>,
    active: bool,
}

/// Columns that only say that a number stands in them.
const PLAIN: [&str; 14] = [
    "年末数",
    "指标",
    "数值",
    "绝对数",
    "总量",
    "全国",
    "合计",
    "本年",
    "绝对值",
    "数量",
    "全年",
    "总额",
    "实绩",
    "产量",
];
const GROWTH: [&str; 9] = ["增长", "增速", "同比", "涨跌", "涨幅", "±", "比上年", "增减", "变动"];
const SHARE: [&str; 4] = ["比重", "构成", "占比", "份额"];
/// Nouns of a caption that its rows leave out.
const NOUNS: [&str; 14] = [
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
    "利润",
    "用电量",
    "贷款余额",
    "存款余额",
];

impl Reader {
    /// A block that is no row: a caption, a unit line, or the end of the table.
    pub(super) fn leave(&mut self, clean: &Clean, block: &Block) {
        let text = block.span.of(&clean.text).trim_matches(['*', '#', ' ']);
        if self.active {
            *self = Reader::default();
        }
        if let Some(unit) = text.strip_prefix("单位：").or_else(|| text.strip_prefix("单位:")) {
            unit.trim().clone_into(&mut self.unit);
        } else if text.chars().count() <= 50 {
            text.clone_into(&mut self.caption);
        } else {
            self.caption.clear();
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
        self.active = true;
        let texts: Vec<&str> = cells.iter().map(|c| c.of(&clean.text).trim()).collect();
        if texts.iter().all(|t| t.chars().all(|c| matches!(c, '-' | ':' | ' '))) {
            return;
        }
        if let Some(unit) = texts.iter().find_map(|t| t.strip_prefix("单位：").or_else(|| t.strip_prefix("单位:")))
        {
            unit.trim().clone_into(&mut self.unit);
            return;
        }
        let label_at = texts.iter().position(|t| !t.is_empty() && !numeric(t));
        let numbers: Vec<usize> = (0..cells.len()).filter(|&j| numeric(texts[j]) && Some(j) != label_at).collect();
        if numbers.is_empty()
            || self.header.is_empty()
                && texts.iter().filter(|t| !t.is_empty()).all(|t| year(t).is_some() || !numeric(t))
        {
            self.header.extend(texts.iter().map(|t| (*t).to_owned()));
            for (n, _) in (range.clone()).zip(0..) {
                figures.push(Self::rule(clean, structure, mentions, block, n));
            }
            return;
        }
        let row_label = label_at.map(|j| texts[j]).unwrap_or_default();
        let (row, row_unit) = split_unit(row_label);
        // A column of its own can hold the unit: 水泥 | 万吨 | 905.3
        let unit_column = self
            .header
            .iter()
            .position(|h| h == "单位" || h == "计量单位")
            .filter(|_| self.header.len() == cells.len());
        let row_unit = unit_column.map_or(row_unit, |j| texts[j].to_owned());
        let row = tidy(&row);
        if self.whole.is_empty() {
            self.whole.clone_from(&row);
        }
        for n in range {
            let quantity = &mentions.quantities[n];
            let cell = cells.iter().position(|c| c.start <= quantity.span.start && quantity.span.end <= c.end);
            let Some(rank) = cell.and_then(|j| numbers.iter().position(|k| *k == j)) else {
                figures.push(Self::rule(clean, structure, mentions, block, n));
                continue;
            };
            let column = self.column(&cells, cell.unwrap_or_default(), rank, numbers.len());
            figures.push(self.cell(
                clean,
                structure,
                block,
                n,
                quantity,
                (&row, label_at.map(|j| cells[j]), &row_unit),
                column,
            ));
        }
    }

    /// The header above a cell; in rows whose cells were lost to spaces, the k-th from the right.
    fn column(&self, cells: &[Place], cell: usize, rank: usize, numbers: usize) -> &str {
        if self.header.len() == cells.len() {
            return self.header.get(cell).map_or("", String::as_str);
        }
        let heads: Vec<&String> = self.header.iter().filter(|h| !h.is_empty()).collect();
        heads.len().checked_sub(numbers).and_then(|first| heads.get(first + rank)).map_or("", |h| h.as_str())
    }

    #[allow(clippy::too_many_arguments)]
    fn cell(
        &self,
        clean: &Clean,
        structure: &Structure,
        block: usize,
        n: usize,
        quantity: &Quantity,
        row: (&str, Option<Place>, &str),
        column: &str,
    ) -> Figure {
        let block = &structure.blocks[block];
        let (head, head_unit) = split_unit(column);
        let head = tidy(&head);
        let growth = GROWTH.iter().any(|w| head.contains(w))
            || head.is_empty() && GROWTH.iter().any(|w| self.caption.contains(w))
            || PLAIN.contains(&head.as_str()) && self.caption.contains("涨跌")
            || self.caption.contains("涨跌幅度");
        let share = SHARE.iter().any(|w| head.contains(w));
        let mut label = row.0.to_owned();
        if let Some(noun) = NOUNS.iter().find(|noun| self.caption.contains(**noun))
            && !label.contains(noun)
            && !NOUNS.iter().any(|n| label.contains(n))
        {
            label.push_str(noun);
        }
        let column_year = year(&head);
        let column_names = !head.is_empty()
            && column_year.is_none()
            && !growth_word(&head)
            && !share
            && !PLAIN.contains(&head.as_str());
        if column_names {
            label.insert_str(0, &head);
        }
        if share {
            label = format!("{label}比重");
        }
        let written = if quantity.unit.is_empty() {
            [head_unit.as_str(), row.2, self.unit.as_str()].into_iter().find(|u| !u.is_empty()).unwrap_or_default()
        } else {
            ""
        };
        let (factor, unit) = unit(written);
        let rate = unit == "%" || quantity.unit == "%" || growth || share;
        let unit = if quantity.unit.is_empty() {
            if rate && unit.is_empty() || growth { "%" } else { unit }
        } else {
            quantity.unit
        };
        let measure = if share {
            Measure::Share
        } else if growth {
            Measure::ChangeRate
        } else {
            Measure::Level
        };
        let values = if unit == "%" { quantity.values.clone() } else { scaled(quantity, factor) };
        let year = column_year.or(self.year).or_else(|| year(&self.caption)).or(block.frame.years.map(|(_, to)| to));
        Figure {
            quantity: n,
            measure,
            values,
            unit,
            bound: quantity.bound,
            label: Label { text: label, spans: row.1.into_iter().collect(), confidence: 0.85, ..Label::default() },
            subject: structure.region.last().cloned(),
            subject_code: structure.region_code,
            period: year.map(|y| Interval { start: Some(format!("{y:04}-01-01")), end: Some(format!("{y:04}-12-31")) }),
            period_label: None,
            every: None,
            status: if block.frame.mode == Mode::Plan { Status::Target } else { Status::Actual },
            commitment: (block.frame.mode == Mode::Plan).then_some(crate::report::Commitment::Plain),
            modality: None,
            scope: share.then(|| self.whole.clone()),
            confidence: if row.0.is_empty() || column.is_empty() && self.header.is_empty() { 0.5 } else { 0.85 },
            context: Span::new(block.span.start, block.span.end.min(clean.text.len())),
            section: block.section,
        }
    }

    /// A number inside a label or a header: 60周岁及以上.
    fn rule(clean: &Clean, structure: &Structure, mentions: &Mentions, block: usize, n: usize) -> Figure {
        let quantity = &mentions.quantities[n];
        let block = &structure.blocks[block];
        let text = block.span.of(&clean.text).trim_matches(['|', ' ', '-']);
        let label = if quantity.unit.ends_with('岁') {
            "年龄".to_owned()
        } else {
            tidy(text.split('|').next().unwrap_or_default())
        };
        Figure {
            quantity: n,
            measure: if quantity.form == Form::Ratio { Measure::Ratio } else { Measure::Level },
            values: quantity.values.clone(),
            unit: quantity.unit,
            bound: quantity.bound,
            label: Label { text: label, ..Label::default() },
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

fn growth_word(head: &str) -> bool {
    GROWTH.iter().any(|w| head.contains(w))
}

fn numeric(cell: &str) -> bool {
    let cell = cell.trim_matches(['*', ' ']);
    cell.chars().any(|c| c.is_ascii_digit())
        && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | '%' | ' ' | '：' | ':'))
}

fn year(text: &str) -> Option<i32> {
    let at = text.find('年')?;
    let head = &text[..at];
    head.get(head.len().checked_sub(4)?..)?.parse().ok().filter(|y| (1949..2100).contains(y))
}

/// 年末数（万人） → 年末数, 万人
fn split_unit(text: &str) -> (String, String) {
    if let Some(open) = text.rfind(['（', '(']) {
        let inner = text[open..].trim_start_matches(['（', '(']);
        if let Some(inner) = inner.trim_end().strip_suffix(['）', ')'])
            && (inner == "%" || inner == "％" || !unit(inner).1.is_empty())
        {
            return (text[..open].trim().to_owned(), inner.to_owned());
        }
    }
    (text.to_owned(), String::new())
}

/// 万人 → 10000, 人
fn unit(written: &str) -> (f64, &'static str) {
    let mut factor = 1.0;
    let mut rest = written.trim();
    loop {
        if let Some((unit, len)) = units::longest_match(rest)
            && len == rest.len()
        {
            return (factor * unit.factor, &unit.unit);
        }
        let Some(first) = rest.chars().next() else { return (1.0, "") };
        factor *= match first {
            '十' => 1e1,
            '百' => 1e2,
            '千' => 1e3,
            '万' => 1e4,
            '亿' => 1e8,
            _ => return (1.0, ""),
        };
        rest = &rest[first.len_utf8()..];
    }
}

/// A label without its marks: "其中：男　性[3]" → 男性.
fn tidy(text: &str) -> String {
    let mut words: String =
        text.trim_matches(['*', '-', ' ']).chars().filter(|c| !c.is_whitespace() && *c != '*').collect();
    while let (Some(open), Some(close)) = (words.find('['), words.find(']')) {
        if open >= close {
            break;
        }
        words.replace_range(open..=close, "");
    }
    for lead in ["其中：", "其中:", "#", "其中", "一、", "二、", "三、", "四、", "五、", "六、"] {
        if let Some(rest) = words.strip_prefix(lead) {
            words = rest.to_owned();
        }
    }
    words
}

fn cells(row: &str, start: usize) -> Vec<Place> {
    let mut found = Vec::new();
    if let Some(inner) = row.strip_prefix('|') {
        let mut at = 1;
        for cell in inner.split('|') {
            found.push(Span::new(start + at, start + at + cell.len()));
            at += cell.len() + 1;
        }
        found.pop();
        return found;
    }
    // A list item: the label may hold spaces (衣 着), the numbers stand at the end.
    let body = row.trim_start_matches("- ");
    let offset = row.len() - body.len();
    let mut at = offset;
    let words: Vec<(usize, &str)> = body
        .split(' ')
        .map(|w| {
            let item = (at, w);
            at += w.len() + 1;
            item
        })
        .filter(|(_, w)| !w.is_empty())
        .collect();
    let label_end = words.iter().take_while(|(_, w)| !numeric(w)).last().map_or(offset, |(i, w)| i + w.len());
    if words.iter().any(|(_, w)| numeric(w)) {
        if label_end > offset {
            found.push(Span::new(start + offset, start + label_end));
        }
        found.extend(
            words.iter().filter(|(i, _)| *i >= label_end).map(|(i, w)| Span::new(start + i, start + i + w.len())),
        );
    } else {
        found.extend(words.iter().map(|(i, w)| Span::new(start + i, start + i + w.len())));
    }
    found
}
