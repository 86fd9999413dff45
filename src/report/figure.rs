//! A figure as it goes out.

use super::{Edge, Figure, Value};
use crate::figure::Figure as Linked;
use crate::lexicon::indicators::indicators;
use crate::lexicon::label_words::labels;
use crate::mention::Quantity;
use crate::span;
use crate::structure::Structure;

/// So many linked figures are gone before their room is given back.
const TOGETHER: usize = 1 << 14;

/// Turns linked figures into outward ones; the sentence that several share is located once.
#[inline(never)]
pub(super) fn figures(
    edge: &Edge<'_>,
    quantities: &[Quantity],
    structure: &Structure,
    mut linked: Vec<Linked>,
) -> Vec<Figure> {
    let mut last: Option<(span::Span<span::Clean>, super::Span)> = None;
    let mut figures = Vec::with_capacity(linked.len());
    // Taken from the end, where a list can be made shorter.
    linked.reverse();
    let taken = std::iter::from_fn(|| {
        let next = linked.pop();
        if linked.len().is_multiple_of(TOGETHER) {
            linked.shrink_to_fit();
        }
        next
    });
    let outward = taken.enumerate().map(|(index, linked)| {
        let quantity = &quantities[linked.quantity];
        let context = match last {
            Some((own, context)) if own == linked.context => context,
            _ => edge.span(linked.context),
        };
        last = Some((linked.context, context));
        let value = match linked.values.as_slice() {
            [one] => Value::One(*one),
            _ => Value::Many(linked.values),
        };
        Figure {
            id: format!("f{}", index + 1),
            span: edge.span(quantity.span),
            quote: edge.quote(quantity.span),
            context,
            section: (linked.section < structure.sections.len()).then(|| format!("s{}", linked.section + 1)),
            measure: linked.measure,
            value,
            written: quantity.written.clone(),
            scale: Some(&quantity.scale).filter(|scale| !scale.is_empty()).cloned(),
            unit: linked.unit.to_owned(),
            bound: linked.bound,
            indicator_id: indicators().exact(indicator_name(&linked.label.text)).map(|i| i.id.to_owned()),
            indicator: linked.label.text,
            indicator_spans: linked.label.spans.iter().map(|s| edge.span(*s)).collect(),
            subject: linked.subject,
            subject_code: linked.subject_code.map(|c| format!("{c:06}")),
            period: linked.period,
            period_label: linked.period_label,
            every: linked.every,
            status: linked.status,
            commitment: linked.commitment,
            modality: linked.modality.map(str::to_owned),
            scope: linked.scope,
            confidence: (linked.confidence * 100.0).round() / 100.0,
        }
    });
    figures.extend(outward);
    figures
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
