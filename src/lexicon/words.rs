//! A list of words, asked for the longest that a text begins or ends with.
//!
//! The grammar asks such lists for every number of a text: they are filed by their first and last character, so that a
//! question costs a few comparisons, not one for each word.

/// Files of a list; characters share one where their code points agree modulo this.
const FILES: usize = 128;

/// Characters with which words begin are marked in so many fields of 64 bits.
const FIELDS: usize = 16;

/// Words by their first and by their last character.
#[derive(Debug)]
pub struct Words {
    first: Files,
    last: Files,
    /// A bit where a word begins with a character of the same last ten bits: whoever looks through a text passes over most of
    /// it with one look.
    beginnings: [u64; FIELDS],
}

/// Words, each with the character it is filed by (most questions end there), in files one behind the other: within one the
/// longest first.
#[derive(Debug)]
struct Files {
    words: Vec<(char, &'static str)>,
    /// Where each file begins, and behind them where the last one ends.
    starts: [u16; FILES + 1],
}

impl Files {
    fn new(words: impl Iterator<Item = (char, &'static str)> + Clone) -> Files {
        let mut starts = [0; FILES + 1];
        for (by, _) in words.clone() {
            starts[by as usize % FILES + 1] += 1;
        }
        for file in 0..FILES {
            starts[file + 1] += starts[file];
        }
        let mut filed = vec![('\0', ""); usize::from(starts[FILES])];
        let mut ends = starts;
        for (by, word) in words {
            let file = by as usize % FILES;
            // Files hold a word or two: each finds its place among those already there.
            let (start, mut at) = (usize::from(starts[file]), usize::from(ends[file]));
            while at > start && filed[at - 1].1.len() < word.len() {
                filed[at] = filed[at - 1];
                at -= 1;
            }
            filed[at] = (by, word);
            ends[file] += 1;
        }
        Files { words: filed, starts }
    }

    /// The words filed with this character, and where they begin among all.
    fn of(&self, by: char) -> (usize, &[(char, &'static str)]) {
        let file = by as usize % FILES;
        let from = usize::from(self.starts[file]);
        (from, &self.words[from..usize::from(self.starts[file + 1])])
    }
}

impl Words {
    /// Files the words of the lists.
    #[must_use]
    pub fn new(lists: &[&[&'static str]]) -> Self {
        let words = lists.iter().copied().flatten().copied();
        let mut beginnings = [0; FIELDS];
        for first in words.clone().filter_map(|word| word.chars().next()) {
            beginnings[first as usize / 64 % FIELDS] |= 1 << (first as u32 % 64);
        }
        Words {
            first: Files::new(words.clone().filter_map(|word| Some((word.chars().next()?, word)))),
            last: Files::new(words.filter_map(|word| Some((word.chars().next_back()?, word)))),
            beginnings,
        }
    }

    /// Whether a word may begin with this character; false for most that none begins with.
    #[must_use]
    pub fn may_begin(&self, first: char) -> bool {
        self.beginnings[first as usize / 64 % FIELDS] >> (first as u32 % 64) & 1 == 1
    }

    /// The longest word that the text begins with.
    #[must_use]
    pub fn prefix(&self, text: &str) -> Option<&'static str> {
        self.prefix_at(text.chars().next()?, text)
    }

    /// As [`Words::prefix`], where the first character is at hand.
    #[must_use]
    pub fn prefix_at(&self, first: char, text: &str) -> Option<&'static str> {
        self.first.of(first).1.iter().find(|(own, word)| *own == first && begins(text, word)).map(|(_, word)| *word)
    }

    /// The longest word that the text ends with.
    #[must_use]
    pub fn suffix(&self, text: &str) -> Option<&'static str> {
        let last = text.chars().next_back()?;
        self.last.of(last).1.iter().find(|(own, word)| *own == last && ends(text, word)).map(|(_, word)| *word)
    }

    /// The text without the longest word that it ends with; none where it ends with none.
    #[must_use]
    pub fn cut<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.suffix(text).map(|word| &text[..text.len() - word.len()])
    }

    /// As [`Words::prefix_at`], with the place of the word among [`Words::iter`].
    #[must_use]
    pub fn place_at(&self, first: char, text: &str) -> Option<(usize, &'static str)> {
        let (from, file) = self.first.of(first);
        let at = file.iter().position(|(own, word)| *own == first && begins(text, word))?;
        Some((from + at, file.get(at)?.1))
    }

    /// True when a word of the list stands anywhere in the text.
    #[must_use]
    pub fn within(&self, text: &str) -> bool {
        self.all(text).next().is_some()
    }

    /// The first place where a word stands, and the longest that stands there.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<(usize, &'static str)> {
        self.all(text).next()
    }

    /// The last place where a word stands, and the longest that stands there.
    #[must_use]
    pub fn rfind(&self, text: &str) -> Option<(usize, &'static str)> {
        let beginnings = text.char_indices().rev().filter(|(_, first)| self.may_begin(*first));
        beginnings.into_iter().find_map(|(at, first)| Some((at, self.prefix_at(first, &text[at..])?)))
    }

