import { expect, test, type Jiandu } from "./page.js";
import { dropCounty, vow } from "./collection.js";

const promises = /^(承诺|Promises)/u;
const vows = ({ page }: Jiandu) => page.locator(".vow");

test("each promise stands with its outcome, both sentences and the arithmetic", async ({ jiandu }) => {
  await dropCounty(jiandu, promises);
  const broken = vow(jiandu, "地区生产总值", "2022年到期");
  await expect(broken).toHaveAttribute("data-outcome", "missed");
  await expect(broken.locator(".vow-numbers")).toContainText("≈6.5%");
  await expect(broken.locator(".vow-result")).toHaveText("+3.6%");
  await expect(broken.locator(".vow-side").first()).toContainText("地区生产总值增长6.5%左右");
  await expect(broken.locator(".vow-side").nth(1)).toContainText("290.3亿元，增长3.6%");
  await expect(broken.locator(".vow-arithmetic")).toContainText("3.6% < 6.45% = 6.5% − 0.5×0.1%");
});

test("each sentence of a promise leads to its place in its document", async ({ jiandu }) => {
  await dropCounty(jiandu, promises);
  const broken = vow(jiandu, "地区生产总值", "2022年到期");
  await broken.locator(".vow-side").first().click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["6.5%"]);
  await expect(jiandu.source.locator(".card-file")).toHaveText("云岭县2022.txt");
  await broken.locator(".vow-side").nth(1).click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["3.6%"]);
  await expect(jiandu.source.locator(".card-file")).toHaveText("云岭县2023.txt");
});

test("kept, missed and open are counted and filter the list", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, promises);
  await expect(page.getByText("到期 8 项，可判 6 项（75%）")).toBeVisible();
  await expect(page.getByText("可判的当中：兑现 4（67%），未达 2")).toBeVisible();
  await page.getByRole("button", { name: /^未达/u }).click();
  await expect(vows(jiandu)).toHaveCount(2);
  await page.getByRole("button", { name: /^到期未见结果/u }).click();
  await expect(vows(jiandu)).toHaveCount(4);
  await page.getByLabel("到期年").selectOption({ label: "2023 · 2" });
  await expect(vows(jiandu)).toHaveCount(2);
  await expect(vows(jiandu).first()).toContainText("已到期，但到期之后当地再没有文件可说结果");
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe(
    "#view=promises&c-outcomes=missed,unknown&c-promiseYear=2023",
  );
});

test("the ledger counts by place and year, and a cell leads to its promises", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, promises);
  await page.getByRole("button", { name: "账本" }).click();
  const row = page.getByRole("row").filter({ hasText: "云岭县" });
  // Years of which something is known first, the latest of them at the head.
  const heads = page.locator(".ledger thead th");
  await expect(heads.nth(1)).toHaveText("2022");
  expect(await heads.evaluateAll((all) => all.slice(1).map((head) => head.hasAttribute("data-judged")))).toEqual([
    true,
    true,
    false,
  ]);
  await expect(row.getByRole("cell").nth(1)).toContainText("未达 1");
  await row.getByRole("cell").nth(1).getByRole("button").click();
  await expect(vows(jiandu)).toHaveCount(3);
});

test("the promises in sight are those in the file", async ({ jiandu }) => {
  await dropCounty(jiandu, promises);
  await jiandu.page.getByRole("button", { name: /^未达/u }).click();
  const { text } = await jiandu.exported("CSV");
  const lines = text.trim().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(text).toContain("3800人 < 4000人");
  expect(JSON.parse((await jiandu.exported("JSON")).text).promises).toHaveLength(2);
});

test("contradictions, revisions and checks are told apart, each with its sentences side by side", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^(矛盾|Contradictions)/u);
  const entry = page.locator(".dispute");
  await expect(entry).toHaveCount(1);
  await expect(entry.locator(".dispute-value")).toHaveText(["14.2亿元", "16.8亿元"]);
  await expect(entry.locator(".dispute-side").nth(1)).toContainText("全年一般公共预算收入16.8亿元");
  await entry.locator(".dispute-side").nth(1).click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["16.8亿元"]);
  await page.getByRole("button", { name: /^修订/u }).click();
  await expect(entry).toHaveCount(1);
  await expect(entry.locator(".dispute-value")).toHaveText(["276.9亿元", "278.3亿元"]);
  await page.getByRole("button", { name: /^核对\s*\d/u }).click();
  await expect(entry.filter({ hasText: "16.8亿元 ÷ 13.4亿元" }).locator(".dispute-side")).toHaveCount(3);
  const { text } = await jiandu.exported("CSV");
  expect(text).toContain("16.8亿元 ÷ 13.4亿元");
});
