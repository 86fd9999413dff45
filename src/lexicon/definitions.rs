//! What a comparison over years must know of an indicator: names of other definitions and years in which one changed
//! (`data/definitions.tsv`), what is core, told in constant prices or revised (`data/comparison.tsv`), and the words that
//! say so in the text (`data/comparison_words.tsv`).

use rustc_hash::FxHashMap as HashMap;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::indicators::{Better, indicators};
use super::table::{Row, rows};
use super::words::{Found, Words};

static DEFINITIONS: &str = include_str!("data/definitions.tsv");
static TRAITS: &str = include_str!("data/comparison.tsv");
static CENSUSES: &str = include_str!("data/censuses.tsv");
static WORDS: &str = include_str!("data/comparison_words.tsv");

/// How a label or a year departs from the indicator's definition of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Departure {
    /// Another circle of things: a series of its own.
    Scope,
    /// An older definition under an older name.
    Name,
    /// Another definition before this year, under the same name.
    Year,
}

/// One departure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// Its kind.
    pub departure: Departure,
    /// The year of the change, where one is known.
    pub year: Option<i32>,
    /// For people, in Chinese.
    pub note: &'static str,
    /// The same in English.
    pub english: &'static str,
}

/// What a comparison does with an indicator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Traits {
    /// Growth is told in constant prices: it does not follow from the levels.
    pub real_growth: bool,
    /// Statistics revise it after the first publication.
    pub revised: bool,
    /// What a target of it wants, where that is not what is good: a target for prices is a ceiling.
    pub wanted: Option<Better>,
    /// A rate that is the average of its period, beside which that at its end is another.
    pub averaged: bool,
}

/// A core indicator: said when a document passes over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Core {
    /// Its id.
    pub id: &'static str,
    /// Looked for in a report on the work of a government.
    pub work_report: bool,
    /// Looked for in a statistical communiqué.
    pub communique: bool,
    /// A target for the coming year is expected too.
    pub target: bool,
    /// Ids of indicators that answer for it.
    pub answers: Vec<&'static str>,
    /// Words of figures without an indicator that answer for it: 零售物价上涨幅度.
    pub labels: Vec<&'static str>,
}

/// A count of the whole nation, after which statistics of some years were told anew.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Census {
    /// The day after which the new ones are told, as 20210501.
    published: i32,
    /// First and last year of which they are.
    years: (i32, i32),
    indicators: Vec<&'static str>,
}

/// What the words of the table are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Use {
    /// In front of a label: the count of a deed.
    Deed,
    /// A first calculation.
    Provisional,
    /// A value that replaced another.
    Amended,
    /// By the year on average.
    Average,
    /// Growth without price changes.
    Real,
    /// A rate as the year's average, beside the same at its end.
    Mean,
    /// All of a term together, not its last year.
    Sum,
    /// All of a term together, whatever it is told of: 累计.
    Total,
    /// The state at the end of a year or month.
    End,
    /// A part of what was told before it.
    Part,
    /// Years of which a number is the total or the average.
    Term,
    /// The sentence is about townspeople.
    Urban,
    /// The sentence is about country people.
    Rural,
    /// Behind the name of an indicator: growth that is aimed at.
    Aim,
    /// Behind the name of an indicator: its value was told anew.
    Restated,
    /// Behind the words of such years: they name something else.
    NoTerm,
    /// Before the year that growth is measured from.
    Since,
    /// Growth on the same footing: 同口径.
    Like,
    /// Growth as it stands: 自然口径.
    Nominal,
}

/// Uses that words of a text have, as bits.
pub type Uses = u32;

impl Use {
    /// Its bit.
    #[must_use]
    pub const fn bit(self) -> Uses {
        1 << self as Uses
    }
}

/// All of it.
#[derive(Debug)]
pub struct Definitions {
    labels: HashMap<&'static str, HashMap<&'static str, Definition>>,
    years: HashMap<&'static str, Definition>,
    traits: HashMap<&'static str, Traits>,
    core: Vec<Core>,
    censuses: Vec<Census>,
    words: HashMap<Use, Words>,
    /// The words that stand in texts, of all uses, and the ends of clauses.
    spoken: Words,
    /// For each of them, in their order, its uses.
    uses: Vec<Uses>,
}

/// Where a clause ends.
const CLAUSE_ENDS: [&str; 6] = ["，", "；", "。", ";", ",", "！"];

/// Uses of words that stand in texts, not in labels.
const SPOKEN: [Use; 15] = [
    Use::Provisional,
    Use::Amended,
    Use::Average,
    Use::Real,
    Use::Mean,
    Use::Sum,
    Use::Total,
    Use::End,
    Use::Part,
    Use::Term,
    Use::Urban,
    Use::Rural,
    Use::Since,
    Use::Like,
    Use::Nominal,
];

