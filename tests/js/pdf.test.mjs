// Tables of PDFs, and fonts that say little of their characters.
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "../../dist/lib/node.js";
import { lines, pdf, utf32 } from "./pdf.mjs";

const head = [
  [60, 760, "青沅县2024年国民经济和社会发展统计公报"],
  [60, 735, "2024年，全县粮食总产量36.2万吨，比上年下降1.8%，畜牧业保持稳定。"],
];
const rows = [
  ["产品名称", "产量（万吨）", "比上年增长（%）"],
  ["水泥", "1234.56", "-12.3"],
  ["化肥", "345.61", "-1.8"],
  ["钢材", "320.15", "15.7"],
];
/** The rows, set from these places on; their sums from those. */
const table = (xs, sums) =>
  rows.flatMap((row, n) =>
    row.map((text, column) => [column === 1 && n > 0 ? sums[n - 1] : xs[column], 700 - n * 20, text]),
  );
const values = ({ figures }) => figures.map(({ indicator, value, unit }) => [indicator, value, unit]).slice(2);
const wanted = [
  ["水泥产量", 12345600, "吨"],
  ["水泥产量", -12.3, "%"],
  ["化肥产量", 3456100, "吨"],
  ["化肥产量", -1.8, "%"],
  ["钢材产量", 3201500, "吨"],
  ["钢材产量", 15.7, "%"],
];

test("lines part the columns of a table whose words touch", async () => {
  // 1234.56 is 35 points long and ends where -12.3 begins.
  const words = [...head, ...table([62, 121, 183], [148, 153, 153])];
  const report = await analyze(pdf(words, { drawing: lines([60, 120, 182, 270], [632, 652, 672, 692, 712]) }));
  assert.deepEqual(values(report), wanted);
});

test("without lines, numbers that nearly touch stay two", async () => {
  const words = [...head, ...table([62, 121, 187], [151, 156, 156])];
  const report = await analyze(pdf(words));
  assert.deepEqual(values(report), wanted);
});

test("lines of dots and of dashes part columns as others do", async () => {
  const words = [...head, ...table([62, 121, 183], [148, 153, 153])];
  const steps = (from, to, step) => Array.from({ length: Math.ceil((to - from) / step) }, (_, n) => from + n * step);
  const drawn = (mark) =>
    [
      ...[60, 120, 182, 270].flatMap((x) => steps(632, 712, 2).map((y) => mark(x, y))),
      ...[632, 652, 672, 692, 712].flatMap((y) => steps(60, 270, 2).map((x) => mark(x, y))),
    ].join("\n");
  const dots = await analyze(pdf(words, { drawing: drawn((x, y) => `${x} ${y} 0.7 0.7 re f`) }));
  assert.deepEqual(values(dots), wanted);
});

test("maps of other collections are known", async () => {
  const written = (sign) => () => Buffer.from([...Buffer.from("36.2"), ...sign]);
  const [gbk, big5] = [written([0xa3, 0xa5]), written([0xa2, 0x48])];
  for (const { cmap, encode } of [
    { cmap: "GBKp-EUC-H", encode: gbk },
    { cmap: "GBK2K-H", encode: gbk },
    { cmap: "ETen-B5-H", encode: big5 },
    { cmap: "ETenms-B5-H", encode: big5 },
  ]) {
    const words = [760, 740, 720].map((y) => [60, y, ""]);
    assert.match((await analyze(pdf(words, { cmap, encode }))).document.text, /36\.2[％%]/, cmap);
  }
  for (const cmap of ["UniGB-UTF16-H", "UniCNS-UCS2-H", "UniCNS-UTF16-H", "UniJIS-UCS2-H", "UniJIS-UTF16-H"]) {
    const { text } = (await analyze(pdf(head, { cmap }))).document;
    assert.match(text, /青沅县2024年国民经济.*\n[\s\S]*粮食总产量36\.2万吨/, cmap);
  }
});

test("maps of Unicode are known, and a font without one is said", async () => {
  const report = await analyze(pdf(head, { cmap: "UniGB-UTF32-H", encode: utf32 }));
  assert.deepEqual(
    report.figures.map(({ value }) => value),
    [362000, -1.8],
  );
  const glyphs = (text) => Buffer.from([...text].flatMap((_, n) => [n % 5, (n * 37) % 256]));
  const garbled = await analyze(pdf([...head, ...head], { cmap: "Identity-H", encode: glyphs }));
  assert.ok(garbled.diagnostics.some(({ code }) => code === "text_garbled"));
});
