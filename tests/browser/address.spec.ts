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

test("an address that the reader goes to stands, though the page changes before the browser tells of it", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await page.evaluate(() => {
    location.hash = "#view=timeline";
    // Read by the page before the browser's word of the address.
    document.querySelector<HTMLElement>(".document .document-main")?.click();
  });
  await expect(page.getByRole("tab", { name: /时间线/u })).toHaveAttribute("aria-selected", "true");
  await expect.poll(() => new URL(page.url()).hash).toContain("view=timeline");
});

test("a bookmark opened in a fresh tab says what it waits for, and the documents dropped bring it back", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop(...COUNTY);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(COUNTY.length);
  await page.locator('.document-main[title="云岭县2022.txt"]').click();
  await page.getByRole("tab", { name: /时间线/u }).click();
  await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toContain("scope=云岭县2022.txt");
  const address = page.url();
  await page.goto("about:blank");
  await jiandu.open(address);
  await expect(page.locator(".awaited")).toContainText("这个网址要看“时间线”，等这些文件：云岭县2022.txt");
  await jiandu.drop(COUNTY[0], COUNTY[2]);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  await expect(page.locator(".awaited")).toContainText("云岭县2022.txt");
  await jiandu.drop(COUNTY[1]);
  await expect(page.locator(".awaited")).toHaveCount(0);
  await expect(page.locator('.document-main[title="云岭县2022.txt"]')).toHaveAttribute("aria-pressed", "true");
});

test("the address holds what is lit, which marks are shown, and the stretch of time in sight", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.drop(...COUNTY);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(COUNTY.length);
  await page.getByRole("button", { name: /^日期/u }).click();
  await page.getByRole("tab", { name: /时间线/u }).click();
  const ticks = () => page.locator(".timeline-chart .tick text").allTextContents();
  const whole = await ticks();
  await page.getByRole("button", { name: "放大" }).click();
  await expect.poll(ticks).not.toEqual(whole);
  await page.getByRole("option").filter({ hasText: "经最终核实" }).or(page.getByRole("option").first()).first().click();
  await expect.poll(async () => (await jiandu.highlighted("lit")).length).toBeGreaterThan(0);
  await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toMatch(/time=\d{4}-\d\d-\d\d\/\d{4}/u);
  await expect.poll(() => new URL(page.url()).hash).toContain("lit-at=entry-");
  expect(new URL(page.url()).hash).toContain("marks=figure%2Cslogan%2Cother");
  const [lit, near, address] = [await jiandu.litAt(), await ticks(), page.url()];
  await page.goto("about:blank");
  await jiandu.open(address);
  await jiandu.drop(...COUNTY);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(COUNTY.length);
  await expect.poll(() => jiandu.litAt()).toBe(lit);
  await expect.poll(ticks).toEqual(near);
  await expect(page.getByRole("button", { name: /^日期/u })).toHaveAttribute("aria-pressed", "false");
});
