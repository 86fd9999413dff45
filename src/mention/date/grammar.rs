//! The grammar of dates: which expression of time stands at a place.
//!
//! A parser takes a text and gives what it read and the rest. Nothing is resolved here: 去年 stays "the year before".

use crate::lexicon::numeral;
use crate::report::{Every, Grain};

/// Which year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    /// 2020年
    Of(i32),
    /// 今年 0, 去年 -1: from the document's own year.
    Offset(i32),
    /// 上年 -1: from the year under discussion.
    Prior(i32),
    /// 全年, 一季度: the year under discussion.
    Frame,
}

/// A day within a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) month: i8,
    pub(crate) day: i8,
}

/// Which part of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Whole,
    Months(i8, i8),
    Quarters(i8, i8),
    Half(i8),
    Days(Day, Day),
    /// 年底, 年末
    End,
    /// 年初
    Start,
    /// 上旬 0, 中旬 1, 下旬 2 of a month
    TenDays(i8, i8),
    MonthEnd(i8),
    /// From the written year to this one.
    Through(i32),
    /// “十四五”: the plan's number.
    Plan(i32),
    PlanEnd(i32),
    PlanStart(i32),
    /// 过去五年, 五年来, 近三年: so many years up to the frame.
    Past(i32),
    /// 今后五年
    Coming(i32),
    /// 80年代, 本世纪末: first and last year.
    Span(i32, i32),
    /// 本月 0, 上月 -1: from the document's month.
    Month(i32),
    /// 今天 0, 昨天 -1: from the document's day.
    DayOffset(i32),
    /// 日前, 三年: time without a date.
    Undated(Grain),
    /// 三年: a span without a first year, unless the part speaks of just so many.
    Years(i32),
    Recurring(Every),
}

/// Where the expression stands to the time it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    In,
    /// 到2025年
    By,
    /// 年底前
    Before,
    /// 年内
    Within,
    /// 以来
    Since,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Expression {
    pub(crate) year: Year,
    pub(crate) part: Part,
    pub(crate) edge: Edge,
    /// 份 follows a month, or months make a span: figures are told by them.
    pub(crate) statistical: bool,
}

impl Expression {
    fn new(year: Year, part: Part) -> Self {
        Expression { year, part, edge: Edge::In, statistical: false }
    }

    pub(crate) fn grain(&self) -> Grain {
        match self.part {
            Part::Whole | Part::Start => Grain::Year,
            Part::Months(a, b) if a == b => Grain::Month,
            Part::Months(1, 6) | Part::Half(_) => Grain::Half,
            Part::Months(..) | Part::Month(_) | Part::TenDays(..) => Grain::Month,
            Part::Quarters(..) => Grain::Quarter,
            Part::Days(..) | Part::End | Part::MonthEnd(_) | Part::DayOffset(_) | Part::PlanEnd(_) => Grain::Day,
            Part::Plan(_) => Grain::Plan,
            Part::PlanStart(_) => Grain::Year,
            Part::Through(_) | Part::Past(_) | Part::Coming(_) | Part::Span(..) => Grain::Years,
            Part::Undated(grain) => grain,
            Part::Years(_) => Grain::Years,
            Part::Recurring(_) => Grain::None,
        }
    }
}

/// The first of the words that the text begins with, and its length.
fn one_of<T: Copy>(text: &str, words: &[(&str, T)]) -> Option<(T, usize)> {
    words.iter().find(|(word, _)| text.starts_with(word)).map(|(_, value)| (*value, word_len(text, words, *value)))
}

fn word_len<T: Copy>(text: &str, words: &[(&str, T)], _: T) -> usize {
    words.iter().find(|(word, _)| text.starts_with(word)).map_or(0, |(word, _)| word.len())
}

/// A whole number below 10,000 in either writing.
fn number(text: &str) -> Option<(i32, usize)> {
    let n = numeral::numeral(text)?;
    let plain = n.scale.is_empty() && !n.more && !n.written.contains(['.', ',', '点', '-', '+']);
    let value = n.value.to_i32()?;
    (plain && (0..10_000).contains(&value)).then_some((value, n.len))
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\u{3000}']).len()
}

const FESTIVALS: &[(&str, ())] =
    &[("春节", ()), ("国庆", ()), ("中秋", ()), ("元旦", ()), ("端午", ()), ("五一", ()), ("两节", ()), ("元宵", ())];

