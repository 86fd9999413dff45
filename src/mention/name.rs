//! Numerals that are neither quantity nor date: list numbering, names, grades, codes, page furniture.

use super::{At, Other};
use crate::lexicon::numeral;
use crate::report::OtherKind;
use crate::span::Span;
use crate::structure::BlockKind;

#[allow(clippy::unnecessary_wraps)] // every recogniser answers with an Option
fn other(place: At<'_>, back: usize, len: usize, kind: OtherKind) -> Option<Other> {
    Some(Other { span: Span::new((place.start - back).max(place.free), place.start + len), kind })
}

fn sentence_begins(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '*', '#', '\u{3000}', '“', '"']);
    before.is_empty() || before.ends_with(['。', '；', '：', '！', '？', ';', '\n', '”', '，', ',', ':'])
}

/// List numbering: 一、 （一） 1. ① 一是 第一，, and footnote marks [3].
pub(super) fn marker(place: At<'_>) -> Option<Other> {
    let (before, rest) = (place.before(), place.rest());
    let n = numeral::numeral(rest).filter(|n| !n.more && (n.scale.is_empty() || n.chinese))?;
    let after = &rest[n.len..];
    let digits = !n.chinese;
    let bracket = before.chars().next_back().filter(|c| matches!(c, '(' | '（' | '[' | '［' | '〔' | '【'));
    if let Some(open) = bracket {
        let close = after.chars().next().filter(|c| matches!(c, ')' | '）' | ']' | '］' | '〕' | '】'))?;
        let head = &before[..before.len() - open.len_utf8()];
        let footnote = matches!(open, '[' | '［' | '〔' | '【');
        let small = n.value.to_i32().is_some_and(|v| v < 100);
        if small
            && (footnote || sentence_begins(head) || digits && head.ends_with(|c: char| !c.is_ascii_alphanumeric()))
        {
            return other(place, open.len_utf8(), n.len + close.len_utf8(), OtherKind::Marker);
        }
        return None;
    }
    let head = before.trim_end_matches([' ', '*', '#', '\u{3000}', '-']);
    let line_begins = head.is_empty() || head.ends_with('第') && head.len() == 3;
    if line_begins && matches!(place.kind, BlockKind::Heading | BlockKind::Paragraph | BlockKind::Title) {
        let sign = after.chars().next()?;
        let listed = matches!(sign, '、' | '．')
            || sign == '.' && !after[1..].starts_with(|c: char| c.is_ascii_digit())
            || sign == '.' && year_follows(&after[1..])
            || matches!(sign, ')' | '）')
            || head.ends_with('第') && matches!(sign, '，' | ',' | '、');
        if listed && n.value.to_i32().is_some_and(|v| v < 200) && (n.chinese || n.len <= 3) {
            return other(place, 0, n.len + sign.len_utf8(), OtherKind::Marker);
        }
    }
    if n.chinese && after.starts_with('是') && sentence_begins(before) {
        return other(place, 0, n.len + 3, OtherKind::Marker);
    }
    None
}

/// 22.2020年…: the number of a list and a year
fn year_follows(text: &str) -> bool {
    text.len() > 4
        && text.as_bytes()[..4].iter().all(u8::is_ascii_digit)
        && matches!(&text[..2], "19" | "20")
        && text[4..].starts_with('年')
}

