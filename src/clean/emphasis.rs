//! Signs of Markdown within a line: the asterisks of bold words, which stand between a number and its unit (**312.6**亿元),
//! and the backslash before a sign that is meant as such (\-0.8). A line that is bold as a whole keeps its asterisks, by
//! which it is known as a heading.

use super::Edit;
use crate::lexicon::search::Search;
use crate::report::CleaningKind;

/// The line that was looked at last.
#[derive(Debug, Default)]
pub(super) struct Emphasis {
    /// Where it ends.
    end: usize,
    /// It is bold from its first word to its last, or what is bold begins or ends on another line.
    kept: bool,
}

impl Emphasis {
    /// What becomes of the sign at a place.
    #[inline(never)]
    pub(super) fn edit(&mut self, text: &str, at: usize) -> Option<Edit> {
        let rest = &text[at..];
        if let Some(sign) = rest.strip_prefix('\\') {
            let meant = sign.starts_with(['-', '+', '.', '*', '_', '#', '[', ']', '(', ')', '~', '>', '<', '`', '!']);
            return meant.then(|| edit(1));
        }
        // A line drawn in asterisks may be of any length: what stands before is asked first, and four are too many.
        if text[..at].ends_with('*') {
            return None;
        }
        let stars = rest.bytes().take(4).take_while(|byte| *byte == b'*').count();
        if stars == 1 || stars > 3 {
            return None;
        }
        if at >= self.end {
            let begin = text[self.end..at].last_place_of("\n").map_or(self.end, |end| self.end + end + 1);
            self.end = text[at..].place_of("\n").map_or(text.len(), |end| at + end);
            let line = text[begin..self.end].trim().trim_start_matches(['#', ' ']);
            let signs = line.matches("**").count();
            self.kept = line.starts_with("**") && line.ends_with("**") && signs == 2 || signs % 2 == 1;
        }
        (!self.kept).then(|| edit(stars))
    }
}

fn edit(taken: usize) -> Edit {
    Edit { taken, put: "", kind: CleaningKind::Boilerplate, note: "排版标记 sign of Markdown" }
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn bold_words_and_meant_signs_are_read_as_they_look() {
        for (text, read) in [
            ("实现**312.6**亿元，增长***6.1***%。", "实现312.6亿元，增长6.1%。"),
            ("**全年**粮食18.6万吨。\n**一、综合**\n", "全年粮食18.6万吨。\n**一、综合**\n"),
            ("粮食12288 9.1**", "粮食12288 9.1**"),
            ("| 油料 | \\-0.8 |", "| 油料 | -0.8 |"),
            ("1\\. 全县\\*产值", "1. 全县*产值"),
            ("1024*768，****，C:\\a", "1024*768，****，C:\\a"),
        ] {
            assert_eq!(clean_text(text).text, read);
        }
    }
}
