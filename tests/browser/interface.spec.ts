import { serious } from "./axe.js";
import { expect, INTERVIEW, Jiandu, REPORT, test } from "./page.js";

test("the language follows the browser and can be switched", async ({ jiandu }) => {
  const { page } = jiandu;
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await jiandu.dropReport();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("tab", { name: /Figures/u })).toBeVisible();
  await expect(jiandu.row("地区生产总值", "31.26").locator(".c-value")).toHaveText("31.26bn yuan");
  await expect(page).toHaveTitle(/jiandu/u);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("an English browser is met in English", async ({ browser }) => {
  const context = await browser.newContext({ locale: "en-GB" });
  const jiandu = new Jiandu(await context.newPage());
  await jiandu.open();
  await expect(jiandu.page.getByRole("button", { name: "Choose files" })).toBeVisible();
  await context.close();
});

test("light and dark follow the system and can be chosen", async ({ jiandu }) => {
  const { page } = jiandu;
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.getByRole("button", { name: /明暗/u }).click();
  await expect.poll(ground).toBe(light);
});

test("the search narrows table and counts, and marks the words in the source", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.page.keyboard.press("/");
  await jiandu.page.keyboard.type("高标准农田");
  await expect.poll(() => jiandu.rows.count()).toBeLessThan(12);
  await expect(jiandu.rows.locator(".c-value").filter({ hasText: "4.2万亩" })).toHaveCount(1);
  await expect.poll(async () => (await jiandu.highlighted("found")).length).toBeGreaterThan(1);
  await jiandu.page.getByRole("searchbox").fill("没有这样的话");
  await expect(jiandu.page.getByText("没有符合条件的数据")).toBeVisible();
  await jiandu.page.locator(".data").getByRole("button", { name: "清除筛选" }).click();
  await expect(jiandu.rows.nth(8)).toBeVisible();
});

test("the address holds the view, so that it can be bookmarked", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await page.getByRole("checkbox", { name: /^目标/u }).check();
  await page.getByRole("tab", { name: /时间线/u }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe("#view=timeline&status=target");
  await page.reload();
  await page.getByRole("button", { name: "青沅县政府工作报告" }).click();
  await expect(page.getByRole("tab", { name: /时间线/u })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("tab", { name: /数据/u }).click();
  await expect(page.getByRole("checkbox", { name: /^目标/u })).toBeChecked();
});

for (const width of [360, 720, 1024, 1440, 2560]) {
  test(`nothing sticks out of a window ${width} pixels wide`, async ({ jiandu }) => {
    const { page } = jiandu;
    await page.setViewportSize({ width, height: 800 });
    const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await widest()).toBeLessThanOrEqual(width);
    await jiandu.dropReport();
    await jiandu.drop({ name: "interview.txt", content: INTERVIEW });
    await expect(page.locator(".tally")).toHaveText("2");
    for (const view of [/数据/u, /主要指标/u, /时间线/u, /文件表/u]) {
      await page.getByRole("tab", { name: view }).click();
      expect(await widest()).toBeLessThanOrEqual(width);
      const body = await page.locator(".data-body").evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(body).toBeLessThanOrEqual(0);
    }
  });
}

test("in a narrow window a row leads to the source and back", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 390, height: 844 });
  await jiandu.dropReport();
  await jiandu.row("地区生产总值", "312.6").click();
  await expect(jiandu.source).toBeVisible();
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
  await page.locator(".panes").getByRole("button", { name: "数据" }).click();
  await expect(jiandu.table).toBeVisible();
  await page.locator(".panes").getByRole("button", { name: "文件" }).click();
  await expect(page.getByRole("listitem")).toBeVisible();
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing serious in any state, in ${scheme}`, async ({ jiandu }) => {
    const { page } = jiandu;
    await page.emulateMedia({ colorScheme: scheme });
    expect(await serious(page), "first screen").toEqual([]);
    await jiandu.drop(
      { name: "report.txt", content: REPORT },
      { name: "interview.txt", content: INTERVIEW },
      { name: "empty.txt", content: "" },
    );
    await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
    await jiandu.rows.nth(3).click();
    await page.getByRole("button", { name: "错", exact: true }).click();
    expect(await serious(page), "table, a figure judged").toEqual([]);
    await page.getByRole("button", { name: "改", exact: true }).click();
    expect(await serious(page), "the form of an edit").toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "导出" }).click();
    expect(await serious(page), "menu").toEqual([]);
    await page.keyboard.press("Escape");
    const folded = page.locator('.facet-head[aria-expanded="false"]');
    for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
    await page.locator(".facet-more").first().click();
    expect(await serious(page), "all facets").toEqual([]);
    await page.getByRole("searchbox", { name: "搜索", exact: true }).fill("全县");
    await page.getByRole("tab", { name: /原文命中/u }).click();
    await page.getByRole("listbox").getByRole("option").first().click();
    expect(await serious(page), "passages").toEqual([]);
    await page.getByRole("searchbox", { name: "搜索", exact: true }).fill("没有这样的话");
    expect(await serious(page), "nothing found").toEqual([]);
    await page.getByRole("searchbox", { name: "搜索", exact: true }).fill("");
    await page.getByRole("tab", { name: /文件表/u }).click();
    expect(await serious(page), "files").toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    expect(await serious(page), "print").toEqual([]);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.getByRole("tab", { name: "主要指标" }).click();
    expect(await serious(page), "indicators").toEqual([]);
    await page.getByRole("tab", { name: /时间线/u }).click();
    await page.getByRole("listbox").getByRole("option").first().click();
    expect(await serious(page), "timeline").toEqual([]);
    await page.getByRole("button", { name: "更正" }).click();
    expect(await serious(page), "card").toEqual([]);
    await jiandu.document("empty.txt").locator(".document-main").click();
    await page.getByRole("tab", { name: /数据/u }).click();
    expect(await serious(page), "failure").toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await serious(page), "narrow").toEqual([]);
  });
}

for (const width of [360, 1024]) {
  test(`axe finds nothing serious in a window ${width} pixels wide`, async ({ jiandu }) => {
    const { page } = jiandu;
    await page.setViewportSize({ width, height: 780 });
    expect(await serious(page), "first screen").toEqual([]);
    await jiandu.drop({ name: "report.txt", content: REPORT }, { name: "empty.txt", content: "" });
    await expect(jiandu.rows.first()).toBeVisible();
    const pane = (name: string) => page.locator(".panes").getByRole("button", { name }).click();
    for (const view of [/^数据/u, /主要指标/u, /时间线/u, /文件表/u]) {
      await page.getByRole("tab", { name: view }).click();
      expect(await serious(page), String(view)).toEqual([]);
    }
    await page.getByRole("tab", { name: /^数据/u }).click();
    await jiandu.rows.first().click();
    await expect(page.getByRole("button", { name: "更正" })).toBeVisible();
    expect(await serious(page), "source, a figure lit").toEqual([]);
    await page.getByRole("button", { name: "更正" }).click();
    expect(await serious(page), "card").toEqual([]);
    await pane("文件");
    await page.getByRole("checkbox").first().check();
    expect(await serious(page), "documents and facets").toEqual([]);
    await pane("数据");
    await page.getByRole("button", { name: "导出" }).click();
    expect(await serious(page), "menu").toEqual([]);
  });
}
