//! Posts that people hold (`data/posts.tsv`): 县长, 市委书记, 董事长.

use std::sync::OnceLock;

use super::matcher::{Hit, Matcher};
use super::table::rows;

static TABLE: &str = include_str!("data/posts.tsv");

/// A post and the kind of body it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Post {
    /// 县长
    pub name: &'static str,
    /// `party`, `government`, `congress`, `cppcc`, `department`, `enterprise`, `science`, `army`, `press` or `other`.
    pub of: &'static str,
}

/// All posts.
pub struct Posts {
    all: Vec<Post>,
    matcher: Matcher,
}

/// What the table may name as the body of a post.
const BODIES: [&str; 10] =
    ["party", "government", "congress", "cppcc", "department", "enterprise", "science", "army", "press", "other"];

/// The posts of the table, read on first use.
pub fn posts() -> &'static Posts {
    static POSTS: OnceLock<Posts> = OnceLock::new();
    POSTS.get_or_init(|| Posts::read().0)
}

impl Posts {
    fn read() -> (Posts, Vec<String>) {
        let (mut all, mut messages) = (Vec::new(), Vec::new());
        for row in rows("posts.tsv", TABLE) {
            let post = Post { name: row.cell(0), of: row.cell(1) };
            if BODIES.contains(&post.of) && !post.name.is_empty() {
                all.push(post);
            } else {
                messages.push(row.message(&format!("{} is no kind of body", post.of)));
            }
        }
        let names = all.iter().enumerate().map(|(at, post)| (post.name, at as u16)).collect();
        (Posts { all, matcher: Matcher::new(names) }, messages)
    }

    /// The posts in `text`, in order, the longest where several start at one place.
    #[must_use]
    pub fn find_all(&self, text: &str) -> Vec<Hit> {
        self.matcher.leftmost_longest(text)
    }

    /// The post of a [`Hit`].
    #[must_use]
    pub fn get(&self, id: u16) -> Option<&Post> {
        self.all.get(usize::from(id))
    }

    /// The longest post that `text` ends with: 武陟县县长 → 县长.
    #[must_use]
    pub fn at_end(&self, text: &str) -> Option<&Post> {
        self.all.iter().filter(|post| text.ends_with(post.name)).max_by_key(|post| post.name.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_no_post_stands_twice() {
        let (read, messages) = Posts::read();
        assert_eq!(messages, Vec::<String>::new());
        let names: std::collections::HashSet<_> = read.all.iter().map(|post| post.name).collect();
        assert_eq!(names.len(), read.all.len());
    }

    #[test]
    fn posts_are_found_whole() {
        let found = |text: &'static str| -> Vec<&str> {
            posts().find_all(text).into_iter().map(|hit| &text[hit.start..hit.end]).collect()
        };
        assert_eq!(found("县委副书记、代县长周明"), ["县委副书记", "代县长"]);
        assert_eq!(found("记者走访了公司董事长"), ["记者", "董事长"]);
        assert_eq!(posts().at_end("青河县人民政府县长").map(|post| post.of), Some("government"));
        assert_eq!(posts().at_end("全县经济").map(|post| post.name), None);
    }
}
