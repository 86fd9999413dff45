// Documents of an invented county over four years, written so that each view across documents has something to show:
// targets kept, missed and open, a year without a target, a figure revised, one contradicted, growth that does not fit.
import { expect, type Jiandu } from "./page.js";

const report = (year: number, review: string, plan: string): string => `云岭县人民政府工作报告
——${year}年1月10日在云岭县第十七届人民代表大会上
云岭县县长 林远

各位代表：
现在，我代表县人民政府向大会作工作报告，请予审议。

一、${year - 1}年工作回顾
${review}

二、${year}年工作安排
${plan}
`;

export const COUNTY = [
  {
    name: "云岭县2021.txt",
    content: report(
      2021,
      "2020年，全县地区生产总值完成251.4亿元，增长2.1%；一般公共预算收入12.6亿元，下降3.2%；城镇新增就业4100人；三次产业结构为18.2:41.5:40.3。",
      "2021年全县的主要预期目标是：我县地区生产总值增长7%以上；一般公共预算收入增长5%左右；城镇新增就业4000人以上。",
    ),
  },
  {
    name: "云岭县2022.txt",
    content: report(
      2022,
      "2021年，全县地区生产总值完成276.9亿元，增长7.8%；一般公共预算收入13.4亿元，增长6.1%；城镇新增就业3800人；三次产业结构为17.1:42.6:40.3。",
      "2022年全县的主要预期目标是：我县地区生产总值增长6.5%左右；一般公共预算收入增长5%；城镇新增就业4000人以上。",
    ),
  },
  {
    name: "云岭县2023.txt",
    content: report(
      2023,
      "2022年，全县地区生产总值完成290.3亿元，增长3.6%；一般公共预算收入14.2亿元，增长6.2%；城镇新增就业4300人；三次产业结构为16.4:43.1:40.5。",
      "2023年全县的主要预期目标是：我县一般公共预算收入增长4%左右；城镇新增就业4000人以上。",
    ),
  },
  {
    name: "云岭县2022年统计公报.txt",
    content: `云岭县2022年国民经济和社会发展统计公报
云岭县统计局
2023年4月20日

全年全县地区生产总值290.3亿元，比上年增长3.6%。全年一般公共预算收入16.8亿元，增长6.2%。经最终核实，2021年全县地区生产总值为278.3亿元。年末常住人口46.2万人。
`,
  },
] as const;

/** Drops the four documents, opens the views across them, and waits for the comparison. */
export async function dropCounty(jiandu: Jiandu, view: RegExp): Promise<void> {
  await jiandu.drop(...COUNTY);
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(COUNTY.length);
  await jiandu.page.getByRole("tab", { name: /^(跨文件|Across)/u }).click();
  await jiandu.page.getByRole("tab", { name: view }).click();
  await expect(jiandu.page.locator(".across-state")).toContainText(/^4 份文件|^4 documents/u);
}

/** The promise about an indicator that is due in a year. */
export function vow({ page }: Jiandu, indicator: string, due: string) {
  return page.locator(".vow", { has: page.getByRole("heading", { name: indicator }) }).filter({ hasText: due });
}

/** Judges the figure of a document that is told by these words in the table of figures. */
export async function judge(
  jiandu: Jiandu,
  document: string,
  indicator: string,
  value: string,
  verdict: "y" | "n" | string,
): Promise<void> {
  const { page } = jiandu;
  await page.getByRole("tab", { name: /^数据/u }).click();
  await page.locator(`.document-main[title="${document}"]`).click();
  // By its cells: a sentence names the indicators of its neighbours too.
  const row = (told: string) =>
    jiandu.rows
      .filter({ has: page.locator(".c-indicator", { hasText: indicator }) })
      .filter({ has: page.locator(".c-value", { hasText: told }) })
      .first();
  await row(value).click();
  const group = page.getByRole("group", { name: "核对" });
  if (verdict === "y" || verdict === "n") {
    const name = verdict === "y" ? "对" : "错";
    await group.getByRole("button", { name, exact: true }).click();
    await expect(group.getByRole("button", { name, exact: true })).toHaveAttribute("aria-pressed", "true");
  } else {
    await group.getByRole("button", { name: "改", exact: true }).click();
    await page.getByRole("textbox", { name: "数值" }).fill(verdict);
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(row(verdict)).toBeVisible();
  }
  await page.getByRole("button", { name: "全部文件" }).click();
}
