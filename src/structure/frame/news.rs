//! Frames of news, which has no sections: what it announces, and the years its paragraphs name.

use super::opening::{year_at_head, years_of_term};
use super::told::asked_and_told;
use super::{Clock, Frame, Mode, lead};
use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::lexicon::search::Search;
use crate::structure::block::{Block, BlockKind};
use crate::structure::year::{Year, is_to_come, years};

/// News of what a report has just promised: 报告明确，今年将办好十件实事.
pub(super) fn announces(clean: &Clean, blocks: &[Block]) -> bool {
    let mut opening = blocks.iter().take(6).map(|block| block.span.of(&clean.text));
    // 今年将继续办好民生实事, and nothing is compared with the year before
    let says = |text: &str| {
        let promised = text.split('。').any(|sentence| {
            cues().promising.within(sentence) && cues().this_year.within(sentence) && sentence.contains(['将', '要'])
        });
        let headed = !text.has("。") && cues().promising.within(text) && cues().to_do.within(text);
        promised || headed
    };
    if cues().grown.within(&clean.text) {
        return false;
    }
    if opening.clone().any(says) {
        return true;
    }
    if !opening.any(|text| cues().promising.within(text)) {
        return false;
    }
    let (asks, tells) = asked_and_told(clean, blocks.iter());
    asks >= 3 && asks > tells
}

/// The one year of which a news text tells, where it speaks of no other and not of 今年.
pub(super) fn one_year(clean: &Clean, blocks: &[Block], base: Option<i32>) -> Option<i32> {
    if cues().other_year.within(&clean.text) {
        return None;
    }
    let texts = blocks.iter().filter(|block| block.kind != BlockKind::Dateline).map(|block| block.span.of(&clean.text));
    let other = |behind: &str| is_part(behind) || behind.starts_with("以来");
    // 将于2027年通车: what is to come frames nothing.
    let ahead = |year: &Year, before: &str| is_to_come(before) && base.is_some_and(|base| year.number > base);
    let whole = texts.flat_map(|text| {
        // 到2020年要赶上全国平均水平: what is to come by then is no year that is told of.
        let told = |year: &Year| (!text[..year.start].ends_with('到')).then_some(year.number);
        years(text)
            .filter(move |year| !other(&text[year.end..]) && !ahead(year, &text[..year.start]))
            .map(move |year| told(&year))
    });
    let mut found = whole;
    let first = found.next()??;
    found.all(|year| year == Some(first)).then_some(first)
}

/// 2024年[4月12日], 2024年[一季度]: a day or a part of a year.
fn is_part(behind: &str) -> bool {
    behind.starts_with(|c: char| c.is_ascii_digit() || "一二三四上下前末底初".has_char(c))
}

/// The frame of a paragraph of news: 今后五年，主要目标是……; 2016年，全市……
pub(super) fn of_news(text: &str, told: Option<i32>, clock: &Clock) -> Frame {
    // 陆明远（以下简称“陆”）：2010年是……
    let speaker = if lead(text, 30).has("以下简称") { 30 } else { 12 };
    let body = lead(text, speaker).find(['：', ':']).map_or(text, |at| text[at..].trim_start_matches(['：', ':']));
    let opening = lead(body, 40);
    if let Some(base) = clock.base
        && cues().target.within(opening)
        && cues().term_coming.within(opening)
        && let Some(term) = years_of_term(opening)
    {
        return Frame { mode: Mode::Plan, years: Some((base, base + term - 1)) };
    }
    let year = year_at_head(body).filter(|(_, rest)| !is_part(rest)).map(|(year, _)| year).or(told);
    // 过去的一年，我们……
    let past = || cues().year_past.prefix(body.trim_start()).and(clock.base).map(|base| base - 1);
    let year = year.or_else(past);
    Frame { mode: Mode::None, years: year.map(|year| (year, year)) }
}

/// 陆明远在会上说，2016年，全县……: in news of what a report promises, a paragraph that opens with a year gone by.
pub(super) fn told_of_before(text: &str, base: Option<i32>) -> Option<(i32, i32)> {
    let opening = lead(text, 30);
    let year = years(opening).next().filter(|year| base.is_some_and(|base| year.number < base))?;
    let clause = opening[..year.start].is_empty() || opening[..year.start].ends_with(['，', '：', '“', ',', ':']);
    (clause && !is_part(&text[year.end..])).then_some((year.number, year.number))
}

/// The year before the document's, with which a paragraph opened, as long as those behind it name no other time at their
/// heads, ask nothing and promise nothing.
pub(super) fn goes_on(text: &str, own: Frame, before: Option<(i32, i32)>, clock: &Clock) -> Option<(i32, i32)> {
    if own.mode != Mode::None {
        return None;
    }
    let last = clock.base.map(|base| (base - 1, base - 1));
    if own.years.is_some() {
        return own.years.filter(|years| Some(*years) == last);
    }
    let opening = lead(text, 40);
    let other = years(opening).next().is_some()
        || cues().other_year.within(opening)
        || cues().now.within(opening)
        || cues().asks.within(opening)
        || cues().asking.prefix(text.trim_start()).is_some();
    before.filter(|_| !other)
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn the_year_before_goes_on_until_another_time_is_named() {
        let text = "青沅县概况\n\n1994年，全县财政收入4468万元。1983年建县。\n工业总产值2.5亿元。\n今年以来，项目建设提速。\n完成投资3亿元。\n";
        let options = Options { date: Some("1995-06-30".to_owned()), ..Options::default() };
        let report = analyze(text, &options).unwrap();
        let year = |at: usize| report.figures[at].period.as_ref().and_then(|period| period.end.clone());
        assert_eq!([year(0), year(1)], [Some("1994-12-31".to_owned()), Some("1994-12-31".to_owned())]);
        assert_ne!(year(2), Some("1994-12-31".to_owned()));
    }

    #[test]
    fn news_of_a_promise_tells_of_the_year_gone_by_too() {
        let text = "县人代会开幕\n\n3月1日，陆明远作政府工作报告，报告要求确保完成任务，必须加快建设，力争再进一步。\n\n\
                    陆明远在会上说，2016年，全县生产总值91亿元。\n";
        let options = Options { date: Some("2017-03-01".to_owned()), ..Options::default() };
        let report = analyze(text, &options).unwrap();
        let figure = report.figures.last().unwrap();
        assert_eq!(figure.status, crate::report::Status::Actual);
        assert_eq!(figure.period.as_ref().and_then(|period| period.end.as_deref()), Some("2016-12-31"));
    }

    #[test]
    fn the_past_year_of_an_interview_holds_for_its_points() {
        let text = "记者：过去一年有何成绩？\n陆明远：过去的一年，我们稳步前行。\n一是发展有速度。财政收入9亿元。\n\
                    二是发展有质量。服务业占比达到58%。\n记者：今后呢？\n陆明远：我们有企业300家。\n";
        let options = Options { date: Some("2017-03-05".to_owned()), ..Options::default() };
        let report = analyze(text, &options).unwrap();
        let year = |at: usize| report.figures[at].period.as_ref().and_then(|period| period.end.clone());
        assert_eq!(report.document.kind, crate::report::Kind::Interview);
        assert_eq!([year(0), year(1)], [Some("2016-12-31".to_owned()), Some("2016-12-31".to_owned())]);
        assert_eq!(year(2), None);
    }
}
