//! Bytes → text: by byte order mark, by the page's own word, else by what the bytes look like.

mod twice;

use std::borrow::Cow;
use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use rustc_hash::FxHashSet;

use super::{Document, warning};
use crate::error::Kind;
use crate::report::{Diagnostic, Format};

/// Bytes at the head in which a page says its encoding.
const DECLARED_WITHIN: usize = 4_096;
/// Bytes from which an encoding that is declared nowhere is guessed, and those that are looked at where these leave a doubt.
const GUESSED_FROM: usize = 1 << 10;
const DOUBTED_FROM: usize = 128 << 10;
/// Bytes that show whether a broken file is UTF-8.
const SPELLED_FROM: usize = 8 << 10;
/// Characters outside ASCII below which no guess is sure.
const FEW: usize = 24;
/// One character in so many may be broken before the encoding counts as not recognised.
const BROKEN: usize = 50;
/// So many Chinese characters for each broken place show that a text is UTF-8.
const SPELLED: usize = 8;
/// The characters that Chinese prose uses most, in both scripts: a wrong decoding hardly meets them.
const FREQUENT: &str = "的一是在不了有和人中大为上个国年到说们要以时地会出也可对成产业经发展建设工作全县市区政府省民生新加增长实现推进年来項縣區發產業經設實現進為對會國億萬与及等亿万元月日第，。、；：“”（）";

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
                Ok(twice::undone(&text).unwrap_or_else(|| Decoded { text, encoding: "utf-8", diagnostics: Vec::new() }))
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
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding != UTF_8 => return with(bytes, encoding, false),
        _ => {}
    }
    let valid = std::str::from_utf8(bytes);
    if let (Ok(text), false) = (valid, bytes.contains(&0)) {
        return Ok(twice::undone(text).unwrap_or_else(|| plain(text)));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return with(bytes, encoding, false);
    }
    if bytes.contains(&0) {
        // What fills the last block of a disc or a record is no part of a text.
        let filled = bytes.len() - bytes.iter().rev().take_while(|byte| **byte == 0).count();
        if filled == 0 || bytes[..filled].contains(&0) {
            return Err(Kind::Binary("二进制文件 binary"));
        }
        return decode(&bytes[..filled]);
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
    if said == Some(UTF_8) {
        // A page taken over from an older site, whose new head says utf-8 of old bytes: the bytes are right.
        let mut decoded = with(bytes, guess(bytes).0, false).map_err(|_| Kind::Encoding { offset: valid_up_to })?;
        let name = decoded.encoding;
        decoded.diagnostics.push(warning(
            "encoding_contradicted",
            format!("网页自称 utf-8，内容实为 {name}，已按 {name} 读出。The page calls itself utf-8, but its bytes are {name}: read as {name}."),
        ));
        return Ok(decoded);
    }
    if let Some(said) = said
        && let Ok(decoded) = with(bytes, said, false)
    {
        return Ok(decoded);
    }
    let (encoding, sure) = guess(bytes);
    with(bytes, encoding, !sure).map_err(|_| Kind::Encoding { offset: valid_up_to })
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
        lost += usize::from(!chunk.invalid().is_empty());
    }
    (chinese, lost)
}

/// Decodes by an encoding that is known.
pub(super) fn decode_as(bytes: &[u8], encoding: &'static Encoding) -> Result<Decoded, Kind> {
    with(bytes, encoding, false)
}

