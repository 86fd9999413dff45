//! What a quantity says of its indicator: level, change, share, rank, ratio, multiple or gap; and with that, where its
//! indicator stands.

use super::indicator::{self, Label, Side};
use super::predicate::{self, Said, Stripped};
use super::scene::{Memory, Scene};
use crate::lexicon::units::Kind;
use crate::mention::quantity::Form;
use crate::report::Measure;

/// How the number is to be read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Reading {
    pub(super) measure: Measure,
    /// Sign, and 100 for 增长1.8倍.
    pub(super) factor: f64,
    pub(super) said: Option<Said>,
}

/// What was found for a quantity.
#[derive(Debug, Clone)]
pub(super) struct Linking {
    pub(super) reading: Reading,
    pub(super) label: Label,
    pub(super) scope: Option<String>,
    pub(super) unit: Option<&'static str>,
    pub(super) average: bool,
    /// 由…: the level before.
    pub(super) old: bool,
    /// A link of state (达到, 为) rather than a deed.
    pub(super) state: bool,
    /// The size of a scheme: 总投资…的…项目, 年产.
    pub(super) scheme: bool,
    pub(super) confidence: f64,
}

const RANK_VERBS: [&str; 30] = [
    "稳居",
    "跃居",
    "位居",
    "居于",
    "居",
    "位列",
    "排名",
    "排在",
    "排位",
    "排",
    "列",
    "跻身",
    "获得",
    "获",
    "夺得",
    "名列",
    "进入",
    "挺进",
    "升至",
    "上升至",
    "上升到",
    "前移至",
    "提升至",
    "提升到",
    "升到",
    "进位至",
    "保持",
    "位于",
    "荣获",
    "跃升至",
];

const GAPS: [(&str, f64); 17] = [
    ("高于", 1.0),
    ("快于", 1.0),
    ("高出", 1.0),
    ("领先于", 1.0),
    ("领先", 1.0),
    ("优于", 1.0),
    ("大于", 1.0),
    ("超出", 1.0),
    ("多于", 1.0),
    ("超过", 1.0),
    ("超", 1.0),
    ("低于", -1.0),
    ("慢于", -1.0),
    ("落后于", -1.0),
    ("落后", -1.0),
    ("低出", -1.0),
    ("小于", -1.0),
];

pub(super) fn link(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>) -> Linking {
    let quantity = side.quantity;
    let rate =
        matches!(quantity.kind, Kind::Percent | Kind::Permille | Kind::Points) || quantity.form == Form::Fraction;
    if let Some(last) = memory
        .last
        .clone()
        .filter(|l| l.reading.measure == Measure::Gap && l.kind == quantity.kind && indicator::is_joint(side.left))
    {
        let scope = if memory.against.is_empty() { None } else { Some(memory.against.remove(0)) };
        let label = Label { inherited: true, ..last.label };
        return Linking { scope, ..done(last.reading, label, 0.85) };
    }
    if let Some(found) = beyond(scene, memory, side) {
        return found;
    }
    if matches!(quantity.form, Form::Rank | Form::Top) {
        return rank(scene, memory, side);
    }
    if rate
        && let Some(found) =
            gap(scene, memory, side).or_else(|| share(scene, memory, side)).or_else(|| contribution(scene, side))
    {
        return found;
    }
    general(scene, memory, side)
}

fn done(reading: Reading, label: Label, confidence: f64) -> Linking {
    Linking {
        reading,
        label,
        scope: None,
        unit: None,
        average: false,
        old: false,
        state: true,
        scheme: false,
        confidence,
    }
}

fn plain(measure: Measure) -> Reading {
    Reading { measure, factor: 1.0, said: None }
}

/// Words of place that end a rank's scope.
const PLACES: [&str; 14] = [
    "世界",
    "全球",
    "全国",
    "全省",
    "全市",
    "全区",
    "全县",
    "全州",
    "全自治区",
    "亚洲",
    "西部",
    "中部",
    "同类城市",
    "省内",
];

