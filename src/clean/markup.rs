//! Tags of a page inside a text: rows of a table become rows of pipes, other tags go, entities become their characters.
//!
//! The cells' own characters are kept as they are, so that a number quoted from a cell stands where it stood.

use super::{Edit, reference};
use crate::lexicon::search::Search;
use crate::report::CleaningKind;

/// Bytes of the longest tag; beyond it a `<` is a sign.
const TAG: usize = 2_000;
/// Bytes of the longest comment or style sheet.
const FAR: usize = 50_000;
/// Tags that end a line outside tables and vanish inside.
const BLOCKS: [&str; 14] =
    ["p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article"];
const INLINE: [&str; 20] = [
    "span", "b", "strong", "i", "em", "u", "font", "a", "sup", "sub", "center", "img", "hr", "o:p", "colgroup", "col",
    "caption", "small", "ruby", "rb",
];
const ENTITIES: [(&str, &str); 12] = [
    ("&nbsp;", " "),
    ("&emsp;", " "),
    ("&ensp;", " "),
    ("&#160;", " "),
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&mdash;", "—"),
    ("&middot;", "·"),
];
const PIPES: &str = "||||||||||||||||||||||||||||||||";

/// Where the reader stands among the tags of a table.
#[derive(Debug, Default)]
pub(super) struct Markup {
    in_table: bool,
    column: usize,
    /// Columns that the cell being read takes up.
    wide: usize,
    /// Rows below that the cell being read takes up.
    tall: usize,
    /// For each column, how many more rows a cell from above takes up.
    taken: Vec<usize>,
}

struct Tag<'a> {
    name: &'a str,
    closing: bool,
    attributes: &'a str,
    len: usize,
}

fn tag(rest: &str) -> Option<Tag<'_>> {
    let inner = rest.strip_prefix('<')?;
    let (closing, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let name_len = inner.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b':').count();
    if name_len == 0 || !inner.as_bytes()[0].is_ascii_alphabetic() {
        return None;
    }
    let close = inner.bytes().take(TAG).position(|b| b == b'>')?;
    let attributes = inner[name_len..].get(..close.checked_sub(name_len)?)?;
    if attributes.has("<") || !(attributes.is_empty() || attributes.starts_with([' ', '/', '\n', '\t', '\r'])) {
        return None;
    }
    Some(Tag { name: &inner[..name_len], closing, attributes, len: rest.len() - inner.len() + close + 1 })
}

fn number(attributes: &str, key: &str) -> usize {
    attributes
        .find(key)
        .map(|at| attributes[at + key.len()..].trim_start_matches(['=', '"', '\'', ' ']))
        .and_then(|value| value[..value.bytes().take_while(u8::is_ascii_digit).count()].parse().ok())
        .filter(|n| (1..=30).contains(n))
        .unwrap_or(1)
}

/// Where a short word stands in what follows, not farther than a page's scripts are long.
fn find(text: &str, word: &str) -> Option<usize> {
    let near = &text.as_bytes()[..text.len().min(FAR)];
    near.windows(word.len()).position(|w| w == word.as_bytes())
}

fn is_known(name: &str) -> bool {
    BLOCKS.contains(&name) || INLINE.contains(&name)
}

fn is_hidden(attributes: &str) -> bool {
    if attributes.len() < 6 {
        return false;
    }
    let tight: String = attributes
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '"' | '\''))
        .collect::<String>()
        .to_ascii_lowercase();
    tight == "hidden" || tight.has("display:none") || tight.has("visibility:hidden")
}

/// Bytes of the mark of a note and its closing tag, where a unit follows.
fn note_mark(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let len = reference::mark(rest).or_else(|| (1..=2).contains(&digits).then_some(digits))?;
    let after = rest[len..].strip_prefix("</sup>")?;
    reference::is_unit(after).then_some(rest.len() - after.len())
}

/// True within a row of a Markdown table, which a line break would tear.
fn row_of_pipes(before: &str) -> bool {
    let near = &before.as_bytes()[before.len().saturating_sub(TAG)..];
    near.iter().rposition(|b| *b == b'\n').is_some_and(|at| near.get(at + 1) == Some(&b'|'))
}

#[allow(clippy::unnecessary_wraps)] // every recogniser of edits answers with an Option
#[inline(never)]
fn edit(taken: usize, put: &'static str) -> Option<Edit> {
    Some(Edit { taken, put, kind: CleaningKind::Boilerplate, note: "网页标记 markup of a page" })
}

