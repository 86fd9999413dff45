// What a view shows is what its files hold, and what the menu says of them before they are written.
import { readXlsx } from "hucre/xlsx";
import { COUNTY, dropCounty, judge } from "./collection.js";
import { expect, parsedCsv, test, type Jiandu } from "./page.js";

/** What the menu says of a choice. */
async function hint({ page }: Jiandu, choice: string): Promise<string> {
  await page.getByRole("button", { name: "导出" }).click();
  const said = await page.getByRole("menuitem", { name: choice }).locator(".menu-hint").textContent();
  await page.keyboard.press("Escape");
  return (said ?? "").replaceAll(",", "");
}

const numbers = (words: string): number[] => (words.match(/\d+/gu) ?? []).map(Number);

async function csvRows(jiandu: Jiandu): Promise<string[][]> {
  return parsedCsv((await jiandu.exported("CSV")).text);
}

/** The menu's number of rows is that of the CSV, and its sheets, with their rows where it tells them, are those of the workbook. */
async function holdsWhatIsSaid(jiandu: Jiandu): Promise<string[][]> {
  const rows = await csvRows(jiandu);
  expect(numbers(await hint(jiandu, "CSV")), await hint(jiandu, "CSV")).toEqual([rows.length - 1]);
  const said = await hint(jiandu, "XLSX");
  const { sheets } = await readXlsx((await jiandu.exported("XLSX")).bytes);
  const names = sheets.map(({ name }) => name);
  expect(said).toMatch(
    said.endsWith("行")
      ? new RegExp(`：${sheets.map(({ name, rows }) => `${name} ${rows.length - 1} 行`).join("、")}$`, "u")
      : new RegExp(`^${names.length} 张工作表：${names.join("、")}$`, "u"),
  );
  return rows;
}

test("in the timeline the files hold the entries seen, and the menu counts them", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await page.getByRole("tab", { name: /^时间线/u }).click();
  await page.getByRole("checkbox", { name: /^期限/u }).check();
  await expect(page.locator(".shown")).toContainText("/");
  const shown = Number(await page.locator(".entry-row").first().getAttribute("aria-setsize"));
  const [head = [], ...rows] = await holdsWhatIsSaid(jiandu);
  expect(rows).toHaveLength(shown);
  expect(new Set(rows.map((row) => row[head.indexOf("事项")]))).toEqual(new Set(["期限"]));
  const { sheets } = await readXlsx((await jiandu.exported("XLSX")).bytes);
  expect(sheets[0]?.name).toBe("时间线");
  expect(sheets[0]?.rows).toHaveLength(shown + 1);
  const said = numbers(await hint(jiandu, "JSON"));
  const reports = JSON.parse((await jiandu.exported("JSON")).text) as {
    timeline: { figures: string[] }[];
    figures: { id: string }[];
  }[];
  const entries = reports.flatMap(({ timeline }) => timeline);
  const figures = reports.flatMap((report) => report.figures);
  expect(said).toEqual([reports.length, figures.length, entries.length]);
  expect(entries).toHaveLength(shown);
  // Of the figures only those that an entry rests on.
  const told = new Set(entries.flatMap((entry) => entry.figures));
  expect(new Set(figures.map(({ id }) => id))).toEqual(told);
});

test("the JSON of the key indicators holds their figures, and the timeline that rests on them", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await page.getByRole("tab", { name: /^主要指标/u }).click();
  const said = numbers(await hint(jiandu, "JSON"));
  const [report] = JSON.parse((await jiandu.exported("JSON")).text) as {
    timeline: { figures: string[] }[];
    figures: { id: string }[];
  }[];
  const ids = new Set(report?.figures.map(({ id }) => id));
  expect(said).toEqual([1, ids.size, report?.timeline.length]);
  expect(report?.timeline.length).toBeGreaterThan(0);
  expect(report?.timeline.every(({ figures }) => figures.some((id) => ids.has(id)))).toBe(true);
});

