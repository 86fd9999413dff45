//! Numbers with their units: what is written, its exact value, and the words that bound it.

use super::At;
use crate::lexicon::numeral::{self, Decimal, Numeral};
use crate::lexicon::units::{self, Kind, Unit};
use crate::lexicon::words::Words;
use crate::report::Bound;
use crate::span::{Clean, Span};
use crate::structure::BlockKind;

/// What kind of expression a quantity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 463.3亿元
    Plain,
    /// 6%—6.5%
    Range,
    /// 9.9:58.3:31.8
    Ratio,
    /// 第1位, 首位
    Rank,
    /// 前30强
    Top,
    /// 五分之一, 三成
    Fraction,
    /// 翻番
    Doubling,
    /// 持平
    Level,
    /// 亿元以上项目, 百亿级企业: a number that sets a class apart.
    Threshold,
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Number and unit as they stand, without the words that bound them.
    pub span: Span<Clean>,
    /// One value, two of a range, or the parts of a ratio, scale words multiplied out.
    pub values: Vec<f64>,
    /// Kind of expression.
    pub form: Form,
    /// Number before scaling.
    pub written: String,
    /// Scale words.
    pub scale: String,
    /// Base unit.
    pub unit: &'static str,
    /// Kind of unit.
    pub kind: Kind,
    /// Bound.
    pub bound: Bound,
    /// Start of the bound words before the number, or of the number.
    pub outer_start: usize,
    /// End of the bound words behind the unit, or of the unit.
    pub outer_end: usize,
    /// Word before the number that bounds it, for targets: 不低于.
    pub bound_word: &'static str,
}