/// Names with Chinese numerals: 第十四届人大, 十九大, 三产, 一等奖, 六县（市）, 二期.
pub(super) fn term(place: At<'_>) -> Option<Other> {
    let (before, rest) = (place.before(), place.rest());
    if let Some(tail) = rest.strip_prefix('第') {
        let n = numeral::numeral(tail)?;
        let after = &tail[n.len..];
        let unit = [
            "届",
            "次会议",
            "次全",
            "产业",
            "方阵",
            "步",
            "动力",
            "阶段",
            "代",
            "期",
            "批",
            "号",
            "个百年",
            "书记",
            "轮",
            "条",
            "位置",
        ];
        let taken = unit.iter().find(|u| after.starts_with(**u))?.len();
        return other(place, 0, 3 + n.len + taken, OtherKind::Name);
    }
    let n = numeral::chinese(rest)?;
    let after = &rest[n.len..];
    let name = |len: usize| other(place, 0, n.len + len, OtherKind::Name);
    // 十九大、十九届四中全会、七届十三次全会
    if after.starts_with('大')
        && before.ends_with(['党', '的'])
        && n.value.to_i32().is_some_and(|v| (8..40).contains(&v))
        || after.starts_with('大')
            && ["精神", "以来", "报告", "召开", "和", "闭幕", "胜利", "、"].iter().any(|w| after[3..].starts_with(w))
            && n.value.to_i32().is_some_and(|v| (11..40).contains(&v))
    {
        return name(3);
    }
    if after.starts_with('届')
        || after.starts_with("中全会")
        || after.starts_with("次全会")
        || after.starts_with("次全体")
        || after.starts_with("次会议")
        || after.starts_with("次党代会")
    {
        return name(3);
    }
    if after.starts_with("中、") || before.ends_with("届") && after.starts_with('中') {
        return name(3);
    }
    for word in ["产业", "产"] {
        if n.len <= 9
            && rest.starts_with(['一', '二', '三'])
            && after.starts_with(word)
            && !after.starts_with("产业集群")
            && !after.starts_with("产品")
        {
            let ordinal = n.len == 3 && word == "产" || n.len > 3 || rest.starts_with("三产业");
            if ordinal {
                return name(word.len());
            }
        }
    }
    if rest.starts_with("三次产业") {
        return other(place, 0, "三次产业".len(), OtherKind::Name);
    }
    for word in [
        "等奖",
        "次供水",
        "级甲等",
        "甲医院",
        "级医院",
        "类水质",
        "等乙级",
        "号文件",
        "中全会",
        "班子",
        "套班子",
        "周年",
        "元结构",
        "元化",
        "位数",
        "头在外",
        "世同堂",
        "分法",
        "角洲",
        "代会",
        "手房",
        "手住宅",
        "手车",
    ] {
        if after.starts_with(word) {
            return name(word.len());
        }
    }
    if after.starts_with('期') && n.len == 3 && !before.ends_with(['近', '约']) {
        return name(3);
    }
    if after.starts_with("县(市)")
        || after.starts_with("县（市）")
        || after.starts_with("县(市")
        || after.starts_with("县（市")
    {
        return name(after.find([')', '）']).map_or(3, |at| at + after[at..].chars().next().map_or(0, char::len_utf8)));
    }
    None
}

