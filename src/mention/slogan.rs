//! Policy phrases whose number is a code or a count of their own parts: “325”产业计划, 三大改造, 四个“十大工程”.

mod parts;

use super::{At, Mentions};
use crate::lexicon::numeral;
use crate::lexicon::segment::{Tag, segment};
use crate::lexicon::slogans::slogans;
use crate::span::{Clean, Span};
use crate::structure::Structure;

/// A policy phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slogan {
    /// The whole phrase.
    pub span: Span<Clean>,
    /// Its parts, where the text names them.
    pub parts: Vec<Span<Clean>>,
}

impl Slogan {
    fn new(start: usize, end: usize) -> Slogan {
        Slogan { span: Span::new(start, end), parts: Vec::new() }
    }
}

/// Characters of the longest phrase in quotation marks that is still a slogan.
const QUOTED: usize = 16;
/// Characters of the longest noun behind a code or a count.
const HEAD: usize = 12;

fn closing(open: char) -> char {
    match open {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        other => other,
    }
}

fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '一'
            ..='一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '百'
                | '千'
                | '万'
                | '亿'
                | '两'
                | '双'
                | '首'
    ) || c.is_ascii_digit()
}

/// A phrase in quotation marks with numerals in it, and the noun behind that it names.
pub(super) fn quoted(place: At<'_>) -> Option<Slogan> {
    let rest = place.rest();
    let open = rest.chars().next()?;
    let inner_start = open.len_utf8();
    let close = closing(open);
    let mut inner_len = None;
    for (count, (at, c)) in rest[inner_start..].char_indices().enumerate() {
        if c == close {
            inner_len = Some(at);
            break;
        }
        if count > QUOTED || matches!(c, '。' | '；' | '\n') {
            return None;
        }
    }
    let inner = &rest[inner_start..inner_start + inner_len?];
    if inner.is_empty() || !slogan_like(inner) || is_name(inner, &rest[inner_start + inner.len() + close.len_utf8()..])
    {
        return None;
    }
    let mut len = inner_start + inner.len() + close.len_utf8();
    let after = &rest[len..];
    if inner.chars().any(|c| c.is_ascii_digit()) {
        len += head(after);
    }
    // 四个“十大工程”
    let back = counted_before(place.before(), place.start - place.free.min(place.start));
    Some(Slogan::new(place.start - back, place.start + len))
}

/// Names in quotation marks: telephone services (“12345”热线), days (“9·8”特大暴雨), places (“平安三明”), quantities.
fn is_name(inner: &str, after: &str) -> bool {
    let digits = inner.bytes().filter(u8::is_ascii_digit).count();
    if digits == inner.len() {
        let service = matches!(inner, "110" | "119" | "120" | "122" | "114")
            || digits == 5 && ["12", "96", "95", "10"].iter().any(|w| inner.starts_with(w));
        return service
            && !["工作思路", "战略", "计划", "工程", "体系", "布局", "思路"].iter().any(|w| after.starts_with(w));
    }
    let day = inner.split_once('·').is_some_and(|(month, rest)| {
        let number = |w: &str| (1..=2).contains(&w.bytes().take_while(u8::is_ascii_digit).count());
        month.bytes().all(|b| b.is_ascii_digit()) && number(month) && number(rest)
    });
    let of_days = digits > 0 && inner.ends_with(['日', '节']);
    let measured = digits > 0 && ["万千瓦", "亿元", "万元", "万吨", "世纪"].iter().any(|w| inner.contains(w));
    let platform = inner.ends_with(|c: char| c.is_ascii_digit())
        && inner.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && ["平台", "系统"].iter().any(|w| after.starts_with(w));
    if day || of_days || measured || platform {
        return true;
    }
    // Without the names in it nothing may be left that counts: 平安三明, 5G+数字矿山.
    let names = slogans().names(inner);
    let mut bare = 0;
    let counts = |from: usize, to: usize| inner[from..to].chars().any(is_numeral);
    !names.is_empty()
        && !names.iter().any(|name| counts(std::mem::replace(&mut bare, name.end), name.start))
        && !counts(bare, inner.len())
}

/// Bytes of a count right before a quotation: 四个, 6大.
fn counted_before(before: &str, free: usize) -> usize {
    let mut chars = before.chars().rev();
    let Some(measure) = chars.next().filter(|c| matches!(c, '个' | '大' | '项' | '条' | '张')) else { return 0 };
    let Some(count) = chars.next().filter(|c| is_numeral(*c)) else { return 0 };
    let len = measure.len_utf8() + count.len_utf8();
    if len <= free { len } else { 0 }
}

