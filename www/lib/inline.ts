// `import … from "jiandu/inline"`: the wasm is inside the script, for pages and places that can't fetch.
import { packed } from "../generated/inlined.js";
import { entry } from "./entry.js";

async function unpack(): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

export * from "./entry.js";
export const { analyze, createAnalyzer } = entry(unpack);
