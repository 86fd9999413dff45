//! Which days an expression means: resolved against the document, its section and its sentence.

use std::cmp::Ordering;

use jiff::ToSpan;
use jiff::civil::Date as Civil;

use super::ahead::{is_ahead, is_come, is_counted_up_to, is_stretch};
use super::grammar::{Edge, Expression, Part, Year};
use super::since::is_since;
use super::{Date, role};
use crate::clean::Clean;
use crate::digits;
use crate::lexicon::search::Search;
use crate::lexicon::time_words::{describes, plan_start};
use crate::report::{Grain, Interval};
use crate::structure::{Frame, Mode, Structure};

/// What expressions are resolved against.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context {
    /// Day of the document.
    pub(crate) today: Option<Civil>,
    /// Year of the document: 今年.
    pub(crate) base: Option<i32>,
    /// Years under discussion.
    pub(crate) frame: Frame,
    /// Year said last in the same sentence.
    pub(crate) said: Option<i32>,
    /// First day of the month said last in the same block.
    pub(crate) month: Option<Civil>,
    /// 将于20日举行, 力争8月底: a day that is still to come.
    pub(crate) ahead: bool,
    /// 截至12月31日, 三季度末贷款余额: a day that has come.
    pub(crate) come: bool,
    /// Day to come that the sentence said last: 3月开工，8月封顶.
    pub(crate) next: Option<Civil>,
}

type Ends = (Option<Civil>, Option<Civil>);

/// A day of a month, where there is one: 2月30日 names none.
fn day(year: i32, month: i8, day: i8) -> Option<Civil> {
    Civil::new(i16::try_from(year).ok()?, month, day).ok()
}

fn last_of_month(year: i32, month: i8) -> Option<Civil> {
    day(year, month, 1).map(Civil::last_of_month)
}

/// The ten days of a month that [`Part::TenDays`] numbers so.
fn ten_days(first: Option<Civil>, ten: i8) -> Ends {
    let on = |number: i8| first.and_then(|first| Civil::new(first.year(), first.month(), number).ok());
    let last = first.map(Civil::last_of_month);
    match ten {
        0 => (first, on(10)),
        1 => (on(11), on(20)),
        3 => (on(11), last),
        4 => (first, on(20)),
        _ => (on(21), last),
    }
}

fn year_ends(from: i32, to: i32) -> Ends {
    (day(from, 1, 1), day(to, 12, 31))
}

fn month_ends(year: i32, from: i8, to: i8) -> Ends {
    (day(year, from, 1), last_of_month(year, to))
}

impl Context {
    fn spans_years(&self) -> bool {
        self.frame.years.is_some_and(|(from, to)| from < to)
    }

    /// The year that 全年, 一季度 or 3月 stand in.
    fn frame_year(&self) -> Option<i32> {
        self.said.or(self.frame.years.map(|(_, to)| to)).or(self.base)
    }

    /// 全年 in a section on the coming five years: the document's own year.
    fn current_year(&self) -> Option<i32> {
        let (from, to) = self.frame.years.filter(|(from, to)| self.frame.mode == Mode::Plan && from < to)?;
        self.base.filter(|base| (from..=to).contains(base))
    }

    /// The year of a day or month that is written without one: the frame's, or the last that is not after the document.
    fn calendar_year(&self, month: i8) -> Option<i32> {
        if self.said.is_some() || self.frame.mode != Mode::None {
            return self.frame_year();
        }
        if let Some(next) = self.next.filter(|next| month >= next.month()) {
            return Some(i32::from(next.year()));
        }
        match self.today {
            // 力争12月底, told in January; 3月底前, told in November
            Some(today) if self.ahead => Some(i32::from(today.year()) + i32::from(month + 6 < today.month())),
            Some(today) if self.come => Some(i32::from(today.year()) - i32::from(month > today.month())),
            Some(today) if month > today.month() + 1 && self.frame.mode == Mode::None => {
                Some(i32::from(today.year()) - i32::from(month > today.month() + 6))
            }
            Some(today) => Some(i32::from(today.year())),
            None => self.base,
        }
    }

    /// The year of these last two digits: the one nearest to the document's own; without one, of 1950 to 2049.
    fn nearest(&self, digits: i32) -> i32 {
        let base = self.base.unwrap_or(1999);
        let year = base.div_euclid(100) * 100 + digits;
        if year > base + 50 {
            year - 100
        } else if year <= base - 50 {
            year + 100
        } else {
            year
        }
    }

