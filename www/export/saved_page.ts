/**
 * The page saved with its documents: one HTML file that is the same program, and opens with what was in it. The program is
 * taken from the page itself, script by script as its policy's hashes know them; the documents lie in one more inert
 * element, packed, so that no word of theirs stands in the file as it is.
 */
import type { Given } from "../state/model.js";
import { headOf } from "../worker/head.js";
import { gunzipText, gzip } from "./gzip.js";

export const SESSION = "jiandu-session";

/** What of a page goes into the copy, in this order: what else stands in it was drawn, or put there by others. */
const HEAD = ["meta", "title", 'link[rel="icon"]', "style#jiandu-style"];
const BODY = ["#jiandu-worker", "#jiandu-first", "#jiandu-wasm", "#jiandu-pdf", "#jiandu-page"];

/** One document as it was handed in: everything is read again from it, by the same program. */
export interface SavedDocument {
  name: string;
  folder: string;
  given: Partial<Given>;
  /** Text that was pasted; bytes of a file. */
  input: string | Blob;
}

export interface Session {
  documents: readonly SavedDocument[];
  /** Judgements by digest, as pairs. */
  judgements: [digest: string, pairs: unknown][];
  /** What was said of documents, by digest; pages of older versions have none. */
  corrections?: [digest: string, correction: unknown][];
  /** The view, as the address has it. */
  fragment: string;
}

interface Listed extends Omit<SavedDocument, "input"> {
  kind: "text" | "file";
  /** Bytes of it, in the order of the documents, behind the list. */
  length: number;
}

/** The file, in pieces. */
export async function savedPage(page: Document, session: Session): Promise<BlobPart[]> {
  const take = (selector: string, every: boolean): string[] => {
    const found = every ? [...page.querySelectorAll(selector)] : [page.querySelector(selector)];
    return found.map((element) => {
      if (!element) throw new Error(`the page lacks ${selector}`);
      return element.outerHTML;
    });
  };
  const comments = [...page.childNodes].filter((node) => node.nodeType === Node.COMMENT_NODE);
  const head = HEAD.flatMap((selector) => take(`head > ${selector}`, selector === "meta"));
  const body = BODY.flatMap((selector) => take(`script${selector}`, false));
  return [
    "<!doctype html>\n",
    ...comments.map((comment) => `<!--${comment.nodeValue ?? ""}-->\n`),
    `<html lang="${page.documentElement.lang}" data-theme="auto">\n<head>\n${head.join("\n")}\n</head>\n<body>\n<div id="app"></div>\n`,
    ...body.map((element) => `${element}\n`),
    `<script type="text/plain" id="${SESSION}">`,
    ...(await packed(session)),
    "</script>\n</body>\n</html>\n",
  ];
}

async function packed({ documents, ...rest }: Session): Promise<string[]> {
  const encoder = new TextEncoder();
  const inputs = documents.map(({ input }) => (typeof input === "string" ? encoder.encode(input) : input));
  const list = documents.map(({ input, name, folder, given }, index): Listed => {
    const content = inputs[index];
    const length = content instanceof Blob ? content.size : (content?.length ?? 0);
    return { name, folder, given, kind: typeof input === "string" ? "text" : "file", length };
  });
  const head = encoder.encode(JSON.stringify({ ...rest, documents: list }));
  const size = new Uint32Array([head.length]);
  return gzip(new Blob([size, head, ...inputs]));
}

/** What a saved page carries; null for the page as it was made. */
export async function sessionIn(page: Document): Promise<Session | null> {
  const text = page.getElementById(SESSION)?.textContent;
  return text ? unpacked(text) : null;
}

/** By what a file is known as this program, at its head; and what a saved one ends with. */
const STYLE = '<style id="jiandu-style">';
const OPENING = `<script type="text/plain" id="${SESSION}">`;

/** Whether a file is this program, saved with documents or bare. */
export async function isProgram(input: string | Blob): Promise<boolean> {
  if (typeof input === "string") return false;
  try {
    const head = new TextDecoder().decode(await headOf(input));
    return /^\s*<!doctype html>/iu.test(head) && head.includes(STYLE);
  } catch {
    // The analysis says that it can't be read.
    return false;
  }
}

/** What a page that was saved as a file carries; null for any other file, and for the program alone. */
export async function sessionOf(input: string | Blob): Promise<Session | null> {
  if (typeof input === "string" || !(await isProgram(input))) return null;
  try {
    const text = await input.text();
    const from = text.lastIndexOf(OPENING);
    const until = text.indexOf("</script>", from);
    return from < 0 || until < 0 ? null : await unpacked(text.slice(from + OPENING.length, until));
  } catch {
    // Cut short, or changed: what it carries is lost, and the file is refused as what it is.
    return null;
  }
}

async function unpacked(text: string): Promise<Session> {
  const bytes = await gunzipText(text);
  const [size = 0] = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 4));
  const decoder = new TextDecoder();
  const head = JSON.parse(decoder.decode(bytes.subarray(4, 4 + size))) as Omit<Session, "documents"> & {
    documents: Listed[];
  };
  let at = 4 + size;
  const documents = head.documents.map(({ kind, length, ...document }): SavedDocument => {
    const content = bytes.subarray(at, at + length);
    at += length;
    return { ...document, input: kind === "text" ? decoder.decode(content) : new File([content], document.name) };
  });
  return { ...head, documents };
}
