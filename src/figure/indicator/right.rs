//! A number whose thing stands behind it: 完成12条城区道路提升工程.

use super::deed::deed;
use super::phrase::{
    acts_on, clip, ends_in_noun_verb, is_name, name_end, only_acts, people_act, phrase, starts_with_verb, tells,
};
use super::scheme::money_suffix;
use super::{EACH, Label, Side, make};
use crate::figure::memory::Memory;
use crate::figure::predicate;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::indicators::indicators;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, Token, segment};
use crate::lexicon::units::Kind;
use crate::mention::quantity::{Form, Quantity};
use crate::report::Bound;
use crate::span::Span;

/// Characters of the longest object that ends in a verb.
const WHOLE: usize = 26;
/// Characters of the longest predicate that a sign tears, or that a rank ends.
pub(super) const TORN: usize = 24;

/// 带动3080户贫困户实现稳定就业; 8家企业进入省级培育库; 完成12条城区道路提升工程
pub(super) fn of_right<'a>(
    scene: &Scene<'a>,
    memory: &mut Memory,
    side: &Side<'a>,
    left: &'a str,
    left_offset: usize,
    right: &'a str,
) -> Label {
    // 形成20个销售收入过百亿元的大型企业集团: past the number that only describes it.
    if let Some((class, head)) = described(scene, side) {
        let len = name_end(clip(head));
        let mut label = make(&head[..len], scene.offset(head), 0.8);
        label.text.insert_str(0, class);
        label.text.insert_str(0, left.trim_end_matches('了'));
        return label;
    }
    // 46个签约项目中，8个项目投产
    let among = labels().among.suffix(right);
    let right = among.map_or(right, |word| &right[..right.len() - word.len()]);
    // 在全国168个城市中居第4位: among whom, not where.
    let left = if among.is_some() { left.strip_prefix('在').unwrap_or(left) } else { left };
    // 涉及800套的旧房改造
    let right = right.trim_start_matches('的');
    let right_offset = scene.offset(right);
    let cut = clip(right);
    let (mut noun, mut run) = phrase(cut);
    // 120项县直部门及其下属机构实施的审批事项: what is joined is no predicate.
    if cut[..noun].ends_with("及其") {
        noun = run;
    }
    // 新设14个国家自主创新示范区: behind a verb that makes something a verb within the name ends nothing.
    let listed_deed = left.is_empty() && !memory.graded.is_empty();
    if noun < run
        && (!left.is_empty() || listed_deed)
        && labels().causative.suffix(left.trim_end_matches('了')).is_none()
        && is_name(&cut[noun..run])
    {
        noun = run;
    }
    // 推进255个村的环境整治, 完成12万平方米校舍加固改造: the verb at the end is a noun, and all of it the object
    if noun < run
        && labels().whole_object.suffix(left.trim_end_matches('了')).is_some()
        && cut[..run].chars().nth(WHOLE).is_none()
        && ends_in_noun_verb(&cut[noun..run])
    {
        noun = run;
    }
    // 4个班组、7名工匠获得市委、市政府嘉奖: the object of what those counted do holds a sign.
    run = object_end(scene, side, cut, noun, run);
    // 3至5个经济基础好、带动能力强的地级市: the head follows the last 的.
    if cut[run..].starts_with('、')
        && side.right.len() == right.len()
        && let Some(at) = right.last_place_of("的").filter(|at| *at > run && (6..=30).contains(&(right.len() - at - 3)))
    {
        let head = right[at + '的'.len_utf8()..].trim().trim_end_matches(['和', '及', '与']);
        let mut label = make(head, scene.offset(head), 0.75);
        label.text.insert_str(0, left.trim_end_matches('了'));
        return label;
    }
    // 具有示范作用的返乡创业园, 获得落户资格: a verb at the head leaves no thing to be named.
    let acts = noun < run && only_acts(&cut[..noun]);
    if acts || of_people(side) && people_act(&cut[..noun]) {
        let adverb = labels().inverted_adverb.prefix(cut).map_or(0, str::len);
        let text = cut[adverb..run].trim_end_matches(['的', '和', '及', '与']);
        let text = thing_of_rate(scene, side, without_link(text));
        let mut label = make(text, right_offset, 0.75);
        label.text = format!("{}{}", left.trim_end_matches('了'), text.replace('了', ""));
        if of_people(side) && !text.has("的") {
            // 3万人脱贫 are 脱贫人口.
            label.text.push_str(if labels().noun_verb.contains(text) { "人口" } else { "人数" });
        }
        if cut[run..].starts_with(['、', '和']) {
            memory.claimed = right_offset + run;
        }
        label.told = left.is_empty();
        return label;
    }
    let mut noun_text = cut[..noun].trim_end_matches(['的', '和', '及', '与', '在', '被', '并', '以', '之']);
    // 11个村全部实现通水泥路
    let whole_noun = noun_text.len();
    // 援助昌都: where nothing follows, 都 is no adverb.
    let adverb = |noun: &str, word: &str| word.chars().count() > 1 || cut[..run].len() > noun.len();
    while let Some(word) = labels()
        .inverted_adverb
        .suffix(noun_text)
        .filter(|word| noun_text.len() > word.len() + 2 && adverb(noun_text, word))
    {
        noun_text = noun_text[..noun_text.len() - word.len()].trim_end_matches('的');
    }
    // 330个重点项目总投资600亿元: the money behind it is no part of what is counted.
    let costs = scene
        .quantities
        .get(side.index + 1)
        .is_some_and(|q| q.kind == Kind::Money && q.outer_start == side.quantity.outer_end + side.right.len());
    if costs
        && side.right.trim_end().ends_with(noun_text)
        && let Some(word) = money_suffix(noun_text).or_else(|| labels().sales.suffix(noun_text)).filter(|word| {
            noun_text.len() > word.len() + 3 && !noun_text[..noun_text.len() - word.len()].ends_with("以上")
        })
    {
        noun_text = &noun_text[..noun_text.len() - word.len()];
    }
    // 48个重点项目集中开工 总投资达71亿元: a blank parts a headline
    let rest = cut[noun..run].trim();
    let blank = rest.split_once(' ').filter(|(_, tail)| labels().money.prefix(tail).is_some());
    let rest = blank.map_or(rest, |(first, _)| first);
    // 80个开工项目涵盖五大领域: over what those counted are spread is not what they do.
    let spread = labels().spread.find(&cut[..run]).filter(|(at, _)| *at > 0).map(|(at, _)| at);
    let (noun_text, rest) = match spread {
        Some(at) => (&noun_text[..at.min(noun_text.len())], ""),
        None => (noun_text, rest),
    };
    // 新签约的128个项目中产业项目达104个: behind 中 another thing is counted; 6个片区即…: behind 即 the same again.
    let again = rest.starts_with('即') && !rest.starts_with("即将");
    let rest = if rest.starts_with('中') || again { "" } else { rest };
    // 在8个领域开工建设了36个项目, 9个断面水质优良率达90%: the verb before a number is that number's.
    let counted = |q: &Quantity| q.outer_start < side.clause.end && q.kind != Kind::Money;
    let adjacent =
        scene.quantities.get(side.index + 1).is_some_and(counted) && cut[..run].trim_end() == side.right.trim();
    let rest = if adjacent && (only_acts(rest.trim_end_matches('了')) || labels().linking.suffix(rest).is_some()) {
        ""
    } else {
        rest
    };
    let rest = rest.trim_end_matches(['的', '和', '及', '与', '，', '、']);
    let adverb = |rest: &str| labels().inverted_adverb.prefix(rest).map_or(0, str::len);
    // 将264项审批事项减少到92项: a predicate of the next number is no deed of those counted.
    let rest = if predicate::strip(rest, &|_| None).rest == 0 { "" } else { rest };
    let whole_rest = rest;
    let rest = &rest[adverb(rest)..];
    let rest = &rest[adverb(rest)..];
    // 对40个村进行重点帮扶
    let done = rest.strip_prefix("进行").map(|deed| deed.trim_start_matches('了'));
    let rest = done.filter(|deed| !deed.is_empty()).unwrap_or(rest);
    let all = noun_text.len() < whole_noun;
    // 44.25万人全部脱贫: those counted are people.
    let alone = matches!(noun_text, "" | "全部" | "均" | "都");
    // 4县市全部摘帽: the unit names them.
    let named = labels().named_by_unit.contains(side.quantity.unit);
    let noun_text = if alone && side.quantity.unit == "人" {
        "人口"
    } else if alone && named {
        side.quantity.unit
    } else if alone {
        // 上述2亿元全部转给地方
        if side.quantity.kind == Kind::Money && !rest.is_empty() { "资金" } else { "" }
    } else {
        noun_text
    };
    // 筹集7.93亿元帮助409户企业: what is raised is money.
    let bare_verb = side.quantity.kind == Kind::Money && labels().causative.contains(noun_text);
    let noun_text = if bare_verb { "资金" } else { noun_text };
    // What stands between two numbers and ends in 和 belongs to the first.
    let next = scene.quantities.get(side.index + 1).filter(|q| q.outer_start < side.clause.end);
    let joined = side.right.trim_end().ends_with(['和', '及', '与', '、']);
    if next.is_some() && joined {
        memory.claimed = side.quantity.outer_end + side.right.trim_end_matches(['和', '及', '与', '、', ' ']).len();
    }
    // 8个镇87个行政村; 3条线60公里: the noun is all that stands before the next count, or before how long they are.
    if let Some(next) = next
        && !joined
        && (next.kind == Kind::Count || is_length_of(scene, side, next))
        && rest.is_empty()
        && cut[..noun].trim_end() == side.right.trim()
    {
        memory.claimed = side.quantity.outer_end + side.right.len();
    }
    let mut verb = left.trim_end_matches('了');
    // 3万人脱贫、60个村出列: what people did is not done to the next.
    let done = memory.last.as_ref().filter(|last| !last.label.told);
    let carried = done.map(|l| deed(&l.label.text).to_owned()).unwrap_or_default();
    // 派出12批1393名医护人员: the numbers stand side by side
    let beside = side.left.is_empty() && side.left_start > side.clause.start;
    let listed = beside || side.left.trim_start().starts_with(['、', '和', '及', '与']);
    if verb.is_empty() && listed && !carried.is_empty() {
        verb = &carried;
    }
    // 1.86万脱贫人口收入稳定增长: those counted are the people, not what they have.
    let counts_people = side.quantity.unit.is_empty() && !rest.is_empty();
    let people = labels().people.find(noun_text).map(|(at, word)| at + word.len());
    let own = |end: &usize| !noun_text[*end..].starts_with(['的', '和', '与', '及', '、', '大']);
    if let Some(end) = people.filter(|end| counts_people && *end < noun_text.len()).filter(own) {
        let mut label = make(&cut[..run], right_offset, 0.75);
        label.text = format!("{verb}{}的{}", cut[end..run].trim(), &noun_text[..end]);
        label.told = verb.is_empty();
        return label;
    }
    // 104个经济困难村的农民人均纯收入达到9000元: the villages are counted.
    let owned = noun_text.rsplit_once('的').filter(|(thing, measure)| {
        let measured = indicators().exact(measure).is_some() || labels().level_noun.suffix(measure).is_some();
        measured && thing.chars().count() >= 2 && next.is_some_and(|q| matches!(q.kind, Kind::Money | Kind::Percent))
    });
    let noun_text = owned.map_or(noun_text, |(thing, _)| thing);
    let rest = if owned.is_some() { "" } else { rest };
    // 25个行业增加值实现增长: what is measured of them sets them apart.
    if next.is_none()
        && let Some((body, measure)) =
            labels().industry_noun.suffix(noun_text).map(|measure| noun_text.split_at(noun_text.len() - measure.len()))
        && labels().body.contains(body)
        && measures().grown_state.contains(cut[noun..run].trim())
    {
        let mut label = make(noun_text, right_offset, 0.8);
        label.text = format!("{measure}{}的{body}", cut[noun..run].trim());
        return label;
    }
    if let Some(text) = set_apart(scene, side, noun_text) {
        let mut label = make(noun_text, right_offset, 0.8);
        label.text = text;
        return label;
    }
    let noun_text = thing_of_rate(scene, side, noun_text);
    let mut label = make(noun_text, right_offset, 0.88);
    // 创建6个国家级、19个省级生态示范村: the noun of the last grade is that of those before it.
    if joined && labels().grade.contains(noun_text) {
        memory.graded.push(side.index);
    } else if let Some(grade) = labels().grade.prefix(noun_text).filter(|_| !memory.graded.is_empty()) {
        let noun = noun_text[grade.len()..].split(['和', '及', '与']).next().unwrap_or_default();
        memory.lent = Some(noun.to_owned());
    } else {
        memory.graded.clear();
    }
    // 6个县、215个村、38.2万人全部脱贫: what the last does the others do too.
    // 完成12所学校、6个医院恢复重建: nor is what is done to the last said of the others.
    let free = verb.is_empty() || labels().whole_object.contains(verb);
    let listed = side.right.trim_end().ends_with('、') && free && next.is_some();
    if listed && rest.is_empty() && !noun_text.is_empty() && memory.waiting.len() < 12 {
        memory.waiting.push(side.index);
    } else if !listed
        && !memory.waiting.is_empty()
        && (verb.is_empty() || free && noun_text.chars().nth(1).is_some())
        && (all || is_predicate(rest, whole_rest))
        && !rest.is_empty()
    {
        memory.shared = Some(format!("{verb}{rest}"));
    } else if !listed {
        memory.waiting.clear();
    }
    // 60个村出列、9个县摘帽: a predicate each
    let joined = joined && !(side.right.trim_end().ends_with('、') && is_predicate(rest, whole_rest));
    // 推进82家企业关停、搬迁: all of it is the object
    let whole_object = rest.has("、") && labels().whole_object.suffix(verb).is_some();
    // 8个项目签约金额超过10亿元: an amount behind it is no part of what is counted.
    let amount = next.is_some() && labels().attribute_end.suffix(rest).is_some();
    if !amount && !rest.is_empty() && rest.chars().count() <= 30 && next.is_none_or(|_| !joined) {
        label = make(cut[..run].trim_end(), right_offset, 0.8);
        // 完成…的企业 reads better than 企业完成…
        label.text = format!("{verb}{rest}的{noun_text}");
        if verb.chars().count() > 0 && (noun_text.chars().count() + rest.chars().count() < 8 || whole_object) {
            label.text = format!("{verb}{noun_text}{rest}");
        }
        label.told = verb.is_empty();
    } else {
        label.text = format!("{verb}{noun_text}");
    }
    if !left.is_empty() {
        label.spans.insert(0, Span::new(left_offset, left_offset + left.len()));
    }
    label
}