    fn year(&self, expression: &Expression) -> Option<i32> {
        match expression.year {
            Year::Of(year) => Some(year),
            Year::Short(digits) => Some(self.nearest(digits)),
            Year::Offset(by) => self.base.map(|base| base + by),
            Year::Prior(by) => {
                let framed = self.frame.years.filter(|_| self.frame.mode == Mode::Review).map(|(_, to)| to);
                self.said.or(framed).or(self.base).map(|year| year + by)
            }
            Year::Next => self.frame_year().map(|year| year + 1),
            Year::Frame => match expression.part {
                Part::Days(first, _) => self.calendar_year(first.month),
                Part::MonthEnd(month) | Part::TenDays(month, _) => self.calendar_year(month),
                Part::Months(first, last) if first == last => self.calendar_year(first),
                // 力争年内 speaks of this year, whatever years are reported on.
                Part::Whole if expression.edge == Edge::Within && self.said.is_none() && self.spans_years() => {
                    self.base.or(self.frame_year())
                }
                Part::Whole | Part::Quarters(..) | Part::Half(_) | Part::Months(..) => {
                    self.said.or(self.current_year()).or(self.frame_year())
                }
                _ => self.frame_year(),
            },
        }
    }

    /// First day of a month from the document's.
    fn month_by(&self, by: i32) -> Option<Civil> {
        self.today.map(|today| today.first_of_month().saturating_add(by.months()))
    }

    fn day_by(&self, by: i32) -> Option<Civil> {
        self.today.map(|today| today.saturating_add(by.days()))
    }

    /// The last day of this number that is not after the document's, or the next one.
    fn numbered(&self, number: i8) -> Option<Civil> {
        let today = self.today?;
        let month = match (self.ahead, number.cmp(&today.day())) {
            (false, Ordering::Greater) => today.first_of_month().saturating_sub(1.days()),
            (true, Ordering::Less) => today.last_of_month().saturating_add(1.days()),
            _ => today,
        };
        Civil::new(month.year(), month.month(), number).ok()
    }

    /// A day of a week from the document's; a week begins on Monday.
    fn week_day(&self, by: i32, number: i8) -> Option<Civil> {
        let from_monday = |today: Civil| i32::from(today.weekday().to_monday_zero_offset());
        self.today.map(|today| today.saturating_add((by * 7 - from_monday(today) + i32::from(number) - 1).days()))
    }

    /// Last year of a span that ends with the frame: 过去五年.
    fn last_reviewed(&self) -> Option<i32> {
        if let (Mode::Review, Some((_, to))) = (self.frame.mode, self.frame.years) {
            return Some(to);
        }
        // In December the year is as good as over.
        let late = self.today.is_some_and(|today| today.month() >= LATE && self.base == Some(i32::from(today.year())));
        self.base.map(|base| base - i32::from(!late))
    }
}

/// First month in which who looks back over years counts the one that ends.
const LATE: i8 = 12;

