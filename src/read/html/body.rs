//! The article's nodes → paragraphs, headings and tables.

use super::article::Article;
use super::tag::Tag;
use super::tree::Tree;
use crate::read::flow::Flow;
use crate::read::table::{Cell, Table};

/// Writes a node and what is below it; the tree's depth is bounded.
pub(super) fn write(tree: &Tree, article: &Article, at: usize, flow: &mut Flow) {
    if article.repeated == Some(at) || article.is_furniture(tree, at) {
        return;
    }
    match tree.nodes[at].tag {
        Tag::Text => flow.words(tree.words(at)),
        Tag::Break if breaks_sentence(tree, at, flow.line()) => flow.words("\n"),
        Tag::Break => flow.end(),
        Tag::Link => write_below(tree, article, at, flow),
        Tag::Heading(level) => {
            flow.end();
            write_inline(tree, at, flow);
            flow.end_heading(level.into());
        }
        Tag::Table if !article.is_layout(tree, at) => {
            // The caption tells year and unit of the cells: it goes before them, on a line of its own.
            for caption in tree.children(at).filter(|child| tree.nodes[*child].tag == Tag::Caption) {
                flow.end();
                write_inline(tree, caption, flow);
            }
            let mut table = table(tree, at);
            // A sheet saved as a page: what stands over its columns is title and unit.
            if flow.len() == article.begins {
                for title in table.take_titles() {
                    flow.words(&title);
                    flow.end();
                }
            }
            flow.table(&table);
            // Tables within its cells follow it.
            let mut next = at + 1;
            while next < tree.nodes[at].end as usize {
                if tree.nodes[next].tag == Tag::Table {
                    write(tree, article, next, flow);
                    next = tree.nodes[next].end as usize;
                } else {
                    next += 1;
                }
            }
        }
        _ => {
            flow.end();
            write_below(tree, article, at, flow);
            flow.end();
        }
    }
}

/// 收入18亿元，<br>下降3.2%; 投资增长<br>5.6%
fn breaks_sentence(tree: &Tree, at: usize, line: &str) -> bool {
    let line = line.trim_end();
    if line.ends_with(['，', '、']) {
        return true;
    }
    let next =
        tree.nodes.get(at + 1).filter(|next| next.tag == Tag::Text).map_or("", |_| tree.words(at + 1).trim_start());
    let (number, rest) = next.split_at(next.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count());
    line.contains('，')
        && line.ends_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !number.is_empty()
        && !rest.starts_with(['年', '月', '、', '）', ')'])
        && !number.ends_with('.')
}

fn write_below(tree: &Tree, article: &Article, at: usize, flow: &mut Flow) {
    for child in tree.children(at) {
        write(tree, article, child, flow);
    }
}

/// Text alone, whatever stands between.
fn write_inline(tree: &Tree, at: usize, flow: &mut Flow) {
    for below in at..tree.nodes[at].end as usize {
        if tree.nodes[below].tag == Tag::Text {
            flow.words(tree.words(below));
        }
    }
}

/// The text of a cell without the tables within it.
fn write_own(tree: &Tree, at: usize, flow: &mut Flow) {
    let mut below = at;
    while below < tree.nodes[at].end as usize {
        match tree.nodes[below].tag {
            Tag::Table => below = tree.nodes[below].end as usize,
            Tag::Text => {
                flow.words(tree.words(below));
                below += 1;
            }
            _ => below += 1,
        }
    }
}

/// The words of each cell of a table's own rows.
pub(super) fn own_rows(tree: &Tree, at: usize) -> Vec<Vec<String>> {
    table(tree, at).rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
}

fn table(tree: &Tree, at: usize) -> Table {
    let mut table = Table::default();
    let mut next = at + 1;
    while next < tree.nodes[at].end as usize {
        let below = next;
        next += 1;
        match tree.nodes[below].tag {
            Tag::Table => next = tree.nodes[below].end as usize,
            Tag::Row => table.rows.push(Vec::new()),
            Tag::Cell => {
                let mut words = Flow::default();
                write_own(tree, below, &mut words);
                let node = &tree.nodes[below];
                let cell = Cell { text: words.finish().0, wide: node.wide.into(), tall: node.tall.into() };
                if let Some(row) = table.rows.last_mut() {
                    row.push(cell);
                }
            }
            _ => {}
        }
    }
    table
}
