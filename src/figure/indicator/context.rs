//! What the clauses beside a number name, where its own says nothing.

use super::deed::leading_deed;
use super::phrase::{clip, starts_with_verb};
use super::scheme::before_fate;
use super::{Label, Side, label_text, make};
use crate::figure::memory::Memory;
use crate::figure::scene::Place;
use crate::figure::scene::Scene;
use crate::lexicon::figure_cues::{labels, measures};
use crate::lexicon::indicators::indicators;
use crate::lexicon::openers::opener;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, Token, segment};
use crate::lexicon::units::Kind;
use crate::mention::quantity::Form;
use crate::span::Span;

/// Clauses behind a number in which what it counts is looked for.
const NEXT: usize = 6;

/// An inherited label for a clause that only says 同比增长, from the clause before it in the sentence: 工业稳中有进，增长9%.
pub(super) fn nearby(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Label> {
    let before = scene.said_before(side.clause.start);
    // 在群众满意度调查中，我县获得全市第二名
    if let Some(lead) = before.strip_suffix("中，")
        && matches!(side.quantity.form, Form::Rank | Form::Top)
    {
        let (noun, offset) = label_text(scene, scene.offset(lead), lead.rsplit('，').next().unwrap_or(lead));
        let noun = noun.strip_prefix('在').unwrap_or(noun);
        if (2..=20).contains(&noun.chars().count()) {
            return Some(make(noun, offset, 0.7));
        }
    }
    let hits = indicators().find_all(before);
    if let Some(hit) = hits.last() {
        return Some(make(&before[hit.start..hit.end], scene.offset(before) + hit.start, 0.7));
    }
    if memory.last.is_none()
        && let Some(noun) = object(scene, side)
    {
        return Some(make(noun, scene.offset(noun), 0.65));
    }
    // 从43家发展到118家，高新技术企业数量实现跨越: the clause behind names it.
    let behind = || {
        let after = scene.text(side.quantity.outer_end, scene.sentence.end);
        after.split(['，', ',']).skip(1).take(NEXT).find(|c| !c.bytes().any(|c| c.is_ascii_digit()))
    };
    if before.trim().is_empty()
        && let Some(noun) = behind().map(leading_noun).filter(|n| (2..=12).contains(&n.chars().count()))
    {
        return Some(make(noun, scene.offset(noun), 0.6));
    }
    memory.previous.as_ref().map(|label| Label { inherited: true, confidence: 0.5, ..Label::clone(label) })
}

/// Characters of what goes on for a while, as far as a label tells it.
const GOES_ON: usize = 14;

/// 出口连续6个月保持两位数增长: for how long something goes on. The number behind it is told of the same thing.
pub(super) fn in_a_row(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Label> {
    if !is_run(side) {
        return None;
    }
    let left = side.left.without_end("连续").trim_end_matches(['已', '经']);
    let (noun, offset) = label_text(scene, scene.offset(left), left);
    let told = || memory.last.as_ref().map(|last| Label::clone(&last.label));
    let owner = match (noun, told()) {
        ("", told) => told.or_else(|| nearby(scene, memory, side))?,
        // 出口增长9%，增速连续两个季度列全市第二
        (speed, Some(last)) if measures().speed.contains(speed) => Label { text: last.text + speed, ..last },
        _ => make(noun, offset, 0.95),
    };
    let rest = scene.text(side.quantity.outer_end, side.clause.end).trim();
    let rest = rest.split(['、', '；', '（']).next().unwrap_or(rest);
    let fits = rest.chars().nth(GOES_ON).is_none();
    let text = format!("{}连续{}", owner.text, if fits { rest } else { "" });
    Some(Label { text, ..owner })
}

/// 连续6个月
pub(in crate::figure) fn is_run(side: &Side<'_>) -> bool {
    side.left.ends_with("连续") && side.quantity.unit.ends_with(['月', '年', '度'])
}

/// 农民收入增长8%；城镇居民收入，1982年为494元: a clause that only names an indicator, behind the number before.
pub(super) fn between(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Label> {
    let last = memory.last.as_ref()?;
    let words = scene.text(last.end, side.clause.start).trim_end_matches(['，', ',', ' ']);
    let noun = words.rsplit(['，', '；', ',', ';', '。']).next()?.trim();
    if indicators().exact(noun).is_some() {
        return Some(make(noun, scene.offset(noun), 0.8));
    }
    // 城镇居民收入608元；农民的纯收入，全国平均每人达到355元
    if (3..=12).contains(&noun.chars().count())
        && labels().level_noun.suffix(noun).is_some()
        && !noun.bytes().any(|b| b.is_ascii_digit())
    {
        return Some(make(noun, scene.offset(noun), 0.7));
    }
    // 万元生产总值能耗提前完成任务，居全市第一
    let (text, offset) = label_text(scene, scene.offset(noun), noun);
    let hit = indicators().find_all(text).first().copied().filter(|hit| hit.start == 0)?;
    Some(make(&text[..hit.end], offset, 0.7))
}

/// Characters of the longest clause that is nothing but what is measured.
const MEASURED: usize = 24;

/// 国有投资占全部投资的比重，由上年的35%提高到37%: the clause right before does nothing but name what is measured.
pub(super) fn alone_before(scene: &Scene<'_>, memory: &Memory, side: &Side<'_>) -> Option<Label> {
    let own = scene.text(side.clause.start, side.quantity.outer_start).trim_start();
    if side.left_start > side.clause.start && !own.starts_with(['由', '从']) {
        return None;
    }
    let before = scene.said_before(side.clause.start).strip_suffix(['，', ','])?;
    let clause = before.rsplit(['，', '；', '：', ',', ';', ':', '。']).next()?.trim();
    let (noun, offset) = label_text(scene, scene.offset(clause), clause);
    // 增长速度加快: how fast something grows is told of that.
    let grows = noun.has("增") || noun.has("年均");
    let acts = |noun: &str| {
        let adverb = segment(clip(noun)).first().is_some_and(|word| word.tag == Tag::Adverb);
        adverb || !noun.has("的") && starts_with_verb(noun) || !leading_deed(noun).is_empty()
    };
    let plain = !clause.bytes().any(|byte| byte.is_ascii_digit()) && !grows;
    if labels().sized_noun.suffix(noun).is_none() || !plain || !(4..=MEASURED).contains(&noun.chars().count()) {
        return None;
    }
    // 技改投资3亿元；占全部投资的比重，由上年的35%提高到37%: it goes on with what was told of before
    if noun.starts_with('占') {
        let last = memory.last.as_ref()?.label.text.trim_end_matches(noun);
        return Some(Label { text: format!("{last}{noun}"), ..make(noun, offset, 0.7) });
    }
    (!acts(noun)).then(|| make(noun, offset, 0.8))
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

/// Characters of the longest object that is taken from the clause before.
const OBJECT: usize = 14;

/// 扩大人工草场面积，计划达到30万亩; 推进植树造林，新增5万亩: what the clause before is about, behind its verbs.
pub(super) fn object<'a>(scene: &Scene<'a>, side: &Side<'_>) -> Option<&'a str> {
    let before = scene.said_before(side.clause.start);
    let before = before.strip_suffix(['，', ','])?;
    let mut clauses = before.rsplit(['，', '；', '：', ',', ';', ':', '。']);
    let clause = clauses.next()?;
    // 行政经费预算，从中央到地方，一律削减10%
    let clause = if clause.starts_with('从') && clause.has("到") { clauses.next()? } else { clause };
    if clause.chars().nth(OBJECT * 2).is_some() || clause.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let (text, _) = label_text(scene, scene.offset(clause), clause);
    // 经济增长速度的调控目标，定为8%
    let text =
        text.strip_suffix("目标").and_then(|text| text.last_place_of("的").map(|at| &text[..at])).unwrap_or(text);
    let tokens = segment(text);
    let verb = |t: &Token<'_>| {
        matches!(t.tag, Tag::Verb | Tag::Adverb | Tag::Particle) && !labels().noun_verb.contains(t.text)
    };
    let first = tokens.iter().find(|t| !verb(t))?;
    let noun = |t: &Token<'_>| {
        matches!(
            t.tag,
            Tag::Noun | Tag::VerbalNoun | Tag::Organisation | Tag::Latin | Tag::Idiom | Tag::Other | Tag::Measure
        )
    };
    let plain =
        |t: &Token<'_>| !matches!(t.tag, Tag::Verb | Tag::Adverb | Tag::Preposition | Tag::Conjunction | Tag::Pronoun);
    let from = &tokens[tokens.iter().position(|t| t.start == first.start)?..];
    let object = &text[first.start..];
    // 加大保障性住房建设力度，新开工3万套
    let object = labels().object_end.suffix(object).map_or(object, |end| &object[..object.len() - end.len()]);
    if labels().object_act.suffix(object).is_some() || object.contains(['“', '”', '《']) {
        return None;
    }
    let whole = from.last().is_some_and(noun) && from.iter().all(plain);
    (whole && (2..=OBJECT).contains(&object.chars().count())).then_some(object)
}

/// The noun that the clause before begins with.
pub(super) fn topic<'a>(scene: &Scene<'a>, side: &Side<'_>) -> Option<&'a str> {
    let before = scene.said_before(side.clause.start);
    let clause = before.trim_end_matches(['，', ',', '：', ':']).rsplit(['，', '；', '：', ',']).next()?;
    if clause.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let clause = clause.trim_start_matches(['—', '-', ' ', '“', '*']);
    let clause = &clause[leading_deed(clause).len()..];
    let clause = clause.trim_start_matches('了');
    let clause = behind_list(clause);
    let (mut start, mut end) = (0, 0);
    let mut named = false;
    for token in segment(clip(clause)) {
        // 湖北四季度重大项目集中开工: where and when stand before what.
        if end == start && matches!(token.tag, Tag::Time | Tag::Place | Tag::Numeral) {
            (start, end) = (token.end(), token.end());
            continue;
        }
        if !matches!(token.tag, Tag::Noun | Tag::VerbalNoun | Tag::Organisation | Tag::Latin | Tag::Place)
            || labels().topic_verb.contains(token.text)
        {
            // 个体工商户和私营企业
            if token.text == "和" && end > start {
                continue;
            }
            break;
        }
        named |= token.tag != Tag::VerbalNoun;
        end = token.end();
    }
    // 升级审批服务，办理时限压减20%: a deed alone names nothing.
    let noun = &clause[start..end];
    // 项目全部建成达产后
    let noun = labels().inverted_adverb.suffix(noun).map_or(noun, |word| &noun[..noun.len() - word.len()]);
    // 粮食生产战胜灾害，产量……
    let noun = noun.strip_suffix("生产").filter(|noun| noun.len() >= 6).unwrap_or(noun);
    // 全力打造绿色工厂: how, not what
    if opener(noun).is_some_and(|word| word == noun) {
        return None;
    }
    let most = if noun.has("和") { 12 } else { 8 };
    (named && (2..=most).contains(&noun.chars().count())).then_some(noun)
}

/// 钢铁、铝业、装备制造等[五大支柱产业不断壮大]: what a list is of stands behind 等.
fn behind_list(clause: &str) -> &str {
    let Some((list, rest)) = clause.split_once('等').filter(|(list, _)| list.has("、")) else { return clause };
    let noun = |token: &Token<'_>| {
        matches!(token.tag, Tag::Noun | Tag::VerbalNoun | Tag::Organisation | Tag::Latin | Tag::Place | Tag::Adjective)
    };
    let nouns = list.split(['、', '和']).all(|item| segment(item).last().is_some_and(noun));
    let headed = segment(clip(rest)).first().is_some_and(|token| noun(token) || token.tag == Tag::Numeral);
    // 涉及工业、农业等多个领域: over what it is spread
    if nouns && headed && !rest.starts_with(['多', '方', '领']) { rest } else { clause }
}

/// Characters of the longest sentence that heads a paragraph.
const HEAD: usize = 20;

/// （一）第一产业稳定增长。实现增加值148亿元: the noun that the short sentence before begins with.
pub(super) fn heading<'a>(scene: &Scene<'a>, side: &Side<'_>) -> Option<&'a str> {
    if !scene.said_before(side.clause.start).trim().is_empty() {
        return None;
    }
    let before = scene.text(scene.block.span.start, scene.sentence.start).trim().strip_suffix('。')?;
    let sentence = before.rsplit(['。', '；', '）', '、']).next()?;
    let sentence = sentence.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let noun = leading_noun(sentence);
    let noun = labels().state_end.suffix(noun).map_or(noun, |word| &noun[..noun.len() - word.len()]);
    let fits = sentence.chars().nth(HEAD).is_none() && !sentence.contains(|c: char| c == '，' || c.is_ascii_digit());
    (fits && (2..=8).contains(&noun.chars().count()) && noun.len() < sentence.len()).then_some(noun)
}

/// Characters of the longest name of a project that is taken from beside a number.
const PROJECT: usize = 24;

/// The project whose size a number tells: in the clause before (祥云学校项目，总投资3.7亿元), or before the bracket that
/// holds the number (祥云学校项目（总投资3.7亿元）).
pub(super) fn project<'a>(scene: &Scene<'a>, side: &Side<'_>) -> Option<&'a str> {
    let before = scene.said_before(side.left_start);
    let open = before.rfind(['（', '(']).filter(|at| !before[*at..].contains(['）', ')']));
    let (named, bracketed) = match open {
        Some(at) => (&before[..at], true),
        None => (before.strip_suffix(['，', ',', '：', ':'])?, false),
    };
    let at = named.char_indices().rev().find(|(_, c)| matches!(c, '，' | '、' | '；' | '：' | ',' | ';' | ':' | '。'));
    let name = &named[at.map_or(0, |(at, c)| at + c.len_utf8())..];
    let (name, _) = label_text(scene, scene.offset(name), name);
    let name = name[leading_deed(name).len()..].trim_start_matches(['了', '的']);
    // 由长风建设的啤酒工厂项目; 岚水整治、水库扩容等重大工程
    let at = [name.last_place_of("的"), name.last_place_of("等")]
        .into_iter()
        .flatten()
        .max()
        .map_or(0, |at| at + '的'.len_utf8());
    let name = if name[at..].chars().nth(2).is_some() { &name[at..] } else { name };
    // 岚水养老产业项目是这次投资最大的项目，计划投资2.5亿元
    let name = name.place_of("项目是").map_or(name, |at| &name[..at + "项目".len()]);
    // 岚水大桥建成通车，全长3.2公里: what became of it is no part of its name.
    let whole = name.len();
    let name = before_fate(name);
    let place = scene.offset(name);
    let counted = scene.quantities.iter().any(|q| place <= q.span.start && q.span.start < place + name.len());
    let fits = (3..=PROJECT).contains(&name.chars().count()) && !counted;
    let titled = labels().project_end.suffix(name.trim_end_matches(['）', ')', '”'])).is_some() || name.len() < whole;
    (fits && (titled || bracketed && is_thing(name))).then_some(name)
}

/// Characters of the longest name of a project with which a paragraph opens.
const OPENING: usize = 40;

/// 云江物流产业园项目位于经济开发区，占地128亩，总投资4亿元: the project that a paragraph of news opens with.
pub(in crate::figure) fn opening_project(scene: &Scene<'_>) -> Option<Place> {
    let text = scene.text(scene.sentence.start, scene.block.span.end);
    // 据了解，云江物流产业园项目总投资4亿元
    let mut clauses = text.split(['，', '。', '；', '：', '！', '\n']);
    let first = clauses.next()?;
    let remark = opener(first.trim()).is_some_and(|word| word == first.trim());
    let clause = if remark { clauses.next()? } else { first };
    let start =
        clause.find(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || c.is_ascii_alphanumeric() || c == '“')?;
    let words = &clause[start..];
    let (at, head) = labels().project_head.find(words)?;
    let (name, tail) = words.split_at(at + head.len());
    // 位于岚水镇的福利中心项目, 由云江集团投资建设的污水处理项目
    let own = name.last_place_of("的").filter(|at| labels().project_lead.within(&name[..*at]));
    let (start, name) = own.map_or((start, name), |at| (start + at + '的'.len_utf8(), &name[at + '的'.len_utf8()..]));
    let at = name.len() - head.len();
    let named =
        (5..=OPENING).contains(&name.chars().count()) && !name.contains(['的', '个']) && leading_deed(name).is_empty();
    let told = tail.is_empty() || labels().project_told.prefix(tail).is_some();
    let verb =
        // 顶辉新材料项目: a verb of one character is part of a name.
        || segment(name).first().is_some_and(|word| {
            word.tag == Tag::Verb && word.text.chars().count() > 1 || matches!(word.tag, Tag::Preposition | Tag::Pronoun)
        });
    let from = scene.offset(clause) + start;
    // 今天集中开工项目: a class, not a name
    // 要素保障稳项目: what is done for projects
    let class = labels().stage_verb.suffix(&name[..at]).is_some()
        || name[..at].ends_with([
            '稳', '抓', '促', '强', '引', '推', '孵', '落', '跑', '争', '盯', '谋', '保', '育', '扩', '招', '优',
        ]);
    (named && told && !class && !verb()).then(|| Span::new(from, from + name.len()))
}

/// What places are counted by: the noun of a clause that ends in 中 (重大项目中，福州115个), or projects where what they
/// cost is told behind (襄阳97个、总投资326亿元).
pub(super) fn counted_of_places<'a>(scene: &Scene<'a>, side: &Side<'_>) -> Option<&'a str> {
    let before = scene.said_before(side.clause.start);
    let lead = before.split(['，', ',', '；', ';']).find_map(|clause| clause.trim().strip_suffix('中'));
    if let Some(lead) = lead {
        let (noun, _) = label_text(scene, scene.offset(lead), lead);
        return (2..=PROJECT).contains(&noun.chars().count()).then_some(noun);
    }
    // 一周新开工项目数量从高到低依次为：宜都13个，夷陵5个
    if let Some(lead) = before.rsplit_once("依次为").map(|(lead, _)| lead)
        && let Some((noun, _)) = ["数量", "个数", "总数"].iter().find_map(|word| lead.rsplit_once(word))
    {
        let clause = noun.rsplit(['，', '；', '。', ',']).next()?;
        let (noun, _) = label_text(scene, scene.offset(clause), clause);
        return (2..=PROJECT).contains(&noun.chars().count()).then_some(noun);
    }
    let next =
        scene.quantities.get(side.index + 1).filter(|q| q.kind == Kind::Money && q.span.start < side.clause.end)?;
    let between = scene.text(side.quantity.outer_end, next.outer_start).trim_start_matches(['、', ' ']);
    labels().money.contains(between).then_some("项目")
}

/// True for a noun that stands alone: no verb ends it.
fn is_thing(name: &str) -> bool {
    let tokens = segment(name);
    let noun = |t: &Token<'_>| matches!(t.tag, Tag::Noun | Tag::Organisation | Tag::Place | Tag::Latin | Tag::Other);
    tokens.last().is_some_and(noun) && !tokens.iter().any(|t| matches!(t.tag, Tag::Adverb | Tag::Preposition))
}
