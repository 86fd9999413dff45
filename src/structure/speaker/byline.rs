//! Bylines: short lines and titles that say who speaks or who wrote.

use super::name::{is_han, lone_name};
use super::post::{post_of, signature};
use super::{HEAD, People, Speaker};
use crate::clean::Clean;
use crate::lexicon::search::Search;
use crate::lexicon::speaker_cues::speakers as cues;
use crate::report::PersonRole;
use crate::span::{self, Span};
use crate::structure::block::{Block, BlockKind};

/// Characters of the longest byline.
const LINE: usize = 50;

fn speaker(name: String, post: Option<String>, interviewed: bool, span: Span<span::Clean>) -> Speaker {
    Speaker { name, post, role: PersonRole::Speaker, interviewed, spans: vec![span] }
}

/// Reads the block as a byline; false where it is none.
#[inline(never)]
pub(super) fn read(clean: &Clean, blocks: &[Block], at: usize, people: &mut People) -> bool {
    let block = &blocks[at];
    let text = block.span.of(&clean.text);
    if block.kind == BlockKind::Title
        && let Some(person) = in_title(text, block.span.start)
    {
        people.add(person);
        return true;
    }
    if text.chars().nth(LINE).is_some() {
        return false;
    }
    let line = text.trim_start_matches(['—', '-', '*', '#', '（', '(', ' ']);
    let offset = block.span.start + (text.len() - line.len());
    if let Some(names) = line.strip_prefix("记者").filter(|l| l.starts_with([' ', '\u{3000}', '：', ':'])) {
        for name in names.trim_matches([' ', '：', ':', ')', '）', '\u{3000}']).split_whitespace() {
            if (2..=4).contains(&name.chars().count()) && name.chars().all(is_han) {
                let start = offset + line.place_of(name).unwrap_or(0);
                let spans = vec![Span::new(start, start + name.len())];
                let (name, role) = (name.to_owned(), PersonRole::Author);
                people.add(Speaker { name, post: None, role, interviewed: false, spans });
            }
        }
        return true;
    }
    let visit = line.starts_with('访') && text.starts_with(['—', '-']);
    let head = at < HEAD && block.kind != BlockKind::Title && !text.contains(['，', '。', ',']);
    if !visit && !head {
        return false;
    }
    let labelled = cues().guest.iter().find_map(|label| line.strip_prefix(label)?.strip_prefix(['：', ':']));
    let (visit, line) = (visit || labelled.is_some() && line.starts_with(['嘉', '受', '访']), labelled.unwrap_or(line));
    let offset = block.span.end - line.len();
    let body = line.trim_end_matches(['*', '）', ')', ' ']);
    if let Some((end, name, len)) = signature(body) {
        let start = end + len - body[end..end + len].trim_start().len();
        let span = Span::new(offset + start, offset + end + len);
        people.add(speaker(name, Some(post_of(&body[..end])), visit, span));
        return true;
    }
    // The post on one line, the name on the next; or a name alone above the address.
    let above = at.checked_sub(1).map(|before| blocks[before].span.of(&clean.text).trim_matches(['*', ' ']));
    let post = above.filter(|above| above.chars().count() <= 24 && cues().post.suffix(above).is_some());
    let addressed = blocks
        .get(at + 1)
        .is_some_and(|next| next.span.of(&clean.text).trim_start_matches('*').starts_with("各位代表"));
    if visit || post.is_none() && !addressed {
        return false;
    }
    let Some(name) = lone_name(body) else { return false };
    let start = body.len() - body.trim_start().len();
    people.add(speaker(name, post.map(post_of), false, Span::new(offset + start, offset + body.len())));
    true
}

/// 政府工作报告（2025年1月14日在青沅县…会议上 县长陆明远）
fn in_title(text: &str, offset: usize) -> Option<Speaker> {
    let open = text.find(['（', '('])?;
    let close = text.rfind(['）', ')']).filter(|close| *close > open)?;
    let bracket = &text[open..close];
    let (end, name, len) = signature(bracket)?;
    let from = bracket[..end]
        .rfind(['上', ' ', '\u{3000}', '（'])
        .map_or(0, |at| at + bracket[at..].chars().next().map_or(1, char::len_utf8));
    let start = offset + open + end + len - bracket[end..end + len].trim_start().len();
    let span = Span::new(start, offset + open + end + len);
    Some(speaker(name, Some(bracket[from..end].to_owned()), false, span))
}

/// The name that a page puts beside the day in its title: 青沅县政府工作报告（2025年1月14日 陆明远）.
pub(super) fn titled(clean: &Clean) -> Option<Speaker> {
    let line = clean.lines.iter().take(8).find(|line| line.of(&clean.text).starts_with("title:"))?;
    let text = line.of(&clean.text);
    let open = text.rfind(['（', '('])?;
    let day = open + text[open..].place_of("日")? + '日'.len_utf8();
    let name = lone_name(text[day..].trim_end().trim_end_matches(['）', ')']))?;
    let at = day + text[day..].find(name.chars().next()?)?;
    let len = text[at..].trim_end().trim_end_matches(['）', ')']).len();
    Some(speaker(name, None, false, Span::new(line.start + at, line.start + at + len)))
}
