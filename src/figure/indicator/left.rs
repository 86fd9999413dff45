//! The label of a plain quantity.

use super::beside::{aims_at_doubling, counted_alike, ends_joined, joined_people, ranks_next, told_to_rank};
use super::capacity::capacity;
use super::complete::{Asked, completed};
use super::context::{in_a_row, project};
use super::deed::{base, deed, is_deed, leading_deed};
use super::head::whole_text;
use super::measured::in_place_of;
use super::phrase::{Left, clip, is_name, name_end, phrase, size_of, starts_with_noun, starts_with_verb};
use super::right::of_right;
use super::scheme::{bare_money, is_money, money_suffix, of_scheme};
use super::{Label, Side, from_left, inherited, is_joint, label_text, make};
use crate::figure::memory::Memory;
use crate::figure::predicate::{self, Stripped};
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::{labels, measures, tables};
use crate::lexicon::indicators::indicators;
use crate::lexicon::list_cues::lists;
use crate::lexicon::predicates::Said;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::mention::quantity::{Form, Quantity};
use crate::report::Bound;
use crate::span::Span;
use crate::structure::Mode;

/// The label of a plain quantity; where it is the size of a project that a plan names, it says so.
pub(in crate::figure) fn find<'a>(
    scene: &Scene<'a>,
    memory: &mut Memory,
    side: &Side<'a>,
    head: &'a str,
    stripped: &Stripped,
) -> Label {
    let mut label = in_a_row(scene, memory, side).unwrap_or_else(|| named(scene, memory, side, head, stripped));
    // 全县3383平方公里，人口45万: how large a place is needs no word.
    if label.text.is_empty() && side.quantity.unit == "平方公里" && stripped.said.is_none() {
        "面积".clone_into(&mut label.text);
        label.confidence = 0.6;
    }
    let sized = stripped.said.is_none() && !stripped.linked && size_of_project(scene, side, &label);
    // 竣工项目37个，计划总投资60亿元
    let cost = side.left.trim_end_matches([' ', '为', '约', '达', '超']);
    let planned = lists().planned_cost.suffix(cost).is_some() && !cost.contains(['从', '由']);
    Label { scheme: label.scheme || sized || planned, ..label }
}

/// 加快青沅500兆瓦光伏项目建设: how much a single project will make, in a plan.
fn size_of_project(scene: &Scene<'_>, side: &Side<'_>, label: &Label) -> bool {
    let makes = matches!(side.quantity.kind, Kind::Power | Kind::Energy | Kind::Mass | Kind::Volume);
    let exact = side.quantity.form == Form::Plain && side.quantity.bound == Bound::Exact;
    if !makes || !exact || scene.block.frame.mode != Mode::Plan || label.text.starts_with("新增") {
        return false;
    }
    let right = side.right.trim_start();
    let name = &right[..name_end(clip(right))];
    let project = labels().project_end.find(name).is_some_and(|(at, _)| (3..=36).contains(&at));
    project && !labels().graded_thing.within(name)
}

