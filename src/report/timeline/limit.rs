//! Time limits that stand beside what is due: 新建农村公路60公里（完成时限：12月底）, 岚水大桥（年底通车）, and behind it in a
//! sentence of their own: 新建学校5所。完成时限：9月底前。

use super::entry::Told;
use super::{deed, title};
use crate::lexicon::cues::times;
use crate::mention::Date;
use crate::report::Role;
use crate::report::scene::Scene;
use crate::span::Span;

/// Bytes of a sentence, or of what a bracket holds, that are looked at.
const NEAR: usize = 300;

impl Scene<'_, '_> {
    /// What a time limit is of; none where the date is no such limit.
    #[inline(never)]
    pub(super) fn limited(&self, date: &Date) -> Option<Told> {
        let due = date.interval.as_ref()?.end.as_deref()?;
        if date.role != Role::Deadline || self.today().is_some_and(|today| due <= today) {
            return None;
        }
        let sentence = self.clauses.first()?.span.start;
        let end = self.clauses.last()?.span.end;
        let before = self.of(sentence, date.span.start);
        if before.len() > NEAR {
            return None;
        }
        let open = before.rfind(['（', '(']).filter(|open| !before[*open..].contains(['）', ')']));
        let (what, inner, close) = match open {
            Some(open) => {
                let close = self.of(date.span.end, end).find(['）', ')'])?;
                (&before[..open], &before[open + bracket(before, open)..], date.span.end + close)
            }
            None => ("", before, end),
        };
        let labelled = times().limit.suffix(inner.trim_end_matches(['：', ':', '为'])).is_some();
        let act = self.of(date.span.end, close).trim_matches(['，', ',', ' ', '。']);
        // （年底通车）says what is due, （年底前）only when; without a bracket there is a label.
        let plain = open.is_some() && inner.trim().is_empty();
        if !(labelled || plain) || !(act.is_empty() || deed::is_bare(act)) {
            return None;
        }
        let what = what.trim_end_matches([' ', '。', '；']);
        let (from, what) = if what.is_empty() { self.sentence_before(sentence)? } else { (sentence, last_item(what)) };
        let bare = title::trim(what);
        let verb = title::opens_with_verb(bare);
        let words = if verb { bare.to_owned() } else { format!("{bare}{act}") };
        // 岚江新城（2025年底） alone says nothing of what.
        (labelled || verb || !act.is_empty()).then(|| Told { place: Span::new(from, close.max(date.span.end)), words })
    }

    /// The sentence that ends where another begins, and where it begins.
    fn sentence_before(&self, start: usize) -> Option<(usize, &str)> {
        let head = self.of(self.block.span.start, start).trim_end_matches([' ', '。', '；', '\u{3000}']);
        let from = head.rfind(['。', '；', '！', '）']).map_or(0, |at| at + '。'.len_utf8());
        let words = &head[from..];
        (!words.is_empty() && words.len() <= NEAR).then_some((self.block.span.start + from, words))
    }
}

/// Bytes of the bracket that stands here.
fn bracket(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// The last member of a list, where it can stand alone: 岚水大桥（年底通车）、[环城高速].
fn last_item(words: &str) -> &str {
    let clause = words.rsplit(['，', '；', '：', '。']).next().unwrap_or(words);
    match clause.rsplit_once('、') {
        Some((_, item)) if item.chars().nth(3).is_some() => item,
        _ => clause,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_of_the_last_member_of_a_list() {
        assert_eq!(last_item("加快建设岚水大桥（年底通车）、环城高速"), "环城高速");
        assert_eq!(last_item("今年，新建农村公路60公里"), "新建农村公路60公里");
        assert_eq!(bracket("甲（乙", 3), 3);
    }
}
