//! Numbers of a list with 分别: 分别下降10.1%、10.7%.

use std::rc::Rc;

use crate::figure::indicator::{self, Label, Side};
use crate::figure::memory::Memory;
use crate::figure::predicate::Stripped;
use crate::figure::scene::Scene;

/// PM10、PM2.5同比分别下降10.1%、10.7%: the k-th number belongs to the k-th name.
pub(super) fn distributed(
    scene: &Scene<'_>,
    memory: &mut Memory,
    side: &Side<'_>,
    stripped: &Stripped,
    head: &str,
    bare: bool,
) -> Option<Label> {
    if !stripped.each {
        let next = memory.given;
        if bare && next > 0 && next < memory.shares.len() && indicator::is_joint(side.left) {
            memory.given += 1;
            return memory.shares.get(next).map(|label| Label::clone(label));
        }
        return None;
    }
    // How many numbers follow, set apart by nothing but 、 or 和?
    let mut count = 1;
    let mut end = side.quantity.outer_end;
    for next in &scene.quantities[side.index + 1..] {
        if !indicator::is_joint(scene.text(end, next.outer_start).trim_start_matches(['，', ','])) {
            break;
        }
        count += 1;
        end = next.outer_end;
    }
    if count < 2 {
        return None;
    }
    if bare && memory.shares.len() == count {
        memory.given = 1;
        return first(memory);
    }
    if bare && memory.history.len() >= count {
        memory.shares = memory.history[memory.history.len() - count..].to_vec();
        memory.given = 1;
        return first(memory);
    }
    let labels = indicator::split_list(scene, head, count)?;
    memory.shares = labels.into_iter().map(Rc::new).collect();
    memory.given = 1;
    first(memory)
}

fn first(memory: &Memory) -> Option<Label> {
    memory.shares.first().map(|label| Label::clone(label))
}
