import type { Locator } from "@playwright/test";
import { expect, Jiandu, parsedCsv, REPORT, test } from "./page.js";

const verdict = (jiandu: Jiandu, name: "对" | "错" | "改"): Locator =>
  jiandu.page.getByRole("group", { name: "核对" }).getByRole("button", { name, exact: true });

const gdp = (jiandu: Jiandu) => jiandu.row("地区生产总值", "312.6");

async function edit(jiandu: Jiandu, fields: Record<string, string>): Promise<void> {
  await verdict(jiandu, "改").click();
  for (const [name, value] of Object.entries(fields))
    await jiandu.page.locator(".judging-form").getByLabel(name, { exact: true }).fill(value);
  await jiandu.page.getByRole("button", { name: "保存", exact: true }).click();
}

test("a figure is judged right, wrong or edited, and the edit holds in table, sheet and source while the machine's reading is kept beside it", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await gdp(jiandu).click();
  await verdict(jiandu, "对").click();
  await expect(verdict(jiandu, "对")).toHaveAttribute("aria-pressed", "true");
  await expect(gdp(jiandu)).toContainText("核对无误");
  await verdict(jiandu, "错").click();
  await expect(verdict(jiandu, "对")).toHaveAttribute("aria-pressed", "false");
  await expect(gdp(jiandu)).toContainText("读错");
  await edit(jiandu, { 数值: "321.6", 指标: "地区生产总值（快报）", 时期: "2024H1" });
  const row = jiandu.row("地区生产总值（快报）", "321.6");
  await expect(row.locator(".c-value")).toHaveText("321.6亿元");
  await expect(row.locator(".c-period")).toHaveText("2024年上半年");
  await expect(page.locator(".machine")).toContainText("地区生产总值 · 312.6亿元 · 2024年 · 完成");
  // The words of the document stay what they are.
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["312.6亿元"]);
});

test("unit and status can be edited too, ratios and ranges are written as documents write them, and nonsense is refused", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await gdp(jiandu).click();
  await verdict(jiandu, "改").click();
  await page.getByRole("textbox", { name: "数值" }).fill("约三百");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  const complaint = page.locator(".judging-form").getByRole("alert");
  await expect(complaint).toHaveText("写成数，如 463.3；区间 6–6.5；比例 9.9:58.3:31.8");
  await expect(page.getByRole("textbox", { name: "数值" })).toHaveAccessibleDescription(/写成数/u);
  await expect(page.getByRole("textbox", { name: "数值" })).toBeFocused();
  await page.getByRole("textbox", { name: "数值" }).fill("310-320");
  await page.getByRole("textbox", { name: "单位" }).fill("亿美元");
  await page.getByRole("textbox", { name: "时期" }).fill("前年");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(complaint).toContainText("写成 2024、2024H1");
  await expect(page.getByRole("textbox", { name: "时期" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "时期" }).fill("2023/2024");
  await page.locator(".judging-form select[name=status]").selectOption({ label: "预计" });
  await page.getByRole("button", { name: "保存", exact: true }).click();
  const row = jiandu.row("地区生产总值", "310–320");
  await expect(row.locator(".c-value")).toHaveText("310–320亿美元");
  await expect(row.locator(".c-period")).toHaveText("2023–2024年");
  await expect(row.locator(".c-status")).toContainText("预计");
});

test("judgements survive a reload, by the text they are about and not by its file's name", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await gdp(jiandu).click();
  await edit(jiandu, { 数值: "321.6" });
  await jiandu.row("地区生产总值", "+6.1").click();
  await page.keyboard.press("n");
  await expect(jiandu.row("地区生产总值", "+6.1")).toContainText("读错");
  await page.waitForTimeout(100);
  await page.reload();
  await jiandu.drop({ name: "另一个名字.txt", content: REPORT });
  await expect(jiandu.row("地区生产总值", "321.6")).toContainText("人工更正");
  await expect(jiandu.row("地区生产总值", "+6.1")).toContainText("读错");
  await page.getByRole("button", { name: "更正", exact: true }).click();
  await page.getByLabel("地方").fill("云岭县");
  await page.getByRole("button", { name: "重新分析" }).click();
  await expect(jiandu.row("地区生产总值", "321.6")).toContainText("人工更正");
});

test("judgements are undone step by step, and a single one can be taken back", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await gdp(jiandu).click();
  await page.keyboard.press("y");
  await expect(gdp(jiandu)).toContainText("核对无误");
  await edit(jiandu, { 数值: "1" });
  await expect(jiandu.row("地区生产总值", "1亿元")).toContainText("人工更正");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(gdp(jiandu)).toContainText("核对无误");
  await page.keyboard.press("Control+z");
  await expect(gdp(jiandu)).not.toContainText("核对无误");
  await expect(page.getByRole("button", { name: "撤销" })).toHaveCount(0);
  await page.keyboard.press("n");
  await verdict(jiandu, "错").click();
  await expect(gdp(jiandu)).not.toContainText("读错");
  // Taken back means taken back, also after a reload.
  await page.reload();
  await jiandu.dropReport();
  await expect(gdp(jiandu)).toBeVisible();
  await expect(jiandu.rows.locator(".said")).toHaveCount(0);
});

test("judgements go into the exports with a column that says so", async ({ jiandu }) => {
  await jiandu.dropReport();
  await gdp(jiandu).click();
  await edit(jiandu, { 数值: "321.6" });
  await jiandu.row("地区生产总值", "+6.1").click();
  await expect(jiandu.page.locator(".reading-main")).toContainText("+6.1");
  await verdict(jiandu, "错").click();
  const [head = [], ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
  const at = (name: string) => head.indexOf(name);
  const edited = rows.filter((row) => row[at("核对")] === "人工更正");
  expect(edited.map((row) => [row[at("数值")], row[at("原文")], row[at("机器读数")]])).toEqual([
    ["32160000000", "312.6亿元", "地区生产总值 · 312.6亿元 · 2024年 · 完成"],
  ]);
  expect(rows.filter((row) => row[at("核对")] === "读错")).toHaveLength(1);
  expect(rows.filter((row) => row[at("核对")] === "")).toHaveLength(rows.length - 2);
  const [report] = JSON.parse((await jiandu.exported("JSON")).text);
  const judged = report.figures.filter((figure: { judgement?: string }) => figure.judgement);
  expect(judged.map((figure: { judgement: string }) => figure.judgement)).toEqual(["edited", "wrong"]);
  expect(judged[0].value).toBe(32_160_000_000);
  expect(judged[0].machine.value).toBe(31_260_000_000);
});

test("where the browser forbids keeping, judging works and a plain note says that it ends with the page", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "indexedDB", {
      get() {
        throw new DOMException("forbidden here", "SecurityError");
      },
    });
  });
  const jiandu = new Jiandu(page);
  await jiandu.open();
  await jiandu.dropReport();
  await gdp(jiandu).click();
  await expect(page.locator(".unkept")).toHaveCount(0);
  await verdict(jiandu, "对").click();
  await expect(page.locator(".unkept")).toContainText("关掉页面核对就没了");
  await expect(gdp(jiandu)).toContainText("核对无误");
  expect(jiandu.complaints).toEqual([]);
});

test("on a phone the form of an edit leaves the words it is about in sight", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 390, height: 844 });
  await jiandu.dropReport();
  await jiandu.row("地区生产总值", "312.6").click();
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
  await page.getByRole("button", { name: "改", exact: true }).click();
  await expect(page.getByRole("button", { name: "保存" })).toBeVisible();
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
});
