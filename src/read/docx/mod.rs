//! Word files (`.docx`): paragraphs with their numbers, headings, tables, text boxes and notes; tracked changes accepted.

mod body;
pub(super) mod numbering;
mod styles;
mod symbol;

use super::zip::{Item, Zip};
use super::{Document, warning};
use crate::error::Kind;
use crate::limits;
use crate::report::Format;
use body::Body;
use numbering::Numbering;
use styles::Styles;

/// The part that holds the text, where it is a Word file.
pub(super) fn body_of<T: AsRef<[u8]>>(zip: &Zip<T>) -> Option<&Item> {
    zip.find("word/document.xml").or_else(|| {
        zip.items.iter().find(|item| {
            item.path.strip_prefix("word/document").is_some_and(|rest| rest.strip_suffix(".xml").is_some())
        })
    })
}

/// Reads a Word file of so many bytes.
#[inline(never)]
pub(super) fn read<T: AsRef<[u8]>>(zip: &Zip<T>, body: &Item, file: usize) -> Result<Document, Kind> {
    let part = |item: &Item| {
        let bytes = zip.unpack(item, limits::xml_bytes(file))?;
        Ok::<_, Kind>(text_of(&bytes))
    };
    // Without styles and lists the text can still be read.
    let side = |path: &str| zip.find(path).and_then(|item| part(item).ok());
    let styles = side("word/styles.xml").and_then(|xml| Styles::read(&xml).ok()).unwrap_or_default();
    let mut numbering = side("word/numbering.xml").and_then(|xml| Numbering::read(&xml).ok()).unwrap_or_default();
    let mut writer = Body::new(&styles, &mut numbering, limits::packed_text_bytes(file));
    let read = writer.read(&part(body)?);
    let mut damaged = read.is_err();
    if let Err(Kind::Limit { .. }) = read {
        read?;
    }
    for path in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = side(path) {
            damaged |= writer.read(&xml).is_err();
        }
    }
    finish(writer, damaged)
}

/// Reads a Word file whose parts stand in one text, as Word 2003 and “Word XML” save it.
#[inline(never)]
pub(super) fn read_flat(xml: &str) -> Result<Document, Kind> {
    let part = |name: &str| {
        let from = xml.find(&format!("<w:{name}"))?;
        let end = format!("</w:{name}>");
        xml[from..].find(&end).map(|len| &xml[from..from + len + end.len()])
    };
    let styles = part("styles").and_then(|xml| Styles::read(xml).ok()).unwrap_or_default();
    let mut numbering = part("numbering").and_then(|xml| Numbering::read(xml).ok()).unwrap_or_default();
    let mut writer = Body::new(&styles, &mut numbering, xml.len());
    let mut damaged = false;
    for name in ["body", "footnotes", "endnotes"] {
        if let Some(part) = part(name) {
            let read = writer.read(part);
            damaged |= read.is_err();
            if let Err(Kind::Limit { .. }) = read {
                read?;
            }
        }
    }
    finish(writer, damaged)
}

fn finish(writer: Body<'_>, damaged: bool) -> Result<Document, Kind> {
    let cut = writer.cut;
    let (text, mut diagnostics) = writer.finish();
    if damaged {
        if text.trim().is_empty() {
            return Err(Kind::Damaged("Word"));
        }
        diagnostics.push(warning(
            "damaged",
            "文件有损坏，只读出了一部分。The file is damaged: only a part was read.".to_owned(),
        ));
    }
    if cut {
        diagnostics.push(warning(
            "text_cut",
            "文字远多于文件大小所应有，其余未读。There is far more text than the file's size allows for: the rest was not read.".to_owned(),
        ));
    }
    Ok(Document { name: String::new(), size: 0, text, format: Format::Docx, encoding: None, diagnostics })
}

/// XML parts are UTF-8, or UTF-16 with a mark.
fn text_of(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_in_one_text_is_its_body_and_notes() {
        let p = |words: &str| format!("<w:p><w:pPr><w:pStyle w:val='1'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>");
        let body = format!("<w:body>{}<w:sectPr><w:hdr>{}</w:hdr></w:sectPr></w:body>", p("综合"), p("页眉"));
        let styles = "<w:styles><w:style w:styleId='1'><w:name w:val='heading 1'/></w:style></w:styles>";
        for xml in [
            format!("<?xml version='1.0'?><w:wordDocument><w:fonts/>{styles}{body}</w:wordDocument>"),
            format!(
                "<?xml version='1.0'?><pkg:package><pkg:part pkg:name='/word/document.xml'><w:document>{body}</w:document></pkg:part>\
                 <pkg:part pkg:name='/word/header1.xml'><w:hdr>{}</w:hdr></pkg:part><pkg:part>{styles}</pkg:part></pkg:package>",
                p("页眉")
            ),
        ] {
            assert_eq!(read_flat(&xml).unwrap().text, "## 综合\n");
        }
        assert_eq!(read_flat("<?xml version='1.0'?><w:wordDocument>").unwrap().text, "");
    }
}