/// 3条线60公里: how long those counted are, and nothing behind it.
fn is_length_of(scene: &Scene<'_>, side: &Side<'_>, next: &Quantity) -> bool {
    let ends = scene.text(next.outer_end, side.clause.end);
    next.kind == Kind::Length
        && side.quantity.kind == Kind::Count
        && ends.trim_start().chars().next().is_none_or(|c| matches!(c, '、' | '，' | '；' | '。' | '（'))
}

/// True where people are counted.
fn of_people(side: &Side<'_>) -> bool {
    side.quantity.kind == Kind::People || side.quantity.unit == "人"
}

/// Where the object of a predicate ends that a sign tears: 荣获省委、省政府表彰. A sign before a number parts two items.
fn object_end(scene: &Scene<'_>, side: &Side<'_>, cut: &str, noun: usize, run: usize) -> usize {
    let last = scene.quantities.get(side.index + 1).is_none_or(|q| q.outer_start >= side.clause.end);
    if noun == run || !last || !cut[run..].starts_with('、') {
        return run;
    }
    let end = run + cut[run..].find(['，', '。', '；', ',', ';', '（', '：', '！']).unwrap_or(cut.len() - run);
    let whole = end < cut.len() || cut.len() == side.right.trim().len();
    let more = cut[run..end].trim_start_matches('、');
    // 搬出棚屋、住上新房; 进入试点、范围明显扩大: a predicate of its own
    let object = acts_on(&cut[noun..run]) && !more.has("的") && !tells(more);
    if object && whole && cut[..end].chars().count() <= TORN { end } else { run }
}

