//! Stage 1: bytes → [`Document`]: text and Markdown in any encoding of Chinese.

mod archive;
mod csv;
mod doc;
mod docx;
mod encoding;
mod flow;
mod html;
mod mht;
mod pdf;
mod phonetic;
mod rtf;
mod sniff;
mod superscript;
mod table;
mod xml;
mod zip;

use std::borrow::Cow;

use crate::Options;
use crate::error::{Error, Kind};
use crate::lexicon::search::Search;
use crate::limits;
use crate::report::{Diagnostic, Format, Severity};
pub use archive::{Archive, Entry};
use encoding::Decoded;
pub use pdf::{Page, Pages, Rule, Run};
use sniff::Xml;
use zip::Zip;

/// What is analysed: the bytes of a file, or text that is already decoded. What is given away is gone once it is read:
/// a large file then takes its own size less.
#[derive(Debug, Clone)]
pub enum Input<'a> {
    /// Bytes of a file.
    Bytes(Cow<'a, [u8]>),
    /// Decoded text.
    Text(Cow<'a, str>),
    /// The words of a PDF, found by a PDF library.
    Pages(Cow<'a, Pages>),
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Input::Bytes(bytes.into())
    }
}

impl From<Vec<u8>> for Input<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Input::Bytes(bytes.into())
    }
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Input::Text(text.into())
    }
}

impl From<String> for Input<'_> {
    fn from(text: String) -> Self {
        Input::Text(text.into())
    }
}

impl<'a> From<&'a Pages> for Input<'a> {
    fn from(pages: &'a Pages) -> Self {
        Input::Pages(Cow::Borrowed(pages))
    }
}

impl From<Pages> for Input<'_> {
    fn from(pages: Pages) -> Self {
        Input::Pages(Cow::Owned(pages))
    }
}

/// A file that has been read: its text, and what is known of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Name of the file; may be empty.
    pub name: String,
    /// Bytes of the file, or of the text or the words that were given.
    pub size: usize,
    /// Text as read. A byte order mark and the file's own line ends stay in it, so that offsets hold.
    pub text: String,
    /// How the bytes were understood.
    pub format: Format,
    /// Encoding of the bytes; none when the caller gave text.
    pub encoding: Option<String>,
    /// What a person should know of the reading: a guessed encoding, a part left out.
    pub diagnostics: Vec<Diagnostic>,
}

/// Decodes the input.
///
/// # Errors
/// When it is empty, too large, no document, or in an encoding that is not recognised.
pub fn read(input: Input<'_>, options: &Options) -> Result<Document, Error> {
    let name = options.name.clone().unwrap_or_default();
    let size = match &input {
        Input::Bytes(bytes) => bytes.len(),
        Input::Text(text) => text.len(),
        Input::Pages(pages) => pages.pages.iter().flat_map(|page| &page.runs).map(|run| run.text.len()).sum(),
    };
    if size > limits::FILE_BYTES {
        return Err(Error::new(Kind::TooLarge { bytes: size, limit: limits::FILE_BYTES }, &name));
    }
    let document = match input {
        Input::Text(text) => Document {
            name: String::new(),
            size,
            format: format_of_text(&name, &text),
            text: text.into_owned(),
            encoding: None,
            diagnostics: Vec::new(),
        },
        Input::Bytes(bytes) => read_bytes(bytes, &name).map_err(|kind| Error::new(kind, &name))?,
        Input::Pages(pages) => pdf::read(pages.into_owned()).map_err(|kind| Error::new(kind, &name))?,
    };
    let mut document = document;
    let lost = lost_characters(&document);
    document.diagnostics.extend(lost);
    if document.text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(Error::new(Kind::Empty, &name));
    }
    Ok(Document { name, size, ..document })
}

/// Question marks of a text without any other sign of writing, and of how many of its characters they are one.
const MARKS: usize = 20;
const EVERY: usize = 5;

/// What stands for a character that a program could not read, and the first sign of 锟斤拷, which one makes that reads it
/// once more.
const LOST: &str = "\u{fffd}";
const LOST_TWICE: char = '锟';
/// How the first bytes of ，。、 in UTF-8 look in GBK; no word has two of them. The start of a text shows them.
const GARBLED: [char; 2] = ['锛', '銆'];
const SEEN: usize = 2_000;

