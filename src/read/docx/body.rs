//! `word/document.xml` → paragraphs, headings, tables, notes.

use super::numbering::Numbering;
use super::styles::{self, Styles};
use super::symbol;
use crate::error::Kind;
use crate::read::flow::Flow;
use crate::read::superscript;
use crate::read::table::{Cell, Table};
use crate::read::xml::{self, Element, Piece};

/// Characters and lines of the longest cell of a table; longer ones only set parts of the text side by side.
const CELL: usize = 1_000;
const CELL_LINES: usize = 6;

/// What the paragraph being read is.
#[derive(Debug, Default)]
struct Paragraph {
    heading: Option<usize>,
    list: Option<(String, usize)>,
    numbered: bool,
    /// A tracked change took its end away: the next one goes on in its line.
    joined: bool,
    /// Something of it was written.
    written: bool,
}

/// A stretch of text that stands on its own: the body, a cell, a text box.
#[derive(Debug, Default)]
struct Stretch {
    flow: Flow,
    paragraph: Paragraph,
    /// What was written of a paragraph whose end is gone.
    begun: bool,
    /// Text boxes of the paragraph, which follow it.
    boxes: Vec<String>,
}

#[derive(Debug, Default)]
struct OpenTable {
    table: Table,
    /// The row was deleted by a tracked change.
    deleted: bool,
    wide: usize,
    /// The cell goes on with the one above.
    continued: bool,
}

