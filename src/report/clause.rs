//! The clauses of a sentence, as an entry of the timeline or a project needs them: a comma inside quotation marks,
//! brackets or a number ends none.

use crate::span::{self, Span};

pub(super) type Place = Span<span::Clean>;

/// One clause, without the sign that ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clause {
    /// Where it stands.
    pub(super) span: Place,
    /// The sign behind it; a space at the sentence's end without one.
    pub(super) stop: char,
}

fn closing(open: char) -> Option<char> {
    match open {
        '“' => Some('”'),
        '‘' => Some('’'),
        '（' => Some('）'),
        '(' => Some(')'),
        '《' => Some('》'),
        '「' => Some('」'),
        _ => None,
    }
}

/// The clauses of a sentence, in order.
pub(super) fn clauses(text: &str, sentence: Place) -> Vec<Clause> {
    let words = sentence.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    // The signs that are open; one that is never closed opens nothing.
    let mut awaited: Vec<char> = Vec::new();
    let mut before = ' ';
    for (at, c) in words.char_indices() {
        let width = c.len_utf8();
        if awaited.last() == Some(&c) {
            awaited.pop();
        } else if let Some(close) = closing(c) {
            // A quotation of a few words is one thing; a speech is made of clauses.
            if words[at..].chars().take(60).any(|later| later == close) {
                awaited.push(close);
            }
        } else if awaited.is_empty() && matches!(c, '，' | '；' | '：' | '。' | '！' | '？' | ',' | ';' | ':' | '\n')
        {
            let number = matches!(c, ',' | ':' | '：')
                && before.is_ascii_digit()
                && words[at + width..].starts_with(|n: char| n.is_ascii_digit());
            if !number {
                push(&mut found, words, sentence.start, start, at, c);
                start = at + width;
            }
        }
        before = c;
    }
    push(&mut found, words, sentence.start, start, words.len(), ' ');
    found
}

fn push(found: &mut Vec<Clause>, words: &str, offset: usize, start: usize, end: usize, stop: char) {
    let trimmed = words[start..end].trim();
    if !trimmed.is_empty() {
        let lead = words[start..end].len() - words[start..end].trim_start().len();
        let from = offset + start + lead;
        found.push(Clause { span: Span::new(from, from + trimmed.len()), stop });
    }
}

/// True of words that only set the stage for what the next clause says: 受强降雨影响, 在各方支持下.
pub(super) fn is_subordinate(clause: &str) -> bool {
    const OPENS: &[&str] = &[
        "受", "随着", "由于", "为了", "除了", "除", "按照", "根据", "围绕", "针对", "面对", "经", "依托", "以", "为",
        "本着", "在", "因", "凭借", "通过", "经过",
    ];
    const CLOSES: &[&str] = &[
        "影响",
        "下",
        "后",
        "时",
        "之际",
        "以来",
        "的同时",
        "基础上",
        "为契机",
        "为抓手",
        "以外",
        "之外",
        "期间",
        "为重点",
        "为主线",
        "为目标",
        "为引领",
        "为载体",
        "过程中",
        "中",
        "情况下",
        "上",
        "方面",
        "里",
        "努力",
        "为核心",
        "批准",
        "同意",
    ];
    let closes = CLOSES.iter().any(|word| clause.ends_with(word));
    let always = [
        "尽管",
        "虽然",
        "不仅",
        "一方面",
        "随着",
        "由于",
        "为了",
        "除了",
        "除",
        "按照",
        "根据",
        "围绕",
        "针对",
        "面对",
        "以",
        "本着",
        "凭借",
    ]
    .iter()
    .any(|word| clause.starts_with(word));
    always && !clause.contains("以上") && !clause.starts_with("以来")
        || clause.starts_with("通过")
            && !["验收", "审", "认", "考核", "评", "检", "鉴", "创建"].iter().any(|word| clause.contains(word))
        || clause.contains("经过") && clause.ends_with("努力")
        || closes && (OPENS.iter().any(|word| clause.starts_with(word)) || clause.ends_with("的同时"))
        || ["后", "之际", "以后", "之后"].iter().any(|word| clause.ends_with(word)) && !clause.ends_with("落后")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_in_quotes_brackets_and_numbers_end_no_clause() {
        let text = "县里办“一件事，一次办”改革（试点，三年），收入1,200万元，增长5%。";
        let parts: Vec<_> = clauses(text, Span::new(0, text.len())).iter().map(|clause| clause.span.of(text)).collect();
        assert_eq!(parts, ["县里办“一件事，一次办”改革（试点，三年）", "收入1,200万元", "增长5%"]);
    }

    #[test]
    fn stage_setting_clauses_are_told_from_deeds() {
        for clause in ["受强降雨影响", "在各方支持下", "主体工程完工后", "围绕城乡融合"] {
            assert!(is_subordinate(clause), "{clause}");
        }
        for clause in ["在县城召开大会", "通过竣工验收", "岚水大桥合龙"] {
            assert!(!is_subordinate(clause), "{clause}");
        }
    }
}
