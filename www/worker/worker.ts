/** The worker: reads one document at a time with the analyzer, and tells how far it is. */
import { type Analyzer, JianduError, open } from "../lib/analyzer.js";
import { unpackWasm } from "../lib/unpack.js";
import { CRASH_EVENT, type Answer, type Question } from "./protocol.js";

let analyzer: Analyzer | null = null;
let crashNext = false;

function say(answer: Answer, transfer: Transferable[] = []): void {
  self.postMessage(answer, { transfer });
}

async function start(wasm: WebAssembly.Module | string): Promise<void> {
  try {
    const module = typeof wasm === "string" ? await WebAssembly.compileStreaming(unpackWasm(wasm)) : wasm;
    analyzer = await open(module);
    // The word list is loaded by the first analysis; better now, while the reader looks for a file.
    analyzer.analyze("1家");
    say({ type: "ready", module });
  } catch (error) {
    say({ type: "unusable", detail: String(error) });
  }
}

async function analyze({ id, input, name, given }: Extract<Question, { type: "analyze" }>): Promise<void> {
  if (crashNext) {
    // Outside of every handler, so that the page sees what it sees when a worker really dies.
    setTimeout(() => {
      throw new Error("crash asked for by a test");
    });
    return;
  }
  const began = performance.now();
  let bytes: Uint8Array | string;
  try {
    bytes = typeof input === "string" ? input : new Uint8Array(await input.arrayBuffer());
  } catch (error) {
    say({ type: "failure", id, code: "unreadable", detail: String(error), fatal: false });
    return;
  }
  try {
    if (!analyzer) throw new Error("analyze came before start");
    const packed = analyzer.pack(bytes, { name, ...given }, (stage) => say({ type: "stage", id, stage }));
    say({ type: "report", id, packed, milliseconds: performance.now() - began }, [packed[0].buffer]);
  } catch (error) {
    const known = error instanceof JianduError;
    const code = known ? error.code : "crash";
    say({ type: "failure", id, code, detail: known ? error.message : String(error), fatal: code === "crash" });
  }
}

say({ type: "up" });

self.addEventListener("message", (event: MessageEvent<Question>) => {
  const question = event.data;
  if (question.type === "start") void start(question.wasm);
  else void analyze(question);
});

self.addEventListener(CRASH_EVENT, () => {
  crashNext = true;
});
