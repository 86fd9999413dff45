/** Keeps the comparison up with the documents: what leaves the page must not hang on which view was open. */
import type { Action } from "../state/actions.js";
import { groundsOf, isReading, isWhole, rests, sameList } from "../state/compared.js";
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
  /** Whether the comparison that is due was put off as little as can be. */
  #hurries = false;
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
    if (this.#running) return;
    const hurries = !isReading(state);
    // Nobody looks at it yet: the files go first.
    if (!hurries && !rests(state)) return;
    if (!this.#isBehind(state)) return;
    // Put off for files that still arrived: when the last has come, nothing is left to put it off for.
    if (this.#timer !== 0) {
      if (this.#hurries || !hurries) return;
      window.clearTimeout(this.#timer);
      this.#timer = 0;
    }
    this.#hurries = hurries;
    // While files still arrive, comparing takes a third of the time at most: the more there are, the longer it rests.
    this.#timer = window.setTimeout(
      () => {
        this.#timer = 0;
        void this.#compare();
      },
      hurries ? SETTLES : Math.max(1000, 2 * this.#took),
    );
  }

  /** Ends when the comparison is that of all that is on the page, files that still arrive included, or has failed. */
  async ready(): Promise<void> {
    const { store } = this;
    const isDone = (): boolean =>
      isWhole(store.state) || (store.state.comparison.failure !== null && !this.#isBehind(store.state));
    if (isDone()) return;
    await new Promise<void>((resolve) => {
      const unsubscribe = store.subscribe(() => {
        if (!isDone()) return;
        unsubscribe();
        resolve();
      });
    });
  }

  #isBehind(state: State): boolean {
    const grounds = groundsOf(state);
    const { compared, failure } = state.comparison;
    // After a failure only when the reader asks again.
    if (grounds.length > 0 && !compared && failure === null) return true;
    return !sameList(grounds, this.#grounds);
  }

  async #compare(): Promise<void> {
    const { store } = this;
    const { send } = store;
    if (!this.#isBehind(store.state)) return;
    const grounds = groundsOf(store.state);
    this.#grounds = grounds;
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
      send({ type: "compared", compared: { collection, documents, grounds } });
    } catch (error) {
      send({ type: "incomparable", detail: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#running = false;
      this.#took = performance.now() - began;
      this.#look();
    }
  }
}

/**
 * The reports, each under a name that no other has: its own, else with its folder, else with a number. The very same
 * document dropped twice is told once.
 */
export function namesOf(state: State): { id: DocumentId; name: string; report: Report }[] {
  const byName = new Map<string, { id: DocumentId; name: string; report: Report }>();
  const texts = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const document of state.documents) {
    const name = reportOf(document)?.document.name;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const document of state.documents) {
    const report = reportOf(document);
    if (!report) continue;
    const { name, text, date } = report.document;
    // The text is long to look at: only where there are two of this name.
    const same = counts.get(name) === 1 ? "" : `${date} ${text}`;
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
