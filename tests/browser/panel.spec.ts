import { readXlsx } from "hucre/xlsx";
import { serious } from "./axe.js";
import { expect, parsedCsv, REPORT, test, type Jiandu } from "./page.js";
import { COUNTY, dropCounty } from "./collection.js";

const panel = /^(对照表|Panel)/u;
const grid = ({ page }: Jiandu) => page.locator(".panel-grid");
const row = (jiandu: Jiandu, name: string) => grid(jiandu).getByRole("row").filter({ hasText: name });
/** A cell by the heads of its row and column. */
async function cell(jiandu: Jiandu, name: string, column: string) {
  const heads = await grid(jiandu).locator(".p-top [role=columnheader]").allTextContents();
  return row(jiandu, name).locator("[role=rowheader], [role=gridcell]").nth(heads.indexOf(column));
}
test("the panel sets indicators against years, with the target beside the result", async ({ jiandu }) => {
  await dropCounty(jiandu, panel);
  await expect(grid(jiandu).locator(".p-top")).toContainText("云岭县");
  const gdp = await cell(jiandu, "地区生产总值", "2022");
  await expect(gdp.locator(".p-level")).toHaveText("290.3亿元");
  await expect(gdp.locator(".p-growth")).toHaveText("+3.6%");
  await expect(gdp.locator(".p-target")).toHaveText("≈6.5%");
  await expect(gdp.locator(".p-aim")).toHaveAttribute("data-outcome", "missed");
  await expect((await cell(jiandu, "地区生产总值", "2021")).locator(".p-aim")).toHaveAttribute("data-outcome", "met");
});

test("a year for which no target was set says so", async ({ jiandu }) => {
  await dropCounty(jiandu, panel);
  await expect(await cell(jiandu, "地区生产总值", "2023")).toContainText("未给目标数");
  await jiandu.page.getByRole("button", { name: "缺项" }).click();
  const missing = jiandu.page.getByRole("row").filter({ hasText: "云岭县2023.txt" });
  await expect(missing.getByRole("cell").nth(1)).toContainText("地区生产总值");
});

test("a value of the panel leads to its words in its own document", async ({ jiandu }) => {
  await dropCounty(jiandu, panel);
  await (await cell(jiandu, "地区生产总值", "2021")).locator(".p-target").click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["7%"]);
  await expect(jiandu.source.locator(".card-file")).toHaveText("云岭县2021.txt");
  await (await cell(jiandu, "地区生产总值", "2021")).locator(".p-growth").click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["7.8%"]);
  await expect(jiandu.source.locator(".card-file")).toHaveText("云岭县2022.txt");
});

test("arrow keys walk the values of the panel, and Enter lights them", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, panel);
  await (await cell(jiandu, "地区生产总值", "2021")).locator(".p-level").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(":focus")).toHaveText("290.3亿元");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(":focus")).toHaveText("+3.6%");
  await page.keyboard.press("Enter");
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["3.6%"]);
});

test("colour follows growth, and can be switched off", async ({ jiandu }) => {
  await dropCounty(jiandu, panel);
  const revenue = (year: string) => cell(jiandu, "一般公共预算收入", year);
  await expect(await revenue("2020")).toHaveAttribute("data-sign", "down");
  await expect(await revenue("2021")).toHaveAttribute("data-sign", "up");
  const ground = async () => (await revenue("2021")).evaluate((one) => getComputedStyle(one).backgroundColor);
  const coloured = await ground();
  await jiandu.page.getByRole("checkbox", { name: "按增长着色" }).uncheck();
  await expect.poll(ground).not.toBe(coloured);
});

test("the panel turns by indicator, by year, wide and long, and its address holds the form", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, panel);
  await page.getByRole("button", { name: "一指标" }).click();
  await expect(row(jiandu, "云岭县")).toContainText("290.3亿元");
  await page.getByRole("button", { name: "一年" }).click();
  await page.getByRole("combobox", { name: "年份" }).selectOption("2021");
  await expect(await cell(jiandu, "城镇新增就业", "云岭县")).toContainText("3,800人");
  await page.getByRole("button", { name: "宽表" }).click();
  await expect(row(jiandu, "2022")).toContainText("290.3亿元");
  await page.getByRole("button", { name: "长表" }).click();
  const facts = page.getByRole("table", { name: "长表" });
  await expect(facts.getByRole("row").filter({ hasText: "地区生产总值" }).filter({ hasText: "290.3亿元" })).toHaveCount(
    1,
  );
  expect(new URL(page.url()).hash).toBe("#view=panel&c-form=long");
});

