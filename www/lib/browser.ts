// `import … from "jiandu"` in a browser or bundler: the wasm is fetched from beside the script.
import { entry } from "./entry.js";

async function load(): Promise<Response> {
  const response = await fetch(new URL("../generated/jiandu_bg.wasm", import.meta.url));
  if (response.ok && !response.headers.get("content-type")?.startsWith("text/html")) return response;
  // The dev servers of Vite before version 8 move a package's script away from its wasm, and answer with their page.
  const [{ unpackWasm }, { packed }] = await Promise.all([import("./unpack.js"), import("../generated/inlined.js")]);
  return unpackWasm(packed);
}

export * from "./entry.js";
export const { analyze, compare, createAnalyzer } = entry(load);
