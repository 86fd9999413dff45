// Files that are no documents of the usual kinds: pages that this program saved, the program itself, spreadsheets.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeXlsx } from "hucre/xlsx";
import { COUNTY } from "./collection.js";
import { expect, FILE, REPORT, test, type Jiandu } from "./page.js";

const PROGRAM = readFileSync(fileURLToPath(FILE));

async function failed({ page }: Jiandu, name: string, why: string): Promise<void> {
  await expect(page.locator('.document[data-at="failed"]').filter({ hasText: name })).toContainText(why);
}

test("a saved page that is dropped gives back its documents and what was judged in them, beside those that are here", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop(COUNTY[0], COUNTY[1]);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  await page.locator('.document-main[title="云岭县2021.txt"]').click();
  await jiandu.row("地区生产总值", "251.4").click();
  await page.getByRole("group", { name: "核对" }).getByRole("button", { name: "改", exact: true }).click();
  await page.getByRole("textbox", { name: "数值" }).fill("255.5");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(jiandu.row("地区生产总值", "255.5")).toBeVisible();
  const saved = await jiandu.exported("存成网页");

  // A page that has never seen them: its database is empty.
  await page.evaluate(() => indexedDB.deleteDatabase("jiandu"));
  await page.goto("about:blank");
  await jiandu.open();
  await jiandu.drop(COUNTY[2], { name: saved.name, content: saved.bytes });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(3);
  await expect(page.locator(".notice")).toContainText("取回其中 2 份文件和核对");
  await page.getByRole("searchbox").fill("地区生产总值 2020");
  await expect(jiandu.row("地区生产总值", "255.5")).toContainText("人工更正");
});

test("the program itself, dropped as a file, is said to be that", async ({ jiandu }) => {
  await jiandu.drop({ name: "jiandu.html", content: PROGRAM });
  await failed(jiandu, "jiandu.html", "这是简牍程序本身，里面没有存文件");
});

test("a spreadsheet is said to be one, and what to do; one cut short is said to be damaged", async ({ jiandu }) => {
  const { page } = jiandu;
  const sheet = await writeXlsx({ sheets: [{ name: "一", rows: [["地区生产总值", 312.6]] }] });
  await jiandu.drop(
    { name: "figures.xlsx", content: sheet },
    { name: "broken.xlsx", content: sheet.subarray(0, Math.floor(sheet.length * 0.7)) },
  );
  await failed(jiandu, "figures.xlsx", "这是电子表格");
  await failed(jiandu, "broken.xlsx", "文件损坏");
  await page.locator('.document-main[title="figures.xlsx"]').click();
  await expect(page.getByText("另存为 CSV 或网页")).toBeVisible();
  await page.locator('.document-main[title="broken.xlsx"]').click();
  await expect(page.getByText("重新下载或另存一份", { exact: true })).toBeVisible();
});

test("a file given by hand is read although its name begins with a dot", async ({ jiandu }) => {
  await jiandu.drop({ name: ".报告.txt", content: REPORT });
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(1);
  await expect(jiandu.rows.first()).toBeVisible();
});
