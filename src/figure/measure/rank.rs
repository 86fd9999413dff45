//! Ranks: 总量首次跃居六县（市）第1位.

use super::each::distributed;
use super::{Linking, Reading, done, plain, strip};
use crate::figure::indicator::{self, Label, Side};
use crate::figure::memory::Memory;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::list_cues::lists;
use crate::lexicon::predicates::Said;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::lexicon::units::Kind;
use crate::mention::quantity::Form;
use crate::report::Measure;

/// Characters of the longest name of a list: 热门小城.
const LIST: usize = 16;
/// Characters of the longest words of place between 在 and a rank's verb: 全省县域经济.
const AMONG: usize = 8;

/// 旅游总收入居全市3位; 比上年前移3位
pub(super) fn without_ordinal<'a>(scene: &Scene<'a>, memory: &mut Memory, side: &Side<'a>) -> Option<Linking> {
    let quantity = side.quantity;
    if !measures().rank_unit.contains(quantity.unit) || quantity.form != Form::Plain {
        return None;
    }
    let left = side.left.trim_end();
    let moved = measures().rank_up.suffix(left).map(|verb| (verb, 1.0));
    if let Some((verb, sign)) = moved.or_else(|| measures().rank_down.suffix(left).map(|verb| (verb, -1.0))) {
        let head = &left[..left.len() - verb.len()];
        let label = indicator::from_left(scene, memory, side, &head[..strip(scene, head).rest]);
        let said = Some(if sign > 0.0 { Said::Grow } else { Said::Shrink });
        return Some(done(Reading { measure: Measure::ChangeAmount, factor: sign, said }, label, 0.8));
    }
    let (at, verb) = measures().rank_verb.rfind_end(left)?;
    let scope = &left[at + verb.len()..];
    let place = measures().place.prefix(scope).is_some() || scope.ends_with(['榜', '强']);
    (place && scope.chars().count() <= 14).then(|| rank(scene, memory, side))
}