test("a fact that two documents tell is one row with two sources", async ({ jiandu }) => {
  await dropCounty(jiandu, panel);
  await jiandu.page.getByRole("button", { name: "长表" }).click();
  const fact = jiandu.page.getByRole("row").filter({ hasText: "290.3亿元" });
  await expect(fact.locator(".l-number")).toHaveCount(2);
  await fact.locator(".l-number").nth(1).click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["290.3亿元"]);
});

test("the search and the chosen document narrow the panel", async ({ jiandu }) => {
  await dropCounty(jiandu, panel);
  await jiandu.page.getByRole("searchbox").fill("常住人口");
  await expect(grid(jiandu)).toHaveAttribute("aria-rowcount", "2");
  await jiandu.page.getByRole("searchbox").fill("");
  await jiandu.document("统计公报").locator(".document-main").click();
  await expect(row(jiandu, "城镇新增就业")).toHaveCount(0);
  await expect(row(jiandu, "地区生产总值")).toHaveCount(1);
});

test("with one document the panel shows that one, and says what a second would give", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await page.getByRole("tab", { name: "跨文件" }).click();
  await expect(row(jiandu, "地区生产总值").first()).toContainText("312.6亿元");
  await expect(page.getByText("现在只有一份文件")).toBeVisible();
  await expect(page.locator(".alone").getByRole("button", { name: "添加文件" })).toBeVisible();
});

test("a document that is added or removed changes the panel", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, panel);
  await jiandu.drop({ name: "report.txt", content: REPORT });
  await expect(page.getByText("5 份文件")).toBeVisible();
  await page.getByLabel("地方").selectOption({ label: "青沅县" });
  await expect(row(jiandu, "地区生产总值").first()).toContainText("312.6亿元");
  await page.getByRole("button", { name: "移除 report.txt" }).click();
  await expect(page.getByText("4 份文件")).toBeVisible();
  await expect(grid(jiandu).locator(".p-top")).toContainText("云岭县");
});

test("the same file twice counts once, two files of one name are two documents", async ({ jiandu }) => {
  await jiandu.drop(COUNTY[0], COUNTY[0], { name: COUNTY[0].name, content: COUNTY[1].content });
  await jiandu.page.getByRole("tab", { name: "跨文件" }).click();
  await expect(jiandu.page.getByText("2 份文件")).toBeVisible();
  await (await cell(jiandu, "地区生产总值", "2021")).locator(".p-level").click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["276.9亿元"]);
});

test("the trend of a row leads to its chart", async ({ jiandu }) => {
  await dropCounty(jiandu, panel);
  await row(jiandu, "城镇新增就业").locator(".trend").click();
  await expect(jiandu.page.locator(".chart-figure h2")).toContainText("城镇新增就业");
});

test("what is in sight is what is exported: the pivot in numbers, the long form with quotes, a workbook, the collection", async ({
  jiandu,
}) => {
  await dropCounty(jiandu, panel);
  const pivot = await jiandu.exported("CSV");
  expect(pivot.text.startsWith("\uFEFF")).toBe(true);
  const [head = [], ...rows] = parsedCsv(pivot.text);
  const gdp = rows.find(([name]) => name === "地区生产总值");
  expect(gdp?.[head.indexOf("2022 总量")]).toBe("29030000000");
  expect(gdp?.[head.indexOf("2022 目标 增长")]).toBe("≈6.5");
  expect(gdp?.[head.indexOf("单位")]).toBe("元");
  expect(head[0]).toBe("云岭县");
  const structure = rows.find(([name]) => name === "三次产业结构");
  expect(structure?.[head.indexOf("2022 比例、位次等")]).toBe("16.4:43.1:40.5");
  await jiandu.page.getByRole("button", { name: "长表" }).click();
  const long = await jiandu.exported("CSV");
  expect(long.text).toContain("2022年，全县地区生产总值完成290.3亿元");
  const collection = JSON.parse((await jiandu.exported("JSON")).text);
  expect(collection.documents).toHaveLength(4);
  expect(collection.panel.length).toBeGreaterThan(20);
  const { sheets } = await readXlsx((await jiandu.exported("XLSX")).bytes);
  expect(sheets.map(({ name }) => name)).toEqual([
    "对照长表",
    "对照宽表",
    "承诺",
    "无数字的承诺",
    "账本",
    "矛盾",
    "修订",
    "核对",
    "缺项",
  ]);
  const [columns = [], ...facts] = sheets[0]?.rows ?? [];
  expect(facts.map((fact) => fact[columns.indexOf("数值")])).toContain(29_030_000_000);
});