/// ???2023???: saved in a code page that has no Chinese characters, a text has lost them for good; saved after it was opened
/// in a wrong encoding, a part of them.
fn lost_characters(document: &Document) -> Option<Diagnostic> {
    let text = document.text.as_str();
    if text.is_ascii() {
        let marks = text.bytes().filter(|byte| matches!(byte, b'?')).count();
        return (marks >= MARKS && marks * EVERY >= text.len()).then(|| {
            warning(
                "characters_lost",
                "汉字在另存时变成了问号，已无法还原；请从原文件另存为 UTF-8。The Chinese characters were lost when the file was saved, as question marks: save the original again as UTF-8.".to_owned(),
            )
        });
    }
    let count = |signs: &[char]| text.chars().take(SEEN).filter(|c| signs.contains(c)).count();
    let garbled = count(&GARBLED);
    if garbled > 2 && garbled > count(&['，', '。']) {
        return Some(warning(
            "characters_lost",
            "文字曾按错误的编码打开并另存（乱码）；请从原文件另存为 UTF-8。The text was opened in a wrong encoding and saved so: save the original again as UTF-8.".to_owned(),
        ));
    }
    let said = document.diagnostics.iter().any(|d| d.code == "encoding_errors");
    let lost = if said { 0 } else { text.places_of(LOST).count() + count(&[LOST_TWICE]) };
    (lost > 0).then(|| {
        warning(
            "characters_lost",
            format!(
                "有 {lost} 处文字在来源中已经丢失（显示为 \u{fffd} 或“锟斤拷”）；请与原文核对。In {lost} places characters were lost before the file was saved: check against the original."
            ),
        )
    })
}

fn read_bytes(given: Cow<'_, [u8]>, name: &str) -> Result<Document, Kind> {
    let bytes = given.as_ref();
    if let Some(what) = sniff::binary(bytes) {
        return Err(Kind::Binary(what));
    }
    if sniff::pdf(bytes) {
        return Err(Kind::Pdf);
    }
    if zip::is_zip(bytes) {
        let zip = Zip::open(bytes)?;
        return match docx::body_of(&zip) {
            Some(body) => docx::read(&zip, body, bytes.len()),
            None => Err(sniff::package(&zip).map_or(Kind::Archive, Kind::Binary)),
        };
    }
    if bytes.starts_with(doc::SIGNATURE) {
        return doc::read(bytes);
    }
    if rtf::is_rtf(bytes) {
        return rtf::read(bytes);
    }
    if sniff::mht(bytes)
        && let Some(page) = mht::page(bytes)
    {
        return page;
    }
    let decoded = encoding::decode_given(given)?;
    match sniff::xml(&decoded.text) {
        Some(Xml::Word) => return docx::read_flat(&decoded.text),
        Some(Xml::Sheet) => return Err(Kind::Binary("电子表格 Excel XML")),
        None => {}
    }
    if sniff::html(name, &decoded.text) {
        return Ok(page(decoded));
    }
    if let Some((text, diagnostics)) = csv::read(name, &decoded.text) {
        let diagnostics = [decoded.diagnostics, diagnostics].concat();
        return Ok(Decoded { text, diagnostics, ..decoded }.document(Format::Text));
    }
    let format = format_of_text(name, &decoded.text);
    Ok(decoded.document(format))
}

fn page(mut decoded: Decoded) -> Document {
    let (text, diagnostics) = html::read(&decoded.text);
    decoded.text = text;
    decoded.diagnostics.extend(diagnostics);
    decoded.document(Format::Html)
}

fn format_of_text(name: &str, text: &str) -> Format {
    if sniff::markdown(name, text) { Format::Markdown } else { Format::Text }
}

fn warning(code: &str, message: String) -> Diagnostic {
    Diagnostic { level: Severity::Warning, code: code.to_owned(), message, span: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_as_it_was() {
        let text = "\u{feff}全县\r\n增长7%";
        let document = read(text.as_bytes().into(), &Options::default()).unwrap();
        assert_eq!(document.text, text);
        assert_eq!(document.encoding.as_deref(), Some("utf-8"));
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_reason() {
        let code = |bytes: &[u8]| read(bytes.into(), &Options::default()).unwrap_err().code();
        assert_eq!(code(b""), "empty");
        assert_eq!(code("\u{feff} \n".as_bytes()), "empty");
        assert_eq!(code(b"\x89PNG\r\n\x1a\n\0\0"), "binary");
        assert_eq!(code(b"GDP \xff\xfe"), "encoding");
        let said = |text: &str| {
            read(text.into(), &Options::default()).unwrap().diagnostics.iter().any(|d| d.code == "characters_lost")
        };
        assert!(
            said("????2023?????????????312.6??????6.1%") && !said("What? Why? GDP 312.6, 6.1%?") && !said("全县????")
        );
        assert!(said("全\u{fffd}产值463.3亿元。") && said("全县锟斤拷463.3亿元。"));
        assert!(
            said("2023骞达紝鍏ㄥ幙浜у€�463.3浜垮厓锛屽闀�7.9%锛涜储鏀�21.6浜垮厓銆�")
                && !said("锛是化学元素，銆不是。")
        );
        assert_eq!(code(&vec![b'1'; limits::FILE_BYTES + 1]), "too_large");
    }
}
