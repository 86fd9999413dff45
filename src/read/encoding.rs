//! Bytes → text: by byte order mark, by the page's own word, else by what the bytes look like.

mod guess;
mod seven_bit;
mod stray;
mod twice;
mod wide;

use std::borrow::Cow;

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Document, warning};
use crate::error::Kind;
use crate::report::{Diagnostic, Format};
use guess::{FEW, GUESSED_FROM, Likely, guess, telling};

/// Bytes at the head in which a page says its encoding.
const DECLARED_WITHIN: usize = 4_096;
/// Bytes that show whether a broken file is UTF-8.
const SPELLED_FROM: usize = 2 << 10;
/// One character in so many may be broken before the encoding counts as not recognised.
const BROKEN: usize = 50;
/// So many Chinese characters for each broken place show that a text is UTF-8.
const SPELLED: usize = 3;
/// Decoded text with the name of its encoding.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Decoded {
    pub(super) fn document(self, format: Format) -> Document {
        Document {
            name: String::new(),
            size: 0,
            text: self.text,
            format,
            encoding: Some(self.encoding.to_owned()),
            diagnostics: self.diagnostics,
        }
    }
}

/// As [`decode`]; bytes of UTF-8 that are given away become the text as they lie.
pub(super) fn decode_given(bytes: Cow<'_, [u8]>) -> Result<Decoded, Kind> {
    match bytes {
        Cow::Owned(bytes) if !bytes.contains(&0) => match String::from_utf8(bytes) {
            Ok(text) => {
                Ok(spoilt(&text)?.unwrap_or_else(|| Decoded { text, encoding: "utf-8", diagnostics: Vec::new() }))
            }
            Err(error) => decode(error.as_bytes()),
        },
        bytes => decode(&bytes),
    }
}

/// Decodes the bytes of a text. A byte order mark stays, as U+FEFF, so that offsets hold.
#[inline(never)]
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Kind> {
    let plain = |text: &str| Decoded { text: text.to_owned(), encoding: "utf-8", diagnostics: Vec::new() };
    if wide::is_utf32(bytes) {
        return Err(Kind::Encoding { offset: 0 });
    }
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding != UTF_8 => return with(bytes, encoding, false),
        _ => {}
    }
    let valid = std::str::from_utf8(bytes);
    if let (Ok(text), false) = (valid, bytes.contains(&0)) {
        return Ok(spoilt(text)?.unwrap_or_else(|| plain(text)));
    }
    if let Some(encoding) = wide::utf16_without_mark(bytes) {
        return with(bytes, encoding, false);
    }
    if bytes.contains(&0) {
        // What fills the last block of a disc or a record is no part of a text.
        let filled = bytes.len() - bytes.iter().rev().take_while(|byte| **byte == 0).count();
        if filled > 0 && !bytes[..filled].contains(&0) {
            return decode(&bytes[..filled]);
        }
        let kept = without_strays(&bytes[..filled]).ok_or(Kind::Binary("二进制文件 binary"))?;
        let (mut decoded, count) = (decode(&kept)?, filled - kept.len());
        decoded.diagnostics.push(warning(
            "stray_zeros",
            format!("文中夹有 {count} 个空字节，已略去；请与原文核对。{count} zero bytes stood in the text and were left out: check it against the original."),
        ));
        return Ok(decoded);
    }
    // A file cut off in the middle, or with a few broken bytes, is still what it was: bytes of another encoding hardly
    // ever make three that spell a Chinese character in UTF-8.
    let said = declared(bytes).filter(|said| [GB18030, BIG5, UTF_8].contains(said));
    let valid_up_to = valid.err().map_or(bytes.len(), |e| e.valid_up_to());
    let (chinese, lost) = spelled(telling(bytes, SPELLED_FROM));
    if chinese > lost * SPELLED {
        let mut decoded = plain(&String::from_utf8_lossy(bytes));
        let lost = decoded.text.matches('\u{fffd}').count();
        decoded.diagnostics.extend((lost > 0).then(|| lost_places(&decoded, lost)));
        return Ok(decoded);
    }
    let Some(said) = said else {
        let (encoding, sure) = guess(bytes);
        return with(bytes, encoding, !sure).map_err(|_| Kind::Encoding { offset: valid_up_to });
    };
    let likely = Likely::of(telling(bytes, GUESSED_FROM));
    if said != UTF_8
        && (likely.encoding == said || !likely.plainly())
        && let Ok(decoded) = with(bytes, said, false)
    {
        return Ok(decoded);
    }
    // A page taken over from an older site, whose new head says utf-8 of old bytes: the bytes are right.
    let mut decoded = with(bytes, guess(bytes).0, false).map_err(|_| Kind::Encoding { offset: valid_up_to })?;
    let (said, name) = (name_of(said), decoded.encoding);
    if said != name {
        decoded.diagnostics.push(warning(
            "encoding_contradicted",
            format!("网页自称 {said}，内容实为 {name}，已按 {name} 读出。The page calls itself {said}, but its bytes are {name}: read as {name}."),
        ));
    }
    Ok(decoded)
}

