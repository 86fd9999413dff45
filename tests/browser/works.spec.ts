// What an analyst does all day, on real documents where there are some. The views across documents have tests of their own.
import { copyFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { readXlsx } from "hucre/xlsx";
import { expect, Jiandu, parsedCsv, realReports, test } from "./page.js";

const shown = async (jiandu: Jiandu) => Number(await jiandu.table.getAttribute("aria-rowcount")) - 1;

async function dropReal(jiandu: Jiandu, count: number): Promise<number> {
  const files = realReports(count);
  await jiandu.drop(...files);
  const { page } = jiandu;
  await expect(page.locator(".tally")).toHaveText(String(files.length), { timeout: 90_000 });
  await expect(jiandu.rows.first()).toBeVisible();
  return files.length;
}

/** The table as it is exported: rows by the heading of the column. */
async function table(jiandu: Jiandu): Promise<Record<string, string>[]> {
  const [head = [], ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ""])));
}

test("dropping one report shows title, place, day and kind, the key indicators, figures, timeline and source, and a corrected day or place re-resolves all of it", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropReal(jiandu, 1);
  const card = jiandu.source.getByRole("group", { name: "文件概况" });
  await expect(card.getByRole("heading")).not.toBeEmpty();
  await expect(card.locator(".card-kind")).not.toBeEmpty();
  await expect(card.locator(".lacking")).toHaveCount(0);
  const before = await table(jiandu);
  expect(before.length).toBeGreaterThan(20);
  await page.getByRole("tab", { name: "主要指标" }).click();
  await expect(page.locator(".indicators tbody tr").first()).toBeVisible();
  await expect(page.locator(".indicators .k-target .indicator-cell").first()).toBeVisible();
  await page.getByRole("tab", { name: /时间线/u }).click();
  await expect(page.getByRole("listbox", { name: "事项列表" }).getByRole("option").first()).toBeVisible();
  await page.getByRole("tab", { name: /^数据/u }).click();

  await page.getByRole("button", { name: "更正", exact: true }).click();
  await page.getByLabel("日期").fill("1999-02-03");
  await page.getByLabel("地方").fill("河南省焦作市武陟县");
  await page.getByRole("button", { name: "重新分析" }).click();
  await expect(card).toContainText("1999年2月3日");
  await expect(card).toContainText("武陟县");
  await expect(jiandu.rows.first()).toBeVisible();
  const after = await table(jiandu);
  expect(after.map((row) => row.原文)).toEqual(before.map((row) => row.原文));
  const moved = after.filter((row, at) => row.时期起 !== before[at]?.时期起);
  expect(moved.length, "periods told from the day").toBeGreaterThan(0);
  const placed = after.filter((row, at) => row.主体 !== before[at]?.主体);
  expect(placed.length, "subjects told from the place").toBeGreaterThan(0);
  await page.getByRole("button", { name: "更正", exact: true }).click();
  await page.getByRole("button", { name: "还原为原文" }).click();
  await expect(card).not.toContainText("1999年2月3日");
  await expect(jiandu.rows.first()).toBeVisible();
  expect(await table(jiandu)).toEqual(before);
});

test("every row leads to its words and every mark back to its row, j and k walk the evidence, and a numeral that was not taken says what it was taken for", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropReal(jiandu, 1);
  const rows = await table(jiandu);
  const lit = async () => (await jiandu.highlighted("lit")).join("").replaceAll(/\s/gu, "");
  await jiandu.table.focus();
  for (const row of rows.slice(0, 25)) {
    await page.keyboard.press("j");
    await expect.poll(lit).toBe(row.原文?.replaceAll(/\s/gu, ""));
    expect(await jiandu.litIsInSight()).toBe(true);
    await expect(jiandu.table.locator('[aria-selected="true"]')).toBeInViewport();
  }
  await page.keyboard.press("k");
  await expect.poll(lit).toBe(rows[23]?.原文?.replaceAll(/\s/gu, ""));

  // From the text back, along all its marks.
  await page.keyboard.press("Escape");
  await page.locator(".source-text").focus();
  const seen = new Set<string>();
  const wanted = ["figure", "date", "other"];
  let at = "";
  for (let step = 0; step < 200 && !wanted.every((kind) => seen.has(kind)); step += 1) {
    await page.keyboard.press("j");
    // Each step lights other words; what is read before that may still be the last step's.
    await expect.poll(() => jiandu.litAt()).not.toBe(at);
    at = await jiandu.litAt();
    const { kind, text, selected } = await jiandu.reading();
    if (kind === "figure" || kind === "ahead") {
      expect(selected).toBe(1);
      seen.add("figure");
    } else {
      if (kind === "other") expect(text).toContain("没有取作数据：");
      seen.add(kind);
    }
  }
  for (const kind of wanted) expect(seen).toContain(kind);
});

test("what is sought and narrowed is what is shown, counted and exported, and the address brings it back", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropReal(jiandu, 6);
  const all = await shown(jiandu);
  await page.getByRole("searchbox").fill("增长");
  await expect.poll(() => shown(jiandu)).toBeLessThan(all);
  await page.getByRole("checkbox", { name: /^目标/u }).check();
  const target = await page.locator(".facet-value").filter({ hasText: "目标" }).locator(".facet-count").textContent();
  await expect.poll(() => shown(jiandu)).toBe(Number(target?.replaceAll(",", "")));
  const rows = await table(jiandu);
  expect(rows).toHaveLength(await shown(jiandu));
  for (const row of rows) {
    expect(row.性质).toBe("目标");
    expect(`${row.原句}${row.指标}${row.主体}${row.时期原文}${row.力度用词}`).toContain("增长");
  }
  const reports = JSON.parse((await jiandu.exported("JSON")).text);
  const figures = reports.reduce((sum: number, one: { figures: unknown[] }) => sum + one.figures.length, 0);
  expect(figures).toBe(rows.length);
  const book = await readXlsx(new Uint8Array((await jiandu.exported("XLSX")).bytes));
  expect((book.sheets[0]?.rows.length ?? 0) - 1).toBe(rows.length);
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  jiandu.requests.length = 0;
  await dropReal(jiandu, 6);
  await expect.poll(() => shown(jiandu)).toBe(rows.length);
});

