//! Stage 3: [`Clean`] → [`Structure`]: title, kind, day, place and year under review; sections with their speakers;
//! blocks with the years they speak of; sentences.

mod above;
mod block;
mod breaks;
mod day;
mod frame;
mod kind;
mod part;
mod place;
mod section;
pub(crate) mod sentence;
mod speaker;
mod title;
mod year;

use jiff::civil::Date;

use crate::Options;
use crate::clean::Clean;
use crate::error::{Error, Kind as ErrorKind};
use crate::report::{DateSource, Kind};
pub use block::{Block, BlockKind};
pub use frame::{Frame, Mode};
pub use part::Clock;
pub use section::Section;
pub use speaker::Speaker;
pub(crate) use speaker::region_of;

/// What the document is, and how it is built.
#[derive(Debug, Clone, PartialEq)]
pub struct Structure {
    /// Title as the document gives it.
    pub title: Option<String>,
    /// Kind of document.
    pub kind: Kind,
    /// Day of the document.
    pub date: Option<Date>,
    /// How the day was found.
    pub date_source: Option<DateSource>,
    /// Year that 今年 means, known even where the day is not.
    pub base_year: Option<i32>,
    /// Year under review.
    pub review_year: Option<i32>,
    /// Place the document speaks for, widest first.
    pub region: Vec<String>,
    /// Its code.
    pub region_code: Option<u32>,
    /// Stretches with one speaker or topic.
    pub sections: Vec<Section>,
    /// Headings, paragraphs and rows that are no page furniture, in order.
    pub blocks: Vec<Block>,
    /// Persons who speak, and who wrote.
    pub people: Vec<Speaker>,
}

/// Finds the structure of a cleaned text.
///
/// # Errors
/// When an option is malformed.
pub fn structure(clean: &Clean, options: &Options) -> Result<Structure, Error> {
    let name = options.name.as_deref().unwrap_or_default();
    let given = match options.date.as_deref().map(str::trim).filter(|d| !d.is_empty()) {
        Some(text) => Some(
            text.parse::<Date>()
                .map_err(|_| Error::new(ErrorKind::Option { name: "date", value: text.to_owned() }, name))?,
        ),
        None => None,
    };
    let mut blocks = block::blocks(clean);
    let stated = title::title(clean, &mut blocks);
    let title = options.title.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned).or(stated);
    let parts = part::parts(clean, &blocks);
    let mut people = speaker::speakers(clean, &blocks, &parts);
    let kind = options.kind.unwrap_or_else(|| kind::kind(clean, title.as_deref(), &blocks, &people));
    let found = day::find(clean, &mut blocks, kind, title.as_deref());
    let (date, date_source) = match (given, found.date) {
        (Some(day), _) => (Some(day), Some(DateSource::Given)),
        (None, Some((day, source))) => (Some(day), Some(source)),
        (None, None) => (None, None),
    };
    let base_year = given.map(|d| i32::from(d.year())).or(found.base_year);
    part::set_clocks(&mut blocks, &parts, kind, Clock { date, base_year });
    let place = place::find(clean, options.region.as_deref(), title.as_deref(), &blocks, &people);
    speaker::complete(&mut people, &place.path);
    // A day that the caller gives is the first document's.
    let end = parts.first().map_or(blocks.len(), |part| part.block);
    let review_year = frame::assign(clean, &mut blocks[..end], kind, title.as_deref(), date, base_year);
    for (at, part) in parts.iter().enumerate() {
        let end = parts.get(at + 1).map_or(blocks.len(), |next| next.block);
        let Clock { date, base_year } = blocks[part.block].clock;
        frame::assign(clean, &mut blocks[part.block..end], kind, Some(&part.title), date, base_year);
    }
    let sections = section::sections(clean, &mut blocks, &people, place.code);
    Ok(Structure {
        title,
        kind,
        date,
        date_source,
        base_year,
        review_year,
        region: place.path,
        region_code: place.code,
        sections,
        blocks,
        people,
    })
}

impl Structure {
    /// The block that holds a place of the clean text.
    #[must_use]
    pub fn block_at(&self, at: usize) -> Option<&Block> {
        let after = self.blocks.partition_point(|block| block.span.start <= at);
        self.blocks.get(after.checked_sub(1)?).filter(|block| at < block.span.end)
    }
}

#[cfg(test)]
mod tests {
    use crate::report::Kind;
    use crate::{Options, analyze};

    // 云岭县概况, a page of figures without a word of what it is.
    #[test]
    fn title_and_kind_of_the_caller_stand_for_those_of_the_text() {
        let text = "云岭县概况\n\n全县地区生产总值290.3亿元。";
        let plain = analyze(text, &Options::default()).map(|report| report.document);
        assert!(plain.is_ok_and(|document| document.kind == Kind::Other));
        let options = Options {
            title: Some(" 云岭县2022年统计公报 ".to_owned()),
            kind: Some(Kind::Communique),
            ..Options::default()
        };
        let given = analyze(text, &options).map(|report| report.document);
        assert!(given.is_ok_and(|document| {
            document.title.as_deref() == Some("云岭县2022年统计公报") && document.kind == Kind::Communique
        }));
    }
}
