//! Pinyin or zhuyin in brackets after a character goes: 區(qū)委 → 区委.

use super::Edit;
use crate::report::CleaningKind;

/// Letters of the longest words, and of the longest syllable, zhuàng.
const LETTERS: usize = 24;
const SYLLABLE: usize = 6;

#[inline(never)]
pub(super) fn edit(before: &str, rest: &str) -> Option<Edit> {
    if !before.chars().next_back().is_some_and(|c| ('\u{3400}'..='\u{9fff}').contains(&c)) {
        return None;
    }
    let open = rest.chars().next()?.len_utf8();
    let (mut marked, mut count, mut letters) = (false, 0, 0);
    for (at, c) in rest[open..].char_indices() {
        // 青沅（qīng yuán）, 產 ( c h ǎ n )
        if c == ' ' {
            count = 0;
            continue;
        }
        (count, letters) = (count + 1, letters + 1);
        if letters > LETTERS {
            return None;
        }
        match c {
            ')' | '）' if marked => {
                let taken = open + at + c.len_utf8();
                return Some(Edit {
                    taken,
                    put: "",
                    kind: CleaningKind::Annotation,
                    note: "括注读音 reading in brackets",
                });
            }
            'a'..='z' if count <= SYLLABLE => {}
            // Toneless letters alone could be a unit (km): a tone mark or zhuyin tells.
            'à'
            | 'á'
            | 'è'
            | 'é'
            | 'ê'
            | 'ì'
            | 'í'
            | 'ò'
            | 'ó'
            | 'ù'
            | 'ú'
            | 'ü'
            | 'ā'
            | 'ē'
            | 'ě'
            | 'ī'
            | 'ń'
            | 'ň'
            | 'ō'
            | 'ū'
            | 'ǎ'
            | 'ǐ'
            | 'ǒ'
            | 'ǔ'
            | 'ǖ'
            | 'ǘ'
            | 'ǚ'
            | 'ǜ'
            | 'ɑ'
            | 'ɡ'
            | '\u{3105}'..='\u{312f}'
            | 'ˊ'
            | 'ˇ'
            | 'ˋ'
            | '˙'
                if count <= SYLLABLE =>
            {
                marked = true;
            }
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn readings_go_and_units_stay() {
        assert_eq!(clean_text("区(qū)委、企业（yè）和产(ㄔㄢˇ)值").text, "区委、企业和产值");
        assert_eq!(clean_text("青沅（qīng yuán）县、漯（luò ）河").text, "青沅县、漯河");
        assert_eq!(clean_text("总长(km)，县(市)，区（新）").text, "总长（km），县（市），区（新）");
    }
}
