/**
 * Compares reports in a worker of its own: those that analyse stay free for files, and a comparison that breaks takes
 * no document with it. Reports are sent packed, a few at a time, so that the page answers its reader in between and
 * thousands of them never lie in memory twice.
 */
import { shared, writeReport } from "../generated/read_report.js";
import type { Collection } from "../generated/report.js";
import type { CompareOptions, Packed } from "../lib/analyzer.js";
import { emptyCollection } from "../state/collection.js";
import type { Report } from "../state/report.js";
import type { Engine } from "./pool.js";
import type { Answer, Question } from "./protocol.js";

/** For how long the page may be kept from its reader, in milliseconds. */
const SLICE = 8;

/** A report, under the name by which the collection is to call its document. */
export interface Named {
  name: string;
  report: Report;
}

export class Comparer {
  #worker: Promise<Worker> | null = null;
  #waiting: {
    id: number;
    piece: (piece: Partial<Collection>) => void;
    hear: () => void;
    fail: (error: Error) => void;
  } | null = null;
  #ids = 0;

  constructor(private readonly engine: Pick<Engine, "spawn" | "wasm">) {}

  /**
   * What the reports say together. One comparison at a time: the next is asked for when the last has ended. A worker that
   * breaks is replaced once: most breaks (memory, a tab put to sleep) do not come twice.
   * @throws when the worker can't be started or breaks a second time
   */
  async compare(
    all: readonly Named[],
    options: CompareOptions,
    onProgress: (done: number) => void,
  ): Promise<Collection> {
    try {
      return await this.#attempt(all, options, onProgress);
    } catch {
      onProgress(0);
      return this.#attempt(all, options, onProgress);
    }
  }

  async #attempt(
    all: readonly Named[],
    options: CompareOptions,
    onProgress: (done: number) => void,
  ): Promise<Collection> {
    const id = ++this.#ids;
    this.#worker ??= this.#start();
    const worker = await this.#worker;
    for (let at = 0; at < all.length; ) {
      const reports: Packed[] = [];
      const began = performance.now();
      do reports.push(packed(all[at++]));
      while (at < all.length && performance.now() - began < SLICE);
      const buffers = reports.map(([numbers]) => numbers.buffer);
      await this.#ask(worker, { type: "compareWith", id, reports }, buffers);
      onProgress(at);
    }
    const collection = emptyCollection();
    await this.#ask(worker, { type: "compare", id, options }, [], (piece) => join(collection, piece));
    return collection;
  }

  #ask(
    worker: Worker,
    question: Extract<Question, { id: number }>,
    transfer: Transferable[],
    piece: (piece: Partial<Collection>) => void = () => undefined,
  ): Promise<void> {
    return new Promise((hear, fail) => {
      this.#waiting = { id: question.id, piece, hear, fail };
      worker.postMessage(question, transfer);
    });
  }

  async #start(): Promise<Worker> {
    const worker = this.engine.spawn();
    try {
      await new Promise<void>((resolve, reject) => {
        worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
          if (data.type === "ready") resolve();
          else if (data.type === "unusable") reject(new Error(data.detail));
          else this.#heard(data);
        });
        worker.addEventListener("error", (event) => {
          event.preventDefault();
          reject(new Error(event.message));
          this.#end(worker, event.message || "the worker ended");
        });
        this.engine.wasm().then(
          (wasm) => worker.postMessage({ type: "startComparing", wasm } satisfies Question),
          (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
        );
      });
      return worker;
    } catch (error) {
      this.#worker = null;
      worker.terminate();
      throw error;
    }
  }

  #heard(answer: Answer): void {
    const waiting = this.#waiting;
    if (!waiting || !("id" in answer) || answer.id !== waiting.id) return;
    if (answer.type === "failure") {
      void this.#worker?.then((worker) => this.#end(worker, answer.detail));
      return;
    }
    if (answer.type === "piece") {
      waiting.piece(answer.piece);
      return;
    }
    this.#waiting = null;
    waiting.hear();
  }

  /** Ends a worker that broke; the next comparison starts another. */
  #end(worker: Worker, detail: string): void {
    worker.terminate();
    this.#worker = null;
    this.#waiting?.fail(new Error(detail));
    this.#waiting = null;
  }
}

function packed(named: Named | undefined): Packed {
  if (!named) throw new Error("there is no such report");
  const { name, report } = named;
  return writeReport({ ...report, document: { ...report.document, name } });
}

/** One string for the same words: from thread to thread each comes as a copy, millions of them for one collection. */
function sharing(value: unknown): unknown {
  if (typeof value === "string") return shared(value);
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) value[at] = sharing(value[at]);
  } else if (typeof value === "object" && value !== null) {
    const fields = value as Record<string, unknown>;
    for (const key in fields) {
      const field = fields[key];
      if (typeof field === "string" || (typeof field === "object" && field !== null)) fields[key] = sharing(field);
    }
  }
  return value;
}

/** Adds a piece to what has come before. */
function join(collection: Collection, piece: Partial<Collection>): void {
  const lists = collection as unknown as Record<string, unknown>;
  for (const [key, value] of Object.entries(piece)) {
    const known = lists[key];
    if (Array.isArray(known) && Array.isArray(value)) known.push(...(sharing(value) as unknown[]));
    else lists[key] = value;
  }
}
