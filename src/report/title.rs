//! Titles of timeline entries: words of the text, made to stand on their own.

use crate::lexicon::segment::{Tag, segment};
use crate::limits::TITLE_CHARS;

/// Words that lead on from what was said before, with what makes them part of another word.
const LEADS: &[(&str, &[&str])] = &[
    ("其中", &[]),
    ("同时", &[]),
    ("特别是", &[]),
    ("尤其是", &[]),
    ("此外", &[]),
    ("另外", &[]),
    ("目前", &[]),
    ("我们将", &[]),
    ("我们要", &[]),
    ("我们", &[]),
    ("要确保", &[]),
    ("确保", &[]),
    ("务必", &[]),
    ("必须", &[]),
    ("力争", &[]),
    ("争取", &["上级", "中央", "资金", "国家", "省", "各", "到"]),
    ("努力", &[]),
    ("预计", &[]),
    ("有望", &[]),
    ("计划", &["生", "总", "单", "投", "经济", "体"]),
    ("并将", &[]),
    ("并于", &[]),
    ("并", &["网", "购", "轨", "存", "联", "进", "举"]),
    ("以及", &[]),
    ("此后", &[]),
    ("届时", &[]),
    ("随后", &[]),
    ("而", &["且"]),
    ("且", &[]),
    ("使", &["用", "命", "馆", "者"]),
    ("将", &["军", "士", "全", "其", "该", "“"]),
    ("再", &["生", "造", "制", "就", "融", "次", "担"]),
    ("也", &[]),
    ("还", &["款", "建", "林", "湖", "田", "贷", "本"]),
    ("又", &[]),
    ("要", &["素", "求", "道", "塞", "件", "闻", "点"]),
    ("已", &["经", "故"]),
    ("已经", &[]),
    ("拟", &["建", "定"]),
    ("和", &["谐", "平", "美", "田", "县", "解"]),
    ("与", &["会"]),
    ("及", &["时", "早", "格"]),
    ("起", &["草", "步", "重", "到", "点"]),
    ("对全", &["国"]),
    ("全县", &["域"]),
    ("全市", &["域"]),
    ("全省", &["域"]),
    ("全区", &["域"]),
    ("全州", &["域"]),
    ("全国", &["人", "政", "文", "性", "统", "首", "先", "最"]),
    ("我县", &[]),
    ("我市", &[]),
    ("我省", &[]),
    ("我区", &[]),
    ("我州", &[]),
    ("我国", &[]),
    ("县里", &[]),
    ("市里", &[]),
    ("的", &[]),
    ("前", &["期", "瞻", "往", "海", "沿", "进"]),
    ("后", &["续", "备", "勤", "期"]),
    ("，", &[]),
];

/// Words that lead on to what is cut off.
const TAILS: &[&str] = &[
    "等", "的", "以", "和", "并", "及", "与", "以及", "在", "于", "为", "到", "至", "从", "由", "对", "将", "要",
    "力争", "确保", "争取", "计划", "预计", "自",
];

/// Signs that are trimmed at both ends.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || "，、；：。！？,;:.—-·*#_`<>".contains(c)
}

/// The words without markup, footnote marks and the spaces inside Chinese text.
fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '*' | '#' | '`' | '\n' | '\r' => {}
            c if c.is_whitespace() => {
                let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
                if latin(text.chars().next_back()) && latin(chars.peek().copied()) {
                    text.push(' ');
                }
            }
            c => text.push(c),
        }
    }
    // [12]: a footnote.
    while let Some(open) = text.find('[') {
        let Some(close) = text[open..].find(']').map(|at| open + at) else { break };
        text.replace_range(open..=close, "");
    }
    text
}

/// A sign of a pair whose other half was cut off is taken out.
fn balance(text: &str) -> String {
    let mut out = text.to_owned();
    for (open, close) in [('“', '”'), ('‘', '’'), ('（', '）'), ('(', ')'), ('《', '》'), ('「', '」')] {
        let mut depth = 0_i32;
        let mut broken = false;
        for c in out.chars() {
            depth += i32::from(c == open) - i32::from(c == close);
            broken |= depth < 0;
        }
        if broken || depth != 0 {
            out.retain(|c| c != open && c != close);
        }
    }
    if out.matches('"').count() % 2 == 1 {
        out.retain(|c| c != '"');
    }
    out
}

/// Takes away what leads on at both ends.
pub(super) fn trim(words: &str) -> &str {
    let mut text = words.trim_matches(is_edge);
    loop {
        let before = text.len();
        for &(lead, unless) in LEADS {
            if let Some(rest) = text.strip_prefix(lead)
                && !unless.iter().any(|word| rest.starts_with(word))
                && !rest.is_empty()
            {
                text = rest.trim_start_matches(is_edge);
            }
        }
        // （一）, 1., 一是
        if let Some(inner) = text.strip_prefix(['（', '('])
            && let Some(close) = inner.find(['）', ')']).filter(|at| *at <= 9)
        {
            let len = inner[close..].chars().next().map_or(1, char::len_utf8);
            text = inner[close + len..].trim_start_matches(is_edge);
        }
        let mut chars = text.chars();
        if let (Some(first), Some('是')) = (chars.next(), chars.next())
            && "一二三四五六七八九十".contains(first)
        {
            text = chars.as_str();
        }
        for &tail in TAILS {
            if let Some(rest) = text.strip_suffix(tail)
                && !(tail == "等" && rest.ends_with(['中', '高', '平', '上', '初', '均', '同']))
                && !(tail == "要" && rest.ends_with(['需', '纲', '重', '主', '必']))
                && !(tail == "到" && rest.ends_with(['达', '得', '报', '找', '收']))
                && !(tail == "为" && rest.ends_with(['作', '行', '成']))
                && !(tail == "和" && rest.ends_with(['总', '饱', '缓', '柔', '祥']))
                && !(tail == "对" && rest.ends_with(['应', '面', '针', '核']))
                && !(tail == "计划" && rest.ends_with(['动', '年', '展', '程', '个', '产', '度', '项', '才']))
                && !(tail == "与" && rest.ends_with('参'))
            {
                text = rest.trim_end_matches(is_edge);
            }
        }
        text = text.trim_matches(is_edge);
        if text.len() == before {
            return text;
        }
    }
}

