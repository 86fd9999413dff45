// `import … from "jiandu"` in a browser or bundler: the wasm is fetched from beside the script.
import { entry } from "./entry.js";

export * from "./entry.js";
export const { analyze, createAnalyzer } = entry(() => fetch(new URL("../generated/jiandu_bg.wasm", import.meta.url)));
