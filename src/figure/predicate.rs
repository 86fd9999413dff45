//! Words between an indicator and its number: what they say of the measure, and where the indicator ends.

/// What a predicate says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// 达到, 为: nothing but the link.
    Link,
    /// 增长, 上涨: the number is growth.
    Grow,
    /// 下降: the number is decline.
    Shrink,
    /// 增加到, 降至: the number is the new level.
    To,
    /// 由, 从: the number is the old level.
    From,
    /// 分别, 各
    Each,
    /// 年均
    Average,
    /// 拉动…增长
    Adverb,
    /// A modal word: 力争, 确保.
    Modal,
}

const WORDS: &[(&str, Said)] = &[
    // the new level
    ("增长到", Said::To),
    ("增加到", Said::To),
    ("提高到", Said::To),
    ("提升到", Said::To),
    ("上升到", Said::To),
    ("扩大到", Said::To),
    ("发展到", Said::To),
    ("下降到", Said::To),
    ("减少到", Said::To),
    ("降低到", Said::To),
    ("压缩到", Said::To),
    ("压减到", Said::To),
    ("缩短到", Said::To),
    ("回落到", Said::To),
    ("提高至", Said::To),
    ("增长至", Said::To),
    ("增加至", Said::To),
    ("提升至", Said::To),
    ("上升至", Said::To),
    ("扩大至", Said::To),
    ("下降至", Said::To),
    ("减少至", Said::To),
    ("降低至", Said::To),
    ("压缩至", Said::To),
    ("压减至", Said::To),
    ("缩短至", Said::To),
    ("拓展到", Said::To),
    ("调整为", Said::To),
    ("调整到", Said::To),
    ("优化为", Said::To),
    ("调整至", Said::To),
    ("变为", Said::To),
    ("增至", Said::To),
    ("升至", Said::To),
    ("降至", Said::To),
    ("降到", Said::To),
    ("增到", Said::To),
    ("减至", Said::To),
    ("扩至", Said::To),
    ("压减为", Said::To),
    ("转变为", Said::To),
    ("演变为", Said::To),
    ("缩减至", Said::To),
    ("缩减到", Said::To),
    ("优化到", Said::To),
    ("优化至", Said::To),
    ("恢复到", Said::To),
    ("回升到", Said::To),
    ("回升至", Said::To),
    ("上调到", Said::To),
    ("上调至", Said::To),
    ("延长到", Said::To),
    ("扩展到", Said::To),
    ("延伸到", Said::To),
    ("增为", Said::To),
    ("改为", Said::To),
    ("精简到", Said::To),
    ("精简至", Said::To),
    ("精简为", Said::To),
    ("上升为", Said::To),
    ("下降为", Said::To),
    ("提高为", Said::To),
    // growth
    ("实际增长", Said::Grow),
    ("名义增长", Said::Grow),
    ("累计增长", Said::Grow),
    ("净增长", Said::Grow),
    ("正增长", Said::Grow),
    ("增长了", Said::Grow),
    ("增长", Said::Grow),
    ("增加了", Said::Grow),
    ("增加", Said::Grow),
    ("上涨了", Said::Grow),
    ("上涨", Said::Grow),
    ("上升了", Said::Grow),
    ("上升", Said::Grow),
    ("提高了", Said::Grow),
    ("提高", Said::Grow),
    ("提升了", Said::Grow),
    ("提升", Said::Grow),
    ("扩大了", Said::Grow),
    ("扩大", Said::Grow),
    ("增幅达", Said::Grow),
    ("增幅为", Said::Grow),
    ("增幅", Said::Grow),
    ("增速达", Said::Grow),
    ("增速为", Said::Grow),
    ("涨幅达", Said::Grow),
    ("回升", Said::Grow),
    ("多增", Said::Grow),
    ("增收", Said::Grow),
    ("增资", Said::Grow),
    ("加快", Said::Grow),
    ("升值", Said::Grow),
    ("增产", Said::Grow),
    ("递增", Said::Grow),
    ("上调", Said::Grow),
    ("净增", Said::Grow),
    ("增", Said::Grow),
    ("攀升", Said::Grow),
    ("上浮", Said::Grow),
    ("改善", Said::Grow),
    ("延长", Said::Grow),
    // decline
    ("负增长", Said::Shrink),
    ("下降了", Said::Shrink),
    ("下降", Said::Shrink),
    ("减少了", Said::Shrink),
    ("减少", Said::Shrink),
    ("降低了", Said::Shrink),
    ("降低", Said::Shrink),
    ("下跌", Said::Shrink),
    ("回落", Said::Shrink),
    ("缩减", Said::Shrink),
    ("缩短", Said::Shrink),
    ("压缩", Said::Shrink),
    ("压减", Said::Shrink),
    ("少增", Said::Shrink),
    ("贬值", Said::Shrink),
    ("降幅达", Said::Shrink),
    ("降幅为", Said::Shrink),
    ("降幅", Said::Shrink),
    ("下调", Said::Shrink),
    ("减产", Said::Shrink),
    ("减排", Said::Shrink),
    ("削减", Said::Shrink),
    ("收窄", Said::Shrink),
    ("下浮", Said::Shrink),
    ("削减了", Said::Shrink),
    // from
    ("由", Said::From),
    ("从", Said::From),
    ("由原来的", Said::From),
    ("从原来的", Said::From),
    ("由过去的", Said::From),
    ("由最初的", Said::From),
    ("由上年的", Said::From),
    ("从过去的", Said::From),
    // links
    ("稳定在", Said::Link),
    ("保持在", Said::Link),
    ("控制在", Said::Link),
    ("维持在", Said::Link),
    ("达到了", Said::Link),
    ("累计达到", Said::Link),
    ("累计达", Said::Link),
    ("达到", Said::Link),
    ("达成", Said::Link),
    ("已达", Said::Link),
    ("高达", Said::Link),
    ("均达", Said::Link),
    ("达", Said::Link),
    ("实现了", Said::Link),
    ("实现", Said::Link),
    ("完成了", Said::Link),
    ("总计", Said::Link),
    ("合计", Said::Link),
    ("共计", Said::Link),
    ("为", Said::Link),
    ("是", Said::Link),
    ("有", Said::Link),
    ("共有", Said::Link),
    ("共", Said::Link),
    ("突破", Said::Link),
    ("突破了", Said::Link),
    ("超过", Said::Link),
    ("超过了", Said::Link),
    ("超", Said::Link),
    ("跨越", Said::Link),
    ("跨上", Said::Link),
    ("迈上", Said::Link),
    ("跨过", Said::Link),
    ("迈过", Said::Link),
    ("站上", Said::Link),
    ("接近", Said::Link),
    ("近", Said::Link),
    ("约", Said::Link),
    ("不低于", Said::Link),
    ("不少于", Said::Link),
    ("不超过", Said::Link),
    ("不高于", Said::Link),
    ("低于", Said::Link),
    ("至", Said::Link),
    ("到", Said::Link),
    ("在", Said::Link),
    ("即", Said::Link),
    ("逾", Said::Link),
    ("冲刺", Said::Link),
    ("冲击", Said::Link),
    ("降为", Said::To),
    ("提前完成", Said::Link),
    ("了", Said::Adverb),
    ("大致", Said::Adverb),
    ("大约", Said::Adverb),
    ("不足", Said::Adverb),
    ("至少", Said::Adverb),
    ("实施", Said::Link),
    // each
    ("分别为", Said::Each),
    ("分别达", Said::Each),
    ("分别达到", Said::Each),
    ("分别是", Said::Each),
    ("分别", Said::Each),
    ("分别完成", Said::Each),
    ("分别实现", Said::Each),
    ("分别有", Said::Each),
    ("转为增长", Said::Grow),
    ("转为", Said::To),
    ("每人每月", Said::Adverb),
    ("每人每年", Said::Adverb),
    ("每人每天", Said::Adverb),
    ("每月", Said::Adverb),
    ("每人", Said::Adverb),
    ("每户", Said::Adverb),
    ("每平方米", Said::Adverb),
    ("每吨", Said::Adverb),
    ("每公里", Said::Adverb),
    ("每亩", Said::Adverb),
    ("每户每年", Said::Adverb),
    ("各", Said::Each),
    // adverbs
    ("扣除物价因素", Said::Adverb),
    ("扣除价格因素", Said::Adverb),
    ("扣除物价上涨因素", Said::Adverb),
    ("扣除价格上涨因素", Said::Adverb),
    ("仍然", Said::Adverb),
    ("仍", Said::Adverb),
    ("依然", Said::Adverb),
    ("定为", Said::Link),
    ("确定为", Said::Link),
    ("同比", Said::Adverb),
    ("环比", Said::Adverb),
    ("比上年", Said::Adverb),
    ("比上年同期", Said::Adverb),
    ("比去年", Said::Adverb),
    ("比去年同期", Said::Adverb),
    ("较上年", Said::Adverb),
    ("较去年", Said::Adverb),
    ("较上年同期", Said::Adverb),
    ("比上年末", Said::Adverb),
    ("比上年底", Said::Adverb),
    ("按可比价格计算", Said::Adverb),
    ("按可比价计算", Said::Adverb),
    ("按可比价", Said::Adverb),
    ("按不变价格计算", Said::Adverb),
    ("按不变价", Said::Adverb),
    ("扣除价格因素", Said::Adverb),
    ("可比", Said::Adverb),
    ("可比口径", Said::Adverb),
    ("同口径", Said::Adverb),
    ("比年初", Said::Adverb),
    ("较年初", Said::Adverb),
    ("比预算", Said::Adverb),
    ("实际", Said::Adverb),
    ("名义", Said::Adverb),
    ("均", Said::Adverb),
    ("都", Said::Adverb),
    ("也", Said::Adverb),
    ("已", Said::Adverb),
    ("已经", Said::Adverb),
    ("又", Said::Adverb),
    ("再", Said::Adverb),
    ("仅", Said::Adverb),
    ("就", Said::Adverb),
    ("只", Said::Adverb),
    ("还", Said::Adverb),
    ("累计", Said::Adverb),
    ("首次", Said::Adverb),
    ("连续", Said::Adverb),
    ("大幅", Said::Adverb),
    ("稳步", Said::Adverb),
    ("快速", Said::Adverb),
    ("总体", Said::Adverb),
    ("预计", Said::Modal),
    ("预计可", Said::Modal),
    ("有望", Said::Modal),
    ("将", Said::Modal),
    ("要", Said::Modal),
    ("可", Said::Modal),
    ("力争", Said::Modal),
    ("争取", Said::Modal),
    ("确保", Said::Modal),
    ("努力", Said::Modal),
    ("计划", Said::Modal),
    ("必须", Said::Modal),
    ("预期", Said::Modal),
    ("平均值", Said::Adverb),
    ("平均每年", Said::Average),
    ("每年平均", Said::Average),
    ("年平均", Said::Average),
    ("年均", Said::Average),
    ("每年", Said::Average),
    ("平均", Said::Adverb),
    ("年", Said::Adverb),
    ("全部", Said::Adverb),
    ("率先", Said::Adverb),
    ("成功", Said::Adverb),
    ("历史性", Said::Adverb),
    ("能够", Said::Adverb),
    ("进一步", Said::Adverb),
    ("持续", Said::Adverb),
    ("再次", Said::Adverb),
    ("净", Said::Adverb),
    ("初步", Said::Adverb),
    ("最高", Said::Adverb),
    ("大体", Said::Adverb),
    ("达到约", Said::Link),
    ("一直", Said::Adverb),
    ("最终", Said::Adverb),
    ("人均", Said::Adverb),
    ("左右", Said::Adverb),
    ("总", Said::Adverb),
    ("日均", Said::Adverb),
    ("月均", Said::Adverb),
    ("增长率", Said::Grow),
    ("增长率为", Said::Grow),
    ("增长速度", Said::Grow),
    ("增长速度为", Said::Grow),
    ("增速", Said::Grow),
    ("涨幅", Said::Grow),
    ("涨幅控制在", Said::Grow),
    ("涨幅为", Said::Grow),
    ("增幅控制在", Said::Grow),
    ("增速控制在", Said::Grow),
    ("增速保持在", Said::Grow),
    ("增长保持在", Said::Grow),
    ("增幅保持在", Said::Grow),
    ("增速达到", Said::Grow),
    ("增长达到", Said::Grow),
    ("增长预期", Said::Grow),
    ("增长目标", Said::Grow),
    ("增长目标为", Said::Grow),
];

