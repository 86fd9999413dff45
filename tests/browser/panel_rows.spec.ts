// The panel's rows and columns: as high and as wide as what stands in them, on a phone with as many years as it has room for.
import { expect, test, type Jiandu } from "./page.js";

const report = (year: number, review: string, plan: string): string =>
  `云岭县人民政府工作报告\n——${year}年1月10日在云岭县第十七届人民代表大会上\n云岭县县长 林远\n\n一、${year - 1}年工作回顾\n${review}\n\n二、${year}年工作安排\n${plan}\n`;

/** Five years, in one of which a cell has both targets; a sixth of which only targets are told. */
const YEARS = [2019, 2020, 2021, 2022, 2023].map((year) => ({
  name: `云岭县${year}.txt`,
  content: report(
    year,
    `${year - 1}年，全县地区生产总值完成${year * 3 - 200}.4亿元，增长6.${year % 10}%；城镇新增就业4${year % 10}00人；常住人口4${year % 10}.2万人。`,
    `${year}年全县的主要预期目标是：地区生产总值${year === 2020 ? "达到6900亿元以上，增长" : "增长"}6.5%左右；城镇新增就业4000人以上。`,
  ),
}));

async function drop(jiandu: Jiandu): Promise<void> {
  const { page } = jiandu;
  await jiandu.drop(...YEARS);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(YEARS.length);
  await page.getByRole("tab", { name: /^跨文件/u }).click();
  await page.getByRole("tab", { name: /^对照表/u }).click();
  await expect(page.locator(".across-state")).toContainText(`${YEARS.length} 份文件`);
  await expect(page.locator(".p-row:not(.p-top)").first()).toBeVisible();
}

/** Rows with their height, and the height of their fullest cell. */
function rows({ page }: Jiandu): Promise<{ name: string; height: number; needed: number }[]> {
  return page.locator(".p-row:not(.p-top)").evaluateAll((all) =>
    all.map((row) => {
      const cells = [...row.querySelectorAll(".p-cell")].map((cell) =>
        [...cell.children].reduce((sum, line) => sum + line.getBoundingClientRect().height, 0),
      );
      const head = row.querySelector(".p-name");
      return {
        name: head?.textContent ?? "",
        height: row.getBoundingClientRect().height,
        needed: Math.max(head?.getBoundingClientRect().height ?? 0, ...cells),
      };
    }),
  );
}

for (const width of [2560, 1440, 390, 360]) {
  test(`each row of the panel is as high as its fullest cell and no higher, ${width} pixels wide`, async ({
    jiandu,
  }) => {
    await jiandu.page.setViewportSize({ width, height: 900 });
    await drop(jiandu);
    // Below its head on a phone.
    const head = width < 720 ? 22 : 0;
    await expect
      .poll(async () =>
        (await rows(jiandu)).filter(({ height, needed }) => height < needed + head || height > needed + head + 10),
      )
      .toEqual([]);
    const all = await rows(jiandu);
    const of = (name: string) => all.find((row) => row.name.includes(name))?.height ?? 0;
    expect(of("地区生产总值")).toBeGreaterThan(of("常住人口"));
    expect(of("城镇新增就业")).toBeGreaterThan(of("常住人口"));
  });
}

for (const width of [390, 360]) {
  test(`on a phone ${width} pixels wide the panel opens on the last years with results, and the targets beside them`, async ({
    jiandu,
  }) => {
    const { page } = jiandu;
    await page.setViewportSize({ width, height: 800 });
    await drop(jiandu);
    const inSight = () =>
      page.locator(".p-top .p-cell").evaluateAll((all) =>
        all
          .filter((head) => {
            const { left, right } = head.getBoundingClientRect();
            return left >= -1 && right <= innerWidth + 1;
          })
          .map((head) => head.textContent),
      );
    await expect.poll(async () => (await inSight()).slice(-3)).toEqual(["2021", "2022", "2023"]);
    const gdp = page.locator(".p-row").filter({ hasText: "地区生产总值" });
    await expect(gdp.locator(".p-level").filter({ hasText: "5,869.4亿元" })).toBeInViewport({ ratio: 1 });
    await expect(gdp.locator(".p-head")).toBeInViewport({ ratio: 1 });
    // The name of a row stays when its years are scrolled.
    await page.locator(".panel-grid").evaluate((grid) => grid.scrollTo({ left: 0 }));
    await expect.poll(async () => (await inSight())[0]).toBe("2018");
    await expect(gdp.locator(".p-head")).toBeInViewport({ ratio: 1 });
  });
}

test("on a phone the sign of an outcome is itself the way to both sentences, large enough for a finger", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 390, height: 800 });
  await drop(jiandu);
  const aim = page.locator(".p-aim:has(.p-beside)").last();
  const [sign, button, target] = [
    await aim.locator(".p-outcome").boundingBox(),
    await aim.getByRole("button", { name: "并读" }).boundingBox(),
    await aim.locator(".p-target").boundingBox(),
  ];
  expect(button?.width).toBeGreaterThanOrEqual(24);
  expect(button?.height).toBeGreaterThanOrEqual(24);
  expect(Math.abs((button?.x ?? 0) - (sign?.x ?? 0))).toBeLessThanOrEqual(2);
  expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual((target?.x ?? 0) + 1);
  await aim.getByRole("button", { name: "并读" }).click();
  await expect(page.locator(".across")).toHaveAttribute("data-view", "beside");
});
