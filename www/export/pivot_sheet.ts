/** A pivot of the panel as a table of numbers. */
import type { PanelRow } from "../generated/report.js";
import { cell } from "../lib/collection/wide.js";
import { unitWord } from "../format/quantity.js";
import type { PivotCell } from "../state/pivot.js";
import type { PivotTable } from "../state/pivot_tables.js";
import { focus } from "../state/shown_table.js";
import { fixedOf, labelOf } from "../views/panel_grid.js";
import { monthsTold } from "../views/months.js";
import { cellsReviewed, isReviewed, leftOutOf } from "./reviewed.js";
import type { Cell, Language, Table } from "./tables.js";

const PARTS = ["level", "growth", "targetLevel", "targetGrowth", "other"] as const;
type Part = (typeof PARTS)[number];

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
  const unitOf = (row: number, part: Part): string | null => {
    for (let column = 0; column < table.columns.length; column += 1) {
      const told = partOf(table.cell(row, column), part);
      if (told) return unitWord(told.unit, state.locale);
    }
    return null;
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
      table.rows.map((axis, row) => [
        labelOf({ state, words }, axis),
        unitOf(row, "level") ?? unitOf(row, "targetLevel") ?? unitOf(row, "growth") ?? unitOf(row, "other"),
        ...columns.map(({ of }) => {
          const told = of(row);
          return told && cell(told);
        }),
        ...(judged ? review(row) : []),
      ]),
  };
}