const BEFORE: &[(&str, Bound)] = &[
    ("不少于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("不下于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("超过了", Bound::AtLeast),
    ("超过", Bound::AtLeast),
    ("超出", Bound::AtLeast),
    ("突破了", Bound::AtLeast),
    ("突破", Bound::AtLeast),
    ("高达", Bound::Exact),
    ("超", Bound::AtLeast),
    ("逾", Bound::AtLeast),
    ("破", Bound::AtLeast),
    ("大于", Bound::AtLeast),
    ("不到", Bound::AtMost),
    ("不超过", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不大于", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("至多", Bound::AtMost),
    ("不足", Bound::AtMost),
    ("不满", Bound::AtMost),
    ("少于", Bound::AtMost),
    ("小于", Bound::AtMost),
    ("低于", Bound::AtMost),
    ("大约", Bound::About),
    ("约为", Bound::About),
    ("约", Bound::About),
    ("接近", Bound::About),
    ("将近", Bound::About),
    ("近", Bound::About),
    ("高于", Bound::AtLeast),
    ("过", Bound::AtLeast),
];

const AFTER: &[(&str, Bound)] = &[
    ("及以上", Bound::AtLeast),
    ("或以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("及以下", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
    ("多", Bound::AtLeast),
    ("余", Bound::AtLeast),
];

const DASHES: [&str; 10] = ["——", "—", "－", "-", "–", "~", "～", "∼", "至", "到"];

static BOUND_BEFORE: std::sync::LazyLock<Words> =
    std::sync::LazyLock::new(|| Words::new(&[&BEFORE.iter().map(|(word, _)| *word).collect::<Vec<_>>()]));

fn bound_before(before: &str) -> Option<(&'static str, Bound)> {
    let trimmed = before.trim_end_matches([' ', '*', '“', '"']);
    let word = BOUND_BEFORE.suffix(trimmed)?;
    let (_, bound) = BEFORE.iter().find(|(known, _)| *known == word)?;
    // 通过5项, 经过, 附近, 超额: the word is another's part.
    let head = &trimmed[..trimmed.len() - word.len()];
    let inner = match word {
        "过" => head.ends_with(['通', '经', '超', '不', '度']) || head.ends_with("举行"),
        "近" => head.ends_with(['附', '最', '临', '靠', '邻']),
        "破" => head.ends_with(['侦', '攻', '爆']),
        "约" => head.ends_with(['签', '节', '合', '集', '预', '制', '公', '契', '新']),
        "超" => head.ends_with(['反']),
        "低于" | "高于" => head.ends_with('不'),
        _ => false,
    };
    (!inner).then_some((word, *bound))
}

fn bound_after(rest: &str) -> Option<(usize, Bound)> {
    let gap = usize::from(rest.starts_with(' '));
    let (word, bound) = AFTER.iter().find(|(word, _)| rest[gap..].starts_with(word))?;
    let tail = &rest[gap + word.len()..];
    // 8个多月, 5项余留: only a number's 多 stands at its end.
    let inner = matches!(*word, "多" | "余")
        && !(tail.is_empty() || tail.starts_with(['，', '。', '、', '；', ',', ';', '的', '人', '）', ')']));
    let words = *word == "以上" && tail.starts_with("述") || *word == "多" && tail.starts_with("人次");
    (!inner && !words).then_some((gap + word.len(), *bound))
}

fn unit_at(text: &str) -> Option<(&'static Unit, usize)> {
    let gap = text.len() - text.trim_start_matches(' ').len();
    if gap > 1 {
        return None;
    }
    // 3号, 5级 name something; years are dates.
    units::longest_match(&text[gap..])
        .filter(|(unit, _)| unit.kind != Kind::Grade && unit.unit != "年" && unit.unit != "月")
        .map(|(unit, len)| (unit, gap + len))
}

/// The value in the unit's base: 3成 is 30 %.
fn scaled(value: f64, unit: &Unit) -> f64 {
    if (unit.factor - 1.0).abs() < f64::EPSILON { value } else { value * unit.factor }
}

fn dash(text: &str) -> Option<usize> {
    DASHES.iter().find(|d| text.starts_with(**d)).map(|d| d.len())
}

struct Draft<'a> {
    place: At<'a>,
    start: usize,
    end: usize,
    values: Vec<f64>,
    form: Form,
    numeral: Numeral<'a>,
    unit: &'static str,
    kind: Kind,
}

fn finish(draft: Draft<'_>) -> Quantity {
    let Draft { place, start, end, values, form, numeral, unit, kind } = draft;
    let before = &place.text[place.block.start..start];
    let after = &place.text[end..place.block.end];
    let lead = bound_before(before).filter(|(word, _)| start - word.len() >= place.free);
    let tail = bound_after(after);
    let controlled = before.ends_with("控制在") || before.ends_with("压减到") || before.ends_with("压缩到");
    let bound = match (lead, tail) {
        (_, Some((_, bound))) => bound,
        (Some((_, bound)), None) => bound,
        (None, None) if before.ends_with("控制在") => Bound::AtMost,
        (None, None) if numeral.more => Bound::AtLeast,
        (None, None) if form == Form::Top => Bound::AtMost,
        (None, None) if form == Form::Threshold => Bound::AtLeast,
        (None, None) => Bound::Exact,
    };
    Quantity {
        span: Span::new(start, end),
        values,
        form,
        written: numeral.written.trim_end_matches(['多', '余', '几']).to_owned(),
        scale: numeral.scale.to_owned(),
        unit,
        kind,
        bound,
        outer_start: lead.map_or(start, |(word, _)| before.len() + place.block.start - word.len()).min(start),
        outer_end: tail.map_or(end, |(len, _)| end + len),
        bound_word: lead.map_or(if controlled { "控制在" } else { "" }, |(word, _)| word),
    }
}

/// A quantity that begins with an Arabic digit.
pub(super) fn arabic(place: At<'_>) -> Option<Quantity> {
    let (before, rest) = (place.before(), place.rest());
    let mut first = numeral::arabic(rest)?;
    let mut start = place.start;
    // -0.60‰, but not the dash of 2020-2022 or of a list
    if before.ends_with(['-', '−', '－']) {
        let sign = before.chars().next_back().map_or(0, char::len_utf8);
        let head = before[..before.len() - sign].chars().next_back();
        if start - sign >= place.free
            && head
                .is_none_or(|c| !c.is_ascii_alphanumeric() && c != '-' && !matches!(c, '%' | '—' | '月' | '日' | '年'))
            && head.is_some()
        {
            first.value = first.value.negated();
            start -= sign;
        }
    }
    if let Some((values, len)) = ratio(rest, first) {
        return Some(finish(Draft {
            place,
            start,
            end: place.start + len,
            values,
            form: Form::Ratio,
            numeral: first,
            unit: "",
            kind: Kind::Count,
        }));
    }
    let mut len = first.len;
    let mut unit = unit_at(&rest[len..]);
    // 分别高1.2个和0.7个百分点: 个 alone stands for the unit of the last.
    if let Some((_, taken)) = unit.filter(|(u, _)| u.unit == "个") {
        let tail = rest[len + taken..].trim_start_matches(['和', '、', '与', '及']);
        if tail.len() < rest[len + taken..].len() {
            let last =
                numeral::arabic(tail).and_then(|n| unit_at(&tail[n.len..])).filter(|(u, _)| u.kind == Kind::Points);
            unit = last.map(|(u, _)| (u, taken)).or(unit);
        }
    }
    // 百分之86.5 stands for 86.5%
    if let Some(range) = range(place, first, unit) {
        return Some(finish(Draft { start, ..range }));
    }
    // 662万千瓦: 千 begins the unit and is no scale word.
    if let Some(last) = first.scale.chars().next_back().filter(|c| matches!(c, '百' | '千' | '兆')) {
        let at = first.len - last.len_utf8();
        if let Some(found) = unit_at(&rest[at..]) {
            first.value = first.value.shifted(-scale_power(&first.scale[first.scale.len() - last.len_utf8()..]));
            first.scale = &first.scale[..first.scale.len() - last.len_utf8()];
            unit = Some(found);
            len = at;
        }
    }
    if let Some((unit, unit_len)) = unit {
        let end = place.start + len + unit_len;
        let form = if rest[len + unit_len..].starts_with('级') && unit.kind == Kind::Money {
            Form::Threshold
        } else {
            Form::Plain
        };
        return Some(finish(Draft {
            place,
            start,
            end,
            values: vec![scaled(first.value.to_f64(), unit)],
            form,
            numeral: first,
            unit: &unit.unit,
            kind: unit.kind,
        }));
    }
    let framed = !first.scale.is_empty()
        || first.more
        || place.kind == BlockKind::TableRow
        || [
            "为", "达", "达到", "是", "比", "值", "数", "指标", "至", "到", "增长", "共", "约", "近", "超", "突破",
            "超过", "指数", "率", "系数", "下降", "上升", "减少", "增加",
        ]
        .iter()
        .any(|w| before.trim_end().ends_with(w));
    let next = rest[len..].chars().next();
    if !framed
        || next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '/')) && place.kind != BlockKind::TableRow
    {
        return None;
    }
    Some(finish(Draft {
        place,
        start,
        end: place.start + len,
        values: vec![first.value.to_f64()],
        form: Form::Plain,
        numeral: first,
        unit: "",
        kind: Kind::Count,
    }))
}

