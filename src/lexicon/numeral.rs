//! Reading a numeral at the start of a text: Arabic (1,234.5), Chinese (三千二百), or mixed with scale words (3万5千).
//!
//! Values are kept as digits and a power of ten, so that 16.4亿 is 1640000000 and nothing beside it.

/// An exact decimal number: `mantissa × 10^exponent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    mantissa: i128,
    exponent: i32,
}

/// Digits that a mantissa holds; further ones cannot change the nearest double.
const DIGITS: u32 = 34;

/// Digits that are reckoned with in 64 bits: numbers of 128 are dear in WebAssembly.
const SHORT: u32 = 18;

impl Decimal {
    /// A whole number.
    #[must_use]
    pub const fn whole(value: i128) -> Self {
        Decimal { mantissa: value, exponent: 0 }
    }

    /// Times a power of ten.
    #[must_use]
    pub const fn shifted(self, powers: i32) -> Self {
        Decimal { exponent: self.exponent.saturating_add(powers), ..self }
    }

    /// With the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Decimal { mantissa: -self.mantissa, ..self }
    }

    /// Divided by a small whole number, where that is exact in 12 more digits, or nearly so (三分之一).
    #[must_use]
    pub fn divided(self, by: i128) -> Option<f64> {
        (by != 0).then(|| self.to_f64() / by as f64)
    }

    /// The sum; `None` when the two lie too far apart to add exactly.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let lift = |d: Decimal| 10_i128.checked_pow((d.exponent - exponent).cast_unsigned())?.checked_mul(d.mantissa);
        Some(Decimal { mantissa: lift(self)?.checked_add(lift(other)?)?, exponent })
    }

    /// The nearest double.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        // Both factors are exact doubles in the usual range, and one operation on them rounds correctly.
        if self.mantissa.unsigned_abs() < 1 << 53 && self.exponent.unsigned_abs() <= 22 {
            let (mantissa, power) = (self.mantissa as i64 as f64, POWERS[self.exponent.unsigned_abs() as usize]);
            return if self.exponent < 0 { mantissa / power } else { mantissa * power };
        }
        format!("{}e{}", self.mantissa, self.exponent).parse().unwrap_or(f64::INFINITY)
    }

    /// The whole number this is, if it is one below 10^9.
    #[must_use]
    pub fn to_i32(self) -> Option<i32> {
        let value = self.to_f64();
        (value.abs() < 1e9 && value.fract() == 0.0).then_some(value as i32)
    }
}

/// The powers of ten that doubles hold exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// A numeral at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral<'a> {
    /// Its value, scale words multiplied out.
    pub value: Decimal,
    /// Its length in bytes, scale words and 多, 余 included.
    pub len: usize,
    /// The number before scaling, as written.
    pub written: &'a str,
    /// Its scale words; empty when none.
    pub scale: &'a str,
    /// True when 多, 余, 几 or 数 says that there is more.
    pub more: bool,
    /// True when written in Chinese numerals.
    pub chinese: bool,
}

/// Power of ten of a scale word.
fn scale_of(c: char) -> Option<i32> {
    match c {
        '十' | '拾' => Some(1),
        '百' | '佰' => Some(2),
        '千' | '仟' => Some(3),
        '万' => Some(4),
        '亿' => Some(8),
        '兆' => Some(12),
        _ => None,
    }
}

fn chinese_digit(c: char) -> Option<i64> {
    match c {
        '零' | '〇' | '○' => Some(0),
        '一' | '壹' => Some(1),
        '二' | '两' | '贰' => Some(2),
        '三' | '叁' => Some(3),
        '四' | '肆' => Some(4),
        '五' | '伍' => Some(5),
        '六' | '陆' => Some(6),
        '七' | '柒' => Some(7),
        '八' | '捌' => Some(8),
        '九' | '玖' => Some(9),
        _ => None,
    }
}

