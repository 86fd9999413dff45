// What a reader edited, confirmed or called wrong, in the views across documents and in what is taken away of them.
import { readXlsx } from "hucre/xlsx";
import { dropCounty, judge, vow } from "./collection.js";
import { expect, parsedCsv, test, type Jiandu } from "./page.js";

/** A row of a table by the names of its columns. */
type Line = ReadonlyMap<string, string>;

const HAND = "人工更正，机器读作";

async function across(jiandu: Jiandu, view: RegExp): Promise<void> {
  const { page } = jiandu;
  if ((await page.locator(".across-tabs").count()) === 0) await page.getByRole("tab", { name: "跨文件" }).click();
  await page.getByRole("tab", { name: view }).click();
}

test("a figure that was edited says so in panel, promises, contradictions and charts, with what the machine had read", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  await judge(jiandu, "云岭县2021.txt", "地区生产总值", "251.4", "255.5");
  await judge(jiandu, "云岭县2022年统计公报.txt", "一般公共预算收入", "16.8", "17.8");
  await judge(jiandu, "云岭县2022.txt", "城镇新增就业", "3,800", "y");
  await across(jiandu, /^对照表/u);
  const edited = page.locator(".panel-grid .p-value").filter({ hasText: "255.5亿元" });
  await expect(edited).toContainText(`${HAND} 地区生产总值 · 251.4亿元`);
  await expect(edited).toHaveAttribute("title", new RegExp(HAND, "u"));
  await expect(page.locator(".panel-grid .p-value").filter({ hasText: "3,800人" })).toContainText("核对无误");
  await page.getByRole("button", { name: "长表" }).click();
  await expect(page.locator(".l-row").filter({ hasText: "255.5亿元" })).toContainText(HAND);
  await across(jiandu, /^矛盾/u);
  await expect(page.locator(".dispute-side").filter({ hasText: "17.8亿元" })).toContainText(HAND);
  await across(jiandu, /^承诺/u);
  await expect(vow(jiandu, "城镇新增就业", "2021年到期")).toContainText("核对无误");
  await page.getByRole("button", { name: "账本" }).click();
  await expect(page.locator(".ledger-cell").filter({ hasText: "核对无误" })).toHaveCount(1);
  await across(jiandu, /^图表/u);
  await page.getByRole("button", { name: "总量", exact: true }).click();
  await expect(page.getByRole("button", { name: new RegExp(`255\\.5亿元 · ${HAND}`, "u") })).toHaveCount(1);
  await expect(page.locator(".chart .c-hand").first()).toHaveText("✎");
  await expect(page.locator(".chart-table td").filter({ hasText: "255.5亿元" })).toContainText(HAND);
});

test("a figure called wrong is left out of the views across documents, which say so, list it and take it back", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^矛盾/u);
  await expect(page.locator(".dispute")).toHaveCount(1);
  await judge(jiandu, "云岭县2022年统计公报.txt", "一般公共预算收入", "16.8", "n");
  await across(jiandu, /^矛盾/u);
  await expect(page.getByRole("tab", { name: /^矛盾/u })).toHaveText(/^矛盾\s*0$/u);
  await expect(page.locator(".dispute")).toHaveCount(1);
  await expect(page.locator(".disputes-only")).toContainText("1 处修订");
  for (const view of [/^对照表/u, /^承诺/u, /^图表/u, /^矛盾/u]) {
    await across(jiandu, view);
    if (String(view).includes("图表")) {
      await expect(page.locator(".rejected")).toHaveCount(0);
      await page.locator("[name=chart-indicator]").selectOption({ label: "一般公共预算收入" });
    }
    await expect(page.locator(".rejected summary")).toHaveText("1 个数标为读错，没有列入");
  }
  await page.locator(".rejected summary").click();
  await page
    .locator(".rejected")
    .getByRole("button", { name: /一般公共预算收入 · 16\.8亿元/u })
    .click();
  await expect.poll(() => jiandu.highlighted("lit")).toEqual(["16.8亿元"]);
  await page.locator(".rejected").getByRole("button", { name: "恢复" }).click();
  await expect(page.locator(".rejected")).toHaveCount(0);
  await expect(page.locator(".dispute")).toHaveCount(1);
});

test("a target called wrong is not said to be missing: its cell says that it was marked wrong", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  const row = page.locator(".panel-grid").getByRole("row").filter({ hasText: "地区生产总值" });
  await expect(row.getByText("标为读错，未列入")).toHaveCount(0);
  await judge(jiandu, "云岭县2022.txt", "地区生产总值", "6.5%", "n");
  await across(jiandu, /^对照表/u);
  await expect(row.getByText("标为读错，未列入")).toHaveCount(1);
});

