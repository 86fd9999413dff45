/**
 * The pool: hands documents to workers, one each at a time, and outlives every one of them. A worker that dies
 * takes one document with it; the next document gets a new worker.
 */
import { readReport } from "../generated/read_report.js";
import { isPdf } from "../lib/pdf_file.js";
import type { Given, Input, Stage } from "../state/model.js";
import type { Report } from "../state/report.js";
import type { Pages } from "../generated/pdf.js";
import { AnalysisError, isAnalysisError } from "./failure.js";
import { headOf } from "./head.js";
import type { Answer, Question, Unpacked } from "./protocol.js";

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
  /** Tells a worker of the analyzer: compiled, or as the page carries it while no worker has compiled it yet. */
  start: (worker: Worker, type: "start" | "startComparing") => Promise<void>;
  /** Takes what a worker has compiled, for the workers after it. */
  keep: (module: WebAssembly.Module) => void;
  spawn: () => Worker;
  /** The words of a PDF. */
  pages: (input: Blob, name: string) => Promise<Pages>;
}

/** The files of an archive, and sentences about those that could not be unpacked; null for what is no archive. */
export interface Archive {
  files: Unpacked[] | null;
  errors: string[];
}

interface Ticket {
  id: number;
  /** What the worker is asked; made when its turn comes. */
  ask: () => Promise<Question>;
  onStart: () => void;
  onStage: (stage: Stage) => void;
  hear: (answer: Heard) => void;
  reject: (error: AnalysisError) => void;
}

/** What a worker that analyses says of a document. */
type OfDocument = Exclude<Answer, { type: "up" | "ready" | "unusable" | "taken" | "collected" | "written" }>;

function isOfDocument(answer: Answer): answer is OfDocument {
  return ["stage", "report", "unpacked", "failure"].includes(answer.type);
}

type Heard = Extract<Answer, { type: "report" | "unpacked" }>;

/** A worker, and the document it is reading. */
class Lane {
  ticket: Ticket | null = null;
  #worker: Worker | null = null;
  /** It has been told of the analyzer, and what is asked of it waits there. */
  #told: Promise<Worker> | null = null;
  #ready: Promise<void> | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly free: () => void,
  ) {}

  /** Starts the worker if there is none; rejects with code `engine` when it can't be started. */
  warm(): Promise<void> {
    this.#ready ??= this.#start().catch((error: unknown) => {
      this.end();
      throw isAnalysisError(error) ? error : new AnalysisError("engine", String(error));
    });
    return this.#ready;
  }

  async run(ticket: Ticket): Promise<void> {
    this.ticket = ticket;
    try {
      const ready = this.warm();
      const [worker, question] = await Promise.all([this.#told, ticket.ask()]);
      // It may have been cancelled while the worker was starting.
      if (this.ticket !== ticket) return;
      ticket.onStart();
      // Not when it is ready: the page may be drawing just then, and hear of it late.
      worker?.postMessage(question);
      await ready;
    } catch (error) {
      // A ticket that was taken back meanwhile has been answered.
      if (this.ticket !== ticket) return;
      this.#fail(isAnalysisError(error) ? error : new AnalysisError("crash", String(error)));
    }
  }

  /** Ends the worker at once; the next document starts another. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#told = null;
    this.#ready = null;
  }

  async #start(): Promise<void> {
    // The worker starts while the page is still being read.
    const worker = this.engine.spawn();
    this.#worker = worker;
    const told = this.engine.start(worker, "start").then(() => worker);
    this.#told = told;
    return new Promise((resolve, reject) => {
      worker.addEventListener("message", (event: MessageEvent<Answer>) => {
        const answer = event.data;
        if (answer.type === "ready") {
          this.engine.keep(answer.module);
          resolve();
        } else if (answer.type === "unusable") reject(new AnalysisError("engine", answer.detail));
        else if (isOfDocument(answer)) this.#heard(answer);
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
      told.catch((error: unknown) => reject(new AnalysisError("engine", String(error))));
    });
  }

  #heard(answer: OfDocument): void {
    const { ticket } = this;
    if (ticket?.id !== answer.id) return;
    switch (answer.type) {
      case "stage":
        ticket.onStage(answer.stage);
        break;
      case "report":
      case "unpacked":
        this.ticket = null;
        ticket.hear(answer);
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
  #paused = false;
  #ids = 0;

  /** `size` workers at most; the second and later are made when there is work for them. */
  constructor(
    private readonly engine: Engine,
    size: number,
  ) {
    this.#lanes = Array.from({ length: size }, () => new Lane(engine, () => this.#next()));
  }

  /** Starts the first worker ahead of need. A failure is kept quiet here: the first document will meet it again. */
  warm(): void {
    this.#lanes[0]?.warm().catch(() => undefined);
  }

  /** While it is paused, what is queued waits. */
  pause(paused: boolean): void {
    this.#paused = paused;
    this.#next();
  }

  /** Queues a document. `cancel` takes it back, out of the queue or out of the worker's hands. */
  analyze(job: Job): { result: Promise<Result>; cancel: () => void } {
    const { input, name, given } = job;
    const ask = async (id: number): Promise<Question> => {
      const pdf = input instanceof Blob && isPdf(await headOf(input));
      return { type: "analyze", id, input: pdf ? await this.engine.pages(input, name) : input, name, given };
    };
    return this.#queued(job, ask, (answer): Result => {
      if (answer.type !== "report") throw new AnalysisError("crash", "another answer was expected");
      return { report: readReport(...answer.packed), milliseconds: answer.milliseconds };
    });
  }

  /** Opens a file that may be an archive. */
  unpack(input: Blob, name: string): Promise<Archive> {
    const silent = { onStart: () => undefined, onStage: () => undefined };
    const ask = async (id: number): Promise<Question> => ({ type: "unpack", id, input, name });
    return this.#queued(silent, ask, (answer): Archive => {
      if (answer.type !== "unpacked") throw new AnalysisError("crash", "another answer was expected");
      return answer;
    }).result;
  }

  #queued<T>(
    { onStart, onStage }: Pick<Job, "onStart" | "onStage">,
    ask: (id: number) => Promise<Question>,
    read: (answer: Heard) => T,
  ): { result: Promise<T>; cancel: () => void } {
    const id = ++this.#ids;
    let cancel = (): void => undefined;
    const result = new Promise<T>((resolve, reject) => {
      const ticket: Ticket = {
        id,
        ask: () => ask(id),
        onStart,
        onStage,
        hear: (answer) => resolve(read(answer)),
        reject,
      };
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
    if (this.#paused) return;
    for (const lane of this.#lanes) {
      if (lane.ticket) continue;
      const ticket = this.#queue.shift();
      if (!ticket) return;
      void lane.run(ticket);
    }
  }
}