/// Names, grades and codes with Arabic digits: PM2.5, 5G, G20, 国道234, 4A级, 2号文件, telephone numbers, addresses.
pub(super) fn code(place: At<'_>) -> Option<Other> {
    let (before, rest) = (place.near(), place.rest());
    let bytes = rest.as_bytes();
    let latin_before =
        before.bytes().rev().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_')).count();
    let word = &before[before.len() - latin_before..];
    let letters = word.bytes().any(|b| b.is_ascii_alphabetic());
    // https://…/20230228
    if before.ends_with(|c: char| c.is_ascii_graphic())
        && let Some(at) = before.rfind("http").or_else(|| before.rfind("www."))
        && !before[at..].contains(|c: char| c.is_whitespace() || !c.is_ascii())
    {
        let len = rest.bytes().take_while(|b| b.is_ascii_graphic() && *b != b')').count();
        return other(place, 0, len, OtherKind::Noise);
    }
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    if letters && !word.ends_with('.') {
        let len = bytes.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
        let trimmed = rest[..len].trim_end_matches(['.', '-']).len();
        // GDP7.5% gives a rate of GDP: letters that name an indicator are followed by a quantity.
        let rate = rest[trimmed..].starts_with(['%', '％', '亿', '万', '元', '个', '倍']);
        if !rate {
            return other(place, latin_before, trimmed.max(digits), OtherKind::Name);
        }
    }
    let after = &rest[digits..];
    // 5G, 4A级, 3D
    if digits <= 4 && after.starts_with(|c: char| c.is_ascii_alphabetic()) {
        let letters = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let unit = [
            "km", "kg", "m", "t", "hm", "MW", "GW", "kW", "KW", "KV", "kV", "TEU", "GB", "TB", "PB", "MB", "P",
            "PFlops", "EFLOPS", "mg", "g", "cm", "mm", "L", "ml", "Gbps", "M", "Mbps",
        ];
        if !unit.contains(&&after[..letters]) {
            let grade = if after[letters..].starts_with('级') { 3 } else { 0 };
            return other(place, 0, digits + letters + grade, OtherKind::Name);
        }
    }
    // 国道234, 省道233, 99公益日
    if [
        "国道", "省道", "县道", "高速", "航母", "神舟", "嫦娥", "天宫", "表", "图", "附件", "专栏", "热线", "电话",
        "纾困", "第", "波音", "空客", "歼", "东风",
    ]
    .iter()
    .any(|w| before.ends_with(w))
    {
        if before.ends_with('第') {
            let n = numeral::arabic(rest)?;
            let unit = ["届", "次", "产业", "号", "批", "期", "章", "条", "页", "版", "方阵"];
            let taken = unit.iter().find(|u| rest[n.len..].starts_with(**u))?.len();
            return other(place, 0, n.len + taken, OtherKind::Name);
        }
        // 表22011年: the table's number and a year
        if before.ends_with(['表', '图']) && (5..=6).contains(&digits) && year_follows(&rest[digits - 4..]) {
            return other(place, 0, digits - 4, OtherKind::Name);
        }
        let number = digits > 0
            && !after.starts_with(['个', '亿', '万', '%', '.'])
            && !["公里", "元", "吨", "家", "条"].iter().any(|u| after.starts_with(u));
        if number {
            return other(place, 0, digits, OtherKind::Name);
        }
    }
    if [
        "号文",
        "号线",
        "号台风",
        "号工程",
        "号楼",
        "号公路",
        "号院",
        "公益日",
        "国道",
        "省道",
        "热线",
        "平台",
        "县道",
        "号）",
        "号)",
        "号令",
        "届",
        "号（",
    ]
    .iter()
    .any(|w| after.starts_with(w))
        && digits <= 6
    {
        let taken = if after.starts_with('号') || after.starts_with('届') { 3 } else { 0 };
        return other(place, 0, digits + taken, OtherKind::Name);
    }
    if let Some(tail) =
        after.strip_prefix(['时', '点']).filter(|t| digits <= 2 && t.starts_with(|c: char| c.is_ascii_digit()))
    {
        let minutes = tail.bytes().take_while(u8::is_ascii_digit).count();
        if tail[minutes..].starts_with('分') {
            return other(place, 0, digits + 3 + minutes + 3, OtherKind::Name);
        }
    }
    if after.starts_with('强') && !before.ends_with(['前', '过', '超', '近', '约']) {
        return other(place, 0, digits + 3, OtherKind::Name);
    }
    if after.starts_with("周年") {
        return other(place, 0, digits + 6, OtherKind::Name);
    }
    // 3.0版, 15分钟生活圈
    let number = bytes.iter().take_while(|b| b.is_ascii_digit() || **b == b'.').count();
    if rest[number..].starts_with('版') {
        return other(place, 0, number + 3, OtherKind::Name);
    }
    if let Some(tail) = after.strip_prefix("分钟").or_else(|| after.strip_prefix("小时")) {
        let near: String = tail.chars().take(10).collect();
        if near.contains('圈') && !near.contains(['，', '。']) {
            return other(place, 0, digits + 6, OtherKind::Name);
        }
    }
    // “110”报警服务台, “12345”热线
    if before.ends_with(['“', '"']) && after.starts_with(['”', '"']) && (3..=5).contains(&digits) {
        let tail = after.trim_start_matches(['”', '"']);
        if ["报警", "急救", "热线", "平台", "服务", "电话", "指挥", "联动"].iter().any(|w| tail.starts_with(w))
        {
            return other(place, 0, digits, OtherKind::Name);
        }
    }
    // 邮编：330600, 阅读量 10245, 本文共23781个字
    let furniture = [
        "邮编：",
        "邮编:",
        "阅读量",
        "阅读：",
        "阅读:",
        "浏览量",
        "点击：",
        "字号：",
        "字号:",
        "来稿：",
        "编号：",
        "编号:",
        "阅读需要",
        "阅读时长",
        "全文共",
        "本文共",
        "共计",
    ];
    let reads = after.starts_with("个字") || after.starts_with('字') || after.starts_with("分钟");
    let labelled = before.trim_end().ends_with(['：', ':', '量']);
    if labelled && furniture.iter().take(12).any(|w| before.trim_end().ends_with(w))
        || reads && (furniture[12..].iter().any(|w| before.ends_with(w)) || before.contains("本文共"))
    {
        let unit = ["个字", "字", "分钟"].iter().find(|u| after.starts_with(**u)).map_or(0, |u| u.len());
        return other(place, 0, digits + unit, OtherKind::Noise);
    }
    // 0514-87863284; 221381 alone on its line
    let phone = bytes.iter().take_while(|b| b.is_ascii_digit() || **b == b'-').count();
    if phone >= 10 && bytes.first() == Some(&b'0') && after.starts_with('-')
        || digits >= 7 && before.ends_with(['：', ':']) && !after.starts_with(['元', '人', '吨', '户', '万', '亿'])
    {
        return other(place, 0, phone, OtherKind::Noise);
    }
    None
}

/// Words whose numeral is none: 统一, 一批, 万众, 千方百计. Gives the place behind the word.
pub(super) fn idiom(place: At<'_>) -> Option<usize> {
    let rest = place.rest();
    [
        "一体化",
        "一批",
        "一系列",
        "一些",
        "一定",
        "一般",
        "一律",
        "一直",
        "一起",
        "一致",
        "千方百计",
        "万众",
        "万元",
        "百姓",
        "千家万户",
        "数字",
        "数据",
        "数量",
        "几乎",
    ]
    .iter()
    .find(|word| rest.starts_with(**word) && **word != "万元")
    .map(|word| place.start + word.len())
}
