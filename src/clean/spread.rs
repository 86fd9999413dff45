//! Text that is spaced throughout: every character, 增 加 值 1 2 0 . 5 亿 元, or every word, 全县 经济 平稳 增长 。

use super::spacing::is_han;

/// Characters looked at on either side of a space, so that a long run costs no square of its length.
const NEAR: usize = 24;
/// Characters that stand alone on both sides together, and how many of them must be Han: 张 三 has fewer.
const ALONE: usize = 4;
const HAN: usize = 2;
/// Digits and signs that stand alone in a number.
const NUMBER: usize = 6;
/// Han that stand alone in words without a number, more than the head of a column has: 单 位 产 量.
const TITLE: usize = 8;
/// Characters of a line looked at on either side of a space between two words.
const LINE: usize = 60;
/// Spaces in a line, those of them between two words, and characters of the longest of these words.
const SPACES: usize = 4;
const WORDS: usize = 3;
const WORD: usize = 4;

fn space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200a}')
}

fn digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn sign(c: char) -> bool {
    matches!(c, '.' | '%' | ':' | '，' | '。' | '、' | '；' | '：' | '％' | '．' | '（' | '）' | '“' | '”')
}

/// Characters that stand alone: all, the Han, the digits and the points and colons of them.
#[derive(Default, Clone, Copy)]
struct Alone {
    all: usize,
    han: usize,
    digits: usize,
    points: usize,
}

impl Alone {
    fn count(&mut self, c: char) {
        self.all += 1;
        self.han += usize::from(is_han(c));
        self.digits += usize::from(digit(c));
        self.points += usize::from(matches!(c, '.' | '．' | ':' | '：' | '%' | '％'));
    }
}

/// The characters that stand alone from here on; none where the first does not.
fn alone(chars: impl Iterator<Item = char>) -> Option<Alone> {
    let mut chars = chars.take(NEAR).peekable();
    let mut found = Alone::default();
    while let Some(c) = chars.next_if(|c| is_han(*c) || digit(*c) || sign(*c)) {
        match chars.next() {
            Some(next) if space(next) => found.count(c),
            // The stretch ends with its clause, 亿 元，: a number of several digits, 12.5, is no such end.
            None | Some('\n' | '\r') => {
                found.count(c);
                break;
            }
            Some(next) if sign(next) && is_han(c) => {
                found.count(c);
                break;
            }
            _ => break,
        }
    }
    (found.all > 0).then_some(found)
}

/// 工 业 增 加 值: characters stand alone on both sides of a space.
#[inline(never)]
pub(super) fn characters(before: &str, tail: &str) -> bool {
    let (Some(left), Some(right)) = (alone(before.chars().rev()), alone(tail.chars())) else { return false };
    let (all, han) = (left.all + right.all, left.han + right.han);
    let (digits, points) = (left.digits + right.digits, left.points + right.points);
    // 4 6 . 0 。 at the end of a ratio; in a row of numbers no point stands alone.
    all >= NUMBER && digits >= HAN && points > 0
        || all >= ALONE && han >= HAN && (digits > 0 || han >= TITLE || has_comma(before, tail))
}

/// True where a comma or full stop of the same line stands near: a row of a table has none.
fn has_comma(before: &str, tail: &str) -> bool {
    let near = |c: char| (!matches!(c, '\n' | '\r')).then_some(c);
    let mut line = before.chars().rev().take(LINE).map_while(near).chain(tail.chars().take(LINE).map_while(near));
    line.any(|c| matches!(c, '，' | '。'))
}

/// 全县 经济 平稳 增长，: a line of short words, each set apart from the next by one space; a list or a row has no comma.
#[inline(never)]
pub(super) fn words(before: &str, tail: &str) -> bool {
    let end = |c: &char| !matches!(c, '\n' | '\r');
    let mut line: Vec<char> = before.chars().rev().take(LINE).take_while(end).collect();
    line.reverse();
    line.push(' ');
    line.extend(tail.chars().take(LINE).take_while(end));
    if labels_one_number(&line) {
        return true;
    }
    if !line.iter().any(|c| matches!(c, '，' | '。')) || line.iter().any(|c| matches!(c, '|' | '\t')) {
        return false;
    }
    let (mut spaces, mut words, mut word) = (0, 0, 0);
    for at in 0..line.len() {
        if is_han(line[at]) {
            word += 1;
            if word > WORD {
                return false;
            }
            continue;
        }
        word = 0;
        let beside = |c: Option<&char>| c.is_some_and(|c| is_han(*c));
        let between = at > 0 && beside(line.get(at - 1)) && beside(line.get(at + 1));
        spaces += usize::from(space(line[at]));
        words += usize::from(space(line[at]) && between);
        if space(line[at]) && line.get(at + 1).copied().is_some_and(space) {
            return false;
        }
    }
    spaces >= SPACES && words >= WORDS
}

/// 社会 消费品 零售总额 158.2亿元: the whole line is the label of one number, word by word; a row of names or of a table has
/// no number of such a size, or several.
fn labels_one_number(line: &[char]) -> bool {
    let Some(at) = line.iter().position(char::is_ascii_digit).filter(|_| line.len() < LINE) else { return false };
    let (label, number) = line.split_at(at);
    let words: Vec<&[char]> = label.split(|c| space(*c)).filter(|word| !word.is_empty()).collect();
    let unit = number.iter().position(|c| !c.is_ascii_digit() && *c != '.');
    let unit = unit.map_or(&[][..], |unit| &number[unit..]);
    words.len() > 2
        && words.iter().all(|word| (2..=WORD).contains(&word.len()) && word.iter().all(|c| is_han(*c)))
        && matches!(unit, ['亿' | '万' | '%' | '％', rest @ ..] if rest.len() < WORD && rest.iter().all(|c| is_han(*c)))
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn text_that_is_spaced_throughout_closes_up() {
        assert_eq!(
            clean_text("工 业 增 加 值 1 2 0 . 5 亿 元，增 长 7 . 2 %。").text,
            "工业增加值120.5亿元，增长7.2%。"
        );
        assert_eq!(clean_text("全\u{a0}县 生 产 总 值 4 6 3 . 3 亿 元").text, "全县生产总值463.3亿元");
        assert_eq!(clean_text("社会 消费品 零售总额 158.2亿元").text, "社会消费品零售总额158.2亿元");
        assert_eq!(
            clean_text("全县 地区 生产 总值 463.3 亿元，增长 7.9%，运行 平稳 向好。").text,
            "全县地区生产总值463.3亿元，增长7.9%，运行平稳向好。"
        );
    }

    #[test]
    fn names_and_columns_keep_their_spaces() {
        for text in [
            "张 三，李 四",
            "总 计 12 34 56",
            "林 武 主持会议",
            "城关镇 河口镇 石桥镇 白沙镇",
            "1 2 3 4 5",
            "粮食 油料 蔬菜3个",
            "指 标 单 位 产 量 比上年增长%",
            "- 食 品 11.8 11.6",
            "| 甲 | 乙 | 丙 | 丁 |",
        ] {
            assert_eq!(clean_text(text).text, text);
        }
    }
}
