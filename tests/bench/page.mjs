// What a reader waits for on the page, each beside a comparison: first figures after a drop, scrolling and narrowing a table
// of 20,000 rows, opening a page that was saved.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const rounds = 5;

/** Best of some rounds. */
async function best(measure) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) least = Math.min(least, await measure());
  return least;
}

/** Runs in the page: drops a text, and says after how many milliseconds its first figure was on the screen. */
function dropThere(text) {
  return new Promise((resolve) => {
    const began = performance.now();
    const watch = new MutationObserver(() => {
      if (!document.querySelector("#figure-0")) return;
      watch.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - began));
    });
    watch.observe(document, { childList: true, subtree: true });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "report.txt"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
}

/** Runs in the page: scrolls an element from top to bottom in a hundred steps; the mean frame and the longest, in ms. */
async function scrollThere(selector) {
  const list = document.querySelector(selector);
  if (!list) throw new Error(`no ${selector}`);
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  const began = performance.now();
  let last = began;
  let longest = 0;
  const steps = 100;
  for (let step = 1; step <= steps; step++) {
    list.scrollTop = ((list.scrollHeight - list.clientHeight) * step) / steps;
    const now = await frame();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return { mean: (performance.now() - began) / steps, longest };
}

/** Runs in an empty page: a table of so many rows with nothing in them. */
function emptyTableThere(rows) {
  const list = document.createElement("div");
  list.id = "empty";
  list.style.cssText = "height:800px;overflow:auto;contain:strict";
  for (let row = 0; row < rows; row++) {
    const element = document.createElement("div");
    element.style.cssText = "height:34px;border-bottom:1px solid #ccc";
    list.append(element);
  }
  document.body.append(list);
}

/** Runs in the page: chooses the first value of the first facet, until the table is drawn anew. */
function narrowThere() {
  return new Promise((resolve) => {
    const table = document.querySelector("#figures");
    const choice = document.querySelector(".facet-value input");
    if (!table || !(choice instanceof HTMLInputElement)) throw new Error("no table");
    const began = performance.now();
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - began));
    });
    watch.observe(table, { attributes: true, attributeFilter: ["aria-rowcount"] });
    choice.click();
  });
}

/** Runs anywhere: a bare filter over as many objects. */
function bareFilter(rows) {
  const all = Array.from({ length: rows }, (_, index) => ({ status: index % 3 === 0 ? "actual" : "target" }));
  const began = performance.now();
  const left = all.filter(({ status }) => status === "actual");
  return left.length > 0 ? performance.now() - began : 0;
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {{ file: string, report: string, large: string, folder: string }} job address of the page, the texts, a folder to write in
 */
export async function measurePage(browser, { file, report, large, folder }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  const open = async () => {
    await page.goto(file);
    await page.waitForSelector("h1");
    // The worker is made ready while a reader looks for a file.
    await page.waitForTimeout(1500);
  };
  const dropped = await best(async () => {
    await open();
    return page.evaluate(dropThere, report);
  });

  await open();
  await page.evaluate(dropThere, large);
  const rows = Number(await page.locator("#figures").getAttribute("aria-rowcount")) - 1;
  const scrolled = await page.evaluate(scrollThere, "#figures");
  const narrowed = await best(async () => {
    const taken = await page.evaluate(narrowThere);
    await page.evaluate(narrowThere);
    return taken;
  });
  const bare = await page.evaluate(bareFilter, rows);

  await open();
  await page.evaluate(dropThere, report);
  // The last of the bar: the keys have a menu too.
  await page.locator(".menu-button").last().click();
  const download = page.waitForEvent("download");
  await page.locator(".menu-item").last().click();
  const saved = `${folder}/saved.html`;
  await (await download).saveAs(saved);
  const reopened = await best(async () => {
    await page.goto(pathToFileURL(saved).href, { waitUntil: "commit" });
    await page.waitForSelector("#figure-0", { state: "attached" });
    return page.evaluate(() => performance.now());
  });
  const savedBytes = readFileSync(saved).length;

  const empty = await context.newPage();
  await empty.goto("about:blank");
  await empty.evaluate(emptyTableThere, rows);
  const emptyScrolled = await empty.evaluate(scrollThere, "#empty");
  await context.close();
  return { dropped, rows, scrolled, emptyScrolled, narrowed, bare, reopened, savedBytes };
}
