// PDF → the words of its pages with their places, by pdf.js. What they mean is decided in Rust (src/read/pdf).
import { getDocument, Util, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
// Runs in this thread: whoever loads this file is a worker of its own, or has no page to keep alive.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { cmaps } from "./cmaps.js";
import type { Rule } from "./rules.js";

/** Numbers of one run of words: page, left, top, width, size, length in UTF-16 code units. */
export const NUMBERS_A_RUN = 6;

/**
 * The words of a PDF: runs of `NUMBERS_A_RUN` numbers, all their words in one text, width and height of each page, and the
 * lines drawn across or down: page, x and y of both ends.
 */
export interface Pages {
  runs: Float64Array<ArrayBuffer>;
  text: string;
  sizes: Float64Array<ArrayBuffer>;
  rules: Float64Array<ArrayBuffer>;
}

/** Why a PDF could not be read: `damaged`, `protected`. */
export class PdfError extends Error {
  override readonly name = "PdfError";
  constructor(readonly code: "damaged" | "protected") {
    super(code);
  }
}

/** Character maps and nothing else: fonts are not drawn. No fetch, whatever asks. */
class Data {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const packed = kind === "cMapUrl" ? cmaps[filename] : undefined;
    if (packed === undefined) throw new Error(`no ${filename}`);
    return Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  }
}

/** Pages of the longest PDF that is read. */
const PAGES = 5000;

/** In points: the widest gap of a line drawn in pieces, and how far these may be askew. */
const GAP = 3;
const ASKEW = 0.1;

/** Draws out the last of the lines when one begins where it ends: dots, dashes, the sides of cells. */
function goesOn(rules: number[], page: number, [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[]): boolean {
  const [of, a1 = 0, b1 = 0, a2 = 0, b2 = 0] = rules.slice(-5);
  if (of !== page) return false;
  const same = (a: number, b: number, c: number, d: number) =>
    Math.abs(a - b) + Math.abs(c - d) + Math.abs(a - c) < ASKEW;
  const near = (a: number, b: number, c: number, d: number) =>
    Math.max(a, b) >= Math.min(c, d) - GAP && Math.max(c, d) >= Math.min(a, b) - GAP;
  if (!(same(b1, b2, y1, y2) && near(a1, a2, x1, x2)) && !(same(a1, a2, x1, x2) && near(b1, b2, y1, y2))) return false;
  rules.splice(
    -4,
    4,
    Math.min(a1, a2, x1, x2),
    Math.min(b1, b2, y1, y2),
    Math.max(a1, a2, x1, x2),
    Math.max(b1, b2, y1, y2),
  );
  return true;
}

/** Reads the words of every page. */
export async function readPages(bytes: Uint8Array): Promise<Pages> {
  const task = getDocument({
    // pdf.js keeps what it is given; a Buffer's own slice would be the same bytes.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    cMapUrl: "cmaps/",
    cMapPacked: true,
    BinaryDataFactory: Data,
  });
  const runs: number[] = [];
  const sizes: number[] = [];
  const rules: number[] = [];
  let text = "";
  try {
    const document = await task.promise;
    for (let number = 1; number <= Math.min(document.numPages, PAGES); number++) {
      try {
        const page = await document.getPage(number);
        const view = page.getViewport({ scale: 1 });
        sizes.push(view.width, view.height);
        const { items } = await page.getTextContent({ disableNormalization: false });
        for (const item of items) {
          if ("rule" in item) {
            const ends = [...(item.rule as Rule)];
            Util.applyTransform(ends, view.transform);
            Util.applyTransform(ends, view.transform, 2);
            if (!goesOn(rules, number - 1, ends)) rules.push(number - 1, ...ends);
            continue;
          }
          if (!("str" in item) || item.str.trim() === "") continue;
          const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(view.transform, item.transform) as number[];
          // Words that run upwards are marks on the margin.
          if (Math.abs(b) > Math.abs(a)) continue;
          const size = Math.hypot(c, d);
          runs.push(number - 1, x, y, item.width, size, item.str.length);
          text += item.str;
        }
        page.cleanup();
      } catch {
        // A page that is broken has no words; the others have.
        if (sizes.length < number * 2) sizes.push(0, 0);
      }
    }
  } catch (error) {
    throw new PdfError(error instanceof Error && error.name === "PasswordException" ? "protected" : "damaged");
  } finally {
    await task.destroy();
  }
  return { runs: Float64Array.from(runs), text, sizes: Float64Array.from(sizes), rules: Float64Array.from(rules) };
}
