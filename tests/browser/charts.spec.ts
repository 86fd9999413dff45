import { expect, test, type Jiandu } from "./page.js";
import { dropCounty } from "./collection.js";
import { axisUnit, scaleOf, tickText } from "../../www/views/chart_scale.js";
import { spread } from "../../www/views/chart_frame.js";

const charts = /^(图表|Charts)/u;
const mark = ({ page }: Jiandu, label: string) => page.locator(".chart").getByRole("button", { name: label });

test("an axis has round numbers and counts as readers do: 万, 亿, 万亿", () => {
  expect(scaleOf(0, 11.2, 5).ticks).toEqual([0, 5, 10, 15]);
  expect(scaleOf(-3.2, 7.8, 6).ticks).toEqual([-4, -2, 0, 2, 4, 6, 8]);
  expect(scaleOf(0.1, 0.7, 5).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  const yi = axisUnit(3e10, "元", "zh");
  expect([yi.name, tickText(2.9e10, yi)]).toEqual(["亿元", "290"]);
  expect(axisUnit(1.2e14, "元", "zh").name).toBe("万亿元");
  expect(axisUnit(4300, "人", "zh").name).toBe("人");
  expect(axisUnit(43_000, "人", "zh").name).toBe("万人");
  expect(axisUnit(3e10, "yuan", "en").name).toBe("bn yuan");
  expect(axisUnit(20_000, "%", "zh")).toEqual({ factor: 1, name: "%" });
  expect(tickText(-4, axisUnit(8, "%", "zh"))).toBe("−4");
});

test("names at the ends of lines are moved apart, and stay in the chart", () => {
  const places = spread([100, 102, 101, 299], 15, 0, 300);
  const sorted = [...places].sort((one, two) => one - two);
  for (const [at, place] of sorted.entries())
    if (at > 0) expect(place - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(15);
  expect(Math.max(...places)).toBeLessThanOrEqual(300);
});

test("an indicator is drawn over the years, and each point leads to its words", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, charts);
  await expect(page.locator(".chart-figure h2")).toHaveText("云岭县 · 地区生产总值 · 增长");
  await expect(page.locator(".c-dot")).toHaveCount(3);
  await mark(jiandu, "2021 · 云岭县：+7.8%").click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["7.8%"]);
  await page.getByRole("button", { name: "总量" }).click();
  await expect(page.locator(".c-unit")).toHaveText("亿元");
});

test("target stands against result, by year", async ({ jiandu }) => {
  await dropCounty(jiandu, charts);
  await jiandu.page.getByRole("button", { name: "目标与结果" }).click();
  await expect(jiandu.page.locator(".chart .c-bar:not(.c-legend .c-bar)")).toHaveCount(3);
  await mark(jiandu, "2022 · 目标：≈6.5%").click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["6.5%"]);
  await mark(jiandu, "2022 · 结果：+3.6%").click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["3.6%"]);
});

test("growth is drawn down as well as up, and structure as shares of a whole", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, charts);
  await page.getByRole("button", { name: "增长", exact: true }).first().click();
  await page.getByRole("combobox", { name: "指标" }).selectOption({ label: "一般公共预算收入" });
  await expect(page.locator('.c-bar[data-sign="down"]')).toHaveCount(1);
  await page.getByRole("button", { name: "构成" }).click();
  await expect(page.locator(".c-mark .c-share")).toHaveCount(9);
  await mark(jiandu, "2021 · 第二产业").click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["17.1:42.6:40.3"]);
});

test("the keyboard walks the marks of a chart and lights them", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, charts);
  await page.locator('.c-mark[tabindex="0"]').focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", "2022 · 云岭县：+3.6%");
  await page.keyboard.press("Enter");
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["3.6%"]);
  await expect(page.locator(":focus")).toHaveAttribute("aria-pressed", "true");
});

test("the numbers of a chart stand below it as a table that leads to the source", async ({ jiandu }) => {
  await dropCounty(jiandu, charts);
  await jiandu.page.locator(".chart-table").getByRole("button", { name: "+2.1%" }).click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["2.1%"]);
});

