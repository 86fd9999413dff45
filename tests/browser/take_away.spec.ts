// What leaves the page as a file, opened by programs that are not the page.
import { copyFileSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import { readXlsx } from "hucre/xlsx";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { COUNTY } from "./collection.js";
import { expect, INTERVIEW, Jiandu, parsedCsv, REPORT, test } from "./page.js";

type Row = readonly unknown[];

/** A sheet of a workbook: its header, and its rows by the names in it. */
function sheet(book: Awaited<ReturnType<typeof readXlsx>>, name: string): Record<string, unknown>[] {
  const found = book.sheets.find((one) => one.name === name);
  const [head = [], ...rows] = (found?.rows ?? []) as Row[];
  return rows.map((row) => Object.fromEntries(head.map((column, at) => [String(column), row[at] ?? null])));
}

async function lightAndJudge(jiandu: Jiandu): Promise<void> {
  await jiandu.row("地区生产总值", "312.6").click();
  await jiandu.page.getByRole("button", { name: "改", exact: true }).click();
  await jiandu.page.locator(".judging-form").getByLabel("数值", { exact: true }).fill("321.6");
  await jiandu.page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(jiandu.row("地区生产总值", "321.6")).toContainText("人工更正");
}

test("the workbook has a sheet each for figures, timeline, projects and documents, with numbers and days as such, for a reader that is not ours", async ({
  jiandu,
}) => {
  await jiandu.drop(
    { name: "report.txt", content: REPORT },
    { name: "=1+1.txt", content: INTERVIEW },
    { name: "empty.txt", content: "" },
  );
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(2);
  await expect(jiandu.document("empty.txt")).toContainText("文件是空的");
  await lightAndJudge(jiandu);
  const { name, bytes } = await jiandu.exported("XLSX");
  expect(name).toMatch(/\.xlsx$/u);
  const book = await readXlsx(new Uint8Array(bytes));
  expect(book.sheets.map((one) => one.name)).toEqual(["数据", "时间线", "项目", "文件"]);
  const figures = sheet(book, "数据");
  expect(figures).toHaveLength(Number(await jiandu.table.getAttribute("aria-rowcount")) - 1);
  const gdp = figures.find((row) => row.原文 === "312.6亿元");
  expect(gdp).toMatchObject({ 数值: 32_160_000_000, 单位: "元", 核对: "人工更正", 文件: "report.txt" });
  expect(gdp?.机器读数).toContain("312.6亿元");
  expect(gdp?.时期起).toEqual(new Date("2024-01-01T00:00:00Z"));
  expect(gdp?.文件日期).toEqual(new Date("2025-01-14T00:00:00Z"));
  for (const row of figures)
    expect(REPORT.slice(Number(row.起), Number(row.止)) === row.原文 || row.文件 !== "report.txt").toBe(true);
  expect(figures.some((row) => row.文件 === "=1+1.txt")).toBe(true);
  const timeline = sheet(book, "时间线");
  expect(timeline.length).toBeGreaterThan(3);
  expect(timeline.some((row) => row.止日 instanceof Date)).toBe(true);
  const projects = sheet(book, "项目");
  expect(projects.length).toBeGreaterThan(0);
  expect(projects.some((row) => typeof row["投资（元）"] === "number")).toBe(true);
  const documents = sheet(book, "文件");
  expect(documents.map((row) => [row.文件, row.状态])).toEqual([
    ["report.txt", "读完"],
    ["=1+1.txt", "读完"],
    ["empty.txt", "没读成"],
  ]);
  expect(documents[2]?.没读成的原因).toBe("文件是空的");
});

test("the figures of a large workbook are packed without a worker from a string, which the policy would refuse", async ({
  jiandu,
}) => {
  await jiandu.drop({ name: "long.txt", content: REPORT.repeat(12) });
  await expect(jiandu.rows.first()).toBeVisible();
  const { bytes } = await jiandu.exported("XLSX");
  const book = await readXlsx(new Uint8Array(bytes));
  expect(sheet(book, "数据").length).toBe(Number(await jiandu.table.getAttribute("aria-rowcount")) - 1);
});

test("tables are written in a worker of their own, which ends with its file, and a row at a time comes from the page", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    // Documents are compared beside it, in another worker.
    const writers = new WeakSet<Worker>();
    Object.assign(globalThis, { asked });
    const { postMessage, terminate } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
      const { type } = given[0] as { type: string };
      if (type === "write") writers.add(this);
      if (writers.has(this)) asked.push(type);
      Reflect.apply(postMessage, this, given);
    };
    Worker.prototype.terminate = function (this: Worker) {
      if (writers.has(this)) asked.push("terminated");
      Reflect.apply(terminate, this, []);
    };
  });
  const jiandu = new Jiandu(page);
  await jiandu.open();
  const asked = () => page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.splice(0));
  await jiandu.drop({ name: "long.txt", content: REPORT.repeat(12) });
  await expect(jiandu.rows.first()).toBeVisible();
  await asked();
  const shown = Number(await jiandu.table.getAttribute("aria-rowcount")) - 1;
  const { text } = await jiandu.exported("CSV");
  expect(parsedCsv(text)).toHaveLength(shown + 1);
  const steps = await asked();
  expect(steps[0]).toBe("write");
  expect(steps.slice(-2)).toEqual(["finishWriting", "terminated"]);
  expect(steps.slice(1, -2).every((step) => step === "rows")).toBe(true);
  await jiandu.exported("XLSX");
  expect((await asked()).at(0)).toBe("write");
  expect(jiandu.complaints).toEqual([]);
});

