//! Marks in the tokens of an RTF file: where cells, rows and headings end; deleted text is taken out, and what only
//! formats.

use std::iter::Peekable;
use std::vec::IntoIter;

use rtf_parser_tt::{ControlWord, Property, Token};
use rustc_hash::FxHashMap;

use crate::error::Kind;
use crate::limits;
use crate::read::phonetic;

/// Ends a cell.
pub(super) const CELL: char = '\u{1}';
/// Ends a row.
pub(super) const ROW: char = '\u{2}';
/// Ends a cell and a row of a table within a cell, and a paragraph of a cell.
pub(super) const NESTED_CELL: char = '\u{3}';
pub(super) const NESTED_ROW: char = '\u{4}';
pub(super) const PARAGRAPH: char = '\u{5}';
/// End a paragraph that is a heading of this level.
pub(super) const HEADINGS: [&str; 9] =
    ["\u{10}", "\u{11}", "\u{12}", "\u{13}", "\u{14}", "\u{15}", "\u{16}", "\u{17}", "\u{18}"];

/// Tokens with their marks.
pub(super) struct Marked<'a> {
    pub(super) tokens: Vec<Token<'a>>,
    /// For each row, where its cells begin and end.
    pub(super) borders: Vec<Vec<i16>>,
    /// The file ended within a group.
    pub(super) cut: bool,
}

/// What holds until the end of a group.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    in_table: bool,
    /// In a table within a cell.
    nested: bool,
    /// What is said of the rows of such a table.
    nested_row: bool,
    deleted: bool,
    /// The number of a list, with a tab behind it.
    number: bool,
    /// A footnote, whose own number would read as part of its text.
    note: bool,
    /// 1–9 in a heading.
    level: Option<usize>,
}

#[derive(Default)]
struct Marker<'a> {
    out: Vec<Token<'a>>,
    borders: Vec<Vec<i16>>,
    row: Vec<i16>,
    /// Levels of the styles that are headings.
    headings: FxHashMap<i32, usize>,
    groups: Vec<Group>,
    /// Behind a `\u`, whose stand-in characters may still come.
    stands_in: bool,
}

/// Marks the tokens.
pub(super) fn mark(tokens: Vec<Token<'_>>) -> Result<Marked<'_>, Kind> {
    let mut marker = Marker::default();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            Token::OpeningBracket => match tokens.peek() {
                Some(Token::ControlSymbol((ControlWord::StyleSheet, _))) => marker.styles(&mut tokens),
                Some(Token::ControlSymbol((
                    ControlWord::ColorTable | ControlWord::Unknown("\\shprslt" | "\\nonesttables"),
                    _,
                ))) => {
                    skip(&mut tokens, |_, _| ());
                }
                _ if marker.groups.len() >= limits::DEPTH => {
                    return Err(Kind::Limit { what: "RTF 层数 depth", limit: limits::DEPTH });
                }
                _ => {
                    marker.groups.push(marker.groups.last().copied().unwrap_or_default());
                    marker.push(Token::OpeningBracket);
                }
            },
            Token::ClosingBracket => {
                marker.groups.pop();
                marker.push(Token::ClosingBracket);
                // What stands behind the last bracket is no part of the document.
                if marker.groups.is_empty() {
                    break;
                }
            }
            // The text of a text box stands in a group that old programs pass over.
            Token::IgnorableDestination
                if matches!(
                    tokens.peek(),
                    Some(Token::ControlSymbol((
                        ControlWord::Unknown("\\shpinst" | "\\footnote" | "\\nesttableprops"),
                        _
                    )))
                ) => {}
            // {\\*\\fldinst EQ …(\\s\\up 9(xian),县)}: the words with a reading above them.
            Token::IgnorableDestination
                if matches!(tokens.peek(), Some(Token::ControlSymbol((ControlWord::Unknown("\\fldinst"), _)))) =>
            {
                let words = field_words(&mut tokens);
                for token in words {
                    marker.push(token);
                }
                marker.groups.pop();
                marker.push(Token::ClosingBracket);
            }
            Token::CRLF => marker.word(ControlWord::Par, Property::None),
            Token::PlainText(_) if marker.group().deleted => {}
            Token::ControlSymbol((word, property)) => marker.word(word, property),
            other => marker.push(other),
        }
    }
    let cut = !marker.groups.is_empty();
    marker.out.extend(marker.groups.iter().map(|_| Token::ClosingBracket));
    Ok(Marked { tokens: marker.out, borders: marker.borders, cut })
}