test("j and k walk the evidence of the view, and what is lit in the source is found in the panel", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, panel);
  await grid(jiandu).focus();
  await page.keyboard.press("j");
  await expect.poll(() => jiandu.highlighted("lit")).toHaveLength(1);
  const first = await jiandu.highlighted("lit");
  await page.keyboard.press("j");
  await expect.poll(() => jiandu.highlighted("lit")).not.toEqual(first);
  await page.keyboard.press("k");
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(first);
  await (await cell(jiandu, "地区生产总值", "2021")).locator(".p-growth").click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["7.8%"]);
  await jiandu.clickInSource("3800人");
  await expect((await cell(jiandu, "城镇新增就业", "2021")).locator(".p-level")).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("a figure that the reader calls wrong leaves the panel, and comes back when that is undone", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, panel);
  await (await cell(jiandu, "城镇新增就业", "2021")).locator(".p-level").click();
  await page.getByRole("button", { name: "错", exact: true }).click();
  await expect((await cell(jiandu, "城镇新增就业", "2021")).locator(".p-level")).toHaveCount(0);
  await page.getByRole("button", { name: "错", exact: true }).click();
  await expect((await cell(jiandu, "城镇新增就业", "2021")).locator(".p-level")).toHaveText("3,800人");
});

const HOSTILE = [
  "<script>globalThis.__ran=1</script>",
  '<img src=x onerror="globalThis.__ran=1">',
  "<svg onload=globalThis.__ran=1>",
  '"><iframe srcdoc="<script>parent.__ran=1</script>">',
  "javascript:globalThis.__ran=1",
  "{{globalThis.__ran=1}}",
  "]]></style><script>globalThis.__ran=1</script>",
  "=HYPERLINK(1)",
  "@SUM(1)",
];

test("hostile names and words run no script in any view across documents, nor in what is exported", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop(
    ...HOSTILE.map((words, index) => ({
      name: `${words}${index}.txt`,
      content: `云岭县政府工作报告\n\n2023年，全县${words}产值${index + 1}.5亿元，增长7.9%，地区生产总值290.${index}亿元。2024年${words}产值增长${index + 2}%。`,
    })),
  );
  await expect(page.locator('.document[data-at="done"]').nth(5)).toBeVisible();
  const clean = async () => {
    expect(await page.evaluate(() => "__ran" in globalThis)).toBe(false);
    expect(await page.locator("#app :is(script, iframe, img, style, object, embed, link, form[action])").count()).toBe(
      0,
    );
  };
  await page.locator("#tab-across").click();
  await page.getByRole("checkbox", { name: "全部指标" }).check();
  for (const form of ["一指标", "宽表", "长表", "缺项", "一地"]) {
    await page.getByRole("button", { name: form, exact: true }).click();
    await clean();
  }
  for (const row of parsedCsv((await jiandu.exported("CSV")).text))
    for (const one of row) expect(one).not.toMatch(/^[=+@＝\t\r]|^-(?!\d+(\.\d+)?%?$)/u);
  await readXlsx((await jiandu.exported("XLSX")).bytes);
  for (const view of ["promises", "contradictions", "beside", "charts"]) {
    await page.locator(`#tab-${view}`).click();
    await expect(page.locator(".across")).toHaveAttribute("data-view", view);
    await clean();
  }
  const { text } = await jiandu.exported("SVG");
  expect(text).not.toMatch(/<(?:script|image|foreignObject|a)[\s>]|\son\w+=/iu);
});

const VIEWS = [/^对照表/u, /^承诺/u, /^矛盾/u, /^图表/u, /^并读/u];

