/** The worker's side of a comparison: takes reports in, and says what they say together. */
import { Comparison } from "../generated/jiandu.js";
import { collectionPieces } from "../generated/read_report.js";
import type { CompareOptions, Packed } from "../lib/analyzer.js";
import type { Answer } from "./protocol.js";

/** So many rows the page takes from a message without keeping its reader waiting. */
const PIECE = 300;

export class Comparing {
  #id = 0;
  #comparison: Comparison | null = null;
  #crashes = false;

  constructor(private readonly say: (answer: Answer) => void) {}

  /** As a browser test asks: the next comparison dies without an answer. */
  crash(): void {
    this.#crashes = true;
  }

  /** Takes reports into the comparison of this id. */
  take(id: number, reports: readonly Packed[]): void {
    if (this.#crashes) {
      setTimeout(() => {
        throw new Error("crash asked for by a test");
      });
      return;
    }
    this.#answer(id, () => {
      const comparison = this.#of(id);
      for (const [numbers, text] of reports) comparison.add(numbers, text);
      this.say({ type: "taken", id });
    });
  }

  finish(id: number, { asOf, leeway }: CompareOptions): void {
    this.#answer(id, () => {
      const comparison = this.#of(id);
      // `finish` uses it up.
      this.#comparison = null;
      const [numbers, text] = comparison.finish(asOf, leeway);
      for (const piece of collectionPieces(numbers, text, PIECE)) this.say({ type: "piece", id, piece });
      this.say({ type: "collected", id });
    });
  }

  /** The comparison of an id; an older one that never came to its end is given up. */
  #of(id: number): Comparison {
    if (this.#id !== id) {
      this.#comparison?.free();
      this.#comparison = null;
    }
    this.#id = id;
    this.#comparison ??= new Comparison();
    return this.#comparison;
  }

  #answer(id: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.say({ type: "failure", id, code: "crash", detail: String(error), fatal: true });
    }
  }
}
