// What was done and can be taken back: removals and corrections.
import { COUNTY, dropCounty } from "./collection.js";
import { hold } from "./held.js";
import { expect, Jiandu, REPORT, test } from "./page.js";

const done = '.document[data-at="done"]';

test("removing all documents can be undone, empties the address, and is said until it is dismissed", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^承诺/u);
  await page.getByRole("searchbox").fill("城镇新增就业");
  await expect.poll(() => new URL(page.url()).hash).toContain("view=promises");
  await page.getByRole("button", { name: "全部移除" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash).toBe("");
  const notice = page.locator(".notice");
  await expect(notice).toContainText("已移除 4 份文件");
  await notice.getByRole("button", { name: "撤销" }).click();
  await expect(page.locator(done)).toHaveCount(COUNTY.length);
  await expect(page.locator(".vow").first()).toContainText("城镇新增就业");
  await expect(page.getByRole("searchbox")).toHaveValue("城镇新增就业");
  await expect(notice).toHaveCount(0);
});

test("one document that was removed comes back with Ctrl+Z, and so does one that was being read", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  await page.getByRole("button", { name: "移除 云岭县2022.txt" }).click();
  await expect(page.locator(done)).toHaveCount(3);
  await page.keyboard.press("Control+z");
  await expect(page.locator(done)).toHaveCount(4);
  await expect(page.locator(".document-main").nth(1)).toHaveAttribute("title", "云岭县2022.txt");
  await jiandu.drop({ name: "long.txt", content: REPORT.repeat(40) });
  await expect(page.locator(".document")).toHaveCount(5);
  await page.getByRole("button", { name: "移除 long.txt" }).click();
  await expect(page.locator(".document")).toHaveCount(4);
  await page.keyboard.press("Control+z");
  await expect(page.locator(done)).toHaveCount(5);
});

test("a correction of day, place, title or kind is a step that Ctrl+Z takes back", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  const title = page.locator(".card-title");
  const before = (await title.textContent()) ?? "";
  await page.getByRole("button", { name: "更正" }).click();
  await page.locator(".card-form input[name=title]").fill("另一份报告");
  await page.locator(".card-form input[name=date]").fill("2031-01-02");
  await page.getByRole("button", { name: "重新分析" }).click();
  await expect(title).toHaveText("另一份报告");
  await expect(page.locator(".card-facts")).toContainText("2031年1月2日");
  await title.click();
  await page.keyboard.press("Control+z");
  await expect(title).toHaveText(before);
  await expect(page.locator(".card-facts")).not.toContainText("2031年1月2日");
});

test("a document that was removed and handed in again is not brought back a second time", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.drop(COUNTY[0], COUNTY[1]);
  await expect(page.locator(done)).toHaveCount(2);
  const all = await jiandu.table.getAttribute("aria-rowcount");
  await page.getByRole("button", { name: "移除 云岭县2022.txt" }).click();
  await expect(page.locator(done)).toHaveCount(1);
  await jiandu.drop(COUNTY[1]);
  await expect(page.locator(done)).toHaveCount(2);
  await page.keyboard.press("Control+z");
  // The step after it shows that the undo has been carried out.
  await page.getByRole("button", { name: "移除 云岭县2021.txt" }).click();
  await expect(page.locator(".document")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(page.locator(done)).toHaveCount(2);
  await expect(jiandu.table).toHaveAttribute("aria-rowcount", all ?? "");
});

test("undo pressed while a removed file that was handed in again is being read leaves it there once", async ({
  page,
}) => {
  const { release } = await hold(page, 2);
  const jiandu = new Jiandu(page);
  await jiandu.open();
  await jiandu.drop(COUNTY[0], COUNTY[1]);
  await expect(page.locator(done)).toHaveCount(2);
  const all = await jiandu.table.getAttribute("aria-rowcount");
  await page.getByRole("button", { name: "移除 云岭县2022.txt" }).click();
  await expect(page.locator(done)).toHaveCount(1);
  await jiandu.drop(COUNTY[1]);
  await expect(page.locator(".document")).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(page.locator(".document")).toHaveCount(3);
  await release();
  await expect(page.locator(".document")).toHaveCount(2);
  await expect(page.locator(done)).toHaveCount(2);
  await expect(jiandu.table).toHaveAttribute("aria-rowcount", all ?? "");
  expect(jiandu.complaints).toEqual([]);
});
