// `import … from "jiandu/inline"`: the wasm is inside the script, for pages and places that can't fetch.
import { entry } from "./entry.js";
import { unpack } from "./unpack.js";

export * from "./entry.js";
export const { analyze, createAnalyzer } = entry(unpack);
