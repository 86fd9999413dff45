//! Cells of a table: the indicator from row and column, unit and measure from header, caption or unit line.

mod caption;
mod cell;
mod column;
mod group;
mod heading;
mod label;
mod prose;
mod row;
mod value;

use self::column::Column;

/// Reads tables row by row.
#[derive(Debug, Default)]
pub(super) struct Reader {
    caption: String,
    /// Units of the line 单位：…, in order.
    units: Vec<String>,
    columns: Vec<Column>,
    /// What the first header says the rows are: 指标, 县区.
    corner: String,
    /// Label of the first row: the whole of which others are parts.
    whole: String,
    /// Label and unit of the last row that names a measure, of which the rows below can be parts.
    parent: (String, String),
    /// Rows with values that were read.
    rows: usize,
    active: bool,
    /// The first column of those that name groups of rows, and how many there are; none before the first row.
    groups: Option<(usize, usize)>,
    /// The groups that the row stands in.
    within: Vec<String>,
}
