//! What a comparison keeps of a report: one small record a figure, its words as numbers.

use rustc_hash::FxHashMap as HashMap;

use super::amount::Amount;
use super::context::Contexts;
use super::indicator::Series;
use super::joint;
use super::names::{Name, Names};
use super::period::Period;
use super::told::{Told, ToldDocument, ToldFigure, ToldInterval, Word};
use super::wording::{Sentence, Wording};
use crate::lexicon::definitions::{Use, definitions};
use crate::lexicon::lineage;
use crate::lexicon::regions::regions;
use crate::report::{Bound, Commitment, Every, Measure, Status, Value};

/// One figure.
#[derive(Debug, Clone)]
pub(super) struct Observation {
    /// Number of its document.
    pub(super) document: u32,
    /// Its place among the figures of the document.
    pub(super) sequence: u32,
    /// Where its sentence begins.
    pub(super) sentence: u32,
    pub(super) figure: Name,
    pub(super) subject: Subject,
    pub(super) indicator: Series,
    pub(super) label: Name,
    pub(super) period: Option<Period>,
    pub(super) measure: Measure,
    pub(super) status: Status,
    pub(super) unit: Name,
    pub(super) scope: Option<Name>,
    pub(super) every: Option<Every>,
    /// A yearly average over several years.
    pub(super) average: bool,
    /// Growth without price changes, of an indicator whose growth is told at current prices.
    pub(super) real: bool,
    /// Growth on the same footing (true) or as the numbers stand, where its words say so.
    pub(super) like: Option<bool>,
    pub(super) bound: Bound,
    pub(super) amount: Amount,
    /// The numbers of a range or ratio as they stand.
    pub(super) parts: Option<Box<[f64]>>,
    pub(super) commitment: Option<Commitment>,
    pub(super) modality: Option<Name>,
    /// A rate as the average of its period.
    pub(super) mean: bool,
    /// Its sentence has called what follows a part of what stood before: 其中.
    pub(super) part: bool,
    /// Told for all of a term together: 累计.
    pub(super) total: bool,
    /// Whether its sentence is about townspeople (true) or country people, where it is about one of them alone.
    pub(super) urban: Option<bool>,
    /// The year that a multiple is measured by: 2010 in 是2010年的2.2倍.
    pub(super) base: Option<i32>,
    /// A level told in a review of several years, and not as their sum: that of the last of them.
    pub(super) last: bool,
    /// The sentence calls it a first calculation.
    pub(super) provisional: bool,
    /// The sentence says that an earlier value was replaced.
    pub(super) amended: bool,
    pub(super) confidence: f64,
}

impl Observation {
    /// Whether one is told of townspeople and the other of country people.
    pub(super) fn of_others(&self, other: &Observation) -> bool {
        self.urban.zip(other.urban).is_some_and(|(one, other)| one != other)
    }

    /// The value as the figure has it.
    pub(super) fn value(&self) -> Value {
        self.parts.as_ref().map_or(Value::One(self.amount.low), |parts| Value::Many(parts.to_vec()))
    }
}

/// Whom a figure describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Subject {
    /// Code of today, or the name with its document's place.
    pub(super) key: Name,
    /// Name of today.
    pub(super) name: Name,
    /// Name in the document.
    pub(super) written: Name,
    pub(super) code: Option<u32>,
    /// The code in the document, where it is another than today's.
    pub(super) former: Option<u32>,
}

/// Figures of a document that no row can hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Skipped {
    /// Nothing says what they count.
    pub(super) unlabelled: u32,
    /// Nothing says whom they describe.
    pub(super) unplaced: u32,
}

