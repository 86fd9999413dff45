//! Several documents in one file: where the next begins, and its day. 今年 means another year there.

use jiff::civil::Date;

use super::block::{Block, BlockKind};
use super::day::{full_day, year_of_title};
use super::title::tidy;
use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::lexicon::search::Search;
use crate::report::Kind;

/// The day of the document that a block belongs to, and the year that 今年 means in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clock {
    /// Day of the document.
    pub date: Option<Date>,
    /// Year of the document, known even where the day is not.
    pub base_year: Option<i32>,
}

/// A document behind the first of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its first block, which holds its title.
    pub(super) block: usize,
    pub(super) title: String,
    /// Its day, and the block that tells it.
    day: Option<(usize, Date)>,
}

/// Characters of the longest title.
const TITLE: usize = 60;
/// Documents of a file that are told apart: each is asked for at every line.
const PARTS: usize = 100;
/// Lines below a title in which its day or its address stands.
const HEAD: usize = 5;

/// The documents behind the first: a title of a report again, below running text, and below it a day or an address.
#[inline(never)]
pub(super) fn parts(clean: &Clean, blocks: &[Block]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut told = false;
    for (at, block) in blocks.iter().enumerate() {
        let text = block.span.of(&clean.text);
        // No title is longer, whatever its characters.
        if text.len() > 4 * TITLE || text.has("。") {
            told |= text.has("。");
            continue;
        }
        if !told || !matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Title) {
            continue;
        }
        let title = tidy(text);
        if cues().whole_report.suffix(&title).is_none() || title.chars().count() > TITLE {
            continue;
        }
        let below = blocks.iter().enumerate().skip(at + 1).take(HEAD).map(|(i, b)| (i, b.span.of(&clean.text)));
        let day = below.clone().find_map(|(i, line)| {
            let short = line.chars().nth(90).is_none() && !line.has("。");
            full_day(line).filter(|_| short).map(|day| (i, day))
        });
        let addressed = below.clone().any(|(_, line)| line.starts_with("各位代表"));
        if day.is_some() || addressed && year_of_title(&title).is_some() {
            parts.push(Part { block: at, title, day });
            told = false;
        }
        if parts.len() == PARTS {
            break;
        }
    }
    parts
}

/// Gives every block its clock, and titles and datelines of later documents their kind.
pub(super) fn set_clocks(blocks: &mut [Block], parts: &[Part], kind: Kind, first: Clock) {
    let mut clock = first;
    let mut next = parts.iter().peekable();
    for at in 0..blocks.len() {
        if let Some(part) = next.next_if(|part| part.block == at) {
            let after = i32::from(kind == Kind::Communique);
            let titled = year_of_title(&part.title).map(|year| year + after);
            let date = part.day.map(|(_, date)| date);
            clock = Clock { date, base_year: date.map(|date| i32::from(date.year())).or(titled) };
            blocks[at].kind = BlockKind::Title;
            if let Some((line, _)) = part.day {
                blocks[line].kind = BlockKind::Dateline;
            }
        }
        blocks[at].clock = clock;
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn each_document_of_a_file_has_its_own_years() {
        let report = |year: i32, value: u32| {
            format!(
                "青沅县{year}年政府工作报告\n\n——{year}年1月10日在青沅县第十七届人民代表大会上\n\n县长　陆明远\n\n\
                 各位代表：\n\n一、过去一年工作\n\n去年，全县地区生产总值{value}亿元。\n\n二、今年的主要任务\n\n\
                 今年，全县地区生产总值增长6%。\n\n"
            )
        };
        let text = format!("{}{}", report(2023, 170), report(2024, 180));
        let read = analyze(text.as_str(), &Options::default()).unwrap();
        let years: Vec<&str> =
            read.figures.iter().filter_map(|f| f.period.as_ref()?.start.as_deref().map(|day| &day[..4])).collect();
        assert_eq!(years, ["2022", "2023", "2023", "2024"]);
        assert_eq!(read.document.title.as_deref(), Some("青沅县2023年政府工作报告"));
    }
}
