//! Units and measure words as they are written behind a number (`data/units.tsv`).
//!
//! Scale words are no part of a unit: 亿元 is 亿 and 元. Some units begin with one (千瓦, 兆瓦, 百分点), so a reader of
//! numbers asks here before it takes 千, 百 or 兆 for a scale: `longest_match("千瓦时")` is the unit, `longest_match("千吨")`
//! is none.
//!
//! A unit that starts a longer word is none: 40家庭农场 does not count 家, nor 12部门 部. The table lists those words.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::table::{Row, rows};

static TABLE: &str = include_str!("data/units.tsv");

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 元, 美元
    Money,
    /// 亩, 平方公里
    Area,
    /// 公里, 延米
    Length,
    /// 吨, 公斤, 吨标准煤
    Mass,
    /// 立方米, 升
    Volume,
    /// 千瓦时, 度
    Energy,
    /// 千瓦, 蒸吨
    Power,
    /// 千伏
    Voltage,
    /// 百帕
    Pressure,
    /// 兆赫
    Frequency,
    /// 年, 个月, 天, 个工作日
    Time,
    /// 岁, 周岁
    Age,
    /// 人, 名, 位
    People,
    /// Events and visits: 次, 人次, 场
    Times,
    /// 吨公里, 人公里
    Turnover,
    /// Measure words: 个, 家, 条
    Count,
    /// 标箱
    Container,
    /// %, and 成 with factor 10
    Percent,
    /// ‰
    Permille,
    /// 个百分点, 个基点
    Points,
    /// 点 of an index
    Index,
    /// 折
    Discount,
    /// 倍
    Multiple,
    /// 强 (前10强), 连冠
    Rank,
    /// 分, 积分
    Score,
    /// ℃
    Temperature,
    /// 公里/小时
    Speed,
    /// GB, Mbps, 兆
    Data,
    /// EFLOPS
    Computing,
    /// 分贝
    Sound,
    /// One unit by another: 元/人, 微克/立方米
    Per,
    /// Behind a number these make a name or a grade, not a quantity: 号, 级, 吨级, 世纪
    Grade,
}

/// A unit in its base form.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Base unit in Simplified Chinese: 平方千米 → 平方公里, 百分点 → 个百分点.
    pub unit: Cow<'static, str>,
    /// What the written number is multiplied by to be in the base unit: 三成 is 3 × 10 %.
    pub factor: f64,
    /// What it measures.
    pub kind: Kind,
}

/// One written form.
struct Form {
    written: &'static str,
    unit: Unit,
    /// Words that begin with this form and are no unit.
    not_before: Vec<&'static str>,
    /// Its row among the compounds, if something can be had by another: 元 in 元/人.
    of: Option<u16>,
    /// Its column, if something can be had by it: 人 in 元/人.
    by: Option<u16>,
}

/// One unit by another: what they are, and the unit once it is made.
struct Compound {
    of: &'static str,
    factor: f64,
    by: &'static str,
    unit: OnceLock<Unit>,
}

struct Units {
    /// By first character, then the longest first.
    forms: Vec<Form>,
    /// First characters with the range of their forms, sorted.
    first: Vec<(char, u16, u16)>,
    /// Compounds by row and column, each made when it is first met.
    compounds: Vec<Vec<Compound>>,
}

fn units() -> &'static Units {
    static UNITS: OnceLock<Units> = OnceLock::new();
    UNITS.get_or_init(|| Units::read().0)
}

/// The unit that `text` begins with, and its length in bytes.
///
/// ```
/// use jiandu::lexicon::units::longest_match;
/// let (unit, bytes) = longest_match("平方千米以上").unwrap();
/// assert_eq!((&*unit.unit, bytes), ("平方公里", 12));
/// assert!(longest_match("家庭农场").is_none());
/// ```
#[must_use]
pub fn longest_match(text: &str) -> Option<(&'static Unit, usize)> {
    let units = units();
    let form = units.form(text, |form| form.unit.kind != Kind::Per)?;
    let end = form.written.len();
    Some(units.compound(form, &text[end..]).map_or((&form.unit, end), |(unit, more)| (unit, end + more)))
}