/// Adverbs that are a word's own part in these compounds: 人均 in 人均收入 stands before, never at the end.
const KEPT_AT_END: [&str; 4] = ["人均", "年", "总", "净"];

/// What stood at the end of a clause's left part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stripped {
    /// Bytes that remain.
    pub(super) rest: usize,
    /// The word nearest to the indicator that tells the measure.
    pub(super) said: Option<Said>,
    pub(super) each: bool,
    pub(super) average: bool,
    pub(super) compared: bool,
    /// 由上年下降: the change is that of the time before.
    pub(super) from: bool,
    /// A modal word (力争) was taken off.
    pub(super) modal: bool,
    /// A link (达到, 完成) was taken off.
    pub(super) linked: bool,
    /// 新增-like words of growth that are part of the indicator when a count follows: 增资, 减负.
    pub(super) word: &'static str,
}

fn by_last() -> &'static std::collections::HashMap<char, Vec<(&'static str, Said)>> {
    static MAP: std::sync::OnceLock<std::collections::HashMap<char, Vec<(&'static str, Said)>>> =
        std::sync::OnceLock::new();
    MAP.get_or_init(|| {
        let mut map: std::collections::HashMap<char, Vec<(&'static str, Said)>> = std::collections::HashMap::new();
        for &(word, said) in WORDS {
            if let Some(last) = word.chars().next_back() {
                map.entry(last).or_default().push((word, said));
            }
        }
        for list in map.values_mut() {
            list.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        map
    })
}

/// Takes predicates off the end of `left`. `date_end(end)` gives the start of a date that ends there, 比 included.
pub(super) fn strip(left: &str, compared_date: &dyn Fn(usize) -> Option<usize>) -> Stripped {
    let mut out = Stripped { rest: left.len(), ..Stripped::default() };
    loop {
        let text = left[..out.rest].trim_end_matches([' ', '*', '：', ':', '“', '"', '　', '（', '(', '，', ',']);
        out.rest = text.len();
        if let Some(start) = compared_date(out.rest) {
            out.rest = start;
            out.compared = true;
            continue;
        }
        let Some(list) = text.chars().next_back().and_then(|last| by_last().get(&last)) else { break };
        let fits = |word: &str| text.ends_with(word) && !inside(&text[..text.len() - word.len()], word);
        let Some((word, said)) = list.iter().find(|(word, _)| fits(word)) else { break };
        let head = &text[..text.len() - word.len()];
        match said {
            Said::Grow | Said::Shrink | Said::To | Said::From => {
                // The outermost predicate rules: 降幅收窄 aside, a second one belongs to the indicator.
                if matches!(out.said, Some(Said::Grow | Said::Shrink | Said::To | Said::From)) {
                    break;
                }
                out.said = Some(*said);
                out.word = word;
            }
            Said::Each => out.each = true,
            Said::Average => out.average = true,
            Said::Link => out.linked = true,
            Said::Modal => out.modal = true,
            Said::Adverb => {}
        }
        out.rest = head.len();
        if KEPT_AT_END.contains(word) && head.is_empty() {
            out.rest = text.len();
            break;
        }
    }
    out
}

/// True where the word is the end of a longer one: 因为, 所有, 新增, 水利工程实施.
fn inside(head: &str, word: &str) -> bool {
    let ends = |words: &[&str]| words.iter().any(|w| head.ends_with(w));
    match word {
        "为" => ends(&["因", "作", "成", "行", "认", "称", "较", "大"]) && !ends(&["目标作"]),
        // 自然增长率 is a rate of its own.
        "增长率" | "增长率为" | "增长速度" => ends(&["自然", "机械"]),
        "有" => ends(&["国", "所", "拥", "公", "私", "持", "具", "没", "享", "占"]),
        "是" => ends(&["但", "于", "就", "还", "总"]),
        "在" => ends(&["存", "现", "实"]),
        "到" => ends(&["得", "收", "受", "遇", "感", "迟", "报"]),
        "增" => ends(&["新", "倍", "激", "递"]),
        "共" => ends(&["公", "中"]),
        "各" | "均" => ends(&["人", "年", "平", "户", "日", "月", "亩"]),
        "年" => {
            !ends(&["全", "当"])
                && head.ends_with(|c: char| c.is_ascii_digit() || ('\u{4e00}'..='\u{9fff}').contains(&c))
        }
        "总" => true,
        "可" => ends(&["许", "认"]),
        "要" => ends(&["主", "重", "需", "只", "首"]),
        "实施" => !head.is_empty(),
        "至" => ends(&["甚", "乃", "以"]),
        "超" => ends(&["赶"]),
        "从" => ends(&["服", "自"]),
        "由" => ends(&["自", "理", "事"]),
        "达" => ends(&["发", "通", "到", "表", "传", "下", "雷"]),
        "近" => ends(&["附", "最", "靠", "临", "邻"]),
        "约" => ends(&["签", "节", "合", "集", "预", "制", "公", "新"]),
        "了" => ends(&["为"]),
        "只" | "还" | "就" | "再" | "又" | "都" => ends(&["首", "成", "偿", "归", "返"]),
        "突破" => head.is_empty(),
        "计划" => !(head.is_empty() || ends(&["，", "市", "县", "区", "省", "邮"])),
        "减排" | "增产" | "减产" => head.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(left: &str) -> (&str, Option<Said>) {
        let s = strip(left, &|_| None);
        (&left[..s.rest], s.said)
    }

    #[test]
    fn predicates_come_off_and_indicators_stay() {
        assert_eq!(split("全县地区生产总值突破"), ("全县地区生产总值", None));
        assert_eq!(split("一般公共预算收入同比增长"), ("一般公共预算收入", Some(Said::Grow)));
        assert_eq!(split("万元生产总值能耗下降"), ("万元生产总值能耗", Some(Said::Shrink)));
        assert_eq!(split("规上企业由"), ("规上企业", Some(Said::From)));
        assert_eq!(split("工程建设项目审批时间压缩到"), ("工程建设项目审批时间", Some(Said::To)));
        assert_eq!(split("全县新增"), ("全县新增", None));
        assert_eq!(split("民生支出达"), ("民生支出", None));
    }
}