fn slogan_like(inner: &str) -> bool {
    if slogans().contains(inner) {
        return true;
    }
    let plan = ["十一五", "十二五", "十三五", "十四五", "十五五"].iter().any(|p| inner.starts_with(p))
        || inner.chars().count() == 2 && inner.ends_with('五');
    if plan || inner.contains(['，', '%', '％', '年', '：', '.']) {
        return false;
    }
    // 325, 3+5, 2+2+4, 1+N: digits and signs alone
    if inner.contains(|c: char| c.is_ascii_digit()) {
        let code = inner
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '+' | 'N' | 'n' | 'X' | '×' | '-' | '—' | '·' | '＋'));
        let mixed = inner.chars().filter(char::is_ascii_digit).count() >= 2
            && !inner.starts_with(|c: char| c.is_ascii_alphabetic());
        return code && inner.len() > 1
            || mixed && inner.chars().count() <= 12
            || inner.contains('+')
            || inner.ends_with('条');
    }
    let numerals = inner.chars().filter(|c| is_numeral(*c)).count();
    let ones = inner.chars().filter(|c| matches!(c, '一' | '首')).count();
    if numerals == 0 {
        return false;
    }
    if inner.chars().count() > 12 && !inner.contains('、') {
        return false;
    }
    // A lone 一 is a word's, not a count: 一体化, 第一.
    if numerals == ones {
        return ones >= 2
            || inner.starts_with('一')
                && (3..=4).contains(&inner.chars().count())
                && !["一体", "一把", "一盘", "一张", "一线", "一流", "一站", "一号", "一带"]
                    .iter()
                    .any(|w| inner.starts_with(w));
    }
    let prize = inner.contains("等奖")
        || inner.contains("第")
        || inner.contains("会议")
        || inner.contains("十大") && inner.chars().count() > 8;
    !prize
}

/// A code without quotation marks: 2主2新4特, 3+5产业体系, 1+N.
pub(super) fn code(place: At<'_>) -> Option<Slogan> {
    let rest = place.rest();
    let (mut groups, mut len, mut pluses) = (0, 0, 0);
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !c.is_ascii_digit() {
            break;
        }
        let Some(&(next_at, next)) = chars.peek() else { break };
        if next == '+' || next == '＋' {
            pluses += 1;
            chars.next();
            groups += 1;
            len = next_at + next.len_utf8();
            if chars.peek().is_some_and(|(_, c)| matches!(c, 'N' | 'X' | 'n')) {
                len += 1;
                groups += 1;
                break;
            }
        } else if ('\u{4e00}'..='\u{9fff}').contains(&next)
            && !"个家户人名元年月日亩吨公万亿倍件条所座台套项次级号天米千平处位只头辆金银铜届岁度市区县镇乡村省"
                .contains(next)
        {
            groups += 1;
            chars.next();
            len = next_at + next.len_utf8();
        } else {
            if pluses > 0 {
                groups += 1;
                len = at + 1;
            }
            break;
        }
    }
    if groups < 2 {
        return None;
    }
    let before = place.before();
    let back = before.chars().next_back().filter(|c| matches!(c, '“' | '"' | '‘')).map_or(0, char::len_utf8);
    let start = (place.start - back).max(place.free);
    Some(Slogan::new(start, place.start + len + head(&rest[len..])))
}

/// Measure words whose count can be one of a phrase's own parts.
const MEASURES: [&str; 9] = ["大", "个", "项", "类", "种", "条", "件", "张", "优"];

/// A count of the phrase's own parts: 三大改造, 四件大事, 五项机制, 两个确保.
pub(super) fn counted(place: At<'_>) -> Option<Slogan> {
    let rest = place.rest();
    if let Some(len) = slogans().longest(rest) {
        return Some(Slogan::new(place.start, place.start + len));
    }
    let (len, spelled) = count(place)?;
    let after = &rest[len..];
    if after.starts_with("大")
        && !["大道", "大学", "大桥", "大队", "大厦", "大型", "大米", "大豆", "大户", "大棚", "大街"]
            .iter()
            .any(|w| after.starts_with(w))
    {
        let noun = head(&after[3..]);
        let quoted = after[3..].starts_with(['“', '"']);
        return (noun > 3 || quoted).then(|| Slogan::new(place.start, place.start + len + 3 + noun));
    }
    let measure = MEASURES.iter().find(|m| after.starts_with(**m))?;
    let noun = &after[measure.len()..];
    if noun.starts_with(['“', '"', '‘']) && spelled {
        return None;
    }
    let start = len + measure.len();
    let phrase = |noun: usize| Some(Slogan::new(place.start, place.start + start + noun));
    let own = slogans().own(noun);
    if own > 0 && spelled && ends_noun(&noun[own..]) && !begins_word(&noun[own..]) {
        return phrase(own);
    }
    let listed = heads(noun);
    let of_places = ["省级", "市级", "县级", "国家级", "县", "村", "乡", "镇"].iter().any(|w| noun.starts_with(w));
    if listed > 0 && !of_places && (spelled || slogans().abstract_only(noun)) {
        let end = word_end(noun, listed);
        if end > listed && PLACES.iter().any(|w| noun[..end].ends_with(w)) {
            return None;
        }
        // 十件大事中，有六件…: counted things, not a phrase; 社区服务中心 is no 服务.
        let goes_on = noun[end..].starts_with('中') && !noun[end..].starts_with("中心");
        return if goes_on || !ends_noun(&noun[end..]) { None } else { phrase(end) };
    }
    None
}

