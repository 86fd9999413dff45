//! How pages of Chinese offices name their parts (`data/pages.tsv`).

use std::sync::OnceLock;

use super::table::rows;
use crate::lexicon::search::Search;

/// What the part of a page is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Its name says nothing.
    #[default]
    Plain,
    /// The body of the article.
    Article,
    /// Navigation, links, footer.
    Furniture,
    /// The title above the body.
    Title,
}

/// The table, sorted by what its words are matched with.
#[derive(Debug, Default)]
pub struct Pages {
    whole: Vec<(&'static str, Role)>,
    part: Vec<(&'static str, Role)>,
    publication: Vec<&'static str>,
    site: Vec<&'static str>,
    clock: Vec<&'static str>,
    answer: Vec<&'static str>,
}

/// The table, read once.
pub fn pages() -> &'static Pages {
    static TABLE: OnceLock<Pages> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut pages = Pages::default();
        for row in rows("pages.tsv", include_str!("data/pages.tsv")) {
            let role = match row.cell(0) {
                "article" => Role::Article,
                "furniture" => Role::Furniture,
                "title" => Role::Title,
                _ => Role::Plain,
            };
            match row.cell(1) {
                "is" => pages.whole.push((row.cell(2), role)),
                "has" => pages.part.push((row.cell(2), role)),
                "shows" => pages.clock.push(row.cell(2)),
                "ends" => pages.site.push(row.cell(2)),
                "starts" => pages.answer.push(row.cell(2)),
                _ => pages.publication.push(row.cell(2)),
            }
        }
        pages
    })
}

impl Pages {
    /// The role of an element by its classes and id, in small letters.
    #[must_use]
    pub fn role(&self, names: &str) -> Role {
        let whole = names.split_ascii_whitespace().find_map(|name| self.whole.iter().find(|(word, _)| *word == name));
        whole.or_else(|| self.part.iter().find(|(word, _)| names.contains(word))).map_or(Role::Plain, |(_, role)| *role)
    }

    /// True for words of the line that says when and by whom the page was published.
    #[must_use]
    pub fn is_publication(&self, text: &str) -> bool {
        self.publication.iter().any(|word| text.has(word))
    }

    /// The subject of the letter that this one answers: Re: 云岭县公报.
    #[must_use]
    pub fn without_answer<'a>(&self, subject: &'a str) -> Option<&'a str> {
        self.answer.iter().find_map(|word| subject.strip_prefix(word)?.strip_prefix([':', '：']))
    }

    /// True for the day on which the page was opened: 今天是2024年5月6日.
    #[must_use]
    pub fn is_clock(&self, text: &str) -> bool {
        self.clock.iter().any(|word| text.has(word))
    }

    /// True for the name of a site: 云岭县人民政府网.
    #[must_use]
    pub fn is_site(&self, text: &str) -> bool {
        self.site.iter().any(|word| text.ends_with(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_known_role_and_match() {
        for row in rows("pages.tsv", include_str!("data/pages.tsv")) {
            let known = matches!(row.cell(0), "article" | "furniture" | "title") && matches!(row.cell(1), "is" | "has")
                || matches!(
                    (row.cell(0), row.cell(1)),
                    ("publication", "words") | ("site", "ends") | ("clock", "shows") | ("answer", "starts")
                );
            assert!(known && !row.cell(2).is_empty(), "{}", row.message("unknown role or match"));
        }
        assert_eq!(pages().role("trs_editor fl"), Role::Article);
        assert_eq!(pages().role("navcurrent"), Role::Furniture);
        assert_eq!(pages().role("main"), Role::Plain);
        assert!(pages().is_publication("发布时间：2021-06-09"));
    }
}
