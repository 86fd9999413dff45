import { hold } from "./held.js";
import { expect, INTERVIEW, Jiandu, REPORT, test, type DroppedFile } from "./page.js";

/** Reports of many invented counties, no two alike. */
function reports(count: number): DroppedFile[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${String(index + 1).padStart(3, "0")}.txt`,
    content: REPORT.replaceAll("青沅", `青${"沅岭河湖山川原野林泉"[index % 10]}${"东西南北"[index % 4]}`).replaceAll(
      /\d/gu,
      (digit, at: number) => (at > 400 ? String((Number(digit) + index) % 10) : digit),
    ),
  }));
}

/** How many files have ended, as the bar over the list says: the list itself draws only what is in sight. */
const ended = async ({ page }: Jiandu) => Number(await page.locator(".overall").getAttribute("aria-valuenow"));

test("two hundred files are read by several workers, with progress by file and in all, and the first figures are there while the rest run", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.addInitScript(() => Object.defineProperty(navigator, "hardwareConcurrency", { value: 4 }));
  const { release } = await hold(page, 3);
  const jiandu = new Jiandu(page);
  await jiandu.open();
  await jiandu.drop(...reports(200));
  const overall = page.locator(".overall");
  await expect(overall).toHaveAttribute("aria-valuemax", "200");
  await expect(overall).toHaveAttribute("aria-valuenow", "3");
  await expect(page.locator(".tally")).toHaveText("3 / 200");
  // Three workers, each with a file in its hands.
  await expect(page.locator('.progress-slip[role="progressbar"]')).toHaveCount(3);
  expect(page.workers().length).toBe(3);
  // What is there can be used while others are waiting.
  await jiandu.rows.first().click();
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
  await expect(overall).toHaveAttribute("aria-valuenow", "3");
  await release();
  await expect(overall).toBeHidden({ timeout: 150_000 });
  await expect(page.locator(".tally")).toHaveText("200");
  await page.getByRole("tab", { name: /文件表/u }).click();
  const files = page.getByRole("grid", { name: "文件表" });
  await expect(files).toHaveAttribute("aria-rowcount", "201");
  await expect(files.getByRole("row").nth(1)).toContainText("政府工作报告");
  await expect(files.getByRole("row").nth(1)).toContainText("2025年1月14日");
  expect(jiandu.complaints).toEqual([]);
});

test("reading is paused and goes on, what is not finished is stopped, and what was stopped is tried again", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => Object.defineProperty(navigator, "hardwareConcurrency", { value: 2 }));
  const { release } = await hold(page, 5);
  const jiandu = new Jiandu(page);
  await jiandu.open();
  await jiandu.drop(...reports(60));
  await expect.poll(() => ended(jiandu)).toBe(5);
  await page.getByRole("button", { name: "停止未完成的" }).click();
  await expect(page.locator(".failed-tally")).toHaveText(/^55 个已停止，没有读/u);
  await expect(page.locator(".overall")).toBeHidden();
  await page.getByRole("tab", { name: /文件表/u }).click();
  const last = page.getByRole("row").filter({ hasText: "060.txt" });
  await page.getByRole("grid", { name: "文件表" }).evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(last).toContainText("已停止");
  await expect(last.getByRole("button", { name: "重试" })).toBeVisible();
  await page.locator(".failed-tally").getByRole("button", { name: "重试" }).click();
  await page.getByRole("button", { name: "暂停" }).click();
  await expect(page.locator(".tally")).toHaveText("已暂停 5 / 60");
  await release();
  // What was begun is read to its end, nothing else is begun.
  await expect(page.locator(".tally")).toHaveText("已暂停 6 / 60");
  await page.getByRole("button", { name: "继续" }).click();
  await expect(page.locator(".overall")).toBeHidden({ timeout: 60_000 });
  await expect(page.locator(".failed-tally")).toHaveCount(0);
  await expect(last).toContainText("读完");
  expect(jiandu.complaints).toEqual([]);
});

test("the table of files says of each its state, kind, place, day, counts and notes, and of a failure why and what to do; one is removed, more are added", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop(
    { name: "report.txt", content: REPORT },
    { name: "interview.txt", content: INTERVIEW },
    { name: "empty.txt", content: "" },
  );
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  await page.getByRole("tab", { name: /文件表/u }).click();
  const row = (name: string) => page.getByRole("grid", { name: "文件表" }).getByRole("row").filter({ hasText: name });
  for (const words of ["读完", "政府工作报告", "青沅县", "2025年1月14日"])
    await expect(row("report.txt")).toContainText(words);
  await expect(row("report.txt").locator(".f-figures")).toHaveText(/^\d{2,}$/u);
  await expect(row("empty.txt")).toContainText("文件是空的");
  await expect(row("empty.txt").locator(".f-remedy")).not.toBeEmpty();
  await row("empty.txt").getByRole("button", { name: "重试" }).click();
  await expect(row("empty.txt")).toContainText("文件是空的");
  await page.getByRole("button", { name: "移除 empty.txt" }).click();
  await expect(row("empty.txt")).toHaveCount(0);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "添加" }).click();
  await (await chooser).setFiles({ name: "more.txt", mimeType: "text/plain", buffer: Buffer.from("全县耕地52万亩。") });
  await expect(row("more.txt")).toContainText("读完");
  await row("report.txt").getByRole("button", { name: "report.txt" }).click();
  await expect(page.getByRole("tab", { name: /^数据/u })).toHaveAttribute("aria-selected", "true");
  await expect(jiandu.source).toContainText("青沅县政府工作报告");
});

test("a worker that dies among many loses one file, says which, and the others are read by a new one", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  for (const worker of page.workers()) await worker.evaluate(() => self.dispatchEvent(new Event("jiandu-test-crash")));
  await jiandu.drop(...reports(20));
  await expect(page.locator(".failed-tally")).toContainText("1 个没读成", { timeout: 30_000 });
  await expect(page.locator(".overall")).toBeHidden({ timeout: 30_000 });
  await page.getByRole("tab", { name: /文件表/u }).click();
  await expect(page.getByRole("row").filter({ hasText: "分析时程序出错" })).toHaveCount(1);
  await expect(page.locator(".failed-tally")).toContainText("1 个没读成");
});
