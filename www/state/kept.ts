/** What became of what a timeline promises, as far as the comparison of the documents knows. */
import type { Outcome } from "../generated/report.js";
import type { DocumentId, State } from "./model.js";
import { remembered } from "./remembered.js";
import type { TimelineEntry } from "./report.js";

/** What became of it; null for what promises nothing, and where nothing was compared. */
export type Kept = Outcome | null;

const outcomes = remembered(
  ({ comparison }) => [comparison.compared],
  ({ comparison: { compared } }): ReadonlyMap<string, Outcome> => {
    const known = new Map<string, Outcome>();
    const note = (document: string, item: string, result: Outcome): void => {
      const id = compared?.documents.get(document);
      if (id !== undefined) known.set(`${id} ${item}`, result);
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
  const known = outcomes(state);
  if (known.size === 0) return null;
  const all = [id, ...figures].flatMap((item) => known.get(`${document} ${item}`) ?? []);
  return WORST.find((outcome) => all.includes(outcome)) ?? null;
}
