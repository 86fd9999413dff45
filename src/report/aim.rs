//! Whether a date is one by which something is wanted, and the words around it that say so.

use super::title;
use crate::mention::Date;
use crate::mention::date::{Edge, Part};
use crate::report::Grain;

/// Words before or behind a date that make it a goal.
const AIMED: &[&str] = &[
    "力争", "确保", "争取", "计划", "预计", "拟", "将", "有望", "务必", "必须", "努力", "预期", "规划", "可望", "目标",
    "要求",
];

/// Words of an act that can be due.
const ACTS: &[&str] = &[
    "完成", "建成", "启动", "投产", "投用", "竣工", "开工", "营业", "运营", "招标", "通车", "达产", "完工", "投入",
    "发放", "实现", "贯通", "组织", "交付", "封顶", "落地", "上市", "开放", "出台", "动工", "建设", "举办", "召开",
    "开展", "达到", "突破", "基本", "全面", "新增", "新建", "力争", "确保", "制定", "编制", "通过", "供水", "供气",
    "投运", "验收", "创建", "创成", "消除", "取消", "引进", "培育", "打造", "建立", "形成", "推进", "整治", "改造",
    "申报", "获批", "签约", "入驻", "销号", "清零",
];

/// Prepositions and modal words at the end of what stands before a date.
const BEFORE: &[&str] = &[
    "计划于",
    "计划到",
    "预计到",
    "预计于",
    "预计",
    "力争到",
    "力争在",
    "力争于",
    "力争",
    "确保到",
    "确保在",
    "确保于",
    "确保",
    "争取到",
    "争取在",
    "争取",
    "将于",
    "将在",
    "并于",
    "拟于",
    "拟在",
    "定于",
    "已于",
    "已在",
    "计划",
    "有望在",
    "有望",
    "要在",
    "要于",
    "于",
    "在",
    "到",
    "至",
    "自",
    "从",
    "将",
];

/// The words before a date without what only led on to it.
pub(super) fn without_preposition(head: &str) -> &str {
    let mut text = head.trim_matches(['，', ' ', '、', '\u{3000}']);
    while let Some(word) = BEFORE.iter().find(|word| text.ends_with(**word)) {
        let rest = &text[..text.len() - word.len()];
        if *word == "在" && rest.ends_with(['现', '存', '所', '旨', '正', '实'])
            || *word == "于" && rest.ends_with(['关', '对', '由', '处', '位', '属', '高', '低', '优', '大', '小'])
            || *word == "计划" && rest.ends_with(['动', '年', '展', '程'])
            || *word == "到" && rest.ends_with(['达', '提', '得', '受'])
        {
            break;
        }
        text = rest.trim_end_matches(['，', ' ', '、']);
    }
    text
}

/// The title's words without the modal in their midst: 县城第三水厂将建成供水, 抽水蓄能电站力争主体开工.
pub(super) fn without_modals(words: &str) -> String {
    let mut out = words.to_owned();
    for word in ["力争", "确保", "争取", "预计", "有望", "将要", "即将"] {
        if let Some(at) = out.find(word).filter(|at| *at > 0) {
            let rest = &out[at + word.len()..];
            if !rest.starts_with(['上', '中', '国', '了']) && !out[..at].ends_with('，') {
                out.replace_range(at..at + word.len(), "");
            }
        }
    }
    // 将 before a verb tells the future; before a noun it is 把. 要 is a duty.
    for modal in ['将', '要'] {
        if let Some(at) = out.find(modal).filter(|at| *at > 0) {
            let rest = &out[at + modal.len_utf8()..];
            let part = modal == '要' && out[..at].ends_with(['需', '主', '重', '只', '首', '必']);
            if !part && (ACTS.iter().any(|word| rest.starts_with(word)) || rest.starts_with('于')) {
                out.replace_range(at..at + modal.len_utf8(), "");
            }
        }
    }
    out
}

/// True where a goal is set: by a word before the date in its sentence, or right behind it.
pub(super) fn is_aimed(lead: &str, head: &str, tail: &str, words: &str) -> bool {
    let near: String = head.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
    let starts: String = tail.trim_start_matches('，').chars().take(12).collect();
    let _ = lead;
    AIMED[..13].iter().any(|word| near.contains(word))
        || AIMED[..8].iter().any(|word| starts.contains(word) && !starts.contains("主将") && !starts.contains("将军"))
        || words.contains('将') && ACTS.iter().any(|word| words.contains(&format!("将{word}")))
}

/// True where the words tell an act.
pub(super) fn acts(words: &str) -> bool {
    let words = title::trim(words);
    ACTS.iter().any(|word| words.contains(word)) || title::opens_with_verb(words)
}

