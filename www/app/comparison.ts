/** Keeps the comparison up with the documents: while a view across them is open, and never against the reader's click. */
import type { Action } from "../state/actions.js";
import { isCollectionView } from "../state/collection.js";
import { trusted } from "../state/judgement.js";
import { asOfIn, judgementsOn, reportOf, type DocumentId, type State } from "../state/model.js";
import type { Report } from "../state/report.js";
import type { Store } from "../state/store.js";
import type { Comparer } from "../worker/comparer.js";

/** Documents that come in one drop are compared together. */
const SETTLES = 120;

export class ComparisonKeeper {
  /** What the last comparison, done or running, rests on: reports, and what the reader said of them. */
  #grounds: readonly unknown[] = [];
  #timer = 0;
  #running = false;
  #took = 0;

  constructor(
    private readonly store: Store<State, Action>,
    private readonly comparer: Comparer,
  ) {
    store.subscribe(() => this.#look());
    this.#look();
  }

  #look(): void {
    const { state } = this.store;
    if (this.#timer !== 0 || this.#running || !rests(state) || !this.#isBehind(state)) return;
    // While files still arrive, comparing takes a fifth of the time at most.
    const busy = state.documents.some(({ progress }) => progress.at === "running" || progress.at === "waiting");
    this.#timer = window.setTimeout(
      () => {
        this.#timer = 0;
        void this.#compare();
      },
      busy ? Math.max(1000, 4 * this.#took) : SETTLES,
    );
  }

  #isBehind(state: State): boolean {
    const grounds = groundsOf(state);
    const { compared, failure } = state.comparison;
    // After a failure only when the reader asks again.
    if (grounds.length > 0 && !compared && failure === null) return true;
    return grounds.length !== this.#grounds.length || grounds.some((ground, at) => ground !== this.#grounds[at]);
  }

  async #compare(): Promise<void> {
    const { store } = this;
    const { send } = store;
    if (!this.#isBehind(store.state)) return;
    this.#grounds = groundsOf(store.state);
    const named = namesOf(store.state);
    if (named.length === 0) return send({ type: "compared", compared: null });
    const began = performance.now();
    this.#running = true;
    const all = named.length;
    const asOf = asOfIn(store.state);
    const { leeway } = store.state.choice;
    send({ type: "comparing", done: 0, all });
    try {
      const collection = await this.comparer.compare(named, { asOf, leeway }, (done) =>
        send({ type: "comparing", done, all }),
      );
      const documents = new Map(named.map(({ name, id }) => [name, id]));
      send({ type: "compared", compared: { collection, documents } });
    } catch (error) {
      send({ type: "incomparable", detail: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#running = false;
      this.#took = performance.now() - began;
      this.#look();
    }
  }
}

/** Whether the view rests on the comparison: those across documents, and the timeline for what became of its deadlines. */
function rests({ view, documents }: State): boolean {
  return isCollectionView(view) || (view === "timeline" && documents.length > 0);
}

function groundsOf(state: State): unknown[] {
  const grounds = state.documents.flatMap((document) => {
    const report = reportOf(document);
    return report ? [report, judgementsOn(state, document)] : [];
  });
  return grounds.length > 0 ? [...grounds, asOfIn(state), state.choice.leeway] : grounds;
}

/**
 * The reports, each under a name that no other has: its own, else with its folder, else with a number. The very same
 * document dropped twice is told once.
 */
export function namesOf(state: State): { id: DocumentId; name: string; report: Report }[] {
  const byName = new Map<string, { id: DocumentId; name: string; report: Report }>();
  const texts = new Map<string, Set<string>>();
  for (const document of state.documents) {
    const report = reportOf(document);
    if (!report) continue;
    const { name, text, date } = report.document;
    const same = `${date} ${text}`;
    const seen = texts.get(name) ?? new Set();
    texts.set(name, seen);
    if (seen.has(same)) continue;
    seen.add(same);
    let unique = byName.has(name) && document.folder !== "" ? `${document.folder}/${name}` : name;
    for (let number = 2; byName.has(unique); number += 1) unique = `${name}#${number}`;
    byName.set(unique, { id: document.id, name: unique, report: trusted(report, judgementsOn(state, document)) });
  }
  return [...byName.values()];
}
