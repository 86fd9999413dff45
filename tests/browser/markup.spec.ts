// Marks of Markdown and of crawlers: dimmed in the source, which is evidence, and left out of the quotes in lists.
import { expect, test } from "./page.js";
import { headMatterEnd, isTableRow, marksInLine, openingWords, wordsOf } from "../../www/state/markup.js";

const MARKED = `---
source: https://example.invalid/report.html
title: 2025年云岭县政府工作报告
---

**政府工作报告**

——2025年1月10日在云岭县第十七届人民代表大会上

云岭县县长 林远

各位代表：

## 一、2024年工作回顾

**全县地区生产总值完成290.3亿元**，增长3.0%。

| 指标 | 2024年（亿元） | 比上年增长（%） |
| --- | --- | --- |
| 一般公共预算收入 | 14.2 | 6.2 |
`;

const LINES: [line: string, marks: string[], words: string][] = [
  ["## 一、工作回顾", ["##"], "一、工作回顾"],
  ["**一是**抓项目", ["**", "**"], "一是抓项目"],
  ["- 居民消费价格 5.4", ["-"], "居民消费价格 5.4"],
  ["| 粮食 | 12.5 |", ["|", "|", "|"], "粮食 · 12.5 ·"],
  ["| --- | ---: |", ["| --- | ---: |"], ""],
  ["![图1](./a.png)", ["![图1](./a.png)"], ""],
  ["<!-- 文件三 -->", ["<!--", "-->"], " 文件三 "],
  ["——全县上下同心", [], "——全县上下同心"],
  ["-3.5%的降幅", [], "-3.5%的降幅"],
  ["来源：云岭日报|编辑：林", [], "来源：云岭日报|编辑：林"],
];

for (const [line, marks, words] of LINES) {
  test(`in ${line} the marks are ${marks.join(" ") || "none"}`, () => {
    expect(marksInLine(line).map(({ start, end }) => line.slice(start, end))).toEqual(marks);
    expect(openingWords(line).trim()).toBe(words.trim());
  });
}

test("a head of keys between rules is no part of the text, and other rules are", () => {
  expect(MARKED.slice(headMatterEnd(MARKED)).trimStart()).toMatch(/^\*\*政府工作报告/u);
  expect(headMatterEnd("---\n第一段\n---\n第二段")).toBe(0);
  expect(headMatterEnd("政府工作报告\n---\n")).toBe(0);
  expect(isTableRow("| 粮食 | 12.5 |")).toBe(true);
  expect(wordsOf("全县\n完成**290**亿元")).toBe("全县 完成290亿元");
});

test("the source dims marks and a crawler's head, and keeps every character of them", async ({ jiandu }) => {
  await jiandu.drop({ name: "yunling.md", content: MARKED });
  await expect(jiandu.rows.first()).toBeVisible();
  await expect
    .poll(async () => new Set(await jiandu.highlighted("markup")))
    .toEqual(new Set(["---", "**", "##", "|", "| --- | --- | --- |"]));
  await expect(jiandu.source.locator("p.matter")).toHaveCount(4);
  await expect(jiandu.source.locator("p.title")).toHaveText("**政府工作报告**");
  await expect(jiandu.source.locator(".source-text")).toContainText("title: 2025年云岭县政府工作报告");
});

test("the card says the title that the document is filed under where it says more", async ({ jiandu }) => {
  await jiandu.drop({ name: "yunling.md", content: MARKED });
  await expect(jiandu.source.locator(".card-title")).toHaveText("2025年云岭县政府工作报告");
  await expect(jiandu.document("2025年云岭县政府工作报告")).toBeVisible();
});

test("quotes in lists begin with words", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 2200, height: 900 });
  await jiandu.drop({ name: "yunling.md", content: MARKED });
  await expect(jiandu.row("地区生产总值", "290.3").locator(".c-sentence")).toHaveText(
    /^全县地区生产总值完成290\.3亿元，增长3\.0%/u,
  );
  await expect(jiandu.row("一般公共预算收入", "14.2").locator(".c-sentence")).toHaveText(/^一般公共预算收入 · 14\.2/u);
  await page.getByRole("searchbox", { name: "搜索", exact: true }).fill("工作报告");
  await page.getByRole("tab", { name: /原文命中/u }).click();
  await expect(page.locator(".passage-words").first()).toHaveText("2025年云岭县政府工作报告");
  await expect(page.locator(".passage-words").nth(1)).toHaveText("政府工作报告");
});