/// A phrase that a name could be taken for: 十大民生实事 (not 党的十大), 县乡村三级, 三级联动.
pub(super) fn listed(place: At<'_>) -> Option<Slogan> {
    if let Some(len) = slogans().longest(place.rest()) {
        return Some(Slogan::new(place.start, place.start + len));
    }
    let (len, spelled) = count(place)?;
    let after = &place.rest()[len..];
    if let Some(noun) = after.strip_prefix('大') {
        // The eleventh congress and those after it are names; the ten of something are not.
        let few = numeral::numeral(place.rest())?.value.to_i32().is_some_and(|v| v <= 10);
        let found = if few { heads(noun) } else { 0 };
        return (spelled && found > 0).then(|| Slogan::new(place.start, place.start + len + 3 + word_end(noun, found)));
    }
    let tail = after.strip_prefix('级')?;
    let wanted = numeral::numeral(place.rest())?.value.to_i32().filter(|v| (2..=6).contains(v))?;
    let back = levels(place.before(), usize::try_from(wanted).ok()?).filter(|back| place.start - back >= place.free);
    if let Some(back) = back {
        return Some(Slogan::new(place.start - back, place.start + len + 3));
    }
    let joint = ["联动", "联创", "书记", "联审", "贯通", "同心"].iter().find(|w| tail.starts_with(**w))?;
    Some(Slogan::new(place.start, place.start + len + 3 + joint.len()))
}

/// Bytes of as many levels of government as wanted, right before a place: 县乡村, 县、乡、村.
fn levels(before: &str, wanted: usize) -> Option<usize> {
    let (mut back, mut found) = (0, 0);
    while found < wanted {
        let words = before[..before.len() - back].trim_end_matches(['、', '-', '—']);
        let sign = before.len() - back - words.len();
        let level = ["街道", "社区", "省", "市", "州", "县", "区", "旗", "乡", "镇", "村", "街", "组", "社", "户"]
            .iter()
            .find(|w| words.ends_with(**w))?;
        back += sign + level.len();
        found += 1;
    }
    Some(back)
}

/// Bytes of a count of two to thirty that can be one of own parts, and whether it is spelled out.
fn count(place: At<'_>) -> Option<(usize, bool)> {
    let rest = place.rest();
    let n = numeral::numeral(rest).filter(|n| !n.more && n.scale.is_empty())?;
    n.value.to_i32().filter(|v| (2..=30).contains(v))?;
    let blocked = place.before().ends_with(['第', '.', '点', '前', '近', '约', '超', '十'])
        || rest.starts_with('双')
        || rest.starts_with("一两");
    (!blocked).then_some((n.len, n.chinese))
}

/// Bytes up to a noun that a count makes a phrase, where no predicate comes before it: 攻坚战 in 攻坚战取得关键进展.
fn heads(noun: &str) -> usize {
    let found = slogans().heads(noun);
    if found == 0 {
        return 0;
    }
    let near = window(noun);
    let tokens = segment(near);
    let cut = tokens
        .iter()
        .skip(1)
        .find(|t| (t.text.chars().count() > 1 || t.text == "要") && (PREDICATES.contains(&t.text) || t.text == "要"))
        .map(|t| t.start)
        .filter(|start| *start < found);
    cut.map_or(found, |start| slogans().heads(&near[..start]))
}

/// The end of the word in which a head ends: 产业 in 产业带.
fn word_end(noun: &str, head: usize) -> usize {
    let near = window(noun);
    segment(near)
        .iter()
        .find(|t| t.end() >= head)
        .filter(|t| t.start < head && t.end() > head && matches!(t.tag, Tag::Noun | Tag::VerbalNoun))
        .map_or(head, crate::lexicon::segment::Token::end)
}

/// True when no noun goes on behind: 服务 in 社区服务中心 is not the head.
fn ends_noun(after: &str) -> bool {
    let near = window(after);
    !near.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
        || segment(near).first().is_none_or(|t| t.tag != Tag::Noun || t.text.chars().count() < 2)
        || ["情况", "任务", "要求", "力量"].iter().any(|w| near.starts_with(w))
}

