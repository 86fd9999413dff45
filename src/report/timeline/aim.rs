//! Whether a date is one by which something is wanted, and the words around it that say so.

use super::title;
use crate::lexicon::project_cues::projects;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, segment};
use crate::lexicon::timeline_cues::timeline;
use crate::lexicon::title_words::title_words;
use crate::mention::Date;
use crate::mention::date::{Edge, Part};
use crate::report::Grain;

/// True where the words before a date end a member of a list, and begin the next: 建成三桥、[在]2026年底前.
pub(super) fn is_listed(head: &str) -> bool {
    let head = head.trim_end();
    let head = title_words().before_date.strip_suffix(head).unwrap_or(head).trim_end();
    head.ends_with('、') || head.ends_with("以及")
}

/// The words before a date without what only led on to it.
pub(super) fn without_preposition(head: &str) -> &str {
    let mut text = head.trim_matches(['，', ' ', '、', '\u{3000}']);
    while let Some(rest) = title_words().before_date.strip_suffix(text) {
        text = rest.trim_end_matches(['，', ' ', '、']);
    }
    text
}

/// A clause without the 之后 that it ends in.
pub(super) fn without_after(clause: &str) -> Option<&str> {
    ["之后", "以后", "后"].iter().find_map(|word| clause.trim_end().strip_suffix(word))
}

/// The title's words without the modal in their midst: 县城第三水厂将建成供水, 抽水蓄能电站力争主体开工.
pub(super) fn without_modals(words: &str) -> String {
    let mut out = words.to_owned();
    for modal in title_words().modal.iter() {
        if let Some(at) = out.place_of(modal.word).filter(|at| *at > 0)
            && modal.stands(&out[..at], &out[at + modal.word.len()..])
        {
            out.replace_range(at..at + modal.word.len(), "");
        }
    }
    // 将 before a verb tells the future; before a noun it is 把. 要 is a duty.
    for modal in title_words().modal_act.iter() {
        if let Some(at) = out.place_of(modal.word).filter(|at| *at > 0) {
            let rest = &out[at + modal.word.len()..];
            if modal.stands(&out[..at], rest) && (timeline().act.prefix(rest).is_some() || rest.starts_with('于')) {
                out.replace_range(at..at + modal.word.len(), "");
            }
        }
    }
    out
}

/// What an act before 的 was done to, told as a deed: 11月完成的机构改革 → 机构改革完成.
pub(super) fn turned(words: &str) -> Option<String> {
    let (act, thing) = done_thing(title::trim(words))?;
    Some(format!("{thing}{act}"))
}

/// An act and the thing behind 的 that it was done to.
pub(super) fn done_thing(words: &str) -> Option<(&str, &str)> {
    let (act, thing) = words.split_once('的')?;
    let named = (4..=20).contains(&thing.chars().count())
        // 建成的住宅共达三千万平方米: what they come to
        && !thing.contains(|c: char| c.is_ascii_digit() || matches!(c, '，' | '、' | '的' | '共' | '达' | '项'))
        && !title::opens_with_verb(thing)
        && !timeline().reached.within(thing);
    let bare = act.chars().nth(1).is_some() && super::deed::is_bare(act);
    (bare && named).then_some((act, thing))
}

/// True where a goal is set: by a word before the date, or right behind it.
pub(super) fn is_aimed(head: &str, tail: &str, words: &str) -> bool {
    let near = head.char_indices().rev().take(6).last().map_or("", |(at, _)| &head[at..]);
    let tail = tail.trim_start_matches('，');
    let starts = tail.char_indices().nth(12).map_or(tail, |(at, _)| &tail[..at]);
    let cues = timeline();
    // 确保岚江大桥、环城高速6月底前通车
    cues.aim_before.within(near)
        || cues.aim_lead.prefix(title::trim_signs(head)).is_some()
        || cues.aim_behind.find(starts).is_some_and(|(at, _)| cues.plan_noun.suffix(&starts[..at]).is_none())
            && !starts.has("主将")
            && !starts.has("将军")
        || words.match_indices('将').any(|(at, modal)| cues.act.prefix(&words[at + modal.len()..]).is_some())
}

/// True of words that say that what was due was done: 如期完成.
pub(super) fn is_told(words: &str) -> bool {
    let cues = timeline();
    cues.told_done.within(words) || cues.kept.within(words)
}

/// True where the words tell an act.
pub(super) fn acts(words: &str) -> bool {
    let words = title::trim(words);
    timeline().act.within(words) || title::opens_with_verb(words)
}

