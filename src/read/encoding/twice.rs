//! Text that was opened as Western once and saved so: å¢\u{9e}é\u{95}¿, Ôö³¤. Its characters are the bytes of what it was.

use encoding_rs::WINDOWS_1252;

use super::{Decoded, decode, warning};

/// Characters outside of ASCII that are looked at first; fewer are no text.
const SAMPLE: usize = 200;
const FEW: usize = 12;

/// The text as it was, where it was so spoilt.
#[inline(never)]
pub(super) fn undone(text: &str) -> Option<Decoded> {
    if text.chars().filter(|c| !c.is_ascii()).take(SAMPLE).any(|c| byte(c).is_none()) {
        return None;
    }
    let told = text.chars().filter(|c| !c.is_ascii()).count();
    if told < FEW {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.trim_start_matches('\u{feff}').chars().map(byte).collect();
    let bytes = bytes?;
    let mut decoded = decode(&bytes).ok().filter(|decoded| {
        let han = decoded.text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
        han * 4 >= told
    })?;
    let name = decoded.encoding;
    decoded.diagnostics = vec![warning(
        "encoding_undone",
        format!(
            "文字曾被当作西文打开并另存（乱码），已还原为 {name}，请核对。The text was once saved as Western characters: read as the {name} that it was, please check."
        ),
    )];
    Some(decoded)
}

/// The byte that a character of the Western code page was, or one of the signs of control that stand in its gaps.
fn byte(c: char) -> Option<u8> {
    let code = u32::from(c);
    if let Ok(byte) = u8::try_from(code) {
        return Some(byte);
    }
    let mut room = [0; 4];
    let (bytes, _, lost) = WINDOWS_1252.encode(c.encode_utf8(&mut room));
    bytes.first().copied().filter(|_| !lost)
}

#[cfg(test)]
mod tests {
    use encoding_rs::GB18030;

    use super::*;

    const PROSE: &str = "2023年，云岭县实现地区生产总值463.3亿元，增长7.9%；城镇居民人均可支配收入3.2万元。";

    #[test]
    fn a_text_saved_as_western_is_read_as_it_was() {
        for bytes in [PROSE.as_bytes(), &GB18030.encode(PROSE).0] {
            let windows = WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
            let latin: String = bytes.iter().map(|byte| char::from(*byte)).collect();
            for spoilt in [windows, latin] {
                let decoded = decode(spoilt.as_bytes()).unwrap();
                assert_eq!((decoded.text.as_str(), decoded.diagnostics[0].code.as_str()), (PROSE, "encoding_undone"));
            }
        }
    }

    #[test]
    fn western_words_stay() {
        for text in ["Ä Ö Ü café naïve Müller Größe Straße élève à côté façade", "GDP 7%", PROSE, "°C × ± ·"]
        {
            assert_eq!(decode(text.as_bytes()).unwrap().text, text);
        }
    }
}
