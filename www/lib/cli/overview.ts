// A collection for reading in a terminal: the promises with their arithmetic, the contradictions, and counts of the rest.
import type { Collection, PromiseRow } from "../../generated/report.js";
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

/** The collection in lines of text. */
export function overview(collection: Collection): string {
  const { documents, panel, promises, conflicts, revisions, checks, absent } = collection;
  const counted = (result: string) => promises.filter((row) => row.result === result).length;
  const results = ["met", "missed", "open", "unknown"].map((result) => `${counted(result)} ${result}`).join(", ");
  const judged = promises.filter(({ result }) => result === "met" || result === "missed");
  const said = [
    ...conflicts.map(({ note }) => `conflict: ${note}`),
    ...revisions.map(({ kind, note }) => `revision (${kind}): ${note}`),
    ...checks.map(({ kind, arithmetic }) => `check (${kind}): ${arithmetic}`),
  ];
  const out = [
    `${documents.length} documents, ${panel.length} rows, ${promises.length} promises (${results}) as of ${collection.asOf ?? "?"}`,
    ...lines([headings, ...judged.map(cells)]),
    ...said,
    `${absent.length} core results or targets without a number: --table absent lists them`,
  ];
  return `${out.join("\n")}\n`;
}
