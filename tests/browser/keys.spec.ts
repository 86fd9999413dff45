// Single-letter keys, which speech input and stray fingers set off: they can be switched off.
import { serious } from "./axe.js";
import { expect, test } from "./page.js";

test("single-letter keys can be switched off, stay off after a reload, and the help says so", async ({ jiandu }) => {
  const { page } = jiandu;
  await jiandu.dropReport();
  const lit = jiandu.table.locator('[aria-selected="true"]');
  const help = page.locator(".keys");
  await expect(help).toContainText("可在“键盘”里关掉");
  await page.getByRole("button", { name: "键盘" }).click();
  const single = page.getByRole("menuitemcheckbox", { name: /单键快捷键/u });
  await expect(single).toHaveAttribute("aria-checked", "true");
  expect(await serious(page)).toEqual([]);
  await single.click();
  await expect(help).toContainText("单键快捷键已关");
  await page.keyboard.press("j");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).not.toBeFocused();
  await expect(lit).toHaveCount(0);
  // The arrows, which are no single letters, still walk.
  await jiandu.table.focus();
  await page.keyboard.press("ArrowDown");
  await expect(lit).toHaveCount(1);
  await page.keyboard.press("n");
  await expect(
    page.getByRole("group", { name: "核对" }).getByRole("button", { name: "错", exact: true }),
  ).toHaveAttribute("aria-pressed", "false");

  await page.keyboard.press("Escape");
  await expect(lit).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).hash).toBe("");
  await page.reload();
  await jiandu.dropReport();
  await expect(help).toContainText("单键快捷键已关");
  await page.keyboard.press("j");
  await page.getByRole("button", { name: "键盘" }).click();
  await expect(single).toHaveAttribute("aria-checked", "false");
  await expect(lit).toHaveCount(0);
  await single.click();
  await expect(help).toContainText("j k 上下走");
  await page.keyboard.press("j");
  await expect(lit).toHaveCount(1);
});
