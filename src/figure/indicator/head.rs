//! The words of a left part as a label: without date, place and adverbs before, without marks behind.

use super::JOINTS;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::{labels, tables};
use crate::lexicon::indicators::{Indicator, indicators};
use crate::lexicon::list_cues::lists;
use crate::lexicon::numeral::is_count;
use crate::lexicon::openers::opener;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::lexicon::segment::segment;
use crate::mention::date::Part;
use crate::report::Grain;

/// Characters of the longest label.
const LONGEST: usize = 26;
/// Characters of the longest run of times: 连续十二个季度.
const RUN: usize = 8;

/// A left part from its first noun on.
fn trim_start(text: &str) -> &str {
    let trimmed = without_joints(text);
    // 和平区, 和田地区: what looks like a conjunction begins the place's name.
    let join = text[..text.len() - trimmed.len()].chars().next_back().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
    let own = join.map_or(trimmed, |c| &text[text.len() - trimmed.len() - c.len_utf8()..]);
    // 以上项目总投资: the words point to what was told, and are no joint before 上.
    let points = join == Some('以') && segment(own).first().is_some_and(|token| token.text == "以上");
    match join {
        Some(_) if regions().begins_full(own) => own,
        Some(_) if points => &own["以上".len()..],
        _ => trimmed,
    }
}

/// Without the joins that leave a noun when they stand first.
fn without_joints(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        // ⑧新辟公交线路50条
        JOINTS.contains(&c)
            || ('①'..='⑳').contains(&c)
            || matches!(c, '的' | '—' | '-' | '）' | ')' | '。' | '；' | '#' | '·' | '|' | '”' | '、')
            // ▲岚水路全长1.2公里: the sign of a caption
            || matches!(c, '▲' | '△' | '★' | '☆' | '●' | '■' | '◆' | '◎' | '※' | '「' | '『')
    })
}

/// The words of a left part as a label: without date, place and adverbs before, at most [`LONGEST`] characters.
pub(in crate::figure) fn label_text<'a>(scene: &Scene<'a>, start: usize, head: &'a str) -> (&'a str, usize) {
    let (mut text, _) = whole_text(scene, start, head);
    // 税收收入扣除退税因素后增长3%: what is left out is no part of the name.
    if labels().residue_end.suffix(text).is_some()
        && let Some((at, _)) = labels().residue_start.find(text).filter(|(at, _)| *at > 0)
    {
        text = text[..at].trim_end_matches(['，', '（', '(', '在']);
    }
    if is_residue(text) {
        text = &text[..0];
    }
    // The last words of a long run name the thing.
    if text.len() > LONGEST && text.chars().count() > LONGEST && without_remark(text).is_none() {
        let tokens = segment(text);
        let mut at = text.len();
        for token in tokens.iter().rev() {
            if text[token.start..].chars().count() > LONGEST {
                break;
            }
            at = token.start;
        }
        text = trim_start(&text[at..]);
    }
    (text, scene.offset(text))
}

/// G357（原S201、S202和S203）云江路改造工程: a name too long by its brackets, without them.
pub(super) fn without_remark(text: &str) -> Option<String> {
    let (open, close) = (text.place_of("（")?, text.last_place_of("）")?);
    let rest = format!("{}{}", text.get(..open)?, text.get(close + '）'.len_utf8()..)?);
    let (chars, all) = (rest.chars().count(), text.chars().count());
    // 县（区）: part of the name
    (all > LONGEST && all > chars + 4 && open > 0 && (2..=LONGEST).contains(&chars)).then_some(rest)
}

/// The length of the number of an item: 二、 of 二、开展培训, and none of 二、三产业.
fn item_number(head: &str) -> usize {
    let numeral = |c: char| is_count(c);
    let rest = head.trim_start_matches(numeral);
    let behind = rest.strip_prefix('、').filter(|behind| rest.len() < head.len() && !behind.starts_with(numeral));
    behind.map_or(0, |behind| head.len() - behind.len())
}

