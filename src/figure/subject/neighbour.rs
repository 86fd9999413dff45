//! Which of several places of one name is meant, by those near it.

use crate::figure::scene::Scene;
use crate::lexicon::regions::regions;

/// Bytes around a name in which a neighbour is looked for.
const NEAR: usize = 900;

/// 南山区投入700亿元，龙岗区投入600亿元: the place near by of whose name there is only one, beside which one of a name that
/// several bear lies.
pub(super) fn neighbour(scene: &Scene<'_>, at: usize, name: &str) -> Option<u32> {
    let text = &scene.clean.text;
    let edge = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at += 1;
        }
        at
    };
    let near = scene
        .text(edge(at.saturating_sub(NEAR).max(scene.block.span.start)), edge((at + NEAR).min(scene.block.span.end)));
    let mut sure = regions().find_all(near).into_iter().filter_map(|hit| regions().only(&near[hit.start..hit.end]));
    sure.find_map(|known| regions().resolve(name, Some(known)).filter(|code| code / 100 == known / 100))
}
