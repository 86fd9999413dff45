// A comparison that breaks: gone on from without a word where a new worker helps, and said in the reader's language where not.
import { COUNTY, dropCounty } from "./collection.js";
import { expect, INTERVIEW, Jiandu, test } from "./page.js";

test("a worker that dies while it compares is replaced, and the comparison is made without a click", async ({
  jiandu,
}) => {
  const { page } = jiandu;
  await dropCounty(jiandu, /^对照表/u);
  const before = page.workers();
  for (const worker of before) await worker.evaluate(() => self.dispatchEvent(new Event("jiandu-test-crash")));
  // Those that analyse were told too, and lose a file each; what is left out of the list is compared all the same.
  await page.getByRole("button", { name: `移除 ${COUNTY[0].name}` }).click();
  await expect(page.locator(".across-state")).toContainText("3 份文件");
  await expect(page.locator(".panel-grid")).toBeVisible();
  await expect(page.getByText("没能比对")).toHaveCount(0);
  // The one that died is gone, and no other.
  await expect.poll(() => before.filter((worker) => !page.workers().includes(worker)).length).toBe(1);
});

test("where the comparison breaks again it is said in the reader's language, nothing of the former one is left, and a click tries again", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage as (this: Worker, ...message: unknown[]) => void;
    Object.assign(globalThis, { breaking: false });
    Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
      const [question] = message as [{ type?: string }];
      const { breaking } = globalThis as unknown as { breaking: boolean };
      if (question.type !== "compareWith" || !breaking) post.apply(this, message);
      else this.dispatchEvent(new ErrorEvent("error", { message: "Uncaught RangeError: out of memory" }));
    };
  });
  const breakNow = (breaking: boolean) =>
    page.evaluate((now) => Object.assign(globalThis, { breaking: now }), breaking);
  const jiandu = new Jiandu(page);
  await jiandu.open();
  await dropCounty(jiandu, /^承诺/u);
  await expect(page.locator("#tab-promises .tab-count")).not.toBeEmpty();
  await breakNow(true);
  await jiandu.drop({ name: "interview.txt", content: INTERVIEW });
  const failure = page.getByRole("article");
  await expect(failure).toContainText("比对时程序出错");
  await expect(page.locator(".data")).not.toContainText("Uncaught");
  // Neither counts nor words of a comparison that knew less.
  for (const tab of ["promises", "contradictions"]) await expect(page.locator(`#tab-${tab} .tab-count`)).toBeEmpty();
  await expect(page.locator(".across-state")).toHaveText("没能比对");
  await page.getByRole("button", { name: "English" }).click();
  await expect(failure).toContainText("The comparison broke");
  await expect(failure).not.toContainText("RangeError");
  await breakNow(false);
  await failure.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".across-state")).toContainText("5 documents");
  await expect(page.locator("#tab-promises .tab-count")).not.toBeEmpty();
  expect(jiandu.complaints).toEqual([]);
});