/// Bytes of a text for each zero byte that a transfer may have put into it.
const STRAY: usize = 100;

/// The bytes of a text without its few zero bytes; none for what has other signs of control, as no text has.
fn without_strays(bytes: &[u8]) -> Option<Vec<u8>> {
    let kept: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let zeros = bytes.len() - kept.len();
    let control = |byte: &u8| matches!(byte, 1..=8 | 11 | 14..=26 | 28..=31 | 127);
    let text = zeros * STRAY <= bytes.len() && !bytes.iter().any(control);
    text.then_some(kept)
}

/// The text that valid UTF-8 was before somebody saved it so.
fn spoilt(text: &str) -> Result<Option<Decoded>, Kind> {
    if !text.is_ascii() {
        return Ok(twice::undone(text));
    }
    // ISO 2022 shifts between its sets by signs of control.
    text.find("\x1b$").map_or_else(|| Ok(seven_bit::undone(text)), |offset| Err(Kind::Encoding { offset }))
}

/// Chinese characters that the bytes spell in UTF-8, and places that they spell nothing in. Bytes of another encoding, read
/// as UTF-8, would be a text three times as long: it is never made.
fn spelled(bytes: &[u8]) -> (usize, usize) {
    let (mut chinese, mut lost) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            chinese += usize::from(('\u{2e80}'..='\u{ffef}').contains(&c));
            lost += usize::from(c == '\u{fffd}');
        }
        // A run of bytes that spell nothing is one place: half of a pair of UTF-16 makes three of them.
        lost += usize::from(!chunk.invalid().is_empty() && (!chunk.valid().is_empty() || lost == 0));
    }
    (chinese, lost)
}

/// Decodes by an encoding that is known.
pub(super) fn decode_as(bytes: &[u8], encoding: &'static Encoding) -> Result<Decoded, Kind> {
    with(bytes, encoding, false)
}

fn name_of(encoding: &'static Encoding) -> &'static str {
    match encoding {
        e if e == UTF_16LE => "utf-16le",
        e if e == UTF_16BE => "utf-16be",
        e if e == BIG5 => "big5",
        e if e == UTF_8 => "utf-8",
        _ => "gb18030",
    }
}

fn with(bytes: &[u8], encoding: &'static Encoding, doubtful: bool) -> Result<Decoded, Kind> {
    let (mut text, errors) = encoding.decode_without_bom_handling(bytes);
    let mended = (errors && encoding == GB18030).then(|| stray::mended(bytes)).flatten();
    if let Some(mended) = &mended {
        text = encoding.decode_without_bom_handling(mended).0;
    }
    let lost = if errors { text.matches('\u{fffd}').count() } else { 0 };
    let name = name_of(encoding);
    let mut text = text.into_owned();
    // The decoder makes room for the longest text that so many bytes could be.
    text.shrink_to_fit();
    let mut decoded = Decoded { text, encoding: name, diagnostics: Vec::new() };
    if doubtful {
        decoded.diagnostics.push(warning(
            "encoding_guessed",
            format!(
                "文字编码未声明，按 {name} 读出，请核对。The encoding is not declared: read as {name}, please check."
            ),
        ));
    }
    if broken(&mut decoded, lost) { Ok(decoded) } else { Err(Kind::Encoding { offset: 0 }) }
}

/// Says how many characters were lost; false when they are so many that the text is none.
fn broken(decoded: &mut Decoded, lost: usize) -> bool {
    if lost > 0 {
        let said = lost_places(decoded, lost);
        decoded.diagnostics.push(said);
    }
    // Half a character at the end is where the file was cut.
    let cut = usize::from(decoded.text.ends_with('\u{fffd}'));
    lost <= cut || {
        let told = decoded.text.chars().filter(|c| !c.is_ascii()).count();
        (lost - cut) * BROKEN <= told || lost - cut == 1 && told >= FEW
    }
}

/// How many characters were lost, and where the first of them stood.
fn lost_places(decoded: &Decoded, lost: usize) -> Diagnostic {
    let name = decoded.encoding;
    let before = decoded.text.split('\u{fffd}').next().unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |head| head.chars().count()) + 1;
    warning(
        "encoding_errors",
        format!(
            "有 {lost} 处不是有效的 {name}，读作 U+FFFD，首处在第 {line} 行第 {column} 字。{lost} places are not valid {name}: read as U+FFFD, the first on line {line}, character {column}."
        ),
    )
}