    /// The word that ends last, and of those the longest: where it stands.
    #[must_use]
    pub fn rfind_end(&self, text: &str) -> Option<(usize, &'static str)> {
        text.char_indices().rev().find_map(|(at, last)| {
            let upto = &text[..at + last.len_utf8()];
            let word = self.last.of(last).1.iter().find(|(own, word)| *own == last && ends(upto, word))?.1;
            Some((upto.len() - word.len(), word))
        })
    }

    /// Where words of the list stand in the text, and which: at each place the longest.
    pub fn all<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'static str)> + use<'a> {
        self.scan(text).map(|found| (found.at, found.word))
    }

    /// As [`Words::all`], with what else is known of each.
    #[must_use]
    pub fn scan<'a>(&'a self, text: &'a str) -> Scan<'a> {
        Scan { words: self, text, at: 0, unit: 0 }
    }

    /// All the words.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.first.words.iter().map(|(_, word)| *word)
    }

    /// True for a word of the list.
    #[must_use]
    pub fn contains(&self, text: &str) -> bool {
        self.prefix(text).is_some_and(|word| word.len() == text.len())
    }
}

/// Looks through a text for words. Characters with which none begins are passed over by their last two bytes alone.
#[derive(Debug)]
pub struct Scan<'a> {
    words: &'a Words,
    text: &'a str,
    at: usize,
    unit: u32,
}

/// A word where it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Byte at which it begins.
    pub at: usize,
    /// UTF-16 unit at which it begins.
    pub unit: u32,
    /// Its place among [`Words::iter`].
    pub place: usize,
    /// The word.
    pub word: &'static str,
}

impl Iterator for Scan<'_> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        let (bytes, beginnings) = (self.text.as_bytes(), &self.words.beginnings);
        let (mut next, mut unit) = (self.at, self.unit);
        while let Some(&lead) = bytes.get(next) {
            let (at, before) = (next, unit);
            unit += 1;
            // Of a character's number the last six bits stand in its last byte, those above in the byte before.
            let (above, last) = if lead & 0xf0 == 0xe0 {
                next += 3;
                let (Some(&above), Some(&last)) = (bytes.get(at + 1), bytes.get(at + 2)) else { break };
                (above, last)
            } else if lead < 0x80 {
                next += 1;
                (lead / 64, lead)
            } else {
                let wide = lead >= 0xf0;
                next += if wide { 4 } else { 2 };
                unit += u32::from(wide);
                let Some(&[.., above, last]) = bytes.get(at..next) else { break };
                (above, last)
            };
            if beginnings[usize::from(above) % FIELDS] >> (last % 64) & 1 == 0 {
                continue;
            }
            let Some(rest) = self.text.get(at..) else { continue };
            let found = rest.chars().next().and_then(|first| self.words.place_at(first, rest));
            if let Some((place, word)) = found {
                (self.at, self.unit) = (next, unit);
                return Some(Found { at, unit: before, place, word });
            }
        }
        self.at = bytes.len();
        None
    }
}

/// `starts_with` for a word that shares the text's first character: most of these differ in their last byte, and in
/// WebAssembly the comparison of two short slices is a call of many steps.
fn begins(text: &str, word: &str) -> bool {
    let last = word.len() - 1;
    text.as_bytes().get(last) == word.as_bytes().last() && text.starts_with(word)
}

/// `ends_with` for a word that shares the text's last character.
fn ends(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let middle = word.len() / 2;
    text.len() >= word.len() && text[text.len() - word.len() + middle] == word[middle] && text.ends_with(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_found_at_either_end() {
        let words = Words::new(&[&["投资", "总投资"], &["建设", "开工建设"]]);
        assert_eq!(words.suffix("项目总投资"), Some("总投资"));
        assert_eq!(words.prefix("开工建设项目"), Some("开工建设"));
        assert_eq!(words.prefix("项目"), None);
        assert!(words.contains("投资") && !words.contains("投资额"));
        assert!(words.within("完成总投资额") && !words.within("投向资金"));
        assert_eq!(words.all("开工建设投资").collect::<Vec<_>>(), [(0, "开工建设"), (6, "建设"), (12, "投资")]);
        let place = words.iter().position(|word| word == "投资").unwrap();
        let found = Found { at: 8, unit: 5, place, word: "投资" };
        assert_eq!(words.scan("¥𠮷1a投资").next(), Some(found));
    }

    #[test]
    fn words_are_found_within_a_text_from_either_end() {
        let words = Words::new(&[&["居", "位居", "跃居", "提升至"]]);
        assert_eq!(words.find("总量跃居全省、位居全市"), Some((6, "跃居")));
        assert_eq!(words.rfind("总量跃居全省、位居全市"), Some((24, "居")));
        assert_eq!(words.rfind_end("总量跃居全省、位居全市"), Some((21, "位居")));
        assert_eq!(words.rfind("总量"), None);
        assert!(words.within("由第五提升至第三") && !words.within("提升"));
    }
}
