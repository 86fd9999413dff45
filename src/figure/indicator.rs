//! What a number measures: the words before it, the noun behind it, or what the sentence spoke of last.

use super::predicate::Stripped;
use super::scene::{Memory, Place, Scene};
use crate::lexicon::segment::{Tag, Token, segment};
use crate::lexicon::units::Kind;
use crate::lexicon::words::Words;
use crate::mention::quantity::{Form, Quantity};
use crate::span::{self, Span};
use std::sync::LazyLock;

/// The indicator's words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Label {
    /// In Simplified Chinese, as short as stands on its own.
    pub text: String,
    /// Where they stand.
    pub spans: Vec<Span<span::Clean>>,
    /// Taken from the figure before.
    pub inherited: bool,
    /// The size of a scheme: 总投资…的…项目.
    pub scheme: bool,
    /// The firm or body that the words before the number name: 广源纸业10万吨特种纸.
    pub owner: Option<String>,
    /// How sure.
    pub confidence: f64,
}

/// A quantity with the words on both sides of it, within its clause.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) index: usize,
    pub(super) quantity: &'a Quantity,
    pub(super) clause: Place,
    /// From the number before, or the clause's start.
    pub(super) left: &'a str,
    pub(super) left_start: usize,
    /// To the next number, or the clause's end.
    pub(super) right: &'a str,
}

/// Characters of the longest label.
const LONGEST: usize = 26;

const JOINTS: [char; 20] =
    ['、', '和', '与', '及', '以', '并', '，', ',', ' ', '　', '*', '“', '”', '"', '（', '(', '：', ':', '了', '或'];

/// True where nothing but conjunctions and signs stands.
pub(super) fn is_joint(text: &str) -> bool {
    text.chars().all(|c| JOINTS.contains(&c))
}

/// Verbs of a deed whose object can stand alone in the next item of a list: 新增A1家、B2家.
const DEEDS: &[&str] = &[
    "新增",
    "新建",
    "新认定",
    "新培育",
    "新发展",
    "新签约",
    "新引进",
    "新改建",
    "新修改建",
    "改造",
    "建成",
    "建设",
    "完成",
    "实施",
    "引进",
    "培育",
    "创建",
    "打造",
    "改造提升",
    "拆除",
    "取缔",
    "整治",
    "办理",
    "设立",
    "开展",
    "开工",
    "开工建设",
    "建立",
    "发放",
    "推进",
    "推动",
    "启动",
    "铺设",
    "新开工",
    "改扩建",
    "新改扩建",
    "修复",
    "治理",
    "开通",
    "提供",
    "解决",
    "培训",
    "完善",
    "组织",
    "招引",
    "招聘",
    "引育",
    "举办",
    "安置",
    "帮助",
    "带动",
    "获批",
    "入选",
    "荣获",
    "认定",
    "争取",
    "竣工",
    "续建",
    "挂牌",
    "累计创建",
    "累计建成",
    "获评",
];

