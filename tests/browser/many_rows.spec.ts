// A table of 20,000 rows and more: only what is in sight is in the page, and everything in it can be reached.
import { expect, test } from "./page.js";

const SENTENCES = 2_200;
const FILES = 10;

/** A report of so many sentences with a figure each, all of different values. */
const report = (file: number): string =>
  `云岭县统计资料\n\n${Array.from(
    { length: SENTENCES },
    (_, at) => `2023年，第${at + 1}号企业产值${file * 10_000 + at + 1}万元。`,
  ).join("\n")}\n`;

test("of 20,000 figures the last is one key away, a click on it leads to its words, and the page holds a few dozen rows", async ({
  jiandu,
}) => {
  test.setTimeout(180_000);
  const { page } = jiandu;
  await jiandu.drop(
    ...Array.from({ length: FILES }, (_, file) => ({ name: `资料${file}.txt`, content: report(file) })),
  );
  await expect(page.locator(".tally")).toHaveText(String(FILES), { timeout: 120_000 });
  const rows = Number(await jiandu.table.getAttribute("aria-rowcount"));
  expect(rows).toBeGreaterThan(20_000);
  await expect.poll(() => jiandu.rows.count()).toBeLessThan(80);

  // Half way down, and at the bottom: the rows in sight are those of that place.
  for (const [share, row] of [
    [0.5, Math.round(rows / 2)],
    [1, rows],
  ] as const) {
    await jiandu.table.evaluate(
      (table, at) => table.scrollTo(0, (table.scrollHeight - table.clientHeight) * at),
      share,
    );
    await expect(jiandu.table.locator(`.row[aria-rowindex="${row}"]`)).toBeInViewport();
    expect(await jiandu.rows.count()).toBeLessThan(80);
  }
  expect(await page.locator("*").count()).toBeLessThan(6_000);
  const last = jiandu.table.locator(`.row[aria-rowindex="${rows}"]`);
  await last.click();
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
  expect(await jiandu.litAt()).toContain(`第${SENTENCES}号企业产值${(FILES - 1) * 10_000 + SENTENCES}万元`);
  // The source of 2,200 paragraphs is in the page only where it is looked at.
  expect(await page.locator("*").count()).toBeLessThan(9_000);
});

test("sorting and searching 20,000 figures leave the table at its first row", async ({ jiandu }) => {
  test.setTimeout(180_000);
  const { page } = jiandu;
  await jiandu.drop(
    ...Array.from({ length: FILES }, (_, file) => ({ name: `资料${file}.txt`, content: report(file) })),
  );
  await expect(page.locator(".tally")).toHaveText(String(FILES), { timeout: 120_000 });
  await jiandu.table.evaluate((table) => table.scrollTo(0, table.scrollHeight));
  await page.getByRole("searchbox").fill(`第${SENTENCES}号`);
  await expect(jiandu.table).toHaveAttribute("aria-rowcount", String(FILES + 1));
  await expect(jiandu.rows.first()).toBeInViewport();
  await page.getByRole("searchbox").fill("");
  await expect.poll(async () => Number(await jiandu.table.getAttribute("aria-rowcount"))).toBeGreaterThan(20_000);
  await page.locator(".sorter", { hasText: "数值" }).click();
  await expect(jiandu.rows.first()).toBeInViewport();
});