test("the timeline zooms from decades to days, lanes go by kind or place, overdue is told from open by shape and word, dense stretches open, and the list is the same for keyboard and screen reader", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropReal(jiandu, 6);
  await page.getByRole("tab", { name: /时间线/u }).click();
  const list = page.getByRole("listbox", { name: "事项列表" });
  const size = Number(await list.getByRole("option").first().getAttribute("aria-setsize"));
  const drawn = async () => {
    const clusters = await page.locator(".timeline-chart .cluster text").allTextContents();
    return (
      (await page.locator(".timeline-chart .entry").count()) + clusters.reduce((sum, text) => sum + Number(text), 0)
    );
  };
  // What has no date stands in the list alone.
  expect(await drawn()).toBeGreaterThan(size * 0.9);
  expect(await drawn()).toBeLessThanOrEqual(size);
  const byKind = await drawn();
  await page.getByRole("button", { name: "按主体" }).click();
  await expect.poll(drawn).toBe(byKind);
  await page.getByRole("button", { name: "按类别" }).click();
  await expect(page.locator(".timeline-chart .today")).toHaveCount(1);

  // What became of the deadlines is known when the documents have been compared.
  await expect(page.locator(".timeline")).toHaveAttribute("aria-busy", "false");
  const overdue = page.locator('.timeline-chart .entry[data-unfound="true"] .entry-glyph').first();
  await expect(overdue).toHaveAttribute("d", /M3\.4/u);
  const facet = page.locator(".facet-value").filter({ hasText: "到期未见结果" });
  await facet.getByRole("checkbox").check();
  const many = (await facet.locator(".facet-count").textContent()) ?? "";
  await expect(list.getByRole("option").first()).toHaveAttribute("aria-setsize", many.replaceAll(",", ""));
  await expect(list.getByRole("option").first()).toContainText("到期未见结果");
  await facet.getByRole("checkbox").uncheck();

  // A dense stretch: a click leads nearer, until its entries stand alone.
  const ticks = () => page.locator(".timeline-chart .tick text").allTextContents();
  const whole = await ticks();
  await page.locator(".timeline-chart .cluster").first().click();
  await expect.poll(ticks).not.toEqual(whole);
  await page.locator(".timeline-scroll").focus();
  await page.keyboard.press("0");
  await expect.poll(ticks).toEqual(whole);
  for (let press = 0; press < 16; press += 1) await page.keyboard.press("+");
  await expect.poll(async () => (await ticks()).some((text) => /日$/u.test(text))).toBe(true);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("0");

  await list.focus();
  await page.keyboard.press("ArrowDown");
  const first = await list.getAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  await expect(list).not.toHaveAttribute("aria-activedescendant", first ?? "");
  await expect(list.getByRole("option", { selected: true })).toHaveCount(1);
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
});

test("a folder of reports is read while it is used, each listed with kind, place, day and counts", async ({
  jiandu,
}) => {
  test.setTimeout(120_000);
  const { page } = jiandu;
  const count = await dropReal(jiandu, 30);
  await page.getByRole("tab", { name: /文件表/u }).click();
  const files = page.getByRole("grid", { name: "文件表" });
  await expect(files).toHaveAttribute("aria-rowcount", String(count + 1));
  const row = files.getByRole("row").nth(1);
  await expect(row.locator(".f-state")).toHaveText("读完");
  for (const cell of ["f-kind", "f-place", "f-figures", "f-entries"])
    await expect(row.locator(`.${cell}`)).not.toBeEmpty();
  const book = await readXlsx(new Uint8Array((await jiandu.exported("XLSX")).bytes));
  expect(book.sheets.find(({ name }) => name === "文件")?.rows).toHaveLength(count + 1);
});

test("a judged figure stays judged through reload, export and saved page", async ({ jiandu, browser }, info) => {
  const { page } = jiandu;
  await dropReal(jiandu, 2);
  for (const key of ["j", "y", "j", "n", "j", "e"]) {
    await page.keyboard.press(key);
    await expect(page.locator(".verdict").first()).toBeVisible();
  }
  await page.locator(".judging-form").getByLabel("指标", { exact: true }).fill("另一个指标");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  const judged = [["核对无误"], ["读错"], ["人工更正"]];
  const said = async () => (await table(jiandu)).filter((row) => row.核对 !== "").map((row) => [row.核对]);
  expect(await said()).toEqual(judged);
  const file = info.outputPath("saved.html");
  copyFileSync((await jiandu.exported("存成网页")).path, file);
  await page.reload();
  await dropReal(jiandu, 2);
  expect(await said()).toEqual(judged);
  const context = await browser.newContext({ locale: "zh-CN", offline: true });
  const again = new Jiandu(await context.newPage());
  await again.page.goto(pathToFileURL(file).href);
  await expect(again.page.locator(".said")).toHaveCount(3);
  await expect(again.rows.nth(2)).toContainText("另一个指标");
  expect(again.complaints).toEqual([]);
  await context.close();
});
