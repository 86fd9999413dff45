/**
 * The pool: hands documents to workers, one each at a time, and outlives every one of them. A worker that dies
 * takes one document with it; the next document gets a new worker.
 */
import { readReport } from "../generated/read_report.js";
import type { Given, Input, Stage } from "../state/model.js";
import type { Report } from "../state/report.js";
import type { Answer, Question } from "./protocol.js";

/** Why a document has no report: a code of the core's, or `crash`, `engine`, `unreadable`, `cancelled`. */
export class AnalysisError extends Error {
  override readonly name = "AnalysisError";
  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

export interface Job {
  input: Input;
  name: string;
  given: Given;
  onStart: () => void;
  onStage: (stage: Stage) => void;
}

export interface Result {
  report: Report;
  milliseconds: number;
}

/** What a pool needs to make a worker. */
export interface Engine {
  /** The analyzer: compiled, or as the page carries it while no worker has compiled it yet. */
  wasm: () => Promise<WebAssembly.Module | string>;
  /** Takes what a worker has compiled, for the workers after it. */
  keep: (module: WebAssembly.Module) => void;
  spawn: () => Worker;
}

interface Ticket extends Job {
  id: number;
  resolve: (result: Result) => void;
  reject: (error: AnalysisError) => void;
}

/** A worker, and the document it is reading. */
class Lane {
  ticket: Ticket | null = null;
  #worker: Worker | null = null;
  #ready: Promise<Worker> | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly free: () => void,
  ) {}

  /** Starts the worker if there is none; rejects with code `engine` when it can't be started. */
  warm(): Promise<Worker> {
    this.#ready ??= this.#start().catch((error: unknown) => {
      this.end();
      throw error instanceof AnalysisError ? error : new AnalysisError("engine", String(error));
    });
    return this.#ready;
  }

  async run(ticket: Ticket): Promise<void> {
    this.ticket = ticket;
    try {
      const worker = await this.warm();
      // It may have been cancelled while the worker was starting.
      if (this.ticket !== ticket) return;
      ticket.onStart();
      const { id, input, name, given } = ticket;
      worker.postMessage({ type: "analyze", id, input, name, given } satisfies Question);
    } catch (error) {
      this.#fail(error instanceof AnalysisError ? error : new AnalysisError("crash", String(error)));
    }
  }

  /** Ends the worker at once; the next document starts another. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = null;
  }

  async #start(): Promise<Worker> {
    // The worker starts while the page is still being read.
    const worker = this.engine.spawn();
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      worker.addEventListener("message", (event: MessageEvent<Answer>) => {
        const answer = event.data;
        if (answer.type === "ready") {
          this.engine.keep(answer.module);
          resolve(worker);
        } else if (answer.type === "unusable") reject(new AnalysisError("engine", answer.detail));
        else if (answer.type !== "up") this.#heard(answer);
      });
      const died = (detail: string): void => {
        reject(new AnalysisError("engine", detail));
        // Word of a worker that has been replaced meanwhile is of no interest.
        if (this.#worker !== worker) return;
        this.end();
        this.#fail(new AnalysisError("crash", detail));
      };
      worker.addEventListener("error", (event) => {
        // Told to the reader as a failed document; the console stays for what nobody expected.
        event.preventDefault();
        died(event.message || "the worker ended");
      });
      worker.addEventListener("messageerror", () => died("a message could not be read"));
      this.engine.wasm().then(
        (wasm) => worker.postMessage({ type: "start", wasm } satisfies Question),
        (error: unknown) => reject(new AnalysisError("engine", String(error))),
      );
    });
  }

  #heard(answer: Exclude<Answer, { type: "up" | "ready" | "unusable" }>): void {
    const { ticket } = this;
    if (ticket?.id !== answer.id) return;
    switch (answer.type) {
      case "stage":
        ticket.onStage(answer.stage);
        break;
      case "report":
        this.ticket = null;
        ticket.resolve({ report: readReport(...answer.packed), milliseconds: answer.milliseconds });
        this.free();
        break;
      case "failure":
        if (answer.fatal) this.end();
        this.#fail(new AnalysisError(answer.code, answer.detail));
    }
  }

  #fail(error: AnalysisError): void {
    const { ticket } = this;
    this.ticket = null;
    ticket?.reject(error);
    this.free();
  }
}

export class Pool {
  readonly #lanes: Lane[];
  readonly #queue: Ticket[] = [];
  #ids = 0;

  /** `size` workers at most; the second and later are made when there is work for them. */
  constructor(engine: Engine, size: number) {
    this.#lanes = Array.from({ length: size }, () => new Lane(engine, () => this.#next()));
  }

  /** Starts the first worker ahead of need. A failure is kept quiet here: the first document will meet it again. */
  warm(): void {
    this.#lanes[0]?.warm().catch(() => undefined);
  }

  /** Queues a document. `cancel` takes it back, out of the queue or out of the worker's hands. */
  analyze(job: Job): { result: Promise<Result>; cancel: () => void } {
    const id = ++this.#ids;
    let cancel = (): void => undefined;
    const result = new Promise<Result>((resolve, reject) => {
      const ticket: Ticket = { ...job, id, resolve, reject };
      cancel = () => this.#cancel(ticket);
      this.#queue.push(ticket);
    });
    this.#next();
    return { result, cancel };
  }

  #cancel(ticket: Ticket): void {
    const place = this.#queue.indexOf(ticket);
    if (place >= 0) this.#queue.splice(place, 1);
    const lane = this.#lanes.find((one) => one.ticket === ticket);
    if (lane) {
      // A worker can't be interrupted, only ended.
      lane.ticket = null;
      lane.end();
    }
    ticket.reject(new AnalysisError("cancelled", ""));
    this.#next();
  }

  #next(): void {
    for (const lane of this.#lanes) {
      if (lane.ticket) continue;
      const ticket = this.#queue.shift();
      if (!ticket) return;
      void lane.run(ticket);
    }
  }
}
