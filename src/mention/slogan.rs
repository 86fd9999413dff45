//! Policy phrases whose number is a code or a count of their own parts: “325”产业计划, 三大改造, 四个“十大工程”.

use super::At;
use crate::lexicon::numeral;
use crate::lexicon::slogans::slogans;
use crate::span::{Clean, Span};

/// A policy phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slogan {
    /// The whole phrase.
    pub span: Span<Clean>,
}

/// Characters of the longest phrase in quotation marks that is still a slogan.
const QUOTED: usize = 16;
/// Characters of the noun behind a code or a count.
const HEAD: usize = 8;

fn closing(open: char) -> char {
    match open {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        other => other,
    }
}

fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '一'
            ..='一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '百'
                | '千'
                | '万'
                | '亿'
                | '两'
                | '双'
                | '首'
    ) || c.is_ascii_digit()
}

/// A phrase in quotation marks with numerals in it, and the noun behind that it names.
pub(super) fn quoted(place: At<'_>) -> Option<Slogan> {
    let rest = place.rest();
    let open = rest.chars().next()?;
    let inner_start = open.len_utf8();
    let close = closing(open);
    let mut inner_len = None;
    for (count, (at, c)) in rest[inner_start..].char_indices().enumerate() {
        if c == close {
            inner_len = Some(at);
            break;
        }
        if count > QUOTED || matches!(c, '。' | '；' | '\n') {
            return None;
        }
    }
    let inner = &rest[inner_start..inner_start + inner_len?];
    if inner.is_empty() || !slogan_like(inner) {
        return None;
    }
    let mut len = inner_start + inner.len() + close.len_utf8();
    let after = &rest[len..];
    if inner.chars().any(|c| c.is_ascii_digit()) {
        len += head(after);
    }
    // 四个“十大工程”
    let back = counted_before(place.before(), place.start - place.free.min(place.start));
    Some(Slogan { span: Span::new(place.start - back, place.start + len) })
}

/// Bytes of a count right before a quotation: 四个, 6大.
fn counted_before(before: &str, free: usize) -> usize {
    let mut chars = before.chars().rev();
    let Some(measure) = chars.next().filter(|c| matches!(c, '个' | '大' | '项' | '条' | '张')) else { return 0 };
    let Some(count) = chars.next().filter(|c| is_numeral(*c)) else { return 0 };
    let len = measure.len_utf8() + count.len_utf8();
    if len <= free { len } else { 0 }
}

fn slogan_like(inner: &str) -> bool {
    if slogans().contains(inner) {
        return true;
    }
    let plan = ["十一五", "十二五", "十三五", "十四五", "十五五"].iter().any(|p| inner.starts_with(p))
        || inner.chars().count() == 2 && inner.ends_with('五');
    if plan || inner.contains(['，', '%', '％', '年', '：', '.']) {
        return false;
    }
    // 325, 3+5, 2+2+4, 1+N: digits and signs alone
    if inner.contains(|c: char| c.is_ascii_digit()) {
        let code = inner
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '+' | 'N' | 'n' | 'X' | '×' | '-' | '—' | '·' | '＋'));
        let mixed = inner.chars().filter(char::is_ascii_digit).count() >= 2
            && !inner.starts_with(|c: char| c.is_ascii_alphabetic());
        return code && inner.len() > 1 || mixed && inner.chars().count() <= 12 || inner.contains('+');
    }
    let numerals = inner.chars().filter(|c| is_numeral(*c)).count();
    let ones = inner.chars().filter(|c| matches!(c, '一' | '首')).count();
    if numerals == 0 {
        return false;
    }
    if inner.chars().count() > 12 && !inner.contains('、') {
        return false;
    }
    // A lone 一 is a word's, not a count: 一体化, 第一.
    if numerals == ones {
        return ones >= 2
            || inner.starts_with('一')
                && (3..=4).contains(&inner.chars().count())
                && !["一体", "一把", "一盘", "一张", "一线", "一流", "一站", "一号", "一带"]
                    .iter()
                    .any(|w| inner.starts_with(w));
    }
    let prize = inner.contains("等奖")
        || inner.contains("第")
        || inner.contains("会议")
        || inner.contains("十大") && inner.chars().count() > 8;
    !prize
}

