//! Words of page furniture, and where in a page they tell it.

use std::sync::OnceLock;

/// Where the words must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The line is nothing else.
    Line,
    /// The line begins with them.
    Start,
    /// A short line holds them.
    Anywhere,
    /// A line near the end of the page begins with them.
    End,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Furniture {
    /// Where the words must stand.
    pub place: Place,
    /// The words.
    pub words: String,
}

/// The table, read once.
pub fn furniture() -> &'static [Furniture] {
    static TABLE: OnceLock<Vec<Furniture>> = OnceLock::new();
    TABLE.get_or_init(|| {
        include_str!("data/furniture.tsv")
            .lines()
            .skip(1)
            .filter_map(|line| {
                let (place, words) = line.split_once('\t')?;
                let place = match place {
                    "line" => Place::Line,
                    "start" => Place::Start,
                    "anywhere" => Place::Anywhere,
                    "end" => Place::End,
                    _ => return None,
                };
                Some(Furniture { place, words: words.to_owned() })
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_row_is_read() {
        assert_eq!(super::furniture().len(), include_str!("data/furniture.tsv").lines().count() - 1);
    }
}
