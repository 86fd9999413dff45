//! What the words around a figure tell of it that its fields do not: an average of several years, the state at a year's end, a
//! part of what was told before.

use super::context::{Contexts, units};
use super::told::ToldFigure;
use crate::lexicon::definitions::{Use, Uses, definitions};
use crate::lexicon::words::Found;
use crate::report::{Measure, Span};

/// Before the words of years, which are then no term: 第五年, 连续五年, 2015年 is no 5年.
const NO_TERM: [char; 19] =
    ['.', '第', '续', '隔', '十', '二', '前', '上', '每', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/// Words that say on which footing growth is told.
const FOOTED: Uses = Use::Like.bit() | Use::Nominal.bit();

/// Bytes behind a sentence in which what follows is still told of the same people.
const NEAR: usize = 300;

/// The words of one sentence that say how its numbers compare; the figures of a sentence share them.
#[derive(Debug, Default)]
pub(super) struct Sentence<'a> {
    context: Option<Span>,
    text: &'a str,
    /// Byte at which it begins in the text of the report.
    start: usize,
    /// Such words and the ends of clauses, in order.
    hits: Vec<Hit>,
    read: Read,
    all: Uses,
    /// Whether townspeople (true) or country people were last told of, and the byte at which that sentence ended.
    people: Option<(bool, usize)>,
}

/// How far a sentence has been looked through for its figures.
#[derive(Debug, Clone, Copy, Default)]
struct Read {
    /// Words and ends of clauses that stand before the figure last asked for.
    hits: usize,
    /// Where that begins, and where its clause does.
    figure: u32,
    clause: u32,
    wording: Wording,
}

/// A word that says how numbers compare, or the end of a clause.
#[derive(Debug, Clone, Copy)]
struct Hit {
    /// UTF-16 unit at which it ends in the text of the report.
    end: u32,
    word: &'static str,
    /// None at the end of a clause.
    uses: Uses,
}

/// What is said of one figure.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wording {
    /// Uses of the words in its clause, before it.
    clause: Uses,
    /// Uses of the words in its sentence, before it.
    before: Uses,
    /// Uses of the words in its sentence.
    sentence: Uses,
    /// Years that the number is the total or the average of: 5 in 五年新增就业13.97万人.
    pub(super) years: Option<i32>,
    /// The year that it is measured by: 2010 in 是2010年的2.2倍.
    pub(super) base: Option<i32>,
    /// The year that growth is measured from, where the clause says so: 1995 in 比1995年增长79.1%.
    pub(super) since: Option<i32>,
    /// Whether it is told of townspeople (true) or of country people, where it is of one of them alone.
    pub(super) urban: Option<bool>,
    /// Whether growth is told on the same footing (true) or as the numbers stand, where its words say so.
    pub(super) like: Option<bool>,
}

impl Wording {
    /// Whether the clause says it of the figure.
    pub(super) fn says(self, purpose: Use) -> bool {
        self.clause & purpose.bit() != 0
    }

    /// Whether the sentence has said it before the figure.
    pub(super) fn said(self, purpose: Use) -> bool {
        self.before & purpose.bit() != 0
    }

    /// Whether the sentence says it anywhere.
    pub(super) fn tells(self, purpose: Use) -> bool {
        self.sentence & purpose.bit() != 0
    }
}

impl<'a> Sentence<'a> {
    /// What is said of a figure; the sentence is read anew where it is another than that of the figure before.
    pub(super) fn of(&mut self, contexts: &Contexts<'a>, figure: &ToldFigure) -> Wording {
        if self.context != Some(figure.context) {
            self.read(contexts, figure.context);
        }
        let urban = self.people.map(|(urban, _)| urban);
        let mut read = self.read;
        if figure.span.start < read.figure {
            read = Read { clause: figure.context.start, ..Read::default() };
        }
        for hit in self.hits.iter().skip(read.hits).take_while(|hit| hit.end <= figure.span.start) {
            read.hits += 1;
            let wording = &mut read.wording;
            if hit.uses == 0 {
                (wording.clause, wording.years, read.clause) = (0, None, hit.end);
                continue;
            }
            wording.before |= hit.uses;
            wording.clause |= hit.uses;
            if hit.uses & Use::Term.bit() != 0 {
                wording.years = years(hit.word);
            }
        }
        read.figure = figure.span.start;
        self.read = read;
        let footed = figure.measure == Measure::ChangeRate && self.all & FOOTED != 0;
        let like = if footed { self.like(contexts, read.clause, figure) } else { None };
        let wording = Wording { sentence: self.all, urban, like, ..read.wording };
        let clause = || contexts.between(contexts.byte(read.clause), contexts.byte(figure.span.start));
        match figure.measure {
            Measure::Multiple => Wording { base: clause().and_then(|clause| Some(base(clause)?.1)), ..wording },
            Measure::ChangeRate | Measure::ChangeAmount if wording.says(Use::Since) => {
                Wording { since: clause().and_then(since), ..wording }
            }
            _ => wording,
        }
    }