/// First and last day of what is written.
#[inline(never)]
pub(crate) fn days(expression: &Expression, context: &Context) -> Ends {
    let year = context.year(expression);
    let on = |f: &dyn Fn(i32) -> Ends| year.map_or((None, None), f);
    let ends = match expression.part {
        Part::Whole => on(&|y| year_ends(y, y)),
        Part::Months(a, b) => on(&|y| month_ends(y, a, b)),
        Part::Quarters(a, b) => on(&|y| month_ends(y, a * 3 - 2, b * 3)),
        Part::Half(half) => on(&|y| month_ends(y, half * 6 - 5, half * 6)),
        // 2月28日至30日 has no last day, and is none that begins and never ends.
        Part::Days(a, b) => on(&|y| day(y, a.month, a.day).zip(day(y, b.month, b.day)).unzip()),
        Part::End => on(&|y| (day(y, 12, 31), day(y, 12, 31))),
        Part::Start => on(&|y| month_ends(y, 1, 1)),
        Part::MonthEnd(month) => on(&|y| (last_of_month(y, month), last_of_month(y, month))),
        Part::MonthDay(number) => {
            let then = context.numbered(number);
            (then, then)
        }
        Part::TenDays(month, ten) => on(&|y| ten_days(day(y, month, 1), ten)),
        Part::MonthTen(by, ten) => ten_days(context.month_by(by), ten),
        Part::MonthDays(a, b) => {
            let first = context.numbered(a);
            first.zip(first.and_then(|first| Civil::new(first.year(), first.month(), b).ok())).unzip()
        }
        Part::Week(by) => context.week_day(by, 1).zip(context.week_day(by, 7)).unzip(),
        Part::WeekDay(by, number) => {
            let then = context.week_day(by, number);
            (then, then)
        }
        Part::SchoolYear(first) => (day(first, 9, 1), last_of_month(first + 1, 8)),
        Part::Quarter(by) => context.today.map_or((None, None), |today| {
            let first = today.first_of_month().saturating_sub(i32::from((today.month() - 1) % 3).months());
            let first = first.saturating_add((by * 3).months());
            (Some(first), Some(first.saturating_add(2.months()).last_of_month()))
        }),
        Part::SameMonth => (context.month, context.month.map(Civil::last_of_month)),
        Part::SameMonthEnd => {
            // 月底前完成招标, in news: of the month in which it is told
            let own =
                || context.month_by(0).filter(|_| expression.edge == Edge::Before && context.frame.mode == Mode::None);
            let last = context.month.or_else(own).map(Civil::last_of_month);
            (last, last)
        }
        Part::Through(last) => on(&|y| year_ends(y, last)),
        Part::Plan(n) => year_ends(plan_start(n), plan_start(n) + 4),
        Part::PlanEnd(n) => (day(plan_start(n) + 4, 12, 31), day(plan_start(n) + 4, 12, 31)),
        Part::PlanStart(n) => year_ends(plan_start(n), plan_start(n)),
        Part::PlanMiddle(n) => year_ends(plan_start(n) + 2, plan_start(n) + 2),
        Part::PlanLast(n) => year_ends(plan_start(n) + 4, plan_start(n) + 4),
        Part::Past(1) => context.last_reviewed().map_or((None, None), |y| year_ends(y, y)),
        Part::Past(n) => match context.frame {
            Frame { years: Some((from, to)), mode } if to - from + 1 == n && mode != Mode::Plan => year_ends(from, to),
            _ => context.last_reviewed().map_or((None, None), |y| year_ends(y - n + 1, y)),
        },
        // 过去四年多 since the year that lies so far back began.
        Part::PastOver(n) => match context.frame {
            Frame { years: Some((from, to)), mode: Mode::Review } if (n..=n + 1).contains(&(to - from + 1)) => {
                year_ends(from, to)
            }
            _ => context.base.map_or((None, None), |y| (day(y - n, 1, 1), context.today.or(day(y, 12, 31)))),
        },
        Part::Coming(n) => {
            let first = if matches!(expression.year, Year::Offset(_)) { year } else { context.base };
            first.map_or((None, None), |y| year_ends(y, y + n - 1))
        }
        Part::Century(from, to) => on(&|y| {
            let before = (y - 1).div_euclid(100) * 100;
            year_ends(before + from, before + to)
        }),
        Part::Span(from, 0) => (day(from, 1, 1), context.today),
        Part::Span(from, to) => year_ends(from, to),
        Part::Month(by) => (context.month_by(by), context.month_by(by).map(Civil::last_of_month)),
        Part::MonthOn(by, number) => {
            let then = context.month_by(by).and_then(|month| Civil::new(month.year(), month.month(), number).ok());
            (then, then)
        }
        Part::MonthLast(by) => {
            let last = context.month_by(by).map(Civil::last_of_month);
            (last, last)
        }
        Part::DayOffset(by) => (context.day_by(by), context.day_by(by)),
        Part::DaySpan(from, to) => (context.day_by(from), context.day_by(to)),
        Part::Years(n) => match context.frame.years {
            Some((from, to)) if n > 1 && to - from + 1 == n => year_ends(from, to),
            _ => (None, None),
        },
        Part::MonthsPast(n) => (context.today.map(|today| today.saturating_sub(n.months())), context.today),
        Part::Undated(_) | Part::Recurring(_) => (None, None),
    };
    match expression.edge {
        Edge::Since if ends.0.is_some() => (ends.0, context.today.or(ends.1)),
        Edge::From => (ends.0, None),
        // “2025年底前” is a day; “2025年前” the last day before it would be 2024-12-31, but writers mean within.
        _ => ends,
    }
}

/// The same months and days in the year that the ends lie in.
fn in_year((start, end): (Civil, Civil), ends: Ends) -> Ends {
    let Some(year) = ends.0.map(|first| i32::from(first.year())) else { return ends };
    let last =
        if end == end.last_of_month() { last_of_month(year, end.month()) } else { day(year, end.month(), end.day()) };
    (day(year, start.month(), start.day()), last)
}

fn interval((start, end): Ends) -> Option<Interval> {
    (start.is_some() || end.is_some()).then(|| Interval { start: start.map(digits::day), end: end.map(digits::day) })
}

/// The last month of a part of a year; none of a whole one.
fn month_of_part(part: &Part) -> Option<i8> {
    match part {
        Part::Months(_, last) => Some(*last),
        Part::Quarters(_, last) => Some(last * 3),
        Part::Half(half) => Some(half * 6),
        _ => None,
    }
}

/// Last month in which news tells of the year that has ended.
const EARLY: i8 = 4;

