//! The grammar of dates: which expression of time stands at a place.
//!
//! A parser takes a text and gives what it read and its length. Nothing is resolved here: 去年 stays "the year before".

mod ago;
mod century;
mod edge;
mod month;
mod number;
mod plan;
mod quarter;
mod short;
mod span;
mod trade;
pub(in crate::mention) mod word;
mod written;

use crate::report::{Every, Grain};

/// Which year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    /// 2020年
    Of(i32),
    /// ’24年, 八二年: the year nearest to the document's that ends in these two digits.
    Short(i32),
    /// 今年 0, 去年 -1: from the document's own year.
    Offset(i32),
    /// 上年 -1: from the year under discussion.
    Prior(i32),
    /// 次年: the year behind the one said last.
    Next,
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
    /// 上旬 0, 中旬 1, 下旬 2, 中下旬 3, 上中旬 4 of a month
    TenDays(i8, i8),
    MonthEnd(i8),
    /// 21日: the last day of this number that is not after the document's; 19日至21日.
    MonthDay(i8),
    MonthDays(i8, i8),
    /// 2023学年: from September of the first year to August of the next.
    SchoolYear(i32),
    /// From the written year to this one.
    Through(i32),
    /// “十四五”: the plan's number.
    Plan(i32),
    PlanEnd(i32),
    PlanStart(i32),
    /// “十四五”中期: the third of its years.
    PlanMiddle(i32),
    /// “十四五”收官之年: the whole of the plan's last year.
    PlanLast(i32),
    /// 过去五年, 五年来, 近三年: so many years up to the frame.
    Past(i32),
    /// 四年多来: so many years and some months.
    PastOver(i32),
    /// 今后五年; 明后两年 has its first year.
    Coming(i32),
    /// 80年代: first and last year.
    Span(i32, i32),
    /// 本世纪末: from the so-manieth year of the century that the year lies in to the so-manieth.
    Century(i32, i32),
    /// 本月 0, 上月 -1: from the document's month.
    Month(i32),
    /// 本月20日: a day of such a month.
    MonthOn(i32, i8),
    /// 上月下旬: ten days of such a month, numbered as [`Part::TenDays`].
    MonthTen(i32, i8),
    /// 本周 0, 上周 -1: from the document's week; 上周五 has its day, from Monday 1.
    Week(i32),
    WeekDay(i32, i8),
    /// 本季度 0, 上季度 -1: from the document's quarter.
    Quarter(i32),
    /// 当月, 月末: the month that the sentence said last, and its last day.
    SameMonth,
    SameMonthEnd,
    /// 本月底 0, 上月末 -1: the last day of a month from the document's.
    MonthLast(i32),
    /// 今天 0, 昨天 -1: from the document's day; 今明两天.
    DayOffset(i32),
    DaySpan(i32, i32),
    /// 日前, 三年: time without a date.
    Undated(Grain),
    /// 三年: a span without a first year, unless the part speaks of just so many.
    Years(i32),
    /// 三个月来: so many months up to the document's day.
    MonthsPast(i32),
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
    /// 自2018年起
    From,
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
            Part::Whole | Part::Start | Part::SchoolYear(_) => Grain::Year,
            Part::Months(a, b) if a == b => Grain::Month,
            Part::Months(1, 6) | Part::Half(_) => Grain::Half,
            Part::Months(..) | Part::Month(_) | Part::SameMonth | Part::TenDays(..) => Grain::Month,
            Part::MonthTen(..) | Part::MonthsPast(_) => Grain::Month,
            Part::Quarters(..) | Part::Quarter(_) => Grain::Quarter,
            Part::Days(..) | Part::MonthDay(_) | Part::End | Part::MonthEnd(_) | Part::MonthLast(_) => Grain::Day,
            Part::MonthOn(..) | Part::DayOffset(_) | Part::DaySpan(..) | Part::MonthDays(..) => Grain::Day,
            Part::WeekDay(..) | Part::Week(_) | Part::SameMonthEnd | Part::PlanEnd(_) => Grain::Day,
            Part::Plan(_) => Grain::Plan,
            Part::PlanStart(_) | Part::PlanMiddle(_) | Part::PlanLast(_) => Grain::Year,
            Part::Through(_) | Part::Past(_) | Part::PastOver(_) | Part::Coming(_) => Grain::Years,
            Part::Span(..) | Part::Century(..) => Grain::Years,
            Part::Undated(grain) => grain,
            Part::Years(_) => Grain::Years,
            Part::Recurring(_) => Grain::None,
        }
    }
}

