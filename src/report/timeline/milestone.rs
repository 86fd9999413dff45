//! Figures as entries: what was reached, and what is promised by a count.

use super::entry::Told;
use super::{Draft, title};
use crate::lexicon::timeline_cues::timeline;
use crate::report::clause::Place;
use crate::report::scene::Scene;
use crate::report::{Bound, EntryKind, Figure, Measure, State, Status, Value};

/// True of words that say how much and not of what.
pub(super) fn leans(title: &str) -> bool {
    // 增加卫生人员6万人 says what is added, 增加6万人 does not.
    let counted = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百千两了到至约近超".contains(c))
    };
    let cues = timeline();
    cues.leans.prefix(title).is_some()
        || cues.leans_counted.prefix(title).is_some_and(|word| counted(&title[word.len()..]))
}

impl<'a> Scene<'a, '_> {
    /// 增长5%, 达到3亿吨: the words lean on what came before, and the figure knows what grew.
    pub(super) fn counted(&self, told: &Told) -> Option<String> {
        let (_, i) = self.figures.iter().find(|(span, _)| told.place.covers(*span))?;
        let figure = self.figure(*i);
        let label = title::trim(&figure.indicator);
        let named = label.chars().count() >= 2 && !leans(label) && self.figure(*i).confidence >= 0.5;
        named.then(|| title::title(&figure_title(figure, false))).flatten()
    }

    /// Figures that are news in themselves: a round number passed, a first place, a target for the year.
    pub(super) fn reached(&self, drafts: &mut Vec<Draft<'a>>, from: usize) {
        for (span, i) in self.figures {
            let figure = self.figure(*i);
            let Some(interval) = figure.period.as_ref().filter(|p| p.end.is_some() && figure.indicator_id.is_some())
            else {
                continue;
            };
            let reported = figure.status == Status::Actual && figure.confidence >= 0.6;
            let promised = figure.status == Status::Target
                && figure.confidence >= 0.7
                && !matches!((&interval.end, &self.found.today), (Some(end), Some(today)) if end <= today);
            if !(reported || promised) {
                continue;
            }
            let before = self.of(self.clauses.first().map_or(span.start, |c| c.span.start), span.start);
            let passed = figure.measure == Measure::Level && timeline().passed.suffix(before).is_some();
            let first = figure.measure == Measure::Rank
                && matches!(&figure.value, Value::One(v) if (*v - 1.0).abs() < f64::EPSILON);
            if !(promised || passed || first) || drafts[from..].iter().any(|draft| draft.figures.contains(i)) {
                continue;
            }
            let (kind, state) =
                if promised { (EntryKind::Deadline, State::Planned) } else { (EntryKind::Milestone, State::Done) };
            let own = promised.then(|| self.promise(*span)).flatten();
            let Some(title) = own.or_else(|| title::title(&figure_title(figure, passed))) else { continue };
            let mut draft = self.draft(*span, interval.clone(), kind, state, title);
            draft.subject = figure.subject.as_deref();
            draft.figures = vec![*i];
            drafts.push(draft);
        }
    }

    /// The words of a promised count, where they begin with what is done: 新建城市道路75条.
    fn promise(&self, quantity: Place) -> Option<String> {
        let clause = self.clauses.iter().find(|clause| clause.span.covers(quantity))?.span;
        let head = self.of(clause.start, quantity.start);
        let start = head.rfind('、').map_or(clause.start, |at| clause.start + at + '、'.len_utf8());
        let behind = self.of(quantity.end, clause.end);
        let cues = timeline();
        let bound = cues.bound_behind.prefix(behind).map_or(0, str::len);
        let words = title::trim(self.of(start, quantity.end + bound)).to_owned();
        let named = words.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count() >= 6;
        let leaning = leans(&words) || cues.promise_leans.prefix(&words).is_some();
        let alone =
            self.figures.iter().filter(|(span, _)| span.start >= start && span.end <= quantity.end).count() == 1;
        let short = words.chars().count() <= 24 && !words.contains(['%', '％', '点']);
        (alone && short && named && !leaning && title::opens_with_verb(&words)).then(|| title::title(&words)).flatten()
    }
}

/// 地区生产总值增长7%以上
fn figure_title(figure: &Figure, passed: bool) -> String {
    let falls = matches!(&figure.value, Value::One(v) if *v < 0.0);
    let verb = match figure.measure {
        Measure::ChangeRate | Measure::ChangeAmount if falls => "下降",
        Measure::ChangeRate | Measure::ChangeAmount => "增长",
        Measure::Rank => "居",
        Measure::Gap => "高于",
        _ if passed => "突破",
        _ => "",
    };
    let bound = match figure.bound {
        _ if passed || figure.quote.ends_with(['余', '多', '上', '内', '右']) => "",
        Bound::AtLeast if figure.quote.contains(['余', '多']) => "",
        Bound::AtLeast => "以上",
        Bound::AtMost => "以内",
        Bound::About => "左右",
        Bound::Exact => "",
    };
    let scope = match figure.measure {
        Measure::Rank | Measure::Gap => figure.scope.clone().unwrap_or_default(),
        _ => String::new(),
    };
    let indicator = match figure.measure {
        Measure::ChangeRate => figure.indicator.strip_suffix("增速").unwrap_or(&figure.indicator),
        _ => &figure.indicator,
    };
    format!("{indicator}{verb}{scope}{}{bound}", figure.quote.replace(' ', ""))
}
