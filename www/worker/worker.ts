/** The worker: reads one document at a time with the analyzer, and tells how far it is. */
import type { Pages } from "../generated/pdf.js";
import { type Analyzer, JianduError, open } from "../lib/analyzer.js";
import { Comparing } from "./comparing.js";
import { unpackArchive } from "../lib/archive.js";
import { unpackWasm } from "../lib/unpack.js";
import { REHEARSAL } from "./rehearsal.js";
import { Writing } from "./writing.js";
import { CRASH_EVENT, type Answer, type Question, type Unpacked } from "./protocol.js";

/** Milliseconds without a document, after which there is time for a rehearsal. */
const IDLE = 250;

let analyzer: Analyzer | null = null;
/** A document has been asked for. */
let asked = false;
/** Fulfilled when there is one, or never will be: what is asked meanwhile waits for it. */
let started: Promise<void> = Promise.resolve();
const comparing = new Comparing(say);
const writing = new Writing(say);
let crashNext = false;

function say(answer: Answer, transfer: Transferable[] = []): void {
  self.postMessage(answer, { transfer });
}

async function start(wasm: WebAssembly.Module | string, analyses: boolean): Promise<void> {
  try {
    const module = typeof wasm === "string" ? await WebAssembly.compileStreaming(unpackWasm(wasm)) : wasm;
    analyzer = await open(module);
    // The word list is loaded by the first analysis; better now, while the reader looks for a file.
    if (analyses) analyzer.analyze("1家");
    say({ type: "ready", module });
    // Engines compile a function when it is first called: the reader's first document need not wait for that.
    if (analyses) setTimeout(rehearse, IDLE);
  } catch (error) {
    say({ type: "unusable", detail: String(error) });
  }
}

/** Reads a page of our own once, so that what reading needs is compiled; not when a document has come meanwhile. */
function rehearse(): void {
  if (!asked) analyzer?.analyze(REHEARSAL, { name: "rehearsal.txt" });
}

async function analyze({ id, input, name, given }: Extract<Question, { type: "analyze" }>): Promise<void> {
  if (crashNext) {
    // Outside of every handler, so that the page sees what it sees when a worker really dies.
    setTimeout(() => {
      throw new Error("crash asked for by a test");
    });
    return;
  }
  await started;
  const began = performance.now();
  let bytes: Uint8Array | string | Pages;
  try {
    bytes = input instanceof Blob ? new Uint8Array(await input.arrayBuffer()) : input;
  } catch (error) {
    say({ type: "failure", id, code: "unreadable", detail: String(error), fatal: false });
    return;
  }
  try {
    if (!analyzer) throw new Error("analyze came before start");
    const packed = analyzer.pack(bytes, { name, ...given }, (stage) => say({ type: "stage", id, stage }));
    say(
      { type: "report", id, packed, milliseconds: performance.now() - began },
      packed[0].map((piece) => piece.buffer),
    );
  } catch (error) {
    const known = error instanceof JianduError;
    const code = known ? error.code : "crash";
    say({ type: "failure", id, code, detail: known ? error.message : String(error), fatal: code === "crash" });
  }
}

async function unpack({ id, input, name }: Extract<Question, { type: "unpack" }>): Promise<void> {
  await started;
  try {
    const entries = unpackArchive(new Uint8Array(await input.arrayBuffer()), name);
    const files: Unpacked[] = [];
    const errors: string[] = [];
    for (const entry of entries ?? []) {
      if (entry instanceof Error) errors.push(entry.message);
      else files.push({ path: entry.path, content: new Blob([entry.bytes]) });
    }
    say({ type: "unpacked", id, files: entries && files, errors });
  } catch (error) {
    const known = error instanceof JianduError;
    const code = known ? error.code : "unreadable";
    say({ type: "failure", id, code, detail: known ? error.message : String(error), fatal: !known });
  }
}

say({ type: "up" });

self.addEventListener("message", (event: MessageEvent<Question>) => {
  const question = event.data;
  switch (question.type) {
    case "start":
      started = start(question.wasm, true);
      return;
    case "startComparing":
      started = start(question.wasm, false);
      return;
    case "unpack":
      return void unpack(question);
    case "compareWith":
      return comparing.take(question.id, question.reports);
    case "compare":
      return comparing.finish(question.id, question.options);
    case "write":
      return writing.begin(question);
    case "rows":
      return writing.take(question.id, question.table, question.rows);
    case "finishWriting":
      return void writing.finish(question.id);
    default:
      asked = true;
      void analyze(question);
  }
});

self.addEventListener(CRASH_EVENT, () => {
  crashNext = true;
  comparing.crash();
});
