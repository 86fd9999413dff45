//! Words that tell a deed worth an entry of its own: something opened, was granted, was won.

/// What a clause ends with when a thing came into being.
const ENDS: &[&str] = &[
    "建成投产",
    "建成投用",
    "建成通车",
    "建成运营",
    "建成使用",
    "竣工投产",
    "竣工投用",
    "投入使用",
    "投入运营",
    "投入运行",
    "投产达效",
    "正式运营",
    "正式投产",
    "正式启用",
    "正式投用",
    "正式开园",
    "正式开工",
    "开工建设",
    "全线贯通",
    "全线通车",
    "建成开放",
    "开放运营",
    "并网发电",
    "全面完工",
    "全面建成",
    "主体完工",
    "主体封顶",
    "成功签约",
    "签约落地",
    "获得核准",
    "通车运营",
    "开通运营",
    "正式通车",
    "顺利合龙",
    "成功合龙",
    "挂牌成立",
    "揭牌成立",
    "正式挂牌",
    "成功上市",
    "通过验收",
    "竣工验收",
    "成功举办",
    "圆满举办",
    "成功召开",
    "通车",
    "开馆",
    "开园",
    "通航",
    "通水",
    "合龙",
    "首飞",
    "竣工",
    "投产",
    "投用",
    "揭牌",
    "开工",
    "封顶",
    "获批",
];

/// What a clause begins with when something was won or held.
const STARTS: &[&str] = &[
    "获批",
    "获评",
    "荣获",
    "荣膺",
    "成功创建",
    "成功创成",
    "成功举办",
    "成功承办",
    "成功入选",
    "成功获批",
    "入选",
    "创成",
    "被评为",
    "被授予",
    "被列为",
    "被确定为",
    "被命名为",
    "圆满举办",
    "承办",
    "摘得",
    "蝉联",
    "夺得",
    "首次入选",
    "首次进入",
    "首次荣获",
    "跻身",
    "正式获批",
    "成功跻身",
    "成功申办",
    "成功列入",
    "全国首",
    "全省首",
];

/// Verbs that say a thing came to its end within a clause.
const REACHED: &[&str] = &[
    "建成", "竣工", "投产", "投用", "通车", "贯通", "启用", "开工", "获批", "荣获", "获评", "成功", "摘掉", "摘帽",
    "实现", "完成", "成立", "设立", "启动", "通过", "召开", "举办", "举行", "签订", "签署", "出台", "撤县", "颁布",
    "入选", "通上", "开馆", "开学", "开园", "开放", "合龙", "封顶", "开业", "揭牌", "发车", "首发", "开行",
];

/// Words of a class of things and not of one: no reader looks for them on a timeline.
const CLASS: &[&str] = &[
    "一批",
    "一大批",
    "个项目",
    "重点项目",
    "重大项目",
    "产业项目",
    "工业项目",
    "项目集中",
    "亿元以上",
    "一系列",
    "各类",
    "新建项目",
    "续建项目",
    "新开工",
    "集中开工",
    "个重点",
];

/// True of a clause that tells a deed without a date of its own.
pub(super) fn is_deed(clause: &str) -> bool {
    let count = clause.chars().count();
    if !(8..=44).contains(&count) || CLASS.iter().any(|word| clause.contains(word)) {
        return false;
    }
    let ends = ENDS.iter().find(|word| clause.ends_with(**word));
    let named = ends.is_some_and(|word| {
        let subject = &clause[..clause.len() - word.len()];
        let verb =
            ["推动", "推进", "加快", "确保", "支持", "促进", "实施", "加强", "完成", "新增", "累计", "全面", "促成"];
        subject.chars().count() >= 4
            && !verb.iter().any(|verb| subject.starts_with(verb))
            && !subject.starts_with(|c: char| c.is_ascii_digit())
    });
    named || STARTS.iter().any(|word| clause.starts_with(word)) || won(clause)
}

/// 青沅县获评全国…: a subject of a few words before the word.
fn won(clause: &str) -> bool {
    ["获批", "获评", "荣获", "成功创建", "入选", "被评为", "被授予", "成功举办", "成功获批"].iter().any(|word| {
        clause.find(word).is_some_and(|at| {
            let subject = clause[..at].chars().count();
            (2..=14).contains(&subject) && clause[at + word.len()..].chars().count() >= 4
        })
    })
}

/// True of words that tell something that came to its end.
pub(super) fn is_reached(words: &str) -> bool {
    REACHED.iter().any(|word| words.contains(word))
}

/// A predicate without its subject: 建成投产. Then the subject stands in the clause before.
pub(super) fn is_bare(title: &str) -> bool {
    let mut rest = title;
    let parts = [
        "全面",
        "全线",
        "正式",
        "顺利",
        "建成",
        "竣工",
        "完工",
        "投产",
        "投用",
        "投入使用",
        "投入运营",
        "通车",
        "开工",
        "开园",
        "开馆",
        "投运",
        "建设",
        "运营",
        "基本",
        "主体",
        "封顶",
        "达产",
        "并网",
        "发电",
        "交付",
        "验收",
        "使用",
        "开放",
        "营业",
    ];
    while let Some(part) = parts.iter().find(|part| rest.starts_with(**part)) {
        rest = &rest[part.len()..];
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deeds_are_told_from_classes_and_wishes() {
        for clause in ["青沅县获评全国绿化模范县", "岚水抽水蓄能电站开工建设", "成功举办首届龙舟文化节"]
        {
            assert!(is_deed(clause), "{clause}");
        }
        for clause in ["46个重点项目建成投产", "推动一批重大项目开工建设", "竣工投产"] {
            assert!(!is_deed(clause), "{clause}");
        }
        assert!(is_bare("全面建成投产") && !is_bare("二桥建成通车"));
    }
}
