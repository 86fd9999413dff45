// Memory stays under 20 times the file plus 150 MB: the wasm's, that of the report's objects, and Node's own. Each file in a
// process of its own, the least of up to three: what an engine leaves uncollected, and what its compilers hold meanwhile, is
// up to a tenth from one run to the next.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { path } from "../../www/build/project.mjs";
import { freshFolder } from "./consumer.mjs";
import { wordFile, zip } from "./zip.mjs";

const documents = ["interview.txt", "project_news.txt"].map((name) =>
  readFileSync(path("tests", "documents", name), "utf8"),
);

/**
 * About so many bytes of our own documents, again and again, each line with a number of its own: none is a second copy. Of
 * three lines one has its figures: so many are in the largest yearbooks.
 */
function prose(size) {
  const lines = [];
  const source = documents.join("\n").split("\n");
  for (let left = size; left > 0; ) {
    const at = lines.length;
    const words = source[Math.trunc(at / 3) % source.length] ?? "";
    const line = `（${at}）${at % 3 ? words.replaceAll(/[0-9.]+[%万亿]*/g, "很多") : words}`;
    lines.push(line);
    left -= Buffer.byteLength(line) + 1;
  }
  return lines;
}

/** Rows of a sheet: a figure in every twenty bytes. */
function rows(count) {
  return Array.from({ length: count }, (_, n) => [`第${n}村粮食产量`, `${n % 977}吨`, `${(n % 97) / 10}%`]);
}

const page = (body) => `<!doctype html><html><head><title>云岭县统计</title></head><body>${body}</body></html>`;
const table = (count) =>
  page(
    `<table>${rows(count)
      .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
      .join("")}</table>`,
  );
const told = (count) => rows(count).map((row) => `${row.join("，增长")}。`);
/** An event, its day and two figures on every line: what is told of it takes more than a figure does. */
const events = (count) =>
  Array.from(
    { length: count },
    (_, n) => `${2000 + (n % 24)}年${(n % 12) + 1}月建成桥${n % 97}座，投资${n % 977}万元。`,
  ).join("\n");
/** A scan: each character stands alone. */
const scan = (size) =>
  prose(size)
    .map((line) => [...line].join(" "))
    .join("\n");
const years = Array.from({ length: 40 }, (_, year) => `${1984 + year}年`);
/** A sheet of numbers alone. */
const sheet = (count) =>
  [
    ["产量（吨）", ...years],
    years.map(() => "---").concat("---"),
    ...Array.from({ length: count }, (_, n) => [
      `第${n}村粮食产量`,
      ...years.map((__, year) => ((n * 7919 + year * 104729) % 1e5) / 10),
    ]),
  ]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");

const files = {
  "a short report": () => prose(20_000).join("\n"),
  "a report of 1 MB": () => prose(1e6).join("\n"),
  "a yearbook of 10 MB": () => prose(10e6).join("\n"),
  "a yearbook in UTF-16": () => Buffer.from(`\ufeff${prose(3e6).join("\n")}`, "utf16le"),
  "a page of 4 MB": () =>
    page(
      prose(3e6)
        .map((line) => `<p class="MsoNormal">${line}</p>`)
        .join("\n"),
    ),
  // Hardly anything but figures.
  "a page with a table of 40,000 figures": () => table(20_000),
  "a text of 7,000 figures": () => told(3_500).join("\n"),
  "a text of 50,000 figures": () => told(25_000).join("\n"),
  "a text of 226,000 figures": () => told(113_000).join("\n"),
  "a chronicle of 42,000 figures": () => events(21_000),
  "a scanned book of 1,000,000 characters": () => scan(2.5e6),
  "a sheet of 60,000 numbers": () => sheet(1_500),
};

/** More than their size allows for: a part is left out, and the report says so. */
const dense = {
  "a sheet of 80,000 numbers": () => sheet(2_000),
  "a chronicle of 180,000 figures": () => events(90_000),
  "a chronicle of 400,000 figures": () => events(200_000),
  "a text of nothing but 400,000 figures": () =>
    Array.from(
      { length: 20_000 },
      (_, n) => `${Array.from({ length: 20 }, (__, at) => `${n + at}家`).join("，")}。`,
    ).join("\n"),
  "a text of as many as are read": () => told(220_000).join("\n"),
};

/** Beyond what a process takes that is ready to read: what is packed is small beside what is in it. */
const packed = {
  "a Word file": () => wordFile(prose(3e6)),
  "a Word file of 48,000 figures": () => wordFile(told(24_000)),
  "an archive of twelve reports": () =>
    zip(Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`${n}.txt`, prose(400_000 + n).join("\n")]))),
};

const all = [
  ...Object.entries(files).map(([name, make]) => ({ name, make, whole: true, cut: false })),
  ...Object.entries(dense).map(([name, make]) => ({ name, make, whole: true, cut: true })),
  ...Object.entries(packed).map(([name, make]) => ({ name, make, whole: false, cut: false })),
];
for (const { name, make, whole, cut } of all) {
  test(`${name} takes less than 20 times its size and 150 MB`, (context) => {
    const file = join(freshFolder(), "file");
    writeFileSync(file, make());
    const megabytes = (size) => (size / 2 ** 20).toFixed();
    let least = Number.POSITIVE_INFINITY;
    let limit = 0;
    for (let run = 0; run < 3 && least >= limit; run++) {
      const output = execFileSync(process.execPath, [path("tests", "js", "memory.mjs"), file], {
        encoding: "utf8",
        // A process that never ends is an error of its own.
        timeout: 240_000,
      });
      const { bytes, figures, partial, ready, most } = JSON.parse(output);
      assert.equal(partial, cut, "a part is left out of those files alone that would take more");
      assert.ok(figures > 50, `${figures} figures`);
      limit = 20 * bytes + 150 * 2 ** 20;
      const taken = whole ? most : most - ready;
      least = Math.min(least, taken);
      context.diagnostic(`${bytes} bytes, ${figures} figures: ${megabytes(taken)} of ${megabytes(limit)} MB`);
    }
    assert.ok(least < limit, `${least} of ${limit} bytes`);
  });
}
