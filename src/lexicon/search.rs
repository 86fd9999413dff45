//! A word looked for in a text. The search of the standard library first prepares itself (for a character that is not of
//! ASCII, too), which in WebAssembly takes longer than to look through a clause; this one looks for the word's last byte,
//! eight places at a time.

/// What a text is asked for.
pub trait Search {
    /// `contains`, of a short word.
    fn has(&self, word: &str) -> bool;

    /// `contains`, of a character.
    fn has_char(&self, character: char) -> bool;

    /// `find`, of a short word.
    fn place_of(&self, word: &str) -> Option<usize>;

    /// `rfind`, of a short word.
    fn last_place_of(&self, word: &str) -> Option<usize>;

    /// The places where a word stands, none within the one before.
    fn places_of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize>;

    /// `trim_start_matches`, of a word.
    fn without_start(&self, word: &str) -> &str;

    /// `trim_end_matches`, of a word.
    fn without_end(&self, word: &str) -> &str;
}

/// A one in each of eight bytes.
const ONES: u64 = 0x0101_0101_0101_0101;

impl Search for str {
    #[inline]
    fn has(&self, word: &str) -> bool {
        self.place_of(word).is_some()
    }

    #[inline]
    fn has_char(&self, character: char) -> bool {
        self.has(character.encode_utf8(&mut [0; 4]))
    }

    fn place_of(&self, word: &str) -> Option<usize> {
        let (text, word) = (self.as_bytes(), word.as_bytes());
        let Some((&last, head)) = word.split_last() else { return Some(0) };
        let here = |end: usize| ends(&text[..end], head).then(|| end - head.len());
        let mut at = head.len();
        while let Some(eight) = text.get(at..).and_then(|rest| rest.first_chunk()) {
            // A byte that is the word's last becomes zero, and of a zero the highest bit is left.
            let other = u64::from_le_bytes(*eight) ^ (u64::from(last) * ONES);
            let mut ends = other.wrapping_sub(ONES) & !other & (ONES << 7);
            while ends != 0 {
                let end = at + ends.trailing_zeros() as usize / 8;
                if text[end] == last
                    && let Some(place) = here(end)
                {
                    return Some(place);
                }
                ends &= ends - 1;
            }
            at += 8;
        }
        let rest = text.iter().enumerate().skip(at).filter(|(_, byte)| **byte == last);
        rest.into_iter().find_map(|(end, _)| here(end))
    }

    fn last_place_of(&self, word: &str) -> Option<usize> {
        let (text, word) = (self.as_bytes(), word.as_bytes());
        let Some((&last, head)) = word.split_last() else { return Some(text.len()) };
        let mut end = text.len();
        while let Some(from) = end.checked_sub(8).filter(|from| *from >= head.len())
            && let Some(eight) = text[from..end].first_chunk()
        {
            let other = u64::from_le_bytes(*eight) ^ (u64::from(last) * ONES);
            // Of the highest bits set, those above a zero byte may be so by its borrow: each is looked at.
            let mut ends_here = other.wrapping_sub(ONES) & !other & (ONES << 7);
            while ends_here != 0 {
                let byte = 7 - ends_here.leading_zeros() as usize / 8;
                if text[from + byte] == last && ends(&text[..from + byte], head) {
                    return Some(from + byte - head.len());
                }
                ends_here &= !(0x80 << (8 * byte));
            }
            end = from;
        }
        let rest = (head.len()..end).rev().find(|at| text[*at] == last && ends(&text[..*at], head));
        rest.map(|at| at - head.len())
    }

    fn places_of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = from + self[from..].place_of(word)?;
            from = at + word.len();
            Some(at)
        })
    }

    fn without_start(&self, word: &str) -> &str {
        let mut rest = self;
        while let Some(shorter) = rest.strip_prefix(word) {
            rest = shorter;
        }
        rest
    }

    fn without_end(&self, word: &str) -> &str {
        let mut rest = self;
        while let Some(shorter) = rest.strip_suffix(word) {
            rest = shorter;
        }
        rest
    }
}

/// True where bytes end with these: most of those that do not differ in the last, and in WebAssembly the comparison of two
/// short slices is a call of many steps.
#[inline]
fn ends(text: &[u8], with: &[u8]) -> bool {
    with.last().is_none_or(|last| text.last() == Some(last) && text.ends_with(with))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_where_the_standard_library_finds_it() {
        let text = "全县地区生产总值463.3亿元，年均增长7.9%，a|b|；其中：总值、产值、值。";
        for word in ["值", "总值", "，年均", "全", "全县", "。", "值。", "|", "b|", "a|b|；", "", "无", "总产值", text]
        {
            for (from, _) in text.char_indices() {
                assert_eq!(text[from..].place_of(word), text[from..].find(word), "{} {word}", &text[from..]);
                assert_eq!(text[..from].last_place_of(word), text[..from].rfind(word), "{} {word}", &text[..from]);
            }
            assert_eq!("".place_of(word), "".find(word));
            assert_eq!("".last_place_of(word), "".rfind(word));
        }
        assert!(text.has("年均") && !text.has("均年") && text.has_char('，') && !text.has_char('无'));
        assert!(text.places_of("总值").eq(text.match_indices("总值").map(|(at, _)| at)));
        assert_eq!("平均平均数".without_start("平均"), "数");
        assert_eq!(("总数平均平均".without_end("平均"), "总数".without_end("平均")), ("总数", "总数"));
    }
}
