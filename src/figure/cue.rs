//! Words of a sentence that tell aim, promise, estimate or past, each found once, however many numbers follow it.

use crate::lexicon::segment::{Tag, segment};

/// What a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// 确保, 必须
    Firm,
    /// 力争, 计划
    Aim,
    /// 将, 要, 下一步
    Future,
    /// 预计
    Estimate,
    /// 目标
    Goal,
    /// 完成
    Done,
    /// 去年, 已: told as past
    Past,
    /// 建成后: what a scheme will bring
    Afterwards,
}

/// A word and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cue {
    /// Byte offset in the clean text.
    pub(super) at: usize,
    pub(super) word: &'static str,
    pub(super) sense: Sense,
}

const WORDS: &[(&str, Sense)] = &[
    ("确保", Sense::Firm),
    ("必须", Sense::Firm),
    ("务必", Sense::Firm),
    ("不低于", Sense::Firm),
    ("不少于", Sense::Firm),
    ("约束性", Sense::Firm),
    ("坚决", Sense::Firm),
    ("保证", Sense::Firm),
    ("必保", Sense::Firm),
    ("力争", Sense::Aim),
    ("争取", Sense::Aim),
    ("努力", Sense::Aim),
    ("计划", Sense::Aim),
    ("瞄准", Sense::Aim),
    ("拟", Sense::Aim),
    ("争创", Sense::Aim),
    ("奋力", Sense::Aim),
    ("冲刺", Sense::Aim),
    ("规划", Sense::Aim),
    ("谋划", Sense::Aim),
    ("将", Sense::Future),
    ("要", Sense::Future),
    ("到20", Sense::Future),
    ("年底前", Sense::Future),
    ("下一步", Sense::Future),
    ("今后", Sense::Future),
    ("未来", Sense::Future),
    ("预期", Sense::Future),
    ("每年", Sense::Future),
    ("预计", Sense::Estimate),
    ("有望", Sense::Estimate),
    ("目标", Sense::Goal),
    ("完成", Sense::Done),
    ("去年", Sense::Past),
    ("今年以来", Sense::Past),
    ("一年来", Sense::Past),
    ("已", Sense::Past),
    ("目前", Sense::Past),
    ("了", Sense::Past),
    ("数量居", Sense::Past),
    ("总数", Sense::Past),
    ("据统计", Sense::Past),
    ("建成后", Sense::Afterwards),
    ("投产后", Sense::Afterwards),
    ("达产后", Sense::Afterwards),
    ("完工后", Sense::Afterwards),
    ("投用后", Sense::Afterwards),
];

/// The cues of a stretch of text, in order.
pub(super) fn cues(text: &str, start: usize, end: usize) -> Vec<Cue> {
    let mut found = Vec::new();
    let part = text.get(start..end).unwrap_or_default();
    for (offset, c) in part.char_indices() {
        let may_begin = matches!(
            c,
            '确' | '必'
                | '务'
                | '不'
                | '约'
                | '坚'
                | '保'
                | '力'
                | '争'
                | '努'
                | '计'
                | '瞄'
                | '拟'
                | '奋'
                | '冲'
                | '规'
                | '谋'
                | '将'
                | '要'
                | '到'
                | '年'
                | '下'
                | '今'
                | '未'
                | '预'
                | '每'
                | '有'
                | '目'
                | '完'
                | '去'
                | '一'
                | '已'
                | '了'
                | '数'
                | '总'
                | '据'
                | '建'
                | '投'
                | '达'
        );
        if !may_begin {
            continue;
        }
        let rest = &part[offset..];
        let words = WORDS.iter().filter(|(word, _)| rest.starts_with(word));
        if let Some((word, sense)) = words.max_by_key(|(word, _)| word.len())
            && at_word(&part[..offset], &rest[word.len()..], word)
        {
            found.push(Cue { at: start + offset, word, sense: *sense });
        }
    }
    found
}

/// False for words that look like modality and are part of another word.
fn at_word(head: &str, tail: &str, word: &str) -> bool {
    match word {
        "计划" => {
            !tail.starts_with(['，', ',', '”', '。', '"', '、', '的', '》', '’'])
                && !head
                    .ends_with(['年', '动', '展', '翼', '度', '英', '才', '项', '升', '”', '"', '程', '育', '划', '业'])
                && !tail.starts_with("单列")
        }
        "规划" | "谋划" => tail.starts_with("建设") || tail.starts_with("实施"),
        "努力" => !tail.starts_with(['，', '。', '下']) && !head.ends_with(['共', '同', '的']),
        "拟" => !head.ends_with(['模', '虚', '草']),
        // 将北部浅山划入市区: before a noun 将 is 把, before a verb the future.
        "将" => {
            let next = tail.char_indices().nth(6).map_or(tail, |(at, _)| &tail[..at]);
            !tail.starts_with(['军', '士', '领'])
                && !head.ends_with(['主', '名', '即'])
                && matches!(
                    segment(next).first().map(|token| token.tag),
                    Some(
                        Tag::Verb
                            | Tag::VerbalNoun
                            | Tag::Adverb
                            | Tag::Preposition
                            | Tag::Time
                            | Tag::Adjective
                            | Tag::Numeral
                            | Tag::Punctuation
                    )
                )
        }
        "要" => {
            !head.ends_with(['主', '重', '需', '只', '首', '提', '纪', '必', '不', '概'])
                && !tail.starts_with(['素', '求', '点', '件', '闻', '道', '塞'])
        }
        "必须" | "坚决" => !tail.starts_with('，'),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn senses(text: &str) -> Vec<(&'static str, Sense)> {
        cues(text, 0, text.len()).into_iter().map(|cue| (cue.word, cue.sense)).collect()
    }

    #[test]
    fn cues_are_words_of_their_own() {
        assert_eq!(senses("力争新增4家，确保达到40%"), [("力争", Sense::Aim), ("确保", Sense::Firm)]);
        assert_eq!(senses("将北部浅山区100平方公里划入市区"), []);
        assert_eq!(senses("将实施12项工程"), [("将", Sense::Future)]);
        assert_eq!(senses("主要指标的三年行动计划”"), []);
    }
}
