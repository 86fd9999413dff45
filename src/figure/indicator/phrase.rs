//! Noun phrases and runs of verbs, by their parts of speech.

use std::cell::OnceCell;

use crate::lexicon::figure_cues::labels;
use crate::lexicon::indicators::indicators;
use crate::lexicon::predicates::predicates;
use crate::lexicon::search::Search;
use crate::lexicon::segment::{Tag, Token, segment};

pub(super) fn starts_with_verb(text: &str) -> bool {
    segment(text).first().is_some_and(|t| t.tag == Tag::Verb)
}

/// 具有, 实现, 正在: verbs and adverbs, and nothing that could be counted.
pub(super) fn only_acts(text: &str) -> bool {
    let tokens = segment(text);
    let acts = |t: &Token<'_>| {
        matches!(t.tag, Tag::Verb | Tag::Adverb | Tag::Particle | Tag::Conjunction)
            || labels().noun_verb.contains(t.text)
    };
    tokens.iter().all(acts) && tokens.iter().any(|t| t.text.chars().count() > 1 || t.text == "无")
}

/// 规模明显扩大, 实现安居: a predicate, not the name of a thing.
pub(super) fn tells(text: &str) -> bool {
    let tokens = segment(text);
    let verb = |t: &Token<'_>| t.tag == Tag::Verb && t.text.chars().count() > 1;
    tokens.windows(2).any(|pair| pair[0].tag == Tag::Adverb && verb(&pair[1])) || tokens.first().is_some_and(verb)
}

/// 均高于全省, 在外地挂牌: what those counted do, its adverbs before it.
pub(super) fn acts_on(text: &str) -> bool {
    let verb = |t: &Token<'_>| matches!(t.tag, Tag::Verb | Tag::Preposition);
    !is_name(text) && segment(text).iter().find(|t| t.tag != Tag::Adverb).is_some_and(verb)
}

/// 参加培训, 实现就业: nothing but what people do.
pub(super) fn people_act(text: &str) -> bool {
    let tokens = segment(text);
    let acts = |t: &Token<'_>| matches!(t.tag, Tag::Verb | Tag::VerbalNoun | Tag::Adverb | Tag::Particle);
    only_acts(text) || tokens.first().is_some_and(|t| t.tag == Tag::Verb) && tokens.iter().all(acts)
}

/// True where a thing is named: not a verb, an adverb or a bound.
pub(super) fn starts_with_noun(text: &str) -> bool {
    let tokens = segment(clip(text));
    let noun = |t: &Token<'_>| {
        matches!(t.tag, Tag::Noun | Tag::VerbalNoun | Tag::Adjective | Tag::Organisation | Tag::Place | Tag::Latin)
    };
    // 52个最值得到访的目的地
    let most = tokens.first().is_some_and(|t| t.text == "最") && tokens.len() > 1;
    most || tokens.first().is_some_and(|t| noun(t) && !labels().inverted_adverb.contains(t.text))
}

/// The words of a left part, cut once however often they are asked for.
pub(super) struct Left<'a> {
    text: &'a str,
    tokens: OnceCell<Vec<Token<'a>>>,
}

impl<'a> Left<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Left { text, tokens: OnceCell::new() }
    }

    fn tokens(&self) -> &[Token<'a>] {
        self.tokens.get_or_init(|| segment(self.text))
    }

    /// 加快推进, 新增: no noun stands in it.
    #[inline(never)]
    pub(super) fn only_verbs(&self) -> bool {
        // 新制定: a deed, done anew
        let again = self.text.strip_prefix(['新', '再', '共']).unwrap_or(self.text);
        if labels().deed.contains(self.text) || labels().deed.contains(again) {
            return true;
        }
        // A well-known indicator needs no cutting.
        if self.text.len() >= 15 && indicators().exact(self.text).is_some() {
            return false;
        }
        let tokens = self.tokens();
        let verb = |t: &Token<'_>| {
            matches!(
                t.tag,
                Tag::Verb
                    | Tag::Adverb
                    | Tag::Particle
                    | Tag::Conjunction
                    | Tag::Preposition
                    | Tag::Punctuation
                    | Tag::Pronoun
            ) || t.tag == Tag::VerbalNoun && labels().deed.contains(t.text)
                || labels().verb_like.contains(t.text)
        };
        tokens.iter().all(verb)
            && tokens.iter().any(|t| matches!(t.tag, Tag::Verb | Tag::VerbalNoun | Tag::Preposition))
    }

    /// 助力, 重点培育, 加快推进: what follows the number is the verb's object.
    pub(super) fn ends_in_verb(&self) -> bool {
        let verb = |t: &Token<'_>| t.tag == Tag::Verb || labels().deed.contains(t.text);
        self.text.chars().count() <= 12
            && self.tokens().last().is_some_and(|t| verb(t) && !labels().noun_verb.contains(t.text))
    }
}