/// True where a date only frames a comparison or belongs to a noun: 比2019年, 2020年的工作, （9月1日施行）.
pub(super) fn is_frame(date: &Date, head: &str, tail: &str) -> bool {
    let tail = tail.trim_start_matches([' ', '”', '"']);
    let open = |open: char, close: char| head.matches(open).count() > head.matches(close).count();
    if open('（', '）') || open('(', ')') || open('《', '》') || open('“', '”') {
        return true;
    }
    // 为到2035年基本建成…打下基础
    let compared = [
        "为",
        "为到",
        "向",
        "面向",
        "着眼",
        "比",
        "较",
        "与",
        "同",
        "相当于",
        "高于",
        "低于",
        "超过",
        "根据",
        "按照",
        "按",
        "以",
        "用",
        "对",
    ]
    .iter()
    .any(|word| head.ends_with(word));
    if compared {
        return true;
    }
    let noun = [
        "的",
        "同期",
        "相比",
        "水平",
        "目标",
        "规划",
        "远景",
        "行动",
        "任务",
        "工作",
        "政府",
        "度",
        "财政",
        "预算",
        "召开的",
        "讯",
        "电",
        "》",
        "）",
        "“",
        "各项",
        "重点",
        "年度",
        "形势",
        "版",
        "发展",
        "以上",
        "价格",
        "可比",
        "末的",
        "底的",
        "末比",
        "展望",
        "亚运会",
        "奥运会",
    ];
    let whole = matches!(date.grain, Grain::Year | Grain::Years | Grain::Plan);
    let deadline = matches!(date.expression.edge, Edge::By | Edge::Before | Edge::Within);
    if ["的", "讯", "电", "》", "）", "时期", "是", "期间是"].iter().any(|word| tail.starts_with(word)) {
        return true;
    }
    if whole && !deadline && noun.iter().any(|word| tail.starts_with(word)) {
        return true;
    }
    // 从1978年3月…到这次会议: a stretch of time, told as one.
    if head.ends_with(['从', '自']) && ["到", "至", "以来"].iter().any(|word| tail.contains(word)) {
        return true;
    }
    // 由2015年的…增至: the old level.
    let old = head.ends_with(['由', '从', '自']) && date.expression.edge != Edge::Since;
    old && matches!(date.expression.part, Part::Whole | Part::End | Part::Plan(_) | Part::PlanEnd(_))
}

/// The thing that a clause is about: 抓好鸿远电缆特种电缆项目建设 → 鸿远电缆特种电缆项目.
pub(super) fn thing(clause: &str) -> Option<String> {
    const VERBS: &[&str] = &[
        "加快推进",
        "全力推进",
        "扎实推进",
        "统筹推进",
        "持续推进",
        "深入推进",
        "稳步推进",
        "积极推进",
        "大力推进",
        "强力推进",
        "推进",
        "推动",
        "抓好",
        "加快",
        "启动",
        "实施",
        "开工建设",
        "新建",
        "建设",
        "谋划",
        "确保",
        "力争",
        "做好",
        "争取",
    ];
    const TAILS: &[&str] = &["项目前期工作", "前期工作", "建设进度", "规划建设", "建设", "进度", "开工", "工作"];
    let mut text = title::trim(clause);
    let mut taken = false;
    while let Some(rest) = VERBS.iter().find_map(|verb| text.strip_prefix(verb)) {
        text = rest;
        taken = true;
    }
    for &tail in TAILS {
        if let Some(rest) = text.strip_suffix(tail) {
            text = rest;
            break;
        }
    }
    let names = [
        "项目",
        "工程",
        "大桥",
        "公路",
        "铁路",
        "高速",
        "医院",
        "学校",
        "中心",
        "基地",
        "产业园",
        "电站",
        "水库",
        "厂",
        "园",
        "馆",
    ];
    let headed = names.iter().any(|head| text.ends_with(head));
    let text = text.trim_end_matches(['、', '等']);
    (taken && headed && (4..=24).contains(&text.chars().count())).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_lead_to_a_date_fall_away() {
        assert_eq!(without_preposition("岚水大桥将于"), "岚水大桥");
        assert_eq!(without_preposition("抽水蓄能电站力争"), "抽水蓄能电站");
        assert_eq!(without_preposition("力争到"), "");
        assert_eq!(without_modals("县城第三水厂将建成供水"), "县城第三水厂建成供水");
        assert_eq!(without_modals("县城将北部划入"), "县城将北部划入");
    }

    #[test]
    fn a_bare_predicate_finds_its_thing() {
        assert_eq!(thing("抓好鸿远电缆特种电缆项目建设").as_deref(), Some("鸿远电缆特种电缆项目"));
        assert_eq!(thing("完善城市功能"), None);
    }
}
