/** A table as CSV for Excel and WPS: UTF-8 with BOM, CRLF, and no cell that a spreadsheet would run as a formula. */
import { boundedText } from "../lib/collection/sheet.js";
import { csvCell } from "../lib/csv_cell.js";
import type { Cell } from "./tables.js";

/** The heading, behind the mark by which Excel and WPS know the encoding. */
export function csvHead(columns: readonly string[]): string {
  return `\uFEFF${columns.map(csvCell).join(",")}\r\n`;
}

/** Rows, a line each. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map((cell) => csvCell(plain(cell))).join(",")}\r\n`).join("");
}

function plain(cell: Cell): string | number | null {
  if (cell === null || typeof cell !== "object") return cell;
  return "day" in cell ? cell.day : boundedText(cell);
}
