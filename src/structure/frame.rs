//! Which years a block speaks of, and whether it looks back or ahead: from the heading above it, or its own first words.

mod heading;
mod news;
mod opening;
mod paragraph;
mod plan;
mod told;

use heading::{coming_part, coming_year, heading_review, of_heading, term_and_year, term_of};
use jiff::civil::Date;
use news::{announces, goes_on, of_news, one_year, told_of_before};
use opening::{introduces_term, names_term, opening_year, year_at_head};
use paragraph::of_paragraph;
use plan::{coming_plan, plan_at, plan_years};
use told::{asks, tells};

use super::block::{Block, BlockKind};
use super::kind::is_agenda;
use super::year::years_in;
use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::lexicon::search::Search;
use crate::report::Kind;

/// Looking back or ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Not known.
    #[default]
    None,
    /// What was done.
    Review,
    /// What is aimed at.
    Plan,
}

/// The years a block speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frame {
    /// Looking back or ahead.
    pub mode: Mode,
    /// First and last year.
    pub years: Option<(i32, i32)>,
}

struct Clock {
    base: Option<i32>,
    review: Option<i32>,
}

/// Gives every block its frame; gives back the year under review.
#[inline(never)]
pub(super) fn assign(
    clean: &Clean,
    blocks: &mut [Block],
    kind: Kind,
    title: Option<&str>,
    date: Option<Date>,
    base: Option<i32>,
) -> Option<i32> {
    let reports = matches!(kind, Kind::WorkReport | Kind::Budget | Kind::Plan);
    let titled = title.and_then(|t| years_in(t).last().copied());
    let agenda = kind == Kind::Plan && title.is_some_and(is_agenda);
    let review = match kind {
        _ if agenda => None,
        Kind::Communique => titled.or_else(|| opening_year(clean, blocks)).or(base.map(|y| y - 1)),
        _ if reports => heading_review(clean, blocks, base).or_else(|| {
            // A report given in November or December looks back on the year that is ending.
            base.map(|y| if date.is_some_and(|d| d.month() >= 11) { y } else { y - 1 })
        }),
        _ => None,
    };
    let clock = Clock { base, review };
    let mut section = match kind {
        Kind::Communique => Frame { mode: Mode::Review, years: review.map(|y| (y, y)) },
        // 青沅县2024年工作要点
        _ if agenda => Frame { mode: Mode::Plan, years: titled.map(|y| (y, y)) },
        Kind::Other | Kind::MeetingNews if announces(clean, blocks) => {
            Frame { mode: Mode::Plan, years: base.map(|y| (y, y)) }
        }
        _ => Frame::default(),
    };
    let mut sub = section;
    let news = matches!(kind, Kind::Other | Kind::MeetingNews);
    // An interview tells of many times; what it says of a year is of the paragraph that opens with it.
    let interview = matches!(kind, Kind::Interview | Kind::Roundup);
    let told = if news { one_year(clean, blocks, base) } else { None };
    // 过去的一年，……。一是……。二是……: the year of which the points behind it tell.
    let mut handed = None;
    // 1994年，全县……: the year before the document's, of which the paragraphs behind it go on telling
    let mut reviewed = None;
    let mut part = false;
    // Years of the coming plan that the heading of a review speaks of too.
    let mut coming = None;
    // The years of a review before it turned to its last one.
    let mut turned = None;
    // 过去五年和2021年工作回顾: the heading names a term and its last year.
    let mut both = false;
    let mut term = None;
    for at in 0..blocks.len() {
        let text = blocks[at].span.of(&clean.text);
        let level = blocks[at].level;
        blocks[at].term = term;
        // 注 释, a line of its own without the look of a heading
        let short = if text.len() <= 30 { text } else { "" };
        let words: String = short.chars().filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':' | '*')).collect();
        if reports && blocks[at].kind == BlockKind::Paragraph && cues().notes.contains(&words) {
            section = Frame { mode: Mode::None, years: None };
            sub = section;
            blocks[at].frame = sub;
            continue;
        }
        match blocks[at].kind {
            BlockKind::Heading if kind != Kind::Communique => {
                // Notes at the end explain terms; they neither report nor promise.
                if cues().notes.within(text) {
                    section = Frame { mode: Mode::None, years: None };
                    sub = section;
                    blocks[at].frame = sub;
                    continue;
                }
                let mut found = of_heading(text, &clock, reports);
                coming = if found.mode == Mode::Review {
                    coming_plan(text, &clock).or_else(|| coming_year(text))
                } else {
                    None
                };
                if level <= 1 {
                    term = term_of(text, &found, review);
                }
                if found.mode == Mode::Review && level <= 1 {
                    both = term_and_year(text, &found, review, &blocks[at + 1..], clean);
                    if let Some((_, last)) = found.years.filter(|_| both) {
                        found.years = Some((last - 4, last));
                    }
                }
                // 一、本届政府开局之年的工作: what stands under the first heading of a report may tell of the year before.
                let untold = found.mode == Mode::None && level <= 1 && section.mode == Mode::None && reports;
                if untold && tells(clean, &blocks[at..]) {
                    found = Frame { mode: Mode::Review, years: review.map(|year| (year, year)) };
                }
                // 当前形势和基本任务, and under it what was achieved
                let unsaid = found.mode == Mode::Plan && level <= 1 && section.mode == Mode::None && reports;
                let unsaid = unsaid && !text.has("完成");
                if unsaid && years_in(text).is_empty() && plan_at(text).is_none() && tells(clean, &blocks[at..]) {
                    found = Frame { mode: Mode::Review, years: review.map(|year| (year, year)) };
                }
                // 三、强化农业基础 behind the review: what stands under it tells that it looks ahead.
                if found.mode == Mode::None
                    && level <= 1
                    && section.mode == Mode::Review
                    && reports
                    && asks(clean, &blocks[at..])
                {
                    let year = clock.review.map(|year| year + 1).or(clock.base);
                    found = Frame { mode: Mode::Plan, years: year.map(|year| (year, year)) };
                }
                if level == 0 {
                    (section, sub, part) = (found, found, true);
                } else if part && level == 1 && years_in(text).is_empty() {
                    sub = section;
                } else if level > 1 && coming_part(text, &found, &clock) {
                    // **“十三五”发展目标任务** under no 二、: a part of its own
                    (section, sub) = (found, found);
                } else if level > 1 && section.mode == Mode::Review && years_in(text).is_empty() {
                    // What was done is told under it, whatever verbs the heading has.
                    sub = section;
                } else if level <= 1 && (found.mode != Mode::None || section.mode == Mode::None) {
                    section = if found.mode == Mode::None { section } else { found };
                    sub = section;
                } else if found.mode != Mode::None && found.years.is_some() {
                    sub = found;
                }
                blocks[at].frame = sub;
            }
            BlockKind::Paragraph => {
                // “十三五”发展成就和“十四五”主要目标: from where a paragraph begins with it the coming plan is told of.
                // And the year: 2024年工作回顾和2025年工作安排.
                let begins = || {
                    let plan = plan_at(lead(text, 14)).map(|(_, plan)| plan_years(plan));
                    [plan, year_at_head(text).map(|(year, _)| (year, year))]
                };
                if coming.is_some() && begins().contains(&coming) {
                    sub = Frame { mode: Mode::Plan, years: coming.take() };
                }
                // 刚刚过去的2005年，是不平凡的一年: from there on, under a review of five years, that year is told of.
                if sub.mode == Mode::Review
                    && let Some((year, _)) = year_at_head(text).filter(|(_, rest)| both || rest.starts_with('是'))
                    && clock.review == Some(year)
                {
                    turned = turned.or(sub.years);
                    sub.years = Some((year, year));
                    // The headings below stand under the year, too.
                    section.years = if both { sub.years } else { section.years };
                }
                // 过去五年，成效显著： what stands below it tells of those years.
                if reports
                    && sub.mode == Mode::Review
                    && let Some(term) = introduces_term(text)
                    && let Some(year) = clock.review
                {
                    sub.years = Some((year - term + 1, year));
                }
                // 过去五年极不平凡: and back again.
                if names_term(lead(text, 14)).is_some() && sub.mode == Mode::Review {
                    sub.years = turned.take().or(sub.years);
                }
                let mut of_news = || {
                    let own = of_news(text, told, &clock);
                    let point = cues().in_turn.prefix(text.trim_start()).is_some();
                    handed = own.years.or(handed.filter(|_| point));
                    reviewed = goes_on(text, own, reviewed, &clock);
                    Frame { years: handed.or(reviewed), ..own }
                };
                blocks[at].frame = match kind {
                    Kind::Communique => section,
                    _ if news && sub == Frame::default() => of_news(),
                    _ => match told_of_before(text, base).filter(|_| news) {
                        Some(years) => Frame { mode: Mode::None, years: Some(years) },
                        None => match of_paragraph(text, sub, &clock, reports) {
                            own if interview && own == Frame::default() => of_news(),
                            own => own,
                        },
                    },
                };
            }
            _ => blocks[at].frame = sub,
        }
    }
    review
}

