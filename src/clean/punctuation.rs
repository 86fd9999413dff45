//! Half-width punctuation between Chinese words becomes full-width: 总投资9亿元,其中… is read as 总投资9亿元，其中….

use super::Edit;
use super::spacing::is_han;
use crate::report::CleaningKind;

/// Characters between the brackets of the longest pair.
const PAIR: usize = 60;

/// A sign that Chinese words or their punctuation stand beside. 1,234 and 11:01 and 8.5:37.0 keep theirs, and so does https://.
#[inline(never)]
pub(super) fn edit(before: &str, rest: &str, c: char) -> Option<Edit> {
    let put = match c {
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '?' => "？",
        '!' => "！",
        '(' => "（",
        '.' => "。",
        _ => "）",
    };
    let (left, behind) = (before.chars().next_back(), &rest[1..]);
    let right = behind.chars().next();
    let chinese = match c {
        '(' => pair(left, behind),
        // “物种基因库”.全县林地, 收入21.6亿元.⏎: not 努尔.哈山, 3.5
        '.' => {
            let closed = left.is_some_and(|c| matches!(c, '”' | '"' | '）' | '%' | '％'));
            let ends = left.is_some_and(is_han) && right.is_none_or(|c| matches!(c, '\r' | '\n'));
            closed && right.is_some_and(is_chinese) || ends
        }
        ')' => {
            let near = before.char_indices().rev().take(PAIR).take_while(|(_, c)| *c != '\n');
            let open = near.filter(|(_, c)| *c == '(').map(|(at, _)| at).next();
            open.is_some_and(|at| pair(before[..at].chars().next_back(), &before[at + 1..]))
                || open.is_none() && left.is_some_and(is_chinese)
        }
        // 增长7.5%,比上年: behind a sign of per cent a number has ended.
        _ => left.is_some_and(|c| is_chinese(c) || c == '%') && !is_wide(right) || right.is_some_and(is_chinese),
    };
    chinese.then_some(Edit { taken: 1, put, kind: CleaningKind::Width, note: "半角标点 half-width punctuation" })
}

/// True for a pair of brackets that stands behind a Chinese word or holds one: 食用菌(干鲜混合), (一). Not (1) at a line's head.
fn pair(left: Option<char>, behind: &str) -> bool {
    let near = behind.char_indices().nth(PAIR).map_or(behind, |(at, _)| &behind[..at]);
    let inside = near.split([')', '\n']).next().unwrap_or_default();
    left.is_some_and(is_chinese) || inside.chars().any(is_chinese)
}

/// Characters of the longest quotation.
const QUOTATION: usize = 120;

/// Straight quotation marks, which do not say whether they open or close: "三大改造".
#[derive(Debug, Default)]
pub(super) struct Quotes {
    open: bool,
    /// A mark of the foot of the line is open.
    low: bool,
}

impl Quotes {
    /// Forgets a mark that its line left open.
    pub(super) fn line(&mut self) {
        (self.open, self.low) = (false, false);
    }

    /// A pair of marks on one line round Chinese words.
    pub(super) fn edit(&mut self, before: &str, rest: &str) -> Option<Edit> {
        // 3" is a length.
        if !self.open && before.ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let mark = rest.chars().next()?;
        if !self.open {
            let behind = &rest[mark.len_utf8()..];
            let inside = behind.split([mark, '\n']).next()?;
            let closed = behind[inside.len()..].strip_prefix(mark)?;
            // 推进"325"计划: a number between Chinese words.
            let number = |after: &str| {
                before.ends_with(is_han)
                    && after.starts_with(is_han)
                    && !inside.is_empty()
                    && inside.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'.' | b'-'))
            };
            let words = (inside.chars().any(is_chinese) || number(closed)) && inside.chars().nth(QUOTATION).is_none();
            if !words {
                return None;
            }
        }
        self.open = !self.open;
        let (put, note) = (if self.open { "“" } else { "”" }, "直引号 straight quotation mark");
        Some(Edit { taken: mark.len_utf8(), put, kind: CleaningKind::Width, note })
    }

    /// 〝三大行动〞, „三大行动“, ＂三大行动＂: marks of other places and times; 《135》: the marks of a title round a code.
    #[inline(never)]
    pub(super) fn wide(&mut self, before: &str, rest: &str) -> Option<Edit> {
        let code = |inside: &str| (1..=5).contains(&inside.len()) && inside.bytes().all(|b| b.is_ascii_digit());
        let mark = rest.chars().next()?;
        let put = match mark {
            '＂' => return self.edit(before, rest),
            '〝' => "“",
            '〞' | '〟' => "”",
            '„' => {
                self.low = true;
                "“"
            }
            // The mark that closes „ opens elsewhere.
            '“' if std::mem::take(&mut self.low) => "”",
            '《' if code(rest[mark.len_utf8()..].split('》').next()?) => "“",
            '》' => {
                let open = before.trim_end_matches(|c: char| c.is_ascii_digit());
                (code(&before[open.len()..]) && open.ends_with('《')).then_some("”")?
            }
            _ => return None,
        };
        Some(Edit { taken: mark.len_utf8(), put, kind: CleaningKind::Width, note: "引号 quotation mark" })
    }
}

/// A sign that is doubled by another is a slip, which is mended elsewhere.
fn is_wide(c: Option<char>) -> bool {
    c.is_some_and(|c| matches!(c, '，' | '。' | '、' | '；' | '：'))
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{3001}'..='\u{3011}' | '“' | '”' | '％' | '）' | '（' | '～')
}

#[cfg(test)]
mod tests {
    use super::super::clean_text;

    #[test]
    fn half_width_punctuation_between_chinese_words_becomes_full_width() {
        for (raw, clean) in [
            ("总投资9亿元,其中产业类6项;增长7.5%,比上年快", "总投资9亿元，其中产业类6项；增长7.5%，比上年快"),
            ("时间:11:01，来源:云岭日报", "时间：11:01，来源：云岭日报"),
            ("结构为8.5:37.0:54.5,收入1,234元", "结构为8.5:37.0:54.5，收入1,234元"),
            ("食用菌(干鲜混合)产量,(一)加强(GDP)核算", "食用菌（干鲜混合）产量，（一）加强（GDP）核算"),
            ("see https://a.cn/x(1),y", "see https://a.cn/x(1),y"),
            ("实施\"三大改造\"项目,\"双创\"", "实施“三大改造”项目，“双创”"),
            ("占70%.全县“绿色宝库”.努尔.哈山说3.5吨", "占70%。全县“绿色宝库”。努尔.哈山说3.5吨"),
            ("推进\"325\"计划，收入21.6亿元.", "推进“325”计划，收入21.6亿元。"),
            ("长3\"的管道,\"未完", "长3\"的管道，\"未完"),
        ] {
            assert_eq!(clean_text(raw).text, clean, "{raw}");
        }
    }

    #[test]
    fn quotation_marks_of_other_kinds_become_those_of_today() {
        for (raw, clean) in [
            ("推进〝三大行动〞和„两个率先“，落实＂五个一＂", "推进“三大行动”和“两个率先”，落实“五个一”"),
            ("实施《246》计划和《2024年工作方案》，“三大行动”", "实施“246”计划和《2024年工作方案》，“三大行动”"),
        ] {
            assert_eq!(clean_text(raw).text, clean);
        }
    }
}