/// True where a date only frames a comparison or belongs to a noun: 比2019年, 2020年的工作, （9月1日施行）.
pub(super) fn is_frame(date: &Date, head: &str, tail: &str) -> bool {
    let cues = timeline();
    let tail = tail.trim_start_matches([' ', '”', '"']);
    // 为到2035年基本建成…打下基础
    if is_inside_pair(head) || cues.compared.suffix(head).is_some() || cues.frame_behind.prefix(tail).is_some() {
        return true;
    }
    let whole = matches!(date.grain, Grain::Year | Grain::Years | Grain::Plan);
    let deadline = matches!(date.expression.edge, Edge::By | Edge::Before | Edge::Within);
    if whole && !deadline && cues.frame_noun.prefix(tail).is_some() {
        return true;
    }
    // 年初确定的8件实事全部完成: when they were chosen, not when they were done.
    if !deadline
        && matches!(date.expression.part, Part::Start | Part::Whole)
        && title_words().lead.strip_prefix(tail).is_none()
        && matches!(segment(lead(tail, 6)).as_slice(), [verb, of, ..] if verb.tag == Tag::Verb && of.text == "的")
    {
        return true;
    }
    // 制定和实行第八个五年计划: the plan is what is done, not when.
    if matches!(date.expression.part, Part::Plan(_)) && cues.plan_object.suffix(head).is_some() {
        return true;
    }
    // 将2014年确定为环境治理年: what the year is called.
    if head.ends_with(['将', '把']) && cues.called.prefix(tail).is_some() {
        return true;
    }
    // 发表于11月19日《岚江日报》: the paper of that day
    if tail.starts_with('《') && head.ends_with(['于', '在', '据']) {
        return true;
    }
    // 提出到2030年可能达到的技术水平: what is told of is a thing.
    let thing = tail.rsplit_once('的').map_or("", |(_, thing)| thing);
    if cues.told_of.suffix(head).is_some() && (2..=6).contains(&thing.chars().count()) {
        return true;
    }
    // 第一次提出了在本世纪内实现四个现代化: told is that it was proposed.
    let before = without_preposition(head);
    if before.ends_with('了') && cues.told_of.suffix(before).is_some() {
        return true;
    }
    // 从1978年3月…到这次会议: a stretch of time, told as one.
    if head.ends_with(['从', '自']) && cues.stretch.within(tail) {
        return true;
    }
    // 由2015年的…增至: the old level.
    let old = head.ends_with(['由', '从', '自']) && date.expression.edge != Edge::Since;
    old && matches!(date.expression.part, Part::Whole | Part::End | Part::Plan(_) | Part::PlanEnd(_))
}

/// True where another time is named beside a date: 明年冬季[和后年春季].
pub(super) fn names_more(tail: &str) -> bool {
    let Some(rest) = tail.strip_prefix(['和', '与', '及', '或']) else { return false };
    lead(rest, 5).contains(['年', '月', '季'])
}

/// True where the words behind two dates count them: 2022年和2023年[两个年度计划].
pub(super) fn is_counted(tail: &str) -> bool {
    tail.starts_with(['两', '二', '2', '这'])
}

/// True of a thing of which nothing is said yet: 城乡居民按人口平均的消费水平.
pub(super) fn is_thing(words: &str) -> bool {
    let words = title::trim(words);
    let thing = words.rsplit_once('的').map_or("", |(_, thing)| thing);
    (2..=8).contains(&thing.chars().count())
        && !title::opens_with_verb(words)
        && !words.contains(|c: char| c.is_ascii_digit() || matches!(c, '，' | '、' | '；'))
        && !timeline().reached.within(thing)
        && segment(thing).last().is_some_and(|word| word.tag == Tag::Noun)
}

/// The first characters of a text.
fn lead(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

/// True where brackets or quotation marks are open at the end of the words.
fn is_inside_pair(head: &str) -> bool {
    let mut depth = [0_i32; 4];
    for c in head.chars() {
        let step = match c {
            '（' => (0, 1),
            '）' => (0, -1),
            '(' => (1, 1),
            ')' => (1, -1),
            '《' => (2, 1),
            '》' => (2, -1),
            '“' => (3, 1),
            '”' => (3, -1),
            _ => continue,
        };
        depth[step.0] += step.1;
    }
    depth.iter().any(|depth| *depth > 0)
}

/// The thing that a clause is about: 抓好鸿远电缆特种电缆项目建设 → 鸿远电缆特种电缆项目.
pub(super) fn thing(clause: &str) -> Option<&str> {
    let mut text = title::trim(clause);
    let mut taken = false;
    while let Some(verb) = projects().push.prefix(text) {
        text = &text[verb.len()..];
        taken = true;
    }
    let cues = timeline();
    if let Some(tail) = cues.thing_tail.suffix(text) {
        text = &text[..text.len() - tail.len()];
    }
    let headed = cues.thing_head.suffix(text).is_some();
    let text = text.trim_end_matches(['、', '等']);
    // 抓好总投资5.6亿元的县体育中心建设: what it costs is no part of its name.
    let text = title::without_size(text);
    (taken && headed && (4..=24).contains(&text.chars().count())).then_some(text)
}

/// What a clause has built or renewed, be it called what it may: 新建县二中, 启动老城区雨污分流改造.
pub(super) fn built(clause: &str) -> Option<&str> {
    let mut text = title::trim(clause);
    let cues = timeline();
    let mut taken = false;
    while let Some(verb) = [&cues.build, &cues.done_to, &projects().push]
        .into_iter()
        .filter_map(|list| list.prefix(text))
        .max_by_key(|verb| verb.len())
    {
        taken |= cues.build.contains(verb) || cues.renewal.suffix(text).is_some();
        text = &text[verb.len()..];
    }
    let text = title::without_size(text);
    let text = text.strip_suffix("建设").or_else(|| text.strip_suffix("主体工程")).unwrap_or(text);
    let plain = !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '、' | '，' | '的' | '等'));
    let one = cues.deed_class.find(text).is_none() && projects().class.prefix(text).is_none();
    (taken && plain && one && (3..=20).contains(&text.chars().count()) && !title::opens_with_verb(text)).then_some(text)
}

