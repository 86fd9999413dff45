// What is filtered is what is seen, in every view, and what is exported.
import { dropCounty } from "./collection.js";
import { expect, INTERVIEW, parsedCsv, REPORT, test, type Jiandu } from "./page.js";

const facet = ({ page }: Jiandu, name: string) =>
  page.locator(".facet").filter({ has: page.getByRole("heading", { name }) });

async function choose(jiandu: Jiandu, name: string, value: string): Promise<void> {
  const pane = facet(jiandu, name);
  const head = pane.locator(".facet-head");
  if ((await head.getAttribute("aria-expanded")) === "false") await head.click();
  const box = pane.locator(".facet-value").filter({ has: jiandu.page.getByText(value, { exact: true }) });
  await box.getByRole("checkbox").check();
}

test("the sheet of key indicators follows the facets and the search", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await page.getByRole("tab", { name: "主要指标" }).click();
  const rows = page.locator(".indicators tbody tr");
  const all = await rows.count();
  expect(await page.locator(".indicators td.k-actual .indicator-cell").count()).toBeGreaterThan(0);
  await choose(jiandu, "性质", "目标");
  await expect(page.locator(".indicators td.k-actual .indicator-cell")).toHaveCount(0);
  expect(await page.locator(".indicators td.k-target .indicator-cell").count()).toBeGreaterThan(0);
  expect(await rows.count()).toBeLessThan(all);
  await page.getByRole("button", { name: "清除筛选" }).first().click();
  await expect(rows).toHaveCount(all);
  await page.getByRole("searchbox", { name: "搜索" }).fill("没有这样的话");
  await expect(page.locator(".indicators")).toHaveCount(0);
  await expect(page.getByText("没有符合条件的数据")).toBeVisible();
});

test("the panel shows and exports only what the facets let through, and the facets are there to be chosen", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  await expect(page.locator(".panel-grid .p-target").first()).toBeVisible();
  await choose(jiandu, "性质", "完成");
  await expect(page.locator(".panel-grid .p-target")).toHaveCount(0);
  await page.getByRole("button", { name: "长表" }).click();
  const facts = page.getByRole("table", { name: "长表" });
  await choose(jiandu, "指标", "一般公共预算收入");
  await expect(facts.getByRole("row").filter({ hasText: "地区生产总值" })).toHaveCount(0);
  const size = Number(await facts.getAttribute("aria-rowcount")) - 1;
  expect(size).toBeGreaterThan(2);
  await expect(page.locator(".across-size")).toHaveText(`${size} 行`);
  const { panel, promises } = JSON.parse((await jiandu.exported("JSON")).text);
  expect(panel).toHaveLength(size);
  expect(new Set(panel.map((row: { indicator: string }) => row.indicator))).toEqual(new Set(["一般公共预算收入"]));
  expect(promises.every((row: { indicator: string }) => row.indicator === "一般公共预算收入")).toBe(true);
});

test("promises, contradictions and charts follow the facets too", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^承诺/u);
  const all = await page.locator(".vow").count();
  await choose(jiandu, "指标", "城镇新增就业");
  await expect(page.locator(".vow")).not.toHaveCount(all);
  for (const heading of await page.locator(".vow-what").allTextContents()) expect(heading).toContain("城镇新增就业");
  await page.getByRole("tab", { name: /^矛盾/u }).click();
  await expect(page.locator(".dispute")).toHaveCount(0);
  await page.getByRole("tab", { name: /^图表/u }).click();
  await expect(page.locator(".chart-figure h2")).toContainText("城镇新增就业");
  await page.getByRole("button", { name: "清除筛选" }).first().click();
  await expect(page.locator(".chart-figure h2")).toContainText("地区生产总值");
});

test("a search that finds a sentence in the table of figures finds its rows in the panel", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  await page.getByRole("button", { name: "长表" }).click();
  await page.getByRole("searchbox", { name: "搜索" }).fill("经最终核实");
  await expect(page.getByRole("table", { name: "长表" })).toHaveAttribute("aria-rowcount", "2");
  await expect(page.getByRole("table", { name: "长表" })).toContainText("278.3亿元");
});

test("a facet that a view has no values for is said not to narrow it", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await choose(jiandu, "性质", "目标");
  await expect(page.locator(".facets-idle")).toHaveCount(0);
  await page.getByRole("tab", { name: /时间线/u }).click();
  await expect(page.locator(".facets-idle")).toHaveText("这里没有性质这一项，相应的筛选不起作用");
  await page.getByRole("tab", { name: "跨文件" }).click();
  await expect(page.locator(".facets-idle")).toHaveCount(0);
  await choose(jiandu, "口径", "总量水平");
  await page.getByRole("button", { name: "缺项" }).click();
  await expect(page.locator(".facets-idle")).toContainText("口径");
});

test("promises without a number are counted out aloud when facets are chosen that only figures have", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop({ name: "report.txt", content: REPORT }, { name: "interview.txt", content: INTERVIEW });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  await page.getByRole("tab", { name: "跨文件" }).click();
  await page.getByRole("tab", { name: /^承诺/u }).click();
  await expect(page.locator(".vow").first()).toBeVisible();
  await expect(page.locator(".left-out")).toHaveCount(0);
  await choose(jiandu, "口径", "增长率");
  await expect(page.locator(".left-out")).toContainText("条没有数字的承诺");
});

test("the ledger that is exported counts the promises in sight", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^承诺/u);
  await choose(jiandu, "指标", "城镇新增就业");
  await page.getByRole("button", { name: "账本" }).click();
  const cells = page.locator(".ledger-cell");
  await expect(cells.first()).toBeVisible();
  const shown = await cells.count();
  const [, ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
  expect(rows).toHaveLength(shown);
});