/// The tables, read on first use.
pub fn definitions() -> &'static Definitions {
    static READ: OnceLock<Definitions> = OnceLock::new();
    READ.get_or_init(|| Definitions::read().0)
}

impl Definitions {
    fn read() -> (Definitions, Vec<String>) {
        let mut read = Definitions {
            labels: HashMap::default(),
            years: HashMap::default(),
            traits: HashMap::default(),
            core: Vec::new(),
            censuses: Vec::new(),
            words: HashMap::default(),
            spoken: Words::new(&[]),
            uses: Vec::new(),
        };
        let mut messages = Vec::new();
        messages.extend(rows("definitions.tsv", DEFINITIONS).filter_map(|row| read.define(&row).err()));
        messages.extend(rows("comparison.tsv", TRAITS).filter_map(|row| read.characterise(&row).err()));
        messages.extend(rows("comparison_words.tsv", WORDS).filter_map(|row| read.word(&row).err()));
        messages.extend(rows("censuses.tsv", CENSUSES).filter_map(|row| read.census_of(&row).err()));
        let mut uses: BTreeMap<&'static str, Uses> = CLAUSE_ENDS.into_iter().map(|end| (end, 0)).collect();
        for purpose in SPOKEN {
            for word in read.words.get(&purpose).into_iter().flat_map(Words::iter) {
                *uses.entry(word).or_default() |= purpose.bit();
            }
        }
        let spoken: Vec<&'static str> = uses.keys().copied().collect();
        read.spoken = Words::new(&[&spoken]);
        read.uses = read.spoken.iter().filter_map(|word| uses.get(word).copied()).collect();
        (read, messages)
    }

    fn define(&mut self, row: &Row<'static>) -> Result<(), String> {
        let departure = match row.cell(1) {
            "scope" => Departure::Scope,
            "name" => Departure::Name,
            "year" => Departure::Year,
            other => return Err(row.message(&format!("kind {other} is none of scope, name, year"))),
        };
        let id = known(row, row.cell(0))?;
        let year = match row.cell(3) {
            "" => None,
            year => Some(year.parse().map_err(|_| row.message("year is no number"))?),
        };
        let definition = Definition { departure, year, note: row.cell(4), english: row.cell(5) };
        if departure == Departure::Year {
            self.years.insert(id, definition);
        }
        for label in row.list(2) {
            if self.labels.entry(id).or_default().insert(label, definition).is_some() {
                return Err(row.message(&format!("{label} stands twice")));
            }
        }
        Ok(())
    }

    fn characterise(&mut self, row: &Row<'static>) -> Result<(), String> {
        let id = known(row, row.cell(0))?;
        let answers = row.list(2).map(|id| known(row, id)).collect::<Result<Vec<_>, _>>()?;
        let kinds: Vec<&str> = row.list(1).collect();
        if let Some(other) = kinds.iter().find(|kind| !["work_report", "communique", "target"].contains(kind)) {
            return Err(row.message(&format!("core {other} is none of work_report, communique, target")));
        }
        if !kinds.is_empty() {
            let is = |kind| kinds.contains(&kind);
            let (work_report, communique, target) = (is("work_report"), is("communique"), is("target"));
            let labels = row.list(6).collect();
            self.core.push(Core { id, work_report, communique, target, answers, labels });
        }
        let wanted = match row.cell(5) {
            "" => None,
            "less" => Some(Better::Less),
            "more" => Some(Better::More),
            other => return Err(row.message(&format!("wanted {other} is none of less, more"))),
        };
        let (real_growth, revised, averaged) = (row.cell(3) == "real", row.cell(4) == "yes", row.cell(7) == "mean");
        self.traits.insert(id, Traits { real_growth, revised, wanted, averaged });
        Ok(())
    }

    fn census_of(&mut self, row: &Row<'static>) -> Result<(), String> {
        let number = |text: &str| text.parse::<i32>().map_err(|_| row.message(&format!("{text} is no year")));
        let (year, month) = row.cell(1).split_once('-').ok_or_else(|| row.message("published is no month"))?;
        let published = number(year)? * 10_000 + number(month)? * 100 + 1;
        let indicators = row.list(4).map(|id| known(row, id)).collect::<Result<Vec<_>, _>>()?;
        self.censuses.push(Census { published, years: (number(row.cell(2))?, number(row.cell(3))?), indicators });
        Ok(())
    }

