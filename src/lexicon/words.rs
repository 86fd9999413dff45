//! A list of words, asked for the longest that a text begins or ends with.
//!
//! The grammar asks such lists for every number of a text: they are filed by their first and last character, so that a
//! question costs a few comparisons, not one for each word.

/// Files of a list; characters share one where their code points agree modulo this.
const FILES: usize = 128;

/// Words by their first and by their last character.
#[derive(Debug)]
pub struct Words {
    first: Vec<File>,
    last: Vec<File>,
}

/// The words of one file, the longest first, each with the character it is filed by: most questions end there.
type File = Vec<(char, &'static str)>;

impl Words {
    /// Files the words of the lists.
    #[must_use]
    pub fn new(lists: &[&[&'static str]]) -> Self {
        let mut words = Words { first: vec![Vec::new(); FILES], last: vec![Vec::new(); FILES] };
        for word in lists.iter().copied().flatten() {
            if let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) {
                words.first[first as usize % FILES].push((first, word));
                words.last[last as usize % FILES].push((last, word));
            }
        }
        for file in words.first.iter_mut().chain(&mut words.last) {
            file.sort_by_key(|(_, word)| std::cmp::Reverse(word.len()));
        }
        words
    }

    /// The longest word that the text begins with.
    #[must_use]
    pub fn prefix(&self, text: &str) -> Option<&'static str> {
        self.prefix_at(text.chars().next()?, text)
    }

    /// As [`Words::prefix`], where the first character is at hand.
    #[must_use]
    pub fn prefix_at(&self, first: char, text: &str) -> Option<&'static str> {
        let file = &self.first[first as usize % FILES];
        file.iter().find(|(own, word)| *own == first && text.starts_with(word)).map(|(_, word)| *word)
    }

    /// The longest word that the text ends with.
    #[must_use]
    pub fn suffix(&self, text: &str) -> Option<&'static str> {
        let last = text.chars().next_back()?;
        let file = &self.last[last as usize % FILES];
        file.iter().find(|(own, word)| *own == last && text.ends_with(word)).map(|(_, word)| *word)
    }

    /// True where the text holds one of the words.
    #[must_use]
    pub fn found_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, c)| self.prefix_at(c, &text[at..]).is_some())
    }

    /// All the words.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.first.iter().flatten().map(|(_, word)| *word)
    }

    /// True for a word of the list.
    #[must_use]
    pub fn contains(&self, text: &str) -> bool {
        self.prefix(text).is_some_and(|word| word.len() == text.len())
    }
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
        assert!(words.found_in("县里总投资") && !words.found_in("投入建造"));
    }
}
