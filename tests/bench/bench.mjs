// npm run bench: jiandu beside bare jieba on the same text in the same run. Prints tables; never fails by a time.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPackage } from "../../www/build/package.mjs";
import { buildPage } from "../../www/build/page.mjs";
import { dist, main, path, say } from "../../www/build/project.mjs";
import { run } from "../../www/build/run.mjs";
import { buildWasm } from "../../www/build/wasm.mjs";
import { buildBare } from "./build.mjs";
import { formatRows } from "./formats.mjs";
import { benchTexts, encoded } from "./texts.mjs";

/** Prints rows as columns: the first to the left, the rest to the right. */
function print(title, rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  console.log(`\n${title}`);
  for (const row of rows) {
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "));
  }
}

const speed = (bytes, milliseconds) => (milliseconds ? (bytes / 1e3 / milliseconds).toFixed(1) : "–");
const ratio = (ours, theirs) => (ours && theirs ? (ours / theirs).toFixed(2) : "–");
const milliseconds = (value) => (value == null ? "–" : value.toFixed(1));

function printSpeeds(sizes, places) {
  const head = [
    "",
    "text MB",
    "analysis MB/s",
    "cut, our words",
    "ratio",
    "cut, default",
    "ratio",
    "cut, default + HMM",
    "ratio",
  ];
  const rows = Object.entries(places).flatMap(([place, { files }]) =>
    files.map(({ analyze, words, default: bare, defaultHmm }, i) => [
      place,
      (sizes[i] / 1e6).toFixed(2),
      speed(sizes[i], analyze),
      ...[words, bare, defaultHmm].flatMap((other) => [speed(sizes[i], other), ratio(other, analyze)]),
    ]),
  );
  print("Speed in 10^6 bytes of UTF-8 a second; ratio: analysis to bare jieba (aim: 0.25 or more)", [head, ...rows]);
}

function printGrowth(sizes, places) {
  const head = [
    "",
    ...sizes.slice(1).map((size, i) => `${(sizes[i] / 1e6).toFixed(1)} → ${(size / 1e6).toFixed(1)} MB`),
  ];
  const rows = Object.entries(places).map(([place, { files }]) => [
    place,
    ...files.slice(1).map(({ analyze }, i) => (analyze / files[i].analyze / (sizes[i + 1] / sizes[i])).toFixed(2)),
  ]);
  print("Growth of the analysis' time, over the growth of the text (1.00 is linear)", [head, ...rows]);
}

function printStart(places) {
  const head = ["", "jiandu: start to first report", "Jieba with our words", "Jieba::new()", "ratio to Jieba::new()"];
  const rows = Object.entries(places).map(([place, { start }]) => [
    place,
    milliseconds(start.analyze),
    milliseconds(start.words),
    milliseconds(start.default),
    ratio(start.analyze, start.default),
  ]);
  print("Start-up in ms (in wasm: jiandu's instantiation included, jieba's not)", [head, ...rows]);
}

/** What part of the analysis reading and cleaning are, of the same texts in several encodings. */
function printReading(names, places) {
  const head = ["", "text", "analysis ms", "read and cleaned ms", "share"];
  const rows = Object.entries(places).flatMap(([place, { files }]) =>
    files.map(({ analyze, reading }, i) => [
      place,
      names[i],
      milliseconds(analyze),
      milliseconds(reading),
      ratio(reading, analyze),
    ]),
  );
  print("Reading and cleaning, share of the analysis (aim: 0.10 or less; no encoding is declared)", [head, ...rows]);
}

function printComparison(places) {
  const head = [
    "",
    "reports of 50 kB",
    "figures",
    "analysis s",
    "comparison s",
    "µs a figure",
    "comparison to analysis",
  ];
  const cells = Object.entries(places).flatMap(([place, rows]) =>
    rows.map(({ reports, figures, analyze, compare }) => [
      place,
      String(reports),
      String(figures),
      analyze.toFixed(2),
      compare.toFixed(2),
      ((compare * 1e6) / figures).toFixed(2),
      ratio(compare, analyze),
    ]),
  );
  print("Comparison (aim: below 0.10 of the analysis, µs a figure the same for few and many)", [head, ...cells]);
}

/** Milliseconds that the bare analysis of the report takes there, by the speed of the smallest text measured. */
function bareAnalysis({ files }, sizes, report) {
  return (files[0].analyze * Buffer.byteLength(report)) / sizes[0];
}

