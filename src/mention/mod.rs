//! Stage 4: [`Structure`] → [`Mentions`]. One recogniser a file; a scan from left to right asks each in turn where a
//! numeral or a word of time begins, and the first that answers has it, so that mentions never overlap.

pub mod date;
mod name;
mod overlap;
pub mod quantity;
mod slogan;

use crate::clean::Clean;
use crate::limits;
use crate::report::OtherKind;
use crate::span::{self, Span};
use crate::structure::{Block, BlockKind, Structure};
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
    /// Where reading stopped, when there were more than [`limits::MENTIONS`].
    pub stopped: Option<usize>,
}

impl Mentions {
    fn count(&self) -> usize {
        self.quantities.len() + self.dates.len() + self.slogans.len() + self.others.len()
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

/// Finds all mentions of a document.
#[must_use]
pub fn mention(clean: &Clean, structure: &Structure) -> Mentions {
    first_mentions(clean, structure, limits::MENTIONS)
}

/// The mentions, paragraph by paragraph, until there are more than so many.
fn first_mentions(clean: &Clean, structure: &Structure, most: usize) -> Mentions {
    let mut mentions = Mentions::default();
    for block in &structure.blocks {
        if mentions.count() >= most {
            mentions.stopped = Some(block.span.start);
            break;
        }
        scan(clean, block, &mut mentions);
    }
    mentions.shrink();
    slogan::repeats(&clean.text, &mut mentions);
    slogan::name_parts(&clean.text, structure, &mut mentions);
    date::resolve_all(&mut mentions.dates, clean, structure);
    date::join(&mut mentions.dates, clean);
    mentions
}

#[inline(never)]
fn scan(clean: &Clean, block: &Block, mentions: &mut Mentions) {
    let (kind, base, block) = (block.kind, block.clock.base_year, block.span);
    let bytes = clean.text.as_bytes();
    let (mut at, mut free) = (block.start, block.start);
    while at < block.end {
        let Some(step) = overlap::trigger(bytes, at) else {
            at += overlap::width(bytes[at]);
            continue;
        };
        let place = At { text: &clean.text, start: at, block, free, kind, base };
        match overlap::decide(place, step) {
            Some(found) => {
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
        let clean = clean_text("新建公园3个。\n新建学校4所。\n新建医院5家。\n");
        let structure = structure(&clean, &crate::Options::default()).unwrap();
        let read = first_mentions(&clean, &structure, 2);
        assert_eq!(read.quantities.len(), 2);
        assert_eq!(read.stopped.map(|at| &clean.text[at..]), Some("新建医院5家。\n"));
        assert_eq!(first_mentions(&clean, &structure, 9).stopped, None);
    }
}