/// As [`label_text`], however long.
pub(super) fn whole_text<'a>(scene: &Scene<'a>, start: usize, head: &'a str) -> (&'a str, usize) {
    // 二、开展技能培训6000人次: the number of an item is no part of the name.
    let mut from = start + if start == scene.sentence.start { item_number(head) } else { 0 };
    // 财政收入在上年的基础上翻番: on what it builds is no part of the name.
    let built = labels().base_end.suffix(head.trim_end()).and_then(|_| head.last_place_of("在")).filter(|at| *at > 0);
    let head = built.map_or(head, |at| &head[..at]);
    let end = start + head.len();
    // A date frames what comes after it; at the very end it belongs to the number.
    let mut end_at = end;
    for date in scene.dates.iter().filter(|d| d.span.start >= start && d.span.end <= end) {
        let after = scene.text(date.span.end, end);
        // 支出（扣除2022年专项支出外）增长3%: a date in a bracket frames nothing behind it.
        // 支出年初预算1184万
        if scene.bracketed(start, date, end) || date.expression.part == Part::Start && after.starts_with("预算") {
            continue;
        }
        // 大中型企业年末亏损面: between a noun and its measure
        let inside = lists().at_end.contains(date.span.of(&scene.clean.text))
            && scene.text(from, date.span.start).chars().filter(|c| *c >= '\u{4e00}').count() >= 4
            && !scene.text(from, date.span.start).contains(['，', ','])
            && lists().own_measure.suffix(after.trim()).is_some_and(|noun| noun == after.trim());
        if inside {
            continue;
        }
        // 业务总量全年完成17亿元: behind it stands nothing but a verb
        let verb = date.span.start > from + 6 && labels().level_verb.contains(after.trim());
        if verb {
            end_at = date.span.start;
            continue;
        }
        if trim_start(after).trim_end_matches(['，', ' ', '末', '底']).is_empty() {
            end_at = date.span.start;
        } else if !after.starts_with(['”', '’', '"']) && !scene.text(date.span.start, end).starts_with("每年")
            || from == start && date.span.start <= start + 9
        {
            // 2012年至2016年的4年里
            // 五年中相继突破200亿元
            let term = date.grain == Grain::Years && after.starts_with('中');
            let within = after.starts_with(['里', '间']) || term && lists().of_middle.prefix(after).is_none();
            from = date.span.end + if within { '里'.len_utf8() } else { 0 };
        }
    }
    let mut text = scene.text(from, end_at.max(from));
    // 积累率在1978年高达三成; 其中“七五”时期为7%: what led to the date goes with it.
    if end_at < end {
        text = text.trim_end_matches(['“', '"']);
        text = text.strip_suffix(['在', '自', '从', '于']).unwrap_or(text);
        // 其中增长较快的“八五”时期年均增长4%: told of the time, not of what grew
        text = if text.ends_with('的') { "" } else { text };
    }
    // 吞吐量从几乎没有到现在达到9万标箱
    if let Some(since) = lists().until_now.suffix(text.trim_end()) {
        let head = &text[..text.trim_end().len() - since.len()];
        text = head.rfind(['从', '由']).map_or(head, |at| &head[..at]);
    }
    // 由青沅风电有限公司投资3.9亿元: who pays is no part of what
    if let Some(payer) = text.trim_start().strip_prefix('由') {
        // 云江集团公司: its name ends with the last of such words.
        let mut paid = labels().payer.find(payer).map_or("", |(at, word)| &payer[at + word.len()..]);
        while let Some(word) = labels().payer.prefix(paid) {
            paid = &paid[word.len()..];
        }
        text = if paid.is_empty() { text } else { paid };
    }
    // 国民生产总值以8%的速度增长
    text = text
        .trim_end()
        .strip_suffix('以')
        .filter(|rest| rest.len() >= 6 && !rest.ends_with(['可', '予', '得', '难', '加', '所']))
        .unwrap_or(text);
    // 正式投产后预计年销售额可达10亿元: when, not what
    if text.has("后") {
        // 聚源项目建成后年产虾粉2万吨: whose it is stays.
        let named = |(at, _): &(usize, &str)| {
            let before = &text[..*at];
            !labels().project_end.within(before) || lists().own_project.prefix(before).is_some()
        };
        let behind = lists().once.rfind(text).filter(named).map(|(at, word)| &text[at + word.len()..]);
        text = behind.filter(|rest| rest.chars().count() >= 2).unwrap_or(text);
    }
    // 这3个项目分别是岚水电工项目总投资：6亿元, 产量分别为粮食5万吨、棉花2万吨
    let listed = ["分别是", "分别为"].iter().find_map(|word| Some(&text[text.last_place_of(word)? + word.len()..]));
    text = listed.filter(|rest| rest.len() >= 6).unwrap_or(text);
    loop {
        let before = text.len();
        let trimmed = trim_start(text);
        let quote = trimmed.as_ptr() as usize - text.as_ptr() as usize;
        // An opening quotation mark stays with its words.
        let keep = text[..quote].chars().next_back().filter(|c| matches!(c, '“' | '"') && trimmed.contains(['”', '"']));
        text = keep.map_or(trimmed, |c| &text[quote - c.len_utf8()..]);
        if text.len() > 12
            && let Some(at) = text.place_of("基础上").filter(|at| text.len() > at + 12)
        {
            text = &text[at + "基础上".len()..];
        }
        // （不含开发区，下同）一般公共预算收入: the end of a bracket that the clause before began
        if let Some(at) = text.find(['）', ')']).filter(|at| *at <= 36 && !text[..*at].contains(['（', '('])) {
            text = text[at..].trim_start_matches(['）', ')']);
        }
        // 8、省级湿地公园3个
        if let Some(rest) = text.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(['、', '．', '.'])
            && text.starts_with(|c: char| c.is_ascii_digit())
            && !rest.starts_with(|c: char| c.is_ascii_digit())
        {
            text = rest;
        }
        // 二是新改建农村公路600公里
        if let Some(rest) = text
            .strip_prefix(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
            .and_then(|rest| rest.strip_prefix('是'))
        {
            text = rest;
        }
        if let Some(opener) = opener(text) {
            let rest = &text[opener.len()..];
            // 对老旧小区进行改造: the object that 对 leads stays with its verb.
            let word = opener == "对" && rest.has("进行");
            let count = rest.chars().count();
            if count >= 2 && !word && !(rest.starts_with('的') && count < 3) {
                text = rest;
            }
        }
        if text.len() == before {
            break;
        }
    }
    // 青沅力争地区生产总值增长6%
    if text.contains(['力', '确', '争', '努', '预', '计'])
        && let Some((at, word)) = lists().modal.find(text).filter(|(at, _)| (3..=18).contains(at))
    {
        let rest = &text[at + word.len()..];
        if indicators().find_all(rest).first().is_some_and(|hit| hit.start == 0) {
            text = rest;
        }
    }
    // 实现良好开局全市国内生产总值138亿元: what stands before the place is of another line
    if let Some((at, place)) = labels().place.rfind(text).filter(|(at, _)| *at > 0)
        && indicators().exact(&text[at + place.len()..]).is_some()
    {
        text = &text[at + place.len()..];
    }
    if let Some(verb) = labels().level_verb.prefix(text) {
        let rest = footnote(without_bracket(&text[verb.len()..]).trim_end());
        // 实现全市生产总值830亿元
        let rest = labels().place.prefix(rest).map_or(rest, |word| &rest[word.len()..]);
        // 实现市场消费总额23亿元, 完成税金90万元: the noun of an indicator takes no verb.
        let noun = || {
            let rest = rest.trim_end();
            rest.chars().count() > 3 && labels().level_noun.suffix(rest).is_some() || labels().sales.contains(rest)
        };
        if indicators().exact(rest.trim_end()).is_some() || noun() {
            text = rest;
        }
    }
    if let Some(at) =
        text.find(['）', ')']).filter(|at| text[..*at].chars().all(|c| c.is_ascii_digit() || is_count(c)) && *at <= 9)
    {
        text = text[at..].trim_start_matches(['）', ')']);
    }
    let mut text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '的' | '、' | '和' | '*' | '，' | '：' | ':' | '—')
    });
    // 贷款余额期末达到30亿元: when, at the end
    if let Some(word) = labels().when.suffix(text).filter(|word| text.len() >= word.len() + 6) {
        text = text[..text.len() - word.len()].trim_end_matches([' ', '，', '、', '的']);
    }
    // 生产总值连续五个季度保持6%的增速
    if let Some(at) = text.last_place_of("连续").filter(|at| *at >= 6 || matches!(&text[..*at], "" | "已"))
        && text[at..].ends_with(['年', '月', '度'])
        && text[at..].chars().count() <= RUN
    {
        text = text[..at].trim_end_matches('已');
    }
    // 出口首破500亿元: for the first time
    let first =
        text.strip_suffix('首').filter(|rest| rest.len() >= 6 && !rest.ends_with(['榜', '居', '之', '元', '位']));
    text = first.unwrap_or(text);
    text = footnote(text);
    text = without_bracket(text);
    // 固定资产投资完成88亿元
    if let Some(verb) = labels().level_verb.suffix(text) {
        let rest = text[..text.len() - verb.len()].trim_end_matches([' ', '，']);
        // 工业增加值预计完成28亿元
        let rest = rest.strip_suffix("预计").unwrap_or(rest);
        let rest = without_bracket(rest);
        let measured = || tables().measured.suffix(rest).is_some() || indicators().exact(rest).is_some();
        if labels().capital.suffix(rest).is_some() || measured() {
            text = rest;
        }
    }
    let offset = scene.offset(text);
    (text, offset)
}

