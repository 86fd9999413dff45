// One day of reference for the whole page: what is due, in timeline, promises, calendar and files.
import { dropCounty, vow } from "./collection.js";
import { expect, parsedCsv, test, type Jiandu } from "./page.js";

const ALONE = {
  name: "云岭县2022.txt",
  content: `云岭县人民政府工作报告
——2022年1月10日在云岭县第十七届人民代表大会上
云岭县县长 林远

二、2022年工作安排
2022年全县的主要预期目标是：我县地区生产总值增长6.5%以上。2022年12月底前，云岭职教园区一期竣工投产。2095年底前，建成东河水库。
`,
};

const day = ({ page }: Jiandu) => page.getByLabel("看到哪天");
const today = ({ page }: Jiandu) =>
  page.evaluate(() => {
    const pad = (value: number) => String(value).padStart(2, "0");
    const now = new Date();
    return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  });

test("what is due is judged by today unless another day is set, by the same day and word in timeline and promises", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop(ALONE);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(1);
  await page.getByRole("tab", { name: /时间线/u }).click();
  await expect(day(jiandu)).toHaveValue(await today(jiandu));
  const entry = (words: string) => page.getByRole("option").filter({ hasText: words }).filter({ hasText: "期限" });
  // One report alone tells nothing of what became of its promises: due, not missed.
  await expect(entry("云岭职教园区").locator(".entry-state")).toHaveText("期限 · 到期未见结果");
  await expect(entry("东河水库").locator(".entry-state")).toHaveText("期限 · 待办");
  await page.getByRole("tab", { name: "跨文件" }).click();
  await page.getByRole("tab", { name: /^承诺/u }).click();
  const park = page.locator(".vow").filter({ hasText: "云岭职教园区" });
  await expect(park).toHaveAttribute("data-outcome", "unknown");
  await expect(park.locator(".vow-outcome")).toHaveText("到期未见结果");
  await expect(vow(jiandu, "地区生产总值", "2022年到期")).toHaveAttribute("data-outcome", "unknown");
  await expect(page.locator('.vow[data-outcome="missed"]')).toHaveCount(0);

  await day(jiandu).fill("2022-06-01");
  await day(jiandu).blur();
  await expect(park).toHaveAttribute("data-outcome", "open");
  await expect(page.locator(".across-state")).toContainText("2022年6月1日");
  await page.getByRole("tab", { name: /时间线/u }).click();
  await expect(day(jiandu)).toHaveValue("2022-06-01");
  await expect(entry("云岭职教园区").locator(".entry-state")).toHaveText("期限 · 待办");
  await expect.poll(() => new URL(page.url()).hash).toBe("#view=timeline&c-asOf=2022-06-01");
});

test("the day of reference is set on the timeline too, and an address with it opens the same view", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop(ALONE);
  await page.goto(`${page.url().replace(/#.*/u, "")}#view=timeline&c-asOf=2022-12-31`);
  await expect(day(jiandu)).toHaveValue("2022-12-31");
  const entry = page.getByRole("option").filter({ hasText: "云岭职教园区" }).filter({ hasText: "期限" });
  // Due on its last day, as promises are.
  await expect(entry.locator(".entry-state")).toHaveText("期限 · 到期未见结果");
  await day(jiandu).fill("2022-12-30");
  await day(jiandu).blur();
  await expect(entry.locator(".entry-state")).toHaveText("期限 · 待办");
  await expect(page.locator(".timeline-chart .as-of-day")).toHaveCount(1);
  await day(jiandu).fill("");
  await day(jiandu).blur();
  await expect(day(jiandu)).toHaveValue(await today(jiandu));
  await expect(page.locator(".timeline-chart .as-of-day")).toHaveCount(0);
});

test("files say by which day they judge: the calendar, the timeline and the promises", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^承诺/u);
  await day(jiandu).fill("2023-04-20");
  await day(jiandu).blur();
  await expect(vow(jiandu, "城镇新增就业", "2023年到期")).toHaveAttribute("data-outcome", "open");
  const [head = [], ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
  expect(new Set(rows.map((row) => row[head.indexOf("看到哪天")]))).toEqual(new Set(["2023-04-20"]));
  await jiandu.drop(ALONE);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(5);
  await page.getByRole("tab", { name: /时间线/u }).click();
  const calendar = (await jiandu.exported("ICS")).text.replaceAll("\r\n ", "");
  expect(calendar).toContain("X-WR-CALDESC:看到哪天 2023-04-20");
  expect(calendar).toMatch(/DESCRIPTION:.*云岭职教园区.*看到哪天 2023-04-20/u);
  expect(calendar).toMatch(/SUMMARY:到期未见结果 · .*云岭职教园区/u);
});
