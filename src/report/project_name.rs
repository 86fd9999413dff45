//! Names of projects: where one ends, and whether it names one thing or a class of things.

use std::sync::LazyLock;

use crate::lexicon::segment::{Tag, segment};
use crate::lexicon::words::Words;

/// What a single project is called.
const HEADS: &[&str] = &[
    "项目",
    "工程",
    "产业园",
    "科技园",
    "物流园",
    "农业园",
    "工业园",
    "创业园",
    "产业基地",
    "基地",
    "中心",
    "大桥",
    "特大桥",
    "隧道",
    "高速",
    "高速公路",
    "公路",
    "快速路",
    "大道",
    "铁路",
    "高铁",
    "机场",
    "码头",
    "港区",
    "陆港",
    "枢纽",
    "水库",
    "灌区",
    "医院",
    "院区",
    "学校",
    "中学",
    "小学",
    "校区",
    "园区",
    "示范园",
    "生产线",
    "电站",
    "电厂",
    "水电站",
    "核电站",
    "风电场",
    "污水处理厂",
    "水厂",
    "电池厂",
    "工厂",
    "发电厂",
    "博物馆",
    "图书馆",
    "体育馆",
    "体育场",
    "文化馆",
    "水系",
    "新址",
    "客运站",
    "安置区",
    "综合体",
    "泵站",
    "变电站",
    "新城",
    "公园",
];

/// Words behind a name that say what became of it, or how large it is.
const BEHIND: &[&str] = &[
    "建成",
    "竣工",
    "完工",
    "开工",
    "动工",
    "投产",
    "投用",
    "投入",
    "通车",
    "并网",
    "运营",
    "签约",
    "落地",
    "落户",
    "获批",
    "获得",
    "核准",
    "封顶",
    "主体",
    "全面",
    "全线",
    "正式",
    "成功",
    "顺利",
    "相继",
    "同日",
    "先后",
    "如期",
    "基本",
    "正在",
    "加快",
    "即将",
    "已",
    "现",
    "完成",
    "总投资",
    "投资",
    "计划",
    "占地",
    "总装机",
    "装机",
    "建设",
    "前期",
    "尽快",
    "早日",
    "力争",
    "年内",
    "年底",
    "年产",
    "试",
    "启用",
    "启动",
    "开馆",
    "开园",
    "开业",
    "交付",
    "进展",
    "有序",
    "稳步",
    "扎实",
    "规划",
    "合龙",
    "贯通",
    "实现",
    "取得",
    "达产",
    "开放",
    "通航",
    "进度",
    "实施",
    "落成",
    "顺",
    "奠基",
    "可研",
    "按期",
    "年底",
    "揭牌",
];

static HEAD: LazyLock<Words> = LazyLock::new(|| Words::new(&[HEADS]));
static FATE: LazyLock<Words> = LazyLock::new(|| Words::new(&[BEHIND]));

/// Words of classes: a name of nothing but these names no one thing.
const CLASS: &[&str] = &[
    "一批",
    "一大批",
    "重点项目",
    "重大项目",
    "重点工程",
    "重大工程",
    "产业项目",
    "工业项目",
    "亿元以上",
    "个项目",
    "各类",
    "全部",
    "所有",
    "一系列",
    "项目建设",
    "民生工程",
    "实事项目",
    "基础设施项目",
    "投资项目",
    "省级",
    "市级",
    "县级",
    "国家级",
    "招商",
    "工程项目",
    "储备项目",
    "续建项目",
    "新建项目",
    "在建项目",
    "这些",
    "该项目",
    "本项目",
    "此项目",
    "开工项目",
    "签约项目",
    "技改项目",
    "配套项目",
    "攻坚",
    "行动",
    "试点项目",
    "示范项目",
    "人才工程",
    "审批",
    "山水林田湖",
    "强基",
    "卓越",
    "人才",
    "英才",
    "能力",
    "惠民",
    "候选",
    "政府工程",
    "公办",
    "民办",
    "更多",
    "新基建",
    "五大",
    "两癌",
];