for (const [scheme, width] of [
  ["light", 1280],
  ["dark", 1280],
  ["light", 360],
] as const) {
  test(`axe finds nothing serious in any view across documents, in ${scheme}, ${width} pixels wide`, async ({
    jiandu,
  }) => {
    const { page } = jiandu;
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    await dropCounty(jiandu, panel);
    for (const form of ["一地", "一年", "宽表", "长表", "缺项"]) {
      await page.getByRole("button", { name: form, exact: true }).click();
      expect(await serious(page), form).toEqual([]);
    }
    await page.getByRole("tab", { name: /^承诺/u }).click();
    expect(await serious(page), "promises").toEqual([]);
    await page.getByRole("button", { name: "账本" }).click();
    expect(await serious(page), "ledger").toEqual([]);
    await page.getByRole("tab", { name: /^矛盾/u }).click();
    expect(await serious(page), "contradictions").toEqual([]);
    await page.getByRole("tab", { name: /^图表/u }).click();
    for (const chart of ["目标与结果", "构成", "走势"]) {
      await page.getByRole("button", { name: chart }).click();
      expect(await serious(page), chart).toEqual([]);
    }
    await page.getByRole("tab", { name: /^并读/u }).click();
    await page.locator(".shared-row").first().click();
    expect(await serious(page), "side by side").toEqual([]);
  });
}

for (const width of [360, 720, 1024, 1280, 1440, 2560]) {
  test(`no view across documents sticks out of a window ${width} pixels wide`, async ({ jiandu }) => {
    const { page } = jiandu;
    await page.setViewportSize({ width, height: 800 });
    await dropCounty(jiandu, panel);
    for (const view of VIEWS) {
      await page.getByRole("tab", { name: view }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), String(view)).toBeLessThanOrEqual(width);
      const body = await page.locator(".data-body").evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(body, String(view)).toBeLessThanOrEqual(0);
    }
  });
}

test("side by side, nothing sticks out of a window 360 pixels wide, in English too", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 360, height: 800 });
  await dropCounty(jiandu, /^并读/u);
  const outside = () =>
    page
      .locator(".across *:visible")
      .evaluateAll(
        (all) => all.map((one) => one.getBoundingClientRect()).filter(({ right }) => right > innerWidth).length,
      );
  await expect.poll(outside).toBe(0);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator(".across-note").first()).toContainText("Choose a document for each side");
  await expect.poll(outside).toBe(0);
});

test("the views across documents speak English too", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, panel);
  await page.getByRole("button", { name: "English" }).click();
  for (const view of ["Panel", "Promises", "Contradictions", "Charts", "Side by side"]) {
    await page.getByRole("tab", { name: new RegExp(`^${view}`, "u") }).click();
    const words = await page.locator(".across-bar, .across-hint, .band, .across-note").allInnerTexts();
    // Only what the documents say themselves stays Chinese.
    expect(
      words.join(" ").replaceAll(/云岭县\S*|地区生产总值|一般公共预算收入|城镇新增就业|三次产业结构|常住人口/gu, ""),
    ).not.toMatch(/\p{Script=Han}/u);
  }
});

for (const width of [390, 1440]) {
  test(`the panel opens on whole columns, in a window ${width} pixels wide`, async ({ jiandu }) => {
    const { page } = jiandu;
    await page.setViewportSize({ width, height: 844 });
    const years = Array.from({ length: 9 }, (_, at) => 2014 + at);
    const told = (year: number) =>
      `云岭县人民政府工作报告\n——${year + 1}年1月10日在云岭县第十七届人民代表大会上\n\n一、${year}年工作回顾\n${year}年，全县地区生产总值完成${year - 1800}.4亿元，增长6.${year % 10}%；一般公共预算收入1${year % 10}.6亿元，增长5.1%。\n`;
    await jiandu.drop(...years.map((year) => ({ name: `云岭县${year}.txt`, content: told(year) })));
    await expect(page.locator(".tally")).toHaveText("9");
    await expect(page.locator('.document[data-at="running"], .document[data-at="waiting"]')).toHaveCount(0);
    await page.getByRole("tab", { name: /^跨文件/u }).click();
    await page.getByRole("tab", { name: panel }).click();
    await expect(page.locator(".across-state")).toContainText("9 份文件");
    await expect(page.locator(".p-top .p-cell")).toHaveCount(9);
    await expect(page.locator(".p-top .p-cell").last()).toBeInViewport({ ratio: 0.99 });
    // The heads that stay end where a column begins.
    const cut = () =>
      grid(jiandu).evaluate((host) => {
        const heads = [...host.querySelectorAll(".p-top > .p-head, .p-top > .p-trend")];
        const edge = Math.max(...heads.map((head) => head.getBoundingClientRect().right));
        const starts = [...host.querySelectorAll(".p-top > .p-cell")].map((head) => head.getBoundingClientRect().left);
        return Math.min(...starts.map((start) => Math.abs(start - edge)));
      });
    await expect.poll(cut).toBeLessThan(2);
    await expect(page.locator(".heat-scale")).toContainText(/−\d+%\s*\+\d+%/u);
  });
}