/// True of the numerals that count what is few: 一 to 十.
#[must_use]
pub fn is_count(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn says_more(c: char) -> bool {
    matches!(c, '多' | '余' | '几')
}

/// Reads the scale words at the start: their power of ten, their length, and whether 多 or 余 stands among them.
fn scale(text: &str) -> (i32, usize, bool) {
    let (mut power, mut len, mut more) = (0, 0, false);
    for c in text.chars() {
        // 万亿亿亿… is no number that anyone writes.
        if let Some(p) = scale_of(c).filter(|p| power + p <= 24) {
            power += p;
        } else if says_more(c) && !more {
            more = true;
        } else {
            break;
        }
        len += c.len_utf8();
    }
    (power, len, more)
}

/// Reads an Arabic numeral: digits with thousands commas, a decimal point, scale words, and parts of falling scale
/// (3万5千, 1亿2000万).
#[must_use]
pub fn arabic(text: &str) -> Option<Numeral<'_>> {
    let mut whole = plain(text)?;
    let mut least = whole.value;
    let mut scaled = whole.scale;
    // Each part is smaller than the scale before it: there can be few, however long the text.
    while power_of(scaled) >= 4 && !whole.more && text.as_bytes().get(whole.len).is_some_and(u8::is_ascii_digit) {
        let Some(part) = plain(&text[whole.len..]).filter(|part| !part.scale.is_empty()) else { break };
        let smaller = power_of(part.scale) < power_of(scaled) && part.value.to_f64() < least.to_f64();
        let Some(sum) = whole.value.plus(part.value).filter(|_| smaller) else { break };
        (least, scaled) = (part.value, part.scale);
        let len = whole.len + part.len;
        whole = Numeral { value: sum, len, written: &text[..len], scale: "", more: part.more, chinese: false };
    }
    whole.value.to_f64().is_finite().then_some(whole)
}

fn power_of(scale_words: &str) -> i32 {
    scale_words.chars().filter_map(scale_of).sum()
}

fn plain(text: &str) -> Option<Numeral<'_>> {
    let bytes = text.as_bytes();
    let sign = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    let (mut mantissa, mut short, mut exponent, mut at, mut kept) = (0_i128, 0_u64, 0_i32, sign, 0_u32);
    let mut push = |digit: u8, decimals: bool| {
        if kept < SHORT {
            short = short * 10 + u64::from(digit - b'0');
            mantissa = i128::from(short);
            kept += u32::from(short != 0);
            exponent -= i32::from(decimals);
        } else if kept < DIGITS {
            mantissa = mantissa * 10 + i128::from(digit - b'0');
            kept += 1;
            exponent -= i32::from(decimals);
        } else {
            exponent += i32::from(!decimals);
        }
    };
    while let Some(&b) = bytes.get(at) {
        match b {
            b'0'..=b'9' => push(b, false),
            b',' if at > sign && thousands(bytes, at, sign) => {}
            _ => break,
        }
        at += 1;
    }
    if at == sign {
        return None;
    }
    if bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
        at += 1;
        while let Some(&b) = bytes.get(at).filter(|b| b.is_ascii_digit()) {
            push(b, true);
            at += 1;
        }
    }
    if sign == 1 && bytes[0] == b'-' {
        mantissa = -mantissa;
    }
    let (power, scale_len, more) = scale(&text[at..]);
    let value = Decimal { mantissa, exponent }.shifted(power);
    let len = at + scale_len;
    let (written, scale_words) = (&text[..at], text[at..len].trim_matches(says_more));
    Some(Numeral { value, len, written, scale: scale_words, more, chinese: false })
}

/// A comma sets thousands apart when three digits and no fourth follow, and one to three digits precede.
fn thousands(bytes: &[u8], comma: usize, start: usize) -> bool {
    let digits = |range: std::ops::Range<usize>| bytes.get(range).is_some_and(|r| r.iter().all(u8::is_ascii_digit));
    let before = bytes[start..comma].iter().rev().take_while(|b| b.is_ascii_digit()).count();
    (1..=3).contains(&before) && digits(comma + 1..comma + 4) && !bytes.get(comma + 4).is_some_and(u8::is_ascii_digit)
}

