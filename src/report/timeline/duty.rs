//! Duties that come again: 每季度召开一次经济运行分析会. Their title keeps how often.

use super::entry::Told;
use super::{aim, title};
use crate::lexicon::search::Search;
use crate::lexicon::timeline_cues::timeline;
use crate::mention::{Date, date};
use crate::report::scene::Scene;
use crate::report::{EntryKind, State};
use crate::span::Span;
use crate::structure::Mode;

/// Characters before 每年 that say whose duty it is.
const HEAD: usize = 14;

impl Scene<'_, '_> {
    /// True of 每年, 每季度, 每两年.
    pub(super) fn comes_again(&self, date: &Date) -> bool {
        matches!(date.expression.part, date::Part::Recurring(_))
            || matches!(date.expression.part, date::Part::Undated(_)) && self.text(date.span).starts_with('每')
    }

    /// What is done again and again, with the words that say how often.
    pub(super) fn duty(&self, date: &Date, head: &str, tail: &str, end: usize) -> Option<Told> {
        let head = aim::without_preposition(head);
        let act = title::trim(tail.trim_start_matches(['，', ',', ' ']));
        let cues = timeline();
        // 平均每年增长5%, 低保标准每月提高到570元: how much it is, and nothing that is done.
        let level = cues.grows.prefix(act).or_else(|| cues.level_of.prefix(act)).is_some();
        let averaged = cues.averaged_head.suffix(head).is_some() || head.contains(|c: char| c.is_ascii_digit());
        // 逐年提升的目标, 我每年作为代表
        let part = act.chars().skip(1).take(3).any(|c| c == '的') || head.has("我") || head.starts_with("所以");
        if level
            || part
            || averaged
            || head.chars().count() > HEAD
            || act.chars().count() < 4 && !tail.starts_with('一')
        {
            return None;
        }
        // 每月一调度: the whole is the name of a way to work.
        let named = tail.starts_with('一') && head.chars().nth(2).is_some();
        // 每月5日前报送进展, 每周五上午召开调度会
        let done = ["前", "上午", "下午"].iter().find_map(|word| act.strip_prefix(word)).unwrap_or(act);
        let acts = title::opens_with_verb(done) || cues.duty_act.prefix(done).is_some();
        if !(named || acts || act.has("次") || act.has("届")) {
            return None;
        }
        // 坚持每季度调度一次: of what, nobody says.
        if !named && !title::says_of_what(&format!("{head}{act}")) {
            return None;
        }
        let words = format!("{head}{}{tail}", self.text(date.span));
        let start = date.span.start - head.len().min(date.span.start);
        Some(Told { place: Span::new(start, end), words })
    }

    /// Kind and state of a duty.
    pub(super) fn recurring(&self) -> (EntryKind, State) {
        let planned = self.block.frame.mode == Mode::Plan;
        (EntryKind::Recurring, if planned { State::Planned } else { State::Ongoing })
    }
}
