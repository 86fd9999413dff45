import { readXlsx } from "hucre/xlsx";
import { expect, type Jiandu, parsedCsv, REPORT, test } from "./page.js";

const csv = (jiandu: Jiandu) => jiandu.exported("CSV");
const json = (jiandu: Jiandu) => jiandu.exported("JSON");

test("the CSV has a byte order mark, a heading and every figure shown", async ({ jiandu }) => {
  await jiandu.dropReport();
  const { name, text } = await csv(jiandu);
  expect(name).toMatch(/^简牍-\d{4}-\d{2}-\d{2}\.csv$/u);
  expect(text.startsWith("\uFEFF")).toBe(true);
  const [head = [], ...rows] = parsedCsv(text);
  expect(rows.length).toBe(Number(await jiandu.table.getAttribute("aria-rowcount")) - 1);
  const column = (heading: string) => head.indexOf(heading);
  const gdp = rows.find((row) => row[column("原文")] === "312.6亿元");
  expect(gdp?.[column("指标")]).toBe("地区生产总值");
  expect(gdp?.[column("数值")]).toBe("31260000000");
  expect(gdp?.[column("单位")]).toBe("元");
  expect(gdp?.[column("性质")]).toBe("完成");
  expect(gdp?.[column("时期起")]).toBe("2024-01-01");
  for (const row of rows) {
    expect(REPORT.slice(Number(row[column("起")]), Number(row[column("止")]))).toBe(row[column("原文")]);
  }
});

test("in the CSV a decline stays a number, and a cell that begins like a formula does not run", async ({ jiandu }) => {
  await jiandu.drop({
    name: "=HYPERLINK(1).txt",
    content: "=cmd县政府工作报告\n\n2023年，全县外贸进出口总额下降3.5%，地区生产总值463.3亿元。",
  });
  await expect(jiandu.row("外贸进出口", "−3.5")).toBeVisible();
  const [head = [], ...rows] = parsedCsv((await csv(jiandu)).text);
  const decline = rows.find((row) => row[head.indexOf("原文")] === "3.5%");
  expect(decline?.[head.indexOf("数值")]).toBe("-3.5");
  for (const row of rows) {
    expect(row[0]).toBe("'=HYPERLINK(1).txt");
    for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?%?$)/u);
  }
});

test("what is filtered is what is exported", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.page.getByRole("checkbox", { name: /^目标/u }).check();
  await jiandu.page.getByRole("searchbox").fill("增长");
  await expect(jiandu.page.locator(".shown")).toContainText("/");
  const shown = Number(await jiandu.table.getAttribute("aria-rowcount")) - 1;
  const [head = [], ...rows] = parsedCsv((await csv(jiandu)).text);
  expect(rows.length).toBe(shown);
  expect(new Set(rows.map((row) => row[head.indexOf("性质")]))).toEqual(new Set(["目标"]));
  const [report] = JSON.parse((await json(jiandu)).text);
  expect(report.figures.length).toBe(shown);
});

test("the JSON is a list of reports whose spans slice their text", async ({ jiandu }) => {
  await jiandu.dropReport();
  const { name, text } = await json(jiandu);
  expect(name).toMatch(/\.json$/u);
  const reports = JSON.parse(text);
  expect(reports).toHaveLength(1);
  const [report] = reports;
  expect(report.document.text).toBe(REPORT);
  expect(report.figures.length).toBeGreaterThan(80);
  for (const { span, quote } of [...report.figures, ...report.dates]) {
    expect(report.document.text.slice(span.start, span.end)).toBe(quote);
  }
});

test("sorting the table sorts the export", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.table.getByRole("button", { name: "数值" }).click();
  await expect(jiandu.table.getByRole("columnheader", { name: "数值" })).toHaveAttribute("aria-sort", "ascending");
  const [head = [], ...rows] = parsedCsv((await csv(jiandu)).text);
  const yuan = rows.filter((row) => row[head.indexOf("单位")] === "元").map((row) => Number(row[head.indexOf("数值")]));
  expect(yuan.length).toBeGreaterThan(5);
  expect(yuan).toEqual([...yuan].sort((one, two) => one - two));
});

test("evidence is copied with its citation", async ({ jiandu, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => undefined);
  await jiandu.dropReport();
  await jiandu.row("地区生产总值", "312.6").click();
  await jiandu.page.evaluate(() => {
    // file:// may have no clipboard to read from; what is written is caught on its way.
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: async (text: string) => document.documentElement.setAttribute("data-copied", text) },
    });
  });
  await jiandu.page.getByRole("button", { name: "连出处复制" }).click();
  const copied = await jiandu.page.locator("html").getAttribute("data-copied");
  expect(copied).toContain("地区生产总值 312.6亿元（2024年）");
  expect(copied).toContain("《青沅县政府工作报告》");
  expect(copied).toContain("report.txt");
});

test("the open deadlines of the timeline go into a calendar, a whole day each", async ({ jiandu }) => {
  await jiandu.dropReport();
  await jiandu.page.getByRole("tab", { name: /时间线/u }).click();
  const { name, text } = await jiandu.exported("ICS");
  expect(name).toMatch(/\.ics$/u);
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*END:VCALENDAR\r\n$/u);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  // Unfolded, as a calendar reads it.
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const starts = lines.filter((line) => line.startsWith("DTSTART")).map((line) => line.replace(/.*:/u, ""));
  const ends = lines.filter((line) => line.startsWith("DTEND")).map((line) => line.replace(/.*:/u, ""));
  await jiandu.page.getByRole("button", { name: "导出" }).click();
  const promised = await jiandu.page.getByRole("menuitem", { name: "ICS" }).textContent();
  expect(promised).toContain(`所见 ${starts.length} 项`);
  expect(starts.length).toBeGreaterThan(0);
  for (const [at, start] of starts.entries()) {
    expect(start).toMatch(/^\d{8}$/u);
    expect(Number(ends[at])).toBeGreaterThan(Number(start));
  }
  const descriptions = lines.filter((line) => line.startsWith("DESCRIPTION:"));
  for (const description of descriptions) expect(description).toContain("青沅县政府工作报告\\, 2025-01-14");
});

test("the sheet of key indicators has a file of its own, with what is seen of it", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  await page.getByRole("tab", { name: "主要指标" }).click();
  const row = page
    .locator(".indicators tbody tr")
    .filter({ has: page.getByRole("rowheader", { name: "地区生产总值", exact: true }) });
  await expect(row.locator(".k-actual .indicator-cell").first()).toContainText("312.6");
  const file = await jiandu.exported("CSV");
  const [head = [], ...rows] = parsedCsv(file.text);
  expect(rows).toHaveLength(await page.locator(".indicators tbody tr").count());
  const gdp = rows.find((cells) => cells[head.indexOf("指标")] === "地区生产总值");
  const of = (name: string) => gdp?.[head.indexOf(name)];
  expect([of("完成"), of("完成 单位"), of("完成 时期")]).toEqual(["31260000000", "元", "2024年"]);
  expect(of("增长")).toBe("6.1");
  expect(of("位次")).toBe("3");
  expect(of("目标 原句")).toContain("地区生产总值");
  const { sheets } = await readXlsx((await jiandu.exported("XLSX")).bytes);
  expect(sheets.map(({ name }) => name)).toEqual(["主要指标", "数据", "时间线", "项目", "文件"]);
});