/// A label without the verb of its deed.
pub(super) fn base(label: &str) -> &str {
    let mut text = label;
    loop {
        let stripped = DEED.prefix(text).map(|deed| &text[deed.len()..]).filter(|rest| rest.chars().count() >= 2);
        match stripped {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

static DEED: LazyLock<Words> = LazyLock::new(|| Words::new(&[DEEDS]));
static OPENER: LazyLock<Words> = LazyLock::new(|| Words::new(&[OPENERS]));
static MONEY: LazyLock<Words> = LazyLock::new(|| Words::new(&[MONEY_WORDS, ATTRIBUTES]));

/// True for the bare verb of a deed.
pub(super) fn is_deed(text: &str) -> bool {
    DEED.contains(text) || matches!(text, "巩固" | "提档" | "完善" | "优化" | "扩容")
}

fn deed(label: &str) -> &str {
    &label[..label.len() - base(label).len()]
}

/// Words at a clause's start that frame it and are no part of an indicator.
const OPENERS: &[&str] = &[
    "全县",
    "全市",
    "全区",
    "全省",
    "全州",
    "全旗",
    "全盟",
    "我们",
    "全盟区",
    "我县",
    "我市",
    "我区",
    "我省",
    "我州",
    "本市",
    "本县",
    "本省",
    "其中：",
    "其中",
    "同时",
    "此外",
    "另外",
    "初步核算",
    "据初步核算",
    "初步统计",
    "预计",
    "截至目前",
    "目前",
    "到目前为止",
    "力争",
    "确保",
    "争取",
    "努力",
    "计划",
    "累计",
    "共",
    "已",
    "将",
    "要",
    "新的一年",
    "均",
    "继续",
    "积极",
    "全面",
    "大力",
    "进一步",
    "加快",
    "全力",
    "深入",
    "扎实",
    "着力",
    "稳步",
    "持续",
    "有序",
    "圆满",
    "顺利",
    "成功",
    "率先",
    "首次",
    "先后",
    "共计",
    "总计",
    "且",
    "并",
    "又",
    "还",
    "也",
    "使",
    "使得",
    "让",
    "对",
    "将在",
    "拟",
    "即",
    "仅",
    "而",
    "推动",
    "促使",
];

/// Joins that leave a noun when they stand first.
fn trim_start(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        JOINTS.contains(&c) || matches!(c, '的' | '—' | '-' | '）' | ')' | '。' | '；' | '#' | '·' | '|' | '”' | '、')
    })
}

/// The words of a left part as a label: without date, place and adverbs before, at most [`LONGEST`] characters.
fn label_text<'a>(scene: &Scene<'a>, start: usize, head: &'a str) -> (&'a str, usize) {
    let (mut text, _) = whole_text(scene, start, head);
    if is_residue(text) {
        text = &text[..0];
    }
    // The last words of a long run name the thing.
    let count = text.chars().count();
    if count > LONGEST {
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

/// As [`label_text`], however long.
fn whole_text<'a>(scene: &Scene<'a>, start: usize, head: &'a str) -> (&'a str, usize) {
    let mut from = start;
    let end = start + head.len();
    // A date frames what comes after it; at the very end it belongs to the number.
    let mut end_at = end;
    for date in scene.dates.iter().filter(|d| d.span.start >= start && d.span.end <= end) {
        let after = scene.text(date.span.end, end);
        if trim_start(after).trim_end_matches(['，', ' ', '末', '底']).is_empty() {
            end_at = date.span.start;
        } else if !after.starts_with(['”', '’', '"']) && !scene.text(date.span.start, end).starts_with("每年")
            || from == start && date.span.start <= start + 9
        {
            from = date.span.end;
        }
    }
    let mut text = scene.text(from, end_at.max(from));
    loop {
        let before = text.len();
        let trimmed = trim_start(text);
        let quote = trimmed.as_ptr() as usize - text.as_ptr() as usize;
        // An opening quotation mark stays with its words.
        let keep = text[..quote].chars().next_back().filter(|c| matches!(c, '“' | '"') && trimmed.contains(['”', '"']));
        text = keep.map_or(trimmed, |c| &text[quote - c.len_utf8()..]);
        if let Some(at) = text.find("基础上").filter(|at| text.len() > at + 12) {
            text = &text[at + "基础上".len()..];
        }
        if let Some(opener) = OPENER.prefix(text) {
            let rest = &text[opener.len()..];
            let word = match opener {
                "要" => rest.starts_with('素'),
                "对" => rest.starts_with('外') || rest.contains("进行"),
                "将" => rest.starts_with('军'),
                "共" => rest.starts_with(['同', '享', '产']),
                _ => false,
            };
            let count = rest.chars().count();
            if count >= 2 && !word && !(rest.starts_with('的') && count < 3) {
                text = rest;
            }
        }
        if text.len() == before {
            break;
        }
    }
    for verb in ["累计实现", "全年实现", "实现", "累计完成", "完成", "达到"] {
        if let Some(rest) = text
            .strip_prefix(verb)
            .filter(|rest| crate::lexicon::indicators::indicators().exact(rest.trim_end()).is_some())
        {
            text = rest;
            break;
        }
    }
    if let Some(at) = text
        .find(['）', ')'])
        .filter(|at| text[..*at].chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c)) && *at <= 9)
    {
        text = text[at..].trim_start_matches(['）', ')']);
    }
    let mut text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '的' | '、' | '和' | '*' | '，' | '：' | ':' | '—')
    });
    text = footnote(text);
    let offset = scene.offset(text);
    (text, offset)
}

/// Words that are left of a clause when its noun was said before: no label of their own.
fn is_residue(text: &str) -> bool {
    const RESIDUE: [&str; 22] = [
        "均",
        "都",
        "仍然",
        "仍",
        "定",
        "为",
        "是",
        "首批",
        "第一批",
        "新一批",
        "另有",
        "还有",
        "另外",
        "共有",
        "即",
        "约",
        "高达",
        "达",
        "其",
        "分别是",
        "总量分别是",
        "均为",
    ];
    RESIDUE.contains(&text) || text.starts_with("扣除") || text.starts_with("由于") || text.starts_with("截至")
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

fn make(text: &str, offset: usize, confidence: f64) -> Label {
    let mut words = text.replace(['*', '　'], "");
    // Marks of other footnotes inside.
    while let Some(open) = words.find('[') {
        let Some(close) = words[open..].find(']') else { break };
        if words[open + 1..open + close].chars().all(|c| c.is_ascii_digit()) {
            words.replace_range(open..=open + close, "");
        } else {
            break;
        }
    }
    let spans = if text.is_empty() { Vec::new() } else { vec![Span::new(offset, offset + text.len())] };
    Label { text: words, spans, inherited: false, scheme: false, owner: None, confidence }
}

/// The label of the figure before.
pub(super) fn inherited(memory: &Memory) -> Label {
    memory
        .last
        .as_ref()
        .map(|l| Label { inherited: true, confidence: l.label.confidence * 0.92, ..l.label.clone() })
        .unwrap_or_default()
}

const CAPACITY: [&str; 10] =
    ["年产", "年产能", "日产", "年加工", "年处理", "日处理", "年生产", "年发电", "年产量", "总产能"];
const MAKERS: [&str; 16] = [
    "公司",
    "集团",
    "纸业",
    "机械",
    "化工",
    "科技",
    "药业",
    "能源",
    "新材料",
    "股份",
    "实业",
    "电子",
    "食品",
    "重工",
    "铝业",
    "钢铁",
];

/// 弘亚机械年产10万套机械化采煤配套设备; 广源纸业10万吨特种纸…等项目: what a scheme will make, and whose it is.
fn capacity<'a>(
    scene: &Scene<'a>,
    side: &Side<'a>,
    left: &'a str,
    right: &'a str,
    noun_follows: bool,
) -> Option<Label> {
    if !noun_follows || matches!(side.quantity.kind, Kind::Money | Kind::Percent | Kind::People | Kind::Points) {
        return None;
    }
    let word = CAPACITY.iter().filter(|w| left.ends_with(**w)).max_by_key(|w| w.len());
    let head = word.map_or(left, |w| &left[..left.len() - w.len()]);
    let item = head.rfind('、').map_or(head, |at| &head[at + 3..]);
    let rest = scene.text(side.quantity.outer_end, side.clause.end);
    let listed = rest.find('等').is_some_and(|at| rest[at..].chars().take(8).collect::<String>().contains("项目"));
    let maker = MAKERS.iter().any(|m| item.ends_with(m));
    if word.is_none() && !(listed && maker) {
        return None;
    }
    let verbs: usize = segment(item)
        .iter()
        .take_while(|t| matches!(t.tag, Tag::Verb | Tag::Adverb | Tag::Preposition))
        .map(|t| t.text.len())
        .sum();
    let owner = item[verbs..].trim_matches(['的', ' ', '的']);
    let noun = &right[..name_end(clip(right))];
    let noun = ["生产线", "建设项目", "项目", "等"]
        .iter()
        .fold(noun, |n, tail| n.strip_suffix(tail).filter(|n| n.chars().count() > 1).unwrap_or(n));
    if noun.is_empty() {
        return None;
    }
    let offset = scene.offset(right);
    let mut label = make(noun, offset, 0.82);
    label.text = format!("{noun}{}", if word.is_some() { "产能" } else { "项目产能" });
    label.owner = Some(owner.to_owned()).filter(|o| (2..=20).contains(&o.chars().count()));
    label.scheme = !DONE.iter().any(|w| rest.contains(w));
    Some(label)
}

