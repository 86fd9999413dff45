// What a reader edited, confirmed or called wrong, in the timeline and in what is taken away of it.
import { readXlsx } from "hucre/xlsx";
import { whatever } from "./axe.js";
import { dropCounty, judge } from "./collection.js";
import { expect, parsedCsv, test, type Jiandu } from "./page.js";

const HAND = "人工更正，机器读作 地区生产总值 · ≈6.5%";

const entry = ({ page }: Jiandu, title: string) =>
  page.getByRole("listbox", { name: "事项列表" }).getByRole("option").filter({ hasText: title });

/** The growth aimed at for 2022 edited, the revenue of 2022 called wrong, the jobs of 2021 confirmed. */
async function judgeThree(jiandu: Jiandu): Promise<void> {
  await dropCounty(jiandu, /^承诺/u);
  await judge(jiandu, "云岭县2022.txt", "地区生产总值", "6.5%", "2.5");
  await judge(jiandu, "云岭县2022.txt", "一般公共预算收入", "5%", "n");
  await judge(jiandu, "云岭县2021.txt", "城镇新增就业", "4,000", "y");
  await jiandu.page.getByRole("tab", { name: /^时间线/u }).click();
  await expect(jiandu.page.locator('.timeline[aria-busy="false"]')).toBeVisible();
}

/** Rows of a table by the names of its columns. */
function named([head = [], ...rows]: readonly (readonly unknown[])[]): Record<string, unknown>[] {
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [String(name), row[at] ?? ""])));
}

test("the timeline shows an edited value in the place of the machine's and says so, strikes out what was called wrong, and marks what was confirmed", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await judgeThree(jiandu);
  const edited = entry(jiandu, "地区生产总值增长2.5%左右");
  await expect(edited).toContainText(HAND);
  await expect(entry(jiandu, "地区生产总值增长6.5%左右")).toHaveCount(0);
  const wrong = entry(jiandu, "一般公共预算收入增长5%").filter({ hasText: "2022年" });
  await expect(wrong).toHaveAttribute("data-verdict", "wrong");
  await expect(wrong.locator(".entry-state")).toHaveText("期限 · 读错");
  await expect(wrong.locator(".entry-title")).toHaveCSS("text-decoration-line", "line-through");
  await expect(entry(jiandu, "城镇新增就业4000人以上").filter({ hasText: "核对无误" })).toHaveCount(1);
  // In the chart too, by a sign of their own: of one document all are drawn.
  await page.locator('.document-main[title="云岭县2022.txt"]').click();
  await page.getByRole("tab", { name: /^时间线/u }).click();
  await expect(page.locator('.timeline-chart .entry[data-verdict="edited"] title')).toContainText(HAND);
  await expect(page.locator('.timeline-chart .entry[data-verdict="wrong"] title')).toContainText("读错");
  // And all of it goes when it is taken back.
  await page.getByRole("button", { name: "全部文件" }).click();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+z");
  await expect(entry(jiandu, "地区生产总值增长6.5%左右")).toHaveCount(1);
  await expect(page.locator(".entries [data-verdict]")).toHaveCount(0);
});

test("the timeline's CSV and sheet say what was judged by hand, and what the machine had read", async ({ jiandu }) => {
  await judgeThree(jiandu);
  const csv = named(parsedCsv((await jiandu.exported("CSV")).text));
  const book = await readXlsx(new Uint8Array((await jiandu.exported("XLSX")).bytes));
  const sheet = named((book.sheets.find(({ name }) => name === "时间线")?.rows ?? []) as unknown[][]);
  for (const rows of [csv, sheet]) {
    const edited = rows.find(({ 内容 }) => String(内容).includes("增长2.5%左右"));
    expect(edited?.核对).toBe("人工更正");
    expect(edited?.机器读数).toContain("≈6.5%");
    const wrong = rows.filter(({ 核对 }) => 核对 === "读错");
    expect(wrong.map(({ 内容 }) => 内容)).toEqual([expect.stringContaining("一般公共预算收入增长5%")]);
    expect(wrong[0]?.机器读数).toContain("一般公共预算收入");
    expect(wrong[0]?.进展).toBe("待办");
    expect(rows.filter(({ 核对 }) => 核对 === "核对无误")).toHaveLength(1);
  }
  const reports = JSON.parse((await jiandu.exported("JSON")).text) as {
    timeline: { title: string; judgement?: string; machine?: { title: string } }[];
  }[];
  const told = reports.flatMap(({ timeline }) => timeline).filter(({ judgement }) => judgement);
  expect(told.map(({ judgement }) => judgement).sort()).toEqual(["edited", "right", "wrong"]);
  expect(told.find(({ judgement }) => judgement === "edited")?.machine?.title).toContain("6.5%");
});

