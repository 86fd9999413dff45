import { defineConfig } from "@playwright/test";
import { findBrowser, flags } from "./www/build/browser.mjs";

// The page is one file, so the tests open it from file:// or from a server that they start with www/build/serve.mjs.
const executablePath = findBrowser();

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  timeout: 60_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: process.env.JIANDU_COUNTS ? [["list"], ["json", { outputFile: process.env.JIANDU_COUNTS }]] : [["list"]],
  use: {
    browserName: "chromium",
    locale: "zh-CN",
    launchOptions: { args: flags, ...(executablePath ? { executablePath } : {}) },
  },
});