/// 水质优良率达 → 水质优良率
fn without_link(text: &str) -> &str {
    let text = labels().linking.suffix(text).map_or(text, |word| &text[..text.len() - word.len()]);
    text.strip_suffix(EACH).unwrap_or(text)
}

/// 42个村污水管网覆盖率达50%以上: what is measured of them sets them apart.
fn set_apart(scene: &Scene<'_>, side: &Side<'_>, noun: &str) -> Option<String> {
    let next = scene.quantities.get(side.index + 1).filter(|q| q.outer_start < side.clause.end)?;
    // 7项经济指标增幅居全市第1位
    if matches!(next.form, Form::Rank | Form::Top) && side.quantity.form == Form::Plain {
        let from = scene.offset(noun);
        let (at, word) = measures().growth_word.rfind(noun).filter(|(at, _)| *at >= 6)?;
        let verb = measures().rank_verb.prefix(scene.text(from + at + word.len(), next.outer_start))?;
        let told = scene.text(from + at, next.outer_end);
        let short = told.chars().count() <= TORN && !verb.is_empty();
        return short.then(|| format!("{told}的{}", &noun[..at]));
    }
    // 50户企业产值超亿元
    let passed = next.kind == Kind::Money && next.bound == Bound::AtLeast && next.outer_start < next.span.start;
    if let Some(word) = labels().attribute.suffix(noun).filter(|word| passed && noun.len() > word.len()) {
        let (body, _) = noun.split_at(noun.len() - word.len());
        let told = scene.text(scene.offset(noun) + body.len(), next.outer_end);
        let whole =
            labels().body.contains(body) && scene.text(scene.offset(noun) + noun.len(), next.outer_start).is_empty();
        return whole.then(|| format!("{told}的{body}"));
    }
    labels().rated.suffix(noun).filter(|_| next.kind == Kind::Percent || next.form == Form::Fraction)?;
    let from = scene.offset(noun);
    without_link(scene.text(from + noun.len(), next.outer_start).trim()).is_empty().then_some(())?;
    let body = segment(noun).first().map(|t| t.text).filter(|body| labels().body.contains(body))?;
    let told = scene.text(from + body.len(), next.outer_end);
    (noun.len() > body.len() && told.chars().count() <= WHOLE).then(|| format!("{told}的{body}"))
}

