//! Stage 2: [`Document`] → [`Clean`]. Careless Traditional becomes Simplified, full-width forms half-width, pinyin in
//! brackets, tags of a page and stray spaces go; what stands twice and page furniture is marked. Every change is kept and maps back.

mod annotation;
mod boilerplate;
mod columns;
mod duplicate;
mod emphasis;
mod even;
mod loose;
mod markup;
mod offset_map;
mod pipes;
mod punctuation;
mod radical;
mod reference;
mod running;
mod site;
mod spacing;
mod spread;
mod stacked;
mod traditional;
mod width;
mod wrap;

pub use offset_map::OffsetMap;

use crate::lexicon::search::Search;
use crate::read::Document;
use crate::report::{CleaningKind, Format};
use crate::span::{self, Raw, Span};

/// One change, in coordinates of the text as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What was done.
    pub kind: CleaningKind,
    /// Where.
    pub span: Span<Raw>,
    /// In words.
    pub note: &'static str,
}

/// What is said of page furniture.
const FURNITURE: &str = "页面装饰 page furniture";
/// Bytes of the longest character.
const CHARACTER: usize = 4;

/// The cleaned text with its way back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clean {
    /// Text in Simplified Chinese with half-width digits.
    pub text: String,
    /// Way back to the text as read.
    pub map: OffsetMap,
    /// Lines of `text` without their line ends.
    pub lines: Vec<Span<span::Clean>>,
    /// Stretches to pass over: page furniture and second copies. In order, without overlap.
    pub masked: Vec<Span<span::Clean>>,
    /// Everything that was changed or marked.
    pub changes: Vec<Change>,
}

/// What becomes of the characters at one place.
struct Edit {
    /// Bytes taken from the text as read.
    taken: usize,
    /// What stands there instead.
    put: &'static str,
    kind: CleaningKind,
    note: &'static str,
}

/// Cleans the text of a document.
#[must_use]
pub fn clean(document: &Document) -> Clean {
    let simplified = traditional::simplify(&document.text);
    let text = simplified.text.as_ref();
    let mut clean = Clean { text: String::with_capacity(text.len()), changes: simplified.changes, ..Clean::default() };
    // Pages and word processors' files know their paragraphs.
    let by_lines = matches!(document.format, Format::Text | Format::Markdown);
    let tables = if by_lines { tables(text) } else { Vec::new() };
    let (marks, running) = if by_lines { marks(text, &tables) } else { Default::default() };
    let mut marks = marks.into_iter().peekable();
    let mut due = marks.peek().map_or(usize::MAX, |mark| mark.gap.start);
    let bytes = text.as_bytes();
    let mut markup = markup::Markup::default();
    let mut emphasis = emphasis::Emphasis::default();
    let old_lines = !bytes.contains(&b'\n');
    let mut quotes = punctuation::Quotes::default();
    let (mut copied, mut at) = (0, 0);
    loop {
        if at >= due {
            while marks.next_if(|mark| mark.gap.start < at).is_some() {}
            let mark = marks.next_if(|mark| mark.gap.start == at);
            due = marks.peek().map_or(usize::MAX, |mark| mark.gap.start);
            if let Some(mark) = mark {
                clean.copy(text, copied, at);
                clean.map.other(clean.text.len(), mark.put.len(), at, mark.gap.len());
                clean.text.push_str(mark.put);
                if mark.put.is_empty() && mark.gap.of(text).trim().is_empty() {
                    let broken = mark.gap.of(text).has("\n");
                    clean.note(CleaningKind::Spacing, mark.gap, if broken { wrap::NOTE } else { loose::NOTE });
                } else if mark.put.is_empty() {
                    clean.note(CleaningKind::Boilerplate, mark.gap, FURNITURE);
                }
                at = mark.gap.end;
                copied = at;
                continue;
            }
        }
        // ASCII letters and the common three-byte Han characters are never edited: pass over them at once.
        let Some(&byte) = bytes.get(at) else { break };
        if matches!(byte, 0xe4..=0xe9) {
            at += 3;
            continue;
        }
        if byte > b' '
            && byte < 0x7f
            && !matches!(
                byte,
                b'"' | b'('
                    | b')'
                    | b'<'
                    | b'&'
                    | b'.'
                    | b','
                    | b';'
                    | b':'
                    | b'?'
                    | b'!'
                    | b'O'
                    | b'*'
                    | b'\\'
                    | b'['
                    | b']'
            )
        {
            at += 1;
            continue;
        }
        if byte == b'\n' || old_lines && byte == b'\r' {
            quotes.line();
        }
        let edit = match byte {
            b'"' => quotes.edit(&text[..at], &text[at..]),
            0xe2 | 0xe3 | 0xef => quotes.wide(&text[..at], &text[at..]).or_else(|| edit_at(text, at, &mut markup)),
            b'*' | b'\\' => emphasis.edit(text, at),
            b'[' => reference::link(text, at)
                .or_else(|| reference::note(&text[..at], &text[at..]))
                .or_else(|| reference::task(&text[..at], &text[at..])),
            b']' => reference::link(text, at),
            _ => edit_at(text, at, &mut markup),
        };
        // Of systems long gone.
        let edit = edit.map(|edit| if old_lines && byte == b'\r' { Edit { put: "\n", ..edit } } else { edit });
        let Some(edit) = edit else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        clean.copy(text, copied, at);
        clean.map.other(clean.text.len(), edit.put.len(), at, edit.taken);
        clean.text.push_str(edit.put);
        clean.note(edit.kind, Span::new(at, at + edit.taken), edit.note);
        at += edit.taken;
        copied = at;
    }
    clean.copy(text, copied, at);
    clean.changes.extend(tables.into_iter().map(|table| columns::change(table.span)));
    clean.lines = lines(&clean.text);
    let mut furniture = boilerplate::find(&clean.text, &clean.lines);
    furniture.extend(clean.lines.iter().filter(|line| clean.is_one_of(**line, &running)));
    furniture.extend(site::menu(&clean.text, &clean.lines).chain(site::links(&clean.text, &clean.lines)));
    let doubles = duplicate::find(&clean.text, &clean.lines);
    clean.mask(CleaningKind::Boilerplate, FURNITURE, furniture);
    clean.mask(CleaningKind::Duplicate, "正文重复 the body stands twice", doubles);
    clean.settle();
    clean
}

