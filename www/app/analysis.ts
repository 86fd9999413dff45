/** Between state and workers: what is added is analysed, and every word from a worker becomes an action. */
import type { Action } from "../state/actions.js";
import { documentOf, type Document, type DocumentId, type Given, type State } from "../state/model.js";
import type { Store } from "../state/store.js";
import { AnalysisError, type Pool } from "../worker/pool.js";
import type { Offer } from "./intake.js";

export class Analysis {
  readonly #cancels = new Map<DocumentId, () => void>();
  #ids = 0;

  constructor(
    private readonly store: Store<State, Action>,
    private readonly pool: Pool,
    /** Called when a worker died over a document. */
    private readonly onCrash: (document: Document) => void,
  ) {}

  /** Lists what was dropped, chosen or pasted, and queues it. */
  add(offers: readonly Offer[]): void {
    const documents = offers.map(
      ({ name, folder, input }): Document => ({
        id: `d${++this.#ids}`,
        name,
        folder,
        size: typeof input === "string" ? input.length : input.size,
        input,
        given: { date: null, region: null },
        progress: { at: "waiting" },
      }),
    );
    this.store.send({ type: "added", documents });
    for (const { id } of documents) void this.#run(id);
  }

  /** Analyses a document again with another day or place, or after a failure. */
  again(id: DocumentId, given: Given): void {
    this.#cancels.get(id)?.();
    this.store.send({ type: "given", id, given });
    void this.#run(id);
  }

  remove(id: DocumentId): void {
    this.store.send({ type: "removed", id });
    this.#cancels.get(id)?.();
  }

  clear(): void {
    this.store.send({ type: "cleared" });
    for (const cancel of [...this.#cancels.values()]) cancel();
  }

  async #run(id: DocumentId): Promise<void> {
    const document = documentOf(this.store.state, id);
    if (!document) return;
    const { input, name, given } = document;
    const { send } = this.store;
    const { result, cancel } = this.pool.analyze({
      input,
      name,
      given,
      onStart: () => send({ type: "started", id }),
      onStage: (stage) => send({ type: "staged", id, stage }),
    });
    this.#cancels.set(id, cancel);
    try {
      const { report, milliseconds } = await result;
      send({ type: "finished", id, report, milliseconds });
    } catch (error) {
      const code = error instanceof AnalysisError ? error.code : "other";
      // Taken back by the reader: whoever did so has already said what the document is now.
      if (code === "cancelled") return;
      send({ type: "failed", id, failure: { code, detail: error instanceof Error ? error.message : String(error) } });
      if (code === "crash") this.onCrash(document);
    } finally {
      // A later run of the same document has put its own here.
      if (this.#cancels.get(id) === cancel) this.#cancels.delete(id);
    }
  }
}
