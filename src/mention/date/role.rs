//! The part a date plays: event, deadline, frame of figures, dateline, or part of a title.

use super::Date;
use super::deed::{does_once, is_of_held, is_told};
use super::grammar::{Edge, Part, Year};
use crate::clean::Clean;
use crate::digits;
use crate::lexicon::cues::{frames, times};
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

/// True of a title that names a document.
fn is_named(title: &str) -> bool {
    let bare = title.trim_matches(['*', '#', ' ']).trim_end_matches(['》', '”', '）', ')']);
    frames().document_end.suffix(bare).is_some()
        || title.has("《")
        || title.starts_with("title:")
        || title.has("报告")
        || title.has("公报")
}

/// Characters of the longest line that says when and where something was read.
const LINE: usize = 60;

/// True of the day on which a page or a message appeared: alone under a signature, 发布时间：2024-03-05,
/// 新华社岚江3月15日电, ——2024年1月14日在……会议上.
fn is_of_page(date: &Date, before: &str, after: &str, line: &str) -> bool {
    let full = matches!((date.expression.part, date.expression.year), (Part::Days(..), Year::Of(_)));
    let (head, tail) = (before.trim(), after.trim());
    let first = || head.trim_start_matches(['(', '（', '[', '【', '-', '—', '*', ' ']).is_empty();
    if full && (head.is_empty() && tail.is_empty() || first() && head.ends_with(['[', '【'])) {
        return true;
    }
    // The clock stands behind the day of a page alone.
    let label = || {
        head.trim_end_matches(['：', ':']).len() < head.len() && {
            let label = head.trim_end_matches(['：', ':']);
            frames().published.suffix(label).is_some_and(|word| word.ends_with(['间', '期']))
        }
    };
    let wired = || {
        let message = ["电", "讯", "消息"].iter().find_map(|word| after.strip_prefix(word));
        let opens =
            |behind: &str| behind.is_empty() || behind.starts_with(['（', '(', '，', '：', ':', '题', ' ', '　', ',']);
        message.is_some_and(opens) && head.chars().count() <= WIRE && !head.contains(['，', '。', ','])
    };
    let read = || {
        let short = line.chars().nth(LINE).is_none() && !line.contains(['。', '，']);
        short && first() && frames().given_at.suffix(tail.trim_end_matches(['）', ')', '*', ' '])).is_some()
    };
    let day = matches!(date.expression.part, Part::Days(..) | Part::MonthDay(_));
    full && (label() || read()) || day && wired()
}

/// Characters of the longest name of an agency with its place before the day.
const WIRE: usize = 14;

/// True where what follows a month measures it: it grows or falls, and nothing opens or begins.
fn is_measured(after: &str) -> bool {
    let sentence = after.trim_start_matches(['，', ',']).split(['。', '；']).next().unwrap_or_default();
    let clause = sentence.split(['，', ',']).next().unwrap_or_default();
    times().measured.within(sentence) && !times().act.within(clause) && !times().once.within(clause)
}

/// True of a day that the document's own is not before.
fn is_over(date: &Date, block: &Block) -> bool {
    let end = date.interval.as_ref().and_then(|interval| interval.end.as_deref());
    end.zip(block.clock.date).is_some_and(|(end, today)| end <= digits::day(today).as_str())
}

/// True of a day up to which something is counted, or on which a stock is.
fn is_of_stock(before: &str, clause: &str) -> bool {
    let upto = times().upto.suffix(before).is_some();
    clause.contains(|c: char| c.is_ascii_digit()) && (upto || times().stock.within(clause))
}

/// True of a year that is not over where its clause plans or promises.
fn is_wanted(date: &Date, before: &str, block: &Block, told: bool) -> bool {
    let clause = before.rsplit(['。', '；', '，', ',']).next().unwrap_or_default();
    let still = date.end_year().zip(block.clock.base_year).is_some_and(|(end, base)| end >= base);
    let news = block.frame.mode == Mode::None;
    news && still && matches!(date.expression.year, Year::Of(_)) && (told || times().planned.within(clause))
}