/// 国内生产总值[2] without its mark.
fn footnote(text: &str) -> &str {
    match text.rfind(['[', '［', '〔']) {
        Some(at)
            if text[at..].ends_with([']', '］', '〕'])
                && text[at..].chars().any(|c| c.is_ascii_digit())
                && text[at..].len() < 12 =>
        {
            text[..at].trim_end()
        }
        _ => text,
    }
}

/// Words that are left of a clause when its noun was said before: no label of their own.
fn is_residue(text: &str) -> bool {
    // 按年平均汇率计算为5686美元
    let reckoned = || labels().reckoned_start.prefix(text).is_some() && labels().reckoned_end.suffix(text).is_some();
    // 一九八〇比一九七五年增加226亿元
    let year = || text.chars().all(|c| "〇○零一二三四五六七八九".has_char(c));
    // 按2017年平均汇率计算为5791美元
    let rate = || (text.has("汇率") || text.has("价格")) && labels().reckoned_end.suffix(text).is_some();
    labels().residue.contains(text)
        || rate()
        // 新能源装机突破100万千瓦，在全省各县中居第一: among whom, not what
        || text.starts_with('在') && ["市中", "县中", "区中", "省中", "州中"].iter().any(|end| text.ends_with(end))
        // 生产总值增长25%，提前七年实现翻两番
        || ahead_of_time(text)
        || year()
        || text.len() <= "我们县".len() && labels().place.contains(text)
        || labels().residue_start.prefix(text).is_some()
        || reckoned()
}