/// Words that mean nothing without what they refer to.
const TOTALS: [&str; 22] = [
    "总数",
    "总量",
    "总额",
    "数量",
    "总数累计",
    "规模",
    "增速",
    "增幅",
    "总规模",
    "总面积",
    "存量",
    "个数",
    "人数",
    "占比",
    "比重",
    "总人数",
    "年均增速",
    "产量",
    "增量",
    "平均增速",
    "总值",
    "综合",
];

/// The label in what stands before a number, completed from memory.
pub(super) fn from_left<'a>(scene: &Scene<'a>, memory: &Memory, side: &Side<'a>, head: &'a str, _deed: bool) -> Label {
    let head = head_without_subject(head);
    if is_joint(head) {
        let mut label = inherited(memory);
        if label.text.is_empty() {
            label = nearby(scene, memory, side).unwrap_or(label);
        }
        return label;
    }
    let start = scene.offset(head);
    let (text, offset) = label_text(scene, start, head);
    if text.is_empty() {
        return inherited(memory);
    }
    if TOTALS.contains(&text)
        && let Some(last) = &memory.last
    {
        let mut label = make(text, offset, 0.85);
        let root = base(&last.label.text);
        label.text = if root.ends_with(text) {
            root.to_owned()
        } else {
            format!("{}{text}", root.trim_end_matches("总数").trim_end_matches("增速"))
        };
        label.spans.splice(0..0, last.label.spans.iter().copied());
        return label;
    }
    make(text, offset, 0.95)
}

fn head_without_subject(head: &str) -> &str {
    head.trim_end_matches(['的', ' '])
}

/// The whole left part as a label, predicates included.
pub(super) fn whole<'a>(scene: &Scene<'a>, side: &Side<'a>, left: &'a str) -> Label {
    let (text, offset) = label_text(scene, side.left_start, left);
    make(text, offset, 0.9)
}