/// Blanks that the lines around them say something of.
struct Mark {
    gap: Span<Raw>,
    /// What stands there instead.
    put: &'static str,
}

/// Tables without borders: their columns are set apart by blanks, or each cell has its own line.
fn tables(text: &str) -> Vec<columns::Table> {
    let mut tables = columns::find(text);
    let stacked = stacked::find(text);
    if !stacked.is_empty() {
        let apart = |table: &columns::Table| {
            tables.iter().all(|t| t.span.end <= table.span.start || table.span.end <= t.span.start)
        };
        let stacked: Vec<columns::Table> = stacked.into_iter().filter(apart).collect();
        tables.extend(stacked);
        tables.sort_by_key(|table| table.span.start);
    }
    tables
}

/// Lines that were broken, and columns set apart by blanks, in order; and the running heads of its pages.
fn marks(text: &str, tables: &[columns::Table]) -> (Vec<Mark>, Vec<Span<Raw>>) {
    let mut marks: Vec<Mark> = Vec::new();
    let even = even::is_even(text);
    let loose = !even && loose::is_loose(text);
    let wrap::Breaks { mut within, running } = wrap::breaks(text, loose);
    if even || loose {
        within.extend(if even { even::find(text) } else { loose::find(text) });
        within.sort_unstable();
    }
    for gap in within {
        let near = tables.partition_point(|table| table.span.end < gap.start);
        if tables.get(near).is_none_or(|table| gap.end < table.span.start) {
            marks.push(Mark { gap, put: "" });
        }
    }
    let rows = pipes::breaks(text);
    if !rows.is_empty() {
        marks.retain(|mark| rows.iter().all(|row| row.end <= mark.gap.start || mark.gap.end <= row.start));
        marks.extend(rows.into_iter().map(|gap| Mark { gap, put: "" }));
        marks.sort_by_key(|mark| mark.gap.start);
    }
    if !tables.is_empty() {
        marks.extend(tables.iter().flat_map(|table| &table.pipes).map(|&gap| Mark { gap, put: "|" }));
        marks.extend(tables.iter().flat_map(|table| &table.joins).map(|&gap| Mark { gap, put: "" }));
        marks.sort_by_key(|mark| mark.gap.start);
    }
    (marks, running)
}

fn edit_at(text: &str, at: usize, markup: &mut markup::Markup) -> Option<Edit> {
    let (before, rest) = text.split_at(at);
    let c = rest.chars().next()?;
    match c {
        'O' | 'Ｏ' => {
            width::nought(before, rest).or_else(|| (c == 'Ｏ').then(|| width::edit(before, rest, c)).flatten())
        }
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '．' | '＋' | '－' | '／' => {
            width::edit(before, rest, c)
        }
        '﹕' | '﹪' | '℅' | '﹐' | '﹑' | '﹔' => Some(width::small(c)),
        '，' => width::thousands(before, rest),
        '\u{2010}'..='\u{2012}' | '﹣' => width::hyphen(rest, c),
        '·' => width::point(before, rest),
        '\u{2e80}'..='\u{2ef3}' | '\u{2f00}'..='\u{2fd5}' | '\u{f900}'..='\u{fad9}' => radical::edit(c),
        '①'..='⑳' | '〔' | '［' => reference::note(before, rest),
        '(' => annotation::edit(before, rest).or_else(|| punctuation::edit(before, rest, c)),
        '（' => annotation::edit(before, rest),
        '<' | '&' => markup.edit(before, rest),
        ',' => spacing::stray_comma(before, rest).or_else(|| punctuation::edit(before, rest, c)),
        ';' | ':' | '?' | '!' | ')' | '.' => punctuation::edit(before, rest, c),
        '\r'
        | '\n'
        | ' '
        | '\t'
        | '\u{a0}'
        | '\u{3000}'
        | '\u{ad}'
        | '\u{feff}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2002}'..='\u{200a}' => markup.space(rest).or_else(|| spacing::edit(before, rest, c)),
        _ => None,
    }
}

