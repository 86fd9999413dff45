// By what promises are judged, and who hears of it: the day, the leeway, the timeline, the calendar, the exported words.
import { COUNTY, dropCounty, vow } from "./collection.js";
import { expect, parsedCsv, test, type Jiandu } from "./page.js";

const PROJECTS = [
  {
    name: "云岭县2022.txt",
    content: `云岭县人民政府工作报告
——2022年1月10日在云岭县第十七届人民代表大会上
云岭县县长 林远

二、2022年工作安排
2022年全县的主要预期目标是：我县地区生产总值增长6.5%以上。云岭职教园区一期年底前竣工投产。
`,
  },
  {
    name: "云岭县2023.txt",
    content: `云岭县人民政府工作报告
——2023年1月12日在云岭县第十七届人民代表大会上
云岭县县长 林远

一、2022年工作回顾
2022年，全县地区生产总值增长6.8%。云岭职教园区一期竣工投产。
`,
  },
] as const;

async function dropProjects(jiandu: Jiandu): Promise<void> {
  await jiandu.drop(...PROJECTS);
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(2);
}

test("the day by which promises are due is set on the page, held by the address, and judges anew", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^承诺/u);
  await expect(vow(jiandu, "城镇新增就业", "2023年到期")).toHaveAttribute("data-outcome", "unknown");
  const day = page.getByLabel("看到哪天");
  await day.fill("2023-04-20");
  await day.blur();
  await expect(vow(jiandu, "城镇新增就业", "2023年到期")).toHaveAttribute("data-outcome", "open");
  await expect(page.locator(".across-state")).toContainText("2023年4月20日");
  await expect.poll(() => new URL(page.url()).hash).toBe("#view=promises&c-asOf=2023-04-20");
  await day.fill("");
  await day.blur();
  await expect(vow(jiandu, "城镇新增就业", "2023年到期")).toHaveAttribute("data-outcome", "unknown");
});

test("how far 左右 reaches is set on the page", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^承诺/u);
  const missed = vow(jiandu, "地区生产总值", "2022年到期");
  await expect(missed).toHaveAttribute("data-outcome", "missed");
  await page.getByLabel("“左右”放宽").fill("30");
  await page.getByLabel("“左右”放宽").blur();
  await expect(missed).toHaveAttribute("data-outcome", "met");
  await expect(missed.locator(".vow-arithmetic")).toContainText("6.5% − 30×0.1%");
});

test("what a pivot is not about is said, and the months of a year are a choice", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.drop(...COUNTY, {
    name: "云岭县2023年前三季度.txt",
    content: `云岭县2023年前三季度经济运行情况
云岭县统计局
2023年10月25日

2023年1—9月，全县地区生产总值221.4亿元，增长5.2%。上半年，全县一般公共预算收入7.9亿元，增长4.1%。
`,
  });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(5);
  await page.getByRole("tab", { name: "跨文件" }).click();
  await expect(page.locator(".panel-grid")).toBeVisible();
  const months = page.getByLabel("时段");
  await expect(months.locator("option").first()).toContainText("全年");
  await expect(page.locator(".panel-grid")).not.toContainText("221.4亿元");
  await months.selectOption("01-09");
  await expect(page.locator(".panel-grid")).toContainText("221.4亿元");
  await expect(page.locator(".panel-grid")).not.toContainText("290.3亿元");
  await expect.poll(() => new URL(page.url()).hash).toContain("c-months=01-09");
  await page.getByRole("button", { name: "宽表" }).click();
  const [head = [], ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
  expect(rows).toHaveLength(1);
  expect(head).toContain("地区生产总值 总量水平 元 结果");
  await page.getByRole("tab", { name: /^图表/u }).click();
  await page.getByLabel("时段").selectOption("01-06");
  await expect(page.locator(".chart-figure h2")).toContainText("上半年一般公共预算收入");
});

test("a promise without a number opens both its sentences side by side", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropProjects(jiandu);
  await page.getByRole("tab", { name: "跨文件" }).click();
  await page.getByRole("tab", { name: /^承诺/u }).click();
  const kept = page.locator(".vow").filter({ hasText: "云岭职教园区一期" });
  await expect(kept).toHaveAttribute("data-outcome", "met");
  await kept.getByRole("button", { name: "并读" }).click();
  await expect(page.getByRole("combobox", { name: "左边" }).locator("option:checked")).toHaveText("云岭县2022.txt");
  await expect(page.getByRole("combobox", { name: "右边" }).locator("option:checked")).toHaveText("云岭县2023.txt");
  await expect.poll(async () => (await jiandu.highlighted("lit")).join(" ")).toContain("云岭职教园区一期");
});

test("promises without a number stand in the table of promises that is exported, as they do on the screen", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropProjects(jiandu);
  await page.getByRole("tab", { name: "跨文件" }).click();
  await page.getByRole("tab", { name: /^承诺/u }).click();
  await expect(page.locator(".vow").first()).toBeVisible();
  const [head = [], ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
  expect(rows).toHaveLength(await page.locator(".vow").count());
  const kept = rows.find((row) => row[head.indexOf("指标")]?.includes("云岭职教园区一期"));
  expect(kept?.[head.indexOf("兑现与否")]).toBe("兑现");
  expect(kept?.[head.indexOf("目标原句")]).toContain("年底前竣工投产");
  expect(kept?.[head.indexOf("结果原句")]).toContain("竣工投产");
});

test("timeline and calendar say that a promise was kept, where another document tells it", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropProjects(jiandu);
  await page.getByRole("tab", { name: /时间线/u }).click();
  const entry = page.getByRole("option").filter({ hasText: "云岭职教园区" }).filter({ hasText: "期限" });
  await expect(entry.locator(".entry-state")).toHaveText("期限 · 兑现");
  await expect(entry).not.toHaveAttribute("data-unfound");
  await page.getByRole("button", { name: "导出" }).click();
  await expect(page.getByRole("menuitem", { name: "ICS" })).toContainText("项已兑现");
  await page.keyboard.press("Escape");
  expect((await jiandu.exported("ICS")).text.replaceAll("\r\n ", "")).toMatch(/SUMMARY:兑现 · .*云岭职教园区/u);
});

test("tables across documents are exported in the words of the page", async ({ jiandu }) => {
  await dropCounty(jiandu, /^承诺/u);
  const [head = [], ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
  expect(head.slice(0, 4)).toEqual(["主体", "区划代码", "指标", "指标代码"]);
  for (const name of head) expect(name).not.toMatch(/[A-Za-z]/u);
  const of = (name: string) => rows.map((row) => row[head.indexOf(name)]);
  expect(new Set(of("兑现与否"))).toEqual(new Set(["兑现", "未达", "到期未见结果"]));
  expect(new Set(of("口径"))).toEqual(new Set(["增长率", "总量水平"]));
});
