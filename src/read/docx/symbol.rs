//! `<w:sym w:font="Wingdings" w:char="F0FC"/>` → a character.

use crate::read::xml::Element;

/// Fonts of signs, which stand from F000 on; others have their characters where Unicode has them.
const FONTS: [&str; 4] = ["Wingdings", "Webdings", "Symbol", "Marlett"];
/// The signs of Symbol that stand in figures.
const SIGNS: [(u32, char); 7] =
    [(0x25, '%'), (0x2d, '-'), (0xb1, '±'), (0xb4, '×'), (0xb3, '≥'), (0xa3, '≤'), (0xb0, '°')];

/// The character, if any.
pub(super) fn words(element: &Element<'_>) -> String {
    character(element).map(String::from).unwrap_or_default()
}

/// A mark of a list for most signs.
fn character(element: &Element<'_>) -> Option<char> {
    let code = u32::from_str_radix(&element.get("char")?, 16).ok()?;
    let font = element.get("font").unwrap_or_default();
    let plain = if (0xf020..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    if !FONTS.iter().any(|name| font.starts_with(name)) {
        return char::from_u32(plain);
    }
    let digit = char::from_u32(plain).filter(char::is_ascii_digit);
    let sign = || SIGNS.iter().find(|(code, _)| *code == plain).map(|(_, sign)| *sign);
    Some(if font == "Symbol" { digit.or_else(sign).unwrap_or('•') } else { '•' })
}
