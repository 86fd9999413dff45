//! UTF-16 and UTF-32 without a byte order mark, told by what they spell.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// Bytes that show what a file is; more of one that has zeros, as a page in UTF-16 may begin with a long head.
const HEAD: usize = 1 << 10;
const LONG_HEAD: usize = 64 << 10;
/// One character in so many may be of no Chinese text; without any zero, as in prose without a digit or a line end, fewer.
const ODD: usize = 10;
const ODD_OF_PROSE: usize = 20;

/// The byte order of a text in UTF-16; none where the bytes spell no Chinese in either.
pub(super) fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let even = |most: usize| &bytes[..bytes.len().min(most) & !1];
    let head = even(HEAD);
    let zeros = head.contains(&0);
    if zeros && let Some(encoding) = ascii_in_pairs(head) {
        return Some(encoding);
    }
    if head.len() < 8 || !zeros && head.is_ascii() {
        return None;
    }
    let order = |head: &[u8]| {
        let odd = if zeros { ODD } else { ODD_OF_PROSE };
        // 一 is 4E 00 and 最 is 67 00: zeros alone do not tell the order.
        let spelled = [UTF_16LE, UTF_16BE].map(|encoding| (strange(head, encoding, odd), encoding));
        let likely = spelled.into_iter().filter_map(|(strange, encoding)| Some((strange?, encoding)));
        likely.min_by_key(|(strange, _)| *strange).map(|(_, encoding)| encoding)
    };
    order(head).or_else(|| zeros.then(|| order(even(LONG_HEAD))).flatten())
}

/// Letters and digits alone, each beside a zero byte.
fn ascii_in_pairs(head: &[u8]) -> Option<&'static Encoding> {
    let (units, _) = head.as_chunks::<2>();
    let plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t');
    if units.len() < 4 {
        None
    } else if units.iter().all(|[low, high]| *high == 0 && plain(*low)) {
        Some(UTF_16LE)
    } else {
        units.iter().all(|[high, low]| *high == 0 && plain(*low)).then_some(UTF_16BE)
    }
}

/// Characters that Chinese texts hardly have; none where they are too many, or nothing else is Chinese.
fn strange(bytes: &[u8], encoding: &'static Encoding, odd: usize) -> Option<usize> {
    let (text, errors) = encoding.decode_without_bom_handling(bytes);
    let (mut han, mut all, mut strange) = (0_usize, 0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        match c {
            '\u{4e00}'..='\u{9fff}' => han += 1,
            // ° and ×; letters of pinyin: 區(qū).
            ' '..='~' | '\n' | '\r' | '\t' | '\u{a0}'..='\u{24f}' => {}
            '\u{2010}'..='\u{2049}' | '\u{2100}'..='\u{22ff}' | '\u{2460}'..='\u{25ff}' => {}
            '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' => {}
            _ => strange += 1,
        }
    }
    // Half a character where the sample was cut is no fault of the file.
    let whole = !errors || text.ends_with('\u{fffd}');
    (whole && han > 0 && strange * odd <= all).then_some(strange)
}

/// Four bytes a character, which hardly anything writes: every character has a zero byte on top.
pub(super) fn is_utf32(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD) & !3];
    let (units, _) = head.as_chunks::<4>();
    let all = |top: fn(&[u8; 4]) -> [u8; 4]| {
        units.iter().all(|unit| char::from_u32(u32::from_be_bytes(top(unit))).is_some_and(|c| c != '\0'))
    };
    units.len() > 1 && (all(|unit| *unit) || all(|[a, b, c, d]| [*d, *c, *b, *a]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    }

    #[test]
    fn characters_with_a_zero_byte_hide_no_order() {
        for text in [
            "一、一产；一是“一村一品”",
            "最高一级，最低一级。",
            "全县增长7%，一季度一般公共预算收入12.6亿元。\n|一|①|㎡|\n",
            "鎮(zhèn)區(qū)縣(xiàn)廳(tīng)",
            "各位代表现在我代表县人民政府向大会作工作报告",
            "GDP 318.4, +5.7%\r\n",
        ] {
            assert_eq!(utf16_without_mark(&bytes(text, false)), Some(UTF_16LE), "{text}");
            assert_eq!(utf16_without_mark(&bytes(text, true)), Some(UTF_16BE), "{text}");
        }
    }

    #[test]
    fn other_bytes_are_none() {
        for other in [
            &b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0"[..],
            b"GDP 463.3, growth 7.9%",
            &encoding_rs::GB18030.encode("2023年，全县产值463.3亿元，增长7.9%。").0,
            &encoding_rs::BIG5.encode("2023年，全縣產值463.3億元，增長7.9%。").0,
        ] {
            assert_eq!(utf16_without_mark(other), None);
            assert!(!is_utf32(other));
        }
    }

    #[test]
    fn four_bytes_a_character_are_known() {
        for text in ["全县增长7%", "\u{feff}全县增长7%"] {
            assert!(is_utf32(&text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect::<Vec<_>>()));
            assert!(is_utf32(&text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect::<Vec<_>>()));
            assert!(!is_utf32(&bytes(text, false)));
        }
    }
}