/// An inherited label for a clause that only says 同比增长, from the clause before it in the sentence: 工业稳中有进，增长9%.
fn nearby(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Label> {
    let before = scene.text(scene.sentence.start, side.clause.start);
    let hits = crate::lexicon::indicators::indicators().find_all(before);
    if let Some(hit) = hits.last() {
        let offset = scene.sentence.start + hit.start;
        return Some(make(scene.text(offset, offset + hit.end - hit.start), offset, 0.7));
    }
    // 从43家发展到118家，高新技术企业数量实现跨越: the clause behind names it.
    let after = scene.text(side.quantity.outer_end, scene.sentence.end);
    let behind = after.split(['，', ',']).skip(1).find(|c| !c.chars().any(|c| c.is_ascii_digit()));
    if before.trim().is_empty()
        && let Some(noun) = behind.map(leading_noun).filter(|n| (2..=12).contains(&n.chars().count()))
    {
        return Some(make(noun, scene.offset(noun), 0.6));
    }
    memory.previous.as_ref().map(|label| Label { inherited: true, confidence: 0.5, ..label.clone() })
}

/// The nouns that a clause begins with.
fn leading_noun(clause: &str) -> &str {
    let mut end = 0;
    for token in segment(clip(clause)) {
        let noun = matches!(token.tag, Tag::Noun | Tag::VerbalNoun | Tag::Organisation | Tag::Latin | Tag::Place);
        if !noun && !(token.tag == Tag::Adjective && token.text != "新") {
            break;
        }
        end = token.end();
    }
    &clause[..end]
}

const MONEY_WORDS: &[&str] = &[
    "总投资",
    "完成投资",
    "投资",
    "投入",
    "总投入",
    "筹资",
    "投资额",
    "总投资额",
    "累计投资",
    "计划投资",
    "计划总投资",
    "累计完成投资",
    "年均投入",
    "资金",
    "筹集资金",
    "投入资金",
    "投资约",
    "安排资金",
    "整合资金",
    "争取资金",
    "概算投资",
    "财政投入",
    "拨付",
    "拨付资金",
    "安排",
    "斥资",
];
const ATTRIBUTES: &[&str] = &[
    "总长",
    "全长",
    "总面积",
    "占地",
    "占地面积",
    "建筑面积",
    "总建筑面积",
    "年产",
    "年产能",
    "产能",
    "设计",
    "总装机",
    "装机",
    "总里程",
    "年产值",
    "总库容",
];

/// Verbs that say that a scheme is done.
const DONE: [&str; 16] = [
    "建成",
    "投产",
    "投用",
    "完工",
    "竣工",
    "交付",
    "通车",
    "完成",
    "运营",
    "投入使用",
    "开业",
    "启用",
    "落成",
    "封顶",
    "开通",
    "达产",
];

/// The label of a plain quantity.
pub(super) fn find<'a>(
    scene: &Scene<'a>,
    memory: &mut Memory,
    side: &Side<'a>,
    head: &'a str,
    stripped: &Stripped,
) -> Label {
    let (left, offset) = {
        let start = scene.offset(head);
        label_text(scene, start, head)
    };
    let right = side.right.trim_start_matches(['*', ' ']);
    let noun_follows = right.starts_with(|c: char| {
        ('\u{4e00}'..='\u{9fff}').contains(&c) || matches!(c, '“' | '"' | '‘' | '《') || c.is_ascii_alphabetic()
    });
    // 九成以上行政村: a fraction counts what follows it.
    let part = side.quantity.form == Form::Fraction && noun_follows;
    let rate = matches!(side.quantity.kind, Kind::Percent | Kind::Permille | Kind::Points | Kind::Multiple) && !part;
    let (left, offset) = bare_money(left, offset);
    let money_word = MONEY.contains(left);
    let grown = stripped.said.is_some();
    if let Some(label) = capacity(scene, side, left, right, noun_follows) {
        return label;
    }
    // A、投资10亿元的B: what stands before the last 、 is another item.
    let (left, offset) = match left.rfind('、').map(|at| at + 3).filter(|at| MONEY.contains(&left[*at..])) {
        Some(at) => (&left[at..], offset + at),
        None => (left, offset),
    };
    let money_word = money_word || MONEY.contains(left);
    // 全市9000多家, 焦作市5项: a place alone is no indicator.
    let place = noun_follows
        && !rate
        && (matches!(left, "全县" | "全市" | "全省" | "全区" | "全国" | "全州" | "我市" | "我县" | "我省" | "我区")
            || left.len() <= 24
                && left.ends_with(['省', '市', '县', '区', '州', '旗', '盟', '镇'])
                && crate::lexicon::regions::regions()
                    .find_all(left)
                    .first()
                    .is_some_and(|h| h.start == 0 && h.end == left.len()));
    let left = if place { "" } else { left };
    let alone = side.left_start == side.clause.start;
    if (money_word && (alone || !right.is_empty() && !right.starts_with(['，', '、', '；', '。']))
        || left.is_empty() && right.starts_with('的'))
        && !rate
        && let Some(label) = of_scheme(scene, memory, side, left, offset)
    {
        return label;
    }
    if left.ends_with("折合") || left.starts_with("折合") {
        return inherited(memory);
    }
    if TOTALS.contains(&left) || left.is_empty() && (rate || grown || !noun_follows && !right.starts_with('的')) {
        return from_left(scene, memory, side, head, false);
    }
    // A run of verbs alone is short.
    let verbs = left.len() <= 36 && only_verbs(left);
    let counted = !matches!(side.quantity.kind, Kind::Money) || grown || verbs && MONEY.suffix(left).is_none();
    let verb_only = !left.is_empty() && (verbs || noun_follows && counted && ends_in_verb(left));
    let apposed = noun_follows && counted && !rate && left.contains('、') && !right.starts_with(['的', '以', '左']);
    if noun_follows && !rate && (left.is_empty() || verb_only || is_joint(left) || left.ends_with('等') || apposed) {
        let left = if left.ends_with('等') || apposed { leading_deed(left) } else { left };
        return of_right(scene, memory, side, left, offset, right);
    }
    if verb_only && !noun_follows && !rate && !grown {
        // 拆除违建别墅2栋、关闭7栋: the object is the one before.
        if let Some(last) = memory.last.as_ref().filter(|l| l.kind == side.quantity.kind || left.chars().count() <= 2) {
            let root = base(&last.label.text);
            let mut label = make(left, offset, 0.75);
            if !root.is_empty() {
                label.text.push_str(root);
                label.spans.extend(last.label.spans.iter().copied());
            }
            return label;
        }
    }
    // 其中10亿元以上2个: what is counted is the noun of the item before.
    if let Some(last) = memory
        .last
        .as_ref()
        .filter(|_| left.ends_with("以上") && left.starts_with(|c: char| c.is_ascii_digit() || "亿千百".contains(c)))
    {
        let noun = base(&last.label.text);
        let noun = noun.find("以上").map_or(noun, |at| &noun[at + "以上".len()..]);
        let mut label = make(left, offset, 0.8);
        label.text = format!("{}{left}{noun}", deed(&last.label.text));
        return label;
    }
    let mut label = make(left, offset, 0.95);
    // 国家级龙头企业3家、省级78家: the noun is the one before.
    if LEVELS.contains(&left)
        && let Some(last) = &memory.last
    {
        let noun = LEVELS
            .iter()
            .filter_map(|l| last.label.text.find(l).map(|at| &last.label.text[at + l.len()..]))
            .min_by_key(|n| n.len())
            .unwrap_or(base(&last.label.text));
        label.text.push_str(noun);
        label.confidence = 0.8;
        return label;
    }
    // 新签约甲、乙等产业项目: the examples are not the class.
    if let Some(at) = label.text.find('等').filter(|at| {
        label.text[at + 3..].chars().count() >= 2
            && !label.text[at + 3..].starts_with(['级', '教', '学', '次', '奖', '方'])
            && !label.text[..*at].ends_with(['高', '平', '中', '初', '同', '优'])
    }) {
        let verb = leading_deed(&label.text).to_owned();
        label.text = format!("{verb}{}", &label.text[at + 3..]);
    }
    // 新增A1家、B2家: the verb holds on.
    if let Some(last) = &memory.last {
        let joint = scene.text(last.end, side.left_start.max(last.end));
        let listed = side.left.trim_start_matches(' ').starts_with(['、', '和', '及']) || joint.ends_with(['、', '和']);
        let verb = deed(&last.label.text);
        if listed
            && !verb.is_empty()
            && !rate
            && !grown
            && deed(&label.text).is_empty()
            && !starts_with_verb(&label.text)
        {
            label.text.insert_str(0, verb);
            label.confidence = 0.9;
        }
    }
    // 实施十大产业项目，总投资245亿元
    if money_word
        && memory.last.is_none()
        && alone
        && let Some(topic) = topic(scene, side)
    {
        label.text.insert_str(0, topic);
        label.confidence = 0.75;
    }
    // 粮食生产稳中有进，总产量达到…: the clause before names what it is of.
    if BARE.contains(&label.text.as_str())
        && memory.last.is_none()
        && let Some(topic) = topic(scene, side)
    {
        label.text.insert_str(0, topic);
        label.confidence = 0.8;
    }
    // 规上企业14家…，产值140亿元: the industry's output value.
    if matches!(
        label.text.as_str(),
        "产值" | "营业收入" | "主营业务收入" | "税收" | "利润" | "利税" | "营收" | "销售收入"
    ) && let Some((at, word)) = memory
        .last
        .as_ref()
        .and_then(|l| ["产业集群", "产业"].iter().find_map(|w| l.label.text.find(w).map(|at| (at, *w))))
        && let Some(last) = &memory.last
    {
        label.text.insert_str(0, base(&last.label.text[..at + word.len()]));
        label.confidence = 0.8;
    }
    // 完成投资139.1亿元 after 千万元以上项目216个: the projects' investment.
    if (money_word || GENERIC.contains(&label.text.as_str()))
        && let Some(last) = &memory.last
    {
        let root = base(&last.label.text);
        let root = MONEY.suffix(root).map_or(root, |word| &root[..root.len() - word.len()]);
        if !root.is_empty() && root.chars().count() <= 20 {
            label.text.insert_str(0, root);
            label.confidence = 0.75;
            label.spans.splice(0..0, last.label.spans.iter().copied());
        }
    }
    label
}

