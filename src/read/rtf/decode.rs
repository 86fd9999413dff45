//! Bytes of an RTF file → its source: ASCII as a rule; some programs write the characters of the code page as they are.

use encoding_rs::{BIG5, Encoding, GBK, WINDOWS_1252};

use crate::error::Kind;
use crate::read::encoding;

/// The source, without raw pictures and without the characters that this module's marks use.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Kind> {
    let mut source = if let Ok(text) = std::str::from_utf8(bytes) {
        text.to_owned()
    } else {
        let bytes = without_pictures(bytes);
        match code_page(&bytes) {
            Some(encoding) => encoding.decode_without_bom_handling(&bytes).0.into_owned(),
            None => encoding::decode(&bytes)?.text,
        }
    };
    source.retain(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'));
    Ok(source)
}

/// The code page that the file names.
fn code_page(bytes: &[u8]) -> Option<&'static Encoding> {
    const WORD: &[u8] = b"\\ansicpg";
    let head = &bytes[..bytes.len().min(4_096)];
    let at = head.windows(WORD.len()).position(|word| word == WORD)? + WORD.len();
    let digits = head[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    match &head[at..at + digits] {
        b"936" | b"54936" => Some(GBK),
        b"950" => Some(BIG5),
        // What names the Western page and holds other bytes is looked at.
        b"1252" if bytes.iter().filter(|byte| **byte >= 0x80).count() < 20 => Some(WINDOWS_1252),
        _ => None,
    }
}

/// The bytes without what `\binN` says are N bytes of a picture.
fn without_pictures(bytes: &[u8]) -> Vec<u8> {
    const WORD: &[u8] = b"\\bin";
    let mut kept = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(WORD.len()).position(|word| word == WORD) {
        kept.extend_from_slice(&rest[..at]);
        rest = &rest[at + WORD.len()..];
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let count = std::str::from_utf8(&rest[..digits]).ok().and_then(|n| n.parse::<usize>().ok()).unwrap_or(0);
        let skip = digits + usize::from(digits > 0 && rest.get(digits) == Some(&b' '));
        rest = rest.get(skip.saturating_add(count)..).unwrap_or_default();
    }
    kept.extend_from_slice(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_characters_are_read_by_the_code_page_the_file_names() {
        let gbk = b"{\\rtf1\\ansicpg936 {\\pict\\bin3 }\xff{}\xc8\xab\xcf\xd8}";
        assert_eq!(decode(gbk).unwrap(), "{\\rtf1\\ansicpg936 {\\pict}全县}");
        assert_eq!(decode("{\\rtf1 全县\u{1}}".as_bytes()).unwrap(), "{\\rtf1 全县}");
    }
}