impl Markup {
    /// What becomes of a tag, a comment or an entity at the start of `rest`.
    #[inline(never)]
    pub(super) fn edit(&mut self, before: &str, rest: &str) -> Option<Edit> {
        if rest.starts_with('&') {
            let (entity, put) = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity))?;
            let kind = CleaningKind::Spacing;
            return Some(Edit { taken: entity.len(), put, kind, note: "网页字符实体 character entity" });
        }
        if let Some(inner) = rest.strip_prefix("<!--") {
            // A comment that fills its lines is masked as furniture, where its day can still be looked at.
            let len = find(inner, "-->")? + 7;
            let alone = before.trim_end_matches([' ', '\t']).chars().next_back().is_none_or(|c| c == '\n')
                && rest[len..].trim_start_matches([' ', '\t', '\r']).chars().next().is_none_or(|c| c == '\n');
            return if alone { None } else { edit(len, "") };
        }
        let tag = tag(rest)?;
        let name = tag.name.to_ascii_lowercase();
        // Spaces and line breaks between tags of a table are none of its cells.
        let after = &rest[tag.len..];
        let space = after.len() - after.trim_start().len();
        let with_space = if self.in_table || name == "table" { tag.len + space } else { tag.len };
        match (name.as_str(), tag.closing) {
            // <ruby>区<rp>（</rp><rt>qū</rt><rp>）</rp></ruby>: the reading goes, brackets and all.
            ("style" | "script" | "rt" | "rp", false) => {
                let end = find(rest, &format!("</{name}"))?;
                edit(end + find(&rest[end..], ">")? + 1, "")
            }
            // 2.6<sup>[3]</sup>%: the mark of a note, which would be read with the number.
            ("sup", false) if before.ends_with(|c: char| c.is_ascii_digit()) => {
                edit(note_mark(&rest[tag.len..]).map_or(with_space, |len| tag.len + len), "")
            }
            // What a browser does not show.
            (other, false)
                if !matches!(other, "br" | "hr" | "img" | "col") && is_hidden(tag.attributes) && is_known(other) =>
            {
                let end = find(rest, &format!("</{name}"))?;
                edit(end + find(&rest[end..], ">")? + 1, "")
            }
            // 收入18亿元，<br>下降3.2%
            ("br", _) if before.ends_with(['，', '、']) => edit(with_space, ""),
            ("table", false) => {
                *self = Markup { in_table: true, ..Markup::default() };
                edit(with_space, "\n")
            }
            ("table", true) => {
                self.in_table = false;
                edit(tag.len, "\n")
            }
            ("tr", false) if self.in_table => {
                self.column = 0;
                edit(with_space, "\n|")
            }
            ("tr", true) if self.in_table => edit(with_space, "\n"),
            ("td" | "th", false) if self.in_table => {
                let passed = self.pass_taken();
                self.wide = number(tag.attributes, "colspan");
                self.tall = number(tag.attributes, "rowspan");
                edit(with_space, PIPES.get(..passed).unwrap_or_default())
            }
            ("td" | "th", true) if self.in_table => {
                let wide = self.wide.max(1);
                if self.taken.len() < self.column + wide {
                    self.taken.resize(self.column + wide, 0);
                }
                for rows in &mut self.taken[self.column..self.column + wide] {
                    *rows = self.tall.saturating_sub(1);
                }
                self.column += wide;
                edit(with_space, PIPES.get(..wide).unwrap_or("|"))
            }
            ("tbody" | "thead" | "tfoot", _) => edit(with_space, ""),
            (other, _) if BLOCKS.contains(&other) => {
                edit(with_space, if self.in_table || row_of_pipes(before) { "" } else { "\n" })
            }
            (other, _) if INLINE.contains(&other) => edit(with_space, ""),
            _ => None,
        }
    }

    /// White space before a tag of a table.
    #[inline(never)]
    pub(super) fn space(&self, rest: &str) -> Option<Edit> {
        if !self.in_table {
            return None;
        }
        let words = rest.trim_start();
        (words.starts_with('<') && words.len() < rest.len()).then(|| edit(rest.len() - words.len(), "")).flatten()
    }

    /// Empty cells for the columns that a cell of a row above takes up; how many.
    fn pass_taken(&mut self) -> usize {
        let mut passed = 0;
        while let Some(rows) = self.taken.get_mut(self.column).filter(|rows| **rows > 0) {
            *rows -= 1;
            self.column += 1;
            passed += 1;
        }
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn rows_of_a_page_become_rows_of_pipes() {
        let page = "前文。<table class=\"a\">\n<tr><th rowspan=2>县区</th>\n<th colspan=\"2\">产值<br>（亿元）</th></tr>\n<tr><td>本年</td><td>上年</td></tr><tr>\n<td><p>松汀区&nbsp;</p></td><td> 576.2 </td><td></td></tr></table>后文<b>重点</b>。";
        let clean = clean_text(page);
        let lines: Vec<&str> = clean.text.lines().filter(|l| !l.is_empty()).collect();
        assert_eq!(lines, ["前文。", "|县区|产值（亿元）||", "||本年|上年|", "|松汀区 |576.2||", "后文重点。"]);
        let at = clean.text.find("576.2").unwrap();
        assert_eq!(clean.map.raw(crate::span::Span::new(at, at + 5)).of(page), "576.2");
    }

    #[test]
    fn signs_stay_and_comments_go() {
        assert_eq!(clean_text("PM2.5<35，A<甲>C").text, "PM2.5<35，A<甲>C");
        assert_eq!(clean_text("增长<!-- 2016年 -->7%").text, "增长7%");
        assert_eq!(clean_text("<ruby>亳<rp>（</rp><rt>bó</rt><rp>）</rp>州</ruby>产值3亿元").text, "亳州产值3亿元");
    }
}
