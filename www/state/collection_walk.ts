/** The evidence of a view across documents in the order that is on the screen: what j and k walk. */
import type { FigureRef } from "../generated/report.js";
import { chartData } from "./chart_data.js";
import { isCollectionView } from "./collection.js";
import { disputeIn, disputeRows, nameOf, panelRows, sightKey, vows, type Vow } from "./collection_rows.js";
import { evidenceOf, litFigure } from "./evidence.js";
import { documentOf, reportOf, type Lit, type State } from "./model.js";
import { referenceKey } from "./pivot.js";
import type { PivotTable } from "./pivot_tables.js";
import { remembered } from "./remembered.js";
import { shownTable } from "./shown_table.js";

/** The next or previous evidence of the view; null at its end, and where it has none. */
export function nextEvidence(state: State, step: 1 | -1): Lit | null {
  const all = references(state);
  const here = litKey(state);
  const at = here === null ? -1 : all.findIndex((reference) => referenceKey(reference) === here);
  const next = evidenceOf(state, all[at < 0 ? 0 : at + step]);
  return next && litFigure(next);
}

/** What is lit, as the collection names it; null for nothing and for what is no figure. */
export function litKey(state: State): string | null {
  const { lit, comparison } = state;
  if (lit?.target.kind !== "figure") return null;
  const figure = reportOf(documentOf(state, lit.document))?.figures[lit.target.index];
  return figure ? referenceKey({ document: nameOf(comparison.compared, lit.document), figure: figure.id }) : null;
}

/** Row of the table in which the lit figure stands, -1 where it stands in none. */
export function litRow(state: State, table: PivotTable): number {
  const here = litKey(state);
  if (here === null) return -1;
  return table.rows.findIndex((_, row) =>
    table.columns.some((_, column) => rowsOf(table, row, column).some((one) => referenceKey(one) === here)),
  );
}

/** Place of the promise that the lit figure made or decided. */
export function litVow(state: State, all: readonly Vow[]): number {
  const here = litKey(state);
  if (here === null) return -1;
  return all.findIndex(
    ({ kind, row }) =>
      kind === "promise" && [...row.targets, ...row.evidence].some((reference) => referenceKey(reference) === here),
  );
}

/** The figures of a cell: results, then targets. */
function rowsOf(table: PivotTable, row: number, column: number): FigureRef[] {
  const cell = table.cell(row, column);
  if (!cell) return [];
  const { result, target, other } = cell;
  const told = result.level || result.growth ? [result.level, result.growth] : [other];
  return [...told, target.level, target.growth].flatMap((one) => one?.sources[0] ?? []);
}

const references = remembered(
  (state) => [state.view, ...sightKey(state), state.choice],
  (state): FigureRef[] => {
    switch (isCollectionView(state.view) ? state.view : null) {
      case "panel": {
        if (state.choice.form === "long") return panelRows(state).flatMap(({ sources }) => sources[0] ?? []);
        if (state.choice.form === "absent") return [];
        const table = shownTable(state);
        return table.rows.flatMap((_, row) => table.columns.flatMap((_, column) => rowsOf(table, row, column)));
      }
      case "promises":
        return vows(state).flatMap(({ kind, row }) => {
          if (kind !== "promise") return [];
          const result = row.outcome ?? row.evidence[0];
          return result ? [row.target, result] : [row.target];
        });
      case "contradictions": {
        const { conflicts, revisions, checks } = disputeRows(state);
        const of = { conflicts: conflicts.flatMap(({ rows }) => rows), checks: checks.flatMap(({ rows }) => rows) };
        const dispute = disputeIn(state);
        return dispute === "revisions" ? revisions.flatMap(({ from, to }) => [from, to]) : of[dispute];
      }
      case "charts":
        return (chartData(state)?.series ?? []).flatMap(({ points }) =>
          points.flatMap((point) => point?.row.sources[0] ?? []),
        );
      default:
        return [];
    }
  },
);
