//! Periods that stand above a sentence without one: the title's (前三季度全市经济运行情况), a heading's (一、1—3月份主要指标), and
//! that with which a paragraph of news opens (上半年，全市经济平稳运行。生产总值……).

use crate::clean::Clean;
use crate::lexicon::figure_cues::measures;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::mention::date::{Edge, Part, Year};
use crate::mention::{Date, Mentions};
use crate::report::{Grain, Kind, Role};
use crate::span::{self, Span};
use crate::structure::{Block, BlockKind, Mode, Structure};

/// Characters before the date with which a paragraph opens: 初步核算，上半年……
const REMARK: usize = 8;

/// What stands above a sentence.
#[derive(Clone, Copy)]
pub(super) struct Above<'a> {
    /// The part of a year that the heading, or the title, tells of.
    pub(super) date: Option<&'a Date>,
    /// The zone that the document speaks for.
    pub(super) zone: Option<&'a str>,
}

/// The dates of the title and of the heading above.
pub(super) struct Standing<'a> {
    title: Option<&'a Date>,
    heading: Option<(u8, &'a Date)>,
}

impl<'a> Standing<'a> {
    pub(super) fn new(clean: &Clean, structure: &Structure, mentions: &'a Mentions) -> Self {
        let title = structure.blocks.iter().find(|block| block.kind == BlockKind::Title);
        let title = title.and_then(|block| named(clean, block.span, mentions));
        // 今年上半年，全市经济平稳运行: an article on the economy that opens so is of that half.
        let paragraphs = structure.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
        let news = structure.kind == Kind::Other;
        let told = news || matches!(structure.kind, Kind::Interview | Kind::MeetingNews);
        let opening = || paragraphs.take(4).find_map(|block| lead(clean, block, mentions).filter(|date| is_part(date)));
        let title = title.or_else(|| opening().filter(|_| news));
        Standing { title: title.or_else(|| only_period(clean, structure, mentions).filter(|_| told)), heading: None }
    }

    /// Takes a heading's date, until the next one of its level.
    pub(super) fn enter(&mut self, clean: &Clean, block: &Block, mentions: &'a Mentions) {
        if block.kind != BlockKind::Heading {
            return;
        }
        if self.heading.is_some_and(|(level, _)| block.level <= level) {
            self.heading = None;
        }
        if let Some(date) = named(clean, block.span, mentions) {
            self.heading = Some((block.level, date));
        }
    }

    pub(super) fn above<'z>(&self, zone: Option<&'z str>) -> Above<'z>
    where
        'a: 'z,
    {
        Above { date: self.heading.map(|(_, date)| date).or(self.title), zone }
    }
}

/// Rates of growth from which on a text is one of statistics.
const STATISTICS: usize = 5;

/// Months of a year in which news tells of the year before.
const EARLY: i8 = 4;

