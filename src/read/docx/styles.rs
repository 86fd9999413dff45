//! Which styles of a word processor's file are headings, and which number their paragraphs: `word/styles.xml`.

use std::collections::HashMap;

use crate::error::Kind;
use crate::read::xml::{self, Piece};

/// What a style says of its paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// 1 for the title, 2 and more for headings.
    pub(super) heading: Option<usize>,
    /// The list that numbers them, and the level in it.
    pub(super) list: Option<(String, usize)>,
    based_on: Option<String>,
}

/// The styles by id.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

/// Styles that a style may stand on, one on the other.
const CHAIN: usize = 12;

impl Styles {
    pub(super) fn read(part: &str) -> Result<Styles, Kind> {
        let mut styles = Styles::default();
        let mut id = String::new();
        xml::read(part, |piece| {
            let Piece::Start(element) = piece else { return Ok(()) };
            let value = || element.get("val").unwrap_or_default();
            if element.name() == "style" {
                id = element.get("styleId").unwrap_or_default();
                styles.0.insert(id.clone(), Style::default());
                return Ok(());
            }
            let Some(style) = styles.0.get_mut(&id) else { return Ok(()) };
            match element.name() {
                "name" => style.heading = heading(&value()),
                "outlineLvl" => style.heading = style.heading.or_else(|| outline(&value())),
                "basedOn" => style.based_on = Some(value()),
                "numId" => style.list = Some((value(), style.list.as_ref().map_or(0, |(_, level)| *level))),
                "ilvl" => {
                    let level = value().parse().unwrap_or(0);
                    style.list = Some((style.list.take().map_or_else(String::new, |(list, _)| list), level));
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(styles)
    }

    /// What a style and those it stands on say.
    pub(super) fn of(&self, id: &str) -> Style {
        let mut found = Style::default();
        let mut next = Some(id.to_owned());
        for _ in 0..CHAIN {
            let Some(style) = next.as_ref().and_then(|id| self.0.get(id)) else { break };
            found.heading = found.heading.or(style.heading);
            found.list = found.list.or_else(|| style.list.clone().filter(|(list, _)| !list.is_empty()));
            next.clone_from(&style.based_on);
        }
        found
    }
}

/// `heading 1` (Word writes it in English whatever its language), `标题 1`, `Title`.
fn heading(name: &str) -> Option<usize> {
    let name = name.to_ascii_lowercase();
    if matches!(name.as_str(), "title" | "标题") {
        return Some(1);
    }
    let level = name.strip_prefix("heading ").or_else(|| name.strip_prefix("标题 "))?;
    level.parse::<usize>().ok().map(|level| level + 1)
}

/// `w:outlineLvl`: 0 for the first level of headings, 9 for running text.
pub(super) fn outline(value: &str) -> Option<usize> {
    value.parse::<usize>().ok().filter(|level| *level < 9).map(|level| level + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_stand_on_one_another() {
        let styles = Styles::read("<w:styles><w:style w:styleId='a1'><w:name w:val='heading 2'/><w:pPr><w:numPr><w:numId w:val='5'/></w:numPr></w:pPr></w:style><w:style w:styleId='b'><w:name w:val='公文标题'/><w:basedOn w:val='a1'/></w:style><w:style w:styleId='c'><w:basedOn w:val='c'/></w:style></w:styles>").unwrap();
        assert_eq!(styles.of("b").heading, Some(3));
        assert_eq!(styles.of("b").list, Some(("5".to_owned(), 0)));
        assert_eq!(styles.of("c"), Style::default(), "a circle ends");
    }
}
