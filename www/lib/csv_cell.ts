// One cell of a CSV file that a spreadsheet will open.

/** What a document wrote as a number keeps its sign: guarding it would turn a decline of 3.5 % into text. */
const number = /^[+-]?\d+(?:,\d{3})*(?:\.\d+)?%?$/u;

/** First characters that make a spreadsheet run the cell as a formula; an apostrophe before them makes it text. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Quoted where it must be, guarded against formulas; numbers stand bare. */
export function csvCell(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = formula.test(cell) && !number.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
