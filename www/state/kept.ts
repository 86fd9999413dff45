/** What became of what a timeline promises, as far as the comparison of the documents knows. */
import type { Outcome } from "../generated/report.js";
import type { DocumentId, State } from "./model.js";
import { remembered } from "./remembered.js";
import type { TimelineEntry } from "./report.js";

/** What became of it; null for what promises nothing, and where nothing was compared. */
export type Kept = Outcome | null;

/** By document and by what it promises there: a target or an entry of its timeline. */
const outcomes = remembered(
  ({ comparison }) => [comparison.compared],
  ({ comparison: { compared } }): ReadonlyMap<DocumentId, ReadonlyMap<string, Outcome>> => {
    const known = new Map<DocumentId, Map<string, Outcome>>();
    const note = (document: string, item: string, result: Outcome): void => {
      const id = compared?.documents.get(document);
      if (id === undefined) return;
      const own = known.get(id);
      if (own) own.set(item, result);
      else known.set(id, new Map([[item, result]]));
    };
    for (const { targets, result } of compared?.collection.promises ?? [])
      for (const { document, figure } of targets) note(document, figure, result);
    for (const { target, result } of compared?.collection.commitments ?? []) note(target.document, target.item, result);
    return known;
  },
);

/** The worst of an entry's promises stands for it: not kept when anything of it is not, kept when all of it is. */
const WORST: readonly Outcome[] = ["missed", "unknown", "open", "met"];

export function keptOf(state: State, document: DocumentId, { id, figures }: TimelineEntry): Kept {
  const known = outcomes(state).get(document);
  if (!known) return null;
  let worst = WORST.length;
  for (const item of [id, ...figures]) {
    const outcome = known.get(item);
    if (outcome) worst = Math.min(worst, WORST.indexOf(outcome));
  }
  return WORST[worst] ?? null;
}
