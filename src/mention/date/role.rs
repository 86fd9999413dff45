//! The part a date plays: event, deadline, frame of figures, dateline, or part of a title.

use super::Date;
use super::grammar::{Edge, Part, Year};
use crate::clean::Clean;
use crate::mention::{first_chars, last_bytes};
use crate::report::{Grain, Role};
use crate::structure::{Block, BlockKind, Mode};

/// Words that make a plan's period part of its name: 三年行动计划, “十三五”规划.
const NAMES: [&str; 12] =
    ["规划", "计划", "行动", "攻坚", "纲要", "工程", "方案", "改革行动", "滚动", "倍增", "专项", "愿景"];

pub(super) fn of(date: &Date, block: &Block, clean: &Clean) -> Role {
    let before = last_bytes(&clean.text[block.span.start..date.span.start], 240);
    let after = first_chars(&clean.text[date.span.end..block.span.end], 120);
    let expression = &date.expression;
    match block.kind {
        BlockKind::Title => return Role::Name,
        BlockKind::Dateline if date.grain == Grain::Day => return Role::Meta,
        _ => {}
    }
    let open = before.rfind('《');
    let in_title = open.is_some_and(|at| !before[at..].contains('》')) && after.chars().take(80).any(|c| c == '》');
    let tail = after.trim_start_matches(['”', '"', '’', '」']);
    let named =
        matches!(expression.part, Part::Plan(_) | Part::Years(_) | Part::Through(_)) && expression.edge == Edge::In;
    if in_title || named && NAMES.iter().any(|word| tail.starts_with(word)) {
        return Role::Name;
    }
    if matches!(expression.edge, Edge::By | Edge::Before | Edge::Within) || matches!(expression.part, Part::PlanEnd(_))
    {
        // 到2027年 in a review of 2024 lies ahead.
        let ahead = matches!(expression.year, Year::Of(y) if block.frame.years.is_some_and(|(_, to)| y > to + 1));
        return if expression.edge == Edge::By && block.frame.mode == Mode::Review && !ahead {
            Role::Period
        } else {
            Role::Deadline
        };
    }
    let planned = block.frame.mode == Mode::Plan
        || ["计划", "将于", "拟于", "力争", "确保", "争取", "力争在", "确保在", "争取在", "有望"]
            .iter()
            .any(|word| before.ends_with(word));
    let clause = after.trim_start_matches(['，', ',']).split(['，', '。', '；', ',', '：']).next().unwrap_or_default();
    let acts = [
        "完成", "建成", "启动", "投产", "投用", "竣工", "开工", "营业", "运营", "招标", "通车", "达产", "完工", "投入",
        "发放", "实现", "贯通", "组织", "交付", "封顶", "落地", "上市", "开放", "出台", "动工", "建设", "举办",
    ]
    .iter()
    .any(|w| clause.contains(w));
    let other_year = matches!(expression.year, Year::Of(y) if block.frame.mode == Mode::Plan && block.frame.years.is_some_and(|(_, to)| y > to));
    let hoped = clause.contains('将')
        || other_year
        || clause.starts_with(['将', '可', '拟'])
        || clause.starts_with("有望")
        || clause.starts_with("要")
        || before.ends_with("预计")
        || before.ends_with("计划")
        || before.ends_with("将于")
        || before.ends_with("拟于");
    let later = matches!(expression.year, Year::Offset(by) if by > 0);
    let ahead = block.frame.mode == Mode::Plan || block.frame.mode == Mode::None;
    if tail.starts_with("远景目标") {
        return Role::Name;
    }
    match expression.part {
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
        Part::Months(..) | Part::Days(..) | Part::TenDays(..)
            if (hoped || later) && ahead && !expression.statistical =>
        {
            Role::Deadline
        }
        Part::Undated(Grain::None) if expression.statistical => Role::Period,
        Part::Years(_) if ["用", "利用", "力争用", "争取用"].iter().any(|word| before.ends_with(word)) => {
            Role::Deadline
        }
        Part::Undated(Grain::None) | Part::DayOffset(_) | Part::MonthDay(_) => Role::Event,
        Part::Days(..) | Part::MonthEnd(_) | Part::TenDays(..) if planned => Role::Deadline,
        Part::Days(..) | Part::TenDays(..) => Role::Event,
        Part::Months(a, b) if a == b && !expression.statistical => {
            if planned && expression.year == Year::Frame {
                Role::Deadline
            } else {
                Role::Event
            }
        }
        _ => Role::Period,
    }
}