const DASHES: [&str; 9] = ["——", "—", "－", "-", "–", "~", "～", "至", "到"];

fn dash(text: &str) -> Option<usize> {
    DASHES.iter().find(|d| text.starts_with(**d)).map(|d| d.len())
}

/// Reads an expression at the start of `text`; gives it, its length, and how many bytes of `before` belong to it (到, 截至).
pub(super) fn parse(text: &str, before: &str) -> Option<(Expression, usize, usize)> {
    let (mut expression, mut len) = core(text, before)?;
    let mut back = 0;
    let rest = &text[len..];
    if let Some((edge, taken)) = one_of(
        rest,
        &[
            ("以来", Edge::Since),
            ("年底前", Edge::Before),
            ("底以前", Edge::Before),
            ("之前", Edge::Before),
            ("以前", Edge::Before),
            ("前夕", Edge::Before),
            ("之内", Edge::Within),
            ("内", Edge::Within),
            ("期间", Edge::In),
            ("时期", Edge::In),
        ],
    ) {
        let plan = matches!(expression.part, Part::Plan(_));
        let blocked = rest.starts_with("内")
            && ["内蒙", "内需", "内部", "内外", "内生", "内陆", "内河", "内涝"].iter().any(|w| rest.starts_with(w));
        if !(blocked || matches!(edge, Edge::In) && !plan) {
            expression.edge = edge;
            len += taken;
        }
    } else if rest.starts_with('前')
        && !rest[3..].starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十两".contains(c))
        && ![
            "前列", "前茅", "前沿", "前景", "前瞻", "前所", "前期", "前三", "前五", "前十", "前移", "前置", "前行",
            "前进",
        ]
        .iter()
        .any(|w| rest.starts_with(w))
        && !matches!(expression.part, Part::Recurring(_))
    {
        expression.edge = Edge::Before;
        len += '前'.len_utf8();
    }
    if matches!(expression.part, Part::Past(_) | Part::Coming(_)) {
        let lead = ["最近", "过去的", "过去", "今后的", "今后", "未来的", "未来", "这", "近"];
        back = lead.iter().find(|word| before.ends_with(**word)).map_or(0, |word| word.len());
    }
    let undated = matches!(expression.part, Part::Undated(_) | Part::Recurring(_));
    if !undated && (expression.edge == Edge::In || matches!(expression.part, Part::PlanEnd(_))) {
        for word in ["截至", "截止", "截止到", "到", "至"] {
            let verb = before.strip_suffix("到").is_some_and(|head| {
                head.ends_with([
                    '长', '加', '高', '升', '降', '少', '大', '展', '缩', '减', '达', '得', '增', '受', '看', '感',
                    '直', '做', '落', '跌', '升', '整', '压', '扩', '短', '化',
                ])
            });
            let unquoted = before
                .strip_suffix(['“', '"'])
                .filter(|_| matches!(expression.part, Part::Plan(_) | Part::PlanEnd(_)))
                .unwrap_or(before);
            let quote = before.len() - unquoted.len();
            let before = unquoted;
            if before.ends_with(word)
                && !verb
                && !ends_with_any(
                    before,
                    &[
                        "达到",
                        "得到",
                        "增到",
                        "增加到",
                        "提高到",
                        "上升到",
                        "下降到",
                        "做到",
                        "看到",
                        "直到",
                        "降到",
                        "扩大到",
                        "发展到",
                        "感到",
                        "受到",
                    ],
                )
            {
                if matches!(word, "到" | "至") {
                    expression.edge = Edge::By;
                }
                if word == "到" && !ends_with_any(before, &["截止到"]) {
                    back = word.len() + quote;
                }
                break;
            }
        }
    }
    Some((expression, len, back))
}

fn ends_with_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

