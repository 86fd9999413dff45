// What a screen reader finds its way by: landmarks told apart by name, headings in order, lists of what they say they hold.
import { whatever } from "./axe.js";
import { COUNTY, dropCounty } from "./collection.js";
import { expect, test } from "./page.js";

test("landmarks have a name each, headings are in order and roles fit, in every view", async ({ jiandu }) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  for (const tab of ["panel", "promises", "contradictions", "charts", "beside"]) {
    await page.locator(`#tab-${tab}`).click();
    await expect(page.locator(`#across-body[data-view="${tab}"]`)).toBeVisible();
    expect(await whatever(page), tab).toEqual([]);
  }
  await page.locator("#tab-panel").click();
  await page.getByRole("button", { name: "宽表" }).click();
  await expect(page.getByRole("columnheader").first()).toHaveText("地方 · 年份");
  expect(await whatever(page), "wide").toEqual([]);
  for (const tab of ["figures", "indicators", "timeline", "files"]) {
    await page.locator(`#tab-${tab}`).click();
    await expect(page.locator(`#tab-${tab}`)).toHaveAttribute("aria-selected", "true");
    expect(await whatever(page), tab).toEqual([]);
  }
});

test("the facet of files, a figure that is lit and a file that failed are no landmarks of one name either", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop(...COUNTY, { name: "empty.txt", content: "" });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(COUNTY.length);
  const folded = page.locator('.facet-head[aria-expanded="false"]');
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
  await jiandu.rows.first().click();
  await expect(page.getByRole("region", { name: "解读" })).toBeVisible();
  expect(await whatever(page), "facets, a figure lit").toEqual([]);
  await jiandu.document("empty.txt").locator(".document-main").click();
  await expect(page.getByRole("article")).toContainText("文件是空的");
  expect(await whatever(page), "failed").toEqual([]);
});
