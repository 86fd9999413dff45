// What people really drop: each gives a clear error or a result, in package and command line alike, within seconds.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createAnalyzer, JianduError } from "../../dist/lib/node.js";
import { path } from "../../www/build/project.mjs";
import { freshFolder } from "./consumer.mjs";

const folder = freshFolder();
const analyzer = await createAnalyzer();
const command = path("dist", "lib", "cli", "main.js");

/** A one-pixel PNG. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const errors = {
  "an empty file": { bytes: Buffer.alloc(0), code: "empty" },
  "a file of nothing but blanks": { bytes: Buffer.from(" \n\u3000\r\n"), code: "empty" },
  "a PNG": { bytes: png, code: "binary" },
  "invalid UTF-8": { bytes: Buffer.from([0xe5, 0x8e, 0xbf, 0xff, 0xfe, 0x80, 0xe5]), code: "encoding" },
};

/** Runs `jiandu analyze` on a file; ten seconds are far more than it may take. */
function run(...args) {
  const result = spawnSync(process.execPath, [command, "analyze", ...args], { encoding: "utf8", timeout: 60_000 });
  assert.equal(result.signal, null, "it did not end by itself");
  return result;
}

for (const [what, { bytes, code }] of Object.entries(errors)) {
  const name = `${code}.txt`;

  test(`${what} is a typed error of the package`, () => {
    assert.throws(
      () => analyzer.analyze(bytes, { name }),
      (error) =>
        error instanceof JianduError && error.code === code && error.file === name && error.message.includes(name),
    );
  });

  test(`${what} is named by the command, which ends with status 1`, () => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const { status, stderr, stdout } = run(file, "--format", "jsonl");
    assert.equal(status, 1);
    assert.ok(stderr.startsWith(`jiandu: ${file}`), stderr);
    assert.equal(stdout, "");
  });
}

test("a name of no bytes is no error", () => {
  assert.equal(analyzer.analyze("2023年。", { name: "" }).document.name, "");
});

test("the command says that an empty name is no file", () => {
  const { status, stderr } = run("");
  assert.equal(status, 1);
  assert.match(stderr, /empty name/);
});

test("the command says of a folder that it holds nothing", () => {
  mkdirSync(join(folder, "年报"));
  const { status, stderr } = run(join(folder, "年报"));
  assert.equal(status, 1);
  assert.match(stderr, /年报.*folder/);
});

test("30 MB of digits end, as a report or a typed error", () => {
  const bytes = Buffer.alloc(30_000_000, "0123456789");
  try {
    assert.equal(analyzer.analyze(bytes, { name: "digits.txt" }).document.text.length, bytes.length);
  } catch (error) {
    assert.ok(error instanceof JianduError && error.code !== "crash", String(error));
  }
  const file = join(folder, "digits.txt");
  writeFileSync(file, bytes);
  const { status, stderr } = run(file, "--format", "table");
  assert.ok(status === 0 || (status === 1 && stderr.includes("digits.txt")), stderr);
});

test("2 MB of nothing but figures end, as a report or a typed error", () => {
  const bytes = Buffer.from("2023年产值12.5亿元，增长3.1%。\n".repeat(47_000));
  try {
    assert.ok(analyzer.analyze(bytes).figures.length > 0);
  } catch (error) {
    assert.ok(error instanceof JianduError && error.code !== "crash", String(error));
  }
});

test("a lone surrogate is read as U+FFFD, said in the report, and moves no span", () => {
  const text = "甲县\ud83c2023年粮食产量35万吨\udf3e。";
  const { document, figures, diagnostics } = analyzer.analyze(text);
  assert.equal(document.text, text.replace("\ud83c", "\ufffd").replace("\udf3e", "\ufffd"));
  const figure = figures.find(({ quote }) => quote === "35万吨");
  assert.equal(text.slice(figure?.span.start, figure?.span.end), "35万吨");
  const said = diagnostics.filter(({ code }) => code === "lone_surrogate");
  assert.deepEqual(
    said.map(({ span }) => span),
    [2, text.length - 2].map((start) => ({ start, end: start + 1 })),
  );
});

test("a whole emoji is no lone surrogate", () => {
  const { diagnostics } = analyzer.analyze("🌾2023年粮食产量35万吨。");
  assert.deepEqual(
    diagnostics.filter(({ code }) => code === "lone_surrogate"),
    [],
  );
});

for (const input of [undefined, null, 2023, {}, ["2023年"]]) {
  test(`${JSON.stringify(input) ?? "undefined"} is no document`, () => {
    assert.throws(
      // @ts-expect-error the types forbid it too
      () => analyzer.analyze(input),
      (error) => error instanceof JianduError && error.code === "input",
    );
  });
}
