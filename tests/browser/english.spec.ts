// The page for a reader of English: names, units and whole cells.
import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import { path } from "../../www/build/project.mjs";
import { dropCounty } from "./collection.js";
import { expect, parsedCsv, REPORT, test, type Jiandu } from "./page.js";

/** What is cut off of the cells that are drawn. */
const cut = ({ page }: Jiandu, cells: string): Promise<string[]> =>
  page
    .locator(cells)
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent?.trim() ?? ""),
    );

test("indicators of the list have English names in every view across documents and in the sheet", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await page.getByRole("button", { name: "English" }).click();
  await dropCounty(jiandu, /^Panel/u);
  const grid = page.locator(".panel-grid");
  await expect(grid.locator(".p-head").filter({ hasText: "GDP" })).toBeVisible();
  await expect(grid).not.toContainText("地区生产总值");
  await page.getByRole("button", { name: "Long", exact: true }).click();
  await expect(page.locator(".l-indicator").filter({ hasText: "GDP" }).first()).toBeVisible();
  await page.getByRole("tab", { name: /^Promises/u }).click();
  await expect(page.locator(".vow h2").filter({ hasText: "New urban employment" }).first()).toBeVisible();
  await page.getByRole("tab", { name: /^Contradictions/u }).click();
  await expect(page.locator(".dispute h2").first()).toContainText("General public budget revenue");
  await page.getByRole("tab", { name: /^Charts/u }).click();
  await expect(page.locator(".chart-figure h2")).toContainText("GDP");
  await page.getByRole("button", { name: "Structure", exact: true }).click();
  await expect(page.locator(".chart-figure h2")).toContainText("Structure by sector");
  await page.getByRole("tab", { name: /^Key indicators/u }).click();
  await expect(page.locator(".indicators tbody th").filter({ hasText: "GDP" })).toBeVisible();
});

/** The first column of a table of the core's, or both of one of the page's. */
const table = (...place: string[]): string[][] =>
  readFileSync(path(...place), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));

test("every indicator and every unit of the lists has its English name, and no two indicators share one", () => {
  const names = new Map(table("www", "messages", "indicators_en.tsv").map(([id = "", name = ""]) => [id, name]));
  const listed = table("src", "lexicon", "data", "indicators.tsv").map(([id = ""]) => id);
  expect(listed.filter((id) => !names.get(id))).toEqual([]);
  expect([...names.values()].filter((name, at, all) => all.indexOf(name) !== at || /\p{sc=Han}/u.test(name))).toEqual(
    [],
  );
  const units = new Set(table("www", "messages", "units_en.tsv").map(([unit]) => unit));
  const written = table("src", "lexicon", "data", "units.tsv").map(([, unit = ""]) => unit);
  expect(written.filter((unit) => /\p{sc=Han}/u.test(unit) && !units.has(unit))).toEqual([]);
});

test("what is exported in English has English indicators, units, headings, calculations and notes", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await page.getByRole("button", { name: "English" }).click();
  await dropCounty(jiandu, /^Panel/u);
  await page.getByRole("tab", { name: /^Figures/u }).click();
  await expect(jiandu.row("GDP", "25.14")).toBeVisible();
  const [head = [], ...figures] = parsedCsv((await jiandu.exported("CSV")).text);
  const column = (heading: string): string[] => figures.map((row) => row[head.indexOf(heading)] ?? "");
  expect(column("indicator")).toContain("General public budget revenue");
  expect([...column("indicator"), ...column("unit")].filter((cell) => /\p{sc=Han}/u.test(cell))).toEqual([]);

  await page.getByRole("tab", { name: /^Across/u }).click();
  await expect(page.locator(".across-state")).toContainText(/^4 documents/u);
  const { sheets } = await readXlsx(new Uint8Array((await jiandu.exported("XLSX")).bytes));
  const words = ["Indicator", "Unit", "In numbers", "In short"];
  const chinese = sheets.flatMap(({ name, rows: [headings = [], ...rows] }) =>
    rows
      .flatMap((row) =>
        row.filter((cell, at) => words.includes(String(headings[at])) && /\p{sc=Han}/u.test(String(cell ?? ""))),
      )
      .concat(
        headings.filter((one) => /\p{sc=Han}/u.test(String(one))),
        /\p{sc=Han}/u.test(name) ? [name] : [],
      ),
  );
  // Of whom a contradiction is has no English name.
  expect(chinese.map((cell) => String(cell).replace("云岭县", "")).filter((cell) => /\p{sc=Han}/u.test(cell))).toEqual(
    [],
  );
  const calculations = sheets
    .flatMap(({ rows }) => rows.flat())
    .filter((cell) => /\d people [≥<] /u.test(String(cell)));
  expect(calculations).not.toEqual([]);
});

test("the filters and the search know the English names", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.getByRole("button", { name: "English" }).click();
  await jiandu.dropReport();
  await page.locator(".facet-head", { hasText: "Indicator" }).click();
  await expect(page.locator(".facet-label").filter({ hasText: "GDP ·" }).first()).toBeVisible();
  await page.locator("#search").fill("public budget revenue");
  await expect(jiandu.rows.first()).toContainText("General public budget revenue");
});

test("no cell of the panel is cut off in English", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "English" }).click();
  await dropCounty(jiandu, /^Panel/u);
  for (const form of ["A place", "A year", "Wide"]) {
    const choice = page.getByRole("button", { name: form, exact: true });
    await choice.click();
    await expect(choice).toHaveAttribute("aria-pressed", "true");
    await expect(page.locator(".p-value").first()).toBeVisible();
    expect(await cut(jiandu, ".p-value")).toEqual([]);
  }
  await page.getByRole("button", { name: "Long", exact: true }).click();
  await expect(page.locator(".l-status").nth(1)).toBeVisible();
  expect(await cut(jiandu, ".l-status, .l-measure, .l-value")).toEqual([]);
});

test("the way to both sentences stands clear of the target", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  const aim = page.locator(".p-aim:has(.p-beside)").first();
  await aim.hover();
  const [target, button] = [await aim.locator(".p-target").boundingBox(), await aim.locator(".p-beside").boundingBox()];
  expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual((target?.y ?? 0) + 2);
});

for (const width of [1440, 1280, 390, 360]) {
  test(`the target stands in sight beside the result in a window ${width} pixels wide`, async ({ jiandu }) => {
    const { page } = jiandu;
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole("button", { name: "English" }).click();
    await jiandu.dropReport();
    await page.getByRole("tab", { name: /^Key indicators/u }).click();
    const sheet = page.locator(".indicators");
    await expect(sheet.locator(".k-target .indicator-cell").first()).toBeVisible();
    expect(await sheet.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
    const name = await sheet.locator("tbody th").first().boundingBox();
    expect(name?.width ?? 0).toBeGreaterThan(70);
  });
}

test("every view has a heading of the first level, and Escape closes the form of corrections", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.drop({ name: "report.txt", content: REPORT }, { name: "again.txt", content: `${REPORT}\n` });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  for (const view of [/^主要指标/u, /^时间线/u, /^文件表/u, /^跨文件/u]) {
    const tab = page.getByRole("tab", { name: view });
    await tab.click();
    await expect(tab).toHaveAttribute("aria-selected", "true");
    await expect(page.locator("section.data > h1")).toHaveCount(1);
  }
  await page.getByRole("button", { name: "导出" }).click();
  await expect(page.getByRole("menuitem", { name: "打印" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "存成网页" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "更正" }).click();
  await expect(page.locator(".card-form input[name=title]")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator(".card-form")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "更正" })).toBeFocused();
});
