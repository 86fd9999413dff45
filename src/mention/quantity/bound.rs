//! The words that bound a number: 超过 before it, 以上 behind its unit.

use crate::lexicon::bound_words::{Limit, bound_words};
use crate::report::Bound;

fn bound(limit: Limit) -> Bound {
    match limit {
        Limit::AtLeast => Bound::AtLeast,
        Limit::AtMost => Bound::AtMost,
        Limit::About => Bound::About,
        Limit::Exact => Bound::Exact,
    }
}

/// The word at the end of the text before a number.
pub(super) fn before(text: &str) -> Option<(&'static str, Bound)> {
    let (word, limit) = bound_words().before.suffix(text.trim_end_matches([' ', '*', '“', '"']))?;
    Some((word, bound(limit)))
}

/// The word behind a unit: the bytes up to its end.
pub(super) fn after(text: &str) -> Option<(usize, Bound)> {
    let gap = usize::from(text.starts_with(' '));
    let (word, limit) = bound_words().after.prefix(&text[gap..])?;
    let len = gap + word.len();
    // 8个多月, 5项余留: only a number's 多 stands at its end.
    let loose = matches!(word, "多" | "余")
        && text[len..]
            .starts_with(|c: char| !matches!(c, '，' | '。' | '、' | '；' | ',' | ';' | '的' | '人' | '）' | ')'));
    (!loose).then_some((len, bound(limit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_read_on_both_sides() {
        assert_eq!(before("总量超过"), Some(("超过", Bound::AtLeast)));
        assert_eq!(before("总量约 "), Some(("约", Bound::About)));
        assert_eq!(before("会议通过"), None);
        assert_eq!(after("以上。"), Some(("以上".len(), Bound::AtLeast)));
        assert_eq!(after("多，"), Some(("多".len(), Bound::AtLeast)));
        assert_eq!(after("多月"), None);
    }
}
