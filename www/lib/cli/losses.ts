// What a comparison could not use, in lines for standard error: nobody should find out by what is missing from a table.
import type { Collection, CompareDocument, Report, Severity } from "../../generated/report.js";
import { gapsOf } from "../collection/gaps.js";
import { byId } from "../collection/sources.js";

/** So many names stand in a line; of more, how many. */
const MOST = 8;

/** What `gapsOf` tells of these documents already, in words that say what it costs. */
const TOLD: ReadonlySet<string> = new Set(["no_region", "unknown_region", "no_date"]);

const GRAVE: ReadonlySet<Severity> = new Set<Severity>(["warning", "error"]);

function named(documents: readonly Pick<CompareDocument, "id">[]): string {
  const names = documents.slice(0, MOST).map(({ id }) => id);
  const more = documents.length - names.length;
  return `${names.join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

/** The lines, none where nothing was lost. */
export function losses(collection: Collection, reports: readonly Report[]): string[] {
  const { documents, panel } = collection;
  const known = byId(reports, documents);
  const gaps = gapsOf(documents, ({ id }) => known.get(id)?.figures.length ?? null);
  const all = documents.length;
  const found: [readonly CompareDocument[], string, string][] = [
    [gaps.noPlace, "no place", ", so that their figures have nobody to be about (--region NAME gives one)"],
    [gaps.noCode, "a place that is not in the gazetteer", ", which meets others by its name alone"],
    [gaps.noDay, "no day", ", so that 今年 and 去年 and what is due stay open"],
    [gaps.noFigures, "no figure", ""],
  ];
  const out = found.flatMap(([some, what, so]) =>
    some.length > 0 ? [`${what} in ${some.length} of ${all} documents${so}: ${named(some)}`] : [],
  );
  const { unplaced, unlabelled } = gaps;
  if (unplaced + unlabelled > 0) {
    const parts: [number, string][] = [
      [unplaced, "without a subject"],
      [unlabelled, "without an indicator"],
    ];
    const why = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
    out.push(`${unplaced + unlabelled} of ${gaps.figures} figures are in no row: ${why.join(", ")}`);
  }
  if (panel.length === 0 && out.length === 0)
    out.push("no rows: the documents hold only thresholds, which no row is made of");
  const twice = reports.length - documents.reduce((sum, { copies }) => sum + 1 + copies.length, 0);
  if (twice > 0) out.push(`${twice} of ${reports.length} documents were given twice, and are told once`);
  for (const { id, copies } of gaps.copied)
    out.push(`${id} is told once, as the same text under other names: ${copies.join(", ")}`);
  return [...out, ...remarks(documents, known)];
}

/** What else the reports say should be checked, each remark once with the documents that it is about. */
function remarks(documents: readonly CompareDocument[], known: ReadonlyMap<string, Report>): string[] {
  const about = new Map<string, { message: string; documents: CompareDocument[] }>();
  for (const document of documents) {
    for (const { code, level, message } of known.get(document.id)?.diagnostics ?? []) {
      if (TOLD.has(code) || !GRAVE.has(level)) continue;
      const remark = about.get(code) ?? { message, documents: [] };
      about.set(code, remark);
      if (!remark.documents.includes(document)) remark.documents.push(document);
    }
  }
  return [...about.values()].map(({ message, documents: some }) => `${named(some)}：${message}`);
}