test("the calendar carries an edited value and says so, and leaves out a deadline that was called wrong", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^承诺/u);
  const events = async (): Promise<string[]> =>
    (await jiandu.exported("ICS")).text.replaceAll("\r\n ", "").split("BEGIN:VEVENT").slice(1);
  const name = (event: string | undefined) => /UID:\S+/u.exec(event ?? "")?.[0];
  await page.getByRole("tab", { name: /^时间线/u }).click();
  const before = await events();
  await judge(jiandu, "云岭县2022.txt", "地区生产总值", "6.5%", "2.5");
  await judge(jiandu, "云岭县2022.txt", "一般公共预算收入", "5%", "n");
  await page.getByRole("tab", { name: /^时间线/u }).click();
  const after = await events();
  expect(after).toHaveLength(before.length - 1);
  expect(after.join("")).not.toMatch(/SUMMARY:[^\r]*一般公共预算收入增长5%\r/u);
  const edited = after.find((event) => event.includes("地区生产总值增长2.5%左右"));
  expect(edited).toMatch(/SUMMARY:人工更正 · /u);
  expect(edited).toContain(HAND);
  expect(after.join("")).not.toMatch(/SUMMARY:[^\r]*增长6\.5%/u);
  // A second import mends the event of the first.
  expect(name(edited)).toBe(name(before.find((event) => /SUMMARY:[^\r]*地区生产总值增长6\.5%/u.test(event))));
  await page.getByRole("button", { name: "导出" }).click();
  await expect(page.getByRole("menuitem", { name: "ICS" })).toContainText("另有 1 项标为读错，没有列入");
});

test("an entry moves with the period of its figure, and is a deadline no longer once its figure is a result", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^承诺/u);
  await judge(jiandu, "云岭县2022.txt", "地区生产总值", "6.5%", "n");
  await page.getByRole("tab", { name: /^数据/u }).click();
  await jiandu.rows
    .filter({ has: page.locator(".c-indicator", { hasText: "地区生产总值" }) })
    .filter({ has: page.locator(".c-value", { hasText: "6.5" }) })
    .click();
  await page.getByRole("group", { name: "核对" }).getByRole("button", { name: "改", exact: true }).click();
  const form = page.locator(".judging-form");
  await form.locator("[name=period]").fill("2023");
  await form.locator("[name=status]").selectOption({ label: "完成" });
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByRole("tab", { name: /^时间线/u }).click();
  // A year later it stands among the last, which are drawn only when they are scrolled to.
  await page.getByRole("listbox", { name: "事项列表" }).press("End");
  const row = entry(jiandu, "地区生产总值增长6.5%左右");
  await expect(row.locator(".entry-when")).toHaveText("2023年");
  await expect(row.locator(".entry-state")).toHaveText("节点 · 已办");
});

test("the timeline is narrowed to what was judged, and so are its files", async ({ jiandu }) => {
  const { page } = jiandu;
  await judgeThree(jiandu);
  await page.locator(".facet-head", { hasText: "核对" }).click();
  await page.getByRole("checkbox", { name: /^读错/u }).check();
  const rows = page.getByRole("listbox", { name: "事项列表" }).getByRole("option");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("一般公共预算收入增长5%");
  await expect(page.getByRole("tab", { name: /^时间线/u })).toContainText("1");
  expect(parsedCsv((await jiandu.exported("CSV")).text)).toHaveLength(2);
  await page.getByRole("checkbox", { name: /^人工更正/u }).check();
  await expect(rows).toHaveCount(2);
});

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing in a timeline with marks by hand, in the ${theme} theme`, async ({ jiandu }) => {
    await jiandu.page.emulateMedia({ colorScheme: theme });
    await judgeThree(jiandu);
    expect(await whatever(jiandu.page)).toEqual([]);
  });
}

test("on paper the timeline says what was judged by hand", async ({ jiandu }) => {
  const { page } = jiandu;
  await judgeThree(jiandu);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const rows = page.locator(".print-entry");
  await expect(rows.filter({ hasText: "地区生产总值增长2.5%左右" })).toContainText(HAND);
  const wrong = rows.and(page.locator('[data-verdict="wrong"]'));
  await expect(wrong).toContainText("读错");
  await expect(wrong.locator(".print-title")).toHaveCSS("text-decoration-line", "line-through");
});
