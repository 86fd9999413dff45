import { expect, INTERVIEW, REPORT, test } from "./page.js";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("files that fail say why, and the rest go on", async ({ jiandu }) => {
  await jiandu.drop(
    { name: "empty.txt", content: "" },
    { name: "report.txt", content: REPORT },
    { name: "picture.png", content: PNG },
    { name: "torn.txt", content: new Uint8Array([0xe5, 0x8e, 0xbf, 0xff, 0xfe, 0x80, 0xe5]) },
    { name: "interview.txt", content: INTERVIEW },
  );
  await expect(jiandu.document("empty.txt")).toContainText("文件是空的");
  await expect(jiandu.document("picture.png")).toContainText("这不是文本文件");
  await expect(jiandu.document("torn.txt")).toContainText("文字编码读不出");
  await expect(jiandu.page.locator('.document[data-at="done"]')).toHaveCount(2);
  await expect(jiandu.page.getByText("3 个没读成")).toBeVisible();
  await expect(jiandu.row("地区生产总值", "312.6")).toBeVisible();
  await jiandu.document("picture.png").locator(".document-main").click();
  const failure = jiandu.page.getByRole("article");
  await expect(failure).toContainText("picture.png");
  await expect(failure).toContainText("换成文本、网页、Word 或 PDF");
});

test("a file without a name is read like any other", async ({ jiandu }) => {
  await jiandu.drop({ name: "", content: "2023年粮食产量35万吨。" });
  await expect(jiandu.row("粮食产量", "35")).toBeVisible();
  await expect(jiandu.document("未命名的文件")).toBeVisible();
});

test("a worker that dies loses one file, says which, and another goes on", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  for (const worker of page.workers()) await worker.evaluate(() => self.dispatchEvent(new Event("jiandu-test-crash")));
  await jiandu.drop({ name: "unlucky.txt", content: INTERVIEW });
  await expect(jiandu.document("unlucky.txt")).toContainText("分析时程序出错");
  await expect(page.getByRole("status").filter({ hasText: "unlucky.txt" })).toBeVisible();
  await jiandu.drop({ name: "later.txt", content: INTERVIEW });
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(2);
  await jiandu.document("unlucky.txt").locator(".document-main").click();
  await page.getByRole("button", { name: "重试" }).click();
  await expect(page.locator('.document[data-at="done"]')).toHaveCount(3);
});

test("thirty megabytes of digits end in a result or a reason, and the page stays alive", async ({ jiandu }) => {
  const { page } = jiandu;
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["0123456789".repeat(3_000_000)], "digits.txt"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page.locator('.document[data-at="done"], .document[data-at="failed"]')).toHaveCount(1, {
    timeout: 50_000,
  });
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("tab", { name: /Figures/u })).toBeVisible();
});

test("a long text is in the page only where it is looked at", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.drop({ name: "long.txt", content: REPORT.repeat(200) });
  await expect(jiandu.rows.first()).toBeVisible({ timeout: 50_000 });
  const size = () => page.evaluate(() => document.querySelector(".source-text")?.textContent?.length ?? 0);
  await expect.poll(size).toBeGreaterThan(1000);
  expect(await size()).toBeLessThan(REPORT.length * 20);
  await jiandu.table.getByRole("button", { name: "时期" }).click();
  await page.getByRole("button", { name: "下一处" }).or(jiandu.table).first().focus();
  await page.keyboard.press("j");
  await expect.poll(() => jiandu.litIsInSight()).toBe(true);
  expect(await size()).toBeLessThan(REPORT.length * 20);
});

test("a file named as a spreadsheet that opens like one is refused with what to do, also where there is nothing else in it", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await jiandu.drop({ name: "财政收支.xlsx", content: "PK 表" });
  const failure = page.getByRole("article");
  await expect(failure).toContainText("这是电子表格");
  await expect(failure).toContainText("另存为 CSV");
  await page.getByRole("button", { name: "English" }).click();
  await expect(failure).toContainText("CSV");
});
