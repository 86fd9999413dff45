/** Between state and workers: what is added is analysed, and every word from a worker becomes an action. */
import type { Action } from "../state/actions.js";
import {
  documentOf,
  laterOf,
  NOTHING_GIVEN,
  sameGiven,
  type Correction,
  type Document,
  type DocumentId,
  type Given,
  type State,
} from "../state/model.js";
import type { Store } from "../state/store.js";
import { sessionOf, type Session } from "../export/saved_page.js";
import { isAnalysisError } from "../worker/failure.js";
import { headOf } from "../worker/head.js";
import type { Pool } from "../worker/pool.js";
import { bookmarkOf } from "./fragment.js";
import type { Offer } from "./intake.js";
import { correctionFrom, digestOf, judgementsFrom, type Keeping } from "./keeping.js";
import { closerCode, refusalOfRead } from "./refusal.js";

export class Analysis {
  readonly #cancels = new Map<DocumentId, () => void>();
  #ids = 0;
  /** What was handed in first is listed first. */
  #listing: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Store<State, Action>,
    private readonly pool: Pool,
    private readonly keeping: Keeping,
    private readonly say: {
      /** A worker died over a document. */
      crashed: (document: Document) => void;
      /** Files of these names are listed already, with the same content. */
      repeated: (names: readonly string[]) => void;
      /** Files of these names are listed already, with other content. */
      namesakes: (names: readonly string[]) => void;
      /** So many documents, the first by this name, were removed; it can be undone. */
      removed: (name: string, count: number) => void;
      /** A page that this program saved was handed in: so many documents of it are taken up. */
      restored: (name: string, count: number) => void;
    },
  ) {}

  /** Lists what was dropped, chosen or pasted, and queues it; an archive gives way to the files in it. */
  add(offers: readonly Offer[], restored = false): void {
    this.#listing = this.#listing.then(() => this.#sort(offers, restored));
  }

  /** By the first bytes, never by the name; a Word file is a ZIP file too, and is listed when it turns out to be one. */
  async #sort(all: readonly Offer[], restored: boolean): Promise<void> {
    const sessions = await inTurns(all, async ({ input }) => (restored ? null : sessionOf(input)));
    for (const [at, session] of sessions.entries()) if (session) await this.#restore(all[at]?.name ?? "", session);
    const offers = all.filter((_, at) => !sessions[at]);
    const zips = await inTurns(offers, ({ input }) => isZip(input));
    await this.#list(
      offers.filter((_, at) => !zips[at]),
      restored,
    );
    for (const offer of offers.filter((_, at) => zips[at])) await this.#open(offer, restored);
  }

  /** A page that this program saved gives its documents and what was said of them to those that are here. */
  async #restore(name: string, { documents, judgements, corrections = [], fragment }: Session): Promise<void> {
    const { state, send } = this.store;
    this.keeping.assume(judgements, corrections);
    if (state.documents.length === 0 && documents.length > 0)
      send({ type: "bookmarked", bookmark: bookmarkOf(fragment) });
    for (const [digest, pairs] of judgements) send({ type: "recalled", digest, kept: judgementsFrom(pairs) });
    this.say.restored(name, documents.length);
    await this.#list(
      documents.map((document) => ({ ...document, given: { ...NOTHING_GIVEN, ...document.given } })),
      false,
    );
    // Documents that were here already hear what was told of them there.
    for (const { id, progress } of this.store.state.documents) {
      const digest = progress.at === "done" ? progress.digest : "";
      const told = corrections.find(([own]) => own === digest);
      if (told) this.#correctedBefore(id, digest, correctionFrom(told[1]));
    }
  }

  async #open(offer: Offer, restored: boolean): Promise<void> {
    const { name, folder, input } = offer;
    try {
      const { files, errors } =
        input instanceof Blob ? await this.pool.unpack(input, name) : { files: null, errors: [] };
      if (files === null) return await this.#list([offer], restored);
      const root = folder === "" ? name : `${folder}/${name}`;
      await this.#list(
        files.map(({ path, content }): Offer => {
          const parts = path.split("/");
          const base = parts.pop() ?? path;
          return { name: base, folder: [root, ...parts].join("/"), input: content };
        }),
        restored,
      );
      for (const text of errors) this.store.send({ type: "noticed", text });
    } catch {
      // As a document it says itself what is wrong with it.
      await this.#list([offer], restored);
    }
  }

  async #list(offers: readonly Offer[], restored: boolean): Promise<void> {
    const { fresh, repeated, namesakes } = await sifted(offers, this.store.state.documents);
    for (const { id, given, progress } of repeated) {
      // Handed in once more, a file that was not read is wanted after all.
      if (progress.at === "failed" || progress.at === "cancelled") this.again(id, given);
    }
    if (repeated.length > 0) this.say.repeated(repeated.map(({ name }) => name));
    else if (namesakes.length > 0) this.say.namesakes(namesakes);
    if (fresh.length === 0) return;
    const documents = fresh.map(
      ({ name, folder, input, given }): Document => ({
        id: `d${++this.#ids}`,
        name,
        folder,
        size: typeof input === "string" ? input.length : input.size,
        input,
        given: given ?? NOTHING_GIVEN,
        progress: { at: "waiting" },
      }),
    );
    this.store.send({ type: "added", documents, restored });
    for (const { id } of documents) void this.#run(id);
  }

  /** Analyses a document again as the reader corrected it, and keeps what was said for the next time it is read. */
  correct(id: DocumentId, given: Given): void {
    const progress = documentOf(this.store.state, id)?.progress;
    if (progress?.at === "done") {
      const { digest } = progress;
      const before = documentOf(this.store.state, id)?.given ?? NOTHING_GIVEN;
      const correction = { given, at: Date.now() };
      this.store.send({ type: "stepped", step: { kind: "corrected", id, digest, before } });
      this.store.send({ type: "corrected", digest, correction, now: true });
    }
    this.again(id, given);
  }

  /** Takes back the last step: a judgement, a correction, or that documents were removed. */
  undo(): void {
    const { state, send } = this.store;
    const step = state.steps.at(-1);
    if (!step) return;
    send({ type: "unjudged", at: Date.now() });
    if (step.kind === "corrected") this.again(step.id, step.before);
    if (step.kind !== "removed") return;
    const known = new Set(state.documents.map(({ id }) => id));
    for (const { id, progress } of this.store.state.documents)
      if (progress.at === "waiting" && !known.has(id)) void this.#run(id);
  }

  /** Analyses a document again with another day or place, or after a failure. */
  again(id: DocumentId, given: Given): void {
    this.#take(id);
    this.store.send({ type: "given", id, given });
    void this.#run(id);
  }

  remove(id: DocumentId): void {
    const name = documentOf(this.store.state, id)?.name ?? "";
    this.store.send({ type: "removed", id });
    this.#take(id);
    this.say.removed(name, 1);
  }

  clear(): void {
    const { documents } = this.store.state;
    this.store.send({ type: "cleared" });
    this.#takeAll();
    if (documents.length > 0) this.say.removed(documents[0]?.name ?? "", documents.length);
  }

  /** Begins no further file until it is called with `false`; those that are being read go on. */
  pause(paused: boolean): void {
    this.store.send({ type: "paused", paused });
    this.pool.pause(paused);
  }

  /** Takes back every file that is not read yet; each can be tried again. */
  cancel(): void {
    for (const id of this.#takeAll()) this.store.send({ type: "cancelled", id });
  }

  /** Tries everything again that failed or was taken back. */
  retry(): void {
    for (const { id, given, progress } of this.store.state.documents)
      if (progress.at === "failed" || progress.at === "cancelled") this.again(id, given);
  }

  /** What the reader said of this text before, here or on another day, holds for it now. */
  #correctedBefore(id: DocumentId, digest: string, kept: Correction | undefined): void {
    const { state, send } = this.store;
    const correction = laterOf(state.corrections.get(digest), kept);
    const document = documentOf(state, id);
    if (!correction || document?.progress.at !== "done") return;
    send({ type: "corrected", digest, correction, now: false });
    if (!sameGiven(correction.given, document.given)) this.again(id, correction.given);
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
      const { format, text } = report.document;
      const refused = report.figures.length === 0 ? await refusalOfRead(name, format, input) : null;
      const digest = refused === null ? await digestOf(text, id) : "";
      // Removed, or read again with another day, meanwhile.
      if (this.#cancels.get(id) !== cancel) return;
      if (refused !== null) {
        send({ type: "failed", id, failure: { code: refused, detail: "" } });
        return;
      }
      send({ type: "finished", id, report, digest, milliseconds });
      // The database takes its time to open; figures need not wait for it.
      const { judgements, correction } = await this.keeping.recall(digest);
      if (judgements.size > 0) send({ type: "recalled", digest, kept: judgements });
      this.#correctedBefore(id, digest, correction);
    } catch (error) {
      const known = isAnalysisError(error) ? error.code : "other";
      // Taken back by the reader: whoever did so has already said what the document is now.
      if (known === "cancelled") return;
      const code = await closerCode(known, input);
      if (this.#cancels.get(id) !== cancel) return;
      send({ type: "failed", id, failure: { code, detail: error instanceof Error ? error.message : String(error) } });
      if (code === "crash") this.say.crashed(document);
    } finally {
      // A later run of the same document has put its own here.
      if (this.#cancels.get(id) === cancel) this.#cancels.delete(id);
    }
  }
}

/**
 * What is new among the files handed in, and those that are listed already. The same file, by name and content, counts once,
 * in whatever folder it lies; one of the same name that holds something else is another file.
 */
async function sifted(
  offers: readonly Offer[],
  documents: readonly Document[],
): Promise<{ fresh: Offer[]; repeated: Document[]; namesakes: string[] }> {
  const listed = new Map<string, { input: Offer["input"]; document: Document | null }[]>();
  for (const document of documents) {
    const { name, input } = document;
    listed.set(name, [...(listed.get(name) ?? []), { input, document }]);
  }
  const fresh: Offer[] = [];
  const repeated: Document[] = [];
  const namesakes: string[] = [];
  for (const offer of offers) {
    const others = listed.get(offer.name) ?? [];
    let twin: (typeof others)[number] | undefined;
    for (const other of others) if (!twin && (await isSame(offer.input, other.input))) twin = other;
    if (twin) {
      if (twin.document) repeated.push(twin.document);
      continue;
    }
    if (others.length > 0) namesakes.push(offer.name);
    listed.set(offer.name, [...others, { input: offer.input, document: null }]);
    fresh.push(offer);
  }
  return { fresh, repeated, namesakes };
}

/** So many files are looked into at once: asking the browser for the first bytes of thousands takes seconds. */
const AT_ONCE = 50;

/** The answers about all offers, in their order, a few asked for at a time. */
async function inTurns<Answer>(offers: readonly Offer[], ask: (offer: Offer) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < offers.length; at += AT_ONCE)
    answers.push(...(await Promise.all(offers.slice(at, at + AT_ONCE).map(ask))));
  return answers;
}

async function isSame(one: Offer["input"], two: Offer["input"]): Promise<boolean> {
  if (typeof one === "string" || typeof two === "string") return one === two;
  if (one.size !== two.size) return false;
  try {
    const [a, b] = (await Promise.all([one.arrayBuffer(), two.arrayBuffer()])).map((bytes) => new Uint8Array(bytes));
    return a !== undefined && b !== undefined && a.every((byte, at) => byte === b[at]);
  } catch {
    // The analysis says that it can't be read.
    return false;
  }
}

async function isZip(input: Offer["input"]): Promise<boolean> {
  if (!(input instanceof Blob)) return false;
  try {
    const [first, second, third, fourth] = await headOf(input);
    return first === 0x50 && second === 0x4b && third === 3 && fourth === 4;
  } catch {
    // The analysis says that it can't be read.
    return false;
  }
}