test("every table across documents has, once something was judged, columns for what was said by hand and what the machine had read", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  expect((await jiandu.exported("CSV")).text).not.toContain("核对");
  await judge(jiandu, "云岭县2021.txt", "地区生产总值", "251.4", "255.5");
  await judge(jiandu, "云岭县2022.txt", "地区生产总值", "6.5%", "n");
  await judge(jiandu, "云岭县2022年统计公报.txt", "一般公共预算收入", "16.8", "17.8");
  await judge(jiandu, "云岭县2022.txt", "城镇新增就业", "3,800", "y");
  await across(jiandu, /^对照表/u);
  await expect(page.locator(".panel-grid .p-value").filter({ hasText: "255.5亿元" })).toHaveCount(1);
  const csv = async (): Promise<Line[]> => {
    const [head = [], ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
    expect(head.slice(-2)).toEqual(["核对", "机器读数"]);
    return rows.map((row) => new Map(head.map((name, at) => [name, row[at] ?? ""])));
  };
  const said = (rows: readonly Line[], judgement: string): Line[] =>
    rows.filter((row) => row.get("核对")?.includes(judgement));

  // One place: a row holds many cells, each named.
  const pivot = said(await csv(), "人工更正").filter((row) => row.get("云岭县") === "地区生产总值");
  expect(pivot).toHaveLength(1);
  expect(pivot[0]?.get("核对")).toContain("2020 总量: 人工更正");
  expect(pivot[0]?.get("核对")).toContain("标为读错，未列入");
  expect(pivot[0]?.get("机器读数")).toContain("251.4亿元");
  await page.getByRole("button", { name: "宽表" }).click();
  expect(
    said(await csv(), "人工更正")
      .find((row) => row.get("年份") === "2020")
      ?.get("机器读数"),
  ).toContain("251.4亿元");
  await page.getByRole("button", { name: "长表" }).click();
  const long = await csv();
  expect(
    said(long, "人工更正")
      .map((row) => row.get("数值"))
      .sort(),
  ).toEqual(["1780000000", "25550000000"]);
  expect(said(long, "核对无误").map((row) => row.get("数值"))).toEqual(["3800"]);
  // What was called wrong has a row without a value, so that no sum takes it in.
  const wrong = said(long, "标为读错");
  expect(wrong.map((row) => [row.get("指标"), row.get("数值"), row.get("性质")])).toEqual([
    ["地区生产总值", "", "目标"],
  ]);
  expect(wrong[0]?.get("机器读数")).toContain("6.5%");
  await page.getByRole("button", { name: "缺项" }).click();
  expect(said(await csv(), "标为读错").map((row) => [row.get("指标"), row.get("性质")])).toEqual([
    ["地区生产总值", "目标"],
  ]);

  await across(jiandu, /^承诺/u);
  const promises = await csv();
  expect(said(promises, "核对无误").map((row) => row.get("指标"))).toEqual(["城镇新增就业"]);
  expect(said(promises, "标为读错")).toHaveLength(1);
  await across(jiandu, /^矛盾/u);
  expect(said(await csv(), "人工更正").length).toBeGreaterThan(0);
  await across(jiandu, /^图表/u);
  await page.getByRole("button", { name: "总量", exact: true }).click();
  expect(said(await csv(), "人工更正")[0]?.get("机器读数")).toContain("251.4亿元");

  const { sheets } = await readXlsx((await jiandu.exported("XLSX")).bytes);
  for (const name of ["对照长表", "对照宽表", "承诺", "矛盾", "修订", "核对"]) {
    const sheet = sheets.find((one) => one.name === name);
    expect(sheet?.rows[0]?.slice(-2), name).toEqual(["核对", "机器读数"]);
  }
  const left = sheets.find(({ name }) => name === "标错未列入");
  expect(left?.rows).toHaveLength(2);

  const json = JSON.parse((await jiandu.exported("JSON")).text) as {
    panel: { value: number; judgement?: string; machine?: { value: number }[] }[];
    rejected: { document: string; machine: { quote: string } }[];
  };
  const row = json.panel.find(({ value, judgement }) => judgement === "edited" && value > 2e9);
  expect([row?.value, row?.machine?.[0]?.value]).toEqual([25_550_000_000, 25_140_000_000]);
  expect(json.rejected.map(({ document, machine }) => [document, machine.quote])).toEqual([["云岭县2022.txt", "6.5%"]]);
});

test("a result that a person typed is not said to be stated by a document", async ({ jiandu }) => {
  await dropCounty(jiandu, /^承诺/u);
  const promise = vow(jiandu, "一般公共预算收入", "2021年到期");
  await expect(promise.locator(".vow-basis")).toHaveText("文中直说");
  await judge(jiandu, "云岭县2022.txt", "一般公共预算收入", "6.1", "4.1");
  await across(jiandu, /^承诺/u);
  await expect(promise).toHaveAttribute("data-outcome", "missed");
  await expect(promise.locator(".vow-basis")).toHaveText("人工更正");
  const [head = [], ...rows] = parsedCsv((await jiandu.exported("CSV")).text);
  const basis = (indicator: string, until: string) =>
    rows.find((row) => row[head.indexOf("指标")] === indicator && row[head.indexOf("时期止")] === until)?.[
      head.indexOf("结果由来")
    ];
  expect(basis("一般公共预算收入", "2021-12-31")).toBe("人工更正");
  expect(basis("地区生产总值", "2021-12-31")).toBe("文中直说");
  const { promises } = JSON.parse((await jiandu.exported("JSON")).text) as {
    promises: { judgement?: string; basis: string | null }[];
  };
  expect(promises.filter(({ judgement }) => judgement === "edited").map((row) => row.basis)).toEqual([null]);
});
