//! Lists whose k-th name goes with the k-th number.

use super::deed::leading_deed;
use super::head::whole_text;
use super::{Label, Side, make};
use crate::figure::memory::Memory;
use crate::figure::part_named;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::{labels, tables};
use crate::lexicon::indicators::indicators;
use crate::lexicon::list_cues::lists;
use crate::lexicon::regions::regions;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Token, segment};

/// The word that gives the names of a list out one by one.
pub(in crate::figure) const EACH: &str = "分别";
/// Characters of a verb that stands between it and the numbers: 分别投资.
const VERB: usize = 6;
/// Words that stand for as many as they list.
const TOLD_IN_ONE: [(&str, &[&str]); 5] = [
    ("三大产业", &["第一产业", "第二产业", "第三产业"]),
    ("城乡", &["城镇", "农村"]),
    ("存贷款", &["存款", "贷款"]),
    ("进出口", &["进口", "出口"]),
    ("三次产业", &["第一产业", "第二产业", "第三产业"]),
];

/// The labels of the things that a label tells of in one word: 存款余额 and 贷款余额 of 存贷款余额.
pub(in crate::figure) fn told_in_one(label: &Label, count: usize) -> Option<Vec<Label>> {
    let (word, own) = TOLD_IN_ONE.iter().find(|(word, own)| own.len() == count && label.text.has(word))?;
    let each = |own: &&str| Label { text: label.text.replacen(word, own, 1), ..label.clone() };
    Some(own.iter().map(each).collect())
}

/// 各项存贷款余额达7338万元和4022万元
pub(in crate::figure) fn tells_two(head: &str) -> bool {
    TOLD_IN_ONE.iter().any(|(word, own)| own.len() == 2 && word.chars().count() > 2 && head.has(word))
}

/// True of names that all end as those of places do: 枫桥镇、听涛镇.
fn lists_places(names: &str) -> bool {
    names.has("、")
        && names
            .split(['、', '和'])
            .all(|name| name.ends_with(['县', '市', '区', '镇', '乡', '州']) || name.ends_with("街道"))
}