fn core(text: &str, before: &str) -> Option<(Expression, usize)> {
    let first = text.chars().next()?;
    // 第七个五年计划
    if let Some((n, len, tail)) = text.strip_prefix('第').and_then(|t| number(t).map(|(n, l)| (n, l, &t[l..]))) {
        let taken = ["个五年计划", "个五年规划", "个五年"].iter().find(|w| tail.starts_with(**w));
        if let Some(taken) = taken.filter(|_| (1..=20).contains(&n)) {
            return Some((Expression::new(Year::Frame, Part::Plan(n)), 3 + len + taken.len()));
        }
    }
    if first.is_ascii_digit() {
        // 12.3月 or 1,234年 are no dates: the number must begin here and be whole.
        if before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':' | '∶')) {
            return None;
        }
        if before.strip_suffix(',').is_some_and(|head| {
            head.ends_with(|c: char| c.is_ascii_digit())
                && text.as_bytes().iter().take_while(|b| b.is_ascii_digit()).count() == 3
        }) {
            return None;
        }
        return iso(text).or_else(|| written(text, before));
    }
    plan(text, before).or_else(|| written(text, before)).or_else(|| word(text, before))
}

/// 2021-10-01, 2021/10/01, 2021.10.1, with a time of day behind.
fn iso(text: &str) -> Option<(Expression, usize)> {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    let value = |from: usize, len: usize| text.get(from..from + len)?.parse::<i32>().ok();
    if digits(0) != 4 {
        return None;
    }
    let year = value(0, 4).filter(|y| (1900..=2100).contains(y))?;
    let separator = *bytes.get(4).filter(|b| matches!(b, b'-' | b'/' | b'.'))?;
    let month_len = digits(5);
    let month = value(5, month_len).filter(|m| (1..=12).contains(m) && month_len <= 2)?;
    let at = 5 + month_len;
    if *bytes.get(at)? != separator {
        return None;
    }
    let day_len = digits(at + 1);
    let day = value(at + 1, day_len).filter(|d| (1..=31).contains(d) && day_len <= 2)?;
    let end = at + 1 + day_len;
    let day = Day { month: month as i8, day: day as i8 };
    Some((Expression::new(Year::Of(year), Part::Days(day, day)), end + clock(&text[end..])))
}

/// A time of day behind a date: " 09:04", "9时30分".
fn clock(text: &str) -> usize {
    let gap = spaces(text);
    let rest = &text[gap..];
    let bytes = rest.as_bytes();
    let digits = |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|b| b.is_ascii_digit()).count();
    let hour = digits(0);
    if (1..=2).contains(&hour) && bytes.get(hour) == Some(&b':') && digits(hour + 1) == 2 {
        let mut end = hour + 3;
        if bytes.get(end) == Some(&b':') && digits(end + 1) == 2 {
            end += 3;
        }
        return gap + end;
    }
    0
}

/// Dates that begin with a number: 2020年4月29日, 二〇二一年, 4月, 1-9月, 一季度, 2018—2022年, 五年.
fn written(text: &str, before: &str) -> Option<(Expression, usize)> {
    let (n, len) = number(text)?;
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    let gap = spaces(&text[len..]);
    let rest = &text[len + gap..];
    let at = len + gap;
    let spelled_year = !digits && len == 12 && (1900..=2100).contains(&n);
    let is_year = (digits && len == 4 || spelled_year) && (1900..=2100).contains(&n);
    if is_year {
        if let Some(after) = rest.strip_prefix('年') {
            if after.starts_with('代') {
                return Some((Expression::new(Year::Of(n), Part::Span(n, n + 9)), at + 6));
            }
            return Some(year_part(Year::Of(n), text, at + 3));
        }
        // 1992、1993年
        if rest.starts_with(['、', '和']) {
            let (next, next_len) = number(&rest[3..])?;
            let same = (1900..=2100).contains(&next) && rest[3 + next_len..].starts_with('年');
            return same.then(|| (Expression::new(Year::Of(n), Part::Whole), len));
        }
        // 2018—2022年
        if let Some(dash_len) = dash(rest) {
            let (last, last_len) = number(&rest[dash_len..])?;
            let tail = &rest[dash_len + last_len..];
            let last = if last < 100 && last_len <= 6 { n / 100 * 100 + last } else { last };
            if tail.starts_with('年') && (n..=2100).contains(&last) && last - n < 80 {
                return Some((Expression::new(Year::Of(n), Part::Through(last)), at + dash_len + last_len + 3));
            }
        }
        return None;
    }
    // 月, 月份, 月底; 1-9月; 4月29日
    if (1..=12).contains(&n)
        && (digits && len <= 2 || !digits)
        && let Some((month, taken)) = months(n, rest, before)
    {
        return Some((Expression { statistical: month.1, ..Expression::new(Year::Frame, month.0) }, at + taken));
    }
    if (1..=4).contains(&n)
        && let Some((part, taken)) = quarters(n, rest)
    {
        return Some((Expression::new(Year::Frame, part), at + taken));
    }
    if let Some(after) = rest.strip_prefix("年代") {
        let _ = after;
        let decade = if n < 100 && n % 10 == 0 { Some(if n < 50 { 2000 + n } else { 1900 + n }) } else { None };
        return decade.map(|d| (Expression::new(Year::Of(d), Part::Span(d, d + 9)), at + 6));
    }
    if let Some(after) = rest.strip_prefix('年') {
        return years(n, after, before).map(|(part, taken)| (Expression::new(Year::Frame, part), at + 3 + taken));
    }
    None
}