/// 总量首次跃居六县（市）第1位
pub(super) fn rank<'a>(scene: &Scene<'a>, memory: &mut Memory, side: &Side<'a>) -> Linking {
    // 总量居全省27个县区第7位: the number among which it ranks is part of the scope.
    let among = side.index.checked_sub(1).and_then(|before| scene.quantities.get(before)).filter(|q| {
        q.kind == Kind::Count && q.outer_end == side.left_start && measures().rank_verb.rfind(side.left).is_none()
    });
    let wide = among.and_then(|q| {
        let start =
            scene.quantities[..side.index - 1].last().map_or(side.clause.start, |q| q.outer_end.max(side.clause.start));
        let head = scene.text(start, q.outer_start);
        let (at, verb) = measures().rank_verb.rfind_end(head)?;
        (head[at + verb.len()..].chars().count() <= 6).then_some(start)
    });
    // 被评为热门小城第4名: what the list is of
    if wide.is_none()
        && let Some((at, verb)) = lists().named_as.rfind_end(side.left)
        && (2..=LIST).contains(&side.left[at + verb.len()..].chars().count())
        // 入选数量全国第一
        && measures().place.suffix(&side.left[at + verb.len()..]).is_none()
    {
        let mut label = indicator::named(&side.left[at + verb.len()..], scene.offset(side.left) + at + verb.len());
        label.text = format!(
            "{}排名",
            label.text.trim_matches(['“', '”', '的', ' ']).without_end("排行榜").trim_end_matches('榜')
        );
        return done(plain(Measure::Rank), label, 0.75);
    }
    let left = wide.map_or(side.left, |start| scene.text(start, side.quantity.outer_start));
    let verb = measures().rank_verb.rfind_end(left).map(|(at, verb)| (at, at + verb.len()));
    // 年发电量世界第一: without a verb the place words at the end are the scope.
    let bare = left.trim_end_matches(['的', ' ']);
    let place = measures().place.suffix(bare).map_or(0, |word| bare.len() - word.len());
    let (head, scope) = verb.map_or((&left[..place], &left[place..]), |(at, end)| (&left[..at], &left[end..]));
    // 财政收入增幅全市排名第三: the scope may stand before the verb.
    let ahead =
        measures().place.suffix(head).filter(|word| verb.is_some() && scope.is_empty() && head.len() > word.len() + 3);
    // 增长4.0%，六县市排名第三: the clause begins with the places.
    let alone = head.trim_matches(['，', '、', ' ', '在']);
    let ahead = ahead.or_else(|| Some(alone).filter(|word| verb.is_some() && scope.is_empty() && are_places(word)));
    let (head, scope) = ahead.map_or((head, scope), |word| head.split_at(head.len() - word.len()));
    // 位居全国百强县投资潜力第3、[绿色发展第5]: of a list, with the verb before its first.
    let item = left.trim_start_matches('、');
    let topics = verb.is_none() && place == 0 && item.len() < left.len() && !is_company(item) && !is_place(scene, item);
    let (head, scope) = if topics { (left, "") } else { (head, scope) };
    let edge = |c: char| c.is_whitespace() || "、，和的了“”\"第之".has_char(c);
    let scope = scope.trim_matches(edge).trim_end_matches('中').trim_end_matches(edge);
    // 投资增速在全省21个市州中居第7位: all between 在 and 中 is the scope.
    let counted = verb.filter(|_| scope.is_empty()).and_then(|_| among_counted(scene, side, head));
    let (head, scope) = counted.unwrap_or((head, scope));
    // 我县在百强县中排在第138位
    let amid = head.trim_end().strip_suffix('中').filter(|_| counted.is_none() && scope.is_empty());
    let amid =
        amid.and_then(|behind| behind.last_place_of("在").map(|at| (&head[..at], &behind[at + '在'.len_utf8()..])));
    let (head, scope) = amid.filter(|(_, scope)| (2..=14).contains(&scope.chars().count())).unwrap_or((head, scope));
    let whole = head;
    let stripped = strip(scene, head);
    let head = &head[..stripped.rest];
    // 工业投资、技改投资在全省排第5、第6位; 生产总值在全省县域排名第四
    let within =
        head.last_place_of("在").map(|at| (&head[..at], &head[at + '在'.len_utf8()..])).filter(|(_, among)| {
            measures().place.prefix(among).is_some()
                && among.chars().count() <= AMONG
                && !among.contains(['，', '、', '中'])
        });
    let (head, scope) = within.filter(|_| scope.is_empty()).unwrap_or((head, scope));
    let listed = head.contains(['、', '和', '与', '及']) || indicator::is_joint(head);
    let each = if listed { distributed(scene, memory, side, &stripped, head, indicator::is_joint(head)) } else { None };
    let mut label = each.unwrap_or_else(|| match wide {
        Some(_) => among_many(scene, memory, whole),
        None => indicator::from_left(scene, memory, side, head),
    });
    // 完成排名全州第6位: a verb names nothing.
    if labels().level_verb.contains(&label.text) {
        label = indicator::inherited(memory, side);
    }
    // 空气质量居全省首位，在全国168个城市中居第4: what ranks is not those among whom it does.
    if counted.is_some() && label.inherited {
        label = memory
            .history
            .iter()
            .rev()
            .nth(1)
            .map(|own| Label { inherited: true, ..Label::clone(own) })
            .unwrap_or(label);
    }
    // 9项指标有7项增幅居全市第1位: the rank itself is no part of what it ranks.
    let own = format!("{}的", side.quantity.span.of(&scene.clean.text));
    if let Some(at) = label.text.place_of(&own) {
        label.text.drain(..at + own.len());
    }
    // 农业总产值增长5.2%，增速居全省第二: it is the growth that ranks.
    // 固定资产投资增速排全市第一
    let rate = measures().growth_word.suffix(whole.trim_end()).filter(|word| {
        // 总量和增幅全省第一
        let before = whole.trim_end().strip_suffix(*word).unwrap_or_default();
        !label.text.is_empty() && !before.ends_with(['和', '、', '与', '及'])
    });
    if let Some(word) = rate.filter(|_| measures().rate_noun.suffix(&label.text).is_none()) {
        label.text.push_str(word);
    }
    // 我县在百强县中排在第138位
    let unnamed = label.text.is_empty()
        || indicator::is_joint(head)
        || labels().place.contains(head.trim())
        || is_place(scene, &label.text);
    if amid.is_some() && (unnamed || are_places(&label.text)) {
        let tail = if lists().contest.suffix(scope).is_some() { "" } else { "排名" };
        label = Label { text: format!("{scope}{tail}"), ..indicator::named(scope, scene.offset(scope)) };
    }
    // 我县跻身“中国百强县”第57位: nothing else is said to rank
    let (scope, topic) = if label.inherited || label.text.is_empty() { topic(scope) } else { (scope, "") };
    if !topic.is_empty() {
        label = indicator::named(topic, scene.offset(topic));
    } else if label.text.is_empty() && verb.is_some() && scope.chars().count() >= 3 && !are_places(scope) {
        label = Label { text: format!("{scope}排名"), ..indicator::named(scope, scene.offset(scope)) };
    }
    let confidence = if label.inherited { 0.8 } else { 0.85 };
    let scope =
        if scope.is_empty() && label.inherited { None } else { Some(scope.to_owned()).filter(|s| !s.is_empty()) };
    // 排名倒数第13位: counted from the last
    let reversed = left.trim_end().ends_with("倒数");
    let scope = if reversed { Some(format!("{}倒数", scope.unwrap_or_default())) } else { scope };
    Linking { scope, ..done(plain(Measure::Rank), label, confidence) }
}

