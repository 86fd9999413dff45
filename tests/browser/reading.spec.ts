import { mkdirSync, writeFileSync } from "node:fs";
import { INTERVIEW, REPORT, expect, test } from "./page.js";

test("a dropped file becomes a table of figures", async ({ jiandu }) => {
  await jiandu.drop({ name: "report.txt", content: REPORT });
  const row = jiandu.row("地区生产总值", "312.6");
  await expect(row).toBeVisible();
  await expect(row.locator(".c-value")).toHaveText("312.6亿元");
  await expect(row.locator(".c-period")).toHaveText("2024年");
  await expect(row.locator(".c-status")).toContainText("完成");
  const count = Number(await jiandu.table.getAttribute("aria-rowcount")) - 1;
  expect(count).toBeGreaterThan(80);
  await expect(jiandu.page.getByRole("tab", { name: /数据/u })).toContainText(String(count));
});

test("the card gives title, kind, place and day as understood", async ({ jiandu }) => {
  await jiandu.dropReport();
  const card = jiandu.source.getByRole("group", { name: "文件概况" });
  await expect(card.getByRole("heading")).toHaveText("青沅县政府工作报告");
  await expect(card).toContainText("政府工作报告");
  await expect(card).toContainText("青沅县");
  await expect(card).toContainText("2025年1月14日");
});

test("another day given by hand is analysed again", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await page.getByRole("button", { name: "更正" }).click();
  await page.getByLabel("日期").fill("2024-01-20");
  await page.getByRole("button", { name: "重新分析" }).click();
  await expect(jiandu.source).toContainText("2024年1月20日");
  await expect(jiandu.rows.first()).toBeVisible();
  await page.getByRole("button", { name: "更正" }).click();
  await page.getByRole("button", { name: "还原为原文" }).click();
  await expect(jiandu.source).toContainText("2025年1月14日");
});

test("several files are listed, and one of them can be looked at alone", async ({ jiandu }) => {
  await jiandu.drop({ name: "report.txt", content: REPORT }, { name: "interview.txt", content: INTERVIEW });
  await expect(jiandu.page.getByRole("listitem")).toHaveCount(2);
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(2);
  const all = Number(await jiandu.table.getAttribute("aria-rowcount"));
  await jiandu.page.locator(".document-main").nth(1).click();
  await expect(jiandu.table).not.toHaveAttribute("aria-rowcount", String(all));
  await expect(jiandu.source).toContainText("沈致远");
  await jiandu.page.getByRole("button", { name: "全部文件" }).click();
  await expect(jiandu.table).toHaveAttribute("aria-rowcount", String(all));
});

test("chosen files are read", async ({ jiandu }) => {
  const chooser = jiandu.page.waitForEvent("filechooser");
  await jiandu.page.getByRole("button", { name: "选择文件", exact: true }).click();
  await (await chooser).setFiles({ name: "report.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) });
  await expect(jiandu.row("地区生产总值", "312.6")).toBeVisible();
});

test("a chosen folder is read to the bottom, without what systems hide in it, and that is said", async ({
  jiandu,
}, info) => {
  const folder = info.outputPath("reports");
  mkdirSync(`${folder}/2025/county`, { recursive: true });
  writeFileSync(`${folder}/interview.txt`, INTERVIEW);
  writeFileSync(`${folder}/2025/county/report.txt`, REPORT);
  writeFileSync(`${folder}/2025/.DS_Store`, "hidden");
  const chooser = jiandu.page.waitForEvent("filechooser");
  await jiandu.page.getByRole("button", { name: "选择文件夹" }).click();
  await (await chooser).setFiles(folder);
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(2);
  await expect(jiandu.page.locator(".notice")).toContainText("1 个隐藏文件已跳过");
});

test("text in the dialog is read", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.getByRole("button", { name: "粘贴文字" }).click();
  await page.getByRole("textbox", { name: "文字" }).fill("2023年，全县地区生产总值463.3亿元，增长7.9%。");
  await page.getByLabel("名称").fill("一句话");
  await page.getByRole("button", { name: "开始分析" }).click();
  await expect(jiandu.row("地区生产总值", "463.3")).toBeVisible();
  await expect(jiandu.row("地区生产总值", "+7.9")).toBeVisible();
});

test("text pasted on the page is read", async ({ jiandu }) => {
  await jiandu.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "2023年，全县地区生产总值463.3亿元。");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  });
  await expect(jiandu.row("地区生产总值", "463.3")).toBeVisible();
});

test("each sample on the first screen is one click away", async ({ jiandu }) => {
  await jiandu.page.getByRole("button", { name: "青沅县政府工作报告" }).click();
  await expect(jiandu.row("地区生产总值", "312.6")).toBeVisible();
  await jiandu.page.getByRole("button", { name: "全部移除" }).click();
  await jiandu.page.getByRole("button", { name: "青沅县委书记访谈" }).click();
  await expect(jiandu.source).toContainText("沈致远");
  await expect(jiandu.rows.first()).toBeVisible();
});

test("a document can be removed, and the first screen comes back with the last", async ({ jiandu }) => {
  await jiandu.drop({ name: "report.txt", content: REPORT }, { name: "interview.txt", content: INTERVIEW });
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(2);
  await jiandu.page.getByRole("button", { name: "移除 report.txt" }).click();
  await expect(jiandu.page.getByRole("listitem")).toHaveCount(1);
  await expect(jiandu.source).toContainText("沈致远");
  await jiandu.page.getByRole("button", { name: "移除 interview.txt" }).click();
  await expect(jiandu.page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("in a narrow window the sheet shows a rank under what it ranks", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 390, height: 844 });
  await jiandu.drop({
    name: "yunling.txt",
    content:
      "云岭县人民政府工作报告\n——2025年1月10日在云岭县第十七届人民代表大会上\n\n一、2024年工作回顾\n全县地区生产总值完成290.3亿元，增长6.1%，总量居全市第3位。\n",
  });
  await expect(jiandu.rows.first()).toBeVisible();
  await page.getByRole("tab", { name: "主要指标" }).click();
  const rank = page.locator(".k-actual .rank-below").getByRole("button");
  await expect(rank).toBeVisible();
  await expect(rank).toContainText("第3位");
  await rank.click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["第3位"]);
});
