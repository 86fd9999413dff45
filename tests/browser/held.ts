// The workers held back, so that what a reader does while files are being read is not left to chance.
import type { Page } from "@playwright/test";

/** Lets so many files be read and holds the others back, until `release`, or one more at a time: what a reader may do meanwhile is not left to chance. */
export async function hold(
  page: Page,
  free: number,
): Promise<{ release: () => Promise<void>; releaseOne: () => Promise<void> }> {
  await page.addInitScript((count) => {
    const post = Worker.prototype.postMessage as (this: Worker, ...message: unknown[]) => void;
    let left = count;
    let held: (() => void)[] | null = [];
    Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
      const [question] = message as [{ type?: string }];
      if (question.type !== "analyze" || !held || left > 0) {
        if (question.type === "analyze") left -= 1;
        post.apply(this, message);
      } else held.push(() => post.apply(this, message));
    };
    Object.assign(globalThis, {
      release: () => {
        const waiting = held ?? [];
        held = null;
        for (const go of waiting) go();
      },
      releaseOne: () => {
        const [next] = held?.splice(0, 1) ?? [];
        if (next) next();
        else left += 1;
      },
    });
  }, free);
  return {
    release: () => page.evaluate(() => (globalThis as unknown as { release: () => void }).release()),
    releaseOne: () => page.evaluate(() => (globalThis as unknown as { releaseOne: () => void }).releaseOne()),
  };
}