test("a chart is saved as SVG that stands alone, and as PNG", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, charts);
  const { name, text } = await jiandu.exported("SVG");
  expect(name).toMatch(/\.svg$/u);
  expect(text).toContain("云岭县 · 地区生产总值 · 增长");
  expect(text).not.toMatch(/var\(|class=|<!--|onclick/u);
  // Another page draws it, with its colours.
  const drawn = await page.evaluate(async (svg) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, text);
  expect(drawn[0]).toBeGreaterThan(300);
  const { name: picture, bytes } = await jiandu.exported("PNG");
  expect(picture).toMatch(/\.png$/u);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  // Twice as sharp as the page.
  expect(bytes.readUInt32BE(16)).toBe(2 * (drawn[0] ?? 0));
});

test("what is told as about or as a bound is drawn apart, with its sign, and the legend says so", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  const told = ["约251亿元", "276.9亿元", "超过290亿元", "305.2亿元"];
  const reports = told.map((words, at) => ({
    name: `云岭县${2022 + at}.txt`,
    content: `云岭县人民政府工作报告\n——${2022 + at}年1月10日在云岭县第十七届人民代表大会上\n\n一、${2021 + at}年工作回顾\n${2021 + at}年，全县地区生产总值${words}。\n`,
  }));
  // A year that nobody tells lies between the third and the fourth.
  await jiandu.drop(...reports.slice(0, 3), {
    name: "云岭县2027.txt",
    content: (reports[3]?.content ?? "").replaceAll("2025", "2027").replaceAll("2024", "2026"),
  });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(4);
  await page.getByRole("tab", { name: /^跨文件/u }).click();
  await page.getByRole("tab", { name: charts }).click();
  await expect(page.locator(".across-state")).toContainText("4 份文件");
  await page.getByRole("button", { name: "总量" }).click();
  await expect(page.locator(".c-mark .c-dot[data-inexact]")).toHaveCount(2);
  await expect(page.locator(".c-mark .c-dot:not([data-inexact])")).toHaveCount(2);
  await expect(page.locator(".c-legend")).toContainText("约数或上下限");
  await expect(page.locator(".c-legend")).toContainText("其间年份未提");
  await expect(page.locator(".chart-table tbody tr")).toHaveText([
    /2021\s*≈251亿元/u,
    /2022/u,
    /2023\s*≥290亿元/u,
    /2026/u,
  ]);
  await page.getByRole("button", { name: "目标与结果" }).click();
  await expect(page.locator(".c-mark .c-bar[data-inexact]")).toHaveCount(2);
  await expect(
    page
      .locator(".c-mark")
      .filter({ has: page.locator(".c-bar[data-inexact]") })
      .first(),
  ).toContainText("≈251");
});

test("years apart stand apart in bars and shares too: a year that nobody tells keeps its place", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^图表/u);
  // Without the report of 2022 nobody tells the structure of 2021.
  await page.getByRole("button", { name: "移除 云岭县2022.txt" }).click();
  await expect(page.locator(".across-state")).toContainText("3 份文件");
  await page.getByRole("button", { name: "构成" }).click();
  await expect(page.locator(".chart .c-names text")).toHaveText(["2020", "2021", "2022"]);
  await expect(page.locator(".chart .c-mark")).toHaveCount(6);
  const middles = await page
    .locator(".chart .c-mark[data-mark] .c-share")
    .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute("x")) + Number(bar.getAttribute("width")) / 2));
  const names = await page
    .locator(".chart .c-names text")
    .evaluateAll((all) => all.map((name) => Number(name.getAttribute("x"))));
  expect(middles.map((middle) => names.findIndex((name) => Math.abs(name - middle) < 1))).toEqual([0, 0, 0, 2, 2, 2]);
  // A table has no row for a year without a figure.
  await expect(page.locator(".chart-table tbody tr")).toHaveCount(2);
});

