// www/pdf/ with pdf.js and the character maps of Chinese fonts → www/generated/pdf.js (a module, loaded when a PDF comes)
// and, for the page, a worker of its own.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { hash, unlessFresh } from "./fresh.mjs";
import { Explained, generated, path, say } from "./project.mjs";

const library = path("node_modules", "pdfjs-dist");

/**
 * Maps that Chinese PDFs name without carrying them: GBK-EUC, UniGB and their like; those of Taiwan and Hong Kong, and the
 * Japanese ones that programs set Chinese in whose fonts are Japanese.
 */
const names = [
  ...[
    ...["GB", "GB-EUC", "GBpc-EUC", "GBK-EUC", "GBKp-EUC", "GBK2K", "GBT-EUC", "GBTpc-EUC"],
    ...["UniGB-UCS2", "UniGB-UTF16", "UniGB-UTF32", "UniGB-UTF8"],
    ...["B5pc", "ETen-B5", "ETenms-B5", "HKscs-B5", "UniCNS-UCS2", "UniCNS-UTF16"],
    ...["90ms-RKSJ", "UniJIS-UCS2", "UniJIS-UCS2-HW", "UniJIS-UTF16"],
  ].flatMap((name) => [`${name}-H`, `${name}-V`]),
  ...["Adobe-GB1-UCS2", "Adobe-CNS1-UCS2", "Adobe-Japan1-UCS2"],
];

function cmaps() {
  const packed = names.map((name) => {
    const file = `${name}.bcmap`;
    return [file, readFileSync(join(library, "cmaps", file)).toString("base64")];
  });
  return `export const cmaps = ${JSON.stringify(Object.fromEntries(packed))};`;
}

/** pdf.js is the same everywhere: it looks for no Node modules, and does not take over the worker it is loaded in. */
const changes = /** @type {[RegExp, string][]} */ ([
  [/const isNodeJS = typeof process === "object"[^;]*;/, "const isNodeJS = false;"],
  [/typeof self\.postMessage === "function" && "onmessage" in self/, "false"],
]);

/**
 * Where it looks for words it also finds the lines of tables, and does not join numbers that were set at places of their
 * own: those are of two columns as often as not.
 */
const finds = /** @type {[RegExp, string][]} */ ([
  [/let textState, currentTextState;\n/, "$&    const drawn = new Drawn();\n    let moved = false;\n"],
  [
    /args = operation\.args;\n(?=\s+switch \(fn \| 0\) \{\n\s+case OPS\.setFont:\n\s+const fontNameArg = args\[0\]\.name,\n\s+fontSizeArg)/,
    `$&drawn.take(fn, args, textState.ctm, textContent.items);
      if (fn === OPS.beginText || fn === OPS.moveText || fn === OPS.setLeadingMoveText || fn === OPS.setTextMatrix || fn === OPS.nextLine) moved = true;\n`,
  ],
  [
    /if \(!category\.isZeroWidthDiacritic && !compareWithLastPosition\(scaledDim\)\) \{/,
    `if (moved && !font.vertical && textContentItem.initialized && (beside.test(textContentItem.str.at(-1) ?? "") || beside.test(glyph.unicode))) {
          resetLastChars();
          flushTextContentItem();
        }
        moved = false;
        $&`,
  ],
]);
/** Signs of numbers. */
const beside = "const beside = /^[-\\d.,%+()\u2013\u2014\u2212\u2026\uff0d\uff05\u25b3*]/;\n";

const plugin = {
  name: "jiandu-pdf",
  resolveId: (/** @type {string} */ id) => (id.endsWith("/cmaps.js") ? "\0cmaps" : undefined),
  load: (/** @type {string} */ id) => (id === "\0cmaps" ? cmaps() : undefined),
  transform(/** @type {string} */ code, /** @type {string} */ id) {
    if (!/pdfjs-dist.legacy.build.pdf(\.worker)?\.mjs$/.test(id)) return undefined;
    const reads = id.includes("worker");
    const applied = [...changes.filter(([from]) => from.test(code)), ...(reads ? finds : [])];
    if (applied.length === 0 || !applied.every(([from]) => from.test(code)))
      throw new Explained(`${id} is not the pdf.js that www/build/pdf.mjs knows.`);
    // Needed when it draws, which it never does here; Node has none.
    const missing =
      'const DOMMatrix = globalThis.DOMMatrix ?? class {}, navigator = globalThis.navigator ?? { platform: "", userAgent: "" };\n';
    const found = reads ? `import { Drawn } from ${JSON.stringify(path("www", "pdf", "rules.ts"))};\n${beside}` : "";
    return { code: found + missing + applied.reduce((text, [from, to]) => text.replace(from, to), code), map: null };
  },
};

const declaration = `/** The words of a PDF: runs of numbers, all their words in one text, width and height of each page, lines drawn on them. */
export interface Pages {
  runs: Float64Array<ArrayBuffer>;
  text: string;
  sizes: Float64Array<ArrayBuffer>;
  rules: Float64Array<ArrayBuffer>;
}
/** Reads the words of every page; an error has the code \`damaged\` or \`protected\`. */
export declare function readPages(bytes: Uint8Array): Promise<Pages>;
`;

async function bundle(entry, format) {
  const { build } = await import("vite");
  const result = await build({
    configFile: false,
    root: path("www"),
    logLevel: "error",
    plugins: [plugin],
    build: {
      write: false,
      target: "es2022",
      minify: true,
      lib: { entry: path("www", "pdf", entry), formats: [format], name: "jiandu", fileName: "pdf" },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  const scripts = [result].flat().flatMap((made) => ("output" in made ? made.output : []));
  const [script] = scripts.flatMap((output) => (output.type === "chunk" ? output.code : []));
  if (script === undefined) throw new Explained(`${entry} gave no script.`);
  return script;
}

/** Makes www/generated/pdf.js and pdf_worker.js, unless nothing they are made from has changed. */
export async function buildPdf() {
  const version = JSON.parse(readFileSync(join(library, "package.json"), "utf8")).version;
  await unlessFresh({
    stamp: join(generated, ".pdf"),
    key: hash([path("www", "pdf"), path("www", "build", "pdf.mjs")], version),
    outputs: ["pdf.js", "pdf.d.ts", "pdf_worker.js"].map((name) => join(generated, name)),
    async work() {
      say("bundling the PDF reader (vite)");
      mkdirSync(generated, { recursive: true });
      const licence = `/*!\npdf.js and its character maps\n\n${readFileSync(join(library, "LICENSE"), "utf8").trim()}\n\n${readFileSync(join(library, "cmaps", "LICENSE"), "utf8").trim()}\n*/\n`;
      writeFileSync(join(generated, "pdf.js"), licence + (await bundle("pages.ts", "es")));
      writeFileSync(join(generated, "pdf.d.ts"), declaration);
      writeFileSync(join(generated, "pdf_worker.js"), licence + (await bundle("worker.ts", "iife")));
    },
  });
}

/** The PDF worker as the page carries it: packed until a PDF comes. */
export function packedPdfWorker() {
  return gzipSync(readFileSync(join(generated, "pdf_worker.js")), { level: 9 }).toString("base64");
}
