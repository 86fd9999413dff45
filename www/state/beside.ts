/** What two documents both tell: a target here and its result there, the same fact, or the same indicator of two years. */
import type { FigureRef, Outcome, PanelRow } from "../generated/report.js";
import { collectionOf, nameOf } from "./collection_rows.js";
import { evidenceOf, type Evidence } from "./evidence.js";
import type { DocumentId, State } from "./model.js";
import { indicatorKey } from "./pivot.js";
import { queryWords } from "./search.js";

export interface Shared {
  name: string;
  left: Evidence;
  right: Evidence;
  /** What became of the promise, where one side promises and the other tells the result. */
  outcome: Outcome | null;
  /** The same fact, told differently. */
  disputed: boolean;
}

let last: { key: readonly unknown[]; answer: Shared[] } | null = null;

/** Promises first, then facts, then indicators; each with a figure on either side. */
export function sharedBy(state: State, left: DocumentId, right: DocumentId): Shared[] {
  const key = [state.comparison.compared, state.query, left, right];
  if (!last || last.key.some((part, at) => part !== key[at])) last = { key, answer: found(state, left, right) };
  return last.answer;
}

function found(state: State, left: DocumentId, right: DocumentId): Shared[] {
  const { compared } = state.comparison;
  const [one, two] = [nameOf(compared, left), nameOf(compared, right)];
  const sought = queryWords(state.query);
  const seeks = (words: string): boolean => sought.every((word) => words.toLowerCase().includes(word));
  const pair = (
    name: string,
    here: FigureRef | undefined,
    there: FigureRef | undefined,
    more: Partial<Shared>,
  ): Shared[] => {
    const [first, second] = [evidenceOf(state, here), evidenceOf(state, there)];
    return first && second && seeks(name)
      ? [{ name, left: first, right: second, outcome: null, disputed: false, ...more }]
      : [];
  };
  const { promises, panel } = collectionOf(state);
  const kept = promises.flatMap(({ indicator, targets, outcome, evidence, result }) => {
    const results = outcome ? [outcome, ...evidence] : evidence;
    const ahead = pair(indicator, inside(targets, one), inside(results, two), { outcome: result });
    return ahead.length > 0 ? ahead : pair(indicator, inside(results, one), inside(targets, two), { outcome: result });
  });
  const facts = panel.flatMap((row) => {
    const all = [...row.sources, ...row.alternatives.flatMap(({ sources }) => sources)];
    const disputed = row.alternatives.some(({ sources }) => inside(sources, one) ?? inside(sources, two));
    return pair(row.indicator, inside(all, one), inside(all, two), { disputed });
  });
  // The same indicator in both, each document's latest figure for it: two years of one place, or one year of two.
  const [mine, theirs] = [latest(panel, one), latest(panel, two)];
  const indicators = [...mine].flatMap(([at, row]) => {
    const other = theirs.get(at);
    if (!other || other === row) return [];
    return pair(row.indicator, inside(row.sources, one), inside(other.sources, two), {});
  });
  return [...kept, ...facts, ...indicators];
}

function inside(references: readonly FigureRef[], document: string): FigureRef | undefined {
  return references.find((one) => one.document === document);
}

/** For each indicator of the list and measure, the row of the latest period that a document tells as a result. */
function latest(panel: readonly PanelRow[], document: string): Map<string, PanelRow> {
  const rows = new Map<string, PanelRow>();
  for (const row of panel) {
    if (row.indicatorId === null || row.status === "target" || row.scope !== null || !inside(row.sources, document))
      continue;
    if (row.measure !== "level" && row.measure !== "change_rate") continue;
    const at = `${indicatorKey(row)} ${row.measure} ${row.unit}`;
    const known = rows.get(at);
    if (!known || (row.period?.end ?? "") > (known.period?.end ?? "")) rows.set(at, row);
  }
  return rows;
}
