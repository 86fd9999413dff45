//! Lines of a roundup that say who speaks below them: 陆明远（青沅县委书记）, 青沅县委书记 陆明远, 【青沅县委书记 陆明远】,
//! and those that give what is said a title as well: 青沅县委书记 陆明远：做强产业.

use super::Speaker;
use super::name::name_at;
use super::post::{post_of, signature};
use crate::clean::Clean;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::lexicon::speaker_cues::speakers as cues;
use crate::report::PersonRole;
use crate::span::Span;
use crate::structure::block::{Block, BlockKind};

/// Characters of the longest such line.
const LINE: usize = 40;
/// Characters of the longest title behind a colon.
const TITLE: usize = 30;
/// Characters from which on a paragraph without a full stop can be what somebody said.
const SAID: usize = 20;

/// What stands before and behind the words of a card.
const FRAME: [char; 14] = ['*', '#', ' ', '\u{3000}', '—', '-', '●', '■', '◆', '▲', '：', ':', '【', '】'];

/// The title that a card gives what is said: 做强产业 in 青沅县委书记 陆明远：做强产业.
fn titled(line: &str) -> Option<(&str, &str)> {
    let words = line.trim_matches(FRAME);
    // Most lines: whatever title they had would hold a full stop.
    let (who, title) = if words.ends_with('。') { None } else { words.split_once(['：', ':']) }?;
    (!title.has("。") && title.chars().nth(TITLE).is_none()).then_some((who, title.trim()))
}

/// Who speaks, where a line says no more than that and a title: name, post, and where the name stands in the line.
fn card(line: &str) -> Option<(String, String, usize, usize)> {
    let whole = line.trim_matches(FRAME);
    let (who, headed) = titled(line).map_or((whole, false), |(who, _)| (who, true));
    // 一、青沅县委书记 陆明远
    let number = who.trim_start_matches(|c: char| "一二三四五六七八九十0123456789".has_char(c));
    let body = number.strip_prefix(['、', '.', '．']).filter(|_| number.len() < who.len()).unwrap_or(who).trim_start();
    if body.chars().nth(LINE).is_some() || body.contains(['，', '。', ',']) {
        return None;
    }
    let at = line.place_of(body)?;
    let bracketed = || {
        let inner = body.strip_suffix(['）', ')'])?;
        let open = inner.find(['（', '('])?;
        let (name, len) = name_at(&body[..open]).filter(|(_, len)| *len == open)?;
        let post = inner[open..].trim_start_matches(['（', '(']).trim();
        cues().post.suffix(post)?;
        Some((name, post.to_owned(), at, at + len))
    };
    let signed = || {
        let (end, name, len) = signature(body)?;
        // The post of a place, and a space before the name: 县长讲话 is neither. Before a title the place is enough.
        let placed = || regions().find_all(body).first().is_some_and(|hit| hit.start == 0) || names_level(body);
        let spaced = body[end..].starts_with([' ', '\u{3000}', '\u{a0}']) || headed && placed();
        let start = end + len - body[end..end + len].trim_start().len();
        (spaced && body[..end].chars().count() >= 4).then(|| (name, post_of(&body[..end]), at + start, at + end + len))
    };
    bracketed().or_else(signed)
}

/// 中站区区长, 石坪县委书记: a place of whatever name before the head of its level.
fn names_level(body: &str) -> bool {
    body.char_indices().skip(1).take(5).any(|(at, level)| {
        let behind = &body[at + level.len_utf8()..];
        let head = behind.strip_prefix(level).is_some_and(|rest| rest.starts_with('长'));
        matches!(level, '县' | '市' | '区' | '州' | '旗') && (head || behind.starts_with("委书记"))
    })
}

/// True of a card that gives what is said a title.
pub(in crate::structure) fn is_titled_card(line: &str) -> bool {
    titled(line).is_some() && is_card(line)
}

/// True of a line that says who speaks below it.
pub(in crate::structure) fn is_card(line: &str) -> bool {
    card(line).is_some()
}

/// The speakers of a roundup; none where fewer than two lines say who speaks below them.
pub(super) fn cards(clean: &Clean, blocks: &[Block]) -> Vec<Speaker> {
    let mut found: Vec<Speaker> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let Some(next) = blocks.get(at + 1) else { continue };
        // —— begins a byline, whose title stands above it.
        if block.span.of(&clean.text).starts_with(['—', '-']) {
            continue;
        }
        let speech = |block: &Block| {
            let text = block.span.of(&clean.text);
            block.kind == BlockKind::Paragraph && (text.ends_with('。') || text.chars().nth(SAID).is_some())
        };
        // What is said may have a title of its own: 石坪县委书记 李明：↵做强产业↵去年……
        let titled = || {
            let title = next.span.of(&clean.text);
            !title.contains(['。', '，', '：']) && !is_card(title) && blocks.get(at + 2).is_some_and(speech)
        };
        let said = speech(next) || titled();
        if !said || block.kind == BlockKind::Title {
            continue;
        }
        let Some((name, post, start, end)) = card(block.span.of(&clean.text)) else { continue };
        let spans = vec![Span::new(block.span.start + start, block.span.start + end)];
        if found.iter().all(|known| known.name != name) {
            found.push(Speaker { name, post: Some(post), role: PersonRole::Speaker, interviewed: true, spans });
        }
    }
    if found.len() < 2 { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_says_who_speaks_and_nothing_else() {
        for (line, name, post) in [
            ("陆明远（青沅县委书记）", "陆明远", "青沅县委书记"),
            ("**石坪县委书记　李明**", "李明", "石坪县委书记"),
            ("【石坪县委书记 李明】", "李明", "石坪县委书记"),
            ("## 石坪县县长 李明：做强产业，富裕群众", "李明", "石坪县县长"),
            ("二、武陟县县长李明：做强产业", "李明", "武陟县县长"),
            ("中站区区长李明：城市更新提速", "李明", "中站区区长"),
            ("石坪县委书记 李明：", "李明", "石坪县委书记"),
        ] {
            let found = card(line).map(|(found, its, start, end)| (found, its, line[start..end].to_owned()));
            assert_eq!(found, Some((name.to_owned(), post.to_owned(), name.to_owned())), "{line}");
        }
        for line in [
            "县长 讲话",
            "陆明远（男）",
            "青沅县委书记陆明远主持会议",
            "发展目标（2025年）",
            "县长李明：谢谢大家",
            "县长 李明：感谢各位。请提问",
        ] {
            assert!(!is_card(line), "{line}");
        }
    }
}
