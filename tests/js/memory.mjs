// `node memory.mjs FILE`: analyses a file, or each of an archive, and prints the most memory that the whole process took, and
// how much of it was taken once the analyzer had read a line, in bytes. Run by memory.test.mjs, each file in a process of its own.
import { readFileSync } from "node:fs";
import { analyze, createAnalyzer, unpackArchive } from "../../dist/lib/node.js";

const [file = ""] = process.argv.slice(2);
const bytes = readFileSync(file);
const taken = () => process.resourceUsage().maxRSS * 1024;
const analyzer = await createAnalyzer();
analyzer.analyze("2023年全县地区生产总值463.3亿元。");
const ready = taken();
let figures = 0;
let partial = false;
const entries = unpackArchive(bytes, file);
for (const entry of entries ?? [{ path: file, bytes }]) {
  if (entry instanceof Error) throw entry;
  const report = await analyze(entry.bytes, { name: entry.path });
  figures += report.figures.length;
  partial ||= report.diagnostics.some(({ code }) => code === "too_many_mentions");
}
console.log(JSON.stringify({ bytes: bytes.length, figures, partial, ready, most: taken() }));
