//! Stage 4: [`Structure`] → [`Mentions`]. One recogniser a file; a scan from left to right asks each in turn where a
//! numeral or a word of time begins, and the first that answers has it, so that mentions never overlap.

pub mod date;
mod name;
mod overlap;
pub mod quantity;
mod slogan;

use crate::clean::Clean;
use crate::limits::{self, Takes};
use crate::report::OtherKind;
use crate::span::{self, Span};
use crate::structure::{Block, BlockKind, Structure, sentence};
pub use date::Date;
pub use quantity::Quantity;
pub use slogan::Slogan;

/// Everything that was recognised, each list in order.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    /// Numbers with their units.
    pub quantities: Vec<Quantity>,
    /// Expressions of calendar time.
    pub dates: Vec<Date>,
    /// Policy phrases.
    pub slogans: Vec<Slogan>,
    /// Numerals that are something else.
    pub others: Vec<Other>,
    /// Where reading stopped, when there were more than [`limits::MENTIONS`] or than [`limits::room`] holds.
    pub stopped: Option<usize>,
    /// It stopped because there were more cells than [`limits::TABLE_CELLS`].
    pub tables: bool,
}

/// How much may be found.
#[derive(Clone, Copy)]
struct Most {
    mentions: usize,
    bytes: usize,
}

impl Mentions {
    fn count(&self) -> usize {
        self.quantities.len() + self.dates.len() + self.slogans.len() + self.others.len()
    }

    /// Drops the sentence that this place stands in, and says that reading stopped before it.
    #[inline(never)]
    fn stop_before(&mut self, text: &str, block: Span<span::Clean>, at: usize) {
        let within = sentence::sentences(text, block).into_iter().find(|sentence| at < sentence.end);
        let stop = within.map_or(block.start, |sentence| sentence.start);
        self.quantities.truncate(self.quantities.partition_point(|q| q.span.start < stop));
        self.dates.truncate(self.dates.partition_point(|d| d.span.start < stop));
        self.slogans.truncate(self.slogans.partition_point(|s| s.span.start < stop));
        self.others.truncate(self.others.partition_point(|o| o.span.start < stop));
        self.stopped = Some(stop);
    }

    /// Gives back the room that the longest lists have grown into ahead of need.
    fn shrink(&mut self) {
        self.quantities.shrink_to_fit();
        self.dates.shrink_to_fit();
        self.others.shrink_to_fit();
    }
}

/// A numeral inside a name, of a list, or of page furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Other {
    /// Where it stands.
    pub span: Span<span::Clean>,
    /// What it is.
    pub kind: OtherKind,
}

/// What a recogniser found at a place.
enum Found {
    Quantity(Quantity),
    Date(Date),
    Slogan(Slogan),
    Other(Other),
    /// Words that look like a numeral and are none (统一, 万众): passed over in one step.
    Nothing(usize),
}

impl Found {
    /// Bytes that it will take. Of a date in running text something may be told; alone, or in a row, it heads what stands
    /// below.
    fn takes(&self, block: Span<span::Clean>, kind: BlockKind) -> usize {
        match self {
            Found::Quantity(_) if kind == BlockKind::TableRow => Takes::CELL,
            Found::Quantity(_) => Takes::FIGURE,
            Found::Date(date) if kind == BlockKind::Paragraph && date.span != block => Takes::DATED,
            Found::Date(_) => Takes::DATE,
            Found::Slogan(_) => Takes::SLOGAN,
            Found::Other(_) => Takes::OTHER,
            Found::Nothing(_) => 0,
        }
    }
}

/// The place of the scan, with what surrounds it.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    /// The whole clean text.
    text: &'a str,
    /// Where the recogniser is asked.
    start: usize,
    /// Block that holds the place.
    block: Span<span::Clean>,
    /// End of the last mention: nothing before it may be taken again.
    free: usize,
    kind: BlockKind,
    /// Year of the document.
    base: Option<i32>,
}

impl<'a> At<'a> {
    fn before(&self) -> &'a str {
        &self.text[self.block.start..self.start]
    }

    /// The last words before the place: what is looked for further back would cost more with every line's length.
    fn near(&self) -> &'a str {
        last_bytes(self.before(), 150)
    }

    fn rest(&self) -> &'a str {
        &self.text[self.start..self.block.end]
    }
}