/// 9.9:58.3:31.8, in any writing of the colon.
fn ratio(rest: &str, first: Numeral<'_>) -> Option<(Vec<f64>, usize)> {
    let (mut values, mut len) = (vec![first.value.to_f64()], first.len);
    let mut clock = first.len <= 2;
    while let Some(colon) = [":", "：", "∶", "︰"].iter().find(|c| rest[len..].starts_with(**c)) {
        let gap = rest[len + colon.len()..].len() - rest[len + colon.len()..].trim_start_matches(' ').len();
        let Some(next) =
            numeral::arabic(&rest[len + colon.len() + gap..]).filter(|n| !n.written.starts_with(['-', '+']))
        else {
            break;
        };
        clock &= next.len == 2 && next.value.to_f64() < 60.0;
        values.push(next.value.to_f64());
        len += colon.len() + gap + next.len;
        if values.len() == 8 {
            break;
        }
    }
    (values.len() > 2 && !(clock && values.len() == 3 && values[0] < 24.0) || values.len() == 2 && !clock)
        .then_some((values, len))
}

/// 6%—6.5%, 3至5家, 6-8亿元: the unit, and a scale word, may stand at the end alone.
fn range<'a>(place: At<'a>, first: Numeral<'a>, unit: Option<(&'static Unit, usize)>) -> Option<Draft<'a>> {
    let rest = place.rest();
    let at = first.len + unit.map_or(0, |(_, len)| len);
    let dash_len = dash(&rest[at..])?;
    let second = numeral::numeral(&rest[at + dash_len..]).filter(|n| !n.written.starts_with(['-', '+']))?;
    let tail = &rest[at + dash_len + second.len..];
    let (last_unit, unit_len) = unit_at(tail)?;
    let same = unit.is_none_or(|(unit, _)| unit.unit == last_unit.unit);
    let word = rest[at..].starts_with(['至', '到']);
    let moved = word
        && (place.before().ends_with(['由', '从'])
            || unit.is_some() && super::last_bytes(place.before(), 40).contains('由'));
    let power = if first.scale.is_empty() { scale_power(second.scale) } else { 0 };
    let low = first.value.shifted(power);
    if !same || moved || low.to_f64() >= second.value.to_f64() {
        return None;
    }
    Some(Draft {
        place,
        start: place.start,
        end: place.start + at + dash_len + second.len + unit_len,
        values: vec![scaled(low.to_f64(), last_unit), scaled(second.value.to_f64(), last_unit)],
        form: Form::Range,
        numeral: Numeral {
            written: &rest[..at + dash_len + second.len - second.scale.len()],
            scale: second.scale,
            ..first
        },
        unit: &last_unit.unit,
        kind: last_unit.kind,
    })
}