/// 水库除险加固工程已完成65%，预计9月底竣工: the thing whose progress a clause tells of.
pub(super) fn under_way(clause: &str) -> Option<&str> {
    let text = title::trim(clause);
    let cues = timeline();
    let ends = text.char_indices().skip(4).take(21).map(|(at, _)| at);
    let found = ends.filter(|at| cues.progress.prefix(&text[*at..]).is_some());
    found.map(|at| &text[..at]).find(|thing| is_called(thing) && !title::opens_with_verb(thing))
}

/// True of a name that ends as things do: 岚水大桥, 合州高铁青沅段.
fn is_called(thing: &str) -> bool {
    let part = thing.strip_suffix('段').is_some_and(|head| !head.ends_with(['阶', '地', '手', '片', '时', '路', '标']));
    timeline().thing_head.suffix(thing).is_some() || part
}

/// 岚江大桥是全省重点工程, 城北水厂扩建工程抓紧开展前期工作, 鸿远电缆二期: the thing that a clause begins with, and goes on about.
pub(super) fn headed(clause: &str) -> Option<&str> {
    let text = title::trim(clause);
    let cues = timeline();
    let fits = |thing: &str| {
        // 土建工程已完成: a part of what is told of
        let part = cues.progress.prefix(thing).is_some();
        // 该项目建设工期为14个月: how long it takes
        let term = cues.term_noun.suffix(thing).is_some() || cues.pointing.prefix(thing).is_some();
        (4..=24).contains(&thing.chars().count()) && !part && !term && !title::opens_with_verb(thing)
    };
    let named = |thing: &str| is_called(thing) || projects().phase_head.suffix(thing).is_some();
    let mut upto = 0;
    let words = segment(lead(text, 28));
    let found = words.iter().enumerate().find_map(|(at, word)| {
        upto += word.text.len();
        let thing = &text[..upto];
        let next = words.get(at + 1)?;
        let goes_on = cues.about.prefix(&text[upto..]).is_some() || next.tag == Tag::Adverb;
        (goes_on && named(thing) && fits(thing) && !thing.has("的")).then_some(thing)
    });
    // 与云江客商合资的鸿远机械项目: what it is called stands behind 的.
    let name = text.rsplit_once('的').map_or(text, |(_, name)| name);
    found.or_else(|| (named(name) && fits(name) && !text.contains(['、', '是'])).then_some(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_lead_to_a_date_fall_away() {
        assert_eq!(without_preposition("岚水大桥将于"), "岚水大桥");
        assert_eq!(without_preposition("抽水蓄能电站力争"), "抽水蓄能电站");
        assert_eq!(without_preposition("力争到"), "");
        assert_eq!(without_modals("县城第三水厂将建成供水"), "县城第三水厂建成供水");
        assert_eq!(without_modals("县城将北部划入"), "县城将北部划入");
    }

    #[test]
    fn a_date_in_brackets_is_no_entry() {
        assert!(is_inside_pair("条例（") && !is_inside_pair("条例（试行）"));
    }

    #[test]
    fn a_bare_predicate_finds_its_thing() {
        assert_eq!(thing("抓好鸿远电缆特种电缆项目建设"), Some("鸿远电缆特种电缆项目"));
        assert_eq!(thing("完善城市功能"), None);
        assert_eq!(under_way("云岭水库除险加固工程已完成总量的65%"), Some("云岭水库除险加固工程"));
        assert_eq!(under_way("实施水库除险加固工程12个"), None);
        assert_eq!(headed("岚江大桥是全省重点工程"), Some("岚江大桥"));
        assert_eq!(headed("城北水厂扩建工程抓紧开展前期工作"), Some("城北水厂扩建工程"));
        assert_eq!(headed("鸿远电缆二期"), Some("鸿远电缆二期"));
        assert_eq!((headed("加快建设岚江大桥"), headed("全县学校新增学位300个")), (None, None));
    }
}
