/** Reports as JSON: those of the documents shown, each with the figures and entries that are shown. */
import type { Report } from "../state/report.js";
import type { EntryRow, FigureRow } from "../state/rows.js";

/**
 * One array of reports in the published shape; `figures` and `timeline` hold what the filter lets through. A figure that the
 * reader judged carries `judgement`, and one that was edited the machine's own under `machine`. In pieces, a report each.
 */
export function reportsJson(
  reports: readonly Report[],
  figures: readonly FigureRow[],
  entries: readonly EntryRow[],
): string[] {
  const shownFigures = new Map(figures.map((row) => [row.figure, row]));
  const shownEntries = new Set(entries.map((row) => row.entry));
  const shown = reports.map((report, at) => {
    const text = JSON.stringify(
      {
        ...report,
        figures: report.figures.flatMap((figure) => {
          const row = shownFigures.get(figure);
          return row ? [{ ...figure, ...judgementOn(row) }] : [];
        }),
        timeline: report.timeline.filter((entry) => shownEntries.has(entry)),
      },
      null,
      2,
    );
    return `${at > 0 ? ",\n" : ""}${text}`;
  });
  return ["[", ...shown, "]\n"];
}

function judgementOn({ document, index, judgement }: FigureRow): object {
  if (!judgement?.verdict) return {};
  const machine = document.progress.at === "done" ? document.progress.machine.figures[index] : undefined;
  return judgement.verdict === "edited" ? { judgement: "edited", machine } : { judgement: judgement.verdict };
}