/// Reads a Chinese numeral: positional (三千二百), digit by digit (二〇二一), with 点, or vague (数十, 几百).
#[must_use]
pub fn chinese(text: &str) -> Option<Numeral<'_>> {
    let (mut total, mut section, mut digit) = (0_i128, 0_i64, None::<i64>);
    let (mut len, mut count, mut positional, mut more) = (0, 0, false, false);
    let (mut spelled, mut short, mut digits) = (0_i128, 0_i64, 0);
    for c in text.chars() {
        if let Some(d) = chinese_digit(c) {
            if positional && digit.is_some_and(|d| d != 0) {
                break;
            }
            if digits < SHORT {
                short = short * 10 + d;
                spelled = i128::from(short);
            } else {
                spelled = spelled.checked_mul(10)?.checked_add(i128::from(d))?;
            }
            digits += 1;
            digit = Some(d);
            count += 1;
        } else if let Some(power) = scale_of(c) {
            // 一二百 is no numeral; 〇百 neither.
            if count > 1 && !positional && spelled > 9 {
                break;
            }
            positional = true;
            count += 1;
            if power >= 4 {
                let part = i128::from(section + digit.unwrap_or(i64::from(section == 0 && total == 0)));
                let factor = 10_i128.pow(power.cast_unsigned());
                // 五万三千亿: a larger scale takes all before it; 二亿三千万: a smaller one its own part alone.
                total = if power > 4 {
                    total.checked_add(part)?.checked_mul(factor)?
                } else {
                    total.checked_add(part.checked_mul(factor)?)?
                };
                section = 0;
            } else {
                // No more than forty of them, each below ten thousand.
                section += digit.unwrap_or(1) * 10_i64.pow(power.cast_unsigned());
            }
            digit = None;
        } else if count == 0
            && matches!(c, '数' | '几')
            && text[c.len_utf8()..].chars().next().is_some_and(|n| scale_of(n).is_some())
        {
            more = true;
        } else if says_more(c) && count > 0 && !more && (positional || c == '几') {
            more = true;
        } else {
            break;
        }
        len += c.len_utf8();
        if count > 40 {
            break;
        }
    }
    if count == 0 {
        return None;
    }
    let mut value =
        Decimal::whole(if positional { total.checked_add(i128::from(section + digit.unwrap_or(0)))? } else { spelled });
    // 三点五; 二亿九千三百六十点一一万: what stands before the point and has its own scale is whole already.
    if let Some(decimals) = text[len..].strip_prefix('点')
        && let Some((digits, used)) = decimal_digits(decimals)
    {
        let behind = len + '点'.len_utf8() + used;
        let (power, scale_len, _) = scale(&text[behind..]);
        let whole = if positional && power > 0 { total } else { 0 };
        let mut fraction = value.plus(Decimal::whole(whole).negated())?;
        for digit in digits {
            let mantissa = fraction.mantissa.checked_mul(10)?.checked_add(i128::from(digit))?;
            fraction = Decimal { mantissa, exponent: fraction.exponent - 1 };
        }
        value = fraction.shifted(power).plus(Decimal::whole(whole))?;
        len = behind + scale_len;
    }
    Some(Numeral { value, len, written: &text[..len], scale: "", more, chinese: true })
}

/// The digits behind 点, and their length: 一七, and as some write them 二十九 for 二九.
fn decimal_digits(text: &str) -> Option<(Vec<i64>, usize)> {
    let spelled: Vec<i64> = text.chars().map_while(chinese_digit).collect();
    let tail = &text[spelled.len() * '一'.len_utf8()..];
    if spelled.len() == 1 && spelled[0] > 0 && tail.starts_with('十') {
        let ones = tail['十'.len_utf8()..].chars().next().and_then(chinese_digit);
        let used = 2 + usize::from(ones.is_some());
        return Some((vec![spelled[0], ones.unwrap_or(0)], used * '一'.len_utf8()));
    }
    (!spelled.is_empty()).then(|| (spelled.clone(), spelled.len() * '一'.len_utf8()))
}

/// Reads either kind.
#[must_use]
pub fn numeral(text: &str) -> Option<Numeral<'_>> {
    match text.as_bytes().first()? {
        b'0'..=b'9' | b'-' | b'+' => arabic(text),
        _ => chinese(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> (f64, usize) {
        numeral(text).map(|n| (n.value.to_f64(), n.len)).unwrap_or_default()
    }

    #[test]
    fn numerals_are_exact() {
        for (text, expected) in [
            ("16.4亿", 1_640_000_000.0),
            ("463.3亿", 46_330_000_000.0),
            ("3万5千", 35_000.0),
            ("1亿2000万", 120_000_000.0),
            ("2.3万亿", 2_300_000_000_000.0),
            ("56,708.71", 56_708.71),
            ("-0.60", -0.6),
            ("三千二百", 3200.0),
            ("一百零五", 105.0),
            ("十二", 12.0),
            ("二十亿", 2_000_000_000.0),
            ("二亿三千万", 230_000_000.0),
            ("五万三千亿", 5_300_000_000_000.0),
            ("一万二千三百", 12_300.0),
            ("二〇二一", 2021.0),
            ("百亿", 10_000_000_000.0),
            ("三点五", 3.5),
            ("九十五点二十九", 95.29),
            ("一点二十九", 1.29),
            ("二亿九千三百六十点一一万", 293_601_100.0),
            ("一千五百二十八点一七万", 15_281_700.0),
            ("两", 2.0),
            ("620多万", 6_200_000.0),
        ] {
            assert_eq!(value(text), (expected, text.len()), "{text}");
        }
    }

    #[test]
    fn a_numeral_ends_where_it_ends() {
        assert_eq!(value("8家,100家"), (8.0, 1));
        assert_eq!(value("1,2345"), (1.0, 1));
        assert_eq!(value("2019,"), (2019.0, 4));
        assert_eq!(value("增长"), (0.0, 0));
        let n = numeral("50余万平方米").unwrap();
        assert_eq!((n.value.to_f64(), n.written, n.scale, n.more), (500_000.0, "50", "万", true));
        assert!(numeral("数十家").unwrap().more);
    }
}
