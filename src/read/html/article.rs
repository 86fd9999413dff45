//! The article of a page: where its prose and its tables are dense, out of navigation, lists of links and footers.

use super::body;
use super::tag::Tag;
use super::tree::Tree;
use crate::lexicon::pages::Role;
use crate::read::table;

/// What stands below a node.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    /// Characters outside of links.
    plain: u32,
    /// Characters in links.
    linked: u32,
    links: u32,
    /// Characters of paragraphs that read like prose or like a table.
    prose: u32,
}

/// The article, and what within it is furniture.
#[derive(Debug)]
pub(super) struct Article {
    pub(super) root: usize,
    /// The paragraph that is written above, as the title.
    pub(super) repeated: Option<usize>,
    /// Bytes of text that stand above it.
    pub(super) begins: usize,
    weights: Vec<Weight>,
}

/// Signs of prose.
const SIGNS: [char; 6] = ['，', '。', '；', '、', '：', '%'];
/// Characters without which a named container holds no article.
const BODY: u32 = 40;

impl Article {
    pub(super) fn find(tree: &Tree) -> Article {
        let mut article = Article { root: 0, repeated: None, begins: 0, weights: weigh(tree) };
        let all = article.weights[0].prose;
        if all == 0 {
            return article;
        }
        // A container named as article that holds most of the prose; the innermost of several.
        let named = (0..tree.nodes.len()).rev().find(|&at| {
            let own = article.weights[at].prose;
            tree.nodes[at].role == Role::Article && own >= BODY && own * 3 >= all * 2
        });
        article.root = named.unwrap_or(0);
        // Otherwise down to where the prose parts.
        loop {
            let at = article.root;
            let heaviest = tree.children(at).max_by_key(|child| article.weights[*child].prose);
            let Some(next) = heaviest.filter(|next| {
                article.weights[*next].prose * 10 >= article.weights[at].prose * 8
                    && !matches!(
                        tree.nodes[*next].tag,
                        Tag::Text | Tag::Paragraph | Tag::Link | Tag::Heading(_) | Tag::Break
                    )
                    && named.is_none_or(|_| {
                        tree.nodes[*next].tag == Tag::Block && article.weights[at].prose == article.weights[*next].prose
                    })
            }) else {
                break;
            };
            if tree.nodes[next].tag == Tag::Table && !article.is_layout(tree, next) {
                break;
            }
            article.root = next;
        }
        article
    }

    /// True where nothing of the page reads like prose or like a table.
    pub(super) fn is_bare(&self) -> bool {
        self.weights[0].prose == 0
    }

    /// Characters of the page that are not read.
    pub(super) fn left_out(&self, tree: &Tree) -> u32 {
        let count = |at: usize| self.weights[at].plain + self.weights[at].linked;
        let mut within = 0;
        let mut at = self.root;
        while at < tree.nodes[self.root].end as usize {
            if self.is_furniture(tree, at) {
                within += count(at);
                at = tree.nodes[at].end as usize;
            } else {
                at += 1;
            }
        }
        count(0) - count(self.root) + within
    }

    /// True for a part of the article that is navigation, a list of links, a share bar.
    pub(super) fn is_furniture(&self, tree: &Tree, at: usize) -> bool {
        let node = &tree.nodes[at];
        if at == self.root || matches!(node.tag, Tag::Text | Tag::Break | Tag::Link | Tag::Row | Tag::Cell) {
            return false;
        }
        let (own, all) = (self.weights[at], self.weights[self.root]);
        let minor = own.prose * 5 <= all.prose;
        let links = own.links >= 3 && own.linked * 2 > own.linked + own.plain && node.tag != Tag::Paragraph
            || own.links >= 6 && own.linked * 3 > (own.linked + own.plain) * 2;
        minor && (links || node.role == Role::Furniture && own.prose * 10 <= all.prose)
    }

    /// True for a table that only sets parts of a page side by side.
    pub(super) fn is_layout(&self, tree: &Tree, table: usize) -> bool {
        let (mut rows, mut widest, mut cells) = (0, 0, 0);
        let mut at = table + 1;
        let end = tree.nodes[table].end as usize;
        while at < end {
            match tree.nodes[at].tag {
                Tag::Table => {
                    // A table within a table frames it, unless it has rows of its own.
                    let rows = body::own_rows(tree, table);
                    return !table::has_rows(rows.iter().map(|row| row.iter().map(String::as_str).collect()));
                }
                Tag::Row => {
                    rows += 1;
                    let count = tree.children(at).filter(|child| tree.nodes[*child].tag == Tag::Cell).count();
                    widest = widest.max(count);
                }
                Tag::Cell => {
                    cells += 1;
                    let blocks = tree.children(at).filter(|c| tree.nodes[*c].tag == Tag::Paragraph).count();
                    let own = self.weights[at];
                    if own.plain + own.linked > 1_000 || blocks > 4 && own.prose > 200 {
                        return true;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        rows < 1 || widest < 2 || cells < 3
    }
}

fn weigh(tree: &Tree) -> Vec<Weight> {
    let mut weights = vec![Weight::default(); tree.nodes.len()];
    let mut signs = vec![0_u32; tree.nodes.len()];
    let mut digits = vec![false; tree.nodes.len()];
    for at in (0..tree.nodes.len()).rev() {
        let node = &tree.nodes[at];
        match node.tag {
            Tag::Text => {
                let words = tree.words(at);
                let count = words.chars().filter(|c| !c.is_whitespace()).count() as u32;
                weights[at].plain = count;
                signs[at] = words.chars().filter(|c| SIGNS.contains(c)).count() as u32;
                digits[at] = words.bytes().any(|b| b.is_ascii_digit());
            }
            Tag::Link => {
                weights[at].linked += weights[at].plain;
                weights[at].plain = 0;
                weights[at].links += u32::from(weights[at].linked > 0);
            }
            _ => {}
        }
        let (own, seen, parent) = (weights[at], signs[at], node.parent as usize);
        if node.tag == Tag::Cell && own.prose == 0 && own.links == 0 && (digits[at] || own.plain > 0) {
            weights[at].prose = own.plain;
        } else if !matches!(node.tag, Tag::Text | Tag::Link | Tag::Break) && own.prose == 0 {
            // Furniture by its name counts only where it holds most of the page.
            let loose = node.role == Role::Furniture || own.linked * 2 > own.plain;
            weights[at].prose = if loose || seen == 0 && own.plain < 20 { 0 } else { own.plain };
        }
        if at > 0 {
            let own = weights[at];
            let to = &mut weights[parent];
            to.plain += own.plain;
            to.linked += own.linked;
            to.links += own.links;
            to.prose += own.prose;
            signs[parent] += signs[at];
            digits[parent] |= digits[at];
        }
    }
    weights
}