/// A verb that starts a new predicate, so that a noun phrase ends before it.
fn breaks(tokens: &[Token<'_>], at: usize) -> bool {
    let (token, next) = (&tokens[at], tokens.get(at + 1));
    match token.tag {
        // 援助昌都: at the end it is part of a name
        Tag::Adverb if next.is_none() => token.text.chars().count() > 1,
        Tag::Adverb | Tag::Preposition => true,
        // 剩余的40万贫困群众各地已完成安置
        Tag::Pronoun => labels().everywhere.contains(token.text),
        // 10条道路年内打通
        Tag::Time => labels().when_done.contains(token.text),
        // 高精电子铜带: a single character at the end is part of the name
        Tag::Verb if next.is_none() && token.text.chars().count() == 1 => predicates().suffix(token.text).is_some(),
        Tag::Verb => {
            // 提升工程, 改造项目: a verb before a noun of a scheme is part of the phrase.
            let scheme = next.is_some_and(|n| labels().scheme_noun.contains(n.text));
            // 3个重点推进县, 10公里绿色展示带
            let ends = tokens.get(at + 2).is_none_or(|t| !matches!(t.tag, Tag::Noun | Tag::Adjective | Tag::Other));
            let named = ends && next.is_some_and(|n| labels().name_end.contains(n.text));
            !scheme && !(named && token.text.chars().count() == 2)
        }
        _ => false,
    }
}

/// 大型, 老旧, 国际: told of a thing, never the thing.
fn is_attributive(token: &Token<'_>) -> bool {
    let told = token.tag == Tag::Adjective && token.text.chars().count() > 1;
    // 6个三年补短板项目
    // 52个最值得到访的目的地
    let most = token.tag == Tag::Adverb && matches!(token.text, "最" | "更" | "较");
    told || most || matches!(token.tag, Tag::Time | Tag::Numeral) || labels().attributive.contains(token.text)
}

/// A noun phrase at the start of a text: its length, and that of the whole run up to a sign.
pub(in crate::figure) fn phrase(text: &str) -> (usize, usize) {
    // Where no verb ends the phrase: in a bracket, and in the name before it.
    let mut held = 0..0;
    let mut stop = 0;
    loop {
        let ends = ['，', '。', '；', '、', ',', ';', '（', '(', '：', '！'];
        stop = text[stop..].find(ends).map_or(text.len(), |at| stop + at);
        // 134家企业“关、转、搬”: a quoted name may hold a sign.
        if let Some(open) = text[..stop].last_place_of("“").filter(|open| !text[*open..stop].has("”"))
            && let Some(close) = text[open..].place_of("”").filter(|len| text[open..open + len].chars().count() <= 12)
        {
            stop = open + close + '”'.len_utf8();
            continue;
        }
        // 46个省、市重点项目: two grades of one thing
        let graded = labels().grade_word.contains(&text[..stop]) && text[stop..].starts_with('、');
        if graded && text[stop + '、'.len_utf8()..].starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
            stop += '、'.len_utf8();
            continue;
        }
        match other_name(&text[stop..]) {
            Some(len) => {
                // 重点帮扶村（社区）: what the bracket names again is one name.
                held = if is_name(&text[..stop]) { 0 } else { stop }..stop + len;
                stop += len;
            }
            None => break,
        }
    }
    // A quoted name may hold 、
    let run = text[..stop].trim_end();
    let tokens = segment(run);
    let mut end = 0;
    let mut quoted = false;
    for (i, token) in tokens.iter().enumerate() {
        // 6条“断头路”: within its marks a name is one.
        quoted = quoted && token.text != "”" || token.text == "“";
        // 9个国际联合研发项目: a word that only tells of what kind can't end a name.
        let kind = token.tag == Tag::Verb && tokens[..i].iter().all(is_attributive);
        if end > 0 && !quoted && token.text != "”" && !held.contains(&token.start) && !kind && breaks(&tokens, i) {
            // 15户厂矿政策性关停: of what kind the deed is
            let manner = i > 1 && tokens[i - 1].text.ends_with('性') && tokens[i - 1].text.chars().count() > 2;
            end = if manner { tokens[i - 1].start } else { end };
            break;
        }
        // 70个大中城市
        if end > 0 && matches!(token.text, "中" | "内") && !run[..token.start].ends_with('大') {
            break;
        }
        if end > 0 && token.text == "的" && tokens.get(i + 1).is_none() {
            break;
        }
        end = token.end();
    }
    (end, run.len())
}

