//! Verbs of a deed: 新增, 建成; with them a label begins, and without them it names a thing.

use crate::lexicon::figure_cues::labels;

/// A label without the verb of its deed: 开工建设的项目 → 项目.
pub(in crate::figure) fn base(label: &str) -> &str {
    stem(label).trim_start_matches('的')
}

fn stem(label: &str) -> &str {
    let mut text = label;
    loop {
        let stripped =
            labels().deed.prefix(text).map(|deed| &text[deed.len()..]).filter(|rest| rest.chars().count() >= 2);
        let Some(rest) = stripped else { return text };
        // 新建和改造供水工程: two verbs of one object
        let joined = rest.trim_start_matches(['和', '、', '及', '与']);
        let both = joined.len() < rest.len() && text.len() == label.len() && labels().deed.prefix(joined).is_some();
        text = if both { joined } else { rest };
    }
}

/// True for the bare verb of a deed.
pub(in crate::figure) fn is_deed(text: &str) -> bool {
    labels().deed.contains(text) || labels().deed_alone.contains(text)
}

pub(in crate::figure) fn deed(label: &str) -> &str {
    &label[..label.len() - stem(label).len()]
}

/// The verb of a deed that a label begins with; empty when it has none.
pub(super) fn leading_deed(label: &str) -> &str {
    let len = labels().deed.prefix(label).map_or(0, str::len);
    &label[..len]
}

/// 学校 of 完成学校, whose predicate 完成恢复重建 has the same verb.
pub(in crate::figure) fn without_verb<'a>(label: &'a str, predicate: &str) -> &'a str {
    let alike = label.char_indices().zip(predicate.chars()).take_while(|((_, one), other)| one == other);
    let verb = alike.last().map_or(0, |((at, c), _)| at + c.len_utf8());
    if labels().whole_object.contains(&label[..verb]) { &label[verb..] } else { label }
}