impl Units {
    /// Reads the table; rows that cannot be read are left out and told in the messages.
    fn read() -> (Units, Vec<String>) {
        let mut forms = Vec::new();
        let mut messages = Vec::new();
        let (mut of_names, mut by_names) = (Vec::new(), Vec::new());
        for row in rows("units.tsv", TABLE) {
            match form(&row, &mut of_names, &mut by_names) {
                Ok(form) => forms.push(form),
                Err(message) => messages.push(message),
            }
        }
        forms.sort_by(|a, b| {
            let key = |form: &Form| (form.written.chars().next(), std::cmp::Reverse(form.written.len()));
            key(a).cmp(&key(b)).then(a.written.cmp(b.written))
        });
        let mut first: Vec<(char, u16, u16)> = Vec::new();
        for (at, form) in forms.iter().enumerate() {
            let Some(character) = form.written.chars().next() else { continue };
            match first.last_mut() {
                Some(range) if range.0 == character => range.2 = at as u16 + 1,
                _ => first.push((character, at as u16, at as u16 + 1)),
            }
        }
        let compounds = of_names
            .iter()
            .map(|&(of, factor)| {
                by_names.iter().map(|&by| Compound { of, factor, by, unit: OnceLock::new() }).collect()
            })
            .collect();
        (Units { forms, first, compounds }, messages)
    }

    /// The longest form at the start of `text` among those wanted.
    fn form(&self, text: &str, wanted: impl Fn(&Form) -> bool) -> Option<&Form> {
        let character = text.chars().next()?;
        let at = self.first.binary_search_by_key(&character, |range| range.0).ok()?;
        let (_, start, end) = self.first[at];
        self.forms[usize::from(start)..usize::from(end)]
            .iter()
            .find(|form| wanted(form) && text.starts_with(form.written) && form.may_stand_before(text))
    }

    /// What `form` makes with a denominator at the start of `rest`, and the denominator's length with its stroke.
    fn compound(&self, form: &Form, rest: &str) -> Option<(&Unit, usize)> {
        let row = self.compounds.get(usize::from(form.of?))?;
        let stroke = rest.chars().next().filter(|c| matches!(c, '/' | '／' | '∕' | '每'))?.len_utf8();
        let by = self.form(&rest[stroke..], |by| by.by.is_some())?;
        let unit = row.get(usize::from(by.by?))?;
        Some((unit.unit.get_or_init(|| compound(unit.of, unit.factor, unit.by)), stroke + by.written.len()))
    }
}

impl Form {
    /// Whether what follows leaves it a unit: not the start of another word, nor of a longer run of Latin letters.
    fn may_stand_before(&self, text: &str) -> bool {
        let rest = &text[self.written.len()..];
        let cut = self.written.ends_with(|c: char| c.is_ascii_alphanumeric())
            && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        !cut && !self.not_before.iter().any(|word| text.starts_with(word))
    }
}

/// 元 by 人 is 元/人.
fn compound(of: &str, factor: f64, by: &str) -> Unit {
    let unit: Cow<'static, str> = format!("{of}/{by}").into();
    let kind = if matches!(&*unit, "公里/小时" | "米/秒") { Kind::Speed } else { Kind::Per };
    Unit { unit, factor, kind }
}

fn form(
    row: &Row<'static>,
    of_names: &mut Vec<(&'static str, f64)>,
    by_names: &mut Vec<&'static str>,
) -> Result<Form, String> {
    let (written, unit) = (row.cell(0), row.cell(1));
    if written.is_empty() || unit.is_empty() {
        return Err(row.message("written form or unit is empty"));
    }
    let factor = row.cell(2).parse().map_err(|_| row.message("factor is no number"))?;
    let kind = kind(row.cell(3)).ok_or_else(|| row.message(&format!("{} is no kind of unit", row.cell(3))))?;
    let (mut of, mut by) = (None, None);
    for part in row.list(4) {
        match part.split_once('=').unwrap_or((part, unit)) {
            ("of", name) => of = Some(index_of(of_names, (name, factor))),
            ("by", name) => by = Some(index_of(by_names, name)),
            _ => return Err(row.message(&format!("{part} is neither of nor by"))),
        }
    }
    if let Some(word) = row.list(5).find(|word| !word.starts_with(written) || *word == written) {
        return Err(row.message(&format!("{word} does not begin with {written}")));
    }
    Ok(Form { written, unit: Unit { unit: unit.into(), factor, kind }, not_before: row.list(5).collect(), of, by })
}

fn index_of<T: PartialEq>(names: &mut Vec<T>, name: T) -> u16 {
    let at = names.iter().position(|known| *known == name).unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    });
    at as u16
}