/// 村（社区）达到美丽宜居标准: a bracket in the midst of a phrase that holds another name of what stands before it.
fn other_name(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['（', '('])?;
    let close = inner.char_indices().take(5).find(|(_, c)| matches!(c, '）' | ')'))?;
    let words = &inner[..close.0];
    let len = text.len() - inner.len() + close.0 + close.1.len_utf8();
    let goes_on = text[len..].starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || c == '、');
    (goes_on && words.chars().count() > 0 && words.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) || c == '、'))
        .then_some(len)
}

/// True where a run that begins with a verb is the rest of a name: [国家]自主创新示范区.
pub(super) fn is_name(run: &str) -> bool {
    let tokens = segment(run);
    let noun = tokens.last().is_some_and(|t| matches!(t.tag, Tag::Noun | Tag::Measure) && t.text != "的");
    let plain = |t: &Token<'_>| !matches!(t.tag, Tag::Adverb | Tag::Preposition | Tag::Particle | Tag::Conjunction);
    noun && !run.has("、") && run.chars().count() <= 10 && tokens.iter().all(plain)
}

/// A scheme's name at the start of a text: up to a sign, an adverb, or the verb that says how far it is.
pub(super) fn name_end(text: &str) -> usize {
    let stop = text.find(['，', '。', '；', '、', ',', ';', '（', '(', '：', '！', '—', '-']).unwrap_or(text.len());
    let run = text[..stop].trim_end();
    let mut end = 0;
    for token in segment(run) {
        let stage = labels().finished.contains(token.text)
            || labels().stage.contains(token.text)
            || token.tag != Tag::Noun && labels().stage.prefix(token.text).is_some();
        if end > 0 && (token.tag == Tag::Adverb || stage || token.tag == Tag::Preposition) {
            break;
        }
        end = token.end();
    }
    run[..end].trim_end_matches(['的', '和', '等']).len()
}

/// 整治, 加固改造: nothing but what can be a noun as well as a verb.
pub(super) fn ends_in_noun_verb(text: &str) -> bool {
    let tokens = segment(text);
    let plain = |t: &Token<'_>| {
        matches!(t.tag, Tag::Verb | Tag::VerbalNoun | Tag::Noun | Tag::Adjective) && t.text.chars().count() > 1
    };
    tokens.iter().all(plain) && tokens.last().is_some_and(|t| matches!(t.tag, Tag::Verb | Tag::VerbalNoun))
}

/// What a size is of: 储能项目 in 300兆瓦储能项目有序推进, up to the verb that tells of it.
pub(super) fn size_of(text: &str) -> &str {
    let name = &text[..name_end(text)];
    if labels().no_size.prefix(name).is_some() {
        return "";
    }
    let tokens = segment(name);
    let verb = |i: usize, t: &Token<'_>| {
        let told = t.tag == Tag::Verb && t.text.chars().count() > 1 && i + 1 < tokens.len();
        told && tokens.get(i + 1).is_none_or(|next| !labels().scheme_noun.contains(next.text))
    };
    let ends = |i: usize, t: &Token<'_>| t.text.len() >= 6 && labels().inverted_adverb.contains(t.text) || verb(i, t);
    let end = tokens.iter().enumerate().skip(1).find(|(i, t)| ends(*i, t)).map_or(name.len(), |(_, t)| t.start);
    name[..end].trim_end_matches(['的', '和', '”'])
}

/// The part of a right side that can be a label.
pub(in crate::figure) fn clip(right: &str) -> &str {
    let end = right.char_indices().nth(34).map_or(right.len(), |(at, _)| at);
    &right[..end]
}
