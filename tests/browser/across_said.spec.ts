// What the views across documents say of themselves: how many of what, resting on how much, and what could not be used.
import { dropCounty } from "./collection.js";
import { expect, test, type Jiandu } from "./page.js";

const report = (year: number, review: string, plan: string): string => `云岭县人民政府工作报告
——${year}年1月10日在云岭县第十七届人民代表大会上
云岭县县长 林远

一、${year - 1}年工作回顾
${review}

二、${year}年工作安排
${plan}
`;

const YEARS = [
  {
    name: "云岭县2022.txt",
    content: report(
      2022,
      "2021年，全县一般公共预算收入13.4亿元，增长6.1%；城镇新增就业3800人。",
      "2022年全县的主要预期目标是：我县一般公共预算收入增长5%以上；城镇新增就业4000人以上；粮食产量达到12万吨。",
    ),
  },
  {
    name: "云岭县2023.txt",
    content: report(
      2023,
      "2022年，全县一般公共预算收入16.8亿元，增长6.2%；城镇新增就业4300人。",
      "2023年全县的主要预期目标是：我县一般公共预算收入增长4%以上；城镇新增就业4000人以上。",
    ),
  },
];

const NOWHERE = {
  name: "简报.txt",
  content: "本周检查企业37家，整改隐患112处，培训员工480人次。\n",
};

async function across(jiandu: Jiandu, view: RegExp, ...files: { name: string; content: string }[]): Promise<void> {
  await jiandu.drop(...files);
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(files.length);
  await jiandu.page.getByRole("tab", { name: /^跨文件/u }).click();
  await jiandu.page.getByRole("tab", { name: view }).click();
  await expect(jiandu.page.locator(".across-state")).toContainText(new RegExp(`^${files.length} 份文件`, "u"));
}

test("the tab counts contradictions alone; without any, the view opens on the checks and says so in a line", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await across(jiandu, /^矛盾/u, ...YEARS);
  await expect(page.getByRole("tab", { name: /^矛盾/u })).toHaveText(/^矛盾\s*0$/u);
  await expect(page.getByRole("button", { name: /^核对\s*\d/u })).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".disputes-only")).toHaveText("没有找到互相矛盾的数，另有 1 处核对，都不算矛盾。");
  await expect(page.locator(".dispute")).toHaveCount(1);
  await expect(page.locator(".dispute-side")).toHaveCount(3);
  expect((await jiandu.exported("CSV")).text).toContain("16.8亿元 ÷ 13.4亿元");
  // What a reader chooses holds, though there is nothing of it.
  await page.getByRole("button", { name: /^矛盾\s*0/u }).click();
  await expect(page.locator(".disputes-none")).toHaveText("没有找到互相矛盾的数");
  await expect.poll(() => new URL(page.url()).hash).toBe("#view=contradictions&c-dispute=conflicts");
});

test("with contradictions the view opens on them, and its tab counts neither revisions nor checks", async ({
  jiandu,
}) => {
  await dropCounty(jiandu, /^矛盾/u);
  const { page } = jiandu;
  await expect(page.getByRole("tab", { name: /^矛盾/u })).toHaveText(/^矛盾\s*1$/u);
  await expect(page.getByRole("button", { name: /^矛盾\s*1/u })).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".disputes-only")).toHaveCount(0);
});

test("the outcomes say what they rest on: judged of those due, kept of those judged, and what nothing is known of", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await across(jiandu, /^承诺/u, ...YEARS);
  const said = page.locator(".band-rate");
  await expect(said.locator("strong")).toContainText("到期 5 项，可判 2 项（40%）");
  await expect(said).toContainText("可判的当中：兑现 2（100%），未达 0");
  await expect(said).toContainText("3 项未见结果，兑现与否不知；其中 2 项，到期之后当地再没有文件");
  const missing = (due: string) => page.locator(".vow").filter({ hasText: due }).locator(".vow-missing").first();
  await expect(missing("2023年到期")).toContainText("到期之后当地再没有文件可说结果");
  await expect(missing("2022年到期")).toContainText("这些文件里没有说到结果");
  // Judged by the day of the latest document, those are open.
  await page.getByRole("button", { name: "看到末份文件（2023年1月10日）" }).click();
  await expect(said.locator("strong")).toContainText("到期 3 项，可判 2 项（67%）");
  await expect(said).not.toContainText("再没有文件");
  await expect(said.locator("strong")).toContainText("到2023年1月10日到期");
  await expect(page.getByLabel("看到哪天")).toHaveValue("2023-01-10");
  await page.getByRole("button", { name: "看到今天" }).click();
  await expect(said.locator("strong")).toContainText("到期 5 项，可判 2 项（40%）");
  await page.getByRole("button", { name: "账本" }).click();
  const [head = "", ...rows] = (await jiandu.exported("CSV")).text
    .replace(/^\ufeff/u, "")
    .trim()
    .split("\r\n");
  const column = (name: string) => head.split(",").indexOf(name);
  const of2022 = rows.find((row) => row.includes("2022"))?.split(",") ?? [];
  expect([of2022[column("可判（兑现＋未达）")], of2022[column("到期（可判＋未见结果）")]]).toEqual(["2", "3"]);
});

test("a document without a place or a day is named where its rows are missed, and leads to where they are given", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await across(jiandu, /^(对照|面板)/u, ...YEARS, NOWHERE);
  const gaps = page.locator(".gaps");
  await expect(gaps.locator("summary")).toContainText("1 份文件看不出地方；1 份看不出日期");
  await expect(gaps.locator("summary")).toContainText(/个数字中有 3 个没有列入（不知说谁 3）/u);
  await gaps.locator("summary").click();
  await gaps.getByRole("button", { name: "简报.txt" }).click();
  await expect(jiandu.source.locator(".card-file")).toHaveText("简报.txt");
  await jiandu.source.getByRole("button", { name: "更正" }).click();
  await jiandu.source.getByLabel("地方").fill("云岭县");
  await jiandu.source.getByLabel("日期").fill("2023-03-01");
  await jiandu.source.getByRole("button", { name: "重新分析" }).click();
  await expect(gaps).toHaveCount(0);
});

test("nothing is said of gaps where there are none", async ({ jiandu }) => {
  await across(jiandu, /^(对照|面板)/u, ...YEARS);
  await expect(jiandu.page.locator(".p-row").first()).toBeVisible();
  await expect(jiandu.page.locator(".gaps")).toHaveCount(0);
});

test("a star at a number is explained below the table", async ({ jiandu }) => {
  const { page } = jiandu;
  const older = {
    name: "云岭县2013.txt",
    content: report(2013, "2012年，全县财政一般预算收入8.1亿元，增长9.2%。", "2013年，全县财政一般预算收入增长8%。"),
  };
  await across(jiandu, /^(对照|面板)/u, older, ...YEARS);
  await expect(page.locator(".p-value sup").first()).toBeVisible();
  const remarks = page.locator(".remarks");
  await expect(remarks.locator("summary")).toContainText("* 名称、口径有变或有修订");
  await remarks.locator("summary").click();
  await expect(remarks.locator("li").first()).toContainText("一般公共预算收入 — ");
  await expect(remarks.locator("li").first()).toBeVisible();
});
