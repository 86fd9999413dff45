// The layer between Rust and JavaScript: its shape alone. What a figure is, the Rust tests judge.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { analyze, createAnalyzer, JianduError, version } from "../../dist/lib/node.js";
import { path } from "../../www/build/project.mjs";

const documents = readdirSync(path("tests", "documents")).filter(
  (name) => /\.(txt|md)$/.test(name) && name !== "README.md",
);
const analyzer = await createAnalyzer();
const read = (name) => readFileSync(path("tests", "documents", name));

/** Every value inside, with the path that leads to it. */
function* values(value, at = "report") {
  yield [at, value];
  if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) yield* values(inner, `${at}.${key}`);
  }
}

test("there are documents to read", () => assert.ok(documents.length > 0));

for (const name of documents) {
  const report = analyzer.analyze(read(name), { name });

  test(`${name}: a report is plain data, null where there is nothing`, () => {
    for (const [at, value] of values(report)) {
      assert.ok(["string", "number", "boolean", "object"].includes(typeof value), `${at} is ${typeof value}`);
      if (typeof value === "number") assert.ok(Number.isFinite(value), `${at} is ${value}`);
      if (value === null || typeof value !== "object") continue;
      const prototype = Object.getPrototypeOf(value);
      assert.ok(prototype === Object.prototype || prototype === Array.prototype, `${at} is no plain object`);
    }
    assert.deepEqual(structuredClone(report), report);
    assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  });

  test(`${name}: every span cuts its quote out of the text`, () => {
    const { text } = report.document;
    const quoted = [...report.figures, ...report.dates];
    assert.ok(quoted.length > 0);
    for (const { span, quote, id } of quoted) assert.equal(text.slice(span.start, span.end), quote, id);
    for (const [at, value] of values(report)) {
      if (value === null || typeof value !== "object" || !("start" in value) || typeof value.start !== "number")
        continue;
      assert.ok(value.start <= value.end && value.end <= text.length, `${at} lies outside the text`);
    }
  });

  test(`${name}: text and bytes give the same figures, an ArrayBuffer the same report`, () => {
    const bytes = read(name);
    const asText = analyzer.analyze(bytes.toString("utf8"), { name });
    assert.deepEqual(asText.figures, report.figures);
    assert.deepEqual(analyzer.analyze(new Uint8Array(bytes).buffer, { name }), report);
  });

  test(`${name}: the same bytes give the same report again`, () => {
    assert.equal(JSON.stringify(analyzer.analyze(read(name), { name })), JSON.stringify(report));
  });
}

test("characters outside the basic plane count two code units", () => {
  const { figures, document } = analyzer.analyze("𠮷𠮷村2023年粮食产量35万吨。");
  const figure = figures.find(({ quote }) => quote === "35万吨");
  assert.equal(document.text.slice(figure?.span.start, figure?.span.end), "35万吨");
});

test("progress names each stage once, in order", () => {
  /** @type {unknown[][]} */
  const told = [];
  analyzer.analyze("2023年。", null, (...words) => told.push(words));
  const stages = ["read", "clean", "structure", "mention", "figure", "report"];
  assert.deepEqual(
    told,
    stages.map((stage, index) => [stage, index, stages.length]),
  );
});

test("what the progress callback throws comes out, and the analyzer works on", () => {
  const mine = new Error("mine");
  const thrower = () => {
    throw mine;
  };
  assert.throws(() => analyzer.analyze("2023年。", null, thrower), mine);
  assert.equal(analyzer.analyze("2023年。").document.text, "2023年。");
});

test("after a trap the analyzer says so and starts again", () => {
  const trap = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  const before = JSON.stringify(analyzer.analyze("2023年粮食产量35万吨。"));
  assert.throws(
    () => analyzer.analyze("2023年。", { name: "坏.txt" }, trap),
    (error) => error instanceof JianduError && error.code === "crash" && error.message.startsWith("坏.txt"),
  );
  assert.equal(JSON.stringify(analyzer.analyze("2023年粮食产量35万吨。")), before);
});

test("options reach the report; null and undefined mean not known", () => {
  const given = analyzer.analyze("全县粮食产量35万吨。", { name: "某县.txt", date: "2024-01-12", region: null });
  assert.equal(given.document.name, "某县.txt");
  assert.equal(given.document.date, "2024-01-12");
  assert.equal(given.document.dateSource, "given");
  const unknown = analyzer.analyze("全县粮食产量35万吨。", { date: undefined });
  assert.equal(unknown.document.dateSource === "given", false);
});

test("a wrong option is a typed error", () => {
  const isOption = (error) => error instanceof JianduError && error.code === "option";
  assert.throws(() => analyzer.analyze("2023年。", { date: "12/1/2024" }), isOption);
  // @ts-expect-error a date is a string
  assert.throws(() => analyzer.analyze("2023年。", { date: 20240112 }), isOption);
  // @ts-expect-error options are an object, no bare name
  assert.throws(() => analyzer.analyze("2023年。", "某县.txt"), isOption);
});

test("analyze() rejects with the error that analyzer.analyze() throws", async () => {
  await assert.rejects(analyze("", { name: "空.txt" }), (error) => {
    assert.ok(error instanceof JianduError && error instanceof Error);
    assert.deepEqual([error.name, error.code, error.stage, error.file], ["JianduError", "empty", "read", "空.txt"]);
    assert.match(error.message, /空\.txt/);
    return true;
  });
});

test("the version is that of package.json", () => {
  assert.equal(version(), JSON.parse(readFileSync(path("package.json"), "utf8")).version);
});

test("the wasm names no folder of the machine it was built on", () => {
  const wasm = readFileSync(path("dist", "generated", "jiandu_bg.wasm"), "latin1");
  for (const trace of ["/home/", "/root/", "/Users/", ".cargo", ".rustup", "index.crates.io", path()]) {
    assert.equal(wasm.includes(trace), false, trace);
  }
});