/// The one part of a year, or the one year that has just ended, of which a text of statistics tells: all its figures are of it.
fn only_period<'a>(clean: &Clean, structure: &Structure, mentions: &'a Mentions) -> Option<&'a Date> {
    let compared = |date: &Date| clean.text[..date.span.start].ends_with(['比', '较', '与', '同']);
    // 2024年第二季度项目集中启动活动: what an event is called by
    let called = |date: &Date| {
        let behind = &clean.text[date.span.end..];
        let clause = behind.split(['，', '。', '；', '\n']).next().unwrap_or_default();
        is_part(date) && measures().event.within(clause) && !clause.bytes().any(|byte| byte.is_ascii_digit())
    };
    let told = |date: &&Date| date.role == Role::Period && date.interval.is_some() && !compared(date) && !called(date);
    let rates = clean.text.matches("增长").count() + clean.text.matches("下降").count();
    if rates < STATISTICS {
        return None;
    }
    let bounds = |date: &Date| {
        let interval = date.interval.as_ref();
        interval.and_then(|interval| Some((interval.start.clone()?, interval.end.clone()?)))
    };
    // 二季度 in news of April is still to come.
    let day = structure.date.map(|day| day.to_string());
    let over = |date: &Date| bounds(date).is_some_and(|(_, end)| day.as_ref().is_none_or(|day| end < *day));
    if let Some(date) = mentions.dates.iter().filter(told).find(|date| is_part(date) && over(date)) {
        // 1—9月 beside 上半年: each has figures of its own; 下半年 is still to come, 去年同期 is compared with.
        let (start, end) = bounds(date)?;
        let rival = |other: &Date| {
            let other = bounds(other).filter(|_| is_part(other) || other.grain == Grain::Month);
            other.is_some_and(|(from, to)| from.get(..4) == start.get(..4) && to != end && from < end)
        };
        return (!mentions.dates.iter().filter(told).any(rival)).then_some(date);
    }
    let day = structure.date.filter(|day| day.month() <= EARLY)?;
    let last = (i32::from(day.year()) - 1).to_string();
    let year = |date: &Date| {
        let (from, to) = bounds(date)?;
        (from.ends_with("-01-01") && to.ends_with("-12-31") && from.get(..4) == to.get(..4)).then_some(from)
    };
    let ended = |date: &Date| year(date).is_some_and(|from| from.starts_with(&last));
    let other = |date: &Date| year(date).is_some_and(|from| from.get(..4) < Some(last.as_str()));
    // 2022年 named more often than the year before: what it aims at is told of.
    let this = i32::from(day.year()).to_string();
    let coming = |date: &&Date| year(date).is_some_and(|from| from.starts_with(&this));
    let count = |of: &dyn Fn(&&Date) -> bool| mentions.dates.iter().filter(told).filter(|date| of(date)).count();
    let date = mentions.dates.iter().filter(told).find(|date| ended(date))?;
    let past = count(&|date: &&Date| ended(date)) >= count(&|date: &&Date| coming(date));
    (past && !mentions.dates.iter().filter(told).any(other)).then_some(date)
}

/// The part of a year that a title or a heading tells of.
fn named<'a>(clean: &Clean, line: Span<span::Clean>, mentions: &'a Mentions) -> Option<&'a Date> {
    // 一季度项目集中开工仪式: of a day, whatever it is called by.
    if measures().event.within(line.of(&clean.text)) {
        return None;
    }
    within(line, mentions).iter().find(|date| is_part(date))
}

fn within(line: Span<span::Clean>, mentions: &Mentions) -> &[Date] {
    let from = mentions.dates.partition_point(|date| date.span.start < line.start);
    let count = mentions.dates[from..].iter().take_while(|date| date.span.end <= line.end).count();
    &mentions.dates[from..from + count]
}

/// A quarter, a half, 1—3月: parts of a year by which statistics are told.
pub(super) fn is_part(date: &Date) -> bool {
    match date.expression.part {
        Part::Quarters(..) | Part::Half(_) => true,
        Part::Months(from, to) => date.expression.statistical || from < to,
        _ => false,
    }
}

/// 2005年，全县完成生产总值19亿元。财政收入2亿元: a year before the text's own.
pub(super) fn is_past_year(date: &Date, block: &Block) -> bool {
    let own = matches!((date.expression.year, date.expression.part), (Year::Of(_), Part::Whole));
    let year = date.end_year();
    own && year.zip(block.clock.base_year).is_some_and(|(year, base)| year < base)
}

/// A part of a year, a plan's years, or 今年以来.
fn is_standing(date: &Date) -> bool {
    // 十年来，……: so too the years up to now
    is_part(date)
        || matches!(date.expression.part, Part::Plan(_) | Part::Past(_))
        || date.expression.edge == Edge::Since
}

