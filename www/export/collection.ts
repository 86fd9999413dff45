/** What of the collection is in sight, as tables: the same rows, by the same filters, in files. */
import type { Collection, PanelRow } from "../generated/report.js";
import type { Sheet } from "../lib/collection/sheet.js";
import { sheetNames, sheetOf, type SheetName } from "../lib/collection/sheets.js";
import type { Sources } from "../lib/collection/sources.js";
import { cell } from "../lib/collection/wide.js";
import type { Messages } from "../messages/index.js";
import type { CollectionView } from "../state/collection.js";
import { absentRows, collectionOf, disputeRows, panelRows, shownTally, vows } from "../state/collection_rows.js";
import { chartData } from "../state/chart_data.js";
import { evidenceOf } from "../state/evidence.js";
import type { State } from "../state/model.js";
import type { PivotCell } from "../state/pivot.js";
import type { PivotTable } from "../state/pivot_tables.js";
import { shownTable } from "../state/shown_table.js";
import { seriesNames } from "../views/chart.js";
import type { Table } from "./tables.js";

interface Told {
  state: State;
  words: Messages;
}

/** The collection, with nothing in it that the search, the filters or the chosen document leave out. */
export function shownCollection(state: State): Collection {
  const shown = vows(state);
  return {
    ...collectionOf(state),
    panel: panelRows(state),
    promises: shown.flatMap((vow) => (vow.kind === "promise" ? [vow.row] : [])),
    commitments: shown.flatMap((vow) => (vow.kind === "commitment" ? [vow.row] : [])),
    absent: absentRows(state),
    tally: shownTally(state),
    ...disputeRows(state),
  };
}

function sourcesIn(state: State): Sources {
  return (reference) => {
    const evidence = evidenceOf(state, reference);
    if (!evidence) return null;
    const { report, figure } = evidence;
    const sentence = report.document.text.slice(figure.context.start, figure.context.end).trim();
    return { report, figure, quote: figure.quote, sentence };
  };
}

function tableOf({ name, columns, rows }: Sheet): Table {
  return { name, columns, rows: () => rows };
}

function sheet(state: State, name: SheetName): Table {
  return tableOf(sheetOf(name, shownCollection(state), sourcesIn(state)));
}

/** The view in sight as one table. */
export function shownSheet(told: Told, view: CollectionView): Table {
  const { state } = told;
  const { form, ledger, dispute } = state.choice;
  switch (view) {
    case "promises":
      return sheet(state, ledger ? "tally" : "promises");
    case "contradictions":
      return sheet(state, dispute);
    case "charts":
      return chartSheet(told);
    default:
      if (form === "long") return sheet(state, "panel");
      if (form === "wide" || form === "absent") return sheet(state, form);
      return pivotSheet(told, shownTable(state));
  }
}

/** All tables of a workbook, with the one in sight before them. */
export function* allSheets(told: Told, view: CollectionView): Generator<Table> {
  const { state } = told;
  const { form } = state.choice;
  if (view === "charts") yield chartSheet(told);
  if (view === "panel" && (form === "place" || form === "indicator" || form === "year"))
    yield pivotSheet(told, shownTable(state));
  const collection = shownCollection(state);
  const find = sourcesIn(state);
  for (const name of sheetNames) yield tableOf(sheetOf(name, collection, find));
}

const PARTS = ["level", "growth", "targetLevel", "targetGrowth"] as const;
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
  }
}

/** A pivot in numbers: for each column level and growth, reached and aimed at, where any row has them. */
function pivotSheet({ words }: Told, table: PivotTable): Table {
  const { collection } = words;
  const headings: Record<Part, string> = {
    level: collection.charts.measures.level,
    growth: collection.charts.measures.growth,
    targetLevel: `${collection.target} ${collection.charts.measures.level}`,
    targetGrowth: `${collection.target} ${collection.charts.measures.growth}`,
  };
  const rows = table.rows.map((_, row) => row);
  const columns = table.columns.flatMap(({ label }, column) =>
    PARTS.filter((part) => rows.some((row) => partOf(table.cell(row, column), part))).map((part) => ({
      heading: `${label} ${headings[part]}`,
      of: (row: number) => partOf(table.cell(row, column), part),
    })),
  );
  const unitOf = (row: number, part: Part): string | null => {
    for (let column = 0; column < table.columns.length; column += 1) {
      const told = partOf(table.cell(row, column), part);
      if (told) return told.unit;
    }
    return null;
  };
  return {
    // A place or an indicator may have signs that no sheet's name may have.
    name: "pivot",
    columns: ["", words.csv.unit, ...columns.map(({ heading }) => heading)],
    rows: () =>
      table.rows.map(({ label }, row) => [
        label,
        unitOf(row, "level") ?? unitOf(row, "targetLevel") ?? unitOf(row, "growth"),
        ...columns.map(({ of }) => {
          const told = of(row);
          return told && cell(told);
        }),
      ]),
  };
}

function chartSheet({ state, words }: Told): Table {
  const data = chartData(state);
  const names = data ? seriesNames({ state, words }, data) : [];
  return {
    name: "chart",
    columns: ["", words.csv.unit, ...names],
    rows: () =>
      (data?.categories ?? []).map((category, at) => [
        category,
        data?.unit ?? "",
        ...(data?.series ?? []).map(({ points }, part) => {
          const row = points[at]?.row;
          if (!row) return null;
          return row.measure === "ratio" && Array.isArray(row.value) ? (row.value[part] ?? null) : cell(row);
        }),
      ]),
  };
}
