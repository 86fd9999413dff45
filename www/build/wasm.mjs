// src/ → www/generated/jiandu.js, jiandu.d.ts, jiandu_bg.wasm: cargo, then wasm-bindgen, then wasm-opt.
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { buildCategories } from "./categories.mjs";
import { hash, unlessFresh } from "./fresh.mjs";
import { generated, path, root, say } from "./project.mjs";
import { run, runPackage } from "./run.mjs";
import { preparePackages, prepareRust } from "./setup.mjs";
import { buildTypes } from "./types.mjs";

const target = "wasm32-unknown-unknown";
const sources = ["Cargo.toml", "Cargo.lock", "src", "www/bindgen", "www/build/wasm.mjs"];

/**
 * Panic messages carry the paths of the sources. These flags replace every folder of this machine, so that the wasm
 * names neither machine nor registry and its bytes are the same wherever it is built.
 */
async function pathFlags(targetFolder) {
  const { output: version } = await run("rustc", ["-vV"], { capture: true });
  const { output: sysroot } = await run("rustc", ["--print", "sysroot"], { capture: true });
  const commit = /commit-hash: (\S+)/.exec(version)?.[1] ?? "unknown";
  const registry = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry", "src");
  const indexes = existsSync(registry) ? readdirSync(registry) : [];
  const replaced = [
    [root.replace(/[\\/]$/, ""), "/jiandu"],
    [targetFolder, "/target"],
    [join(sysroot.trim(), "lib", "rustlib", "src", "rust"), `/rustc/${commit}`],
    ...indexes.map((index) => [join(registry, index), "/crates"]),
  ];
  return replaced.map(([from, to]) => `--remap-path-prefix=${from}=${to}`).join("\x1f");
}

async function compile() {
  say("compiling the analyzer to WebAssembly (cargo, about a minute the first time)");
  // Fetched first, because the flags must name the registry's folders.
  await run("cargo", ["fetch", "--quiet"]);
  const targetFolder = process.env.CARGO_TARGET_DIR ?? path("target");
  const env = { CARGO_ENCODED_RUSTFLAGS: await pathFlags(targetFolder) };
  // As a cdylib alone: beside an rlib cargo leaves link-time optimisation out, and a quarter of the file is never used.
  const args = ["--quiet", "--release", "--lib", "--target", target, "--crate-type", "cdylib"];
  await run("cargo", ["rustc", ...args], { env });
  return join(targetFolder, target, "release", "jiandu.wasm");
}

async function bind(wasm) {
  say("making its JavaScript side (wasm-bindgen)");
  mkdirSync(generated, { recursive: true });
  await run("cargo", ["run", "--quiet", "--profile", "tool", "-p", "jiandu-bindgen", "--", wasm, generated]);
}

/**
 * How wasm-opt works. Functions of one caller stay apart: put together they grow so large (100 kB and more) that engines
 * take seconds to compile them well, on the core that the page needs. No feature flags: the module says itself what it
 * uses, and `-all` makes output that Node 20 can't load.
 */
const wasmOpt = ["-O3", "--one-caller-inline-max-function-size", "100"];

async function optimise() {
  say("optimising it (wasm-opt)");
  const file = join(generated, "jiandu_bg.wasm");
  const smaller = join(generated, "optimised.wasm");
  await runPackage(path("node_modules", "binaryen", "bin", "wasm-opt"), [...wasmOpt, file, "-o", smaller]);
  renameSync(smaller, file);
  say(`www/generated/jiandu_bg.wasm: ${(statSync(file).size / 1e6).toFixed(2)} MB`);
}

/** Makes the wasm, its glue and its types, unless nothing they are made from has changed. */
export async function buildWasm() {
  await preparePackages();
  await unlessFresh({
    stamp: join(generated, ".wasm"),
    key: hash([...sources.map((place) => path(place)), path("node_modules", "binaryen", "package.json")]),
    outputs: ["jiandu.js", "jiandu.d.ts", "jiandu_bg.wasm"].map((name) => join(generated, name)),
    async work() {
      await prepareRust();
      const wasm = await compile();
      await bind(wasm);
      await optimise();
    },
  });
  await buildTypes();
  buildCategories();
}
