//! Every cap, with its reason.

/// Bytes of one file. Offsets then fit 32 bits everywhere, and the largest yearbook met so far has 9 MB.
pub const FILE_BYTES: usize = 64 << 20;

/// Characters of one sentence that are linked as a whole; a longer stretch without a full stop is cut there, so that a
/// text of digits alone costs linear time.
pub const SENTENCE_CHARS: usize = 10_000;

/// Numerals, dates and phrases of one document; the largest yearbook met so far has 90,000. What stands behind them is not
/// read, and the report says so.
pub const MENTIONS: usize = 500_000;

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
