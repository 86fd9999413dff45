import { expect, INTERVIEW, type Jiandu, parsedCsv, REPORT, test } from "./page.js";

const facet = (jiandu: Jiandu, name: string) =>
  jiandu.page.locator(".facet").filter({ has: jiandu.page.getByRole("button", { name }) });

/** The value with its count, of a facet that is unfolded for it. */
async function choose(jiandu: Jiandu, name: string, value: RegExp | string): Promise<number> {
  const pane = facet(jiandu, name);
  const head = pane.locator(".facet-head");
  if ((await head.getAttribute("aria-expanded")) === "false") await head.click();
  const label = jiandu.page.locator(".facet-label").getByText(value, { exact: typeof value === "string" });
  const choice = pane.locator(".facet-value").filter({ has: label }).first();
  const count = Number((await choice.locator(".facet-count").textContent())?.replaceAll(",", ""));
  await choice.getByRole("checkbox").check();
  return count;
}

const shown = async (jiandu: Jiandu) => Number(await jiandu.table.getAttribute("aria-rowcount")) - 1;

const FACETS: [name: string, value: RegExp | string, column: string, expected: RegExp][] = [
  ["性质", "目标", "性质", /^目标$/u],
  ["口径", "增长率", "口径", /^增长率$/u],
  ["领域", "财政", "指标", /./u],
  ["指标", "地区生产总值", "指标", /^地区生产总值$/u],
  ["主体", "青沅县", "主体", /^青沅县$/u],
  ["时期", "2024", "时期止", /^2024-/u],
  ["承诺力度", "力争", "力度", /^力争$/u],
  ["把握", /^高/u, "把握", /^(?:0\.9\d*|1)$/u],
  ["核对", "未核对", "核对", /^$/u],
  ["文件", "interview.txt", "文件", /^interview\.txt$/u],
];

for (const [name, value, column, expected] of FACETS) {
  test(`the facet ${name} counts its values, narrows the table to one of them and the export with it`, async ({
    jiandu,
  }) => {
    await jiandu.drop({ name: "report.txt", content: REPORT }, { name: "interview.txt", content: INTERVIEW });
    await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(2);
    const count = await choose(jiandu, name, value);
    expect(count).toBeGreaterThan(0);
    await expect.poll(() => shown(jiandu)).toBe(count);
    const [head = [], ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
    expect(rows).toHaveLength(count);
    const at = head.indexOf(column);
    expect(at, `a column ${column}`).toBeGreaterThanOrEqual(0);
    for (const row of rows) expect(row[at]).toMatch(expected);
  });
}

test("a document that no figure or entry in sight comes from is in no export either", async ({ jiandu }) => {
  await jiandu.drop({ name: "report.txt", content: REPORT }, { name: "interview.txt", content: INTERVIEW });
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(2);
  await choose(jiandu, "文件", "interview.txt");
  const reports: { document: { name: string } }[] = JSON.parse((await jiandu.exported("JSON")).text);
  expect(reports.map(({ document }) => document.name)).toEqual(["interview.txt"]);
});

test("facets are alternatives within one and both must hold between two; the address holds them all, and opens the same view again", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop({ name: "report.txt", content: REPORT }, { name: "interview.txt", content: INTERVIEW });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  const level = await choose(jiandu, "口径", "总量水平");
  const rate = await choose(jiandu, "口径", "增长率");
  await expect.poll(() => shown(jiandu)).toBe(level + rate);
  const both = await choose(jiandu, "性质", "目标");
  expect(both).toBeLessThan(level + rate);
  await expect.poll(() => shown(jiandu)).toBe(both);
  await page.getByRole("searchbox").fill("增长");
  await choose(jiandu, "文件", "report.txt");
  await expect.poll(() => new URL(page.url()).hash).toContain("document=report.txt");
  const before = await shown(jiandu);
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  jiandu.requests.length = 0;
  await jiandu.drop({ name: "report.txt", content: REPORT }, { name: "interview.txt", content: INTERVIEW });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  await expect.poll(() => shown(jiandu)).toBe(before);
  await expect(page.getByRole("searchbox")).toHaveValue("增长");
});