fn named<'a>(scene: &Scene<'a>, memory: &mut Memory, side: &Side<'a>, head: &'a str, stripped: &Stripped) -> Label {
    let (left, offset) = {
        let start = scene.offset(head);
        label_text(scene, start, head)
    };
    let right = side.right.trim_start_matches(['*', ' ']);
    let noun_follows = right.starts_with(|c: char| {
        ('\u{4e00}'..='\u{9fff}').contains(&c) || matches!(c, '“' | '"' | '‘' | '《') || c.is_ascii_alphanumeric()
    });
    // 农业类项目19个总投资32亿元: the money is the next number's.
    let next = scene.quantities.get(side.index + 1).filter(|q| q.outer_start < side.clause.end);
    let costs = side.quantity.kind == Kind::Count
        && !head.is_empty()
        && labels().money.contains(right.trim_end())
        && next.is_some_and(|q| q.kind == Kind::Money)
        && !scene.threshold_at(side.index + 1);
    // 登上50亿元、60亿元和70亿元台阶
    let joint = !right.is_empty()
        && is_joint(right)
        && next.is_some_and(|q| q.kind == side.quantity.kind && q.kind == Kind::Money);
    let (right, noun_follows) = if costs || joint { ("", false) } else { (right, noun_follows) };
    // 九成以上行政村, 99.8%的政务服务事项: a fraction counts what follows it.
    let of_all = side.part().is_some();
    let right = if of_all { right.trim_start_matches('的') } else { right };
    // 补助由290元提高到330元: what follows is no noun.
    // 突破40万亿元并居全国首位: nor is what goes on with another verb
    let goes_on = labels().goes_on.prefix(right).is_some();
    let noun_follows = (noun_follows || of_all) && stripped.said != Some(Said::From) && !goes_on;
    let part = side.quantity.form == Form::Fraction && noun_follows || of_all;
    let rate = matches!(side.quantity.kind, Kind::Percent | Kind::Permille | Kind::Points | Kind::Multiple) && !part;
    // 4个重点项目开工 总投资26亿元: a blank parts a headline
    let counted = memory.last.as_ref().is_some_and(|last| last.kind == Kind::Count && last.end >= side.clause.start);
    let (left, offset) = match left.last_place_of(" ").map(|at| at + 1).filter(|at| counted && is_money(&left[*at..])) {
        Some(at) => (&left[at..], offset + at),
        None => (left, offset),
    };
    // 占原审批事项139项的63%: the whole is counted.
    let whole = left.strip_prefix('占').filter(|rest| {
        let next = scene.quantities.get(side.index + 1).filter(|q| q.kind == Kind::Percent);
        let of = next.is_some_and(|q| scene.text(side.quantity.outer_end, q.outer_start).trim() == "的");
        of && side.quantity.kind == Kind::Count && rest.len() >= 6
    });
    let (left, offset) = whole.map_or((left, offset), |rest| (rest, offset + '占'.len_utf8()));
    // 在新区建设占地42公顷、建筑面积17万平方米的新城: the attributes are the thing's.
    let row = || {
        let next = scene.quantities.get(side.index + 1).filter(|q| q.outer_start < side.clause.end);
        right.starts_with('、') && next.is_some_and(|q| scene.text(q.outer_end, side.clause.end).starts_with('的'))
    };
    let (left, offset) = bare_money(left, offset, right.starts_with('的') || row());
    let money_word = is_money(left);
    let grown = stripped.said.is_some();
    if let Some(label) = capacity(scene, memory, side, left, right, noun_follows) {
        return label;
    }
    if !head.is_empty()
        && let Some(deed) = joined_people(scene, side)
    {
        return Label { text: format!("{deed}人口"), ..make(left, offset, 0.75) };
    }
    // A、投资10亿元的B: what stands before the last 、 is another item.
    let (left, offset) = match left.last_place_of("、").map(|at| at + 3).filter(|at| is_money(&left[*at..])) {
        Some(at) => (&left[at..], offset + at),
        None => (left, offset),
    };
    // 引进装配产业园等总投资47亿元的重大项目: the examples are not the scheme.
    let summed = left.last_place_of("等").filter(|at| *at >= 6 && right.starts_with('的') && is_money(&left[at + 3..]));
    let (left, offset, introduced) = match summed {
        Some(at) => (&left[at + 3..], offset + at + 3, leading_deed(left)),
        None => (left, offset, ""),
    };
    // 增长8%以上、力争两位数、总量突破70亿元: the measure alone, of what was said
    let (left, offset) = match left.last_place_of("、").map(|at| at + 3) {
        Some(at) if labels().total.contains(&left[at..]) && memory.last.is_some() => (&left[at..], offset + at),
        _ => (left, offset),
    };
    let head = if left.len() < head.len() && labels().total.contains(left) { left } else { head };
    let money_word = money_word || is_money(left);
    // 全市9000多家, 焦作市5项: a place alone is no indicator.
    let place = noun_follows
        && !rate
        && (labels().place.contains(left)
            || left.len() <= 24
                && (left.chars().count() <= 4 || left.ends_with(['省', '市', '县', '区', '州', '旗', '盟', '镇']))
                && regions().may_begin(left)
                && regions().find_all(left).first().is_some_and(|h| h.start == 0 && h.end == left.len()));
    // 在全省21个市州中居第7位: among whom, not where.
    let among =
        right.place_of("中").is_some_and(|at| measures().rank_verb.prefix(&right[at + '中'.len_utf8()..]).is_some());
    let left = if among { left.strip_prefix('在').unwrap_or(left) } else { left };
    // 总量居全省27个县区第7位: nor is the rank that is still to come.
    let ranks = noun_follows && !rate && ranks_next(scene, side);
    let to_rank = if ranks { measures().rank_verb.rfind_end(left) } else { None };
    let in_place = |(at, verb): &(usize, &str)| {
        let rest = &left[at + verb.len()..];
        rest.is_empty() || labels().place.contains(rest) || measures().place.contains(rest)
    };
    let left = if to_rank.as_ref().is_some_and(in_place) { "" } else { left };
    // 首批409个老旧小区改造项目完工
    let batch = labels().batch.suffix(left).filter(|_| noun_follows && !rate);
    let left = batch.map_or(left, |word| &left[..left.len() - word.len()]);
    let object = noun_follows && !rate && labels().with_object.contains(left);
    // 全县有85%的乡镇建立了科普协会
    let there_are = of_all && left.ends_with('有');
    // 这3个项目
    let these = noun_follows && lists().these.contains(left);
    let left = if place || object || there_are || these { "" } else { left };
    // 9项主要指标有7项增幅居全市第1位: what those some do sets them apart.
    let among_them = side.left.trim_end().ends_with('有') && left.chars().count() >= 2 && noun_follows && !rate;
    let whole = side.index.checked_sub(1).map(|before| &scene.quantities[before]);
    let whole = whole.filter(|q| q.unit == side.quantity.unit && q.outer_end == side.left_start);
    if among_them
        && whole.is_some()
        && let Some(told) = told_to_rank(scene, side)
    {
        let mut label = make(left, offset, 0.75);
        label.text = format!("{told}的{}", left.trim_end_matches('有'));
        return label;
    }
    // 111户重点国有企业中有100户实行了改制: those counted are some of the ones before.
    if noun_follows
        && !rate
        && let Some(word) = labels().among.suffix(left).filter(|word| left.len() >= word.len() + 6)
    {
        let (noun, run) = phrase(clip(right));
        let mut label = make(&right[..run], scene.offset(right), 0.8);
        // 44个乡镇中有19个贫困乡镇: a noun of its own
        if noun == run && starts_with_noun(right) {
            return label;
        }
        label.text = format!("{}的{}", &right[..run], &left[..left.len() - word.len()]);
        return label;
    }
    if left.is_empty() && memory.last.is_some() && aims_at_doubling(side, right) {
        return inherited(memory, side);
    }
    let alone = side.left_start == side.clause.start;
    if (money_word && (alone || !right.is_empty() && !right.starts_with(['，', '、', '；', '。']))
        || left.is_empty() && right.starts_with('的'))
        && !rate
        // 养老产业项目，投资额2亿元，设计床位480张
        && !side.right.starts_with(' ')
        && !(money_word && side.right.is_empty() && alone && project(scene, side).is_some())
        && let Some(mut label) = of_scheme(scene, memory, side, left, offset)
    {
        label.text.insert_str(0, introduced);
        return label;
    }
    if left.ends_with("折合") || left.starts_with("折合") {
        return inherited(memory, side);
    }
    // 新建研发平台78个、达到516家: all of them, not those of the deed
    if left.is_empty() && !noun_follows && !rate && !grown && stripped.linked && stripped.said.is_none() {
        let label = inherited(memory, side);
        let same = memory.last.as_ref().is_some_and(|last| last.kind == side.quantity.kind && last.kind == Kind::Count);
        if same && !label.text.is_empty() {
            let text = base(&label.text).without_end("新增").to_owned();
            return Label { text, ..label };
        }
    }
    // 茶饮产量达到8000吨，实现产值9亿元: the verb says only that it came about.
    let measure = labels().level_verb.prefix(left).map_or(left, |verb| &left[verb.len()..]);
    if !noun_follows
        && let Some(last) = &memory.last
        && let Some(words) = in_place_of(measure, &last.label.text)
    {
        let mut label = make(left, offset, 0.85);
        label.text = words;
        label.spans.splice(0..0, last.label.spans.iter().copied());
        return label;
    }
    // 1.2万户3.9万人加入合作社: households and the people in them, before what they do
    let adjacent = scene.quantities.get(side.index + 1).filter(|q| q.outer_start == side.quantity.outer_end);
    if left.is_empty()
        && side.right.is_empty()
        && alone
        && let Some(next) = adjacent.filter(|q| counted_alike(side.quantity, q) && q.span.start < side.clause.end)
    {
        let cut = clip(scene.text(next.outer_end, side.clause.end));
        let run = &cut[..phrase(cut).1];
        if side.quantity.unit == "户" && next.kind == Kind::People && starts_with_verb(run) {
            return make(run, scene.offset(run), 0.75);
        }
    }
    if labels().total.contains(left) || left.is_empty() && (rate || grown || !noun_follows && !right.starts_with('的'))
    {
        return from_left(scene, memory, side, head);
    }
    // A run of verbs alone is short.
    let words = Left::new(left);
    let verbs = left.len() <= 36 && words.only_verbs();
    let counted = !matches!(side.quantity.kind, Kind::Money) || grown || verbs && money_suffix(left).is_none();
    let verb_only = !left.is_empty() && (verbs || noun_follows && counted && words.ends_in_verb());
    // 选派15人赴内地培训; 经验做法两次受到通报表扬: those who act, or how often, before what they do.
    let acts = matches!(side.quantity.unit, "人" | "名" | "位" | "次") && !left.is_empty() && starts_with_verb(right);
    if acts && noun_follows && !rate && !grown {
        let run = &clip(right)[..phrase(clip(right)).1];
        // 开始领取养老保险金 is no name
        let named = is_name(run) && run.chars().count() <= 6;
        if !named && predicate::strip(run, &|_| None).rest == run.len() {
            let mut label = make(left, offset, 0.75);
            if left.chars().count() + run.chars().count() <= 24 {
                label.text.push_str(run.trim_end_matches(['，', '、']));
            }
            return label;
        }
    }
    // 落实十大惠商措施和11个联建项目: what stands before the join is another item.
    let counts = matches!(side.quantity.kind, Kind::Count | Kind::People) || of_all;
    // 开工建设防波堤、2个突堤及泊位
    let listed = || side.left.trim_end().ends_with('、') && !leading_deed(left).is_empty();
    let joined = counts && noun_follows && !left.is_empty() && (ends_joined(side.left.trim_end()) || listed());
    let apposed = noun_follows && counted && !rate && left.has("、") && !right.starts_with(['的', '以', '左']);
    if noun_follows
        && !rate
        && (left.is_empty() || verb_only || is_joint(left) || left.ends_with('等') || apposed || joined)
    {
        // 建设滨河路、城东大道等8条道路: the verb may stand far before.
        let listed = left.ends_with('等') || apposed || joined;
        let left = if listed { leading_deed(whole_text(scene, scene.offset(head), head).0) } else { left };
        return of_right(scene, memory, side, left, offset, right);
    }
    // 积石山灾后重建240个项目全部完工: the words before name what the thing behind is of.
    let count = matches!(side.quantity.kind, Kind::Count | Kind::People) && side.quantity.form == Form::Plain;
    if count
        && noun_follows
        && !grown
        && !stripped.linked
        && !left.is_empty()
        && labels().attribute_end.suffix(left).is_none()
        && starts_with_noun(right)
    {
        return of_right(scene, memory, side, left, offset, right);
    }
    // 城投公司10亿元中期票据获批发行; 华电300兆瓦储能项目并网: a size between whose it is and what it is of.
    let sized =
        matches!(side.quantity.kind, Kind::Money | Kind::Power | Kind::Area | Kind::Mass | Kind::Energy | Kind::Length);
    // 完成大营村4公里的弹石路建设
    let of = right.strip_prefix('的').filter(|_| side.quantity.kind == Kind::Length).unwrap_or(right);
    if sized
        && noun_follows
        && !grown
        && !stripped.linked
        && !left.is_empty()
        && side.quantity.form == Form::Plain
        && tables().measured.suffix(left).is_none()
        && labels().level_noun.suffix(left).is_none()
        && indicators().exact(left).is_none()
        && starts_with_noun(of)
    {
        // 190万亩粮食种植、90万亩蔬菜种植: what stands before the sign is of the number before it.
        let joined = side.left.trim_end().ends_with(['、', '和', '及', '与']);
        let last = memory.last.as_ref().filter(|_| joined && !alone);
        // 25GW拉棒项目和总投资30亿元的…: the money is of the next number.
        let noun = size_of(clip(of));
        let noun =
            money_suffix(noun).map_or(noun, |word| noun[..noun.len() - word.len()].trim_end_matches(['和', '、']));
        if noun.chars().count() >= 2 {
            let before = last.map_or(left, |last| deed(&last.label.text));
            let mut label = make(left, offset, 0.75);
            label.text = format!("{before}{noun}");
            label.spans.push(Span::new(scene.offset(of), scene.offset(of) + noun.len()));
            return label;
        }
    }
    // 争取国债资金和预算内资金等12亿元
    let left = left.strip_suffix('等').filter(|rest| rest.contains(['、', '和'])).unwrap_or(left);
    // 细化落实101项344条改革举措: numbers side by side count one thing.
    // 解决600户、2400人的饮水问题: so do households and the people in them.
    let homes = |q: &Quantity| side.quantity.unit == "户" && q.kind == Kind::People && side.right.trim() == "、";
    let beside = scene.quantities.get(side.index + 1);
    let beside = beside.filter(|q| q.outer_start == side.quantity.outer_end || homes(q));
    let beside = beside.filter(|q| verb_only && counted_alike(side.quantity, q) && q.span.start < side.clause.end);
    if let Some(next) = beside {
        let cut = clip(scene.text(next.outer_end, side.clause.end));
        let noun = &cut[..phrase(cut).0];
        if noun.chars().count() >= 2 {
            let mut label = make(left, offset, 0.75);
            label.text.push_str(noun.trim_end_matches('的'));
            return label;
        }
    }
    if verb_only && !noun_follows && !rate && !grown && !money_word {
        // 实施亿元以上项目733个。竣工267个: a stage of those that the sentence before counted
        let at_head = side.clause.start == scene.sentence.start && memory.last.is_none();
        if side.quantity.kind == Kind::Count
            && at_head
            && labels().stage_verb.contains(left)
            && let Some(previous) = &memory.previous
        {
            let root = base(&previous.text);
            let root = money_suffix(root).map_or(root, |word| &root[..root.len() - word.len()]);
            if labels().class.suffix(root).is_some() {
                return Label { text: format!("{left}{root}"), ..make(left, offset, 0.7) };
            }
        }
        // 拆除违建别墅2栋、关闭7栋: the object is the one before.
        let object = memory.last.as_ref().filter(|l| l.kind == side.quantity.kind || left.chars().count() <= 2);
        // 改造小区12个，惠及3万人: not the same object
        if let Some(last) = object.filter(|_| !labels().generic.contains(left)) {
            let (whole, root) = (last.label.text.as_str(), base(&last.label.text));
            // 计划项目142个，年度投资163亿元，已开工85个: of those whose money was told
            let cost = money_suffix(root).filter(|_| side.quantity.kind == Kind::Count && last.kind == Kind::Money);
            let root = cost.map_or(root, |word| &root[..root.len() - word.len()]);
            let mut label = make(left, offset, 0.75);
            // 棚改新开工1210套、建成860套: the second verb stands for the first, behind its noun.
            let stage = labels().stage_verb.suffix(whole).filter(|verb| whole.len() > verb.len() + 3);
            if let Some(verb) = stage.filter(|_| !whole.has("的") && labels().stage_verb.suffix(left).is_some()) {
                label.text.insert_str(0, &whole[..whole.len() - verb.len()]);
            } else if !root.is_empty() && !is_deed(root) {
                label.text.push_str(root);
                label.spans.extend(last.label.spans.iter().copied());
            }
            return label;
        }
    }
    // 其中10亿元以上2个, 50亿元11个: what is counted is the noun of the item before.
    if let Some(last) = memory
        .last
        .as_ref()
        .filter(|_| left.ends_with("以上") || left.ends_with('元') && !alone && !noun_follows)
        .filter(|_| left.starts_with(|c: char| c.is_ascii_digit() || "亿千百".has_char(c)))
    {
        let noun = base(&last.label.text);
        let class =
            noun.place_of("以上").map(|at| at + "以上".len()).or_else(|| Some(noun.place_of("亿元")? + "亿元".len()));
        let noun = class.map_or(noun, |end| &noun[end..]);
        let mut label = make(left, offset, 0.8);
        label.text = format!("{}{left}{noun}", deed(&last.label.text));
        return label;
    }
    completed(
        scene,
        memory,
        side,
        make(left, offset, 0.95),
        Asked { rate, grown, money_word, alone, linked: stripped.linked },
    )
}
