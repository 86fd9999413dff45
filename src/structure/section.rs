//! Stretches with one speaker or one topic: the parts of a report, the interviews of a roundup.

use super::block::{Block, BlockKind};
use super::speaker::{Speaker, is_card, is_titled_card};
use crate::clean::Clean;
use crate::lexicon::cues::frames as cues;
use crate::lexicon::regions::regions;
use crate::report::PersonRole;
use crate::span::{self, Span};

/// One stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// From its heading to the next.
    pub span: Span<span::Clean>,
    /// Its heading, cleaned.
    pub heading: Option<String>,
    /// Who speaks.
    pub speaker: Option<String>,
    /// Place it speaks for; empty where that is the document's.
    pub region: Vec<String>,
    /// Its code.
    pub code: Option<u32>,
}

#[inline(never)]
pub(super) fn sections(clean: &Clean, blocks: &mut [Block], people: &[Speaker], document: Option<u32>) -> Vec<Section> {
    let interviewed: Vec<(&Speaker, usize)> = people
        .iter()
        .filter(|p| p.role == PersonRole::Speaker && p.interviewed)
        .filter_map(|p| p.spans.iter().map(|s| s.start).min().map(|at| (p, at)))
        .collect();
    let items = items(clean, blocks);
    let mut sections: Vec<Section> = Vec::new();
    let mut starts: Vec<(usize, Option<String>, Option<&Speaker>)> = Vec::new();
    for i in 0..blocks.len() {
        let block = &blocks[i];
        let visit = if interviewed.len() > 1 {
            interviewed.iter().find(|(_, at)| (block.span.start..block.span.end).contains(at))
        } else {
            None
        };
        let line = block.span.of(&clean.text);
        let card = !line.starts_with(['—', '-']) && is_card(line);
        if let Some((speaker, _)) = visit.filter(|_| card || line.starts_with(['—', '-'])) {
            if is_titled_card(line) {
                let words = line.trim_matches(['#', '*', ' ', '【', '】']).to_owned();
                starts.push((i, Some(words), Some(speaker)));
                continue;
            }
            // The line above the byline is the interview's title.
            let above = i.checked_sub(1).filter(|&j| {
                let text = blocks[j].span.of(&clean.text);
                let heading = !card || blocks[j].kind == BlockKind::Heading;
                heading
                    && blocks[j].kind != BlockKind::Title
                    && text.chars().count() <= 40
                    && !text.contains(['。', '，'])
            });
            let heading = above.map(|j| blocks[j].span.of(&clean.text).to_owned());
            // The heading began a section of its own a line ago.
            starts.pop_if(|(first, ..)| Some(*first) == above);
            starts.push((above.unwrap_or(i), heading, Some(speaker)));
        } else if items.contains(&i) {
            starts.push((i, None, None));
        } else if begins_document(blocks, i) || block.kind == BlockKind::Heading && block.level <= 1 {
            let words = block.span.of(&clean.text).trim_matches(['#', '*', ' ', '，', ',']).to_owned();
            starts.push((i, Some(words), None));
        }
    }
    if starts.first().is_none_or(|(i, ..)| *i > 0) && !blocks.is_empty() {
        let lead = if interviewed.len() == 1 { Some(interviewed[0].0) } else { None };
        starts.insert(0, (0, None, lead));
    }
    // Place of a document behind the first of the file, for all its sections.
    let mut place = None;
    for (n, (first, heading, speaker)) in starts.iter().enumerate() {
        if begins_document(blocks, *first) {
            place = heading.as_deref().and_then(|words| place_of(words, None)).filter(|code| Some(*code) != document);
        }
        let last = starts.get(n + 1).map_or(blocks.len(), |(i, ..)| *i);
        let span = Span::new(blocks[*first].span.start, blocks[last - 1].span.end);
        let code = speaker
            .filter(|_| interviewed.len() > 1)
            // 县委书记 陆明远 below 青沅县：做强产业
            .and_then(|s| {
                [s.post.as_deref(), heading.as_deref()]
                    .into_iter()
                    .flatten()
                    .find_map(|words| place_of(words, document))
            })
            .or_else(|| items.contains(first).then(|| item_place(clean, &blocks[*first], document)).flatten())
            .or(place);
        let region = code.map(|c| regions().path(c)).unwrap_or_default();
        for block in &mut blocks[*first..last] {
            block.section = sections.len();
        }
        sections.push(Section {
            span,
            heading: heading.clone(),
            speaker: speaker.map(|s| s.name.clone()),
            region,
            code,
        });
    }
    sections
}

/// Characters of an item of news in which its place stands.
const ITEM: usize = 60;

/// Where the items of several news in one text begin: 本网讯（周清）1月24日，青沅县……
pub(super) fn items(clean: &Clean, blocks: &[Block]) -> Vec<usize> {
    let begins = |block: &Block| {
        let text = block.span.of(&clean.text);
        block.kind == BlockKind::Paragraph && cues().item.prefix(text.trim_start()).is_some()
    };
    let items: Vec<usize> = (0..blocks.len()).filter(|i| begins(&blocks[*i])).collect();
    if items.len() > 1 { items } else { Vec::new() }
}

/// The place that an item of news names first, where it is another than the document's.
fn item_place(clean: &Clean, block: &Block, document: Option<u32>) -> Option<u32> {
    let text = block.span.of(&clean.text);
    let lead = text.char_indices().nth(ITEM).map_or(text, |(at, _)| &text[..at]);
    let hit = regions().find_all(lead).first().copied()?;
    regions().resolve(&lead[hit.start..hit.end], document).filter(|code| Some(*code) != document)
}

/// True of the title of a document behind the first of its file.
fn begins_document(blocks: &[Block], at: usize) -> bool {
    at > 0 && blocks[at].kind == BlockKind::Title && blocks[at].clock != blocks[at - 1].clock
}

/// The place a post belongs to: the last one named in it.
fn place_of(post: &str, context: Option<u32>) -> Option<u32> {
    let hits = regions().find_near(post, context);
    let hit = hits.last()?;
    regions().resolve(&post[hit.start..hit.end], context)
}

#[cfg(test)]
mod tests {
    use crate::report::Kind;
    use crate::{Options, analyze};

    #[test]
    fn what_is_said_may_have_a_title_of_its_own() {
        let text = "焦作市县区书记县长话发展\n2024-02-05\n\n武陟县委书记 李明：\n做强产业\n\n去年，我县引进项目12个，到位资金25亿元。\n\n\
                    博爱县县长 周清：\n做强文旅\n\n去年，我县接待游客320万人次，增长十分明显。\n\n\
                    中站区区长 林远：\n城市更新提速\n\n去年，我区改造老旧小区56个，惠及居民八千户。\n";
        let report = analyze(text, &Options::default()).unwrap();
        let places: Vec<_> = report.figures.iter().filter_map(|figure| figure.subject.as_deref()).collect();
        assert_eq!(report.document.kind, Kind::Roundup);
        assert_eq!(places[..4], ["武陟县", "武陟县", "博爱县", "中站区"]);
    }

    #[test]
    fn items_of_news_have_each_its_place() {
        let text = "本网讯（周清）1月24日，武陟县8个重点项目开工，总投资7亿元。\n武陟县加快建设园区。\n\
                    本网讯（林远）1月24日，温县9个工业项目集中开工。\n";
        let report = analyze(text, &Options::default()).unwrap();
        let places: Vec<_> = report.figures.iter().map(|figure| figure.subject.as_deref()).collect();
        assert_eq!(report.document.kind, Kind::Roundup);
        assert_eq!(places, [Some("武陟县"), Some("武陟县"), Some("温县")]);
    }
}
