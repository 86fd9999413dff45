// Where things are, and how the scripts speak. Plain Node: these scripts run before any package is installed.
import { fileURLToPath } from "node:url";
import { join } from "node:path";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const path = (...parts) => join(root, ...parts);
export const generated = path("www", "generated");
export const dist = path("dist");

/** Says what is being done, in one line. */
export function say(message) {
  console.log(`• ${message}`);
}

/** A failure that has been explained: shown without a stack. */
export class Explained extends Error {}

/** Runs a script's main function; an explained failure ends it with its message and exit status 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Explained ? `\n✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}
