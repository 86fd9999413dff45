/** Between state and workers: what is added is analysed, and every word from a worker becomes an action. */
import type { Action } from "../state/actions.js";
import { documentOf, type Document, type DocumentId, type Given, type State } from "../state/model.js";
import type { Store } from "../state/store.js";
import { isAnalysisError } from "../worker/failure.js";
import type { Pool } from "../worker/pool.js";
import type { Offer } from "./intake.js";
import { digestOf, type Keeping } from "./keeping.js";

export class Analysis {
  readonly #cancels = new Map<DocumentId, () => void>();
  #ids = 0;

  constructor(
    private readonly store: Store<State, Action>,
    private readonly pool: Pool,
    private readonly keeping: Keeping,
    /** Called when a worker died over a document. */
    private readonly onCrash: (document: Document) => void,
  ) {}

  /** Lists what was dropped, chosen or pasted, and queues it; an archive gives way to the files in it. */
  add(offers: readonly Offer[]): void {
    void this.#sort(offers);
  }

  /** By the first bytes, never by the name; a Word file is a ZIP file too, and is listed when it turns out to be one. */
  async #sort(offers: readonly Offer[]): Promise<void> {
    const zips = await Promise.all(offers.map(({ input }) => isZip(input)));
    this.#list(offers.filter((_, at) => !zips[at]));
    for (const offer of offers.filter((_, at) => zips[at])) await this.#open(offer);
  }

  async #open(offer: Offer): Promise<void> {
    const { name, folder, input } = offer;
    try {
      const { files, errors } =
        input instanceof Blob ? await this.pool.unpack(input, name) : { files: null, errors: [] };
      if (files === null) return this.#list([offer]);
      const root = folder === "" ? name : `${folder}/${name}`;
      this.#list(
        files.map(({ path, content }): Offer => {
          const parts = path.split("/");
          const base = parts.pop() ?? path;
          return { name: base, folder: [root, ...parts].join("/"), input: content };
        }),
      );
      for (const text of errors) this.store.send({ type: "noticed", text });
    } catch {
      // As a document it says itself what is wrong with it.
      this.#list([offer]);
    }
  }

  #list(offers: readonly Offer[]): void {
    if (offers.length === 0) return;
    const documents = offers.map(
      ({ name, folder, input, given }): Document => ({
        id: `d${++this.#ids}`,
        name,
        folder,
        size: typeof input === "string" ? input.length : input.size,
        input,
        given: given ?? { date: null, region: null },
        progress: { at: "waiting" },
      }),
    );
    this.store.send({ type: "added", documents });
    for (const { id } of documents) void this.#run(id);
  }

  /** Analyses a document again with another day or place, or after a failure. */
  again(id: DocumentId, given: Given): void {
    this.#take(id);
    this.store.send({ type: "given", id, given });
    void this.#run(id);
  }

  remove(id: DocumentId): void {
    this.store.send({ type: "removed", id });
    this.#take(id);
  }

  clear(): void {
    this.store.send({ type: "cleared" });
    this.#takeAll();
  }

  /** Begins no further file until it is called with `false`; those that are being read go on. */
  pause(paused: boolean): void {
    this.store.send({ type: "paused", paused });
    this.pool.pause(paused);
  }

  /** Takes back every file that is not read yet; each can be tried again. */
  cancel(): void {
    const failure = { code: "cancelled", detail: "" };
    for (const id of this.#takeAll()) this.store.send({ type: "failed", id, failure });
  }

  /** Tries everything again that failed or was taken back. */
  retry(): void {
    for (const { id, given, progress } of this.store.state.documents)
      if (progress.at === "failed") this.again(id, given);
  }

  #takeAll(): DocumentId[] {
    // Else each file that is taken from a worker would make room for the next.
    this.pool.pause(true);
    const ids = [...this.#cancels.keys()];
    for (const id of ids) this.#take(id);
    this.pause(false);
    return ids;
  }

  #take(id: DocumentId): void {
    const cancel = this.#cancels.get(id);
    this.#cancels.delete(id);
    cancel?.();
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
      const digest = await digestOf(report.document.text, id);
      // Removed, or read again with another day, meanwhile.
      if (this.#cancels.get(id) !== cancel) return;
      send({ type: "finished", id, report, digest, milliseconds });
      // The database takes its time to open; figures need not wait for it.
      const kept = await this.keeping.recall(digest);
      if (kept.size > 0) send({ type: "recalled", digest, kept });
    } catch (error) {
      const code = isAnalysisError(error) ? error.code : "other";
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

async function isZip(input: Offer["input"]): Promise<boolean> {
  if (!(input instanceof Blob)) return false;
  try {
    return (await input.slice(0, 4).text()) === "PK\u0003\u0004";
  } catch {
    // The analysis says that it can't be read.
    return false;
  }
}
