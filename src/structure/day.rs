//! The day of the document: a dateline, a publication line, or what the text lets one work out.

use jiff::civil::Date;

use super::block::{Block, BlockKind};
use super::year as written;
use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::lexicon::numeral;
use crate::lexicon::search::Search;
use crate::report::{DateSource, Kind};

pub(super) struct Found {
    pub(super) date: Option<(Date, DateSource)>,
    pub(super) base_year: Option<i32>,
}

/// Lines at the head in which a dateline can stand.
const HEAD: usize = 14;

pub(super) fn find(clean: &Clean, blocks: &mut [Block], kind: Kind, title: Option<&str>) -> Found {
    for block in blocks.iter_mut().take(HEAD) {
        let text = block.span.of(&clean.text);
        if block.kind == BlockKind::Title
            || text.chars().count() > 90
            || text.has("。") && !text.starts_with(['（', '(', '—', '-'])
        {
            continue;
        }
        if let Some(date) = full_day(text)
            && !text.has("专题")
        {
            block.kind = BlockKind::Dateline;
            return Found { date: Some((date, DateSource::Stated)), base_year: Some(i32::from(date.year())) };
        }
    }
    // A title can hold the day: 大同市政府工作报告（2022年2月11日 张强）
    let front = clean.lines.iter().take(8).map(|line| line.of(&clean.text)).find(|line| line.starts_with("title:"));
    let heads = || blocks.iter().take(HEAD).filter(|b| b.kind == BlockKind::Title).map(|b| b.span.of(&clean.text));
    if let Some(date) =
        title.and_then(full_day).or_else(|| front.and_then(full_day)).or_else(|| heads().find_map(full_day))
    {
        return Found { date: Some((date, DateSource::Stated)), base_year: Some(i32::from(date.year())) };
    }
    let titled = title.and_then(year_of_title).or_else(|| front.and_then(year_of_title));
    if let Some(year) = titled {
        // A communiqué appears in the year after the one it reports.
        let base = if kind == Kind::Communique { year + 1 } else { year };
        return Found { date: None, base_year: Some(base) };
    }
    if let Some(year) = blocks.iter().take(HEAD).find_map(|block| year_of_number(block.span.of(&clean.text))) {
        return Found { date: None, base_year: Some(year) };
    }
    infer(clean, blocks)
}

/// The year in a paper's number: 青政发〔2024〕5号.
fn year_of_number(line: &str) -> Option<i32> {
    let (_, inner) = line.split_once(['〔', '［', '['])?;
    let (year, rest) = inner.split_once(['〕', '］', ']'])?;
    let count = rest.trim_end_matches('号').trim_start_matches('第').trim();
    let numbered = rest.ends_with('号') && !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit());
    year.parse().ok().filter(|year| numbered && (1949..=2100).contains(year))
}

/// The year of a title: 2025年青沅县政府工作报告; not one that it looks ahead to (二〇三五年远景目标, 2021—2035年).
pub(super) fn year_of_title(title: &str) -> Option<i32> {
    let own = |year: &written::Year| {
        !title[year.end..].starts_with("远景") && !title[..year.start].ends_with(['—', '-', '－', '至', '到'])
    };
    written::years(title).filter(own).last().map(|year| year.number)
}

/// A news text that names past years and 今年 beside them was written in the year after the last of them; a day of the
/// month at which it says to have appeared completes it.
#[inline(never)]
fn infer(clean: &Clean, blocks: &[Block]) -> Found {
    let mut years: Vec<i32> = Vec::new();
    let mut printed = None;
    let mut this_year = false;
    let mut current = None;
    for block in blocks {
        let text = block.span.of(&clean.text);
        if text.has("专题") || text.has("版权") {
            continue;
        }
        current = current.max(written_in(text)).max(aimed_in(text));
        // A year that lies ahead (到2025年), or is spelled, tells nothing of the day of writing.
        years.extend(written::years(text).filter_map(|found| {
            let digits = found.end - found.start == 4 + '年'.len_utf8();
            let before = &text[..found.start];
            let ahead = before.ends_with(['到', '至', '—', '-']) || written::is_to_come(before);
            // 2015年以来最好位次: what is measured by it may lie years behind.
            let since = text[found.end..].starts_with("以来");
            (digits && !ahead && !since && found.number >= 1949).then_some(found.number)
        }));
        this_year |= text.has("今年");
        if printed.is_none() {
            printed = ["刊发", "讯", "电", "刊登", "发布"].iter().find_map(|word| {
                let at = text.place_of(word)?;
                let head: String = text[..at].chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
                month_day(&head)
            });
        }
    }
    years.sort_unstable();
    let Some(last) = years.last().copied() else { return Found { date: None, base_year: None } };
    let named = current == Some(last) || clean.text.contains(&format!("今年（{last}年）"));
    // 新华社青沅2021年6月18日电 今年以来，……; 2021年6月18日，全县召开推进会，要求今年……: the year in which it was written.
    let opening = blocks.iter().take(HEAD).map(|block| block.span.of(&clean.text)).find_map(opening_day);
    let dated = opening.filter(|(day, _)| i32::from(day.year()) == last);
    if let Some((day, _)) = dated.filter(|(_, wired)| *wired) {
        return Found { date: Some((day, DateSource::Stated)), base_year: Some(last) };
    }
    let base = if this_year && !named && dated.is_none() { last + 1 } else { last };
    let date = printed.and_then(|(m, d)| Date::new(i16::try_from(base).ok()?, m, d).ok());
    Found { date: date.map(|d| (d, DateSource::Inferred)), base_year: Some(base) }
}

