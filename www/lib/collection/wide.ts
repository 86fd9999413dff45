// The wide form of a panel: a row for each place and year, columns for each indicator, target and result side by side.
import type { Collection, PanelRow } from "../../generated/report.js";
import { boundSign } from "./bound.js";
import type { Cell, Sheet } from "./sheet.js";

/** Months of a year, first and last: `01-12` the whole of it, `01-06` its first half, `01-09` what an autumn report tells. */
export type Months = string;

export const WHOLE_YEAR: Months = "01-12";

/** The year of a row and which whole months of it the row is about; null for what is longer, shorter, or of no period. */
export function monthsOf({ period }: Pick<PanelRow, "period">): { year: number; months: Months } | null {
  const [start, end] = [period?.start, period?.end];
  if (!start?.endsWith("-01") || !end || start.slice(0, 4) !== end.slice(0, 4)) return null;
  const [year, month] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))];
  if (Number(end.slice(8)) !== new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return { year, months: `${start.slice(5, 7)}-${end.slice(5, 7)}` };
}

/** The year of a row whose period is these months of it. */
export function yearOf(row: Pick<PanelRow, "period">, months = WHOLE_YEAR): number | null {
  const told = monthsOf(row);
  return told?.months === months ? told.year : null;
}

/** A number, with its bound or the far end of its range where it has one: ≥6, 6–6.5. A ratio is none: 9.9:58.3:31.8. */
export function cell(amount: Pick<PanelRow, "value" | "bound" | "measure">): Cell {
  const { value, measure } = amount;
  const before = boundSign(amount);
  if (!Array.isArray(value)) return before === "" ? value : { value, before, after: "" };
  const [low, ...rest] = value;
  if (low === undefined || measure === "ratio") return before + value.join(":");
  return { value: low, before, after: rest.map((end) => `–${end}`).join("") };
}

/** An estimate stands in for the result until that is told. */
const weight = { actual: 2, estimate: 1 } as const;

interface Entry {
  target: PanelRow | null;
  result: PanelRow | null;
}

/** What a column is about: rows of one place and year with this key share a cell. */
function keyOf({ indicator, indicatorId, measure, unit, scope, average, real, every }: PanelRow): string {
  return [indicatorId ?? "~", indicator, measure, unit, scope ?? "", average, real, every ?? ""].join("\t");
}

/** The words of the headings. */
export interface WideWords {
  subject: string;
  subjectCode: string;
  year: string;
  target: string;
  result: string;
  average: string;
  real: string;
  measure: Readonly<Record<PanelRow["measure"], string>> | null;
}

/** As the fields are named in the JSON. */
const PLAIN: WideWords = {
  subject: "subject",
  subjectCode: "subjectCode",
  year: "year",
  target: "target",
  result: "result",
  average: "average",
  real: "real",
  measure: null,
};

function heading({ indicator, measure, unit, scope, average, real }: PanelRow, words: WideWords): string {
  const told = words.measure ? words.measure[measure] : measure;
  const parts = [indicator, told, unit, scope ?? "", average ? words.average : "", real ? words.real : ""];
  return parts.filter((part) => part !== "").join(" ");
}

/** A cell of the wide table, with the heading of its column. */
export interface Told {
  heading: string;
  row: PanelRow;
}

/** Columns behind the others, filled from all that a place and year tells. */
export interface More {
  columns: readonly string[];
  cells: (told: readonly Told[], of: { subject: string; subjectCode: string | null; year: number }) => readonly Cell[];
}

const NO_MORE: More = { columns: [], cells: () => [] };

/** The wide table: indicators of the list, and others that are told for more than one place and year. */
export function wide(collection: Collection, words = PLAIN, months = WHOLE_YEAR, more = NO_MORE): Sheet {
  const places = new Map<string, { subject: string; code: string | null; year: number; cells: Map<string, Entry> }>();
  const columns = new Map<string, { row: PanelRow; rows: number; target: boolean; result: boolean }>();
  for (const row of collection.panel) {
    const year = yearOf(row, months);
    const aim = row.status === "target";
    if (year === null || !(aim || row.status in weight)) continue;
    const at = `${row.subjectCode ?? `~${row.subject}`} ${year}`;
    const place = places.get(at) ?? { subject: row.subject, code: row.subjectCode, year, cells: new Map() };
    places.set(at, place);
    const key = keyOf(row);
    const entry = place.cells.get(key) ?? { target: null, result: null };
    const column = columns.get(key) ?? { row, rows: 0, target: false, result: false };
    if (!place.cells.has(key)) column.rows += 1;
    if (aim) entry.target ??= row;
    else if (!entry.result || (entry.result.status === "estimate" && row.status === "actual")) entry.result = row;
    column.target ||= aim;
    column.result ||= !aim;
    place.cells.set(key, entry);
    columns.set(key, column);
  }
  const shown = [...columns].filter(([, { row, rows }]) => row.indicatorId !== null || rows > 1);
  const rows = [...places.values()].sort(
    (a, b) => compare(a.code ?? "~", b.code ?? "~") || compare(a.subject, b.subject) || a.year - b.year,
  );
  const headed = shown.flatMap(([key, { row, target, result }]) =>
    (["target", "result"] as const)
      .filter((side) => (side === "target" ? target : result))
      .map((side) => ({ key, side, heading: `${heading(row, words)} ${words[side]}` })),
  );
  return {
    name: "wide",
    columns: [words.subject, words.subjectCode, words.year, ...headed.map((column) => column.heading), ...more.columns],
    rows: rows.map(({ subject, code, year, cells }) => {
      const entries = headed.map(({ key, side }) => cells.get(key)?.[side] ?? null);
      const told = entries.flatMap((row, at) => (row ? [{ heading: headed[at]?.heading ?? "", row }] : []));
      return [
        subject,
        code,
        year,
        ...entries.map((row) => row && cell(row)),
        ...more.cells(told, { subject, subjectCode: code, year }),
      ];
    }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
