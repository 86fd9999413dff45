//! Whether a section asks or tells, by the words that are frequent where it does.

use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::structure::block::{Block, BlockKind};

/// How often what stands under the first of these blocks, up to the next heading of its level, asks, and how often it tells.
fn asked_and_told(clean: &Clean, blocks: &[Block]) -> (usize, usize) {
    let Some((heading, under)) = blocks.split_first() else { return (0, 0) };
    let (mut asks, mut tells) = (0, 0);
    for block in under.iter().take_while(|b| b.kind != BlockKind::Heading || b.level > heading.level) {
        let text = block.span.of(&clean.text);
        asks += cues().asks.all(text).count();
        tells += cues().tells.all(text).count();
    }
    (asks, tells)
}

/// True when it asks far more than it tells.
pub(super) fn asks(clean: &Clean, blocks: &[Block]) -> bool {
    let (asks, tells) = asked_and_told(clean, blocks);
    asks >= 6 && asks > 2 * tells
}

/// True when it tells far more than it asks.
pub(super) fn tells(clean: &Clean, blocks: &[Block]) -> bool {
    let (asks, tells) = asked_and_told(clean, blocks);
    tells >= 4 && tells > 2 * asks
}