/// The k names of a list with 分别, the shared end of the last lent to those before it, the verb of the first to those
/// behind it. Where places are listed the indicator is theirs, or that of the figure before.
pub(in crate::figure) fn split_list<'a>(
    scene: &Scene<'a>,
    memory: &Memory,
    head: &'a str,
    count: usize,
) -> Option<Vec<Label>> {
    let start = scene.offset(head);
    let (text, _) = whole_text(scene, start, head);
    // 分别新认定实验室、技术中心30家和200家
    let text = text.strip_prefix(EACH).unwrap_or(text);
    // 交通、水利、能源分别投资20亿元、3亿元、6亿元
    let (text, verb) = match text.rfind(EACH).map(|at| (&text[..at], &text[at + EACH.len()..])) {
        Some((names, verb)) if verb.chars().count() <= VERB && !verb.contains(['、', '，', ',']) => (names, verb),
        // 三个行政区分别实现地区生产总值86亿元、76亿元、66亿元
        Some((names, verb)) if leveled(verb) => (without_count(names), verb),
        // 枫桥镇、听涛镇分别新增规上企业6家、3家
        Some((names, verb)) if lists_places(names) && !verb.contains(['、', '，', ',']) => (names, verb),
        _ => (text, ""),
    };
    if text.is_empty() {
        return None;
    }
    let deed = leading_deed(text);
    // 销售收入、增加值: a noun, no deed
    let noun = labels().sales.prefix(text).is_some_and(|noun| noun.len() > deed.len());
    let deed = if text.len() > deed.len() + 3 && !noun { deed } else { "" };
    let text = &text[deed.len()..];
    let mut parts: Vec<&str> = text.split(['、', '，', ',']).filter(|p| !p.trim().is_empty()).collect();
    // The names may begin in the clauses before: 城镇、农村居民收入，分别…
    if parts.len() + 1 == count || parts.len() < count {
        parts = parts.iter().flat_map(|p| split_and(p)).collect();
    }
    if parts.len() > count {
        parts.drain(..parts.len() - count);
    }
    let whole = TOLD_IN_ONE.iter().find(|(word, own)| parts.len() == 1 && count == own.len() && text.has(word));
    if let Some((word, own)) = whole {
        let offset = scene.offset(text);
        let each = |own: &&str| {
            let mut label = make(text, offset, 0.9);
            label.text = format!("{deed}{}{verb}", text.replacen(word, own, 1));
            label
        };
        return Some(own.iter().map(each).collect());
    }
    if parts.len() != count {
        return None;
    }
    let parts: Vec<&str> = parts.iter().map(|part| part.trim().trim_start_matches(['和', '与'])).collect();
    // 城、乡居民人均可支配收入分别增长8%、9%
    if let ["城", rest] = parts[..]
        && let Some(noun) = rest.strip_prefix('乡')
    {
        let each = |own| Label { text: format!("{own}{noun}{verb}"), ..make(rest, scene.offset(rest), 0.88) };
        return Some(["城镇", "农村"].map(each).to_vec());
    }
    if let Some(labels) = of_places(scene, memory, &parts, verb) {
        return Some(labels);
    }
    let last = *parts.last()?;
    if let Some(labels) = of_ages(scene, &parts, last) {
        return Some(labels);
    }
    // 教育、卫生、就业等支出: what 等 sums up is lent to all.
    let summed = last.place_of("等").map(|at| (&last[..at], &last[at + '等'.len_utf8()..]));
    let summed = summed.filter(|(name, noun)| name.len() >= 6 && (2..=6).contains(&noun.chars().count()));
    // 第二、三产业: the mark of the ordinal stands once.
    let ordinal = parts.first().is_some_and(|first| first.starts_with('第'));
    let numbered = ordinal && last.starts_with(['一', '二', '三', '四']);
    let (shared, measured) = if numbered { (&last['一'.len_utf8()..], false) } else { shared_end(&parts, last) };
    let tail: String = last.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    let labels = parts
        .iter()
        .map(|part| {
            let mut label = make(part, scene.offset(part), 0.88);
            if let Some((name, noun)) = summed {
                let name = if *part == last { name } else { *part };
                label.text = format!("{deed}{}{noun}{verb}", name.trim_end_matches(noun));
                return label;
            }
            if ordinal && part.starts_with(['一', '二', '三', '四']) {
                label.text.insert(0, '第');
            }
            // 一、二、三次产业增加值: of the last all but its numeral is lent.
            let numeral = last.chars().next().map_or(0, char::len_utf8);
            let numbered = part.chars().count() == 1 && "一二三四五六七八九十".has(part);
            let suffix = if numbered { &last[numeral..] } else { shared };
            let short = part.chars().count() <= 4 && (numbered || last.chars().count() >= part.chars().count() + 2)
                || measured
                    && part.chars().count() <= if suffix == "价格" { 14 } else { 6 }
                    && labels().lent_noun.suffix(part).is_none();
            let alike = part.chars().next_back() == last.chars().next_back();
            if short
                && !alike
                && !part.ends_with(&tail)
                && !suffix.is_empty()
                // 生产总值、社会消费品零售总额: a name of its own borrows nothing
                && (numbered || !is_whole(part))
                && !part.bytes().any(|b| b.is_ascii_digit())
            {
                label.text.push_str(suffix);
            }
            // 职工养老保险、居民养老保险参保人数: names of one end share the noun behind it.
            let measure = labels().lent_noun.suffix(last).filter(|noun| part.len() > 12 && !part.ends_with(*noun));
            let lacks = |noun: &&str| !label.text.ends_with(*noun);
            if let Some(noun) = measure.filter(lacks).filter(|noun| same_end(part, &last[..last.len() - noun.len()])) {
                label.text.push_str(noun);
            }
            // 一般公共预算收入、支出分别完成18亿元、38亿元
            let income = parts.first().and_then(|first| first.strip_suffix("收入")).filter(|_| *part == "支出");
            // 旅游人次和收入分别增长23%、21%: a bare measure is that of the first.
            if let Some(stem) = income {
                label.text.insert_str(0, stem);
            } else if (labels().bare.contains(part) || labels().total.contains(part))
                && let Some(owner) = parts.first().and_then(|first| owner(first))
            {
                label.text.insert_str(0, owner);
            }
            // 装备制造业和高技术制造业增加值: the measure of the last is that of those before.
            if let Some(noun) = labels().industry_noun.suffix(last)
                && labels().industry.suffix(&label.text).is_some()
            {
                label.text.push_str(noun);
            }
            // 一、二、三产业
            if ["一产业", "二产业", "三产业"].iter().any(|name| label.text.starts_with(name)) {
                label.text.insert(0, '第');
            }
            if leading_deed(&label.text).is_empty() {
                label.text.insert_str(0, deed);
            }
            // 分别实现总产值64亿元: the noun of an indicator takes no verb.
            let level =
                labels().level_verb.prefix(verb).filter(|level| labels().industry_noun.contains(&verb[level.len()..]));
            label.text.push_str(&verb[level.map_or(0, str::len)..]);
            drop_count(&mut label.text, count);
            label
        })
        .collect();
    Some(labels)
}

