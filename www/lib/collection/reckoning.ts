// What became of promises, in numbers that say what they rest on: kept of how many judged, judged of how many due.
import type { CompareDocument, Interval, Outcome } from "../../generated/report.js";

export interface Reckoning extends Record<Outcome, number> {
  /** Due: kept, missed, and those of which nothing is found. */
  due: number;
  /** Kept or missed. */
  judged: number;
  /** Of those of which nothing is found, those due only after the last document of their place: none could tell of them. */
  untellable: number;
}

/** A promise, and the document that makes it. */
interface Promised {
  result: Outcome;
  due: Interval | null;
  target: { document: string };
}

/** Counts the promises of these documents. */
export function reckoned(promises: Iterable<Promised>, documents: readonly CompareDocument[]): Reckoning {
  const untold = untellables(documents);
  const counts: Record<Outcome, number> = { met: 0, missed: 0, open: 0, unknown: 0 };
  let untellable = 0;
  for (const promise of promises) {
    counts[promise.result] += 1;
    if (untold(promise)) untellable += 1;
  }
  const judged = counts.met + counts.missed;
  return { ...counts, judged, due: judged + counts.unknown, untellable };
}

/** Tells of a promise whether nothing is found of it because it was due only after the last document of its place. */
export function untellables(documents: readonly CompareDocument[]): (promise: Promised) => boolean {
  const last = lastDays(documents);
  return ({ result, due, target }) => {
    const end = due?.end ?? due?.start ?? null;
    const day = last.get(target.document) ?? null;
    return result === "unknown" && day !== null && end !== null && end > day;
  };
}

/** For each document the day of the last that speaks for its place. */
function lastDays(documents: readonly CompareDocument[]): Map<string, string | null> {
  const place = ({ id, region, regionCode }: CompareDocument): string =>
    regionCode ?? (region.length > 0 ? `~${region.join("/")}` : `#${id}`);
  const days = new Map<string, string | null>();
  for (const document of documents) {
    const day = days.get(place(document)) ?? null;
    days.set(place(document), document.date !== null && document.date > (day ?? "") ? document.date : day);
  }
  return new Map(documents.map((document) => [document.id, days.get(place(document)) ?? null]));
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
