// The same file in Firefox. Playwright drives only a Firefox of its own, which no registry carries; puppeteer speaks WebDriver
// BiDi to the installed one.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "@playwright/test";
import { launch } from "puppeteer-core";
import { FILE, REPORT } from "./page.js";

/** An installed Firefox; `JIANDU_FIREFOX` overrides the search. */
function findFirefox(): string | undefined {
  if (process.env.JIANDU_FIREFOX) return process.env.JIANDU_FIREFOX;
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/Applications/Firefox.app/Contents/MacOS"];
  const places = folders.flatMap((folder) => ["firefox-esr", "firefox"].map((name) => join(folder, name)));
  return places.find((place) => existsSync(place));
}

test("in Firefox too, a dropped report becomes figures that lead to their words, without a request", async () => {
  const executablePath = findFirefox();
  test.skip(!executablePath, "no Firefox is installed: set JIANDU_FIREFOX to its path");
  test.setTimeout(180_000);
  const browser = await launch({ browser: "firefox", executablePath: executablePath ?? "", headless: true });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    // Going with documents unsaved is asked about.
    page.on("dialog", (dialog) => void dialog.accept());
    page.on("request", (request) => requests.push(request.url()));
    const drop = () =>
      page.evaluate((text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], "report.txt", { type: "text/plain" }));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      }, REPORT);
    await page.setViewport({ width: 1440, height: 900 });
    await page.goto(FILE);
    await page.waitForSelector("h1");
    await drop();
    await page.waitForSelector("#figure-0", { timeout: 120_000 });
    await page.click("#figure-0");
    const lit = await page.waitForFunction(() => {
      const [range] = [...(CSS.highlights.get("jd-lit")?.keys() ?? [])] as AbstractRange[];
      return range && (range.startContainer as Text).data.slice(range.startOffset, range.endOffset);
    });
    expect(REPORT).toContain(await lit.jsonValue());
    // What is said of a figure is kept here too.
    await page.keyboard.press("y");
    await page.waitForSelector("#figure-0 .said");
    await page.reload();
    await page.waitForSelector("h1");
    await drop();
    await page.waitForSelector("#figure-0 .said", { timeout: 120_000 });
    // Across documents: the comparison, the panel, a chart whose points lead to the source.
    await page.click("#tab-across");
    await page.waitForSelector(".panel-grid .p-value", { timeout: 60_000 });
    await page.click("#tab-charts");
    await page.waitForSelector(".c-mark");
    await page.click(".chart-number");
    await page.waitForSelector('.c-mark[aria-pressed="true"]');
    expect(complaints, "the console should be empty").toEqual([]);
    const asked = requests.filter((address) => address !== FILE && !/^(?:blob|data):/u.test(address));
    expect(asked, "nothing should be asked for").toEqual([]);
  } finally {
    await browser.close();
  }
});
