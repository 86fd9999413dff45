// ZIP archives: every file in them is a document of its own.
import { Archive } from "../generated/jiandu.js";
import { asJianduError, type JianduError } from "./analyzer.js";
import { hold, release } from "./instance.js";

/** One file of an archive, with its path in it. */
export interface Entry {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The files of a ZIP archive, archives within it opened once; nothing for what is no archive (a .docx is one document).
 * A file that can't be unpacked comes as its error. Needs an analyzer to have been made.
 * @throws {JianduError} when the archive itself can't be read
 */
export function unpackArchive(bytes: Uint8Array, name = ""): Iterable<Entry | JianduError> | null {
  const archive = open(bytes, name);
  if (!archive) return null;
  hold();
  return entries(archive);
}

function open(bytes: Uint8Array, name: string): Archive | undefined {
  try {
    return Archive.open(bytes, name);
  } catch (error) {
    throw asJianduError(error);
  }
}

function* entries(archive: Archive): Iterable<Entry | JianduError> {
  try {
    for (let found = archive.next(); found !== undefined; found = archive.next()) {
      if (Array.isArray(found)) yield { path: found[0], bytes: found[1] };
      else yield asJianduError(found) as JianduError;
    }
  } finally {
    archive.free();
    release();
  }
}
