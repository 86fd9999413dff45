/**
 * Compares reports in a worker of its own: those that analyse stay free for files, and a comparison that breaks takes
 * no document with it. The worker is told of a few reports at a time, so that the page answers its reader in between and
 * thousands of them never lie in memory twice; its collection comes packed, and is made a few rows at a time.
 */
import { collectionPieces, type Telling, type Told, telling } from "../generated/read_report.js";
import type { Collection } from "../generated/report.js";
import type { CompareOptions } from "../lib/analyzer.js";
import { emptyCollection } from "../state/collection.js";
import type { Report } from "../state/report.js";
import type { Engine } from "./pool.js";
import type { Answer, Question } from "./protocol.js";

/** For how long the page may be kept from its reader, in milliseconds. */
const SLICE = 8;

/** So many rows are made at a time. */
const PIECE = 500;

/** A report, under the name by which the collection is to call its document. */
export interface Named {
  name: string;
  report: Report;
}

type Collected = Extract<Answer, { type: "collected" }>;

/** What the worker says of its comparison, when all goes well. */
type Heard = Collected | Extract<Answer, { type: "taken" }>;

export class Comparer {
  #worker: Promise<Worker> | null = null;
  #waiting: { id: number; hear: (answer: Heard) => void; fail: (error: Error) => void } | null = null;
  #ids = 0;

  constructor(private readonly engine: Pick<Engine, "spawn" | "start">) {}

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
    const told = telling();
    for (let at = 0; at < all.length; ) {
      const reports: Told[] = [];
      const began = performance.now();
      do reports.push(tell(told, all[at++]));
      while (at < all.length && performance.now() - began < SLICE);
      const buffers = reports.map(([numbers]) => numbers.buffer);
      await this.#ask(worker, { type: "compareWith", id, reports }, buffers);
      onProgress(at);
    }
    const answer = await this.#ask(worker, { type: "compare", id, options }, []);
    if (answer.type !== "collected") throw new Error("another answer was expected");
    return unpacked(answer, told.words);
  }

  #ask(worker: Worker, question: Extract<Question, { id: number }>, transfer: Transferable[]): Promise<Heard> {
    return new Promise((hear, fail) => {
      this.#waiting = { id: question.id, hear, fail };
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
        this.engine
          .start(worker, "startComparing")
          .catch((error: unknown) => reject(error instanceof Error ? error : new Error(String(error))));
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
    if (answer.type !== "taken" && answer.type !== "collected") return;
    this.#waiting = null;
    waiting.hear(answer);
  }

  /** Ends a worker that broke; the next comparison starts another. */
  #end(worker: Worker, detail: string): void {
    worker.terminate();
    this.#worker = null;
    this.#waiting?.fail(new Error(detail));
    this.#waiting = null;
  }
}

function tell({ tell }: Telling, named: Named | undefined): Told {
  if (!named) throw new Error("there is no such report");
  const { name, report } = named;
  return tell({ ...report, document: { ...report.document, name } });
}

/** The collection, made with a rest for the reader whenever it has taken long enough. */
async function unpacked({ numbers, words, lengths }: Collected, known: readonly string[]): Promise<Collection> {
  const collection = emptyCollection();
  let began = performance.now();
  for (const piece of collectionPieces(numbers, words, lengths, known, PIECE)) {
    join(collection, piece);
    if (performance.now() - began < SLICE) continue;
    await rest();
    began = performance.now();
  }
  return collection;
}

/** Lets the page do what waits; a timer would wait longer than that. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Adds a piece to what has come before. */
function join(collection: Collection, piece: Partial<Collection>): void {
  const lists = collection as unknown as Record<string, unknown>;
  for (const [key, value] of Object.entries(piece)) {
    const known = lists[key];
    if (Array.isArray(known) && Array.isArray(value)) known.push(...(value as unknown[]));
    else lists[key] = value;
  }
}
