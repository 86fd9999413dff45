import { serve } from "../../www/build/serve.mjs";
import { expect, FILE, Jiandu, REPORT, test } from "./page.js";

test("opened from file://, the page works without a request and with an empty console", async ({ jiandu, context }) => {
  await context.setOffline(true);
  expect(jiandu.page.url()).toBe(FILE);
  await jiandu.dropReport();
  await jiandu.row("地区生产总值", "312.6").click();
  await jiandu.page.getByRole("tab", { name: /时间线/u }).click();
  await jiandu.page.getByRole("tab", { name: "主要指标" }).click();
  await jiandu.page.getByRole("button", { name: "English" }).click();
  expect(jiandu.requests).toEqual([]);
});

test("the same bytes work from a web server, and ask for nothing more", async ({ page }) => {
  const { port, server } = await serve(4300);
  try {
    const jiandu = new Jiandu(page);
    await jiandu.open(`http://127.0.0.1:${port}/`);
    await jiandu.dropReport();
    await expect(jiandu.row("地区生产总值", "312.6")).toBeVisible();
    expect(jiandu.requests).toEqual([]);
    expect(jiandu.complaints).toEqual([]);
  } finally {
    server.close();
  }
});

test("a deliberate fetch from the page or from its worker is refused", async ({ page }) => {
  const { port, server } = await serve(4400);
  try {
    const jiandu = new Jiandu(page);
    await jiandu.open(`http://127.0.0.1:${port}/`);
    await jiandu.drop({ name: "report.txt", content: REPORT });
    await expect(jiandu.rows.first()).toBeVisible();
    const attempt = async (address: string) => {
      try {
        await fetch(address);
        return "it went through";
      } catch (error) {
        return String(error);
      }
    };
    const address = `http://127.0.0.1:${port}/jiandu.html`;
    const reached: string[] = [];
    server.on("request", ({ url }: { url?: string }) => reached.push(url ?? ""));
    expect(await page.evaluate(attempt, address)).toContain("TypeError");
    const [worker] = page.workers();
    expect(worker).toBeDefined();
    expect(await worker?.evaluate(attempt, address)).toContain("TypeError");
    expect(reached).toEqual([]);
  } finally {
    server.close();
  }
});

test("markup and script from a string are refused by the page's own policy", async ({ page }) => {
  const jiandu = new Jiandu(page);
  await jiandu.open();
  const refused = await page.evaluate(() => {
    try {
      document.body.innerHTML = "<p>markup</p>";
      return false;
    } catch {
      return true;
    }
  });
  expect(refused).toBe(true);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
});