fn with(bytes: &[u8], encoding: &'static Encoding, doubtful: bool) -> Result<Decoded, Kind> {
    let (text, errors) = encoding.decode_without_bom_handling(bytes);
    let lost = if errors { text.matches('\u{fffd}').count() } else { 0 };
    let name = match encoding {
        e if e == UTF_16LE => "utf-16le",
        e if e == UTF_16BE => "utf-16be",
        e if e == BIG5 => "big5",
        e if e == UTF_8 => "utf-8",
        _ => "gb18030",
    };
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
    lost == 0 || lost * BROKEN <= decoded.text.chars().filter(|c| !c.is_ascii()).count()
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

/// The bytes that show what a file is: from its first Chinese character on, the start of a large file says it as well as the
/// whole, unless there is hardly a Chinese character in it.
fn telling(bytes: &[u8], most: usize) -> &[u8] {
    let from = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
    let head = &bytes[from..bytes.len().min(from + most)];
    if head.iter().filter(|byte| !byte.is_ascii()).count() < FEW * 2 { bytes } else { head }
}

/// GB18030 or Big5, and whether that is sure.
fn guess(bytes: &[u8]) -> (&'static Encoding, bool) {
    let first = guess_from(bytes, GUESSED_FROM);
    if first.1 || bytes.len() <= GUESSED_FROM { first } else { guess_from(bytes, DOUBTED_FROM) }
}

fn guess_from(bytes: &[u8], most: usize) -> (&'static Encoding, bool) {
    let told = telling(bytes, most);
    let (gb, big5) = (Fit::of(told, GB18030), Fit::of(told, BIG5));
    let likely = if gb.frequent >= big5.frequent { GB18030 } else { BIG5 };
    let (best, other) = if likely == GB18030 { (gb, big5) } else { (big5, gb) };
    let high = told.iter().filter(|b| !b.is_ascii()).count();
    // Where every fourth character is one of those that Chinese uses most, no other encoding was meant: the detector, which
    // tries two dozen, would take longer than all the rest of the reading.
    if best.frequent * 4 > best.told && other.frequent * 4 < best.frequent && high >= FEW * 2 {
        return (likely, true);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // Half a character where the sample was cut is no fault of the file.
    detector.feed(told, told.as_ptr_range().end == bytes.as_ptr_range().end);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let agreed = guess == likely || guess == encoding_rs::GBK && likely == GB18030;
    (likely, agreed && high >= FEW * 2 && best.frequent.abs_diff(other.frequent) * 20 > high / 2)
}

/// How Chinese a decoding reads.
#[derive(Clone, Copy)]
struct Fit {
    /// Characters that Chinese prose uses most, less what the decoding breaks.
    frequent: usize,
    /// Characters outside ASCII.
    told: usize,
}

impl Fit {
    fn of(bytes: &[u8], encoding: &'static Encoding) -> Fit {
        static MOST_USED: LazyLock<FxHashSet<char>> = LazyLock::new(|| FREQUENT.chars().collect());
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        let (mut frequent, mut told, mut lost) = (0_usize, 0, 0);
        for c in text.chars().filter(|c| !c.is_ascii()) {
            told += 1;
            frequent += usize::from(MOST_USED.contains(&c));
            lost += usize::from(c == '\u{fffd}');
        }
        Fit { frequent: frequent.saturating_sub(lost), told }
    }
}

/// UTF-16 shows by its ASCII (digits, line ends), of which every second byte is zero, and by what it spells.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(64 << 10) & !1];
    if head.len() < 8 || bytes.len() % 2 == 1 && bytes.len() < head.len() {
        return None;
    }
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let encoding = if odd > even * 4 {
        UTF_16LE
    } else if even > odd * 4 {
        UTF_16BE
    } else if even + odd == 0 && !head.is_ascii() {
        // Prose without a digit, a space or a line end.
        return [UTF_16LE, UTF_16BE].into_iter().find(|e| spells(head, e, 20));
    } else {
        return None;
    };
    spells(head, encoding, 10).then_some(encoding)
}

/// True when all but one character in `odd` are ASCII or of Chinese writing.
fn spells(bytes: &[u8], encoding: &'static Encoding, odd: usize) -> bool {
    let (text, errors) = encoding.decode_without_bom_handling(bytes);
    let strange = |c: &char| {
        !(' '..='~').contains(c)
            && !matches!(c, '\n' | '\r' | '\t' | '\u{a0}' | '·' | '\u{2010}'..='\u{2049}')
            && !('\u{3000}'..='\u{303f}').contains(c)
            && !('\u{4e00}'..='\u{9fff}').contains(c)
            && !('\u{ff00}'..='\u{ffef}').contains(c)
    };
    let han = text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
    (!errors || text.ends_with('\u{fffd}'))
        && han > 0
        && text.chars().filter(strange).count() * odd <= text.chars().count()
}

#[cfg(test)]
mod tests {
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
        for (text, encoding, name) in [(PROSE, GB18030, "gb18030"), (OLD, BIG5, "big5")] {
            let page = format!("<meta charset=\"utf-8\"><p>{text}</p>");
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
        assert!(matches!(decode(b"GDP \xff\xfe"), Err(Kind::Encoding { .. })));
        assert_eq!(decode(&[PROSE.as_bytes(), &[0; 9]].concat()).unwrap().text, PROSE, "a last block filled up");
        assert!(matches!(decode(b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0"), Err(Kind::Binary(_))));
    }
}
