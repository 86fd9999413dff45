// The command's end: nodejs/node#54918 made it wait for ever when the engine was still compiling.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { settled } from "../../dist/lib/settled.js";

test("the process is settled when its other threads have nothing left to do", async () => {
  const busy = `
    const { parentPort } = require("node:worker_threads");
    parentPort.once("message", () => {
      const until = Date.now() + 200;
      while (Date.now() < until);
      parentPort.postMessage("done");
    });
    parentPort.postMessage("up");`;
  const worker = new Worker(busy, { eval: true });
  let done = false;
  await new Promise((resolve) => worker.once("message", resolve));
  worker.on("message", () => {
    done = true;
  });
  worker.postMessage("go");
  await settled();
  assert.ok(done);
  await worker.terminate();
});
