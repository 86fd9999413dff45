//! Which row of statistics a figure belongs to: an indicator of the list, a deed counted under its name, or a label of its own.

use super::kin::kin;
use super::names::Name;
use super::observation::Observer;
use super::told::ToldFigure;
use crate::lexicon::definitions::{Definition, Departure, Use, definitions};
use crate::lexicon::indicators::{Better, Indicator, Kind, indicators};

/// In a key: a label that no list has, behind all indicators in the order of the panel.
pub(super) const OPEN: Name = 1 << 31;

/// Which row of statistics a figure belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Series {
    /// Id, with what makes it a series of its own (a wider scope, a deed), or the label with [`OPEN`].
    pub(super) key: Name,
    /// Standard name, or the label.
    pub(super) name: Name,
    pub(super) id: Option<Name>,
    /// What labels of one thing share; the key where nothing is kin.
    pub(super) kin: u64,
    /// How near the label is to the indicator's own name: 0 for that name or one of its names, 1 for one with more before it.
    pub(super) apart: u8,
    /// A rate that is the average of its period: the one at its end is another.
    pub(super) averaged: bool,
    /// In the indicator list.
    pub(super) known: bool,
    pub(super) definition: Option<&'static Definition>,
    pub(super) real_growth: bool,
    pub(super) revised: bool,
    pub(super) better: Option<Better>,
    /// Adds up over time, so that five years' target may be the sum of five results.
    pub(super) flow: bool,
}

impl Observer {
    pub(super) fn series(&mut self, figure: &ToldFigure) -> Series {
        let (id, label) = (figure.indicator_id.map(|id| id.0), figure.indicator.0);
        if let Some((_, series)) = self.last_series.filter(|(last, _)| *last == (id, label)) {
            return series;
        }
        let series = self.known_series(id, label);
        self.last_series = Some(((id, label), series));
        series
    }

    fn known_series(&mut self, id: Option<Name>, label: Name) -> Series {
        if let Some(known) = self.series.get(&(id, label)) {
            return *known;
        }
        let known = id.and_then(|id| indicators().by_id(self.names.word(id)));
        // 地区生产总值增长目标由7%调整为3%
        let known = known.or_else(|| {
            let cut = |purpose| definitions().words(purpose).cut(self.names.word(label));
            indicators().exact(cut(Use::Aim).or_else(|| cut(Use::Restated))?)
        });
        let series = match known {
            Some(indicator) if id.is_none() => self.series_of(indicator, indicator.name),
            Some(indicator) => self.series_of(indicator, &self.names.text(label)),
            None => Series {
                key: label | OPEN,
                kin: kin(self.names.word(label)).unwrap_or(u64::from(label | OPEN)),
                apart: 0,
                averaged: false,
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
    pub(super) fn series_of(&mut self, indicator: &Indicator, label: &str) -> Series {
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
        let apart = match label {
            label if label == name => 0,
            label if label.ends_with(indicator.name) => 1,
            label if indicators().exact(label).is_some() => 0,
            _ => 2,
        };
        // 新增上市公司 is kin to 新增境内外上市企业, which no list has; 上市公司 alone is a stock.
        let kin = if key.contains('#') { kin(label) } else { kin(indicator.name) };
        let key = self.names.number(&key);
        Series {
            key,
            kin: kin.unwrap_or(u64::from(key)),
            apart,
            averaged: traits.averaged,
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