test("the projects of the workbook are those in sight", async ({ jiandu }) => {
  await jiandu.dropReport();
  const projects = async () => sheet(await readXlsx(new Uint8Array((await jiandu.exported("XLSX")).bytes)), "项目");
  const all = await projects();
  expect(all.length).toBeGreaterThan(1);
  await jiandu.page.getByRole("searchbox", { name: "搜索" }).fill(String(all[0]?.项目));
  await expect(jiandu.page.locator(".shown")).toContainText("/");
  const some = await projects();
  expect(some.length).toBeLessThan(all.length);
  expect(some.map(({ 项目 }) => 项目)).toContain(all[0]?.项目);
});

test("the printed report holds every figure shown, with the key indicators and the timeline", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await lightAndJudge(jiandu);
  const shown = Number(await jiandu.table.getAttribute("aria-rowcount")) - 1;
  const pdf = await page.pdf({ format: "A4" });
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: true, verbosity: 0 }).promise;
  expect(document.numPages).toBeGreaterThan(2);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const rows = page.locator(".print-document table").nth(1).locator(".print-figure");
  await expect(rows).toHaveCount(shown);
  await expect(page.locator(".print-document h1")).toHaveText("青沅县政府工作报告");
  const machine = "机器读作 地区生产总值 · 312.6亿元 · 2024年 · 完成";
  await expect(page.locator(".print-figure .print-verdict")).toHaveText(`人工更正（${machine}）`);
  await expect(page.locator(".print-entry .print-verdict")).toHaveText(`人工更正，${machine}`);
  await page.emulateMedia({ media: "print" });
  await expect(rows.first()).toBeVisible();
  await expect(page.locator(".work")).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".print")).toHaveCount(0);
  await expect(page.locator(".work")).toBeVisible();
});

test("on paper a growth of five years says so, and what nothing is told of has no column", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.drop({
    name: "yunling.txt",
    content:
      "云岭县人民政府工作报告\n——2022年1月10日在云岭县第十七届人民代表大会上\n\n一、过去五年工作回顾\n过去五年，全县地区生产总值由201.4亿元增加到276.9亿元，年均增长6.1%。\n",
  });
  await expect(jiandu.rows.first()).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const sheet = page.locator(".print-document table").first();
  await expect(sheet.locator("tbody tr").filter({ hasText: "+6.1%" })).toContainText("2017–2021年");
  await expect(sheet.locator("thead th")).toHaveText(["指标", "完成", "增长"]);
});

test("saved as a page, the program with documents and judgements inside opens offline from file:// and is again the whole tool", async ({
  jiandu,
  browser,
}, info) => {
  await jiandu.drop({ name: "report.txt", content: REPORT }, { name: "访谈.txt", content: INTERVIEW });
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(2);
  await jiandu.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "2023年，全县地区生产总值463.3亿元。");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  });
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(3);
  await lightAndJudge(jiandu);
  await jiandu.page.getByRole("checkbox", { name: /^目标/u }).check();
  const original = await jiandu.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  const { name, path } = await jiandu.exported("存成网页");
  expect(name).toMatch(/\.html$/u);
  const file = info.outputPath("saved.html");
  copyFileSync(path, file);

  // Another reader: nothing of this one's storage is there.
  const context = await browser.newContext({ locale: "zh-CN", offline: true });
  const again = new Jiandu(await context.newPage());
  const { page } = again;
  await page.goto(pathToFileURL(file).href);
  again.requests.length = 0;
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(3);
  await expect(page.getByRole("checkbox", { name: /^目标/u })).toBeChecked();
  await page.getByRole("button", { name: "清除筛选" }).first().click();
  await expect(again.row("地区生产总值", "321.6")).toContainText("人工更正");
  // The same policy to the letter, and the scripts that its hashes name.
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")).toBe(original);
  for (const id of ["jiandu-first", "jiandu-page"]) {
    const code = (await page.locator(`#${id}`).evaluate((element) => element.textContent)) ?? "";
    expect(original).toContain(createHash("sha256").update(code).digest("base64"));
  }
  // The whole tool: it reads more, corrects a day, judges, and saves itself once more.
  await again.drop({ name: "more.txt", content: "2024年，全县粮食产量52.3万吨。" });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(4);
  await again.row("地区生产总值", "321.6").click();
  await page.keyboard.press("n");
  await expect(again.row("地区生产总值", "312.6")).toContainText("读错");
  await page.keyboard.press("Control+z");
  await expect(again.row("地区生产总值", "321.6")).toContainText("人工更正");
  await page.locator(".document-main").first().click();
  await page.getByRole("button", { name: "更正", exact: true }).click();
  await page.getByLabel("日期").fill("2024-01-20");
  await page.getByRole("button", { name: "重新分析" }).click();
  await expect(again.source).toContainText("2024年1月20日");
  const second = info.outputPath("second.html");
  copyFileSync((await again.exported("存成网页")).path, second);
  expect(readFileSync(second, "utf8").split('id="jiandu-session"')).toHaveLength(2);
  await page.goto(pathToFileURL(second).href);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(4);
  await page.locator(".document-main").first().click();
  await expect(again.source).toContainText("2024年1月20日");
  expect(again.complaints).toEqual([]);
  expect(again.requests.filter((address) => !address.startsWith("file:"))).toEqual([]);
  await context.close();
});