fn scale_power(scale: &str) -> i32 {
    scale
        .chars()
        .map(|c| match c {
            '十' => 1,
            '百' => 2,
            '千' => 3,
            '万' => 4,
            '亿' => 8,
            '兆' => 12,
            _ => 0,
        })
        .sum()
}

fn simple(place: At<'_>, start: usize, end: usize, value: f64, form: Form, unit: &'static str, kind: Kind) -> Quantity {
    let written = &place.text[start..end];
    let numeral =
        Numeral { value: Decimal::whole(0), len: end - start, written, scale: "", more: false, chinese: true };
    finish(Draft { place, start, end, values: vec![value], form, numeral, unit, kind })
}

/// Quantities that begin with a word: 第1位, 前30强, 首位, 翻两番, 上亿元.
pub(super) fn words(place: At<'_>) -> Option<Quantity> {
    let (before, rest) = (place.before(), place.rest());
    let at = place.start;
    if let Some(tail) = rest.strip_prefix('第') {
        let n = numeral::numeral(tail)?;
        let value = n.value.to_f64();
        let after = &tail[n.len..];
        let len = 3 + n.len;
        if before.ends_with("放在") || before.ends_with("摆在") || before.ends_with("作为") {
            return None;
        }
        for (word, unit) in [("位", "位"), ("名", "名"), ("家", "家")] {
            if after.starts_with(word) && !after.starts_with("位置") {
                return Some(simple(place, at, at + len + word.len(), value, Form::Rank, unit, Kind::Rank));
            }
        }
        let verbs = [
            "居",
            "列",
            "排",
            "获",
            "夺得",
            "全省",
            "全国",
            "全市",
            "全区",
            "全县",
            "综合",
            "省",
            "级",
            "位",
            "前列",
            "西部",
            "中部",
            "城市",
            "东北",
            "自治区",
            "州",
            "世界",
            "全球",
            "山东",
            "首批",
        ];
        let ends = after.is_empty()
            || after.starts_with(['，', '。', '、', '；', ',', ';', '）', ')', '的', '和', '”', '\n', '大', '！']);
        let near: String =
            before.chars().rev().take(14).take_while(|c| !matches!(c, '，' | '。' | '；' | ',')).collect();
        let ranked = near.contains(['居', '列', '排', '位']) && !near.contains('届');
        return (ends && !after.starts_with("大道") && ranked
            || ends && !after.starts_with("大道") && verbs.iter().any(|v| before.ends_with(v)))
        .then(|| simple(place, at, at + len, value, Form::Rank, "", Kind::Rank));
    }
    if let Some(tail) = rest.strip_prefix('前') {
        let n = numeral::numeral(tail)?;
        let after = &tail[n.len..];
        let ends = after.is_empty() || after.starts_with(['，', '。', '、', '；', ',', ')', '）', '行']);
        let ranked = ["居", "列", "进入", "跻身", "位", "全省", "全国", "全市", "排名", "保持"]
            .iter()
            .any(|v| before.ends_with(v));
        if ends && ranked && tail.starts_with(['三', '五', '十', '二', '四', '六', '八']) {
            let mut q = simple(place, at, at + 3 + n.len, n.value.to_f64(), Form::Top, "", Kind::Rank);
            q.bound = Bound::AtMost;
            return Some(q);
        }
        let unit = ["强", "名", "位"].iter().find(|u| tail[n.len..].starts_with(**u))?;
        return Some(simple(place, at, at + 3 + n.len + 3, n.value.to_f64(), Form::Top, unit, Kind::Rank));
    }
    if rest.starts_with("首位") {
        let near: String =
            before.chars().rev().take(14).take_while(|c| !matches!(c, '，' | '。' | '、' | ',' | '；')).collect();
        return near.contains(['居', '列', '排']).then(|| simple(place, at, at + 6, 1.0, Form::Rank, "位", Kind::Rank));
    }
    if let Some(tail) = rest.strip_prefix('翻') {
        let tail = tail.strip_prefix('了').unwrap_or(tail);
        if tail.starts_with('番') {
            return Some(simple(place, at, place.block.end - tail.len() + 3, 2.0, Form::Doubling, "", Kind::Count));
        }
        let n = numeral::numeral(tail).filter(|n| tail[n.len..].starts_with('番'))?;
        let end = place.block.end - tail.len() + n.len + 3;
        return Some(simple(place, at, end, 2_f64.powf(n.value.to_f64()), Form::Doubling, "", Kind::Count));
    }
    if let Some(tail) = rest.strip_prefix('上') {
        let n = numeral::chinese(tail).filter(|_| tail.starts_with(['百', '千', '万', '亿']))?;
        let (unit, unit_len) = unit_at(&tail[n.len..])?;
        let start = at + 3;
        let mut q =
            simple(place, start, start + n.len + unit_len, n.value.to_f64(), Form::Plain, &unit.unit, unit.kind);
        q.bound = Bound::AtLeast;
        q.outer_start = at;
        return Some(q);
    }
    None
}