/// Reads the body or the notes of a document.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    stretches: Vec<Stretch>,
    tables: Vec<OpenTable>,
    /// Elements whose content is passed over, and how deep within one the reader stands.
    passed: usize,
    in_text: bool,
    hidden: bool,
    raised: bool,
    in_run: bool,
    in_row_settings: bool,
    in_paragraph_settings: bool,
    /// Bytes of text that may still be written.
    left: usize,
    pub(super) cut: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: &'a mut Numbering, most: usize) -> Self {
        Body {
            styles,
            numbering,
            stretches: vec![Stretch::default()],
            tables: Vec::new(),
            passed: 0,
            in_text: false,
            hidden: false,
            raised: false,
            in_run: false,
            in_row_settings: false,
            in_paragraph_settings: false,
            left: most,
            cut: false,
        }
    }

    /// Reads a part; a damaged one as far as it goes when something came out of it.
    pub(super) fn read(&mut self, part: &str) -> Result<(), Kind> {
        xml::read(part, |piece| {
            match piece {
                Piece::Start(element) => self.start(element),
                Piece::End(name) => self.end(name),
                Piece::Text(text) => self.text(text),
            }
            Ok(())
        })
    }

    pub(super) fn finish(mut self) -> (String, Vec<crate::report::Diagnostic>) {
        while self.stretches.len() > 1 {
            self.close_stretch();
        }
        self.stretches.pop().unwrap_or_default().flow.finish()
    }

    fn here(&mut self) -> &mut Stretch {
        if self.stretches.is_empty() {
            self.stretches.push(Stretch::default());
        }
        let last = self.stretches.len() - 1;
        &mut self.stretches[last]
    }

    fn start(&mut self, element: &Element<'_>) {
        if self.passed > 0 {
            self.passed += 1;
            return;
        }
        match element.name() {
            // What a tracked change took away, and the settings that it changed; what stands twice for older readers; codes of
            // fields; readings.
            "del" | "moveFrom" | "Fallback" | "instrText" | "delText" | "rt" | "comment" | "sectPr" | "object"
            | "pPrChange" | "rPrChange" | "trPrChange" | "tcPrChange" => {
                if self.in_paragraph_settings && matches!(element.name(), "del" | "moveFrom") {
                    self.here().paragraph.joined = true;
                }
                if self.in_row_settings
                    && element.name() == "del"
                    && let Some(table) = self.tables.last_mut()
                {
                    table.deleted = true;
                }
                self.passed = 1;
            }
            "txbxContent" => self.stretches.push(Stretch::default()),
            "tbl" => {
                self.here().flow.end();
                self.tables.push(OpenTable::default());
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.table.rows.push(Vec::new());
                    table.deleted = false;
                }
            }
            "trPr" => self.in_row_settings = true,
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    (table.wide, table.continued) = (1, false);
                    self.stretches.push(Stretch::default());
                }
            }
            "gridSpan" => {
                if let Some(table) = self.tables.last_mut() {
                    table.wide = element.get("val").and_then(|v| v.parse().ok()).unwrap_or(1);
                }
            }
            "vMerge" => {
                if let Some(table) = self.tables.last_mut() {
                    table.continued = element.get("val").as_deref() != Some("restart");
                }
            }
            "p" => {
                let begun = std::mem::take(&mut self.here().begun);
                self.here().paragraph = Paragraph { numbered: begun, written: begun, ..Paragraph::default() };
            }
            "pPr" => self.in_paragraph_settings = true,
            "pStyle" => {
                let style = self.styles.of(&element.get("val").unwrap_or_default());
                let paragraph = &mut self.here().paragraph;
                paragraph.heading = style.heading;
                paragraph.list = paragraph.list.take().or(style.list);
            }
            "outlineLvl" => {
                let level = styles::outline(&element.get("val").unwrap_or_default());
                self.here().paragraph.heading = level;
            }
            "ilvl" => {
                let level = element.get("val").and_then(|v| v.parse().ok()).unwrap_or(0);
                let paragraph = &mut self.here().paragraph;
                let list = paragraph.list.take().map(|(list, _)| list).unwrap_or_default();
                paragraph.list = Some((list, level));
            }
            "numId" => {
                let list = element.get("val").unwrap_or_default();
                let paragraph = &mut self.here().paragraph;
                let level = paragraph.list.as_ref().map_or(0, |(_, level)| *level);
                paragraph.list = Some((list, level));
            }
            "r" => (self.in_run, self.hidden, self.raised) = (true, false, false),
            "vanish" if self.in_run => self.hidden = element.is_on(),
            "t" => self.in_text = true,
            "tab" if self.in_run => self.words(" "),
            "noBreakHyphen" => self.words("-"),
            "sym" if !self.hidden => self.words(&symbol::words(element)),
            "vertAlign" if self.in_run => self.raised = element.get("val").as_deref() == Some("superscript"),
            "br" | "cr" if self.in_run => self.here().flow.end(),
            "footnoteReference" | "endnoteReference" => {
                let sign = if element.name() == "footnoteReference" { "" } else { "尾注" };
                if let Some(id) = element.get("id") {
                    self.words(&format!("[{sign}{id}]"));
                }
            }
            "footnote" | "endnote" => {
                // Separators are notes too, of a type of their own.
                if element.get("type").is_some_and(|kind| kind != "normal") {
                    self.passed = 1;
                } else if let Some(id) = element.get("id") {
                    let sign = if element.name() == "footnote" { "" } else { "尾注" };
                    self.here().flow.end();
                    self.words(&format!("[{sign}{id}] "));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.passed > 0 {
            self.passed -= 1;
            return;
        }
        match name {
            "t" => self.in_text = false,
            "r" => (self.in_run, self.hidden) = (false, false),
            "p" => self.end_paragraph(),
            "pPr" => self.in_paragraph_settings = false,
            "txbxContent" if self.stretches.len() > 1 => self.close_stretch(),
            "trPr" => self.in_row_settings = false,
            "tc" => self.end_cell(),
            "tr" => {
                if let Some(table) = self.tables.last_mut()
                    && std::mem::take(&mut table.deleted)
                {
                    table.table.rows.pop();
                }
            }
            "tbl" => self.end_table(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text && !self.hidden && self.passed == 0 {
            let lowered = if self.raised { superscript::lowered(self.here().flow.line(), text) } else { None };
            self.words(lowered.as_deref().unwrap_or(text));
        }
    }

    fn words(&mut self, text: &str) {
        if text.len() > self.left {
            self.cut = true;
            return;
        }
        self.left -= text.len();
        let paragraph = &mut self.here().paragraph;
        let list = if std::mem::replace(&mut paragraph.numbered, true) { None } else { paragraph.list.clone() };
        paragraph.written = true;
        if let Some((list, level)) = list {
            let number = self.numbering.next(&list, level);
            self.here().flow.words(&number);
        }
        self.here().flow.words(text);
    }

    fn end_paragraph(&mut self) {
        let stretch = self.here();
        if stretch.paragraph.joined {
            stretch.begun = stretch.paragraph.written;
            return;
        }
        match stretch.paragraph.heading {
            Some(level) => stretch.flow.end_heading(level),
            None => stretch.flow.end(),
        }
        let boxes = std::mem::take(&mut stretch.boxes);
        stretch.paragraph = Paragraph::default();
        for text in boxes {
            self.here().flow.lines(&text);
        }
    }

    /// A text box ends: its text waits for the end of its paragraph.
    fn close_stretch(&mut self) {
        if let Some(stretch) = self.stretches.pop() {
            let (text, _) = stretch.flow.finish();
            self.here().boxes.push(text);
        }
        self.in_text = false;
    }

    fn end_cell(&mut self) {
        if self.stretches.len() < 2 {
            return;
        }
        let Some(table) = self.tables.last_mut() else { return };
        let stretch = self.stretches.pop().unwrap_or_default();
        let (text, _) = stretch.flow.finish();
        let text = if table.continued { String::new() } else { text };
        if let Some(row) = table.table.rows.last_mut() {
            row.push(Cell { text, wide: table.wide, tall: 1 });
        }
    }

    fn end_table(&mut self) {
        let Some(OpenTable { mut table, .. }) = self.tables.pop() else { return };
        let inner = table.take_inner();
        let cells = || table.rows.iter().flatten();
        let long = cells().any(|cell| {
            cell.text.chars().count() > CELL || cell.text.lines().count() > CELL_LINES || cell.text.contains("\n|")
        });
        let narrow = table.rows.iter().all(|row| row.iter().filter(|cell| !cell.text.is_empty()).count() < 2);
        if long || narrow {
            for text in cells().map(|cell| cell.text.clone()).collect::<Vec<_>>() {
                self.here().flow.lines(&text);
            }
        } else {
            self.here().flow.table(&table);
            self.here().flow.lines(&inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(body: &str) -> String {
        let styles =
            Styles::read("<w:styles><w:style w:styleId='1'><w:name w:val='heading 1'/></w:style></w:styles>").unwrap();
        let mut numbering = Numbering::read("<w:numbering><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>").unwrap();
        let mut writer = Body::new(&styles, &mut numbering, 10_000);
        writer.read(&format!("<w:document><w:body>{body}</w:body></w:document>")).unwrap();
        writer.finish().0
    }

    #[test]
    fn changes_are_accepted_and_paragraphs_numbered() {
        let list = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>";
        assert_eq!(
            text(&format!(
                "<w:p><w:pPr><w:pStyle w:val='1'/></w:pPr><w:r><w:t>综合</w:t></w:r></w:p><w:p>{list}<w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>8</w:delText></w:r></w:del><w:ins><w:r><w:t>7</w:t></w:r></w:ins><w:r><w:t>%</w:t><w:footnoteReference w:id='2'/></w:r></w:p><w:p>{list}<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>后</w:t></w:r></w:p>"
            )),
            "## 综合\n1.增长7%[2]\n2.后\n"
        );
    }

    #[test]
    fn signs_of_other_fonts_and_raised_numbers() {
        let sym = |font: &str, code: &str| format!("<w:r><w:sym w:font='{font}' w:char='{code}'/></w:r>");
        let run = |settings: &str, words: &str| format!("<w:r><w:rPr>{settings}</w:rPr><w:t>{words}</w:t></w:r>");
        let words = [
            sym("Wingdings", "F0D8"),
            run("", "出口增长"),
            run("<w:vertAlign w:val='superscript'/>", "3"),
            run("", "2.6"),
            sym("宋体", "FF05") + &run("", "，林地8km"),
            run("<w:vertAlign w:val='superscript'/>", "2"),
            sym("Symbol", "F0B3"),
        ];
        assert_eq!(text(&format!("<w:p>{}</w:p>", words.concat())), "•出口增长[3]2.6％，林地8km2≥\n");
    }

    #[test]
    fn a_paragraph_whose_end_was_deleted_goes_on_in_the_next() {
        let gone = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>";
        let list = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>";
        let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
        assert_eq!(
            text(&format!(
                "<w:p>{gone}{}</w:p><w:p>{list}{}</w:p><w:p>{gone}<w:del><w:r><w:delText>3</w:delText></w:r></w:del></w:p><w:p>{list}{}</w:p>",
                run("财政收入21.6"),
                run("亿元。"),
                run("后")
            )),
            "财政收入21.6亿元。\n1.后\n"
        );
        let was = "<w:pPr><w:pPrChange><w:pPr><w:pStyle w:val='1'/></w:pPr></w:pPrChange></w:pPr>";
        assert_eq!(text(&format!("<w:p>{was}{}</w:p>", run("正文"))), "正文\n");
    }

    #[test]
    fn tables_and_text_boxes() {
        let cell = |settings: &str, words: &str| {
            format!("<w:tc><w:tcPr>{settings}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
        };
        let rows = format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr><w:trPr><w:del w:id='1'/></w:trPr>{}</w:tr></w:tbl>",
            cell("<w:vMerge w:val='restart'/>", "县区"),
            cell("<w:gridSpan w:val='2'/>", "产值"),
            cell("<w:vMerge/>", ""),
            cell("", "576.2"),
            cell("", "540.1"),
            cell("", "删去")
        );
        assert_eq!(text(&rows), "\n|县区|产值||\n||576.2|540.1|\n\n");
        let box_ = "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>";
        assert_eq!(text(box_), "前后\n框\n");
    }
}
