//! Chinese in seven bits, as old mail and news groups sent it: HZ (`~{H+OX~}7%`) and UTF-7 (`+UWhT4w-7%`).

use encoding_rs::{GB18030, UTF_16BE};

use super::super::mht::base64;
use super::Decoded;

/// Chinese characters that show that signs of ASCII were no such signs.
const FEW: usize = 2;

/// The text of bytes that are all ASCII, where they spell Chinese.
#[inline(never)]
pub(super) fn undone(text: &str) -> Option<Decoded> {
    let hz = || text.contains("~{").then(|| hz(text)).flatten().map(|text| (text, "hz-gb-2312"));
    let utf7 = || text.contains('+').then(|| utf7(text)).flatten().map(|text| (text, "utf-7"));
    let (text, encoding) = hz().or_else(utf7)?;
    let han = text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
    (han >= FEW).then(|| Decoded { text, encoding, diagnostics: Vec::new() })
}

/// Between ~{ and ~} two bytes are a character of GB2312 less its high bits; ~~ is ~, and ~ at a line's end nothing.
fn hz(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, behind)) = rest.split_once('~') {
        out.push_str(plain);
        rest = if let Some(coded) = behind.strip_prefix('{') {
            // A line that ends within a stretch ends it.
            let end = coded.find("~}").into_iter().chain(coded.find('\n')).min().unwrap_or(coded.len());
            let bytes: Vec<u8> = coded[..end].trim_end_matches('\r').bytes().map(|byte| byte | 0x80).collect();
            let (words, errors) = GB18030.decode_without_bom_handling(&bytes);
            if errors {
                return None;
            }
            out.push_str(&words);
            coded[end..].strip_prefix("~}").unwrap_or(&coded[end..])
        } else if let Some(behind) = behind.strip_prefix('~') {
            out.push('~');
            behind
        } else {
            behind.strip_prefix('\n')?
        };
    }
    out.push_str(rest);
    Some(out)
}

/// Between + and what is no letter of base64 stand units of UTF-16; a - that ends them is none of the text, and +- is +.
fn utf7(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, behind)) = rest.split_once('+') {
        out.push_str(plain);
        let end = behind.find(|c: char| !(c.is_ascii_alphanumeric() || c == '/' || c == '+')).unwrap_or(behind.len());
        if end == 0 {
            out.push('+');
        } else {
            let bytes = base64(&behind.as_bytes()[..end]);
            let (words, errors) = UTF_16BE.decode_without_bom_handling(&bytes);
            if errors {
                return None;
            }
            out.push_str(&words);
        }
        rest = behind[end..].strip_prefix('-').unwrap_or(&behind[end..]);
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_bits_spell_chinese() {
        let said = |text: &str| undone(text).map(|d| (d.text, d.encoding));
        assert_eq!(
            said("2023~{DjH+OXTv3$~}7.9%~~8%\n~{IzV5~}").unwrap(),
            ("2023年全县增长7.9%~8%\n生值".to_owned(), "hz-gb-2312")
        );
        assert_eq!(said("~{H+OX~}~\n7%").unwrap().0, "全县7%");
        assert_eq!(said("2023+XnRRaFO/WJ6Vfw-7.9%, 1+-1").unwrap(), ("2023年全县增长7.9%, 1+1".to_owned(), "utf-7"));
    }

    #[test]
    fn other_signs_stay() {
        for text in ["a ~{ b ~} c", "~/reports ~{", "1+1=2, C++ and A+B", "GDP +7.9%", "?a=1+2&b=abc+def"] {
            assert_eq!(undone(text).map(|d| d.text), None, "{text}");
        }
    }
}