/// The period with which a paragraph of news opens: what its later sentences tell without a date is of it.
pub(super) fn lead<'a>(clean: &Clean, block: &Block, mentions: &'a Mentions) -> Option<&'a Date> {
    let text = block.span.of(&clean.text);
    // 到2020年，……。空气质量优良天数达到82%以上: what a plan's paragraph opens with is due for all of it.
    if block.frame.mode == Mode::Plan {
        let date = within(block.span, mentions).first().filter(|date| date.role == Role::Deadline)?;
        let whole = matches!(date.expression.part, Part::Whole | Part::End) && text.trim_start().starts_with('到');
        return (whole && opens(text, date.span.start - block.span.start, date.span.len())).then_some(date);
    }
    if block.frame.mode != Mode::None {
        return None;
    }
    let date = within(block.span, mentions).iter().take(2).find(|date| date.role == Role::Period && is_standing(date));
    if let Some(date) = date {
        return opens(text, date.span.start - block.span.start, date.span.len()).then_some(date);
    }
    // 青沅县今年确定建设110个项目。……
    let first = within(block.span, mentions).first()?;
    let whole = matches!((first.expression.year, first.expression.part), (Year::Offset(0), Part::Whole));
    let before = &text[..first.span.start - block.span.start];
    let place = || {
        let hits = regions().find_all(before);
        before.ends_with(['县', '市', '区', '州', '省'])
            || hits.first().is_some_and(|hit| hit.start == 0 && hit.end == before.len())
    };
    let opens = before.is_empty() || before.chars().count() <= 4 && place();
    (whole && opens && first.expression.edge == Edge::In).then_some(first)
}

/// True where a text begins with the date, or after a remark: 初步核算，上半年全市……; 昨日，记者从市统计局获悉，上半年，……
pub(super) fn opens(sentence: &str, at: usize, len: usize) -> bool {
    // 云岭日报消息：据市统计局数据显示，上半年，……
    let head = sentence[..at].trim_matches(['“', '"', ' ', '*', '—', '-']);
    let head = head.rsplit('：').next().unwrap_or(head);
    let behind = sentence[at + len..].trim_start_matches(['”', '"']);
    let told = || measures().telling.within(head) && !head.has("。");
    let reckoned = || head.starts_with(['据', '根', '经', '按', '初']) && head.chars().count() <= 2 * REMARK + 4;
    let remark = head.is_empty() || head.ends_with('，') && (head.chars().count() <= REMARK || told() || reckoned());
    let told_of = || measures().place.prefix(behind).or_else(|| measures().told_of.prefix(behind)).is_some();
    remark && (behind.starts_with(['，', '全', '我', '本']) || told_of())
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    /// First and last day of what a number of a text tells of.
    fn period(text: &str, written: &str) -> Option<(String, String)> {
        let options = Options { date: Some("2025-05-20".to_owned()), ..Options::default() };
        let report = analyze(text, &options).unwrap();
        let interval = report.figures.iter().find(|figure| figure.quote == written)?.period.clone()?;
        Some((interval.start?, interval.end?))
    }

    #[test]
    fn the_day_above_a_communique_lends_no_year_to_its_first_words() {
        let text = "青沅县2023年国民经济和社会发展统计公报\n青沅县统计局\n2024年4月3日\n\n全年全县用电量3亿千瓦时，比上年增长4%。\n";
        let report = analyze(text, &Options::default()).unwrap();
        let years: Vec<_> = report.figures.iter().filter_map(|figure| figure.period.clone()?.start).collect();
        assert_eq!(years, ["2023-01-01", "2023-01-01"]);
    }

    #[test]
    fn a_text_of_one_quarter_is_of_that_quarter_and_an_event_called_by_it_makes_none() {
        let quarter = Some(("2025-01-01".to_owned(), "2025-03-31".to_owned()));
        let rates = "用电量增长3%，货运量增长4%，税收增长5%，出口增长6%。\n";
        let told = format!("青沅县经济开局平稳\n\n一季度，全县{rates}年初以来，全县城镇新增就业900人，下降2%。\n");
        assert_eq!(period(&told, "5%"), quarter);
        assert_eq!(period(&told, "900人"), quarter);
        let called = format!(
            "青沅县工业提速\n\n4月8日，青沅县举行2025年第一季度技改项目开工活动。\n全县{rates}城镇新增就业900人，下降2%。\n"
        );
        assert_ne!(period(&called, "5%"), quarter);
    }
}
