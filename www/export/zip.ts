/**
 * What the spreadsheet library asks of fflate, which the worker's bundle puts in its place: packing here and now. fflate's own
 * way packs in a worker made from a string, which the page's policy refuses.
 */
import { type Zippable, strToU8, zipSync } from "fflate/browser";

export function zip(files: Zippable, done: (error: unknown, archive: Uint8Array | null) => void): void {
  try {
    done(null, zipSync(files, { level: 6 }));
  } catch (error) {
    done(error, null);
  }
}

export { strToU8, zipSync };
