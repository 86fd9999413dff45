// What a FILE of the command line stands for: itself, the files of a folder, the files of an archive.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createAnalyzer, unpackArchive } from "../node.js";

/** A document's bytes with its name, or why it can't be had. */
export type Found = { name: string; bytes: Uint8Array } | { name: string; error: unknown };

/** The documents of a file, folder or archive, in the order of their paths. */
export async function* documents(file: string): AsyncIterable<Found> {
  const name = file === "-" ? "stdin" : file;
  try {
    if (file !== "-" && (await stat(file)).isDirectory()) {
      const paths = await files(file);
      if (paths.length === 0) throw Object.assign(new Error("empty folder"), { code: "EMPTYDIR" });
      for (const path of paths) yield* documents(path);
      return;
    }
    const bytes = file === "-" ? await buffer(process.stdin) : await readFile(file);
    const entries = unpackArchive(bytes, name);
    if (!entries) {
      yield { name, bytes };
      return;
    }
    for (const entry of entries) {
      if (entry instanceof Error) yield { name: entry.file, error: entry };
      else yield { name: `${name}/${entry.path}`, bytes: entry.bytes };
    }
  } catch (error) {
    yield { name, error };
  }
}

/** The files below a folder, without those that systems leave there unseen. */
async function files(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hidden = (path: string) => path.split(/[\\/]/u).some((part) => part.startsWith(".") && part.length > 2);
  const kept = entries.filter((entry) => entry.isFile() && !["Thumbs.db", "desktop.ini"].includes(entry.name));
  return kept
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !hidden(path.slice(folder.length)))
    .sort();
}

/** True for a folder or an archive. */
export async function holdsSeveral(file = "-"): Promise<boolean> {
  if (file === "-") return false;
  await createAnalyzer();
  try {
    return (await stat(file)).isDirectory() || unpackArchive(await readFile(file), file) !== null;
  } catch {
    // Said when the file's turn comes.
    return false;
  }
}
