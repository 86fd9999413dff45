import { expect, parsedCsv, test } from "./page.js";
import { dropCounty, vow } from "./collection.js";

test("a promise opens target and result side by side, both quotes lit and in sight", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^承诺/u);
  const broken = vow(jiandu, "地区生产总值", "2022年到期");
  await broken.getByRole("button", { name: "并读" }).click();
  await expect(page.getByRole("region", { name: "左边" }).locator(".beside-quote")).toContainText("≈6.5%");
  await expect(page.getByRole("region", { name: "右边" }).locator(".beside-quote")).toContainText("+3.6%");
  await expect.poll(async () => (await jiandu.highlighted("lit")).sort()).toEqual(["3.6%", "6.5%"]);
});

test("a target of the panel that was judged opens side by side too", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  await page.getByRole("row").filter({ hasText: "城镇新增就业" }).getByRole("button", { name: "并读" }).first().click();
  await expect.poll(async () => (await jiandu.highlighted("lit")).length).toBe(2);
});

test("two documents stand side by side; what both tell lights both", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^并读/u);
  await page.getByRole("combobox", { name: "左边" }).selectOption({ label: "云岭县2023.txt" });
  await page.getByRole("combobox", { name: "右边" }).selectOption({ label: "云岭县2022年统计公报.txt" });
  const shared = page.locator(".shared-row").filter({ hasText: "290.3亿元" }).first();
  await shared.click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["290.3亿元", "290.3亿元"]);
  await page.getByRole("button", { name: "左右对调" }).click();
  await expect(page.getByRole("combobox", { name: "左边" })).toHaveValue(
    (await page
      .getByRole("combobox", { name: "左边" })
      .locator("option", { hasText: "统计公报" })
      .getAttribute("value")) ?? "",
  );
});

test("leaving the side-by-side view gives the marks of the source back", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^并读/u);
  await expect(page.locator("jd-source")).toHaveCount(2);
  await page.getByRole("tab", { name: /^数据/u }).click();
  await expect(page.locator("jd-source")).toHaveCount(1);
  await expect.poll(async () => (await jiandu.highlighted("figure")).length).toBeGreaterThan(3);
  await page.getByRole("searchbox").fill("290.3");
  await jiandu.row("地区生产总值", "290.3").click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["290.3亿元"]);
});

test("in a narrow window the two texts stand one above the other", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 390, height: 844 });
  await dropCounty(jiandu, /^并读/u);
  const [left, right] = [
    await page.getByRole("region", { name: "左边" }).boundingBox(),
    await page.getByRole("region", { name: "右边" }).boundingBox(),
  ];
  expect(right?.y ?? 0).toBeGreaterThanOrEqual((left?.y ?? 0) + (left?.height ?? 0));
});

test("a narrow window keeps the year of each number that two documents share", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^并读/u);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("combobox", { name: "左边" }).selectOption({ label: "云岭县2023.txt" });
  await page.getByRole("combobox", { name: "右边" }).selectOption({ label: "云岭县2022年统计公报.txt" });
  const years = page.locator(".shared-row").filter({ hasText: "290.3亿元" }).first().locator(".shared-period");
  await expect(years).toHaveText(["2022年", "2022年"]);
  for (const year of await years.all()) await expect(year).toBeVisible();
});

test("the lines that two documents share are what the side-by-side view exports, with both sentences", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^并读/u);
  await page.getByRole("combobox", { name: "左边" }).selectOption({ label: "云岭县2023.txt" });
  await page.getByRole("combobox", { name: "右边" }).selectOption({ label: "云岭县2022年统计公报.txt" });
  await expect(page.locator(".shared-row").filter({ hasText: "290.3亿元" }).first()).toBeVisible();
  const seen = Number(await page.locator(".shared [role=listitem]").first().getAttribute("aria-setsize"));
  const [head = [], ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
  expect(rows).toHaveLength(seen);
  const gdp = rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
  expect(gdp).toContainEqual(
    expect.objectContaining({
      指标: "地区生产总值",
      "左边 文件": "云岭县2023.txt",
      "右边 文件": "云岭县2022年统计公报.txt",
    }),
  );
});
