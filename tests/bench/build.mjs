// Builds what is measured beside the product: bare jieba, native and wasm.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { path, say } from "../../www/build/project.mjs";
import { answers, run } from "../../www/build/run.mjs";
import { prepareRust } from "../../www/build/setup.mjs";

const manifest = path("tests", "bench", "Cargo.toml");
const target = path("target", "bench");
const env = { CARGO_TARGET_DIR: target };

/** clang compiles jieba's compressed dictionary for wasm; the product has none and needs no clang. */
async function hasClang() {
  if (await answers("clang")) return true;
  if (process.getuid?.() !== 0 || !(await answers("apt-get"))) return false;
  say("installing clang, for jieba's own dictionary in wasm (apt-get)");
  await run("apt-get", ["update", "-qq"], { mayFail: true });
  const install = ["install", "-y", "-qq", "--no-install-recommends", "clang"];
  return (await run("apt-get", install, { env: { DEBIAN_FRONTEND: "noninteractive" }, mayFail: true })).status === 0;
}

/** Returns the native programs, and the folder with jieba as wasm and its glue. */
export async function buildBare() {
  await prepareRust();
  const cargo = ["build", "--quiet", "--release", "--manifest-path", manifest];
  say("compiling the native measure");
  await run("cargo", [...cargo, "--features", "default-dict"], { env });
  const clang = await hasClang();
  if (!clang) say("no clang: in wasm, jieba is measured with jiandu's word list alone");
  say("compiling bare jieba to WebAssembly");
  const features = clang ? ["--features", "default-dict"] : [];
  await run("cargo", [...cargo, "--lib", "--target", "wasm32-unknown-unknown", ...features], { env });
  const folder = join(target, "jieba");
  mkdirSync(folder, { recursive: true });
  const wasm = join(target, "wasm32-unknown-unknown", "release", "jiandu_bench.wasm");
  await run("cargo", ["run", "--quiet", "--profile", "tool", "-p", "jiandu-bindgen", "--", wasm, folder]);
  const program = (name) => join(target, "release", process.platform === "win32" ? `${name}.exe` : name);
  return { native: program("jiandu-bench"), compare: program("compare"), folder };
}