    /// On which footing growth is told: by the last word before it in its clause, by a clause before it that says no more
    /// (按同口径计算，增长4.2%), or in a bracket behind it.
    fn like(&self, contexts: &Contexts<'a>, clause: u32, figure: &ToldFigure) -> Option<bool> {
        let last = |text: &str| {
            let at = |purpose| definitions().words(purpose).rfind(text).map(|(at, _)| at);
            let (like, nominal) = (at(Use::Like), at(Use::Nominal));
            (like.max(nominal).is_some()).then_some(like > nominal)
        };
        let (clause, start) = (contexts.byte(clause), contexts.byte(figure.span.start));
        let end = contexts.byte(figure.span.end);
        let own = contexts.between(clause, start).and_then(last);
        let before = || {
            let head = contexts.between(self.start, clause)?.strip_suffix(['，', ','])?;
            let head = head.rsplit(['，', '；', ',']).next()?;
            last(head).filter(|_| !head.contains(|c: char| c.is_ascii_digit()))
        };
        let behind = || {
            let inner = contexts.between(end, self.start + self.text.len())?.strip_prefix(['（', '('])?;
            last(inner.split(['）', ')']).next()?)
        };
        own.or_else(behind).or_else(before)
    }

    fn read(&mut self, contexts: &Contexts<'a>, context: Span) {
        self.context = Some(context);
        self.start = contexts.byte(context.start);
        self.text = contexts.between(self.start, contexts.byte(context.end)).unwrap_or_default();
        self.hits.clear();
        self.read = Read { clause: context.start, ..Read::default() };
        self.all = 0;
        let text = self.text;
        for (Found { at, unit, word, .. }, uses) in definitions().spoken(text) {
            // 第五年, “十五”年间, 五年规划: no sum of years.
            let term = uses & Use::Term.bit() != 0;
            let other = || definitions().words(Use::NoTerm).prefix(&text[at + word.len()..]).is_some();
            if term && (other() || text[..at].ends_with(NO_TERM)) {
                continue;
            }
            self.hits.push(Hit { end: context.start + unit + units(word), word, uses });
            self.all |= uses;
        }
        let end = self.start + text.len();
        let told = |purpose: Use| self.all & purpose.bit() != 0;
        self.people = match (told(Use::Urban), told(Use::Rural)) {
            (true, false) => Some((true, end)),
            (false, true) => Some((false, end)),
            (true, true) => None,
            // 城镇居民人均可支配收入54897元。工资性收入…；财产净收入…
            (false, false) => self.people.filter(|(_, told)| self.start.saturating_sub(*told) <= NEAR),
        };
    }
}

/// 5 of 五年.
fn years(word: &str) -> Option<i32> {
    let number = word.strip_suffix('年')?;
    let said = "一两三四五六七八九十".chars().position(|c| number.chars().eq([c]));
    number.parse().ok().or_else(|| i32::try_from(said? + 1).ok())
}

/// The last year that the clause names with 年 behind it, as 2010 in 比2010年, and what stands before it.
fn base(clause: &str) -> Option<(&str, i32)> {
    let head = &clause[..clause.rfind('年')?];
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|digit| digit == c);
    let digit =
        |c: char| c.to_digit(10).or(if c == '○' || c == '零' { Some(0) } else { digit(c).map(|at| at as u32) });
    let bare = head.trim_end_matches(|c| digit(c).is_some());
    let digits = &head[bare.len()..];
    if digits.chars().count() != 4 {
        return None;
    }
    let year = digits.chars().filter_map(digit).fold(0, |year, digit| year * 10 + digit);
    Some((bare, i32::try_from(year).ok()?))
}

/// The year that growth is measured from.
fn since(clause: &str) -> Option<i32> {
    let (before, year) = base(clause)?;
    definitions().words(Use::Since).suffix(before).map(|_| year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_read_from_its_clause() {
        assert_eq!(base("是2010年的"), Some(("是", 2010)));
        assert_eq!(base("第12010年的"), None);
        assert_eq!(base("第99999999999年的"), None);
        assert_eq!(since("进出口总额比1995年增长"), Some(1995));
        assert_eq!(since("国民生产总值比一九八〇年末增长"), Some(1980));
        assert_eq!(since("比上年增长"), None);
        assert_eq!(since("2010年以来保持较快增长"), None);
    }
}
