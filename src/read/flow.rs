//! The text that readers of pages and word processors' files write: a paragraph a line, headings and tables marked as
//! in Markdown, which later stages read.

use super::table::Table;
use super::warning;
use crate::limits;
use crate::report::Diagnostic;

/// Characters of the longest line that is a heading.
const HEADING: usize = 60;

/// Text under construction.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    /// The paragraph being written.
    line: String,
    /// White space stood before what comes next; with a line break or without.
    space: Option<bool>,
    cells: usize,
    cut: bool,
}

impl Flow {
    /// Words of the paragraph; white space in a row counts once, a line break between Chinese characters not at all.
    pub(super) fn words(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                ' ' | '\t' => self.space = Some(self.space.unwrap_or(false)),
                '\n' | '\r' => self.space = Some(true),
                '\u{200b}' | '\u{feff}' | '\u{ad}' | '\0' => {}
                c => {
                    if let Some(broken) = self.space.take()
                        && let Some(last) = self.line.chars().next_back()
                        && !(broken && (!last.is_ascii() || !c.is_ascii()))
                    {
                        self.line.push(' ');
                    }
                    self.line.push(c);
                }
            }
        }
    }

    /// Ends the paragraph.
    pub(super) fn end(&mut self) {
        self.space = None;
        let words = self.line.trim();
        if !words.is_empty() {
            self.text.push_str(words);
            self.text.push('\n');
        }
        self.line.clear();
    }

    /// Ends the paragraph as a heading: level 1 is the document's title.
    pub(super) fn end_heading(&mut self, level: usize) {
        let words = self.line.trim();
        if !words.is_empty() && words.chars().count() <= HEADING {
            self.text.extend(std::iter::repeat_n('#', level.clamp(1, 6)));
            self.text.push(' ');
        }
        self.end();
    }

    /// The paragraph being written.
    pub(super) fn line(&self) -> &str {
        &self.line
    }

    /// Bytes written so far.
    pub(super) fn len(&self) -> usize {
        self.text.len() + self.line.len()
    }

    /// Lines that are written already.
    pub(super) fn lines(&mut self, text: &str) {
        self.end();
        self.text.push_str(text);
    }

    /// Writes a table, set off by empty lines.
    pub(super) fn table(&mut self, table: &Table) {
        self.end();
        if table.rows.is_empty() || self.cut {
            return;
        }
        self.text.push('\n');
        self.cut = !table.write(&mut self.text, &mut self.cells);
        self.text.push('\n');
    }

    /// The text, and what a person should know of it.
    pub(super) fn finish(mut self) -> (String, Vec<Diagnostic>) {
        self.end();
        let limit = limits::TABLE_CELLS;
        let cut = self.cut.then(|| {
            warning(
                "table_cut",
                format!("表格超过 {limit} 格，其余未读；请拆成几份。The tables have more than {limit} cells: the rest was not read, split the file."),
            )
        });
        (self.text, cut.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::table::Cell;

    #[test]
    fn paragraphs_headings_and_tables_stand_on_lines_of_their_own() {
        let mut flow = Flow::default();
        flow.words("一、综合");
        flow.end_heading(2);
        flow.words("  全县产值\n  达到 GDP\n x 463.3 ");
        flow.words("亿元。\u{a0}");
        let cell = Cell { text: "甲".to_owned(), wide: 1, tall: 1 };
        flow.table(&Table { rows: vec![vec![cell]] });
        assert_eq!(flow.finish().0, "## 一、综合\n全县产值达到 GDP x 463.3 亿元。\n\n|甲|\n\n");
    }
}
