//! Takes the words between an indicator and its number off the end of a left part, and keeps what they say.

use crate::lexicon::predicates::{Said, predicates};

/// What stood at the end of a clause's left part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stripped {
    /// Bytes that remain.
    pub(super) rest: usize,
    /// The word nearest to the indicator that tells the measure.
    pub(super) said: Option<Said>,
    pub(super) each: bool,
    pub(super) average: bool,
    pub(super) compared: bool,
    /// 两年平均, 连续三年: over how many years; 0 where nothing is said of it.
    pub(super) years: i32,
    /// 由上年下降: the change is that of the time before.
    pub(super) from: bool,
    /// A modal word (力争) was taken off.
    pub(super) modal: bool,
    /// A link (达到, 完成) was taken off.
    pub(super) linked: bool,
    /// 新增-like words of growth that are part of the indicator when a count follows: 增资, 减负.
    pub(super) word: &'static str,
}

/// Takes predicates off the end of `left`. `date_end(end)` gives the start of a date that ends there, 比 included.
pub(super) fn strip(left: &str, compared_date: &dyn Fn(usize) -> Option<usize>) -> Stripped {
    let mut out = Stripped { rest: left.len(), ..Stripped::default() };
    loop {
        let text = left[..out.rest].trim_end_matches([' ', '*', '：', ':', '“', '"', '　', '（', '(', '，', ',']);
        out.rest = text.len();
        if let Some(start) = compared_date(out.rest) {
            out.rest = start;
            out.compared = true;
            continue;
        }
        // 下降（同口径）19.59%: a remark behind the predicate
        if let Some(head) = before_remark(text) {
            out.rest = head.len();
            continue;
        }
        let Some(entry) = predicates().suffix(text) else { break };
        match entry.meaning.said {
            Said::Grow | Said::Shrink | Said::To | Said::From => {
                // The outermost predicate rules: 降幅收窄 aside, a second one belongs to the indicator.
                if matches!(out.said, Some(Said::Grow | Said::Shrink | Said::To | Said::From)) {
                    break;
                }
                out.said = Some(entry.meaning.said);
                out.word = entry.word;
            }
            Said::Each => {
                out.each = true;
                // 分别为, 分别达到
                out.linked |= entry.word.len() > "分别".len();
            }
            Said::Average => out.average = true,
            Said::Link => out.linked = true,
            Said::Modal => out.modal = true,
            Said::Adverb => {}
        }
        out.years = out.years.max(entry.meaning.years);
        out.rest = text.len() - entry.word.len();
    }
    out
}

/// Characters of the longest remark in brackets behind a predicate.
const REMARK: usize = 10;

/// What stands before a remark without a number that follows a predicate.
fn before_remark(text: &str) -> Option<&str> {
    let inner = text.strip_suffix(['）', ')'])?;
    let at = inner.rfind(['（', '('])?;
    let remark = &inner[at..];
    let short = remark.chars().count() <= REMARK + 1 && !remark.contains(|c: char| c.is_ascii_digit());
    let entry = predicates().suffix(&text[..at])?;
    (short && matches!(entry.meaning.said, Said::Grow | Said::Shrink | Said::Link)).then(|| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(left: &str) -> (&str, Option<Said>) {
        let s = strip(left, &|_| None);
        (&left[..s.rest], s.said)
    }

    #[test]
    fn predicates_come_off_and_indicators_stay() {
        assert_eq!(split("全县地区生产总值突破"), ("全县地区生产总值", None));
        assert_eq!(split("一般公共预算收入同比增长"), ("一般公共预算收入", Some(Said::Grow)));
        assert_eq!(split("万元生产总值能耗下降"), ("万元生产总值能耗", Some(Said::Shrink)));
        assert_eq!(split("规上企业由"), ("规上企业", Some(Said::From)));
        assert_eq!(split("工程建设项目审批时间压缩到"), ("工程建设项目审批时间", Some(Said::To)));
        assert_eq!(split("全县新增"), ("全县新增", None));
        assert_eq!(split("民生支出达"), ("民生支出", None));
    }
}
