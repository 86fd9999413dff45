/**
 * What page and worker say to each other. Each question carries an id, each answer the id of its question, so
 * that a late answer can never be taken for another. (comlink hides the same behind proxies, but its promises
 * stay open for ever when a worker dies, and a dead worker is the case that matters here.)
 */
import type { Cell } from "../export/tables.js";
import type { Told } from "../generated/read_report.js";
import type { CompareOptions, Packed } from "../lib/analyzer.js";
import type { Pages } from "../generated/pdf.js";
import type { Given, Input, Stage } from "../state/model.js";

/**
 * The first worker gets the wasm as the page carries it and hands it back compiled: the others, and one that starts
 * after a crash, need not compile it again.
 */
export type Question =
  | { type: "start"; wasm: WebAssembly.Module | string }
  /** Starts a worker that compares and never analyses: it needs no word list. */
  | { type: "startComparing"; wasm: WebAssembly.Module | string }
  | { type: "analyze"; id: number; input: Input | Pages; name: string; given: Given }
  | { type: "unpack"; id: number; input: Blob; name: string }
  /** A comparison is told of its reports a few at a time; those of another id are forgotten. */
  | { type: "compareWith"; id: number; reports: Told[] }
  | { type: "compare"; id: number; options: CompareOptions }
  /** A file is written of tables whose rows come a few at a time; each answer asks for the next. */
  | { type: "write"; id: number; format: "csv" | "xlsx"; tables: { name: string; columns: string[] }[] }
  | { type: "rows"; id: number; table: number; rows: (readonly Cell[])[] }
  | { type: "finishWriting"; id: number };

/** A file of an archive, with its path in it. */
export interface Unpacked {
  path: string;
  content: Blob;
}

export type Answer =
  /** The worker's first word: it runs. */
  | { type: "up" }
  | { type: "ready"; module: WebAssembly.Module }
  | { type: "unusable"; detail: string }
  | { type: "stage"; id: number; stage: Stage }
  /** Packed, because copying a report from thread to thread takes longer than making it anew from this. */
  | { type: "report"; id: number; packed: Packed; milliseconds: number }
  /** `files` is null for what is no archive; `errors` are sentences about files that could not be unpacked. */
  | { type: "unpacked"; id: number; files: Unpacked[] | null; errors: string[] }
  /** Reports, or rows, have been taken in: the next may come. */
  | { type: "taken"; id: number }
  /** A collection comes packed: the page makes it piece by piece and answers its reader in between. */
  | {
      type: "collected";
      id: number;
      numbers: Float64Array<ArrayBuffer>;
      words: string;
      lengths: Uint32Array<ArrayBuffer>;
    }
  | { type: "written"; id: number; file: Blob }
  /** `fatal` asks the page to end this worker: the analysis broke in a way that may have left it in disorder. */
  | { type: "failure"; id: number; code: string; detail: string; fatal: boolean };

/** Sent to a worker by the browser tests alone: its next work dies without an answer, as a real crash does. */
export const CRASH_EVENT = "jiandu-test-crash";
