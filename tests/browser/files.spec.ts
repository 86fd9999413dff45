import { readFileSync } from "node:fs";
import { join } from "node:path";
import { path } from "../../www/build/project.mjs";
import { expect, test } from "./page.js";

const files = path("tests", "formats", "files");
const file = (name: string) => ({ name, content: readFileSync(join(files, name)) });

test("a PDF, a Word file and a page are read where they are dropped, and nothing is asked for", async ({ jiandu }) => {
  await jiandu.drop(file("report.pdf"), file("report.docx"), file("page_gb2312.html"), file("report.wps"));
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(4, { timeout: 30_000 });
  await expect(jiandu.row("地区生产总值", "463.3").first()).toBeVisible();
  expect(jiandu.requests).toEqual([]);
});

test("a broken PDF says what to do", async ({ jiandu }) => {
  const { content } = file("report.pdf");
  await jiandu.drop({ name: "half.pdf", content: content.subarray(0, 900) });
  await expect(jiandu.document("half.pdf")).toContainText("文件损坏", { timeout: 30_000 });
});