test("among many values of a facet one is looked for by its name", async ({ jiandu }) => {
  await jiandu.dropReport();
  const pane = facet(jiandu, "指标");
  await pane.locator(".facet-head").click();
  await expect(pane.locator(".facet-value")).toHaveCount(8);
  await pane.locator(".facet-more").click();
  await pane.getByRole("searchbox").fill("农田");
  await expect(pane.locator(".facet-value").first()).toContainText("农田");
  await pane.getByRole("checkbox").first().check();
  await expect(jiandu.rows.first()).toContainText("农田");
});

test("the search finds words of the text where no figure stands, sentence by sentence, and each leads to its place", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop({ name: "report.txt", content: REPORT }, { name: "interview.txt", content: INTERVIEW });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  await expect(page.getByRole("tab", { name: /原文命中/u })).toHaveCount(0);
  await page.getByRole("searchbox").fill("各位代表");
  await page.getByRole("tab", { name: /原文命中/u }).click();
  const list = page.getByRole("listbox", { name: "原文命中的句子" });
  const occurrences = REPORT.split("各位代表").length + INTERVIEW.split("各位代表").length - 2;
  await expect(list.getByRole("option").first()).toHaveAttribute("aria-setsize", String(occurrences));
  await list.getByRole("option").last().click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["各位代表"]);
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
  await page.keyboard.press("k");
  if (occurrences > 1)
    await expect(list.getByRole("option").nth(occurrences - 2)).toHaveAttribute("aria-selected", "true");
  await page.getByRole("searchbox").fill("没有这样的话");
  await expect(page.getByText("原文里没有这些话")).toBeVisible();
});

test("in a narrow window a filter shows that it is on, and lets go from where the rows are", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 390, height: 844 });
  await jiandu.dropReport();
  const all = await jiandu.table.getAttribute("aria-rowcount");
  await expect(page.locator(".shown")).toBeHidden();
  await page.locator(".panes").getByRole("button", { name: "文件" }).click();
  await page.getByRole("checkbox", { name: /^目标/u }).check();
  await expect(page.locator(".panes").getByRole("button", { name: /文件\s*（筛选中）/u })).toBeVisible();
  await page.locator(".panes").getByRole("button", { name: "数据" }).click();
  await expect(page.locator(".shown")).toContainText(` / ${Number(all) - 1}`);
  await page.locator(".shown").getByRole("button", { name: "清除筛选" }).click();
  await expect(jiandu.table).toHaveAttribute("aria-rowcount", all ?? "");
  await expect(page.locator(".shown")).toBeHidden();
});

test("a search says what it searches, puts figures that are what was sought before those in whose sentence it only stands, and marks why each is there", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop({
    name: "云岭县.txt",
    content:
      "2024年，云岭县为发展工业，新建标准厂房12万平方米。全县旅游收入9.3亿元，其中乡村旅游占四成。规模以上工业增加值增长8.1%。",
  });
  await expect(jiandu.rows.first()).toBeVisible();
  const search = page.getByRole("searchbox");
  await expect(search).toHaveAttribute("placeholder", "搜指标、主体、时期和原句");
  await expect(search).toHaveAttribute("title", /数字所在的整句/u);
  await search.fill("工业");
  await expect(jiandu.rows).toHaveCount(2);
  await expect(jiandu.rows.first().locator(".c-indicator")).toContainText("工业增加值");
  await expect(jiandu.rows.first().locator(".mentioned")).toHaveCount(0);
  await expect(jiandu.rows.first().locator(".c-indicator mark")).toHaveText("工业");
  const mentioned = jiandu.rows.nth(1);
  await expect(mentioned.locator(".mentioned")).toHaveText("句中");
  await expect(mentioned.locator(".c-sentence mark")).toHaveText("工业");
  await expect(page.locator(".shown")).toContainText("其中 1 个只在句中提到");
  await search.fill("");
  await expect(page.locator("mark:visible")).toHaveCount(0);
});

test("Escape in the search empties the field and what it narrowed", async ({ jiandu }) => {
  await jiandu.drop({ name: "report.txt", content: REPORT });
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(1);
  const all = await shown(jiandu);
  const search = jiandu.page.locator("#search");
  await search.fill("地区生产总值");
  await expect.poll(() => shown(jiandu)).toBeLessThan(all);
  await search.press("Escape");
  // A browser that leaves the words in the field leaves the rows as they are.
  await expect.poll(async () => ((await search.inputValue()) === "") === ((await shown(jiandu)) === all)).toBe(true);
});