fn kind(word: &str) -> Option<Kind> {
    Some(match word {
        "money" => Kind::Money,
        "area" => Kind::Area,
        "length" => Kind::Length,
        "mass" => Kind::Mass,
        "volume" => Kind::Volume,
        "energy" => Kind::Energy,
        "power" => Kind::Power,
        "voltage" => Kind::Voltage,
        "pressure" => Kind::Pressure,
        "frequency" => Kind::Frequency,
        "time" => Kind::Time,
        "age" => Kind::Age,
        "people" => Kind::People,
        "times" => Kind::Times,
        "turnover" => Kind::Turnover,
        "count" => Kind::Count,
        "container" => Kind::Container,
        "percent" => Kind::Percent,
        "permille" => Kind::Permille,
        "points" => Kind::Points,
        "index" => Kind::Index,
        "discount" => Kind::Discount,
        "multiple" => Kind::Multiple,
        "rank" => Kind::Rank,
        "score" => Kind::Score,
        "temperature" => Kind::Temperature,
        "speed" => Kind::Speed,
        "data" => Kind::Data,
        "computing" => Kind::Computing,
        "sound" => Kind::Sound,
        "per" => Kind::Per,
        "grade" => Kind::Grade,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_no_form_stands_twice() {
        let (read, messages) = Units::read();
        assert_eq!(messages, Vec::<String>::new());
        let forms: std::collections::HashSet<_> = read.forms.iter().map(|form| form.written).collect();
        assert_eq!(forms.len(), read.forms.len(), "a form stands twice");
        assert!(forms.len() > 500, "{} forms", forms.len());
    }

    #[test]
    fn wrong_rows_are_named_by_file_and_line() {
        let read = |text: &'static str| {
            rows("units.tsv", text).next().map(|row| form(&row, &mut Vec::new(), &mut Vec::new()).err())
        };
        for (text, message) in [
            ("h\n亩\t亩\tx\tarea", "units.tsv:2: factor is no number"),
            ("h\n\n亩\t亩\t1\tfield", "units.tsv:3: field is no kind of unit"),
            ("h\n家\t家\t1\tcount\t\t户籍", "units.tsv:2: 户籍 does not begin with 家"),
        ] {
            assert_eq!(read(text), Some(Some(message.to_owned())));
        }
    }

    fn read(text: &str) -> Option<(String, &str)> {
        longest_match(text).map(|(unit, bytes)| (unit.unit.to_string(), &text[..bytes]))
    }

    #[test]
    fn the_longest_form_gives_the_base_unit() {
        for (text, unit, written) in [
            ("元，增长", "元", "元"),
            ("平方千米", "平方公里", "平方千米"),
            ("平方米的", "平方米", "平方米"),
            ("百分点", "个百分点", "百分点"),
            ("个百分点", "个百分点", "个百分点"),
            ("个工作日", "个工作日", "个工作日"),
            ("个月内", "个月", "个月"),
            ("个贫困村", "个", "个"),
            ("千瓦时", "千瓦时", "千瓦时"),
            ("千瓦", "千瓦", "千瓦"),
            ("兆瓦", "兆瓦", "兆瓦"),
            ("吨标准煤", "吨标准煤", "吨标准煤"),
            ("人次", "人次", "人次"),
            ("人（其中", "人", "人"),
            ("人民币", "元", "人民币"),
            ("元/人", "元/人", "元/人"),
            ("元／平方米", "元/平方米", "元／平方米"),
            ("元/㎡", "元/平方米", "元/㎡"),
            ("μg/m3", "微克/立方米", "μg/m3"),
            ("微克每立方米", "微克/立方米", "微克每立方米"),
            ("毫克/升", "毫克/升", "毫克/升"),
            ("公斤/亩", "公斤/亩", "公斤/亩"),
            ("吨/日", "吨/日", "吨/日"),
            ("km/h", "公里/小时", "km/h"),
            ("％", "%", "％"),
            ("张床位", "张", "张床位"),
            ("名医护人员", "名", "名"),
            ("家乡镇企业", "家", "家"),
            ("个体育场", "个", "个"),
        ] {
            assert_eq!(read(text), Some((unit.to_owned(), written)), "{text}");
        }
        assert_eq!(longest_match("成以上").map(|(unit, _)| unit.factor), Some(10.0));
    }

    #[test]
    fn no_unit_inside_a_longer_word() {
        for text in
            ["家庭农场", "户籍人口", "部门联合", "强化", "千吨", "mall", "农村人口", "批准", "", "，", "元旦", "月"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