/// The words that a field's code sets below a reading; of other codes none. The group ends with its last token.
fn field_words<'a>(tokens: &mut Peekable<IntoIter<Token<'a>>>) -> Vec<Token<'a>> {
    let mut all: Vec<Token<'a>> = Vec::new();
    skip(tokens, |_, token| all.push(token.clone()));
    let mut code = String::new();
    for at in 0..all.len() {
        let Token::PlainText(text) = all[at] else { continue };
        let before = code.len();
        code.push_str(text);
        if before > phonetic::CODE {
            break;
        }
        let Some(from) = phonetic::words_at(&code) else { continue };
        let mut words: Vec<Token<'a>> = vec![Token::PlainText(&text[from.saturating_sub(before).min(text.len())..])];
        words.extend(all.drain(at + 1..));
        // The bracket that closes the code is no part of the words.
        if let Some(Token::PlainText(last)) = words.iter_mut().rev().find(|token| matches!(token, Token::PlainText(_)))
        {
            *last = last.trim_end().strip_suffix(')').unwrap_or(last);
        }
        words.retain(|token| match token {
            Token::PlainText(words) => !words.is_empty(),
            Token::ControlSymbol((word, _)) => matches!(word, ControlWord::Unicode | ControlWord::HexChar),
            _ => false,
        });
        return words;
    }
    Vec::new()
}

/// Passes over a group whose bracket has been read, and shows each token with its depth in the group.
fn skip<'a>(tokens: &mut Peekable<IntoIter<Token<'a>>>, mut see: impl FnMut(usize, &Token<'a>)) {
    let mut depth = 1;
    for token in tokens {
        match token {
            Token::OpeningBracket => depth += 1,
            Token::ClosingBracket => depth -= 1,
            _ => see(depth, &token),
        }
        if depth == 0 {
            return;
        }
    }
}

