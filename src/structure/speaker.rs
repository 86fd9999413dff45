//! Who speaks, who wrote, who is named: a byline (——访高邮市委书记 张利), a post with a name before a verb of speech,
//! (记者 陈学桦).

mod byline;
mod card;
mod name;
mod news;
mod post;
mod said;

use super::block::{Block, BlockKind};
use super::part::Part;
use crate::clean::Clean;
use crate::report::PersonRole;
use crate::span::{self, Span};
pub(super) use card::{is_card, is_titled_card};
pub(crate) use post::region_of;
pub(super) use post::{complete, is_byline};

/// A person with a role in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Name.
    pub name: String,
    /// Post, with its place.
    pub post: Option<String>,
    /// Speaks, wrote or is mentioned.
    pub role: PersonRole,
    /// True where a byline says that the person was interviewed.
    pub interviewed: bool,
    /// Where the name stands.
    pub spans: Vec<Span<span::Clean>>,
}

/// Blocks at the head in which a byline can stand.
const HEAD: usize = 14;
/// Blocks of running text that are looked through.
const READ: usize = 400;

/// The people found so far.
#[derive(Default)]
struct People(Vec<Speaker>);

impl People {
    /// Adds a person, or what is new of one already known.
    fn add(&mut self, person: Speaker) {
        let Some(known) = self.0.iter_mut().find(|known| known.name == person.name) else {
            self.0.push(person);
            return;
        };
        known.spans.extend(person.spans);
        known.interviewed |= person.interviewed;
        // Who speaks once is a speaker, with the post he speaks in.
        let (was, is) = (known.role == PersonRole::Mentioned, person.role == PersonRole::Mentioned);
        // 县领导陆明远 is the 县长 of another sentence.
        let length =
            |post: &Option<String>| post.as_ref().filter(|post| !post.ends_with("领导")).map_or(0, String::len);
        let longer = length(&person.post) > length(&known.post);
        if was && !is {
            (known.role, known.post) = (person.role, person.post.or(known.post.take()));
        } else if was == is && longer {
            known.post = person.post;
        }
    }

    fn speaks(&self) -> bool {
        self.0.iter().any(|person| person.role == PersonRole::Speaker)
    }

    fn interviewed(&self) -> bool {
        self.0.iter().any(|person| person.interviewed)
    }
}

/// The people of a document, in the order of their first mention.
pub(super) fn speakers(clean: &Clean, blocks: &[Block], parts: &[Part]) -> Vec<Speaker> {
    let mut people = People::default();
    let cards = card::cards(clean, blocks);
    for (at, block) in blocks.iter().enumerate() {
        let text = block.span.of(&clean.text);
        if let Some(speaker) = cards.iter().find(|speaker| block.span.covers(speaker.spans[0])) {
            people.add(speaker.clone());
            continue;
        }
        // Each document of a file has its own head.
        let head = parts.iter().rev().map(|part| part.block).find(|part| *part <= at).unwrap_or(0);
        let at = at - head;
        if text.starts_with("<!--") || byline::read(clean, &blocks[head..], at, &mut people) {
            continue;
        }
        // A report has one speaker, named above it; news name theirs in every part.
        let report = at > HEAD && blocks.len() > 30 && people.speaks() && !people.interviewed();
        if block.kind == BlockKind::Paragraph && at <= READ && !report {
            news::read(text, block.span.start, &mut people);
            if let Some(reader) = said::reads(text, block.span.start) {
                people.add(reader);
            }
        }
    }
    if people.0.iter().any(|person| person.role != PersonRole::Author) {
        let told = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Title);
        for block in blocks.iter().take(READ).filter(told) {
            said::speaks_again(block.span.of(&clean.text), block.kind, &mut people);
        }
    }
    if !people.speaks()
        && let Some(person) = byline::titled(clean)
    {
        people.add(person);
    }
    people.0
}
