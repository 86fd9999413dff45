//! How far a project is, from the words about it.

use super::Stage;

/// Words of a stage; the stage furthest on counts where several stand.
const WORDS: [(Stage, &[&str]); 6] = [
    (
        Stage::Operating,
        &[
            "投产",
            "投用",
            "投入使用",
            "投入运营",
            "投入运行",
            "运营",
            "通车",
            "并网",
            "开馆",
            "开园",
            "营业",
            "通航",
            "启用",
            "投运",
            "开业",
            "通水",
            "达产",
            "招生",
            "开诊",
        ],
    ),
    (Stage::Finished, &["竣工", "建成", "完工", "交付", "全线贯通", "通过验收"]),
    (
        Stage::Building,
        &[
            "封顶",
            "在建",
            "正在建设",
            "加快建设",
            "正在加快",
            "有序推进",
            "加快推进",
            "顺利推进",
            "稳步推进",
            "扎实推进",
            "完成主体",
            "设备安装",
            "完成投资",
            "正在施工",
            "主体施工",
            "建设中",
            "进展顺利",
            "合龙",
            "抓紧建设",
        ],
    ),
    (Stage::Started, &["开工", "动工", "启动建设", "奠基", "破土"]),
    (Stage::Signed, &["签约", "引进", "落地", "落户", "签订", "入驻"]),
    (
        Stage::Proposed,
        &[
            "谋划",
            "拟建",
            "前期",
            "核准",
            "可研",
            "立项",
            "论证",
            "获批",
            "报批",
            "筹建",
            "规划建设",
            "初步设计",
            "选址",
        ],
    ),
];

/// Words that make what follows a wish.
const WISHES: [&str; 14] =
    ["力争", "确保", "推动", "尽快", "争取", "计划", "将于", "预计", "拟", "年底前", "年内", "抓好", "加快", "促进"];

/// The stage furthest on that the words name, as told or as promised.
pub(crate) fn furthest(words: &str) -> Option<Stage> {
    // 未建成, 尚未开工
    let bare = ["未", "尚未", "待", "前"]
        .iter()
        .any(|no| words.contains(&format!("{no}开工")) || words.contains(&format!("{no}建成")));
    WORDS
        .iter()
        .find(|(stage, list)| {
            list.iter().any(|word| words.contains(word)) && !(bare && matches!(stage, Stage::Finished | Stage::Started))
        })
        .map(|(stage, _)| *stage)
}

/// The stage that the words about a project tell; `ahead` where they are said of what is to come.
pub(super) fn stage(words: &str, ahead: bool) -> Stage {
    let found = furthest(words);
    if !(ahead || WISHES[..10].iter().any(|word| words.contains(word))) {
        return found.unwrap_or(if words.contains("推进") || words.contains("抓好") || words.contains("加快") {
            Stage::Building
        } else {
            Stage::Unknown
        });
    }
    // What is wished for is not yet so: who hopes for an opening builds, who hopes for a start only plans.
    match found {
        Some(Stage::Operating | Stage::Finished | Stage::Building) => Stage::Building,
        Some(Stage::Started | Stage::Signed | Stage::Proposed) => Stage::Proposed,
        _ if ["推进", "抓好", "加快", "实施", "续建"].iter().any(|word| words.contains(word)) => {
            Stage::Building
        }
        _ => Stage::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_not_yet_a_stage() {
        assert_eq!(stage("竣工投产", false), Stage::Operating);
        assert_eq!(stage("力争年内投产", true), Stage::Building);
        assert_eq!(stage("推动尽快签约", true), Stage::Proposed);
        assert_eq!(stage("正在进行设备安装", false), Stage::Building);
        assert_eq!(stage("总投资6亿元", false), Stage::Unknown);
    }
}