/// Measure words that a spelled-out count below eleven makes a figure of; with others it is a phrase (三类, 四面).
const COUNTED: &[&str] = &[
    "家",
    "户",
    "名",
    "人",
    "所",
    "座",
    "条",
    "公里",
    "吨",
    "亩",
    "元",
    "次",
    "件",
    "处",
    "辆",
    "台",
    "倍",
    "个百分点",
    "百分点",
    "个",
    "项",
    "位",
    "栋",
    "宗",
    "起",
    "艘",
    "架",
    "套",
    "部",
    "场",
    "篇",
    "头",
    "只",
    "株",
    "天",
    "小时",
    "个月",
    "个工作日",
    "平方公里",
    "平方米",
    "公顷",
    "千瓦",
    "枚",
    "支",
    "批次",
    "人次",
];

/// A quantity in Chinese numerals.
pub(super) fn chinese(place: At<'_>) -> Option<Quantity> {
    let (before, rest) = (place.before(), place.rest());
    let at = place.start;
    if let Some(tail) = rest.strip_prefix('半') {
        let counts = ["天", "小时", "个工作日", "个小时"].iter().find(|u| tail.starts_with(**u));
        let timed = ["到", "至", "为", "在", "需", "用", "缩短", "压缩", "只要"].iter().any(|w| before.ends_with(w));
        let unit = counts.filter(|_| timed).and_then(|_| unit_at(tail));
        return unit.map(|(unit, len)| simple(place, at, at + 3 + len, 0.5, Form::Plain, &unit.unit, unit.kind));
    }
    // 百分之三点五, 千分之六, 五分之一
    if let Some(fraction) = fraction(place) {
        return Some(fraction);
    }
    let n = numeral::chinese(rest)?;
    let after = &rest[n.len..];
    let spelled_digit = rest.chars().next().is_some_and(|c| !matches!(c, '百' | '千' | '万' | '亿'));
    if before.ends_with(|c: char| matches!(c, '第' | '点' | '零' | '〇') || c.is_ascii_digit()) {
        return None;
    }
    // 三成, 七成半
    if after.starts_with('成')
        && n.value.to_f64() < 10.0
        && !["成为", "成立", "成功", "成员", "成果", "成绩", "成效", "成本", "成都", "成长", "成交", "成片"]
            .iter()
            .any(|w| after.starts_with(w))
    {
        let half = after[3..].starts_with('半');
        let value = n.value.to_f64() * 10.0 + if half { 5.0 } else { 0.0 };
        return Some(simple(
            place,
            at,
            at + n.len + if half { 6 } else { 3 },
            value,
            Form::Fraction,
            "%",
            Kind::Percent,
        ));
    }
    let value = n.value.to_f64();
    // （亿元）, 单位：万元: the unit of a table, no amount
    if matches!(rest.chars().next(), Some('百' | '千' | '万' | '亿'))
        && (place.kind == BlockKind::TableRow
            || before.ends_with(['（', '('])
            || before.ends_with("单位：")
            || before.ends_with("单位:"))
    {
        return None;
    }
    // 百亿级企业, 千亿产业: the unit 元 goes without saying.
    let bare = !spelled_digit || rest.starts_with('十') && value >= 1e8;
    let unit_word = unit_at(after).filter(|(u, _)| u.unit != "元");
    // 突破百万人次, 十二亿三千万斤: a unit of its own makes it an amount.
    let amount = unit_word
        .filter(|(_, l)| (rest.starts_with('十') || n.value.to_f64() >= 1e6) && *l > 3 || rest.starts_with('十'))
        .filter(|_| !["级", "产业"].iter().any(|w| after.starts_with(w)));
    if bare && amount.is_none() {
        let money = after.starts_with('元');
        let class = value >= 1e8
            && ["级", "产业", "项目", "企业", "台阶", "集群", "园区", "规模"].iter().any(|w| after.starts_with(w));
        let energy = money
            && ["GDP", "生产总值", "地区", "国内", "工业", "增加值", "产值", "单位", "以上述", "规模"]
                .iter()
                .any(|w| after[3..].starts_with(w))
            && !after[3..].starts_with("工业企业");
        if !(money || class) || energy || before.ends_with(['几', '数']) {
            return None;
        }
        let len = n.len
            + if money {
                3
            } else if after.starts_with('级') {
                3
            } else {
                0
            };
        let mut q = simple(place, at, at + len, value, Form::Threshold, "元", Kind::Money);
        n.written.clone_into(&mut q.written);
        return Some(q);
    }
    // 三至五家
    if let Some(draft) = range(place, n, None).filter(|d| COUNTED.contains(&d.unit)) {
        return Some(finish(draft));
    }
    let (mut n, mut after, mut value) = (n, after, value);
    let mut found = unit_at(after);
    // 一千九百五十万千瓦: 千 begins the unit.
    if let Some(last) = rest[..n.len].chars().next_back().filter(|c| matches!(c, '千' | '百' | '兆')) {
        let at = n.len - last.len_utf8();
        if let (Some(shorter), Some(unit)) = (numeral::chinese(&rest[..at]), unit_at(&rest[at..])) {
            (n, after, value, found) = (shorter, &rest[at..], shorter.value.to_f64(), Some(unit));
        }
    }
    let (unit, unit_len) = found?;
    let word = after[..unit_len].trim();
    if value < 11.0 && !n.more {
        if !COUNTED.contains(&word) || value < 2.0 && !matches!(word, "倍" | "个百分点" | "百分点") {
            return None;
        }
        if matches!(word, "个" | "项")
            && !after[unit_len..].starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
            && !after[unit_len..].starts_with(['，', '。', '、', '；'])
        {
            return None;
        }
        if word == "人" && after[unit_len..].starts_with(['民', '类', '大', '员', '才'])
            || word == "部" && after[unit_len..].starts_with(['门', '委', '队'])
            || word == "位" && after[unit_len..].starts_with(['一', '于'])
            || word == "次" && after[unit_len..].starts_with(['产', '会', '全', '元'])
            || word == "条" && after[unit_len..].starts_with(['例', '件', '主', '政'])
            || word == "只" && after[unit_len..].starts_with(['有', '要'])
            || word == "起" && after[unit_len..].starts_with(['来', '步'])
            || word == "支" && after[unit_len..].starts_with(['撑', '持', '一'])
            || word == "家" && after[unit_len..].starts_with("庭")
            || word == "场" && after[unit_len..].starts_with(['硬', '攻', '战'])
            || word == "天" && after[unit_len..].starts_with(['一', '候'])
        {
            return None;
        }
    } else if matches!(word, "年" | "月" | "级" | "方" | "大" | "号" | "时" | "分" | "度" | "点") {
        return None;
    }
    Some(finish(Draft {
        place,
        start: at,
        end: at + n.len + unit_len,
        values: vec![scaled(value, unit)],
        form: Form::Plain,
        numeral: n,
        unit: &unit.unit,
        kind: unit.kind,
    }))
}