/// Characters of an opening in which the day of news stands.
const OPENING: usize = 40;

/// The whole day with which a paragraph opens, and whether it is when the news was sent: 青沅2021年6月18日电.
fn opening_day(text: &str) -> Option<(Date, bool)> {
    let head = text.char_indices().nth(OPENING).map_or(text, |(end, _)| &text[..end]);
    let year = written::years(head).next()?;
    let day = full_day(&head[year.start..])?;
    let behind = head[year.end..].split_once('日').map_or("", |(_, rest)| rest);
    Some((day, behind.starts_with(['电', '讯'])))
}

/// 2025年，142个计划实施项目已开工85个: the year that a paragraph begins with and speaks of as its own.
fn written_in(text: &str) -> Option<i32> {
    let first = written::years(text).next().filter(|year| year.start == 0)?;
    let sentence = text[first.end..].split('。').next().unwrap_or_default();
    let near = sentence.char_indices().nth(40).map_or(sentence, |(end, _)| &sentence[..end]);
    (cues().present.within(near) && !cues().tells.within(near)).then_some(first.number)
}

/// 报告提出，2024年生产总值预期增长6%: the year for which something is aimed at, and nothing told as done.
fn aimed_in(text: &str) -> Option<i32> {
    let aimed = |year: &written::Year| {
        let behind = &text[year.end..];
        let near = behind.char_indices().nth(30).map_or(behind, |(end, _)| &behind[..end]);
        let near = near.split(['。', '；']).next().unwrap_or_default();
        // 到2025年, 2021—2025年 lie ahead.
        let ahead = text[..year.start].ends_with(['到', '至', '—', '-', '前']) || near.starts_with(['前', '底', '末']);
        !ahead && cues().aimed.within(near) && !cues().tells.within(near)
    };
    written::years(text).filter(aimed).map(|year| year.number).max()
}

fn month_day(text: &str) -> Option<(i8, i8)> {
    let at = text.place_of("月")?;
    let head = &text[..at];
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let month = head[head.len() - digits..].parse().ok()?;
    let tail = &text[at + 3..];
    let len = tail.bytes().take_while(u8::is_ascii_digit).count();
    let day = tail[..len].parse().ok()?;
    tail[len..].starts_with('日').then_some((month, day))
}

/// The first full day in a line, in any writing.
pub(super) fn full_day(text: &str) -> Option<Date> {
    // A dateline is short; a longer line is none.
    let text = text.char_indices().nth(200).map_or(text, |(end, _)| &text[..end]);
    for found in written::years(text) {
        let part = |text: &str, mark: char| {
            let text = text.trim_start_matches([' ', '\u{3000}']);
            let n = numeral::numeral(text)?;
            let rest = text[n.len..].trim_start_matches([' ', '\u{3000}']);
            Some((i8::try_from(n.value.to_i32()?).ok()?, rest.strip_prefix(mark)?.to_owned()))
        };
        let Some((month, rest)) = part(&text[found.end..], '月') else { continue };
        let Some((day, _)) = part(&rest, '日') else { continue };
        if let Ok(date) = Date::new(i16::try_from(found.number).ok()?, month, day) {
            return Some(date);
        }
    }
    iso_day(text).or_else(|| day_first(text))
}

/// 16.05.2016: how some pages write the day that they appeared.
fn day_first(text: &str) -> Option<Date> {
    let head = text.trim_start().split([' ', '\u{3000}']).next()?;
    let mut parts = head.splitn(3, '.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = (day.len(), month.len(), year.len()) == (2, 2, 4);
    whole.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()).flatten()
}

