//! Words of page furniture, and where in a page they tell it.

use std::sync::OnceLock;

use super::table::rows;
use super::words::Words;

const TABLE: &str = include_str!("data/furniture.tsv");

/// The words, by where they must stand.
#[derive(Debug)]
pub struct Furniture {
    /// The line is nothing else.
    pub line: Words,
    /// The line begins with them.
    pub start: Words,
    /// A short line that holds them is furniture, whatever else it says.
    pub sure: Words,
    /// A short line holds them.
    pub anywhere: Words,
    /// A line near the end of the page begins with them.
    pub end: Words,
    /// Among a page's buttons, before the count of its readers: [阅读]1234次分享.
    pub readers: Words,
    /// Buttons that may stand behind that count.
    pub action: Words,
    /// Buttons that lead to the other pages of an article, and how many there are: 共3页45条.
    pub pager: Words,
    /// Headings of links to other articles.
    pub links: Words,
    /// Words of a line that wants something of its reader, or promises it: no text tells of them.
    pub promise: Words,
}

/// The places, in the order of the fields.
const PLACES: [&str; 10] =
    ["line", "start", "sure", "anywhere", "end", "readers", "action", "pager", "links", "promise"];

/// The table, read once.
pub fn furniture() -> &'static Furniture {
    static READ: OnceLock<Furniture> = OnceLock::new();
    READ.get_or_init(|| {
        let [line, start, sure, anywhere, end, readers, action, pager, links, promise] = PLACES.map(|place| {
            let words: Vec<_> =
                rows("furniture.tsv", TABLE).filter(|row| row.cell(0) == place).map(|row| row.cell(1)).collect();
            Words::new(&[&words])
        });
        Furniture { line, start, sure, anywhere, end, readers, action, pager, links, promise }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_place_and_words() {
        for row in rows("furniture.tsv", TABLE) {
            let known = PLACES.contains(&row.cell(0));
            assert!(known && !row.cell(1).is_empty(), "{}", row.message("unknown place or no words"));
        }
        assert!(furniture().anywhere.within("点击加入收藏"));
    }
}