/// 百分之三点五, 千分之六, 五分之一.
fn fraction(place: At<'_>) -> Option<Quantity> {
    let rest = place.rest();
    for (word, unit, kind) in [("百分之", "%", Kind::Percent), ("千分之", "‰", Kind::Permille)] {
        if let Some(tail) = rest.strip_prefix(word) {
            let n = numeral::numeral(tail)?;
            let end = place.start + word.len() + n.len;
            // 百分之六十五到七十
            if let Some((dash_len, second)) =
                dash(&tail[n.len..]).and_then(|d| Some((d, numeral::numeral(&tail[n.len + d..])?)))
            {
                let spans = second.value.to_f64() > n.value.to_f64()
                    && second.value.to_f64() <= 100.0
                    && unit_at(&tail[n.len + dash_len + second.len..]).is_none();
                if spans && !place.before().ends_with(['由', '从']) {
                    let mut q = simple(place, place.start, end + dash_len + second.len, 0.0, Form::Range, unit, kind);
                    q.values = vec![n.value.to_f64(), second.value.to_f64()];
                    return Some(q);
                }
            }
            return Some(simple(place, place.start, end, n.value.to_f64(), Form::Plain, unit, kind));
        }
    }
    let below = numeral::chinese(rest)?;
    let tail = rest[below.len..].strip_prefix("分之")?;
    let above = numeral::chinese(tail)?;
    let value = above.value.divided(i128::from(below.value.to_i32()?))?;
    let end = place.start + below.len + "分之".len() + above.len;
    Some(simple(place, place.start, end, value, Form::Fraction, "", Kind::Count))
}
