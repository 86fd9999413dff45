// What became of promises, in numbers that say what they rest on: kept of how many judged, judged of how many due.
import type { CompareDocument, Interval, Outcome } from "../../generated/report.js";

export interface Reckoning extends Record<Outcome, number> {
  /** Due: kept, missed, and those of which nothing is found. */
  due: number;
  /** Kept or missed. */
  judged: number;
  /** Due, but only after the latest document was written: none of these could tell what came of them. */
  untellable: number;
}

/** Counts promises; `latest` is the day of the latest document. */
export function reckoned(
  promises: Iterable<{ result: Outcome; due: Interval | null }>,
  latest: string | null,
): Reckoning {
  const counts: Record<Outcome, number> = { met: 0, missed: 0, open: 0, unknown: 0 };
  let untellable = 0;
  for (const { result, due } of promises) {
    counts[result] += 1;
    const end = due?.end ?? due?.start ?? null;
    if (result === "unknown" && latest !== null && end !== null && end > latest) untellable += 1;
  }
  const judged = counts.met + counts.missed;
  return { ...counts, judged, due: judged + counts.unknown, untellable };
}

/** The day of the latest document. */
export function latestDay(documents: readonly Pick<CompareDocument, "date">[]): string | null {
  return documents.reduce<string | null>(
    (latest, { date }) => (date !== null && date > (latest ?? "") ? date : latest),
    null,
  );
}

/** A part as whole per cents; never 0 % of something, nor 100 % of less than all. */
export function percent(part: number, all: number): string {
  const rounded = Math.round((100 * part) / all);
  if (part > 0 && rounded === 0) return "<1%";
  if (part < all && rounded === 100) return ">99%";
  return `${rounded}%`;
}
