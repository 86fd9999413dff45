/** Whether the comparison is that of what is on the page now. */
import { isCollectionView } from "./collection.js";
import { asOfIn, judgementsOn, reportOf, type State } from "./model.js";

/** What a comparison rests on: reports, what the reader said of them, the day, the leeway. */
export function groundsOf(state: State): unknown[] {
  const grounds = state.documents.flatMap((document) => {
    const report = reportOf(document);
    return report ? [report, judgementsOn(state, document)] : [];
  });
  return grounds.length > 0 ? [...grounds, asOfIn(state), state.choice.leeway] : grounds;
}

/** What is told of deadlines and promises holds only then; before it they are neither kept nor without a result. */
export function isCompared(state: State): boolean {
  const { compared } = state.comparison;
  const grounds = groundsOf(state);
  if (!compared) return grounds.length === 0;
  return grounds.length === compared.grounds.length && grounds.every((one, at) => one === compared.grounds[at]);
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