for (const theme of ["light", "dark"] as const) {
  test(`a saved chart tells nothing of what is chosen, in focus or under the pointer, in the ${theme} theme`, async ({
    jiandu,
  }) => {
    const { page } = jiandu;
    await page.emulateMedia({ colorScheme: theme });
    await dropCounty(jiandu, charts);
    for (const kind of ["走势", "目标与结果", "构成"]) {
      await page.getByRole("button", { name: kind }).click();
      const first = page.locator(".chart .c-mark").first();
      await expect(first).toHaveAttribute("aria-pressed", "false");
      const before = (await jiandu.exported("SVG")).text;
      await first.locator(".c-bar, .c-share, .c-dot").click();
      await expect(first).toHaveAttribute("aria-pressed", "true");
      expect((await jiandu.exported("SVG")).text).toBe(before);
      await expect(page.locator("jd-chart svg.chart")).toHaveCount(1);
      await page.locator(".reading").getByRole("button", { name: "收起" }).click();
    }
  });

  test(`no mark of an aim runs through the number of a bar, in the ${theme} theme`, async ({ jiandu }) => {
    const { page } = jiandu;
    await page.emulateMedia({ colorScheme: theme });
    // Reached and aimed at lie near one another, above and below, as floor, ceiling, about and exact.
    const years = [
      ["7.1%", "6.5%以上"],
      ["6.6%", "6.8%左右"],
      ["5.9%", "6%"],
      ["6.4%", "6.2%以内"],
      ["0.3%", "6%以上"],
      ["6.2%", "5.8%—6.4%"],
    ];
    const documents = years.flatMap(([reached, aim], at) => {
      const year = 2018 + at;
      const report = (day: number, words: string) =>
        `云岭县人民政府工作报告\n——${day}年1月10日在云岭县第十七届人民代表大会上\n\n${words}\n`;
      return [
        {
          name: `云岭县${year}.txt`,
          content: report(
            year,
            `${at === 0 ? "" : `一、${year - 1}年工作回顾\n${year - 1}年，全县地区生产总值增长${years[at - 1]?.[0]}。\n\n`}二、${year}年工作安排\n${year}年全县的主要预期目标是：地区生产总值增长${aim}。`,
          ),
        },
        ...(at === years.length - 1
          ? [
              {
                name: `云岭县${year + 1}.txt`,
                content: report(year + 1, `一、${year}年工作回顾\n${year}年，全县地区生产总值增长${reached}。`),
              },
            ]
          : []),
      ];
    });
    await jiandu.drop(...documents);
    await expect(page.locator('.document[data-at="done"]')).toHaveCount(documents.length);
    await page.getByRole("tab", { name: /^跨文件/u }).click();
    await page.getByRole("tab", { name: charts }).click();
    await expect(page.locator(".across-state")).toContainText(`${documents.length} 份文件`);
    await page.getByRole("button", { name: "目标与结果" }).click();
    await expect(page.locator(".chart .c-mark .c-bar")).toHaveCount(years.length);
    for (const width of [1440, 820, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect
        .poll(() =>
          page
            .locator("jd-chart")
            .evaluate((host) => Math.abs((host.querySelector("svg")?.clientWidth ?? 0) - host.clientWidth)),
        )
        .toBeLessThan(2);
      const crossed = await page.locator(".chart").evaluate((chart) => {
        const box = (element: Element) => element.getBoundingClientRect();
        const marks = [...chart.querySelectorAll(".c-mark :is(.c-aim, .c-arrow, .c-range)")].map(box);
        return [...chart.querySelectorAll(".c-mark text:not(.c-hand)")].flatMap((text) => {
          const own = box(text);
          // A line has its thickness beside its box.
          const isHit = marks.some(
            (mark) =>
              mark.left < own.right &&
              own.left < mark.right &&
              mark.top - 1 < own.bottom - 2 &&
              own.top + 2 < mark.bottom + 1,
          );
          return isHit ? [text.textContent] : [];
        });
      });
      expect(crossed, `${width} pixels`).toEqual([]);
    }
  });
}
