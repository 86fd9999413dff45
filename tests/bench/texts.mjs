// What is measured on: real reports where they lie beside the project, else our own documents. One text a size.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { path } from "../../www/build/project.mjs";

/** Sizes in bytes of UTF-8. */
export const sizes = [0.1, 0.3, 1, 3, 10].map((megabytes) => megabytes * 1e6);

function documents() {
  const reports = path("..", "shared", "corpus", "reports");
  const folder = existsSync(reports) ? reports : path("tests", "documents");
  const names = readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name) && name !== "README.md");
  const files = names.sort().map((name) => join(folder, name));
  return { folder, files, texts: files.map((file) => readFileSync(file, "utf8")) };
}

/** The text with every digit moved on: another round of the same documents must not count as a copy of the first. */
function varied(text, round) {
  return round === 0 ? text : text.replaceAll(/[0-9]/g, (digit) => String((Number(digit) + round) % 10));
}

/** A text of about `size` bytes, cut at a line's end. */
function ofSize(texts, size) {
  const lines = [];
  let left = size;
  for (let round = 0; left > 0; round++) {
    for (const line of texts.flatMap((text) => varied(text, round).split("\n"))) {
      lines.push(line);
      left -= Buffer.byteLength(line) + 1;
      if (left <= 0) break;
    }
  }
  return lines.join("\n");
}

/** The texts, where they come from, the files themselves, a report of some 30 kB and a text of many figures for the page. */
export function benchTexts() {
  const { folder, files, texts } = documents();
  const nearest = (size) => texts.toSorted((a, b) => distance(a, size) - distance(b, size))[0] ?? "";
  return {
    folder,
    files,
    documents: texts.length,
    texts: sizes.map((size) => ofSize(texts, size)),
    report: nearest(30_000),
    // More than 20,000 figures.
    large: ofSize(texts, 6e6),
  };
}

function distance(text, size) {
  return Math.abs(Buffer.byteLength(text) - size);
}
