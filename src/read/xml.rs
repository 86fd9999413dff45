//! XML parts of a word processor's file: no document type, no entities but XML's own, bounded depth.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::error::Kind;
use crate::limits;

/// What a part is made of. Names are without prefix: `w:p` is `p`.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    Start(&'a Element<'a>),
    End(&'a str),
    Text(&'a str),
}

/// An element with its attributes.
#[derive(Debug)]
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name without prefix.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// An attribute's value, by its name without prefix.
    pub(super) fn get(&self, key: &str) -> Option<String> {
        let found = self.0.attributes().flatten().find(|a| local(a.key.into_inner()) == key)?;
        Some(found.value.into_owned())
    }

    /// `val`, as most settings of a word processor are written; false for `w:b w:val="0"`.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Reads a part piece by piece.
pub(super) fn read(xml: &str, mut take: impl FnMut(Piece<'_>) -> Result<(), Kind>) -> Result<(), Kind> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Kind::Damaged("XML"))? {
            Event::Start(start) => {
                depth += 1;
                if depth > limits::DEPTH {
                    return Err(Kind::Limit { what: "XML 层数 depth", limit: limits::DEPTH });
                }
                take(Piece::Start(&Element(start)))?;
            }
            Event::Empty(start) => {
                let element = Element(start);
                take(Piece::Start(&element))?;
                take(Piece::End(element.name()))?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                take(Piece::End(local(end.name().into_inner())))?;
            }
            Event::Text(text) => take(Piece::Text(&text.into_inner()))?,
            Event::CData(text) => take(Piece::Text(&text.into_inner()))?,
            Event::GeneralRef(reference) => {
                let text = match &*reference {
                    "amp" => "&".to_owned(),
                    "lt" => "<".to_owned(),
                    "gt" => ">".to_owned(),
                    "quot" => "\"".to_owned(),
                    "apos" => "'".to_owned(),
                    _ => reference.resolve_char_ref().ok().flatten().map(String::from).unwrap_or_default(),
                };
                take(Piece::Text(&text))?;
            }
            // An entity could be defined here: nothing of a word processor needs one.
            Event::DocType(_) => return Err(Kind::Damaged("XML DTD")),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// `w:p` → `p`
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(xml: &str) -> Result<String, Kind> {
        let mut out = String::new();
        read(xml, |piece| {
            match piece {
                Piece::Start(element) => {
                    out += &["<", element.name(), &element.get("val").unwrap_or_default()].concat();
                }
                Piece::End(_) => out.push('>'),
                Piece::Text(text) => out += text,
            }
            Ok(())
        })?;
        Ok(out)
    }

    #[test]
    fn names_lose_their_prefix_and_entities_are_resolved() {
        assert_eq!(
            pieces("<w:p w:val='1'><w:t>甲 &amp; &#x4e59;&no;</w:t><w:br/></w:p>").unwrap(),
            "<p1<t甲 & 乙><br>>"
        );
    }

    #[test]
    fn bombs_are_refused() {
        assert!(matches!(pieces("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), Err(Kind::Damaged(_))));
        assert!(matches!(pieces(&"<a>".repeat(300)), Err(Kind::Limit { .. })));
        assert!(pieces(&"<a>".repeat(256)).is_ok());
    }
}
