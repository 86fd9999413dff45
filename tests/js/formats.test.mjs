// What the Rust tests of formats can't reach: PDF through pdf.js, folders and archives through the command.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { analyze, createAnalyzer, JianduError, pagesOf, unpackArchive } from "../../dist/lib/node.js";
import { path } from "../../www/build/project.mjs";
import { freshFolder } from "./consumer.mjs";
import { zip } from "./zip.mjs";

const formats = path("tests", "formats");
const pdf = readFileSync(join(formats, "files", "report.pdf"));

const said = ({ document, figures, dates }) => ({
  document: [document.title, document.kind, document.date, document.region],
  figures: figures.map(({ indicator, value, unit, measure, status, period }) => [
    indicator,
    value,
    unit,
    measure,
    status,
    period,
  ]),
  dates: dates.map(({ date, grain, role }) => [date, grain, role]),
});

test("a PDF gives the figures and dates of its text", async () => {
  const wanted = await analyze(readFileSync(join(formats, "report.md")), { name: "report.md" });
  const report = await analyze(pdf, { name: "report.pdf" });
  assert.equal(report.document.format, "pdf");
  assert.deepEqual(said(report), said(wanted));
  for (const { span, quote } of [...report.figures, ...report.dates])
    assert.equal(report.document.text.slice(span.start, span.end), quote);
});

const communique = path("..", "shared", "corpus", "formats", "chengdu_2022_communique.pdf");

test("a real communiqué as PDF gives the figures of its text beside it, tables too", {
  skip: !existsSync(communique) && "the shared corpus is not here",
}, async () => {
  const figures = (report) =>
    said(report)
      .figures.map((figure) => JSON.stringify(figure))
      .sort();
  const [fromPdf, fromText] = await Promise.all(
    [communique, `${communique}.txt`].map((file) => analyze(readFileSync(file), { name: file })),
  );
  assert.ok(figures(fromPdf).length > 450);
  assert.deepEqual(figures(fromPdf), figures(fromText));
});

test("the words of a PDF go through an analyzer that answers at once; its bytes are told how", async () => {
  const analyzer = await createAnalyzer();
  assert.ok(analyzer.analyze(await pagesOf(pdf)).figures.length > 40);
  assert.throws(() => analyzer.analyze(pdf), { code: "pdf", name: "JianduError" });
});

test("a damaged PDF is an error, whatever is broken in it", async () => {
  await assert.rejects(analyze(pdf.subarray(0, 900), { name: "半份.pdf" }), { code: "damaged", file: "半份.pdf" });
  let seed = 7;
  const random = (/** @type {number} */ below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  for (let n = 0; n < 40; n++) {
    const broken = Buffer.from(pdf);
    for (let k = 0; k < 30; k++) broken[200 + random(broken.length - 200)] = random(256);
    try {
      assert.ok((await analyze(broken)).document.text.length > 0);
    } catch (error) {
      assert.ok(error instanceof JianduError, String(error));
      assert.ok(["damaged", "protected", "scanned", "empty"].includes(error.code), String(error));
    }
  }
});

/** Whether what analyze() says of these bytes is a report or an error with a code of ours, and how long it took. */
async function read(bytes) {
  const start = performance.now();
  try {
    assert.ok((await analyze(bytes, { name: "坏.pdf" })).document.text.length > 0);
  } catch (error) {
    assert.ok(error instanceof JianduError, String(error));
    assert.ok(["damaged", "protected", "scanned", "empty"].includes(error.code), String(error));
  }
  return performance.now() - start;
}

test("PDFs with broken fonts, cut streams and spliced pages are read or refused, none in more time than its share", async () => {
  await read(pdf);
  const whole = await read(pdf);
  let seed = 11;
  const random = (/** @type {number} */ below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const one = (/** @type {number[]} */ among) => among[random(among.length)] ?? 0;
  const text = pdf.toString("latin1");
  const places = (word) => [...text.matchAll(new RegExp(word, "g"))].map((found) => found.index);
  const streams = places("stream\\r?\\n");
  const fonts = places(
    "/(ToUnicode|FontFile2|FontFile3|Encoding|DescendantFonts|CIDToGIDMap|W|Widths|Subtype|Length|Filter)\\b",
  );
  assert.ok(streams.length > 4 && fonts.length > 4);
  const kinds = [
    // A name of a font's dictionary that no reader knows.
    (bytes) => {
      for (let k = 0; k < 3; k++) bytes[one(fonts) + 1] = 88;
      return bytes;
    },
    // Bytes in the midst of a stream.
    (bytes) => {
      const at = one(streams);
      for (let k = 0; k < 40; k++) bytes[Math.min(bytes.length - 1, at + 10 + random(400))] = random(256);
      return bytes;
    },
    // A stream that ends too early.
    (bytes) => {
      const at = one(streams) + 10 + random(200);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 50 + random(400))]);
    },
    // A part of the file that stands twice.
    (bytes) => {
      const at = random(bytes.length - 3000);
      return Buffer.concat([bytes.subarray(0, at + 3000), bytes.subarray(at)]);
    },
  ];
  for (let round = 0; round < 15; round++) {
    for (const [kind, harm] of kinds.entries()) {
      const took = await read(harm(Buffer.from(pdf)));
      assert.ok(took < 2000 + whole * 40, `round ${round}, kind ${kind}: ${took} ms, the whole one ${whole} ms`);
    }
  }
});

test("an archive gives its files, a Word file is none", async () => {
  await createAnalyzer();
  const archive = zip({ "2023/甲县.txt": "产值1亿元。", "内.zip": zip({ "乙县.md": "# 乙县" }) });
  assert.deepEqual(
    [...(unpackArchive(archive) ?? [])].map((entry) => ("path" in entry ? entry.path : String(entry))),
    ["2023/甲县.txt", "内.zip/乙县.md"],
  );
  assert.equal(unpackArchive(readFileSync(join(formats, "files", "report.docx"))), null);
});

test("the command reads folders and archives, each file under its path", () => {
  const folder = freshFolder();
  mkdirSync(join(folder, "年报", ".git"), { recursive: true });
  writeFileSync(join(folder, "年报", ".git", "x.txt"), "无关");
  writeFileSync(
    join(folder, "年报", "甲.zip"),
    zip({ "县/甲.txt": "2023年甲县产值1亿元。", "县/坏.docx": "PK\x03\x04" }),
  );
  copyFileSync(join(formats, "files", "report.pdf"), join(folder, "年报", "乙.pdf"));
  const command = path("dist", "lib", "cli", "main.js");
  const args = [command, "analyze", "年报", "--format", "json"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /年报\/甲\.zip\/县\/坏\.docx：ZIP 文件损坏/);
  assert.deepEqual(
    JSON.parse(stdout).map(({ document }) => [document.name, document.format]),
    [
      [join("年报", "乙.pdf"), "pdf"],
      [`${join("年报", "甲.zip")}/县/甲.txt`, "text"],
    ],
  );
});
