/** Reports as JSON: those of the documents shown, each with the figures and entries that are shown. */
import type { Report } from "../state/report.js";
import type { EntryRow, FigureRow } from "../state/rows.js";

/** One array of reports in the published shape; `figures` and `timeline` hold what the filter lets through. */
export function reportsJson(
  reports: readonly Report[],
  figures: readonly FigureRow[],
  entries: readonly EntryRow[],
): string {
  const shownFigures = new Set(figures.map((row) => row.figure));
  const shownEntries = new Set(entries.map((row) => row.entry));
  const shown = reports.map((report) => ({
    ...report,
    figures: report.figures.filter((figure) => shownFigures.has(figure)),
    timeline: report.timeline.filter((entry) => shownEntries.has(entry)),
  }));
  return `${JSON.stringify(shown, null, 2)}\n`;
}
