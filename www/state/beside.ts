/** What two documents both tell: a target here and its result there, the same fact, or the same indicator of two years. */
import type { FigureRef, Outcome, PanelRow } from "../generated/report.js";
import { collectionOf, nameOf, sightKey } from "./collection_rows.js";
import { evidenceOf, type Evidence } from "./evidence.js";
import { documentOf, type Document, type DocumentId, type State } from "./model.js";
import { indicatorKey } from "./pivot.js";
import { holdsAll, queryWords } from "./search.js";
import { holding, passing } from "./sight.js";

export interface Shared {
  name: string;
  /** Id of the indicator in the list. */
  id: string | null;
  left: Evidence;
  right: Evidence;
  /** What became of the promise, where one side promises and the other tells the result. */
  outcome: Outcome | null;
  /** The same fact, told differently. */
  disputed: boolean;
}

type Side = "left" | "right";

/** What stands on each side: what was chosen, else the open document and the next one. */
export function sidesIn(state: State): Record<Side, Document | undefined> {
  const done = state.documents.filter(({ progress }) => progress.at === "done");
  const { left, right } = state.choice;
  const first = documentOf(state, left?.document ?? state.open) ?? done[0];
  const second = documentOf(state, right?.document ?? null) ?? done.find((one) => one !== first);
  return { left: first, right: second };
}

let last: { key: readonly unknown[]; answer: Shared[] } | null = null;

/** Promises first, then facts, then indicators; each with a figure on either side. */
export function sharedBy(state: State, left: DocumentId, right: DocumentId): Shared[] {
  const key = [...sightKey(state), left, right];
  if (!last || last.key.some((part, at) => part !== key[at])) last = { key, answer: found(state, left, right) };
  return last.answer;
}

function found(state: State, left: DocumentId, right: DocumentId): Shared[] {
  const { compared } = state.comparison;
  const [one, two] = [nameOf(compared, left), nameOf(compared, right)];
  const sought = queryWords(state.query);
  const passes = passing(state);
  const holds = holding(state);
  // As in every view: a pair is in sight as long as one of its figures is.
  const inSight = (name: string, { document, report, index }: Evidence): boolean =>
    (!passes || passes(document, report, index)) &&
    (!holds || holdsAll(name.toLowerCase(), sought) || holds(document, report, index));
  const pair = (
    name: string,
    here: FigureRef | undefined,
    there: FigureRef | undefined,
    more: Partial<Shared>,
  ): Shared[] => {
    const [first, second] = [evidenceOf(state, here), evidenceOf(state, there)];
    return first && second && (inSight(name, first) || inSight(name, second))
      ? [{ name, left: first, right: second, id: null, outcome: null, disputed: false, ...more }]
      : [];
  };
  const { promises, panel } = collectionOf(state);
  const kept = promises.flatMap(({ indicator, indicatorId: id, targets, outcome, evidence, result }) => {
    const results = outcome ? [outcome, ...evidence] : evidence;
    const ahead = pair(indicator, inside(targets, one), inside(results, two), { id, outcome: result });
    return ahead.length > 0
      ? ahead
      : pair(indicator, inside(results, one), inside(targets, two), { id, outcome: result });
  });
  const facts = panel.flatMap((row) => {
    const all = [...row.sources, ...row.alternatives.flatMap(({ sources }) => sources)];
    const disputed = row.alternatives.some(({ sources }) => inside(sources, one) ?? inside(sources, two));
    return pair(row.indicator, inside(all, one), inside(all, two), { id: row.indicatorId, disputed });
  });
  // The same indicator in both, each document's latest figure for it: two years of one place, or one year of two.
  const [mine, theirs] = [latest(panel, one), latest(panel, two)];
  const indicators = [...mine].flatMap(([at, row]) => {
    const other = theirs.get(at);
    if (!other || other === row) return [];
    return pair(row.indicator, inside(row.sources, one), inside(other.sources, two), { id: row.indicatorId });
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
