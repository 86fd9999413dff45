// A fresh folder that has the package as its users get it: packed by npm, installed from the tarball.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { root } from "../../www/build/project.mjs";

/** Runs npm, whichever way this process was started. */
function npm(args, cwd) {
  const [command, first] = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ["npm", []];
  return execFileSync(command, [...first, ...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** An empty folder that goes away after the tests. */
export function freshFolder() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "jiandu-test-")));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into a folder: `{ "src/main.js": "…" }`. */
export function write(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** A fresh folder with the package installed; returns it and the names that the tarball holds. */
export function consumer() {
  const folder = freshFolder();
  const [{ filename, files }] = JSON.parse(npm(["pack", "--json", "--pack-destination", folder], root));
  write(folder, { "package.json": JSON.stringify({ name: "consumer", private: true, type: "module" }) });
  npm(["install", "--no-audit", "--no-fund", "--offline", join(folder, filename)], folder);
  return { folder, packed: files.map(({ path }) => path) };
}
