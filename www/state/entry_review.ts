/** What a reader said of an entry of the timeline: what was said of the figures that it rests on. */
import { figureKeys, type Judgements, type Verdict } from "./judgement.js";
import type { Document } from "./model.js";
import type { Figure, Report, TimelineEntry } from "./report.js";

export interface EntryReview {
  /** An edit outweighs what was called wrong, and that what was merely confirmed. */
  verdict: Verdict;
  /** What the machine had read of the figures that were edited or called wrong. */
  machine: readonly Figure[];
  /** Whether all its figures were called wrong: then nothing of it holds. */
  rejected: boolean;
}

const places = new WeakMap<Report, ReadonlyMap<string, number>>();

function placeOf(report: Report, id: string): number {
  let known = places.get(report);
  if (!known) {
    known = new Map(report.figures.map((figure, index) => [figure.id, index]));
    places.set(report, known);
  }
  return known.get(id) ?? -1;
}

/** Null where nobody said anything of its figures, or it has none. */
export function entryReview(
  judgements: Judgements,
  { progress }: Pick<Document, "progress">,
  { figures }: TimelineEntry,
): EntryReview | null {
  if (judgements.size === 0 || progress.at !== "done") return null;
  const { machine } = progress;
  const keys = figureKeys(machine);
  const said = figures.flatMap((id) => {
    const index = placeOf(machine, id);
    const verdict = judgements.get(keys[index] ?? "")?.verdict;
    const read = machine.figures[index];
    return verdict && read ? [{ verdict, read }] : [];
  });
  const verdict = (["edited", "wrong", "right"] as const).find((one) => said.some((of) => of.verdict === one));
  if (verdict === undefined) return null;
  return {
    verdict,
    machine: said.filter((of) => of.verdict !== "right").map(({ read }) => read),
    rejected: said.length === figures.length && said.every((of) => of.verdict === "wrong"),
  };
}