/// What follows a year: 4月29日, 一季度, 上半年, 底, 末, 初, 度, 至2020年.
fn year_part(year: Year, text: &str, at: usize) -> (Expression, usize) {
    let whole = (Expression::new(year, Part::Whole), at);
    let gap = spaces(&text[at..]);
    let rest = &text[at + gap..];
    let at_rest = at + gap;
    if let Year::Of(first) = year {
        // 2018年至2020年, 2018年—2020年
        if let Some(dash_len) = dash(rest)
            && let Some((last, last_len)) = number(&rest[dash_len..])
        {
            let tail = &rest[dash_len + last_len..];
            if tail.starts_with('年') && (first + 1..=2100).contains(&last) && last - first < 80 {
                return (Expression::new(year, Part::Through(last)), at_rest + dash_len + last_len + 3);
            }
        }
    }
    // 今年前7个月
    if let Some((part, taken)) = first_months(rest) {
        return (Expression { statistical: true, ..Expression::new(year, part) }, at_rest + taken);
    }
    if let Some((n, len)) = number(rest) {
        let inner = spaces(&rest[len..]);
        let tail = &rest[len + inner..];
        if (1..=12).contains(&n)
            && let Some(((part, statistical), taken)) = months(n, tail, "")
        {
            let mut end = at_rest + len + inner + taken;
            if matches!(part, Part::Days(..)) {
                end += clock(&text[end..]);
            }
            return (Expression { statistical, ..Expression::new(year, part) }, end);
        }
        if (1..=4).contains(&n)
            && let Some((part, taken)) = quarters(n, tail)
        {
            return (Expression::new(year, part), at_rest + len + inner + taken);
        }
        return whole;
    }
    if let Some((part, taken)) = one_of(
        rest,
        &[
            ("年底", Part::End),
            ("年末", Part::End),
            ("底", Part::End),
            ("末", Part::End),
            ("初", Part::Start),
            ("年初", Part::Start),
            ("上半年", Part::Half(1)),
            ("下半年", Part::Half(2)),
            ("前三季度", Part::Quarters(1, 3)),
            ("前三个季度", Part::Quarters(1, 3)),
            ("第一季度", Part::Quarters(1, 1)),
            ("第二季度", Part::Quarters(2, 2)),
            ("第三季度", Part::Quarters(3, 3)),
            ("第四季度", Part::Quarters(4, 4)),
            ("首季", Part::Quarters(1, 1)),
            ("年度", Part::Whole),
            ("度", Part::Whole),
            ("全年", Part::Whole),
            ("同期", Part::Whole),
        ],
    ) {
        let blocked = ["末端", "底线", "底部", "底子", "度过", "度假", "初步", "初级", "底气", "底色"]
            .iter()
            .any(|w| rest.starts_with(w));
        if !blocked {
            return (Expression::new(year, part), at_rest + taken);
        }
    }
    whole
}