/// The end of a text, at most so many bytes of it.
pub(crate) fn last_bytes(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// The start of a text, at most so many characters of it.
pub(crate) fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

/// Finds all mentions of a document, of a file of so many bytes.
#[must_use]
pub fn mention(clean: &Clean, structure: &Structure, file: usize) -> Mentions {
    let taken = clean.changes.len() * Takes::CHANGE + structure.sections.len() * Takes::SECTION;
    let most = Most { mentions: limits::MENTIONS, bytes: limits::room(file).saturating_sub(taken) };
    first_mentions(clean, structure, most)
}

/// The mentions, sentence by sentence, until there are more.
fn first_mentions(clean: &Clean, structure: &Structure, most: Most) -> Mentions {
    let mut mentions = Mentions::default();
    let (mut taken, mut cells) = (0, 0);
    for block in &structure.blocks {
        if block.kind == BlockKind::TableRow {
            let signs = block.span.of(&clean.text).bytes().filter(|byte| *byte == b'|').count();
            // | 甲 | 1 | has a sign more than cells.
            cells += signs.saturating_sub(1).max(1);
            if cells > limits::TABLE_CELLS {
                mentions.stopped = Some(block.span.start);
                mentions.tables = true;
                break;
            }
        }
        scan(clean, block, &mut mentions, &mut taken, most);
        if mentions.stopped.is_some() {
            break;
        }
    }
    mentions.shrink();
    slogan::repeats(&clean.text, &mut mentions);
    slogan::name_parts(&clean.text, structure, &mut mentions);
    date::resolve_all(&mut mentions.dates, clean, structure);
    date::join(&mut mentions.dates, clean);
    mentions
}

/// The mentions of a paragraph; `taken` counts the bytes that all so far will take.
#[inline(never)]
fn scan(clean: &Clean, block: &Block, mentions: &mut Mentions, taken: &mut usize, most: Most) {
    let (kind, base, block) = (block.kind, block.clock.base_year, block.span);
    let bytes = clean.text.as_bytes();
    let (mut at, mut free) = (block.start, block.start);
    loop {
        at = overlap::passed_over(&bytes[..block.end], at);
        if at >= block.end {
            break;
        }
        let Some(step) = overlap::trigger(bytes, at) else {
            at += overlap::width(bytes[at]);
            continue;
        };
        let place = At { text: &clean.text, start: at, block, free, kind, base };
        match overlap::decide(place, step) {
            Some(found) => {
                *taken += found.takes(block, kind);
                let end = match found {
                    Found::Quantity(q) => {
                        let end = q.span.end;
                        mentions.quantities.push(q);
                        end
                    }
                    Found::Date(d) => {
                        let end = d.span.end;
                        mentions.dates.push(d);
                        end
                    }
                    Found::Slogan(s) => {
                        let end = s.span.end;
                        mentions.slogans.push(s);
                        end
                    }
                    Found::Other(o) => {
                        let end = o.span.end;
                        mentions.others.push(o);
                        end
                    }
                    Found::Nothing(end) => end,
                };
                if mentions.count() > most.mentions || *taken > most.bytes {
                    mentions.stop_before(&clean.text, block, at);
                    break;
                }
                at = end.max(at + 1);
                free = at;
            }
            None => at += overlap::width(bytes[at]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::clean_text;
    use crate::structure::structure;

    #[test]
    fn reading_stops_at_the_limit_and_says_where() {
        let most = |mentions, bytes| Most { mentions, bytes };
        for text in [
            "新建公园3个。\n新建学校4所。\n新建医院5家，1家在建。\n",
            "新建公园3个。新建学校4所。新建医院5家，1家在建。\n",
        ] {
            let clean = clean_text(text);
            let structure = structure(&clean, &crate::Options::default()).unwrap();
            for limit in [most(2, usize::MAX), most(3, usize::MAX), most(9, Takes::FIGURE * 3)] {
                let read = first_mentions(&clean, &structure, limit);
                assert_eq!(read.quantities.len(), 2);
                assert_eq!(read.stopped.map(|at| &clean.text[at..]), Some("新建医院5家，1家在建。\n"));
            }
            assert_eq!(first_mentions(&clean, &structure, most(4, Takes::FIGURE * 4)).stopped, None);
        }
    }

    #[test]
    fn what_is_told_of_dates_takes_room_in_sentences_and_not_in_tables() {
        let told = |text: &str| {
            let clean = clean_text(text);
            let structure = structure(&clean, &crate::Options::default()).unwrap();
            let most = Most { mentions: 9, bytes: Takes::CELL + Takes::DATE };
            first_mentions(&clean, &structure, most).stopped.is_some()
        };
        assert!(told("2023年3月建成云岭大桥，投资3亿元。\n"));
        assert!(!told("| 2023年3月 | 3亿元 |\n") && !told("2023年3月\n投资3亿元。\n"));
    }
}