function printReader(
  { dropped, rows, scrolled, emptyScrolled, narrowed, bare, reopened, savedBytes },
  { size, opened, analyze },
) {
  const frames = ({ mean, longest }) => `${mean.toFixed(1)}, longest ${longest.toFixed(0)}`;
  const count = rows.toLocaleString("en-US");
  print("What a reader waits for on the page, in ms", [
    ["", "page", "beside it", ""],
    [
      `drop of a ${size} report → first figures`,
      milliseconds(dropped),
      milliseconds(analyze),
      "bare analysis of the same bytes",
    ],
    [`a frame of scrolling ${count} rows`, frames(scrolled), frames(emptyScrolled), "an empty table of as many rows"],
    [
      `narrowing ${count} rows by a facet`,
      milliseconds(narrowed),
      milliseconds(bare),
      "a bare filter over as many objects",
    ],
    [
      `opening a saved page (${(savedBytes / 1e6).toFixed(1)} MB) → first figures`,
      milliseconds(reopened),
      milliseconds(opened),
      "the page itself, the report dropped at once",
    ],
  ]);
}

function printSizes() {
  const files = ["generated/jiandu_bg.wasm", "generated/jiandu.js", "jiandu.html"];
  const kilobytes = (bytes) => (bytes.length / 1e3).toFixed(0);
  const rows = files.map((name) => {
    const bytes = readFileSync(join(dist, name));
    return [`dist/${name}`, kilobytes(bytes), kilobytes(gzipSync(bytes, { level: 9 }))];
  });
  print("Size in kB", [["", "raw", "gzip"], ...rows]);
  const added = formatRows();
  if (!added)
    return say("cargo's wasm is not there: what each format adds is not measured (delete www/generated/.wasm)");
  print("What each format adds, in kB (the page: packed, with the PDF reader's own script)", [
    ["", "wasm", "of all", "page"],
    ...added,
  ]);
}

await main(async () => {
  await buildWasm();
  await buildPackage();
  await buildPage();
  const { native, compare, folder } = await buildBare();
  const { measureBrowser } = await import("./browser.mjs");

  const { folder: source, documents, files: originals, texts, report, large } = benchTexts();
  const place = path("target", "bench", "texts");
  mkdirSync(place, { recursive: true });
  const names = texts.map((text, i) => {
    writeFileSync(join(place, `${i}.txt`), text);
    return `${i}.txt`;
  });
  const files = names.map((name) => join(place, name));
  const sizes = texts.map((text) => Buffer.byteLength(text));
  say(`text from ${documents} documents of ${source}; past their end again with other digits`);

  const measured = async (command, args) => JSON.parse((await run(command, args, { capture: true })).output);
  say("measuring native");
  const inNative = await measured(native, files);
  say("measuring in Node");
  const nodeArgs = [path("tests", "bench", "node.mjs"), folder, ...files];
  const inNode = await measured(process.execPath, nodeArgs);
  say("measuring in the browser");
  const inBrowser = await measureBrowser({ folder, texts: place, names, report, large });

  say("measuring what reading and cleaning take");
  const plain = { "30 kB": report, "0.3 MB": texts[1] ?? "", "3 MB": texts[3] ?? "" };
  const kinds = Object.entries(plain).flatMap(([size, text]) =>
    Object.entries(encoded(text)).map(([encoding, bytes]) => ({ name: `${size}, ${encoding}`, bytes })),
  );
  const encodedFiles = kinds.map(({ bytes }, i) => {
    writeFileSync(join(place, `encoded-${i}.txt`), bytes);
    return join(place, `encoded-${i}.txt`);
  });
  const readNative = await measured(native, encodedFiles);
  const readInNode = await measured(process.execPath, [...nodeArgs.slice(0, 2), ...encodedFiles]);

  say("comparing 3,000 reports of 50 kB");
  const comparedNative = await measured(compare, originals);
  say("comparing 300 of them through the package");
  const comparedInNode = await measured(process.execPath, [path("tests", "bench", "compare.mjs"), ...originals]);

  const places = {
    native: inNative,
    [`Node ${process.versions.node}`]: inNode,
    [`Chromium ${inBrowser.version.split(".")[0]}`]: inBrowser,
  };
  printSpeeds(sizes, places);
  printGrowth(sizes, places);
  printReading(
    kinds.map(({ name }) => name),
    { native: readNative, [`Node ${process.versions.node}`]: readInNode },
  );
  printStart(places);
  const size = `${(Buffer.byteLength(report) / 1e3).toFixed(0)} kB`;
  print(`From opening the page to the first figures of a ${size} report, in ms (aim: ratio below 0.50)`, [
    ["", "page", "Jieba::new() there", "ratio"],
    [
      "Chromium, file://",
      milliseconds(inBrowser.opened),
      milliseconds(inBrowser.start.default),
      ratio(inBrowser.opened, inBrowser.start.default),
    ],
  ]);
  printReader(inBrowser.reader, { size, opened: inBrowser.opened, analyze: bareAnalysis(inBrowser, sizes, report) });
  printComparison({ native: comparedNative, [`package, Node ${process.versions.node}`]: comparedInNode });
  printSizes();
});
