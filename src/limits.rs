//! Every cap, with its reason.

/// Bytes of one file. Offsets then fit 32 bits everywhere, and the largest yearbook met so far has 9 MB.
pub const FILE_BYTES: usize = 64 << 20;

/// Bytes of one sentence that are linked as a whole; a longer stretch without a full stop is cut there, so that a
/// text of digits alone costs linear time.
pub const SENTENCE_BYTES: usize = 10_000;

/// Characters of a timeline title, by the contract.
pub const TITLE_CHARS: usize = 40;

/// Cells of all tables of one file; the largest annex of a yearbook met so far has 12,000.
pub const TABLE_CELLS: usize = 100_000;

/// Depth of nested elements in HTML and XML; deeper ones are read as if they stood at this depth.
pub const DEPTH: usize = 256;
