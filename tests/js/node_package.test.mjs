// The packed package in a fresh folder, under Node and the TypeScript compiler.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { path } from "../../www/build/project.mjs";
import { consumer, write } from "./consumer.mjs";

const { folder, packed } = consumer();
const tsc = path("node_modules", "typescript", "bin", "tsc");

/** Runs a script in the fresh folder and returns what it printed, as JSON. */
function run(script) {
  write(folder, { "main.js": script });
  return JSON.parse(execFileSync(process.execPath, ["main.js"], { cwd: folder, encoding: "utf8" }));
}

test("the tarball holds one wasm file, the licence and no source map of this machine", () => {
  assert.deepEqual(
    packed.filter((name) => name.endsWith(".wasm")),
    ["dist/generated/jiandu_bg.wasm"],
  );
  // What the README links to, and the origins that the word lists' licences ask for, go with the package.
  const linked = ["src/lexicon/data/SOURCES.md", "www/screenshots/page-en.png", "www/screenshots/page-zh.png"];
  for (const name of ["LICENSE", "CHANGELOG.md", "package.json", ...linked])
    assert.ok(packed.includes(name), `${name} is missing`);
  const own = (name) => /^(dist\/(lib|generated)\/|[^/]+$)/.test(name) || linked.includes(name);
  const strangers = packed.filter((name) => !own(name) || name.endsWith(".map"));
  assert.deepEqual(strangers, []);
});

for (const entry of ["jiandu", "jiandu/inline"]) {
  test(`import { analyze } from "${entry}" works without any flag`, () => {
    const quotes = run(`
      import { analyze } from "${entry}";
      const report = await analyze("2023年，全县地区生产总值463.3亿元。");
      const { figures, document } = report;
      console.log(JSON.stringify(figures.map(({ span }) => document.text.slice(span.start, span.end))));
    `);
    assert.deepEqual(quotes, ["463.3亿元"]);
  });
}

test("both entries give the same report", () => {
  const [fromFile, inlined] = run(`
    import { analyze } from "jiandu";
    import { analyze as inlined } from "jiandu/inline";
    const text = "到2025年，粮食产量达到35万吨以上，力争增长6%。";
    console.log(JSON.stringify([await analyze(text), await inlined(text)]));
  `);
  assert.deepEqual(inlined, fromFile);
});

test("the wasm can be had by name, for those who serve it themselves", () => {
  assert.equal(
    run(`console.log(JSON.stringify(import.meta.resolve("jiandu/jiandu_bg.wasm").startsWith("file:")))`),
    true,
  );
});

test("the command is on the path of npm scripts", () => {
  const command = join(folder, "node_modules", ".bin", "jiandu");
  assert.match(
    execFileSync(command, ["--version"], { encoding: "utf8", shell: process.platform === "win32" }),
    /^\d+\.\d+\.\d+\n$/,
  );
});

/** Compiles a TypeScript file in the fresh folder under strict rules; throws with the compiler's words. */
function compile(name, source, ...flags) {
  write(folder, { [name]: source });
  const args = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", ...flags, name];
  try {
    execFileSync(process.execPath, [tsc, ...args], { cwd: folder, encoding: "utf8" });
  } catch (error) {
    assert.fail(String(/** @type {{ stdout?: string }} */ (error).stdout));
  }
}

const resolutions = {
  nodenext: ["--module", "nodenext"],
  bundler: ["--module", "esnext", "--moduleResolution", "bundler"],
};

for (const [resolution, flags] of Object.entries(resolutions)) {
  test(`the types hold under ${resolution} resolution`, () => {
    compile(
      `use_${resolution}.ts`,
      `import { analyze, createAnalyzer, JianduError, type Figure, type Report } from "jiandu";
       import { analyze as inlined } from "jiandu/inline";
       const report: Report = await analyze(new Uint8Array(), { date: "2024-01-12" }, (stage, index, total) => {
         const word: "read" | "clean" | "structure" | "mention" | "figure" | "report" = stage;
         console.log(word, index / total);
       });
       const values: (number | number[])[] = report.figures.map((figure: Figure) => figure.value);
       const same: typeof analyze = inlined;
       const analyzer = await createAnalyzer();
       try { analyzer.analyze("2023年"); } catch (error) {
         if (error instanceof JianduError) console.log(error.code, error.stage, error.file, values, same);
       }
       // @ts-expect-error a number is no document
       await analyze(2023);`,
      ...flags,
    );
  });
}

const contract = path("..", "shared", "contract", "report.d.ts");

test("a report is what the contract promises", { skip: !existsSync(contract) && `no contract at ${contract}` }, () => {
  compile(
    "contract.ts",
    `import type * as promised from "${contract.replace(/\.d\.ts$/, ".js")}";
       import type { Report } from "jiandu";
       declare const report: Report;
       export const kept: promised.Report = report;`,
    ...resolutions.nodenext,
  );
});