/// 实施了投资 → 投资: a verb before a bare word of money says nothing of its own.
fn bare_money(left: &str, offset: usize) -> (&str, usize) {
    match MONEY.suffix(left) {
        Some(word)
            if left.len() > word.len() && DEED.contains(left[..left.len() - word.len()].trim_end_matches('了')) =>
        {
            (&left[left.len() - word.len()..], offset + left.len() - word.len())
        }
        _ => (left, offset),
    }
}

/// Levels that stand for the noun of the item before.
const LEVELS: [&str; 14] = [
    "国家级",
    "省级",
    "市级",
    "县级",
    "区级",
    "州级",
    "自治区级",
    "国际级",
    "世界级",
    "省部级",
    "国家",
    "城镇",
    "农村",
    "乡村",
];

/// Nouns of measure that need to be told of what.
const BARE: [&str; 20] = [
    "增加值",
    "总产量",
    "产量",
    "产值",
    "总产值",
    "办结率",
    "满意率",
    "收入",
    "支出",
    "余额",
    "面积",
    "储备规模",
    "种植面积",
    "总面积",
    "总收入",
    "销售收入",
    "利润",
    "覆盖率",
    "普及率",
    "人均纯收入",
];

/// The noun that the clause before begins with.
fn topic<'a>(scene: &Scene<'a>, side: &Side<'_>) -> Option<&'a str> {
    let before = scene.text(scene.sentence.start, side.clause.start);
    let clause = before.trim_end_matches(['，', ',', '：', ':']).rsplit(['，', '；', '：', ',']).next()?;
    if clause.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let clause = clause.trim_start_matches(['—', '-', ' ', '“', '*']);
    let clause = &clause[leading_deed(clause).len()..];
    let clause = clause.trim_start_matches('了');
    let mut end = 0;
    for token in segment(clip(clause)) {
        if !matches!(token.tag, Tag::Noun | Tag::VerbalNoun | Tag::Organisation | Tag::Latin | Tag::Place)
            || matches!(token.text, "生产" | "发展" | "工作" | "建设")
        {
            break;
        }
        end = token.end();
    }
    let noun = &clause[..end];
    (2..=8).contains(&noun.chars().count()).then_some(noun)
}

/// Labels that say nothing without their owner.
const GENERIC: [&str; 6] = ["完成投资", "投资", "总投资", "带动就业", "惠及", "覆盖"];

/// The verb of a deed that a label begins with; empty when it has none.
fn leading_deed(label: &str) -> &str {
    let len = DEED.prefix(label).map_or(0, str::len);
    &label[..len]
}

fn starts_with_verb(text: &str) -> bool {
    segment(text).first().is_some_and(|t| t.tag == Tag::Verb)
}

