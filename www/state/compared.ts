/** Whether the comparison is that of what is on the page now. */
import { isCollectionView } from "./collection.js";
import { asOfIn, judgementsOn, reportOf, type State } from "./model.js";
import { remembered } from "./remembered.js";

/**
 * What a comparison rests on: reports, what the reader said of them, the day, the leeway. The same list as long as nothing
 * of it has changed: it is asked for with every word from a worker, and for every entry of every timeline.
 */
export const groundsOf = (() => {
  let last: readonly unknown[] = [];
  return remembered(
    (state) => [state.documents, state.judgements, asOfIn(state), state.choice.leeway],
    (state): readonly unknown[] => {
      const grounds: unknown[] = [];
      for (const document of state.documents) {
        const report = reportOf(document);
        if (report) grounds.push(report, judgementsOn(state, document));
      }
      if (grounds.length > 0) grounds.push(asOfIn(state), state.choice.leeway);
      if (!sameList(grounds, last)) last = grounds;
      return last;
    },
  );
})();

/** What is told of deadlines and promises holds only then; before it they are neither kept nor without a result. */
export const isCompared = remembered(
  (state) => [groundsOf(state), state.comparison.compared],
  (state): boolean => {
    const { compared } = state.comparison;
    const grounds = groundsOf(state);
    return compared ? sameList(grounds, compared.grounds) : grounds.length === 0;
  },
);

export function sameList(one: readonly unknown[], two: readonly unknown[]): boolean {
  return one === two || (one.length === two.length && one.every((part, at) => part === two[at]));
}

/** Whether documents are still to be read. While the reader holds them back, none is. */
export function isReading({ documents, paused }: State): boolean {
  return !paused && documents.some(({ progress }) => progress.at === "running" || progress.at === "waiting");
}

/** Whether the comparison is that of all documents, none of which is still to be read. */
export function isWhole(state: State): boolean {
  return isCompared(state) && !isReading(state);
}

/** Of how many documents the comparison on the page is, and how many there are to compare; null when it is whole. */
export function partCompared(state: State): { of: number; all: number } | null {
  const { compared } = state.comparison;
  if (!compared || state.comparison.failure !== null) return null;
  const read = new Set(compared.grounds);
  const all = state.documents.filter(({ progress: { at } }) => at === "done" || at === "running" || at === "waiting");
  const of = all.filter((document) => read.has(reportOf(document))).length;
  return of < all.length ? { of, all: all.length } : null;
}

/** Whether the view rests on the comparison: those across documents, and the timeline for what became of its deadlines. */
export function rests({ view, documents }: State): boolean {
  return isCollectionView(view) || (view === "timeline" && documents.length > 0);
}
