//! Raised numbers: those of notes and powers, which as plain digits would be read with the number beside them.

/// What a raised stretch is in plain text, where it is not itself: `[3]` for a note, `⁸` for a power of ten.
pub(super) fn lowered(before: &str, raised: &str) -> Option<String> {
    let number = raised.trim();
    if !(1..=2).contains(&number.len()) || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let before = before.trim_end();
    // m², 平方米²
    if before.ends_with(|c: char| c.is_ascii_alphabetic() || "米里㎡寸尺²³".contains(c)) {
        return None;
    }
    if before.ends_with("×10") || before.ends_with("x10") || before.ends_with("*10") {
        let powers = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        return Some(number.bytes().filter_map(|byte| powers.get(usize::from(byte - b'0'))).collect());
    }
    Some(format!("[{number}]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_and_powers_are_told_from_squares() {
        assert_eq!(lowered("粮食产量", "3").as_deref(), Some("[3]"));
        assert_eq!(lowered("8.4", "12").as_deref(), Some("[12]"));
        assert_eq!(lowered("5×10", "8").as_deref(), Some("⁸"));
        assert_eq!((lowered("30km", "2"), lowered("投资", "[2]"), lowered("投资", "th")), (None, None, None));
    }
}