/// 原煤、钢材、水泥等行业产品产量持续下降，同比分别下降4%、29%、12%: the names that the clause before lists, and its measure.
pub(in crate::figure) fn listed_before(
    scene: &Scene<'_>,
    memory: &Memory,
    side: &Side<'_>,
    count: usize,
) -> Option<Vec<Label>> {
    let before = scene.said_before(side.clause.start).trim_end_matches(['，', ',']);
    let clause = before.rsplit(['，', '；', '：']).next()?;
    // 汽车制造业、食品制造业两个行业增加值增势较好
    let numeral = "〇一二三四五六七八九十".chars().nth(count).map(|c| if count == 2 { '两' } else { c });
    let counted = || {
        let (at, _) =
            clause.char_indices().find(|(at, c)| Some(*c) == numeral && clause[*at..].chars().nth(1) == Some('个'))?;
        Some(clause.split_at(at))
    };
    let (names, rest) = clause.split_once('等').or_else(counted)?;
    let lent = || {
        let last = memory.last.as_ref().map(|last| &last.label).or(memory.previous.as_ref())?;
        let industry = names.split(['、', '和']).all(|name| labels().industry.suffix(name.trim()).is_some());
        labels().industry_noun.suffix(&last.text).filter(|_| industry)
    };
    let told = || memory.history.iter().rev().find_map(|label| labels().industry_noun.suffix(&label.text));
    let noun = labels().lent_noun.find(rest).or_else(|| labels().bare.find(rest)).map(|(_, noun)| noun);
    let noun = noun.or_else(lent).or_else(told)?;
    let (names, _) = whole_text(scene, scene.offset(names), names);
    // 燃气生产和供应业 is one name.
    let mut parts: Vec<&str> = names.split('、').map(str::trim).collect();
    if parts.len() != count {
        parts = parts.iter().flat_map(|part| part.split('和')).collect();
    }
    let plain = |part: &&str| (2..=10).contains(&part.chars().count()) && !part.bytes().any(|b| b.is_ascii_digit());
    (parts.len() == count && parts.iter().all(plain)).then(|| {
        let label = |part: &&str| Label { text: format!("{part}{noun}"), ..make(part, scene.offset(part), 0.8) };
        parts.iter().map(label).collect()
    })
}

