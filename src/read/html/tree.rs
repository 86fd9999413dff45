//! Tokens of a page → a tree of what matters for reading: blocks, tables, links, text.
//!
//! Tag soup is mended as browsers do where it changes the reading (an open paragraph ends where a block begins, a cell
//! where the next one does); marks of style are left out. Nodes stand in the order of the page: a parent before its
//! children.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::tag::{Tag, same, tag_of};
use crate::lexicon::pages::{Role, pages};
use crate::limits;
use crate::read::superscript;

/// One node; its text is a piece of [`Tree::text`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) tag: Tag,
    pub(super) role: Role,
    pub(super) parent: u32,
    /// One past the last node below it.
    pub(super) end: u32,
    pub(super) text: (u32, u32),
    pub(super) wide: u16,
    pub(super) tall: u16,
}

/// What the head of the page says of it.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) title: String,
    pub(super) article_title: String,
    pub(super) day: String,
    pub(super) source: String,
}

/// The page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) text: String,
    pub(super) head: Head,
}

/// Elements whose content is not read. `head` is not among them: its end tag is often lost.
const UNREAD: [&[u8]; 19] = [
    b"script",
    b"style",
    b"noscript",
    b"noframes",
    b"template",
    b"select",
    b"option",
    b"button",
    b"textarea",
    b"iframe",
    b"svg",
    b"object",
    b"rt",
    b"rp",
    b"map",
    b"audio",
    b"video",
    b"canvas",
    b"math",
];

/// Elements without content, and those that a page only hides until its script has run.
const EMPTY: [&[u8]; 16] = [
    b"area", b"base", b"body", b"br", b"col", b"embed", b"hr", b"html", b"img", b"input", b"link", b"param", b"source",
    b"track", b"wbr", b"meta",
];

impl Tree {
    /// Reads a page.
    pub(super) fn read(page: &str) -> Tree {
        let mut builder = Builder::default();
        builder.open(Tag::Block, Role::Plain, 1, 1);
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut in_title = false;
        let mut unread: Option<(Vec<u8>, usize)> = None;
        for token in Tokenizer::new_with_emitter(page, emitter).flatten() {
            if let Some((name, depth)) = &mut unread {
                match token {
                    Token::StartTag(tag) if tag.name.0 == *name && !tag.self_closing => *depth += 1,
                    Token::EndTag(tag) if tag.name.0 == *name => *depth -= 1,
                    _ => {}
                }
                if *depth == 0 {
                    unread = None;
                }
                continue;
            }
            match token {
                Token::StartTag(tag) => {
                    let name = tag.name.0.as_slice();
                    in_title = name == b"title";
                    if name == b"meta" {
                        builder.tree.head.meta(&tag);
                    } else if UNREAD.contains(&name) || !EMPTY.contains(&name) && is_hidden(&tag) {
                        if !tag.self_closing {
                            unread = Some((name.to_vec(), 1));
                        }
                    } else if let Some(kind) = tag_of(name) {
                        builder.start(kind, &tag);
                    } else if name == b"sup" {
                        builder.raised = Some(builder.tree.text.len());
                    }
                }
                Token::EndTag(tag) => {
                    in_title = false;
                    if let Some(kind) = tag_of(&tag.name.0) {
                        builder.close(kind);
                    } else if tag.name.0.as_slice() == b"sup" {
                        builder.lower();
                    }
                }
                Token::String(words) => {
                    let words = String::from_utf8_lossy(&words);
                    if in_title {
                        builder.tree.head.title.push_str(&words);
                    } else {
                        builder.words(&words);
                    }
                }
                _ => {}
            }
        }
        builder.finish()
    }