fn only_verbs(text: &str) -> bool {
    if DEED.contains(text) {
        return true;
    }
    let tokens = segment(text);
    !tokens.is_empty()
        && tokens.iter().all(|t| {
            matches!(
                t.tag,
                Tag::Verb
                    | Tag::Adverb
                    | Tag::Particle
                    | Tag::Conjunction
                    | Tag::Preposition
                    | Tag::Punctuation
                    | Tag::Pronoun
            ) || t.tag == Tag::VerbalNoun && DEED.contains(t.text)
                || matches!(t.text, "好" | "足" | "活" | "实")
        })
        && tokens.iter().any(|t| matches!(t.tag, Tag::Verb | Tag::VerbalNoun | Tag::Preposition))
}

/// 助力, 重点培育, 加快推进: what follows the number is the verb's object.
fn ends_in_verb(text: &str) -> bool {
    let tokens = segment(text);
    let verb = |t: &Token<'_>| t.tag == Tag::Verb || DEED.contains(t.text);
    tokens.last().is_some_and(|t| verb(t) && !matches!(t.text, "就业" | "减税" | "减负" | "脱贫" | "上市" | "入库"))
        && text.chars().count() <= 8
}

/// A verb that starts a new predicate, so that a noun phrase ends before it.
fn breaks(token: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    match token.tag {
        Tag::Adverb | Tag::Preposition => true,
        Tag::Verb => {
            // 提升工程, 改造项目: a verb before a noun of a scheme is part of the phrase.
            let scheme = next.is_some_and(|n| {
                [
                    "工程", "项目", "行动", "计划", "任务", "中心", "基地", "试点", "资金", "活动", "平台", "机构",
                    "企业", "产业", "设施", "服务", "建设", "站", "点", "园", "区",
                ]
                .contains(&n.text)
            });
            !scheme
        }
        _ => false,
    }
}

/// A noun phrase at the start of a text: its length, and that of the whole run up to a sign.
fn phrase(text: &str) -> (usize, usize) {
    let stop = text.find(['，', '。', '；', '、', ',', ';', '（', '(', '：', '！']).unwrap_or(text.len());
    // A quoted name may hold 、
    let run = text[..stop].trim_end();
    let tokens = segment(run);
    let mut end = 0;
    for (i, token) in tokens.iter().enumerate() {
        if end > 0 && breaks(token, tokens.get(i + 1)) {
            break;
        }
        if end > 0 && matches!(token.text, "中" | "内") {
            break;
        }
        if end > 0 && token.text == "的" && tokens.get(i + 1).is_none() {
            break;
        }
        end = token.end();
    }
    (end, run.len())
}

/// A scheme's name at the start of a text: up to a sign, an adverb, or the verb that says how far it is.
fn name_end(text: &str) -> usize {
    let stop = text.find(['，', '。', '；', '、', ',', ';', '（', '(', '：', '！', '—', '-']).unwrap_or(text.len());
    let run = text[..stop].trim_end();
    let mut end = 0;
    for token in segment(run) {
        let stage = DONE.contains(&token.text)
            || matches!(token.text, "开工" | "动工" | "签约" | "落地" | "主体" | "加快" | "获批" | "进展");
        if end > 0 && (token.tag == Tag::Adverb || stage || token.tag == Tag::Preposition) {
            break;
        }
        end = token.end();
    }
    run[..end].trim_end_matches(['的', '和', '等']).len()
}

/// 带动3080户贫困户实现稳定就业; 8家企业进入省级培育库; 完成12条城区道路提升工程
fn of_right<'a>(
    scene: &Scene<'a>,
    memory: &mut Memory,
    side: &Side<'a>,
    left: &'a str,
    left_offset: usize,
    right: &'a str,
) -> Label {
    let right_offset = scene.offset(right);
    // 形成20个销售收入过百亿元的大型企业集团: past the number that only describes it.
    if let Some(head) = described(scene, side) {
        let len = name_end(clip(head));
        let mut label = make(&head[..len], scene.offset(head), 0.8);
        label.text.insert_str(0, left.trim_end_matches('了'));
        return label;
    }
    let cut = clip(right);
    let (noun, run) = phrase(cut);
    // 3至5个经济基础好、带动能力强的地级市: the head follows the last 的.
    if cut[run..].starts_with('、')
        && side.right.len() == right.len()
        && let Some(at) = right.rfind('的').filter(|at| *at > run && (6..=30).contains(&(right.len() - at - 3)))
    {
        let head = right[at + '的'.len_utf8()..].trim();
        let mut label = make(head, scene.offset(head), 0.75);
        label.text.insert_str(0, left.trim_end_matches('了'));
        return label;
    }
    let noun_text = cut[..noun].trim_end_matches(['的', '和', '及', '与', '在', '被']);
    let rest = cut[noun..run].trim();
    let rest = rest.trim_end_matches(['的', '和', '及', '与', '，', '、']);
    let rest = ["全部", "均", "都", "已", "可以", "也"]
        .iter()
        .fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    // 44.25万人全部脱贫: those counted are people.
    let alone = matches!(noun_text, "" | "全部" | "均" | "都");
    let noun_text = if alone && side.quantity.unit == "人" {
        "人口"
    } else if alone {
        ""
    } else {
        noun_text
    };
    // What stands between two numbers and ends in 和 belongs to the first.
    let next = scene.quantities.get(side.index + 1).filter(|q| q.outer_start < side.clause.end);
    let joined = side.right.trim_end().ends_with(['和', '及', '与', '、']);
    if next.is_some() && joined {
        memory.claimed = side.quantity.outer_end + side.right.trim_end_matches(['和', '及', '与', '、', ' ']).len();
    }
    let mut verb = left.trim_end_matches('了');
    let carried = memory.last.as_ref().map(|l| deed(&l.label.text).to_owned()).unwrap_or_default();
    if verb.is_empty() && side.left.trim_start().starts_with(['、', '和', '及', '与']) && !carried.is_empty() {
        verb = &carried;
    }
    let mut label = make(noun_text, right_offset, 0.88);
    if !rest.is_empty() && rest.chars().count() <= 30 && next.is_none_or(|_| !joined) {
        label = make(cut[..run].trim_end(), right_offset, 0.8);
        // 完成…的企业 reads better than 企业完成…
        label.text = format!("{verb}{rest}的{noun_text}");
        if verb.chars().count() > 0 && noun_text.chars().count() + rest.chars().count() < 8 {
            label.text = format!("{verb}{noun_text}{rest}");
        }
    } else {
        label.text = format!("{verb}{noun_text}");
    }
    if !left.is_empty() {
        label.spans.insert(0, Span::new(left_offset, left_offset + left.len()));
    }
    label
}

