// `import … from "jiandu"` in Node: the wasm is read from the package's folder.
import { readFile } from "node:fs/promises";
import { entry } from "./entry.js";
import { settled } from "./settled.js";

export * from "./entry.js";
export const { analyze, compare, createAnalyzer } = entry(() => {
  // What uses the package may end while the engine still compiles it; `beforeExit` keeps the event loop turning until then.
  process.once("beforeExit", settled);
  return readFile(new URL("../generated/jiandu_bg.wasm", import.meta.url));
});