impl Clean {
    fn copy(&mut self, text: &str, from: usize, to: usize) {
        if from < to {
            self.map.same(self.text.len(), from, to - from);
            self.text.push_str(&text[from..to]);
        }
    }

    /// Notes a change; one that goes on where the last of its kind ended makes that one longer, and so does a blank behind
    /// the next character: of text that is spaced throughout, each stretch is one change.
    fn note(&mut self, kind: CleaningKind, span: Span<Raw>, note: &'static str) {
        match self.changes.last_mut() {
            Some(last) if last.kind == kind && last.span.end == span.start => last.span.end = span.end,
            Some(last)
                if kind == CleaningKind::Spacing
                    && last.kind == kind
                    && last.note == note
                    && !self.text.ends_with('\n')
                    && (last.span.end..last.span.end + CHARACTER + 1).contains(&span.start) =>
            {
                last.span.end = span.end;
            }
            _ => self.changes.push(Change { kind, span, note }),
        }
    }

    /// Marks what is not marked yet: a line of furniture inside a second copy does not undo the copy.
    #[inline(never)]
    fn mask(&mut self, kind: CleaningKind, note: &'static str, mut spans: Vec<Span<span::Clean>>) {
        let known = std::mem::take(&mut self.masked);
        spans.sort_unstable();
        let mut reach = 0;
        for span in spans {
            // Two signs of furniture can stand on one line.
            let mut start = span.start.max(reach);
            reach = span.end.max(reach);
            let first = known.partition_point(|m| m.end <= span.start);
            let inside = known[first..].iter().take_while(|m| m.start < span.end);
            for (from, to) in inside.map(|m| (m.start, m.end)).chain([(span.end, span.end)]) {
                let free = Span::new(start, from.max(start));
                if !free.of(&self.text).trim().is_empty() {
                    self.changes.push(Change { kind, span: self.map.raw(free), note });
                    self.masked.push(free);
                }
                start = to;
            }
        }
        self.masked.extend(known);
        self.masked.sort_unstable();
    }

    /// True for a line that was one of these.
    fn is_one_of(&self, line: Span<span::Clean>, running: &[Span<Raw>]) -> bool {
        if running.is_empty() || line.is_empty() {
            return false;
        }
        let raw = self.map.raw(line);
        let after = running.partition_point(|head| head.start <= raw.start);
        after.checked_sub(1).is_some_and(|at| raw.start < running[at].end)
    }

    fn settle(&mut self) {
        self.masked.sort_unstable();
        self.changes.sort_by_key(|change| (change.span.start, change.span.end));
    }

    /// True when the place lies in a second copy or in page furniture.
    #[must_use]
    pub fn is_masked(&self, at: usize) -> bool {
        let after = self.masked.partition_point(|m| m.start <= at);
        after.checked_sub(1).is_some_and(|i| at < self.masked[i].end)
    }
}

#[inline(never)]
fn lines(text: &str) -> Vec<Span<span::Clean>> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let span = Span::new(start, start + line.len());
            start = span.end + 1;
            span
        })
        .collect()
}

#[cfg(test)]
pub(crate) fn clean_text(text: &str) -> Clean {
    clean(&Document {
        name: String::new(),
        size: 0,
        text: text.to_owned(),
        format: Format::Text,
        encoding: None,
        diagnostics: Vec::new(),
    })
}

/// What is masked in a text, for the tests of this stage.
#[cfg(test)]
fn masked(text: &str) -> Vec<String> {
    let clean = clean_text(text);
    clean.masked.iter().map(|m| m.of(&clean.text).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cleaned_and_maps_back() {
        let raw = "全縣產（chǎn）值達１，２３４．５億元，增長 8.6％。";
        let clean = clean_text(raw);
        assert_eq!(clean.text, "全县产值达1,234.5亿元，增长8.6%。");
        let at = clean.text.find("8.6%").unwrap();
        assert_eq!(clean.map.raw(Span::new(at, at + 4)).of(raw), "8.6％");
        let kinds: Vec<_> = clean.changes.iter().map(|c| c.kind).collect();
        assert!(kinds.contains(&CleaningKind::Traditional) && kinds.contains(&CleaningKind::Annotation));
        assert!(kinds.contains(&CleaningKind::Width) && kinds.contains(&CleaningKind::Spacing));
    }
}
