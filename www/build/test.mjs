// npm test: the Rust tests, the package's tests, the page's tests. `npm test -- rust` runs one of rust, package, page.
import { readdirSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { prepareBrowser } from "./browser.mjs";
import { buildPackage } from "./package.mjs";
import { buildPage } from "./page.mjs";
import { Explained, main, path, say } from "./project.mjs";
import { run, runPackage } from "./run.mjs";
import { preparePackages, prepareRust } from "./setup.mjs";
import { buildWasm } from "./wasm.mjs";

/** Sum of the numbers that the pattern's group finds. */
function sum(output, pattern) {
  return [...stripVTControlCharacters(output).matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
}

/** What tells the tests which browser to use. */
async function browserSettings() {
  const browser = await prepareBrowser();
  return browser ? { JIANDU_BROWSER: browser } : {};
}

async function rust() {
  await prepareRust({ wasm: false });
  const { status, output } = await run("cargo", ["test", "--no-fail-fast"], {
    tee: true,
    mayFail: true,
  });
  const result = (word) => sum(output, new RegExp(`^test result: .*?(\\d+) ${word}`, "gm"));
  return { status, passed: result("passed"), failed: result("failed"), skipped: result("ignored") };
}

async function packaged() {
  // A test compares the wasm with the native build, also when the wasm is there already.
  await prepareRust({ wasm: false });
  await buildWasm();
  await buildPackage();
  const env = await browserSettings();
  const tests = readdirSync(path("tests", "js")).filter((name) => name.endsWith(".test.mjs"));
  // A file of tests that hangs is a failure by name, not the end of the whole run.
  const args = [
    "--test",
    "--test-reporter=spec",
    "--test-timeout=900000",
    ...tests.map((name) => path("tests", "js", name)),
  ];
  const { status, output } = await run(process.execPath, args, { env, tee: true, mayFail: true });
  const result = (word) => sum(output, new RegExp(`^ℹ ${word} (\\d+)$`, "gm"));
  return { status, passed: result("pass"), failed: result("fail"), skipped: result("skipped") };
}

async function page() {
  await buildWasm();
  await buildPage();
  const counts = path("test-results", "counts.json");
  const env = { ...(await browserSettings()), JIANDU_COUNTS: counts };
  const { status } = await runPackage(path("node_modules", "@playwright", "test", "cli.js"), ["test"], {
    env,
    mayFail: true,
  });
  const { stats } = JSON.parse(readFileSync(counts, "utf8"));
  return { status, passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

const suites = { rust, package: packaged, page };

await main(async () => {
  await preparePackages();
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((name) => !(name in suites));
  if (unknown) throw new Explained(`No suite “${unknown}”: choose ${Object.keys(suites).join(", ")}.`);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const [name, suite] of Object.entries(suites)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    say(`${name} tests`);
    const { status, passed, failed, skipped } = await suite();
    total.passed += passed;
    // A runner that ended badly without naming a test has failed all the same (it did not compile, say).
    total.failed += failed === 0 && status !== 0 ? 1 : failed;
    total.skipped += skipped;
    lines.push(`${name}: ${passed} passed, ${failed} failed${status === 0 ? "" : ` (status ${status})`}`);
  }
  console.log(`\n${lines.join("\n")}`);
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
  if (total.failed > 0) process.exitCode = 1;
});