/// A code without quotation marks: 2主2新4特, 3+5产业体系, 1+N.
pub(super) fn code(place: At<'_>) -> Option<Slogan> {
    let rest = place.rest();
    let (mut groups, mut len, mut pluses) = (0, 0, 0);
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !c.is_ascii_digit() {
            break;
        }
        let Some(&(next_at, next)) = chars.peek() else { break };
        if next == '+' || next == '＋' {
            pluses += 1;
            chars.next();
            groups += 1;
            len = next_at + next.len_utf8();
            if chars.peek().is_some_and(|(_, c)| matches!(c, 'N' | 'X' | 'n')) {
                len += 1;
                groups += 1;
                break;
            }
        } else if ('\u{4e00}'..='\u{9fff}').contains(&next)
            && !"个家户人名元年月日亩吨公万亿倍件条所座台套项次级号天米千平处位只头辆".contains(next)
        {
            groups += 1;
            chars.next();
            len = next_at + next.len_utf8();
        } else {
            if pluses > 0 {
                groups += 1;
                len = at + 1;
            }
            break;
        }
    }
    if groups < 2 {
        return None;
    }
    let before = place.before();
    let back = before.chars().next_back().filter(|c| matches!(c, '“' | '"' | '‘')).map_or(0, char::len_utf8);
    let start = (place.start - back).max(place.free);
    Some(Slogan { span: Span::new(start, place.start + len + head(&rest[len..])) })
}

/// Measure words whose count can be one of a phrase's own parts.
const MEASURES: [&str; 9] = ["大", "个", "项", "类", "种", "条", "件", "张", "优"];

/// A count of the phrase's own parts: 三大改造, 四件大事, 五项机制, 两个确保.
pub(super) fn counted(place: At<'_>) -> Option<Slogan> {
    let rest = place.rest();
    if let Some(len) = slogans().longest(rest) {
        return Some(Slogan { span: Span::new(place.start, place.start + len) });
    }
    let n = numeral::numeral(rest).filter(|n| !n.more && n.scale.is_empty())?;
    let count = n.value.to_i32().filter(|v| (2..=30).contains(v))?;
    if place.before().ends_with(['第', '.', '点', '前', '近', '约', '超']) {
        return None;
    }
    let after = &rest[n.len..];
    let spelled = n.chinese;
    if rest.starts_with('双') {
        return None;
    }
    if after.starts_with("大")
        && !["大道", "大学", "大桥", "大队", "大厦", "大型", "大米", "大豆", "大户", "大棚", "大街"]
            .iter()
            .any(|w| after.starts_with(w))
    {
        return head_slogan(place, n.len + 3, 2);
    }
    let measure = MEASURES.iter().find(|m| after.starts_with(**m))?;
    let noun = &after[measure.len()..];
    if noun.starts_with(['“', '"', '‘']) && spelled {
        return None;
    }
    let listed = slogans().heads(noun);
    if listed > 0 && (spelled || slogans().abstract_only(noun)) && count <= 30 {
        return Some(Slogan { span: Span::new(place.start, place.start + n.len + measure.len() + listed) });
    }
    None
}

fn head_slogan(place: At<'_>, len: usize, least: usize) -> Option<Slogan> {
    let rest = place.rest();
    let noun = head(&rest[len..]);
    let quoted = rest[len..].starts_with(['“', '"']);
    if rest[len..len + noun].chars().count() < least && !quoted {
        return None;
    }
    Some(Slogan { span: Span::new(place.start, place.start + len + noun) })
}

/// Bytes of the noun at the start of a text: up to the next sign, particle or numeral, at most [`HEAD`] characters.
fn head(text: &str) -> usize {
    let mut end = 0;
    for (count, (at, c)) in text.char_indices().enumerate() {
        if count >= HEAD
            || !('\u{4e00}'..='\u{9fff}').contains(&c)
            || matches!(
                c,
                '的' | '和'
                    | '与'
                    | '等'
                    | '在'
                    | '为'
                    | '是'
                    | '被'
                    | '增'
                    | '占'
                    | '实'
                    | '按'
                    | '均'
                    | '延'
                    | '及'
                    | '了'
                    | '中'
                    | '取'
                    | '开'
            )
        {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}
