/** A table as CSV for Excel and WPS: UTF-8 with BOM, CRLF, and no cell that a spreadsheet would run as a formula. */
import { csvCell } from "../lib/csv_cell.js";
import type { Cell, Table } from "./tables.js";

/** The table as it stands, in pieces: a string of a million rows would be longer than a string may be. */
export function csvOf({ columns, rows }: Table): string[] {
  const pieces: string[] = [];
  let piece = `\uFEFF${columns.map(csvCell).join(",")}\r\n`;
  for (const row of rows()) {
    piece += `${row.map((cell) => csvCell(plain(cell))).join(",")}\r\n`;
    if (piece.length < 1_000_000) continue;
    pieces.push(piece);
    piece = "";
  }
  return [...pieces, piece];
}

function plain(cell: Cell): string | number | null {
  return cell !== null && typeof cell === "object" ? cell.day : cell;
}
