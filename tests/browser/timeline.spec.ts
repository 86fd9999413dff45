import { expect, test, type Jiandu } from "./page.js";

const entries = (jiandu: Jiandu) => jiandu.page.getByRole("listbox", { name: "事项列表" });

test("the timeline shows the same entries as a chart and as a list", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.page.getByRole("tab", { name: /时间线/u }).click();
  const options = jiandu.page.getByRole("listbox", { name: "事项列表" }).getByRole("option");
  await expect(options.first()).toBeVisible();
  const size = Number(await options.first().getAttribute("aria-setsize"));
  expect(size).toBeGreaterThan(3);
  const drawn = await jiandu.page.locator(".timeline-chart .entry").count();
  const clustered = await jiandu.page.locator(".timeline-chart .cluster text").allTextContents();
  expect(drawn + clustered.reduce((sum, text) => sum + Number(text), 0)).toBe(size);
});

test("an entry of the list lights its words in the source and its mark in the chart", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.page.getByRole("tab", { name: /时间线/u }).click();
  const option = entries(jiandu).getByRole("option").first();
  await option.click();
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
  await jiandu.page.keyboard.press("j");
  await expect(entries(jiandu).getByRole("option").nth(1)).toHaveAttribute("aria-selected", "true");
});

test("a mark of the chart leads to its entry and its words", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.page.getByRole("tab", { name: /时间线/u }).click();
  await jiandu.page.locator(".timeline-chart .entry .entry-glyph").last().click();
  await expect(jiandu.page.locator('.timeline-chart .entry[data-lit="true"]')).toHaveCount(1);
  await expect(entries(jiandu).getByRole("option", { selected: true })).toBeInViewport();
  await expect.poll(async () => (await jiandu.highlighted("lit")).length).toBeGreaterThan(0);
});

test("the chart zooms from years to days and back", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.page.getByRole("tab", { name: /时间线/u }).click();
  const ticks = jiandu.page.locator(".timeline-chart .tick text");
  const before = await ticks.allTextContents();
  const closer = jiandu.page.getByRole("button", { name: "放大" });
  for (let press = 0; press < 14; press += 1) await closer.click();
  await expect(ticks.filter({ hasText: /月\d+日/u }).first()).toBeVisible();
  await jiandu.page.getByRole("button", { name: "看全部" }).click();
  await expect.poll(() => ticks.allTextContents()).toEqual(before);
});

test("lanes go by kind or by subject", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.page.getByRole("tab", { name: /时间线/u }).click();
  const lanes = jiandu.page.locator(".lane-name");
  const kinds = await lanes.allTextContents();
  expect(kinds.every((name) => ["事件", "节点", "期限", "定期"].includes(name))).toBe(true);
  await jiandu.page.getByRole("button", { name: "按主体" }).click();
  await expect.poll(() => lanes.allTextContents()).not.toEqual(kinds);
});

for (const width of [390, 1440]) {
  test(`today is named above the axis and is neither cut nor covered, in a window ${width} pixels wide`, async ({
    jiandu,
  }) => {
    const { page } = jiandu;
    await page.setViewportSize({ width, height: 844 });
    await jiandu.dropReport();
    await page.getByRole("tab", { name: /时间线/u }).click();
    const today = page.locator(".timeline-chart .today text");
    const out = page.getByRole("button", { name: "缩小" });
    // The documents may lie wholly in the past: seen from far enough, today is in sight.
    for (let step = 0; step < 12 && (await today.count()) === 0; step += 1) await out.click();
    await expect(today).toHaveText("今天");
    const chart = await page.locator(".timeline-chart").boundingBox();
    const own = await today.boundingBox();
    if (!chart || !own) throw new Error("neither chart nor today is drawn");
    expect(own.x).toBeGreaterThanOrEqual(chart.x);
    expect(own.x + own.width).toBeLessThanOrEqual(chart.x + chart.width);
    for (const box of await page
      .locator(".timeline-chart text:not(.today text)")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON())))
      expect(
        box.x < own.x + own.width &&
          own.x < box.x + box.width &&
          box.y + 1 < own.y + own.height &&
          own.y + 1 < box.y + box.height,
        JSON.stringify(box),
      ).toBe(false);
  });
}
