// What a fresh machine lacks, put in place: npm packages, the Rust toolchain's wasm target. Each says what it does.
import { existsSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { hash, unlessFresh } from "./fresh.mjs";
import { Explained, path, say } from "./project.mjs";
import { answers, run } from "./run.mjs";

const target = "wasm32-unknown-unknown";

/** Node itself: Vite needs 20.19 or newer. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Explained(`Node ${process.versions.node} is too old: install Node 20.19 or newer from https://nodejs.org.`);
}

/** The npm packages of package-lock.json, installed when missing or changed. */
export async function preparePackages() {
  checkNode();
  await unlessFresh({
    stamp: path("node_modules", ".jiandu-installed"),
    key: hash([path("package-lock.json")], process.platform, process.arch),
    outputs: [],
    async work() {
      say("installing npm packages (npm ci)");
      const npm = process.env.npm_execpath;
      const args = ["ci", "--no-audit", "--no-fund"];
      const remedy = "Check the network and the npm registry's settings, then run the command again.";
      if (npm?.endsWith(".js")) await run(process.execPath, [npm, ...args], { remedy });
      else await run("npm", args, { remedy });
    },
  });
}

/** cargo on the PATH, or where rustup puts it; the toolchain's home, also when $HOME is not the one rustup was given. */
function findRust() {
  const homes = [...new Set([homedir(), userInfo().homedir])];
  const cargoHomes = [process.env.CARGO_HOME, ...homes.map((home) => join(home, ".cargo"))];
  const folders = cargoHomes.filter((home) => home !== undefined).map((home) => join(home, "bin"));
  process.env.PATH = [process.env.PATH, ...folders.filter((folder) => existsSync(folder))].join(delimiter);
  if (process.env.RUSTUP_HOME === undefined && !existsSync(join(homedir(), ".rustup"))) {
    const found = homes.map((home) => join(home, ".rustup")).find((home) => existsSync(home));
    if (found) process.env.RUSTUP_HOME = found;
  }
}

/** cargo, and the wasm target unless `wasm` is false. */
export async function prepareRust({ wasm = true } = {}) {
  findRust();
  if (!(await answers("cargo"))) {
    throw new Explained("Rust is missing: install it with rustup from https://rustup.rs, then run the command again.");
  }
  if (!wasm) return;
  const { output } = await run("rustc", ["--print", "target-libdir", "--target", target], { capture: true });
  if (existsSync(output.trim())) return;
  say(`adding the Rust target ${target} (rustup target add)`);
  const remedy = `Without rustup, install the standard library for ${target} of your rustc by your system's means.`;
  await run("rustup", ["target", "add", target], { remedy });
}
