//! Fields of a table row: numbers, units, intervals, and the words of the report's small vocabularies.

use jiandu::report::{Interval, Value};
use serde::Serialize;

use crate::table::readings;

/// The numbers of a value, one or several.
pub fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::One(number) => vec![*number],
        Value::Many(numbers) => numbers.clone(),
    }
}

/// Whether the value is one of the field's readings, to the nearest double; a repeating decimal to nine places.
pub fn is_value(value: &Value, field: &str) -> bool {
    let found = numbers(value);
    readings(field).any(|reading| {
        let parts: Vec<&str> = reading.split(',').collect();
        reading == "*"
            || parts.len() == found.len()
                && parts.iter().zip(&found).all(|(part, number)| {
                    let wanted: f64 = part.parse().unwrap_or_else(|_| panic!("no number in the table: {part}"));
                    wanted.to_bits() == number.to_bits() || part.len() > 20 && ((wanted - number) / wanted).abs() < 1e-9
                })
    })
}

/// Whether the unit is one of the field's readings; `-` is none, and spellings of one unit are one.
pub fn is_unit(unit: &str, field: &str) -> bool {
    fn plain(unit: &str) -> &str {
        match unit {
            "-" => "",
            "平方千米" => "平方公里",
            "千米" => "公里",
            "百分点" => "个百分点",
            "％" => "%",
            other => other,
        }
    }
    readings(field).any(|reading| reading == "*" || plain(reading) == plain(unit))
}

/// The word that the report's JSON has for a member of a small vocabulary.
pub fn word<T: Serialize>(member: T) -> String {
    match serde_json::to_value(member) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(serde_json::Value::Null) => "-".to_owned(),
        other => panic!("no word: {other:?}"),
    }
}

/// Whether the word is one of the field's readings.
pub fn is_word(word: &str, field: &str) -> bool {
    readings(field).any(|reading| reading == "*" || reading == word)
}

/// An interval as the tables write it: `-`, `start..end`, a year, a day.
pub fn is_interval(interval: Option<&Interval>, field: &str) -> bool {
    readings(field).any(|reading| {
        let (start, end) = match reading {
            "*" => return true,
            "-" => ("", ""),
            reading => reading.split_once("..").unwrap_or((reading, reading)),
        };
        let first = if start.len() == 4 { format!("{start}-01-01") } else { start.to_owned() };
        let last = if end.len() == 4 { format!("{end}-12-31") } else { end.to_owned() };
        let found = interval.map_or((None, None), |i| (i.start.as_deref(), i.end.as_deref()));
        found == ((!first.is_empty()).then_some(first.as_str()), (!last.is_empty()).then_some(last.as_str()))
    })
}

/// An interval in words, for messages.
pub fn shown(interval: Option<&Interval>) -> String {
    interval
        .map_or("-".to_owned(), |i| format!("{}..{}", i.start.as_deref().unwrap_or(""), i.end.as_deref().unwrap_or("")))
}
