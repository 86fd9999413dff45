/** The cube laid flat: which cells stand in which row and column of each form of the panel. */
import type { Choice, PanelForm } from "./collection.js";
import type { Cube, FilledCell, PivotCell, PivotIndicator, PivotPlace } from "./pivot.js";
import { growthOf } from "./pivot.js";

/** One row or column: a place, an indicator, a year, or a place in a year. */
export interface Axis {
  label: string;
  /** The group that begins with this row: the place of the wide form. */
  place: PivotPlace | null;
  indicator: PivotIndicator | null;
  year: number | null;
}

export interface PivotTable {
  /** What is held still. */
  fixed: string;
  columns: readonly Axis[];
  rows: readonly Axis[];
  /** Along a row time goes on, so that it has a trend. */
  trends: boolean;
  cell: (row: number, column: number) => PivotCell | null;
  /** The growth at which a cell is as warm as it can be. */
  warmest: number;
}

/** So many places fit side by side. */
const FEW = 6;

export type PivotForm = Exclude<PanelForm, "long" | "absent">;

/** What of the cube is held still: what was chosen where it is there, else the first that says most. */
export function focusOf(
  cube: Cube,
  { place, indicator, year }: Pick<Choice, "place" | "indicator" | "year">,
): { place: PivotPlace | null; indicator: PivotIndicator | null; year: number | null } {
  const fullest = [...cube.places].sort((one, two) => Number(two.own) - Number(one.own) || two.filled - one.filled)[0];
  return {
    place: cube.places.find(({ key }) => key === place) ?? fullest ?? null,
    indicator: cube.indicators.find(({ key }) => key === indicator) ?? firstIndicator(cube),
    year: cube.years.find((one) => one === year) ?? fullestYear(cube),
  };
}

/** What readers ask first, where it is told at all; else what is told most. */
function firstIndicator({ indicators }: Cube): PivotIndicator | null {
  return indicators.find(({ id }) => id === "gdp") ?? indicators[0] ?? null;
}

/** The latest year of which most places tell a result for the indicator that is told most. */
function fullestYear(cube: Cube): number | null {
  const { places, years, cell } = cube;
  let best: { year: number; told: number } | null = null;
  const indicator = firstIndicator(cube);
  if (!indicator) return years.at(-1) ?? null;
  for (const year of years) {
    const told = places.filter(({ key }) => {
      const { level, growth } = cell(key, indicator.key, year)?.result ?? {};
      return level || growth;
    }).length;
    if (!best || told >= best.told) best = { year, told };
  }
  return best?.year ?? null;
}

/** The table of a form. Rows and columns without a single cell are left out. */
export function tableOf(cube: Cube, form: PivotForm, choice: Pick<Choice, "place" | "indicator" | "year">): PivotTable {
  const { place, indicator, year } = focusOf(cube, choice);
  const places = cube.places.map((one): Axis => ({ ...NOTHING, label: one.name, place: one }));
  const indicators = cube.indicators.map((one): Axis => ({ ...NOTHING, label: one.name, indicator: one }));
  const years = cube.years.map((one): Axis => ({ ...NOTHING, label: String(one), year: one }));
  switch (form) {
    case "place":
      return table(cube, place?.name ?? "", indicators, years, { ...NOTHING, place });
    case "indicator":
      return table(cube, indicator?.name ?? "", places, years, { ...NOTHING, indicator });
    case "year": {
      const fixed = { ...NOTHING, year };
      // A few places stand side by side; many one below the other.
      return places.length <= FEW
        ? table(cube, String(year ?? ""), indicators, places, fixed)
        : table(cube, String(year ?? ""), places, indicators, fixed);
    }
    case "wide": {
      const rows = cube.places.flatMap((one) =>
        cube.years.map((at): Axis => ({ label: `${one.name} ${at}`, place: one, indicator: null, year: at })),
      );
      return table(cube, "", rows, indicators, NOTHING);
    }
  }
}

const NOTHING: Axis = { label: "", place: null, indicator: null, year: null };

function table(cube: Cube, fixed: string, rows: readonly Axis[], columns: readonly Axis[], held: Axis): PivotTable {
  const at = (row: Axis, column: Axis): PivotCell | null => {
    const place = row.place ?? column.place ?? held.place;
    const indicator = row.indicator ?? column.indicator ?? held.indicator;
    const year = row.year ?? column.year ?? held.year;
    return place && indicator && year !== null ? cube.cell(place.key, indicator.key, year) : null;
  };
  const rowOf = finder(rows, held);
  const columnOf = finder(columns, held);
  const told = { rows: new Set<Axis>(), columns: new Set<Axis>() };
  const growths: number[] = [];
  for (const filled of cube.filled) {
    const row = rowOf(filled);
    const column = columnOf(filled);
    if (!row || !column) continue;
    told.rows.add(row);
    told.columns.add(column);
    const growth = growthOf(filled.cell);
    if (growth !== null) growths.push(Math.abs(growth));
  }
  growths.sort((one, two) => one - two);
  const keptRows = rows.filter((row) => told.rows.has(row));
  const keptColumns = columns.filter((column) => told.columns.has(column));
  return {
    fixed,
    rows: keptRows,
    columns: keptColumns,
    trends: keptColumns.every(({ year }) => year !== null) && keptColumns.length > 1,
    cell: (row, column) => {
      const [one, two] = [keptRows[row], keptColumns[column]];
      return one && two ? at(one, two) : null;
    },
    // One value far out must not leave all the others pale.
    warmest: Math.max(1, growths[Math.floor(growths.length * 0.9)] ?? 1),
  };
}

/** Finds the row or column of a cell; null where what is held still is something else. */
function finder(axes: readonly Axis[], held: Axis): (cell: FilledCell) => Axis | null {
  const [first] = axes;
  const parts = (place: string | null, indicator: string | null, year: number | null): string =>
    [place ?? "", indicator ?? "", year ?? ""].join("\t");
  const known = new Map(axes.map((one) => [parts(one.place?.key ?? null, one.indicator?.key ?? null, one.year), one]));
  return ({ place, indicator, year }) => {
    if (held.place && held.place.key !== place) return null;
    if (held.indicator && held.indicator.key !== indicator) return null;
    if (held.year !== null && held.year !== year) return null;
    return (
      known.get(
        parts(
          first?.place ? place : null,
          first?.indicator ? indicator : null,
          (first?.year ?? null) === null ? null : year,
        ),
      ) ?? null
    );
  };
}
