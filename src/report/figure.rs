//! A figure as it goes out.

use super::{Edge, Figure, Value};
use crate::clean::OffsetMap;
use crate::digits;
use crate::figure::Figure as Linked;
use crate::lexicon::indicators::{Indicator, indicators};
use crate::lexicon::label_words::labels;
use crate::mention::Quantity;
use crate::span;

/// The linked figures of a document with their quantities. An outward figure takes more room than both, so each is made
/// when it goes out; a table of hundreds of thousands never lies in memory twice.
#[derive(Debug)]
pub(crate) struct Figures {
    pub(super) quantities: Vec<Quantity>,
    pub(super) linked: Vec<Linked>,
    /// Sections of the document.
    pub(super) sections: usize,
    /// What each measures, where the list of indicators has it.
    pub(super) known: Vec<Option<&'static Indicator>>,
}

/// One of them, for the timeline and the projects.
#[derive(Clone, Copy)]
pub(super) struct Finding<'a> {
    pub(super) linked: &'a Linked,
    pub(super) quantity: &'a Quantity,
    /// The indicator of the list that it is.
    pub(super) known: Option<&'static Indicator>,
}

/// The id of the figure of this index.
pub(super) fn id(index: usize) -> String {
    digits::id('f', index)
}

impl Figures {
    pub(super) fn new(quantities: Vec<Quantity>, linked: Vec<Linked>, sections: usize) -> Figures {
        let known = linked.iter().map(|linked| indicators().exact(indicator_name(&linked.label.text))).collect();
        Figures { quantities, linked, sections, known }
    }

    pub(super) fn get(&self, index: usize) -> Finding<'_> {
        let linked = &self.linked[index];
        Finding { linked, quantity: &self.quantities[linked.quantity], known: self.known[index] }
    }

    pub(crate) fn len(&self) -> usize {
        self.linked.len()
    }

    /// Where the numbers stand.
    pub(super) fn spans(&self) -> impl Iterator<Item = span::Span<span::Clean>> {
        self.linked.iter().map(|linked| self.quantities[linked.quantity].span)
    }

    /// The figures, one after the other, of the text as read; the sentence that several share is located once.
    pub(crate) fn outward<'a>(self, map: &'a OffsetMap, text: &'a str) -> impl ExactSizeIterator<Item = Figure> {
        let edge = Edge::new(map, text);
        let Figures { quantities, linked, sections, known } = self;
        let mut last: Option<(span::Span<span::Clean>, super::Span)> = None;
        linked.into_iter().zip(known).enumerate().map(move |(index, (linked, known))| {
            let quantity = &quantities[linked.quantity];
            let context = match last {
                Some((own, context)) if own == linked.context => context,
                _ => edge.span(linked.context),
            };
            last = Some((linked.context, context));
            let confidence = Finding { linked: &linked, quantity, known }.confidence();
            let value = match linked.values.as_slice() {
                [one] => Value::One(*one),
                _ => Value::Many(linked.values),
            };
            Figure {
                id: id(index),
                span: edge.span(quantity.span),
                quote: edge.quote(quantity.span).to_owned(),
                context,
                section: (linked.section < sections).then(|| digits::id('s', linked.section)),
                measure: linked.measure,
                value,
                written: quantity.written.clone(),
                scale: Some(&quantity.scale).filter(|scale| !scale.is_empty()).cloned(),
                unit: linked.unit.to_owned(),
                bound: linked.bound,
                indicator_id: known.map(|known| known.id.to_owned()),
                indicator: linked.label.text,
                indicator_spans: linked.label.spans.iter().map(|s| edge.span(*s)).collect(),
                subject: linked.subject,
                subject_code: linked.subject_code.map(digits::code),
                period: linked.period,
                period_label: linked.period_label,
                every: linked.every,
                status: linked.status,
                commitment: linked.commitment,
                modality: linked.modality.map(str::to_owned),
                scope: linked.scope,
                confidence,
            }
        })
    }
}

impl<'a> Finding<'a> {
    /// What is measured.
    pub(super) fn indicator(self) -> &'a str {
        &self.linked.label.text
    }

    /// Its value, where it is one number.
    pub(super) fn value(self) -> Option<f64> {
        match self.linked.values.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// As it goes out: in hundredths.
    pub(super) fn confidence(self) -> f64 {
        (self.linked.confidence * 100.0).round() / 100.0
    }
}

/// The label without the words that the list of indicators leaves out: 全国, 年末, 增速.
fn indicator_name(label: &str) -> &str {
    let words = labels();
    let mut name = label;
    while let Some(lead) = words.indicator_lead.prefix(name) {
        name = &name[lead.len()..];
    }
    while let Some(rest) = words.indicator_tail.suffix(name).map(|tail| &name[..name.len() - tail.len()])
        && rest.chars().nth(2).is_some()
    {
        name = rest;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_is_known_without_the_words_around_it() {
        assert_eq!(indicator_name("累计完成固定资产投资"), "固定资产投资");
        assert_eq!(indicator_name("全县地区生产总值增速"), "地区生产总值");
        assert_eq!(indicator_name("总量"), "总量");
    }
}
