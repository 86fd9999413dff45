/**
 * Where workers come from. The page is one file and may fetch nothing, so worker, wasm and PDF reader lie in it as
 * inert script elements: the worker becomes a blob (which inherits the page's policy), the wasm is compiled here once.
 */
import { unpackWasm } from "../lib/unpack.js";
import { isPdf } from "../lib/pdf_file.js";
import { PdfWorker } from "./pdf.js";
import type { Engine } from "./pool.js";

/** The engine in the page's own file. */
export function engineOf(page: Document): Engine {
  let module: Promise<WebAssembly.Module> | undefined;
  let address: string | undefined;
  const pdf = new PdfWorker(async () => {
    // Packed in the page until the first PDF comes.
    const script = await unpackWasm(textOf(page, "jiandu-pdf")).text();
    return new Worker(trusted(URL.createObjectURL(new Blob([script], { type: "text/javascript" }))) as string);
  });
  return {
    pages: async (input, name) => {
      const head = new Uint8Array(await input.slice(0, 1029).arrayBuffer());
      return isPdf(head) ? pdf.pages(new Uint8Array(await input.arrayBuffer()), name) : null;
    },
    module: () => (module ??= WebAssembly.compileStreaming(unpackWasm(textOf(page, "jiandu-wasm")))),
    spawn: () => {
      address ??= URL.createObjectURL(new Blob([textOf(page, "jiandu-worker")], { type: "text/javascript" }));
      return new Worker(trusted(address) as string);
    },
  };
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
