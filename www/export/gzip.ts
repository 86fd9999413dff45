/** Packing into text that can stand in a page: gzip, then base64. */
import { decodeBase64 } from "../lib/unpack.js";

/** A multiple of three bytes, so that the pieces' base64 can be put together. */
const PIECE = 3 * 16_384;

/** The packed text of these bytes, in pieces. */
export async function gzip(bytes: Blob): Promise<string[]> {
  const stream = bytes.stream().pipeThrough(new CompressionStream("gzip"));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < packed.length; at += PIECE)
    pieces.push(btoa(String.fromCharCode(...packed.subarray(at, at + PIECE))));
  return pieces;
}

/** The bytes that were packed. */
export async function gunzipText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([decodeBase64(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