/// What stands behind a number that describes the thing counted: …个[销售收入过百亿元的]大型企业集团.
fn described<'a>(scene: &Scene<'a>, side: &Side<'a>) -> Option<&'a str> {
    let next = scene.quantities.get(side.index + 1).filter(|q| q.span.start < side.clause.end)?;
    let attribute = ["收入", "产值", "投资", "资产", "税收", "规模", "销售额", "营收"]
        .iter()
        .any(|w| side.right.trim_end().ends_with(w));
    let after = scene.text(next.outer_end, side.clause.end);
    let head = after.strip_prefix('的').filter(|_| attribute && next.unit.ends_with('元'))?;
    (!head.is_empty()).then_some(head)
}

/// The part of a right side that can be a label.
fn clip(right: &str) -> &str {
    let end = right.char_indices().nth(34).map_or(right.len(), |(at, _)| at);
    &right[..end]
}

/// 投资32亿元实施城市提质项目; 总投资4.6亿元的十大民生实事; 总长9.2公里、投资11亿元的城市水系
fn of_scheme<'a>(
    scene: &Scene<'a>,
    memory: &Memory,
    side: &Side<'a>,
    left: &'a str,
    left_offset: usize,
) -> Option<Label> {
    let mut after = side.right;
    let mut i = side.index;
    // Attributes in a row share the noun behind the last.
    while after.starts_with('、') && !after.contains('的') {
        i += 1;
        let next = scene.quantities.get(i).filter(|q| q.span.start < side.clause.end)?;
        let end = scene.quantities.get(i + 1).map_or(side.clause.end, |q| q.outer_start.min(side.clause.end));
        after = scene.text(next.outer_end, end);
        if after.starts_with('的') {
            break;
        }
    }
    let of = after.starts_with('的');
    let mut run = after.trim_start_matches(['的', '，', ',', ' ', '，']);
    let mut clause_end = after;
    if run.is_empty() {
        // 投资1000余万元，建成36个污水处理站: the object of the next clause.
        let next = scene.next_clause(side.quantity.span.start)?;
        let done_before = memory.last.is_some() && left.contains("完成");
        if left.ends_with("总投资")
            || done_before
            || !MONEY_WORDS.contains(&left)
            || scene.text(side.clause.end, next.start).contains(['。', '；'])
        {
            return None;
        }
        run = scene.text(next.start, next.end);
        clause_end = run;
    }
    let full: &str = run;
    // The verb before the object: 实施, 建设, 用于; 在全市首家实施了 as a whole.
    let tokens = segment(clip(full));
    let deed = DEEDS
        .iter()
        .filter_map(|d| full.find(d).map(|at| (at, at + d.len())))
        .filter(|(at, _)| *at <= 42)
        .min_by_key(|(at, end)| (*at, std::cmp::Reverse(*end)));
    let mut start = 0;
    if let Some((_, end)) = deed.filter(|_| !of) {
        start = end + if full[end..].starts_with('了') { 3 } else { 0 };
    } else if !of {
        for token in &tokens {
            let passes = matches!(token.tag, Tag::Verb | Tag::Adverb | Tag::Preposition | Tag::Particle)
                || ["建设", "实施", "用于", "完成"].contains(&token.text);
            if !passes {
                break;
            }
            start = token.end();
        }
    }
    if start >= clip(full).len() {
        return None;
    }
    let mut noun = &full[start..];
    // Past a count: 建成36个污水处理站
    let at = scene.offset(noun);
    if let Some(q) =
        scene.quantities.iter().find(|q| q.span.start >= at && scene.text(at, q.outer_start).trim().is_empty())
    {
        noun = scene.text(q.outer_end, side.clause.end.max(scene.clause(q.span.start).end));
    }
    let here = scene.offset(noun);
    let stop = scene
        .quantities
        .iter()
        .find(|q| q.span.start > here)
        .map_or(noun.len(), |q| (q.outer_start - here).min(noun.len()));
    let len = name_end(clip(&noun[..stop]));
    let name = noun[..len].trim_matches(['的', '、', '和', '了', ' ', '“', '”']).trim_start_matches("全国首个");
    let name = if noun[..len].starts_with('“') { noun[..len].trim() } else { name };
    if name.chars().count() < 2 {
        return None;
    }
    let offset = scene.offset(noun);
    let mut label = make(&noun[..len], offset, 0.82);
    let attribute = if left.is_empty() { "规模" } else { left };
    label.text = format!("{name}{attribute}");
    if !left.is_empty() {
        label.spans.insert(0, Span::new(left_offset, left_offset + left.len()));
    }
    let tail = scene.text(side.quantity.outer_end, scene.sentence.end);
    let finished = DONE.iter().any(|w| clause_end.contains(w))
        || DONE.iter().any(|w| tail.split(['，', '。', '；', ',']).next().unwrap_or_default().contains(w));
    let ahead_of = scene.text(side.clause.start, side.left_start + side.left.len());
    let sized = attribute.contains("投资") || ATTRIBUTES.contains(&attribute);
    label.scheme =
        of && sized && !finished && !DONE.iter().any(|w| ahead_of.contains(w)) || left.starts_with("年产") && !finished;
    let _ = memory;
    Some(label)
}

