import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { path } from "../../www/build/project.mjs";
import { strToU8, zipSync } from "../../www/export/zip.js";
import { expect, FILE, REPORT, test } from "./page.js";

const files = path("tests", "formats", "files");
const file = (name: string) => ({ name, content: readFileSync(join(files, name)) });

test("a PDF, a Word file and a page are read where they are dropped, and nothing is asked for", async ({ jiandu }) => {
  await jiandu.drop(file("report.pdf"), file("report.docx"), file("page_gb2312.html"), file("report.wps"));
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(4, { timeout: 30_000 });
  await expect(jiandu.row("地区生产总值", "463.3").first()).toBeVisible();
  expect(jiandu.requests).toEqual([]);
});

test("the page is under 6 MB, and the figures of a text wait for no reader of PDF", async ({ jiandu }, info) => {
  const page = fileURLToPath(FILE);
  expect(statSync(page).size).toBeLessThan(6e6);
  // The page without that reader: a text is read all the same.
  const without = info.outputPath("without.html");
  const block = /(<script type="text\/plain" id="jiandu-pdf">)[^<]+/u;
  const html = readFileSync(page, "utf8");
  expect(html).toMatch(block);
  writeFileSync(without, html.replace(block, "$1"));
  await jiandu.open(pathToFileURL(without).href);
  await jiandu.drop({ name: "report.txt", content: REPORT });
  await expect(jiandu.row("地区生产总值", "312.6")).toBeVisible();
});

test("a broken PDF says what to do", async ({ jiandu }) => {
  const { content } = file("report.pdf");
  await jiandu.drop({ name: "half.pdf", content: content.subarray(0, 900) });
  await expect(jiandu.document("half.pdf")).toContainText("文件损坏", { timeout: 30_000 });
});

test("an RTF file and a sheet of comma-separated values are read like the others", async ({ jiandu }) => {
  const sheet = "指标,绝对数（亿元）\n地区生产总值,471.9\n";
  await jiandu.drop({ name: "sheet.csv", content: sheet }, file("report_gbk.rtf"));
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(2, { timeout: 30_000 });
  await expect(jiandu.row("地区生产总值", "471.9")).toBeVisible();
  await expect(jiandu.row("地区生产总值", "463.3")).toBeVisible();
});

test("a ZIP file gives every file in it by its path, archives within it opened once, and a bad one keeps none out", async ({
  jiandu,
}) => {
  const inner = zipSync({ "深/county.txt": strToU8(REPORT) }, { level: 6 });
  const archive = zipSync(
    {
      "年报/2023/report.docx": file("report.docx").content,
      "年报/half.pdf": file("report.pdf").content.subarray(0, 900),
      "年报/县区.zip": inner,
      "__MACOSX/._x": strToU8("1"),
    },
    { level: 6 },
  );
  await jiandu.drop({ name: "all.zip", content: archive });
  await expect(jiandu.page.locator(".document")).toHaveCount(3, { timeout: 30_000 });
  const named = (path: string) =>
    jiandu.page.locator(".document").filter({ has: jiandu.page.locator(`.document-main[title$="${path}"]`) });
  await expect(named("年报/2023/report.docx")).toHaveAttribute("data-at", "done", { timeout: 30_000 });
  await expect(named("年报/县区.zip/深/county.txt")).toHaveAttribute("data-at", "done");
  await expect(named("年报/half.pdf")).toHaveAttribute("data-at", "failed");
  await expect(named("年报/half.pdf")).toContainText("文件损坏");
  await expect(jiandu.row("地区生产总值", "463.3").first()).toBeVisible();
});
