//! Who issued a paper: named in its title before 关于, else in the signature at its end; whom it is sent to is another.

use crate::clean::Clean;
use crate::lexicon::cues::frames as frame_cues;
use crate::lexicon::place_cues::places as cues;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::structure::block::{Block, BlockKind};
use crate::structure::day::full_day;

/// Characters of the longest signature.
const SIGNATURE: usize = 24;
/// Lines at the head in which a paper's number stands.
const HEAD: usize = 8;
/// Characters of the longest line with a day alone.
const DAY: usize = 16;

/// True of the line that says whom a paper is sent to: 各县（市、区）人民政府，市直各单位：
pub(super) fn is_addressee(line: &str) -> bool {
    line.starts_with('各') || line.has("各") && line.ends_with(['：', ':'])
}

/// The words of a title before 关于: 青沅县人民政府[关于支持大坪县加快发展的意见].
pub(super) fn of_title(title: &str) -> Option<&str> {
    let at = title.place_of("关于")?;
    Some(&title[..at])
}

/// True of a title or a signature of the nation's own bodies.
pub(super) fn is_national(line: &str) -> bool {
    let line = line.trim_start_matches(['《', '*', '#', ' ']);
    // 国家统计局青岚调查队 is of its place.
    let of_place = |body: &str| {
        let rest = &line[body.len()..];
        regions().may_begin(rest) && regions().find_all(rest).first().is_some_and(|hit| hit.start == 0)
    };
    cues().nation_body.prefix(line).is_some_and(|body| !of_place(body))
}

/// The province that a paper's number begins with by its short name: 豫政发〔2024〕5号.
pub(super) fn of_number(clean: &Clean, blocks: &[Block]) -> Option<u32> {
    blocks.iter().take(HEAD).find_map(|block| {
        let line = block.span.of(&clean.text);
        if line.chars().nth(SIGNATURE).is_some() || !line.contains(['〔', '[']) || !line.has("号") {
            return None;
        }
        let name = line.chars().next()?;
        let behind = &line[name.len_utf8()..];
        cues().paper.prefix(behind)?;
        regions().resolve(name.encode_utf8(&mut [0; 4]), None)
    })
}

/// The body that signs: on a line of its own above the day, or before it on one line.
pub(super) fn signature<'a>(clean: &'a Clean, blocks: &[Block]) -> Option<&'a str> {
    let signs = |line: &str| {
        line.chars().count() <= SIGNATURE && frame_cues().issuer_end.suffix(line).is_some() && !is_addressee(line)
    };
    blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Title).find_map(|(at, block)| {
        let line = block.span.of(&clean.text);
        // Most lines are longer than any signature with its day.
        if line.len() > 3 * (SIGNATURE + DAY) {
            return None;
        }
        if let Some(day) = line.find(|c: char| c.is_ascii_digit() || matches!(c, '二' | '一')).filter(|day| *day > 0)
            && full_day(&line[day..]).is_some()
        {
            return Some(line[..day].trim()).filter(|body| signs(body));
        }
        let next = blocks.get(at + 1)?.span.of(&clean.text);
        let dated = next.chars().nth(DAY).is_none() && full_day(next).is_some();
        (dated && signs(line)).then_some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    fn region(text: &str) -> Vec<String> {
        analyze(text, &Options::default()).map(|report| report.document.region).unwrap()
    }

    #[test]
    fn a_paper_is_of_whoever_issued_it() {
        let body = "各县（市、区）人民政府，市直各单位：\n\n到2026年，全市民营企业达到3万家，武陟县要先行先试。\n";
        let signed = format!("关于支持武陟县加快发展的意见\n\n{body}\n焦作市人民政府\n\n2024年5月6日\n");
        assert_eq!(region(&signed).last().map(String::as_str), Some("焦作市"));
        let inline = format!("关于支持武陟县加快发展的意见\n\n{body}\n焦作市人民政府办公室　2024年5月6日\n");
        assert_eq!(region(&inline).last().map(String::as_str), Some("焦作市"));
        let titled = format!("焦作市人民政府关于支持武陟县加快发展的意见\n\n{body}");
        assert_eq!(region(&titled).last().map(String::as_str), Some("焦作市"));
        let nation = "国务院关于加快发展的意见\n\n各省、自治区、直辖市人民政府：\n\n到2030年达到3000万人。\n";
        assert_eq!(region(nation), ["中国"]);
        assert!(is_addressee("各省、自治区、直辖市人民政府：") && !is_addressee("焦作市人民政府"));
    }
}