/// 9个断面水质优良率达90%: what is counted, without what is measured of it.
fn thing_of_rate<'a>(scene: &Scene<'_>, side: &Side<'_>, noun: &'a str) -> &'a str {
    let next = scene.quantities.get(side.index + 1).filter(|q| q.outer_start < side.clause.end);
    let rate = next.is_some_and(|q| q.kind == Kind::Percent && labels().rated.suffix(noun).is_some());
    let between = next.map_or("", |q| scene.text(scene.offset(noun) + noun.len(), q.outer_start));
    if !rate || !without_link(between.trim()).is_empty() {
        return noun;
    }
    let tokens = segment(noun);
    let thing = |t: &&Token<'_>| t.tag == Tag::Noun && labels().rated.suffix(t.text).is_none();
    tokens.iter().rfind(thing).map_or(noun, |t| &noun[..t.end()])
}

/// 全部脱贫, 入选省级名单: what those counted do, not the rest of a name.
fn is_predicate(rest: &str, with_adverb: &str) -> bool {
    let quoted = rest.has("”") && !rest.has("“");
    !rest.is_empty() && !quoted && (rest.len() < with_adverb.len() || starts_with_verb(rest) && !is_name(rest))
}

/// What stands behind a number that describes the thing counted, …个[销售收入过百亿元的]大型企业集团; and before it the
/// class that the number sets apart: 102个[投资10亿元以上]项目.
fn described<'a>(scene: &Scene<'a>, side: &Side<'a>) -> Option<(&'a str, &'a str)> {
    let next = scene.quantities.get(side.index + 1).filter(|q| q.span.start < side.clause.end)?;
    labels().attribute.suffix(side.right.trim_end().trim_end_matches(['为', '达', '在', '上', '超', '过']))?;
    let after = scene.text(next.outer_end, side.clause.end);
    let (class, head) = match after.strip_prefix('的') {
        Some(head) => ("", head),
        None if next.outer_end > next.span.end => (scene.text(side.quantity.outer_end, next.outer_end), after),
        None => return None,
    };
    let noun = head.chars().next().is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    (noun && side.quantity.kind == Kind::Count).then_some((class.trim(), head))
}
