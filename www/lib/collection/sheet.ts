// A table of a collection: columns by name, rows of plain cells, for CSV files, spreadsheets and the page alike.
import { csvCell } from "../csv_cell.js";

/** A number with what stands around it: the sign of its bound (≥6.5), the other end of its range (6–6.5). */
export interface Bounded {
  value: number;
  before: string;
  after: string;
}

export type Cell = string | number | Bounded | null;

/** As people write it. */
export function boundedText({ value, before, after }: Bounded): string {
  return `${before}${value}${after}`;
}

/** The format by which a spreadsheet shows it so, while the cell stays a number. */
export function boundedFormat({ before, after }: Bounded): string {
  const quoted = (words: string): string => (words === "" ? "" : `"${words}"`);
  // Without a second part the minus would stand before the sign: -≥3.
  return ["", "-"].map((minus) => `${quoted(before)}${minus}General${quoted(after)}`).join(";");
}

export interface Sheet {
  /** Name of the table: `panel`, `wide`, `promises` … */
  name: string;
  columns: string[];
  rows: Cell[][];
}

/** How to fill each column from one row of the collection. */
export type Columns<Row> = Record<string, (row: Row) => Cell>;

/** A sheet with one row for each of the things. */
export function sheet<Row>(name: string, things: readonly Row[], columns: Columns<Row>): Sheet {
  const cells = Object.values(columns);
  return { name, columns: Object.keys(columns), rows: things.map((thing) => cells.map((cell) => cell(thing))) };
}

/** The sheet as CSV; for Excel and WPS put a byte order mark before it. */
export function csv({ columns, rows }: Sheet): string {
  const plain = (cell: Cell): string => csvCell(cell !== null && typeof cell === "object" ? boundedText(cell) : cell);
  return [columns, ...rows].map((row) => `${row.map(plain).join(",")}\r\n`).join("");
}
