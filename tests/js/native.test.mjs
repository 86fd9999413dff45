// The wasm says what the native build says, to the last digit: the same code, two machines.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createAnalyzer, unpack } from "../../dist/lib/node.js";
import { path, root } from "../../www/build/project.mjs";

const folder = join("tests", "documents");
const files = readdirSync(path(folder))
  .filter((name) => /\.(txt|md)$/.test(name))
  .map((name) => join(folder, name));
const cargo = ["run", "--quiet", "--example", "native_report", "--", ...files];
const native = JSON.parse(execFileSync("cargo", cargo, { cwd: root, encoding: "utf8", maxBuffer: 1e9 }));
const analyzer = await createAnalyzer();

for (const [i, name] of files.entries()) {
  test(`${name}: native and wasm give one report`, () => {
    assert.deepEqual(analyzer.analyze(readFileSync(path(name)), { name }), native[i]);
  });
}

test("a packed report can go to another thread and be unpacked there", () => {
  const [name = ""] = files;
  const packed = analyzer.pack(readFileSync(path(name)), { name });
  const sent = structuredClone(packed, { transfer: packed[0].map((piece) => piece.buffer) });
  assert.equal(packed[0][0]?.length, 0);
  assert.deepEqual(unpack(sent), native[0]);
});
