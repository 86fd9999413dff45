//! 固定资产投资：力争完成92.3亿元: what stands before the colon, or in the first cell of a row, names what the words behind
//! it only say was reached.

use super::Figure;
use super::scene::Place;
use crate::clean::Clean;
use crate::lexicon::figure_cues::{labels, tables};
use crate::lexicon::indicators::indicators;
use crate::span::Span;

/// Characters of the longest name before a colon.
const NAME: usize = 20;

/// True of the name of something that is measured.
pub(super) fn is_measure(name: &str) -> bool {
    let name = name.split(['（', '(']).next().unwrap_or(name);
    indicators().exact(name).is_some() || tables().measured.suffix(name).is_some()
}

/// Gives a figure that has a verb for its label the name.
pub(super) fn lend(figure: &mut Figure, name: &str, span: Place) {
    let label = figure.label.text.as_str();
    if label.is_empty() || labels().level_verb.contains(label) || labels().deed.contains(label) {
        name.split(['（', '(']).next().unwrap_or(name).clone_into(&mut figure.label.text);
        figure.label.spans = vec![span];
    }
}

/// Figures of a sentence that begins with the name of a measure and a colon.
pub(super) fn before_colon(clean: &Clean, sentence: Place, figures: &mut [Figure]) {
    let text = sentence.of(&clean.text);
    let start = text.len() - text.trim_start().len();
    let Some((name, _)) = text.trim_start().split_once(['：', ':']) else { return };
    if name.chars().count() > NAME || name.contains(['，', '、', '；']) || !is_measure(name) {
        return;
    }
    let span = Span::new(sentence.start + start, sentence.start + start + name.len());
    for figure in figures {
        lend(figure, name, span);
    }
}