/// True when an unknown word goes on behind: 三个工作专班 are teams.
fn begins_word(after: &str) -> bool {
    segment(window(after)).first().is_some_and(|t| {
        matches!(t.tag, Tag::Other | Tag::Adjective) || t.tag == Tag::Noun && t.text.chars().count() == 1
    })
}

/// Ends of words that name a thing with an address, which is counted.
const PLACES: [&str; 10] = ["中心", "站", "所", "点", "队", "室", "厅", "院", "馆", "公司"];

/// The first characters of a text, enough for the words that matter.
fn window(text: &str) -> &str {
    let end = text.char_indices().nth(HEAD + 4).map_or(text.len(), |(at, _)| at);
    let near = &text[..end];
    near.find(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c)).map_or(near, |at| &near[..at])
}

/// Words that go on with the sentence behind a phrase.
const PREDICATES: [&str; 30] = [
    "加快", "推进", "实现", "完成", "取得", "落地", "见效", "保持", "全面", "持续", "发展", "建设", "构建", "即", "以",
    "分别", "必须", "协同", "征缴", "总体", "增", "占", "实", "按", "均", "延", "取", "开", "同时", "采取",
];

/// Bytes of the noun at the start of a text: whole words up to the next sign, particle, adverb or predicate. A verb stays
/// only before a noun (提升行动).
fn head(text: &str) -> usize {
    let near = window(text);
    let tokens = segment(near);
    let known = heads(near);
    let mut end = 0;
    for (i, token) in tokens.iter().enumerate() {
        if near[..token.end()].chars().count() > HEAD
            || PREDICATES.contains(&token.text)
            || "的和与等在为是被及了中即以".contains(token.text)
        {
            break;
        }
        match token.tag {
            Tag::Noun | Tag::VerbalNoun | Tag::Place | Tag::Organisation | Tag::Other => end = token.end(),
            Tag::Verb => {
                let noun = tokens.get(i + 1).is_some_and(|t| matches!(t.tag, Tag::Noun | Tag::VerbalNoun))
                    && !tokens.get(i + 1).is_some_and(|t| PREDICATES.contains(&t.text));
                if !noun && (i > 0 || known > 0) {
                    break;
                }
                if !noun {
                    end = token.end();
                }
            }
            Tag::Adjective | Tag::Latin => {}
            _ if i == 0 => end = token.end(),
            _ => break,
        }
    }
    if known > 0 && known > end { word_end(near, known) } else { end }
}

/// Counts that repeat, without quotation marks, a phrase that the document quotes elsewhere: “四件大事” … 四件大事.
pub(super) fn repeats(text: &str, mentions: &mut Mentions) {
    let quotes = ['“', '”', '"', '‘', '’'];
    let mut known: Vec<&str> = mentions
        .slogans
        .iter()
        .map(|s| s.span.of(text))
        .filter(|phrase| phrase.starts_with(quotes) && phrase.ends_with(quotes))
        .map(|phrase| phrase.trim_matches(quotes))
        .filter(|phrase| phrase.chars().count() >= 4 && phrase.starts_with(is_numeral) && !phrase.contains(quotes))
        .collect();
    known.sort_unstable();
    known.dedup();
    if known.is_empty() {
        return;
    }
    let slogans = &mut mentions.slogans;
    mentions.quantities.retain(|q| {
        let rest = &text[q.span.start..];
        let phrase = known
            .iter()
            .filter(|p| rest.starts_with(**p) && p.len() > q.span.end - q.span.start)
            .max_by_key(|p| p.len());
        if let Some(phrase) = phrase {
            slogans.push(Slogan::new(q.span.start, q.span.start + phrase.len()));
        }
        phrase.is_none()
    });
    slogans.sort_by_key(|s| s.span);
}

/// Finds the parts of all phrases.
pub(super) fn name_parts(text: &str, structure: &Structure, mentions: &mut Mentions) {
    let mut blocks = structure.blocks.iter().peekable();
    for slogan in &mut mentions.slogans {
        while blocks.next_if(|b| b.span.end <= slogan.span.start).is_some() {}
        if let Some(block) = blocks.peek() {
            slogan.parts = if slogan.span.of(text).ends_with('级') {
                level_parts(text, slogan.span)
            } else {
                parts::parts(text, block.span, slogan.span)
            };
        }
    }
}

/// 县乡村三级 → 县, 乡, 村.
fn level_parts(text: &str, span: Span<Clean>) -> Vec<Span<Clean>> {
    let mut found = Vec::new();
    for (at, c) in span.of(text).char_indices() {
        if is_numeral(c) {
            break;
        }
        if c != '、' {
            found.push(Span::new(span.start + at, span.start + at + c.len_utf8()));
        }
    }
    found
}
