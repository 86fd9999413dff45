// The wasm out of the script that carries it.
import { packed } from "../generated/inlined.js";

/** The wasm's bytes. */
export async function unpack(): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