/// The encoding of the names of files: GB18030, unless they read clearly as Big5.
pub(super) fn of_names(bytes: &[u8]) -> &'static Encoding {
    let likely = Likely::of(bytes);
    if likely.clearly() { likely.encoding } else { GB18030 }
}

/// What a page says of itself: `charset=gb2312` of a meta tag, `encoding="GBK"` of an XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(DECLARED_WITHIN)].to_ascii_lowercase();
    if !head.trim_ascii_start().starts_with(b"<") && !head.windows(5).any(|w| w == b"<meta") {
        return None;
    }
    let at = |word: &[u8]| head.windows(word.len()).position(|w| w == word).map(|at| at + word.len());
    let from = at(b"charset=").or_else(|| at(b"<?xml").and(at(b"encoding=")))?;
    let label = head[from..].trim_ascii_start();
    let label = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'")).unwrap_or(label);
    let end =
        label.iter().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))).unwrap_or(label.len());
    named(&label[..end])
}

/// The encoding of a label; the national standards before GB18030 are parts of it.
pub(super) fn named(label: &[u8]) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(label)?;
    Some(if encoding == encoding_rs::GBK { GB18030 } else { encoding })
}

#[cfg(test)]
mod tests {
    use super::guess::DOUBTED_FROM;
    use super::*;