/// One name in a list, in bytes of the text it was looked for in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The end of the name in an item: the first head with nothing behind it, or with a word of its fate.
pub(super) fn end(item: &str, dated: impl Fn(usize) -> bool) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (at, c) in item.char_indices() {
        if let Some(head) = HEAD.prefix_at(c, &item[at..]) {
            let mut end = at + head.len();
            // 数据中心一期, 水厂二期工程
            if let Some(rest) = item[end..].strip_prefix(['一', '二', '三', '四'])
                && let Some(rest) = rest.strip_prefix('期')
            {
                end = item.len() - rest.len();
                for more in ["工程", "项目"] {
                    end += if item[end..].starts_with(more) { more.len() } else { 0 };
                }
            }
            for phase in ["（一期）", "（二期）", "（三期）"] {
                end += if item[end..].starts_with(phase) { phase.len() } else { 0 };
            }
            let rest = &item[end..];
            // 体育中心建设项目: the name goes on.
            let goes_on =
                ["建设项目", "建设工程", "投资项目", "主体工程", "建设二期"].iter().any(|word| rest.starts_with(word));
            let told = dated(end) || FATE.prefix(rest).is_some();
            if rest.is_empty() || told && !goes_on {
                best = Some(best.map_or(end, |first: usize| first.min(end)));
            }
        }
    }
    // 岚水药业二期竣工投产
    for (at, _) in item.match_indices('期') {
        let end = at + '期'.len_utf8();
        let phase = item[..at].ends_with(['一', '二', '三', '四']);
        let rest = &item[end..];
        if phase && (rest.is_empty() || FATE.prefix(rest).is_some()) {
            best = Some(best.map_or(end, |first: usize| first.min(end)));
        }
    }
    best
}

/// True where a text holds what a project is called: most clauses hold none, and are passed over at once.
pub(super) fn may_hold(text: &str) -> bool {
    text.char_indices().any(|(at, c)| c == '期' || HEAD.prefix_at(c, &text[at..]).is_some())
}

/// True of words that name a class of projects.
pub(super) fn is_class(name: &str) -> bool {
    CLASS.iter().any(|word| name.contains(word))
        // “菜篮子”工程: a policy with a name.
        || name.contains('“') && name.ends_with("工程")
        || ["项目", "工程", "项目建设", "建设工程"].contains(&name)
        || name.ends_with("中心") && name.starts_with("以")
}

/// True where an item begins with what is done to it.
pub(super) fn opens_with_verb(name: &str) -> bool {
    let words = segment(name);
    words.first().is_some_and(|word| {
        matches!(word.tag, Tag::Verb | Tag::Adverb | Tag::Preposition | Tag::Pronoun | Tag::Numeral)
            && word.text.chars().count() >= 2
    })
}

/// True when the name ends with what a project is called.
pub(super) fn has_head(name: &str) -> bool {
    HEAD.suffix(name).is_some() || name.ends_with(['期', '段'])
}

/// True of words that name one thing: a place, a firm, a number, or what belongs to the county itself.
pub(super) fn is_proper(name: &str) -> bool {
    if name.contains("一期") || name.contains("二期") || name.contains("三期") || name.starts_with('第') {
        return true;
    }
    let own = ["县", "市", "省", "州"].iter().any(|level| {
        name.strip_prefix(level).is_some_and(|rest| {
            !["级", "区", "域", "政", "道", "属", "场", "直", "内", "乡", "县", "管"]
                .iter()
                .any(|c| rest.starts_with(c))
        })
    });
    if own {
        return true;
    }
    let words = segment(name);
    // Characters that make no known word are a name's.
    let single = |text: &str| {
        text.chars().count() == 1
            && text.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
            && !"和与及等新老大小的一二三四五六七八九十个项条座性化级型类业区园场路城乡镇村厂站办校企共米水电供养老年中"
                .contains(text)
    };
    words.iter().any(|word| {
        matches!(word.tag, Tag::Organisation | Tag::Person | Tag::Latin)
            || word.tag == Tag::Place && !["城市", "农村", "城乡", "社区", "乡村", "县城", "境内"].contains(&word.text)
    }) || words.windows(2).any(|pair| single(pair[0].text) && single(pair[1].text))
        || crate::lexicon::regions::regions().find_all(name).iter().any(|hit| hit.end - hit.start >= 6)
        || name.contains(['“', '·'])
        || ["东段", "西段", "南段", "北段", "东站", "西站", "南站", "北站", "东路", "西路", "新城"]
            .iter()
            .any(|w| name.contains(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_before_their_fate() {
        let cut = |item: &'static str| end(item, |_| false).map(|at| &item[..at]);
        assert_eq!(cut("岚水药业中药饮片项目总投资6亿元"), Some("岚水药业中药饮片项目"));
        assert_eq!(cut("县体育中心建设项目前期工作"), Some("县体育中心建设项目"));
        assert_eq!(cut("岚水药业二期竣工投产"), Some("岚水药业二期"));
        assert_eq!(cut("岚江数据中心一期投资10亿元"), Some("岚江数据中心一期"));
        assert_eq!(cut("项目36个"), None);
    }

    #[test]
    fn classes_are_no_names() {
        for name in ["岚江绕城高速公路", "城北污水处理厂", "县中医院迁建工程", "绿能储能电站项目"]
        {
            assert!(is_proper(name) && !is_class(name), "{name}");
        }
        for name in ["高速公路", "基础设施项目", "重点项目", "市级重点工程"] {
            assert!(!is_proper(name) || is_class(name), "{name}");
        }
    }
}
