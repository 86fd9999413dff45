// `node compare.mjs DOCUMENT…`: reports of 50 kB made of these, analysed and compared through the package; seconds as JSON.
// The texts are those of src/bin/compare.rs; fewer of them, as the package's objects take more room.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dist } from "../../www/build/project.mjs";

const REPORTS = [100, 300];
const BYTES = 50_000;
const ROUNDS = 5;
/** Digits of the greatest number that src/bin/compare.rs has. */
const DIGITS = 4;

/** Documents with their digits moved on, line by line by one of the digits of their number: no two are one text. */
function text(documents, number) {
  let text = "";
  let size = 0;
  for (let at = 0; ; at++) {
    for (const [place, line] of documents[(number + at) % documents.length].split("\n").entries()) {
      const bytes = Buffer.byteLength(line);
      if (size + bytes > BYTES && size > 0) return text;
      const by = Math.floor(number / 10 ** (place % DIGITS));
      text += `${line.replaceAll(/[0-9]/g, (digit) => String((Number(digit) + by) % 10))}\n`;
      size += bytes + 1;
    }
  }
}

const { createAnalyzer } = await import(pathToFileURL(join(dist, "lib", "node.js")).href);
const analyzer = await createAnalyzer();
const documents = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
analyzer.analyze(text(documents, 0));

const seconds = (begin) => (performance.now() - begin) / 1e3;
const reports = [];
const rows = [];
let analyzed = 0;
for (const count of REPORTS) {
  while (reports.length < count) {
    const next = text(documents, reports.length);
    const begin = performance.now();
    reports.push(analyzer.analyze(next, { name: `${reports.length}.txt` }));
    analyzed += seconds(begin);
  }
  let compared = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    analyzer.compare(reports);
    compared = Math.min(compared, seconds(begin));
  }
  const figures = reports.reduce((sum, report) => sum + report.figures.length, 0);
  rows.push({ reports: count, figures, analyze: analyzed, compare: compared });
}
console.log(JSON.stringify(rows));