/// 2021-10-01, 2021/10/01
fn iso_day(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    for at in 0..bytes.len().saturating_sub(7) {
        let year = bytes[at..at + 4].iter().all(u8::is_ascii_digit) && matches!(bytes[at + 4], b'-' | b'/' | b'.');
        if !year || at > 0 && bytes[at - 1].is_ascii_digit() {
            continue;
        }
        let near = text[at..].char_indices().nth(12).map_or(&text[at..], |(end, _)| &text[at..at + end]);
        let mut parts = near.splitn(3, ['-', '/', '.']);
        let (Some(y), Some(m), Some(d)) = (parts.next(), parts.next(), parts.next()) else { return None };
        let d = &d[..d.bytes().take_while(u8::is_ascii_digit).count()];
        if y.len() == 4
            && matches!(m.len(), 1 | 2)
            && matches!(d.len(), 1 | 2)
            && let (Ok(y), Ok(m), Ok(d)) = (y.parse(), m.parse(), d.parse())
            && let Ok(date) = Date::new(y, m, d)
        {
            return Some(date);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    // 今年 beside a year makes that year the last one, unless a paragraph speaks of it as its own.
    #[test]
    fn the_year_of_writing_is_the_one_spoken_of_as_present() {
        let year = |text: &str| {
            let report = crate::analyze(text, &crate::Options::default()).ok()?;
            report.figures.last()?.period.as_ref()?.start.as_deref().map(|start| start[..4].to_owned())
        };
        let text = "今年以来，项目建设提速。\n2025年，142个计划实施项目已开工85个。\n一季度，完成投资25亿元。\n";
        assert_eq!(year(text).as_deref(), Some("2025"));
        let text =
            "报告指出，2023年，全县完成投资90亿元。报告提出，2024年投资预期增长6%。\n今年，继续加油，投资25亿元。\n";
        assert_eq!(year(text).as_deref(), Some("2024"));
        let text = "2024年，项目开工。今年计划投资90亿元，预计于2026年8月建成投产。\n一季度，完成投资25亿元。\n";
        assert_eq!(year(text).as_deref(), Some("2025"));
        let text = "2024年，全县完成投资90亿元。\n今年以来，项目建设提速。\n一季度，完成投资25亿元。\n";
        assert_eq!(year(text).as_deref(), Some("2025"));
    }

    // 今年 in news that opens with its whole day is of that year.
    #[test]
    fn news_is_of_the_year_of_the_day_it_opens_with() {
        let read = |text: &str| crate::analyze(text, &crate::Options::default()).unwrap();
        let sent = read("新华社郑州2021年6月18日电 今年以来，河南省新开工项目32个。\n");
        assert_eq!(sent.document.date.as_deref(), Some("2021-06-18"));
        for text in [
            "2021年6月18日，青沅县召开推进会，要求今年年底前完成32个项目。\n",
            "2021年6月18日上午，青沅县召开推进会。今年全县计划引进项目150个。\n",
        ] {
            let period = read(text).figures.first().and_then(|figure| figure.period.clone()).unwrap();
            assert_eq!(period.end.as_deref(), Some("2021-12-31"), "{text}");
        }
    }

    #[test]
    fn a_paper_s_number_has_its_year_and_a_plan_s_title_the_one_it_ends_in() {
        assert_eq!(year_of_number("青政发〔2024〕5号"), Some(2024));
        assert_eq!(year_of_number("[2024]"), None);
        assert_eq!(year_of_title("2025年青沅县政府工作报告"), Some(2025));
        assert_eq!(year_of_title("第十五个五年规划和二〇四〇年远景目标纲要"), None);
        assert_eq!(year_of_title("青沅县2021—2035年空间规划"), None);
    }

    #[test]
    fn days_are_read_in_all_writings() {
        let day = |text| full_day(text).map(|d| d.to_string()).unwrap_or_default();
        assert_eq!(day("--2020年4月29日在武川县"), "2020-04-29");
        assert_eq!(day("——二〇一〇年一月二十五日在"), "2010-01-25");
        assert_eq!(day("2021年10月01日 09:04 | 来源"), "2021-10-01");
        assert_eq!(day("时间：2021-10-01 来源"), "2021-10-01");
        assert_eq!(day("16.05.2016  05:33"), "2016-05-16");
        assert_eq!(day("2019年工作回顾"), "");
    }
}