/// At most [`TITLE_CHARS`] characters, cut where a part of it ends.
pub(super) fn shorten(text: &str) -> String {
    let long = |text: &str| text.chars().count() > TITLE_CHARS;
    let mut text = text.to_owned();
    // What stands in brackets is said besides.
    while long(&text) {
        let Some(open) = text.find(['（', '(']) else { break };
        let Some(close) = text[open..].find(['）', ')']).map(|at| open + at) else { break };
        let end = close + text[close..].chars().next().map_or(1, char::len_utf8);
        text.replace_range(open..end, "");
    }
    if !long(&text) {
        return text;
    }
    // 总投资22亿元的, 占地300亩的: said of the thing, not of what happened.
    if ["总投资", "投资", "计划总投资", "占地", "年产"].iter().any(|word| text.starts_with(word))
        && let Some(at) = text.find('的')
    {
        text.drain(..at + '的'.len_utf8());
        if !long(&text) {
            return text;
        }
    }
    // 完成甲、乙、丙等14个项目建设: the count says as much as the names.
    if let (Some(first), Some(last)) = (text.find('、'), text.rfind('等')) {
        let (head, tail) = (&text[..first], &text[last..]);
        if first < last && !long(&format!("{head}{tail}")) && tail.chars().count() > 2 {
            return format!("{head}{tail}");
        }
    }
    let cut: String = text.chars().take(TITLE_CHARS).collect();
    match cut.rfind(['，', '；', '：']).filter(|at| *at >= 24) {
        Some(at) => balance(trim(&cut[..at])),
        None => match cut.rfind('、').filter(|at| *at >= 60) {
            Some(at) => balance(trim(&cut[..at])),
            None => balance(trim(&cut.chars().take(TITLE_CHARS - 1).collect::<String>())) + "…",
        },
    }
}

/// A title out of words of the text; none where they say nothing in their own right.
pub(super) fn title(words: &str) -> Option<String> {
    let text = plain(words);
    let text = balance(trim(&text));
    let text = trim(&text);
    let dangling = ["后", "之际", "的同时", "基础上", "以来", "过程中"].iter().any(|word| text.ends_with(word));
    let cut = ["的", "之", "至", "到", "以来", "左右", "起", "等", "年度", "月", "日", "期间", "这是", "（", "）", "”"]
        .iter()
        .any(|word| text.starts_with(word));
    // 在…会议上, 70个大中城市中: where, not what.
    let place = text.ends_with(['上', '中', '里'])
        && !["以上", "线上", "网上", "年中", "集中", "初中", "高中", "空中", "水上", "建设中", "海上", "其中"]
            .iter()
            .any(|word| text.ends_with(word));
    let remark = ["是很", "是十分", "是非常", "具有重要意义"].iter().any(|word| text.contains(word));
    let cut = cut || place || remark;
    if text.chars().count() < 4 || dangling || cut {
        return None;
    }
    Some(shorten(text)).filter(|title| title.chars().count() >= 4)
}

/// True when the words say that something is done.
pub(super) fn has_verb(words: &str) -> bool {
    segment(words)
        .iter()
        .any(|word| matches!(word.tag, Tag::Verb | Tag::VerbalNoun | Tag::Idiom) && word.text.chars().count() > 1)
}

/// True when the words begin with what is done, an adverb before it or not.
pub(super) fn opens_with_verb(words: &str) -> bool {
    let short: String = words.chars().take(8).collect();
    segment(&short)
        .iter()
        .find(|word| !matches!(word.tag, Tag::Adverb | Tag::Adjective | Tag::Punctuation))
        .is_some_and(|word| matches!(word.tag, Tag::Verb | Tag::VerbalNoun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_on_their_own() {
        for (words, wanted) in [
            ("，**同时**要完成老旧管网改造等", "完成老旧管网改造"),
            ("并网发电", "并网发电"),
            ("其中，城南安置房交付使用", "城南安置房交付使用"),
            ("落实“三个一”机制”建设", "落实三个一机制建设"),
            ("二是推行中等职业教育改革", "推行中等职业教育改革"),
        ] {
            assert_eq!(title(words).as_deref(), Some(wanted));
        }
        assert_eq!(title("主体完工后"), None);
    }

    #[test]
    fn long_titles_end_where_a_part_ends() {
        let long = "完成青石路、白石路、红石路、黑石路、黄石路、蓝石路、绿石路、紫石路、灰石路等九条道路改造";
        assert_eq!(title(long).as_deref(), Some("完成青石路等九条道路改造"));
        let unbroken = "县".repeat(60);
        assert!(title(&unbroken).is_some_and(|title| title.chars().count() == TITLE_CHARS && title.ends_with('…')));
    }
}