    /// The words of a text node.
    pub(super) fn words(&self, node: usize) -> &str {
        let (from, to) = self.nodes[node].text;
        self.text.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The nodes right below one.
    pub(super) fn children(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.nodes[node].end as usize;
        let first = (node + 1 < end).then_some(node + 1);
        std::iter::successors(first, move |at| Some(self.nodes[*at].end as usize).filter(|next| *next < end))
    }

    /// All words below a node, without white space around them.
    pub(super) fn text_of(&self, node: usize) -> String {
        let below = (node..self.nodes[node].end as usize).filter(|at| self.nodes[*at].tag == Tag::Text);
        let mut text = String::new();
        for at in below {
            let words = self.words(at);
            if words.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
                text.truncate(text.trim_end().len());
                text.push(' ');
            }
            text.push_str(words.trim_start());
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl Head {
    fn meta(&mut self, tag: &StartTag<()>) {
        let value = |key: &[u8]| tag.attributes.get(key).map(|v| String::from_utf8_lossy(v).into_owned());
        let (Some(name), Some(content)) = (value(b"name").or_else(|| value(b"property")), value(b"content")) else {
            return;
        };
        let content = content.trim().to_owned();
        let to = match name.to_ascii_lowercase().as_str() {
            "articletitle" | "og:title" => &mut self.article_title,
            "pubdate" | "publishdate" | "article:published_time" => &mut self.day,
            "contentsource" => &mut self.source,
            _ => return,
        };
        if to.is_empty() {
            *to = content;
        }
    }
}

/// Elements that a browser does not show, and the running heads of a word processor's pages.
fn is_hidden(tag: &StartTag<()>) -> bool {
    const STYLES: [&[u8]; 5] =
        [b"display:none", b"visibility:hidden", b"mso-hide:all", b"mso-element:header", b"mso-element:footer"];
    let value = |key: &[u8]| tag.attributes.get(key).map(|v| v.to_ascii_lowercase());
    tag.attributes.contains_key(b"hidden".as_slice())
        || tag.name.0.as_slice() == b"div"
            && value(b"title").is_some_and(|title| matches!(title.as_slice(), b"header" | b"footer"))
        || value(b"style").is_some_and(|style| {
            let tight: Vec<u8> = style.into_iter().filter(|b| !b.is_ascii_whitespace()).collect();
            STYLES.iter().any(|word| tight.windows(word.len()).any(|w| w == *word))
        })
}

#[derive(Debug, Default)]
struct Builder {
    tree: Tree,
    open: Vec<u32>,
    /// Where the text of a raised stretch begins.
    raised: Option<usize>,
}

impl Builder {
    fn start(&mut self, kind: Tag, tag: &StartTag<()>) {
        match kind {
            Tag::Link => {
                self.end_within(Tag::Link, &[Tag::Cell, Tag::Item, Tag::Block]);
            }
            Tag::Break => {}
            _ => {
                self.end_within(Tag::Paragraph, &[Tag::Cell, Tag::Item, Tag::Block, Tag::Table]);
            }
        }
        match kind {
            Tag::Item => self.end_within(Tag::Item, &[Tag::List, Tag::Cell]),
            Tag::Cell | Tag::Row => {
                self.end_within(Tag::Caption, &[Tag::Table]);
                let to = if kind == Tag::Cell { Tag::Cell } else { Tag::Row };
                self.end_within(to, &[Tag::Table]);
                // A row or cell outside of any table is a block.
                let inside = self.open.iter().any(|at| self.tree.nodes[*at as usize].tag == Tag::Table);
                if !inside {
                    self.open(Tag::Block, Role::Plain, 1, 1);
                    return;
                }
                if kind == Tag::Cell && self.top() != Tag::Row {
                    self.open(Tag::Row, Role::Plain, 1, 1);
                }
            }
            _ => {}
        }
        let value = |key: &[u8]| tag.attributes.get(key).map(|v| String::from_utf8_lossy(v).to_ascii_lowercase());
        let names = [value(b"class"), value(b"id")].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let role = match tag.name.0.as_slice() {
            b"nav" | b"footer" | b"aside" => Role::Furniture,
            b"article" | b"ucapcontent" => Role::Article,
            _ if names.is_empty() || matches!(kind, Tag::Link | Tag::Break) => Role::Plain,
            _ => pages().role(&names),
        };
        let number = |key: &[u8]| value(key).and_then(|v| v.trim().parse::<u16>().ok()).unwrap_or(1);
        self.open(kind, role, number(b"colspan"), number(b"rowspan"));
        if kind == Tag::Break {
            self.open.pop();
        }
    }

    /// Adds a node; below the deepest level it stands beside the one before it.
    fn open(&mut self, tag: Tag, role: Role, wide: u16, tall: u16) {
        if self.open.len() >= limits::DEPTH {
            self.pop();
        }
        let at = self.tree.nodes.len() as u32;
        let parent = self.open.last().copied().unwrap_or(0);
        self.tree.nodes.push(Node { tag, role, parent, end: at + 1, text: (0, 0), wide, tall });
        self.open.push(at);
    }

    fn pop(&mut self) {
        if let Some(at) = self.open.pop() {
            self.tree.nodes[at as usize].end = self.tree.nodes.len() as u32;
        }
    }

    fn top(&self) -> Tag {
        self.open.last().map_or(Tag::Block, |at| self.tree.nodes[*at as usize].tag)
    }

    /// Ends the innermost open element of a kind, unless one of `walls` is open within it.
    fn end_within(&mut self, tag: Tag, walls: &[Tag]) {
        let tags = self.open.iter().rev().map(|at| self.tree.nodes[*at as usize].tag);
        let Some(depth) = tags.take_while(|t| same(*t, tag) || !walls.contains(t)).position(|t| same(t, tag)) else {
            return;
        };
        for _ in 0..=depth {
            self.pop();
        }
    }

    fn close(&mut self, tag: Tag) {
        match tag {
            Tag::Break => {}
            Tag::Table => self.end_within(tag, &[]),
            Tag::Row | Tag::Cell => self.end_within(tag, &[Tag::Table]),
            _ => {
                // The root stays open.
                let root = self.open.len() == 1;
                if !root && self.open.iter().skip(1).any(|at| same(self.tree.nodes[*at as usize].tag, tag)) {
                    self.end_within(tag, &[Tag::Cell]);
                }
                if self.open.is_empty() {
                    self.open.push(0);
                }
            }
        }
    }

    fn words(&mut self, words: &str) {
        let from = self.tree.text.len() as u32;
        self.tree.text.push_str(words);
        let to = self.tree.text.len() as u32;
        if let Some(last) = self.tree.nodes.last_mut().filter(|last| last.tag == Tag::Text && last.text.1 == from)
            && self.open.last() == Some(&last.parent)
        {
            last.text.1 = to;
            return;
        }
        let at = self.tree.nodes.len() as u32;
        let parent = self.open.last().copied().unwrap_or(0);
        let role = Role::Plain;
        self.tree.nodes.push(Node { tag: Tag::Text, role, parent, end: at + 1, text: (from, to), wide: 1, tall: 1 });
    }

    /// A raised number is that of a note, or a power: as part of the number before it, it would make another one.
    fn lower(&mut self) {
        let Some(from) = self.raised.take() else { return };
        let Some((before, raised)) = self.tree.text.split_at_checked(from) else { return };
        let Some(words) = superscript::lowered(before, raised) else { return };
        if let Some(last) = self.tree.nodes.last_mut().filter(|last| {
            last.tag == Tag::Text && last.text.0 as usize <= from && last.text.1 as usize == self.tree.text.len()
        }) {
            self.tree.text.truncate(from);
            self.tree.text.push_str(&words);
            last.text.1 = self.tree.text.len() as u32;
        }
    }

    fn finish(mut self) -> Tree {
        while !self.open.is_empty() {
            self.pop();
        }
        let end = self.tree.nodes.len() as u32;
        if let Some(root) = self.tree.nodes.first_mut() {
            root.end = end;
        }
        self.tree
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(tree: &Tree, at: usize, out: &mut String) {
        if tree.nodes[at].tag == Tag::Text {
            out.push_str(tree.words(at).trim());
            return;
        }
        out.push(match tree.nodes[at].tag {
            Tag::Paragraph => 'p',
            Tag::Table => 't',
            Tag::Row => 'r',
            Tag::Cell => 'c',
            Tag::Item => 'i',
            Tag::List => 'l',
            Tag::Break => 'b',
            Tag::Link => 'a',
            Tag::Heading(_) => 'h',
            _ => 'd',
        });
        out.push('(');
        tree.children(at).for_each(|child| walk(tree, child, out));
        out.push(')');
    }

    fn outline(page: &str) -> String {
        let tree = Tree::read(page);
        let mut out = String::new();
        walk(&tree, 0, &mut out);
        out
    }

    #[test]
    fn tag_soup_is_mended() {
        assert_eq!(outline("<p>甲<p>乙<div>丙</p>丁"), "d(p(甲)p(乙)d(丙丁))");
        assert_eq!(outline("<ul><li>甲<li>乙</ul></div>丙"), "d(l(i(甲)i(乙))丙)");
        assert_eq!(
            outline("<table><tr><td>1<td>2<tr><td><table><tr><td>3</table></table>"),
            "d(t(r(c(1)c(2))r(c(t(r(c(3)))))))"
        );
        assert_eq!(outline("<td>甲</td>"), "d(d(甲))");
        assert_eq!(outline("<div title=header><p>甲</div><div style='mso-element: footer'>1</div><p>乙"), "d(p(乙))");
        assert_eq!(outline("甲<span style='visibility: hidden'>乙</span><i hidden>丙</i><img hidden>丁"), "d(甲丁)");
        assert_eq!(outline("投资<sup>3</sup>5亿元，8m<sup>2</sup>，3×10<sup>8</sup>"), "d(投资[3]5亿元，8m2，3×10⁸)");
        assert_eq!(outline("甲&nbsp;&mdash;<br/><b>乙</b><script>'<p>'</script><p hidden>丙</p>"), "d(甲\u{a0}—b()乙)");
    }

    #[test]
    fn depth_is_bounded() {
        let tree = Tree::read(&"<div>".repeat(100_000));
        let mut deepest = vec![0_usize; tree.nodes.len()];
        for at in 1..tree.nodes.len() {
            deepest[at] = deepest[tree.nodes[at].parent as usize] + 1;
        }
        assert!(deepest.iter().max() < Some(&limits::DEPTH));
    }
}