/// Makes observations, remembering subjects and indicators that came before.
#[derive(Debug, Default)]
pub(super) struct Observer {
    pub(super) names: Names,
    subjects: HashMap<(Name, Option<Name>, Name), Subject>,
    /// The unit of places in a ranking: 前30名 is 第30位.
    place_in_rank: Option<Name>,
    /// The subject before, whose figures mostly follow one another.
    last: Option<(Word, Option<Word>, Name, Subject)>,
    /// The interval before, and its period.
    period: Option<(ToldInterval, Option<Period>)>,
    pub(super) series: HashMap<(Option<Name>, Name), Series>,
    /// The series before: growth mostly follows the level that grew.
    pub(super) last_series: Option<((Option<Name>, Name), Series)>,
    pub(super) observations: Vec<Observation>,
}

impl Observer {
    /// Keeps the figures of a report that describe someone: thresholds (5万元以上的企业) and figures of nothing are left out.
    /// Tells how many were of nothing, and how many of nobody.
    pub(super) fn observe(&mut self, document: u32, report: &Told, contexts: &Contexts) -> Skipped {
        let place = self.place(&report.document);
        self.observations.reserve(report.figures.len());
        let mut sentence = Sentence::default();
        let mut skipped = Skipped::default();
        self.place_in_rank = Some(self.names.number("位"));
        for (sequence, figure) in report.figures.iter().enumerate() {
            if figure.status == Status::Rule {
                continue;
            }
            if self.names.word(figure.indicator.0).is_empty() {
                skipped.unlabelled += 1;
                continue;
            }
            let Some(subject) = self.subject(&report.document, place, figure) else {
                skipped.unplaced += 1;
                continue;
            };
            let joint = if figure.indicator_id.is_none() && figure.measure == Measure::ChangeRate {
                joint::named(self.names.word(figure.indicator.0))
            } else {
                Vec::new()
            };
            let of_all: Vec<Series> = joint.iter().map(|(indicator, name)| self.series_of(indicator, name)).collect();
            let own = [self.series(figure)];
            let wording = sentence.of(contexts, figure);
            let period = figure.period.and_then(|interval| self.period(interval));
            for &indicator in if of_all.is_empty() { own.as_slice() } else { of_all.as_slice() } {
                let observation = self.observation(figure, indicator, subject, period, wording);
                self.observations.push(Observation { document, sequence: sequence as u32, ..observation });
            }
        }
        skipped
    }

    fn observation(
        &self,
        figure: &ToldFigure,
        indicator: Series,
        subject: Subject,
        told: Option<Period>,
        wording: Wording,
    ) -> Observation {
        let rate = self.names.word(figure.unit.0) == "%";
        // 地区生产总值增长目标3%
        let aim = indicator.known
            && figure.indicator_id.is_none()
            && rate
            && figure.measure == Measure::Level
            && definitions().words(Use::Aim).suffix(self.names.word(figure.indicator.0)).is_some();
        let measure = if aim { Measure::ChangeRate } else { figure.measure };
        let growth = measure == Measure::ChangeRate;
        let level = measure == Measure::Level;
        let average = growth && wording.says(Use::Average);
        // 五年新增就业13.97万人 is no year's, whatever year it is told of.
        let term = wording.years.filter(|_| average || level && indicator.flow && !rate);
        // 比1995年增长79.1% is no growth of one year.
        let whole = told.and_then(Period::whole_year);
        let since = wording.since.zip(whole).map(|(base, last)| last - base).filter(|years| *years > 1);
        let period = match (since.or(term), whole) {
            (Some(years), Some(last)) => Some(Period::years_to(last, years)),
            // 年末失业率5.5% is no rate of the year, which is the average of its months.
            (_, Some(_)) if level && indicator.averaged && wording.says(Use::End) => told.map(Period::last_day),
            _ => told,
        };
        let several = period.is_some_and(|period| period.years().is_some());
        // 年均浓度 does not recur each year.
        let every = figure.every.filter(|_| !(level && wording.says(Use::Mean)));
        Observation {
            document: 0,
            sequence: 0,
            sentence: figure.context.start,
            figure: figure.id.0,
            subject,
            indicator,
            label: figure.indicator.0,
            period,
            measure,
            // 由7%: what the aim was has no time of its own.
            status: if aim { if told.is_some() { Status::Target } else { Status::Plan } } else { figure.status },
            unit: if figure.measure == Measure::Rank {
                self.place_in_rank.unwrap_or(figure.unit.0)
            } else {
                figure.unit.0
            },
            scope: figure.scope.map(|scope| scope.0),
            every,
            average,
            real: growth && indicator.known && !indicator.real_growth && wording.says(Use::Real),
            like: wording.like.filter(|_| growth && !indicator.real_growth),
            mean: indicator.known && level && rate && wording.says(Use::Mean),
            last: several && indicator.known && level && !rate && !wording.says(Use::Sum),
            part: wording.said(Use::Part),
            total: (growth || level) && wording.says(Use::Total),
            urban: wording.urban,
            base: wording.base,
            bound: figure.bound,
            amount: Amount::of(figure),
            parts: match &figure.value {
                Value::One(_) => None,
                Value::Many(parts) => Some(parts.as_slice().into()),
            },
            commitment: figure.commitment,
            modality: figure.modality.map(|word| word.0),
            provisional: indicator.revised && wording.tells(Use::Provisional),
            // 同口径 tells how growth is measured, not that it was measured anew.
            amended: wording.tells(Use::Amended) && wording.like.is_none(),
            confidence: figure.confidence,
        }
    }

