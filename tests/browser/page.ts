// The page as the tests meet it: opened from file://, with what a reader does as methods. Every test ends by making sure
// that the console stayed empty and that nothing but the page itself was asked for.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { path } from "../../www/build/project.mjs";

export { expect } from "@playwright/test";

export const FILE = pathToFileURL(path("dist", "jiandu.html")).href;

/** Documents of an invented county. */
export const REPORT = readFileSync(path("tests", "documents", "county_report.txt"), "utf8");
export const INTERVIEW = readFileSync(path("tests", "documents", "interview.txt"), "utf8");

export interface DroppedFile {
  name: string;
  content: string | Uint8Array;
}

/** Real reports where they lie beside the project, else our own documents: what is tested with them must hold for any. */
export function realReports(most: number): DroppedFile[] {
  const beside = path("..", "shared", "corpus", "reports");
  const folder = existsSync(beside) ? beside : path("tests", "documents");
  const names = readdirSync(folder).filter((name) => /\.(?:txt|md)$/u.test(name) && name !== "README.md");
  // Spread over the whole folder, so that not all are of one kind.
  const step = Math.max(1, Math.floor(names.length / most));
  const chosen = names.sort().filter((_, index) => index % step === 0);
  return chosen.slice(0, most).map((name) => ({ name, content: readFileSync(join(folder, name), "utf8") }));
}

export class Jiandu {
  /** What console, failed scripts and the content security policy said; must be empty when the test ends. */
  readonly complaints: string[] = [];
  /** Addresses asked for, the page's own and its worker's blob left out. */
  readonly requests: string[] = [];

  constructor(readonly page: Page) {
    page.on("console", (message) => this.complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("dialog", (dialog) => {
      // Whether the page asks before it goes is a test of its own.
      if (dialog.type() === "beforeunload") {
        void dialog.accept();
        return;
      }
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const address = request.url();
      if (address !== page.url().replace(/#.*/u, "") && !address.startsWith("blob:") && !address.startsWith("data:"))
        this.requests.push(address);
    });
  }

  async open(address = FILE): Promise<void> {
    await this.page.goto(address);
    this.requests.length = 0;
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** Drops files on the page, as a file manager does. */
  async drop(...files: DroppedFile[]): Promise<void> {
    const data = files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString("base64") }));
    await this.page.evaluate((dropped) => {
      const dataTransfer = new DataTransfer();
      for (const { name, base64 } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name));
      }
      const happen = (type: string) =>
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      happen("dragenter");
      happen("drop");
    }, data);
  }

  /** Drops the county's report and waits for its figures. */
  async dropReport(): Promise<void> {
    await this.drop({ name: "report.txt", content: REPORT });
    await expect(this.rows.first()).toBeVisible();
  }

  get table(): Locator {
    return this.page.getByRole("grid", { name: /数据表|Table of figures/u });
  }

  /** Rows of the table that are drawn, without the header. */
  get rows(): Locator {
    return this.table.locator(".row:not(.head)");
  }

  row(indicator: string, value: string): Locator {
    return this.rows.filter({ hasText: indicator }).filter({ hasText: value }).first();
  }

  get source(): Locator {
    return this.page.getByRole("region", { name: /^(原文|Source text)$/u });
  }

  document(name: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: name });
  }

  /** Words under one of the page's highlights, each piece with the paragraph's visible box. */
  highlighted(name: string): Promise<string[]> {
    return this.page.evaluate((key) => {
      const ranges = [...(CSS.highlights.get(`jd-${key}`)?.keys() ?? [])] as AbstractRange[];
      return ranges.map(({ startContainer, startOffset, endOffset }) =>
        (startContainer as Text).data.slice(startOffset, endOffset),
      );
    }, name);
  }

  /** Where the lit words stand: their paragraph, and their place in it. */
  litAt(): Promise<string> {
    return this.page.evaluate(() => {
      const [lit] = [...(CSS.highlights.get("jd-lit")?.keys() ?? [])] as AbstractRange[];
      return lit ? `${lit.startOffset} ${(lit.startContainer as Text).data}` : "";
    });
  }

  /** What is said of the lit words, and how many rows are chosen with them, all at one moment. */
  reading(): Promise<{ kind: string; text: string; selected: number }> {
    return this.page.evaluate(() => {
      const reading = document.querySelector(".reading");
      const mark = reading?.querySelector(".reading-main .mark")?.className ?? "";
      const selected = document.querySelectorAll('#figures [aria-selected="true"]').length;
      return { kind: /mark-(\w+)/u.exec(mark)?.[1] ?? "", text: reading?.textContent ?? "", selected };
    });
  }

  /** Whether the lit words are inside the window of the source. */
  litIsInSight(): Promise<boolean> {
    return this.page.evaluate(() => {
      const [lit] = [...(CSS.highlights.get("jd-lit")?.keys() ?? [])] as AbstractRange[];
      const window = document.querySelector(".source-text")?.getBoundingClientRect();
      if (!lit || !window) return false;
      const range = document.createRange();
      range.setStart(lit.startContainer, lit.startOffset);
      range.setEnd(lit.endContainer, lit.endOffset);
      const box = range.getBoundingClientRect();
      return box.height > 0 && box.top >= window.top && box.bottom <= window.bottom;
    });
  }

  /** Clicks on the middle of the first occurrence of words in the source. */
  async clickInSource(words: string): Promise<void> {
    const point = await this.page.evaluate(async (wanted) => {
      const text = document.querySelector(".source-text");
      if (!text) throw new Error("there is no source");
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        node.parentElement?.scrollIntoView({ block: "center" });
        // Blocks that come into the window are laid out in the next frame and may push the words on.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        node.parentElement?.scrollIntoView({ block: "center" });
        const box = range.getClientRects()[0];
        if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      throw new Error(`the source lacks ${wanted}`);
    }, words);
    await this.page.mouse.click(point.x, point.y);
  }

  /** What a choice of the menu of exports saves: its name and bytes. */
  async exported(choice: string): Promise<{ name: string; text: string; bytes: Buffer; path: string }> {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: /^(导出|Export)$/u }).click();
    await this.page.getByRole("menuitem", { name: choice }).click();
    const file = await download;
    const path = await file.path();
    const bytes = readFileSync(path);
    return { name: file.suggestedFilename(), text: bytes.toString("utf8"), bytes, path };
  }
}

/** Cells of a CSV file as RFC 4180 has it; a byte order mark before them is passed over. */
export function parsedCsv(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const fields = text.replace(/^\uFEFF/u, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu);
  for (const [, quoted, bare = "", end] of fields) {
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(cells);
    cells = [];
  }
  return rows;
}

export const test = base.extend<{ jiandu: Jiandu }>({
  jiandu: async ({ page }, use) => {
    const jiandu = new Jiandu(page);
    await jiandu.open();
    await use(jiandu);
    expect(jiandu.complaints, "the console should be empty").toEqual([]);
    expect(jiandu.requests, "nothing should be asked for").toEqual([]);
  },
});
