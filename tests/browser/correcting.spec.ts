// What the reader tells of a document: it is read again so, and it is kept.
import { copyFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { readXlsx } from "hucre/xlsx";
import { expect, Jiandu, REPORT, test } from "./page.js";

async function correct({ page }: Jiandu, fields: Record<string, string>, kind?: string): Promise<void> {
  await page.getByRole("button", { name: "更正", exact: true }).click();
  const form = page.locator(".card-form");
  for (const [name, value] of Object.entries(fields)) await form.getByLabel(name, { exact: true }).fill(value);
  if (kind) await form.getByLabel("种类").selectOption({ label: kind });
  await form.getByRole("button", { name: "重新分析" }).click();
}

test("title and kind are corrected by hand as day and place are, and stand in list and export", async ({ jiandu }) => {
  await jiandu.dropReport();
  await correct(jiandu, { 标题: "青沅县二〇二五年公报" }, "统计公报");
  await expect(jiandu.source.locator(".card-title")).toHaveText("青沅县二〇二五年公报");
  await expect(jiandu.source.locator(".card-kind")).toHaveText("统计公报");
  await expect(jiandu.page.locator(".document-name")).toHaveText("青沅县二〇二五年公报");
  const [report] = JSON.parse((await jiandu.exported("JSON")).text);
  expect(report.document).toMatchObject({ title: "青沅县二〇二五年公报", kind: "communique", date: "2025-01-14" });
  const book = await readXlsx(new Uint8Array((await jiandu.exported("XLSX")).bytes));
  const [head = [], row = []] = book.sheets.find((sheet) => sheet.name === "文件")?.rows ?? [];
  expect(row[head.indexOf("人工更正")]).toBe("标题; 种类");
  await jiandu.page.getByRole("button", { name: "更正", exact: true }).click();
  await jiandu.page.getByRole("button", { name: "还原为原文" }).click();
  await expect(jiandu.source.locator(".card-title")).toHaveText("青沅县政府工作报告");
  await expect(jiandu.source.locator(".card-kind")).toHaveText("政府工作报告");
});

test("a field that was not touched is still the text's own", async ({ jiandu }) => {
  await jiandu.dropReport();
  await correct(jiandu, { 标题: "报告" });
  await expect(jiandu.source.locator(".card-title")).toHaveText("报告");
  const [report] = JSON.parse((await jiandu.exported("JSON")).text);
  expect(report.document.dateSource).toBe("stated");
});

test("a place that no list of places knows is taken with a warning, not in silence", async ({ jiandu }) => {
  await jiandu.dropReport();
  await correct(jiandu, { 地方: "子虚乌有县" });
  await expect(jiandu.source.getByRole("alert")).toContainText("地名表里没有“子虚乌有县”");
  await correct(jiandu, { 地方: "武陟县" });
  await expect(jiandu.source.locator(".card-facts")).toContainText("焦作市");
  await expect(jiandu.source.getByRole("alert")).toHaveCount(0);
});

test("corrections survive a reload, by the text they are about, and go into the saved page", async ({
  jiandu,
  browser,
}, info) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await correct(jiandu, { 标题: "青沅县的报告", 日期: "2024-01-20" });
  await expect(jiandu.source.locator(".card-title")).toHaveText("青沅县的报告");
  await page.reload();
  jiandu.requests.length = 0;
  await jiandu.drop({ name: "other name.txt", content: REPORT });
  await expect(jiandu.source.locator(".card-title")).toHaveText("青沅县的报告");
  await expect(jiandu.source.locator(".card-facts")).toContainText("2024年1月20日");
  const file = info.outputPath("saved.html");
  copyFileSync((await jiandu.exported("存成网页")).path, file);
  // Another reader, with nothing kept: the page brings it along, also for the same text dropped once more.
  const context = await browser.newContext({ locale: "zh-CN" });
  const again = new Jiandu(await context.newPage());
  await again.page.goto(pathToFileURL(file).href);
  await expect(again.source.locator(".card-title")).toHaveText("青沅县的报告");
  await again.page.getByRole("button", { name: /^移除/u }).click();
  await again.drop({ name: "again.txt", content: REPORT });
  await expect(again.source.locator(".card-title")).toHaveText("青沅县的报告");
  expect(again.complaints).toEqual([]);
  await context.close();
});

test("the bound of a figure is edited, and stands in table and export", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.row("地区生产总值", "312.6").click();
  await jiandu.page.getByRole("button", { name: "改", exact: true }).click();
  await jiandu.page.locator(".judging-form").getByLabel("界限").selectOption({ label: "不少于" });
  await jiandu.page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(jiandu.row("地区生产总值", "312.6").locator(".c-value")).toHaveText("≥312.6亿元");
  const [report] = JSON.parse((await jiandu.exported("JSON")).text);
  const edited = report.figures.find((one: { judgement?: string }) => one.judgement === "edited");
  expect([edited.bound, edited.machine.bound]).toEqual(["at_least", "exact"]);
});

test("the same file dropped twice counts once and says so; another of its name is kept", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await jiandu.drop({ name: "report.txt", content: REPORT });
  await expect(page.getByText("“report.txt”已经在了，内容相同，只算一份")).toBeVisible();
  await expect(page.locator(".document")).toHaveCount(1);
  await jiandu.drop({ name: "report.txt", content: "2024年，全县粮食产量52.3万吨。" });
  await expect(page.getByText("已有同名的“report.txt”，内容不同，两份都留下")).toBeVisible();
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
});
