// What the analyzer's own memory has grown to in the page's worker: it never shrinks, so that it tells the most that was needed.
import type { CDPSession } from "@playwright/test";
import { expect, REPORT, test } from "./page.js";

interface Answer {
  id: number;
  result?: { result?: { objectId?: string; value?: number[] }; objects?: { objectId?: string } };
}

/** Bytes of each WebAssembly.Memory in the page's workers, asked of the engine itself. */
async function wasmMemories(session: CDPSession): Promise<number[]> {
  const workers: string[] = [];
  session.on("Target.attachedToTarget", ({ sessionId }) => workers.push(sessionId));
  const waiting = new Map<number, (answer: Answer) => void>();
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const answer = JSON.parse(message) as Answer;
    waiting.get(answer.id)?.(answer);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const ask = (sessionId: string, method: string, params: object) =>
    new Promise<Answer["result"]>((resolve) => {
      const id = waiting.size + 1;
      waiting.set(id, ({ result }) => resolve(result));
      const message = JSON.stringify({ id, method, params });
      session.send("Target.sendMessageToTarget", { sessionId, message }).catch(() => resolve(undefined));
    });
  const found: number[] = [];
  for (const worker of workers) {
    const kind = await ask(worker, "Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
    const prototypeObjectId = kind?.result?.objectId;
    const all = await ask(worker, "Runtime.queryObjects", { prototypeObjectId });
    const functionDeclaration = "function () { return this.map((memory) => memory.buffer.byteLength); }";
    const objectId = all?.objects?.objectId;
    const sizes = await ask(worker, "Runtime.callFunctionOn", { objectId, functionDeclaration, returnByValue: true });
    found.push(...(sizes?.result?.value ?? []));
  }
  return found;
}

/** The county's report again and again, each line with a number of its own. */
function yearbook(size: number): string {
  const source = REPORT.split("\n").filter((line) => line.length > 0);
  const lines = Array.from({ length: Math.ceil((size / Buffer.byteLength(REPORT)) * source.length) }, (_, n) => {
    return `（${n}）${source[n % source.length]}`;
  });
  return lines.join("\n");
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => `第${n}村粮食产量${n % 977}吨，增长${(n % 97) / 10}%。`).join("\n");

for (const { name, make } of [
  { name: "a yearbook of 1.5 MB", make: () => yearbook(1.5e6) },
  { name: "a text of 40,000 figures", make: () => rows(20_000) },
]) {
  test(`in the worker ${name} takes less than 20 times its size and 150 MB`, async ({ jiandu, page }, info) => {
    const session = await page.context().newCDPSession(page);
    const content = make();
    await jiandu.drop({ name: "年鉴.txt", content });
    await expect(page.locator('.document[data-at="done"]')).toHaveCount(1, { timeout: 45_000 });
    const sizes = await wasmMemories(session);
    expect(sizes.length).toBeGreaterThan(0);
    const taken = sizes.reduce((sum, size) => sum + size, 0);
    const limit = 20 * Buffer.byteLength(content) + 150 * 2 ** 20;
    info.annotations.push({ type: "memory", description: `${taken} of ${limit} bytes` });
    expect(taken).toBeGreaterThan(2 ** 20);
    expect(taken).toBeLessThan(limit);
  });
}
