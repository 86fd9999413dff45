// `node node.mjs JIEBA-FOLDER FILE…`: the measures in Node, in a process of its own, as JSON.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dist, path } from "../../www/build/project.mjs";
import { measureStart, measureText } from "./measure.mjs";

const [folder = "", ...files] = process.argv.slice(2);
const load = (...parts) => import(pathToFileURL(join(...parts)).href);

const { start, ...measured } = await measureStart({
  jiandu: await load(dist, "lib", "analyzer.js"),
  jieba: await load(folder, "jiandu.js"),
  jianduWasm: new Uint8Array(readFileSync(join(dist, "generated", "jiandu_bg.wasm"))).buffer,
  jiebaWasm: new Uint8Array(readFileSync(join(folder, "jiandu_bg.wasm"))).buffer,
  words: readFileSync(path("src", "lexicon", "data", "words.tsv")),
});
const results = [];
for (const file of files) results.push(await measureText(measured, new Uint8Array(readFileSync(file))));
console.log(JSON.stringify({ start, files: results }));
