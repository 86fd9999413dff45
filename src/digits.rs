//! Numbers as they are written in a report. A document has tens of thousands of them, and the formatting of the standard
//! library is made for every case but not for that.

use jiff::civil::Date;

/// 2023-06-30
pub(crate) fn day(day: Date) -> String {
    let (year, month, date) = (day.year(), day.month().unsigned_abs(), day.day().unsigned_abs());
    let Some(mut text) = year_then(year.into(), "-00-00") else { return day.to_string() };
    text.truncate("2023-".len());
    push_padded(&mut text, month.into(), 10);
    text.push('-');
    push_padded(&mut text, date.into(), 10);
    text
}

/// A year of four digits, and what follows it; none for other years.
pub(crate) fn year_then(year: i32, rest: &str) -> Option<String> {
    let year = u32::try_from(year).ok().filter(|year| *year < 10_000)?;
    let mut text = String::with_capacity("2023-06-30".len());
    push_padded(&mut text, year, 1000);
    text.push_str(rest);
    Some(text)
}

/// f12: the id of the member of a list at this place.
pub(crate) fn id(letter: char, index: usize) -> String {
    let number = index + 1;
    let mut power = 1;
    while number / power >= 10 {
        power *= 10;
    }
    let mut text = String::with_capacity(8);
    text.push(letter);
    while power > 0 {
        push_digit(&mut text, number / power);
        power /= 10;
    }
    text
}

/// 410103: a code of six digits.
pub(crate) fn code(code: u32) -> String {
    if code >= 1_000_000 {
        return code.to_string();
    }
    let mut text = String::with_capacity(6);
    push_padded(&mut text, code, 100_000);
    text
}

fn push_padded(text: &mut String, number: u32, first: u32) {
    let mut power = first;
    while power > 0 {
        push_digit(text, (number / power) as usize);
        power /= 10;
    }
}

/// The last digit of a number.
fn push_digit(text: &mut String, number: usize) {
    text.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_writes_them() {
        for at in ["2023-06-30", "0009-12-01", "9999-10-10", "-000001-01-01"] {
            let date: Date = at.parse().unwrap();
            assert_eq!(day(date), at);
        }
        for index in [0, 8, 9, 98, 99, 100, 12_344, 999_999] {
            assert_eq!(id('f', index), format!("f{}", index + 1));
        }
        for number in [0, 9, 410_103, 999_999, 1_000_000] {
            assert_eq!(code(number), format!("{number:06}"));
        }
        assert_eq!(year_then(987, "-01-01").as_deref(), Some("0987-01-01"));
        assert_eq!((year_then(-1, ""), year_then(10_000, "")), (None, None));
    }
}
