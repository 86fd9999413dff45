// `import … from "jiandu"` in Node: the wasm is read from the package's folder.
import { readFile } from "node:fs/promises";
import { entry } from "./entry.js";

export * from "./entry.js";
export const { analyze, compare, createAnalyzer } = entry(() =>
  readFile(new URL("../generated/jiandu_bg.wasm", import.meta.url)),
);
