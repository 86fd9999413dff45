/**
 * What a reader says of the machine's figures: right, wrong, or something else. Kept apart from the report, which is
 * never changed: `judged` makes a second one, in which the edits stand where the machine's values stood.
 */
import { judgedTimeline } from "./judged_timeline.js";
import type { Figure, Interval, Report } from "./report.js";

export const VERDICTS = ["right", "wrong", "edited"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The fields a reader may write anew; those that are left out stay as the machine read them. */
export interface Change {
  value?: Figure["value"];
  unit?: string;
  indicator?: string;
  period?: Interval | null;
  status?: Figure["status"];
  bound?: Figure["bound"];
}

export interface Judgement {
  /** Null when it was taken back: kept, so that an older word in another place does not come to life again. */
  verdict: Verdict | null;
  change: Change;
  /** When it was said, in milliseconds since 1970; of two words on one figure the later holds. */
  at: number;
}

/** The judgements on one document, by the key of the figure. */
export type Judgements = ReadonlyMap<string, Judgement>;

export const NO_JUDGEMENTS: Judgements = new Map();

const known = new WeakMap<Report, readonly string[]>();

/** A key for each figure: its place in the text, which a new reading with another day does not move. */
export function figureKeys(report: Report): readonly string[] {
  let keys = known.get(report);
  if (!keys) {
    const seen = new Map<string, number>();
    keys = report.figures.map(({ span, measure }) => {
      const place = `${span.start}-${span.end}-${measure}`;
      const before = seen.get(place) ?? 0;
      seen.set(place, before + 1);
      return before === 0 ? place : `${place}-${before}`;
    });
    known.set(report, keys);
  }
  return keys;
}

/** The report with the edits in it; the very same one when there are none. Figures and entries keep their places. */
export function judged(machine: Report, judgements: Judgements): Report {
  if (![...judgements.values()].some(({ verdict }) => verdict === "edited")) return machine;
  const keys = figureKeys(machine);
  const figures = machine.figures.map((figure, index) => {
    const judgement = judgements.get(keys[index] ?? "");
    return judgement?.verdict === "edited" ? changed(figure, judgement.change) : figure;
  });
  const report = { ...machine, figures, timeline: judgedTimeline(machine, figures) };
  // The keys are the machine's: an edit does not move a figure.
  known.set(report, keys);
  return report;
}

/** The report without the figures that a reader called wrong: what tables across documents should rest on. */
export function trusted(report: Report, judgements: Judgements): Report {
  if (![...judgements.values()].some(({ verdict }) => verdict === "wrong")) return report;
  const keys = figureKeys(report);
  const figures = report.figures.filter((_, index) => judgements.get(keys[index] ?? "")?.verdict !== "wrong");
  return { ...report, figures };
}

function changed(figure: Figure, change: Change): Figure {
  const next = { ...figure, ...change };
  // The list's id belongs to the machine's word for the indicator, the words of the period to its interval.
  if (next.indicator !== figure.indicator) next.indicatorId = null;
  if (change.period !== undefined) next.periodLabel = null;
  if (next.status !== figure.status) next.commitment = next.status === "target" ? "plain" : null;
  return next;
}

/** What holds of two collections of judgements on one document: figure by figure the later word. */
export function merged(one: Judgements, two: Judgements): Judgements {
  if (two.size === 0) return one;
  const all = new Map(one);
  for (const [key, judgement] of two) {
    const other = all.get(key);
    if (!other || other.at < judgement.at) all.set(key, judgement);
  }
  return all;
}
