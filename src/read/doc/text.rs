//! Characters of the pieces → paragraphs, headings and tables; fields give their result, not their code, but for
//! characters with a reading above them.

use super::boxes::{self, TextBox};
use super::lists::{self, Lists};
use super::pieces::{Piece, Pieces};
use super::properties::Paragraph;
use super::rows::{self, Nested, Row};
use super::{Streams, deleted};
use crate::read::{flow::Flow, phonetic, warning};
use crate::report::Diagnostic;

/// Marks that stand for something in the text.
const CELL: char = '\u{7}';
const ANCHOR: char = '\u{8}';
const FIELD_CODE: char = '\u{13}';
const FIELD_RESULT: char = '\u{14}';
const FIELD_END: char = '\u{15}';

#[derive(Default)]
struct Writer {
    flow: Flow,
    lists: Lists,
    words: String,
    /// For each open field, whether its code is being read.
    fields: Vec<bool>,
    /// The code of the innermost of them.
    code: String,
    row: Row,
    rows: Vec<Row>,
    /// Paragraphs of the cell being read.
    cell: String,
    /// The table within it.
    nested: Nested,
    /// Texts of boxes that are tied to the paragraph or the table being read.
    boxes: Vec<String>,
}

/// Writes the text: the body with its text boxes, then the notes.
pub(super) fn write(
    streams: &Streams,
    pieces: &Pieces,
    properties: &[Paragraph],
    most: usize,
) -> (String, Vec<Diagnostic>) {
    let source = Source { document: &streams.document, pieces, properties, deleted: deleted::read(streams) };
    let mut writer = Writer { lists: lists::read(streams), ..Writer::default() };
    let mut boxes = boxes::read(streams, pieces);
    let mut left = most;
    source.read((0, pieces.body.saturating_add(pieces.notes)), &mut left, |at, c, left| {
        writer.take(c, || source.property_at(at.byte));
        if c == ANCHOR {
            while let Some(i) = boxes.iter().position(|one| one.anchor == Some(at.character)) {
                let TextBox { from, to, .. } = boxes.remove(i);
                writer.boxes.push(source.apart((from, to), left));
            }
        }
    });
    source.read(pieces.endnotes, &mut left, |at, c, _| writer.take(c, || source.property_at(at.byte)));
    writer.end_table();
    writer.paragraph(None, "");
    for TextBox { from, to, .. } in boxes {
        let text = source.apart((from, to), &mut left);
        writer.flow.lines(&text);
    }
    let (text, mut diagnostics) = writer.flow.finish();
    if left == 0 {
        diagnostics.push(warning(
            "text_cut",
            "文字远多于文件大小所应有，其余未读。There is far more text than the file's size allows for: the rest was not read.".to_owned(),
        ));
    }
    (text, diagnostics)
}

/// Place of a character in the text and in the file.
#[derive(Clone, Copy)]
struct At {
    character: u32,
    byte: u32,
}

/// What the characters are read from.
struct Source<'a> {
    document: &'a [u8],
    pieces: &'a Pieces,
    properties: &'a [Paragraph],
    deleted: Vec<(u32, u32)>,
}

impl Source<'_> {
    /// Reads the characters between two places that no tracked change deleted, as many bytes of them as are left.
    fn read(&self, (from, to): (u32, u32), left: &mut usize, mut take: impl FnMut(At, char, &mut usize)) {
        for piece in &self.pieces.list {
            for (at, c) in characters(self.document, piece, from, to) {
                if *left == 0 {
                    return;
                }
                *left = left.saturating_sub(c.len_utf8());
                if !deleted::holds(&self.deleted, at.byte) {
                    take(at, c, left);
                }
            }
        }
    }

    /// The words of a text box, which stand on lines of their own.
    fn apart(&self, place: (u32, u32), left: &mut usize) -> String {
        let mut writer = Writer::default();
        self.read(place, left, |at, c, _| writer.take(c, || self.property_at(at.byte)));
        writer.end_table();
        writer.paragraph(None, "");
        writer.flow.finish().0
    }

    fn property_at(&self, at: u32) -> Option<&Paragraph> {
        let after = self.properties.partition_point(|p| p.from <= at);
        self.properties.get(after.checked_sub(1)?).filter(|p| at < p.to)
    }
}

