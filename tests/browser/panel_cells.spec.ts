// What stands in one cell of the panel, whole at every width; and a target that a plan words without a number.
import { expect, parsedCsv, test, type Jiandu } from "./page.js";

const report = (year: number, review: string, plan: string): string =>
  `云岭县人民政府工作报告\n——${year}年1月10日在云岭县第十七届人民代表大会上\n云岭县县长 林远\n\n一、${year - 1}年工作回顾\n${review}\n\n二、${year}年工作安排\n${plan}\n`;

const FULL = [
  {
    name: "云岭县2022.txt",
    content: report(
      2022,
      "2021年，全县地区生产总值完成6580.4亿元，增长7.8%。",
      "2022年全县的主要预期目标是：地区生产总值达到7000亿元以上，增长6.5%左右；一般公共预算收入与经济增长基本同步。",
    ),
  },
  {
    name: "云岭县2023.txt",
    content: report(
      2023,
      "2022年，全县地区生产总值完成6822.5亿元，增长3.6%；一般公共预算收入14.2亿元，增长6.2%。",
      "2023年全县的主要预期目标是：地区生产总值增长6%左右。",
    ),
  },
];

async function drop(jiandu: Jiandu): Promise<void> {
  const { page } = jiandu;
  await jiandu.drop(...FULL);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  await page.getByRole("tab", { name: /^(跨文件|Across)/u }).click();
  await page.getByRole("tab", { name: /^(对照表|Panel)/u }).click();
  await expect(page.locator(".across-state")).toHaveText(/^2 (份文件|documents)/u);
}

for (const [width, language] of [
  [1440, "中文"],
  [1440, "English"],
  [390, "中文"],
  [390, "English"],
] as const) {
  test(`the marks of a cell can be read whole, ${width} pixels wide, in ${language}`, async ({ jiandu }) => {
    const { page } = jiandu;
    if (language === "English") await page.getByRole("button", { name: language }).click();
    await drop(jiandu);
    await page.setViewportSize({ width, height: 900 });
    const targets = page.locator(".p-cell", { hasText: /6,?822\.5|682\.25|6\.82/u }).locator(".p-target");
    await expect(targets).toHaveCount(2);
    const cut = () =>
      page.locator(".panel-grid").evaluate((grid) => {
        const cells = [...grid.querySelectorAll<HTMLElement>(".p-row:not(.p-top) .p-cell")];
        const over = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement) =>
          scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;
        return [...cells, ...cells.flatMap((cell) => [...cell.querySelectorAll<HTMLElement>(".p-value")])]
          .filter(over)
          .map((one) => one.textContent);
      });
    await expect.poll(cut).toEqual([]);
  });
}

test("a target in words is told with its words, in the panel, in the list of what is missing and in its file", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await drop(jiandu);
  const revenue = page.locator(".panel-grid").getByRole("row").filter({ hasText: "一般公共预算收入" });
  await expect(revenue.locator(".p-absent", { hasText: "有表述，未给数字" })).toHaveAttribute(
    "title",
    "一般公共预算收入与经济增长基本同步",
  );
  await page.getByRole("button", { name: "缺项" }).click();
  const missing = page.getByRole("row").filter({ hasText: "云岭县2022.txt" });
  await expect(missing.locator(".absent-words")).toHaveText("有表述，未给数字一般公共预算收入与经济增长基本同步");
  const [head = [], ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
  const words = rows.map((row) => row[head.indexOf("目标有表述，未给数字")]).filter(Boolean);
  expect(words).toEqual(["一般公共预算收入与经济增长基本同步"]);
});