/// 月 with what follows; `n` is the month, `rest` begins behind the number. Gives the part, whether it frames figures, and the length.
fn months(n: i32, rest: &str, before: &str) -> Option<((Part, bool), usize)> {
    let month = n as i8;
    if let Some(tail) = rest.strip_prefix('月') {
        let gap = spaces(tail);
        let day = number(&tail[gap..]).filter(|(d, len)| (1..=31).contains(d) && *len <= 9);
        if let Some((d, day_len)) = day {
            let after = &tail[gap + day_len..];
            let first = Day { month, day: d as i8 };
            if let Some(mark) = ['日', '号'].iter().find(|m| after.starts_with(**m)) {
                let taken = 3 + gap + day_len + mark.len_utf8();
                // 3月5日至11日, 3月5日至4月2日
                let more = &after[mark.len_utf8()..];
                if let Some(dash_len) = dash(more)
                    && let Some((last, len)) = day_or_month_day(&more[dash_len..], month)
                {
                    return Some(((Part::Days(first, last), false), taken + dash_len + len));
                }
                return Some(((Part::Days(first, first), false), taken));
            }
            if let Some(dash_len) = dash(after) {
                // 3月5-11日
                if let Some((last, len)) = day_or_month_day(&after[dash_len..], month) {
                    return Some(((Part::Days(first, last), false), 3 + gap + day_len + dash_len + len));
                }
            }
        }
        let (part, taken, statistical) = if tail.starts_with("上旬") {
            (Part::TenDays(month, 0), 6, false)
        } else if tail.starts_with("中旬") {
            (Part::TenDays(month, 1), 6, false)
        } else if tail.starts_with("下旬") {
            (Part::TenDays(month, 2), 6, false)
        } else if tail.starts_with("底") || tail.starts_with("末") {
            (Part::MonthEnd(month), 3, false)
        } else if tail.starts_with('初') && !tail.starts_with("初步") {
            (Part::TenDays(month, 0), 3, false)
        } else if tail.starts_with('份') {
            (Part::Months(month, month), 3, true)
        } else if let Some((dash_len, (last, len))) = dash(tail).and_then(|d| Some((d, number(&tail[d..])?))) {
            if tail[dash_len + len..].starts_with('月') && (n..=12).contains(&last) {
                let extra = if tail[dash_len + len + 3..].starts_with('份') { 3 } else { 0 };
                (Part::Months(month, last as i8), dash_len + len + 3 + extra, true)
            } else {
                (Part::Months(month, month), 0, false)
            }
        } else {
            (Part::Months(month, month), 0, false)
        };
        return Some(((part, statistical), 3 + taken));
    }
    // 1-9月
    let dash_len = dash(rest)?;
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (last, len) = number(&rest[dash_len..])?;
    let tail = &rest[dash_len + len..];
    if (n + 1..=12).contains(&last) && tail.starts_with('月') {
        let extra = if tail[3..].starts_with('份') { 3 } else { 0 };
        return Some(((Part::Months(month, last as i8), true), dash_len + len + 3 + extra));
    }
    None
}

/// 前5个月
fn first_months(text: &str) -> Option<(Part, usize)> {
    let tail = text.strip_prefix('前')?;
    let (n, len) = number(tail).filter(|(n, _)| (1..=12).contains(n))?;
    let unit = ["个月", "月"].iter().find(|u| tail[len..].starts_with(**u))?;
    Some((Part::Months(1, n as i8), 3 + len + unit.len()))
}

fn day_or_month_day(text: &str, month: i8) -> Option<(Day, usize)> {
    let (n, len) = number(text)?;
    let rest = &text[len..];
    if rest.starts_with('日') && (1..=31).contains(&n) {
        return Some((Day { month, day: n as i8 }, len + 3));
    }
    let (day, day_len) = number(rest.strip_prefix('月')?)?;
    let end = len + 3 + day_len;
    (text[end..].starts_with('日') && (1..=12).contains(&n) && (1..=31).contains(&day))
        .then_some((Day { month: n as i8, day: day as i8 }, end + 3))
}

fn quarters(n: i32, rest: &str) -> Option<(Part, usize)> {
    let q = n as i8;
    if let Some(tail) = rest.strip_prefix("季度") {
        if tail.starts_with(['末', '底']) {
            return Some((Part::MonthEnd(q * 3), 9));
        }
        return Some((Part::Quarters(q, q), 6));
    }
    if rest.starts_with("个季度") {
        return None;
    }
    // 一、二季度; 一至三季度
    let gap = if rest.starts_with('、') { 3 } else { dash(rest)? };
    let (last, len) = number(&rest[gap..])?;
    (rest[gap + len..].starts_with("季度") && (n + 1..=4).contains(&last))
        .then_some((Part::Quarters(q, last as i8), gap + len + 6))
}