/// 电力五大产业产值, in a list of five: how many there are is no part of the name of each.
fn drop_count(text: &mut String, count: usize) {
    let numeral = "〇一二三四五六七八九十".chars().nth(count).filter(|_| count > 1);
    let Some(words) = numeral.map(|numeral| format!("{numeral}大")) else { return };
    if let Some(at) = text.place_of(&words).filter(|at| *at > 0) {
        text.replace_range(at..at + words.len(), "");
    }
}

/// 实现地区生产总值: a verb of a level, and the whole name of an indicator.
fn leveled(words: &str) -> bool {
    labels().level_verb.prefix(words).is_some_and(|verb| indicators().exact(&words[verb.len()..]).is_some())
}

/// 香洲、金湾和斗门三个行政区: the places, without how many they are.
fn without_count(names: &str) -> &str {
    let bare = lists().of_places.suffix(names).map_or(names, |word| &names[..names.len() - word.len()]);
    let number = bare.trim_end_matches(|c: char| "二两三四五六七八九十".has_char(c));
    if number.len() < bare.len() { number } else { names }
}

/// True where two names end in the same word of two characters.
fn same_end(one: &str, other: &str) -> bool {
    one.chars().rev().take(2).eq(other.chars().rev().take(2))
}

/// 旅游 in 旅游人次: whose measure a name tells.
fn owner(name: &str) -> Option<&str> {
    let last = segment(name).last().copied()?;
    let end = labels().people.suffix(name).map_or(last.start, |word| name.len() - word.len());
    let end = if end == 0 { name.char_indices().rev().nth(1).map_or(0, |(at, _)| at) } else { end };
    (end >= 6).then(|| &name[..end])
}

/// What the last name of a list shares with those before it: all behind its first word, and of that word the end that
/// they go without (失业、生育保险参保人数 → 保险参保人数).
/// And whether it is a noun of measure, which names of any length share.
fn shared_end<'a>(parts: &[&str], last: &'a str) -> (&'a str, bool) {
    let first = segment(last).first().map_or(0, Token::end);
    // 医保、养老保险: what the short one ends with is not said again.
    let told = |part: &str, end: &str| part.chars().next_back().is_some_and(|c| end.chars().take(2).any(|e| e == c));
    // 城镇和农村低保人数: all behind the name that stands against the other
    let against = || {
        let own = lists().counterpart.prefix(last)?;
        // 青沅区城镇和农村人均可支配收入: the place stands once.
        let named = parts[..parts.len() - 1].iter().all(|part| lists().counterpart.suffix(part).is_some());
        named.then(|| &last[own.len()..])
    };
    if let Some(end) = against() {
        return (end, false);
    }
    // 纺织鞋服、健康食品产业: names as long as its own lack the noun alone.
    let kind = ["产业", "行业", "企业"].iter().find_map(|noun| Some((*noun, last.strip_suffix(noun)?)));
    if let Some((noun, own)) = kind.filter(|(_, own)| {
        let long = own.chars().count() >= 4;
        long && parts[..parts.len() - 1].iter().all(|part| part.chars().count().abs_diff(own.chars().count()) <= 1)
    }) {
        return (&last[last.len() - noun.len()..], !own.is_empty());
    }
    let lends = |part: &&&str| last.get(part.len()..first).is_some_and(|word| labels().lent.contains(word));
    let short = parts.iter().find(lends).and_then(|part| last.get(part.len()..).filter(|end| !told(part, end)));
    // 绵羊、牦牛、藏猪存栏: the noun of measure, where what stands before it is as long as the other names.
    let noun = || {
        let noun = labels().lent_noun.suffix(last)?;
        let own = last[..last.len() - noun.len()].chars().count();
        let most = if labels().lent_measure.contains(noun) { 4 } else { 2 };
        let alike = |part: &&str| part.chars().count().abs_diff(own) <= most;
        (own >= 2 && parts[..parts.len() - 1].iter().all(alike)).then_some(noun)
    };
    match (short, noun()) {
        (Some(end), _) => (end, false),
        (None, Some(noun)) => (noun, labels().lent_measure.contains(noun)),
        (None, None) => (&last[first..], false),
    }
}