/// 总量首次跃居六县（市）第1位
fn rank(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Linking {
    let left = side.left;
    let verb = RANK_VERBS
        .iter()
        .filter_map(|v| left.rfind(v).map(|at| (at, at + v.len())))
        .max_by_key(|(at, end)| (*end, std::cmp::Reverse(*at)));
    // 年发电量世界第一: without a verb the place words at the end are the scope.
    let bare = left.trim_end_matches(['的', ' ']);
    let place = PLACES.iter().filter(|w| bare.ends_with(**w)).map(|w| bare.len() - w.len()).min().unwrap_or(0);
    let (head, scope) = verb.map_or((&left[..place], &left[place..]), |(at, end)| (&left[..at], &left[end..]));
    let scope = scope.trim_matches(|c: char| c.is_whitespace() || "、，和的“”\"中第".contains(c));
    let stripped = strip(scene, head);
    let head = &head[..stripped.rest];
    let label = indicator::from_left(scene, memory, side, head, false);
    let confidence = if label.inherited { 0.8 } else { 0.85 };
    let scope =
        if scope.is_empty() && label.inherited { None } else { Some(scope.to_owned()).filter(|s| !s.is_empty()) };
    Linking { scope, ..done(plain(Measure::Rank), label, confidence) }
}

/// 超目标任务710人; 超额完成省定减排任务5.2%
fn beyond(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Linking> {
    if !side.left.contains('超') {
        return None;
    }
    let (at, word) = ["超额完成", "超过", "超出", "超"].iter().find_map(|w| side.left.rfind(w).map(|at| (at, *w)))?;
    let versus = side.left[at + word.len()..].trim_matches([' ', '的', '了']);
    if !(versus.ends_with("任务") || versus.ends_with("目标") || versus.ends_with("计划") || versus.ends_with("预期"))
        || versus.chars().count() > 14
    {
        return None;
    }
    let head = &side.left[..at];
    let mut label = indicator::from_left(scene, memory, side, &head[..strip(scene, head).rest], false);
    if label.text.is_empty() {
        versus.clone_into(&mut label.text);
    }
    Some(Linking { scope: Some(versus.to_owned()), ..done(plain(Measure::Gap), label, 0.85) })
}

/// 增速高于全市0.5个百分点; 比全国平均水平高1.2个百分点
fn gap(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>) -> Option<Linking> {
    let left = side.left;
    let points = side.quantity.kind == Kind::Points;
    let (at, end, sign, versus) = compared(left).or_else(|| {
        let (word, sign) =
            GAPS.iter().filter(|(w, _)| left.contains(w)).max_by_key(|(w, _)| (left.rfind(w), w.len()))?;
        let at = left.rfind(word)?;
        Some((at, at + word.len(), *sign, &left[at + word.len()..]))
    })?;
    let versus = versus.trim_matches(|c: char| c.is_whitespace() || "的、，分别约近".contains(c));
    if versus.is_empty() || !points && versus.len() < 6 || versus.chars().count() > 24 {
        return None;
    }
    let against_time = [
        "上年",
        "去年",
        "同期",
        "年初",
        "年前",
        "上半年",
        "上季",
        "预期",
        "上月",
        "期初",
        "上一年",
        "年末",
        "年底",
        "年",
    ]
    .iter()
    .any(|w| versus.ends_with(w))
        && !versus.contains("全");
    let head = &left[..at];
    let stripped = strip(scene, head);
    let head = &head[..stripped.rest];
    let mut label = indicator::from_left(scene, memory, side, head, false);
    if against_time {
        let reading = Reading {
            measure: Measure::ChangeAmount,
            factor: sign,
            said: Some(if sign > 0.0 { Said::Grow } else { Said::Shrink }),
        };
        return Some(done(reading, label, 0.85));
    }
    let _ = end;
    let growth = memory.last.as_ref().is_some_and(|l| l.reading.measure == Measure::ChangeRate) || label.inherited;
    let rated = ["率", "增速", "增幅", "比重", "占比", "水平", "比例", "涨幅", "速度", "降幅", "增长"]
        .iter()
        .any(|w| label.text.ends_with(w));
    if points && !rated && (growth || !label.inherited) {
        label.text.push_str("增速");
    }
    // 分别高于全省、全市1.2个和0.7个百分点
    let mut versus = versus;
    memory.against.clear();
    if left.contains("分别") && versus.contains(['、', '和']) {
        let mut parts = versus.split(['、', '和']).map(str::trim).filter(|p| !p.is_empty());
        versus = parts.next().unwrap_or(versus);
        memory.against = parts.map(str::to_owned).collect();
    }
    Some(Linking {
        scope: Some(versus.to_owned()),
        ..done(Reading { measure: Measure::Gap, factor: sign, said: None }, label, 0.85)
    })
}

/// 比…高: where 比 stands, where the comparison ends, its sign, and against what.
fn compared(left: &str) -> Option<(usize, usize, f64, &str)> {
    let trimmed = left.trim_end_matches(['了', ' ', '约', '近', '出']);
    let (word, sign) = [("提前", 1.0), ("高", 1.0), ("快", 1.0), ("多", 1.0), ("低", -1.0), ("慢", -1.0), ("少", -1.0)]
        .iter()
        .find(|(w, _)| trimmed.ends_with(w))?;
    let head = &trimmed[..trimmed.len() - word.len()];
    if head.ends_with(['提', '升', '加', '减', '降', '增', '最']) {
        return None;
    }
    let at = head.rfind(['比', '较'])?;
    let bi = at + '比'.len_utf8();
    // 占比高, 同比多: 比 is another word's part.
    if head[..at].ends_with(['同', '占', '环', '对']) || head[bi..].starts_with('重') {
        return None;
    }
    Some((at, trimmed.len(), *sign, &head[bi..]))
}

/// 占全市的32.6%; 第一产业增加值占国内生产总值比重为7.3%; 占到全省的五分之一
fn share(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>) -> Option<Linking> {
    let left = side.left;
    let at = left.rfind('占').filter(|at| {
        let tail = &left[at + 3..];
        !["地", "用", "道", "有率", "领", "据", "比", "补"].iter().any(|w| tail.starts_with(w))
            && !left[..*at].ends_with(['侵', '抢', '霸'])
    })?;
    let tail = &left[at + 3..];
    let stripped = strip(scene, tail);
    let whole = tail[..stripped.rest].trim_matches(|c: char| c.is_whitespace() || "的到了、".contains(c));
    let whole = ["的比重", "的比例", "的份额", "比重", "比例", "份额", "百分比"]
        .iter()
        .find_map(|w| whole.strip_suffix(w))
        .unwrap_or(whole)
        .trim_end_matches(['的', '总']);
    if whole.chars().count() > 30 {
        return None;
    }
    let head = &left[..at];
    let head_stripped = strip(scene, head);
    let owners = Stripped { each: stripped.each, ..head_stripped };
    let given = distributed(
        scene,
        memory,
        side,
        &owners,
        &head[..head_stripped.rest],
        indicator::is_joint(&head[..head_stripped.rest]),
    );
    let mut label =
        given.unwrap_or_else(|| indicator::from_left(scene, memory, side, &head[..head_stripped.rest], false));
    let head_words = indicator::base(&label.text).to_owned();
    let (measure, factor) = match (side.quantity.kind, stripped.said) {
        (Kind::Points, Some(Said::Shrink)) => (Measure::ChangeAmount, -1.0),
        (Kind::Points, _) => (Measure::ChangeAmount, 1.0),
        _ => (Measure::Share, 1.0),
    };
    label.text = format!("{head_words}占{whole}比重");
    let scope = Some(whole.to_owned()).filter(|w| !w.is_empty());
    let old = stripped.said == Some(Said::From);
    Some(Linking { scope, old, ..done(Reading { measure, factor, said: stripped.said }, label, 0.85) })
}

/// 最终消费支出拉动国内生产总值增长1.0个百分点
fn contribution(scene: &Scene<'_>, side: &Side<'_>) -> Option<Linking> {
    let left = side.left;
    let at = left.rfind("拉动").or_else(|| left.rfind("带动"))?;
    if side.quantity.kind != Kind::Points || left[at..].contains('，') {
        return None;
    }
    let label = indicator::whole(scene, side, left);
    Some(done(plain(Measure::ChangeAmount), label, 0.85))
}

pub(super) fn strip(scene: &Scene<'_>, left: &str) -> Stripped {
    let start = scene.offset(left);
    // 由2021年的14家增至2022年的39家: the date stands between the predicate and the number.
    let trimmed = left.trim_end_matches(['的', ' ']);
    let dated = scene.dates.iter().find(|d| d.span.end == start + trimmed.len() && d.span.start > start);
    let left = dated.map_or(left, |d| {
        let head = &left[..d.span.start - start];
        if head.ends_with(['由', '从', '到', '至', '为']) && !head.ends_with(['比', '较']) { head } else { left }
    });
    predicate::strip(left, &|end| {
        let at = start + end;
        let date = scene.dates.iter().find(|d| d.span.end == at && d.span.start >= start)?;
        let head = scene.text(start, date.span.start);
        let word = ["相比于", "比", "较", "与", "同"].iter().find(|w| head.ends_with(**w));
        word.map(|w| date.span.start - start - w.len())
    })
}

fn general(scene: &Scene<'_>, memory: &mut Memory, side: &Side<'_>) -> Linking {
    let quantity = side.quantity;
    // 与上年相比增长: the comparison stands before the verb.
    let left = side.left;
    let mut stripped = strip(scene, left);
    // 为年度预算的103.2%
    if quantity.kind == Kind::Percent && stripped.said.is_none() {
        let words = left.trim_matches(['，', ' ', '、']);
        let part = ["为", "相当于", "完成", "完成了", "已完成"]
            .iter()
            .find_map(|w| words.strip_prefix(w))
            .and_then(|t| t.strip_suffix('的'))
            .filter(|t| ["预算", "计划", "任务", "目标"].iter().any(|w| t.ends_with(w)));
        if let Some(whole) = part {
            let mut label = indicator::inherited(memory);
            if !label.text.is_empty() {
                label.text = format!("{}占{whole}比例", indicator::base(&label.text));
                return Linking { scope: Some(whole.to_owned()), ..done(plain(Measure::Share), label, 0.8) };
            }
        }
    }
    let tail = left[..stripped.rest].trim_end_matches(['的', ' ']);
    if let Some(date) =
        scene.dates.iter().find(|d| d.span.end == scene.offset(left) + tail.len() && d.span.start > scene.offset(left))
    {
        let head = scene.text(scene.offset(left), date.span.start);
        if let Some(head) = head.strip_suffix(['由', '从']) {
            stripped.rest = head.len();
            stripped.from = true;
        }
    }
    let right = side.right.trim_start();
    let rate = matches!(quantity.kind, Kind::Percent | Kind::Permille | Kind::Points | Kind::Multiple);
    // 巩固提升63.91万农村人口饮水安全: a verb with its object behind the number is a deed, no change.
    let object = !rate
        && right.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !right.starts_with(['的', '以', '左', '和', '到', '至']);
    let compound = !rate && indicator::is_deed(left[..stripped.rest].trim_start_matches(['，', '、', ' ']));
    if (object || compound) && matches!(stripped.said, Some(Said::Grow | Said::Shrink)) {
        let end = stripped.rest + left[stripped.rest..].find(stripped.word).unwrap_or(0) + stripped.word.len();
        stripped = Stripped { rest: end, said: None, linked: false, ..stripped };
    }
    let head = &left[..stripped.rest];
    let bare = indicator::is_joint(head);
    let mut said = stripped.said;
    // 下降10.1%、10.7%: the predicate of the number before holds on.
    let carried = memory
        .last
        .as_ref()
        .filter(|l| {
            bare && (indicator::is_joint(left) || stripped.modal && stripped.said.is_none()) && l.kind == quantity.kind
        })
        .map(|l| l.reading);
    if let Some(reading) = carried {
        said = reading.said;
    }
    // 是2020年的2.4倍, 为全省平均的1.5倍: what is compared with is no indicator.
    if quantity.kind == Kind::Multiple
        && stripped.said.is_none()
        && let Some(at) = ["是", "为", "相当于", "达到", "达"]
            .iter()
            .filter_map(|w| left.rfind(w).map(|at| (at, w.len())))
            .map(|(at, _)| at)
            .min()
            .filter(|_| left.trim_end().ends_with('的'))
    {
        let label = indicator::from_left(scene, memory, side, &left[..at], false);
        return Linking { state: false, ..done(plain(Measure::Multiple), label, 0.8) };
    }
    // 教师年人均增资4160元: the verb of change is part of what is measured.
    let nominal = matches!(stripped.word, "增资" | "增收" | "减负" | "减排") && !rate;
    let head = if nominal { left.trim_end() } else { head };
    let mut label = match distributed(scene, memory, side, &stripped, head, bare) {
        Some(label) => label,
        None => indicator::find(scene, memory, side, head, &stripped),
    };
    // 压减行政审批事项30%: the verb of change stands first.
    if rate && said.is_none() && !label.inherited {
        for (verb, sense) in [
            ("压减", Said::Shrink),
            ("压缩", Said::Shrink),
            ("减少", Said::Shrink),
            ("降低", Said::Shrink),
            ("削减", Said::Shrink),
            ("缩短", Said::Shrink),
            ("提高", Said::Grow),
            ("增加", Said::Grow),
        ] {
            if let Some(rest) = label.text.strip_prefix(verb).filter(|r| r.chars().count() >= 2) {
                label.text = rest.to_owned();
                said = Some(sense);
                break;
            }
        }
    }
    let change = said.filter(|s| matches!(s, Said::Grow | Said::Shrink));
    let sign = if change == Some(Said::Shrink) { -1.0 } else { 1.0 };
    let (measure, factor) = match (quantity.form, quantity.kind, change) {
        (Form::Ratio, ..) => (Measure::Ratio, 1.0),
        (Form::Doubling, ..) => (Measure::Multiple, 1.0),
        (_, Kind::Multiple, Some(_)) => (Measure::ChangeRate, 100.0 * sign),
        (_, Kind::Multiple, None) => (Measure::Multiple, 1.0),
        (_, Kind::Points, _) => (Measure::ChangeAmount, sign),
        (_, Kind::Percent | Kind::Permille, Some(_)) => (Measure::ChangeRate, sign),
        (Form::Fraction, _, Some(_)) => (Measure::ChangeRate, sign),
        (_, _, Some(_)) => (Measure::ChangeAmount, sign),
        (_, Kind::Percent, None) if ["占比", "比重", "份额", "税比"].iter().any(|w| label.text.ends_with(w)) => {
            (Measure::Share, 1.0)
        }
        (Form::Fraction, _, None) if quantity.kind != Kind::Percent => (Measure::Share, 1.0),
        _ => (Measure::Level, 1.0),
    };
    let unit = (quantity.kind == Kind::Multiple && measure == Measure::ChangeRate).then_some("%");
    let unit = unit.or_else(|| {
        if quantity.unit.is_empty() && quantity.form == Form::Plain {
            indicator::implied_unit(&label.text, side.right)
        } else {
            None
        }
    });
    if measure == Measure::ChangeAmount && quantity.kind != Kind::Points && label.text.is_empty() {
        label = indicator::inherited(memory);
    }
    let confidence = label.confidence;
    Linking {
        scope: None,
        unit,
        average: stripped.average,
        old: said == Some(Said::From) || stripped.from,
        state: stripped.linked || matches!(said, Some(Said::To)) || change.is_some(),
        scheme: label.scheme,
        reading: Reading { measure, factor, said },
        label,
        confidence,
    }
}

/// PM10、PM2.5同比分别下降10.1%、10.7%: the k-th number belongs to the k-th name.
fn distributed(
    scene: &Scene<'_>,
    memory: &mut Memory,
    side: &Side<'_>,
    stripped: &Stripped,
    head: &str,
    bare: bool,
) -> Option<Label> {
    if !stripped.each {
        let next = memory.given;
        if bare && next > 0 && next < memory.shares.len() && indicator::is_joint(side.left) {
            memory.given += 1;
            return memory.shares.get(next).cloned();
        }
        return None;
    }
    // How many numbers follow, set apart by nothing but 、 or 和?
    let mut count = 1;
    let mut end = side.quantity.outer_end;
    for next in &scene.quantities[side.index + 1..] {
        if !indicator::is_joint(scene.text(end, next.outer_start).trim_start_matches(['，', ','])) {
            break;
        }
        count += 1;
        end = next.outer_end;
    }
    if count < 2 {
        return None;
    }
    if bare && memory.shares.len() == count {
        memory.given = 1;
        return memory.shares.first().cloned();
    }
    if bare && memory.history.len() >= count {
        memory.shares = memory.history[memory.history.len() - count..].to_vec();
        memory.given = 1;
        return memory.shares.first().cloned();
    }
    let labels = indicator::split_list(scene, memory, side, head, count)?;
    memory.shares = labels;
    memory.given = 1;
    memory.shares.first().cloned()
}