/// The characters of a piece that stand between two places, each with its own.
fn characters<'a>(document: &'a [u8], piece: &Piece, from: u32, to: u32) -> impl Iterator<Item = (At, char)> + use<'a> {
    let width = if piece.narrow { 1 } else { 2 };
    let first = piece.from.max(from);
    let count = piece.to.min(to).saturating_sub(first) as usize;
    let byte = piece.at.saturating_add(first.saturating_sub(piece.from).saturating_mul(width));
    let start = (byte as usize).min(document.len());
    let bytes = &document[start..(start + count * width as usize).min(document.len())];
    let narrow = piece.narrow;
    let narrow_characters = bytes.iter().take(if narrow { usize::MAX } else { 0 }).enumerate().map(move |(i, b)| {
        let c = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[*b]).0.chars().next().unwrap_or(' ');
        (At { character: first + i as u32, byte: byte + i as u32 }, c)
    });
    let mut place = At { character: first, byte };
    let units = bytes
        .chunks_exact(2)
        .take(if narrow { 0 } else { usize::MAX })
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let wide_characters = char::decode_utf16(units).map(move |unit| {
        let c = unit.unwrap_or('\u{fffd}');
        let here = place;
        let units = c.len_utf16() as u32;
        place = At { character: here.character + units, byte: here.byte + 2 * units };
        (here, c)
    });
    narrow_characters.chain(wide_characters)
}

impl Writer {
    fn take<'a>(&mut self, c: char, property: impl Fn() -> Option<&'a Paragraph>) {
        match c {
            FIELD_CODE => {
                self.fields.push(true);
                self.code.clear();
            }
            FIELD_RESULT => {
                if let Some(field) = self.fields.last_mut() {
                    *field = false;
                }
            }
            FIELD_END => {
                self.fields.pop();
                let code = std::mem::take(&mut self.code);
                if let Some(words) = phonetic::words(&code).filter(|_| self.fields.last() != Some(&true)) {
                    self.words.push_str(words);
                }
            }
            _ if self.fields.last() == Some(&true) => {
                if self.code.len() < phonetic::CODE {
                    self.code.push(c);
                }
            }
            CELL => {
                if let Some(row) = property().filter(|p| p.row_end) {
                    self.row.borders.clone_from(&row.borders);
                    self.rows.push(std::mem::take(&mut self.row));
                    self.words.clear();
                    self.cell.clear();
                } else {
                    self.add_to_cell();
                    self.row.cells.push(std::mem::take(&mut self.cell));
                }
            }
            '\r' | '\u{c}' | '\u{e}' => {
                let found = property();
                if let Some(row) = found.filter(|p| p.inner_row_end) {
                    self.words.clear();
                    self.nested.end_row(&row.borders);
                } else if found.is_some_and(|p| p.inner_cell_end) {
                    self.nested.cell(std::mem::take(&mut self.words));
                } else if found.is_some_and(|p| p.in_table) {
                    // The paragraphs of an inner cell are one text.
                    if found.is_none_or(|p| p.depth < 2) {
                        self.add_to_cell();
                    }
                } else {
                    self.end_table();
                    // An empty paragraph of a list has no number.
                    let number = match found.filter(|p| p.list > 0 && !self.words.trim().is_empty()) {
                        Some(p) => self.lists.next(p.list, p.level),
                        None => String::new(),
                    };
                    self.paragraph(found.and_then(|p| p.heading), &number);
                }
            }
            '\u{b}' => self.words.push('\n'),
            '\t' => self.words.push(' '),
            '\u{1e}' => self.words.push('-'),
            '\0'..='\u{1f}' => {}
            c => {
                if self.row.cells.is_empty() && self.cell.is_empty() && self.words.is_empty() && !self.rows.is_empty() {
                    // The first character after a row: of another row, or of the text below the table.
                    if !property().is_some_and(|p| p.in_table) {
                        self.end_table();
                    }
                }
                self.words.push(c);
            }
        }
    }

    fn add_to_cell(&mut self) {
        self.nested.write(&mut self.cell);
        self.cell.push_str(&std::mem::take(&mut self.words));
    }

    /// Ends a paragraph, with the number of its list before it.
    fn paragraph(&mut self, heading: Option<usize>, number: &str) {
        let words = std::mem::take(&mut self.words);
        self.flow.words(number);
        let mut lines = words.split('\n').peekable();
        while let Some(line) = lines.next() {
            self.flow.words(line);
            match heading.filter(|_| lines.peek().is_none()) {
                Some(level) => self.flow.end_heading(level + 1),
                None => self.flow.end(),
            }
        }
        self.end_boxes();
    }

    fn end_boxes(&mut self) {
        for text in std::mem::take(&mut self.boxes) {
            self.flow.lines(&text);
        }
    }

    fn end_table(&mut self) {
        if !self.row.cells.is_empty() {
            // The row's mark was not known for one: its cells are kept.
            let row = std::mem::take(&mut self.row);
            self.rows.push(row);
        }
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return;
        }
        rows::write(rows, &mut self.flow);
        self.end_boxes();
    }
}