impl<'a> Marker<'a> {
    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or_default()
    }

    fn push(&mut self, token: Token<'a>) {
        self.stands_in = false;
        self.out.push(token);
    }

    /// A mark is in brackets of its own behind a `\u` without a stand-in, which would else be taken for it.
    fn mark(&mut self, mark: &'static str) {
        if self.stands_in {
            self.out.extend([Token::OpeningBracket, Token::PlainText(mark), Token::ClosingBracket]);
        } else {
            self.out.push(Token::PlainText(mark));
        }
        self.stands_in = false;
    }

    /// `{\s1 … heading 1;}`: the built-in styles have English names in every language.
    fn styles(&mut self, tokens: &mut Peekable<IntoIter<Token<'a>>>) {
        let mut style = 0;
        let headings = &mut self.headings;
        skip(tokens, |depth, token| match token {
            Token::ControlSymbol((ControlWord::ParStyle, Property::Value(number))) if depth == 2 => style = *number,
            Token::PlainText(name) if depth == 2 => {
                let name = name.trim().trim_end_matches(';').to_ascii_lowercase();
                let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
                headings.extend(level.filter(|level| (1..=9).contains(level)).map(|level| (style, level)));
            }
            _ => {}
        });
    }

    fn word(&mut self, word: ControlWord<'a>, property: Property) {
        let value = match property {
            Property::Value(value) => Some(value),
            _ => None,
        };
        let deleted = self.group().deleted;
        let starts = matches!(self.out.last(), Some(Token::OpeningBracket | Token::IgnorableDestination));
        let level = match word {
            ControlWord::ParStyle => Some(value.and_then(|style| self.headings.get(&style).copied())),
            ControlWord::Unknown("\\outlinelevel") => {
                Some(value.and_then(|level| usize::try_from(level).ok()).filter(|l| *l < 9).map(|level| level + 1))
            }
            ControlWord::Pard => Some(None),
            _ => None,
        };
        if let Some(group) = self.groups.last_mut() {
            group.level = level.unwrap_or(group.level);
            match word {
                ControlWord::Pard => (group.in_table, group.nested) = (false, false),
                ControlWord::Unknown("\\itap") => group.nested = value.is_some_and(|depth| depth > 1),
                ControlWord::Unknown("\\nesttableprops") => group.nested_row = true,
                ControlWord::Unknown("\\intbl") => group.in_table = true,
                ControlWord::Unknown("\\deleted") => group.deleted = value != Some(0),
                ControlWord::Plain => group.deleted = false,
                ControlWord::Unknown("\\listtext" | "\\pntext") => group.number = true,
                ControlWord::Unknown("\\footnote") => group.note = true,
                _ => {}
            }
        }
        let near = |place: i32| i16::try_from(place).unwrap_or(i16::MAX);
        match word {
            ControlWord::Unknown("\\nesttableprops" | "\\trowd" | "\\trleft" | "\\cellx")
                if self.group().nested_row => {}
            ControlWord::Unknown("\\trowd") => self.row = vec![0],
            ControlWord::Unknown("\\trleft") => self.row = vec![value.map_or(0, near)],
            ControlWord::Unknown("\\cellx") => self.row.push(value.map_or(0, near)),
            ControlWord::Cell => self.mark("\u{1}"),
            ControlWord::Row => {
                self.borders.push(self.row.clone());
                self.mark("\u{2}");
            }
            ControlWord::Tab if self.group().number => {}
            ControlWord::NestCell => self.mark("\u{3}"),
            ControlWord::NestRow => self.mark("\u{4}"),
            ControlWord::Par | ControlWord::Sect | ControlWord::Page | ControlWord::Line => match self.group() {
                // A cell is one text, however many lines it has.
                Group { in_table: true, nested: true, .. } | Group { deleted: true, .. } => {}
                Group { in_table: true, .. } => self.mark("\u{5}"),
                Group { level: Some(level), .. } if word == ControlWord::Par => self.mark(HEADINGS[level - 1]),
                _ => self.push(Token::ControlSymbol((ControlWord::Par, Property::None))),
            },
            ControlWord::HexChar | ControlWord::Unicode => {
                // No character of a text is a control character.
                if !deleted && value.is_none_or(|value| !(0..0x20).contains(&value)) {
                    self.push(Token::ControlSymbol((word, property)));
                    self.stands_in = word == ControlWord::Unicode;
                }
            }
            ControlWord::FontNumber | ControlWord::DefaultFont => {
                if value.is_some_and(|font| u16::try_from(font).is_ok()) {
                    self.push(Token::ControlSymbol((word, property)));
                }
            }
            // What a group is begins with its first word; other words that nothing is known of say nothing.
            ControlWord::Unknown("\\chftn") if self.group().note => {}
            ControlWord::Unknown("\\chftn") => self.push(Token::ControlSymbol((word, property))),
            ControlWord::Unknown(_) if !starts => {}
            ControlWord::ColorNumber
            | ControlWord::FontSize
            | ControlWord::Bold
            | ControlWord::Italic
            | ControlWord::Underline
            | ControlWord::UnderlineNone
            | ControlWord::Superscript
            | ControlWord::Subscript
            | ControlWord::Smallcaps
            | ControlWord::Strikethrough
            | ControlWord::ParStyle
            | ControlWord::ParDefTab
            | ControlWord::FirstLineIdent
            | ControlWord::LeftIndent
            | ControlWord::RightIndent
            | ControlWord::LeftAligned
            | ControlWord::RightAligned
            | ControlWord::Center
            | ControlWord::Justify
            | ControlWord::SpaceBefore
            | ControlWord::SpaceAfter
            | ControlWord::SpaceBetweenLine
            | ControlWord::SpaceLineMul => {}
            _ => {
                self.out.push(Token::ControlSymbol((word, property)));
            }
        }
    }
}
