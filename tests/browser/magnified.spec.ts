// Windows between a phone and a desk: a tablet, and a screen of 1440 pixels magnified to twice its size (720 × 450).
import type { Page } from "@playwright/test";
import { COUNTY, dropCounty, vow } from "./collection.js";
import { expect, test } from "./page.js";

const WINDOWS = [
  { width: 720, height: 450 },
  { width: 768, height: 1024 },
  { width: 820, height: 1180 },
] as const;

/** What is wrong with the rows of tabs: one over another, one narrower than its words, one out of its row's reach. */
function crowded(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const row of document.querySelectorAll<HTMLElement>("[role=tablist]")) {
      const window = row.getBoundingClientRect();
      if (window.right > innerWidth + 0.5) found.push("the row of tabs sticks out of the window");
      const tabs = [...row.querySelectorAll<HTMLElement>("[role=tab]")];
      tabs.forEach((tab, at) => {
        const box = tab.getBoundingClientRect();
        if (tab.scrollWidth > tab.clientWidth) found.push(`${tab.textContent}: narrower than its words`);
        const next = tabs[at + 1]?.getBoundingClientRect();
        if (next && next.left < box.right - 0.5) found.push(`${tab.textContent}: under the next`);
        if (at === tabs.length - 1 && box.right - window.left + row.scrollLeft > row.scrollWidth + 0.5)
          found.push(`${tab.textContent}: can not be scrolled to`);
      });
      const chosen = tabs.find((tab) => tab.ariaSelected === "true")?.getBoundingClientRect();
      if (chosen && (chosen.left < window.left - 0.5 || chosen.right > window.right + 0.5))
        found.push("the chosen tab is out of sight");
    }
    return found;
  });
}

for (const { width, height } of WINDOWS) {
  for (const language of ["中文", "English"]) {
    test(`no tab lies over another or is cut in a window of ${width} × ${height}, in ${language}`, async ({
      jiandu,
    }) => {
      const { page } = jiandu;
      await page.setViewportSize({ width, height });
      if (language === "English") await page.getByRole("button", { name: "English" }).click();
      await jiandu.drop(...COUNTY);
      await expect(page.locator('.document[data-at="done"]')).toHaveCount(COUNTY.length);
      for (const tab of ["figures", "indicators", "timeline", "files", "across"]) {
        await page.locator(`#tab-${tab}`).click();
        await expect(page.locator(`#tab-${tab}`)).toHaveAttribute("aria-selected", "true");
        expect(await crowded(page), tab).toEqual([]);
      }
      await expect(page.locator("#tab-promises .tab-count")).not.toBeEmpty();
      for (const tab of ["promises", "contradictions", "charts", "beside", "panel"]) {
        await page.locator(`#tab-${tab}`).click();
        await expect(page.locator(`#tab-${tab}`)).toHaveAttribute("aria-selected", "true");
        expect(await crowded(page), tab).toEqual([]);
      }
    });
  }
}

test("on a screen magnified to twice its size, side by side shows both quotes and prints nothing over the bar below", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 720, height: 450 });
  await dropCounty(jiandu, /^承诺/u);
  await vow(jiandu, "地区生产总值", "2022年到期").getByRole("button", { name: "并读" }).click();
  await expect.poll(async () => (await jiandu.highlighted("lit")).sort()).toEqual(["3.6%", "6.5%"]);
  for (const side of ["左边", "右边"])
    await expect(page.getByRole("region", { name: side }).locator(".beside-quote")).toBeInViewport({ ratio: 1 });
  // Lit words come into sight when their text has been laid out.
  const seen = () =>
    page.evaluate(() => {
      const bar = document.querySelector(".panes")?.getBoundingClientRect().top ?? 0;
      const ranges = [...(CSS.highlights.get("jd-lit")?.keys() ?? [])] as AbstractRange[];
      return ranges.filter(({ startContainer, startOffset, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(startContainer, endOffset);
        const box = range.getBoundingClientRect();
        const text = startContainer.parentElement?.closest(".source-text")?.getBoundingClientRect();
        return text && text.bottom <= bar && box.height > 0 && box.top >= text.top && box.bottom <= text.bottom;
      }).length;
    });
  await expect.poll(seen).toBe(2);
});

test("in a window of a tablet's width the bar's words stay on one line", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 720, height: 450 });
  await page.getByRole("button", { name: "English" }).click();
  await jiandu.dropReport();
  const heights = await page
    .locator(".bar-tools button")
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  expect(Math.max(...heights)).toBeLessThanOrEqual(34);
});

test("the field for a value has room for the value, beside a table across documents too", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.setViewportSize({ width: 1440, height: 900 });
  await dropCounty(jiandu, /^承诺/u);
  await vow(jiandu, "地区生产总值", "2022年到期").locator(".vow-side").first().click();
  await page.getByRole("button", { name: "改", exact: true }).click();
  for (const name of ["value", "unit", "period"]) {
    const box = await page.locator(`.judging-form input[name=${name}]`).boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(100);
  }
});