/// 提前七年: when, not what.
fn ahead_of_time(text: &str) -> bool {
    let years = text.strip_prefix("提前").and_then(|rest| rest.strip_suffix('年'));
    years.is_some_and(|years| years.chars().all(|c| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c)))
}

/// True where a text ends with a name of the indicator.
fn same(text: &str, indicator: &Indicator) -> bool {
    let last = indicators().find_all(text).last().copied().filter(|hit| hit.end == text.len());
    last.and_then(|hit| indicators().get(hit.id)).is_some_and(|found| found.id == indicator.id)
}

/// 地区生产总值(GDP) without its bracket; 县（市） keeps its own.
fn without_bracket(text: &str) -> &str {
    let Some(inner) = text.strip_suffix([')', '）']) else { return text };
    let Some(at) = inner.rfind(['(', '（']).filter(|at| *at > 0) else { return text };
    let words = inner[at..].trim_start_matches(['(', '（']);
    // 技改投资（800万元以上项目）
    let class = words.starts_with(|c: char| c.is_ascii_digit()) && (words.has("以上") || words.has("以下"));
    let aside = words.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        || class
        || labels().bracket.prefix(words).is_some()
        || indicators().exact(words).is_some_and(|own| same(&text[..at], own));
    if aside { text[..at].trim_end() } else { text }
}
