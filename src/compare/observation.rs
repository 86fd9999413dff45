//! What a comparison keeps of a report: one small record a figure, its words as numbers.

use rustc_hash::FxHashMap as HashMap;

use super::amount::Amount;
use super::context::Contexts;
use super::joint;
use super::names::{Name, Names};
use super::period::Period;
use super::told::{Told, ToldDocument, ToldFigure, ToldInterval, Word};
use crate::lexicon::definitions::{Definition, Departure, Use, definitions};
use crate::lexicon::indicators::{Better, Indicator, Kind, indicators};
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
    pub(super) bound: Bound,
    pub(super) amount: Amount,
    /// The numbers of a range or ratio as they stand.
    pub(super) parts: Option<Box<[f64]>>,
    pub(super) commitment: Option<Commitment>,
    pub(super) modality: Option<Name>,
    /// A rate as the average of its period.
    pub(super) mean: bool,
    /// A level told in a review of several years, and not as their sum: that of the last of them.
    pub(super) last: bool,
    /// The sentence calls it a first calculation.
    pub(super) provisional: bool,
    /// The sentence says that an earlier value was replaced.
    pub(super) amended: bool,
    pub(super) confidence: f64,
}

impl Observation {
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

/// Which row of statistics a figure belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Series {
    /// Id, with what makes it a series of its own (a wider scope, a deed), or the label.
    pub(super) key: Name,
    /// Standard name, or the label.
    pub(super) name: Name,
    pub(super) id: Option<Name>,
    /// In the indicator list.
    pub(super) known: bool,
    pub(super) definition: Option<&'static Definition>,
    pub(super) real_growth: bool,
    pub(super) revised: bool,
    pub(super) better: Option<Better>,
    /// Adds up over time, so that five years' target may be the sum of five results.
    pub(super) flow: bool,
}

/// Makes observations, remembering subjects and indicators that came before.
#[derive(Debug, Default)]
pub(super) struct Observer {
    pub(super) names: Names,
    subjects: HashMap<(Name, Option<Name>, Name), Subject>,
    /// The subject before, whose figures mostly follow one another.
    last: Option<(Word, Option<Word>, Name, Subject)>,
    series: HashMap<(Option<Name>, Name), Series>,
    pub(super) observations: Vec<Observation>,
}

