// A table of a collection: columns by name, rows of plain cells, for CSV files, spreadsheets and the page alike.
import { csvCell } from "../csv_cell.js";

export type Cell = string | number | null;

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
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}