/// 总量居全省27个县区第7位: of what the figure before the count was.
fn among_many(scene: &Scene<'_>, memory: &Memory, head: &str) -> Label {
    let (text, offset) = indicator::label_text(scene, scene.offset(head), head);
    let before = memory.history.iter().rev().nth(1);
    match before {
        Some(own) if text.is_empty() => Label { inherited: true, ..Label::clone(own) },
        Some(own) if labels().total.contains(text) && !own.text.ends_with(text) => {
            let text = format!("{}{text}", indicator::base(&own.text));
            Label { text, ..indicator::named(head, offset) }
        }
        _ => indicator::named(text, offset),
    }
}

/// 全国百强县 and 投资潜力: among whom a place ranks, and in what.
fn topic(scope: &str) -> (&str, &str) {
    let Some(wide) = measures().place.prefix(scope) else { return (scope, "") };
    let among = ["百强县（市）", "百强县市", "百强县", "百强区", "百强市", "同类县", "县域", "县（市、区）", "县市区"];
    let kind = among.iter().find(|kind| scope[wide.len()..].starts_with(**kind)).map_or(0, |kind| kind.len());
    let (among, topic) = scope.split_at(wide.len() + kind);
    let named = kind > 0 && topic.chars().count() >= 3 && !topic.ends_with(['县', '市', '区', '榜', '强', '位', '名']);
    if named { (among, topic) } else { (scope, "") }
}

/// 省会城市, 世界港口: among whom something ranks.
fn is_company(words: &str) -> bool {
    const KINDS: [&str; 12] = ["城市", "港口", "县", "市", "区", "州", "省", "企业", "国家", "园区", "机场", "地区"];
    const PARTS: [&str; 10] = ["东北", "西北", "西南", "华北", "华东", "华中", "华南", "东部", "中部", "西部"];
    measures().place.prefix(words).is_some()
        || PARTS.iter().any(|part| words.starts_with(part))
        || KINDS.iter().any(|kind| words.ends_with(kind))
}

/// 全市, 六县市: places and nothing else.
fn are_places(words: &str) -> bool {
    let counted = words.trim_start_matches(|c: char| "一二三四五六七八九十两".has_char(c));
    counted.len() < words.len() && measures().counties.contains(counted) || measures().place.contains(words)
}

/// 青沅: the name of a place and nothing else.
fn is_place(scene: &Scene<'_>, words: &str) -> bool {
    let hits = regions().find_near(words, scene.structure.region_code);
    regions().may_begin(words) && hits.first().is_some_and(|hit| hit.start == 0 && hit.end == words.len())
}

/// The words before 在, and those between 在 and 中, where a count stands among the latter.
fn among_counted<'a>(scene: &Scene<'a>, side: &Side<'a>, head: &str) -> Option<(&'a str, &'a str)> {
    let behind = head.trim_end().strip_suffix('中')?;
    let before = &scene.quantities[..side.index];
    let count = before.last().filter(|q| q.kind == Kind::Count && q.outer_end == side.left_start)?;
    let start = before.iter().rev().nth(1).map_or(side.clause.start, |q| q.outer_end.max(side.clause.start));
    let at = start + scene.text(start, count.outer_start).last_place_of("在")?;
    let scope = scene.text(at + '在'.len_utf8(), side.left_start + behind.len());
    (scope.chars().count() <= 20).then(|| (scene.text(start, at), scope))
}
