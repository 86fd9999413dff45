//! What the elements of a page are to a reader.

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// Root, `div`, `section` and whatever else stands on lines of its own.
    Block,
    Paragraph,
    Heading(u8),
    List,
    Item,
    Table,
    /// `caption`: the words over a table, which stand within it.
    Caption,
    Row,
    Cell,
    Link,
    Break,
    Text,
}

/// The tag of an element by its name; none where the element leaves no trace (marks of style).
pub(super) fn tag_of(name: &[u8]) -> Option<Tag> {
    Some(match name {
        b"p" => Tag::Paragraph,
        b"h1" => Tag::Heading(1),
        b"h2" => Tag::Heading(2),
        b"h3" => Tag::Heading(3),
        b"h4" | b"h5" | b"h6" => Tag::Heading(4),
        b"ul" | b"ol" | b"dl" => Tag::List,
        b"li" | b"dt" | b"dd" => Tag::Item,
        b"table" => Tag::Table,
        b"caption" => Tag::Caption,
        b"tr" => Tag::Row,
        b"td" | b"th" => Tag::Cell,
        b"a" => Tag::Link,
        b"br" | b"hr" => Tag::Break,
        b"div" | b"section" | b"article" | b"main" | b"nav" | b"aside" | b"header" | b"footer" | b"center"
        | b"blockquote" | b"pre" | b"address" | b"figure" | b"figcaption" | b"fieldset" | b"form" | b"ucapcontent"
        | b"ucaptitle" | b"details" | b"summary" => Tag::Block,
        _ => return None,
    })
}

/// `</h2>` ends `<h1>` too.
pub(super) fn same(a: Tag, b: Tag) -> bool {
    a == b || matches!((a, b), (Tag::Heading(_), Tag::Heading(_)))
}
