//! Rich Text Format: `rtf-parser-tt` finds the words (code pages, `\u` and `\'` escapes, footnotes, fields); what it keeps
//! no record of (rows and cells, headings, deleted text) is marked in its tokens first, in [`marks`].
//!
//! ```text
//! {\rtf1\ansi\ansicpg936 … \s1 \'d2\'bb\par … \trowd\cellx2000 … \intbl \u20840?\cell\row}
//! ```

mod decode;
mod marks;

use rtf_parser_tt::{Lexer, Parser, Part, TextOptions};

use super::doc::rows::{self, Nested, Row};
use super::{Document, flow::Flow, warning};
use crate::error::Kind;
use crate::limits;
use crate::report::Format;
use marks::{CELL, HEADINGS, NESTED_CELL, NESTED_ROW, PARAGRAPH, ROW};

/// True of the first bytes of an RTF file.
pub(super) fn is_rtf(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"{\\rtf")
}

/// Reads an RTF file.
#[inline(never)]
pub(super) fn read(bytes: &[u8]) -> Result<Document, Kind> {
    let signs = bytes.iter().filter(|byte| matches!(byte, b'\\' | b'{' | b'}')).count();
    if signs > limits::RTF_SIGNS {
        return Err(Kind::Limit { what: "RTF 控制符 control words", limit: limits::RTF_SIGNS });
    }
    let source = decode::decode(bytes)?;
    let tokens = Lexer::scan(&source).map_err(|_| Kind::Damaged("RTF"))?;
    let marked = marks::mark(tokens)?;
    let document = Parser::new(marked.tokens).parse().map_err(|_| Kind::Damaged("RTF"))?;
    let mut writer = Writer { borders: marked.borders.into_iter(), ..Writer::default() };
    let options = TextOptions::default().headers_footers(false);
    for block in document.body.iter().filter(|block| options.includes(block)) {
        // The number of a footnote would read as part of the figure it stands behind.
        if !matches!(block.part, Part::NoteReference(_)) {
            block.text.chars().for_each(|c| writer.take(c));
        }
    }
    let (text, mut diagnostics) = writer.finish();
    if marked.cut {
        diagnostics.push(warning(
            "damaged",
            "文件有损坏，只读出了一部分。The file is damaged: only a part was read.".to_owned(),
        ));
    }
    Ok(Document { name: String::new(), size: 0, text, format: Format::Doc, encoding: None, diagnostics })
}

/// Marked text → paragraphs, headings and tables.
#[derive(Default)]
struct Writer {
    flow: Flow,
    words: String,
    /// Paragraphs of the cell being read, and the table within it.
    cell: String,
    nested: Nested,
    row: Row,
    rows: Vec<Row>,
    /// Where the cells of each row begin and end, in the order of the rows.
    borders: std::vec::IntoIter<Vec<i16>>,
}

impl Writer {
    fn take(&mut self, c: char) {
        match c {
            CELL => {
                self.add_to_cell();
                self.row.cells.push(std::mem::take(&mut self.cell));
            }
            PARAGRAPH => self.add_to_cell(),
            NESTED_CELL => self.nested.cell(std::mem::take(&mut self.words)),
            NESTED_ROW => {
                self.words.clear();
                self.nested.end_row(&[]);
            }
            ROW => {
                self.row.borders = self.borders.next().unwrap_or_default();
                self.rows.push(std::mem::take(&mut self.row));
                self.words.clear();
                self.cell.clear();
            }
            '\n' => self.paragraph(None),
            _ => match HEADINGS.iter().position(|mark| mark.starts_with(c)) {
                Some(level) => self.paragraph(Some(level + 1)),
                None => self.words.push(c),
            },
        }
    }

    fn add_to_cell(&mut self) {
        self.nested.write(&mut self.cell);
        self.cell.push_str(&std::mem::take(&mut self.words));
    }

    fn paragraph(&mut self, heading: Option<usize>) {
        if !self.cell.is_empty() {
            self.add_to_cell();
            self.words = std::mem::take(&mut self.cell);
        }
        self.end_table();
        self.flow.words(&std::mem::take(&mut self.words));
        match heading {
            Some(level) => self.flow.end_heading(level + 1),
            None => self.flow.end(),
        }
    }

