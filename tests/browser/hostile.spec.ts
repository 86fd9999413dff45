// A hundred strings that would like to be script, where a document can put them: file name, title, text, table cell. They
// must come out as the words they are, in every view and in every file that leaves the page.
import { copyFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { readXlsx } from "hucre/xlsx";
import { expect, Jiandu, parsedCsv, test } from "./page.js";

const MARK = "__ran";
const RUN = `globalThis.${MARK}=1`;

const WHOLE = [
  `<script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `<SCRIPT>${RUN}</SCRIPT>`,
  `<script/x>${RUN}</script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<script src=data:text/javascript,${RUN}></script>`,
  `<script type=module>${RUN}</script>`,
  `<!--<script>${RUN}</script>-->`,
  `--><script>${RUN}</script>`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `<?xml-stylesheet href="javascript:${RUN}"?>`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `</template><script>${RUN}</script>`,
  `<noscript><p title="</noscript><script>${RUN}</script>">`,
  `<iframe srcdoc="<script>${RUN}</script>">`,
  `<iframe src="javascript:${RUN}">`,
  `<object data="javascript:${RUN}">`,
  `<embed src="javascript:${RUN}">`,
  `<base href="javascript:${RUN}//">`,
  `<link rel=stylesheet href="data:text/css,*{display:none}">`,
  `<style>*{display:none!important}</style>`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<math><mi xlink:href="javascript:${RUN}">x</mi></math>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg onload='${RUN}'/>"/></svg>`,
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  `\${${RUN}}`,
  `{{${RUN}}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `<%= ${RUN} %>`,
  `#{${RUN}}`,
  `\`;${RUN};\``,
  `';${RUN};//`,
  `";${RUN};//`,
  `\\";${RUN};//`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `\\x3cscript\\x3e${RUN}\\x3c/script\\x3e`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `&#x3c;script&#x3e;${RUN}&#x3c;/script&#x3e;`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `＜script＞${RUN}＜/script＞`,
  `<!--?lit$123456789$-->`,
  `<?lit$123456789$>`,
  `lit$123456789$`,
  `__proto__`,
  `constructor`,
  `toString`,
  `]]>`,
  `</html>`,
  `</body></html><script>${RUN}</script>`,
  `=HYPERLINK("javascript:${RUN}","x")`,
  `=cmd|'/c calc'!A1`,
  `@SUM(1+1)*cmd|'/c calc'!A1`,
  `+1+cmd|'/c calc'!A1`,
  `-2+3+cmd|'/c calc'!A1`,
  `＝1+1`,
  `"=1+1"`,
  `'=1+1`,
  `END:VEVENT BEGIN:VEVENT SUMMARY:x`,
  `\u202Egpj.exe`,
  `\u2028${RUN}\u2029`,
  `\uFEFF<script>${RUN}</script>`,
];
const EVENTS = [
  "onerror",
  "onload",
  "onclick",
  "onfocus",
  "onmouseover",
  "ontoggle",
  "onanimationstart",
  "onpointerenter",
];
const HOSTILE = [
  ...WHOLE,
  ...EVENTS.map((event) => `"><img src=x ${event}=${RUN}>`),
  ...EVENTS.map((event) => `' autofocus ${event}='${RUN}`),
  ...EVENTS.map((event) => `<details open ${event}=${RUN}>`),
  ...EVENTS.slice(0, 4).map((event) => `<video><source ${event}=${RUN}></video>`),
];

const ran = ({ page }: Jiandu) => page.evaluate((name) => name in globalThis, MARK);

/** The page has no element but its own: no script, frame or picture that the documents brought. */
async function expectClean(jiandu: Jiandu): Promise<void> {
  const foreign = jiandu.page.locator(
    "#app :is(script, iframe, img, style, object, embed, link, meta, base, video, form[action])",
  );
  expect(await foreign.count()).toBe(0);
  expect(await ran(jiandu)).toBe(false);
  expect(await jiandu.page.locator("script:not([type='text/plain'])").count()).toBe(2);
}

test("a hundred hostile strings in file names, titles, text and table cells run no script in any view or export", async ({
  jiandu,
  browser,
}, info) => {
  test.setTimeout(300_000);
  expect(HOSTILE.length).toBeGreaterThanOrEqual(100);
  const { page } = jiandu;
  await jiandu.drop(
    ...HOSTILE.map((words, index) => ({
      name: `${words}${index}.txt`,
      // A text that begins with a tag would be read as a web page.
      content: `青沅县政府工作报告${words}\n\n2023年，${words}产值${index + 1}.5亿元，增长7.9%。${words}项目2024年10月底前投产。\n\n| 指标${words.replaceAll("|", "")} | 2023年 |\n| --- | --- |\n| ${words.replaceAll("|", "")}产量（万吨） | ${index + 3}.25 |\n`,
    })),
  );
  await expect(page.locator(".overall")).toBeHidden({ timeout: 60_000 });
  await expect(page.locator(".failed-tally")).toHaveCount(0);

  // Every view, from its top to its bottom.
  await page.getByRole("searchbox").fill("产");
  for (const view of ["figures", "passages", "timeline", "files", "indicators"]) {
    await page.locator(`#tab-${view}`).click();
    const list = page.locator(".data-body jd-rows");
    if ((await list.count()) > 0) {
      for (const share of [0, 0.4, 1]) {
        await list.evaluate((element, at) => element.scrollTo(0, element.scrollHeight * at), share);
        await page.evaluate(() => new Promise(requestAnimationFrame));
        await expectClean(jiandu);
      }
    }
  }
  // The views across documents compare these same strings.
  for (const view of ["panel", "promises", "contradictions", "charts", "beside"]) {
    await page.evaluate((name) => {
      location.hash = `view=${name}`;
    }, view);
    await expect(page.locator('.tabs [aria-selected="true"]')).toHaveText("跨文件");
    await expect(page.locator(".data-body")).not.toBeEmpty();
    await expectClean(jiandu);
  }
  await page.locator("#tab-figures").click();
  for (const facet of ["指标", "主体", "文件"])
    await page.locator(".facets").getByRole("button", { name: facet, exact: true }).click();
  await expectClean(jiandu);

  // The source, the reading, the card, the form.
  for (const index of [0, 16, 61, 90]) {
    const list = page.locator(".document-list");
    await list.evaluate(async (element, at) => {
      element.scrollTo(0, 58 * at);
      // The rows in sight are drawn anew in the frame after the one that scrolls.
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    }, index);
    await page
      .getByRole("listitem")
      .and(page.locator(`[aria-posinset="${index + 1}"]`))
      .locator(".document-main")
      .click();
    await expect(jiandu.source.locator(".source-text")).toContainText(
      (HOSTILE[index] ?? "").trim().slice(0, 20).split("\n")[0] ?? "",
    );
    await jiandu.rows.first().click();
    await expect(page.locator(".verdict").first()).toBeVisible();
    await page.keyboard.press("e");
    await page
      .locator(".judging-form")
      .getByLabel("指标", { exact: true })
      .fill(HOSTILE[index] ?? "");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.locator(".machine")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator(".verdict")).toHaveCount(0);
    await expectClean(jiandu);
  }
  await page.getByRole("button", { name: "全部文件" }).click();
  await page.getByRole("searchbox").fill("");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".print-document")).toHaveCount(HOSTILE.length);
  await expectClean(jiandu);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));

  // What leaves the page.
  const rows = parsedCsv((await jiandu.exported("CSV")).text);
  expect(rows.length).toBeGreaterThan(HOSTILE.length * 2);
  for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+@＝\t\r]|^-(?!\d+(\.\d+)?%?$)/u);
  const book = await readXlsx(new Uint8Array((await jiandu.exported("XLSX")).bytes));
  const names = (book.sheets.at(-1)?.rows ?? []).slice(1).map((row) => String(row[0]));
  expect(names).toHaveLength(HOSTILE.length);
  expect(names[0]).toBe(`${HOSTILE[0]}0.txt`);
  expect(JSON.parse((await jiandu.exported("JSON")).text)).toHaveLength(HOSTILE.length);
  const events = (await jiandu.exported("ICS")).text.split("\r\n");
  expect(events.filter((line) => line === "BEGIN:VEVENT").length).toBe(
    events.filter((line) => line === "END:VEVENT").length,
  );
  expect(events.filter((line) => line.startsWith("UID:")).length).toBe(
    events.filter((line) => line === "BEGIN:VEVENT").length,
  );

  const { path } = await jiandu.exported("存成网页");
  const file = info.outputPath("saved.html");
  copyFileSync(path, file);
  const context = await browser.newContext({ locale: "zh-CN" });
  const saved = new Jiandu(await context.newPage());
  await saved.page.goto(pathToFileURL(file).href);
  await expect(saved.page.locator(".overall")).toBeHidden({ timeout: 60_000 });
  await expect(saved.page.locator(".tally")).toHaveText(String(HOSTILE.length));
  await saved.rows.first().click();
  await expectClean(saved);
  expect(saved.complaints).toEqual([]);
  await context.close();
});
