//! Numbers that a word processor writes before paragraphs: `word/numbering.xml`, and the counters that run through the text.

use std::collections::HashMap;

use crate::error::Kind;
use crate::read::xml::{self, Piece};

/// How the numbers of one level look: 一、（一） 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Level {
    format: String,
    /// `%1、`, `第%1章`, `%1.%2`
    text: String,
    start: u32,
}

const LEVELS: usize = 9;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    levels: HashMap<String, Vec<Level>>,
    /// Which description a list of the text uses.
    lists: HashMap<String, String>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    /// Where a list begins anew at a level, until it has.
    anew: HashMap<(String, usize), u32>,
}

impl Numbering {
    pub(super) fn read(part: &str) -> Result<Numbering, Kind> {
        let mut numbering = Numbering::default();
        let (mut description, mut list, mut level) = (String::new(), String::new(), 0);
        xml::read(part, |piece| {
            let Piece::Start(element) = piece else { return Ok(()) };
            let value = || element.get("val").unwrap_or_default();
            match element.name() {
                "abstractNum" => {
                    description = element.get("abstractNumId").unwrap_or_default();
                    numbering.levels.insert(description.clone(), vec![Level::default(); LEVELS]);
                }
                "num" => {
                    list = element.get("numId").unwrap_or_default();
                    description.clear();
                }
                "abstractNumId" => {
                    numbering.lists.insert(list.clone(), value());
                }
                "lvlOverride" | "lvl" => {
                    level = element.get("ilvl").and_then(|v| v.parse().ok()).unwrap_or(0);
                    if element.name() == "lvl" && description.is_empty() {
                        description = numbering.own(&list);
                    }
                }
                "startOverride" => {
                    numbering.anew.insert((list.clone(), level), value().parse().unwrap_or(1));
                }
                name @ ("start" | "numFmt" | "lvlText") => {
                    if let Some(to) = numbering.levels.get_mut(&description).and_then(|levels| levels.get_mut(level)) {
                        match name {
                            "start" => to.start = value().parse().unwrap_or(1),
                            "numFmt" => to.format = value(),
                            _ => to.text = value(),
                        }
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(numbering)
    }

    /// A description for one list, that of others until it is changed.
    fn own(&mut self, list: &str) -> String {
        let name = format!("num {list}");
        let levels = self.lists.get(list).and_then(|shared| self.levels.get(shared)).cloned().unwrap_or_default();
        self.levels.insert(name.clone(), levels);
        self.lists.insert(list.to_owned(), name.clone());
        name
    }

    /// The number of the next paragraph of a list, and its level's sign; empty for bullets.
    pub(super) fn next(&mut self, list: &str, level: usize) -> String {
        let Some(description) = self.lists.get(list).cloned() else { return String::new() };
        let Some(levels) = self.levels.get(&description) else { return String::new() };
        let Some(own) = levels.get(level) else { return String::new() };
        let counters = self.counters.entry(description).or_default();
        let anew = self.anew.remove(&(list.to_owned(), level));
        let next = anew.unwrap_or_else(|| counters[level].map_or(own.start, |n| n.saturating_add(1)));
        counters[level] = Some(next);
        counters[level + 1..].fill(None);
        if matches!(own.format.as_str(), "bullet" | "none") {
            return String::new();
        }
        let mut text = String::new();
        let mut rest = own.text.as_str();
        while let Some(at) = rest.find('%') {
            text.push_str(&rest[..at]);
            let digit = rest[at + 1..].chars().next();
            if let Some(upper) = digit.and_then(|c| c.to_digit(10)).and_then(|d| (d as usize).checked_sub(1))
                && let Some(shape) = levels.get(upper)
            {
                let number = counters[upper].unwrap_or(shape.start);
                text.push_str(&written(number, &shape.format));
            }
            rest = &rest[at + 1 + digit.map_or(0, char::len_utf8)..];
        }
        text + rest
    }
}

/// A number in the writing of a list.
pub(in crate::read) fn written(number: u32, format: &str) -> String {
    let letter = |first: char| {
        char::from_u32(first as u32 + number.saturating_sub(1) % 26).map(String::from).unwrap_or_default()
    };
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "chineseLegalSimplified"
        | "ideographDigital" => chinese(number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            char::from_u32(0x245f + number).map(String::from).unwrap_or_default()
        }
        "lowerLetter" => letter('a'),
        "upperLetter" => letter('A'),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "ideographTraditional" => "甲乙丙丁戊己庚辛壬癸"
            .chars()
            .nth(number.saturating_sub(1) as usize % 10)
            .map(String::from)
            .unwrap_or_default(),
        _ => number.to_string(),
    }
}

/// 十, 十二, 二十一, 一百零五: lists do not count farther.
fn chinese(number: u32) -> String {
    let digit = |n: u32| "零一二三四五六七八九".chars().nth(n as usize).map(String::from).unwrap_or_default();
    match number {
        0..=9 => digit(number),
        10..=19 => format!("十{}", if number == 10 { String::new() } else { digit(number - 10) }),
        20..=99 => {
            format!(
                "{}十{}",
                digit(number / 10),
                if number.is_multiple_of(10) { String::new() } else { digit(number % 10) }
            )
        }
        100..=999 => {
            let rest = number % 100;
            let tail = match rest {
                0 => String::new(),
                1..=9 => format!("零{}", digit(rest)),
                10..=19 => format!("一{}", chinese(rest)),
                _ => chinese(rest),
            };
            format!("{}百{tail}", digit(number / 100))
        }
        _ => number.to_string(),
    }
}

fn roman(mut number: u32) -> String {
    if number > 3_999 {
        return number.to_string();
    }
    let mut out = String::new();
    for (value, sign) in [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ] {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_list_says() {
        let part = "<w:numbering><w:abstractNum w:abstractNumId='3'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='%1、'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2 '/></w:lvl></w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='3'/></w:num></w:numbering>";
        let mut numbering = Numbering::read(part).unwrap();
        let mut next = |level| numbering.next("7", level);
        assert_eq!([next(0), next(1), next(1), next(0), next(1)], ["一、", "一.1 ", "一.2 ", "二、", "二.1 "]);
        assert_eq!(numbering.next("9", 0), "");
    }

    #[test]
    fn a_list_may_begin_anew_and_have_a_level_of_its_own() {
        let part = "<w:numbering><w:abstractNum w:abstractNumId='3'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='3'/></w:num><w:num w:numId='8'><w:abstractNumId w:val='3'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num><w:num w:numId='9'><w:abstractNumId w:val='3'/><w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='（%1）'/></w:lvl></w:lvlOverride></w:num></w:numbering>";
        let mut numbering = Numbering::read(part).unwrap();
        let numbers = ["7", "7", "8", "8", "9", "9"].map(|list| numbering.next(list, 0));
        assert_eq!(numbers, ["1.", "2.", "5.", "6.", "（一）", "（二）"]);
    }

    #[test]
    fn every_writing() {
        assert_eq!(
            [10, 12, 20, 21, 105, 110, 200].map(chinese),
            ["十", "十二", "二十", "二十一", "一百零五", "一百一十", "二百"]
        );
        assert_eq!(
            [written(4, "upperRoman"), written(3, "decimalEnclosedCircle"), written(2, "ideographTraditional")],
            ["IV", "③", "乙"]
        );
    }
}
