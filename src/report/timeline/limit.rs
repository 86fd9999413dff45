//! Time limits that stand beside what is due: 新建农村公路60公里（完成时限：12月底）, 岚水大桥（年底通车）, and behind it in a
//! sentence of their own: 新建学校5所。完成时限：9月底前。

use super::entry::Told;
use super::{deed, title};
use crate::lexicon::cues::times;
use crate::lexicon::timeline_cues::timeline;
use crate::mention::Date;
use crate::report::Role;
use crate::report::clause::{Place, is_subordinate};
use crate::report::scene::{Scene, item_start};
use crate::span::Span;
use crate::structure::BlockKind;

/// Bytes of a sentence, or of what a bracket holds, that are looked at.
const NEAR: usize = 300;
/// Lines above a limit, and sentences of a line, in which its task is looked for.
const ABOVE: usize = 4;
const SENTENCES: usize = 6;

impl Scene<'_, '_> {
    /// What a time limit is of; none where the date is no such limit.
    #[inline(never)]
    pub(super) fn limited(&self, date: &Date) -> Option<Told> {
        if date.role != Role::Deadline {
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
        let label = inner.trim_end_matches(['：', ':', '为']);
        let labelled = times().limit.suffix(label);
        // What is over is told of only where a label says that it was due then.
        if labelled.is_none() && self.is_over(date) {
            return None;
        }
        let act = without_duty(self.of(date.span.end, close)).trim_matches(['，', ',', ' ', '。']);
        // （年底通车）says what is due, （年底前）only when; without a bracket there is a label.
        let plain = open.is_some() && inner.trim().is_empty();
        if !(labelled.is_some() || plain) || !(act.is_empty() || deed::is_bare(act)) {
            return None;
        }
        // 新建学校5所，责任单位：县教体局，完成时限：9月底前
        let signs = ['，', '；', '。', ' ', '\u{3000}', ','];
        let led = label.rfind(signs).filter(|_| labelled.is_some() && open.is_none());
        let led = without_duty(led.map_or("", |at| &label[..at]));
        let what = if open.is_some() { without_duty(what) } else { led };
        let what = title::trim(what);
        let (from, what) = if !what.is_empty() {
            (sentence, if open.is_some() { last_item(what) } else { task(what) })
        } else if labelled.is_some() {
            self.task_before(sentence)?
        } else {
            self.sentence_before(sentence)?
        };
        // 县一小（完成时限：8月底前）建成投用
        let tail = self.of(close, end).trim_start_matches(['）', ')']);
        let tail = tail.split(['，', '；', '。', '、', ',']).next().unwrap_or_default().trim();
        let tail = if open.is_some() && deed::is_bare(tail) { tail } else { "" };
        let bare = title::trim(what);
        let verb = title::opens_with_verb(bare);
        let words = if verb { bare.to_owned() } else { format!("{bare}{}", if tail.is_empty() { act } else { tail }) };
        // 岚江新城（2025年底） alone says nothing of what.
        (labelled.is_some() || verb || !act.is_empty())
            .then(|| Told { place: Span::new(from, close.max(date.span.end)), words })
    }

    /// True of a date that lies behind the document's day.
    pub(super) fn is_over(&self, date: &Date) -> bool {
        let due = date.interval.as_ref().and_then(|interval| interval.end.as_deref());
        matches!((due, self.today()), (Some(due), Some(today)) if due <= today)
    }

    /// The sentence that ends where another begins, and where it begins.
    fn sentence_before(&self, start: usize) -> Option<(usize, &str)> {
        let head = self.of(self.block.span.start, start).trim_end_matches([' ', '。', '；', '\u{3000}']);
        let from = head.rfind(['。', '；', '！', '）']).map_or(0, |at| at + '。'.len_utf8());
        let words = &head[from..];
        (!words.is_empty() && words.len() <= NEAR).then_some((self.block.span.start + from, words))
    }

    /// The task that a limit is of: in the sentences before it, or in the lines above: 新建学校5所。责任单位：县教体局。
    fn task_before(&self, start: usize) -> Option<(usize, &str)> {
        let own = Span::new(self.block.span.start, start);
        let blocks = &self.found.structure.blocks;
        let at = blocks.partition_point(|block| block.span.start < own.start);
        let above = blocks[..at].iter().rev().take(ABOVE).take_while(|block| {
            let limit = times().limit.find(self.text(block.span)).is_some_and(|(at, _)| at == 0);
            matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph) && !limit
        });
        std::iter::once(own).chain(above.map(|block| block.span)).find_map(|place| self.task_in(place))
    }

    /// The task that a paragraph tells: what its item begins with, where that is an act; else what stands last.
    fn task_in(&self, place: Place) -> Option<(usize, &str)> {
        let text = self.text(place);
        let mut told: Vec<(usize, &str)> = Vec::new();
        let mut end = text.len();
        for words in text.rsplit(['。', '；', '！', '\n']).take(SENTENCES) {
            let from = end - words.len();
            let sentence = without_duty(words);
            if !title::trim(sentence).is_empty() {
                told.push((place.start + from, sentence));
            }
            if item_start(words).is_some() {
                break;
            }
            end = text[..from].char_indices().next_back().map_or(0, |(at, _)| at);
        }
        let acts = |(_, words): &&(usize, &str)| title::opens_with_verb(title::trim(words));
        let (from, words) = *told.last().filter(acts).or(told.first())?;
        (words.len() <= NEAR).then(|| (from, task(words)))
    }
}

/// Words up to those that say who is to see to it: 新建学校5所，[责任单位：县教体局].
fn without_duty(words: &str) -> &str {
    let Some((at, _)) = timeline().duty_label.find(words) else { return words };
    words[..at].trim_end_matches(['，', '；', '。', '、', ',', ';', ' ', '（', '('])
}

/// The clause of a task that tells the act, where one does: 学前教育提升：[新建幼儿园5所]，新增学位1200个.
fn task(words: &str) -> &str {
    let acts = |clause: &&str| {
        let clause = title::trim(clause);
        clause.chars().nth(3).is_some() && title::opens_with_verb(clause) && !is_subordinate(clause)
    };
    words.split(['，', '；', '：', ':']).find(acts).unwrap_or(words)
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
