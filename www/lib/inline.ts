// `import … from "jiandu/inline"`: the wasm is inside the script, for pages and places that can't fetch.
import { packed } from "../generated/inlined.js";
import { entry } from "./entry.js";
import { unpackWasm } from "./unpack.js";

export * from "./entry.js";
export const { analyze, compare, createAnalyzer } = entry(() => unpackWasm(packed));
