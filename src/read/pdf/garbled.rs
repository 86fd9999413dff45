//! Fonts that do not say which characters they show: what is read of them is other characters, and no figure of it is right.

use encoding_rs::{BIG5, GBK};

use super::Pages;

/// Characters below which nothing is said.
const FEW: usize = 40;

/// How the characters of a text are spread.
#[derive(Default)]
struct Count {
    all: usize,
    /// Of no script of Chinese documents: numbers of glyphs, private use, control.
    foreign: usize,
    /// Signs of programs, which prose hardly has: `@[]^_{|}~`.
    odd: usize,
    letters: usize,
    han: usize,
    /// Chinese characters in common use.
    common: usize,
}

/// Whether the words of a PDF are garbled, or those of a font that much of it is set in.
pub(super) fn is_garbled(pages: &Pages) -> bool {
    let mut count = Count::default();
    for c in pages.pages.iter().flat_map(|page| &page.runs).flat_map(|run| run.text.chars()) {
        count.add(c);
    }
    let Count { all, foreign, odd, letters, han, common } = count;
    all >= FEW
        && (foreign * 20 >= all
            || han * 20 < all && odd * 12 >= all && letters > 0
            || han >= FEW && common * 5 < han * 3)
}

impl Count {
    fn add(&mut self, c: char) {
        if c.is_whitespace() {
            return;
        }
        self.all += 1;
        match c {
            'a'..='z' | 'A'..='Z' => self.letters += 1,
            '#' | '$' | '&' | '@' | '[' | '\\' | ']' | '^' | '_' | '`' | '{' | '|' | '}' | '~' | '<' | '>' | '"' => {
                self.odd += 1;
            }
            '!'..='~' => {}
            '\u{4e00}'..='\u{9fff}' => {
                self.han += 1;
                self.common += usize::from(is_common(c));
            }
            // Han of rarer blocks, signs, forms of numbers, Latin and Greek letters.
            '\u{a0}'..='\u{3ff}'
            | '\u{2000}'..='\u{2bff}'
            | '\u{2e80}'..='\u{4dbf}'
            | '\u{ac00}'..='\u{d7af}'
            | '\u{f900}'..='\u{faff}'
            | '\u{fe10}'..='\u{fe4f}'
            | '\u{ff00}'..='\u{ffef}'
            | '\u{1f000}'..='\u{3ffff}' => {}
            _ => self.foreign += 1,
        }
    }
}

/// Of level 1 of GB 2312 or of Big5, which have the characters in common use first.
fn is_common(c: char) -> bool {
    let mut text = [0; 4];
    let text = c.encode_utf8(&mut text);
    let (simplified, _, failed) = GBK.encode(text);
    if !failed && matches!(*simplified, [0xb0..=0xd7, 0xa1..=0xfe]) {
        return true;
    }
    let (traditional, _, failed) = BIG5.encode(text);
    !failed && matches!(*traditional, [0xa4..=0xc6, _])
}

#[cfg(test)]
mod tests {
    use super::super::page;
    use super::*;

    fn garbled(text: &str) -> bool {
        is_garbled(&Pages { pages: vec![page(&[(60.0, 100.0, text)])] })
    }

    #[test]
    fn what_a_font_hides_is_known() {
        let glyphs: String = (0..90).map(|n| char::from_u32(1 + n * 7 % 126).unwrap_or('x')).collect();
        assert!(garbled(&glyphs));
        assert!(garbled(&"\u{e4a1}\u{e0b3}312.6\u{e777}".repeat(9)));
        assert!(garbled(&"TUV|WX^I [\\GJ]_`ab{cd}".repeat(4)));
        assert!(garbled(&"Җӡљ2024ϤԵԱ318.4".repeat(6)));
        assert!(garbled(&"皛瞫2024烉觿鈫韢".repeat(12)));
    }

    #[test]
    fn what_people_write_is_not() {
        let chinese = "2024年，青沅县地区生产总值318.4亿元，增长5.7％（按不变价格计算）；PM2.5 浓度 31μg/m³①。";
        assert!(!garbled(&chinese.repeat(4)));
        assert!(!garbled(&"縣內各項建設與產業發展並進，國民經濟運行總體穩健。".repeat(4)));
        assert!(!garbled(&"The county's output [see note] rose by 5.7% to 31.84 billion yuan, a record.".repeat(3)));
        assert!(!garbled("12.5 34.6 | 7.8 | 9.0 | 12.5 34.6 | 7.8 | 9.0 | 12.5 34.6 | 7.8 | 9.0 | 12.5 |"));
        assert!(!garbled("\u{1}\u{2}\u{3}"));
    }
}
