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

/** The bytes of a text in the encodings that files come in; none of them says which it is. */
export function encoded(text) {
  return {
    "UTF-8": Buffer.from(text),
    "UTF-16": Buffer.from(text, "utf16le"),
    GB18030: inGb18030(text),
  };
}

/** Node only reads this encoding: the bytes of each character are looked up in its decoder. */
function inGb18030(text) {
  const decoder = new TextDecoder("gb18030");
  const table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  // The few characters of four bytes are left out.
  const bytes = [];
  for (const character of text) {
    if (character < "\x80") bytes.push(character.charCodeAt(0));
    else bytes.push(...(table.get(character) ?? []));
  }
  return Buffer.from(bytes);
}

function distance(text, size) {
  return Math.abs(Buffer.byteLength(text) - size);
}
