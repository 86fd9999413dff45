/** A pivot of the panel as a table of numbers. */
import type { PanelRow } from "../generated/report.js";
import type { Cell as PlainCell } from "../lib/collection/sheet.js";
import { cell } from "../lib/collection/wide.js";
import { unitWord } from "../format/quantity.js";
import { mostFrequent } from "../state/chart_data.js";
import type { PivotCell } from "../state/pivot.js";
import type { PivotTable } from "../state/pivot_tables.js";
import { focus } from "../state/shown_table.js";
import { fixedOf, labelOf } from "../views/panel_grid.js";
import { monthsTold } from "../views/months.js";
import { cellsReviewed, isReviewed, leftOutOf } from "./reviewed.js";
import type { Cell, Language, Table } from "./tables.js";

const PARTS = ["level", "growth", "targetLevel", "targetGrowth", "other"] as const;
type Part = (typeof PARTS)[number];

/** The parts whose unit is that of the row, where it has any of them. */
const LEADING: readonly (readonly Part[])[] = [["level", "targetLevel"], ["growth", "targetGrowth"], ["other"]];
const GROWTHS: ReadonlySet<Part> = new Set<Part>(["growth", "targetGrowth"]);

/** A number with its unit behind it, still a number in a workbook. */
function withUnit(told: PlainCell, unit: string): Cell {
  if (told === null || unit === "") return told;
  if (typeof told === "string") return `${told} ${unit}`;
  return typeof told === "number"
    ? { value: told, before: "", after: ` ${unit}` }
    : { ...told, after: `${told.after} ${unit}` };
}

function partOf(one: PivotCell | null, part: Part): PanelRow | null {
  switch (part) {
    case "level":
      return one?.result.level ?? null;
    case "growth":
      return one?.result.growth ?? null;
    case "targetLevel":
      return one?.target.level ?? null;
    case "targetGrowth":
      return one?.target.growth ?? null;
    case "other":
      // As on the screen: where neither level nor growth is told.
      return one?.result.level || one?.result.growth ? null : (one?.other ?? null);
  }
}

/** A pivot in numbers: for each column level and growth, reached and aimed at, where any row has them. */
export function pivotSheet({ state, words }: Language, table: PivotTable): Table {
  const { collection } = words;
  const headings: Record<Part, string> = {
    level: collection.charts.measures.level,
    growth: collection.charts.measures.growth,
    targetLevel: `${collection.target} ${collection.charts.measures.level}`,
    targetGrowth: `${collection.target} ${collection.charts.measures.growth}`,
    other: collection.sheets.other,
  };
  const rows = table.rows.map((_, row) => row);
  const columns = table.columns.flatMap((axis, column) =>
    PARTS.filter((part) => rows.some((row) => partOf(table.cell(row, column), part))).map((part) => ({
      heading: `${labelOf({ state, words }, axis)} ${headings[part]}`,
      part,
      of: (row: number) => partOf(table.cell(row, column), part),
    })),
  );
  const judged = isReviewed(state);
  const { place, indicator, year } = focus(state);
  const { form } = state.choice;
  /** What was said of the figures of a row, and which of them were called wrong. */
  const review = (row: number): Cell[] => {
    const told = columns.flatMap(({ heading, of }) => {
      const one = of(row);
      return one ? [{ heading, row: one }] : [];
    });
    const axis = table.rows[row];
    const left = leftOutOf(state, {
      place: axis?.place?.key ?? (form === "place" ? (place?.key ?? null) : null),
      indicator: axis?.indicator?.key ?? (form === "indicator" ? (indicator?.key ?? null) : null),
      year: axis?.year ?? (form === "year" ? year : null),
    });
    return cellsReviewed({ state, words }, told, left);
  };
  const unitsOf = (row: number, parts: readonly Part[]): string[] =>
    table.columns.flatMap((_, column) => parts.flatMap((part) => partOf(table.cell(row, column), part)?.unit ?? []));
  /** The unit that most of a row's cells have, levels before all. */
  const unitOf = (row: number): string | null =>
    LEADING.map((parts) => mostFrequent(unitsOf(row, parts))).find((unit) => unit !== null) ?? null;
  const rowOf = (row: number): Cell[] => {
    const unit = unitOf(row);
    return [
      unit === null ? null : unitWord(unit, state.locale),
      ...columns.map(({ part, of }) => {
        const told = of(row);
        // 斤 in a row of 吨, points in a column of per cents: a number of another unit says so.
        const expected = LEADING[0]?.includes(part) ? unit : GROWTHS.has(part) ? "%" : (told?.unit ?? null);
        return told && (told.unit === expected ? cell(told) : withUnit(cell(told), unitWord(told.unit, state.locale)));
      }),
    ];
  };
  return {
    // A place or an indicator may have signs that no sheet's name may have.
    name: collection.sheets.names.pivot,
    size: table.rows.length,
    // Of whom, of what or of when the table is.
    columns: [
      [fixedOf({ state, words }, table), monthsTold({ state, words })].filter(Boolean).join(" · "),
      words.csv.unit,
      ...columns.map(({ heading }) => heading),
      ...(judged ? [collection.sheets.columns.judgement, collection.sheets.columns.machine] : []),
    ],
    rows: () =>
      table.rows.map((axis, row) => [labelOf({ state, words }, axis), ...rowOf(row), ...(judged ? review(row) : [])]),
  };
}
