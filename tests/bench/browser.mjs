// The measures in the browser: the same code on a blank page, and the real page from opening to first figures.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { flags, prepareBrowser } from "../../www/build/browser.mjs";
import { dist, path } from "../../www/build/project.mjs";
import { measurePage } from "./page.mjs";

const types = { js: "text/javascript", mjs: "text/javascript", wasm: "application/wasm" };

/** Serves the folders that the measures need, by their first name in the address. */
function serve(folders) {
  const server = createServer((request, response) => {
    const [, folder = "", ...rest] = new URL(request.url ?? "/", "http://localhost").pathname.split("/");
    if (folder === "") {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>bench</title>");
      return;
    }
    try {
      const file = join(folders[folder], ...rest.filter((part) => part !== ".."));
      response.writeHead(200, { "content-type": types[file.split(".").at(-1) ?? ""] ?? "application/octet-stream" });
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({ server, port: address && typeof address === "object" ? address.port : 0 });
    });
  });
}

/** Runs in the browser. */
async function measureThere(names) {
  const at = (name) => `${location.origin}/${name}`;
  const bytes = async (name) => (await fetch(at(name))).arrayBuffer();
  const { measureStart, measureText } = await import(at("bench/measure.mjs"));
  const { start, ...measured } = await measureStart({
    jiandu: await import(at("dist/lib/analyzer.js")),
    jieba: await import(at("jieba/jiandu.js")),
    jianduWasm: await bytes("dist/generated/jiandu_bg.wasm"),
    jiebaWasm: await bytes("jieba/jiandu_bg.wasm"),
    words: new Uint8Array(await bytes("words/words.tsv")),
  });
  const results = [];
  for (const name of names) {
    results.push(await measureText(measured, new Uint8Array(await bytes(`texts/${name}`))));
  }
  return { start, files: results };
}

/** Milliseconds from the start of the navigation until the table shows a figure of a report dropped at once. */
async function openPage(browser, address, report) {
  const page = await browser.newPage();
  // The browser's own windows and services start with its page; they are not ours to measure.
  await page.waitForTimeout(1500);
  await page.addInitScript((text) => {
    // The page's own script has run by then, and listens.
    addEventListener("DOMContentLoaded", () => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "report.txt", { type: "text/plain" }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    const watch = new MutationObserver(() => {
      if (!document.querySelector("#figure-0")) return;
      watch.disconnect();
      Object.assign(globalThis, { firstFigure: performance.now() });
    });
    watch.observe(document, { childList: true, subtree: true });
  }, report);
  await page.goto(address, { waitUntil: "commit" });
  const shown = await page.waitForFunction(() => /** @type {any} */ (globalThis).firstFigure, null, { polling: 5 });
  const milliseconds = await shown.jsonValue();
  await page.close();
  return milliseconds;
}

/**
 * @param {{ folder: string, texts: string, names: string[], report: string, large: string }} job
 */
export async function measureBrowser({ folder, texts, names, report, large }) {
  const { chromium } = await import("@playwright/test");
  const executablePath = await prepareBrowser();
  const browser = await chromium.launch({ args: flags, ...(executablePath ? { executablePath } : {}) });
  const words = path("src", "lexicon", "data");
  const { server, port } = await serve({ dist, jieba: folder, bench: path("tests", "bench"), texts, words });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    const measured = await page.evaluate(measureThere, names);
    await page.close();
    const file = pathToFileURL(join(dist, "jiandu.html")).href;
    const opened = [];
    for (let round = 0; round < 5; round++) opened.push(await openPage(browser, file, report));
    const reader = await measurePage(browser, { file, report, large, folder: texts });
    return { ...measured, version: browser.version(), opened: Math.min(...opened), reader };
  } finally {
    await browser.close();
    server.close();
  }
}
