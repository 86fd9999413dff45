// www/index.html with everything inside → dist/jiandu.html: one file, the same bytes from a web server and from file://.
//
//   <meta>     the content security policy, with the hashes of the three blocks below that the browser obeys
//   <style id="jiandu-style">                       the styles
//   <script type="text/plain" id="jiandu-worker">   the worker, a classic script: the page makes a blob of it
//   <script id="jiandu-first">                      starts the worker while the rest is read
//   <script type="text/plain" id="jiandu-wasm">     the wasm, gzip and base64: fetch is forbidden, also to the page itself
//   <script type="text/plain" id="jiandu-pdf">      the PDF reader, a worker too, packed until a PDF comes
//   <script type="module" id="jiandu-page">         the page's own script
// A page that a reader saves (www/export/saved_page.ts) has one more, with the documents: jiandu-session.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { contentSecurityPolicy } from "./policy.mjs";
import { buildPdf, packedPdfWorker } from "./pdf.mjs";
import { dist, Explained, generated, path, say } from "./project.mjs";

const entry = /<script type="module" src="\.\/app\/main\.ts"><\/script>/;

/** Bundles one entry into one script and its styles, nothing written. */
async function bundle(file, format, alias = []) {
  const { build } = await import("vite");
  const result = await build({
    configFile: false,
    root: path("www"),
    logLevel: "warn",
    resolve: { alias },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      // Pictures and fonts go into the file too.
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      lib: { entry: path("www", file), formats: [format], name: "jiandu", fileName: "script", cssFileName: "style" },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = [result].flat().flatMap((made) => ("output" in made ? made.output : []));
  const scripts = outputs.flatMap((output) => (output.type === "chunk" ? output.code : []));
  const styles = outputs.flatMap((output) => (output.type === "asset" ? output.source.toString() : []));
  const [script] = scripts;
  if (script === undefined || scripts.length > 1) {
    throw new Explained(`${file} gave ${scripts.length} scripts; the page holds exactly one.`);
  }
  return { script, style: styles.join("") };
}

/**
 * Script text that can stand in an HTML script element: `</script` and `<!--` would end or bend it. Of ASCII alone: a browser
 * reads a page of 3 MB in half the time and memory when no character of it needs more than a byte.
 */
function inScript(code) {
  const odd = /\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.exec(code);
  if (odd) throw new Explained(`${odd[0]} can't be written in ASCII: say it without a backslash or String.raw.`);
  const unit = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return code.replaceAll(/<(?=\/script|!--)/gi, "\\x3C").replaceAll(/[^\0-\x7f]/g, unit);
}

/** The words of the page's frame, of ASCII alone too. */
function inMarkup(html) {
  return html.replaceAll(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
}

function sha256(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The wasm as the page carries it. */
export function packedWasm() {
  return gzipSync(readFileSync(join(generated, "jiandu_bg.wasm")), { level: 9 }).toString("base64");
}

/** Makes dist/jiandu.html. */
export async function buildPage() {
  say("bundling the page (vite)");
  const template = inMarkup(readFileSync(path("www", "index.html"), "utf8"));
  if (!entry.test(template)) throw new Explained("www/index.html must load ./app/main.ts by one module script.");
  await buildPdf();
  const page = await bundle("app/main.ts", "es");
  const zip = { find: /^fflate$/, replacement: path("www", "export", "zip.ts") };
  const worker = await bundle("worker/worker.ts", "iife", [zip]);
  const first = inScript((await bundle("worker/first.ts", "iife")).script);
  const script = inScript(page.script);
  const style = page.style.replaceAll("</style", "<\\/style");
  const policy = contentSecurityPolicy({ scripts: [first, script].map(sha256), style: sha256(style) });
  // Behind the encoding, which must stand in the first kilobyte.
  const charset = '<meta charset="utf-8">';
  const head = `${charset}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const blocks = [
    `<script type="text/plain" id="jiandu-worker">${inScript(worker.script)}</script>`,
    `<script id="jiandu-first">${first}</script>`,
    `<script type="text/plain" id="jiandu-wasm">${packedWasm()}</script>`,
    `<script type="text/plain" id="jiandu-pdf">${packedPdfWorker()}</script>`,
    `<script type="module" id="jiandu-page">${script}</script>`,
  ];
  // Functions as replacements: a `$&` in the code is only text.
  const html = template
    .replace(charset, () => head)
    .replace("</head>", () => `<style id="jiandu-style">${style}</style>\n</head>`)
    .replace(entry, () => "")
    .replace("</body>", () => `${blocks.join("\n")}\n</body>`);
  const late = /[^\0-\x7f].{0,40}/.exec(html);
  if (late) throw new Explained(`dist/jiandu.html is to be ASCII alone, and holds ${late[0]}`);
  mkdirSync(dist, { recursive: true });
  const file = join(dist, "jiandu.html");
  writeFileSync(file, html);
  say(`dist/jiandu.html: ${(statSync(file).size / 1e6).toFixed(2)} MB`);
}
