// While documents are still being read: what is shown across them says of how many it is, and what leaves the page waits.
import { COUNTY } from "./collection.js";
import { hold } from "./held.js";
import { expect, Jiandu, parsedCsv, test } from "./page.js";

test("a view across part of the documents says of how many, and an export waits for all of them", async ({ page }) => {
  const { release } = await hold(page, 2);
  const jiandu = new Jiandu(page);
  await jiandu.open();
  await jiandu.drop(...COUNTY);
  await page.getByRole("tab", { name: /^跨文件/u }).click();
  await page.getByRole("tab", { name: /^对照表/u }).click();
  const state = page.locator(".across-state");
  await expect(state).toHaveText("已比对 2 / 4 份，还在继续");
  await expect(page.locator("#across-body")).toHaveAttribute("aria-busy", "true");
  await expect(page.locator(".panel-grid")).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(state).toHaveText("2 of 4 documents compared so far");
  await page.getByRole("tab", { name: /^Panel/u }).click();
  await page.getByRole("button", { name: "Missing" }).click();
  let saved = false;
  const file = jiandu.exported("CSV").then((exported) => {
    saved = true;
    return exported;
  });
  await expect(page.locator(".notice")).toBeVisible();
  expect(saved).toBe(false);
  await release();
  const rows = parsedCsv((await file).text).slice(1);
  const documents = new Set(rows.map((row) => row[0]));
  // The communiqué and the third report lack something; whichever two were read first, the file knows them.
  expect([...documents]).toEqual(expect.arrayContaining(["云岭县2022年统计公报.txt", "云岭县2023.txt"]));
  await expect(state).toHaveText(/^4 documents/u);
  await expect(page.locator("#across-body")).toHaveAttribute("aria-busy", "false");
  expect(jiandu.complaints).toEqual([]);
});

test("a view across documents keeps up with the files while others are still being read", async ({ page }) => {
  const { release, releaseOne } = await hold(page, 2);
  const jiandu = new Jiandu(page);
  await jiandu.open();
  await jiandu.drop(...COUNTY);
  await page.getByRole("tab", { name: /^跨文件/u }).click();
  const state = page.locator(".across-state");
  await expect(state).toHaveText("已比对 2 / 4 份，还在继续");
  await releaseOne();
  await expect(state).toHaveText("已比对 3 / 4 份，还在继续");
  await release();
  await expect(state).toContainText("4 份文件");
  expect(jiandu.complaints).toEqual([]);
});