test("in every view of the documents the menu says what the files hold", async ({ jiandu }) => {
  // Some dozens of files are written and read.
  test.slow();
  const { page } = jiandu;
  await jiandu.drop(...COUNTY, { name: "empty.txt", content: "" });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(COUNTY.length);
  await expect(page.locator('.document[data-at="failed"]')).toHaveCount(1);
  await page.getByRole("searchbox", { name: "搜索" }).fill("就业");
  await expect(page.locator(".shown")).toContainText("/");
  const of = async (view: RegExp): Promise<{ rows: string[][]; json: unknown[]; said: number[] }> => {
    await page.getByRole("tab", { name: view }).click();
    const rows = await holdsWhatIsSaid(jiandu);
    const json = JSON.parse((await jiandu.exported("JSON")).text) as unknown[];
    return { rows, json, said: numbers(await hint(jiandu, "JSON")) };
  };
  type Told = { figures: unknown[]; timeline: unknown[] };
  const counted = (json: unknown[]): number[] => [
    json.length,
    (json as Told[]).reduce((sum, { figures }) => sum + figures.length, 0),
    (json as Told[]).reduce((sum, { timeline }) => sum + timeline.length, 0),
  ];
  const figures = await of(/^数据/u);
  expect(figures.rows).toHaveLength(Number(await jiandu.table.getAttribute("aria-rowcount")));
  expect(figures.said).toEqual(counted(figures.json));
  const sentences = await of(/^原文命中/u);
  expect(sentences.rows).toHaveLength(1 + Number(await page.locator(".passage").first().getAttribute("aria-setsize")));
  expect(sentences.rows.slice(1).every((row) => row.some((cell) => cell.includes("就业")))).toBe(true);
  expect(sentences.said).toEqual([sentences.json.length]);
  const timeline = await of(/^时间线/u);
  expect(timeline.rows).toHaveLength(1 + Number(await page.locator(".entry-row").first().getAttribute("aria-setsize")));
  expect(timeline.said).toEqual(counted(timeline.json));
  const indicators = await of(/^主要指标/u);
  expect(indicators.rows).toHaveLength(1 + (await page.locator(".indicators tbody tr").count()));
  expect(indicators.said).toEqual(counted(indicators.json));
  const files = await of(/^文件表/u);
  expect(files.rows).toHaveLength(Number(await page.locator("#files").getAttribute("aria-rowcount")));
  expect(files.said).toEqual(counted(files.json));
});

test("in every view across documents the menu says what the files hold", async ({ jiandu }) => {
  // Some dozens of files are written and read.
  test.slow();
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  await judge(jiandu, "云岭县2022.txt", "地区生产总值", "6.5%", "n");
  await judge(jiandu, "云岭县2021.txt", "地区生产总值", "251.4", "255.5");
  await page.getByRole("tab", { name: "跨文件" }).click();
  await expect(page.locator(".panel-grid .p-value").filter({ hasText: "255.5亿元" })).toHaveCount(1);
  for (const form of ["一地", "一指标", "一年", "宽表", "长表", "缺项"]) {
    await page.locator(".across-bar .choices button").filter({ hasText: form }).click();
    await holdsWhatIsSaid(jiandu);
  }
  for (const view of [/^承诺/u, /^矛盾/u, /^图表/u, /^并读/u]) {
    await page.getByRole("tab", { name: view }).click();
    await holdsWhatIsSaid(jiandu);
  }
  await page.getByRole("tab", { name: /^承诺/u }).click();
  const collection = JSON.parse((await jiandu.exported("JSON")).text) as Record<string, unknown[]>;
  const size = (name: string): number => collection[name]?.length ?? 0;
  expect(numbers(await hint(jiandu, "JSON"))).toEqual([
    size("panel"),
    size("promises") + size("commitments"),
    size("conflicts"),
    size("revisions"),
    size("checks"),
    size("absent"),
  ]);
  await page.getByRole("button", { name: "账本" }).click();
  await holdsWhatIsSaid(jiandu);
});

test("the JSON of one document across documents names only documents that its rows rest on", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  const names = async (): Promise<string[]> =>
    (JSON.parse((await jiandu.exported("JSON")).text) as { documents: { name: string }[] }).documents.map(
      ({ name }) => name,
    );
  expect(await names()).toHaveLength(COUNTY.length);
  await page.locator('.document-main[title="云岭县2021.txt"]').click();
  await page.getByRole("tab", { name: "跨文件" }).click();
  await expect(page.locator(".panel-grid .p-value").filter({ hasText: "251.4亿元" })).toBeVisible();
  // Its targets are kept or missed by the report of the next year; the others tell nothing of it.
  expect((await names()).sort()).toEqual(["云岭县2021.txt", "云岭县2022.txt"]);
});