/// A span of years: 五年来, 过去五年, 近三年, 用三年时间; `after` begins behind 年.
fn years(n: i32, after: &str, before: &str) -> Option<(Part, usize)> {
    if n == 0
        || n > 100
        || after.starts_with(['级', '制', '龄', '产', '均', '检', '报', '薪', '租']) && !after.starts_with("级")
    {
        return None;
    }
    if before.ends_with('第')
        || n == 100
        || n == 1
            && !after.starts_with(['来', '时', '以'])
            && !ends_with_any(before, &["过去", "过去的", "这", "近", "用", "最近"])
    {
        return None;
    }
    if ends_with_any(before, &["学前", "提前", "推迟"])
        || after.starts_with("内乱")
        || after.starts_with("义务")
        || after.starts_with("一贯")
        || after.starts_with("动乱")
    {
        return None;
    }
    if after.starts_with("一遇") || after.starts_with("级") {
        return None;
    }
    if after.starts_with('间') && !after.starts_with("间隔") {
        return Some((Part::Past(n), 3));
    }
    if after.starts_with('来') || after.starts_with("以来") {
        let taken = if after.starts_with('来') { 3 } else { 0 };
        return Some((Part::Past(n), taken));
    }
    if ends_with_any(before, &["过去", "过去的", "这", "近", "最近", "本届政府", "前", "上一届", "五年前"])
    {
        return Some((Part::Past(n), 0));
    }
    if ends_with_any(before, &["今后", "未来", "今后的", "未来的", "下一个", "往后"]) {
        return Some((Part::Coming(n), 0));
    }
    let taken = if after.starts_with("时间") { 6 } else { 0 };
    if n == 1 && taken > 0 && !before.ends_with(['用', '花', '以', '需']) {
        return Some((Part::Past(1), taken));
    }
    Some((Part::Years(n), taken))
}

/// “十四五”, “八五”计划: quoted, or followed by a word that only a plan has.
fn plan(text: &str, before: &str) -> Option<(Expression, usize)> {
    let (digits, len) = one_of(
        text,
        &[
            ("十二五", 12),
            ("十三五", 13),
            ("十四五", 14),
            ("十五五", 15),
            ("十六五", 16),
            ("十一五", 11),
            ("十五", 10),
            ("一五", 1),
            ("二五", 2),
            ("三五", 3),
            ("四五", 4),
            ("五五", 5),
            ("六五", 6),
            ("七五", 7),
            ("八五", 8),
            ("九五", 9),
        ],
    )?;
    let mut end = len;
    let quoted = before.ends_with(['“', '‘', '"', '「', '『', '《']);
    let rest = &text[end..];
    let closing = rest.chars().next().filter(|c| matches!(c, '”' | '’' | '"' | '」' | '』'));
    let after = closing.map_or(rest, |c| &rest[c.len_utf8()..]);
    let follows = ["时期", "期间", "规划", "计划", "以来", "末", "期末", "初", "开局", "收官", "前"];
    if !(quoted && closing.is_some())
        && !(digits >= 6 && follows.iter().any(|w| after.starts_with(w)))
        && !(quoted && follows.iter().any(|w| after.starts_with(w)))
    {
        return None;
    }
    if after.starts_with("普法") {
        return None;
    }
    let mut part = Part::Plan(digits);
    let mut edge = Edge::In;
    // “十四五”前四年
    if let Some((n, taken)) = after
        .strip_prefix('前')
        .and_then(number)
        .filter(|(n, l)| (1..=4).contains(n) && after[3 + l..].starts_with('年'))
    {
        let start = super::resolve::plan_start(digits);
        return Some((
            Expression::new(Year::Of(start), Part::Span(start, start + n - 1)),
            end + rest.len() - after.len() + 3 + taken + 3,
        ));
    }
    let words: &[(&str, (Part, Edge))] = &[
        ("期末", (Part::PlanEnd(digits), Edge::By)),
        ("末期", (Part::PlanEnd(digits), Edge::In)),
        ("末", (Part::PlanEnd(digits), Edge::By)),
        ("初期", (Part::PlanStart(digits), Edge::In)),
        ("期间", (Part::Plan(digits), Edge::In)),
        ("时期", (Part::Plan(digits), Edge::In)),
        ("以来", (Part::Plan(digits), Edge::Since)),
        ("内", (Part::Plan(digits), Edge::Within)),
    ];
    if let Some(((p, e), taken)) = one_of(after, words) {
        part = p;
        edge = e;
        end += rest.len() - after.len() + taken;
    }
    Some((Expression { edge, ..Expression::new(Year::Frame, part) }, end))
}

