/**
 * What a view of the documents shows, as files: its own table for a CSV and at the head of a workbook, its own rows for the
 * JSON. The menu counts the same lists that are written.
 */
import { indicatorRows, INDICATOR_CELLS } from "../state/indicators.js";
import { documentOf, reportOf, type DocumentView, type State } from "../state/model.js";
import type { Report } from "../state/report.js";
import { documentsShown, entryRows, figureRows, projectsShown, type EntryRow, type FigureRow } from "../state/rows.js";
import { foundPassages, type Passage } from "../state/search.js";
import { seeing } from "../state/sight.js";
import { indicatorsTable } from "./indicators.js";
import {
  documentsTable,
  figuresTable,
  passagesTable,
  projectsTable,
  timelineTable,
  type Language,
  type Table,
} from "./tables.js";

/** The view in sight as one table; null where it shows nothing. */
export function viewTable(language: Language, view: DocumentView): Table | null {
  const { state } = language;
  const table = tableOf(language, state, view);
  return table && table.size > 0 ? table : null;
}

function tableOf(language: Language, state: State, view: DocumentView): Table | null {
  switch (view) {
    case "figures":
      return figuresTable(figureRows(state), language);
    case "indicators":
      return indicatorsTable(language);
    case "timeline":
      return timelineTable(entryRows(state), language);
    case "passages":
      return passagesTable(foundPassages(state), language);
    case "files":
      return documentsTable(documentsShown(state), language);
  }
}

/** The sheets of a workbook: that of the view in sight, then the other tables of all that passes search and filters. */
export function workbookTables(language: Language, view: DocumentView): Table[] {
  const { state } = language;
  const all: Record<"figures" | "timeline" | "projects" | "files", Table> = {
    figures: figuresTable(figureRows(state), language),
    timeline: timelineTable(entryRows(state), language),
    projects: projectsTable(projectsShown(state), language),
    files: documentsTable(documentsShown(state), language),
  };
  if (view === "figures" || view === "timeline" || view === "files")
    return [all[view], ...Object.values(all).filter((table) => table !== all[view])];
  const own = viewTable(language, view);
  return [...(own ? [own] : []), ...Object.values(all)];
}

/** The rows that the JSON of a view is made of. */
export type JsonRows =
  | { kind: "reports"; reports: readonly Report[]; figures: readonly FigureRow[]; entries: readonly EntryRow[] }
  | { kind: "passages"; passages: readonly Passage[] };

export function jsonRows(state: State, view: DocumentView): JsonRows {
  const read = documentsShown(state).flatMap((one) => reportOf(one) ?? []);
  switch (view) {
    case "passages":
      return { kind: "passages", passages: foundPassages(state) };
    case "timeline": {
      // Entries, and the figures that they rest on.
      const entries = entryRows(state);
      const told = new Map<Report, Set<string>>();
      for (const { report, entry } of entries) {
        const ids = told.get(report) ?? new Set();
        told.set(report, ids);
        for (const id of entry.figures) ids.add(id);
      }
      const figures = figureRows(state).filter(({ report, figure }) => told.get(report)?.has(figure.id));
      return { kind: "reports", reports: read.filter((report) => told.has(report)), figures, entries };
    }
    case "indicators": {
      const document = documentOf(state, state.open);
      const report = reportOf(document);
      if (!document || !report) return { kind: "reports", reports: [], figures: [], entries: [] };
      const rows = indicatorRows(document, report, seeing(state));
      const shown = new Set(rows.flatMap(({ cells }) => INDICATOR_CELLS.map((cell) => cells[cell]?.figure)));
      const figures = figureRows(state).filter(({ figure }) => shown.has(figure));
      // Their entries of the timeline go with them.
      const ids = new Set(figures.map(({ figure }) => figure.id));
      const entries = entryRows(state).filter(
        (row) => row.report === report && row.entry.figures.some((id) => ids.has(id)),
      );
      return { kind: "reports", reports: [report], figures, entries };
    }
    default:
      return { kind: "reports", reports: read, figures: figureRows(state), entries: entryRows(state) };
  }
}
