// Skipping work whose inputs have not changed: a hash of their contents is kept beside the output.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./project.mjs";

function* files(place) {
  if (!existsSync(place)) return;
  if (!statSync(place).isDirectory()) yield place;
  else for (const name of readdirSync(place).sort()) yield* files(join(place, name));
}

/** Hash of the files and folders named, by relative path and content, and of anything else that decides the output. */
export function hash(places, ...rest) {
  const sum = createHash("sha256").update(JSON.stringify(rest));
  for (const place of places) {
    for (const file of files(place)) sum.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return sum.digest("hex");
}

/**
 * Does `work` unless `outputs` are there and `stamp` holds `key`. Says whether it did.
 * @param {{ stamp: string, key: string, outputs: string[], work: () => Promise<void> }} step
 */
export async function unlessFresh({ stamp, key, outputs, work }) {
  const kept = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (kept === key && outputs.every((file) => existsSync(file))) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, key);
  return true;
}
