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

/** Whether the view rests on the comparison: those across documents, and the timeline for what became of its deadlines. */
export function rests({ view, documents }: State): boolean {
  return isCollectionView(view) || (view === "timeline" && documents.length > 0);
}
