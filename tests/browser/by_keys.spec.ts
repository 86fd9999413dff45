// Without a pointer: from the first screen to a file that is taken away, and with motion reduced.
import { readFileSync } from "node:fs";
import { expect, parsedCsv, REPORT, test, type Jiandu } from "./page.js";

/** Presses Tab until what has the focus is called so; a way of a hundred stops is none. */
async function tabTo({ page }: Jiandu, name: RegExp, key = "Tab"): Promise<void> {
  for (let stop = 0; stop < 100; stop += 1) {
    await page.keyboard.press(key);
    const reached = await page.evaluate(() => {
      const one = document.activeElement;
      return `${one?.getAttribute("aria-label") ?? ""} ${one?.textContent ?? ""} ${one?.id ?? ""}`;
    });
    if (name.test(reached)) return;
  }
  throw new Error(`no way by ${key} to ${name}`);
}

/** Whether the focus can be seen: a ring or an outline around what has it. */
const ringed = ({ page }: Jiandu): Promise<boolean> =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
  });

test("by keys alone a file is chosen, its figures are walked to their words, one is judged, and the table is taken away", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  const chooser = page.waitForEvent("filechooser");
  await tabTo(jiandu, /选择文件(?!夹)/u);
  expect(await ringed(jiandu)).toBe(true);
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "report.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) });
  await expect(jiandu.rows.first()).toBeVisible();

  // j walks the figures, each with its words in sight.
  await page.keyboard.press("j");
  await expect(jiandu.rows.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("j");
  await expect(jiandu.rows.nth(1)).toHaveAttribute("aria-selected", "true");
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);

  // The form of a judgement takes the focus, and gives it back.
  await page.keyboard.press("e");
  const value = page.locator(".judging-form input[name=value]");
  await expect(value).toBeFocused();
  await value.press("ControlOrMeta+a");
  await page.keyboard.type("88");
  await page.keyboard.press("Enter");
  await expect(page.locator(".machine")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("n");
  await expect(jiandu.rows.nth(2)).toHaveAttribute("data-verdict", "wrong");

  // Tabs are walked with the arrows.
  await tabTo(jiandu, /tab-figures/u);
  expect(await ringed(jiandu)).toBe(true);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#tab-indicators")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("#tab-figures")).toHaveAttribute("aria-selected", "true");

  await tabTo(jiandu, /导出/u);
  expect(await ringed(jiandu)).toBe(true);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const [head = [], ...rows] = parsedCsv(readFileSync(await (await download).path(), "utf8"));
  const said = rows.map((row) => row[head.indexOf("核对")]).filter(Boolean);
  expect(said).toEqual(["人工更正", "读错"]);
});

test("with motion reduced nothing slides or fades, and everything still happens", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await jiandu.dropReport();
  await jiandu.rows.first().click();
  await page.keyboard.press("y");
  await page.getByRole("tab", { name: /^时间线/u }).click();
  await page.getByRole("button", { name: "放大" }).click();
  await page.getByRole("button", { name: "移除 report.txt" }).click();
  await expect(page.locator(".notice")).toBeVisible();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((one) => {
      const { transitionDuration, animationName, animationDuration, scrollBehavior, animationTimingFunction } =
        getComputedStyle(one);
      const lasts = (all: string): boolean => all.split(",").some((each) => Number.parseFloat(each) > 0.01);
      // A notice that goes after its time stands still until then.
      const still = animationName === "none" || /^steps?\(1\b|^step-/u.test(animationTimingFunction);
      return lasts(transitionDuration) || (lasts(animationDuration) && !still) || scrollBehavior === "smooth"
        ? [one.className.toString() || one.tagName]
        : [];
    }),
  );
  expect(moving).toEqual([]);
});