    /// An interval as a period; most are that of the figure before.
    fn period(&mut self, interval: ToldInterval) -> Option<Period> {
        match self.period {
            Some((last, period)) if last == interval => period,
            _ => self.period.insert((interval, interval.period(&self.names))).1,
        }
    }

    /// The place of a document, widest first.
    pub(super) fn place(&mut self, document: &ToldDocument) -> Name {
        let path = document.region.iter().map(|name| self.names.word(name.0)).collect::<Vec<_>>().join("/");
        self.names.number(&path)
    }

    /// The figure's own subject, else the place of the document; none where neither is known.
    fn subject(&mut self, document: &ToldDocument, place: Name, figure: &ToldFigure) -> Option<Subject> {
        let (name, code) = match figure.subject {
            Some(name) => (name, figure.subject_code),
            None => (*document.region.last()?, document.region_code),
        };
        Some(self.subject_of(document, place, name, code))
    }

    /// A subject by name and code, seen from the document's place.
    pub(super) fn subject_of(
        &mut self,
        document: &ToldDocument,
        place: Name,
        name: Word,
        code: Option<Word>,
    ) -> Subject {
        if let Some((last, of, at, subject)) = self.last
            && (last == name && of == code && at == place)
        {
            return subject;
        }
        let subject = self.known_subject(document, place, name, code);
        self.last = Some((name, code, place, subject));
        subject
    }

    fn known_subject(&mut self, document: &ToldDocument, place: Name, own: Word, code: Option<Word>) -> Subject {
        let (written, number) = (own.0, code.map(|code| code.0));
        if let Some(known) = self.subjects.get(&(written, number, place)) {
            return *known;
        }
        let name = self.names.word(written);
        let code = number.and_then(|code| self.names.word(code).parse::<u32>().ok());
        let today = code.map(lineage::today);
        let (key, shown) = match today.and_then(|code| regions().get(code)) {
            Some(region) => (format!("{:06}", region.code), region.name.to_owned()),
            // A place outside the gazetteer is itself wherever it speaks; 高新区 is that of the place that speaks of it.
            None if document.region.last() == Some(&own) => (format!("~{name}"), name.to_owned()),
            None => (format!("~{}/{name}", self.names.word(place)), name.to_owned()),
        };
        let subject = Subject {
            key: self.names.number(&key),
            name: self.names.number(&shown),
            written,
            code: today.filter(|_| !key.starts_with('~')),
            former: code.filter(|_| code != today),
        };
        self.subjects.insert((written, number, place), subject);
        subject
    }
}
