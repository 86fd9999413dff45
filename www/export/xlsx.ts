/** Tables as a workbook: numbers as numbers, days as days, words as words, so that no cell can be taken for a formula. */
import writeExcelFile from "write-excel-file/browser";
import { boundedFormat } from "../lib/collection/sheet.js";
import type { Cell, WrittenTable } from "./tables.js";

/** What a cell, and a sheet, of Excel may hold. */
const LONGEST = 32_767;
const MOST_ROWS = 1_048_576;
/** Excel's calendar begins with 1900, and wrongly: its first two months are off by one. */
const FIRST_DAY = "1900-03-01";

/** The bytes of a workbook with these tables, a sheet each. Rows and ends of texts that Excel can't hold are left out. */
export async function workbookOf(tables: readonly WrittenTable[]): Promise<Blob> {
  const sheets = tables.map(({ name, columns, rows }) => {
    const data = [columns.map((value) => ({ value, type: String, fontWeight: "bold" as const }))];
    for (const row of rows()) {
      if (data.length >= MOST_ROWS) break;
      data.push(row.map(typed) as (typeof data)[number]);
    }
    return { sheet: name, data, stickyRowsCount: 1, columns: columns.map((column) => ({ width: widthOf(column) })) };
  });
  return writeExcelFile(sheets).toBlob();
}

function typed(cell: Cell) {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return { value: cell, type: Number };
  if (typeof cell === "string") return { value: legal(cell), type: String };
  if ("value" in cell) return { value: cell.value, type: Number, format: boundedFormat(cell) };
  if (cell.day < FIRST_DAY) return { value: cell.day, type: String };
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
}

/** Without the control characters that XML has no place for. */
function legal(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return words.slice(0, LONGEST).replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");
}

function widthOf(column: string): number {
  return Math.max(10, column.length * 2.2);
}