    fn word(&mut self, row: &Row<'static>) -> Result<(), String> {
        let purpose = match row.cell(0) {
            "deed" => Use::Deed,
            "provisional" => Use::Provisional,
            "amended" => Use::Amended,
            "average" => Use::Average,
            "real" => Use::Real,
            "mean" => Use::Mean,
            "sum" => Use::Sum,
            "total" => Use::Total,
            "end" => Use::End,
            "part" => Use::Part,
            "term" => Use::Term,
            "urban" => Use::Urban,
            "rural" => Use::Rural,
            "aim" => Use::Aim,
            "restated" => Use::Restated,
            "no_term" => Use::NoTerm,
            "since" => Use::Since,
            "like" => Use::Like,
            "nominal" => Use::Nominal,
            other => return Err(row.message(&format!("use {other} is not known"))),
        };
        self.words.insert(purpose, Words::new(&[&row.list(1).collect::<Vec<_>>()]));
        Ok(())
    }

    /// What is special about this label of an indicator.
    #[must_use]
    pub fn label(&self, id: &str, label: &str) -> Option<&Definition> {
        self.labels.get(id)?.get(label)
    }

    /// The year in which the definition of an indicator changed under one name.
    #[must_use]
    pub fn changed(&self, id: &str) -> Option<&Definition> {
        self.years.get(id)
    }

    /// Whether between two days, as 20210501, a census had statistics of this indicator and year told anew.
    #[must_use]
    pub fn census(&self, id: &str, year: i32, (earlier, later): (i32, i32)) -> bool {
        self.censuses.iter().any(|census| {
            let told = earlier < census.published && later >= census.published;
            told && (census.years.0..=census.years.1).contains(&year) && census.indicators.contains(&id)
        })
    }

    /// What a comparison does with an indicator.
    #[must_use]
    pub fn traits(&self, id: &str) -> Traits {
        self.traits.get(id).copied().unwrap_or_default()
    }

    /// The core indicators, in the table's order.
    #[must_use]
    pub fn core(&self) -> &[Core] {
        &self.core
    }

    /// Words in a text that say how its numbers compare, each with what for, and ends of clauses: of no use.
    pub fn spoken<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Found, Uses)> + use<'a> {
        self.spoken.scan(text).filter_map(|found| Some((found, *self.uses.get(found.place)?)))
    }

    /// The words of one use.
    #[must_use]
    pub fn words(&self, purpose: Use) -> &Words {
        static NONE: OnceLock<Words> = OnceLock::new();
        self.words.get(&purpose).unwrap_or_else(|| NONE.get_or_init(|| Words::new(&[])))
    }
}

fn known(row: &Row<'static>, id: &str) -> Result<&'static str, String> {
    let indicator = indicators().by_id(id);
    indicator.map(|indicator| indicator.id).ok_or_else(|| row.message(&format!("{id} is not in indicators.tsv")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let (read, messages) = Definitions::read();
        assert_eq!(messages, Vec::<String>::new());
        assert!(read.core.len() >= 8 && read.words.len() == 19 && read.years.len() >= 5);
    }

    #[test]
    fn a_wrong_row_is_named_by_file_and_line() {
        let mut read = Definitions::read().0;
        let row = rows("definitions.tsv", "h\nno_such\tscope\t甲").next().unwrap();
        assert_eq!(read.define(&row), Err("definitions.tsv:2: no_such is not in indicators.tsv".to_owned()));
        let row = rows("comparison.tsv", "h\ngdp\tnews").next().unwrap();
        assert_eq!(
            read.characterise(&row),
            Err("comparison.tsv:2: core news is none of work_report, communique, target".to_owned())
        );
    }

    #[test]
    fn labels_and_years_tell_their_definition() {
        let known = definitions();
        let departure = |id, label| known.label(id, label).map(|found| found.departure);
        assert_eq!(departure("general_public_budget_revenue", "全口径一般公共预算收入"), Some(Departure::Scope));
        assert_eq!(departure("general_public_budget_revenue", "财政一般预算收入"), Some(Departure::Name));
        assert_eq!(departure("gdp", "地区生产总值"), None);
        assert_eq!(known.changed("fixed_asset_investment").and_then(|found| found.year), Some(2011));
        assert!(known.traits("gdp").real_growth && !known.traits("retail_sales").real_growth);
        assert!(known.census("urbanization_rate_resident", 2017, (20_180_305, 20_220_305)));
        assert!(!known.census("urbanization_rate_resident", 2017, (20_220_305, 20_230_305)));
        assert!(known.words(Use::Average).contains("年均"));
        let spoken = |text| known.spoken(text).map(|(found, uses)| (found.word, uses)).collect::<Vec<_>>();
        assert_eq!(spoken("细颗粒物年均浓度，"), [("年均浓度", Use::Mean.bit()), ("，", 0)]);
        assert_eq!(spoken("生产总值年均增长"), [("年均", Use::Average.bit())]);
    }
}