/// 0—17岁、18—59岁、60岁及以上人口分别为…: the noun of the last age is that of all.
fn of_ages(scene: &Scene<'_>, parts: &[&str], last: &str) -> Option<Vec<Label>> {
    let tail = &last[last.place_of("岁")? + '岁'.len_utf8()..];
    let above = ["及以上", "及以下", "以上", "以下"].into_iter().find(|word| tail.starts_with(word)).unwrap_or("");
    let noun = tail[above.len()..].trim_start_matches('的');
    let before = &parts[..parts.len() - 1];
    if noun.is_empty() || !before.iter().all(|part| part.ends_with(['岁', '上', '下']) && part.has("岁")) {
        return None;
    }
    let label = |part: &&str| {
        let mut label = make(part, scene.offset(part), 0.85);
        if *part != last {
            label.text.push_str(noun);
        }
        label
    };
    Some(parts.iter().map(label).collect())
}

/// 青沅县、云岭市生产总值分别增长5%、6%: whose it is, each in turn.
fn of_places(scene: &Scene<'_>, memory: &Memory, parts: &[&str], verb: &str) -> Option<Vec<Label>> {
    let (last, before) = parts.split_last()?;
    let place = |part: &str| -> Option<usize> {
        let listed = || {
            let hits = regions().may_begin(part).then(|| regions().find_near(part, scene.structure.region_code))?;
            hits.first().filter(|hit| hit.start == 0).map(|hit| hit.end)
        };
        // 枫桥镇、听涛镇: towns and zones, which no list holds
        listed().or_else(|| part_named(&format!("{part}，")).map(str::len))
    };
    let end = place(last)?;
    if !before.iter().all(|part| place(part) == Some(part.len())) {
        return None;
    }
    let noun = last[end..].trim_start_matches('的');
    let told = labels()
        .level_verb
        .prefix(verb)
        .map(|level| &verb[level.len()..])
        .filter(|rest| indicators().exact(rest).is_some());
    let (noun, verb) = told.filter(|_| noun.is_empty()).map_or((noun, verb), |noun| (noun, ""));
    // 海安、如皋分别完成投资58亿元、62亿元: what is done tells what it is.
    let done = || {
        let rest = labels().level_verb.prefix(verb).map_or(verb, |level| &verb[level.len()..]);
        (rest.chars().count() >= 2).then(|| make(rest, scene.offset(rest), 0.8))
    };
    if let Some(label) = Some(noun).filter(|noun| noun.is_empty()).and_then(|_| done()) {
        let names = before.iter().copied().chain([&last[..end]]);
        return Some(names.map(|name| Label { owner: Some(name.to_owned()), ..label.clone() }).collect());
    }
    let mut label = match noun {
        "" => memory.last.as_ref().map(|last| Label { inherited: true, ..Label::clone(&last.label) })?,
        _ => make(noun, scene.offset(noun), 0.85),
    };
    label.text.push_str(verb);
    let names = before.iter().copied().chain([&last[..end]]);
    Some(names.map(|name| Label { owner: Some(name.to_owned()), ..label.clone() }).collect())
}

fn split_and(part: &str) -> Vec<&str> {
    for joint in ["以及", "和", "与", "及"] {
        if let Some(at) = part.find(joint).filter(|at| *at >= 6 && at + joint.len() + 6 <= part.len()) {
            return vec![&part[..at], &part[at + joint.len()..]];
        }
    }
    vec![part]
}
/// 生产总值, 工业投资: an indicator with its measure; 粮食 is none.
fn is_whole(name: &str) -> bool {
    let measured = labels().level_noun.suffix(name).is_some() || tables().measured.suffix(name).is_some();
    measured && indicators().exact(name).is_some()
}
