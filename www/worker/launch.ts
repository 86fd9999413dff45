/**
 * Where workers come from. The page is one file and may fetch nothing, so worker, wasm and PDF reader lie in it as
 * inert script elements: the worker becomes a blob (which inherits the page's policy), the wasm is unpacked and compiled
 * by the first worker, while the page draws itself.
 */
import { unpackWasm } from "../lib/unpack.js";
import { PdfWorker } from "./pdf.js";
import type { Engine } from "./pool.js";
import type { Question } from "./protocol.js";

/** An engine whose first worker starts at once. */
export interface PageEngine extends Engine {
  /** Fulfilled when the first worker runs and hears what it is told (or never will). */
  up: Promise<void>;
}

/** The engine in the page's own file. */
export function engineOf(page: Document): PageEngine {
  let module: WebAssembly.Module | undefined;
  let address: string | undefined;
  const pdf = new PdfWorker(async () => {
    // Packed in the page until the first PDF comes.
    await parsed(page);
    const script = await unpackWasm(textOf(page, "jiandu-pdf")).text();
    return new Worker(trusted(URL.createObjectURL(new Blob([script], { type: "text/javascript" }))) as string);
  });
  const spawn = (): Worker => {
    address ??= URL.createObjectURL(new Blob([textOf(page, "jiandu-worker")], { type: "text/javascript" }));
    return new Worker(trusted(address) as string);
  };
  let first: Worker | undefined = spawn();
  const told = first;
  const carried = wasmOf(page);
  // The page's own script is still to come: the worker unpacks and compiles meanwhile.
  carried.then(
    (wasm) => told.postMessage({ type: "start", wasm } satisfies Question),
    () => undefined,
  );
  const up = new Promise<void>((resolve) => {
    // What it was told before it ran is passed on in a task of its own, which comes next.
    const soon = (): void => void setTimeout(resolve);
    for (const event of ["message", "error"]) first?.addEventListener(event, soon, { once: true });
  });
  return {
    up,
    pages: async (input, name) => pdf.pages(new Uint8Array(await input.arrayBuffer()), name),
    async start(worker, type) {
      const wasm = module ?? (await carried);
      if (worker !== told) worker.postMessage({ type, wasm } satisfies Question);
    },
    keep: (compiled) => {
      module ??= compiled;
    },
    spawn() {
      const worker = first ?? spawn();
      first = undefined;
      return worker;
    },
  };
}

/** The wasm as the page carries it, as soon as the browser has read so far; what is needed later stands behind it. */
function wasmOf(page: Document): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (page.readyState === "loading" && !page.getElementById("jiandu-pdf")) return;
      seen.disconnect();
      page.removeEventListener("readystatechange", look);
      try {
        resolve(textOf(page, "jiandu-wasm"));
      } catch (error) {
        reject(error);
      }
    };
    const seen = new MutationObserver(look);
    seen.observe(page, { childList: true, subtree: true });
    page.addEventListener("readystatechange", look);
  });
}

/** Fulfilled when the whole page has been read. */
function parsed(page: Document): Promise<void> {
  if (page.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => {
    page.addEventListener("readystatechange", () => resolve(), { once: true });
  });
}

function textOf(page: Document, id: string): string {
  const text = page.getElementById(id)?.textContent;
  if (!text) throw new Error(`the page lacks #${id}`);
  return text;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown };
}

let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/** The one address that the policy `jiandu` lets become a script: a blob that this page has just made. */
function trusted(address: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy("jiandu", {
    createScriptURL: (made) => {
      if (!made.startsWith("blob:")) throw new TypeError("only a blob may become a worker");
      return made;
    },
  });
  return policy.createScriptURL(address);
}