test("the calendar and the menu say the same of deadlines whether the timeline was opened or not", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop(...COUNTY);
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(COUNTY.length);
  const before = (await jiandu.exported("ICS")).text;
  const item = page.getByRole("menuitem", { name: "ICS" });
  await page.getByRole("button", { name: "导出" }).click();
  await expect(item).toContainText(/项已兑现/u);
  const hint = await item.textContent();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: /^时间线/u }).click();
  await expect(page.locator('.timeline[aria-busy="false"]')).toBeVisible();
  expect((await jiandu.exported("ICS")).text).toBe(before);
  await page.getByRole("button", { name: "导出" }).click();
  await expect(item).toHaveText(hint ?? "");
  expect(before).toContain("SUMMARY:兑现");
});

test("the workbook tells what became of deadlines although nobody has opened the timeline", async ({ jiandu }) => {
  await jiandu.drop(...COUNTY);
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(COUNTY.length);
  const book = await readXlsx(new Uint8Array((await jiandu.exported("XLSX")).bytes));
  const states = sheet(book, "时间线").map((row) => String(row.进展));
  expect(states.some((state) => state.includes("兑现"))).toBe(true);
});

test("in the wide sheet every value is a number, those with a bound or a range too, and shows it as people write it", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop(...COUNTY, {
    name: "云岭县2024.txt",
    content: `云岭县人民政府工作报告
——2024年1月9日在云岭县第十七届人民代表大会上

二、2024年工作安排
2024年全县的主要预期目标是：我县地区生产总值增长6%—6.5%；城镇调查失业率控制在5.5%以内。
`,
  });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(COUNTY.length + 1);
  await page.getByRole("tab", { name: "跨文件" }).click();
  await expect(page.locator(".across-state")).toContainText("5 份文件");
  await page.getByRole("button", { name: "宽表" }).click();
  await expect(page.locator(".panel-grid").getByRole("row").nth(1)).toBeVisible();
  const book = await readXlsx(new Uint8Array((await jiandu.exported("XLSX")).bytes), { readStyles: true });
  const wide = book.sheets.find(({ name }) => name === "对照宽表");
  const [head = [], ...rows] = (wide?.rows ?? []) as Row[];
  const column = (name: string): number => head.findIndex((heading) => String(heading).startsWith(name));
  const of = (year: number, name: string): unknown => rows.find((row) => row[column("年份")] === year)?.[column(name)];
  expect(of(2022, "地区生产总值 增长率 % 目标")).toBe(6.5);
  expect(of(2021, "城镇新增就业 总量水平 人 目标")).toBe(4000);
  expect(of(2024, "地区生产总值 增长率 % 目标")).toBe(6);
  for (const row of rows)
    for (const [at, cell] of row.entries())
      if (/目标$|结果$/u.test(String(head[at])) && !String(head[at]).includes("三次产业"))
        expect(cell === null || typeof cell === "number", `${head[at]}: ${cell}`).toBe(true);
  // As the cell shows it.
  const formats = new Set([...(wide?.cells?.values() ?? [])].map(({ style }) => style?.numFmt).filter(Boolean));
  for (const format of ['"≥"General;"≥"-General', '"≈"General;"≈"-General', 'General"–6.5";-General"–6.5"'])
    expect(formats).toContain(format);
  const csv = parsedCsv((await jiandu.exported("CSV")).text);
  expect(csv.find((row) => row[2] === "2024")).toContain("6–6.5");
});