/// Reads an expression at the start of `text`, in a document of the year `base`; gives it, its length, and how many bytes of `before` belong to it (到, 近).
pub(super) fn parse(text: &str, before: &str, base: Option<i32>) -> Option<(Expression, usize, usize)> {
    let (mut expression, mut len) = core(text, before, base)?;
    len += edge::behind(&mut expression, before, &text[len..]);
    let back = edge::before(&mut expression, before);
    Some((expression, len, back))
}

/// An expression without what stands around it.
fn core(text: &str, before: &str, base: Option<i32>) -> Option<(Expression, usize)> {
    let digit = text.starts_with(|c: char| c.is_ascii_digit());
    let read = number::number(text);
    let counts = read.is_some_and(|(_, len)| may_go_on(&text[len..]));
    // Most places hold a number of something else, or none: few questions find that out.
    if digit && !counts && (read.is_some() || !matches!(number::digits(text), 2 | 4)) {
        return None;
    }
    if let Some(found) = plan::numbered(text).or_else(|| century::century(text, before)) {
        return Some(found);
    }
    if let Some(found) = ago::republic(text, before).or_else(|| ago::anchored(text)) {
        return Some(found);
    }
    if digit {
        if number::goes_on(before, text) {
            return None;
        }
        return written::iso(text)
            .or_else(|| written::iso_month(text, before))
            .or_else(|| ago::ago(text, before))
            .or_else(|| written::written(text, before, base))
            .or_else(|| ago::lately(text, before))
            .or_else(|| month::bare_day(text, before))
            .or_else(|| month::within_months(text));
    }
    if text.starts_with('Q') {
        return quarter::alone(text, before);
    }
    // 一九八二两年 is no number, 元月 and 半年 begin with none.
    let spelled = || text.chars().next().is_some_and(|c| c == '元' || number::spelled_digit(c).is_some());
    let written = || if counts || read.is_none() && spelled() { written::written(text, before, base) } else { None };
    plan::plan(text, before)
        .or_else(|| quarter::ordinal(text))
        .or_else(|| if counts { ago::ago(text, before) } else { None })
        .or_else(|| if counts || text.starts_with('半') { ago::lately(text, before) } else { None })
        .or_else(written)
        .or_else(|| if counts { month::within_months(text) } else { None })
        .or_else(|| month::said_day(text))
        .or_else(|| word::word(text, before))
}

/// True where what stands behind a number can make a date of it.
fn may_go_on(rest: &str) -> bool {
    let next = rest.trim_start_matches([' ', '\u{3000}']).chars().next();
    next.is_some_and(|c| {
        c.is_ascii_digit()
            || matches!(c, '年' | '月' | '日' | '天' | '周' | '个' | '季' | '世' | '财' | '学' | '榨' | '采')
            || matches!(c, '、' | '和' | '与' | '及' | '至' | '到' | '两' | '三' | '四' | '五' | '几')
            || matches!(c, '.' | '/' | '-' | '–' | '—' | '－' | '~' | '～' | 'Q' | 'q' | 'H' | 'h')
            || matches!(c, '十' | '〇' | '零' | '○' | 'O')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Year, Part, &str)> {
        parse(text, "", None).map(|(e, len, _)| (e.year, e.part, &text[..len]))
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
            ("10日在发布会上", Year::Frame, Part::MonthDay(10), "10日"),
            ("30日，公路通车", Year::Frame, Part::MonthDay(30), "30日"),
            ("昨(21)日从统计局", Year::Frame, Part::MonthDay(21), "昨(21)日"),
        ] {
            assert_eq!(read(text), Some((year, part, quote)), "{text}");
        }
    }

    #[test]
    fn numbers_are_no_dates() {
        for text in ["2115家", "3-5家", "9.9:58.3:31.8", "463.3亿", "234国道", "2020", "300个", "10日内办结", "40日在"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
