// The analyzer as JavaScript sees it: the wasm's class, with errors that `instanceof` knows and a new start after a crash.
import init, { Comparison, initSync, version as coreVersion } from "../generated/jiandu.js";
import type { Pages } from "../generated/pdf.js";
import { readCollection, readReport, telling } from "../generated/read_report.js";
import type { Collection, Report } from "../generated/report.js";
import { core, giveBack, hold, release, startAnew } from "./instance.js";

/** A file's bytes, or its text, or the words of a PDF. */
export type Input = Uint8Array | ArrayBuffer | string | Pages;

/** What the caller knows better than the text. */
export interface Options {
  /** Name of the file, for messages and for the report. */
  name?: string | null | undefined;
  /** Day of the document, `YYYY-MM-DD`. */
  date?: string | null | undefined;
  /** Place the document speaks for, by any of its names. */
  region?: string | null | undefined;
  /** Title of the document. */
  title?: string | null | undefined;
  /** Kind of document: it decides what a year without a word of time means. */
  kind?: Report["document"]["kind"] | null | undefined;
}

/** How reports are compared. */
export interface CompareOptions {
  /** Day by which a promise is due or still open, `YYYY-MM-DD`; the day of the latest document where none is given. */
  asOf?: string | null | undefined;
  /** Units of its last digit that 左右 leaves; 0.5 takes 6.45% for 6.5%左右. */
  leeway?: number | null | undefined;
}

/** A stage of the analysis, in order. */
export type StageName = "read" | "clean" | "structure" | "mention" | "figure" | "report";

/** Told which stage begins; `index` counts from 0 to `total - 1`. */
export type OnProgress = (stage: StageName, index: number, total: number) => void;

/**
 * A report on its way out of the wasm, and the text of its document. Between threads it is far quicker to send than the
 * report itself (its buffers can be transferred); `unpack` makes it one.
 */
export type Packed = [pieces: Uint8Array<ArrayBuffer>[], text: string];

/** The report that was packed: plain objects, `null` where there is nothing. */
export function unpack([pieces, text]: Packed): Report {
  return readReport(pieces, text);
}

/**
 * The pieces, let go one by one. An engine looks seldom for old buffers that nothing needs any more, and often for young ones:
 * each is handed on as a young one.
 */
function* letGo(pieces: Uint8Array<ArrayBuffer>[]): Iterable<Uint8Array> {
  pieces.reverse();
  for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
    yield pieces.length > 0 ? structuredClone(piece, { transfer: [piece.buffer] }) : piece;
  }
}

/** Why a document could not be analysed. `message` is for people, in Chinese and English. */
export class JianduError extends Error {
  override readonly name = "JianduError";
  constructor(
    message: string,
    /**
     * `empty`, `binary`, `encoding`, `too_large`, `limit`, `damaged`, `protected`, `archive`, `pdf`, `scanned`, `option`,
     * `input`; `crash` when the program itself failed.
     */
    readonly code: string,
    /** The stage that could not go on. */
    readonly stage: StageName,
    /** Name of the file, as given. */
    readonly file: string,
  ) {
    super(message);
  }
}

/** Reads documents, one after the other. Made by `createAnalyzer()`. */
export class Analyzer {
  /**
   * Reads one document.
   * @throws {JianduError} when it can't be read
   */
  analyze(input: Input, options?: Options | null, onProgress?: OnProgress | null): Report {
    // Of a large document, neither the wasm's memory nor what has been read of the pieces lies beside the objects.
    const [pieces, text] = this.pack(input, options, onProgress);
    return readReport(letGo(pieces), text);
  }

  /** As `analyze`, for sending the report to another thread. */
  pack(input: Input, options?: Options | null, onProgress?: OnProgress | null): Packed {
    const packed = this.#run(options, onProgress, (progress) => core().analyze(input, options, progress));
    giveBack();
    return packed;
  }

  #run<Result>(
    options: Options | null | undefined,
    onProgress: OnProgress | null | undefined,
    work: (progress: OnProgress) => Result,
  ): Result {
    let stage: StageName = "read";
    const progress: OnProgress = (name, index, total) => {
      stage = name;
      onProgress?.(name, index, total);
    };
    // The callback may analyse something itself.
    hold();
    try {
      return work(progress);
    } catch (error) {
      throw this.#explained(error, stage, options?.name ?? "");
    } finally {
      release();
    }
  }

  /**
   * What several reports say together: the panel, the promises, the contradictions. The same in any order of reports.
   * @throws {JianduError} when an option can't be used
   */
  compare(reports: Iterable<Report>, options?: CompareOptions | null): Collection {
    hold();
    try {
      const comparison = new Comparison();
      const { tell, words: known } = telling();
      for (const report of reports) comparison.add(...tell(report));
      const [numbers, words, lengths] = comparison.finish(options?.asOf, options?.leeway);
      return readCollection(numbers, words, lengths, known);
    } catch (error) {
      throw this.#explained(error, "report", "");
    } finally {
      release();
    }
  }

  /** The error to throw; after a crash the wasm is started again. */
  #explained(error: unknown, stage: StageName, file: string): unknown {
    if (isCoreError(error)) return asJianduError(error);
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) return error;
    startAnew();
    const message = `${file}：程序出错（${error.message}），请报告此文件。The program failed on this file: please report it.`;
    return new JianduError(message, "crash", stage, file);
  }
}

/** The core's error as one that `instanceof` knows; any other as it is. */
export function asJianduError(error: unknown): unknown {
  return isCoreError(error) ? new JianduError(error.message, error.code, error.stage, error.file) : error;
}

function isCoreError(error: unknown): error is JianduError {
  return error instanceof Error && error.name === "JianduError";
}

/** Version of jiandu; known once an analyzer has been made. */
export function version(): string {
  return coreVersion();
}

/** What the wasm can be made from. */
export type Source = Response | BufferSource | WebAssembly.Module;

/** Starts the wasm and makes an analyzer. */
export async function open(source: Source | Promise<Source>): Promise<Analyzer> {
  const given = await source;
  if (given instanceof WebAssembly.Module) initSync({ module: given });
  // Asking whether it is a Response costs Node 25 ms, in which it makes its `fetch` ready.
  else if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) {
    initSync({ module: await WebAssembly.compile(given) });
  } else await init({ module_or_path: given });
  return new Analyzer();
}
