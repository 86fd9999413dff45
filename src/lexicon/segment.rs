//! Cutting text into words with their parts of speech (`data/words.tsv`, through jieba without its HMM).
//!
//! The word list is a part of jieba's own dictionary and words of government prose; unknown words fall into
//! single characters, which is what a reader of names and places expects.

use std::sync::OnceLock;

use jieba_rs::Jieba;

static WORDS: &str = include_str!("data/words.tsv");

/// Part of speech, as coarse as the grammar of figures needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// 企业, 产值
    Noun,
    /// 实现, 建成
    Verb,
    /// A verb that stands as a noun: 投资, 发展.
    VerbalNoun,
    /// 优良, and the attributive words (大型, 首批).
    Adjective,
    /// 同比, 全面
    Adverb,
    /// 按照, 比
    Preposition,
    /// 和, 以及
    Conjunction,
    /// 的, 了, 吗
    Particle,
    /// 个, 平方公里
    Measure,
    /// 三, 2019, 许多
    Numeral,
    /// 今年, 上半年
    Time,
    /// 北京, 境内
    Place,
    /// 国务院
    Organisation,
    /// Names of people.
    Person,
    /// 我, 该, 全县
    Pronoun,
    /// 以上, 之间
    Locative,
    /// Idioms and set phrases: 稳中求进.
    Idiom,
    /// Punctuation and white space.
    Punctuation,
    /// A run of Latin letters, with digits in it or not.
    Latin,
    /// Word parts and what the list does not hold.
    Other,
}

/// A word and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// The word as written.
    pub text: &'a str,
    /// Byte offset in the text given to [`segment`].
    pub start: usize,
    /// Its part of speech.
    pub tag: Tag,
}

impl Token<'_> {
    /// Byte offset just behind the word.
    #[must_use]
    pub const fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The segmenter, built on first use (about 25 ms).
///
/// Were the word list unreadable, a segmenter without words would be returned: every character a word. The
/// tests of this file see to it that it is readable.
pub fn jieba() -> &'static Jieba {
    static JIEBA: OnceLock<Jieba> = OnceLock::new();
    JIEBA.get_or_init(|| {
        let mut words = WORDS.split_once('\n').map_or("", |(_, rows)| rows).as_bytes();
        Jieba::with_dict(&mut words).unwrap_or_else(|_| Jieba::empty())
    })
}

/// The words of `text`, in order and without gaps.
#[must_use]
pub fn segment(text: &str) -> Vec<Token<'_>> {
    jieba()
        .tag(text, false)
        .into_iter()
        .map(|word| Token { text: word.word, start: word.byte_start, tag: tag_of(word.word, word.tag) })
        .collect()
}

/// jieba's tag (of the ICTCLAS family), made coarse.
fn tag_of(word: &str, tag: &str) -> Tag {
    match tag.as_bytes() {
        b"vn" | b"an" => Tag::VerbalNoun,
        b"ns" | b"s" => Tag::Place,
        b"nt" => Tag::Organisation,
        b"nr" | b"nrt" | b"nrfg" => Tag::Person,
        b"eng" => Tag::Latin,
        b"mq" => Tag::Numeral,
        b"x" => kind_of_unknown(word),
        [b'n' | b'j', ..] => Tag::Noun,
        [b'v', ..] => Tag::Verb,
        b"ad" | [b'd', ..] => Tag::Adverb,
        [b'a' | b'b', ..] | b"z" => Tag::Adjective,
        [b'p', ..] => Tag::Preposition,
        [b'c', ..] => Tag::Conjunction,
        [b'u' | b'y' | b'e', ..] => Tag::Particle,
        [b'q', ..] => Tag::Measure,
        [b'm', ..] => Tag::Numeral,
        [b't', ..] => Tag::Time,
        [b'r', ..] => Tag::Pronoun,
        [b'f', ..] => Tag::Locative,
        [b'i' | b'l', ..] => Tag::Idiom,
        _ => Tag::Other,
    }
}

/// What stands outside the list: signs, white space, or a character without a word.
fn kind_of_unknown(word: &str) -> Tag {
    match word.chars().next() {
        Some(first) if first.is_ascii_digit() => Tag::Numeral,
        Some(first) if first.is_alphanumeric() => Tag::Other,
        _ => Tag::Punctuation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::table::rows;

    fn tags(text: &str) -> Vec<(&str, Tag)> {
        segment(text).into_iter().map(|token| (token.text, token.tag)).collect()
    }

    #[test]
    fn every_line_of_the_word_list_has_a_word_a_frequency_and_a_tag() {
        let mut seen = std::collections::HashSet::new();
        let mut wrong = Vec::new();
        for row in rows("words.tsv", WORDS) {
            if row.cells().count() != 3 {
                wrong.push(row.message("expected word, frequency, tag"));
            }
            if row.cell(1).parse::<u32>().map_or(true, |frequency| frequency == 0) {
                wrong.push(row.message("frequency is no number above 0"));
            }
            if !row.cell(2).chars().all(|letter| letter.is_ascii_lowercase()) || row.cell(2).is_empty() {
                wrong.push(row.message("tag is no lower-case word"));
            }
            if !seen.insert(row.cell(0)) {
                wrong.push(row.message("word stands twice"));
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
        assert!(seen.len() > 30_000, "{} words", seen.len());
        assert!(WORDS.len() < 650_000, "{} bytes", WORDS.len());
    }

    #[test]
    fn words_of_government_prose_stay_whole() {
        for word in [
            "规模以上",
            "社会消费品",
            "城镇化率",
            "可支配收入",
            "增加值",
            "专精特新",
            "高质量发展",
            "高标准农田",
            "棚户区",
            "保障性住房",
            "固定资产投资",
            "实际利用外资",
            "产业集聚区",
            "建档立卡",
            "个百分点",
        ] {
            assert_eq!(segment(word).iter().map(|token| token.text).collect::<Vec<_>>(), [word]);
        }
    }

    #[test]
    fn tokens_cover_the_text_without_gaps() {
        let text = "全县完成投资12.5亿元，\r\n同比增长7.9%（GDP）。\u{3000}龘";
        let mut at = 0;
        for token in segment(text) {
            assert_eq!(token.start, at);
            assert_eq!(&text[token.start..token.end()], token.text);
            at = token.end();
        }
        assert_eq!(at, text.len());
    }

    #[test]
    fn parts_of_speech_of_a_clause() {
        assert_eq!(
            tags("全县新建幼儿园8所，同比增长"),
            [
                ("全县", Tag::Pronoun),
                ("新建", Tag::Verb),
                ("幼儿园", Tag::Noun),
                ("8", Tag::Numeral),
                ("所", Tag::Measure),
                ("，", Tag::Punctuation),
                ("同比", Tag::Adverb),
                ("增长", Tag::Verb),
            ]
        );
        assert_eq!(tags("按照GDP"), [("按照", Tag::Preposition), ("GDP", Tag::Latin)]);
    }
}
