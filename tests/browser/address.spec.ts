// The address brings the view back, Back goes one step back, and nothing is lost without a question.
import { COUNTY, dropCounty } from "./collection.js";
import { expect, INTERVIEW, REPORT, test, type Jiandu } from "./page.js";

const hash = ({ page }: Jiandu) => decodeURIComponent(new URL(page.url()).hash);
const files = [
  { name: "report.txt", content: REPORT },
  { name: "interview.txt", content: INTERVIEW },
] as const;

async function reopen(jiandu: Jiandu, ...dropped: readonly { name: string; content: string }[]): Promise<void> {
  const { page } = jiandu;
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  jiandu.requests.length = 0;
  await jiandu.drop(...dropped);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(dropped.length);
}

test("the address holds the chosen document, and chooses it again when the files are dropped again", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop(...files);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  const main = page.locator(".document-main").nth(1);
  await main.click();
  await expect(main).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => hash(jiandu)).toBe("#scope=interview.txt");
  await reopen(jiandu, ...files);
  await expect(page.locator(".document-main").nth(1)).toHaveAttribute("aria-pressed", "true");
  await expect(jiandu.source.locator(".card-file")).toHaveText("interview.txt");
  expect(hash(jiandu)).toBe("#scope=interview.txt");
});

test("the address holds the pair side by side, with the words that are lit on both sides", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^承诺/u);
  await page.getByRole("button", { name: "并读" }).first().click();
  await expect(page.locator(".beside-quote")).toHaveCount(2);
  const quotes = await page.locator(".beside-quote").allTextContents();
  await expect.poll(() => hash(jiandu)).toMatch(/view=beside&left=.+&left-at=figure-\d+&right=.+&right-at=figure-\d+/u);
  await reopen(jiandu, ...COUNTY);
  await expect(page.locator(".beside-quote")).toHaveText(quotes);
});

test("Back goes from view to view and from document to document, and words typed in the search are no steps", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop(...files);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  const selected = (name: RegExp) => expect(page.getByRole("tab", { name })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("tab", { name: /时间线/u }).click();
  await selected(/时间线/u);
  await page.locator(".document-main").nth(1).click();
  await expect.poll(() => hash(jiandu)).toBe("#view=timeline&scope=interview.txt");
  await page.getByRole("searchbox", { name: "搜索" }).pressSequentially("发展");
  await expect.poll(() => hash(jiandu)).toBe("#view=timeline&q=发展&scope=interview.txt");
  await page.getByRole("tab", { name: "主要指标" }).click();
  await selected(/主要指标/u);
  await page.goBack();
  await selected(/时间线/u);
  await expect(page.getByRole("searchbox", { name: "搜索" })).toHaveValue("发展");
  await page.goBack();
  await expect(page.locator(".document-all")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("searchbox", { name: "搜索" })).toHaveValue("");
  await selected(/时间线/u);
  await page.goBack();
  await selected(/^数据/u);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  await page.goForward();
  await selected(/时间线/u);
});

test("leaving asks while there are documents that no saved page holds, and only then", async ({ jiandu }) => {
  const { page } = jiandu;
  const asks = () =>
    page.evaluate(() => {
      const event = new Event("beforeunload", { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    });
  expect(await asks()).toBe(false);
  // A sample is in the page itself.
  await page.getByRole("button", { name: /青沅县政府工作报告/u }).click();
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(1);
  expect(await asks()).toBe(false);
  await page.getByRole("button", { name: "全部移除" }).click();
  await jiandu.dropReport();
  expect(await asks()).toBe(true);
  await jiandu.exported("存成网页");
  await expect.poll(asks).toBe(false);
  await jiandu.row("地区生产总值", "312.6").click();
  await page.keyboard.press("y");
  await expect.poll(asks).toBe(true);
  await page.getByRole("button", { name: "全部移除" }).click();
  await expect.poll(asks).toBe(false);
});
