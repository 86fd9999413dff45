/** The worker's side of a comparison: takes reports in, and says what they say together. */
import { Comparison } from "../generated/jiandu.js";
import type { Told } from "../generated/read_report.js";
import type { CompareOptions } from "../lib/analyzer.js";
import type { Answer } from "./protocol.js";

export class Comparing {
  #id = 0;
  #comparison: Comparison | null = null;
  #crashes = false;

  constructor(private readonly say: (answer: Answer, transfer?: Transferable[]) => void) {}

  /** As a browser test asks: the next comparison dies without an answer. */
  crash(): void {
    this.#crashes = true;
  }

  /** Takes reports into the comparison of this id. */
  take(id: number, reports: readonly Told[]): void {
    if (this.#crashes) {
      setTimeout(() => {
        throw new Error("crash asked for by a test");
      });
      return;
    }
    this.#answer(id, () => {
      const comparison = this.#of(id);
      for (const told of reports) comparison.add(...told);
      this.say({ type: "taken", id });
    });
  }

  finish(id: number, { asOf, leeway }: CompareOptions): void {
    this.#answer(id, () => {
      const comparison = this.#of(id);
      // `finish` uses it up.
      this.#comparison = null;
      const [numbers, words, lengths] = comparison.finish(asOf, leeway);
      this.say({ type: "collected", id, numbers, words, lengths }, [numbers.buffer, lengths.buffer]);
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
