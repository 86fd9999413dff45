/** What readers hand in: dropped files and folders, chosen files, pasted text. */
import type { Given, Input } from "../state/model.js";

export interface Offer {
  name: string;
  /** Path of the folder it stood in, "" when it was handed in alone. */
  folder: string;
  input: Input;
  /** Day and place, where they were corrected before. */
  given?: Given;
}

/** What was handed in, and how many files of its folders were passed over. */
export interface Handed {
  offers: Offer[];
  hidden: number;
}

/** Files of a picker; those of a folder carry their path. */
export function offersOfFiles(files: Iterable<File>): Handed {
  const all = [...files].map((file) => offer(file, folderOf(file.webkitRelativePath)));
  const offers = all.filter(({ name, folder }) => folder === "" || !isHidden(name));
  return { offers, hidden: all.length - offers.length };
}

/**
 * Files of a drop, folders opened to the bottom. Must be called in the drop's own event: the browser empties
 * the list when the handler returns, so the entries are taken before the first wait.
 */
export async function offersOfDrop(transfer: DataTransfer): Promise<Handed> {
  const entries: FileSystemEntry[] = [];
  for (const item of transfer.items) {
    const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
    if (entry) entries.push(entry);
  }
  // Files made by a script have no entry.
  if (entries.length === 0) return offersOfFiles(transfer.files);
  const handed: Handed = { offers: [], hidden: 0 };
  for (const entry of entries) await walk(entry, handed);
  return handed;
}

async function walk(entry: FileSystemEntry, handed: Handed): Promise<void> {
  if (entry.isFile) {
    const folder = folderOf(entry.fullPath.replace(/^\//u, ""));
    // A file that was given by hand is wanted, whatever it is called.
    if (folder !== "" && isHidden(entry.name)) {
      handed.hidden += 1;
      return;
    }
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    handed.offers.push(offer(file, folder));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives at most a hundred entries a call, and none when it has come to the end.
  for (;;) {
    const children = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (children.length === 0) return;
    for (const child of children) await walk(child, handed);
  }
}

function offer(file: File, folder: string): Offer {
  return { name: file.name, folder, input: file };
}

function folderOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}

/** What systems leave in folders unseen: .DS_Store, ._report.txt, Thumbs.db. */
function isHidden(name: string): boolean {
  return name.startsWith(".") || name === "Thumbs.db" || name === "desktop.ini";
}
