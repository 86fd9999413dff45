//! Targets in words: what the plan of a report says of an indicator without giving a number.

use super::context::{Contexts, units};
use super::names::Names;
use super::period::Period;
use super::told::Told;
use super::types::Worded;
use crate::lexicon::indicators::indicators;
use crate::lexicon::worded::worded;
use crate::report::{Kind, Span, Status};

/// One target in words.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) document: u32,
    pub(super) id: &'static str,
    pub(super) year: i32,
    pub(super) words: Worded,
}

/// Where a clause ends.
const ENDS: [char; 10] = ['，', '；', '。', '：', '、', ',', ';', ':', '\n', '？'];

/// Characters of a name that is too short to be looked for in running text.
const SHORT: usize = 4;

/// The targets in words of a report. They stand in one paragraph with targets that have a number, at or behind the first of
/// them: 预期目标是：生产总值增长6%；居民收入与经济增长基本同步.
pub(super) fn targets(document: u32, report: &Told, contexts: &Contexts, names: &Names) -> Vec<Target> {
    let mut targets = Vec::new();
    if report.document.kind != Kind::WorkReport {
        return targets;
    }
    let text = report.document.text;
    let mut read = 0;
    for figure in report.figures.iter().filter(|figure| figure.status == Status::Target) {
        let year = figure.period.and_then(|period| period.period(names)).and_then(Period::whole_year);
        let (Some(year), start) = (year, contexts.byte(figure.context.start)) else { continue };
        if start < read {
            continue;
        }
        let Some(rest) = text.get(start..) else { continue };
        let paragraph = rest.split('\n').next().unwrap_or(rest);
        read = start + paragraph.len();
        let (mut counted, mut unit) = (0, figure.context.start);
        // Few clauses have the words: the clause is looked for around them, not they in every clause.
        for at in worded().all_in(paragraph) {
            if at < counted {
                continue;
            }
            let begin = paragraph[..at].rfind(ENDS).map_or(0, |end| end + character(&paragraph[end..]));
            let end = paragraph[at..].find(ENDS).map_or(paragraph.len(), |end| at + end);
            let quote = paragraph[begin..end].trim();
            let from = begin + paragraph[begin..end].find(quote).unwrap_or_default();
            if let Some(id) = aimed(quote) {
                let start = unit + units(&paragraph[counted..from]);
                let span = Span { start, end: start + units(quote) };
                (counted, unit) = (from + quote.len(), span.end);
                targets.push(Target { document, id, year, words: Worded { quote: quote.into(), span } });
            }
        }
    }
    targets
}

/// Bytes of the first character.
fn character(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// The indicator of which a clause wants something without a number: 居民收入 in 居民收入增长与经济增长基本同步.
fn aimed(clause: &str) -> Option<&'static str> {
    if clause.chars().any(char::is_numeric) {
        return None;
    }
    let Some(hit) = indicators().find_all(clause).into_iter().next() else { return short(clause) };
    let before = clause.get(..hit.start)?;
    let behind = clause.get(hit.end..)?;
    if worded().measures(before) || !worded().says(behind) || worded().parts(behind) {
        return None;
    }
    Some(indicators().get(hit.id)?.id)
}

/// The indicator of a short name that a clause begins with: 进出口稳中提质.
fn short(clause: &str) -> Option<&'static str> {
    let bare = worded().bare(clause);
    let ends = bare.char_indices().skip(2).map(|(at, _)| at).take(SHORT);
    let (end, indicator) = ends.filter_map(|end| Some((end, indicators().exact(&bare[..end])?))).last()?;
    let behind = &bare[end..];
    (worded().says(behind) && !worded().parts(behind)).then_some(indicator.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    /// What a plan says of each indicator in words: the indicator and the clause.
    fn said(plan: &str) -> Vec<(&'static str, String)> {
        let text = format!(
            "云岭县人民政府工作报告\n——2023年1月10日在云岭县第十七届人民代表大会上\n\n一、2022年工作回顾\n\
             2022年，全县居民收入与经济增长基本同步，地区生产总值增长5%。\n\n二、2023年工作安排\n{plan}\n"
        );
        let report = crate::analyze(text.as_str(), &Options::default()).unwrap();
        let document = &report.document.text.encode_utf16().collect::<Vec<u16>>();
        let mut names = Names::default();
        let told = Told::of(&report, &mut names);
        targets(0, &told, &Contexts::new(&report.document.text), &names)
            .into_iter()
            .map(|Target { id, year, words, .. }| {
                let quoted = &document[words.span.start as usize..words.span.end as usize];
                assert_eq!((String::from_utf16_lossy(quoted), year), (words.quote.to_string(), 2023));
                (id, words.quote.to_string())
            })
            .collect()
    }

    #[test]
    fn a_plan_says_a_target_in_words() {
        for (clause, id) in [
            ("一般公共预算收入与经济增长基本同步", "general_public_budget_revenue"),
            ("居民人均可支配收入增速高于GDP增速", "resident_disposable_income"),
            ("进出口总额实现正增长", "imports_exports"),
            ("居民消费价格保持基本稳定", "cpi"),
            ("进出口回稳向好", "imports_exports"),
            ("促进进出口稳中提质", "imports_exports"),
            ("外贸进出口保稳提质", "imports_exports"),
        ] {
            let plan = format!("2023年全县主要预期目标是：地区生产总值增长6%左右；{clause}；城镇新增就业4000人以上。");
            assert_eq!(said(&plan), [(id, clause.to_owned())], "{clause}");
        }
    }

    #[test]
    fn a_number_a_review_or_a_measure_is_no_target_in_words() {
        for plan in [
            "2023年全县主要预期目标是：地区生产总值增长6%左右；居民消费价格涨幅稳定在2%左右。",
            "2023年全县主要预期目标是：地区生产总值增长6%左右；农民收入与经济增长明显改善。",
            "2023年全县主要预期目标是：一般公共预算收入增长6%左右；就业岗位与地区生产总值同步增加。",
            "2023年全县主要预期目标是：地区生产总值增长6%左右；货物出口占全省比重稳中有进。",
        ] {
            assert_eq!(said(plan), [], "{plan}");
        }
    }
}
