import { expect, test } from "./page.js";

test("a click on a row lights its words in the source", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.row("地区生产总值", "312.6").click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["312.6亿元"]);
  expect((await jiandu.highlighted("context")).join("")).toContain("全年实现地区生产总值312.6亿元");
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
  await expect(jiandu.row("地区生产总值", "312.6")).toHaveAttribute("aria-selected", "true");
  const reading = jiandu.page.getByRole("region", { name: "解读" });
  await expect(reading).toContainText("地区生产总值");
  await expect(reading).toContainText("2024年");
});

test("a click in the source finds the row", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.clickInSource("52.3亿元");
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["52.3亿元"]);
  const row = jiandu.table.locator('[aria-selected="true"]');
  await expect(row).toHaveCount(1);
  await expect(row).toBeInViewport();
  await expect(row.locator(".c-value")).toHaveText("52.3亿元");
});

test("words far down in the text are brought into sight", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.page.getByRole("searchbox").fill("办结");
  await jiandu.rows.last().click();
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
});

test("j and k walk the rows, and Escape lets go", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await jiandu.table.focus();
  await page.keyboard.press("j");
  await expect.poll(() => jiandu.highlighted("lit")).toHaveLength(1);
  const first = await jiandu.highlighted("lit");
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => jiandu.highlighted("lit")).not.toEqual(first);
  await page.keyboard.press("k");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(first);
  await page.keyboard.press("Escape");
  await expect.poll(() => jiandu.highlighted("lit")).toEqual([]);
});

test("a numeral that was not taken says what it was taken for", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.clickInSource("PM2.5");
  await expect(jiandu.page.getByRole("region", { name: "解读" })).toContainText("没有取作数据：名称的一部分");
});

test("a date says what it means", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.clickInSource("9月底前");
  await expect(jiandu.page.getByRole("region", { name: "解读" })).toContainText("2025年");
});

test("the legend switches each kind of mark off and on", async ({ jiandu }) => {
  await jiandu.dropReport();
  expect((await jiandu.highlighted("date")).length).toBeGreaterThan(5);
  const dates = jiandu.source.getByRole("button", { name: /^日期/u });
  await dates.click();
  await expect(dates).toHaveAttribute("aria-pressed", "false");
  await expect.poll(() => jiandu.highlighted("date")).toEqual([]);
  await dates.click();
  await expect.poll(async () => (await jiandu.highlighted("date")).length).toBeGreaterThan(5);
});

test("the outline leads to a section", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.source.getByRole("combobox", { name: "目录" }).selectOption({ label: "三、2025年重点工作" });
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["三、2025年重点工作"]);
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
});

test("every mark covers exactly the words of its item", async ({ jiandu }) => {
  await jiandu.dropReport();
  const figures = [...(await jiandu.highlighted("figure")), ...(await jiandu.highlighted("ahead"))];
  expect(figures).toContain("312.6亿元");
  expect(figures).toContain("2600万美元");
  expect(figures.length).toBe(Number(await jiandu.table.getAttribute("aria-rowcount")) - 1);
});

test("the sheet of key indicators sets the target beside the result", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.page.getByRole("tab", { name: "主要指标" }).click();
  const row = jiandu.page
    .getByRole("row")
    .filter({ hasText: /^\s*地区生产总值/u })
    .first();
  await expect(row.locator(".k-actual")).toContainText("312.6亿元");
  await expect(row.locator(".k-growth")).toContainText("+6.1%");
  await expect(row.locator(".k-target")).toContainText("6%");
  await row.locator(".k-target button").click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["6%"]);
});
