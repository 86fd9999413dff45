//! Whether a section asks or tells, by the words that are frequent where it does.

use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::structure::block::{Block, BlockKind};

/// How often these blocks ask, and how often they tell.
pub(super) fn asked_and_told<'a>(clean: &Clean, blocks: impl Iterator<Item = &'a Block>) -> (usize, usize) {
    blocks.fold((0, 0), |(asks, tells), block| {
        let text = block.span.of(&clean.text);
        (asks + cues().asks.all(text).count(), tells + cues().tells.all(text).count())
    })
}

/// As [`asked_and_told`], of what stands under the first of these blocks, up to the next heading of its level.
fn under(clean: &Clean, blocks: &[Block]) -> (usize, usize) {
    let Some((heading, under)) = blocks.split_first() else { return (0, 0) };
    let inside = |block: &&Block| block.kind != BlockKind::Heading || block.level > heading.level;
    asked_and_told(clean, under.iter().take_while(inside))
}

/// True when it asks far more than it tells.
pub(super) fn asks(clean: &Clean, blocks: &[Block]) -> bool {
    let (asks, tells) = under(clean, blocks);
    asks >= 6 && asks > 2 * tells
}

/// True when it tells far more than it asks.
pub(super) fn tells(clean: &Clean, blocks: &[Block]) -> bool {
    let (asks, tells) = under(clean, blocks);
    tells >= 4 && tells > 2 * asks
}