/// Words of time.
fn word(text: &str, before: &str) -> Option<(Expression, usize)> {
    const YEARS: &[(&str, Year)] = &[
        ("今年", Year::Offset(0)),
        ("本年", Year::Offset(0)),
        ("去年", Year::Offset(-1)),
        ("前年", Year::Offset(-2)),
        ("明年", Year::Offset(1)),
        ("后年", Year::Offset(2)),
        ("上年", Year::Prior(-1)),
        ("上一年", Year::Prior(-1)),
        ("同年", Year::Frame),
        ("当年", Year::Frame),
    ];
    const WORDS: &[(&str, Year, Part)] = &[
        ("年底前", Year::Frame, Part::End),
        ("年底", Year::Frame, Part::End),
        ("年末", Year::Frame, Part::End),
        ("年终", Year::Frame, Part::End),
        ("年初", Year::Frame, Part::Start),
        ("年内", Year::Frame, Part::Whole),
        ("年中", Year::Frame, Part::MonthEnd(6)),
        ("期末", Year::Frame, Part::End),
        ("全年", Year::Frame, Part::Whole),
        ("上半年", Year::Frame, Part::Half(1)),
        ("下半年", Year::Frame, Part::Half(2)),
        ("前三季度", Year::Frame, Part::Quarters(1, 3)),
        ("前三个季度", Year::Frame, Part::Quarters(1, 3)),
        ("首季", Year::Frame, Part::Quarters(1, 1)),
        ("第一季度", Year::Frame, Part::Quarters(1, 1)),
        ("第二季度", Year::Frame, Part::Quarters(2, 2)),
        ("第三季度", Year::Frame, Part::Quarters(3, 3)),
        ("第四季度", Year::Frame, Part::Quarters(4, 4)),
        ("过去一年", Year::Frame, Part::Past(1)),
        ("过去的一年", Year::Frame, Part::Past(1)),
        ("这一年", Year::Frame, Part::Past(1)),
        ("本月", Year::Offset(0), Part::Month(0)),
        ("上月", Year::Offset(0), Part::Month(-1)),
        ("上个月", Year::Offset(0), Part::Month(-1)),
        ("下月", Year::Offset(0), Part::Month(1)),
        ("今天", Year::Offset(0), Part::DayOffset(0)),
        ("今日", Year::Offset(0), Part::DayOffset(0)),
        ("昨天", Year::Offset(0), Part::DayOffset(-1)),
        ("昨日", Year::Offset(0), Part::DayOffset(-1)),
        ("明天", Year::Offset(0), Part::DayOffset(1)),
        ("前天", Year::Offset(0), Part::DayOffset(-2)),
        ("日前", Year::Offset(0), Part::Undated(Grain::None)),
        ("近日", Year::Offset(0), Part::Undated(Grain::None)),
        ("每年", Year::Frame, Part::Recurring(Every::Year)),
        ("每季度", Year::Frame, Part::Recurring(Every::Quarter)),
        ("每月", Year::Frame, Part::Recurring(Every::Month)),
        ("每个月", Year::Frame, Part::Recurring(Every::Month)),
        ("改革开放以来", Year::Of(1978), Part::Span(1978, 0)),
        ("新中国成立以来", Year::Of(1949), Part::Span(1949, 0)),
    ];
    if let Some((part, taken)) = first_months(text) {
        return Some((Expression { statistical: true, ..Expression::new(Year::Frame, part) }, taken));
    }
    if text.starts_with("今明两年") {
        return Some((Expression::new(Year::Offset(0), Part::Coming(2)), "今明两年".len()));
    }
    // 春节前, 国庆期间: time of the year without a date.
    if let Some(((), len)) = one_of(text, FESTIVALS) {
        let tail = ["期间", "假期", "前", "后", "前夕"].iter().find(|w| text[len..].starts_with(**w))?;
        let mut expression = Expression::new(Year::Frame, Part::Undated(Grain::None));
        expression.statistical = true;
        let grow = if *tail == "前" { 0 } else { tail.len() };
        return Some((expression, len + grow));
    }
    if let Some((year, len)) = one_of(text, YEARS) {
        if text.starts_with("同年") && (before.ends_with(['不', '相']) || text[len..].starts_with(['龄', '级'])) {
            return None;
        }
        // 今年 inside 十今年 cannot be; 上年 inside 以上年龄 can.
        let inner = ["年龄", "年限", "年均", "年轻", "年度"].iter().any(|w| text[len - 3..].starts_with(w));
        if inner && !(text[len - 3..].starts_with("年度")) {
            return None;
        }
        return Some(year_part(year, text, len));
    }
    let (word, year, part) =
        WORDS.iter().filter(|(word, ..)| text.starts_with(word)).max_by_key(|(word, ..)| word.len())?;
    let rest = &text[word.len()..];
    let inside_word = match *word {
        "年中" => {
            !before.ends_with(['到', '至', '，', '。', ',']) || rest.starts_with(['国', '心', '央', '等', '小'])
        }
        // 三年内, 五年末: the number before took it; 青年内, 少年初 are words.
        "年内" | "年底" | "年末" | "年初" | "年底前" | "年终" => {
            before.ends_with(|c: char| {
                c.is_ascii_digit()
                    || matches!(
                        c,
                        '青' | '少'
                            | '成'
                            | '中'
                            | '老'
                            | '学'
                            | '万'
                            | '千'
                            | '百'
                            | '数'
                            | '几'
                            | '多'
                            | '一'
                            | '两'
                            | '三'
                            | '五'
                            | '十'
                    )
            }) || rest.starts_with("级")
        }
        "期末" => !before.ends_with(['”', '"', '划', '规']),
        "全年" => rest.starts_with(['龄', '级']),
        "上半年" | "下半年" => before.ends_with("以"),
        "日前" => before.ends_with(|c: char| {
            c.is_ascii_digit() || matches!(c, '节' | '十' | '一' | '五' | '工' | '生' | '次' | '翌' | '近')
        }),
        "近日" => before.ends_with(['最', '临', '接']),
        // 托起明天的希望
        "今天" | "明天" | "昨天" | "前天" => {
            !(before.is_empty() || before.ends_with(['，', '。', '；', '“', '：', '、', ',', '到', '于', '是']))
                || rest.starts_with('的') && *word != "昨天"
        }
        "本月" | "上月" | "下月" => false,
        _ => false,
    };
    if inside_word {
        return None;
    }
    let mut expression = Expression::new(*year, *part);
    let mut len = word.len();
    match *word {
        "年底前" => expression.edge = Edge::Before,
        "年内" => expression.edge = Edge::Within,
        "改革开放以来" | "新中国成立以来" => expression.edge = Edge::Since,
        "过去一年" | "过去的一年" | "这一年" if rest.starts_with('来') => {
            len += 3;
        }
        _ => {}
    }
    Some((expression, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Year, Part, &str)> {
        parse(text, "").map(|(e, len, _)| (e.year, e.part, &text[..len]))
    }

    #[test]
    fn dates_are_read_in_all_writings() {
        let day = |month, day| Part::Days(Day { month, day }, Day { month, day });
        for (text, year, part, quote) in [
            ("2020年4月29日在", Year::Of(2020), day(4, 29), "2020年4月29日"),
            ("二〇一〇年一月二十五日在", Year::Of(2010), day(1, 25), "二〇一〇年一月二十五日"),
            ("2021-10-01 09:04 |", Year::Of(2021), day(10, 1), "2021-10-01 09:04"),
            ("2021年10月01日 09:04 |", Year::Of(2021), day(10, 1), "2021年10月01日 09:04"),
            ("1-9月，", Year::Frame, Part::Months(1, 9), "1-9月"),
            ("2018-2022年全员", Year::Of(2018), Part::Through(2022), "2018-2022年"),
            ("2018年至2020年，", Year::Of(2018), Part::Through(2020), "2018年至2020年"),
            ("今年一季度，", Year::Offset(0), Part::Quarters(1, 1), "今年一季度"),
            ("2022年年末人口", Year::Of(2022), Part::End, "2022年年末"),
            ("上年末减少", Year::Prior(-1), Part::End, "上年末"),
            ("年底前竣工", Year::Frame, Part::End, "年底前"),
            ("五年来，", Year::Frame, Part::Past(5), "五年来"),
            ("12月份，70个", Year::Frame, Part::Months(12, 12), "12月份"),
        ] {
            assert_eq!(read(text), Some((year, part, quote)), "{text}");
        }
    }

    #[test]
    fn numbers_are_no_dates() {
        for text in ["2115家", "3-5家", "9.9:58.3:31.8", "463.3亿", "234国道", "2020", "300个"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