/// The words of a threshold: 纳税超千万元企业 → 企业纳税; 千万元以上项目 → 项目投资额.
pub(super) fn threshold<'a>(scene: &Scene<'a>, quantity: &Quantity, left: &'a str, right: &'a str) -> Label {
    let (len, _) = phrase(clip(right));
    let noun = right[..len].trim_start_matches('级').trim_start_matches('的');
    let offset = scene.offset(right);
    let stripped = super::predicate::strip(left, &|_| None);
    let start = scene.offset(left);
    let (attribute, at) = label_text(scene, start, &left[..stripped.rest]);
    let money = quantity.unit.ends_with('元');
    let attribute_like =
        ["值", "收入", "额", "税", "销售", "利润", "资产", "纳税", "规模", "营收", "产出", "投资", "产值"]
            .iter()
            .any(|w| attribute.ends_with(w));
    let mut label = make(&right[..len], offset, 0.7);
    label.text = if attribute_like && !attribute.is_empty() {
        label.spans.push(Span::new(at, at + attribute.len()));
        let tail: Vec<Token<'_>> = segment(attribute);
        let short = tail.last().map_or(attribute, |t| if attribute.chars().count() > 8 { t.text } else { attribute });
        format!("{noun}{short}")
    } else if noun.is_empty() {
        // 其中10亿元以上2个: of what was spoken of.
        "项目投资额".to_owned()
    } else if noun.contains("项目") {
        format!("{noun}投资额")
    } else if money {
        format!("{noun}规模")
    } else {
        noun.to_owned()
    };
    label
}

/// The k names of a list with 分别, the shared end of the last lent to those before it.
pub(super) fn split_list<'a>(
    scene: &Scene<'a>,
    memory: &Memory,
    side: &Side<'a>,
    head: &'a str,
    count: usize,
) -> Option<Vec<Label>> {
    let start = scene.offset(head);
    let (mut text, _) = whole_text(scene, start, head);
    if text.is_empty() {
        return None;
    }
    let mut parts: Vec<&str> = text.split(['、', '，', ',']).filter(|p| !p.trim().is_empty()).collect();
    // The names may begin in the clauses before: 城镇、农村居民收入，分别…
    if parts.len() + 1 == count || parts.len() < count {
        parts = parts.iter().flat_map(|p| split_and(p)).collect();
    }
    if parts.len() != count && parts.len() == 1 {
        let before = scene.text(scene.sentence.start, side.clause.start);
        let _ = before;
    }
    if parts.len() > count {
        parts.drain(..parts.len() - count);
    }
    let pairs = [("城乡", ["城镇", "农村"]), ("存贷款", ["存款", "贷款"]), ("进出口", ["进口", "出口"])];
    if let Some((word, pair)) = pairs.iter().find(|(word, _)| parts.len() == 1 && count == 2 && text.contains(word)) {
        let offset = scene.offset(text);
        let each = |own: &&str| {
            let mut label = make(text, offset, 0.9);
            label.text = text.replacen(word, own, 1);
            label
        };
        return Some(pair.iter().map(each).collect());
    }
    if parts.len() != count {
        let _ = memory;
        text = "";
    }
    if text.is_empty() {
        return None;
    }
    let last = *parts.last()?;
    let tokens = segment(last);
    let suffix_start = tokens.first().map_or(0, Token::end);
    let suffix = &last[suffix_start..];
    let tail: String = last.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    let labels = parts
        .iter()
        .map(|part| {
            let part = part.trim().trim_start_matches(['和', '与']);
            let offset = scene.offset(part);
            let mut label = make(part, offset, 0.88);
            let short = part.chars().count() <= 4 && last.chars().count() >= part.chars().count() + 2;
            if short && !part.ends_with(&tail) && !suffix.is_empty() && !part.bytes().any(|b| b.is_ascii_digit()) {
                label.text.push_str(suffix);
            }
            label
        })
        .collect();
    Some(labels)
}

fn split_and(part: &str) -> Vec<&str> {
    for joint in ["以及", "和", "与", "及"] {
        if let Some(at) = part.find(joint).filter(|at| *at >= 6 && at + joint.len() + 6 <= part.len()) {
            return vec![&part[..at], &part[at + joint.len()..]];
        }
    }
    vec![part]
}

/// The unit that goes without saying: 贫困人口减少1386万 counts people.
pub(super) fn implied_unit(label: &str, right: &str) -> Option<&'static str> {
    let people =
        ["人口", "人数", "人员", "居民", "农民工", "学生", "就业", "群众", "劳动力", "游客", "职工", "党员", "贫困户"];
    if right.starts_with("人")
        || people.iter().any(|w| right.starts_with(w))
        || people.iter().any(|w| label.contains(w))
    {
        return Some("人");
    }
    None
}
