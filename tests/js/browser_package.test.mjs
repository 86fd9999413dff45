// The packed package in a fresh folder, in a browser: built by Vite, and from its dev server, with no setting at all.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "@playwright/test";
import { build, createServer, preview } from "vite";
import { findBrowser, flags } from "../../www/build/browser.mjs";
import { consumer, write } from "./consumer.mjs";

const { folder } = consumer();
const executablePath = findBrowser();
/** @type {import("@playwright/test").Browser} */
let browser;

before(async () => {
  browser = await chromium.launch({ args: flags, ...(executablePath ? { executablePath } : {}) });
  write(folder, {
    "index.html": `<!doctype html><title>consumer</title><link rel="icon" href="data:,"><script type="module" src="/main.js"></script>`,
    "main.js": `
      import { analyze } from "jiandu";
      const { figures } = await analyze("2023年，全县地区生产总值463.3亿元。");
      document.body.textContent = figures.map(({ quote }) => quote).join();`,
  });
});
after(() => browser.close());

/** What the page at the address shows, once it shows something, and what its console said. */
async function open(address) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const console = [];
  page.on("console", (message) => console.push(message.text()));
  page.on("pageerror", (error) => console.push(String(error)));
  await page.goto(address);
  await page.waitForFunction(() => document.body?.textContent !== "", null, { timeout: 20_000 }).catch(() => {});
  const shown = await page.textContent("body");
  await page.close();
  // The dev server's own words are not the package's.
  return { shown, console: console.filter((text) => !text.startsWith("[vite]")) };
}

const quiet = /** @type {const} */ ({ logLevel: "silent", configFile: false });

test("a Vite build shows a figure", async () => {
  await build({ ...quiet, root: folder });
  const server = await preview({ ...quiet, root: folder, preview: { port: 0, host: "127.0.0.1" } });
  try {
    assert.deepEqual(await open(server.resolvedUrls?.local[0]), { shown: "463.3亿元", console: [] });
  } finally {
    await server.close();
  }
});

test("the Vite dev server shows a figure", async () => {
  const server = await createServer({ ...quiet, root: folder, server: { port: 0, host: "127.0.0.1" } });
  await server.listen();
  try {
    assert.deepEqual(await open(server.resolvedUrls?.local[0]), { shown: "463.3亿元", console: [] });
  } finally {
    await server.close();
  }
});