/// The first characters of a text.
fn lead(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_behind_a_plan_promise_nothing() {
        let text = "青沅县政府工作报告\n——2016年1月14日\n\n一、2015年工作回顾\n财政收入9亿元。\n\n二、2016年工作安排\n\
                    建设公园3个。\n\n注 释\n1、省级森林公园5个：岚水公园等。\n";
        let report = crate::analyze(text, &crate::Options::default()).unwrap();
        let last = report.figures.last().unwrap();
        assert_eq!((last.status, last.period.clone()), (crate::report::Status::Actual, None));
    }

    #[test]
    fn headings_tell_years_and_direction() {
        let clock = Clock { base: Some(2022), review: Some(2021) };
        let frame = |text| {
            let f = of_heading(text, &clock, true);
            (f.mode, f.years)
        };
        assert_eq!(frame("一、过去五年工作回顾"), (Mode::Review, Some((2017, 2021))));
        assert_eq!(frame("一、2021年工作回顾"), (Mode::Review, Some((2021, 2021))));
        assert_eq!(frame("二、今后五年的目标任务"), (Mode::Plan, Some((2022, 2026))));
        assert_eq!(frame("三、2022年工作安排"), (Mode::Plan, Some((2022, 2022))));
        assert_eq!(frame("二、“十四五”发展主要目标"), (Mode::Plan, Some((2021, 2025))));
        assert_eq!(frame("一、2020年财政决算草案"), (Mode::Review, Some((2020, 2020))));
    }

    /// The frame of each paragraph of a report of early 2022.
    #[inline(never)]
    fn frames(text: &str) -> Vec<(Mode, Option<(i32, i32)>)> {
        let clean = crate::clean::clean_text(text);
        let mut blocks = crate::structure::block::blocks(&clean);
        assign(&clean, &mut blocks, Kind::WorkReport, None, Date::new(2022, 1, 12).ok(), Some(2022));
        blocks.iter().filter(|b| b.kind == BlockKind::Paragraph).map(|b| (b.frame.mode, b.frame.years)).collect()
    }

    #[test]
    fn a_section_that_asks_more_than_it_tells_looks_ahead() {
        let asked = "要加快建设，要抓好落实，必须守住底线，继续深化改革，力争取得突破，确保完成任务，努力改善民生。";
        let told = "完成了投资，取得了成效，实现了增长。";
        let text = format!("一、2021年工作回顾\n{told}\n二、强化农业基础\n{asked}\n三、推进工业发展\n{asked}\n");
        let plan = (Mode::Plan, Some((2022, 2022)));
        assert_eq!(frames(&text), [(Mode::Review, Some((2021, 2021))), plan, plan]);
        let text = format!("一、2021年工作回顾\n{told}\n二、强化农业基础\n{told}\n");
        assert!(frames(&text).iter().all(|frame| frame.0 == Mode::Review));
    }

    #[test]
    fn the_first_section_of_a_report_tells_of_the_year_before_unless_it_asks() {
        let told = "生产总值增长8%，实现预期目标，完成投资9亿元，取得成效，比上年提高。";
        let text = format!("一、本届政府开局之年的工作\n{told}\n二、今年工作\n新建学校3所。\n");
        assert_eq!(frames(&text), [(Mode::Review, Some((2021, 2021))), (Mode::Plan, Some((2022, 2022)))]);
        assert_eq!(frames("一、认清形势\n要加快发展，要改善民生。\n"), [(Mode::None, None)]);
        let text = "一、过去四年工作回顾\n新建学校3所。\n二、“十四五”主要任务和2035年远景目标\n新建学校9所。\n";
        assert_eq!(frames(text), [(Mode::Review, Some((2018, 2021))), (Mode::Plan, Some((2021, 2025)))]);
    }

    #[test]
    fn a_heading_of_tasks_under_which_is_told_what_was_done_looks_back() {
        let told = "生产总值增长8%，实现预期目标，完成投资9亿元，取得成效，比上年提高。";
        let text = format!("一、当前形势和基本任务\n{told}\n");
        assert_eq!(frames(&text), [(Mode::Review, Some((2021, 2021)))]);
    }

    // News has no sections: a paragraph is of the year it begins with, or of the only one that the text names.
    #[test]
    fn a_paragraph_of_news_is_of_its_own_year_or_of_the_only_one() {
        let years = |text: &str| {
            let report = crate::analyze(text, &crate::Options::default()).unwrap();
            let year = |figure: &crate::report::Figure| {
                figure.period.as_ref().and_then(|period| period.start.as_deref()).map(|start| start[..4].to_owned())
            };
            report.figures.iter().map(year).collect::<Vec<_>>()
        };
        let only = Some("2009".to_owned());
        let text = "2009年，我市完成投资33亿元。新建道路9公里。\n粮食总产量65万吨，再创新高。\n";
        assert_eq!(years(text), [only.clone(), only.clone(), only]);
        let text = "2016年，全市完成投资33亿元。新建道路9公里。\n今年，项目建设提速。\n粮食总产量65万吨。\n";
        assert_eq!(years(text), [Some("2016".to_owned()), Some("2016".to_owned()), None]);
    }

    #[test]
    fn a_term_is_told_below_its_introduction_or_in_a_paragraph_that_names_it() {
        let year = (Mode::Review, Some((2021, 2021)));
        let term = (Mode::Review, Some((2017, 2021)));
        let text = "一、2021年和前四年工作回顾\n新建学校3所。\n过去五年，成果可观：\n新建学校30所。\n";
        assert_eq!(frames(text), [year, term, term]);
        let text = "一、2021年工作回顾\n新建学校3所。\n——这是全县加速发展的五年。新建道路9公里。\n";
        assert_eq!(frames(text), [year, term]);
    }

    #[test]
    fn a_review_of_years_turns_to_its_last_one_and_back() {
        let year = (Mode::Review, Some((2021, 2021)));
        let term = (Mode::Review, Some((2017, 2021)));
        let text = "一、过去五年工作回顾\n新建学校30所。\n2021年是“十三五”规划之后的第一年。\n新建学校3所。\n\
                    过去五年，成果可观。\n新建桥梁9座。\n";
        assert_eq!(frames(text), [term, year, year, term, term]);
        for opening in ["特别是，刚刚过去的2021年，是很不寻常的一年。", "在刚刚过去的2021年，全县经济平稳增长。"]
        {
            let text = format!("一、过去五年工作回顾\n{opening}\n");
            assert_eq!(frames(&text), [year]);
        }
    }

    #[test]
    fn a_plan_and_its_last_year_are_told_apart_and_a_coming_plan_is_a_part() {
        let (year, plan) = ((Mode::Review, Some((2021, 2021))), (Mode::Review, Some((2017, 2021))));
        let text = "一、过去五年及2021年工作回顾\n过去五年，成果可观。\n新建学校30所。\n各位代表，刚刚过去的2021年，更要铭记。\n\
                    （一）项目建设\n新建学校3所。\n";
        assert_eq!(frames(text), [plan, plan, year, year]);
        let text =
            "一、2021年工作回顾\n2021年是本届政府任期第一年。新建学校3所。\n**“十五五”发展目标任务**\n新建学校9所。\n";
        assert_eq!(frames(text), [year, (Mode::Plan, Some((2026, 2030)))]);
    }

    #[test]
    fn a_heading_spells_its_year() {
        let text =
            "二〇二一年工作回顾\n全县经济平稳。\n——工业稳中有进。完成投资13亿元。\n二〇二二年工作安排\n新建学校3所。\n";
        let frames = frames(text);
        assert_eq!(frames[1], (Mode::Review, Some((2021, 2021))));
        assert_eq!(frames[2], (Mode::Plan, Some((2022, 2022))));
    }

    #[test]
    fn a_paragraph_of_the_coming_term_spans_its_years() {
        let text = "一、2021年工作回顾\n生产总值增长8%。\n二、今后五年目标任务和2022年主要工作\n\
                    今后五年全县发展的主要目标是：生产总值年均增长7%。\n2022年，全县生产总值增长7%。\n";
        let frames = frames(text);
        assert_eq!(frames[1..], [(Mode::Plan, Some((2022, 2026))), (Mode::Plan, Some((2022, 2022)))]);
    }

    #[test]
    fn a_coming_plan_looks_ahead_and_a_paragraph_names_its_own_year() {
        let text = "一、五年来工作回顾\n刚刚过去的2021年，全县生产总值增长8%。\n\
                    二、用新理念统领“十五五”发展\n到2030年，全县生产总值达到700亿元。\n\
                    今年全县经济发展的总盘子是：生产总值增长7%。\n";
        let found = frames(text);
        assert_eq!(found[0], (Mode::Review, Some((2021, 2021))));
        assert_eq!(found[1], (Mode::Plan, Some((2026, 2030))));
        assert_eq!(found[2], (Mode::Plan, Some((2022, 2022))));
    }
}
