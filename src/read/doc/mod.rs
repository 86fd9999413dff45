//! Word 97–2003 files (`.doc`, and WPS's `.wps`): the text through its piece table, paragraphs and rows through their
//! properties.
//!
//! ```text
//! container  streams "WordDocument" and "0Table" or "1Table"
//! header     where the text ends, where piece table and properties stand in the table stream
//! pieces     characters 0..812 → bytes 2048.. as UTF-16, characters 812..900 → bytes 6000.. as Windows-1252, …
//! ```

mod boxes;
mod deleted;
mod lists;
mod pieces;
mod properties;
pub(super) mod rows;
mod text;

use std::io::{Cursor, Read};

use super::{Document, warning};
use crate::error::Kind;
use crate::limits;
use crate::report::Format;

/// First bytes of an OLE container.
pub(super) const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// First number of a file of Word 6.0 and 95, whose parts stand elsewhere.
const OLD_WORD: u16 = 0xa5dc;

/// The two streams of a Word file.
struct Streams {
    document: Vec<u8>,
    table: Vec<u8>,
}

/// Reads a Word 97–2003 file.
#[inline(never)]
pub(super) fn read(bytes: &[u8]) -> Result<Document, Kind> {
    let streams = open(bytes)?;
    let pieces = pieces::read(&streams).ok_or(Kind::Damaged("Word"))?;
    let properties = properties::read(&streams);
    let (text, mut diagnostics) = text::write(&streams, &pieces, &properties, limits::packed_text_bytes(bytes.len()));
    if pieces.damaged {
        diagnostics.push(warning(
            "damaged",
            "文件有损坏，只读出了一部分。The file is damaged: only a part was read.".to_owned(),
        ));
    }
    Ok(Document { name: String::new(), size: 0, text, format: Format::Doc, encoding: None, diagnostics })
}

fn open(bytes: &[u8]) -> Result<Streams, Kind> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| Kind::Damaged("Word"))?;
    if container.exists("/EncryptedPackage") {
        return Err(Kind::Protected);
    }
    let Some(document) = stream(&mut container, bytes.len(), "/WordDocument") else {
        let sheet = ["/Workbook", "/Book"].iter().any(|name| container.exists(name));
        return Err(Kind::Binary(if sheet { "电子表格 XLS" } else { "Office 97–2003 文件（不是 Word）" }));
    };
    if u16_at(&document, 0) == Some(OLD_WORD) {
        return Err(Kind::Binary("Word 6.0/95 文档"));
    }
    let flags = u16_at(&document, 0x0a).ok_or(Kind::Damaged("Word"))?;
    if flags & 0x0100 != 0 {
        return Err(Kind::Protected);
    }
    let (first, second) = if flags & 0x0200 != 0 { ("/1Table", "/0Table") } else { ("/0Table", "/1Table") };
    let table = stream(&mut container, bytes.len(), first)
        .or_else(|| stream(&mut container, bytes.len(), second))
        .ok_or(Kind::Damaged("Word"))?;
    Ok(Streams { document, table })
}

/// The content of one stream of the container, no longer than the file.
fn stream(container: &mut cfb::CompoundFile<Cursor<&[u8]>>, most: usize, name: &str) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    container.open_stream(name).ok()?.take(most as u64).read_to_end(&mut content).ok()?;
    Some(content)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// The part of the table stream that the header names at this place: offset, then length.
fn part_at(streams: &Streams, place: usize) -> Option<&[u8]> {
    let from = u32_at(&streams.document, place)? as usize;
    let len = u32_at(&streams.document, place + 4)? as usize;
    streams.table.get(from..from.checked_add(len)?.min(streams.table.len()))
}
