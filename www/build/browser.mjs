// The browser for the tests: one that is installed, else one that this machine can install.
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Explained, path, say } from "./project.mjs";
import { run, runPackage } from "./run.mjs";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

/** Where the installers of macOS and Windows put them. */
function usualPlaces() {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const folders = [process.env.ProgramFiles, process.env["ProgramFiles(x86)"], process.env.LocalAppData];
  const inside = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
  return folders.flatMap((folder) => (folder ? inside.map((file) => join(folder, file)) : []));
}

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of an installed Chrome, Chromium or Edge; `JIANDU_BROWSER` overrides the search. */
export function findBrowser() {
  if (process.env.JIANDU_BROWSER) return process.env.JIANDU_BROWSER;
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces()].find(runnable);
}

/** Flags that every start needs: root has no sandbox, and a test browser has nothing to say to its maker. */
export const flags = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Finds a browser or installs one; undefined means Playwright's own. */
export async function prepareBrowser() {
  const found = findBrowser();
  if (found) {
    say(`browser: ${found}`);
    return found;
  }
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    say("no browser found: installing Debian's chromium (apt-get)");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { env });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
    const installed = findBrowser();
    if (installed) return installed;
  }
  say("no browser found: fetching Playwright's own Chromium");
  const playwright = path("node_modules", "@playwright", "test", "cli.js");
  const { status } = await runPackage(playwright, ["install", "chromium"], { mayFail: true });
  if (status !== 0) {
    throw new Explained(
      "The browser tests need Chrome, Chromium or Edge: install one, or set JIANDU_BROWSER to its path.",
    );
  }
  return undefined;
}
