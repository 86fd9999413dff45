//! Readings above characters as word processors before DOCX write them: the code of a field that sets one text over
//! another.
//!
//! ```text
//! EQ \* jc2 \* "Font:Calibri" \* hps10 \o\ad(\s\up 9(xian),县)
//! ```

/// Bytes of a field's code that are looked at; a reading above characters has fewer.
pub(super) const CODE: usize = 400;

/// Where in a field's code the words begin that have a reading above them; none where the code says something else.
pub(super) fn words_at(code: &str) -> Option<usize> {
    let switches = code.trim_start().strip_prefix("EQ")?;
    let raised = switches.contains("\\o") && switches.contains("\\s\\up");
    code.find("),").filter(|_| raised).map(|at| at + "),".len())
}

/// The words that have a reading above them.
pub(super) fn words(code: &str) -> Option<&str> {
    let words = code[words_at(code)?..].trim();
    Some(words.strip_suffix(')').unwrap_or(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_below_a_reading_are_found() {
        assert_eq!(words(" EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(xian),县)"), Some("县"));
        assert_eq!(words(" PAGE \\* MERGEFORMAT "), None);
        assert_eq!(words("EQ \\f(1,2)"), None);
    }
}
