//! Every cap, with its reason.

/// Bytes of one file. Offsets then fit 32 bits everywhere, and the largest yearbook met so far has 9 MB.
pub const FILE_BYTES: usize = 64 << 20;

/// Characters of one sentence that are linked as a whole; a longer stretch without a full stop is cut there, so that a
/// text of digits alone costs linear time.
pub const SENTENCE_CHARS: usize = 10_000;

/// Numerals, dates and phrases of one document; the largest yearbook met so far has 90,000. What stands behind them is not
/// read, and the report says so.
pub const MENTIONS: usize = 500_000;

/// Bytes that what is found in a file of so many bytes may take, each by [`Takes`]: with the text, once read and once cleaned,
/// and the engine that it is read in, that stays under 20 times the file and 150 MB, with a tenth to spare for what an engine
/// has not yet collected. What stands behind is not read, and the report says so. Prose takes 3 to 14 for each of its bytes; a
/// sheet of numbers takes 80, for which the constant is.
#[must_use]
pub const fn room(file: usize) -> usize {
    (44 << 20) + file.saturating_mul(13)
}

/// Bytes that one of a kind takes from its recognition until it is an object of JavaScript, measured as the most memory that
/// Node takes for texts of nothing else.
#[derive(Debug, Clone, Copy)]
pub struct Takes;

impl Takes {
    /// A number with all that is said of it.
    pub const FIGURE: usize = 480;
    /// A number of a table, whose labels are those of row and column.
    pub const CELL: usize = 860;
    /// An expression of time.
    pub const DATE: usize = 440;
    /// One in running text, of which the timeline may tell.
    pub const DATED: usize = 1_140;
    /// A policy phrase.
    pub const SLOGAN: usize = 600;
    /// A numeral that is something else.
    pub const OTHER: usize = 70;
    /// A part with a heading.
    pub const SECTION: usize = 320;
    /// A change that cleaning made.
    pub const CHANGE: usize = 130;
}

/// Characters of a timeline title, by the contract.
pub const TITLE_CHARS: usize = 40;

/// Cells of all tables of one file; the largest annex of a yearbook met so far has 12,000.
pub const TABLE_CELLS: usize = 100_000;

/// Depth of nested elements in HTML and XML and of groups in RTF; deeper ones of HTML are read as if they stood at this depth.
pub const DEPTH: usize = 256;

/// Brackets and control words of one RTF file, each of which takes memory; half a million Chinese characters written as
/// escapes have 1,000,000.
pub const RTF_SIGNS: usize = 1_500_000;

/// Entries of one ZIP file; a year of a province's reports by county has 3,000.
pub const ZIP_ENTRIES: usize = 10_000;

/// Bytes that one ZIP file may unpack to, counted as they come out, whatever its directory says.
pub const ZIP_BYTES: usize = 512 << 20;

/// Bytes that one packed byte may become. Text packs 3:1 to 10:1, uniform tables in XML up to 60:1.
pub const ZIP_RATIO: usize = 200;

/// Bytes of one XML part of a packed document of so many bytes, so that memory follows the size of the file.
#[must_use]
pub const fn xml_bytes(file: usize) -> usize {
    (8 << 20) + file.saturating_mul(40)
}

/// Bytes of text in a packed document of so many bytes; the rest is not read, and the report says so.
#[must_use]
pub const fn packed_text_bytes(file: usize) -> usize {
    (2 << 20) + file.saturating_mul(10)
}
