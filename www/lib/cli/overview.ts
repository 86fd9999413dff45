// A collection for reading in a terminal: the promises with their arithmetic, the contradictions, and counts of the rest.
import type { Collection, PromiseRow } from "../../generated/report.js";
import { percent, reckoned } from "../collection/reckoning.js";
import { quantity } from "./table.js";
import { fit, width } from "./width.js";

const headings = ["subject", "due", "indicator", "target", "result", "arithmetic"];
const most = [12, 9, 28, 18, 8, 72];

function cells(row: PromiseRow): string[] {
  const [start, end] = [row.due?.start?.slice(0, 4) ?? "", row.due?.end?.slice(0, 4) ?? ""];
  const due = start === end || start === "" ? end : `${start}–${end}`;
  return [row.subject ?? "", due, row.indicator, quantity(row), row.result, row.arithmetic];
}

function lines(rows: string[][]): string[] {
  const widths = headings.map((_, i) =>
    Math.min(
      most[i] ?? 0,
      rows.reduce((widest, row) => Math.max(widest, width(row[i] ?? "")), 0),
    ),
  );
  return rows.map((row) =>
    row
      .map((cell, i) => fit(cell, widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** What the outcomes rest on: kept of those that could be judged, judged of those that are due. */
function summary({ documents, promises, commitments, asOf }: Collection): string {
  const { met, missed, open, unknown, due, judged, untellable } = reckoned([...promises, ...commitments], documents);
  const without = commitments.length > 0 ? ` (${commitments.length} without a number)` : "";
  const later = untellable > 0 ? ` (${untellable} due after the last document of their place)` : "";
  const share = due > 0 ? ` (${percent(judged, due)})` : "";
  const kept = judged > 0 ? `: ${met} met (${percent(met, judged)} of the judged), ${missed} missed` : "";
  const rest = `; ${unknown} of the due without a result found${later}; ${open} open`;
  return `${promises.length + commitments.length} promises${without}: judged ${judged} of ${due} due by ${asOf ?? "?"}${share}${kept}${rest}`;
}

/** The collection in lines of text; `asOf` is the day that was asked for. */
export function overview(collection: Collection, asOf: string | null): string {
  const { documents, panel, promises, conflicts, revisions, checks, absent } = collection;
  const judged = promises.filter(({ result }) => result === "met" || result === "missed");
  const said = [
    ...conflicts.map(({ note }) => `conflict: ${note}`),
    ...revisions.map(({ kind, note }) => `revision (${kind}): ${note}`),
    ...checks.map(({ kind, arithmetic }) => `check (${kind}): ${arithmetic}`),
  ];
  const why = asOf === null ? ", the day of the latest document (--as-of DAY or today for another)" : "";
  const out = [
    `${documents.length} documents, ${panel.length} rows; promises judged as of ${collection.asOf ?? "?"}${why}`,
    summary(collection),
    ...lines([headings, ...judged.map(cells)]),
    `${conflicts.length} contradictions, ${revisions.length} revisions, ${checks.length} checks`,
    ...said,
    `${absent.length} core results or targets without a number: --table absent lists them`,
  ];
  return `${out.join("\n")}\n`;
}
