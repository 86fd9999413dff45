// What each format adds: the code of its reader and of the libraries that only it needs, by the names that cargo's wasm
// carries (wasm-bindgen takes them away later), and what it puts into the page besides. Generic functions that readers
// share, and the tables of encodings among the data, belong to no single format and are counted apart.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { dist, path } from "../../www/build/project.mjs";

/** Modules of src/read/ and crates, by format. */
const FORMATS = {
  "text, Markdown: encodings": ["encoding", "chardetng", "encoding_rs"],
  "HTML, .mht": ["html", "mht", "html5gum"],
  ".docx": ["docx", "xml", "quick_xml"],
  ".doc, .wps": ["doc", "cfb"],
  ".rtf": ["rtf", "rtf_parser_tt"],
  ".csv": ["csv"],
  PDF: ["pdf"],
  "ZIP (.docx too)": ["archive", "zip", "rawzip", "miniz_oxide"],
};
/** Crates that belong to one format alone. */
const CRATES = Object.values(FORMATS)
  .flat()
  .filter((part) => part.includes("_") || ["chardetng", "html5gum", "cfb", "rawzip"].includes(part));

/** Numbers of the format's own kind: seven bits a byte, the last one without the eighth. */
function reader(bytes, at) {
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const text = () => {
    const length = number();
    at += length;
    return bytes.toString("utf8", at - length, at);
  };
  return { number, text, at: () => at, byte: () => bytes[at++], skip: (count) => (at += count) };
}

/** Sections of a module: number, custom name, and where the content stands. */
function* sections(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const read = reader(bytes, at);
    const id = read.byte();
    const size = read.number();
    const end = read.at() + size;
    yield { id, name: id === 0 ? read.text() : "", start: read.at(), end, size };
    at = end;
  }
}

/** Functions that the module takes from outside; they have the first numbers. */
function importedFunctions(bytes, start) {
  const read = reader(bytes, start);
  let functions = 0;
  const limits = () => {
    const flags = read.byte();
    read.number();
    if (flags & 1) read.number();
  };
  for (let left = read.number(); left > 0; left--) {
    read.text();
    read.text();
    const kind = read.byte();
    if (kind === 0) {
      read.number();
      functions++;
    } else if (kind === 1) {
      read.skip(1);
      limits();
    } else if (kind === 2) limits();
    else read.skip(2);
  }
  return functions;
}

/** Bytes of each function, in order. */
function functionSizes(bytes, start) {
  const read = reader(bytes, start);
  return Array.from({ length: read.number() }, () => {
    const begin = read.at();
    read.skip(read.number());
    return read.at() - begin;
  });
}

/** The name of each function, by its number. */
function functionNames(bytes, { start, end }) {
  const names = new Map();
  for (let at = start; at < end; ) {
    const read = reader(bytes, at);
    const kind = read.byte();
    const size = read.number();
    at = read.at() + size;
    if (kind !== 1) continue;
    for (let left = read.number(); left > 0; left--) names.set(read.number(), read.text());
  }
  return names;
}

/** `…6jiandu4read4docx4body…` → docx; a crate by its name; nothing for what is shared. */
function partOf(name) {
  const [, length, rest] = /6jiandu4read(\d+)([a-z_]\w*)/.exec(name) ?? [];
  const part = rest?.slice(0, Number(length));
  if (part && Object.values(FORMATS).some((parts) => parts.includes(part))) return part;
  return CRATES.find((crate) => name.includes(`${crate.length}${crate}`));
}

/** Bytes of wasm code by format, of all code and of data; nothing where cargo's wasm is not there. */
export function formatSizes() {
  const file = join(process.env.CARGO_TARGET_DIR ?? path("target"), "wasm32-unknown-unknown", "release", "jiandu.wasm");
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const all = [...sections(bytes)];
  const section = (id, name = "") => all.find((one) => one.id === id && one.name === name);
  const [imports, code, data, names] = [section(2), section(10), section(11), section(0, "name")];
  if (!imports || !code || !data || !names) return null;
  const first = importedFunctions(bytes, imports.start);
  const known = functionNames(bytes, names);
  const parts = new Map();
  functionSizes(bytes, code.start).forEach((size, index) => {
    const part = partOf(known.get(first + index) ?? "");
    if (part) parts.set(part, (parts.get(part) ?? 0) + size);
  });
  const formats = Object.entries(FORMATS).map(([format, own]) => ({
    format,
    wasm: own.reduce((sum, part) => sum + (parts.get(part) ?? 0), 0),
  }));
  return { formats, code: code.size, data: data.size };
}

/** Rows of the benchmark's table, in kB: wasm code, and what that and the format's own script are in the page. */
export function formatRows() {
  const sizes = formatSizes();
  if (!sizes) return null;
  const page = readFileSync(join(dist, "jiandu.html"), "utf8");
  const block = (id) => new RegExp(`id="${id}">([^<]*)<`).exec(page)?.[1]?.length ?? 0;
  // In the page the wasm is packed: code shrinks as the whole of it does.
  const optimised = readFileSync(join(dist, "generated", "jiandu_bg.wasm"));
  const packed = gzipSync(optimised, { level: 9 }).length / optimised.length;
  const inPage = packed * (4 / 3) * (optimised.length / (sizes.code + sizes.data));
  const kilobytes = (count) => (count / 1e3).toFixed(0);
  const rows = sizes.formats.map(({ format, wasm }) => [
    format,
    kilobytes(wasm),
    `${((100 * wasm) / (sizes.code + sizes.data)).toFixed(1)}%`,
    kilobytes(wasm * inPage + (format === "PDF" ? block("jiandu-pdf") : 0)),
  ]);
  const own = sizes.formats.reduce((sum, { wasm }) => sum + wasm, 0);
  const rest = sizes.code - own;
  const row = (name, count) => [
    name,
    kilobytes(count),
    `${((100 * count) / (sizes.code + sizes.data)).toFixed(1)}%`,
    kilobytes(count * inPage),
  ];
  return [...rows, row("analysis, and what readers share", rest), row("data: words, places, encodings", sizes.data)];
}
