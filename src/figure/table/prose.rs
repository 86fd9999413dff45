//! Cells that hold sentences: 占地86亩，新建清水池3座. They are read as sentences, and the row tells of what.

use super::Reader;
use super::cell::{blank, cells, is_unit, numeric, tidy};
use crate::clean::Clean;
use crate::figure::Figure;
use crate::figure::lent;
use crate::figure::scene::Place;
use crate::lexicon::figure_cues::{labels, tables};
use crate::lexicon::search::Search;
use crate::mention::quantity::Quantity;
use crate::structure::Block;

/// Characters of the shortest cell with a sign of a sentence.
const LONG: usize = 8;

impl Reader {
    /// The cells of a row that hold sentences with figures; its label is none.
    pub(in crate::figure) fn prose(clean: &Clean, block: &Block, quantities: &[Quantity]) -> Vec<Place> {
        let row = block.span.of(&clean.text);
        if quantities.is_empty() || !row.has("|") {
            return Vec::new();
        }
        let cells = cells(row, block.span.start);
        let texts: Vec<&str> = cells.iter().map(|cell| cell.of(&clean.text)).collect();
        let label = label_at(&texts);
        let measured = |cell: &Place| {
            quantities.iter().any(|q| cell.start <= q.span.start && q.span.end <= cell.end && !q.unit.is_empty())
        };
        (0..cells.len())
            .filter(|&j| Some(j) > label && label.is_some() && is_prose(texts[j]) && measured(&cells[j]))
            .map(|j| cells[j])
            .collect()
    }

    /// The project of which such cells tell, where the row's label names one.
    pub(in crate::figure) fn project(&self, clean: &Clean, block: &Block) -> Option<Place> {
        let cells = cells(block.span.of(&clean.text), block.span.start);
        let texts: Vec<&str> = cells.iter().map(|cell| cell.of(&clean.text)).collect();
        let at = label_at(&texts)?;
        let name = tidy(texts[at]);
        (!self.place(&name) && !lent::is_measure(&name)).then_some(cells[at])
    }

    /// What the row of such cells says of their figures: the measure itself, or the project that they tell of.
    pub(in crate::figure) fn lend(&self, clean: &Clean, block: &Block, figures: &mut [Figure]) {
        let cells = cells(block.span.of(&clean.text), block.span.start);
        let texts: Vec<&str> = cells.iter().map(|cell| cell.of(&clean.text)).collect();
        let Some(at) = label_at(&texts) else { return };
        let (name, span) = (tidy(texts[at]), cells[at]);
        let place = self.place(&name);
        for figure in figures {
            if place {
                figure.subject = Some(name.clone());
                figure.subject_code = None;
            } else if lent::is_measure(&name) {
                lent::lend(figure, &name, span);
            } else if figure.label.text.starts_with(&name) {
                // The project's own size is told already.
            } else if labels().size.contains(&figure.label.text) || labels().generic.contains(&figure.label.text) {
                let own = std::mem::take(&mut figure.label.text);
                figure.label.text = format!("{name}{own}");
                figure.label.spans.insert(0, span);
            }
        }
    }
}

/// The first cell of words that are no sentence.
fn label_at(texts: &[&str]) -> Option<usize> {
    texts.iter().position(|text| !text.is_empty() && !numeric(text) && !blank(text) && !is_unit(text))
}

fn is_prose(text: &str) -> bool {
    if numeric(text) || blank(text) || is_unit(text) {
        return false;
    }
    let said = text.contains(['，', '。', '；']) && text.chars().count() >= LONG;
    // 力争完成76.4亿元
    said || tables().told.within(text) && !text.ends_with(['）', ')'])
}