pub(super) fn of(date: &Date, block: &Block, clean: &Clean) -> Role {
    let before = last_bytes(&clean.text[block.span.start..date.span.start], 240);
    let after = first_chars(&clean.text[date.span.end..block.span.end], 120);
    let expression = &date.expression;
    match block.kind {
        // 青沅县2024年政府工作报告 has a year in its name; 青沅县一季度增长8% is told in a headline.
        BlockKind::Title if is_named(block.span.of(&clean.text)) => return Role::Name,
        BlockKind::Dateline if date.grain == Grain::Day => return Role::Meta,
        _ => {}
    }
    // 青沅县项目建设提速 2024-03-05 12:43: the page's own day behind its headline
    let stamped = || date.span.of(&clean.text).contains(['-', '/']) && after.trim().is_empty();
    let full = matches!((expression.part, expression.year), (Part::Days(..), Year::Of(_)));
    if block.kind == BlockKind::Title && full && stamped() {
        return Role::Meta;
    }
    if is_of_page(date, before, after, block.span.of(&clean.text)) {
        return Role::Meta;
    }
    let open = before.last_place_of("《");
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
    // “三年跨越计划”, 列入“十一五”《水库建设规划》
    let quoted = || {
        let inner = after.split(['”', '"', '」']).next().unwrap_or_default();
        let short = !inner.is_empty() && inner.len() < after.len() && inner.chars().count() <= 10;
        tail.starts_with('《')
            || short && before.ends_with(['“', '"', '「']) && times().plan_name.suffix(inner).is_some()
    };
    if in_title || of_event || named && (times().plan_name.prefix(tail).is_some() || quoted()) {
        return Role::Name;
    }
    // 继2003年后再次荣获…: what was before is only named.
    if before.ends_with('继') && after.trim_start_matches('之').starts_with('后') {
        return Role::Name;
    }
    // 3月以来, 7月5日至今
    let undated = matches!(expression.part, Part::Undated(_) | Part::DayOffset(_));
    if expression.edge == Edge::Since && !undated {
        return Role::Period;
    }
    // 比“九五”末增长68%: what is compared with
    let held = before.trim_end_matches(['“', '"']).ends_with(['比', '较', '由', '从']);
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
        // 春节前夕，县领导走访困难群众: told, not promised
        let hoped = times().hoped_before.suffix(before).is_some() || rest.starts_with('可');
        if undated
            && expression.edge == Edge::Before
            && block.frame.mode != Mode::Plan
            && !aims
            && !hoped
            && !says_will(rest)
        {
            return Role::Event;
        }
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
    // 截止今年3月，注册志愿者8.6万人: up to when it was counted
    if times().upto.suffix(before).is_some() && block.frame.mode != Mode::Plan && is_over(date, block) {
        return Role::Period;
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
        Part::Months(a, b) if a == b && planned && acts && !is_over(date, block) => Role::Deadline,
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
        // 12月26日，大会开幕, in news of that day, whatever it goes on to plan
        Part::Days(..) if planned && is_over(date, block) => Role::Event,
        Part::Days(..) | Part::MonthEnd(_) | Part::TenDays(..) if planned => Role::Deadline,
        // 水厂11月底通水: an act, and no stock of that day
        Part::MonthEnd(_)
            if acts && !before.ends_with(['至', '止']) && !clause.contains(|c: char| c.is_ascii_digit()) =>
        {
            Role::Event
        }
        // 去年底，全线贯通
        Part::End if acts && block.frame.mode == Mode::None && is_over(date, block) && does_once(after) => Role::Event,
        // 截至12月31日，存款余额326亿元: the day of a stock
        Part::Days(..) if is_of_stock(before, clause) => Role::Period,
        Part::Days(..) | Part::TenDays(..) | Part::MonthDays(..) | Part::MonthTen(..) | Part::WeekDay(..) => {
            Role::Event
        }
        // 4月的岚江; 11月，规上工业增加值同比增长4.5%
        Part::Months(a, b)
            if a == b
                && block.frame.mode == Mode::None
                && expression.edge == Edge::In
                && (after.starts_with('的') || is_measured(after)) =>
        {
            Role::Period
        }
        Part::Months(a, b) if a == b && (!expression.statistical || expression.edge == Edge::From) => {
            let due = planned && expression.year == Year::Frame && !is_over(date, block);
            if due { Role::Deadline } else { Role::Event }
        }
        // 确保大桥、港口在2026年和2027年相继建成
        Part::Whole
            if acts
                && expression.edge == Edge::In
                && is_wanted(date, before, block, planned || times().hoped_before.suffix(before).is_some()) =>
        {
            Role::Deadline
        }
        // 三季度，岚水大桥开工; 该园于2016年立项; 3月2日，全县举行一季度项目集中开工活动 has its day
        _ if is_of_held(date, before, after) => {
            let whole = expression.part == Part::Whole && !after.starts_with(['第', '首']);
            if matches!(expression.year, Year::Of(_)) && !whole { Role::Name } else { Role::Period }
        }
        _ if is_told(date, before, after, block) => Role::Event,
        _ => Role::Period,
    }
}