    const PROSE: &str = "2023年，云岭县实现地区生产总值463.3亿元，增长7.9%；城镇居民人均可支配收入3.2万元。";
    const OLD: &str = "2023年，雲嶺縣實現地區生產總值463.3億元，增長7.9%；城鎮居民人均可支配收入3.2萬元。";

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    }

    #[test]
    fn bytes_given_away_are_read_as_those_that_are_lent() {
        let utf16: Vec<u8> = "\u{feff}全县粮食产量36万吨。".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in ["全县粮食产量36万吨。".as_bytes(), &GB18030.encode(PROSE).0, &utf16, b"GDP \xff\xfe"] {
            let said = |decoded: Result<Decoded, Kind>| decoded.map(|d| (d.text, d.encoding, d.diagnostics)).ok();
            assert_eq!(said(decode_given(Cow::Owned(bytes.to_vec()))), said(decode(bytes)));
        }
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let gb = GB18030.encode(PROSE).0.into_owned();
        let big5 = BIG5.encode(OLD).0.into_owned();
        for (bytes, text, encoding) in [
            (PROSE.as_bytes().to_vec(), PROSE, "utf-8"),
            (gb, PROSE, "gb18030"),
            (big5, OLD, "big5"),
            (utf16(PROSE, false), PROSE, "utf-16le"),
            (utf16(PROSE, true), PROSE, "utf-16be"),
            (utf16("全县产值增长", false), "全县产值增长", "utf-16le"),
        ] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
            assert!(decoded.diagnostics.is_empty(), "{encoding}: {:?}", decoded.diagnostics);
        }
        let marked = decode(&utf16(&format!("\u{feff}{PROSE}"), true)).unwrap();
        assert_eq!((marked.text.chars().next(), marked.encoding), (Some('\u{feff}'), "utf-16be"));
    }

    #[test]
    fn a_page_says_its_encoding_and_a_wrong_word_is_not_believed() {
        let page = format!("<meta charset=\"gb2312\"><p>{PROSE}</p>");
        assert_eq!(decode(&GB18030.encode(&page).0).unwrap().encoding, "gb18030");
        assert_eq!(decode(page.as_bytes()).unwrap().encoding, "utf-8", "valid UTF-8 is UTF-8");
        for (text, encoding, name, said) in [
            (PROSE, GB18030, "gb18030", "utf-8"),
            (OLD, BIG5, "big5", "utf-8"),
            (OLD, BIG5, "big5", "gb2312"),
            (PROSE, GB18030, "gb18030", "big5"),
        ] {
            let page = format!("<meta charset=\"{said}\"><p>{text}</p>");
            let decoded = decode(&encoding.encode(&page).0).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (page.as_str(), name));
            assert_eq!(decoded.diagnostics[0].code, "encoding_contradicted");
        }
    }

    #[test]
    fn a_large_file_is_guessed_from_where_its_chinese_stands() {
        let far = "<!-- -->\n".repeat(DOUBTED_FROM / 4) + &PROSE.repeat(4);
        let late = format!("{}{}{}", "©", "<!-- -->\n".repeat(DOUBTED_FROM / 4), PROSE.repeat(4));
        for text in [far, late, PROSE.repeat(DOUBTED_FROM / 40)] {
            let decoded = decode(&GB18030.encode(&text).0).unwrap();
            assert_eq!((decoded.encoding, decoded.text == text), ("gb18030", true));
        }
        // One broken place behind the part that shows what the file is.
        let stray = [PROSE.repeat(DOUBTED_FROM / 40).as_bytes(), b"\xff", PROSE.as_bytes()].concat();
        let decoded = decode(&stray).unwrap();
        assert_eq!((decoded.encoding, decoded.diagnostics.len()), ("utf-8", 1));
    }

    #[test]
    fn a_few_words_of_utf_8_with_a_broken_place_are_utf_8() {
        for (start, broken, end) in [
            ("2023年，全县生产总值463.3亿元", &b"\xed\xa0\xbc"[..], "，增长7.9%。"),
            ("2023年产值", b"\xed\xa0\xbc", "5亿元。"),
            ("\u{feff}2023年产值5亿元", b"\xff", "。"),
            ("2023年产值5亿元", b"\xe5\x8e", ""),
        ] {
            let decoded = decode(&[start.as_bytes(), broken, end.as_bytes()].concat()).unwrap();
            assert_eq!(decoded.encoding, "utf-8", "{start}");
            assert!(decoded.text.starts_with(start) && decoded.text.ends_with(end));
            assert_eq!(decoded.diagnostics.first().map(|d| d.code.as_str()), Some("encoding_errors"));
        }
    }

    #[test]
    fn doubt_and_loss_are_said() {
        let codes =
            |bytes: &[u8]| decode(bytes).unwrap().diagnostics.iter().map(|d| d.code.clone()).collect::<Vec<_>>();
        assert_eq!(codes(&GB18030.encode("全县增长7%").0), ["encoding_guessed"]);
        let long = PROSE.repeat(20);
        assert_eq!(codes(&long.as_bytes()[..long.len() - 1]), ["encoding_errors"], "cut inside a character");
        let mut stray = PROSE.as_bytes().to_vec();
        stray.insert("2023年，云岭县".len(), 0xff);
        let decoded = decode(&stray).unwrap();
        assert_eq!(decoded.text, PROSE.replacen("云岭县", "云岭县\u{fffd}", 1), "one stray byte loses one character");
        assert!(decoded.diagnostics[0].message.contains("第 1 行第 10 字"), "{:?}", decoded.diagnostics);
        for (text, encoding) in [(PROSE, GB18030), (OLD, BIG5)] {
            let bytes = encoding.encode(text).0;
            assert_eq!(codes(&bytes[..bytes.len() - 1]), ["encoding_errors"], "cut inside a character");
            let stray = [&bytes[..6], b"\xff", &bytes[6..]].concat();
            assert_eq!(codes(&stray), ["encoding_errors"], "one stray byte");
        }
        assert_eq!(codes(&[&utf16(PROSE, false)[..], b"\n"].concat()), ["encoding_errors"], "an odd byte at the end");
        for none in
            [&b"GDP \xff\xfe"[..], b"\xff\xfe\0\0\x68\x51\0\0", b"\0\0\x51\x68\0\0\x53\xbf", b"7% \x1b$A;H\x1b(B"]
        {
            assert!(matches!(decode(none), Err(Kind::Encoding { .. })));
        }
        assert_eq!(decode(&[PROSE.as_bytes(), &[0; 9]].concat()).unwrap().text, PROSE, "a last block filled up");
        let torn = "青沅县全年农林牧渔业总产值41.7亿元，比上年增长4.2%，粮食总产\0量22.6万吨，增产0.4万吨。";
        let read = decode(torn.as_bytes()).unwrap();
        assert_eq!((read.text, read.diagnostics[0].code.as_str()), (torn.replace('\0', ""), "stray_zeros"));
        assert!(matches!(decode(b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0"), Err(Kind::Binary(_))));
    }
}