    fn end_table(&mut self) {
        if !self.row.cells.is_empty() {
            self.rows.push(std::mem::take(&mut self.row));
        }
        if !self.rows.is_empty() {
            rows::write(std::mem::take(&mut self.rows), &mut self.flow);
        }
    }

    fn finish(mut self) -> (String, Vec<crate::report::Diagnostic>) {
        self.paragraph(None);
        self.flow.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(body: &str) -> String {
        read(format!("{{\\rtf1\\ansi\\ansicpg936\\deff0{{\\fonttbl{{\\f0\\fcharset134 SimSun;}}}}{body}}}").as_bytes())
            .unwrap()
            .text
    }

    #[test]
    fn escapes_of_the_code_page_and_of_unicode_give_the_same_words() {
        assert_eq!(text(r"\f0 \'c8\'ab\'cf\'d8\'d4\'f6\'b3\'a47%\'a1\'a3\par"), "全县增长7%。\n");
        assert_eq!(text(r"\uc1\u20840?\u21439?\u22686?\u-27265?7%\u12290?\par"), "全县增长7%。\n");
        assert_eq!(text(r"\uc2\u20840\'c8\'ab\u21439\'cf\'d8\par"), "全县\n");
    }

    #[test]
    fn rows_headings_and_accepted_changes_are_kept() {
        assert_eq!(
            text(concat!(
                r"{\stylesheet{\s1 heading 1;}{\s2 Normal;}}\pard\s1 GDP\par\pard\s2 a{\deleted b}{\revised c}\par",
                r"\trowd\trleft0\cellx1000\cellx2000\pard\intbl x\cell y\par z\cell\row\pard\outlinelevel1 d\par"
            )),
            "## GDP\nac\n\n|x|yz|\n\n### d\n"
        );
    }

    #[test]
    fn a_table_within_a_cell_is_a_table_of_its_own() {
        assert_eq!(
            text(concat!(
                r"\trowd\cellx4000\pard\intbl crops\par\pard\intbl\itap2 wheat\nestcell 7.4\nestcell{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}",
                r"{\nonesttables\par}\pard\intbl\itap2 ma\par ize\nestcell 3.1\nestcell{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}{\nonesttables\par}",
                r"\pard\intbl rest\cell b\cell\row\pard after\par"
            )),
            "crops\n\n|wheat|7.4|\n|maize|3.1|\n\nrest\nb\nafter\n"
        );
    }

    #[test]
    fn text_boxes_are_read_and_pictures_page_heads_and_field_codes_are_not() {
        assert_eq!(
            text(concat!(
                r"{\header 1\par}{\pict 89504e}{\field{\*\fldinst PAGE 5}{\fldrslt 6}}{\listtext 1.\tab}w\par",
                r"{\shp{\*\shpinst\shpleft1{\sp{\sn a}{\sv 7}}{\shptxt box\par}}{\shprslt box\par}}"
            )),
            "61.w\nbox\n"
        );
    }

    #[test]
    fn footnotes_and_words_with_a_reading_above_them_are_kept() {
        assert_eq!(
            text(r"output 18.6{{\super \chftn{\*\footnote \chftn\pard\plain with potatoes 1.2}}}.\par end\par"),
            "output 18.6.\nend\nwith potatoes 1.2\n"
        );
        assert_eq!(
            text(r"a{\field{\*\fldinst { EQ \\* jc3 \\o\\al(\\s\\up 10(xian),\u21439\'3f)}}{\fldrslt {}}}b\par"),
            "a县b\n"
        );
    }

    #[test]
    fn a_file_that_ends_early_is_read_as_far_as_it_goes() {
        let document = read(br"{\rtf1\ansi {\b GDP 7%").unwrap();
        assert_eq!((document.text.as_str(), document.diagnostics.len()), ("GDP 7%\n", 1));
        assert_eq!(
            read(&[b"{\\rtf1".as_slice(), &b"{".repeat(400)].concat()).unwrap_err(),
            Kind::Limit { what: "RTF 层数 depth", limit: limits::DEPTH }
        );
        let many = b"\\par".repeat(limits::RTF_SIGNS + 1);
        assert!(matches!(read(&[b"{\\rtf1".as_slice(), &many].concat()), Err(Kind::Limit { .. })));
        assert_eq!(read(br"{\rtf1 \'zz}").unwrap_err(), Kind::Damaged("RTF"));
    }
}