impl Observer {
    /// Keeps the figures of a report that describe someone: thresholds (5万元以上的企业) and figures of nothing are left out.
    pub(super) fn observe(&mut self, document: u32, report: &Told, contexts: &Contexts) {
        let place = self.place(&report.document);
        self.observations.reserve(report.figures.len());
        // What the last sentence says of its figures; several share one.
        let mut said = (None, false, false);
        for (sequence, figure) in report.figures.iter().enumerate() {
            if figure.status == Status::Rule {
                continue;
            }
            if self.names.word(figure.indicator.0).is_empty() {
                continue;
            }
            let Some(subject) = self.subject(&report.document, place, figure) else { continue };
            let joint = if figure.indicator_id.is_none() && figure.measure == Measure::ChangeRate {
                joint::named(self.names.word(figure.indicator.0))
            } else {
                Vec::new()
            };
            let of_all: Vec<Series> = joint.iter().map(|(indicator, name)| self.series_of(indicator, name)).collect();
            let own = [self.series(figure)];
            for &indicator in if of_all.is_empty() { own.as_slice() } else { of_all.as_slice() } {
                let period = figure.period.as_ref().and_then(ToldInterval::period);
                let several = period.is_some_and(|period| period.years().is_some());
                let growth = figure.measure == Measure::ChangeRate;
                let average =
                    several && growth && contexts.before(figure).is_some_and(|words| has(words, Use::Average));
                let real = growth
                    && indicator.known
                    && !indicator.real_growth
                    && contexts.before(figure).is_some_and(|words| has(words, Use::Real));
                let mean = indicator.known
                    && figure.measure == Measure::Level
                    && self.names.word(figure.unit.0) == "%"
                    && contexts.before(figure).is_some_and(|words| has(words, Use::Mean));
                let last = several
                    && indicator.known
                    && figure.measure == Measure::Level
                    && self.names.word(figure.unit.0) != "%"
                    && contexts.before(figure).is_some_and(|words| !has(words, Use::Sum));
                if indicator.revised && said.0 != Some(figure.context) {
                    let words = contexts.sentence(figure).unwrap_or_default();
                    said = (Some(figure.context), has(words, Use::Provisional), has(words, Use::Amended));
                }
                self.observations.push(Observation {
                    document,
                    sequence: sequence as u32,
                    sentence: figure.context.start,
                    figure: figure.id.0,
                    subject,
                    indicator,
                    label: figure.indicator.0,
                    period,
                    measure: figure.measure,
                    status: figure.status,
                    unit: figure.unit.0,
                    scope: figure.scope.map(|scope| scope.0),
                    every: figure.every,
                    average,
                    real,
                    mean,
                    last,
                    bound: figure.bound,
                    amount: Amount::of(figure),
                    parts: match &figure.value {
                        Value::One(_) => None,
                        Value::Many(parts) => Some(parts.as_slice().into()),
                    },
                    commitment: figure.commitment,
                    modality: figure.modality.map(|word| word.0),
                    provisional: indicator.revised && said.1,
                    amended: indicator.revised && said.2,
                    confidence: figure.confidence,
                });
            }
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

    fn series(&mut self, figure: &ToldFigure) -> Series {
        let (id, label) = (figure.indicator_id.map(|id| id.0), figure.indicator.0);
        if let Some(known) = self.series.get(&(id, label)) {
            return *known;
        }
        let known = id.and_then(|id| indicators().by_id(self.names.word(id)));
        let series = match known {
            Some(indicator) => self.series_of(indicator, &self.names.text(label)),
            None => Series {
                key: self.names.number(&format!("~{}", self.names.word(label))),
                name: label,
                id,
                known: false,
                definition: None,
                real_growth: false,
                revised: false,
                better: None,
                flow: true,
            },
        };
        self.series.insert((id, label), series);
        series
    }

    /// The series of a known indicator, as a label names it.
    fn series_of(&mut self, indicator: &Indicator, label: &str) -> Series {
        let definition = definitions().label(indicator.id, label);
        let deed = definitions()
            .words(Use::Deed)
            .iter()
            .filter(|deed| label.starts_with(deed) && !indicator.name.contains(deed))
            .max_by_key(|deed| deed.len());
        let own = match (deed, definition) {
            (Some(deed), _) => Some((deed, format!("{deed}{}", indicator.name))),
            (None, Some(definition)) if definition.departure == Departure::Scope => {
                Some((definition.note, label.to_owned()))
            }
            _ => None,
        };
        let traits = definitions().traits(indicator.id);
        let (key, name) = match own {
            Some((mark, name)) => (format!("{}#{mark}", indicator.id), name),
            None => (indicator.id.to_owned(), indicator.name.to_owned()),
        };
        Series {
            key: self.names.number(&key),
            name: self.names.number(&name),
            id: Some(self.names.number(indicator.id)),
            known: true,
            definition,
            real_growth: traits.real_growth,
            revised: traits.revised,
            better: Some(wanted(indicator, traits.wanted)),
            flow: indicator.kind == Kind::Flow || deed.is_some(),
        }
    }
}

/// What a target of the indicator wants. More steel than planned is no promise broken, though nobody calls it good; of a
/// rate without a good side the number itself is wanted.
fn wanted(indicator: &Indicator, wanted: Option<Better>) -> Better {
    match (wanted, indicator.better, indicator.kind) {
        (Some(wanted), ..) => wanted,
        (None, Better::Neutral, Kind::Flow | Kind::Stock) => Better::More,
        (None, better, _) => better,
    }
}

fn has(words: &str, purpose: Use) -> bool {
    definitions().words(purpose).within(words)
}
