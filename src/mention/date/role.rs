//! The part a date plays: event, deadline, frame of figures, dateline, or part of a title.

use super::Date;
use super::grammar::{Edge, Part, Year};
use crate::clean::Clean;
use crate::digits;
use crate::lexicon::cues::times;
use crate::lexicon::search::Search;
use crate::mention::{first_chars, last_bytes};
use crate::report::{Grain, Role};
use crate::structure::{Block, BlockKind, Mode};

/// True where 将 tells the future, and is no general: 大桥将于9月合龙, but not 副司令员陆明远少将来访.
fn says_will(clause: &str) -> bool {
    clause.match_indices('将').any(|(at, sign)| {
        let (before, behind) = (&clause[..at], &clause[at + sign.len()..]);
        let rank = before.ends_with(['少', '上', '中', '大'])
            && (behind.is_empty() || behind.starts_with(['在', '等', '来', '到', '率', '一', '、', '出']));
        !rank && !behind.starts_with(['军', '士', '领', '帅'])
    })
}

pub(super) fn of(date: &Date, block: &Block, clean: &Clean) -> Role {
    let before = last_bytes(&clean.text[block.span.start..date.span.start], 240);
    let after = first_chars(&clean.text[date.span.end..block.span.end], 120);
    let expression = &date.expression;
    match block.kind {
        BlockKind::Title => return Role::Name,
        BlockKind::Dateline if date.grain == Grain::Day => return Role::Meta,
        _ => {}
    }
    // The day under a signature.
    let alone = before.trim().is_empty() && after.trim().is_empty();
    if alone && matches!((expression.part, expression.year), (Part::Days(..), Year::Of(_))) {
        return Role::Meta;
    }
    let open = before.rfind('《');
    let in_title = open.is_some_and(|at| !before[at..].has("》")) && after.chars().take(80).any(|c| c == '》');
    let tail = after.trim_start_matches(['”', '"', '’', '」']);
    let named =
        matches!(expression.part, Part::Plan(_) | Part::Years(_) | Part::Through(_)) && expression.edge == Edge::In;
    // 获得2026年全国龙舟锦标赛承办权: the year is the contest's.
    let clause = after.split(['，', '。', '；', '、']).next().unwrap_or_default();
    let of_event = expression.part == Part::Whole
        && expression.edge == Edge::In
        && matches!(expression.year, Year::Of(_))
        && (times().held.suffix(before).is_some()
            || times().won_before.suffix(before.trim_end_matches('了')).is_some()
                && times().won_behind.suffix(clause).is_some());
    if in_title || of_event || named && times().plan_name.prefix(tail).is_some() {
        return Role::Name;
    }
    // 3月以来, 7月5日至今
    let undated = matches!(expression.part, Part::Undated(_) | Part::DayOffset(_));
    if expression.edge == Edge::Since && !undated {
        return Role::Period;
    }
    // 比“九五”末增长68%: what is compared with
    let held = before.trim_end_matches(['“', '"']).ends_with(['比', '较']);
    let plan_end = matches!(expression.part, Part::PlanEnd(_));
    if plan_end && held {
        return Role::Period;
    }
    if matches!(expression.edge, Edge::By | Edge::Before | Edge::Within) || plan_end {
        // 至10月底，全县完成财政收入5亿元: up to when, and no aim, where nothing in the sentence aims.
        let rest = after.split(['。', '；']).next().unwrap_or_default();
        let aims =
            times().planned.within(rest) || times().aims.within(rest) || times().planned.suffix(before).is_some();
        let counted = matches!(expression.part, Part::MonthEnd(_) | Part::Days(..) | Part::MonthDay(_));
        if counted && block.frame.mode == Mode::None && before.ends_with('至') && !aims {
            return Role::Period;
        }
        // 2022年以前，这里没有企业: of what lies behind, nothing is wanted.
        let behind = block.clock.date.is_some_and(|today| {
            date.interval
                .as_ref()
                .and_then(|interval| interval.end.as_deref())
                .is_some_and(|end| end < digits::day(today).as_str())
        });
        // 从2012年的732亿元到2018年突破千亿元, told in 2019
        let by_then = matches!(expression.year, Year::Of(_) | Year::Short(_))
            && matches!(expression.edge, Edge::Before | Edge::By);
        if behind && by_then && !aims && !times().done_by.within(rest) {
            return Role::Period;
        }
        // 由2010年的5200元增加到2015年的9800元, in news: told of, not wanted
        let clause = before.rsplit(['。', '；', '，']).next().unwrap_or_default();
        let raised = times().raised.suffix(clause).is_some() && clause.contains(['由', '从']);
        if expression.edge == Edge::By && raised && block.frame.mode == Mode::None && !times().aims.within(clause) {
            return Role::Period;
        }
        // 到2027年 in a review of 2024 lies ahead.
        let ahead = matches!(expression.year, Year::Of(y) if block.frame.years.is_some_and(|(_, to)| y > to + 1));
        return if expression.edge == Edge::By && block.frame.mode == Mode::Review && !ahead {
            Role::Period
        } else {
            Role::Deadline
        };
    }
    // 完成时限：12月底
    if times().limit.suffix(before.trim_end_matches(['：', ':'])).is_some() {
        return Role::Deadline;
    }
    let planned = block.frame.mode == Mode::Plan || times().planned.suffix(before).is_some();
    let clause = after.trim_start_matches(['，', ',']).split(['，', '。', '；', ',', '：']).next().unwrap_or_default();
    let acts = times().act.within(clause);
    let other_year = matches!(expression.year, Year::Of(y) if block.frame.mode == Mode::Plan && block.frame.years.is_some_and(|(_, to)| y > to));
    let hoped = says_will(clause)
        || other_year
        || times().hoped_behind.prefix(clause).is_some()
        || times().hoped_before.suffix(before).is_some();
    // 2025年10月交付, told in 2024
    let to_come = || {
        let today = block.clock.date.filter(|_| expression.edge == Edge::In);
        let start = date.interval.as_ref().and_then(|interval| interval.start.as_deref());
        today.zip(start).is_some_and(|(today, start)| start > digits::day(today).as_str())
    };
    let later = matches!(expression.year, Year::Offset(by) if by > 0)
        || matches!(expression.part, Part::Months(a, b) if a == b)
            && matches!(expression.year, Year::Of(_))
            && acts
            && to_come();
    let ahead = block.frame.mode == Mode::Plan || block.frame.mode == Mode::None;
    if tail.starts_with("远景目标") {
        return Role::Name;
    }
    match expression.part {
        // 7月当月: the month of a count
        Part::Months(..) if after.starts_with("当月") => Role::Period,
        Part::Months(a, b) if a == b && planned && acts => Role::Deadline,
        Part::Quarters(..) | Part::Half(_) | Part::End | Part::MonthEnd(_)
            if (planned || hoped || later) && acts && !(block.frame.mode == Mode::Review) =>
        {
            Role::Deadline
        }
        Part::Quarters(a, b) if a == b && ahead && acts && (clause.starts_with(['再', '将']) || hoped) => {
            Role::Deadline
        }
        Part::Whole | Part::Month(_)
            if (hoped || later)
                && acts
                && ahead
                && (later || other_year || matches!(expression.part, Part::Month(_))) =>
        {
            Role::Deadline
        }
        Part::Months(..) | Part::Days(..) | Part::TenDays(..) | Part::MonthTen(..) | Part::WeekDay(..)
            if (hoped || later) && ahead && !expression.statistical =>
        {
            Role::Deadline
        }
        // 本月底，将实现主体封顶
        Part::MonthLast(by) if by >= 0 && ahead && (planned || hoped) && acts => Role::Deadline,
        // 截至目前，全县建成大棚300个
        Part::DayOffset(0) if expression.edge == Edge::Since => Role::Period,
        Part::Undated(Grain::None) if expression.statistical || expression.edge == Edge::Since => Role::Period,
        // 用三年时间
        Part::Years(_) if before.ends_with('用') => Role::Deadline,
        Part::Undated(Grain::None) | Part::DayOffset(_) | Part::MonthDay(_) => Role::Event,
        Part::MonthOn(..) => {
            if planned || hoped {
                Role::Deadline
            } else {
                Role::Event
            }
        }
        Part::Days(..) | Part::MonthEnd(_) | Part::TenDays(..) if planned => Role::Deadline,
        // 水厂11月底通水: an act, and no stock of that day
        Part::MonthEnd(_)
            if acts && !before.ends_with(['至', '止']) && !clause.contains(|c: char| c.is_ascii_digit()) =>
        {
            Role::Event
        }
        Part::Days(..) | Part::TenDays(..) | Part::MonthDays(..) | Part::MonthTen(..) | Part::WeekDay(..) => {
            Role::Event
        }
        Part::Months(a, b) if a == b && (!expression.statistical || expression.edge == Edge::From) => {
            if planned && expression.year == Year::Frame { Role::Deadline } else { Role::Event }
        }
        _ => Role::Period,
    }
}