/// Resolves all dates of a document, in order.
#[inline(never)]
pub(crate) fn resolve_all(dates: &mut [Date], clean: &Clean, structure: &Structure) {
    let mut blocks = structure.blocks.iter().peekable();
    let (mut said, mut month, mut stretch, mut upto) = (None, None, None, 0);
    // The year of which the paragraph spoke last, and the text; and the day to come of which the sentence did.
    let (mut spoken, mut told, mut next) = (None, None, None);
    for date in dates {
        let mut hanging = None;
        while let Some(block) = blocks.next_if(|block| block.span.end <= date.span.start) {
            // 投产于去年↵12月: a line that breaks off behind the year
            let broken = said.filter(|_| {
                let line = &clean.text[block.span.start..upto.max(block.span.start)];
                line.ends_with('年') && clean.text[upto..block.span.end].trim().is_empty()
            });
            upto = block.span.end;
            (said, month, stretch, spoken) = (None, None, None, None);
            next = None;
            hanging = broken;
        }
        let Some(block) = blocks.peek() else { break };
        let begins = clean.text[block.span.start..date.span.start].trim().is_empty();
        // 2024年↵全年: begins anew
        let of_month = matches!(date.expression.part, Part::Months(..) | Part::Days(..) | Part::MonthEnd(_));
        said = said.or(hanging.filter(|_| begins && of_month && date.expression.year == Year::Frame));
        upto = upto.max(block.span.start);
        // A year holds to the end of its sentence.
        let between = &clean.text[upto..date.span.start];
        if between.has("。") || between.has("！") || between.has("？") || date.span.start < upto {
            (said, stretch, next) = (None, None, None);
        }
        if is_since(date, &clean.text[..date.span.start], &clean.text[date.span.end..block.span.end]) {
            date.expression.edge = Edge::Since;
        }
        let ahead = is_ahead(date, &clean.text[..date.span.start], &clean.text[date.span.end..block.span.end]);
        let come = !ahead && is_come(date, &clean.text[..date.span.start], &clean.text[date.span.end..block.span.end]);
        let (today, base) = (block.clock.date, block.clock.base_year);
        // 去年城镇居民收入608元。全年零售总额增长17%, where nothing above says of which year
        let whole = block.frame.years.is_none() && date.span.of(&clean.text) == "全年";
        // 2003年，……。 In the next paragraph of news of February 2004, 全年实现零售额512亿元: of the year that has ended.
        let ended = |year: &i32| {
            let early = today.is_some_and(|today: Civil| today.month() <= EARLY && i32::from(today.year()) == year + 1);
            early && block.frame.mode == Mode::None
        };
        // 今年一季度出现负增长。我们付出巨大代价，一季度税收下降6.8%, in a review that goes on to the year of its day
        let begun = spoken.filter(|year| {
            let later = block.frame.years.is_some_and(|(_, last)| last < *year);
            let over =
                month_of_part(&date.expression.part).zip(today).is_some_and(|(last, today)| last <= today.month());
            base == Some(*year) && later && over && block.frame.mode == Mode::Review
        });
        let said_last = said.or(spoken.or(told.filter(ended)).filter(|_| whole)).or(begun);
        let context = Context { today, base, frame: block.frame, said: said_last, month, ahead, come, next };
        let mut ends = days(&date.expression, &context);
        // 1—9月增长5%，去年同期增长4%: the same months.
        let same = date.span.of(&clean.text).ends_with("同期");
        if let Some((months, grain)) = stretch.filter(|_| same) {
            (ends, date.grain) = (in_year(months, ends), grain);
        } else if let (Some(start), Some(end)) = ends
            && (is_stretch(start, end) || is_counted_up_to(&clean.text[..date.span.start]))
        {
            stretch = Some(((start, end), date.grain));
        }
        date.interval = interval(ends);
        if date.grain == Grain::Month || date.grain == Grain::Day {
            let last = ends.1.map(Civil::first_of_month);
            month = last.filter(|last| ends.0.map(Civil::first_of_month) == Some(*last)).or(month);
        }
        // 比2015年 names what is compared with, not what is spoken of.
        let compared = clean.text[..date.span.start].ends_with(['比', '较', '与', '同']);
        let described = describes(&clean.text[date.span.end..block.span.end]);
        if !compared
            && !described
            && (!matches!(date.expression.year, Year::Frame | Year::Prior(_)) || date.expression.part == Part::Past(1))
            && let (Some(start), Some(end)) = ends
            && start.year() == end.year()
            && date.grain != Grain::None
        {
            said = Some(i32::from(end.year()));
            (spoken, told) = (said, said);
        }
        next = ends.0.filter(|first| today.is_some_and(|today| *first > today)).or(next);
        date.role = role::of(date, block, clean);
        upto = date.span.end;
    }
}
